//! Values as bytes and back: numbers in LEB128, strings as places in one text.

use std::collections::HashMap;

use super::super::kinds::{Confidence, Field, Kind, OfficeKind, Scope, Status};
use super::super::schema::{
    Attestation, Brief, Country, CountryRow, Event, Inferred, Names, Office, OfficeRow, Official,
    OfficialRow, Participant, Place, PlaceRow, Source, SourceRow, Tenure, Topic, TopicRow,
};
use super::super::table::{self, Table};
use super::super::text::Str;

#[derive(Default)]
pub(super) struct Packer {
    pub(super) text: String,
    seen: HashMap<String, usize>,
    pub(super) rows: Vec<u8>,
}

pub(super) struct Unpacker<'a> {
    pub(super) text: &'a str,
    pub(super) rows: &'a [u8],
}

/// What can be written and read back.
pub(super) trait Pack<'a>: Sized {
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

/// The length of each row, then the rows: none is decoded before somebody looks at it.
impl<'a, T: Pack<'a>> Pack<'a> for Table<'a, T> {
    fn put(&self, out: &mut Packer) {
        let outer = std::mem::take(&mut out.rows);
        let mut ends = Vec::with_capacity(self.len());
        for row in self.iter() {
            row.put(out);
            ends.push(out.rows.len() as u32);
        }
        let rows = std::mem::replace(&mut out.rows, outer);
        out.number(ends.len() as u32);
        let mut start = 0;
        for end in ends {
            out.number(end - start);
            start = end;
        }
        out.rows.extend(rows);
    }

    fn take(from: &mut Unpacker<'a>) -> Option<Self> {
        let count = from.number()? as usize;
        let mut ends = Vec::with_capacity(count.min(from.rows.len()));
        let mut end = 0u32;
        for _ in 0..count {
            end = end.checked_add(from.number()?)?;
            ends.push(end);
        }
        let (bytes, rest) = from.rows.split_at_checked(end as usize)?;
        from.rows = rest;
        Some(Self::packed(table::Packed {
            text: from.text,
            bytes,
            ends,
            decode: |text, rows| T::take(&mut Unpacker { text, rows }),
        }))
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
    Names { countries sources topics offices officials in_bands places }
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
