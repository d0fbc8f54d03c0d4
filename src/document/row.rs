//! Events that are given as rows of a table instead of being told in prose.

use std::borrow::Cow;

use smallvec::SmallVec;

use super::Origin;
use crate::time::Edtf;

/// A list that most rows have one or two entries of.
pub type Few<T> = SmallVec<[T; 2]>;

/// One event as a table, a calendar or an export gives it. Strings are clean; what is not given is
/// empty.
///
/// Most are the very bytes of a file, so a row borrows from what it was read from;
/// [`EventRow::into_owned`] is for who keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow<'t> {
    /// The file, and the number of the row or item in it (from 1).
    pub origin: Origin,
    /// The line in the file, from 1, where the format has lines.
    pub line: Option<u32>,
    /// The row's own name, where it has one; not unique across files.
    pub id: Option<Cow<'t, str>>,
    /// When it happened; `None` keeps the row in the lane of the undated.
    pub date: Option<Edtf>,
    /// What happened, in one line.
    pub title: Cow<'t, str>,
    /// What happened, in some sentences.
    pub summary: Cow<'t, str>,
    /// The kind as written, such as `meeting`.
    pub kind: Option<Cow<'t, str>>,
    /// The status as written, such as `held`.
    pub status: Option<Cow<'t, str>>,
    /// How sure it is, as written, such as `medium`.
    pub confidence: Option<Cow<'t, str>>,
    /// Whether it says of itself that no source stands behind it.
    pub unsourced: bool,
    /// Countries as written.
    pub countries: Few<Cow<'t, str>>,
    /// Who took part.
    pub participants: Few<RowParticipant<'t>>,
    /// Where it happened.
    pub places: Few<Cow<'t, str>>,
    /// What it was about.
    pub topics: Few<Cow<'t, str>>,
    /// Who says so.
    pub sources: SmallVec<[RowSource<'t>; 1]>,
}

/// Somebody who took part, as the row names them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowParticipant<'t> {
    /// The name.
    pub name: Cow<'t, str>,
    /// The office, where it is given.
    pub role: Option<Cow<'t, str>>,
    /// The country, where it is given.
    pub country: Option<Cow<'t, str>>,
}

/// A source that the row names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSource<'t> {
    /// Its title.
    pub title: Cow<'t, str>,
    /// Where in it, such as a page.
    pub locator: Option<Cow<'t, str>>,
    /// Its words.
    pub quote: Option<Cow<'t, str>>,
    /// Its address.
    pub url: Option<Cow<'t, str>>,
}

/// What the rows of one file became, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    /// The file.
    pub origin: Origin,
    /// The rows.
    pub rows: T,
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

fn all_owned(texts: Few<Cow<'_, str>>) -> Few<Cow<'static, str>> {
    texts.into_iter().map(owned).collect()
}

impl EventRow<'_> {
    /// The row with strings of its own.
    pub fn into_owned(self) -> EventRow<'static> {
        let participant = |person: RowParticipant<'_>| RowParticipant {
            name: owned(person.name),
            role: person.role.map(owned),
            country: person.country.map(owned),
        };
        let source = |source: RowSource<'_>| RowSource {
            title: owned(source.title),
            locator: source.locator.map(owned),
            quote: source.quote.map(owned),
            url: source.url.map(owned),
        };
        EventRow {
            origin: self.origin,
            line: self.line,
            id: self.id.map(owned),
            date: self.date,
            title: owned(self.title),
            summary: owned(self.summary),
            kind: self.kind.map(owned),
            status: self.status.map(owned),
            confidence: self.confidence.map(owned),
            unsourced: self.unsourced,
            countries: all_owned(self.countries),
            participants: self.participants.into_iter().map(participant).collect(),
            places: all_owned(self.places),
            topics: all_owned(self.topics),
            sources: self.sources.into_iter().map(source).collect(),
        }
    }

    /// A row of which only the place in its file is known.
    #[inline]
    pub fn at(origin: Origin, line: Option<u32>) -> Self {
        Self {
            origin,
            line,
            id: None,
            date: None,
            title: Cow::Borrowed(""),
            summary: Cow::Borrowed(""),
            kind: None,
            status: None,
            confidence: None,
            unsourced: false,
            countries: SmallVec::new(),
            participants: SmallVec::new(),
            places: SmallVec::new(),
            topics: SmallVec::new(),
            sources: SmallVec::new(),
        }
    }
}
