//! Remarks beside a meeting: "Remarks With Foreign Minister A After Their Meeting" heads a transcript
//! whose speaker met A that day.

use super::draft::Draft;
use super::page::Page;
use super::people::People;
use crate::chronicle::PlaceRef;
use crate::text::{Span, find};
use crate::time::DateRange;

/// What such a page calls itself, where its title begins.
const TITLES: [&str; 7] = [
    "remarks",
    "press availability",
    "joint press",
    "press conference",
    "media availability",
    "statements",
    "comments",
];
/// What tells that it was beside a meeting, and what they met for.
const BESIDE: [&str; 6] = [
    " before ",
    " after ",
    " following ",
    " prior to ",
    " ahead of ",
    " at the top of ",
];
const MEETINGS: [&str; 6] = ["meeting", "talks", "lunch", "dinner", "summit", "bilateral"];

/// In so many lines the title stands, and so many below it tell who speaks and where.
const LINES: usize = 6;
const BELOW: usize = 7;
/// No line of a head is longer, in bytes.
const LONGEST: usize = 160;

/// The meeting that the title of a transcript tells.
pub(super) fn meeting(page: &Page<'_>, people: &People, dct: Option<DateRange>) -> Option<Draft> {
    let day = dct.filter(|dct| dct.days() == 1)?;
    let lines = head(page.text());
    let (at, title) = lines.iter().take(LINES).enumerate().find(|(_, line)| {
        let words = line.of(page.text()).to_lowercase();
        if !TITLES.iter().any(|title| words.starts_with(title)) {
            return false;
        }
        let beside = BESIDE.iter().find_map(|word| words.split_once(word));
        beside.is_some_and(|(_, rest)| MEETINGS.iter().any(|noun| rest.contains(noun)))
    })?;
    let mut present: Vec<usize> = Vec::new();
    let mut add = |span: Span, most: usize| {
        let named = people.namings_in(span).iter();
        for &person in named.flat_map(|naming| &naming.entities).take(most) {
            if !present.contains(&person) {
                present.push(person);
            }
        }
        present.len()
    };
    let titled = add(*title, usize::MAX);
    let below = lines.get(at + 1..).unwrap_or_default();
    let below = below.iter().take(BELOW);
    // "Remarks With A": who speaks stands below.
    if find(&title.of(page.text()).to_lowercase(), " with ").is_some() {
        for line in below.clone() {
            if add(*line, 1) > titled {
                break;
            }
        }
    }
    let countries = people.states(&present);
    if titled == 0 || countries.len() < 2 {
        return None;
    }
    let place = below
        .flat_map(|line| page.mentions_in(*line))
        .find_map(|mention| mention.meaning.place);
    let place = place.or(page.dateline).map(PlaceRef::Known);
    Some(Draft {
        people: present,
        countries,
        places: place.into_iter().collect(),
        ..Draft::of_head(
            day,
            *title,
            "meeting-remarks: a meeting told by the title of what was said beside it",
            "its title tells of remarks beside a meeting; the document is dated",
        )
    })
}

/// The first lines of a text that are short and not empty.
fn head(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let span = Span::new(start + lead, start + line.trim_end().len().max(lead));
        start += line.len();
        if span.len() > LONGEST || lines.len() > LINES + BELOW {
            break;
        }
        if !span.is_empty() {
            lines.push(span);
        }
    }
    lines
}
