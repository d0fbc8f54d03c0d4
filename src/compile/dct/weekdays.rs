//! The year of a day that is named with its weekday and without its year: "on Thursday, May 24, the
//! President …".
//!
//! A day of a month is on a given weekday in one year of six; among the years in which the people
//! of the text held the offices that it names them with there is often but one.

use super::{has_year, inferred, looks_ahead, month_and_day, names_day, offices, told_after};
use crate::compile::page::Page;
use crate::compile::people::People;
use crate::document::Dct;
use crate::gazetteer::Gazetteer;
use crate::time::{Date, Edtf, Weekday};

/// The day after the latest such day that the text tells as past, or its month.
pub(super) fn infer(page: &Page<'_>, people: &People, gazetteer: Gazetteer) -> Option<Dct> {
    let terms = offices::shortest(page, people, gazetteer);
    let latest = named_days(page)
        .filter_map(|(month, day, weekday)| {
            let mut years = terms
                .iter()
                .flat_map(|term| term.first().year()..=term.last().year())
                .collect::<Vec<_>>();
            years.sort_unstable();
            years.dedup();
            let mut days = years
                .into_iter()
                .filter_map(|year| Date::new(year, month, day))
                .filter(|date| date.weekday() == weekday)
                .filter(|date| terms.iter().any(|term| term.contains(*date)));
            let date = days.next()?;
            days.next().is_none().then_some(date)
        })
        .max()?;
    let reason = format!(
        "{} was a {:?} when its people held their offices",
        latest.human(),
        latest.weekday()
    );
    Some(match told_after(page, latest) {
        Some(day) if day > latest => inferred(
            Edtf::day(day),
            format!(
                "{reason}, and it tells of the {:?} after as past",
                day.weekday()
            ),
        ),
        _ => inferred(
            Edtf::month(latest.year(), latest.month())?,
            format!("{reason}; written then or soon after"),
        ),
    })
}

/// Month, day and weekday of the days that the text names with all three and tells as past.
fn named_days<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (u32, u32, Weekday)> + 'p {
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
        Some((month, day, weekday))
    })
}
