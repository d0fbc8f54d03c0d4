//! Days by their number alone: "on the 11th", of the month that is spoken of.

use super::super::grain::Shift;
use super::super::meaning::{Candidate, Meaning};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, nth, rule, weekday};

/// What stands before such a day.
const LEADS: &[&str] = &[
    "on", "until", "by", "since", "from", "through", "till", "between",
];

/// What may stand behind it, where no mark does; a noun would be what is counted ("the 11th floor").
const FOLLOWS: &[&str] = &[
    "in", "at", "with", "and", "to", "for", "he", "she", "they", "i", "we", "the", "by", "when",
    "after", "before", "but", "that", "through", "until", "till", "mr", "mrs", "ms", "dr", "last",
    "next", "will", "would", "was", "were", "had", "has", "is", "it", "as", "while", "where", "a",
    "his", "her", "their",
];

/// Proposes "the 11th" behind a preposition, with "to the 15th" where that follows, and "the last day of
/// March".
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    nth::propose(scan, at, found);
    let Some((number, end)) = at
        .checked_sub(1)
        .filter(|before| scan.is_any(*before, LEADS))
        .and_then(|_| day(scan, at))
    else {
        return;
    };
    let candidate = |tokens, number| {
        let meaning = Meaning::DayOfMonth(number, Shift::Same);
        Candidate::new(tokens, meaning, rule("day-number"))
    };
    let mut first = candidate(at..end, number);
    let joined = scan.is_any(end, &["to", "through", "until", "till", "and"]);
    if let Some((number, last)) = day(scan, end + 1).filter(|_| joined) {
        first.rest.push(candidate(end + 1..last, number));
    }
    found.push(first);
}

/// "the 11th" that counts no noun, and the position after it.
pub(super) fn day(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    scan.number(at + 1).filter(|_| scan.is(at, "the"))?;
    let (day, end) = parts::day(scan, at + 1).filter(|(_, end)| *end == at + 3)?;
    let mark = [',', '.', ';', ')', ':']
        .iter()
        .any(|mark| scan.mark(end, *mark));
    let local = weekday::local_time(scan, end);
    if local > end {
        return Some((day, local));
    }
    let alone = mark || scan.new_paragraph(end) || scan.is_any(end, FOLLOWS);
    alone.then_some((day, end))
}
