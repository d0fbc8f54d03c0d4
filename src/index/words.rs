//! Texts as words, words as keys.
//!
//! A key is folded (see [`fold`]) and decomposed, so that a Hangul syllable being typed is a prefix
//! of the one that is meant, and its first consonant of both. Parts of a hyphenated word are words,
//! and so is the whole; a possessive `'s` is dropped; the dots of an abbreviation are.

use unicode_normalization::UnicodeNormalization;

use super::variants::older;
use crate::text::fold;

/// The form in which a word is compared, whatever its script: no separators, no accents, small.
pub fn key(word: &str) -> String {
    let folded = fold(word);
    if folded.is_ascii() {
        return folded.chars().filter(|c| kept(*c)).collect();
    }
    folded
        .nfd()
        .map(older)
        .filter(|c| kept(*c) || matches!(c, '\u{3099}' | '\u{309A}'))
        .collect()
}

/// All words of a text joined into one key: `Yoon Suk-yeol` gives `yoonsukyeol`.
pub fn squash(text: &str) -> String {
    key(text)
}

fn kept(c: char) -> bool {
    c.is_alphanumeric() || c == '+'
}

/// Whether the character can stand within a word.
fn joins(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || byte >= 0x80
        || matches!(byte, b'\'' | b'.' | b'-' | b'+' | b'&')
}

/// Calls `each` with the key of every word of the text in order: the parts of a joined word before
/// the whole. The buffer is only there to be used again.
pub fn words(text: &str, buffer: &mut String, each: &mut impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let mut end = at;
        let mut plain = true;
        while let Some(&byte) = bytes.get(end) {
            if byte.is_ascii_alphanumeric() {
                end += 1;
            } else if joins(byte) {
                plain = false;
                end += 1;
            } else {
                break;
            }
        }
        if end > at {
            // Both ends are ASCII or the ends of the text, hence on boundaries.
            let chunk = text.get(at..end).unwrap_or_default();
            if plain {
                buffer.clear();
                buffer.push_str(chunk);
                buffer.make_ascii_lowercase();
                each(buffer);
            } else if chunk.is_ascii() {
                compound(chunk, each);
            } else {
                let spaced = chunk.split(|c: char| {
                    !(c.is_alphanumeric()
                        || is_mark(c)
                        || matches!(c, '\'' | '’' | '.' | '-' | '+'))
                });
                for part in spaced.filter(|part| !part.is_empty()) {
                    compound(&part.replace('’', "'"), each);
                }
            }
        }
        at = end + 1;
    }
}

/// Marks that may follow a letter where the text is not composed.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A word with signs in it: its parts, then the whole if that is another word.
fn compound(chunk: &str, each: &mut impl FnMut(&str)) {
    let chunk = chunk.trim_matches(['\'', '.', '-', '+', '&']);
    let lower = chunk.to_lowercase();
    let bare = lower.strip_suffix("'s").unwrap_or(&lower);
    let mut parts = 0;
    let mut joined = true;
    let mut whole = String::new();
    for part in bare.split(['-', '&']).filter(|part| !part.is_empty()) {
        let abbreviated = part.split('.').all(|letters| letters.chars().count() <= 1);
        let sentence = part.contains('.') && !abbreviated;
        joined &= !sentence;
        for piece in part.split(|c| sentence && c == '.') {
            let piece = key(piece.strip_suffix("'s").unwrap_or(piece));
            if piece.is_empty() {
                continue;
            }
            each(&piece);
            whole.push_str(&piece);
            parts += 1;
        }
    }
    if joined && (2..=4).contains(&parts) {
        each(&whole);
    }
}

/// The keys of the words of a text; of a joined word its parts.
pub fn keys(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut own: Vec<String> = Vec::new();
        words(word, &mut String::new(), &mut |key| {
            own.push(key.to_owned());
        });
        if own.len() > 1 {
            let parts = own.get(..own.len() - 1).unwrap_or_default().concat();
            if own.last() == Some(&parts) {
                own.pop();
            }
        }
        found.extend(own);
    }
    found
}
