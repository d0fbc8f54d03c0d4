//! The day of publication as the text itself tells it.
//!
//! Looked for near both ends of the text, in this order of trust: a word such as "Published" with a
//! date, a line that is only a date, a dateline; then the name of the file. Only full dates count: a
//! dateline without a year ("Washington, February 4:") leaves the year to what understands the text.

use super::patterns::Patterns;
use super::when;
use crate::document::{Block, BlockKind, Dct, DctOrigin, Origin};
use crate::text::{Span, clean_line, fold};
use crate::time::Edtf;

/// How many lines from either end can hold a stamp.
const HEAD_LINES: usize = 14;
const TAIL_LINES: usize = 8;
/// A longer line is prose, whatever word it begins with.
const LONGEST_STAMP: usize = 140;

/// A line of the text that says something.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// The line without its end.
    pub(super) text: &'t str,
    /// Where it begins.
    pub(super) at: usize,
    /// Whether the markup told already what it is.
    pub(super) taken: bool,
}

impl Line<'_> {
    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        Span::new(self.at, self.at + self.text.len())
    }

    /// The line as a block.
    pub(super) fn block(&self, kind: BlockKind) -> Block {
        Block {
            span: self.span(),
            kind,
        }
    }

    /// A part of the line, by a span of the whole text.
    pub(super) fn slice(&self, span: Span) -> &str {
        let from = (span.start as usize).saturating_sub(self.at);
        let to = (span.end as usize).saturating_sub(self.at);
        self.text.get(from..to).unwrap_or_default()
    }
}

/// What stamps say, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Stamps {
    /// The best of the dates.
    pub(super) dct: Option<Dct>,
    /// All stamps, in order.
    pub(super) blocks: Vec<Block>,
}

/// How far a kind of stamp is trusted; the smaller, the further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Trust {
    Word(usize),
    DateAlone,
    Dateline,
}

struct Stamp {
    trust: Trust,
    date: Edtf,
    /// Relative to the line.
    evidence: Span,
    /// How much of the line is the stamp.
    len: usize,
}

/// The stamps of a text, by its lines.
pub(super) fn find(lines: &[Line<'_>], patterns: &Patterns) -> Stamps {
    let mut best: Option<(Trust, Dct)> = None;
    let mut blocks = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if index >= HEAD_LINES && index + TAIL_LINES < lines.len() {
            continue;
        }
        let first = index == 0;
        let Some(stamp) = word_stamp(line.text, first, patterns)
            .or_else(|| date_alone(line.text))
            .or_else(|| (index < HEAD_LINES).then(|| dateline(line.text)).flatten())
        else {
            continue;
        };
        // A list of dates is a chronology and not a series of stamps.
        if stamp.trust == Trust::DateAlone && blocks.len() > 3 {
            continue;
        }
        if stamp.len > 0 {
            blocks.push(Block {
                span: Span::new(line.at, line.at + stamp.len),
                kind: BlockKind::Stamp,
            });
        }
        if best.as_ref().is_none_or(|(trust, _)| stamp.trust < *trust) {
            let origin = match stamp.trust {
                Trust::Word(_) | Trust::DateAlone => DctOrigin::Stamp,
                Trust::Dateline => DctOrigin::Dateline,
            };
            let dct = Dct {
                date: stamp.date,
                origin,
                evidence: Some(stamp.evidence.shifted(line.at)),
            };
            best = Some((stamp.trust, dct));
        }
    }
    Stamps {
        dct: best.map(|(_, dct)| dct),
        blocks,
    }
}

/// "Published March 10, 2021 at 12:19 KST", "date: 2021-03-10"; in the first line of a text, prose
/// may follow on the same line.
fn word_stamp(line: &str, first: bool, patterns: &Patterns) -> Option<Stamp> {
    let indent = line.len() - line.trim_start().len();
    let trimmed = line.get(indent..)?.trim_end();
    let head: String = trimmed.chars().take(60).collect();
    let folded = fold(&head);
    let words = &patterns.words().stamps;
    let (rank, word) = words
        .iter()
        .enumerate()
        .filter(|(_, word)| folded.starts_with(word.as_str()))
        .max_by_key(|(_, word)| word.len())?;
    // Folding keeps the number of characters of these words, in every script that they are in.
    let mut at: usize = trimmed
        .chars()
        .take(word.chars().count())
        .map(char::len_utf8)
        .sum();
    let after = trimmed.get(at..)?;
    if after.starts_with(char::is_alphanumeric) && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    at += after.len()
        - after
            .trim_start_matches(|c: char| c.is_whitespace() || ":：|-–—.,".contains(c))
            .len();
    for small in ["on ", "at ", "the "] {
        if trimmed.get(at..)?.starts_with(small) {
            at += small.len();
        }
    }
    let found = when::date_at(trimmed, at)?;
    let end = found.span.end as usize;
    let rest = trimmed.get(end..).unwrap_or_default();
    let named = patterns.words().languages.contains(&fold(rest.trim()));
    let short = trimmed.len() <= LONGEST_STAMP && !is_prose(rest);
    let len = if named || short {
        line.len()
    } else if first && rest.starts_with(char::is_whitespace) {
        indent + end + (rest.len() - rest.trim_start().len())
    } else {
        return None;
    };
    Some(Stamp {
        trust: Trust::Word(rank),
        date: found.date,
        evidence: found.span.shifted(indent),
        len,
    })
}

/// Whether what follows a date reads like a sentence: several words without a capital.
fn is_prose(rest: &str) -> bool {
    let lower = |word: &&str| word.chars().count() > 2 && word.chars().all(char::is_lowercase);
    rest.split_whitespace().filter(lower).count() > 1
}

fn date_alone(line: &str) -> Option<Stamp> {
    if line.len() > LONGEST_STAMP {
        return None;
    }
    let found = when::only_date(line)?;
    Some(Stamp {
        trust: Trust::DateAlone,
        date: found.date,
        evidence: found.span,
        len: line.len(),
    })
}

/// "SEOUL, March 10, 2021 (Agency) — The minister …", "Seoul, June 17, 1884."
fn dateline(line: &str) -> Option<Stamp> {
    let head = beginning(line, 120);
    let found = when::find(head)?;
    let (start, end) = (found.span.start as usize, found.span.end as usize);
    let place = head.get(..start)?.trim();
    let after = head.get(end..)?.trim_start();
    let named = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(word, "of" | "the")
    };
    let is_place = place.len() <= 80
        && !place.is_empty()
        && place.ends_with([',', '.', '-', '–', '—', '(', ':', ')'])
        && place.split_whitespace().all(named)
        && place.split_whitespace().count() <= 8;
    let introduces = after.starts_with(['(', '-', '–', '—', ':', '/', ')']);
    let alone = line.trim_end().len() <= end + 2;
    (is_place && (introduces || alone)).then_some(Stamp {
        trust: Trust::Dateline,
        date: found.date,
        evidence: found.span,
        len: if alone { line.len() } else { 0 },
    })
}

/// At most so many bytes from the beginning, ending on a character.
fn beginning(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The date in the name of the file: `2021-03-10_tokyo.txt`, `minutes 20210310.md`.
pub(super) fn from_file_name(origin: &Origin) -> Option<Dct> {
    let Origin::File(path, _) = origin else {
        return None;
    };
    let stem = path.file_stem()?.to_string_lossy();
    // A name may glue a date to letters (`yna20210310en`), but not to more digits.
    let mut previous = ' ';
    for (at, c) in stem.char_indices() {
        if c.is_ascii_digit() && !previous.is_ascii_digit() {
            let found = when::date_at(&stem, at).filter(|found| {
                let next = stem
                    .get(found.span.end as usize..)
                    .and_then(|rest| rest.chars().next());
                !next.is_some_and(|c| c.is_ascii_hexdigit())
            });
            if let Some(found) = found {
                return Some(Dct {
                    date: found.date,
                    origin: DctOrigin::FileName,
                    evidence: None,
                });
            }
        }
        previous = c;
    }
    None
}

/// The agency in brackets at the end of a line, with the brackets.
pub(super) fn agency_tail<'t>(line: &'t str, patterns: &Patterns) -> Option<&'t str> {
    let line = line.trim_end();
    if !line.ends_with([')', ']']) {
        return None;
    }
    let open = line.rfind(['(', '['])?;
    let tail = line.get(open..)?;
    let name = tail.trim_matches(['(', ')', '[', ']']);
    let is_agency = |name: &str| patterns.words().agencies.contains(&fold(name.trim()));
    (tail.len() <= 60 && name.split(['/', '-']).all(is_agency)).then_some(tail)
}

/// The publisher, where a line or an agency's tail names it.
pub(super) fn publisher(lines: &[Line<'_>], patterns: &Patterns) -> Option<String> {
    let near_ends = lines
        .iter()
        .take(HEAD_LINES)
        .chain(lines.iter().rev().take(TAIL_LINES));
    let mut agency = None;
    for line in near_ends {
        if let Some((word, name)) = line.text.split_once([':', '：'])
            && line.text.len() <= LONGEST_STAMP
            && patterns.words().publishers.contains(&fold(word.trim()))
        {
            let name = clean_line(name);
            if !name.is_empty() {
                return Some(name);
            }
        }
        let tail = agency_tail(line.text, patterns);
        agency =
            agency.or_else(|| tail.map(|tail| clean_line(tail.trim_matches(['(', ')', '[', ']']))));
    }
    agency
}
