//! The year of a day that is named with its weekday and without its year: "on Thursday, May 24, the
//! President …".
//!
//! A day of a month is on a given weekday in one year of six; among the years in which the people
//! of the text held the offices that it names them with there is often but one. So is it with the
//! day of the photograph, if a story names no other, and the weekday that the story begins with.

use super::{
    has_year, inferred, looks_ahead, month_and_day, names_day, offices, opening, told_after,
    yearless,
};
use crate::compile::page::Page;
use crate::compile::people::People;
use crate::document::{BlockKind, Dct};
use crate::gazetteer::Gazetteer;
use crate::text::Span;
use crate::time::{Edtf, Weekday};

/// The day after the latest such day that the text tells as past, or its month.
pub(super) fn infer(page: &Page<'_>, people: &People, gazetteer: Gazetteer) -> Option<Dct> {
    let terms = offices::shortest(page, people, gazetteer);
    let on = |(month, day, weekday): (u32, u32, Weekday)| match offices::days_on(
        &terms, month, day, weekday,
    )
    .as_slice()
    {
        &[only] => Some(only),
        _ => None,
    };
    let days = |(day, span)| Some((on(day)?, span));
    let Some((latest, span)) = named_days(page).filter_map(days).max() else {
        let only = on(only_day(page)?)?;
        let reason = format!(
            "{} is the only day that it names, and was the {:?} that it begins with when its people held their offices",
            only.human(),
            only.weekday()
        );
        return Some(inferred(opening::about(only), reason));
    };
    let reason = format!(
        "{} was a {:?} when its people held their offices",
        latest.human(),
        latest.weekday()
    );
    if stands_alone(page, span) {
        return Some(inferred(
            Edtf::day(latest),
            format!("{reason}; it stands in a line of its own"),
        ));
    }
    let says_today = (page.sentences.iter())
        .any(|s| s.block.is_none() && opening::says_today(s.span.of(page.text())));
    Some(match told_after(page, latest) {
        Some(day) if day > latest => inferred(
            Edtf::day(day),
            format!(
                "{reason}, and it tells of the {:?} after as past",
                day.weekday()
            ),
        ),
        _ if says_today => inferred(
            opening::about(latest),
            format!("{reason}, and the text speaks of “today”"),
        ),
        _ => inferred(
            Edtf::month(latest.year(), latest.month())?,
            format!("{reason}; written then or soon after"),
        ),
    })
}

/// Month and day of the only day that a page names without its year, if it is that of a photograph, with the
/// weekday that the story begins with.
fn only_day(page: &Page<'_>) -> Option<(u32, u32, Weekday)> {
    let text = page.text();
    let weekday = yearless::said(page)?;
    let mut days = page.timexes.iter().filter(|timex| {
        let words = timex.span.of(text);
        names_day(words) && !has_year(words)
    });
    let only = days.next()?;
    let own = month_and_day(only)?;
    let alone = days.all(|other| month_and_day(other) == Some(own));
    let told = page.sentence_around(only.span);
    let photo = told.map_or_else(
        || page.document.block_at(only.span.start) == Some(BlockKind::Caption),
        |sentence| sentence.span.of(text).contains(" photo"),
    );
    (alone && photo).then_some((own.0, own.1, weekday))
}

/// Month, day and weekday of the days that the text names with all three and tells as past.
fn named_days<'p>(page: &'p Page<'_>) -> impl Iterator<Item = ((u32, u32, Weekday), Span)> + 'p {
    let text = page.text();
    page.timexes.iter().filter_map(move |timex| {
        let words = timex.span.of(text);
        if !names_day(words) || has_year(words) {
            return None;
        }
        let told = page.sentence_around(timex.span)?;
        if looks_ahead(told.span.of(text)) {
            return None;
        }
        let weekday = words
            .split(|c: char| !c.is_alphabetic())
            .find_map(Weekday::named)?;
        let (month, day) = month_and_day(timex)?;
        Some(((month, day, weekday), timex.span))
    })
}

/// Whether nothing but figures stands beside a day in its line: "Saturday, Aug. 23, 22:45".
fn stands_alone(page: &Page<'_>, day: Span) -> bool {
    let text = page.text();
    let before = text.get(..day.start as usize).unwrap_or_default();
    let behind = text.get(day.end as usize..).unwrap_or_default();
    let beside = [
        before.rsplit('\n').next().unwrap_or_default(),
        behind.split('\n').next().unwrap_or_default(),
    ];
    beside
        .iter()
        .all(|rest| !rest.contains(char::is_alphabetic))
}
