//! The record as bytes: one text, and numbers that point into it.
//!
//! Decoding happens at every start, before the first screen, so it does as little as it can: the
//! compiler has checked the text, equal strings stand in it once, and a string in a row is a place
//! and a length. Numbers are LEB128. `build.rs` writes what this module reads.

use std::collections::HashMap;

use super::kinds::{Confidence, Field, Kind, OfficeKind, Scope, Status};
use super::schema::{
    Attestation, Brief, Country, CountryRow, Event, Inferred, Names, Office, OfficeRow, Official,
    OfficialRow, Participant, Place, PlaceRow, Record, Source, SourceRow, Tenure, Topic, TopicRow,
};
use super::text::Str;

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
    /// Of each event its days, and where it begins among the events: three numbers of four bytes,
    /// the lowest first.
    pub heads: B,
    /// The events in order.
    pub events: B,
    /// The briefs.
    pub documents: B,
}

/// Bytes of a head.
const HEAD: usize = 12;

/// The bytes that the functions of [`Packed`] read.
pub fn encode(record: &Record<'_>) -> Packed<String, Vec<u8>> {
    let mut out = Packer::default();
    record.names.put(&mut out);
    let names = std::mem::take(&mut out.rows);
    record.documents.put(&mut out);
    let documents = std::mem::take(&mut out.rows);
    let mut heads = Vec::with_capacity(record.events.len() * HEAD);
    for event in &record.events {
        heads.extend(event.days.0.to_le_bytes());
        heads.extend(event.days.1.to_le_bytes());
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

impl<'a> Packed<&'a str, &'a [u8]> {
    /// The tables; their text is borrowed.
    pub fn names(self) -> Result<Names<'a>, NotARecord> {
        whole(self.text, self.names)
    }

    /// How many events there are.
    pub fn count(self) -> usize {
        self.heads.len() / HEAD
    }

    /// First and last possible day of an event, as [`Event::days`].
    pub fn days(self, at: usize) -> Option<(i32, i32)> {
        let [first, last, _] = self.head(at)?;
        Some((first.cast_signed(), last.cast_signed()))
    }

    /// An event by its place in the order.
    pub fn event(self, at: usize) -> Option<Event<'a>> {
        let [_, _, start] = self.head(at)?;
        Event::take(&mut Unpacker {
            text: self.text,
            rows: self.events.get(start as usize..)?,
        })
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

#[derive(Default)]
struct Packer {
    text: String,
    seen: HashMap<String, usize>,
    rows: Vec<u8>,
}

struct Unpacker<'a> {
    text: &'a str,
    rows: &'a [u8],
}

/// What can be written and read back.
trait Pack<'a>: Sized {
    fn put(&self, out: &mut Packer);
    fn take(from: &mut Unpacker<'a>) -> Option<Self>;
}

impl Packer {
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.rows.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.rows.push(number as u8);
    }
}

impl Unpacker<'_> {
    #[inline]
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let (byte, rest) = self.rows.split_first()?;
            self.rows = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

impl<'a> Pack<'a> for u32 {
    fn put(&self, out: &mut Packer) {
        out.number(*self);
    }

    #[inline]
    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        from.number()
    }
}

impl<'a> Pack<'a> for bool {
    fn put(&self, out: &mut Packer) {
        out.number(u32::from(*self));
    }

    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        Some(from.number()? != 0)
    }
}

impl<'a> Pack<'a> for f32 {
    fn put(&self, out: &mut Packer) {
        out.rows.extend_from_slice(&self.to_le_bytes());
    }

    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        let (bytes, rest) = from.rows.split_first_chunk::<4>()?;
        from.rows = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

/// First and last day: the first, and how many days later the last.
impl<'a> Pack<'a> for (i32, i32) {
    fn put(&self, out: &mut Packer) {
        out.number(self.0.cast_unsigned());
        out.number(self.1.wrapping_sub(self.0).cast_unsigned());
    }

    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        let first = from.number()?.cast_signed();
        Some((first, first.wrapping_add(from.number()?.cast_signed())))
    }
}

impl<'a> Pack<'a> for [f32; 4] {
    fn put(&self, out: &mut Packer) {
        for side in self {
            side.put(out);
        }
    }

    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        Some([
            f32::take(from)?,
            f32::take(from)?,
            f32::take(from)?,
            f32::take(from)?,
        ])
    }
}

impl<'a> Pack<'a> for (OfficialRow, OfficeRow) {
    fn put(&self, out: &mut Packer) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        Some((OfficialRow::take(from)?, OfficeRow::take(from)?))
    }
}

impl<'a> Pack<'a> for Str<'a> {
    fn put(&self, out: &mut Packer) {
        out.number(self.len() as u32);
        if self.is_empty() {
            return;
        }
        let end = out.text.len();
        let at = *out.seen.entry(self.to_string()).or_insert(end);
        if at == end {
            out.text.push_str(self);
        }
        out.number(at as u32);
    }

    #[inline]
    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        let length = from.number()? as usize;
        if length == 0 {
            return Some(Str::from(""));
        }
        let at = from.number()? as usize;
        from.text.get(at..at.checked_add(length)?).map(Str::from)
    }
}

impl<'a, T: Pack<'a>> Pack<'a> for Option<T> {
    fn put(&self, out: &mut Packer) {
        out.number(u32::from(self.is_some()));
        if let Some(value) = self {
            value.put(out);
        }
    }

    #[inline]
    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        match from.number()? {
            0 => Some(None),
            _ => T::take(from).map(Some),
        }
    }
}

impl<'a, T: Pack<'a>> Pack<'a> for Vec<T> {
    fn put(&self, out: &mut Packer) {
        out.number(self.len() as u32);
        for row in self {
            row.put(out);
        }
    }

    #[inline]
    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        let length = from.number()? as usize;
        // A row takes a byte at least: a broken length cannot ask for more memory than that.
        let mut rows = Self::with_capacity(length.min(from.rows.len()));
        for _ in 0..length {
            rows.push(T::take(from)?);
        }
        Some(rows)
    }
}

macro_rules! pack_rows {
    ($($name:ident)*) => {$(
        impl<'a> Pack<'a> for $name {
            fn put(&self, out: &mut Packer) {
                out.number(self.0);
            }

            #[inline]
            fn take(from: &mut Unpacker<'a>) -> Option<Self> {
                from.number().map(Self)
            }
        }
    )*};
}

macro_rules! pack_lists {
    ($($name:ident { $($value:ident)* })*) => {$(
        impl<'a> Pack<'a> for $name {
            fn put(&self, out: &mut Packer) {
                out.number(*self as u32);
            }

            #[inline]
            fn take(from: &mut Unpacker<'a>) -> Option<Self> {
                const ALL: &[$name] = &[$($name::$value),*];
                ALL.get(from.number()? as usize).copied()
            }
        }
    )*};
}

macro_rules! pack_structs {
    ($($name:ident { $($field:ident)* })*) => {$(
        impl<'a> Pack<'a> for $name<'a> {
            fn put(&self, out: &mut Packer) {
                $(self.$field.put(out);)*
            }

            #[inline]
            fn take(from: &mut Unpacker<'a>) -> Option<Self> {
                Some(Self { $($field: Pack::take(from)?),* })
            }
        }
    )*};
}

pack_rows! { CountryRow SourceRow TopicRow OfficeRow OfficialRow PlaceRow }

// In the order of their declaration, which is that of their numbers.
pack_lists! {
    OfficeKind {
        HeadOfState HeadOfGovernment ForeignMinister DefenceMinister Vice Deputy Ambassador Envoy
        SecurityAdviser Intelligence Military Minister Spokesperson Legislator Other
    }
    Kind {
        Visit Meeting Summit TwoPlusTwo Call Talks Conference Statement Announcement Agreement
        Exercise Test Other
    }
    Status { Held Planned Possible Cancelled }
    Confidence { Low Medium High }
    Scope { Full Partial }
    Field { Date Kind Participants Places Summary Title Topics }
}

pack_structs! {
    Names { countries sources topics offices officials places }
    Country { code name official adjectives aliases native metonyms bounds capital }
    Source { id title publisher url licence first last covers does_not_cover uncited }
    Topic { id name aliases }
    Office { id country title full aliases kind single post band takes_office begins }
    Official { id name family given native aliases country born died tenures }
    Tenure { office from to days acting source locator confidence inferred note }
    Place { id name country kind lat lon native aliases within source locator }
    Event {
        id date days kind status title summary countries participants places topics confidence
        inferred attestations takes_office
    }
    Participant { official name role country }
    Inferred { field from }
    Attestation { source locator url date note scope }
    Brief { file text }
}
