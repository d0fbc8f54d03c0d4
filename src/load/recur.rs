//! Rules of repetition (RFC 5545, 3.3.10), to the day.
//!
//! Years, months, weeks and days with INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and
//! WKST. What else a rule says is not understood, and it is better to say so than to expand the rule
//! wrongly. Every rule comes to an end: after so many days, or so many periods without one.

use super::moment::Moment;
use crate::time::{Date, Weekday};

/// Days of one rule.
pub(super) const MOST_DAYS: usize = 1_000;
/// Periods that are looked at, and those without a day in a row: a rule for 30 February never has one.
const MOST_PERIODS: usize = 20_000;
const MOST_EMPTY: usize = 3_000;

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    every: Every,
    interval: i32,
    count: Option<usize>,
    /// The last moment at which it may begin.
    pub(super) until: Option<Moment>,
    months: Vec<u32>,
    /// Days of the month; negative from its end.
    month_days: Vec<i32>,
    /// Weekdays, with the how-manieth of the month or year; 0 is each.
    weekdays: Vec<(i32, Weekday)>,
    /// Of the days of one period only these; negative from the end.
    positions: Vec<i32>,
    week_start: Weekday,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Year,
    Month,
    Week,
    Day,
}

impl Rule {
    /// Reads the value of an RRULE; the error is the part that is not understood.
    pub(super) fn parse(value: &str) -> Result<Self, String> {
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Monday,
        };
        let mut named = false;
        for part in value.trim().split(';').filter(|part| !part.is_empty()) {
            let not_understood = || part.chars().take(40).collect::<String>();
            let (name, value) = part.split_once('=').ok_or_else(not_understood)?;
            let understood = match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => every(value).map(|every| {
                    named = true;
                    rule.every = every;
                }),
                "INTERVAL" => number(value, 1..=1_000).map(|n| rule.interval = n),
                "COUNT" => number(value, 1..=i32::MAX).map(|n| rule.count = Some(n as usize)),
                "UNTIL" => Moment::parse(value).map(|until| rule.until = Some(until)),
                "BYMONTH" => list(value, |month| number(month, 1..=12))
                    .map(|months| rule.months = months.into_iter().map(|n| n as u32).collect()),
                "BYMONTHDAY" => list(value, |day| number(day, -31..=31).filter(|day| *day != 0))
                    .map(|days| rule.month_days = days),
                "BYDAY" => list(value, weekday).map(|days| rule.weekdays = days),
                "BYSETPOS" => list(value, |at| number(at, -366..=366).filter(|at| *at != 0))
                    .map(|positions| rule.positions = positions),
                "WKST" => weekday(value).map(|(_, day)| rule.week_start = day),
                _ => None,
            };
            understood.ok_or_else(not_understood)?;
        }
        if named {
            Ok(rule)
        } else {
            Err("a rule without FREQ".to_owned())
        }
    }

    /// The days of the rule from its first one on, which counts even where the rule does not name
    /// it, to the last one, which is that of [`Rule::until`]; and whether there are more than
    /// [`MOST_DAYS`]. `work` goes down by the periods and days looked at.
    pub(super) fn days(
        &self,
        first: Date,
        last: Option<Date>,
        work: &mut usize,
    ) -> (Vec<Date>, bool) {
        let most = self.count.unwrap_or(usize::MAX);
        let mut days = vec![first];
        let mut empty = 0;
        for period in 0..MOST_PERIODS as i32 {
            let Some(mut of_period) = self.period(first, period) else {
                break;
            };
            *work = work.saturating_sub(1);
            empty = if of_period.is_empty() { empty + 1 } else { 0 };
            if empty > MOST_EMPTY {
                break;
            }
            of_period.sort_unstable();
            of_period.dedup();
            for day in self.chosen(&of_period) {
                if day <= first {
                    continue;
                }
                if days.len() >= most || last.is_some_and(|last| day > last) {
                    return (days, false);
                }
                if days.len() >= MOST_DAYS {
                    return (days, true);
                }
                *work = work.saturating_sub(1);
                days.push(day);
            }
        }
        (days, false)
    }

    /// The days of the n-th period, in no order; `None` beyond the calendar.
    fn period(&self, first: Date, number: i32) -> Option<Vec<Date>> {
        let steps = number.checked_mul(self.interval)?;
        match self.every {
            Every::Day => {
                let day = Date::from_ordinal(first.ordinal().checked_add(steps)?)?;
                Some(self.kept(vec![day]))
            }
            Every::Week => {
                let since =
                    |day: Weekday| (7 + day.from_monday() - self.week_start.from_monday()) % 7;
                let start = first.ordinal() - since(first.weekday()) as i32;
                let start = start.checked_add(steps.checked_mul(7)?)?;
                let own = [(0, first.weekday())];
                let wanted = if self.weekdays.is_empty() {
                    &own[..]
                } else {
                    &self.weekdays
                };
                let days = wanted
                    .iter()
                    .map(|(_, day)| Date::from_ordinal(start + since(*day) as i32))
                    .collect::<Option<Vec<Date>>>()?;
                Some(self.kept(days))
            }
            Every::Month => {
                let months = first.year() * 12 + first.month() as i32 - 1 + steps;
                let month = Date::new(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1)?;
                let wanted = self.months.is_empty() || self.months.contains(&month.month());
                Some(if wanted {
                    self.of_month(month, first)
                } else {
                    Vec::new()
                })
            }
            Every::Year => {
                let year = first.year().checked_add(steps)?;
                let january = Date::new(year, 1, 1)?;
                if self.months.is_empty() && self.month_days.is_empty() && !self.weekdays.is_empty()
                {
                    let last = Date::new(year, 12, 31)?;
                    return Some(weekdays_between(&self.weekdays, january, last));
                }
                let own = [first.month()];
                let every_month: Vec<u32> = (1..=12).collect();
                let months: &[u32] = match (self.months.is_empty(), self.month_days.is_empty()) {
                    (false, _) => &self.months,
                    (true, false) => &every_month,
                    (true, true) => &own,
                };
                let months = months.iter().filter_map(|month| Date::new(year, *month, 1));
                Some(
                    months
                        .flat_map(|month| self.of_month(month, first))
                        .collect(),
                )
            }
        }
    }

    /// The days of the rule in the month that begins with a day.
    fn of_month(&self, month: Date, first: Date) -> Vec<Date> {
        let last = month.last_of_month();
        let named = |day: i32| {
            let day = if day > 0 {
                day
            } else {
                last.day() as i32 + 1 + day
            };
            Date::new(month.year(), month.month(), u32::try_from(day).ok()?)
        };
        if self.month_days.is_empty() && !self.weekdays.is_empty() {
            return weekdays_between(&self.weekdays, month, last);
        }
        let own = [first.day() as i32];
        let days = if self.month_days.is_empty() {
            &own[..]
        } else {
            &self.month_days
        };
        let days = days.iter().filter_map(|day| named(*day));
        let fits = |day: &Date| {
            self.weekdays.is_empty()
                || self
                    .weekdays
                    .iter()
                    .any(|(_, wanted)| *wanted == day.weekday())
        };
        days.filter(fits).collect()
    }

    /// Of the days of a short period those that the rule does not leave out.
    fn kept(&self, mut days: Vec<Date>) -> Vec<Date> {
        days.retain(|day| {
            let last = day.last_of_month().day() as i32;
            let from_end = day.day() as i32 - last - 1;
            let month = self.months.is_empty() || self.months.contains(&day.month());
            let of_month = self.month_days.is_empty()
                || self
                    .month_days
                    .iter()
                    .any(|n| *n == day.day() as i32 || *n == from_end);
            let weekday = self.weekdays.is_empty()
                || self
                    .weekdays
                    .iter()
                    .any(|(_, wanted)| *wanted == day.weekday());
            month && of_month && weekday
        });
        days
    }

    /// The days of a period at the positions that the rule names.
    fn chosen(&self, days: &[Date]) -> Vec<Date> {
        if self.positions.is_empty() {
            return days.to_vec();
        }
        let at = |position: &i32| {
            let index = match usize::try_from(*position) {
                Ok(position) => position.checked_sub(1)?,
                Err(_) => days.len().checked_sub(position.unsigned_abs() as usize)?,
            };
            days.get(index).copied()
        };
        let mut chosen: Vec<Date> = self.positions.iter().filter_map(at).collect();
        chosen.sort_unstable();
        chosen
    }
}

/// Weekdays between two days: each, or the n-th from the start or the end.
fn weekdays_between(wanted: &[(i32, Weekday)], from: Date, to: Date) -> Vec<Date> {
    let mut found = Vec::new();
    for (nth, weekday) in wanted {
        let lead = (7 + weekday.from_monday() - from.weekday().from_monday()) % 7;
        let all: Vec<Date> = (0..53)
            .map(|week| from.plus_days(i64::from(lead) + 7 * week))
            .take_while(|day| *day <= to)
            .collect();
        let index = match nth {
            0 => {
                found.extend(all);
                continue;
            }
            1.. => Some(*nth as usize - 1),
            _ => all.len().checked_sub(nth.unsigned_abs() as usize),
        };
        found.extend(index.and_then(|index| all.get(index)).copied());
    }
    found
}

fn every(name: &str) -> Option<Every> {
    match name.trim().to_ascii_uppercase().as_str() {
        "YEARLY" => Some(Every::Year),
        "MONTHLY" => Some(Every::Month),
        "WEEKLY" => Some(Every::Week),
        "DAILY" => Some(Every::Day),
        _ => None,
    }
}

fn number(text: &str, within: std::ops::RangeInclusive<i32>) -> Option<i32> {
    let number = text.trim().parse().ok()?;
    within.contains(&number).then_some(number)
}

/// All entries of a list, of which a rule has few.
fn list<T>(text: &str, entry: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').take(400).map(entry).collect()
}

/// `MO`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let text = text.trim();
    let (nth, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let at = NAMES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(name))?;
    let nth = if nth.is_empty() {
        0
    } else {
        number(nth, -53..=53)?
    };
    Some((nth, *Weekday::ALL.get(at)?))
}

#[cfg(test)]
mod tests;
