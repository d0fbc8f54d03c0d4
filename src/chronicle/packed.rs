//! Events in little memory: as bytes, of which an event is made when somebody looks at one.
//!
//! An [`Event`] is lists and strings, more than half a kilobyte for a line of a table. Packed it is
//! its [`postcard`] encoding, in blocks that are shared and never change once they are full, and
//! sixteen bytes that say where it is and on which days. So days, order and keys are known without
//! making an event. Rows that come packed already, such as the record's, are a block of their own.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::{Event, Kind, SourceRef, Status};
use crate::document::DocId;
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
    Bytes { bytes: Vec<u8>, teller: DocId },
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
    pub fn push(&mut self, event: &Event) {
        let entry = self.encode(event);
        self.entries.push(entry);
    }

    /// Puts an event in the place of another. The memory of that one is not used again.
    ///
    /// # Panics
    /// If there are not so many events.
    pub fn replace(&mut self, at: usize, event: &Event) {
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
            if let Block::Bytes {
                bytes,
                teller: open,
            } = block
            {
                bytes.shrink_to_fit();
                *open = teller;
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
            Block::Bytes { bytes, teller } => {
                let mut event: Event = decode(bytes, entry.at);
                for told in &mut event.attestations {
                    if told.source == Self::TELLER {
                        told.source = SourceRef::Document(*teller);
                    }
                }
                Some(event)
            }
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
        self.entries.partition_point(|entry| entry.range.is_some())
    }

    /// Kind and status of an event of bytes. Makes none.
    pub(super) fn sort_of(&self, at: usize) -> Option<(Kind, Status)> {
        let entry = self.entries.get(at)?;
        match &*self.blocks[entry.block as usize] {
            Block::Rows(_) => None,
            Block::Bytes { bytes, .. } => {
                let head: Head<'_> = decode(bytes, entry.at);
                Some((head.kind, head.status))
            }
        }
    }

    fn key_of(&self, entry: Entry) -> &str {
        match &*self.blocks[entry.block as usize] {
            Block::Rows(rows) => rows.key(entry.at as usize),
            Block::Bytes { bytes, .. } => decode(bytes, entry.at),
        }
    }

    /// Adds the bytes of an event to the last block.
    fn encode(&mut self, event: &Event) -> Entry {
        let bytes = self.open();
        let at = bytes.len() as u32;
        *bytes = postcard::to_extend(event, std::mem::take(bytes))
            .expect("a list of bytes takes the bytes of any event");
        Entry {
            range: event.range(),
            block: self.blocks.len() as u32 - 1,
            at,
        }
    }

    /// The bytes of the last block, or of a new one if that is full, shared or of rows.
    fn open(&mut self) -> &mut Vec<u8> {
        let last = self.blocks.last_mut().and_then(Arc::get_mut);
        let open = matches!(last, Some(Block::Bytes { bytes, .. }) if bytes.len() < BLOCK);
        if !open {
            self.blocks.push(Arc::new(Block::Bytes {
                bytes: Vec::new(),
                teller: OPEN,
            }));
        }
        match self.blocks.last_mut().and_then(Arc::get_mut) {
            Some(Block::Bytes { bytes, .. }) => bytes,
            _ => unreachable!("it is open or new"),
        }
    }
}

impl Extend<Event> for Packed {
    fn extend<I: IntoIterator<Item = Event>>(&mut self, events: I) {
        for event in events {
            self.push(&event);
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

fn decode<'b, T: Deserialize<'b>>(bytes: &'b [u8], at: u32) -> T {
    let own = bytes.get(at as usize..).unwrap_or_default();
    postcard::take_from_bytes(own).expect(WHOLE).0
}

#[cfg(test)]
mod tests;
