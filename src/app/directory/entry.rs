//! What a directory lists, and a row of it.

use crate::document::DocId;
use crate::record::{OfficialRow, PlaceRow, Str};
use crate::text::fold;

/// What a directory lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Officials with their offices.
    Officials,
    /// Places on a map.
    Places,
    /// Documents that were read.
    Documents,
    /// Years with their events by kind.
    Years,
}

impl What {
    /// All of them, in the order of the header.
    pub const ALL: [Self; 4] = [Self::Officials, Self::Places, Self::Documents, Self::Years];

    /// As the header shows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Officials => "Officials",
            Self::Places => "Places",
            Self::Documents => "Documents",
            Self::Years => "Plots",
        }
    }
}

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A person.
    Official(OfficialRow),
    /// A place.
    Place(PlaceRow),
    /// A document.
    Document(DocId),
    /// A year.
    Year(i32),
}

/// A row of a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it stands for.
    pub thing: Thing,
    /// As shown.
    pub name: String,
    /// Beside the name: an office, a country, a date, a bar.
    pub note: String,
    /// Events with it.
    pub count: usize,
    /// Everything that a filter looks at, folded.
    pub(super) folded: String,
}

impl Entry {
    /// A row that a filter finds by its name, its note and other names.
    pub(super) fn new<'a>(
        thing: Thing,
        name: &str,
        note: String,
        count: usize,
        others: impl IntoIterator<Item = &'a Vec<Str<'a>>>,
    ) -> Self {
        // Each on its own: most are plain letters, which fold at once.
        let mut folded = format!("{} {}", fold(name), fold(&note));
        for other in others.into_iter().flatten() {
            folded.push(' ');
            folded.push_str(&fold(other.as_str()));
        }
        Self {
            thing,
            name: name.to_owned(),
            note,
            count,
            folded,
        }
    }
}

/// Rows, those of the most events first.
pub(super) fn most_first(rows: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = rows.collect();
    entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    entries
}
