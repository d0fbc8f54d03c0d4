//! The year of a day that the record knows: "on June 12, Trump and Kim" met in one year only.
//!
//! A day of a month with two people who met on such a day, by the built-in record, is the day of that
//! meeting. Where several years have one, nothing is told.

use super::{has_year, inferred, looks_ahead, month_and_day, names_day, opening, yearless};
use crate::compile::page::Page;
use crate::compile::people::People;
use crate::document::Dct;
use crate::record::{BuiltInEvents, OfficialRow};
use crate::text::Span;
use crate::time::{Date, DateRange, Edtf};

/// How far into a text its days are looked for, in bytes. So many of them make a chronicle, which is written
/// long after.
const REACH: u32 = 3_000;
const CHRONICLE: usize = 8;
/// The days before a meeting on which it is told as still to come, and those behind it on which it is news or
/// the matter of a column.
const BEFORE: i64 = 14;
const BEHIND: i64 = 60;
/// Longer events of the record are no meeting.
const LONGEST: i64 = 4;
/// So many sentences, headings among them, stand before "Begin text:" at most.
const HEAD: usize = 8;
/// So many who took part must be named.
const SHARED: usize = 2;

/// A day of the text with its year.
struct Known {
    day: Date,
    span: Span,
    shared: usize,
    title: String,
}

/// The day of writing of a page whose days are those of events in the record; `window` is when its people
/// held their offices.
pub(super) fn infer(page: &Page<'_>, people: &People, window: DateRange) -> Option<Dct> {
    if opening::is_chronicle(page) {
        return None;
    }
    let known = known(page, people, window);
    let best = known.iter().max_by_key(|known| known.shared)?;
    let year = best.day.year();
    if known
        .iter()
        .any(|other| other.day.year() != year && other.shared == best.shared)
    {
        return None;
    }
    let reason = format!("the record has “{}” on {}", best.title, best.day.human());
    let own = || known.iter().filter(|known| known.day.year() == year);
    if let Some((month, day, _)) = yearless::dateline(page) {
        // A dateline of January can be of the year behind a meeting in December.
        let written = (year - 1..=year + 1)
            .filter_map(|year| Date::new(year, month, day))
            .filter(|written| window.contains(*written))
            .min_by_key(|written| written.days_since(best.day).abs())?;
        return Some(inferred(Edtf::day(written), reason));
    }
    // "…, according to reports published on March 4": in that year.
    let opening = opening::published(page).and_then(|(month, day)| Date::new(year, month, day));
    let news = |written: &Date| {
        let age = written.days_since(best.day);
        window.contains(*written) && (-BEFORE..=BEHIND).contains(&age)
    };
    if let Some(written) = opening.filter(news) {
        return Some(inferred(opening::about(written), reason));
    }
    let text = page.text();
    let ahead = |known: &&Known| {
        let told = page.sentence_around(known.span);
        told.is_some_and(|sentence| {
            let words = sentence.span.of(text);
            looks_ahead(words) || words.contains(" ahead of ") || words.contains(" forward to ")
        })
    };
    let stretch = |first: Date, last: Date| {
        let days = DateRange::spanning(first, last).intersection(window)?;
        Some(inferred(Edtf::days(days), reason.clone()))
    };
    let Some(past) = own()
        .filter(|known| !ahead(known))
        .max_by_key(|known| known.day)
    else {
        let next = own().min_by_key(|known| known.day)?;
        // "spoke on January 13 and agreed to meet on January 16": written on the day that it begins with.
        let first = opening::day_of(page).and_then(|(month, day)| Date::new(year, month, day));
        let just_before = |first: &Date| (0..=BEFORE).contains(&next.day.days_since(*first));
        if let Some(first) = first.filter(just_before) {
            return Some(inferred(opening::about(first), reason.clone()));
        }
        if next.span.start > opening::end(page) {
            return Some(inferred(Edtf::year(year), reason.clone()));
        }
        return stretch(next.day.plus_days(-BEFORE), next.day.plus_days(1));
    };
    let lead = page.sentences.iter().filter(|s| s.block.is_none()).take(3);
    let last_week = lead
        .map(|s| s.span.of(text))
        .any(|words| words.contains(" last week"));
    match yearless::said(page).filter(|_| last_week) {
        Some(told) => {
            let week = past.day.monday().plus_days(7);
            let written = week.plus_days(i64::from(told.from_monday()));
            Some(inferred(opening::about(written), reason.clone()))
        }
        // "A, B and C met on February 15 in Munich to …": what a page begins with is its news.
        None if begins_with(page, past.span) => {
            Some(inferred(opening::about(past.day), reason.clone()))
        }
        None => stretch(past.day, past.day.plus_days(BEHIND)),
    }
}

/// Whether a day stands in the first sentence of a text that is released as such; columns, too, begin with
/// what happened weeks before.
fn begins_with(page: &Page<'_>, day: Span) -> bool {
    let text = page.text();
    let begin = |words: &str| words.trim_start().to_lowercase().starts_with("begin text");
    let mut from = page.sentences.iter();
    let released = from
        .by_ref()
        .take(HEAD)
        .any(|sentence| begin(sentence.span.of(text)));
    released && from.take(1).any(|sentence| sentence.span.covers(day))
}

/// The days without a year that the text names, with the events of the record that they can be.
fn known(page: &Page<'_>, people: &People, window: DateRange) -> Vec<Known> {
    let text = page.text();
    let officials: Vec<OfficialRow> = people
        .entities
        .iter()
        .filter(|entity| entity.named)
        .filter_map(|entity| entity.official)
        .collect();
    let days: Vec<(u32, u32, Span)> = page
        .timexes
        .iter()
        .take_while(|timex| timex.span.start < REACH)
        .filter(|timex| names_day(timex.span.of(text)) && !has_year(timex.span.of(text)))
        .filter_map(|timex| {
            let (month, day) = month_and_day(timex)?;
            Some((month, day, timex.span))
        })
        .take(CHRONICLE)
        .collect();
    if officials.len() < SHARED || days.is_empty() || days.len() == CHRONICLE {
        return Vec::new();
    }
    let events = BuiltInEvents;
    let mut found = Vec::new();
    for at in 0..events.count() {
        let range = events.range(at);
        if range.days() > LONGEST || !window.contains(range.first()) {
            continue;
        }
        let first = range.first();
        let own = days.iter().find(|(month, day, _)| {
            Date::new(first.year(), *month, *day).is_some_and(|day| range.contains(day))
        });
        let Some(&(month, day, span)) = own else {
            continue;
        };
        let event = events.event(at);
        let named = |row: &OfficialRow| officials.contains(row);
        let took_part = event.participants.iter().filter_map(|one| one.official);
        let shared = took_part.filter(named).count();
        if let Some(day) = Date::new(first.year(), month, day).filter(|_| shared >= SHARED) {
            found.push(Known {
                day,
                span,
                shared,
                title: event.title.to_string(),
            });
        }
    }
    found
}
