//! A meeting that the record knows, told as one of the days to come: "the leaders are set to meet on Friday.
//! It will be the first meeting between A and B".
//!
//! Where the record has but one meeting of the two on such a weekday, in the years in which the people of
//! the text held their offices, the page was written in the week before it, and not before the last weekday
//! that it tells as past.

use super::{inferred, is_to_come, looks_ahead, names_day, weekday_name};
use crate::compile::page::{Page, Sentence};
use crate::compile::people::People;
use crate::document::Dct;
use crate::record::{BuiltInEvents, Kind, OfficialRow};
use crate::time::{Date, DateRange, Edtf, Weekday};

/// So many sentences from the beginning tell what is news.
const LEAD: usize = 6;
/// So many days lie ahead of a weekday that is named without its date.
const WEEK: i64 = 6;
/// Longer events of the record are no meeting.
const LONGEST: i64 = 4;
/// Of people who met more often the record may lack a meeting on that weekday.
const FEW: usize = 3;

/// The days of writing of a page that awaits a meeting of the record.
pub(super) fn infer(page: &Page<'_>, people: &People, window: DateRange) -> Option<Dct> {
    let text = page.text();
    let prose: Vec<&Sentence> = (page.sentences.iter())
        .filter(|sentence| sentence.block.is_none())
        .take(LEAD)
        .collect();
    let (at, weekday) = prose.iter().enumerate().find_map(|(at, sentence)| {
        let words = sentence.span.of(text);
        let meets = [" meet", " summit", " talks"];
        let awaits = is_to_come(words) && meets.iter().any(|word| words.contains(word));
        Some((at, weekday(page, sentence).filter(|_| awaits)?))
    })?;
    let near = prose.get(at..prose.len().min(at + 2))?;
    let pair = pair(near, people)?;
    let first = (near.iter()).any(|sentence| sentence.span.of(text).contains(" first "));
    let (day, title) = meeting(pair, weekday, first, window)?;
    let told = page
        .sentences
        .iter()
        .filter(|sentence| !looks_ahead(sentence.span.of(text)));
    let past = told.filter_map(|sentence| self::weekday(page, sentence));
    let back = |past: Weekday| {
        let back = 7 + weekday.from_monday() - past.from_monday();
        day.plus_days(-i64::from((back - 1) % 7 + 1))
    };
    let from = past.map(back).filter(|past| *past < day).max();
    let days = DateRange::spanning(
        from.unwrap_or_else(|| day.plus_days(-WEEK)),
        day.plus_days(-1),
    );
    Some(inferred(
        Edtf::days(days.intersection(window)?),
        format!(
            "it awaits a {}, and the record has “{title}” on {}",
            weekday_name(day),
            day.human()
        ),
    ))
}

/// The weekday that a sentence names, if it is one and no date stands with it.
fn weekday(page: &Page<'_>, sentence: &Sentence) -> Option<Weekday> {
    let text = page.text();
    let mut named = (sentence.tokens.iter()).filter_map(|t| Weekday::named(t.span.of(text)));
    let weekday = named.next().filter(|_| named.next().is_none())?;
    let (_, times) = page.timexes_in(sentence.span);
    let dated = |span: crate::text::Span| names_day(span.of(text));
    (!times.iter().any(|timex| dated(timex.span))).then_some(weekday)
}

/// The two officials of two states whom sentences name first, and nobody else.
fn pair(sentences: &[&Sentence], people: &People) -> Option<[OfficialRow; 2]> {
    let mut named: Vec<usize> = Vec::new();
    for sentence in sentences {
        for naming in people.namings_in(sentence.span) {
            for &entity in &naming.entities {
                if !named.contains(&entity) {
                    named.push(entity);
                }
            }
        }
    }
    let [a, b] = named.as_slice() else {
        return None;
    };
    let (a, b) = (&people.entities[*a], &people.entities[*b]);
    (a.country != b.country).then_some([a.official?, b.official?])
}

/// The day and the title of the one meeting of two officials that begins on a weekday.
fn meeting(
    pair: [OfficialRow; 2],
    weekday: Weekday,
    first: bool,
    window: DateRange,
) -> Option<(Date, String)> {
    let events = BuiltInEvents;
    let mut met: Vec<(Date, usize)> = (0..events.count())
        .filter(|&at| {
            let range = events.range(at);
            range.days() <= LONGEST && window.contains(range.first()) && {
                let event = events.event(at);
                let took_part =
                    |row: &OfficialRow| event.participants.iter().any(|p| p.official == Some(*row));
                gathers(event.kind) && pair.iter().all(took_part)
            }
        })
        .map(|at| (events.range(at).first(), at))
        .collect();
    met.sort_unstable();
    if first {
        met.truncate(1);
    } else if met.len() > FEW {
        return None;
    }
    let mut own = met.iter().filter(|(day, _)| day.weekday() == weekday);
    let &(day, at) = own.next()?;
    let alone = own.all(|(other, _)| *other == day);
    alone.then(|| (day, events.event(at).title.to_string()))
}

fn gathers(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Meeting | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
    )
}
