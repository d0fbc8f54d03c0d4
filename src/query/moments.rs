//! Moments as people type them: EDTF, English, Korean and Japanese numerals, quarters.

use super::{Moment, Relative, Unit};
use crate::time::{Bound, Date, DateRange, Edtf, EdtfError, MONTH_NAMES, Point, Precision, Season};

/// The English name of a month from 1 to 12, in small letters.
pub(super) fn month_name(month: u32) -> &'static str {
    MONTH_NAMES[(month.clamp(1, 12) - 1) as usize]
}

pub(super) fn moment_at(words: &[String]) -> Option<(Moment, usize)> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    relative(word(0), word(1), word(2))
        .or_else(|| third(words))
        .or_else(|| in_words(words).map(|(date, used)| (Moment::Date(date), used)))
        .or_else(|| quarter_at(word(0), word(1)))
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

/// `early 2021`, `mid-march 2021`, `late march 2021`: a third of the year or month.
fn third(words: &[String]) -> Option<(Moment, usize)> {
    let first = words.first()?;
    let (part, joined) = first.split_once('-').unwrap_or((first, ""));
    let part = ["early", "mid", "late"]
        .iter()
        .position(|one| *one == part)? as u32;
    let mut rest: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    if !joined.is_empty() {
        rest.insert(0, joined);
    }
    let range = |from: Date, to: Date| Some(Edtf::days(DateRange::new(from, to)?));
    let (days, used) = if let Some(year) = year_number(rest.first()?) {
        let from = Date::new(year, part * 4 + 1, 1)?;
        (range(from, from.plus_months(3).last_of_month())?, 1)
    } else {
        let month = month(rest.first()?)?;
        let of = usize::from(rest.get(1) == Some(&"of"));
        let year = year_number(rest.get(1 + of)?)?;
        let from = Date::new(year, month, part * 10 + 1)?;
        let to = if part == 2 {
            from.last_of_month()
        } else {
            from.plus_days(9)
        };
        (range(from, to)?, 2 + of)
    };
    let used = used + usize::from(joined.is_empty());
    Some((Moment::Date(days), used))
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
pub(super) fn edtf(word: &str) -> Result<Edtf, EdtfError> {
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

/// The days of a month as one date.
fn dated(year: i32, month: u32, (first, last): (u32, u32)) -> Option<Edtf> {
    let (first, last) = (
        Date::new(year, month, first)?,
        Date::new(year, month, last)?,
    );
    DateRange::new(first, last).map(Edtf::days)
}

/// `16`, `16th`, `16-17`: first and last day of a month.
pub(super) fn days(word: &str) -> Option<(u32, u32)> {
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
pub(super) fn month(word: &str) -> Option<u32> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let named = |name: &&str| {
        **name == *word || name.get(..3) == Some(word) || (word == "sept" && **name == *"september")
    };
    let at = MONTH_NAMES.iter().position(named)?;
    Some(at as u32 + 1)
}

/// A year that diplomacy between these countries has known or may know.
pub(super) fn year_number(word: &str) -> Option<i32> {
    let year = number(word, 4).filter(|_| word.len() == 4)?;
    (1800..=2099).contains(&year).then_some(year as i32)
}

/// Up to `digits` ASCII digits as a number.
pub(super) fn number(word: &str, digits: usize) -> Option<u32> {
    let fits = !word.is_empty() && word.len() <= digits;
    (fits && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
}
