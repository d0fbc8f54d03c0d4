//! A day by its place in a month or a year: "the last day of February", "the first Monday of May",
//! "the third Friday in March 2019"; and how such places are read for weeks and halves.

use super::super::grain::{Edge, Grain};
use super::super::meaning::{Candidate, Meaning, Partial};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, rule, simple};

/// Proposes days by their place.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is(at, "the"));
    let Some((rank, next)) = rank(scan, at + the) else {
        return;
    };
    let weekday = scan.weekday(next).filter(|_| scan.capital(next));
    let day = scan.is(next, "day") && (rank == 1 || rank == LAST);
    if !(day || weekday.is_some()) || !scan.is_any(next + 1, &["of", "in"]) {
        return;
    }
    let first = found.len();
    simple(scan, next + 2, found);
    let inner: Vec<_> = found.drain(first..).collect();
    for candidate in inner {
        let own = candidate.meaning;
        let whole = candidate.edge.is_none() && candidate.rest.is_empty();
        if whole && (is_month(&own) || weekday.is_none() && is_year(&own)) {
            let meaning = Meaning::NthOf(own.into(), rank, weekday);
            found.push(Candidate::new(
                at..candidate.tokens.end,
                meaning,
                rule("nth-day"),
            ));
        }
    }
}

/// The rank of "last".
pub(super) const LAST: i8 = -1;

/// "first", "2nd", "last", "final".
fn rank(scan: &Scan<'_>, at: usize) -> Option<(i8, usize)> {
    if scan.is_any(at, &["last", "final"]) {
        return Some((LAST, at + 1));
    }
    let suffixed = |end: &usize| scan.number(at).is_none() || *end > at + 1;
    let (rank, end) = parts::day(scan, at).filter(|(rank, end)| *rank <= 5 && suffixed(end))?;
    Some((rank as i8, end))
}

/// "the second week of", "the first half of", "the last two weeks of": the part, and the position
/// behind "of".
pub(super) fn part(scan: &Scan<'_>, at: usize) -> Option<(Edge, usize)> {
    let (rank, next) = rank(scan, at)?;
    let two = usize::from(scan.is(next, "two") && scan.is(next + 1, "weeks"));
    let edge = match (scan.word(next + two), rank) {
        ("week", 1..=4) => Edge::Week(rank as u8),
        ("week", LAST) => Edge::Week(0),
        ("half", 1) => Edge::FirstHalf,
        ("half", 2 | LAST) => Edge::LastHalf,
        ("weeks", 1) if two == 1 => Edge::FirstHalf,
        ("weeks", LAST) if two == 1 => Edge::LastHalf,
        _ => return None,
    };
    let end = next + two + 1;
    scan.is_any(end, &["of", "in"]).then_some((edge, end + 1))
}

/// Whether a meaning is a month.
pub(super) fn is_month(meaning: &Meaning) -> bool {
    let month = |date: &Partial| date.month.is_some() && date.day.is_none();
    match meaning {
        Meaning::Date(date) | Meaning::MonthBy(date, _) => month(date),
        Meaning::Grain(grain, _) => *grain == Grain::Month,
        _ => false,
    }
}

fn is_year(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Date(date) => date.month.is_none(),
        Meaning::Grain(grain, _) => *grain == Grain::Year,
        _ => false,
    }
}
