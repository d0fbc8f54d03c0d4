//! Conditions on the date, as typed: what depends on today or on the record stays unresolved.

use crate::time::{Date, DateRange, Edtf};

/// On which days an event falls.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum When {
    /// `2021-03`, `in:"last november"`, `during:"the hanoi summit"`
    In(Moment),
    /// `2019..2021`: from the first day of the one to the last day of the other.
    Between(Moment, Moment),
    /// `since:2020`, `2020..`: from its first day on.
    Since(Moment),
    /// `after:2020`: later than its last day.
    After(Moment),
    /// `before:1994-10`: earlier than its first day.
    Before(Moment),
    /// `until:1965`, `..1965`: up to its last day.
    Until(Moment),
    /// `on:06-12`, `on:june`: this day or month in any year.
    Yearly(u32, Option<u32>),
    /// `on:today`: today's day in any year.
    Today,
}

/// A time that a condition speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Moment {
    /// A date that stands for itself.
    Date(Edtf),
    /// A quarter of a year, 1 to 4.
    Quarter(i32, u32),
    /// A time told from today.
    Relative(Relative),
    /// Words that name a happening: "Yoon took office".
    Anchor(String),
}

/// A time told from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relative {
    /// `today`
    Today,
    /// `yesterday`
    Yesterday,
    /// `tomorrow`
    Tomorrow,
    /// `last year`
    Last(Unit),
    /// `this month`
    This(Unit),
    /// `next week`
    Next(Unit),
    /// `last november`, by number: the latest such month that is over.
    LastMonth(u32),
    /// `next november`: the first such month that has not begun.
    NextMonth(u32),
    /// `past 3 months`: so many up to today.
    Past(u32, Unit),
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// The English word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The unit that holds the day.
    fn around(self, day: Date) -> DateRange {
        match self {
            Self::Day => DateRange::day(day),
            Self::Week => DateRange::spanning(day.monday(), day.monday().plus_days(6)),
            Self::Month => DateRange::spanning(day.first_of_month(), day.last_of_month()),
            Self::Quarter => quarter(day.year(), (day.month() - 1) / 3 + 1),
            Self::Year => Edtf::year(day.year()).range(),
        }
    }

    /// The same day, so many units later; earlier if negative.
    fn shift(self, day: Date, by: i32) -> Date {
        match self {
            Self::Day => day.plus_days(by.into()),
            Self::Week => day.plus_days(i64::from(by) * 7),
            Self::Month => day.plus_months(by),
            Self::Quarter => day.plus_months(by.saturating_mul(3)),
            Self::Year => day.plus_months(by.saturating_mul(12)),
        }
    }
}

/// The days of a quarter, 1 to 4.
fn quarter(year: i32, number: u32) -> DateRange {
    let first = Date::new(year, number.clamp(1, 4) * 3 - 2, 1).unwrap_or(Date::MAX);
    DateRange::spanning(first, first.plus_months(2).last_of_month())
}

/// The days of a month; the calendar holds every month that can be typed.
fn month(year: i32, number: u32) -> DateRange {
    Edtf::month(year, number).map_or(DateRange::ALL, |month| month.range())
}

impl Moment {
    /// First and last day, seen from today. `None` for an anchor, which only the record can tell.
    pub fn range(&self, today: Date) -> Option<DateRange> {
        match self {
            Self::Date(date) => Some(date.range()),
            Self::Quarter(year, number) => Some(quarter(*year, *number)),
            Self::Relative(relative) => Some(relative.range(today)),
            Self::Anchor(_) => None,
        }
    }
}

impl Relative {
    /// First and last day, seen from today.
    pub fn range(self, today: Date) -> DateRange {
        match self {
            Self::Today => DateRange::day(today),
            Self::Yesterday => DateRange::day(today.plus_days(-1)),
            Self::Tomorrow => DateRange::day(today.plus_days(1)),
            Self::Last(unit) => unit.around(unit.shift(today, -1)),
            Self::This(unit) => unit.around(today),
            Self::Next(unit) => unit.around(unit.shift(today, 1)),
            Self::LastMonth(number) => {
                let back = i32::from(number >= today.month());
                month(today.year() - back, number)
            }
            Self::NextMonth(number) => {
                let on = i32::from(number <= today.month());
                month(today.year() + on, number)
            }
            Self::Past(count, unit) => {
                let back = i32::try_from(count).unwrap_or(i32::MAX).min(100_000);
                DateRange::spanning(unit.shift(today, -back), today)
            }
        }
    }
}
