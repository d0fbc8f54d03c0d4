//! The day that a page begins with: "On September 28, the minister met …", "Press Briefing, January 8, 2003".

use super::{has_year, inferred, looks_ahead, month_and_day, names_day, yearless};
use crate::compile::page::Page;
use crate::document::Dct;
use crate::text::Span;
use crate::time::{Date, DateRange, Edtf, Point, Precision, Qualifier};
use crate::timex::Timex3;

/// How old the latest full date may be in a page that begins with a day without a year, in days.
const HALF_A_YEAR: i64 = 183;
/// More years than these are no evidence.
const YEARS: i32 = 4;
/// So many sentences that begin with a day make a chronicle, which is written long after.
const CHRONICLE: usize = 3;

/// About that day: notes of ministries and readouts are written on the day that they begin with, or on
/// the next.
pub(super) fn about(day: Date) -> Edtf {
    Edtf::Point(Point {
        precision: Precision::Day(day),
        qualifier: Qualifier::Approximate,
    })
}

/// Whether the first lines or the first sentence of a page name a day.
pub(super) fn names(page: &Page<'_>, day: Date) -> bool {
    let end = end(page);
    page.timexes
        .iter()
        .take_while(|timex| timex.span.start < end)
        .any(|timex| timex.range == Some(DateRange::day(day)))
}

/// Where the first sentence of prose ends.
pub(super) fn end(page: &Page<'_>) -> u32 {
    let first = page
        .sentences
        .iter()
        .find(|sentence| sentence.block.is_none());
    first.map_or(0, |sentence| sentence.span.end)
}

/// The day without its year that a page begins with, where all full dates lie in the half year before
/// it: "On September 28, the minister met … (The last meeting was on July 12, 2012.)".
pub(super) fn after(page: &Page<'_>, latest: Date, window: DateRange) -> Option<Dct> {
    let (month, day) = day_of(page)?;
    let found = (latest.year()..=latest.year() + 1)
        .filter_map(|year| Date::new(year, month, day))
        .find(|day| *day > latest)
        .filter(|day| day.days_since(latest) <= HALF_A_YEAR && window.contains(*day))?;
    Some(inferred(
        about(found),
        format!(
            "it begins with {}; the latest full date in it is {}",
            found.human(),
            latest.human()
        ),
    ))
}

/// The day without its year that a page begins with, where the people of the page held their offices on
/// one such day only.
pub(super) fn within(page: &Page<'_>, window: DateRange) -> Option<Dct> {
    let (month, day) = day_of(page)?;
    let years = window.first().year()..=window.last().year();
    if window.last().year() - window.first().year() > YEARS || is_chronicle(page) {
        return None;
    }
    let mut days = years
        .filter_map(|year| Date::new(year, month, day))
        .filter(|day| window.contains(*day));
    let found = days.next().filter(|_| days.next().is_none())?;
    let reason = format!(
        "it begins with {}, when its people held their offices",
        found.human()
    );
    Some(inferred(about(found), reason))
}

/// Whether words speak, outside of what is quoted in them, of the day of their writing.
pub(super) fn says_today(words: &str) -> bool {
    let today = [
        " today",
        "Today",
        " this morning",
        " this afternoon",
        " this evening",
    ];
    let at = today.iter().find_map(|word| words.find(word));
    let before = at.and_then(|at| words.get(..at));
    before.is_some_and(|before| before.matches(['“', '"', '”']).count() % 2 == 0)
}

/// Month and day of the first day without a year that the first sentence tells as past.
pub(super) fn day_of(page: &Page<'_>) -> Option<(u32, u32)> {
    let first = page.sentences.iter().find(|s| s.block.is_none())?;
    if looks_ahead(first.span.of(page.text())) {
        return published(page);
    }
    month_and_day(days_of_first(page).next()?)
}

/// Month and day, without their year, of the reports that the first sentence tells from.
pub(super) fn published(page: &Page<'_>) -> Option<(u32, u32)> {
    month_and_day(days_of_first(page).find(|timex| is_published(page, timex))?)
}

/// The days without a year that the first sentence names.
fn days_of_first<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Timex3> {
    let text = page.text();
    let first = page.sentences.iter().find(|s| s.block.is_none());
    let first = first.map_or_else(Span::default, |sentence| sentence.span);
    (page.timexes.iter())
        .filter(move |timex| first.covers(timex.span))
        .filter(move |timex| names_day(timex.span.of(text)) && !has_year(timex.span.of(text)))
}

/// Whether a day is that of a report: "…, according to reports published on March 4".
fn is_published(page: &Page<'_>, timex: &Timex3) -> bool {
    let before = page.text().get(..timex.span.start as usize);
    let mut words = before.unwrap_or_default().split_whitespace().rev();
    let verb = words.find(|word| *word != "on").unwrap_or_default();
    yearless::SAYING.contains(&verb) || matches!(verb, "published" | "issued" | "released")
}

/// Whether a page tells its days one after the other.
pub(super) fn is_chronicle(page: &Page<'_>) -> bool {
    let text = page.text();
    let day = |timex: &&Timex3| names_day(timex.span.of(text));
    let entries = page.timexes.iter().filter(day).filter(|timex| {
        let told = page.sentence_around(timex.span);
        told.is_some_and(|sentence| timex.span.start - sentence.span.start <= ENTRY)
    });
    entries.take(CHRONICLE).count() == CHRONICLE
}

/// How far into a sentence the day of an entry begins, in bytes: "On ", "- ".
const ENTRY: u32 = 4;
