//! Repetitions: "every Friday", "each year", "daily", "Monday nights", "once a month".

use super::super::grain::{Grain, Part};
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Count, Meaning};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, duration, rule};

/// Proposes repetitions.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let mut push = |end: usize, value: String, name: &'static str| {
        found.push(Candidate::new(
            at..end,
            Meaning::Set(value.into()),
            rule(name),
        ));
    };
    if scan.has(at, Sense::Every)
        && let Some((value, end)) = every(scan, at + 1)
    {
        push(end, value, "every");
    }
    if let Some((value, end)) = plural_weekday(scan, at) {
        push(end, value, "weekdays");
    }
    let word = scan.sense(at, |sense| match sense {
        Sense::Frequency(period) => Some(period),
        _ => None,
    });
    let rate = scan.is(at, "annually")
        && (at.saturating_sub(2)..at).any(|at| {
            scan.number(at).is_some() || scan.has(at, Sense::Measure) || scan.mark(at, '%')
        });
    let word = word.filter(|_| !rate && (!scan.capital(at) || scan.sentence_starts(at)));
    if let Some(period) = word {
        push(at + 1, period.to_owned(), "frequency");
    }
    let times = usize::from(scan.is_any(at, &["once", "twice"]))
        + 2 * usize::from(scan.is(at + 1, "times") && parts::count(scan, at).is_some());
    if times > 0
        && scan.is_any(at + times, &["a", "an", "every", "each", "per"])
        && let Some(unit) = scan.unit(at + times + 1)
    {
        push(
            at + times + 2,
            duration::value(Count::whole(1), unit).into(),
            "times-a-unit",
        );
    }
}

/// "year", "two weeks", "Friday", "other day", "morning" after "every".
fn every(scan: &Scan<'_>, at: usize) -> Option<(String, usize)> {
    if let Some(unit) = scan.unit(at) {
        let quarter = unit == Grain::Quarter;
        let value = duration::value(Count::whole(1), unit);
        return Some((
            if quarter {
                "P1Q".to_owned()
            } else {
                value.into()
            },
            at + 1,
        ));
    }
    if scan.is(at, "other") {
        let unit = scan.unit(at + 1)?;
        return Some((duration::value(Count::whole(2), unit).into(), at + 2));
    }
    if let Some(day) = scan.weekday(at) {
        let part = scan.part(at + 1);
        let time = part.map_or(String::new(), |part| format!("T{}", part.code()));
        let value = format!("XXXX-WXX-{}{time}", day.from_monday() + 1);
        return Some((value, at + 1 + usize::from(part.is_some())));
    }
    if let Some(part) = scan.part(at) {
        return Some((format!("XXXX-XX-XXT{}", part.code()), at + 1));
    }
    if let Some(season) = scan.season(at) {
        return Some((format!("XXXX-{}", season.code()), at + 1));
    }
    if let Some((month, end)) = parts::month(scan, at) {
        return Some((format!("XXXX-{month:02}"), end));
    }
    let (count, next) = parts::count(scan, at)?;
    let unit = scan.units(next)?;
    Some((duration::value(count, unit).into(), next + 1))
}

/// "Mondays", "Monday nights".
fn plural_weekday(scan: &Scan<'_>, at: usize) -> Option<(String, usize)> {
    let nights = scan.sense(at + 1, |sense| match sense {
        Sense::Parts(part) => Some(part),
        _ => None,
    });
    if let (Some(day), Some(part)) = (scan.weekday(at), nights) {
        return Some((set(day.from_monday(), Some(part)), at + 2));
    }
    let day = scan.sense(at, |sense| match sense {
        Sense::Weekdays(day) => Some(day),
        _ => None,
    })?;
    scan.capital(at).then(|| {
        (
            set(day.from_monday(), nights),
            at + 1 + usize::from(nights.is_some()),
        )
    })
}

fn set(from_monday: u32, part: Option<Part>) -> String {
    let time = part.map_or(String::new(), |part| format!("T{}", part.code()));
    format!("XXXX-WXX-{}{time}", from_monday + 1)
}
