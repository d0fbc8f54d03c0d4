//! Dates as precise as the source, in the Extended Date/Time Format.
//!
//! EDTF is ISO 8601-2:2019, clause on profiles, level 1: days, months, seasons, years, unspecified
//! digits from the right, a qualifier for the whole, and intervals that may be open or unknown at
//! either end. Times of day and level 2 are not used.

use std::fmt::{self, Write};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Date, DateRange};

/// A date, as precise as it is known. Parsing what this prints gives the same value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum Edtf {
    /// One point in time at some precision: `2021-03-16`, `2021-03`, `1953~`.
    Point(Point),
    /// From one bound to another: `2021-03-16/2021-03-17`, `1965/..`.
    Interval(Bound, Bound),
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// `..`: there is no end.
    Open,
    /// Nothing written: there is an end that nobody knows.
    Unknown,
    /// An end that is known at some precision.
    Point(Point),
}

/// A precision with its qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Point {
    /// How much of the date is known.
    pub precision: Precision,
    /// How sure the source is of it.
    pub qualifier: Qualifier,
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// `1985-04-12`
    Day(Date),
    /// `1985-04-XX`: some day of a month.
    DayOfMonth(i32, u32),
    /// `1985-XX-XX`: some day of a year.
    DayOfYear(i32),
    /// `1985-04`
    Month(i32, u32),
    /// `1985-XX`: some month of a year.
    MonthOfYear(i32),
    /// `1985-21`
    Season(i32, Season),
    /// `1985`
    Year(i32),
    /// `198X`, as the number of the decade: 198.
    Decade(i32),
    /// `19XX`, as the number of the century: 19.
    Century(i32),
}

/// A season of the northern year, by months: spring is March to May. Winter is named by the year in
/// which it begins (December to February).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names of the seasons say it all")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// How sure the source is. A qualifier never narrows the range of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// No sign: as stated.
    Certain,
    /// `?`: the source may be wrong.
    Uncertain,
    /// `~`: about then.
    Approximate,
    /// `%`: both.
    UncertainApproximate,
}

/// To people and their files a date is its text; packed it is itself, since not every date that a
/// calendar reaches, such as a day in the year 12000, has a text.
impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            Self::serialize(self, serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(serde::de::Error::custom)
        } else {
            Self::deserialize(deserializer)
        }
    }
}

impl Edtf {
    /// One day, as stated.
    pub fn day(date: Date) -> Self {
        Self::Point(Point::certain(Precision::Day(date)))
    }

    /// A month, as stated; `None` unless the month is 1 to 12.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Date::new(year, month, 1)
            .map(|_| Self::Point(Point::certain(Precision::Month(year, month))))
    }

    /// A year, as stated.
    pub fn year(year: i32) -> Self {
        Self::Point(Point::certain(Precision::Year(year)))
    }

    /// The days of a range: one day, or an interval of two days.
    pub fn days(range: DateRange) -> Self {
        if range.first() == range.last() {
            return Self::day(range.first());
        }
        let point = |date| Bound::Point(Point::certain(Precision::Day(date)));
        Self::Interval(point(range.first()), point(range.last()))
    }

    /// The first and the last day that this can mean. An open or unknown end reaches to
    /// [`Date::MIN`] or [`Date::MAX`].
    pub fn range(&self) -> DateRange {
        match self {
            Self::Point(point) => point.precision.range(),
            Self::Interval(from, to) => {
                let first = match from {
                    Bound::Point(point) => point.precision.range().first(),
                    Bound::Open | Bound::Unknown => Date::MIN,
                };
                let last = match to {
                    Bound::Point(point) => point.precision.range().last(),
                    Bound::Open | Bound::Unknown => Date::MAX,
                };
                DateRange::spanning(first, last)
            }
        }
    }

    /// The same date so many years later, or earlier. Decades and centuries stay.
    #[must_use]
    pub fn plus_years(self, years: i32) -> Self {
        match self {
            Self::Point(point) => Self::Point(point.plus_years(years)),
            Self::Interval(from, to) => {
                let moved = |bound: Bound| match bound {
                    Bound::Point(point) => Bound::Point(point.plus_years(years)),
                    Bound::Open | Bound::Unknown => bound,
                };
                Self::Interval(moved(from), moved(to))
            }
        }
    }

    /// Whether the source says that it is not sure (`?`, `~` or `%` anywhere).
    pub fn is_qualified(&self) -> bool {
        let qualified = |point: &Point| point.qualifier != Qualifier::Certain;
        let bound = |bound: &Bound| matches!(bound, Bound::Point(point) if qualified(point));
        match self {
            Self::Point(point) => qualified(point),
            Self::Interval(from, to) => bound(from) || bound(to),
        }
    }

    /// Whether it names one day or an interval between two days.
    pub fn is_day_precise(&self) -> bool {
        let day = |point: &Point| matches!(point.precision, Precision::Day(_));
        let bound = |bound: &Bound| matches!(bound, Bound::Point(point) if day(point));
        match self {
            Self::Point(point) => day(point),
            Self::Interval(from, to) => bound(from) && bound(to),
        }
    }
}

impl Point {
    /// The same point so many years later, or earlier.
    fn plus_years(self, years: i32) -> Self {
        let precision = match self.precision {
            Precision::Day(day) => Precision::Day(day.plus_months(years.saturating_mul(12))),
            Precision::DayOfMonth(year, month) => Precision::DayOfMonth(year + years, month),
            Precision::DayOfYear(year) => Precision::DayOfYear(year + years),
            Precision::Month(year, month) => Precision::Month(year + years, month),
            Precision::MonthOfYear(year) => Precision::MonthOfYear(year + years),
            Precision::Season(year, season) => Precision::Season(year + years, season),
            Precision::Year(year) => Precision::Year(year + years),
            Precision::Decade(_) | Precision::Century(_) => self.precision,
        };
        Self { precision, ..self }
    }

    /// The precision without a qualifier.
    pub fn certain(precision: Precision) -> Self {
        Self {
            precision,
            qualifier: Qualifier::Certain,
        }
    }
}

impl Precision {
    /// The first and the last day that this can mean.
    pub fn range(self) -> DateRange {
        let years = |first: i32, last: i32| {
            DateRange::spanning(clamped(first, 1, 1), clamped(last, 12, 31))
        };
        match self {
            Self::Day(date) => DateRange::day(date),
            Self::DayOfMonth(year, month) | Self::Month(year, month) => {
                let first = clamped(year, month, 1);
                DateRange::spanning(first, first.last_of_month())
            }
            Self::Season(year, season) => {
                let month = match season {
                    Season::Spring => 3,
                    Season::Summer => 6,
                    Season::Autumn => 9,
                    Season::Winter => 12,
                };
                let first = clamped(year, month, 1);
                DateRange::spanning(first, first.plus_months(2).last_of_month())
            }
            Self::DayOfYear(year) | Self::MonthOfYear(year) | Self::Year(year) => years(year, year),
            Self::Decade(decade) => years(decade * 10, decade * 10 + 9),
            Self::Century(century) => years(century * 100, century * 100 + 99),
        }
    }
}

/// The day, or the nearest end of the calendar for a year beyond it.
fn clamped(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(if year < 0 { Date::MIN } else { Date::MAX })
}

/// Years of four digits plain, others with the sign or the prefix `Y` that EDTF asks for.
pub(super) fn write_year(f: &mut fmt::Formatter<'_>, year: i32) -> fmt::Result {
    match year {
        0..=9999 => write!(f, "{year:04}"),
        -9999..=-1 => write!(f, "-{:04}", -year),
        _ => write!(f, "Y{year}"),
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Interval(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
            Self::Point(point) => point.fmt(f),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Day(date) => date.fmt(f)?,
            Precision::DayOfMonth(year, month) => {
                write_year(f, year)?;
                write!(f, "-{month:02}-XX")?;
            }
            Precision::DayOfYear(year) => {
                write_year(f, year)?;
                f.write_str("-XX-XX")?;
            }
            Precision::Month(year, month) => {
                write_year(f, year)?;
                write!(f, "-{month:02}")?;
            }
            Precision::MonthOfYear(year) => {
                write_year(f, year)?;
                f.write_str("-XX")?;
            }
            Precision::Season(year, season) => {
                write_year(f, year)?;
                write!(f, "-{}", 21 + season as u32)?;
            }
            Precision::Year(year) => write_year(f, year)?,
            Precision::Decade(decade) => write!(f, "{decade:03}X")?,
            Precision::Century(century) => write!(f, "{century:02}XX")?,
        }
        match self.qualifier {
            Qualifier::Certain => Ok(()),
            Qualifier::Uncertain => f.write_char('?'),
            Qualifier::Approximate => f.write_char('~'),
            Qualifier::UncertainApproximate => f.write_char('%'),
        }
    }
}
