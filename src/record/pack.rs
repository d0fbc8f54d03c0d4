//! The record as bytes: one text, and numbers that point into it.
//!
//! Decoding happens at every start, before the first screen, so it does as little as it can: the
//! compiler has checked the text, equal strings stand in it once, and a string in a row is a place
//! and a length. Numbers are LEB128. `build.rs` writes what this module reads.

mod bytes;

use super::schema::{Brief, Event, Names, Record};
use super::text::Str;
use crate::time::{Date, DateRange};
use bytes::{Pack, Packer, Unpacker};

/// Bytes that are no record: cut short, or made by another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not a record")]
pub struct NotARecord;

/// A record in bytes, in the parts that are read apart: start needs the names as tables and the
/// days of all events, but few of the events, and nobody needs the documents until they are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed<T, B> {
    /// Every string, each once.
    pub text: T,
    /// The tables that events refer to.
    pub names: B,
    /// Of each event its first and last possible day, and where it begins among the events: three
    /// numbers of four bytes, the lowest first. A day is its year and its number in the year, which
    /// costs least to read: start reads them all.
    pub heads: B,
    /// The events in order.
    pub events: B,
    /// The briefs.
    pub documents: B,
}

/// Bytes of a head.
const HEAD: usize = 12;
/// Bits that hold the number of a day in its year.
const DAY_BITS: u32 = 9;

fn head_of(day: Date) -> i32 {
    day.year() << DAY_BITS | day.day_of_year().cast_signed()
}

fn day_of(head: u32) -> Option<Date> {
    let year = head.cast_signed() >> DAY_BITS;
    Date::of_year(year, head & ((1 << DAY_BITS) - 1))
}

/// The bytes that the functions of [`Packed`] read.
pub fn encode(record: &Record<'_>) -> Packed<String, Vec<u8>> {
    let mut out = Packer::default();
    record.names.put(&mut out);
    let names = std::mem::take(&mut out.rows);
    record.documents.put(&mut out);
    let documents = std::mem::take(&mut out.rows);
    let mut heads = Vec::with_capacity(record.events.len() * HEAD);
    for event in &record.events {
        let days = event.range();
        heads.extend(head_of(days.first()).to_le_bytes());
        heads.extend(head_of(days.last()).to_le_bytes());
        heads.extend((out.rows.len() as u32).to_le_bytes());
        event.put(&mut out);
    }
    Packed {
        text: out.text,
        names,
        heads,
        events: out.rows,
        documents,
    }
}

impl Packed<String, Vec<u8>> {
    /// The same bytes, kept for as long as the program runs.
    pub fn leak(self) -> Packed<&'static str, &'static [u8]> {
        Packed {
            text: self.text.leak(),
            names: self.names.leak(),
            heads: self.heads.leak(),
            events: self.events.leak(),
            documents: self.documents.leak(),
        }
    }
}

impl<'a> Packed<&'a str, &'a [u8]> {
    /// The tables; their text is borrowed.
    pub fn names(self) -> Result<Names<'a>, NotARecord> {
        whole(self.text, self.names)
    }

    /// How many events there are.
    pub fn count(self) -> usize {
        self.heads.len() / HEAD
    }

    /// First and last possible day of an event.
    pub fn range(self, at: usize) -> Option<DateRange> {
        let [first, last, _] = self.head(at)?;
        DateRange::new(day_of(first)?, day_of(last)?)
    }

    /// An event by its place in the order.
    pub fn event(self, at: usize) -> Option<Event<'a>> {
        let [_, _, start] = self.head(at)?;
        Event::take(&mut Unpacker {
            text: self.text,
            rows: self.events.get(start as usize..)?,
        })
    }

    /// The id of an event, without the event.
    pub fn id(self, at: usize) -> Option<&'a str> {
        let [_, _, start] = self.head(at)?;
        let id = Str::take(&mut Unpacker {
            text: self.text,
            rows: self.events.get(start as usize..)?,
        })?;
        id.borrowed()
    }

    /// The briefs.
    pub fn documents(self) -> Result<Vec<Brief<'a>>, NotARecord> {
        whole(self.text, self.documents)
    }

    /// All of it.
    pub fn record(self) -> Result<Record<'a>, NotARecord> {
        let events = (0..self.count()).map(|at| self.event(at));
        Ok(Record {
            names: self.names()?,
            events: events.collect::<Option<_>>().ok_or(NotARecord)?,
            documents: self.documents()?,
        })
    }

    fn head(self, at: usize) -> Option<[u32; 3]> {
        let (head, _) = self.heads.get(at * HEAD..)?.split_first_chunk::<HEAD>()?;
        let number = |part: usize| {
            let bytes = head.get(part * 4..)?.first_chunk::<4>()?;
            Some(u32::from_le_bytes(*bytes))
        };
        Some([number(0)?, number(1)?, number(2)?])
    }
}

/// A value that fills its part to the last byte.
fn whole<'a, T: Pack<'a>>(text: &'a str, rows: &'a [u8]) -> Result<T, NotARecord> {
    let mut from = Unpacker { text, rows };
    T::take(&mut from)
        .filter(|_| from.rows.is_empty())
        .ok_or(NotARecord)
}
