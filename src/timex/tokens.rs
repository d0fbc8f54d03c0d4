//! A text as tokens: words, numbers and marks, each with its place and what stands before it.
//!
//! One pass over the bytes, no regular expression. A word is a run of letters; `'s` is a token of
//! its own, so that "year's" begins with "year". Hyphens, dots and commas are marks, so that
//! "mid-March" is three tokens and "1,953" is three as well; the rules look at the gaps.

use crate::text::Span;

use super::lexicon::{Lexicon, WordId};

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Decimal digits, with how many there are; the value stops growing at nine digits.
    Number {
        /// What they say.
        value: u32,
        /// How many digits were written, leading zeros included.
        digits: u8,
    },
    /// One other character; curly quotes and all dashes are folded to `'`, `"`, `-` and `–`.
    Mark(char),
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// Blanks, or one line break.
    Space,
    /// An empty line.
    Paragraph,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// No capital at its start.
    Lower,
    /// A capital, then at least one small letter (or nothing).
    Title,
    /// Two or more capitals and nothing else.
    Upper,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    pub(crate) gap: Gap,
    pub(crate) case: Case,
    /// The word's entry, [`WordId::NONE`] for what the lexicon does not know.
    pub(crate) word: WordId,
}

/// Of a row of dots or dashes, so many are tokens: no rule looks at more, and a ruled page would be
/// nothing else.
const LONGEST_RUN: usize = 16;

/// Splits a text; the tokens are in order and cover everything but blanks and what is left of long
/// rows of one mark.
pub(crate) fn tokenize(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4 + 8);
    let (mut at, mut gap, mut lines) = (0, Gap::Paragraph, 0_u8);
    let mut run = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_whitespace() {
            lines = lines.saturating_add(u8::from(byte == b'\n'));
            gap = gap.max(if lines > 1 {
                Gap::Paragraph
            } else {
                Gap::Space
            });
            at += 1;
            continue;
        }
        let start = at;
        let (kind, case) = if byte.is_ascii_alphabetic() {
            at = end_of_word(text, at);
            at += hyphenated(bytes, start, at);
            (Kind::Word, case_of(&bytes[start..at]))
        } else if byte.is_ascii_digit() {
            at = end_of_digits(bytes, at);
            (number(&bytes[start..at]), Case::Lower)
        } else if byte.is_ascii() {
            at += 1;
            if byte == b'\'' && is_genitive(bytes, at, gap) {
                at += 1;
                (Kind::Word, Case::Lower)
            } else {
                (Kind::Mark(byte as char), Case::Lower)
            }
        } else {
            wide(text, &mut at, &mut gap)
        };
        if at == start {
            continue;
        }
        if case == Case::Lower && matches!(kind, Kind::Mark(' ')) {
            continue;
        }
        run = match (kind, tokens.last()) {
            (Kind::Mark(_), Some(last)) if last.kind == kind && gap == Gap::None => run + 1,
            _ => 0,
        };
        if run >= LONGEST_RUN {
            continue;
        }
        let word = match kind {
            Kind::Word => lexicon.word(&bytes[start..at]),
            Kind::Number { .. } | Kind::Mark(_) => WordId::NONE,
        };
        let span = Span::new(start, at);
        tokens.push(Token {
            span,
            kind,
            gap,
            case,
            word,
        });
        (gap, lines) = (Gap::None, 0);
    }
    tokens
}

/// Reads a character outside ASCII at `at`: a letter begins a word, a blank widens the gap.
fn wide(text: &str, at: &mut usize, gap: &mut Gap) -> (Kind, Case) {
    let Some(first) = text.get(*at..).and_then(|rest| rest.chars().next()) else {
        *at += 1;
        return (Kind::Mark(' '), Case::Lower);
    };
    if first.is_alphabetic() {
        let case = if first.is_uppercase() {
            Case::Title
        } else {
            Case::Lower
        };
        *at = end_of_word(text, *at);
        return (Kind::Word, case);
    }
    *at += first.len_utf8();
    if first.is_whitespace() {
        // U+2029 is a paragraph by itself.
        let wide = if first == '\u{2029}' {
            Gap::Paragraph
        } else {
            Gap::Space
        };
        *gap = (*gap).max(wide);
        return (Kind::Mark(' '), Case::Lower);
    }
    let genitive = matches!(first, '’') && is_genitive(text.as_bytes(), *at, *gap);
    if genitive {
        *at += 1;
        return (Kind::Word, Case::Lower);
    }
    let mark = match first {
        '‘' | '’' | 'ʼ' | '′' => '\'',
        '“' | '”' => '"',
        '‐' | '‑' | '−' => '-',
        '–' | '—' | '―' => '–',
        other => other,
    };
    (Kind::Mark(mark), Case::Lower)
}

fn end_of_word(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let plain = rest.iter().position(|byte| !byte.is_ascii_alphabetic());
        at += plain.unwrap_or(rest.len());
        if bytes.get(at).is_none_or(u8::is_ascii) {
            return at;
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(letter) if letter.is_alphabetic() => at += letter.len_utf8(),
            _ => return at,
        }
    }
}

/// How many bytes behind "to" belong to it: of "to-day", "to-morrow" and "to-night", as they were
/// written until the twenties.
fn hyphenated(bytes: &[u8], start: usize, end: usize) -> usize {
    let rest = bytes.get(end..).unwrap_or_default();
    let to = end - start == 2 && rest.first() == Some(&b'-');
    if !to || !bytes[start..end].eq_ignore_ascii_case(b"to") {
        return 0;
    }
    if start > 0 && bytes[start - 1] == b'-' {
        return 0;
    }
    let ends = |tail: &&[u8]| {
        let own = rest.get(..tail.len());
        let next = rest.get(tail.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(tail))
            && next.is_none_or(|next| !next.is_ascii_alphanumeric())
    };
    let tails: [&[u8]; 3] = [b"-day", b"-night", b"-morrow"];
    tails
        .iter()
        .find(|tail| ends(tail))
        .map_or(0, |tail| tail.len())
}

fn end_of_digits(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether an apostrophe that ends at `at` begins a genitive: `'s` right after a word, alone.
fn is_genitive(bytes: &[u8], at: usize, gap: Gap) -> bool {
    let alone = bytes
        .get(at + 1)
        .is_none_or(|next| !next.is_ascii_alphanumeric());
    gap == Gap::None && matches!(bytes.get(at), Some(b's' | b'S')) && alone
}

fn number(digits: &[u8]) -> Kind {
    let value = digits
        .iter()
        .take(9)
        .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    Kind::Number {
        value,
        digits: digits.len().min(255) as u8,
    }
}

fn case_of(word: &[u8]) -> Case {
    match word {
        [first, ..] if !first.is_ascii_uppercase() => Case::Lower,
        [_, rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_uppercase) => {
            Case::Upper
        }
        _ => Case::Title,
    }
}
