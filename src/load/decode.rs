//! From bytes to text.
//!
//! In this order: a byte-order mark; valid UTF-8; UTF-16 that forgot its mark; otherwise UTF-8 with
//! what is not replaced by U+FFFD, and a warning that names the first such line.

use std::borrow::Cow;

use super::report::Notice;

/// A text and what had to be guessed.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    /// The text, not yet clean.
    pub(super) text: Cow<'b, str>,
    /// What the reader should know about it.
    pub(super) warning: Option<Notice>,
}

/// The text that the bytes hold.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes);
    }
    match zeros(bytes) {
        Some(Zeros::Odd) => utf16(bytes, u16::from_le_bytes),
        Some(Zeros::Even) => utf16(bytes, u16::from_be_bytes),
        None => utf8(bytes),
    }
}

enum Zeros {
    Odd,
    Even,
}

/// Latin text in UTF-16 has a zero as every second byte.
fn zeros(bytes: &[u8]) -> Option<Zeros> {
    let head = bytes.get(..bytes.len().min(1_024))?;
    let pairs = head.chunks_exact(2);
    let (all, mut even, mut odd) = (pairs.len(), 0, 0);
    for pair in pairs {
        even += usize::from(pair[0] == 0 && pair[1] != 0);
        odd += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let most = |count: usize| all >= 4 && count * 10 > all * 7;
    match (most(even), most(odd)) {
        (true, _) => Some(Zeros::Even),
        (_, true) => Some(Zeros::Odd),
        _ => None,
    }
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: text.into(),
            warning: None,
        },
        Err(error) => {
            let line = line_of(bytes, error.valid_up_to());
            Decoded {
                text: String::from_utf8_lossy(bytes),
                warning: Some(Notice::at_line(
                    "not all of it is valid UTF-8; what is not is shown as \u{FFFD}",
                    line,
                )),
            }
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let pairs = bytes.chunks_exact(2);
    let torn = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut broken = torn;
    let text: String = char::decode_utf16(units)
        .map(|decoded| {
            decoded.unwrap_or_else(|_| {
                broken = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Decoded {
        text: text.into(),
        warning: broken.then(|| {
            Notice::new("not all of it is valid UTF-16; what is not is shown as \u{FFFD}")
        }),
    }
}

/// The number of the line, from 1, that holds the byte at `at`.
pub(super) fn line_of(bytes: &[u8], at: usize) -> usize {
    let before = bytes.get(..at).unwrap_or(bytes);
    1 + memchr::memchr_iter(b'\n', before).count()
}
