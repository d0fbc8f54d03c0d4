//! The year that the North counts: "(Juche113.4.14.)" below a story of its agency is 14 April 2024.
//!
//! Its first year is that of Kim Il Sung's birth, 1912 (decree of 9 July 1997; given up in October 2024).

use super::inferred;
use crate::document::Dct;
use crate::text::find;
use crate::time::{Date, Edtf};

/// The year before the first.
const BEFORE: i32 = 1911;

/// The day that a text stamps so, where it stands last.
pub(super) fn infer(text: &str) -> Option<Dct> {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    let mut last = None;
    while let Some(at) = find(rest, "juche") {
        rest = rest.get(at + "juche".len()..)?;
        last = day(rest).or(last);
    }
    let day = last?;
    let reason = format!("its stamp in the Juche calendar is {}", day.human());
    Some(inferred(Edtf::day(day), reason))
}

/// Year, month and day behind the name of the calendar: "113.4.14", " 106 (2017). 7. 5".
fn day(words: &str) -> Option<Date> {
    let end = words
        .char_indices()
        .find(|&(_, c)| !(c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | ',' | '(' | ')')));
    let stamp = words.get(..end.map_or(words.len(), |(at, _)| at))?;
    let mut numbers = stamp
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse::<i32>().ok());
    let year = numbers.next().filter(|year| (70..=130).contains(year))? + BEFORE;
    let mut rest = numbers.filter(|&number| number != year);
    let month = u32::try_from(rest.next()?).ok()?;
    let day = u32::try_from(rest.next()?).ok()?;
    Date::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_of_the_agency_are_read() {
        let day = |text: &str| infer(text).and_then(|found| found.day());
        assert_eq!(
            day("… -0-\nwww.kcna.kp (Juche113.4.14.)"),
            Date::new(2024, 4, 14)
        );
        assert_eq!(
            day("Juche 106 (2017). 7. 5, a Wednesday"),
            Date::new(2017, 7, 5)
        );
        assert_eq!(day("the Juche idea of 1955"), None);
        assert_eq!(day("Juche 113"), None);
    }
}
