//! How the people of a document are called: whom a name means is looked up, not searched for, since a
//! text may name thousands.

use super::{Entity, Whom};
use crate::record::OfficialRow;
use crate::text::{WordMap, fold};

/// Entities by number, each list in the order in which the document names them first.
#[derive(Debug, Default)]
pub(super) struct Called {
    /// By their folded full names.
    names: WordMap<String, Whom>,
    /// By the folded words that can mean them alone.
    words: WordMap<String, Whom>,
    officials: WordMap<OfficialRow, usize>,
    closed: bool,
}

impl Called {
    /// Takes up the entity of the next number.
    pub(super) fn add(&mut self, at: usize, entity: &Entity) {
        put(&mut self.names, fold(&entity.name), at);
        if let Some(row) = entity.official {
            self.bear(at, row);
        }
    }

    /// Takes up another full name, folded, of an entity.
    pub(super) fn name(&mut self, at: usize, name: &str) {
        put(&mut self.names, name.to_owned(), at);
    }

    /// Takes up that one word, folded, can mean an entity.
    pub(super) fn call(&mut self, at: usize, word: String) {
        put(&mut self.words, word, at);
    }

    /// Says which official an entity is.
    pub(super) fn bear(&mut self, at: usize, row: OfficialRow) {
        self.officials.insert(row, at);
    }

    /// Says that all full names were read: those who are found later, by an office or a family name, give
    /// no word a further meaning.
    pub(super) fn close(&mut self) {
        self.closed = true;
    }

    /// Whether all full names were read.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    /// Takes up another name of an entity.
    pub(super) fn rename(&mut self, at: usize, old: &str, new: &str) {
        if let Some(bearers) = self.names.get_mut(&fold(old)) {
            bearers.retain(|bearer| *bearer != at);
        }
        put(&mut self.names, fold(new), at);
    }

    /// Those of a full name, given folded.
    pub(super) fn of_name(&self, name: &str) -> &[usize] {
        self.names.get(name).map_or(&[], Whom::as_slice)
    }

    /// Those whom a word, given folded, can mean.
    pub(super) fn of_word(&self, word: &str) -> &[usize] {
        self.words.get(word).map_or(&[], Whom::as_slice)
    }

    /// The entity of an official.
    pub(super) fn of_official(&self, row: OfficialRow) -> Option<usize> {
        self.officials.get(&row).copied()
    }
}

/// Adds an entity to a list, unless it is there.
fn put(lists: &mut WordMap<String, Whom>, key: String, at: usize) {
    let bearers = lists.entry(key).or_default();
    if let Err(place) = bearers.binary_search(&at) {
        bearers.insert(place, at);
    }
}
