//! Dates in figures: "2021-03-16", "2021/3/16", "16.03.2021", "3/16/2021".

use super::super::meaning::{Candidate, Meaning, Partial, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, rule};
use crate::time::Date;

/// Proposes dates in figures.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let Some((first, digits)) = scan.number(at) else {
        return;
    };
    let joined_before =
        at > 0 && scan.tight(at) && !scan.mark(at - 1, '(') && !scan.mark(at - 1, '"');
    if joined_before {
        return;
    }
    if let Some((date, end)) = date_time_group(scan, at) {
        let date = Meaning::Date(date);
        found.push(Candidate::new(at..end, date, rule("date-time-group")));
    }
    for mark in ['-', '/', '.'] {
        if !joined(scan, at + 1, mark) {
            continue;
        }
        let Some((second, wide)) = scan.number(at + 2).filter(|(_, wide)| *wide <= 2) else {
            continue;
        };
        let third = joined(scan, at + 3, mark)
            .then(|| scan.number(at + 4))
            .flatten();
        match (digits, third) {
            (4, Some((day, 1..=2))) => {
                let partial = full(first, second, day);
                push(scan, at..at + 5, partial, found);
            }
            (4, None) if mark == '-' && wide == 2 => {
                let school_year = second == (first + 1) % 100
                    && at > 0
                    && scan.is_any(at - 1, &["in", "of", "the", "during", "for", "since"]);
                let partial = month_of(first, second).filter(|_| !school_year);
                push(scan, at..at + 3, partial, found);
            }
            (1..=2, Some((year, 4))) => {
                either(scan, at..at + 5, (first, second, year), mark, found);
            }
            _ => {}
        }
    }
}

/// "161005Z MAR 09", "271030Z June 50": day, hour, minute and zone of a telegram, then month and year.
fn date_time_group(scan: &Scan<'_>, at: usize) -> Option<(Partial, usize)> {
    let (group, _) = scan.number(at).filter(|(_, digits)| *digits == 6)?;
    let zone = scan.is(at + 1, "Z") && scan.tight(at + 1) && !scan.new_paragraph(at + 2);
    let (month, next) = parts::month(scan, at + 2).filter(|_| zone)?;
    let (year, digits) = scan.number(next).filter(|_| !scan.new_paragraph(next))?;
    let year = match digits {
        4 => year,
        // Telegrams of the forties and later.
        2 if year >= 40 => 1900 + year,
        2 => 2000 + year,
        _ => return None,
    };
    let sound = group / 100 % 100 < 24 && group % 100 < 60;
    let date = full(year, month, group / 10_000).filter(|_| sound)?;
    Some((date, next + 1))
}

/// Whether a mark joins two numbers without a gap.
fn joined(scan: &Scan<'_>, at: usize, mark: char) -> bool {
    scan.mark(at, mark) && scan.tight(at) && scan.tight(at + 1)
}

fn full(year: u32, month: u32, day: u32) -> Option<Partial> {
    Date::new(year as i32, month, day).filter(|_| (1000..2200).contains(&year))?;
    Some(Partial {
        year: YearOf::Known(year as i32),
        month: Some(month),
        day: Some(day),
        weekday: None,
    })
}

fn month_of(year: u32, month: u32) -> Option<Partial> {
    let sound = (1000..2200).contains(&year) && (1..=12).contains(&month);
    let year = YearOf::Known(year as i32);
    sound.then_some(Partial {
        year,
        month: Some(month),
        ..Partial::default()
    })
}

/// Ends a date in figures: nothing may be glued to it but a `T` and a time.
fn push(
    scan: &Scan<'_>,
    tokens: std::ops::Range<usize>,
    partial: Option<Partial>,
    found: &mut Found,
) {
    let end = tokens.end;
    let glued = scan.tight(end) && (scan.number(end).is_some() || scan.hyphen(end));
    let glued = glued || scan.tight(end) && scan.is_word(end) && !scan.is(end, "T");
    if let Some(partial) = partial.filter(|_| !glued) {
        found.push(Candidate::new(
            tokens,
            Meaning::Date(partial),
            rule("iso-date"),
        ));
    }
}

/// Day and month in an order that the figures may or may not tell. A dot means day first.
fn either(
    scan: &Scan<'_>,
    tokens: std::ops::Range<usize>,
    (first, second, year): (u32, u32, u32),
    mark: char,
    found: &mut Found,
) {
    let (american, european) = (full(year, first, second), full(year, second, first));
    let meaning = match (american, european) {
        (_, Some(only)) if mark == '.' => Meaning::Date(only),
        (Some(only), None) | (None, Some(only)) if mark != '.' => Meaning::Date(only),
        (Some(american), Some(european)) if american == european => Meaning::Date(american),
        (Some(american), Some(european)) => Meaning::Ambiguous { american, european },
        _ => return,
    };
    if !scan.tight(tokens.end) || !scan.is_word(tokens.end) {
        found.push(Candidate::new(tokens, meaning, rule("figures")));
    }
}
