//! How far the timeline is zoomed out: single events, or periods from a day to a decade.
//!
//! A period begins on [`Zoom::start`] of any of its days and ends the day before [`Zoom::after`].
//! Weeks are those of ISO 8601, from Monday.

use crate::time::{Date, DateRange, Edtf};

/// What a row of the timeline stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Zoom {
    /// One event.
    #[default]
    Event,
    /// The events that begin on one day.
    Day,
    /// The same for a week.
    Week,
    /// The same for a month.
    Month,
    /// The same for a quarter of a year.
    Quarter,
    /// The same for a year.
    Year,
    /// The same for a decade.
    Decade,
}

impl Zoom {
    /// All of them, the closest first.
    pub const ALL: [Self; 7] = [
        Self::Event,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::Decade,
    ];

    /// As shown behind "by": `month`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
        }
    }

    /// One level in; `None` at the single events.
    pub fn closer(self) -> Option<Self> {
        Self::ALL.get((self as usize).checked_sub(1)?).copied()
    }

    /// One level out; `None` at the decades.
    pub fn wider(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The first day of the period that has this day.
    pub fn start(self, day: Date) -> Date {
        let first_of = |year, month| Date::new(year, month, 1).unwrap_or(day);
        match self {
            Self::Event | Self::Day => day,
            Self::Week => day.monday(),
            Self::Month => day.first_of_month(),
            Self::Quarter => first_of(day.year(), day.month() - (day.month() - 1) % 3),
            Self::Year => first_of(day.year(), 1),
            Self::Decade => first_of(day.year() - day.year().rem_euclid(10), 1),
        }
    }

    /// The first day after the period that begins on this day.
    pub fn after(self, start: Date) -> Date {
        match self {
            Self::Event | Self::Day => start.plus_days(1),
            Self::Week => start.plus_days(7),
            Self::Month => start.plus_months(1),
            Self::Quarter => start.plus_months(3),
            Self::Year => start.plus_months(12),
            Self::Decade => start.plus_months(120),
        }
    }

    /// The period that begins on this day, as a row below a heading of its year says it.
    pub fn label(self, start: Date) -> String {
        match self {
            Self::Event | Self::Day => {
                let weekday = start.weekday().short();
                format!("{weekday} {}", Edtf::day(start).human_within_year())
            }
            Self::Week => {
                // The year of the first day is told above, also where the last has another.
                let told = |day: Date| Edtf::day(day).human_within_year();
                let last = start.plus_days(6);
                if last.month() == start.month() {
                    format!("{}–{}", start.day(), told(last))
                } else {
                    format!("{} – {}", told(start), told(last))
                }
            }
            Self::Month => start.month_name().to_owned(),
            Self::Quarter => format!("Q{}", start.month().div_ceil(3)),
            Self::Year => start.year().to_string(),
            Self::Decade => format!("{}s", start.year()),
        }
    }

    /// The same where nothing else tells the year.
    pub fn full_label(self, start: Date) -> String {
        match self {
            Self::Event | Self::Day => format!("{} {}", start.weekday().short(), start.human()),
            Self::Week => self
                .days(start)
                .map_or_else(|| start.human(), DateRange::human),
            Self::Month | Self::Quarter => format!("{} {}", self.label(start), start.year()),
            Self::Year | Self::Decade => self.label(start),
        }
    }

    /// The days of the period that begins on this day.
    pub fn days(self, start: Date) -> Option<DateRange> {
        DateRange::new(start, self.after(start).plus_days(-1))
    }

    /// Whether its rows stand below headings of years.
    pub const fn has_years(self) -> bool {
        !matches!(self, Self::Year | Self::Decade)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn periods_are_told_in_their_own_words() {
        let day: Date = "2023-08-18".parse().expect("a date");
        let told = Zoom::ALL.map(|zoom| zoom.full_label(zoom.start(day)));
        assert_eq!(
            told,
            [
                "Fri 18 Aug 2023",
                "Fri 18 Aug 2023",
                "14–20 Aug 2023",
                "Aug 2023",
                "Q3 2023",
                "2023",
                "2020s",
            ]
        );
        let monday = "2024-12-30".parse().expect("a date");
        assert_eq!(Zoom::Week.label(monday), "30 Dec – 5 Jan");
    }

    proptest! {
        #[test]
        fn each_day_lies_in_one_period_and_periods_nest(ordinal in 650_000..800_000i32) {
            let day = Date::from_ordinal(ordinal).expect("a day");
            for zoom in Zoom::ALL {
                let start = zoom.start(day);
                prop_assert!(start <= day && day < zoom.after(start));
                prop_assert_eq!(zoom.start(start), start);
                prop_assert_eq!(zoom.start(zoom.after(start)), zoom.after(start));
            }
        }
    }
}
