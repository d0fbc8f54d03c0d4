//! Graphemes on whose width terminals disagree, and what takes as many cells on all of them.
//!
//! Of a family, a skin tone, a coloured heart, a digit on a key or a flag, one terminal counts the
//! parts and another the whole (tmux 3.3 and pyte among them): what stands behind is then shifted, and
//! stays so, since only cells that change are drawn. Only what is drawn is replaced; the text stays.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::width::grapheme_cells;

/// The text with such graphemes replaced by their first part, filled up to the cells that they take; a
/// flag by its two letters.
pub fn agreed(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_disputed) {
        return text.into();
    }
    let mut drawn = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        if !grapheme.chars().any(is_disputed) {
            drawn.push_str(grapheme);
            continue;
        }
        let begun = drawn.len();
        let letters = grapheme.chars().map_while(letter);
        drawn.extend(letters);
        if drawn.len() == begun {
            drawn.extend(grapheme.chars().next().and_then(plainer));
        }
        let taken: usize = drawn.get(begun..).map_or(0, grapheme_cells);
        let missing = grapheme_cells(grapheme).saturating_sub(taken);
        drawn.extend(std::iter::repeat_n(' ', missing));
    }
    drawn.into()
}

/// What makes one grapheme of several signs.
fn is_disputed(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
        || plainer(c) != Some(c)
        || letter(c).is_some()
}

/// What stands for a sign of which no part is plainer: a mark for trigrams, numbers in black squares and counting rods, of
/// which Unicode 16 made most wide; nothing for the tones of old Korean, which some see as signs of their own.
fn plainer(c: char) -> Option<char> {
    match c {
        '☰'..='☷' | '⚊'..='⚏' | '㉈'..='㉏' | '\u{1D300}'..='\u{1D376}' => {
            Some('\u{FFFD}')
        }
        '\u{302E}' | '\u{302F}' => None,
        _ => Some(c),
    }
}

/// The letter that a half of a flag stands for.
fn letter(c: char) -> Option<char> {
    let number = (c as u32)
        .checked_sub(0x1F1E6)
        .filter(|number| *number < 26)?;
    u8::try_from(number)
        .ok()
        .map(|number| char::from(b'A' + number))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{cells, clean};

    #[test]
    fn what_terminals_see_differently_is_drawn_as_something_plainer() {
        for (text, drawn) in [
            ("👨\u{200D}👩\u{200D}👧 met", "👨 met"),
            ("👍🏽!", "👍!"),
            ("🇰🇷🇯🇵", "KRJP"),
            ("I ❤\u{FE0F} it", "I ❤  it"),
            ("1\u{FE0F}\u{20E3}", "1 "),
            ("한국 is 😀", "한국 is 😀"),
            ("말\u{302E}", "말"),
            ("\u{302F}", ""),
            ("☰ four", "\u{FFFD}  four"),
        ] {
            assert_eq!(agreed(text), drawn, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn as_many_cells_are_taken(text in "[a한\u{1F1E6}-\u{1F1FF}\u{1F3FB}👍👨❤1\u{FE0F}\u{200D}\u{20E3}\u{301}]{0,12}") {
            let text = clean(&text);
            prop_assert_eq!(cells(&agreed(&text)), cells(&text), "{:?}", text);
        }
    }
}
