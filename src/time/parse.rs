//! Reading EDTF. The grammar is small enough to be read by hand, with an offset for each error.

use std::str::FromStr;

use super::{Bound, Date, DateRange, Edtf, Point, Precision, Qualifier, Season};

/// The largest year that is read, far within what the calendar of chrono can hold.
const FARTHEST_YEAR: i32 = 200_000;

/// Why a date could not be read. Offsets count bytes of the input.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    /// Nothing but white space.
    #[error("there is no date; write one like 2021-03-16, 2021-03 or 2021")]
    Empty,
    /// Not of the form of a date.
    #[error("\"{found}\" at byte {at} is not a date; write one like 2021-03-16, 2021-03 or 2021")]
    Form {
        /// What stood there.
        found: String,
        /// Where.
        at: usize,
    },
    /// A month that no year has.
    #[error("month {found} at byte {at} is not between 01 and 12, nor a season 21 to 24")]
    Month {
        /// The month as written.
        found: u32,
        /// Where the date begins.
        at: usize,
    },
    /// A day that the month does not have.
    #[error("{year:04}-{month:02} has no day {found} (at byte {at})")]
    Day {
        /// The year.
        year: i32,
        /// The month.
        month: u32,
        /// The day as written.
        found: u32,
        /// Where the date begins.
        at: usize,
    },
    /// A year beyond the calendar.
    #[error("year {found} at byte {at} is beyond what can be shown")]
    Year {
        /// The year as written.
        found: String,
        /// Where.
        at: usize,
    },
    /// An interval that ends before it begins.
    #[error("the interval ends ({last}) before it begins ({first})")]
    Reversed {
        /// The earliest beginning.
        first: Date,
        /// The latest end.
        last: Date,
    },
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        // Nearly all dates are days; a start reads thousands of them.
        if let Some(date) = plain_day(text.as_bytes()) {
            return Ok(Self::day(date));
        }
        if text.trim().is_empty() {
            return Err(EdtfError::Empty);
        }
        let Some((from, to)) = text.split_once('/') else {
            return point(text, 0).map(Self::Point);
        };
        let (from, to) = (bound(from, 0)?, bound(to, from.len() + 1)?);
        if let (Bound::Point(a), Bound::Point(b)) = (from, to) {
            let (first, last) = (a.precision.range().first(), b.precision.range().last());
            if DateRange::new(first, last).is_none() {
                return Err(EdtfError::Reversed { first, last });
            }
        }
        if !matches!((from, to), (Bound::Point(_), _) | (_, Bound::Point(_))) {
            return Err(EdtfError::Form {
                found: text.to_owned(),
                at: 0,
            });
        }
        Ok(Self::Interval(from, to))
    }
}

/// `YYYY-MM-DD` and nothing else; `None` leaves it to the grammar, which knows why.
fn plain_day(text: &[u8]) -> Option<Date> {
    let (year, rest) = text.split_first_chunk::<4>()?;
    let (month, rest) = rest.strip_prefix(b"-")?.split_first_chunk::<2>()?;
    let day: &[u8; 2] = rest.strip_prefix(b"-")?.try_into().ok()?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |sum: u32, digit| {
            digit
                .is_ascii_digit()
                .then(|| sum * 10 + u32::from(digit - b'0'))
        })
    };
    Date::new(number(year)? as i32, number(month)?, number(day)?)
}

/// Reads exactly one day.
pub(super) fn day(text: &str) -> Result<Date, EdtfError> {
    match text.parse()? {
        Edtf::Point(Point {
            precision: Precision::Day(date),
            qualifier: Qualifier::Certain,
        }) => Ok(date),
        Edtf::Point(_) | Edtf::Interval(..) => Err(EdtfError::Form {
            found: text.to_owned(),
            at: 0,
        }),
    }
}

fn bound(text: &str, at: usize) -> Result<Bound, EdtfError> {
    match text {
        "" => Ok(Bound::Unknown),
        ".." => Ok(Bound::Open),
        _ => point(text, at).map(Bound::Point),
    }
}

fn point(text: &str, at: usize) -> Result<Point, EdtfError> {
    let (body, qualifier) = match text.chars().last() {
        Some('?') => (text.strip_suffix('?'), Qualifier::Uncertain),
        Some('~') => (text.strip_suffix('~'), Qualifier::Approximate),
        Some('%') => (text.strip_suffix('%'), Qualifier::UncertainApproximate),
        _ => (Some(text), Qualifier::Certain),
    };
    let precision = precision(body.unwrap_or(text), at)?;
    Ok(Point {
        precision,
        qualifier,
    })
}

fn precision(text: &str, at: usize) -> Result<Precision, EdtfError> {
    let malformed = || EdtfError::Form {
        found: text.to_owned(),
        at,
    };
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let mut parts = unsigned.split('-');
    let year_text = parts.next().unwrap_or_default();
    let (month, day) = (parts.next(), parts.next());
    if parts.next().is_some() {
        return Err(malformed());
    }
    if let Some(long) = text.strip_prefix('Y') {
        return long_year(long, at).ok_or_else(malformed)?;
    }
    if year_text.len() != 4 || (sign < 0 && year_text == "0000") {
        return Err(malformed());
    }
    if month.is_none() && sign > 0 {
        if let Some(decade) = year_text.strip_suffix("XX") {
            return number(decade, 2)
                .map(|n| Precision::Century(n as i32))
                .ok_or_else(malformed);
        }
        if let Some(decade) = year_text.strip_suffix('X') {
            return number(decade, 3)
                .map(|n| Precision::Decade(n as i32))
                .ok_or_else(malformed);
        }
    }
    let year = sign * number(year_text, 4).ok_or_else(malformed)? as i32;
    match (month, day) {
        (None, _) => Ok(Precision::Year(year)),
        (Some("XX"), None) => Ok(Precision::MonthOfYear(year)),
        (Some("XX"), Some("XX")) => Ok(Precision::DayOfYear(year)),
        (Some(month), day) => {
            let month = number(month, 2).ok_or_else(malformed)?;
            month_or_day(year, month, day, at, malformed)
        }
    }
}

fn month_or_day(
    year: i32,
    month: u32,
    day: Option<&str>,
    at: usize,
    malformed: impl Fn() -> EdtfError,
) -> Result<Precision, EdtfError> {
    if day.is_none() {
        let season = match month {
            21 => Some(Season::Spring),
            22 => Some(Season::Summer),
            23 => Some(Season::Autumn),
            24 => Some(Season::Winter),
            _ => None,
        };
        if let Some(season) = season {
            return Ok(Precision::Season(year, season));
        }
    }
    if !(1..=12).contains(&month) {
        return Err(EdtfError::Month { found: month, at });
    }
    match day {
        None => Ok(Precision::Month(year, month)),
        Some("XX") => Ok(Precision::DayOfMonth(year, month)),
        Some(day) => {
            let found = number(day, 2).ok_or_else(malformed)?;
            Date::new(year, month, found)
                .map(Precision::Day)
                .ok_or(EdtfError::Day {
                    year,
                    month,
                    found,
                    at,
                })
        }
    }
}

/// A year of five digits or more, after its `Y`; `None` if it is not of that form.
fn long_year(text: &str, at: usize) -> Option<Result<Precision, EdtfError>> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.len() < 5 || digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let in_reach = |year: &i32| (-FARTHEST_YEAR..=FARTHEST_YEAR).contains(year);
    Some(match text.parse::<i32>().ok().filter(in_reach) {
        Some(year) => Ok(Precision::Year(year)),
        None => Err(EdtfError::Year {
            found: text.to_owned(),
            at,
        }),
    })
}

/// Exactly `digits` ASCII digits as a number.
fn number(text: &str, digits: usize) -> Option<u32> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
