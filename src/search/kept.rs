//! What the user keeps about events, as searches find it.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::chronicle::EventId;
use crate::index::{is_common, key, words};

/// What the user keeps about events of one chronicle: for `is:marked`, `has:note`, `tag:` and words
/// of notes and tags.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Events with a mark, in order.
    pub marked: Vec<EventId>,
    /// Events with a note, in order.
    pub noted: Vec<EventId>,
    /// Events in order, by the key of each of their tags.
    tags: BTreeMap<String, Vec<EventId>>,
    /// Events in order, by each word of their notes and tags.
    words: BTreeMap<String, Vec<EventId>>,
}

impl Kept {
    /// Adds what is kept about an event that was not added before; an empty note is none.
    pub fn add<'a>(
        &mut self,
        event: EventId,
        marked: bool,
        note: &str,
        tags: impl IntoIterator<Item = &'a str>,
    ) {
        if marked {
            insert(&mut self.marked, event);
        }
        if !note.is_empty() {
            insert(&mut self.noted, event);
        }
        self.add_words(event, note);
        for tag in tags {
            insert(self.tags.entry(key(tag)).or_default(), event);
            self.add_words(event, tag);
        }
    }

    fn add_words(&mut self, event: EventId, text: &str) {
        let by_word = &mut self.words;
        words(text, &mut String::new(), &mut |word| {
            if !is_common(word) {
                insert(by_word.entry(word.to_owned()).or_default(), event);
            }
        });
    }

    /// The events with a tag, in order; its case and separators do not matter.
    pub(super) fn tagged(&self, tag: &str) -> &[EventId] {
        self.tags.get(&key(tag)).map_or(&[], Vec::as_slice)
    }

    /// The events in order whose notes or tags have a word, or one that begins so.
    pub(super) fn with_word(&self, key: &str, beginning: bool) -> Vec<EventId> {
        let from = (Bound::Included(key), Bound::Unbounded);
        let from = self.words.range::<str, _>(from);
        let fits = |word: &String| word == key || (beginning && word.starts_with(key));
        let mut events: Vec<EventId> = from
            .take_while(|(word, _)| fits(word))
            .flat_map(|(_, events)| events.iter().copied())
            .collect();
        events.sort_unstable();
        events.dedup();
        events
    }
}

/// Puts an event where it belongs in the order; once.
fn insert(events: &mut Vec<EventId>, event: EventId) {
    if let Err(at) = events.binary_search(&event) {
        events.insert(at, event);
    }
}
