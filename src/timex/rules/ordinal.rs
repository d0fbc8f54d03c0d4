//! Days by their number alone: "on the 11th", of the month that is spoken of.

use super::super::grain::Shift;
use super::super::meaning::{Candidate, Meaning};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, rule};

/// What stands before such a day.
const LEADS: &[&str] = &["on", "until", "by", "since", "from", "through", "till"];

/// What may stand behind it, where no mark does; a noun would be what is counted ("the 11th floor").
const FOLLOWS: &[&str] = &[
    "in", "at", "with", "and", "to", "for", "he", "she", "they", "i", "we", "the", "by", "when",
    "after", "before", "but", "mr", "mrs", "ms", "dr", "last", "next",
];

/// Proposes "the 11th" behind a preposition.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let led = at > 0 && scan.is_any(at - 1, LEADS);
    if !led || !scan.is(at, "the") || scan.number(at + 1).is_none() {
        return;
    }
    let Some((day, end)) = parts::day(scan, at + 1).filter(|(_, end)| *end == at + 3) else {
        return;
    };
    let mark = [',', '.', ';', ')', ':']
        .iter()
        .any(|mark| scan.mark(end, *mark));
    if mark || scan.new_paragraph(end) || scan.is_any(end, FOLLOWS) {
        let meaning = Meaning::DayOfMonth(day, Shift::Same);
        found.push(Candidate::new(at..end, meaning, rule("day-number")));
    }
}
