//! Quarters and halves, fiscal years, and years by era: "the third quarter", "fiscal 2021", "Reiwa 5",
//! "Juche 112", "the year-ago period".

use super::super::grain::{Grain, Shift};
use super::super::groups::Group;
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Fiscal, Meaning, Partial, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, rule};

/// Eras: the name, the year before its first, the last year it had.
const ERAS: &[(&str, i32, i32)] = &[
    ("Meiji", 1867, 45),
    ("Taisho", 1911, 15),
    ("Showa", 1925, 64),
    ("Heisei", 1988, 31),
    ("Reiwa", 2018, 99),
    ("Juche", 1911, 150),
    ("Dangun", -2334, 4400),
];

/// The names of the eras.
pub(super) fn eras() -> impl Iterator<Item = &'static str> {
    ERAS.iter().map(|(name, ..)| *name)
}

/// Proposes quarters, fiscal years, eras.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    if let Some((meaning, end)) = period(scan, at) {
        let adjective = scan.is(at, "the") && scan.hyphen(end.saturating_sub(2));
        let start = at + usize::from(adjective);
        found.push(Candidate::new(start..end, meaning, rule("quarter")));
    }
    if let Some((meaning, end)) = short_quarter(scan, at) {
        found.push(Candidate::new(at..end, meaning, rule("quarter")));
    }
    if let Some((meaning, end)) = fiscal_year(scan, at) {
        found.push(Candidate::new(at..end, meaning, rule("fiscal-year")));
    }
    if let Some((year, end)) = era(scan, at) {
        let year = Partial {
            year: YearOf::Known(year),
            ..Partial::default()
        };
        found.push(Candidate::new(at..end, Meaning::Date(year), rule("era")));
    }
    let the = usize::from(scan.is(at, "the"));
    if let Some((year, end)) = parts::year(scan, at + the).filter(|_| the == 1)
        && scan.is(end, "period")
    {
        let meaning = Meaning::SamePeriod(year);
        found.push(Candidate::new(at..end + 1, meaning, rule("year-period")));
    }
    if let Some((start, end)) = year_ago(scan, at) {
        found.push(Candidate::new(
            start..end,
            Meaning::YearBefore,
            rule("year-ago"),
        ));
    }
}

/// "the third quarter of 1984", "first half of this year", "the fiscal second-quarter", "the 1988
/// second quarter".
fn period(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    let mut next = at + usize::from(scan.is(at, "the"));
    let mut year = YearOf::Missing;
    if let Some((before, after)) = parts::year(scan, next) {
        (year, next) = (YearOf::Known(before), after);
    }
    if scan.is(next, "fiscal") {
        next += 1 + usize::from(scan.hyphen(next + 1));
    }
    let number = scan
        .ordinal(next)
        .or_else(|| scan.is_any(next, &["last", "latter"]).then_some(0));
    let number = number.or_else(|| {
        parts::day(scan, next)
            .filter(|(_, end)| *end > next + 1)
            .map(|read| read.0)
    })?;
    next = if scan.number(next).is_some() {
        next + 2
    } else {
        next + 1
    };
    next += usize::from(scan.hyphen(next) || scan.mark(next, '–'));
    let from_the_end = number == 0;
    let (grain, number) = match (scan.word(next).to_ascii_lowercase().as_str(), number) {
        ("quarter", 1..=4) => (Grain::Quarter, number),
        ("half", 1 | 2) => (Grain::Half, number),
        ("half", 0) => (Grain::Half, 2),
        ("quarter", 0) => (Grain::Quarter, 4),
        _ => return None,
    };
    let half = grain == Grain::Half;
    next += 1;
    if year == YearOf::Missing
        && let Some((after, end)) = of_year(scan, next)
    {
        (year, next) = (after, end);
    }
    // Alone, "the last quarter" is the one before this.
    let lone = (half || from_the_end) && year == YearOf::Missing;
    (!lone).then_some((Meaning::Period(grain, number, year), next))
}

/// "of 1984", "1984", "of this year", "of the year", "last year".
fn of_year(scan: &Scan<'_>, at: usize) -> Option<(YearOf, usize)> {
    let of = usize::from(scan.is_any(at, &["of", "in"]));
    let next = at + of;
    if let Some((year, end)) = parts::year(scan, next) {
        return Some((YearOf::Known(year), end));
    }
    if scan.is(next, "fiscal") {
        return parts::year(scan, next + 1).map(|(year, end)| (YearOf::Known(year), end));
    }
    let the = usize::from(scan.is(next, "the"));
    if let Some(shift) = scan
        .shift(next + the)
        .filter(|_| scan.is(next + the + 1, "year"))
    {
        return Some((YearOf::Shifted(shift), next + the + 2));
    }
    (of == 1 && the == 1 && scan.is(next + 1, "year"))
        .then_some((YearOf::Shifted(Shift::That), next + 2))
}

/// "Q3 2021", "2021 Q3", "2021Q3".
fn short_quarter(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (before, at) = match scan.number(at).filter(|(_, digits)| *digits == 4) {
        Some((year, _)) => (Some(year as i32), at + 1),
        None => (None, at),
    };
    let digit = scan.tight(at + 1).then(|| scan.number(at + 1)).flatten();
    let (number, _) = digit.filter(|(number, digits)| (1..=4).contains(number) && *digits == 1)?;
    if scan.word(at) != "Q" || scan.tight(at + 2) && scan.is_word(at + 2) {
        return None;
    }
    let year = before
        .map(|year| (year, at + 2))
        .or_else(|| parts::year(scan, at + 2));
    let (year, end) = year?;
    Some((
        Meaning::Period(Grain::Quarter, number, YearOf::Known(year)),
        end,
    ))
}

/// "fiscal 1989", "fiscal year 2021", "FY2021", "Japanese fiscal 2020", "JFY 2020".
fn fiscal_year(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    let short = scan.is_any(at, &["FY", "JFY"]) && scan.all_capitals(at);
    let mut next = at + 1;
    if !short && !scan.is(at, "fiscal") {
        return None;
    }
    next += usize::from(!short && scan.is_any(next, &["year", "years"]));
    next += usize::from(short && (scan.mark(next, '\'') || scan.hyphen(next)));
    let (number, digits) = scan.number(next)?;
    let year = match digits {
        4 if (1000..2200).contains(&number) => number as i32,
        2 if short => 2000 + number as i32,
        _ => return None,
    };
    let japan = scan.is(at, "JFY") || at > 0 && scan.is_any(at - 1, &["Japanese", "Japan"]);
    let japan = japan || at > 1 && parts::genitive(scan, at - 1) && scan.is(at - 2, "Japan");
    let american = at > 0 && scan.is_any(at - 1, &["US", "federal", "American"])
        || at > 3 && scan.mark(at - 1, '.') && scan.is(at - 2, "S") && scan.is(at - 4, "U");
    let whose = match (japan, american) {
        (true, _) => Fiscal::Japan,
        (false, true) => Fiscal::UnitedStates,
        (false, false) => Fiscal::Unnamed,
    };
    Some((Meaning::Fiscal(year, whose), next + 1))
}

/// "Reiwa 5", "Showa 20", "Juche 112", "the fifth year of Reiwa".
fn era(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let known = |at: usize| {
        let name = scan.capital(at) && scan.has(at, Sense::Named(Group::Fiscal));
        let mut eras = ERAS.iter().filter(|_| name);
        eras.find(|(name, ..)| scan.is(at, name))
    };
    if let Some((_, before, last)) = known(at) {
        let (year, digits) = scan.number(at + 1)?;
        let year = year as i32;
        let fits = digits <= 4 && (1..=*last).contains(&year) && !parts::continues(scan, at + 2);
        return fits.then_some((before + year, at + 2));
    }
    let the = at + usize::from(scan.is(at, "the"));
    let (year, next) = parts::spelled_day(scan, the).or_else(|| ranked(scan, the))?;
    let of = scan.is(next, "year") && scan.is(next + 1, "of");
    let (_, before, last) = known(next + 2).filter(|_| of)?;
    let year = year as i32;
    (year <= *last).then_some((before + year, next + 3))
}

/// "fifth", "40th".
fn ranked(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = scan.ordinal(at) {
        return Some((number, at + 1));
    }
    let (number, digits) = scan.number(at)?;
    let suffix = scan.tight(at + 1) && scan.is_any(at + 1, &["st", "nd", "rd", "th", "d"]);
    (digits <= 3 && number > 0 && suffix).then_some((number, at + 2))
}

/// "the year-ago quarter", "year-earlier period", "a year-earlier".
fn year_ago(scan: &Scan<'_>, at: usize) -> Option<(usize, usize)> {
    let mut next = at + usize::from(scan.is(at, "the"));
    next += usize::from(next > at && scan.is_any(next, &["comparable", "corresponding", "same"]));
    if !scan.is(next, "year")
        || !scan.hyphen(next + 1)
        || !scan.is_any(next + 2, &["ago", "earlier"])
    {
        return None;
    }
    let noun = scan.is_any(next + 3, &["period", "quarter", "month", "level"]);
    let level = scan.is(next + 3, "level");
    let start = if noun && !level { at } else { next };
    Some((start, next + 3 + usize::from(noun && !level)))
}
