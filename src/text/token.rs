//! Words, numbers and marks of a sentence.

use super::Span;

/// A word, a number or a single mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text.
    pub span: Span,
    /// Whether it is a word or a number; otherwise it is one mark.
    pub word: bool,
}

/// The tokens of a part of a text: disjoint, in order, without white space.
///
/// Hyphens, apostrophes and stops within a word belong to it ("Suk-yeol", "don't", "U.S."); a
/// possessive ending and a shortened verb are tokens of their own ("'s", "'ll").
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let body = within.of(text);
    let mut found = Vec::with_capacity(body.len() / 4 + 4);
    let mut next = 0;
    while let Some(c) = char_at(body, next) {
        let at = next;
        let mut end = at + c.len_utf8();
        next = end;
        if c.is_whitespace() {
            continue;
        }
        let word = c.is_alphanumeric();
        if word {
            loop {
                end += letters(body, end);
                let Some(c) = char_at(body, end).filter(|&c| c != ' ') else {
                    break;
                };
                let after = end + c.len_utf8();
                let rest = body.get(after..).unwrap_or_default();
                if !(c.is_alphanumeric()
                    || is_inner(c, rest, body.get(at..end).unwrap_or_default()))
                {
                    break;
                }
                end = after;
            }
        } else if matches!(c, '\'' | '’') {
            let after = body.get(end..).unwrap_or_default();
            let behind_word = found.last().is_some_and(|last: &Token| {
                last.word && last.span.end as usize == within.start as usize + at
            });
            if behind_word {
                end += ending(after);
            }
        }
        next = end;
        let base = within.start as usize;
        found.push(Token {
            span: Span::new(base + at, base + end),
            word,
        });
    }
    found
}

/// The character that begins at a byte.
fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(*byte as char),
        _ => text.get(at..)?.chars().next(),
    }
}

/// How many letters and digits of ASCII stand at a byte.
fn letters(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let other = rest.iter().position(|byte| !byte.is_ascii_alphanumeric());
    other.unwrap_or(rest.len())
}

/// Bytes of the ending behind an apostrophe that is a token of its own: the "s" of "Japan's", the "ll"
/// of "she'll"; 0 if there is none.
fn ending(after: &str) -> usize {
    let word = after.split(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    match word {
        "s" | "S" | "ll" | "re" | "ve" | "m" => word.len(),
        _ => 0,
    }
}

/// Words that are written with a stop.
const STOPPED: [&str; 26] = [
    "Mr", "Mrs", "Ms", "Dr", "Gen", "Adm", "Capt", "Col", "Lt", "Sen", "Rep", "Gov", "Prof",
    "Messrs", "Jr", "Sr", "Maj", "Sgt", "Hon", "Rev", "Amb", "MR", "MRS", "MS", "DR", "GEN",
];

/// Whether a mark within a word belongs to it; `rest` is what follows, `before` the word so far.
fn is_inner(c: char, rest: &str, before: &str) -> bool {
    let next = rest.chars().next();
    let joins = next.is_some_and(char::is_alphanumeric);
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '&' => joins,
        '\'' | '’' => joins && ending(rest) == 0,
        ',' => joins && next.is_some_and(char::is_numeric) && before.ends_with(char::is_numeric),
        '+' => joins && before.ends_with(char::is_numeric),
        '.' => {
            let last = before.rsplit(['.', '-']).next().unwrap_or_default();
            let initials = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
            let initial = initials && before.chars().all(char::is_uppercase);
            let number = before.ends_with(char::is_numeric) && next.is_some_and(char::is_numeric);
            number
                || initials && (joins || before.contains('.'))
                || initial && next.is_some_and(char::is_whitespace)
                || STOPPED.contains(&before)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let all = Span::new(0, text.len());
        let found: Vec<&str> = tokens(text, all).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_keep_their_inner_marks() {
        check("U.S.-ROK talks", &["U.S.-ROK", "talks"]);
        check(
            "Japan's Suk-yeol, 28,500.",
            &["Japan", "'s", "Suk-yeol", ",", "28,500", "."],
        );
        check("Mr. J. Doe met.", &["Mr.", "J.", "Doe", "met", "."]);
        check("the U.S. said 3.5", &["the", "U.S.", "said", "3.5"]);
        check("don’t “go”", &["don’t", "“", "go", "”"]);
        check(
            "she’ll go, I'm told",
            &["she", "’ll", "go", ",", "I", "'m", "told"],
        );
    }
}
