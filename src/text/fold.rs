//! The key under which spellings of one word compare equal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents and macrons, full-width and compatibility forms made plain, Hangul
/// composed: `Ōhira`, `ōhira` and `OHIRA` all give `ohira`.
///
/// Folding twice gives the same as folding once. Offsets are not kept.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // A voicing mark distinguishes kana; every other mark is dropped.
    let bare = text
        .nfkd()
        .filter(|&c| !is_combining_mark(c) || matches!(c, '\u{3099}' | '\u{309A}'));
    let lower: String = bare.flat_map(char::to_lowercase).collect();
    lower
        .nfkd()
        .filter(|&c| !is_combining_mark(c) || matches!(c, '\u{3099}' | '\u{309A}'))
        .nfc()
        .collect()
}

/// Whether a text folds to this key, which is folded.
pub fn folds_to(text: &str, key: &str) -> bool {
    if text.is_ascii() {
        text.eq_ignore_ascii_case(key)
    } else {
        fold(text) == key
    }
}
