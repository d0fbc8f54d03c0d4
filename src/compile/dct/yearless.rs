//! The year of a dateline that has none: "SEOUL, May 8 (Agency) -- …".
//!
//! The years in which the people of the text held their offices, or else the latest year that the
//! text names; where these leave several, the weekday that the story begins with chooses.

use super::{has_year, inferred, looks_ahead, month_and_day, names_day, offices};
use crate::compile::page::Page;
use crate::compile::people::People;
use crate::document::{BlockKind, Dct};
use crate::gazetteer::Gazetteer;
use crate::text::Span;
use crate::time::{Date, DateRange, Edtf, Weekday};
use crate::timex::Timex3;

/// How far into a text its dateline stands, and how far into its line, in bytes.
const REACH: u32 = 2_000;
const LINE: usize = 90;
/// Bytes of the longest name of an agency.
const AGENCY: usize = 30;
/// A story is told on the day that it names, or up to so many days later.
const LATER: i64 = 1;
/// More years than these are no evidence.
const YEARS: i32 = 12;

/// The day of the dateline of a page; `window` is when its people were in office.
pub(super) fn from_dateline(
    page: &Page<'_>,
    people: &People,
    gazetteer: Gazetteer,
    window: Option<DateRange>,
) -> Option<Dct> {
    let (month, day, words) = dateline(page)?;
    let named = latest_year(page);
    // One in office is enough where the weekday agrees.
    let told = said_from(page, words.start);
    let mut terms = match window {
        None => offices::shortest(page, people, gazetteer),
        Some(_) => Vec::new(),
    };
    let on = |told| offices::days_on(&terms, month, day, told).len();
    // The latest year that the text names can be far behind it.
    if named.is_some() && told.map(on) != Some(1) {
        terms.clear();
    }
    let named = named.filter(|_| terms.is_empty());
    let in_office = told.map_or_else(Vec::new, |_| offices::years(&terms));
    let years = match (window, named) {
        (Some(window), _) if window.last().year() - window.first().year() < YEARS => {
            (window.first().year()..=window.last().year()).collect()
        }
        (_, Some(year)) => vec![year, year + 1],
        _ => in_office,
    };
    let mut days: Vec<Date> = years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day))
        .filter(|day| window.is_none_or(|window| window.contains(*day)))
        .filter(|day| terms.is_empty() || terms.iter().any(|term| term.contains(*day)))
        .filter(|day| named.is_none_or(|year| day.year() >= year))
        .collect();
    let mut reason = format!("its dateline, {}", words.of(page.text()));
    if (days.len() > 1 || !terms.is_empty())
        && let Some(told) = told
    {
        days.retain(|day| {
            let behind = i64::from((7 + day.weekday().from_monday() - told.from_monday()) % 7);
            behind <= LATER
        });
        // Most stories begin with the day that they are written on.
        if days.len() > 1 {
            days.retain(|day| day.weekday() == told);
        }
        reason.push_str(", and the weekday that it begins with");
    }
    let &[day] = days.as_slice() else {
        return None;
    };
    reason.push_str(if window.is_some() || !terms.is_empty() {
        "; its people held their offices in that year"
    } else {
        "; the latest year that it names"
    });
    Some(inferred(Edtf::day(day), reason))
}

/// The month of the latest day that a page tells as past without a year, in the only year that it names
/// while its people held their offices.
pub(super) fn from_days(page: &Page<'_>, window: DateRange) -> Option<Dct> {
    let text = page.text();
    let year = latest_year(page)
        .filter(|&year| (window.first().year()..=window.last().year()).contains(&year))?;
    let full = |timex: &Timex3| {
        has_year(timex.span.of(text)) && timex.range.is_some_and(|range| range.days() < 27)
    };
    // Where other days have their year, this one lacks it for a reason.
    if page.timexes.iter().any(full) {
        return None;
    }
    let told = page.timexes.iter().filter(|timex| {
        let words = timex.span.of(text);
        let sentence = page.sentence_around(timex.span);
        names_day(words)
            && !has_year(words)
            && sentence.is_some_and(|sentence| {
                let entry = sentence.span.start == timex.span.start;
                !entry && !looks_ahead(sentence.span.of(text)) && sentence.span.start < REACH
            })
    });
    let days = told.filter_map(|timex| timex.range.filter(|range| range.days() == 1));
    let day = days
        .map(DateRange::first)
        .filter(|day| day.year() == year && window.contains(*day))
        .max()?;
    let reason = format!(
        "it names the year {year}, when its people held their offices, and tells of {} as past",
        day.human()
    );
    Some(inferred(Edtf::month(year, day.month())?, reason))
}

/// Month and day of a dateline without a year, and its words.
pub(super) fn dateline(page: &Page<'_>) -> Option<(u32, u32, Span)> {
    let text = page.text();
    page.timexes
        .iter()
        .take_while(|timex| timex.span.start < REACH)
        .filter(|timex| names_day(timex.span.of(text)) && !has_year(timex.span.of(text)))
        .find_map(|timex| {
            let start = timex.span.start as usize;
            let line = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
            let before = text.get(line..start)?.trim();
            let after = text.get(timex.span.end as usize..)?.trim_start_matches(' ');
            // "MOSCOW, May 8. /AGENCY/. The minister …".
            let after = after
                .strip_prefix(". ")
                .filter(|rest| rest.starts_with(['/', '(', '[']))
                .unwrap_or(after);
            let place = before.len() <= LINE
                && before.ends_with([',', '(', '—', '–', '-'])
                && before.split_whitespace().all(|word| {
                    word.starts_with(|c: char| !c.is_lowercase()) || matches!(word, "of" | "the")
                });
            let introduces = after.starts_with(['(', '—', '–', '-', ':', ')', '/', '\n'])
                || names_agency(after)
                || is_city(page, line, before) && after.starts_with(char::is_uppercase);
            let (month, day) = month_and_day(timex).filter(|_| place && introduces)?;
            Some((month, day, timex.span))
        })
}

/// Whether a line begins with a place that the gazetteer knows, and a comma: "Seoul, ".
fn is_city(page: &Page<'_>, line: usize, before: &str) -> bool {
    let name = before.trim_end_matches(',').len();
    page.mentions_in(Span::new(line, line + name))
        .iter()
        .any(|mention| mention.meaning.place.is_some() && mention.span.len() == name)
}

/// Whether the name of an agency stands between a date and the story: ", Kyodo - ".
fn names_agency(after: &str) -> bool {
    let line = after.split('\n').next().unwrap_or_default();
    let agency = line.strip_prefix(',').and_then(|rest| {
        let dashes = [" - ", " -- ", " — ", " – "];
        let dash = dashes.iter().filter_map(|dash| rest.find(dash)).min()?;
        rest.get(..dash)
    });
    agency.is_some_and(|name| {
        name.len() <= AGENCY
            && name
                .split_whitespace()
                .all(|word| word.starts_with(char::is_uppercase))
    })
}

/// The latest year that the text names, but of plans and of what a page says of itself.
fn latest_year(page: &Page<'_>) -> Option<i32> {
    let text = page.text();
    page.timexes
        .iter()
        .filter(|timex| has_year(timex.span.of(text)))
        .filter(|timex| page.document.block_at(timex.span.start) != Some(BlockKind::Boilerplate))
        .filter(|timex| {
            let sentence = page.sentence_around(timex.span);
            sentence.is_none_or(|sentence| !looks_ahead(sentence.span.of(text)))
        })
        .filter_map(|timex| timex.range)
        .map(|range| range.last().year())
        .max()
}

/// The first weekday that the story tells as past, or on which somebody says what is to come.
pub(super) fn said(page: &Page<'_>) -> Option<Weekday> {
    said_from(page, 0)
}

/// The same, of a story that begins at a byte: behind pictures and titles.
fn said_from(page: &Page<'_>, from: u32) -> Option<Weekday> {
    let text = page.text();
    let story = page.sentences.iter().filter(|s| s.span.end > from);
    story.take(4).find_map(|sentence| {
        let ahead = looks_ahead(sentence.span.of(text));
        let words = || sentence.tokens.iter().map(|token| token.span.of(text));
        words().enumerate().find_map(|(at, word)| {
            let day = Weekday::named(word)?;
            let said = || {
                let mut before = words().take(at).collect::<Vec<_>>().into_iter().rev();
                let verb = before.find(|word| *word != "on");
                verb.is_some_and(|verb| SAYING.contains(&verb))
            };
            (!ahead || said()).then_some(day)
        })
    })
}

/// What somebody does on the day that follows, whatever it is about.
pub(super) const SAYING: [&str; 5] = ["said", "announced", "confirmed", "reported", "disclosed"];
