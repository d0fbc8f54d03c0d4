//! Places: where things happened, on a map of the region.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::people::{counted, told};
use super::{Entry, Thing, map};
use crate::app::detail::Page;
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, PlaceRef};
use crate::record::PlaceRow;

fn counts(library: &Library) -> Vec<usize> {
    let places = library.chronicle.gazetteer().names().places.len();
    let mut counts = vec![0usize; places];
    for event in library.chronicle.events() {
        for place in &event.places {
            if let PlaceRef::Known(row) = place
                && let Some(count) = counts.get_mut(row.0 as usize)
            {
                *count += 1;
            }
        }
    }
    counts
}

pub(super) fn entries(library: &Library) -> Vec<Entry> {
    let gazetteer = library.chronicle.gazetteer();
    let counts = counts(library);
    let mut entries: Vec<Entry> = gazetteer
        .places()
        .map(|(row, place)| {
            let country = place.country.map_or("", |row| {
                gazetteer.country(row).name.borrowed().unwrap_or_default()
            });
            let mut aliases: Vec<&str> = place
                .native
                .iter()
                .map(crate::record::Str::as_str)
                .collect();
            aliases.extend(place.aliases.iter().map(crate::record::Str::as_str));
            let count = counts.get(row.0 as usize).copied().unwrap_or(0);
            let note = country.to_owned();
            Entry::new(
                Thing::Place(row),
                &place.name,
                note,
                count,
                &aliases.join(" "),
            )
        })
        .collect();
    entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    entries
}

pub(super) fn page(
    page: &mut Page,
    library: &Library,
    row: PlaceRow,
    (width, height): (usize, usize),
) {
    let chronicle = &library.chronicle;
    let gazetteer = chronicle.gazetteer();
    let place = gazetteer.place(row);
    let points = gazetteer
        .places()
        .zip(counts(library))
        .filter(|(_, count)| *count > 0)
        .map(|((_, place), count)| map::Point {
            lat: place.lat,
            lon: place.lon,
            count,
        })
        .collect::<Vec<_>>();
    let here = map::Point {
        lat: place.lat,
        lon: place.lon,
        count: 0,
    };
    for line in map::draw(&points, here, width, height * 3 / 5) {
        page.line(line);
    }
    let native: Vec<&str> = place
        .native
        .iter()
        .map(crate::record::Str::as_str)
        .collect();
    let position = format!(
        "{:.1}°{} {:.1}°{}",
        place.lat.abs(),
        if place.lat < 0.0 { "S" } else { "N" },
        place.lon.abs(),
        if place.lon < 0.0 { "W" } else { "E" },
    );
    page.wrapped(
        &[
            (Role::Title, &place.name),
            (Role::Text, "  "),
            (Role::Text, &native.join(" · ")),
            (Role::Dim, "  "),
            (Role::Dim, &position),
        ],
        0,
    );
    let events: Vec<Cow<'_, Event>> = chronicle
        .events()
        .filter(|event| event.places.contains(&PlaceRef::Known(row)))
        .collect();
    let count = format!("{} events", events.len());
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
    for participant in events.iter().flat_map(|event| &event.participants) {
        *people.entry(chronicle.name(participant)).or_default() += 1;
    }
    counted(page, "Who", &people, Role::Person, width);
}
