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
/// possessive ending is a token of its own ("'s").
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let body = within.of(text);
    let mut found = Vec::with_capacity(body.len() / 5);
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = at + c.len_utf8();
        let word = c.is_alphanumeric();
        if word {
            while let Some(&(next, c)) = chars.peek() {
                let rest = body.get(next + c.len_utf8()..).unwrap_or_default();
                if !(c.is_alphanumeric()
                    || is_inner(c, rest, body.get(at..end).unwrap_or_default()))
                {
                    break;
                }
                end = next + c.len_utf8();
                chars.next();
            }
        } else if matches!(c, '\'' | '’') {
            let after = body.get(end..).unwrap_or_default();
            let mut letters = after.chars();
            let possessive = matches!(letters.next(), Some('s' | 'S'))
                && !letters.next().is_some_and(char::is_alphanumeric)
                && found.last().is_some_and(|last: &Token| {
                    last.word && last.span.end as usize == within.start as usize + at
                });
            if possessive {
                chars.next();
                end += 1;
            }
        }
        let base = within.start as usize;
        found.push(Token {
            span: Span::new(base + at, base + end),
            word,
        });
    }
    found
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
        '\'' | '’' => {
            let mut letters = rest.chars();
            let ending = matches!(letters.next(), Some('s' | 'S'))
                && !letters.next().is_some_and(char::is_alphanumeric);
            joins && !ending
        }
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
    }
}
