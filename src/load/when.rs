//! Dates as they stand in stamps, datelines, fields and file names.
//!
//! Only full dates count: a day with its month and year, or a month with its year. The order of
//! all-digit dates is read only where it is certain (`2021-03-10`, `13/3/2021`, never `3/4/2021`).
//! Time expressions of running prose are another layer's work.

mod alone;

use crate::text::Span;
use crate::time::{Bound, Date, Edtf, MONTH_NAMES, Point, Precision, WEEKDAY_NAMES, Weekday};

pub(super) use alone::{only_date, only_time};

/// Years that a date of publication can have; anything else is a number that looks like one.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2199;

/// A date and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The bytes that it covers.
    pub(super) span: Span,
    /// The day, or the month.
    pub(super) date: Edtf,
}

/// The first date in the text. Looks at each byte a bounded number of times.
pub(super) fn find(text: &str) -> Option<Found> {
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let fresh = if c.is_ascii_digit() {
            !previous.is_ascii_digit()
        } else {
            c.is_alphabetic() && !previous.is_alphanumeric()
        };
        if fresh && let Some(found) = date_at(text, at) {
            return Some(found);
        }
        previous = c;
    }
    None
}

/// The date that begins at byte `at`, the longest reading first.
pub(super) fn date_at(text: &str, at: usize) -> Option<Found> {
    let rest = text.get(at..)?;
    let (date, len) = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        digits_first(rest)?
    } else {
        month_first(rest).or_else(|| of_an_era(rest))?
    };
    Some(Found {
        span: Span::new(at, at + len),
        date,
    })
}

/// The day of the week that a word names, in English, in full or in three letters or more.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    named(word, &WEEKDAY_NAMES).map(|index| Weekday::ALL[index])
}

/// The month, 1 to 12, that a word names, in English, in full or in three letters or more.
pub(super) fn month(word: &str) -> Option<u32> {
    named(word, &MONTH_NAMES).map(|index| index as u32 + 1)
}

fn named(word: &str, names: &[&str]) -> Option<usize> {
    if !(3..=9).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    names.iter().position(|name| {
        // "Sept" and "Thurs" are usual; "Marc" is not, but no other word either.
        name.starts_with(&word) && (word.len() <= 5 || word.len() == name.len())
    })
}

/// `2021-03-10`, `2021/3/10`, `20210310`, `2021년 3월 10일`, `10 March 2021`, `13/3/2021`.
fn digits_first(text: &str) -> Option<(Edtf, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let (first, width) = cursor.number()?;
    match width {
        8 => {
            let date = checked(first / 10_000, first / 100 % 100, first % 100)?;
            return Some((date, cursor.at));
        }
        4 => {
            if let Some(found) = year_first(first, cursor) {
                return Some(found);
            }
        }
        1 | 2 => {}
        _ => return None,
    }
    if width > 2 {
        return None;
    }
    cursor.take_any(&["st", "nd", "rd", "th"]);
    cursor.spaces();
    cursor.take_any(&["of "]);
    if let Some(separator) = cursor.take_any(&["/", "."]) {
        return day_month_digits(first, separator, cursor);
    }
    cursor.take_any(&["-"]);
    let month = month(cursor.word())?;
    cursor.take_any(&["."]);
    cursor.take_any(&["-", ","]);
    cursor.spaces();
    let (year, 4) = cursor.number()? else {
        return None;
    };
    Some((checked(year, month, first)?, cursor.at))
}

/// "令和3年3月17日": the year of an era of Japan, whose first year may be called 元.
fn of_an_era(text: &str) -> Option<(Edtf, usize)> {
    const ERAS: [(&str, u32); 5] = [
        ("令和", 2018),
        ("平成", 1988),
        ("昭和", 1925),
        ("大正", 1911),
        ("明治", 1867),
    ];
    let (name, before) = ERAS.iter().find(|(name, _)| text.starts_with(name))?;
    let mut cursor = Cursor {
        text,
        at: name.len(),
    };
    let year = match cursor.take_any(&["元"]) {
        Some(_) => 1,
        None => cursor.number().filter(|(_, width)| *width <= 2)?.0,
    };
    year_first(before + year, cursor)
}

/// The rest of a date whose year stands first.
fn year_first(year: u32, mut cursor: Cursor<'_>) -> Option<(Edtf, usize)> {
    for (of_year, of_month, of_day) in [("년", "월", "일"), ("年", "月", "日")] {
        if cursor.take_any(&[of_year]).is_some() {
            cursor.spaces();
            let (month, _) = cursor.number()?;
            cursor.take_any(&[of_month])?;
            let whole_month = (checked_month(year, month)?, cursor.at);
            cursor.spaces();
            let day = cursor
                .number()
                .filter(|_| cursor.take_any(&[of_day]).is_some());
            return match day {
                Some((day, _)) => Some((checked(year, month, day)?, cursor.at)),
                None => Some(whole_month),
            };
        }
    }
    let separator = cursor.take_any(&["-", "/", ".", "_"])?;
    cursor.spaces();
    let (month, 1..=2) = cursor.number()? else {
        return None;
    };
    let after_month = cursor.at;
    let day = cursor.take_any(&[separator]).and_then(|_| {
        cursor.spaces();
        cursor.number()
    });
    match day {
        Some((day, 1..=2)) => Some((checked(year, month, day)?, cursor.at)),
        // `2021-03` is a month; `2021.3` and `2021/3` may be anything.
        None if matches!(separator, "-" | "_") => Some((checked_month(year, month)?, after_month)),
        Some(_) | None => None,
    }
}

/// `13/3/2021` or `3/13/2021`: only where one of the two cannot be a month.
fn day_month_digits<'t>(
    first: u32,
    separator: &'t str,
    mut cursor: Cursor<'t>,
) -> Option<(Edtf, usize)> {
    let (second, 1..=2) = cursor.number()? else {
        return None;
    };
    cursor.take_any(&[separator])?;
    let (year, 4) = cursor.number()? else {
        return None;
    };
    let date = match (first > 12, second > 12) {
        (true, false) => checked(year, second, first)?,
        (false, true) => checked(year, first, second)?,
        (false, false) if first == second => checked(year, first, second)?,
        _ => return None,
    };
    Some((date, cursor.at))
}

/// `08/04/2009` behind `Tue,`: of its two readings the one that was on that day of the week.
fn on_a_weekday(text: &str, weekday: Weekday) -> Option<(Edtf, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let (first, 1..=2) = cursor.number()? else {
        return None;
    };
    let separator = cursor.take_any(&["/", ".", "-"])?;
    let (second, 1..=2) = cursor.number()? else {
        return None;
    };
    cursor.take_any(&[separator])?;
    let (year, 4) = cursor.number()? else {
        return None;
    };
    let day = |month: u32, day: u32| {
        let date = Date::new(i32::try_from(year).ok()?, month, day)?;
        (date.weekday() == weekday).then_some(date)
    };
    match (day(first, second), day(second, first)) {
        (Some(date), None) | (None, Some(date)) => Some((Edtf::day(date), cursor.at)),
        _ => None,
    }
}

/// `March 10th, 2021`, `Mar. 10 2021`, `March 2021`; a weekday before the month is passed over.
fn month_first(text: &str) -> Option<(Edtf, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let word = cursor.word();
    if weekday(word).is_some() {
        cursor.take_any(&["."]);
        cursor.take_any(&[","]);
        cursor.spaces();
        let (date, len) = if cursor.rest().starts_with(|c: char| c.is_ascii_digit()) {
            digits_first(cursor.rest()).or_else(|| on_a_weekday(cursor.rest(), weekday(word)?))?
        } else {
            month_first_plain(cursor.rest())?
        };
        return Some((date, cursor.at + len));
    }
    month_first_plain(text)
}

fn month_first_plain(text: &str) -> Option<(Edtf, usize)> {
    let mut cursor = Cursor { text, at: 0 };
    let first = month(cursor.word())?;
    cursor.take_any(&["."]);
    if cursor.take_any(&["/"]).is_some() {
        return two_months(first, cursor);
    }
    cursor.take_any(&[","]);
    cursor.spaces();
    let month = first;
    let (number, width) = cursor.number()?;
    if width == 4 {
        return Some((checked_month(number, month)?, cursor.at));
    }
    if width > 2 {
        return None;
    }
    cursor.take_any(&["st", "nd", "rd", "th"]);
    cursor.take_any(&["."]);
    cursor.take_any(&[","]);
    cursor.spaces();
    let (year, 4) = cursor.number()? else {
        return None;
    };
    Some((checked(year, month, number)?, cursor.at))
}

/// The rest of `January/February 2000`, as an issue is dated; its second month is the next.
fn two_months(first: u32, mut cursor: Cursor<'_>) -> Option<(Edtf, usize)> {
    let second = month(cursor.word()).filter(|&second| second == first + 1)?;
    cursor.take_any(&["."]);
    cursor.spaces();
    let (year, 4) = cursor.number()? else {
        return None;
    };
    let year = i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    let bound = |month| Bound::Point(Point::certain(Precision::Month(year, month)));
    Some((Edtf::Interval(bound(first), bound(second)), cursor.at))
}

fn checked(year: u32, month: u32, day: u32) -> Option<Edtf> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    Date::new(year, month, day).map(Edtf::day)
}

fn checked_month(year: u32, month: u32) -> Option<Edtf> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    Edtf::month(year, month)
}

/// A place in a text that moves forward over what it recognises.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// At most three spaces, as print has them; no line end.
    fn spaces(&mut self) {
        for _ in 0..3 {
            if self.take_any(&[" ", "\u{A0}"]).is_none() {
                return;
            }
        }
    }

    fn take_any(&mut self, choices: &[&'t str]) -> Option<&'t str> {
        let rest = self.rest();
        let taken = choices.iter().find(|choice| rest.starts_with(**choice))?;
        self.at += taken.len();
        Some(taken)
    }

    /// A run of digits and its length; `None` without digits or with more than eight.
    fn number(&mut self) -> Option<(u32, usize)> {
        let rest = self.rest();
        let width = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
        if width > 8 {
            return None;
        }
        let value = rest.get(..width)?.parse().ok()?;
        self.at += width;
        Some((value, width))
    }

    /// A run of ASCII letters, at most twelve; it may be empty.
    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let len = rest
            .bytes()
            .take(12)
            .take_while(u8::is_ascii_alphabetic)
            .count();
        self.at += len;
        rest.get(..len).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = find(text).map(|found| found.date.to_string());
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn dates_of_stamps_are_read() {
        check("2021-03-10 and on", "2021-03-10");
        check("Updated February 20th, 2024 at 12:19 IST", "2024-02-20");
        check("Feb 04, 2022", "2022-02-04");
        check("Sept. 3, 2019", "2019-09-03");
        check("Thursday, 15 Jul 2021 14:17:45", "2021-07-15");
        check("Thursday, July 15, 2021", "2021-07-15");
        check("the 1st of May 1953", "1953-05-01");
        check("20210310", "2021-03-10");
        check("2023년 8월 18일 금요일", "2023-08-18");
        check("2023年8月18日", "2023-08-18");
        check("2021. 3. 10.", "2021-03-10");
        check("令和3年3月10日", "2021-03-10");
        check("平成元年1月8日", "1989-01-08");
        check("March 2021", "2021-03");
        check("Wed, 03/10/2021 - 14:11", "2021-03-10");
        check("Wed, 10/03/2021 - 14:11", "2021-03-10");
        check("Thu, 03/10/2021", "");
        check("March/April 2021", "2021-03/2021-04");
    }

    #[test]
    fn what_may_be_something_else_is_no_date() {
        check("3/4/2021", "");
        check("May 20", "");
        check("2021-02-30", "");
        check("call 1234567890", "");
        check("Mary 2020", "");
        check("section 2.3.4", "");
    }

    #[test]
    fn a_line_that_is_only_a_date_is_told_from_one_that_has_one() {
        assert!(only_date("Feb 04, 2022").is_some());
        assert!(only_date("Fri, 4 Feb 2022, 09:12 KST").is_some());
        assert!(only_date("2022-02-04T09:12:00+09:00").is_some());
        assert!(only_date("Feb 04 2022 9:12AM EST").is_some());
        assert!(only_date("2022년 2월 4일(금)").is_some());
        assert!(only_date("The talks of Feb 04, 2022").is_none());
    }
}
