//! Feasts and days of note: "Earth Day", "Christmas 1963", "last Thanksgiving".

use super::super::meaning::{Candidate, Meaning, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::weekday::shifted;
use super::{Found, rule};

/// Proposes named days.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let (shift, next) = shifted(scan, at);
    let Some((day, end)) = scan.days.at(scan, next) else {
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
