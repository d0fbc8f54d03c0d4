//! A summit that the record knows, told as one of this week: "this week's summit between the two Koreas".
//!
//! Where the record has but one of the states named with it, in the years in which the people of the
//! text held their offices, the page was written in its week, on the weekday that the story begins with.

use super::{inferred, looks_ahead, opening, yearless};
use crate::compile::page::{Page, Sentence};
use crate::document::Dct;
use crate::gazetteer::Gazetteer;
use crate::record::{BuiltInEvents, CountryRow, Kind};
use crate::text::Span;
use crate::time::{DateRange, Edtf};

/// How many sentences from the beginning tell what is news.
const LEAD: usize = 4;
/// So many states must be named with it.
const STATES: usize = 2;
/// Longer events of the record tell no week.
const LONGEST: i64 = 5;

/// The day of writing of a page that tells of a summit of its own week or of the one before.
pub(super) fn infer(page: &Page<'_>, gazetteer: Gazetteer, window: DateRange) -> Option<Dct> {
    let text = page.text();
    let lead = page
        .sentences
        .iter()
        .filter(|s| s.block.is_none())
        .take(LEAD);
    let (weeks, states) = lead
        .filter(|sentence| !looks_ahead(sentence.span.of(text)))
        .find_map(|sentence| told(page, sentence, gazetteer))?;
    let events = BuiltInEvents;
    let mut found = (0..events.count()).filter(|&at| {
        let range = events.range(at);
        range.days() <= LONGEST && window.contains(range.first()) && {
            let event = events.event(at);
            event.kind == Kind::Summit
                && event.countries.len() == states.len()
                && states.iter().all(|one| event.countries.contains(one))
        }
    });
    let at = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let range = events.range(at);
    let week = DateRange::spanning(range.first().monday(), range.first().monday().plus_days(6));
    let monday = week.first().plus_days(7 * weeks);
    let reason = format!(
        "the record has “{}” on {}, a summit of {}",
        events.event(at).title,
        range.human(),
        if weeks == 0 {
            "its week"
        } else {
            "the week before it"
        }
    );
    Some(match yearless::said(page) {
        Some(day) => inferred(
            opening::about(monday.plus_days(i64::from(day.from_monday()))),
            reason,
        ),
        None => inferred(
            Edtf::days(DateRange::spanning(monday, monday.plus_days(6))),
            reason,
        ),
    })
}

/// How many weeks ago a sentence puts a summit, and of which states.
fn told(
    page: &Page<'_>,
    sentence: &Sentence,
    gazetteer: Gazetteer,
) -> Option<(i64, Vec<CountryRow>)> {
    let words = sentence.span.of(page.text());
    let (weeks, after) = WEEKS
        .iter()
        .find_map(|(mark, weeks)| Some((*weeks, words.split_once(mark)?.1)))?;
    let mut near = after
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(REACH);
    if !near.any(|word| word == "summit") {
        return None;
    }
    let mut states: Vec<CountryRow> = Vec::new();
    let behind = Span::new(
        sentence.span.end as usize - after.len(),
        sentence.span.end as usize,
    );
    if KOREAS.iter().any(|both| after.contains(both)) {
        states.extend(
            ["KR", "KP"]
                .into_iter()
                .filter_map(|code| gazetteer.country_by_code(code)),
        );
    } else {
        let named = page.mentions_in(behind).iter();
        for (state, _) in named.filter_map(|mention| mention.meaning.country) {
            if !states.contains(&state) {
                states.push(state);
            }
        }
    }
    (states.len() == STATES).then_some((weeks, states))
}

/// Words that put a summit into a week, and how many weeks ago it is.
const WEEKS: [(&str, i64); 4] = [
    ("this week's ", 0),
    ("this week’s ", 0),
    ("last week's ", 1),
    ("last week’s ", 1),
];
/// Both Koreas at once.
const KOREAS: [&str; 3] = [
    "North and South Korea",
    "the two Koreas",
    "South and North Korea",
];
/// How many words behind them the noun stands.
const REACH: usize = 4;
