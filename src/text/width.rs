//! How many terminal cells a text takes, by grapheme.
//!
//! The same crate as ratatui's answers, so what is measured here is what is drawn there.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Terminal cells that the text takes; a tab counts as one.
pub fn cells(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_cells).sum()
}

/// Whether each byte is a printable character of one cell: most of what is drawn, clean as it is and
/// not worth segmenting.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Cells of one grapheme. Line feeds take none.
pub(super) fn grapheme_cells(grapheme: &str) -> usize {
    match grapheme {
        "\t" => 1,
        _ => grapheme.width(),
    }
}

/// The longest beginning of the text that fits into `most` cells, and the cells that it takes.
/// Never cuts a grapheme.
pub fn take_cells(text: &str, most: usize) -> (&str, usize) {
    if is_plain(text) {
        let kept = text.get(..most).unwrap_or(text);
        return (kept, kept.len());
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
