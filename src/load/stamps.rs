//! The day of publication as the text itself tells it.
//!
//! Looked for near both ends of the text, in this order of trust: a word such as "Published" with a
//! date, a line that is only a date, a dateline, a date beside two or three words, a word such as
//! "Updated"; then the name of the file. Only full dates count: a dateline without a year
//! ("Washington, February 4:") leaves the year to what understands the text.

mod cable;
mod line;

use super::patterns::Patterns;
use super::when;
use crate::document::{Block, BlockKind, Dct, DctOrigin, Origin};
use crate::text::{Span, clean_line, fold};
use crate::time::{Date, Edtf};
use line::Trust;

/// How many lines from either end can hold a stamp.
const HEAD_LINES: usize = 14;
const TAIL_LINES: usize = 8;
/// A line of a menu has at most so many words; so many lines are looked through for what stands behind them.
const MENU_WORDS: usize = 4;
const MENU_LINES: usize = 120;
/// A longer line is prose, whatever word it begins with.
const LONGEST_STAMP: usize = 140;
/// So many different days in lines of their own are those of a chronology.
const CHRONOLOGY: usize = 3;
/// The lines above a chronology: the latest of its days there is its own.
const OPENING: usize = 5;

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

/// The stamps of a text, by its lines.
pub(super) fn find(lines: &[Line<'_>], patterns: &Patterns) -> Stamps {
    let mut best: Option<(Trust, Dct)> = None;
    let mut blocks = Vec::new();
    let near = |index: usize| index < HEAD_LINES || index + TAIL_LINES >= lines.len();
    let menus = behind_menus(lines);
    let stamps: Vec<(&Line<'_>, line::Stamp)> = lines
        .iter()
        .enumerate()
        .filter(|(index, _)| near(*index) || *index < menus)
        .filter_map(|(index, line)| {
            let head = index < HEAD_LINES;
            let own = near(index).then(|| line::stamp(line.text, index == 0, head, patterns));
            let below = || line::dateline(line.text).filter(|_| index < menus);
            let stamp = own.flatten().or_else(below);
            let next = lines.get(index + 1).filter(|_| head);
            let stamp = stamp.or_else(|| next.and_then(|next| wrapped(line, next, patterns)));
            Some((line, stamp?))
        })
        .collect();
    let mut listed: Vec<Edtf> = stamps
        .iter()
        .filter(|(_, stamp)| matches!(stamp.trust, Trust::DateAlone | Trust::Beside))
        .map(|(_, stamp)| stamp.date)
        .collect();
    listed.sort_unstable_by_key(Edtf::range);
    listed.dedup();
    let opening = lines.get(OPENING).map_or(usize::MAX, |line| line.at);
    let printed = printed(lines, &stamps);
    for (line, stamp) in stamps {
        let loose = matches!(stamp.trust, Trust::DateAlone | Trust::Beside);
        let above = line.at < opening && listed.last() == Some(&stamp.date);
        if loose && listed.len() >= CHRONOLOGY && !above {
            continue;
        }
        if stamp.len > 0 {
            blocks.push(Block {
                span: Span::new(line.at, line.at + stamp.len),
                kind: BlockKind::Stamp,
            });
        }
        // Nothing is written before the day that it prints above its first sentence; and a later day far
        // above that is the day on which the page was looked at.
        let outdated = printed.is_some_and(|(day, _)| day > stamp.date.range().first());
        let looked_at = printed.is_some_and(|(day, at)| {
            day < stamp.date.range().first() && line.at < at && stamp.trust == Trust::DateAlone
        });
        if outdated && line.at == 0 || looked_at {
            continue;
        }
        if best.as_ref().is_none_or(|(trust, _)| stamp.trust < *trust) {
            let origin = match stamp.trust {
                Trust::Dateline => DctOrigin::Dateline,
                _ => DctOrigin::Stamp,
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

/// Where a dateline may still stand: a page can begin with menus of short lines.
fn behind_menus(lines: &[Line<'_>]) -> usize {
    let long = |line: &&Line<'_>| line.text.split_whitespace().count() > MENU_WORDS;
    let mut said = 0;
    let head = lines.iter().take(MENU_LINES).take_while(|line| {
        said += usize::from(long(line));
        said <= HEAD_LINES
    });
    head.count()
}

/// The day in a line of its own, or beside a few words, right above the first line of prose; and where the
/// line begins.
fn printed(lines: &[Line<'_>], stamps: &[(&Line<'_>, line::Stamp)]) -> Option<(Date, usize)> {
    let prose = lines
        .iter()
        .position(|line| line.text.len() > LONGEST_STAMP && line.text.trim_end().ends_with('.'))?;
    let above = lines
        .get(prose.checked_sub(1)?)
        .filter(|line| line.at > 0)?;
    stamps
        .iter()
        .filter(|(line, stamp)| {
            line.at == above.at && matches!(stamp.trust, Trust::DateAlone | Trust::Beside)
        })
        .map(|(_, stamp)| stamp.date.range())
        .find_map(|range| (range.days() == 1).then_some((range.first(), above.at)))
}

/// Hexadecimal digits in a row that are no word with a date beside it.
const SHORTEST_HASH: usize = 16;

/// The stamp of a line whose date goes on in the next one: "Tokyo, August 8," and then "1939, 4 p.m."
fn wrapped(line: &Line<'_>, next: &Line<'_>, patterns: &Patterns) -> Option<line::Stamp> {
    let first = line.text.trim_end();
    let rest = next.text.trim_start();
    let year = rest.bytes().take_while(u8::is_ascii_digit).count() == 4;
    if !year || first.len() > LONGEST_STAMP || !line::may_break_off(first) {
        return None;
    }
    let joined = format!("{first} {rest}");
    let stamp = line::stamp(&joined, false, true, patterns)?;
    let seam = u32::try_from(first.len()).ok()?;
    let across = stamp.evidence.start < seam && stamp.evidence.end > seam;
    let moved = next.at + (next.text.len() - rest.len());
    let end = moved + (stamp.evidence.end as usize).checked_sub(first.len() + 1)?;
    across.then(|| line::Stamp {
        evidence: Span::new(stamp.evidence.start as usize, end - line.at),
        len: if stamp.len > 0 {
            moved + rest.len() - line.at
        } else {
            0
        },
        ..stamp
    })
}

/// The date in the name of the file: `2021-03-10_tokyo.txt`, `minutes 20210310.md`.
pub(super) fn from_file_name(origin: &Origin) -> Option<Dct> {
    let Origin::File(path, _) = origin else {
        return None;
    };
    let stem = path.file_stem()?.to_string_lossy();
    // A name may glue a date to letters (`yna20210310en`), but not to more digits, nor is a hash one.
    let mut previous = ' ';
    for (at, c) in stem.char_indices() {
        if c.is_ascii_digit() && !previous.is_ascii_digit() {
            let found = when::date_at(&stem, at).filter(|found| {
                let (before, from) = stem.split_at_checked(at).unwrap_or_default();
                let after = stem.get(found.span.end as usize..).unwrap_or_default();
                let hex = |c: &char| c.is_ascii_hexdigit();
                let run = before.chars().rev().take_while(hex).count()
                    + from.chars().take_while(hex).count();
                !after.starts_with(|c: char| c.is_ascii_digit()) && run < SHORTEST_HASH
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
        if line.text.len() <= LONGEST_STAMP
            && let Some((word, name)) = line.text.split_once([':', '：'])
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
