//! The year of a day that the record knows: "on June 12, Trump and Kim" met in one year only.
//!
//! A day of a month with two people who met on such a day, by the built-in record, is the day of that
//! meeting. Where several years have one, nothing is told.

use super::{has_year, inferred, looks_ahead, names_day, opening, told_after, yearless};
use crate::compile::page::Page;
use crate::compile::people::People;
use crate::document::Dct;
use crate::record::{BuiltInEvents, OfficialRow};
use crate::text::Span;
use crate::time::{Date, DateRange, Edtf};

/// How far into a text its days are looked for, in bytes, and how many of them.
const REACH: u32 = 3_000;
const DAYS: usize = 12;
/// Longer events of the record are no meeting.
const LONGEST: i64 = 4;
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
        return Some(inferred(Edtf::day(Date::new(year, month, day)?), reason));
    }
    let text = page.text();
    let ahead = |known: &&Known| {
        let told = page.sentence_around(known.span);
        told.is_some_and(|sentence| {
            let words = sentence.span.of(text);
            looks_ahead(words) || words.contains(" ahead of ") || words.contains(" forward to ")
        })
    };
    let told = yearless::said(page);
    let Some(past) = own()
        .filter(|known| !ahead(known))
        .max_by_key(|known| known.day)
    else {
        let next = own().map(|known| known.day).min()?;
        let days = told.map_or(0, |told| {
            i64::from((7 + next.weekday().from_monday() - told.from_monday()) % 7)
        });
        return (days > 0).then(|| inferred(opening::about(next.plus_days(-days)), reason));
    };
    let lead = page.sentences.iter().filter(|s| s.block.is_none()).take(3);
    let last_week = lead
        .map(|s| s.span.of(text))
        .any(|words| words.contains(" last week"));
    let written = match told.filter(|_| last_week) {
        Some(told) => past
            .day
            .monday()
            .plus_days(7 + i64::from(told.from_monday())),
        None => told_after(page, past.day).unwrap_or(past.day),
    };
    let begins = past.span.start < opening::end(page);
    Some(inferred(
        if begins || written > past.day {
            opening::about(written)
        } else {
            Edtf::month(past.day.year(), past.day.month())?
        },
        reason,
    ))
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
    let number = |value: &str, at: usize| value.get(at..at + 2)?.parse::<u32>().ok();
    let days: Vec<(u32, u32, Span)> = page
        .timexes
        .iter()
        .take_while(|timex| timex.span.start < REACH)
        .filter(|timex| names_day(timex.span.of(text)) && !has_year(timex.span.of(text)))
        .filter_map(|timex| {
            let value = timex.value.as_str();
            Some((number(value, 5)?, number(value, 8)?, timex.span))
        })
        .take(DAYS)
        .collect();
    if officials.len() < SHARED || days.is_empty() {
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
