//! Officials: who held which office when, their events, counterparts and places.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Entry, Thing, bar, stretch};
use crate::app::detail::Page;
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, PlaceRef, Who};
use crate::record::OfficialRow;
use crate::text::cells;

/// Counterparts and places beyond these are left out.
const MOST: usize = 8;

fn took_part(event: &Event, row: OfficialRow) -> bool {
    event
        .participants
        .iter()
        .any(|participant| participant.who == Who::Official(row))
}

pub(super) fn entries(library: &Library) -> Vec<Entry> {
    let chronicle = &library.chronicle;
    let gazetteer = chronicle.gazetteer();
    let mut counts = vec![0usize; gazetteer.names().officials.len()];
    for event in chronicle.events() {
        for official in event.officials() {
            if let Some(count) = counts.get_mut(official.0 as usize) {
                *count += 1;
            }
        }
    }
    let mut entries: Vec<Entry> = gazetteer
        .officials()
        .map(|(row, official)| {
            let office = official
                .tenures
                .last()
                .map(|tenure| gazetteer.office(tenure.office));
            let code = gazetteer.country(official.country).code.as_str();
            let note = office.map_or_else(
                || code.to_owned(),
                |office| format!("{code} {}", office.title),
            );
            let mut aliases: Vec<&str> = official
                .native
                .iter()
                .map(crate::record::Str::as_str)
                .collect();
            aliases.extend(official.aliases.iter().map(crate::record::Str::as_str));
            let count = counts.get(row.0 as usize).copied().unwrap_or(0);
            Entry::new(
                Thing::Official(row),
                &official.name,
                note,
                count,
                &aliases.join(" "),
            )
        })
        .collect();
    entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    entries
}

pub(super) fn page(page: &mut Page, library: &Library, row: OfficialRow, width: usize) {
    let chronicle = &library.chronicle;
    let gazetteer = chronicle.gazetteer();
    let official = gazetteer.official(row);
    let native: Vec<&str> = official
        .native
        .iter()
        .map(crate::record::Str::as_str)
        .collect();
    let country = gazetteer.country(official.country).name.as_str();
    page.wrapped(&[(Role::Title, &official.name)], 0);
    page.wrapped(
        &[
            (Role::Country, country),
            (Role::Dim, "  "),
            (Role::Text, &native.join(" · ")),
        ],
        0,
    );
    if !official.tenures.is_empty() {
        page.heading("Offices");
    }
    for tenure in &official.tenures {
        let acting = if tenure.acting { "acting " } else { "" };
        let title = format!("{acting}{}", gazetteer.office(tenure.office).title);
        page.wrapped(&[(Role::Office, &title)], 2);
        page.indented(2, &[(Role::Date, &stretch(tenure.range()))], 4);
    }
    let events: Vec<Cow<'_, Event>> = chronicle
        .events()
        .filter(|event| took_part(event, row))
        .collect();
    page.heading("Events");
    let count = format!("{} in all", events.len());
    page.wrapped(
        &[(Role::Text, &count), (Role::Dim, " · Enter lists them")],
        0,
    );
    for (label, event) in [("first ", events.first()), ("last  ", events.last())] {
        if let Some(event) = event {
            told(page, label, event);
        }
    }
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for event in &events {
        for other in event
            .participants
            .iter()
            .filter(|other| other.who != Who::Official(row))
        {
            *people.entry(chronicle.name(other)).or_default() += 1;
        }
        for place in &event.places {
            if let PlaceRef::Known(_) = place {
                *places.entry(chronicle.place_name(place)).or_default() += 1;
            }
        }
    }
    counted(page, "With", &people, Role::Person, width);
    counted(page, "Where", &places, Role::Place, width);
}

/// An event on a line of a page.
pub(super) fn told(page: &mut Page, label: &str, event: &Event) {
    let date = event
        .date
        .map_or_else(|| "no date".to_owned(), |date| date.human());
    page.wrapped(
        &[
            (Role::Dim, label),
            (Role::Date, &date),
            (Role::Text, "  "),
            (Role::Text, &event.title),
        ],
        2 + label.len(),
    );
}

/// The most frequent with bars.
pub(super) fn counted(
    page: &mut Page,
    heading: &str,
    counts: &BTreeMap<&str, usize>,
    role: Role,
    width: usize,
) {
    let mut counts: Vec<(&str, usize)> =
        counts.iter().map(|(name, count)| (*name, *count)).collect();
    counts.sort_by_key(|(name, count)| (Reverse(*count), *name));
    counts.truncate(MOST);
    let Some(most) = counts.first().map(|(_, count)| *count) else {
        return;
    };
    page.heading(heading);
    let widest = counts
        .iter()
        .map(|(name, _)| cells(name))
        .max()
        .unwrap_or(0)
        .min(width / 2);
    for (name, count) in counts {
        let number = format!("{count:>5} ");
        let padding = " ".repeat(widest.saturating_sub(cells(name)));
        let room = width.saturating_sub(widest + 8).min(30);
        page.wrapped(
            &[
                (role, name),
                (Role::Text, &padding),
                (Role::Dim, &number),
                (Role::Bar, &bar(count, most, room)),
            ],
            2,
        );
    }
}
