//! Days whose week or year the tense of their verb decides: "will … in March", "leaves on Friday".

use super::Reader;
use crate::compile::dct::has_year;
use crate::compile::mood::Mood;
use crate::text::{Span, one_line};
use crate::time::{DateRange, Edtf};
use crate::timex::{Anchor, Lean, Timex3};

impl Reader<'_> {
    /// Whether a time expression is a day of the week without a week or a date.
    pub(super) fn is_weekday(&self, timex: Span) -> bool {
        is_weekday(&one_line(timex.of(self.page.text())))
    }

    /// A date without a year of its own, moved by a year where the verb's tense says so: "will …
    /// in March" is the March to come. Where the text before gives the year, the tense has no say.
    pub(super) fn agree(&self, date: Edtf, found: &Timex3, mood: Mood, present: bool) -> Edtf {
        if matches!(found.anchor, Anchor::Previous(_, Lean::Nearest)) {
            return date;
        }
        let words = one_line(found.span.of(self.page.text()));
        // "March of this year", "last March": which one is said.
        let which = ["year", "last", "next", "this"];
        let has_year = has_year(&words) || words.split(' ').any(|word| which.contains(&word));
        let mut letters = words.split(|c: char| !c.is_alphabetic());
        let names_month = letters.any(crate::time::is_month);
        let weekday = !names_month && is_weekday(&words);
        // "this week", told on a Sunday as still to come, is the week that begins.
        let week = words.contains("this week") && matches!(mood, Mood::Planned | Mood::Possible);
        if let (Some(dct), true) = (self.dct, week) {
            let last = date.range().last();
            if last <= dct.last().plus_days(1) {
                let next = DateRange::new(last.plus_days(1), last.plus_days(7));
                return next.map_or(date, Edtf::days);
            }
        }
        let ahead = present || matches!(mood, Mood::Planned | Mood::Possible | Mood::Cancelled);
        if let (Some(dct), true, true) = (self.dct, weekday, ahead) {
            let late = dct.first().days_since(date.range().last());
            let day = date.range().first();
            // "From Monday to Friday the navy will …", told on a Thursday: of the week to come.
            let begun = (2..=6).contains(&date.range().days()) && day < dct.first();
            let next = DateRange::new(day.plus_days(7), date.range().last().plus_days(7));
            return match next {
                Some(next) if begun => Edtf::days(next),
                _ if date.range().days() == 1 && (1..=7).contains(&late) => {
                    Edtf::day(day.plus_days(7))
                }
                _ => date,
            };
        }
        let (Some(dct), false, true) = (self.dct, has_year, names_month) else {
            return date;
        };
        let range = date.range();
        let late = dct.first().days_since(range.last());
        let early = range.first().days_since(dct.last());
        match mood {
            Mood::Planned | Mood::Possible if late > 30 => date.plus_years(1),
            // "took office in October", told in September.
            Mood::Past | Mood::Perfect
                if !present && (early > 30 || early > 0 && range.days() > 27) =>
            {
                date.plus_years(-1)
            }
            _ => date,
        }
    }
}

/// Whether words are a day of the week and a time of day at most: "early Wednesday", not "last Wednesday".
fn is_weekday(words: &str) -> bool {
    // "Friday (US time)".
    let words = words.split(" (").next().unwrap_or(words);
    let weekday = |word: &str| {
        word.starts_with(char::is_uppercase) && word.ends_with("day") && word.len() >= 6
    };
    let of_day = |word: &str| {
        matches!(
            word,
            "early"
                | "late"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "noon"
                | "the"
                | "of"
                | "local"
                | "time"
        )
    };
    words.split(' ').any(weekday) && words.split(' ').all(|word| weekday(word) || of_day(word))
}
