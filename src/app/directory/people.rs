//! Officials: who held which office when, their events, counterparts and places.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::tables::{counted, stretch, told};
use super::{Entry, Scope, Thing, most_first};
use crate::app::detail::{Opens, Page};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, EventId, PlaceRef, Who};
use crate::query::{Field, condition};
use crate::record::{Official, OfficialRow, Tenure};
use crate::time::{Date, DateRange};

pub(super) fn entries(library: &Library, scope: &Scope) -> Vec<Entry> {
    let gazetteer = library.chronicle.gazetteer();
    let entry = |(row, official): (OfficialRow, &Official<'_>)| {
        let count = scope.among(library, library.of_official(row)).count();
        let office = official.tenures.last();
        let office = office.map_or("", |tenure| gazetteer.office(tenure.office).title.as_str());
        let code = gazetteer.country(official.country).code.as_str();
        let note = format!("{code} {office}").trim_end().to_owned();
        let names = [&official.native, &official.aliases];
        Entry::new(Thing::Official(row), &official.name, note, count, names)
    };
    most_first(gazetteer.officials().map(entry))
}

/// The events that all of them take part in.
pub(super) fn query(library: &Library, together: &[OfficialRow]) -> String {
    let gazetteer = library.chronicle.gazetteer();
    let names = together.iter().map(|row| &gazetteer.official(*row).name);
    let fields = std::iter::once(Field::Who).chain(std::iter::repeat(Field::With));
    let conditions: Vec<String> = fields
        .zip(names)
        .map(|(field, name)| condition(field, name))
        .collect();
    conditions.join(" ")
}

/// The page of one official, or of several together: who they are, what they took part in, with whom
/// else and where.
pub(super) fn page(page: &mut Page, library: &Library, scope: &Scope, together: &[OfficialRow]) {
    let width = page.width();
    let chronicle = &library.chronicle;
    for row in together {
        page.gap();
        person(page, library, *row, together.len() > 1);
    }
    let of = |row: &OfficialRow| library.of_official(*row);
    let others = together.get(1..).unwrap_or_default();
    let events: Vec<(EventId, Cow<'_, Event>)> = scope
        .among(library, together.first().map_or(&[], of))
        .filter(|id| others.iter().all(|row| of(row).binary_search(id).is_ok()))
        .map(|id| (id, chronicle.look(id)))
        .collect();
    page.heading("Events");
    told(page, &events);
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    let mut officials: BTreeMap<&str, OfficialRow> = BTreeMap::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, event) in &events {
        for other in &event.participants {
            let name = chronicle.name(other);
            if let Who::Official(row) = other.who {
                if together.contains(&row) {
                    continue;
                }
                officials.insert(name, row);
            }
            *people.entry(name).or_default() += 1;
        }
        for place in &event.places {
            if let PlaceRef::Known(_) = place {
                *places.entry(chronicle.place_name(place)).or_default() += 1;
            }
        }
    }
    let who = query(library, together);
    let with = |name: &str| match officials.get(name) {
        Some(row) => Opens::Together(*row),
        None => Opens::Search(format!("{who} {}", condition(Field::With, name))),
    };
    let there = |name: &str| Opens::Search(format!("{who} {}", condition(Field::Where, name)));
    counted(page, "With", &people, Role::Person, width, with);
    counted(page, "Where", &places, Role::Place, width, there);
}

/// Who an official is: with a name where the page is not theirs alone.
fn person(page: &mut Page, library: &Library, row: OfficialRow, named: bool) {
    let gazetteer = library.chronicle.gazetteer();
    let official = gazetteer.official(row);
    let native: Vec<&str> = official
        .native
        .iter()
        .map(crate::record::Str::as_str)
        .collect();
    let country = gazetteer.country(official.country).name.as_str();
    let (name, space) = if named {
        (official.name.as_str(), "  ")
    } else {
        ("", "")
    };
    page.wrapped(
        &[
            (Role::Person, name),
            (Role::Dim, space),
            (Role::Country, country),
            (Role::Dim, "  "),
            (Role::Text, &native.join(" · ")),
        ],
        0,
    );
    offices(page, library, official);
}

/// Every office, with the time it was held as a bar beside those of the others.
fn offices(page: &mut Page, library: &Library, official: &Official<'_>) {
    let gazetteer = library.chronicle.gazetteer();
    let Some((_, today)) = library.years() else {
        return;
    };
    let terms = || official.tenures.iter().map(Tenure::range);
    let end = |term: DateRange| match term.last() {
        Date::MAX => today.max(term.first().year()),
        last => last.year(),
    };
    let first = terms().map(|term| term.first().year()).min();
    let last = terms().map(end).max();
    let (Some(first), Some(last)) = (first, last) else {
        return;
    };
    let cells = if page.width() >= 56 { 24 } else { 12 };
    let starts = Date::new(first, 1, 1).zip(Date::new(last + 1, 1, 1));
    let Some((from, to)) = starts else { return };
    let day = |cell: i64| from.plus_days(to.days_since(from) * cell / cells);
    page.heading("Offices");
    let axis = format!("{first}{:>width$}", last, width = cells as usize - 4);
    page.indented(2, &[(Role::Dim, &axis)], 2);
    for tenure in &official.tenures {
        let acting = if tenure.acting { "acting " } else { "" };
        let title = format!("{acting}{}", gazetteer.office(tenure.office).title);
        page.wrapped(&[(Role::Office, &title)], 2);
        let term = tenure.range();
        let held = |cell: &i64| term.first() < day(cell + 1) && day(*cell) <= term.last();
        let before = (0..cells).take_while(|cell| !held(cell)).count();
        let during = (0..cells).filter(held).count();
        let after = cells as usize - before - during;
        let pieces = [
            (Role::Dim, "·".repeat(before)),
            (Role::Bar, "█".repeat(during)),
            (Role::Dim, "·".repeat(after)),
            (Role::Date, format!("  {}", stretch(term))),
        ];
        let pieces = pieces.each_ref().map(|(role, text)| (*role, text.as_str()));
        page.indented(2, &pieces, cells as usize + 4);
    }
}
