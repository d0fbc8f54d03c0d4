//! Dates typed to go to: `2021-03`, `aug 2023`, `16 mar 2021`, `2023q3`, `last november`.

use crate::time::{Date, DateRange, MONTH_NAMES};

/// The days that were typed, as soon as they can be told. `today` is what "last" counts from.
///
/// An unfinished year is read as far as it goes: `19` and `197` are the years that begin so.
pub fn parse(text: &str, today: Date) -> Option<DateRange> {
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty())
        .collect();
    match words.as_slice() {
        ["today"] => Some(DateRange::day(today)),
        ["yesterday"] => Some(DateRange::day(today.plus_days(-1))),
        ["last" | "this" | "next", "year"] => year(today.year() + offset(words[0])),
        [which @ ("last" | "this" | "next"), name] => relative_month(which, name, today),
        [one] => numeric(one).or_else(|| relative_month("last", one, today)),
        [a, b] => month_of(a, b)
            .or_else(|| month_of(b, a))
            .or_else(|| quarter_of(a, b))
            .or_else(|| quarter_of(b, a)),
        [a, b, c] => day_of(a, b, c)
            .or_else(|| day_of(b, a, c))
            .or_else(|| day_of(c, b, a)),
        _ => None,
    }
}

fn offset(which: &str) -> i32 {
    match which {
        "last" => -1,
        "next" => 1,
        _ => 0,
    }
}

fn month_number(name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.');
    if name.len() < 3 {
        return None;
    }
    let at = MONTH_NAMES
        .iter()
        .position(|month| month.starts_with(name))?;
    Some(at as u32 + 1)
}

fn year(year: i32) -> Option<DateRange> {
    DateRange::new(Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)
}

fn month(year: i32, month: u32) -> Option<DateRange> {
    let first = Date::new(year, month, 1)?;
    DateRange::new(first, first.last_of_month())
}

fn quarter(year: i32, quarter: u32) -> Option<DateRange> {
    if !(1..=4).contains(&quarter) {
        return None;
    }
    let first = Date::new(year, quarter * 3 - 2, 1)?;
    DateRange::new(first, first.plus_months(2).last_of_month())
}

fn relative_month(which: &str, name: &str, today: Date) -> Option<DateRange> {
    let number = month_number(name)?;
    let this_year = month(today.year(), number)?;
    let year = match which {
        "last" if this_year.first() >= today.first_of_month() => today.year() - 1,
        "next" if this_year.first() <= today => today.year() + 1,
        _ => today.year(),
    };
    month(year, number)
}

fn four_digits(text: &str) -> Option<i32> {
    let ok = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if ok { text.parse().ok() } else { None }
}

/// `2021`, `197`, `1970s`, `2021-03`, `2021/3/16`, `20210316`, `2023q3`.
fn numeric(text: &str) -> Option<DateRange> {
    if let Some(decade) = text.strip_suffix('s').and_then(four_digits) {
        let first = Date::new(decade - decade % 10, 1, 1)?;
        return DateRange::new(first, Date::new(first.year() + 9, 12, 31)?);
    }
    if let Some((left, right)) = text.split_once('q') {
        return quarter(four_digits(left)?, right.parse().ok()?);
    }
    let parts: Vec<&str> = text
        .split(['-', '/', '.'])
        .filter(|part| !part.is_empty())
        .collect();
    match parts.as_slice() {
        [digits] if digits.len() == 8 => {
            let all: u32 = digits.parse().ok()?;
            Some(DateRange::day(Date::new(
                (all / 10_000) as i32,
                all / 100 % 100,
                all % 100,
            )?))
        }
        [digits] if digits.len() <= 4 => {
            let number: i32 = digits.parse().ok()?;
            let missing = 4 - digits.len() as u32;
            let first = number * 10_i32.pow(missing);
            let last = first + 10_i32.pow(missing) - 1;
            DateRange::new(Date::new(first, 1, 1)?, Date::new(last, 12, 31)?)
        }
        [y, m] => month(four_digits(y)?, m.parse().ok()?).or_else(|| year(four_digits(y)?)),
        [y, m, d] => {
            let date = Date::new(four_digits(y)?, m.parse().ok()?, d.parse().ok()?);
            date.map(DateRange::day)
                .or_else(|| month(four_digits(y)?, m.parse().ok()?))
        }
        _ => None,
    }
}

fn month_of(name: &str, number: &str) -> Option<DateRange> {
    month(four_digits(number)?, month_number(name)?)
}

fn quarter_of(q: &str, number: &str) -> Option<DateRange> {
    quarter(four_digits(number)?, q.strip_prefix('q')?.parse().ok()?)
}

fn day_of(day: &str, name: &str, number: &str) -> Option<DateRange> {
    let digits = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let date = Date::new(
        four_digits(number)?,
        month_number(name)?,
        digits.parse().ok()?,
    )?;
    Some(DateRange::day(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let today = "2026-11-21".parse().unwrap();
        let found = parse(text, today).map(|r| format!("{}/{}", r.first(), r.last()));
        assert_eq!(found.as_deref().unwrap_or("-"), expected, "{text}");
    }

    #[test]
    fn dates_as_people_type_them() {
        check("2021-03", "2021-03-01/2021-03-31");
        check("2021-3-16", "2021-03-16/2021-03-16");
        check("16 mar 2021", "2021-03-16/2021-03-16");
        check("March 16, 2021", "2021-03-16/2021-03-16");
        check("aug 2023", "2023-08-01/2023-08-31");
        check("2023q3", "2023-07-01/2023-09-30");
        check("q1 2024", "2024-01-01/2024-03-31");
        check("last november", "2025-11-01/2025-11-30");
        check("march", "2026-03-01/2026-03-31");
        check("1970s", "1970-01-01/1979-12-31");
        check("197", "1970-01-01/1979-12-31");
        check("2021-13", "2021-01-01/2021-12-31");
        check("20210316", "2021-03-16/2021-03-16");
        check("last year", "2025-01-01/2025-12-31");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "seoul",
            "32 mar 2021",
            "2021q5",
            "99999999999999",
            "1-2-3-4",
            "é",
        ] {
            check(text, "-");
        }
    }
}
