//! A meeting that the record knows, told as one of the day of writing: "A met today with B and C in Tokyo".
//!
//! Where the record has but one meeting of them at that place, in the years in which the people of the text
//! held their offices, the page was written on its day. Two officials meet in a capital again and again, and
//! the record may lack a meeting: there it takes three.

use super::{inferred, looks_ahead, opening};
use crate::compile::page::{Page, Sentence};
use crate::compile::people::People;
use crate::document::Dct;
use crate::gazetteer::Gazetteer;
use crate::record::{BuiltInEvents, Kind, OfficialRow, PlaceRow};
use crate::time::{DateRange, Edtf};

/// So many sentences of prose from the beginning tell what is news.
const LEAD: usize = 5;
/// So many meet, and so many in a capital.
const PAIR: usize = 2;
const IN_A_CAPITAL: usize = 3;

/// The day of writing of a page that tells a meeting of the record as one of its day.
pub(super) fn infer(
    page: &Page<'_>,
    people: &People,
    gazetteer: Gazetteer,
    window: DateRange,
) -> Option<Dct> {
    let text = page.text();
    let prose = page.sentences.iter().filter(|s| s.block.is_none());
    let told = prose
        .take(LEAD)
        .filter(|sentence| opening::says_today(sentence.span.of(text)))
        .filter(|sentence| !looks_ahead(sentence.span.of(text)));
    let (officials, places) = told
        .map(|sentence| (officials(sentence, people), places(page, sentence)))
        .find(|(officials, places)| officials.len() >= PAIR && !places.is_empty())?;
    let capital = |place: &PlaceRow| {
        let mut countries = gazetteer.countries();
        countries.any(|(_, country)| country.capital == Some(*place))
    };
    if officials.len() < IN_A_CAPITAL && places.iter().all(capital) {
        return None;
    }
    let events = BuiltInEvents;
    let mut found = (0..events.count()).filter(|&at| {
        let range = events.range(at);
        range.days() == 1 && window.contains(range.first()) && {
            let event = events.event(at);
            let took_part =
                |row: &OfficialRow| event.participants.iter().any(|p| p.official == Some(*row));
            matches!(event.kind, Kind::Meeting | Kind::Talks | Kind::Summit)
                && officials.iter().all(took_part)
                && event.places.iter().any(|place| places.contains(place))
        }
    });
    let at = found.next().filter(|_| found.next().is_none())?;
    let day = events.range(at).first();
    Some(inferred(
        Edtf::day(day),
        format!(
            "it tells of a meeting of today, and the record has “{}” on {}",
            events.event(at).title,
            day.human()
        ),
    ))
}

fn officials(sentence: &Sentence, people: &People) -> Vec<OfficialRow> {
    let named = people.namings_in(sentence.span).iter();
    let entities = named.flat_map(|naming| &naming.entities);
    let mut rows: Vec<OfficialRow> = entities
        .filter_map(|&at| people.entities[at].official)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn places(page: &Page<'_>, sentence: &Sentence) -> Vec<PlaceRow> {
    let named = page.mentions_in(sentence.span).iter();
    named.filter_map(|mention| mention.meaning.place).collect()
}
