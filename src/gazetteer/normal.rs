//! The form of a text in which names are looked up.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Bytes of the longest names, and as many behind them.
const ROOM: usize = 256;

/// Lower case, no accents, hyphens as spaces, runs of white space as one, initials between two
/// words left out; with the way back to the text.
#[derive(Default)]
pub(super) struct Normal {
    /// The normal form.
    pub(super) text: String,
    /// For each byte of it, where in the text its character begins; then where the text goes on.
    pub(super) origin: Vec<u32>,
}

impl Normal {
    /// With room for what is read of most names and what stands behind them.
    pub(super) fn roomy() -> Self {
        Self {
            text: String::with_capacity(ROOM),
            origin: Vec::with_capacity(ROOM),
        }
    }

    /// The normal form of a text. Linear.
    pub(super) fn of(text: &str) -> Self {
        let mut normal = Self::default();
        normal.read(text, 0..text.len(), 0);
        normal
    }

    /// Becomes the normal form of a part of a text and of what follows it, so many bytes or a few more.
    /// The part begins with a word. Gives the length of the normal form of the part.
    pub(super) fn read(&mut self, text: &str, part: Range<usize>, beyond: usize) -> usize {
        self.text.clear();
        self.origin.clear();
        let bytes = text.as_bytes();
        let mut at = part.start;
        let mut own = None;
        while let Some(&byte) = bytes.get(at) {
            if at >= part.end && self.text.len() > *own.get_or_insert(self.text.len()) + beyond {
                break;
            }
            let rest = bytes.get(at..).unwrap_or_default().iter();
            let letters = rest.take_while(|byte| byte.is_ascii_lowercase()).count();
            if letters > 0 {
                let end = at + letters;
                self.text.push_str(text.get(at..end).unwrap_or_default());
                self.origin.extend(at as u32..end as u32);
                at = end;
            } else if byte.is_ascii_uppercase()
                && let Some(len) = initial(text, at)
            {
                at += len;
            } else if byte.is_ascii() {
                self.push_ascii(byte as char, at);
                at += 1;
            } else {
                let c = text.get(at..).and_then(|rest| rest.chars().next());
                let Some(c) = c else { break };
                self.push_other(c, at);
                at += c.len_utf8();
            }
        }
        self.origin.push(at as u32);
        own.unwrap_or(self.text.len())
    }

    /// A word of ASCII in lower case, for which the normal form makes room.
    pub(super) fn lower(&mut self, word: &str) -> &str {
        self.text.clear();
        self.text.push_str(word);
        self.text.make_ascii_lowercase();
        &self.text
    }

    fn push_ascii(&mut self, c: char, at: usize) {
        if c.is_ascii_whitespace() || c == '-' {
            if !self.text.ends_with(' ') {
                self.push(' ', at);
            }
        } else {
            self.push(c.to_ascii_lowercase(), at);
        }
    }

    fn push_other(&mut self, c: char, at: usize) {
        if c.is_whitespace() || matches!(c, '\u{2010}' | '\u{2011}') {
            self.push_ascii(' ', at);
        } else if c == '’' {
            self.push('\'', at);
        } else if matches!(c, '\u{3040}'..='\u{FAFF}' | '–' | '—' | '‘' | '“' | '”') {
            self.push(c, at);
        } else {
            for part in c.nfkd().filter(|&c| !is_combining_mark(c)) {
                for low in part.to_lowercase() {
                    self.push(low, at);
                }
            }
        }
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.origin.push(at as u32);
        }
    }
}

/// The length of an initial with the white space behind it ("J. "), where one begins at `at`
/// between two capitalised words.
pub(super) fn initial(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if at < 3 || bytes[at - 1] != b' ' || !bytes[at - 2].is_ascii_lowercase() {
        return None;
    }
    let (dot, gap) = match (bytes.get(at + 1), bytes.get(at + 2)) {
        (Some(b'.'), Some(b' ' | b'\n')) => (1, 1),
        (Some(b' '), _) => (0, 1),
        _ => return None,
    };
    let next = bytes.get(at + 1 + dot + gap)?;
    let word = text.get(..at - 1)?.rsplit([' ', '\n', '(']).next()?;
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    (capital && next.is_ascii_uppercase()).then_some(1 + dot + gap)
}
