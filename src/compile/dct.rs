//! When was a document written that does not say so?
//!
//! Witnesses: a stamp in the North's calendar; people named together in offices that they held
//! only for a while; a dateline without its year; full dates that the text tells as past; days that it
//! tells as still to come.

mod awaited;
mod juche;
mod offices;
mod opening;
mod recent;
mod recorded;
mod same_day;
mod weekdays;
mod yearless;

use super::page::Page;
use super::people::People;
use crate::document::{BlockKind, Dct, DctOrigin};
use crate::gazetteer::Gazetteer;
use crate::time::{Date, DateRange, Edtf, Weekday};
use crate::timex::{Found, Timex3, TimexType};

/// So many sentences, headings among them, tell what is news.
const LEAD: usize = 6;

/// Works out the days on which a document can have been written; `None` if nothing tells.
pub(super) fn infer(
    page: &Page<'_>,
    people: &People,
    gazetteer: Gazetteer,
    times: &Found<'_>,
) -> Option<Dct> {
    let text = page.text();
    if let Some(found) = juche::infer(text) {
        return Some(found);
    }
    let offices =
        offices::shared(page, people, gazetteer).filter(|(range, _)| !is_history(page, *range));
    if let Some(found) = yearless::from_dateline(
        page,
        people,
        gazetteer,
        offices.as_ref().map(|(range, _)| *range),
    ) {
        return Some(found);
    }
    let window = offices.as_ref().map_or(DateRange::ALL, |(range, _)| *range);
    if let Some(found) = from_full_dates(page, window) {
        return Some(found);
    }
    if let Some(found) = weekdays::infer(page, people, gazetteer) {
        return Some(found);
    }
    if let Some(found) = opening::within(page, window) {
        return Some(found);
    }
    if let Some(found) = recent::infer(page, gazetteer, window) {
        return Some(found);
    }
    let recorded = same_day::infer(page, people, gazetteer, window)
        .or_else(|| awaited::infer(page, people, window));
    if recorded.is_some() {
        return recorded;
    }
    if let Some((range, reason)) = &offices {
        if let Some(found) = yearless::from_days(page, *range) {
            return Some(found);
        }
        if range.days() <= 366 * 3
            && let Some((narrow, why)) = from_plans(page, *range, times)
        {
            return Some(inferred(Edtf::days(narrow), format!("{reason}; {why}")));
        }
    }
    if let Some(found) = recorded::infer(page, people, window) {
        return Some(found);
    }
    let (range, reason) = offices?;
    (range.days() <= 366 * 8).then(|| inferred(Edtf::days(range), reason))
}

fn inferred(date: Edtf, reason: String) -> Dct {
    Dct {
        date,
        origin: DctOrigin::Inferred(reason),
        evidence: None,
    }
}

/// Whether the text tells of full dates behind a window: what it names in it is then its past.
fn is_history(page: &Page<'_>, window: DateRange) -> bool {
    let text = page.text();
    page.timexes.iter().any(|timex| {
        let behind = timex
            .range
            .is_some_and(|range| range.days() == 1 && range.first() > window.last());
        let told = page.sentence_around(timex.span);
        behind
            && has_year(timex.span.of(text))
            && told.is_some_and(|s| !looks_ahead(s.span.of(text)))
    })
}

/// The latest full date that the text gives, and a weekday told as past just behind it.
fn from_full_dates(page: &Page<'_>, window: DateRange) -> Option<Dct> {
    let text = page.text();
    let full = |timex: &&Timex3| {
        let day = timex
            .range
            .is_some_and(|range| range.days() == 1 && window.contains(range.first()));
        day && matches!(timex.kind, TimexType::Date | TimexType::Time)
            && has_year(timex.span.of(text))
    };
    let planned = |timex: &&Timex3| {
        let told = page.sentence_around(timex.span);
        told.is_some_and(|sentence| {
            let words = sentence.span.of(text);
            let caption = ends_with(words, timex.span.of(text));
            is_to_come(words) || !caption && looks_ahead(words)
        })
    };
    // "has served since February 20, 2006": long ago, for all that is told.
    let since = |timex: &&Timex3| {
        let before = text.get(..timex.span.start as usize).unwrap_or_default();
        let word = before.split_whitespace().next_back();
        !word.is_some_and(|word| word.eq_ignore_ascii_case("since"))
    };
    let dates: Vec<&Timex3> = page
        .timexes
        .iter()
        .filter(full)
        .filter(since)
        .filter(|t| !planned(t))
        .collect();
    let latest = dates
        .iter()
        .filter_map(|t| t.range)
        .map(DateRange::first)
        .max()?;
    // A date far from being news dates nothing: there must be something recent about it.
    let caption = dates.iter().any(|t| {
        t.range.is_some_and(|r| r.first() == latest)
            && (page.document.block_at(t.span.start) == Some(BlockKind::Caption)
                || page
                    .sentences
                    .iter()
                    .take(LEAD)
                    .any(|s| s.span.covers(t.span))
                || page.sentence_around(t.span).is_none())
    });
    if !caption || tells_later_year(page, latest) {
        return None;
    }
    if let Some(found) = opening::after(page, latest, window) {
        return Some(found);
    }
    let next = told_after(page, latest);
    let reason = format!("the latest full date in it is {}", latest.human());
    if let Some(day) = headed(page, latest) {
        return Some(inferred(
            Edtf::day(day),
            format!("{reason}, and the heading ends with the {}", day.human()),
        ));
    }
    Some(match next {
        Some(day) if day > latest => inferred(
            Edtf::day(day),
            format!(
                "{reason}, and it tells of the {} after as past",
                weekday_name(day)
            ),
        ),
        Some(day) => inferred(
            Edtf::day(day),
            format!("{reason}, and it tells of that {}", weekday_name(day)),
        ),
        None if opening::names(page, latest) => inferred(
            opening::about(latest),
            format!("{reason}, and it begins with that day"),
        ),
        None => inferred(
            Edtf::month(latest.year(), latest.month())?,
            format!("{reason}; written then or soon after"),
        ),
    })
}

/// The day that a heading ends with, without its year, up to a week behind the latest full date: "Talks Held 1
/// June".
fn headed(page: &Page<'_>, latest: Date) -> Option<Date> {
    let text = page.text();
    let heading = page.sentences.first().filter(|s| s.block.is_some())?.span;
    let last = (page.timexes.iter()).rfind(|timex| heading.covers(timex.span))?;
    let words = last.span.of(text);
    let ends = heading.of(text).trim_end().ends_with(words);
    let (month, day) =
        month_and_day(last).filter(|_| ends && names_day(words) && !has_year(words))?;
    let day = Date::new(latest.year(), month, day)?;
    (0..=7).contains(&day.days_since(latest)).then_some(day)
}

/// Whether the text tells of a year behind a date as past: that date is then history.
fn tells_later_year(page: &Page<'_>, latest: Date) -> bool {
    let text = page.text();
    page.timexes
        .iter()
        .filter(|timex| has_year(timex.span.of(text)))
        .filter(|timex| {
            timex
                .range
                .is_some_and(|days| days.first().year() > latest.year())
        })
        .filter_map(|timex| page.sentence_around(timex.span))
        .any(|sentence| sentence.block.is_none() && !looks_ahead(sentence.span.of(text)))
}

/// Whether a sentence ends with some words, as what stands below a picture ends with its day.
fn ends_with(sentence: &str, words: &str) -> bool {
    let bare = sentence.trim_end_matches(|c: char| !c.is_alphanumeric());
    bare.strip_suffix(words.trim_end_matches('.'))
        .is_some_and(|before| before.trim_end().ends_with(','))
}

/// The last weekday that the text tells as past within three days behind a day.
fn told_after(page: &Page<'_>, latest: Date) -> Option<Date> {
    let text = page.text();
    page.sentences
        .iter()
        .filter(|s| !looks_ahead(s.span.of(text)))
        .flat_map(|s| &s.tokens)
        .filter_map(|token| Weekday::named(token.span.of(text)))
        .map(|day| {
            let ahead = (7 + day.from_monday() - latest.weekday().from_monday()) % 7;
            latest.plus_days(i64::from(ahead))
        })
        .filter(|&day| latest.plus_days(3) >= day)
        .max()
}

/// Whether a sentence tells what is still to come.
fn looks_ahead(sentence: &str) -> bool {
    let leaves = [" heads ", " leaves ", " travels ", " departs "];
    is_to_come(sentence) || leaves.iter().any(|mark| sentence.contains(mark))
}

/// Whether a sentence says that something is still to come; not in the present, as a schedule does.
fn is_to_come(sentence: &str) -> bool {
    [
        " will ",
        " to be held",
        " is to ",
        " are to ",
        " shall ",
        " going to ",
        " expected to ",
        " scheduled ",
        " invited to ",
        " agreed to hold ",
        " agreed to meet ",
        " plans to ",
        " plan to ",
        " would ",
        " set to ",
        "'ll ",
    ]
    .iter()
    .any(|mark| sentence.contains(mark))
}

/// Whether words have a number of four digits.
pub(in crate::compile) fn has_year(words: &str) -> bool {
    words
        .split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4)
}

/// Month and day of a time expression of TIMEX3 value "2021-03-16" or "XXXX-03-16".
fn month_and_day(timex: &Timex3) -> Option<(u32, u32)> {
    let value = timex.value.as_str();
    let number = |at: usize| value.get(at..at + 2)?.parse().ok();
    Some((number(5)?, number(8)?))
}

fn weekday_name(day: Date) -> String {
    format!("{:?}", day.weekday())
}

/// The stretch before the first day that the text tells as still to come. Only a month with its day
/// counts, and only if the range holds one such day.
fn from_plans(page: &Page<'_>, range: DateRange, times: &Found<'_>) -> Option<(DateRange, String)> {
    let text = page.text();
    let planned = |timex: &Timex3| {
        let before = text.get(..timex.span.start as usize).unwrap_or_default();
        let from = before.len().saturating_sub(160);
        let tail = before
            .get(text.floor_char_boundary(from)..)
            .unwrap_or_default();
        let sentence = tail.rsplit(". ").next().unwrap_or_default();
        sentence.contains(" will ") && names_day(timex.span.of(text))
    };
    let found = times
        .written(Some(DateRange::day(range.first())))
        .into_iter()
        .filter(planned)
        .find_map(|timex| timex.range.filter(|days| days.days() <= 14))?;
    let own = found.first();
    let years = range.first().year()..=range.last().year();
    let mut days = years
        .filter_map(|year| Date::new(year, own.month(), own.day()))
        .filter(|day| range.contains(*day));
    let day = days.next()?;
    if days.next().is_some() {
        return None;
    }
    let first = if day.day() > 7 {
        day.first_of_month()
    } else {
        day.plus_days(-14)
    };
    let narrow = DateRange::spanning(first, day).intersection(range)?;
    let why = format!("it tells of {} as still to come", day.human());
    if let Some(written) = week_before(page, day).filter(|day| range.contains(*day)) {
        let why = format!("{why}, next week, and of {} as past", weekday_name(written));
        return Some((DateRange::day(written), why));
    }
    Some((narrow, why))
}

/// The weekday that the lead tells as past, in the week before a day that it puts into the next.
fn week_before(page: &Page<'_>, planned: Date) -> Option<Date> {
    let text = page.text();
    let lead = page.sentences.iter().filter(|s| s.block.is_none()).take(2);
    let next_week = lead
        .map(|sentence| sentence.span.of(text))
        .any(|words| words.contains(" next week"));
    let told = yearless::said(page).filter(|_| next_week)?;
    Some(
        planned
            .monday()
            .plus_days(i64::from(told.from_monday()) - 7),
    )
}

/// Whether words name a month and a day of it.
fn names_day(words: &str) -> bool {
    let mut letters = words.split(|c: char| !c.is_alphabetic());
    letters.any(crate::time::is_month) && words.contains(|c: char| c.is_ascii_digit())
}
