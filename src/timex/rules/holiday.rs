//! Feasts and days of note: "Earth Day", "Christmas 1963", "last Thanksgiving".

use super::super::groups::Group;
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Meaning, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::weekday::shifted;
use super::{Found, rule};

/// Proposes named days.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let (shift, next) = shifted(scan, at);
    let Some((day, end)) = named_day(scan, next) else {
        return;
    };
    let of = end + usize::from(scan.is(end, "of"));
    let (year, end) = match parts::year(scan, of) {
        Some((year, end)) => (YearOf::Known(year), end),
        None => (YearOf::Missing, end),
    };
    if !scan.is_any(end, &["Island", "Islands", "Offensive", "Agreement"]) {
        found.push(Candidate::new(
            at..end,
            Meaning::Holiday(day, shift, year),
            rule("named-day"),
        ));
    }
}

/// The day whose name stands at a position, and the position after it. Names are capitalised.
fn named_day(scan: &Scan<'_>, at: usize) -> Option<(usize, usize)> {
    if !scan.capital(at) || !scan.has(at, Sense::Named(Group::Holiday)) {
        return None;
    }
    let word = scan.word(at);
    scan.days
        .names()
        .iter()
        .filter(|(words, _)| words.first().is_some_and(|first| first == word))
        .find(|(words, _)| {
            words
                .iter()
                .enumerate()
                .all(|(step, piece)| match piece.as_str() {
                    "'" => scan.mark(at + step, '\''),
                    "'s" => scan.word(at + step).trim_start_matches(['\'', '’']) == "s",
                    own => scan.word(at + step) == own,
                })
        })
        .map(|(words, index)| (*index, at + words.len()))
}
