//! Places: where things happened, on a map of the region.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::tables::{counted, told};
use super::{Entry, Scope, Thing, map, most_first};
use crate::app::detail::{Opens, Page};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, EventId};
use crate::query::{Field, condition};
use crate::record::{Place, PlaceRow};

pub(super) fn entries(library: &Library, scope: &Scope) -> Vec<Entry> {
    let gazetteer = library.chronicle.gazetteer();
    let entry = |(row, place): (PlaceRow, &Place<'_>)| {
        let count = scope.among(library, library.of_place(row)).count();
        let country = place.country.map(|row| gazetteer.country(row));
        let note = country
            .map_or("", |country| country.name.as_str())
            .to_owned();
        let names = [&place.native, &place.aliases];
        Entry::new(Thing::Place(row), &place.name, note, count, names)
    };
    most_first(gazetteer.places().map(entry))
}

/// The page of a place, with a map of at most so many lines.
pub(super) fn page(
    page: &mut Page,
    library: &Library,
    scope: &Scope,
    row: PlaceRow,
    height: usize,
) {
    let chronicle = &library.chronicle;
    let gazetteer = chronicle.gazetteer();
    let place = gazetteer.place(row);
    let points: Vec<map::Point> = gazetteer
        .places()
        .map(|(row, place)| map::Point {
            lat: place.lat,
            lon: place.lon,
            count: scope.among(library, library.of_place(row)).count(),
        })
        .filter(|point| point.count > 0)
        .collect();
    let here = map::Point {
        lat: place.lat,
        lon: place.lon,
        count: 0,
    };
    for line in map::draw(&points, here, page.width(), height) {
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
    let events: Vec<(EventId, Cow<'_, Event>)> = scope
        .among(library, library.of_place(row))
        .map(|id| (id, chronicle.look(id)))
        .collect();
    told(page, &events);
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    for participant in events.iter().flat_map(|(_, event)| &event.participants) {
        *people.entry(chronicle.name(participant)).or_default() += 1;
    }
    let there = condition(Field::Where, &place.name);
    let who = |name: &str| Opens::Search(format!("{there} {}", condition(Field::Who, name)));
    counted(page, "Who", &people, Role::Person, page.width(), who);
}
