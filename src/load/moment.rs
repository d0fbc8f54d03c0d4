//! A day of a calendar, or a time of day on it, as a value writes it (RFC 5545, 3.3.4 and 3.3.5).
//!
//! An instant in UTC (`20210316T233000Z`) is another day where the keeper of the calendar is; any
//! other time is taken as written.

use super::instant;
use crate::time::Date;

/// A day and minutes after midnight, where a time of day is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Date,
    pub(super) minutes: Option<i32>,
    utc: bool,
}

impl Moment {
    /// `20210316`, `20210316T100000Z` or `2021-03-16`; of a period its beginning.
    pub(super) fn parse(value: &str) -> Option<Self> {
        let begins = value.split('/').next().unwrap_or_default().trim();
        let (day, time) = begins
            .split_once('T')
            .map_or((begins, None), |(day, time)| (day, Some(time)));
        let digits: String = day.chars().filter(|c| *c != '-').collect();
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
        if digits.len() != 8 {
            return None;
        }
        let year = i32::try_from(number(0..4)?).ok()?;
        let day = Date::new(year, number(4..6)?, number(6..8)?).filter(|day| day.year() > 0)?;
        let part = |range: std::ops::Range<usize>| time?.get(range)?.parse::<i32>().ok();
        let minutes = part(0..2).zip(part(2..4));
        Some(Self {
            day,
            minutes: minutes.map(|(hour, minute)| hour * 60 + minute),
            utc: time.is_some_and(|time| time.ends_with('Z')),
        })
    }

    /// The same time of day on another day.
    pub(super) fn on(self, day: Date) -> Self {
        Self { day, ..self }
    }

    /// The same moment as clocks in a zone show it; as written where that is not known.
    pub(super) fn local(self, zone: Option<&str>) -> Self {
        let utc = self.minutes.filter(|_| self.utc);
        let there = utc
            .zip(zone)
            .and_then(|(minutes, zone)| instant::local(self.day, minutes, zone));
        there.map_or(self, |(day, minutes)| Self {
            day,
            minutes: Some(minutes),
            utc: false,
        })
    }

    /// The last day, counted as `first` is, on which what begins at the time of day of `first`
    /// begins not after this; `zone` is that of `first`.
    pub(super) fn last_day(self, first: Self, zone: Option<&str>) -> Date {
        let last = if first.utc { self } else { self.local(zone) };
        let over = last
            .minutes
            .zip(first.minutes)
            .is_some_and(|(last, first)| last < first);
        last.day.plus_days(-i64::from(over))
    }
}
