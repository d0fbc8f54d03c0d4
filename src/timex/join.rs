//! Dates that belong together: "from 30 June to 2 July", "between 1985 and 1987".
//!
//! Before anchoring, a first date without a year takes the year of the second; after it, the first
//! carries the whole range.

use super::meaning::{Candidate, Meaning, Partial, YearOf};
use super::narrative::heads_lines;
use super::scan::Scan;

/// Verbs of a day that becomes another.
const PUT_OFF: &[&str] = &[
    "advanced",
    "changed",
    "delayed",
    "moved",
    "postponed",
    "pushed",
    "rescheduled",
    "shifted",
];

/// How far before "from" such a verb is looked for.
const PUT_OFF_WITHIN: usize = 6;

/// Whether each candidate opens a range that the next one closes.
pub(super) fn links(scan: &Scan<'_>, chosen: &[Candidate]) -> Vec<bool> {
    let mut links = vec![false; chosen.len()];
    for (index, pair) in chosen.windows(2).enumerate() {
        let [first, second] = pair else {
            continue;
        };
        let closed = index > 0 && links[index - 1];
        links[index] = !closed && is_date(first) && is_date(second) && joined(scan, first, second);
    }
    links
}

/// What can be an end of a range.
fn is_date(candidate: &Candidate) -> bool {
    matches!(
        candidate.meaning,
        Meaning::Date(_)
            | Meaning::MonthBy(..)
            | Meaning::Bc(_)
            | Meaning::Decade(_)
            | Meaning::Weekday(..)
            | Meaning::Deictic(_)
            | Meaning::DayOfMonth(..)
            | Meaning::DayOfSomeMonth(..)
    )
}

/// Whether "to", a dash, or "between … and" stands between two candidates.
fn joined(scan: &Scan<'_>, first: &Candidate, second: &Candidate) -> bool {
    let (end, start) = (first.tokens.end, second.tokens.start);
    let led = first.tokens.start.checked_sub(1);
    let gap = start.saturating_sub(end);
    if led.is_some_and(|led| scan.is(led, "from") && is_put_off(scan, led)) {
        return false;
    }
    if gap != 1 && !(gap == 2 && scan.is(end + 1, "the")) {
        return false;
    }
    let word = end;
    if scan.dash(word) || scan.is_any(word, &["to", "through", "until", "till"]) {
        let day = matches!(first.meaning, Meaning::Weekday(..) | Meaning::Deictic(_));
        let led = led.is_some_and(|led| scan.is(led, "from"));
        let sound = !day || led || scan.is(word, "through");
        // Below a year on a line of its own, a dash opens an entry of a list.
        return sound && !heads_lines(scan, first);
    }
    scan.is(word, "and") && led.is_some_and(|led| scan.is(led, "between"))
}

/// Whether "from Monday to Friday" tells of one day that became another: "was moved from".
fn is_put_off(scan: &Scan<'_>, from: usize) -> bool {
    let words = (from.saturating_sub(PUT_OFF_WITHIN)..from).rev();
    words
        .take_while(|at| !scan.sentence_starts(at + 1))
        .any(|at| scan.is_any(at, PUT_OFF))
}

/// Gives the first date of a range the year of the second, where only that one has it.
pub(super) fn share_years(chosen: &mut [Candidate], links: &[bool]) {
    for index in 0..chosen.len().saturating_sub(1) {
        if !links.get(index).copied().unwrap_or_default() {
            continue;
        }
        let [first, second, ..] = &mut chosen[index..] else {
            continue;
        };
        if let (Meaning::Date(from), Meaning::Date(to)) = (&mut first.meaning, &second.meaning)
            && let (YearOf::Missing, YearOf::Known(year)) = (from.year, to.year)
        {
            let over = order(from) > order(to) && to.month.is_some();
            from.year = YearOf::Known(year - i32::from(over));
        }
    }
}

fn order(date: &Partial) -> (Option<u32>, Option<u32>) {
    (date.month, date.day)
}
