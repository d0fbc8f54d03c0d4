//! Conditions on dates as people type them: a moment, a range of two, a day of any year.

use super::moments::{days, edtf, moment_at, month, number, year_number};
use super::{Moment, Relative, When};
use crate::time::{Date, Edtf, EdtfError};

pub(super) use super::moments::month_name;

/// A date takes at most so many words.
pub(super) const LONGEST: usize = 8;

/// The date that the words begin with, and how many of them it takes. A month alone is any year's,
/// unless it is also a common word.
pub(super) fn leading(words: &[&str]) -> Option<(When, usize)> {
    let words = lower(words);
    if let Some(found) = between(&words) {
        return Some(found);
    }
    let (first, used) = match range_word(words.first()?) {
        Some(when) => return Some((when, 1)),
        None => match moment_at(&words) {
            Some(found) => found,
            None => return yearly(&words),
        },
    };
    let joined = matches!(
        words.get(used).map(String::as_str),
        Some("to" | "through" | "-" | "–")
    );
    if joined
        && let Some((second, more)) = moment_at(words.get(used + 1..).unwrap_or_default())
        && bounded(&first)
        && bounded(&second)
    {
        return Some((When::Between(first, second), used + 1 + more));
    }
    Some((When::In(first), used))
}

/// `between march 2021 and 2023`
fn between(words: &[String]) -> Option<(When, usize)> {
    let (word, rest) = words.split_first()?;
    let (first, used) = moment_at(rest).filter(|_| word == "between")?;
    let (and, rest) = rest.get(used..)?.split_first()?;
    let (second, more) = moment_at(rest).filter(|_| and == "and")?;
    let both = bounded(&first) && bounded(&second);
    both.then_some((When::Between(first, second), used + more + 2))
}

/// The moment that the words begin with; a month alone is the latest that is over.
pub(super) fn leading_moment(words: &[&str]) -> Option<(Moment, usize)> {
    let words = lower(words);
    moment_at(&words).or_else(|| {
        let month = month(words.first()?)?;
        Some((Moment::Relative(Relative::LastMonth(month)), 1))
    })
}

/// The date that all of the text is.
pub(super) fn whole(text: &str) -> Option<When> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if let Some((when, used)) = leading(&words)
        && used == words.len()
        && words.len() <= LONGEST
    {
        return Some(when);
    }
    let (from, to) = text.split_once("..")?;
    range(from, to)
}

/// The date that the value of `in:` or `on:` is: also a month alone, a day without a year.
pub(super) fn value(text: &str) -> Option<When> {
    let lone = || month(&text.to_lowercase()).map(|month| When::Yearly(month, None));
    let day = || {
        let (month, day) = text.split_once('-')?;
        any_year(number(month, 2)?, number(day, 2)?)
    };
    whole(text).or_else(lone).or_else(day)
}

/// The moment that the text is: a date, or else the words of a happening. Where only a moment can
/// stand, four digits are a year however far away: `1500..2100` is everything.
pub(super) fn moment(text: &str) -> Moment {
    let words: Vec<&str> = text.split_whitespace().collect();
    let far = || number(words.first()?, 4).filter(|_| words.len() == 1 && text.trim().len() == 4);
    match leading_moment(&words) {
        Some((moment, used)) if used == words.len() => moment,
        _ if let Some(year) = far() => Moment::Date(Edtf::year(year as i32)),
        _ => Moment::Anchor(words.join(" ")),
    }
}

/// Whether a number after this word counts documents, not years: "resolution 1874".
pub(super) fn counts_documents(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "resolution" | "resolutions" | "unscr" | "unsc" | "res" | "no" | "nr" | "doc" | "document"
    )
}

/// Whether the word only leads to a date: "in 2021".
pub(super) fn introduces(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "in" | "on" | "from" | "of" | "at" | "around" | "about"
    )
}

/// Why a word that looks like a date is none.
pub(super) fn trouble(word: &str) -> Option<String> {
    let shaped = word.len() <= 24
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.matches('-').count() >= 1
        && word.split('-').next().is_some_and(|year| year.len() == 4)
        && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !shaped {
        return None;
    }
    match edtf(word) {
        Err(EdtfError::Month { found, .. }) => Some(format!("there is no month {found}")),
        Err(EdtfError::Day {
            year, month, found, ..
        }) => Some(format!(
            "{} {year} has no day {found}",
            capital(month_name(month))
        )),
        Err(_) => Some(format!("\"{word}\" is not a date")),
        Ok(_) => None,
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn lower(words: &[&str]) -> Vec<String> {
    let plain = |word: &&str| word.trim_end_matches([',', ';']).to_lowercase();
    words.iter().take(LONGEST).map(plain).collect()
}

/// `2019..2021`, `..1965`, `2020..`, `2019-2021` in one word.
fn range_word(word: &str) -> Option<When> {
    if word.contains('/') && edtf(word).is_ok() {
        return None;
    }
    if let Some((from, to)) = word.split_once("..") {
        return range(from, to);
    }
    let (from, to) = word.split_once(['-', '–'])?;
    let (from, to) = (year_number(from)?, year_number(to)?);
    let year = |year| Moment::Date(Edtf::year(year));
    Some(When::Between(year(from), year(to)))
}

/// The two ends of a range; one may be missing.
fn range(from: &str, to: &str) -> Option<When> {
    let end = |text: &str| match moment(text) {
        Moment::Anchor(_) => None,
        moment => bounded(&moment).then_some(moment),
    };
    match (from.trim(), to.trim()) {
        ("", "") => None,
        (from, "") => end(from).map(When::Since),
        ("", to) => end(to).map(When::Until),
        (from, to) => Some(When::Between(end(from)?, end(to)?)),
    }
}

/// Whether a moment can be one end of a range.
fn bounded(moment: &Moment) -> bool {
    !matches!(moment, Moment::Date(Edtf::Interval(..)) | Moment::Anchor(_))
}

/// `16 march`, `march 16`, `november`: any year's.
fn yearly(words: &[String]) -> Option<(When, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let one = |days: Option<(u32, u32)>| days.filter(|(a, b)| a == b).map(|(day, _)| day);
    if let Some((day, month)) = one(days(word(0))).zip(month(word(1))) {
        return Some((any_year(month, day)?, 2));
    }
    let number = month(word(0))?;
    // "February 30" is a February that says 30, as "30 February" is.
    if let Some(when) = one(days(word(1))).and_then(|day| any_year(number, day)) {
        return Some((when, 2));
    }
    let common = matches!(word(0), "may" | "march") || word(0).len() <= 3;
    (!common).then_some((When::Yearly(number, None), 1))
}

/// A day that some year has.
fn any_year(month: u32, day: u32) -> Option<When> {
    Date::new(2000, month, day).map(|_| When::Yearly(month, Some(day)))
}
