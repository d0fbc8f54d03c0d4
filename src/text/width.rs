//! How many terminal cells a text takes, by grapheme.
//!
//! The same crate as ratatui's answers, so what is measured here is what is drawn there.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Terminal cells that the text takes; a tab counts as one.
pub fn cells(text: &str) -> usize {
    plain_cells(text).unwrap_or_else(|| text.graphemes(true).map(grapheme_cells).sum())
}

/// Cells of a text in which each character is one cell and one grapheme: most of what is drawn,
/// clean as it is and not worth segmenting. `None` where a closer look is needed.
pub fn plain_cells(text: &str) -> Option<usize> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Some(text.len());
    }
    let mut cells = 0;
    for c in text.chars() {
        if !is_plain(c) {
            return None;
        }
        cells += 1;
    }
    Some(cells)
}

/// Letters of Western Europe, punctuation, arrows, lines, blocks and shapes: none of them joins a
/// neighbour of their kind. The signs of the screen are among them.
fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{A1}'..='\u{A8}' | '\u{AA}'..='\u{AC}' | '\u{AF}'..='\u{17F}'
        | '‐'..='―' | '‘'..='‟' | '…' | '←'..='↓' | '①'..='⑳' | '─'..='▩' | '▬'..='▵' | '▷'..='▿'
        | '◁'..='◺' | '❖')
}

/// Cells of one grapheme. Line feeds take none.
pub(super) fn grapheme_cells(grapheme: &str) -> usize {
    match grapheme.as_bytes() {
        [b'\t' | b' '..=b'~'] => 1,
        _ => grapheme.width(),
    }
}

/// The longest beginning of the text that fits into `most` cells, and the cells that it takes.
/// Never cuts a grapheme.
pub fn take_cells(text: &str, most: usize) -> (&str, usize) {
    if let Some(cells) = plain_cells(text) {
        let cut = text.char_indices().nth(most);
        return match cut {
            Some((at, _)) => (text.get(..at).unwrap_or_default(), most),
            None => (text, cells),
        };
    }
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let width = grapheme_cells(grapheme);
        if used + width > most {
            return (text.get(..at).unwrap_or_default(), used);
        }
        used += width;
    }
    (text, used)
}

/// The text in at most `most` cells, with `…` at the end where something was cut.
pub fn fit(text: &str, most: usize) -> std::borrow::Cow<'_, str> {
    let (whole, _) = take_cells(text, most);
    if whole.len() == text.len() {
        return text.into();
    }
    if most == 0 {
        return "".into();
    }
    let (kept, _) = take_cells(text, most - 1);
    format!("{}…", kept.trim_end()).into()
}

#[cfg(test)]
mod tests {
    use super::super::clean::clean;
    use super::*;

    #[test]
    fn plain_characters_take_a_cell_each_and_join_no_other() {
        let plain: Vec<char> = ('\0'..='\u{FFFF}').filter(|c| is_plain(*c)).collect();
        for a in &plain {
            let one = a.to_string();
            assert_eq!(one.width(), 1, "{a:?}");
            assert_eq!(clean(&one), one, "{a:?}");
            for b in &plain {
                let two = format!("{a}{b}");
                assert_eq!(two.graphemes(true).count(), 2, "{two:?}");
            }
        }
    }
}
