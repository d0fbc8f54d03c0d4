//! A range of days chosen on the ribbon, and how it is asked for in a search.

use super::ribbon::Ribbon;
use super::timeline::Zoom;
use crate::query::and;
use crate::time::{Date, DateRange};

/// A range being chosen: from the column where it began to the one where it is now, each by a day
/// of it, so that it outlives another width of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brush {
    /// Where it began.
    pub anchor: Date,
    /// Where it is now.
    pub end: Date,
}

impl Brush {
    /// The columns of the ribbon that it covers, from the left.
    pub fn columns(self, ribbon: &Ribbon) -> Option<(usize, usize)> {
        let (a, b) = (ribbon.column(self.anchor)?, ribbon.column(self.end)?);
        Some((a.min(b), a.max(b)))
    }

    /// The days that it means: whole years where a column is about a year, whole months where it is
    /// about a month. A column means the period of its middle day.
    pub fn days(self, ribbon: &Ribbon) -> Option<DateRange> {
        let (from, to) = self.columns(ribbon)?;
        let (from, to) = (ribbon.days(from)?, ribbon.days(to)?);
        let zoom = grain(from);
        let middle = |days: DateRange| zoom.start(days.first().plus_days(days.days() / 2));
        let last = zoom.days(middle(to))?.last();
        DateRange::new(middle(from), last)
    }
}

/// Days of a column from which on it means a year, and a month.
const ABOUT_A_YEAR: i64 = 200;
const ABOUT_A_MONTH: i64 = 14;

fn grain(column: DateRange) -> Zoom {
    match column.days() {
        ABOUT_A_YEAR.. => Zoom::Year,
        ABOUT_A_MONTH.. => Zoom::Month,
        _ => Zoom::Day,
    }
}

/// The days as a search asks for them, as short as it can be said: `2019..2021`, `2019-03`.
pub fn term(days: DateRange) -> String {
    let (first, last) = (days.first(), days.last());
    let whole = |zoom: Zoom| {
        zoom.start(first) == first && zoom.days(zoom.start(last)).map(DateRange::last) == Some(last)
    };
    let told = |day: Date| {
        if whole(Zoom::Year) {
            format!("{:04}", day.year())
        } else if whole(Zoom::Month) {
            format!("{:04}-{:02}", day.year(), day.month())
        } else {
            day.to_string()
        }
    };
    let (from, to) = (told(first), told(last));
    if from == to {
        from
    } else {
        format!("{from}..{to}")
    }
}

/// A search with another range of days: dates that stand in it by themselves give way.
pub fn with_term(query: &str, term: &str) -> String {
    let mut quoted = false;
    let mut words = Vec::new();
    for word in query.split_whitespace() {
        let was_quoted = quoted;
        quoted ^= word.matches(['"', '“', '”']).count() % 2 == 1;
        if was_quoted || quoted || !is_dates(word) {
            words.push(word);
        }
    }
    and(&words.join(" "), term)
}

/// Whether a word is a date or a range of dates in digits.
fn is_dates(word: &str) -> bool {
    let word = word.strip_prefix("in:").unwrap_or(word);
    let date = |text: &str| {
        let mut parts = text.split('-');
        parts.next().is_some_and(|year| year.len() == 4)
            && text.chars().all(|c| c.is_ascii_digit() || c == '-')
    };
    match word.split_once("..") {
        Some((from, to)) => {
            (from.is_empty() || date(from)) && (to.is_empty() || date(to)) && word.len() > 2
        }
        None => date(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, last: &str, expected: &str) {
        let days = DateRange::new(first.parse().unwrap(), last.parse().unwrap()).unwrap();
        assert_eq!(term(days), expected);
    }

    #[test]
    fn a_range_is_said_as_short_as_it_can_be() {
        check("2019-01-01", "2021-12-31", "2019..2021");
        check("2019-01-01", "2019-12-31", "2019");
        check("2019-03-01", "2021-02-28", "2019-03..2021-02");
        check("2019-03-01", "2019-03-31", "2019-03");
        check("2019-03-05", "2019-03-31", "2019-03-05..2019-03-31");
    }

    #[test]
    fn another_range_takes_the_place_of_dates_and_of_nothing_else() {
        assert_eq!(with_term("", "2021"), "2021");
        assert_eq!(
            with_term("blinken in:2019..2020 seoul", "2021"),
            "blinken seoul 2021"
        );
        assert_eq!(
            with_term("2019-03 since:2018 2+2", "2021"),
            "since:2018 2+2 2021"
        );
        assert_eq!(
            with_term("\"year 2019 plan\" ..1965", "2021"),
            "\"year 2019 plan\" 2021"
        );
    }
}
