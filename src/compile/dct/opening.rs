//! The day that a page begins with: "On September 28, the minister met …", "Press Briefing, January 8, 2003".

use super::{has_year, inferred, looks_ahead, names_day};
use crate::compile::page::Page;
use crate::document::Dct;
use crate::time::{Date, DateRange, Edtf, Point, Precision, Qualifier};

/// How old the latest full date may be in a page that begins with a day without a year, in days.
const HALF_A_YEAR: i64 = 183;

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
fn end(page: &Page<'_>) -> u32 {
    let first = page
        .sentences
        .iter()
        .find(|sentence| sentence.block.is_none());
    first.map_or(0, |sentence| sentence.span.end)
}

/// The day without its year that a page begins with, where all full dates lie in the half year before
/// it: "On September 28, the minister met … (The last meeting was on July 12, 2012.)".
pub(super) fn after(page: &Page<'_>, latest: Date, window: DateRange) -> Option<Dct> {
    let text = page.text();
    let end = end(page);
    let first = page.sentences.iter().find(|s| s.block.is_none())?;
    if looks_ahead(first.span.of(text)) {
        return None;
    }
    let named = page
        .timexes
        .iter()
        .filter(|timex| timex.span.start >= first.span.start)
        .take_while(|timex| timex.span.start < end)
        .find(|timex| names_day(timex.span.of(text)) && !has_year(timex.span.of(text)))?;
    let value = named.value.as_str();
    let number = |at: usize| value.get(at..at + 2)?.parse().ok();
    let (month, day) = (number(5)?, number(8)?);
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
