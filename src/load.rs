//! How do files become documents and records?
//!
//! [`load`] walks the roots, reads every file on all cores and gives documents, rows of events and a
//! report. It never fails: a file that cannot be read is an entry of the [`LoadReport`], and the rest
//! loads. The same roots give the same result, whatever the number of threads and the order of the
//! directory. Nothing that a file holds can make the program read another file, use the network or
//! start a program.

mod archive;
mod article;
mod calendar;
mod columns;
mod copies;
mod csv_file;
mod decode;
mod entities;
mod feed;
mod file;
mod filling;
mod front;
mod happening;
mod html;
mod instant;
mod json;
mod library;
mod lines;
mod mail;
pub mod mapping;
mod markdown;
mod markup;
mod moment;
mod open;
mod options;
mod order;
mod outcome;
mod packed;
mod page;
mod page_meta;
mod parts;
mod patterns;
mod plain;
mod property;
mod prose;
mod reading;
mod recur;
mod report;
mod sink;
mod sniff;
mod stamps;
mod table;
mod tag;
mod tei;
mod tei_people;
mod transfer;
mod travels;
mod unpack;
mod walk;
mod watch;
mod weak;
mod when;
mod xml;
mod xml_file;

use std::fmt;
use std::path::{Path, PathBuf};

pub use copies::{Originals, copies};
pub use library::{Added, add as add_to_library};
pub use options::{Limits, LoadOptions, Progress};
pub use order::Order;
pub use packed::PackedReport;
pub use parts::load_parts;
use parts::load_with;
pub use report::{Counts, FileReport, FileState, LoadReport, Notice, Told};
pub use watch::{Watcher, watch};

use crate::document::{Document, EventRow, Origin, Table};
use crate::text::clean_line;
use outcome::{How, outcomes};
use patterns::Patterns;
use sink::Sink;

/// What a user names to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Root {
    /// A file, or a folder with all files below it.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl Root {
    /// `-` is standard input; everything else is a path.
    pub fn from_argument(argument: impl Into<PathBuf>) -> Self {
        let path = argument.into();
        if path.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::Path(path)
        }
    }
}

/// What an entry of a report is about. Displays as a path in which nothing can drive a terminal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A file or folder.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.write_str(&clean_line(&path.to_string_lossy())),
            Self::Stdin => f.write_str("standard input"),
        }
    }
}

/// What was read, in the order of the roots and the names of the files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// Documents; the rank of one is its [`crate::document::DocId`].
    pub documents: Vec<Document>,
    /// Events that were given as rows.
    pub rows: Vec<EventRow<'static>>,
}

/// Why a file gave nothing.
#[derive(Debug)]
enum Failure {
    Skip(String),
    Trouble(Notice),
}

impl Failure {
    fn skip(why: impl Into<String>) -> Self {
        Self::Skip(why.into())
    }
}

impl From<Failure> for FileState {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Skip(why) => Self::Skipped(why),
            Failure::Trouble(notice) => Self::Trouble(notice),
        }
    }
}

/// Reads everything below the roots.
pub fn load(
    roots: &[Root],
    options: &LoadOptions,
    progress: &dyn Progress,
) -> (Loaded, LoadReport) {
    load_with(roots, options, progress, &keep_all).flat()
}

/// What was read, where the rows of a file became something else at once.
#[derive(Debug, Clone)]
pub struct LoadedAs<T> {
    /// Documents; the rank of one is its [`crate::document::DocId`].
    pub documents: Vec<Document>,
    /// The files that gave rows.
    pub tables: Vec<Table<T>>,
    /// What became of each file.
    pub report: LoadReport,
}

/// Adds a row to what the rows of its file before it became. Called from any thread.
pub type Keep<'k, T> = &'k (dyn Fn(&mut T, &EventRow<'_>) + Sync);

fn keep_all(rows: &mut Vec<EventRow<'static>>, row: &EventRow<'_>) {
    rows.push(row.clone().into_owned());
}

/// Reads one text that is at hand already, as if it stood in a file of that origin.
pub fn load_text(text: &str, origin: &Origin) -> Vec<Document> {
    let options = LoadOptions::default();
    let mut no_rows = |_: &EventRow<'_>| ();
    let mut sink = Sink::new(&mut no_rows);
    file::read(
        text.as_bytes(),
        origin,
        Patterns::built_in(),
        &options.limits,
        &mut sink,
    )
    .map(|reading| reading.documents)
    .unwrap_or_default()
}

/// Reads bytes that are at hand already, one piece after another.
#[derive(Debug)]
pub struct Reader {
    options: LoadOptions,
}

impl Reader {
    /// A reader with these options.
    pub fn new(options: LoadOptions) -> Self {
        Self { options }
    }

    /// Reads bytes as if they stood in a file of that origin; no file is opened.
    pub fn read(&self, bytes: &[u8], origin: &Origin) -> (Loaded, LoadReport) {
        self.read_with(bytes, origin, &keep_all).flat()
    }

    /// The same, keeping of the rows what `keep` makes of them.
    pub fn read_with<T: Default>(
        &self,
        bytes: &[u8],
        origin: &Origin,
        keep: Keep<'_, T>,
    ) -> LoadedAs<T> {
        let source = match origin {
            Origin::File(path, _) => Source::Path(path.to_path_buf()),
            Origin::BuiltIn(name) => Source::Path(name.into()),
            Origin::Stdin => Source::Stdin,
        };
        let how = How {
            patterns: Patterns::built_in(),
            limits: &self.options.limits,
            mappings: None,
            mapping: None,
            today: self.options.today,
        };
        let found = outcomes(source, Ok(bytes), origin, &how, keep);
        let mut loaded = LoadedAs::none();
        loaded.take(vec![Some(found)]);
        loaded
    }
}

impl LoadedAs<Vec<EventRow<'static>>> {
    /// The rows of all tables in one list.
    fn flat(self) -> (Loaded, LoadReport) {
        let mut tables = self.tables.into_iter().map(|table| table.rows);
        let mut rows = tables.next().unwrap_or_default();
        rows.extend(tables.flatten());
        let loaded = Loaded {
            documents: self.documents,
            rows,
        };
        (loaded, self.report)
    }
}

impl Source {
    /// The path; `-` for standard input.
    pub fn path(&self) -> &Path {
        match self {
            Self::Path(path) => path,
            Self::Stdin => Path::new("-"),
        }
    }
}
