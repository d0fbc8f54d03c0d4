//! What did we read, from where, and when was it written?
//!
//! A [`Document`] is a thing with a text and a source. Its text was cleaned once, at load, and never
//! changes: every later finding is a [`Span`] into it.

mod packed;
mod row;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::{Language, Span, clean_line, language};
use crate::time::{Date, DateRange, Edtf};

pub use packed::{DocumentRef, Documents};
pub use row::{EventRow, Few, RowParticipant, RowSource, Table};

/// The rank of a document in the order of loading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

/// What becomes of documents that are copies of one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Copies {
    /// They are one document with several places of publication.
    #[default]
    Folded,
    /// Each is a document of its own.
    Apart,
}

impl Copies {
    /// The other of the two.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Folded => Self::Apart,
            Self::Apart => Self::Folded,
        }
    }
}

impl DocId {
    /// The rank as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A text with its source. All strings are clean (see [`crate::text::clean`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Where it was read from.
    pub origin: Origin,
    /// Its heading, or the name of its file.
    pub title: String,
    /// Who published it, where that is known.
    pub publisher: Option<String>,
    /// Its address, where it gives one.
    pub url: Option<String>,
    /// The day it was published, where that is known.
    pub dct: Option<Dct>,
    /// The language, as a two-letter code, where it is known.
    pub language: Option<String>,
    /// Those whom its markup names as sender, addressee or present, in its order.
    pub people: Vec<Named>,
    /// The frozen text.
    pub text: String,
    /// Parts of the text by what they are, in order and disjoint; what no block covers is prose.
    pub blocks: Vec<Block>,
}

/// Somebody whom the markup of a document names, and as what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The name as it stands there; for an office that writes, the office.
    pub name: String,
    /// As what.
    pub part: Part,
}

/// What somebody has to do with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// It is from them.
    Sender,
    /// It is to them.
    Addressee,
    /// They took part in what it records.
    Participant,
    /// They are named in it.
    Mentioned,
}

/// Where a document was read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A file, with the number of the item in it (from 1) where it holds several.
    File(Arc<Path>, Option<u32>),
    /// Standard input.
    Stdin,
    /// A document that comes with the program, by its file name.
    BuiltIn(String),
}

impl Origin {
    /// The origin of an item of it, by its number from 1.
    #[must_use]
    pub fn item(&self, number: u32) -> Self {
        match self {
            Self::File(path, _) => Self::File(path.clone(), Some(number)),
            Self::Stdin | Self::BuiltIn(_) => self.clone(),
        }
    }
}

impl fmt::Display for Origin {
    /// The path, with `#` and the number of the item; control characters of a path are marked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, item) => {
                f.write_str(&clean_line(&path.to_string_lossy()))?;
                item.map_or(Ok(()), |item| write!(f, "#{item}"))
            }
            Self::Stdin => f.write_str("standard input"),
            Self::BuiltIn(name) => write!(f, "built in: {name}"),
        }
    }
}

/// Document creation time: the day of publication, and how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dct {
    /// The day, or a month, a year or an interval where no more is known.
    pub date: Edtf,
    /// How it is known.
    pub origin: DctOrigin,
    /// The words that told it, where they stand in the text.
    pub evidence: Option<Span>,
}

impl Dct {
    /// The one day, if the date is known to the day.
    pub fn day(&self) -> Option<Date> {
        let range = self.range();
        (range.first() == range.last()).then_some(range.first())
    }

    /// All days that it can be.
    pub fn range(&self) -> DateRange {
        self.date.range()
    }
}

/// How a document's date of publication is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DctOrigin {
    /// A named field of the front matter, the page or the feed.
    Metadata(String),
    /// A line in the text that says when it was published or updated.
    Stamp,
    /// A dateline: place and day before the first sentence.
    Dateline,
    /// The name of the file.
    FileName,
    /// Worked out from the contents, with the reason.
    Inferred(String),
}

impl DctOrigin {
    /// In words, to stand behind "date from".
    pub fn describe(&self) -> String {
        match self {
            Self::Metadata(field) => format!("its metadata ({field})"),
            Self::Stamp => "a line in the text that tells when it was published".to_owned(),
            Self::Dateline => "its dateline".to_owned(),
            Self::FileName => "the name of its file".to_owned(),
            Self::Inferred(reason) => format!("its contents: {reason}"),
        }
    }
}

/// A part of a text that is something else than prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it covers.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a part of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// The heading of the document or of a section.
    Heading,
    /// Who wrote it.
    Byline,
    /// The words below a picture.
    Caption,
    /// A line that tells when it was published.
    Stamp,
    /// A quotation set apart, an advertisement, a footer, a notice, a table: never a source of events.
    Boilerplate,
}

/// A paragraph of fewer bytes tells no language; in a text of more than these, all are looked at as they
/// are read. With so many words that are no prose, a text is none.
const PART: usize = 40;
const MOST_MIXED: usize = 4_000_000;
const FEW: usize = 30;

impl Document {
    /// The names of those who have this part in it.
    pub fn people(&self, part: Part) -> impl Iterator<Item = &str> {
        let named = self.people.iter().filter(move |named| named.part == part);
        named.map(|named| named.name.as_str())
    }

    /// Gives back the memory that its lists have to spare: there may be a hundred thousand documents.
    pub(crate) fn fit(&mut self) {
        self.title.shrink_to_fit();
        self.people.shrink_to_fit();
        self.text.shrink_to_fit();
        self.blocks.shrink_to_fit();
    }

    /// Why no events are looked for in it: the language of its text, or that it is no prose.
    pub fn unread(&self) -> Option<String> {
        unread(&self.text)
    }

    /// What the byte at `at` is part of, if not prose.
    pub fn block_at(&self, at: u32) -> Option<BlockKind> {
        let after = self.blocks.partition_point(|block| block.span.start <= at);
        let block = self.blocks.get(after.checked_sub(1)?)?;
        (at < block.span.end).then_some(block.kind)
    }
}

/// Why no events are looked for in a text: its language, or that it is no prose.
fn unread(text: &str) -> Option<String> {
    let is_english = |text: &str| language(text) == Language::English;
    match language(text) {
        Language::English => None,
        _ if text.len() > MOST_MIXED => None,
        // A text in two languages is read where it is English.
        _ if text
            .split("\n\n")
            .any(|part| part.len() >= PART && is_english(part)) =>
        {
            None
        }
        Language::Other(name) => Some(format!("not read: {name}")),
        Language::Unknown => {
            let words = text
                .split_whitespace()
                .filter(|word| word.contains(char::is_alphabetic));
            let words = words.take(FEW).count();
            (words < 5 || words == FEW).then(|| "not read: no English prose".to_owned())
        }
    }
}
