//! What one line says of the day of publication: "Published March 10, 2021", "2021.03.17 15:04",
//! "SEOUL, March 10, 2021 (Agency) —", "Politics | Mar 17, 2021".

use super::LONGEST_STAMP;
use crate::load::patterns::Patterns;
use crate::load::when;
use crate::text::{Span, fold};
use crate::time::{DateRange, Edtf};

/// A date beside other words is a stamp only in so short a line, beside so few words.
const LONGEST_BESIDE: usize = 80;
const WORDS_BESIDE: usize = 5;
/// Words that may stand between "Published" and the date: a time of day, a weekday, a name.
const WORDS_BETWEEN: usize = 7;

/// How far a kind of stamp is trusted; the smaller, the further.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// A word, by its rank.
    Word(usize),
    /// The months that an issue is for: "January/February 2000".
    Issue,
    /// A line, or what stands between two bars, is a date.
    DateAlone,
    Dateline,
    /// A date beside a few words that begin with capitals.
    Beside,
    /// The number of the file that the text lies in.
    File,
    /// A word for what was done to the text afterwards, by its rank.
    Later(usize),
}

/// A date with what made it a stamp.
pub(super) struct Stamp {
    pub(super) trust: Trust,
    pub(super) date: Edtf,
    /// Relative to the line.
    pub(super) evidence: Span,
    /// How much of the line is the stamp.
    pub(super) len: usize,
}

/// The stamp of a line; in the first line of a text prose may follow a stamp, and datelines stand
/// only in its head.
pub(super) fn stamp(line: &str, first: bool, head: bool, patterns: &Patterns) -> Option<Stamp> {
    word_stamp(line, first, patterns)
        .or_else(|| date_alone(line))
        .or_else(|| in_parts(line, patterns))
        .or_else(|| head.then(|| field(line)).flatten())
        .or_else(|| head.then(|| dateline(line)).flatten())
        .or_else(|| head.then(|| timed(line)).flatten())
        .or_else(|| head.then(|| super::cable::stamp(line)).flatten())
        .or_else(|| beside(line))
        .or_else(|| head.then(|| debate(line)).flatten())
        .or_else(|| head.then(|| week(line)).flatten())
}

/// Whether a line ends within a date: "Tokyo, August 8,", "8 August".
pub(super) fn may_break_off(line: &str) -> bool {
    let mut words = line
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    let day = last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit());
    when::month(last).is_some()
        || day && words.next().is_some_and(|word| when::month(word).is_some())
}

/// A field of an archive's header that has several in one line: "… DATE: THURSDAY, June 23, 1994 TAG: 12 SECTION: A …".
fn field(line: &str) -> Option<Stamp> {
    let (before, after) = line.split_once("DATE:")?;
    let own = before.is_empty() || before.ends_with([' ', '\t', '|', ';', '-']);
    let rest = after.trim_start();
    let weekday = rest.split(',').next().unwrap_or_default();
    let date = if when::weekday(weekday).is_some() {
        rest.get(weekday.len() + 1..)?.trim_start()
    } else {
        rest
    };
    let at = line.len() - date.len();
    let found = when::date_at(line, at).filter(|found| found.date.range().days() == 1)?;
    own.then_some(Stamp {
        trust: Trust::DateAlone,
        date: found.date,
        evidence: found.span,
        len: 0,
    })
}

/// Where a record of debates stands: "HC Deb 12 March 2002 vol 381 cc754-5", "Volume 520: debated on
/// Tuesday 14 December 2010".
fn debate(line: &str) -> Option<Stamp> {
    let trimmed = line.trim();
    if trimmed.len() > LONGEST_BESIDE {
        return None;
    }
    let found = when::find(line).filter(|found| found.date.range().days() == 1)?;
    let mut words = trimmed
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_ascii_lowercase);
    let debated = words
        .clone()
        .any(|word| matches!(word.as_str(), "deb" | "debated"));
    (debated && words.any(|word| matches!(word.as_str(), "vol" | "volume"))).then_some(Stamp {
        trust: Trust::Beside,
        date: found.date,
        evidence: found.span,
        len: line.len(),
    })
}

/// A digest tells of its week: "Week of 12 October 2015", "For the week ending October 18, 2015".
fn week(line: &str) -> Option<Stamp> {
    let trimmed = line.trim();
    if trimmed.len() > LONGEST_BESIDE {
        return None;
    }
    let found = when::find(line).filter(|found| found.date.range().days() == 1)?;
    let before = line.get(..found.span.start as usize)?.to_ascii_lowercase();
    let (_, how) = before.rsplit_once("week ")?;
    let day = found.date.range().first();
    let first = match how.trim_end_matches([' ', ':']) {
        "of" | "from" | "beginning" | "starting" | "commencing" => day,
        "ending" | "ended" | "to" => day.plus_days(-6),
        _ => return None,
    };
    Some(Stamp {
        trust: Trust::DateAlone,
        date: Edtf::days(DateRange::spanning(first, first.plus_days(6))),
        evidence: found.span,
        len: line.len(),
    })
}

/// "Published March 10, 2021 at 12:19 KST", "date: 2021-03-10".
fn word_stamp(line: &str, first: bool, patterns: &Patterns) -> Option<Stamp> {
    let indent = line.len() - line.trim_start().len();
    let trimmed = line.get(indent..)?.trim_end();
    let head: String = trimmed.chars().take(60).collect();
    let folded = fold(&head);
    let starts = |words: &[String]| {
        words
            .iter()
            .enumerate()
            .filter(|(_, word)| folded.starts_with(word.as_str()))
            .max_by_key(|(_, word)| word.len())
            .map(|(rank, word)| (rank, word.chars().count()))
    };
    let words = patterns.words();
    let (trust, chars) = starts(&words.stamps)
        .map(|(rank, chars)| (Trust::Word(rank), chars))
        .or_else(|| starts(&words.later).map(|(rank, chars)| (Trust::Later(rank), chars)))?;
    // Folding keeps the number of characters of these words, in every script that they are in.
    let mut at: usize = trimmed.chars().take(chars).map(char::len_utf8).sum();
    let after = trimmed.get(at..)?;
    if after.starts_with(char::is_alphanumeric) && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let mut found = None;
    for _ in 0..WORDS_BETWEEN {
        let after = trimmed.get(at..)?;
        at += after.len() - after.trim_start_matches(is_separator).len();
        found = when::date_at(trimmed, at);
        let word = trimmed.get(at..)?.split_whitespace().next()?;
        if found.is_some() || !may_stand_before(word) {
            break;
        }
        at += word.len();
    }
    let found = found?;
    let end = found.span.end as usize;
    let rest = trimmed.get(end..).unwrap_or_default();
    let named = words.languages.contains(&fold(rest.trim()));
    // "Date: 29/07/2023 | Source: an agency | Read original version at source".
    let own = rest.split('|').next().unwrap_or(rest);
    let short = trimmed.len() <= LONGEST_STAMP && !is_prose(own);
    let len = if named || short {
        line.len()
    } else if first && rest.starts_with(char::is_whitespace) {
        indent + end + (rest.len() - rest.trim_start().len())
    } else {
        return None;
    };
    Some(Stamp {
        trust,
        date: found.date,
        evidence: found.span.shifted(indent),
        len,
    })
}

/// What may stand between a word and a date, or between two words there.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || ":：|-–—.,/()".contains(c)
}

/// Whether a word may stand between "Posted" and the date: "by Kim Bo-eun on", "15:04 IST,", "No. 97".
fn may_stand_before(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(
        bare,
        "on" | "at" | "the" | "by" | "in" | "this" | "and" | "hrs" | "pm" | "am"
    ) || bare.is_empty()
        || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
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
    let issue = matches!(found.date, Edtf::Interval(..));
    Some(Stamp {
        trust: if issue {
            Trust::Issue
        } else {
            Trust::DateAlone
        },
        date: found.date,
        evidence: found.span,
        len: line.len(),
    })
}

/// A short line of parts, of which one is a stamp: "By A. Writer | Mar 17, 2021 | Politics",
/// "Compiled by the staff. Posted: January 8, 2007".
fn in_parts(line: &str, patterns: &Patterns) -> Option<Stamp> {
    if line.len() > LONGEST_STAMP {
        return None;
    }
    // "1. July 27, 1953" is an item of a list.
    let first = line.split_whitespace().next()?;
    if first.len() <= 4 && first.ends_with(['.', ')']) {
        return None;
    }
    let mut from = 0;
    for part in line
        .split_inclusive(['|', '•', '·', '\t', ';'])
        .flat_map(|part| {
            part.split_inclusive(" / ")
                .flat_map(|part| part.split_inclusive(". "))
        })
    {
        let at = from;
        from += part.len();
        if part.len() == line.len() {
            return None;
        }
        let bare = part.trim_end().trim_end_matches(['|', '•', '·', ';', '/']);
        let day = |stamp: &Stamp| stamp.date.range().days() == 1;
        let stamp = word_stamp(bare, false, patterns).or_else(|| date_alone(bare));
        // "January 20, 2007 / 6:41 PM / 13 years ago".
        let said = line.trim_end().strip_suffix(" ago").map_or(line, |line| {
            line.trim_end_matches(|c: char| c.is_lowercase() || c == ' ')
        });
        if let Some(stamp) = stamp.filter(day)
            && !is_prose(said)
        {
            return Some(Stamp {
                evidence: stamp.evidence.shifted(at),
                len: line.len(),
                ..stamp
            });
        }
    }
    None
}

/// "SEOUL, March 10, 2021 (Agency) — The minister …", "Seoul, June 17, 1884, 5 p.m."
pub(super) fn dateline(line: &str) -> Option<Stamp> {
    let head = beginning(line, 120);
    let found = when::find(head)?;
    let (start, end) = (found.span.start as usize, found.span.end as usize);
    let place = head.get(..start)?.trim();
    let after = head.get(end..)?.trim_start();
    let named = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(
                word,
                "of" | "the" | "by" | "at" | "in" | "to" | "and" | "for" | "on" | "with"
            )
    };
    // "July-December 2006" and "May 27-June 1, 2006" are stretches of time.
    let stretch = place.ends_with(['-', '–', '—'])
        && place
            .trim_end_matches(['-', '–', '—', ' '])
            .rsplit(|c: char| !c.is_alphabetic())
            .find(|word| !word.is_empty())
            .is_some_and(|word| when::month(word).is_some());
    // "WASHINGTON AFP Feb 10, 2017 - The minister …".
    let agency = place.contains(' ') && !place.contains(char::is_lowercase);
    let is_place = place.len() <= 80
        && place.contains(char::is_alphabetic)
        && !stretch
        && (agency || place.ends_with([',', '.', '-', '–', '—', '(', ':', ')']))
        && place.split_whitespace().all(named)
        && place.split_whitespace().count() <= 8;
    let introduces = after.starts_with(['(', '-', '–', '—', ':', '/', ')']) || names_agency(after);
    let alone =
        line.trim_end().len() <= end + 2 || line.len() <= head.len() && when::only_time(after);
    (is_place && (introduces || alone)).then_some(Stamp {
        trust: Trust::Dateline,
        date: found.date,
        evidence: found.span,
        len: if alone { line.len() } else { 0 },
    })
}

/// Whether an agency and a dash follow a date: ", SPA -- The envoy …".
fn names_agency(after: &str) -> bool {
    let name = after.strip_prefix(", ").and_then(|rest| {
        let end = rest.find(" -").or_else(|| rest.find(" –"))?;
        rest.get(..end)
    });
    name.is_some_and(|name| {
        name.len() <= 12 && name.chars().all(char::is_uppercase) && !name.is_empty()
    })
}

/// "Ministers agree on a text 2021-03-10 15:04:17": a line that ends with a day and a time of day.
fn timed(line: &str) -> Option<Stamp> {
    let trimmed = line.trim_end();
    if trimmed.len() > LONGEST_STAMP || trimmed.ends_with('.') {
        return None;
    }
    let found = when::find(trimmed).filter(|found| found.date.range().days() == 1)?;
    let after = trimmed.get(found.span.end as usize..)?.trim();
    let clock = after.contains(':') && after.len() >= 4 && when::only_time(after);
    clock.then_some(Stamp {
        trust: Trust::Beside,
        date: found.date,
        evidence: found.span,
        len: 0,
    })
}

/// "All Headlines 19:42 May 08, 2019", "SC/12999 11 September 2017", "2013.03.01 Edition 102".
fn beside(line: &str) -> Option<Stamp> {
    let trimmed = line.trim();
    if trimmed.len() > LONGEST_BESIDE {
        return None;
    }
    let found = when::find(line).filter(|found| found.date.range().days() == 1)?;
    let before = line.get(..found.span.start as usize)?.trim();
    let after = line.get(found.span.end as usize..)?.trim();
    let label = |part: &str| {
        part.split_whitespace().all(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            bare.is_empty() || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        })
    };
    let words = before.split_whitespace().count() + after.split_whitespace().count();
    // "May 5, 2003: …" and "1. July 27, 1953" are items of a list.
    let item = before.is_empty() && after.starts_with([':', '-', '–', '—', ','])
        || before.ends_with(['.', ')']) && before.len() <= 4
        || before.ends_with(['-', '–', '—']) && before.len() <= 20;
    (!item && words <= WORDS_BESIDE && label(before) && label(after)).then_some(Stamp {
        trust: Trust::Beside,
        date: found.date,
        evidence: found.span,
        len: 0,
    })
}

/// At most so many bytes from the beginning, ending on a character.
fn beginning(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}
