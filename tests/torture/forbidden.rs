//! What must never come out: an own list, made from the Unicode tables and not from the program.

/// The first code point that drives, reorders or hides; line feeds pass, tabs pass where asked.
pub(crate) fn first(text: &str, tabs: bool) -> Option<char> {
    let mut previous = ' ';
    for c in text.chars() {
        let bad = match c {
            '\n' => false,
            '\t' => !tabs,
            // A joiner stands only between two emoji.
            '\u{200D}' => !is_emoji(previous),
            _ => is_forbidden(c),
        };
        if bad {
            return Some(c);
        }
        previous = c;
    }
    None
}

fn is_forbidden(c: char) -> bool {
    let control = c < ' ' || ('\u{7F}'..='\u{9F}').contains(&c);
    let direction = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let unseen = matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{2028}' | '\u{2029}'
        | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{3164}' | '\u{FFA0}' | '\u{115F}' | '\u{1160}');
    let tag = ('\u{E0000}'..='\u{E0FFF}').contains(&c);
    let private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    let nothing = (c as u32 & 0xFFFE) == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}');
    control || direction || unseen || tag || private || nothing
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}
