//! Where one sentence ends and the next begins.
//!
//! A blank line always ends a sentence; a single line break does unless the line was wrapped at a
//! width. A full stop ends one unless it belongs to an abbreviation, an initial or a number. Linear
//! in the text; the spans are disjoint, in order, trimmed and never empty.

use super::Span;

/// Words before a full stop that rarely end a sentence, in lower case without the stop.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "adm",
    "cmdr", "sen", "rep", "reps", "sens", "gov", "amb", "st", "hon", "rev", "jr", "sr", "no",
    "nos", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "mt", "ft", "viz", "cf", "asst", "dept", "govt", "min", "sec", "lieut", "brig", "vol",
    "art", "para", "inst", "ult", "prox", "tel", "dep", "fig", "p", "pp", "ed", "eds", "etc",
    "approx",
];

/// Words that begin a sentence far more often than they follow "U.S." within one.
const STARTERS: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "but",
    "and",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "their",
    "its",
    "our",
    "there",
    "after",
    "before",
    "during",
    "while",
    "when",
    "as",
    "however",
    "meanwhile",
    "earlier",
    "later",
    "also",
    "both",
    "for",
    "from",
    "with",
    "under",
    "since",
    "if",
    "by",
    "to",
    "no",
    "not",
    "what",
    "who",
    "today",
    "yesterday",
    "although",
    "despite",
    "following",
    "asked",
    "another",
    "some",
    "many",
    "one",
];

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<Span> {
    sentences_of(text, &paragraphs(text))
}

/// The sentences of these paragraphs of a text.
pub fn sentences_of(text: &str, paragraphs: &[Span]) -> Vec<Span> {
    let mut found = Vec::with_capacity(text.len() / 100);
    for &paragraph in paragraphs {
        split(text, paragraph, &mut found);
    }
    found
}

/// Stretches of text between line breaks that are meant: blank lines, and breaks that no wrapping
/// at a width explains. Disjoint, in order, trimmed, not empty.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut group: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, Span::new(at, at + line.len()));
        at += line.len();
        if span.is_empty() {
            flush(text, &mut group, &mut found);
        } else {
            group.push(span);
        }
    }
    flush(text, &mut group, &mut found);
    found
}

/// Joins the lines that were wrapped.
fn flush(text: &str, group: &mut Vec<Span>, found: &mut Vec<Span>) {
    let widest = group.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut open: Option<Span> = None;
    let mut last: Option<Span> = None;
    for &line in group.iter() {
        let wrapped = last.is_some_and(|before| wraps(text, before, line, widest));
        open = match open {
            Some(part) if wrapped => Some(part.union(line)),
            Some(part) => {
                found.push(part);
                Some(line)
            }
            None => Some(line),
        };
        last = Some(line);
    }
    found.extend(open);
    group.clear();
}

/// Whether the first word of `next` would not have fitted at the end of `line`.
fn wraps(text: &str, line: Span, next: Span, widest: usize) -> bool {
    let word = next.of(text).split_whitespace().next().map_or(0, str::len);
    let bullet = next
        .of(text)
        .starts_with(['-', '•', '*', '–', '#', '|', '>', '·']);
    (30..=130).contains(&widest)
        && !bullet
        && line.len() + 1 + word + 12 > widest
        && line.len() > 24
}

fn trimmed(text: &str, span: Span) -> Span {
    let inner = span.of(text);
    let left = inner.len() - inner.trim_start().len();
    let start = span.start as usize + left;
    Span::new(start, start + inner.trim().len())
}

fn split(text: &str, paragraph: Span, found: &mut Vec<Span>) {
    let body = paragraph.of(text);
    let mut start = 0;
    // Marks and closing brackets that follow one another are looked at as one run, once.
    let (mut run_end, mut next) = (0, "");
    for (at, c) in stops(body) {
        if at < start {
            continue;
        }
        let after_mark = at + c.len_utf8();
        if at >= run_end {
            let rest = body.get(after_mark..).unwrap_or_default();
            let after =
                rest.trim_start_matches(['.', '!', '?', '"', '\'', '”', '’', ')', ']', '…']);
            run_end = body.len() - after.len();
            next = after.trim_start();
        }
        let spaced = body.len() - next.len() > run_end;
        let before = body.get(start..at).unwrap_or_default();
        if c == '。' || ends(before, next, spaced, c, run_end - after_mark) {
            push(text, paragraph, start, run_end, found);
            start = run_end;
        }
    }
    push(text, paragraph, start, body.len(), found);
}

/// The marks that can end a sentence, with their places.
fn stops(body: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = body.as_bytes();
    let plain = body.is_ascii().then(|| {
        let marks = memchr::memchr3_iter(b'.', b'!', b'?', bytes);
        marks.filter_map(|at| Some((at, char::from(*bytes.get(at)?))))
    });
    let wide = plain.is_none().then(|| wide_stops(body));
    let (plain, wide) = (plain.into_iter().flatten(), wide.into_iter().flatten());
    plain.chain(wide)
}

/// The same of a text that is not of ASCII alone.
fn wide_stops(body: &str) -> impl Iterator<Item = (usize, char)> {
    // The wide ones begin with these bytes: "…" is E2 80 A6, "。" E3 80 82.
    let mut bytes = body.bytes().enumerate();
    std::iter::from_fn(move || {
        bytes.find_map(|(at, byte)| match byte {
            b'.' | b'!' | b'?' => Some((at, byte as char)),
            0xE2 | 0xE3 => {
                let c = body.get(at..)?.chars().next()?;
                matches!(c, '…' | '。').then_some((at, c))
            }
            _ => None,
        })
    })
}

fn push(text: &str, paragraph: Span, start: usize, end: usize, found: &mut Vec<Span>) {
    let base = paragraph.start as usize;
    let span = trimmed(text, Span::new(base + start, base + end));
    if !span.is_empty() {
        found.push(span);
    }
}

/// Whether the mark between `before` and `next` ends a sentence; `spaced` tells whether there is
/// white space before `next`.
fn ends(before: &str, next: &str, spaced: bool, mark: char, closers: usize) -> bool {
    let Some(first) = next.chars().next() else {
        return false;
    };
    let word = tail(before)
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '‘' | '['))
        .next()
        .unwrap_or_default();
    if !spaced {
        // No space: only where a lower-case word runs into a capitalised one ("name.Kim also").
        let lower = word.chars().count() > 2 && word.chars().all(|c| c.is_lowercase() || c == '”');
        let second = next.chars().nth(1);
        return mark == '.'
            && lower
            && first.is_uppercase()
            && second.is_some_and(|c| c.is_lowercase() || c == ' ');
    }
    let opens = first.is_uppercase()
        || first.is_numeric()
        || matches!(first, '"' | '“' | '‘' | '\'' | '(' | '[')
        || !first.is_ascii() && first.is_alphabetic() && !first.is_lowercase();
    if !opens {
        return false;
    }
    // "the United States (U.S.) Security Council".
    let bracketed = || {
        let open = tail(before).strip_suffix(word);
        word.contains('.') && word.len() <= 6 && open.is_some_and(|open| open.ends_with('('))
    };
    if mark == '.' && closers == 1 && bracketed() {
        return starts(next);
    }
    if mark != '.' || closers > 0 {
        return true;
    }
    let is_one_of = |words: &[&str]| words.iter().any(|own| own.eq_ignore_ascii_case(word));
    if is_one_of(ABBREVIATIONS) {
        // "etc." and "no." end sentences where a starter follows.
        return is_one_of(&["etc", "no", "jr", "sr"]) && starts(next);
    }
    if let Some(letters) = word.rsplit('.').next() {
        let initials = word.contains('.') && letters.chars().count() <= 2;
        let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        if initials || initial {
            return starts(next);
        }
    }
    true
}

/// The end of a text, as far as a word can reach that says something about a full stop.
fn tail(text: &str) -> &str {
    const REACH: usize = 48;
    let mut from = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}

/// Whether a text begins with a word that usually begins a sentence.
fn starts(text: &str) -> bool {
    let other = |c: char| !c.is_alphanumeric();
    let word = text.trim_start_matches(other).split(other).next();
    word.is_some_and(|word| STARTERS.iter().any(|own| own.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_sentences() {
        check(
            "Mr. Brown met Gen. A. B. Carter on Jan. 4. They spoke.",
            &["Mr. Brown met Gen. A. B. Carter on Jan. 4.", "They spoke."],
        );
        check(
            "The United States (U.S.) Navy left (at 5 p.m.). Two stayed.",
            &[
                "The United States (U.S.) Navy left (at 5 p.m.).",
                "Two stayed.",
            ],
        );
        check(
            "The U.S. Secretary left. He left the U.S. The party stayed.",
            &[
                "The U.S. Secretary left.",
                "He left the U.S.",
                "The party stayed.",
            ],
        );
    }

    #[test]
    fn quotes_stay_with_their_sentence() {
        check("“We agree.” He left.", &["“We agree.”", "He left."]);
    }

    #[test]
    fn missing_space_is_seen() {
        check(
            "their official name.Kim also left.",
            &["their official name.", "Kim also left."],
        );
        check("See state.gov for more", &["See state.gov for more"]);
    }

    #[test]
    fn wrapped_lines_are_joined_and_short_ones_are_not() {
        check(
            "The ministers of both countries will meet in the\ncapital on Monday to talk about trade and about\nthe sea.",
            &[
                "The ministers of both countries will meet in the\ncapital on Monday to talk about trade and about\nthe sea.",
            ],
        );
        check(
            "Asia\nThe ministers of both countries meet in the capital",
            &[
                "Asia",
                "The ministers of both countries meet in the capital",
            ],
        );
    }
}
