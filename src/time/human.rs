//! Dates in words, short and never more precise than the value.

use std::fmt::Write as _;

use super::{Bound, Date, DateRange, Edtf, Point, Precision, Qualifier, Season, Weekday};

/// English names of the months in small letters, January first.
pub const MONTH_NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// English names of the days of the week in small letters, Monday first.
pub const WEEKDAY_NAMES: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The English three-letter name of a month from 1 to 12.
fn month_name(month: u32) -> &'static str {
    MONTHS[(month.clamp(1, 12) - 1) as usize]
}

/// Whether a word is the English name of a month with a capital, in full or its first three letters.
pub fn is_month(word: &str) -> bool {
    let long = MONTH_NAMES.iter().any(|name| is_capitalised(word, name));
    long || word == "Sept" || MONTHS.contains(&word)
}

/// Whether a word is a name in small letters, written with a capital.
fn is_capitalised(word: &str, name: &str) -> bool {
    let (word, name) = (word.as_bytes(), name.as_bytes());
    let same = word.get(1..) == name.get(1..);
    same && word.first() == name.first().map(u8::to_ascii_uppercase).as_ref()
}

impl Edtf {
    /// In words with the year: `16–17 Mar 2021`, `Mar 2021`, `about 1953`, `1965–`.
    pub fn human(&self) -> String {
        self.words(true)
    }

    /// The same without the year of a date that has only one, for rows below a heading of that
    /// year.
    pub fn human_within_year(&self) -> String {
        let range = self.range();
        self.words(range.first().year() != range.last().year())
    }

    /// The same in so many signs, where that can be: the marks of EDTF for "about" and "perhaps",
    /// no blanks around the dash, and no years but in dates that are longer than one.
    pub fn human_within(&self, room: usize) -> String {
        let long = self.human_within_year();
        if long.chars().count() <= room {
            return long;
        }
        match self {
            Self::Point(point) => point.short(true),
            Self::Interval(Bound::Point(from), Bound::Point(to)) => {
                let range = self.range();
                let (first, last) = (range.first(), range.last());
                let days = [from, to].map(|point| matches!(point.precision, Precision::Day(_)));
                if range.days() > 366 {
                    format!("{}–{}", first.year(), last.year())
                } else if days == [true, true] && first.first_of_month() == last.first_of_month() {
                    format!("{}{}–{}", from.marks().0, first.day(), to.short(false))
                } else {
                    format!("{}–{}", from.short(true), to.short(false))
                }
            }
            Self::Interval(..) => long,
        }
    }

    fn words(&self, with_year: bool) -> String {
        match self {
            Self::Point(point) => point.words(with_year),
            Self::Interval(Bound::Point(from), Bound::Point(to)) => interval(from, to, with_year),
            Self::Interval(from, to) => format!("{}–{}", bound(from), bound(to)),
        }
    }
}

impl Weekday {
    /// The day that a word names in full and with a capital: `Monday`.
    pub fn named(word: &str) -> Option<Self> {
        let mut names = WEEKDAY_NAMES.iter().zip(Self::ALL);
        names.find_map(|(name, day)| is_capitalised(word, name).then_some(day))
    }
}

impl Date {
    /// In words: `16 Mar 2021`.
    pub fn human(self) -> String {
        Edtf::day(self).human()
    }

    /// The English three-letter name of the month.
    pub fn month_name(self) -> &'static str {
        month_name(self.month())
    }
}

impl DateRange {
    /// In words: `16–17 Mar 2021`.
    pub fn human(self) -> String {
        Edtf::days(self).human()
    }
}

impl Point {
    /// The signs of EDTF for what is not certain: before it and after it.
    const fn marks(&self) -> (&'static str, &'static str) {
        match self.qualifier {
            Qualifier::Certain => ("", ""),
            Qualifier::Uncertain => ("", "?"),
            Qualifier::Approximate => ("~", ""),
            Qualifier::UncertainApproximate => ("~", "?"),
        }
    }

    /// Without a year, and with signs instead of words; the sign before it may be left out.
    fn short(&self, about: bool) -> String {
        let (before, after) = self.marks();
        let before = if about { before } else { "" };
        let plain = Self::certain(self.precision).words(false);
        format!("{before}{plain}{after}")
    }

    fn words(&self, with_year: bool) -> String {
        let mark = match self.qualifier {
            Qualifier::Certain => "",
            Qualifier::Uncertain => "perhaps ",
            Qualifier::Approximate => "about ",
            Qualifier::UncertainApproximate => "perhaps about ",
        };
        let year_after = |year: i32| {
            if with_year {
                format!(" {year}")
            } else {
                String::new()
            }
        };
        let body = match self.precision {
            Precision::Day(date) => {
                // Most dates are days, and each reason tells one: this one is spelt out.
                let mut text = String::with_capacity(24);
                text.push_str(mark);
                push_number(&mut text, date.day());
                text.extend([" ", month_name(date.month())]);
                match u32::try_from(date.year()) {
                    _ if !with_year => {}
                    Ok(year) => {
                        text.push(' ');
                        push_number(&mut text, year);
                    }
                    Err(_) => {
                        let _ = write!(text, " {}", date.year());
                    }
                }
                return text;
            }
            Precision::DayOfMonth(year, month) | Precision::Month(year, month) => {
                format!("{}{}", month_name(month), year_after(year))
            }
            Precision::Season(year, season) => {
                let name = match season {
                    Season::Spring => "spring",
                    Season::Summer => "summer",
                    Season::Autumn => "autumn",
                    Season::Winter => "winter",
                };
                format!("{name}{}", year_after(year))
            }
            Precision::DayOfYear(year) | Precision::MonthOfYear(year) | Precision::Year(year) => {
                year.to_string()
            }
            Precision::Decade(decade) => format!("{decade}0s"),
            Precision::Century(century) => format!("{century}00s"),
        };
        format!("{mark}{body}")
    }
}

/// Adds a number in decimal digits.
fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// Leaves out of the beginning what the end repeats: `16–17 Mar 2021`, `30 Jun – 2 Jul 2021`.
fn interval(from: &Point, to: &Point, with_year: bool) -> String {
    if let (Precision::Day(first), Precision::Day(last)) = (from.precision, to.precision) {
        let certain = from.qualifier == Qualifier::Certain && to.qualifier == Qualifier::Certain;
        let same_year = first.year() == last.year();
        if certain && same_year && first.month() == last.month() {
            return format!("{}–{}", first.day(), to.words(with_year));
        }
        if certain && same_year {
            return format!("{} – {}", from.words(false), to.words(with_year));
        }
        if same_year && from.qualifier == to.qualifier && first.month() == last.month() {
            let plain = Point::certain(from.precision).words(false);
            let mark = from.words(false).replace(&plain, "");
            let end = Point::certain(to.precision).words(with_year);
            return format!("{mark}{}–{end}", first.day());
        }
    }
    format!("{} – {}", from.words(true), to.words(true))
}

fn bound(bound: &Bound) -> String {
    match bound {
        Bound::Open => String::new(),
        Bound::Unknown => "?".to_owned(),
        Bound::Point(point) => point.words(true),
    }
}
