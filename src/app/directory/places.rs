//! Places: where things happened, on a map of the region.

use std::borrow::Cow;
use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::people::{counted, told};
use super::{Entry, Scope, Thing, field, list, map};
use crate::app::detail::{Opens, Page};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, EventId, PlaceRef};
use crate::record::{Place, PlaceRow};

/// The places of events, each as often as it is named.
fn named<'a>(library: &'a Library, scope: &'a Scope) -> impl Iterator<Item = PlaceRow> + 'a {
    scope.events(library).flat_map(|(_, event)| {
        let known = event.places.iter().filter_map(|place| match place {
            PlaceRef::Known(row) => Some(*row),
            PlaceRef::Named(_) => None,
        });
        known.collect::<SmallVec<[PlaceRow; 4]>>()
    })
}

pub(super) fn entries(library: &Library, scope: &Scope) -> Vec<Entry> {
    let gazetteer = library.chronicle.gazetteer();
    let entry = |(row, place): (PlaceRow, &Place<'_>), count| {
        let country = place.country.map(|row| gazetteer.country(row));
        let note = country
            .map_or("", |country| country.name.as_str())
            .to_owned();
        let names = [&place.native, &place.aliases];
        Entry::new(Thing::Place(row), &place.name, note, count, names)
    };
    let named = named(library, scope).map(|row| row.0 as usize);
    list(gazetteer.places(), named, entry)
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
    let mut counts: BTreeMap<PlaceRow, usize> = BTreeMap::new();
    for row in named(library, scope) {
        *counts.entry(row).or_default() += 1;
    }
    let points: Vec<map::Point> = counts
        .into_iter()
        .map(|(row, count)| (gazetteer.place(row), count))
        .map(|(place, count)| map::Point {
            lat: place.lat,
            lon: place.lon,
            count,
        })
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
        .events(library)
        .filter(|(_, event)| event.places.contains(&PlaceRef::Known(row)))
        .collect();
    told(page, &events);
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    for participant in events.iter().flat_map(|(_, event)| &event.participants) {
        *people.entry(chronicle.name(participant)).or_default() += 1;
    }
    let there = field("where", &place.name);
    let who = |name: &str| Opens::Search(format!("{there} {}", field("who", name)));
    counted(page, "Who", &people, Role::Person, page.width(), who);
}
