//! Events that are given as rows of a table instead of being told in prose.

use super::Origin;
use crate::time::Edtf;

/// One event as a table, a calendar or an export gives it. Strings are clean; what is not given is
/// empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// The file, and the number of the row or item in it (from 1).
    pub origin: Origin,
    /// The line in the file, from 1, where the format has lines.
    pub line: Option<u32>,
    /// The row's own name, where it has one; not unique across files.
    pub id: Option<String>,
    /// When it happened; `None` keeps the row in the lane of the undated.
    pub date: Option<Edtf>,
    /// What happened, in one line.
    pub title: String,
    /// What happened, in some sentences.
    pub summary: String,
    /// The kind as written, such as `meeting`.
    pub kind: Option<String>,
    /// The status as written, such as `held`.
    pub status: Option<String>,
    /// Countries as written.
    pub countries: Vec<String>,
    /// Who took part.
    pub participants: Vec<RowParticipant>,
    /// Where it happened.
    pub places: Vec<String>,
    /// What it was about.
    pub topics: Vec<String>,
    /// Who says so.
    pub sources: Vec<RowSource>,
}

/// Somebody who took part, as the row names them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowParticipant {
    /// The name.
    pub name: String,
    /// The office, where it is given.
    pub role: Option<String>,
    /// The country, where it is given.
    pub country: Option<String>,
}

/// A source that the row names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSource {
    /// Its title.
    pub title: String,
    /// Where in it, such as a page.
    pub locator: Option<String>,
    /// Its words.
    pub quote: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// What the rows of one file became, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    /// The file.
    pub origin: Origin,
    /// The rows.
    pub rows: T,
}

impl EventRow {
    /// A row of which only the place in its file is known.
    pub fn at(origin: Origin, line: Option<u32>) -> Self {
        Self {
            origin,
            line,
            id: None,
            date: None,
            title: String::new(),
            summary: String::new(),
            kind: None,
            status: None,
            countries: Vec::new(),
            participants: Vec::new(),
            places: Vec::new(),
            topics: Vec::new(),
            sources: Vec::new(),
        }
    }
}
