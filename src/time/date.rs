//! One day of the proleptic Gregorian calendar (ISO 8601).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::parse::EdtfError;

/// A calendar day. Ordered in time; prints as `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "i32", try_from = "i32")]
pub struct Date(NaiveDate);

impl From<Date> for i32 {
    fn from(date: Date) -> Self {
        date.ordinal()
    }
}

impl TryFrom<i32> for Date {
    type Error = &'static str;

    fn try_from(ordinal: i32) -> Result<Self, Self::Error> {
        Self::from_ordinal(ordinal).ok_or("no calendar reaches so far")
    }
}

/// A day of the week, Monday first as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names of the days say it all")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The first three letters of its English name.
    pub const fn short(self) -> &'static str {
        match self {
            Self::Monday => "Mon",
            Self::Tuesday => "Tue",
            Self::Wednesday => "Wed",
            Self::Thursday => "Thu",
            Self::Friday => "Fri",
            Self::Saturday => "Sat",
            Self::Sunday => "Sun",
        }
    }

    /// Days since Monday, 0 to 6.
    pub fn from_monday(self) -> u32 {
        self as u32
    }
}

impl Date {
    /// 1 January of the year 0, the first day that an EDTF year without a sign can name.
    pub const MIN: Self = Self(match NaiveDate::from_ymd_opt(0, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });
    /// 31 December 9999, the last day that an EDTF year without a prefix can name.
    pub const MAX: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// The day, or `None` if the calendar has no such day. Months and days count from 1.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The day on the local clock. Only "jump to today" and `on:today` may ask.
    pub fn today() -> Self {
        Self(chrono::Local::now().date_naive())
    }

    /// The year; year 0 is 1 BCE.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[self.0.weekday().num_days_from_monday() as usize]
    }

    /// ISO 8601 week: the year that the week belongs to, and its number, 1 to 53.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.0.iso_week();
        (week.year(), week.week())
    }

    /// Monday of an ISO week, or `None` if the year has no such week.
    pub fn of_iso_week(year: i32, week: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon).map(Self)
    }

    /// Days from the common era's first day; consecutive days differ by one.
    pub fn ordinal(self) -> i32 {
        self.0.num_days_from_ce()
    }

    /// The day with that [`Date::ordinal`], if the calendar reaches so far.
    pub fn from_ordinal(ordinal: i32) -> Option<Self> {
        NaiveDate::from_num_days_from_ce_opt(ordinal).map(Self)
    }

    /// The day of its year, 1 to 366.
    pub fn day_of_year(self) -> u32 {
        self.0.ordinal()
    }

    /// A day by its year and its number in it, or `None` if the calendar has no such day. Costs a
    /// third of [`Date::from_ordinal`].
    pub fn of_year(year: i32, day: u32) -> Option<Self> {
        NaiveDate::from_yo_opt(year, day).map(Self)
    }

    /// `days` later (earlier if negative); stops at the ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let by = Days::new(days.unsigned_abs());
        let moved = if days < 0 {
            self.0.checked_sub_days(by)
        } else {
            self.0.checked_add_days(by)
        };
        Self(moved.unwrap_or(if days < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        }))
    }

    /// `months` later (earlier if negative), on the same day or the month's last.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let by = Months::new(months.unsigned_abs());
        let moved = if months < 0 {
            self.0.checked_sub_months(by)
        } else {
            self.0.checked_add_months(by)
        };
        Self(moved.unwrap_or(if months < 0 {
            NaiveDate::MIN
        } else {
            NaiveDate::MAX
        }))
    }

    /// Whole days from `earlier` to this day; negative if this one comes first.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.ordinal()) - i64::from(earlier.ordinal())
    }

    /// The first day of this month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        self.plus_days(1 - i64::from(self.day()))
    }

    /// The last day of this month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        self.first_of_month().plus_months(1).plus_days(-1)
    }

    /// The n-th such day of the week of a month, -1 the last; `None` if the month has no such day.
    pub fn nth_weekday(year: i32, month: u32, day: Weekday, nth: i32) -> Option<Self> {
        let first = Self::new(year, month, 1)?;
        let lead = |from: Self| {
            let days = i64::from(day.from_monday()) - i64::from(from.weekday().from_monday());
            from.plus_days(days.rem_euclid(7))
        };
        let found = match nth {
            1.. => lead(first).plus_days(7 * (i64::from(nth) - 1)),
            0 => return None,
            // The first such day behind the month, and so many weeks back.
            _ => lead(first.plus_months(1)).plus_days(7 * i64::from(nth)),
        };
        (found.first_of_month() == first).then_some(found)
    }

    /// Monday of this day's week.
    #[must_use]
    pub fn monday(self) -> Self {
        self.plus_days(-i64::from(self.weekday().from_monday()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(year @ 0..=9999) = u32::try_from(self.year()) else {
            super::edtf::write_year(f, self.year())?;
            return write!(f, "-{:02}-{:02}", self.month(), self.day());
        };
        // Values, keys and quotations are full of days, so this one is spelt out.
        let mut text = *b"0000-00-00";
        let mut put = |at: usize, number: u32| text[at] = b'0' + (number % 10) as u8;
        for (at, number) in [(0, year / 1000), (1, year / 100), (2, year / 10), (3, year)] {
            put(at, number);
        }
        for (at, number) in [(5, self.month()), (8, self.day())] {
            put(at, number / 10);
            put(at + 1, number);
        }
        f.write_str(str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = EdtfError;

    /// Reads `YYYY-MM-DD` and nothing else.
    fn from_str(text: &str) -> Result<Self, EdtfError> {
        super::parse::day(text)
    }
}
