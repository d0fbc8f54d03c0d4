//! Memoranda of conversation: their heading tells the meeting that the text records.

use super::draft::Draft;
use super::page::Page;
use super::people::People;
use crate::chronicle::PlaceRef;
use crate::text::{Span, find};
use crate::time::DateRange;
use crate::timex::TimexType;

/// What such a document calls itself, near its beginning.
const TITLES: [&str; 7] = [
    "memorandum of conversation",
    "memorandum of a conversation",
    "memorandum of meeting",
    "minutes of meeting",
    "minutes of a meeting",
    "record of conversation",
    "record of meeting",
];

/// How far into a text its heading may reach, in bytes, and how long a line of it may be.
const HEAD: usize = 3_000;
const LINE: usize = 180;
/// More people are an attendance list of something larger.
const MOST: usize = 30;

/// The meeting of a memorandum that lists its participants.
pub(super) fn meeting(page: &Page<'_>, people: &People, dct: Option<DateRange>) -> Option<Draft> {
    let text = page.text();
    let end = text.floor_char_boundary(HEAD);
    let head = text.get(..end)?.to_ascii_lowercase();
    let list = find(&head, "participants").or_else(|| find(&head, "present:"))?;
    let title = TITLES
        .iter()
        .find_map(|title| Some((find(&head, title)?, title.len())))?;
    let mut last = list;
    for line in text.get(list..end)?.split_inclusive('\n') {
        let speech = line
            .split_once(": ")
            .is_some_and(|(_, said)| said.split(' ').count() > 5);
        if line.len() > LINE || speech && last > list {
            break;
        }
        last += line.len();
    }
    let listed = Span::new(list, last);
    let mut present: Vec<usize> = Vec::new();
    for &person in people
        .namings_in(listed)
        .iter()
        .flat_map(|naming| &naming.entities)
    {
        if !present.contains(&person) {
            present.push(person);
        }
    }
    if !(2..=MOST).contains(&present.len()) {
        return None;
    }
    let (_, times) = page.timexes_in(Span::new(0, last));
    let told = times
        .iter()
        .filter(|timex| matches!(timex.kind, TimexType::Date | TimexType::Time))
        .find(|timex| timex.range.is_some_and(|range| range.days() == 1));
    let day = told
        .and_then(|timex| timex.range)
        .or_else(|| dct.filter(|dct| dct.days() == 1))?;
    let from = text
        .get(list..)?
        .find('\n')
        .map_or(last, |line| list + line);
    Some(Draft {
        timex: told.map(|timex| timex.span),
        countries: people.states(&present),
        people: present,
        places: place(page, &head).into_iter().collect(),
        trigger: Span::new(title.0, title.0 + title.1),
        ..Draft::of_head(
            day,
            Span::new(list, last.max(from)),
            "meeting-memorandum: a meeting told by the heading of a memorandum",
            "the memorandum of it lists who took part; it is dated",
        )
    })
}

/// The place of the heading: behind "PLACE:", or of the dateline.
fn place(page: &Page<'_>, head: &str) -> Option<PlaceRef> {
    let named = head.find("place:").and_then(|at| {
        let line = head
            .get(at..)?
            .find('\n')
            .map_or(head.len(), |end| at + end);
        let mentions = page.mentions_in(Span::new(at, line));
        mentions.iter().find_map(|mention| mention.meaning.place)
    });
    named.or(page.dateline).map(PlaceRef::Known)
}
