//! Where does a term occur?
//!
//! An [`Index`] holds the distinct terms of a chronicle with their posting lists, the names by
//! which persons, places and the like are known, and for each event the list of its features. A
//! *feature* is an [`EntityId`] or a term; a term is a word in the form that [`key`] gives. The
//! index never answers queries itself: `search` does.

mod build;
mod chars;
mod dictionary;
mod entity;
mod lexicon;
mod names;
mod postings;
mod variants;
mod words;

pub use chars::mask;
pub use dictionary::{Dictionary, Member, TermId};
pub use entity::{Class, Entity, EntityId, Thing};
pub use lexicon::{is_common, kin, other_spelling};
pub use postings::{Feature, Postings};
pub use words::{key, keys, squash, words};

use crate::chronicle::{Chronicle, EventId};

/// The index of one chronicle.
#[derive(Debug, Clone)]
pub struct Index {
    events: u32,
    dictionary: Dictionary,
    entities: Vec<Entity>,
    postings: Postings,
    /// Events that last longer than [`LONG`] days, or whose date leaves so much open.
    long: Vec<EventId>,
}

/// An event that can begin more days than this before a range it falls into is listed apart.
pub(crate) const LONG: i64 = 31;

impl Index {
    /// Reads every event once.
    pub fn build(chronicle: &Chronicle) -> Self {
        build::build(chronicle)
    }

    /// How many events it covers.
    pub fn len(&self) -> u32 {
        self.events
    }

    /// Whether it covers no event.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// The distinct terms.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// What the entities are, by id.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// An entity by id.
    ///
    /// # Panics
    /// If the id is of another index.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// The entity of a thing, if the index knows it.
    pub fn find(&self, thing: &Thing) -> Option<EntityId> {
        let at = self
            .entities
            .binary_search_by(|entity| entity.thing.cmp(thing))
            .ok()?;
        Some(EntityId(at as u32))
    }

    /// Where features occur and which features an event has.
    pub fn postings(&self) -> &Postings {
        &self.postings
    }

    /// The feature of an entity.
    pub fn of_entity(&self, id: EntityId) -> Feature {
        Feature(id.0)
    }

    /// The feature of a term in a text.
    pub fn of_term(&self, id: TermId) -> Feature {
        Feature(self.entities.len() as u32 + id.0)
    }

    /// Events that may fall into a range that begins more than [`LONG`] days after them, in order.
    pub(crate) fn long_events(&self) -> &[EventId] {
        &self.long
    }

    /// Bytes of memory that the index takes, the chronicle's texts apart.
    pub fn bytes(&self) -> usize {
        self.dictionary.bytes()
            + self.postings.bytes()
            + self.entities.iter().map(Entity::bytes).sum::<usize>()
            + self.long.len() * size_of::<EventId>()
    }
}

#[cfg(test)]
mod tests;
