//! The publisher's day of an instant.
//!
//! A stamp in UTC may be the evening before in Washington, or the next day in Seoul. What is kept is
//! the day where the publisher is, if the address tells where that is; a stamp with any other offset
//! was written by the publisher's own clock and is taken as it stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::when;
use crate::time::{Date, Edtf, Weekday};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    zone: Vec<Zone>,
    abbreviations: BTreeMap<String, i32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Zone {
    place: String,
    minutes: i32,
    summer: Option<Summer>,
    hosts: Vec<String>,
    /// Names in the database of time zones.
    names: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Summer {
    Us,
}

static ZONES: LazyLock<Zones> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/load/zones.toml"))
        .expect("a test reads data/load/zones.toml")
});

/// The day of publication that a field gives, and what was done with it, for a publisher at `host`.
///
/// EDTF, RFC 3339 and RFC 822 dates and everything in between; `None` without a full date.
pub(super) fn day_of(value: &str, host: &str) -> Option<(Edtf, Option<String>)> {
    if let Ok(date) = value.trim().parse() {
        return Some((date, None));
    }
    let found = when::find(value)?;
    let as_it_stands = Some((found.date, None));
    let after = value.get(found.span.end as usize..)?;
    let day = found.date.range();
    let (Some((minutes, offset)), true) = (clock(after), day.days() == 1) else {
        return as_it_stands;
    };
    let (Some(0), Some(zone)) = (offset, zone_of(host)) else {
        return as_it_stands;
    };
    let utc = day.first();
    let local_minutes = minutes + zone.offset(utc, minutes);
    let local = utc.plus_days(i64::from(local_minutes.div_euclid(24 * 60)));
    let told = (local != utc).then(|| {
        format!(
            "{utc} {:02}:{:02} UTC, {local} in {}",
            minutes / 60,
            minutes % 60,
            zone.place
        )
    });
    Some((Edtf::day(local), told))
}

/// Minutes after midnight, and the offset from UTC in minutes where one is given.
fn clock(text: &str) -> Option<(i32, Option<i32>)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let (hour, rest) = rest.split_once(':')?;
    let hour: i32 = hour.parse().ok().filter(|hour| *hour < 24)?;
    let minute: i32 = rest.get(..2)?.parse().ok().filter(|minute| *minute < 60)?;
    let rest = rest
        .get(2..)?
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == '.' || c == ' ');
    let offset = match rest.chars().next() {
        Some(sign @ ('+' | '-')) => {
            let digits: String = rest
                .chars()
                .skip(1)
                .filter(|c| *c != ':')
                .take_while(char::is_ascii_digit)
                .collect();
            let minutes = digits.get(..2)?.parse::<i32>().ok()? * 60
                + digits
                    .get(2..4)
                    .and_then(|minutes| minutes.parse().ok())
                    .unwrap_or(0);
            Some(if sign == '-' { -minutes } else { minutes })
        }
        Some(_) => {
            let name: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
            ZONES
                .abbreviations
                .get(name.to_ascii_uppercase().as_str())
                .copied()
        }
        None => None,
    };
    Some((hour * 60 + minute, offset))
}

/// The day and the minutes after midnight in a zone, by its name in the database of time zones, at
/// so many minutes after midnight of a day in UTC; `None` for a zone that is not known.
pub(super) fn local(utc: Date, minutes: i32, name: &str) -> Option<(Date, i32)> {
    let named = |zone: &&Zone| zone.names.iter().any(|known| known == name);
    let zone = ZONES.zone.iter().find(named)?;
    let local = minutes + zone.offset(utc, minutes);
    let day = utc.plus_days(i64::from(local.div_euclid(24 * 60)));
    Some((day, local.rem_euclid(24 * 60)))
}

fn zone_of(host: &str) -> Option<&'static Zone> {
    let fits = |known: &str| {
        host == known
            || host
                .strip_suffix(known)
                .is_some_and(|before| before.ends_with('.'))
    };
    let longest = |zone: &&Zone| {
        zone.hosts
            .iter()
            .filter(|known| fits(known))
            .map(String::len)
            .max()
            .unwrap_or(0)
    };
    ZONES
        .zone
        .iter()
        .max_by_key(longest)
        .filter(|zone| longest(zone) > 0)
}

impl Zone {
    /// Minutes from UTC at so many minutes after midnight of a day, both in UTC.
    fn offset(&self, utc: Date, minutes: i32) -> i32 {
        let summer = match self.summer {
            Some(Summer::Us) => us_summer_time(utc, minutes + self.minutes),
            None => false,
        };
        self.minutes + if summer { 60 } else { 0 }
    }
}

/// Whether daylight saving time holds in the United States at a standard time: between 2:00 on its
/// first and on its last Sunday. Before 1967 it was a local matter, and is not known here.
fn us_summer_time(day: Date, minutes: i32) -> bool {
    let year = day.year();
    let (from, to) = match year {
        ..1967 => return false,
        1967..=1986 => (sunday(year, 4, -1), sunday(year, 10, -1)),
        1987..=2006 => (sunday(year, 4, 1), sunday(year, 10, -1)),
        _ => (sunday(year, 3, 2), sunday(year, 11, 1)),
    };
    let (Some(from), Some(to)) = (from, to) else {
        return false;
    };
    let now = i64::from(day.ordinal()) * 1_440 + i64::from(minutes);
    let at = |day: Date, hour: i64| i64::from(day.ordinal()) * 1_440 + hour * 60;
    at(from, 2) <= now && now < at(to, 1)
}

/// The n-th Sunday of a month, -1 the last.
fn sunday(year: i32, month: u32, nth: i32) -> Option<Date> {
    Date::nth_weekday(year, month, Weekday::Sunday, nth)
}

/// The host of a web address, without `www.`; empty if it is none.
pub(super) fn host(url: &str) -> &str {
    let after = url.split_once("://").map_or("", |(_, after)| after);
    let host = after.split(['/', ':', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, url: &str, expected: &str) {
        let day = day_of(value, host(url)).map(|(date, _)| date.to_string());
        assert_eq!(day.unwrap_or_default(), expected, "{value} {url}");
    }

    #[test]
    fn an_instant_in_utc_is_the_publishers_day() {
        check(
            "Fri, 04 Feb 2022 01:00:54 +0000",
            "https://www.state.gov/x",
            "2022-02-03",
        );
        check(
            "Thu, 15 Jul 2021 14:17:45 +0000",
            "https://www.state.gov/x",
            "2021-07-15",
        );
        check(
            "2021-07-15T03:30:00Z",
            "https://www.state.gov/x",
            "2021-07-14",
        );
        check(
            "2021-12-15T04:30:00Z",
            "https://www.state.gov/x",
            "2021-12-14",
        );
        check(
            "2021-08-17T23:00:00Z",
            "https://en.yna.co.kr/view/1",
            "2021-08-18",
        );
        check("2021-08-17T23:00:00Z", "https://example.org/", "2021-08-17");
    }

    #[test]
    fn an_instant_with_another_offset_is_taken_as_it_stands() {
        check(
            "Wed, 18 Aug 2021 08:00:00 +0900",
            "https://www.state.gov/x",
            "2021-08-18",
        );
        check(
            "2022-04-27 19:15:00-04:00",
            "https://www.whitehouse.gov",
            "2022-04-27",
        );
        check("2021-08", "https://www.state.gov/x", "2021-08");
        check("no date", "https://www.state.gov/x", "");
    }

    #[test]
    fn daylight_saving_follows_the_law_of_the_year() {
        let summer =
            |year, month, day| us_summer_time(Date::new(year, month, day).expect("a day"), 720);
        assert!(
            summer(2021, 3, 14)
                && !summer(2021, 3, 13)
                && summer(2021, 11, 6)
                && !summer(2021, 11, 7)
        );
        assert!(!summer(2006, 3, 20) && summer(2006, 4, 2) && !summer(2006, 10, 29));
    }
}
