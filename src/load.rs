//! How do files become documents and records?
//!
//! [`load`] walks the roots, reads every file on all cores and gives documents, rows of events and a
//! report. It never fails: a file that cannot be read is an entry of the [`LoadReport`], and the rest
//! loads. The same roots give the same result, whatever the number of threads and the order of the
//! directory. Nothing that a file holds can make the program read another file, use the network or
//! start a program.

mod article;
mod calendar;
mod copies;
mod csv_file;
mod decode;
mod entities;
mod feed;
mod file;
mod front;
mod html;
mod instant;
mod json;
mod library;
mod lines;
mod mail;
mod markdown;
mod markup;
mod open;
mod options;
mod page;
mod page_meta;
mod patterns;
mod plain;
mod prose;
mod report;
mod sniff;
mod stamps;
mod table;
mod tag;
mod tei;
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

use rayon::prelude::*;

pub use copies::copies;
pub use library::{Added, add as add_to_library};
pub use options::{Limits, LoadOptions, Progress};
pub use report::{Counts, FileReport, FileState, LoadReport, Notice};
pub use watch::{Watcher, watch};

use crate::document::{Document, EventRow, Origin};
use crate::text::clean_line;
use file::Reading;
use patterns::Patterns;
use walk::Entry;

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
    pub rows: Vec<EventRow>,
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
    let patterns = Patterns::built_in();
    let entries = walk::walk(roots, &options.limits);
    let files = entries
        .iter()
        .filter(|entry| !matches!(entry, Entry::Settled(_)))
        .count();
    progress.found(files);
    let outcomes: Vec<Option<Outcome>> = entries
        .into_par_iter()
        .map(|entry| {
            let waits = !matches!(entry, Entry::Settled(_));
            if waits && progress.cancelled() {
                return None;
            }
            let outcome = settle(entry, options, &patterns);
            if waits {
                progress.done(outcome.report.source.path());
            }
            Some(outcome)
        })
        .collect();
    collect(outcomes)
}

/// Reads one text that is at hand already, as if it stood in a file of that origin.
pub fn load_text(text: &str, origin: &Origin) -> Vec<Document> {
    let options = LoadOptions::default();
    file::read(
        text.as_bytes(),
        origin,
        &Patterns::built_in(),
        &options.limits,
    )
    .map(|reading| reading.documents)
    .unwrap_or_default()
}

/// Reads bytes that are at hand already, one piece after another; what is costly to make is made
/// once.
#[derive(Debug)]
pub struct Reader {
    options: LoadOptions,
    patterns: Patterns,
}

impl Reader {
    /// A reader with these options.
    pub fn new(options: LoadOptions) -> Self {
        Self {
            options,
            patterns: Patterns::built_in(),
        }
    }

    /// Reads bytes as if they stood in a file of that origin; no file is opened.
    pub fn read(&self, bytes: &[u8], origin: &Origin) -> (Loaded, LoadReport) {
        let source = match origin {
            Origin::File(path, _) => Source::Path(path.clone()),
            Origin::BuiltIn(name) => Source::Path(name.into()),
            Origin::Stdin => Source::Stdin,
        };
        let limits = &self.options.limits;
        let outcome = outcome(source, Ok(bytes), origin, &self.patterns, limits);
        collect(vec![Some(outcome)])
    }
}

/// One file, read or not.
struct Outcome {
    report: FileReport,
    reading: Reading,
}

fn settle(entry: Entry, options: &LoadOptions, patterns: &Patterns) -> Outcome {
    let limits = &options.limits;
    let (source, origin, bytes) = match entry {
        Entry::Settled(report) => {
            return Outcome {
                report,
                reading: Reading::default(),
            };
        }
        Entry::Stdin => (
            Source::Stdin,
            Origin::Stdin,
            open::read_stdin(std::io::stdin().lock(), limits),
        ),
        Entry::File(path, links) => {
            let bytes = open::read(&path, links, limits);
            (Source::Path(path.clone()), Origin::File(path, None), bytes)
        }
    };
    outcome(source, bytes, &origin, patterns, limits)
}

/// What the bytes of a source give.
fn outcome(
    source: Source,
    bytes: Result<impl AsRef<[u8]>, Failure>,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
) -> Outcome {
    let size = bytes.as_ref().map_or(0, |bytes| bytes.as_ref().len()) as u64;
    let reading = bytes.and_then(|bytes| file::read(bytes.as_ref(), origin, patterns, limits));
    match reading {
        Ok(mut reading) => {
            let mut report = FileReport::new(source, reading.state());
            report.warn(std::mem::take(&mut reading.warnings));
            report.format = reading.format;
            report.rows = reading.rows.len() as u32;
            report.bytes = size;
            Outcome { report, reading }
        }
        Err(failure) => Outcome {
            report: FileReport::new(source, failure.into()),
            reading: Reading::default(),
        },
    }
}

fn collect(outcomes: Vec<Option<Outcome>>) -> (Loaded, LoadReport) {
    let mut loaded = Loaded::default();
    let mut report = LoadReport::default();
    for outcome in outcomes {
        let Some(Outcome {
            report: mut file,
            reading,
        }) = outcome
        else {
            report.cancelled = true;
            continue;
        };
        let first = loaded.documents.len() as u32;
        append(&mut loaded.documents, reading.documents);
        file.documents = first..loaded.documents.len() as u32;
        append(&mut loaded.rows, reading.rows);
        report.files.push(file);
    }
    (loaded, report)
}

/// Adds the second list to the first; the first list of a load is taken as it is, since one table
/// may be larger than everything else.
fn append<T>(all: &mut Vec<T>, more: Vec<T>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend(more);
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
