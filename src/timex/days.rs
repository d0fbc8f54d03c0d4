//! Days with a name: feasts and days of note, from `data/timex/days.toml`.

use serde::Deserialize;

use crate::time::{Date, Weekday};

/// The table, as it stands in the program.
const DAYS: &str = include_str!("../../data/timex/days.toml");

/// A day with a name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamedDay {
    names: Vec<String>,
    date: Option<String>,
    rule: Option<Nth>,
    easter: Option<i64>,
    /// The one year it stands for, if it is not kept every year.
    pub(crate) year: Option<i32>,
    #[serde(default)]
    near: bool,
}

/// "The fourth Thursday of November", and days after it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nth {
    month: u32,
    weekday: usize,
    #[serde(rename = "nth")]
    count: i32,
    #[serde(default)]
    after: i64,
}

#[derive(Deserialize)]
struct File {
    day: Vec<NamedDay>,
}

/// All of them, with the words of their names.
#[derive(Debug)]
pub(crate) struct Days {
    list: Vec<NamedDay>,
    names: Vec<(Vec<String>, usize)>,
}

impl Days {
    /// The table that is compiled in.
    pub(crate) fn new() -> Self {
        let file: File =
            toml::from_str(DAYS).expect("data/timex/days.toml is compiled in and tested");
        let mut names = Vec::new();
        for (index, day) in file.day.iter().enumerate() {
            for name in &day.names {
                names.push((pieces(name), index));
            }
        }
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Self {
            list: file.day,
            names,
        }
    }

    /// The names as words and marks, longest first, with the index of the day.
    pub(crate) fn names(&self) -> &[(Vec<String>, usize)] {
        &self.names
    }

    /// The first words of the names.
    pub(crate) fn beginners(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .filter_map(|(words, _)| words.first().map(String::as_str))
    }

    /// The day itself.
    pub(crate) fn get(&self, index: usize) -> Option<&NamedDay> {
        self.list.get(index)
    }
}

impl NamedDay {
    /// When it falls in a year; `None` if the table does not say.
    pub(crate) fn in_year(&self, year: i32) -> Option<Date> {
        if self.near || self.year.is_some_and(|only| only != year) {
            return None;
        }
        if let Some(date) = &self.date {
            let (month, day) = date.split_once('-')?;
            return Date::new(year, month.parse().ok()?, day.parse().ok()?);
        }
        if let Some(rule) = &self.rule {
            return rule.in_year(year);
        }
        easter(year).map(|sunday| sunday.plus_days(self.easter.unwrap_or_default()))
    }
}

impl Nth {
    fn in_year(&self, year: i32) -> Option<Date> {
        let day = Weekday::ALL[self.weekday % 7];
        let found = Date::nth_weekday(year, self.month, day, self.count)?;
        Some(found.plus_days(self.after))
    }
}

/// Easter Sunday of the Western churches, by the anonymous Gregorian computus (Meeus, *Astronomical
/// Algorithms*, ch. 8).
fn easter(year: i32) -> Option<Date> {
    let (golden, century, rest) = (year.rem_euclid(19), year / 100, year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * shift + 114;
    Date::new(year, (sum / 31) as u32, (sum % 31 + 1) as u32)
}

/// A name as the tokenizer would split it.
fn pieces(name: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let mut rest = word;
        while let Some(at) = rest.find(|letter: char| !letter.is_alphabetic()) {
            let (head, tail) = rest.split_at(at);
            if !head.is_empty() {
                pieces.push(head.to_owned());
            }
            if tail == "'s" {
                pieces.push(tail.to_owned());
                rest = "";
            } else {
                let mut letters = tail.chars();
                pieces.extend(letters.next().map(String::from));
                rest = letters.as_str();
            }
        }
        if !rest.is_empty() {
            pieces.push(rest.to_owned());
        }
    }
    pieces
}
