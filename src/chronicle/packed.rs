//! Events in little memory: as bytes, of which an event is made when somebody looks at one.
//!
//! An [`Event`] is lists and strings, more than half a kilobyte for a line of a table. Packed it is
//! its [`postcard`] encoding, in blocks that are shared and never change once they are full, and
//! sixteen bytes that say where it is and on which days. So days, order and keys are known without
//! making an event. Why an event was read as it was, is told in the same few ways of all: that stands
//! behind the event, as [`Phrases`]. Rows that come packed already, such as the record's, are a block of
//! their own.

use std::fmt;
use std::mem::take;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Event, Evidence, Kind, SourceRef, Status, Str};
use crate::document::DocId;
use crate::text::{Phrase, Phrases};
use crate::time::{DateRange, Edtf};

/// A block is closed when it has so many bytes.
const BLOCK: usize = 1 << 20;

/// The document that tells the events of a block, as long as it is not known.
const OPEN: DocId = DocId(u32::MAX);

const WHOLE: &str = "the bytes of a block are events that were encoded there";

/// Events that come packed in a form of their own. All are dated, and in the order of a chronicle.
pub trait Rows: fmt::Debug + Send + Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// First and last possible day of one, below [`Rows::count`]. Costs less than the event.
    fn range(&self, at: usize) -> DateRange;

    /// The stable key of one, below [`Rows::count`].
    fn key(&self, at: usize) -> &'static str;

    /// One, below [`Rows::count`]. The same at every call.
    fn event(&self, at: usize) -> Event;
}

/// A list of events, each of which is made when it is looked at. Cloning it shares the events.
#[derive(Debug, Clone, Default)]
pub struct Packed {
    blocks: Vec<Arc<Block>>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
enum Block {
    Rows(&'static dyn Rows),
    Bytes(Bytes),
}

/// Events, one after the other.
#[derive(Debug)]
struct Bytes {
    encoded: Vec<u8>,
    phrases: Phrases,
    teller: DocId,
}

/// Where an event is, and when it was.
#[derive(Debug, Clone, Copy)]
struct Entry {
    range: Option<DateRange>,
    block: u32,
    at: u32,
}

/// How the encoding of an event begins.
#[derive(Deserialize)]
struct Head<'b> {
    #[serde(rename = "key")]
    _key: &'b str,
    #[serde(rename = "date")]
    _date: Option<Edtf>,
    kind: Kind,
    status: Status,
}

/// What stands behind an event: for each of its evidence the rule and the reasons.
#[derive(Serialize, Deserialize)]
struct Why<'b> {
    #[serde(borrow)]
    rule: Phrase<'b>,
    #[serde(borrow)]
    because: Vec<Phrase<'b>>,
}

impl Packed {
    /// In the attestations of an event that is given to [`Packed::push`]: the document that
    /// [`Packed::told_by`] will name.
    pub const TELLER: SourceRef = SourceRef::Document(OPEN);

    /// Rows that are packed already.
    pub fn of_rows(rows: &'static dyn Rows) -> Self {
        let entry = |at: usize| Entry {
            range: Some(rows.range(at)),
            block: 0,
            at: at as u32,
        };
        Self {
            blocks: vec![Arc::new(Block::Rows(rows))],
            entries: (0..rows.count()).map(entry).collect(),
        }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds an event.
    pub fn push(&mut self, event: Event) {
        let entry = self.encode(event);
        self.entries.push(entry);
    }

    /// Puts an event in the place of another. The memory of that one is not used again.
    ///
    /// # Panics
    /// If there are not so many events.
    pub fn replace(&mut self, at: usize, event: Event) {
        self.entries[at] = self.encode(event);
    }

    /// Adds all events of another list behind its own.
    pub fn append(&mut self, other: Self) {
        let first = self.blocks.len() as u32;
        self.blocks.extend(other.blocks);
        let moved = other.entries.into_iter().map(|entry| Entry {
            block: entry.block + first,
            ..entry
        });
        self.entries.extend(moved);
    }

    /// Says which document it is that tells the events of [`Packed::TELLER`].
    #[must_use]
    pub fn told_by(mut self, teller: DocId) -> Self {
        for block in self.blocks.iter_mut().filter_map(Arc::get_mut) {
            if let Block::Bytes(own) = block {
                own.close();
                own.teller = teller;
            }
        }
        self
    }

    /// First and last possible day of an event. Makes none.
    pub fn range(&self, at: usize) -> Option<DateRange> {
        self.entries.get(at)?.range
    }

    /// The stable key of an event. Makes none but of the record's rows.
    pub fn key(&self, at: usize) -> Option<&str> {
        Some(self.key_of(*self.entries.get(at)?))
    }

    /// An event, made anew.
    pub fn get(&self, at: usize) -> Option<Event> {
        let entry = self.entries.get(at)?;
        match &*self.blocks[entry.block as usize] {
            Block::Rows(rows) => Some(rows.event(entry.at as usize)),
            Block::Bytes(own) => Some(own.event(entry.at)),
        }
    }

    /// Whether an event is one of rows that came packed, of which there are few.
    pub(super) fn is_row(&self, at: usize) -> bool {
        let block = self
            .entries
            .get(at)
            .map(|entry| &*self.blocks[entry.block as usize]);
        matches!(block, Some(Block::Rows(_)))
    }

    /// Leaves out the events that `keep`, which is asked for each in turn, does not want.
    pub fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let mut at = 0;
        self.entries.retain(|_| {
            at += 1;
            keep(at - 1)
        });
    }

    /// Puts the events into the order of a chronicle, and says how many are dated.
    pub(super) fn sort(&mut self) -> usize {
        let rank = |entry: &Entry| (entry.range.is_none(), entry.range, self.key_of(*entry));
        let mut ranked: Vec<_> = self
            .entries
            .iter()
            .map(|entry| (rank(entry), *entry))
            .collect();
        // The record's come in their order: a sort that sees it has to place only the others.
        ranked.sort_by_key(|(rank, _)| *rank);
        self.entries = ranked.into_iter().map(|(_, entry)| entry).collect();
        // It may have been collected where the ranks were, which take three times as much.
        self.entries.shrink_to_fit();
        self.entries.partition_point(|entry| entry.range.is_some())
    }

    /// Kind and status of an event of bytes. Makes none.
    pub(super) fn sort_of(&self, at: usize) -> Option<(Kind, Status)> {
        let entry = self.entries.get(at)?;
        match &*self.blocks[entry.block as usize] {
            Block::Rows(_) => None,
            Block::Bytes(own) => {
                let head: Head<'_> = own.decode(entry.at);
                Some((head.kind, head.status))
            }
        }
    }

    fn key_of(&self, entry: Entry) -> &str {
        match &*self.blocks[entry.block as usize] {
            Block::Rows(rows) => rows.key(entry.at as usize),
            Block::Bytes(own) => own.decode(entry.at),
        }
    }

    /// Adds the bytes of an event to the last block.
    fn encode(&mut self, event: Event) -> Entry {
        Entry {
            range: event.range(),
            at: self.open().add(event),
            block: self.blocks.len() as u32 - 1,
        }
    }

    /// The bytes of the last block, or of a new one if that is full, shared or of rows.
    fn open(&mut self) -> &mut Bytes {
        let last = self.blocks.last_mut().and_then(Arc::get_mut);
        let open = match last {
            Some(Block::Bytes(own)) if own.encoded.len() < BLOCK => true,
            Some(Block::Bytes(full)) => {
                full.close();
                false
            }
            Some(Block::Rows(_)) | None => false,
        };
        if !open {
            self.blocks.push(Arc::new(Block::Bytes(Bytes {
                encoded: Vec::new(),
                phrases: Phrases::default(),
                teller: OPEN,
            })));
        }
        match self.blocks.last_mut().and_then(Arc::get_mut) {
            Some(Block::Bytes(own)) => own,
            _ => unreachable!("it is open or new"),
        }
    }
}

impl Extend<Event> for Packed {
    fn extend<I: IntoIterator<Item = Event>>(&mut self, events: I) {
        for event in events {
            self.push(event);
        }
    }
}

impl FromIterator<Event> for Packed {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        let mut packed = Self::default();
        packed.extend(events);
        packed
    }
}

impl Bytes {
    /// Adds an event, and says where it begins.
    fn add(&mut self, mut event: Event) -> u32 {
        let at = self.encoded.len() as u32;
        let told: Vec<(Str<'_>, Vec<String>)> = evidence(&mut event)
            .map(|evidence| (take(&mut evidence.rule), take(&mut evidence.because)))
            .collect();
        let mut part = |sentence| self.phrases.part(sentence);
        let why: Vec<Why<'_>> = told
            .iter()
            .map(|(rule, because)| Why {
                rule: part(rule),
                because: because.iter().map(|reason| part(reason)).collect(),
            })
            .collect();
        self.encoded = postcard::to_extend(&(event, why), take(&mut self.encoded))
            .expect("a list of bytes takes the bytes of any event");
        at
    }

    /// The event that begins there.
    fn event(&self, at: u32) -> Event {
        let (mut event, why): (Event, Vec<Why<'_>>) = self.decode(at);
        for (evidence, why) in evidence(&mut event).zip(why) {
            let whole = |phrase: &Phrase<'_>| self.phrases.whole(phrase);
            evidence.rule = whole(&why.rule).into();
            evidence.because = why.because.iter().map(whole).collect();
        }
        for told in &mut event.attestations {
            if told.source == Packed::TELLER {
                told.source = SourceRef::Document(self.teller);
            }
        }
        event
    }

    /// What begins there.
    fn decode<'b, T: Deserialize<'b>>(&'b self, at: u32) -> T {
        let own = self.encoded.get(at as usize..).unwrap_or_default();
        postcard::take_from_bytes(own).expect(WHOLE).0
    }

    /// Gives back what only adding needs.
    fn close(&mut self) {
        self.encoded.shrink_to_fit();
        self.phrases.close();
    }
}

/// What an event that was read rests on.
fn evidence(event: &mut Event) -> impl Iterator<Item = &mut Evidence> {
    let told = event.attestations.iter_mut();
    told.filter_map(|told| told.evidence.as_deref_mut())
}

#[cfg(test)]
mod tests;
