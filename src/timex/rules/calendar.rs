//! Dates by month: "March 16, 2021", "16 March", "Friday, Oct. 13", "June 1998", "November last year".

use super::super::grain::Shift;
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Meaning, Partial, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::super::tokens::Gap;
use super::{Found, rule, weekday};
use crate::time::{Date, Weekday};

/// A partial date and the position after it.
pub(super) type Read = Option<(Partial, usize)>;

/// Proposes dates with a month.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    if let Some((partial, end)) = read(scan, at) {
        let name = match partial {
            Partial {
                weekday: Some(_), ..
            } => rule("weekday-date"),
            Partial {
                day: Some(_),
                year: YearOf::Known(_),
                ..
            } => rule("full-date"),
            Partial { day: Some(_), .. } => rule("month-day"),
            Partial {
                year: YearOf::Shifted(_),
                ..
            } => rule("month-of-that-year"),
            Partial {
                year: YearOf::Known(_),
                ..
            } => rule("month-year"),
            Partial { .. } => rule("month"),
        };
        found.push(Candidate::new(at..end, Meaning::Date(partial), name));
        let led = partial.day.is_some() || at > 0 && scan.has(at - 1, Sense::Preposition);
        let plain = partial.year == YearOf::Missing && partial.weekday.is_none();
        if let Some((shift, end)) = weekday::behind(scan, end).filter(|_| led && plain) {
            let date = Meaning::MonthBy(partial, shift);
            found.push(Candidate::new(at..end, date, rule("shifted-month")));
        }
    }
}

/// A date with a month, with or without a weekday before it, a day and a year.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Read {
    if let Some((weekday, next)) = day_of_week(scan, at) {
        let next = next + usize::from(scan.mark(next, ','));
        let next = next + usize::from(scan.is(next, "the"));
        let (mut partial, end) = dated(scan, next)?;
        partial.day?;
        partial.weekday = Some(weekday);
        return Some((partial, end));
    }
    if let Some(found) = dated(scan, at) {
        return Some(found);
    }
    month_only(scan, at)
}

/// A weekday in full or short before a date.
fn day_of_week(scan: &Scan<'_>, at: usize) -> Option<(Weekday, usize)> {
    if let Some(day) = scan.weekday(at) {
        return Some((day, at + 1));
    }
    let day = scan.sense(at, |sense| match sense {
        Sense::WeekdayShort(day) => Some(day),
        _ => None,
    })?;
    Some((
        day,
        at + 1 + usize::from(scan.mark(at + 1, '.') && scan.tight(at + 1)),
    ))
}

/// Month and day in either order, and what says the year.
fn dated(scan: &Scan<'_>, at: usize) -> Read {
    let (partial, end) = month_day(scan, at).or_else(|| day_month(scan, at))?;
    Some(with_year(scan, partial, end))
}

/// "March 16", "March 16th", "March the 16th", "March sixteenth".
pub(super) fn month_day(scan: &Scan<'_>, at: usize) -> Read {
    let (month, next) = parts::month(scan, at)?;
    let next = next + usize::from(scan.is(next, "the"));
    let (day, end) = parts::spelled_day(scan, next).or_else(|| parts::day(scan, next))?;
    if scan.new_paragraph(next) || measured(scan, end) || scan.is_any(next, &["second"]) {
        return None;
    }
    checked(
        Partial {
            month: Some(month),
            day: Some(day),
            ..Partial::default()
        },
        end,
    )
}

/// "16 March", "the 16th of March", "16th March".
pub(super) fn day_month(scan: &Scan<'_>, at: usize) -> Read {
    let (day, next) = parts::spelled_day(scan, at).or_else(|| parts::day(scan, at))?;
    let of = scan.is(next, "of") || scan.spells(next, &["day", "of"]);
    let spelled = scan.number(at).is_none();
    let suffixed = next > at + 1;
    let next = next + usize::from(scan.is(next, "day") && of) + usize::from(of);
    if spelled && !of {
        return None;
    }
    let next = next + usize::from(scan.hyphen(next));
    let (month, end) = parts::month(scan, next)?;
    // "despatch No. 14 of April 28": the 28th is the day.
    let counted = of && !spelled && scan.number(end).is_some() && parts::day(scan, end).is_some();
    if scan.new_paragraph(next) || counted && !suffixed {
        return None;
    }
    checked(
        Partial {
            month: Some(month),
            day: Some(day),
            ..Partial::default()
        },
        end,
    )
}

/// Refuses days that no year has: 30 February, 31 June.
fn checked(partial: Partial, end: usize) -> Read {
    Date::new(2000, partial.month?, partial.day?).map(|_| (partial, end))
}

/// Adds the year that follows a date, however it is said.
pub(super) fn with_year(scan: &Scan<'_>, partial: Partial, end: usize) -> (Partial, usize) {
    if let Some((year, end)) = year_after(scan, end) {
        let full = Partial { year, ..partial };
        let sound = match (year, partial.month, partial.day) {
            (YearOf::Known(year), Some(month), Some(day)) => Date::new(year, month, day).is_some(),
            _ => true,
        };
        if sound {
            return (full, end);
        }
    }
    (partial, end)
}

/// ", 2021", "2021", "of 2021", "of that year", "last year", "-2021".
fn year_after(scan: &Scan<'_>, at: usize) -> Option<(YearOf, usize)> {
    if scan.new_paragraph(at) {
        return None;
    }
    let of = usize::from(scan.is(at, "of"));
    if let Some((year, end)) = parts::before_christ(scan, at + of) {
        return Some((YearOf::Bc(year), end));
    }
    let comma = usize::from(scan.mark(at, ',') && !parts::continues(scan, at));
    let next = at + comma;
    if !scan.new_paragraph(next) {
        let year = parts::year(scan, next)
            .or_else(|| {
                parts::long_year(scan, next).filter(|(_, end)| weekday::is_over(scan, *end))
            })
            .or_else(|| parts::short_year(scan, next));
        if let Some((year, end)) = year.filter(|(_, end)| !measured(scan, *end)) {
            return Some((YearOf::Known(year), end));
        }
    }
    if scan.hyphen(at) {
        return parts::year(scan, at + 1).map(|(year, end)| (YearOf::Known(year), end));
    }
    let of = usize::from(scan.is_any(at, &["of", "in"]));
    let the_year = at + of + 2 * usize::from(scan.spells(at + of, &["the", "year"]));
    if the_year > at
        && let Some((year, end)) =
            parts::year(scan, the_year).or_else(|| parts::long_year(scan, the_year))
    {
        return Some((YearOf::Known(year), end));
    }
    relative_year(scan, at + of, of == 1)
}

/// "last year", "that year", "the same year"; "the year" only after "of".
fn relative_year(scan: &Scan<'_>, at: usize, after_of: bool) -> Option<(YearOf, usize)> {
    let mut next = at + usize::from(scan.is(at, "the"));
    let mut shift = None;
    while let Some(one) = scan.shift(next).filter(|_| next < at + 3) {
        shift = Some(shift.map_or(one, |_| Shift::That));
        next += 1;
    }
    let shift = shift.or_else(|| (after_of && next > at).then_some(Shift::That))?;
    (scan.is(next, "year") && !scan.hyphen(next + 1)).then_some((YearOf::Shifted(shift), next + 1))
}

/// "June 1998", "February of 1940", "March": a month without a day.
fn month_only(scan: &Scan<'_>, at: usize) -> Read {
    let (month, end) = parts::month(scan, at)?;
    let partial = Partial {
        month: Some(month),
        ..Partial::default()
    };
    let (partial, dated) = with_year(scan, partial, end);
    if dated > end {
        return Some((partial, dated));
    }
    let short = scan.has(at, Sense::MonthShort(month));
    // "In March 15,000 people marched" has a month; "March 45" has none.
    let number =
        scan.number(end).is_some() && !scan.new_paragraph(end) && !parts::continues(scan, end + 1);
    (!short && !number && is_month(scan, at, end)).then_some((partial, end))
}

/// Whether a lone name of a month is one: "May" and "March" also open sentences, and all of them
/// are names of people.
fn is_month(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let led = at > 0
        && !scan.sentence_starts(at)
        && (scan.has(at - 1, Sense::Preposition)
            || scan.shift(at - 1).is_some()
            || scan.edge(at - 1).is_some()
            || scan.dash(at - 1));
    if no_such_day(scan, at) {
        return false;
    }
    // "the June G7 meetings", "the March APEC summit".
    let names = [
        "summit",
        "summits",
        "meeting",
        "meetings",
        "talks",
        "conference",
        "forum",
    ];
    let article = at > 0 && scan.has(at - 1, Sense::Article);
    if article && (end..end + 4).any(|at| scan.is_any(at, &names)) {
        return true;
    }
    let verb_like = scan.is_any(at, &["may", "march"]);
    if scan.all_capitals(at) && verb_like && !led {
        return false;
    }
    if verb_like {
        let noun = at > 0 && scan.has(at - 1, Sense::Article) && !scan.capital(end);
        return led || (noun && !scan.is_any(end, &["to", "on", "for", "of", "by", "through"]));
    }
    let person = scan.is_any(at, &["april", "june", "august", "january"])
        && scan.capital(end)
        && scan.senses(end).is_empty()
        && !scan.new_paragraph(end)
        && scan
            .tokens
            .get(end)
            .is_some_and(|token| token.gap == Gap::Space);
    let name_before = at > 0
        && scan.capital(at - 1)
        && scan.senses(at - 1).is_empty()
        && !scan.sentence_starts(at - 1);
    let surname = name_before && scan.is_any(at, &["april", "june"]);
    let refused = person && !led || surname;
    !refused
}

/// "31 June", "the 45th of May": a month of a day that does not exist is no month either.
fn no_such_day(scan: &Scan<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let number = |at: usize| scan.number(at).is_some_and(|(_, digits)| digits <= 2);
    let ordinal = scan.is(before, "of") && at >= 3 && scan.tight(at - 2) && number(at - 3);
    ordinal || number(before) && !scan.tight(at) && (before == 0 || !scan.tight(before))
}

/// Whether what follows a number makes it an amount: "March 15 people", "2010 cars".
pub(super) fn measured(scan: &Scan<'_>, at: usize) -> bool {
    scan.has(at, Sense::Measure) && !scan.new_paragraph(at)
}
