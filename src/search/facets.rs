//! How many of the hits are about whom, where, what and when.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Searcher;
use crate::chronicle::EventId;
use crate::index::{Class, Entity, Thing};
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

impl Searcher {
    /// Counts what the events are about. Linear in the events.
    pub fn facets(&self, events: impl IntoIterator<Item = EventId>) -> Facets {
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
        let mut facets = Facets::default();
        for (&count, entity) in counts.iter().zip(self.index.entities()) {
            if count == 0 {
                continue;
            }
            let list = match entity.class() {
                Class::Person => &mut facets.people,
                Class::Country => &mut facets.countries,
                Class::Place => &mut facets.places,
                Class::Kind => &mut facets.kinds,
                Class::Status => &mut facets.statuses,
                Class::Topic => &mut facets.topics,
                Class::Source => &mut facets.sources,
                Class::Office => continue,
            };
            list.push(FacetValue {
                name: entity.name.to_string(),
                count,
                term: self.term_of(entity),
            });
        }
        for list in [
            &mut facets.people,
            &mut facets.countries,
            &mut facets.places,
            &mut facets.kinds,
            &mut facets.statuses,
            &mut facets.topics,
            &mut facets.sources,
        ] {
            list.sort_by(|a, b| (Reverse(a.count), &a.name).cmp(&(Reverse(b.count), &b.name)));
        }
        facets.years = years
            .into_iter()
            .map(|(year, count)| FacetValue {
                name: year.to_string(),
                count,
                term: format!("in:{year:04}"),
            })
            .collect();
        facets
    }

    /// The condition that asks for a thing.
    fn term_of(&self, entity: &Entity) -> String {
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
            _ => &*entity.name,
        };
        condition(field, value)
    }
}
