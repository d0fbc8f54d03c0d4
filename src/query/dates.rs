//! Dates as people type them: EDTF, English, Korean and Japanese numerals, quarters, ranges.

use super::{Moment, Relative, Unit, When};
use crate::time::{Bound, Date, DateRange, Edtf, EdtfError, Point, Precision, Season};

/// A date takes at most so many words.
pub(super) const LONGEST: usize = 8;

const MONTHS: [&str; 12] = [
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

/// The English name of a month from 1 to 12, in small letters.
pub(super) fn month_name(month: u32) -> &'static str {
    MONTHS[(month.clamp(1, 12) - 1) as usize]
}

/// The date that the words begin with, and how many of them it takes. A month alone is any year's,
/// unless it is also a common word.
pub(super) fn leading(words: &[&str]) -> Option<(When, usize)> {
    let words = lower(words);
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

/// The moment that the text is: a date, or else the words of a happening.
pub(super) fn moment(text: &str) -> Moment {
    let words: Vec<&str> = text.split_whitespace().collect();
    match leading_moment(&words) {
        Some((moment, used)) if used == words.len() => moment,
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

fn moment_at(words: &[String]) -> Option<(Moment, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    relative(&word(0), &word(1), &word(2))
        .or_else(|| in_words(words).map(|(date, used)| (Moment::Date(date), used)))
        .or_else(|| quarter_at(&word(0), &word(1)))
        .or_else(|| single(word(0)).map(|moment| (moment, 1)))
}

fn relative(first: &str, second: &str, third: &str) -> Option<(Moment, usize)> {
    let unit = |word: &str| {
        let bare = word.strip_suffix('s').unwrap_or(word);
        Unit::ALL.into_iter().find(|unit| unit.name() == bare)
    };
    let (relative, used) = match first {
        "today" => (Relative::Today, 1),
        "yesterday" => (Relative::Yesterday, 1),
        "tomorrow" => (Relative::Tomorrow, 1),
        "past" | "last" if number(second, 3).is_some() => {
            (Relative::Past(number(second, 3)?, unit(third)?), 3)
        }
        "last" | "past" if unit(second).is_some() => (Relative::Last(unit(second)?), 2),
        "this" if unit(second).is_some() => (Relative::This(unit(second)?), 2),
        "next" if unit(second).is_some() => (Relative::Next(unit(second)?), 2),
        "last" if month(second).is_some() && year_number(third).is_none() => {
            (Relative::LastMonth(month(second)?), 2)
        }
        "next" if month(second).is_some() => (Relative::NextMonth(month(second)?), 2),
        _ => return None,
    };
    Some((Moment::Relative(relative), used))
}

/// `16 mar 2021`, `march 16-17, 2021`, `mar 2021`, `spring 2021`, `2021년 3월 16일`.
fn in_words(words: &[String]) -> Option<(Edtf, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let skip = |at: usize| if word(at) == "of" { at + 1 } else { at };
    if let Some((days, month)) = days(word(0)).zip(month(word(skip(1)))) {
        let at = skip(1) + 1;
        return Some((dated(year_number(word(at))?, month, days)?, at + 1));
    }
    if let Some(number) = month(word(0)) {
        if let Some((days, year)) = days(word(1)).zip(year_number(word(2))) {
            return Some((dated(year, number, days)?, 3));
        }
        let at = skip(1);
        return Some((Edtf::month(year_number(word(at))?, number)?, at + 1));
    }
    let season = |word: &str| match word {
        "spring" => Some(Season::Spring),
        "summer" => Some(Season::Summer),
        "autumn" | "fall" => Some(Season::Autumn),
        "winter" => Some(Season::Winter),
        _ => None,
    };
    if let Some((season, year)) = season(word(0)).zip(year_number(word(1))) {
        return Some((
            Edtf::Point(Point::certain(Precision::Season(year, season))),
            2,
        ));
    }
    if let Some((year, month)) = year_number(word(0)).zip(month(word(1))) {
        return match days(word(2)) {
            Some(days) => Some((dated(year, month, days)?, 3)),
            None => Some((Edtf::month(year, month)?, 2)),
        };
    }
    numerals(words)
}

/// Dates with 年月日 or 년월일 behind the numbers, in one word or several.
fn numerals(words: &[String]) -> Option<(Edtf, usize)> {
    let part = |text: &str, signs: [char; 2]| -> Option<(u32, String)> {
        let at = text.find(signs)?;
        let (digits, rest) = text.split_at_checked(at)?;
        let value = digits.parse().ok().filter(|_| digits.len() <= 4)?;
        let rest = rest.chars().skip(1).collect();
        Some((value, rest))
    };
    let mut at = 0;
    let mut rest = words.first()?.clone();
    let mut parts = Vec::new();
    for signs in [['年', '년'], ['月', '월'], ['日', '일']] {
        if rest.is_empty() {
            let Some(next) = words.get(at + 1).filter(|next| part(next, signs).is_some()) else {
                break;
            };
            rest.clone_from(next);
            at += 1;
        }
        let Some((value, left)) = part(&rest, signs) else {
            break;
        };
        parts.push(value);
        rest = left;
    }
    if !rest.is_empty() {
        return None;
    }
    let year = i32::try_from(*parts.first()?)
        .ok()
        .filter(|year| *year > 999)?;
    let date = match (parts.get(1), parts.get(2)) {
        (None, _) => Edtf::year(year),
        (Some(month), None) => Edtf::month(year, *month)?,
        (Some(month), Some(day)) => Edtf::day(Date::new(year, *month, *day)?),
    };
    Some((date, at + 1))
}

fn quarter_at(first: &str, second: &str) -> Option<(Moment, usize)> {
    let quarter = |word: &str| number(word.strip_prefix('q')?, 1).filter(|n| (1..=4).contains(n));
    let joined = || {
        let (year, number) = first.split_once('q')?;
        let year = year_number(year.trim_end_matches('-'))?;
        Some((Moment::Quarter(year, quarter(&format!("q{number}"))?), 1))
    };
    let apart =
        |number: &str, year: &str| Some((Moment::Quarter(year_number(year)?, quarter(number)?), 2));
    joined()
        .or_else(|| apart(first, second))
        .or_else(|| apart(second, first))
}

/// A date in one word.
fn single(word: &str) -> Option<Moment> {
    if let Some(year) = year_number(word) {
        return Some(Moment::Date(Edtf::year(year)));
    }
    if let Some(decade) = word.strip_suffix("0s").and_then(|decade| number(decade, 3)) {
        let decade = Precision::Decade(decade as i32);
        return Some(Moment::Date(Edtf::Point(Point::certain(decade))));
    }
    if word.len() == 8 && word.bytes().all(|b| b.is_ascii_digit()) {
        let (year, day) = (word.get(..4)?, word.get(4..)?);
        let (month, day) = (number(day.get(..2)?, 2)?, number(day.get(2..)?, 2)?);
        return Date::new(year_number(year)?, month, day).map(|day| Moment::Date(Edtf::day(day)));
    }
    let dated = word.starts_with(|c: char| c.is_ascii_digit());
    if !dated || word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if word.contains(|c: char| c.is_ascii_alphabetic()) && word.contains('-') {
        let parts: Vec<String> = word.split('-').map(str::to_owned).collect();
        if let Some((date, used)) = in_words(&parts)
            && used == parts.len()
        {
            return Some(Moment::Date(date));
        }
    }
    let date = edtf(word).ok()?;
    let known = match date {
        Edtf::Point(_) => true,
        Edtf::Interval(from, to) => [from, to].iter().any(|end| matches!(end, Bound::Point(_))),
    };
    known.then_some(Moment::Date(date))
}

/// Reads EDTF, with other separators, missing zeros and small letters forgiven.
fn edtf(word: &str) -> Result<Edtf, EdtfError> {
    let upper = word.to_uppercase();
    if let Ok(date) = upper.parse() {
        return Ok(date);
    }
    let dashed = upper.replace(['/', '.'], "-");
    let parts = dashed.split('-').enumerate().map(|(at, part)| {
        let short = at > 0 && part.len() == 1 && part.bytes().all(|b| b.is_ascii_digit());
        if short {
            format!("0{part}")
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join("-").parse()
}

/// `16 march`, `march 16`, `november`: any year's.
fn yearly(words: &[String]) -> Option<(When, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let one = |days: Option<(u32, u32)>| days.filter(|(a, b)| a == b).map(|(day, _)| day);
    if let Some((day, month)) = one(days(word(0))).zip(month(word(1))) {
        return Some((any_year(month, day)?, 2));
    }
    let number = month(word(0))?;
    if let Some(day) = one(days(word(1))) {
        return Some((any_year(number, day)?, 2));
    }
    let common = matches!(word(0), "may" | "march") || word(0).len() <= 3;
    (!common).then_some((When::Yearly(number, None), 1))
}

/// A day that some year has.
fn any_year(month: u32, day: u32) -> Option<When> {
    Date::new(2000, month, day).map(|_| When::Yearly(month, Some(day)))
}

/// The days of a month as one date.
fn dated(year: i32, month: u32, (first, last): (u32, u32)) -> Option<Edtf> {
    let (first, last) = (
        Date::new(year, month, first)?,
        Date::new(year, month, last)?,
    );
    DateRange::new(first, last).map(Edtf::days)
}

/// `16`, `16th`, `16-17`: first and last day of a month.
fn days(word: &str) -> Option<(u32, u32)> {
    let day = |text: &str| {
        let suffixes = ["st", "nd", "rd", "th"];
        let bare = suffixes.iter().find_map(|suffix| text.strip_suffix(suffix));
        number(bare.unwrap_or(text), 2).filter(|day| (1..=31).contains(day))
    };
    match word.split_once(['-', '–']) {
        Some((first, last)) => Some((day(first)?, day(last)?)),
        None => day(word).map(|day| (day, day)),
    }
}

/// A month by its English name or the first three letters of it.
fn month(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let named = |name: &&str| {
        **name == *word || name.get(..3) == Some(word) || (word == "sept" && **name == *"september")
    };
    let at = MONTHS.iter().position(|name| named(&name))?;
    Some(at as u32 + 1)
}

/// A year that diplomacy between these countries has known or may know.
fn year_number(word: &str) -> Option<i32> {
    let year = number(word, 4).filter(|_| word.len() == 4)?;
    (1800..=2099).contains(&year).then_some(year as i32)
}

/// Up to `digits` ASCII digits as a number.
fn number(word: &str, digits: usize) -> Option<u32> {
    let fits = !word.is_empty() && word.len() <= digits;
    (fits && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}
