//! How telegrams tell their day: the date-time group of a cable, the number of the file that a
//! printed telegram lies in.
//!
//! "P 121430Z AUG 76" is the 12th at 14:30 Greenwich (ACP 121, date-time groups). The State
//! Department's decimal files of 1945 to 1963 have subject, month, day and year in their numbers:
//! "611.95/8–1256" was written on 12 August 1956 (National Archives, RG 59).

use super::line::{Stamp, Trust};
use crate::load::when;
use crate::text::Span;
use crate::time::{Date, Edtf};

/// Years of two digits below this are of our century: cables with such groups begin in the sixties.
const TURN: i32 = 50;
/// The years of the decimal file whose numbers tell a day.
const DECIMAL_FILES: std::ops::RangeInclusive<i32> = 1944..=1963;
/// A longer line has words of its own.
const LONGEST: usize = 60;

/// The stamp of a line that is a date-time group or begins with the number of a decimal file.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    let trimmed = line.trim();
    if trimmed.len() > LONGEST {
        return None;
    }
    let (trust, day) = group(trimmed)
        .map(|day| (Trust::Dateline, day))
        .or_else(|| decimal_file(trimmed).map(|day| (Trust::File, day)))?;
    Some(Stamp {
        trust,
        date: Edtf::day(day),
        evidence: Span::new(0, line.trim_end().len()),
        len: line.len(),
    })
}

/// "O R 290230Z MAR 79", "121430Z AUG 2003 ZFF4".
fn group(line: &str) -> Option<Date> {
    // "O 200631 Z JUN 73": a scan may set the zone apart.
    let line = line.replace(" Z ", "Z ");
    let words: Vec<&str> = line.split_whitespace().take(8).collect();
    words.windows(3).find_map(|words| {
        let &[group, month, year] = words else {
            return None;
        };
        let digits = group.strip_suffix('Z').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|b| b.is_ascii_digit()) || month.len() != 3 {
            return None;
        }
        let year = match (year.len(), year.parse::<i32>().ok()?) {
            (2, year) if year < TURN => 2000 + year,
            (2, year) => 1900 + year,
            (4, year) => year,
            _ => return None,
        };
        let day = digits.get(..2)?.parse().ok()?;
        Date::new(year, when::month(month)?, day)
    })
}

/// "795.00/7–1153", "611.95B/12-354: Telegram", "740.00119 Control (Korea)/4–1449".
fn decimal_file(line: &str) -> Option<Date> {
    let number = line.split(':').next()?;
    let (class, written) = number.rsplit_once('/')?;
    let written = written.split(' ').next()?;
    let (class, title) = class.split_once(' ').unwrap_or((class, ""));
    let titled = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '(' | ')' | '.');
    let subject = class.len() >= 5
        && title.chars().all(titled)
        && class.contains('.')
        && class.bytes().take(3).all(|b| b.is_ascii_digit())
        && class
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b == b'.');
    let (month, rest) = written.split_once(['–', '-', '—'])?;
    if !subject || !(3..=4).contains(&rest.len()) || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (day, year) = rest.split_at_checked(rest.len() - 2)?;
    let year = 1900 + year.parse::<i32>().ok()?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?)
        .filter(|_| DECIMAL_FILES.contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(line: &str) -> Option<Date> {
        stamp(line).map(|stamp| stamp.date.range().first())
    }

    #[test]
    fn telegrams_tell_their_day_in_groups_and_files() {
        assert_eq!(day("O R 051210Z SEP 75 ZFF4"), Date::new(1975, 9, 5));
        assert_eq!(day("121430Z AUG 2003"), Date::new(2003, 8, 12));
        assert_eq!(day("O 040712 Z MAY 74"), Date::new(1974, 5, 4));
        assert_eq!(day("611.95B/12-354: Telegram"), Date::new(1954, 12, 3));
        assert_eq!(day("894.00/2–1147"), Date::new(1947, 2, 11));
        assert_eq!(
            day("740.00119 Control (Korea)/4–1449: Telegram"),
            Date::new(1949, 4, 14)
        );
        assert_eq!(day("795B.5 MSP/9–2054: Telegram"), Date::new(1954, 9, 20));
    }

    #[test]
    fn other_numbers_are_no_days() {
        for line in [
            "SEOUL 04547 290257Z",
            "290257Z /15",
            "320110Z MAR 79",
            "795.00/7–1199",
            "711.00/13-1153",
            "version 1.2/3-456",
            "740.00119 told us, on 3/4-1449",
        ] {
            assert_eq!(day(line), None, "{line}");
        }
    }
}
