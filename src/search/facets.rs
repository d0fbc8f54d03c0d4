//! How many of the hits are about whom, where, what and when.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::Searcher;
use crate::chronicle::EventId;
use crate::document::DocumentRef;
use crate::index::{Class, Entity, EntityId, Thing};
use crate::query::{Field, condition};

/// The counts of one result, each list with the most frequent first, then by name; years in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// Who took part.
    pub people: Vec<FacetValue>,
    /// Whose happening.
    pub countries: Vec<FacetValue>,
    /// Where.
    pub places: Vec<FacetValue>,
    /// What sort.
    pub kinds: Vec<FacetValue>,
    /// Whether it happened.
    pub statuses: Vec<FacetValue>,
    /// About what.
    pub topics: Vec<FacetValue>,
    /// Who says so.
    pub sources: Vec<FacetValue>,
    /// In which year it began.
    pub years: Vec<FacetValue>,
}

/// One value with its count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// As shown.
    pub name: String,
    /// In how many of the hits.
    pub count: u32,
    /// What to add to the query to keep only these; with a `-` before it, to leave them out.
    pub term: String,
}

/// In how many events a thing is, its name, and the thing: what comes first is the least.
type Counted<'a> = (Reverse<u32>, Cow<'a, str>, EntityId);

impl Searcher {
    /// Counts what the events are about, and gives at most so many values of each sort but years: a
    /// hundred thousand documents are as many sources. Linear in the events.
    pub fn facets(&self, events: impl IntoIterator<Item = EventId>, most: usize) -> Facets {
        let mut counts = vec![0u32; self.index.entities().len()];
        let mut years: BTreeMap<i32, u32> = BTreeMap::new();
        for event in events {
            for feature in self.index.postings().features(event) {
                let Some(count) = counts.get_mut(feature.0 as usize) else {
                    break;
                };
                *count += 1;
            }
            if let Some(range) = self.chronicle.range(event) {
                *years.entry(range.first().year()).or_insert(0) += 1;
            }
        }
        let mut found: BTreeMap<Class, BinaryHeap<Counted<'_>>> = BTreeMap::new();
        for (id, &count) in (0u32..).map(EntityId).zip(&counts) {
            if count > 0 {
                let first = found.entry(self.index.entity(id).class()).or_default();
                first.push((Reverse(count), self.name_of(id), id));
                if first.len() > most {
                    first.pop();
                }
            }
        }
        let mut values = |class: Class| {
            let first = found.remove(&class).unwrap_or_default();
            let value = |(Reverse(count), name, id): Counted<'_>| FacetValue {
                term: self.term_of(self.index.entity(id), &name),
                name: name.into_owned(),
                count,
            };
            first.into_sorted_vec().into_iter().map(value).collect()
        };
        Facets {
            people: values(Class::Person),
            countries: values(Class::Country),
            places: values(Class::Place),
            kinds: values(Class::Kind),
            statuses: values(Class::Status),
            topics: values(Class::Topic),
            sources: values(Class::Source),
            years: years
                .into_iter()
                .map(|(year, count)| FacetValue {
                    name: year.to_string(),
                    count,
                    term: format!("in:{year:04}"),
                })
                .collect(),
        }
    }

    /// The name of a thing as shown.
    pub(super) fn name_of(&self, id: EntityId) -> Cow<'_, str> {
        let entity = self.index.entity(id);
        match entity.thing {
            Thing::Document(doc) => {
                let document = self.chronicle.document(doc);
                document.map_or_else(Cow::default, DocumentRef::title)
            }
            _ => (*entity.name).into(),
        }
    }

    /// The condition that asks for a thing of that name.
    fn term_of(&self, entity: &Entity, name: &str) -> String {
        let gazetteer = self.chronicle.gazetteer();
        let field = match entity.class() {
            Class::Person | Class::Office => Field::Who,
            Class::Country => Field::Country,
            Class::Place => Field::Where,
            Class::Kind => Field::Kind,
            Class::Status => Field::Status,
            Class::Topic => Field::Topic,
            Class::Source => Field::Source,
        };
        let value = match &entity.thing {
            Thing::Country(row) => gazetteer.country(*row).code.as_str(),
            Thing::Source(row) => gazetteer.source(*row).id.as_str(),
            _ => name,
        };
        condition(field, value)
    }
}
