//! Several days in one breath: "March 16-17", "14–16 March 2026", "July 7, 8 and 9", "1941-1945",
//! "April and June 1955"; and days of a month by number: "the 31st ultimo".

use super::super::grain::Shift;
use super::super::meaning::{Candidate, Meaning, Partial, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::calendar::{day_month, measured, month_day, with_year};
use super::{Found, rule};

/// Proposes ranges and lists.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    if let Some((first, last, end)) = month_days(scan, at).or_else(|| days_month(scan, at)) {
        let later = first.month == last.month && first.day >= last.day && first.year == last.year;
        if !later {
            found.push(Candidate::new(
                at..end,
                Meaning::Span(first, last),
                rule("day-range"),
            ));
        }
    }
    list(scan, at, found);
    years(scan, at, found);
    months(scan, at, found);
    if let Some((meaning, end)) = day_of_month(scan, at) {
        found.push(Candidate::new(at..end, meaning, rule("instant")));
    }
}

/// A dash or "to" between two days.
fn to(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let dash = scan.dash(at) || scan.mark(at, '~');
    (dash || scan.is_any(at, &["to", "through", "thru"])).then_some(at + 1)
}

/// "March 16-17, 2021", "May 20-May 24", "March 15 to 18".
fn month_days(scan: &Scan<'_>, at: usize) -> Option<(Partial, Partial, usize)> {
    let (first, next) = month_day(scan, at)?;
    let dash = scan.dash(next);
    let (first, next) = match with_year(scan, first, next) {
        (full, after) if dash || after > next && to(scan, after).is_some() => {
            if dash {
                (first, next)
            } else {
                (full, after)
            }
        }
        _ => (first, next),
    };
    let next = to(scan, next)?;
    let second = month_day(scan, next).filter(|_| dash).or_else(|| {
        // "from March 15 to the 18th"
        let the = usize::from(scan.is(next, "the"));
        let (day, end) = parts::day(scan, next + the)
            .filter(|(_, end)| the == 0 || *end > next + the + 1)
            .filter(|_| first.year == YearOf::Missing)?;
        let next = next + the;
        let number = scan.number(next).is_some() && parts::month(scan, end).is_none();
        let counted = measured(scan, end) || scan.unit(end).is_some() || scan.units(end).is_some();
        (number && !counted).then_some((
            Partial {
                day: Some(day),
                ..first
            },
            end,
        ))
    })?;
    let (last, end) = with_year(scan, second.0, second.1);
    Some((inherit(first, last), last, end))
}

/// "5/" of "5/6 November", and the position of the second day.
fn slashed(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    let (day, _) = scan
        .number(at)
        .filter(|(day, digits)| (1..=31).contains(day) && *digits <= 2)?;
    let joined = scan.mark(at + 1, '/') && scan.tight(at + 1) && scan.tight(at + 2);
    let alone = at == 0 || !scan.tight(at) || !scan.mark(at - 1, '/');
    (joined && alone).then_some((day, at + 2))
}

/// "5/6 November", "14–16 March 2026", "30 June - 2 July", "14 to 16 March".
fn days_month(scan: &Scan<'_>, at: usize) -> Option<(Partial, Partial, usize)> {
    if let Some((first, (second, end))) =
        slashed(scan, at).and_then(|(day, next)| Some((day, day_month(scan, next)?)))
    {
        let (last, end) = with_year(scan, second, end);
        let day = Some(first);
        return Some((Partial { day, ..last }, last, end));
    }
    let own = day_month(scan, at);
    let (first, next) = if let Some((date, next)) = own {
        (date, next)
    } else {
        let (day, next) = parts::day(scan, at).filter(|_| scan.number(at).is_some())?;
        (
            Partial {
                day: Some(day),
                ..Partial::default()
            },
            next,
        )
    };
    let dash = scan.dash(next);
    let next = to(scan, next).filter(|_| own.is_none() || dash)?;
    let next = next + usize::from(scan.is(next, "the"));
    let (second, end) = day_month(scan, next)?;
    let (last, end) = with_year(scan, second, end);
    let first = if own.is_none() {
        Partial {
            day: first.day,
            ..last
        }
    } else {
        inherit(first, last)
    };
    Some((first, last, end))
}

/// The year of the second date also holds for the first, unless the range runs over New Year.
fn inherit(first: Partial, last: Partial) -> Partial {
    match (first.year, last.year) {
        (YearOf::Missing, YearOf::Known(year)) => {
            let over = first.month > last.month;
            Partial {
                year: YearOf::Known(year - i32::from(over)),
                ..first
            }
        }
        _ => first,
    }
}

/// "July 7, 8 and 9, 2021": the first date is the candidate, the others come with it. Also "7, 8 and
/// 9 July 2021".
fn list(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let month_first = month_day(scan, at);
    let first_end = match month_first {
        Some((_, end)) => end,
        None => match parts::day(scan, at).filter(|_| scan.number(at).is_some()) {
            Some((_, end)) => end,
            None => return,
        },
    };
    let mut items: Vec<(u32, usize, usize)> = Vec::new();
    let (mut next, mut closed) = (first_end, false);
    while !closed && items.len() < 8 {
        let comma = usize::from(scan.mark(next, ',') && !parts::continues(scan, next));
        let and = usize::from(
            scan.is_any(next + comma, &["and", "or", "&"]) || scan.mark(next + comma, '&'),
        );
        let start = next + comma + and;
        let start = start + usize::from(and == 1 && scan.is(start, "the"));
        let Some((day, end)) =
            parts::day(scan, start).filter(|_| comma + and > 0 && scan.number(start).is_some())
        else {
            break;
        };
        if measured(scan, end) || scan.units(end).is_some() {
            break;
        }
        items.push((day, start, end));
        (next, closed) = (end, and == 1);
    }
    if !closed {
        return;
    }
    let date = match month_first {
        Some((date, _)) => {
            let noun = scan.is_word(next) && parts::month(scan, next).is_some();
            if noun {
                return;
            }
            date
        }
        None => match items
            .last()
            .and_then(|(_, start, _)| day_month(scan, *start))
        {
            Some((date, end)) => {
                next = end;
                date
            }
            None => return,
        },
    };
    let (date, end) = with_year(scan, date, next);
    let day_of = |day: u32| {
        Meaning::Date(Partial {
            day: Some(day),
            ..date
        })
    };
    let first_day = if month_first.is_some() {
        date.day
    } else {
        parts::day(scan, at).map(|day| day.0)
    };
    let Some(first_day) = first_day else {
        return;
    };
    let mut candidate = Candidate::new(at..first_end, day_of(first_day), rule("day-list"));
    let last = items.len().saturating_sub(1);
    for (index, (day, start, item_end)) in items.into_iter().enumerate() {
        let item_end = if index == last { end } else { item_end };
        candidate.rest.push(Candidate::new(
            start..item_end,
            day_of(day),
            rule("day-list"),
        ));
    }
    found.push(candidate);
}

/// "1941-1945", "1995-96", "396-395 BC".
fn years(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is(at, "the"));
    let at = at + the * 2 * usize::from(scan.is(at + 1, "years"));
    let Some((first, digits)) = scan.number(at).filter(|_| scan.dash(at + 1)) else {
        return;
    };
    if at > 0 && scan.tight(at) && !scan.mark(at - 1, '(') && !scan.mark(at - 1, '"') {
        return;
    }
    let Some((second, width)) = scan.number(at + 2) else {
        return;
    };
    if let Some((_, end)) = parts::era(scan, at + 3).filter(|(christian, _)| !christian) {
        let mut candidate =
            Candidate::new(at..at + 1, Meaning::Bc(first as i32), rule("year-range"));
        candidate.rest.push(Candidate::new(
            at + 2..end,
            Meaning::Bc(second as i32),
            rule("year-range"),
        ));
        found.push(candidate);
        return;
    }
    let last = match (digits, width) {
        (4, 4) => second,
        (4, 2) if scan.tight(at + 1) && scan.tight(at + 2) => first / 100 * 100 + second,
        _ => return,
    };
    let sound = (1000..2200).contains(&first) && last > first && last < first + 200 && last < 2200;
    let month = width == 2 && second <= 12 && second != (first + 1) % 100;
    let ends = !scan.dash(at + 3) && !measured(scan, at + 3) && !parts::continues(scan, at + 3);
    if sound && !month && ends {
        let year = |year: u32| {
            Meaning::Date(Partial {
                year: YearOf::Known(year as i32),
                ..Partial::default()
            })
        };
        let mut candidate = Candidate::new(at..at + 1, year(first), rule("year-range"));
        candidate.rest.push(Candidate::new(
            at + 2..at + 3,
            year(last),
            rule("year-range"),
        ));
        found.push(candidate);
    }
}

/// "May-August 1950", "April and June 1955", "August/September 1956": two months of one year.
fn months(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let Some((first, next)) = parts::month(scan, at) else {
        return;
    };
    let joined =
        scan.dash(next) || scan.mark(next, '/') || scan.is_any(next, &["and", "to", "or", "until"]);
    let Some((second, end)) = parts::month(scan, next + 1).filter(|_| joined) else {
        return;
    };
    let last = Partial {
        month: Some(second),
        ..Partial::default()
    };
    let (last, dated) = with_year(scan, last, end);
    let sound = dated > end || scan.dash(next) || scan.mark(next, '/');
    if !sound || scan.number(end).is_some_and(|(_, digits)| digits <= 2) {
        return;
    }
    let first = inherit(
        Partial {
            month: Some(first),
            ..Partial::default()
        },
        last,
    );
    let first = match last.year {
        YearOf::Shifted(_) => Partial {
            year: last.year,
            ..first
        },
        YearOf::Missing | YearOf::Known(_) | YearOf::Bc(_) => first,
    };
    let mut candidate = Candidate::new(at..next, Meaning::Date(first), rule("month-range"));
    candidate.rest.push(Candidate::new(
        next + 1..dated,
        Meaning::Date(last),
        rule("month-range"),
    ));
    found.push(candidate);
}

/// "31st ultimo", "the 2d instant", "5th inst.", "10th proximo", "the 16th of this month".
pub(super) fn day_of_month(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    let the = at + usize::from(scan.is(at, "the"));
    let (day, next) = parts::spelled_day(scan, the).or_else(|| parts::day(scan, the))?;
    let suffixed = scan.number(the).is_none() || next > the + 1;
    let led = at > 0 && scan.has(at - 1, super::super::lexicon::Sense::Preposition);
    if scan.number(the).is_none() && !led {
        return None;
    }
    let word = scan.word(next).to_ascii_lowercase();
    let shift = match word.as_str() {
        "ultimo" | "ult" => Shift::Last,
        "instant" | "inst" => Shift::This,
        "proximo" | "prox" => Shift::Next,
        "of" if suffixed => {
            let the = usize::from(scan.is(next + 1, "the"));
            let shift = scan
                .shift(next + 1 + the)
                .filter(|_| scan.is(next + 2 + the, "month"));
            let plain = (the == 1 && scan.is(next + 2, "month")).then_some(Shift::That);
            let end = if shift.is_some() {
                next + 3 + the
            } else {
                next + 3
            };
            return shift
                .or(plain)
                .map(|shift| (Meaning::DayOfMonth(day, shift), end));
        }
        // "the 15th last month"
        _ if suffixed && scan.is(next + 1, "month") => {
            let shift = scan.shift(next)?;
            return Some((Meaning::DayOfMonth(day, shift), next + 2));
        }
        _ => return None,
    };
    let end = next + 1;
    let dot =
        matches!(word.as_str(), "ult" | "inst" | "prox") && scan.mark(end, '.') && scan.tight(end);
    Some((Meaning::DayOfMonth(day, shift), end + usize::from(dot)))
}
