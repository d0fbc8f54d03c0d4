//! How do annotations become events?
//!
//! The record's rows become events as they stand; documents are read sentence by sentence into
//! drafts: `page` (sentences, names, days) → `people` (who is meant) → `items`, `clauses`,
//! `happenings` (what is told) → `reader` (drafts: when, who, where, how sure) → `fold` (told
//! twice) → `assemble` (events) → `merge` (told by several). The same input gives the same
//! chronicle, whatever the number of threads.

mod assemble;
mod clauses;
mod dateline;
mod dct;
mod draft;
mod extracted;
mod fold;
mod happenings;
mod items;
mod lexicon;
mod memcon;
mod memory;
mod merge;
mod mood;
mod needs;
mod page;
mod people;
mod read;
mod reader;
mod record;
mod remarks;
mod rows;
mod title;
mod triggers;

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use crate::chronicle::{Chronicle, Packed};
use crate::document::{DocId, Document, Documents, EventRow, Table};
use crate::gazetteer::{Gazetteer, Matcher, Roster};
use crate::timex::TemporalTagger;
use lexicon::Lexicon;
use merge::Merger;

pub use extracted::{Extracted, ReadDocument, extracted};
pub use memory::{Memory, Understood};
pub use rows::RowReader;

/// What reading documents needs. Made once (some milliseconds), used by all threads.
pub struct Annotators<'a> {
    gazetteer: Gazetteer,
    matcher: Matcher,
    roster: Roster,
    tagger: &'a TemporalTagger,
    lexicon: Lexicon,
    memory: Option<&'a dyn Memory>,
}

impl fmt::Debug for Annotators<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Annotators").finish_non_exhaustive()
    }
}

impl<'a> Annotators<'a> {
    /// Annotators over the names of a gazetteer and a tagger of time expressions.
    pub fn new(gazetteer: Gazetteer, tagger: &'a TemporalTagger) -> Self {
        Self {
            gazetteer,
            matcher: Matcher::new(gazetteer),
            roster: Roster::new(gazetteer),
            tagger,
            lexicon: Lexicon::new(),
            memory: None,
        }
    }

    /// The same, asking `memory` before it reads a document.
    #[must_use]
    pub fn remembering(self, memory: Option<&'a dyn Memory>) -> Self {
        Self { memory, ..self }
    }

    /// The matcher of names.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }
}

/// The chronicle of the built-in record alone. Its events are made when they are looked at, so this
/// takes no time to speak of.
pub fn from_builtin() -> Chronicle {
    Chronicle::of_rows(
        Gazetteer::new(crate::record::names()),
        &crate::record::BuiltInEvents,
    )
}

/// The chronicle of a record alone: of rows whose names the gazetteer has.
pub fn from_record(
    gazetteer: Gazetteer,
    rows: impl Iterator<Item = crate::record::Event<'static>>,
) -> Chronicle {
    Chronicle::new(gazetteer, rows.map(record::event).collect(), Vec::new())
}

/// The chronicle of documents and rows, with the record or without it. `wanted` is asked once for
/// each document before it is read, from any thread: of those it does not want, nothing is told.
///
/// A document without a date of publication gets one where its contents tell.
pub fn compile(
    documents: Vec<Document>,
    rows: &[EventRow<'_>],
    annotators: &Annotators<'_>,
    record: bool,
    wanted: &(dyn Fn(DocId) -> bool + Sync),
) -> Chronicle {
    let tables = rows::tables(rows, annotators);
    let documents = documents.into_iter().collect();
    compile_tables(documents, tables, annotators, record, wanted)
}

/// So many documents for each thread are read before what they tell is merged with the rest and packed:
/// few enough for a processor to have it still at hand.
const AT_ONCE: usize = 64;

/// The same, of rows that a [`RowReader`] made events of as they were read.
pub fn compile_tables(
    documents: Documents,
    tables: Vec<Table<Packed>>,
    annotators: &Annotators<'_>,
    record: bool,
    wanted: &(dyn Fn(DocId) -> bool + Sync),
) -> Chronicle {
    let gazetteer = annotators.gazetteer;
    let known = if record {
        Packed::of_rows(&crate::record::BuiltInEvents)
    } else {
        Packed::default()
    };
    let mut merger = Merger::new(known, gazetteer);
    let at_once = AT_ONCE * rayon::current_num_threads();
    let mut unread = documents.unpacked();
    let mut documents = Documents::default();
    loop {
        let mut some: Vec<Document> = unread.by_ref().take(at_once).collect();
        if some.is_empty() {
            break;
        }
        let first = documents.len() as u32;
        let read: Vec<(DocId, Understood)> = memory::groups(&some, first)
            .into_par_iter()
            .flat_map_iter(|mut group| {
                group.retain(|(doc, _)| wanted(*doc));
                Understood::of(&group, annotators)
            })
            .collect();
        for (doc, understood) in read {
            if let Some(document) = some.get_mut(doc.index() - first as usize)
                && document.dct.is_none()
            {
                document.dct = understood.dct;
            }
            for event in understood.events {
                merger.tell(event);
            }
        }
        documents.extend(some);
    }
    for table in rows::events(tables, &mut documents) {
        merger.append(table);
    }
    let mut events = merger.finish();
    distinct_keys(&mut events);
    Chronicle::of_packed(gazetteer, events, documents)
}

/// Makes keys unique: the second of two equal ones gets a number.
fn distinct_keys(events: &mut Packed) {
    let key = |events: &Packed, at: u32| events.key(at as usize).unwrap_or_default().to_owned();
    let hash = |at: u32| {
        let mut hasher = DefaultHasher::new();
        events.key(at as usize).hash(&mut hasher);
        (hasher.finish(), at)
    };
    let mut hashes: Vec<(u64, u32)> = (0..events.len() as u32).map(hash).collect();
    hashes.sort_unstable();
    for run in hashes
        .chunk_by(|(a, _), (b, _)| a == b)
        .filter(|run| run.len() > 1)
    {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for &(_, at) in run {
            let key = key(events, at);
            let count = counts.entry(key).or_default();
            *count += 1;
            if let (2.., Some(mut event)) = (*count, events.get(at as usize)) {
                event.key = format!("{}-{count}", event.key).into();
                events.replace(at as usize, event);
            }
        }
    }
}
