//! From a chronicle to its index, in one pass over the events and one over their features.

use std::collections::HashMap;

use super::dictionary::Builder;
use super::entity::{Entity, EntityId, Thing};
use super::lexicon::{KINDS, STATUSES, is_common};
use super::names;
use super::postings::{Lists, Postings};
use super::words::words;
use super::{Index, LONG};
use crate::chronicle::{
    Attestation, Chronicle, Event, EventId, OfficeRow, PlaceRef, SourceRef, SourceRow, TopicRow,
    Who,
};
use crate::document::DocId;
use crate::gazetteer::Gazetteer;

/// Marks the provisional number of an entity among those of terms, which stand above it.
const ENTITY: u32 = 1;

/// So many events are listed together, by provisional numbers: each such list goes when it is renamed.
const TOGETHER: u32 = 1 << 12;

pub(super) fn build(chronicle: &Chronicle) -> Index {
    let mut build = Build::new(chronicle);
    let mut events: Vec<Lists> = Vec::new();
    for event in chronicle.events() {
        build.event(&event);
        if events.last().is_none_or(|some| some.len() >= TOGETHER) {
            events.push(Lists::default());
        }
        if let Some(some) = events.last_mut() {
            some.push(&mut build.own);
        }
        build.own.clear();
    }
    let Build {
        dictionary, things, ..
    } = build;
    let mut order: Vec<u32> = (0..things.len() as u32).collect();
    order.sort_unstable_by(|&a, &b| things[a as usize].cmp(&things[b as usize]));
    let mut ids = vec![EntityId(0); things.len()];
    for (id, &number) in (0u32..).zip(&order) {
        ids[number as usize] = EntityId(id);
    }
    let (dictionary, ranks) = dictionary.finish(&order);
    let entities: Vec<Entity> = order
        .iter()
        .map(|&number| {
            let thing = things[number as usize].clone();
            let name = names::shown(chronicle, &thing).into();
            Entity { thing, name }
        })
        .collect();
    drop(things);
    let terms_from = entities.len() as u32;
    let features = entities.len() + dictionary.len() as usize;
    let postings = Postings::build(events, features, |number| {
        if number & ENTITY == 0 {
            terms_from + ranks[(number >> 1) as usize]
        } else {
            ids[(number >> 1) as usize].0
        }
    });
    let long = chronicle
        .ids()
        .zip(chronicle.ranges())
        .filter(|(_, range)| range.days() > LONG)
        .map(|(id, _)| id)
        .collect::<Vec<EventId>>();
    Index {
        events: chronicle.len() as u32,
        dictionary,
        entities,
        postings,
        long,
    }
}

/// Where the provisional numbers of the things of each table begin.
struct Bases {
    countries: u32,
    topics: u32,
    offices: u32,
    places: u32,
    officials: u32,
    sources: u32,
    documents: u32,
}

struct Build<'a> {
    chronicle: &'a Chronicle,
    dictionary: Builder,
    things: Vec<Thing>,
    bases: Bases,
    named_people: HashMap<Box<str>, u32>,
    named_places: HashMap<Box<str>, u32>,
    /// The features of the event that is looked at, by provisional numbers.
    own: Vec<u32>,
    buffer: String,
}

impl<'a> Build<'a> {
    fn new(chronicle: &'a Chronicle) -> Self {
        let gazetteer = chronicle.gazetteer();
        let mut things: Vec<Thing> = Vec::new();
        things.extend(KINDS.iter().map(|(kind, _)| Thing::Kind(*kind)));
        things.extend(STATUSES.iter().map(|(status, _)| Thing::Status(*status)));
        let mut base = |more: &mut dyn Iterator<Item = Thing>| {
            let first = things.len() as u32;
            things.extend(more);
            first
        };
        let names = gazetteer.names();
        let rows = |count: usize| 0..count as u32;
        let bases = Bases {
            countries: base(&mut gazetteer.countries().map(|(row, _)| Thing::Country(row))),
            topics: base(&mut rows(names.topics.len()).map(|row| Thing::Topic(TopicRow(row)))),
            offices: base(&mut rows(names.offices.len()).map(|row| Thing::Office(OfficeRow(row)))),
            places: base(&mut gazetteer.places().map(|(row, _)| Thing::Place(row))),
            officials: base(&mut gazetteer.officials().map(|(row, _)| Thing::Official(row))),
            sources: base(&mut rows(names.sources.len()).map(|row| Thing::Source(SourceRow(row)))),
            documents: base(
                &mut rows(chronicle.documents().len()).map(|doc| Thing::Document(DocId(doc))),
            ),
        };
        let mut dictionary = Builder::default();
        for thing in &things {
            names::add(chronicle, thing, &mut dictionary);
        }
        Self {
            chronicle,
            dictionary,
            things,
            bases,
            named_people: HashMap::new(),
            named_places: HashMap::new(),
            own: Vec::new(),
            buffer: String::new(),
        }
    }

    fn entity(&mut self, number: u32) {
        self.own.push(number << 1 | ENTITY);
    }

    fn event(&mut self, event: &Event) {
        let gazetteer = self.chronicle.gazetteer();
        // KINDS and STATUSES begin the list of things, in the order of the enums.
        let kinds = KINDS.len() as u32;
        self.entity(event.kind as u32);
        self.entity(kinds + status_number(event.status));
        for country in &event.countries {
            self.entity(self.bases.countries + country.0);
        }
        for topic in &event.topics {
            self.entity(self.bases.topics + topic.0);
        }
        for place in &event.places {
            self.place(place, gazetteer);
        }
        self.participants(event, gazetteer);
        for attestation in &event.attestations {
            match attestation.source {
                SourceRef::Record(row) => self.entity(self.bases.sources + row.0),
                SourceRef::Document(doc) if doc.index() < self.chronicle.documents().len() => {
                    self.entity(self.bases.documents + doc.0);
                }
                // A document that is not among the chronicle's has no name.
                SourceRef::Document(_) => {}
            }
        }
        self.text(&event.title);
        self.text(&event.summary);
        for attestation in &event.attestations {
            self.quote(attestation);
        }
    }

    fn place(&mut self, place: &PlaceRef, gazetteer: Gazetteer) {
        match place {
            PlaceRef::Known(row) => {
                let mut next = Some(*row);
                // Places lie within one another a few levels deep at most.
                for _ in 0..8 {
                    let Some(row) = next else { break };
                    self.entity(self.bases.places + row.0);
                    next = gazetteer.place(row).within;
                }
            }
            PlaceRef::Named(name) => {
                let known = self.named_places.get(name.as_str()).copied();
                let number = known.unwrap_or_else(|| {
                    let number = self.new_thing(Thing::NamedPlace(name.as_str().into()));
                    self.named_places.insert(name.as_str().into(), number);
                    number
                });
                self.entity(number);
            }
        }
    }

    fn participants(&mut self, event: &Event, gazetteer: Gazetteer) {
        let on = event.range();
        for participant in &event.participants {
            match &participant.who {
                Who::Official(row) => {
                    self.entity(self.bases.officials + row.0);
                    let official = gazetteer.official(*row);
                    for tenure in on.into_iter().flat_map(|on| official.offices(on)) {
                        self.entity(self.bases.offices + tenure.office.0);
                    }
                }
                Who::Named(name) => {
                    let known = self.named_people.get(name.as_str()).copied();
                    let number = known.unwrap_or_else(|| {
                        let number = self.new_thing(Thing::NamedPerson(name.as_str().into()));
                        self.named_people.insert(name.as_str().into(), number);
                        number
                    });
                    self.entity(number);
                }
            }
            if let Some(role) = &participant.role {
                self.text(role);
            }
        }
    }

    fn new_thing(&mut self, thing: Thing) -> u32 {
        let number = self.things.len() as u32;
        names::add(self.chronicle, &thing, &mut self.dictionary);
        self.things.push(thing);
        number
    }

    fn quote(&mut self, attestation: &Attestation) {
        if let Some(quote) = self.chronicle.quote(attestation) {
            self.text(quote);
        }
    }

    fn text(&mut self, text: &str) {
        let (dictionary, own) = (&mut self.dictionary, &mut self.own);
        words(text, &mut self.buffer, &mut |word| {
            if !is_common(word) {
                own.push(dictionary.intern(word) << 1);
            }
        });
    }
}

/// The place of a status in [`STATUSES`].
fn status_number(status: crate::chronicle::Status) -> u32 {
    status as u32
}
