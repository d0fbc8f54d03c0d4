//! Lines of a calendar: unfolded, and taken apart into name, parameters and value.

use super::instant;
use super::lines::Lines;
use crate::time::Date;

/// A value is read up to so many bytes.
const LONGEST: usize = 1 << 20;

/// Lines with the number of the first physical line of each, folds joined.
pub(super) fn unfold(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut lines = text.split(['\n', '\r']).peekable();
    let mut at = 0;
    let mut counter = Lines::new(text);
    std::iter::from_fn(move || {
        let first = lines.next()?;
        let line = counter.line(at);
        at += first.len() + 1;
        let mut content = first.to_owned();
        loop {
            // CR LF leaves an empty piece between the two; a fold may follow it.
            match lines.peek() {
                Some(next) if next.starts_with([' ', '\t']) => {
                    if content.len() < LONGEST {
                        content.extend(next.chars().skip(1));
                    }
                    at += next.len() + 1;
                    lines.next();
                }
                Some(next)
                    if next.is_empty() && text.as_bytes().get(at - 1..=at) == Some(b"\r\n") =>
                {
                    at += 1;
                    lines.next();
                }
                _ => return Some((line, content)),
            }
        }
    })
}

/// `NAME;PARAMETERS:VALUE`.
pub(super) struct Property {
    pub(super) name: String,
    pub(super) parameters: String,
    pub(super) value: String,
}

impl Property {
    /// `NAME;PARAMETERS:VALUE`; a colon in a quoted parameter does not end it.
    pub(super) fn parse(content: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = content.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        });
        // A quotation that does not end ends with the first colon after all.
        let colon = colon.or_else(|| content.find(':'))?;
        let (head, value) = content.split_at(colon);
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        let name = name.trim();
        let named = !name.is_empty()
            && name.len() <= 64
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        named.then(|| Self {
            name: name.to_ascii_uppercase(),
            parameters: parameters.to_owned(),
            value: value.get(1..).unwrap_or_default().to_owned(),
        })
    }

    /// The value as text: escapes undone.
    pub(super) fn text(&self) -> String {
        let mut out = String::with_capacity(self.value.len());
        let mut rest = self.value.chars();
        while let Some(c) = rest.next() {
            if c != '\\' {
                out.push(c);
                continue;
            }
            match rest.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            }
        }
        out
    }

    /// The day of `20210316`, `20210316T100000Z` or `2021-03-16` where the keeper of the calendar is:
    /// an instant in UTC is the day in the zone of the calendar, any other time is taken as written.
    pub(super) fn day(&self, zone: Option<&str>) -> Option<Date> {
        let day = day_of(&self.value)?;
        let Some(minutes) = self.minutes().filter(|_| self.value.trim().ends_with('Z')) else {
            return Some(day);
        };
        Some(zone.map_or(day, |zone| instant::local_day(day, minutes, zone)))
    }

    /// Minutes after midnight, where a time of day is given.
    pub(super) fn minutes(&self) -> Option<i32> {
        let (_, time) = self.value.trim().split_once('T')?;
        let number = |range: std::ops::Range<usize>| time.get(range)?.parse::<i32>().ok();
        Some(number(0..2)? * 60 + number(2..4)?)
    }

    /// Whether it gives a day and no time of day.
    pub(super) fn is_day(&self) -> bool {
        self.parameters.to_ascii_uppercase().contains("VALUE=DATE") && !self.value.contains('T')
            || self.value.trim().len() == 8
    }
}

/// The day of a value, with or without a time of day.
pub(super) fn day_of(value: &str) -> Option<Date> {
    let digits: String = value
        .trim()
        .split('T')
        .next()?
        .chars()
        .filter(|c| *c != '-')
        .collect();
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
    if digits.len() != 8 {
        return None;
    }
    Date::new(
        i32::try_from(number(0..4)?).ok()?,
        number(4..6)?,
        number(6..8)?,
    )
    .filter(|date| date.year() > 0)
}
