//! What became of every file.
//!
//! Each file ends in exactly one [`FileState`]; [`LoadReport::counts`] adds them up. Trouble is
//! data: it names the file, says why in plain words and, where a parser knows it, at which line and
//! column. Nothing here is an error of the program.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Source;
use crate::document::DocId;
use crate::text::{clean_line, fit};

/// More warnings than this on one file are only counted.
const MOST_WARNINGS: usize = 20;
/// A message is cut to this many cells, so that no file can flood a screen with its own text.
const MOST_CELLS: usize = 200;

/// What became of every file, in the order in which the roots were walked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LoadReport {
    /// One entry for each file, and one for each root that could not be walked.
    pub files: Vec<FileReport>,
    /// Whether the user stopped the load; what was read until then is kept.
    pub cancelled: bool,
}

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// Where it is.
    pub source: Source,
    /// How it ended.
    pub state: FileState,
    /// What was read although something was odd, in the order of the file; at most 20.
    pub warnings: Vec<Notice>,
    /// How many warnings there were beyond those.
    pub more_warnings: u32,
    /// What the file was read as, in words ("Markdown"); empty if it was not read.
    pub format: &'static str,
    /// Its documents, as ranks in the order of loading.
    pub documents: Range<u32>,
    /// How many rows of events it gave.
    pub rows: u32,
    /// How many of the rows have a date.
    pub dated_rows: u32,
    /// How many events were found in it; until its documents are understood, the rows alone.
    pub events: u32,
    /// How many bytes were read.
    pub bytes: u64,
}

/// How a file ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileState {
    /// It gave something for the timeline.
    Events,
    /// It was read, and no event with a date was found in it.
    Undated,
    /// It was not read, for a reason that is no fault.
    Skipped(String),
    /// It could not be read.
    Trouble(Notice),
}

/// A reason, with the place in the file where one is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The reason, as a clause: "permission denied".
    pub why: String,
    /// The line, from 1.
    pub line: Option<u32>,
    /// The column in characters, from 1.
    pub column: Option<u32>,
}

/// How many files ended in each state. The four add up to the number of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Files that gave something for the timeline.
    pub events: usize,
    /// Files without a date.
    pub undated: usize,
    /// Files that were not read.
    pub skipped: usize,
    /// Files that could not be read.
    pub trouble: usize,
}

impl Notice {
    /// A reason that concerns the file as a whole.
    pub fn new(why: impl AsRef<str>) -> Self {
        Self {
            why: short(why.as_ref()),
            line: None,
            column: None,
        }
    }

    /// A reason at a line, from 1.
    pub fn at_line(why: impl AsRef<str>, line: usize) -> Self {
        Self {
            line: u32::try_from(line).ok(),
            ..Self::new(why)
        }
    }

    /// The same reason at a column of its line, from 1.
    #[must_use]
    pub fn at_column(mut self, column: usize) -> Self {
        self.column = u32::try_from(column).ok();
        self
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "line {line}, column {column}: ")?,
            (Some(line), None) => write!(f, "line {line}: ")?,
            (None, _) => {}
        }
        f.write_str(&self.why)
    }
}

/// Warnings on one file: the first ones, and how many more there were.
#[derive(Debug, Default)]
pub(super) struct Warnings {
    first: Vec<Notice>,
    more: u32,
}

impl Warnings {
    /// Keeps a warning, or counts it if there are enough.
    pub(super) fn push(&mut self, notice: Notice) {
        if self.first.len() < MOST_WARNINGS {
            self.first.push(notice);
        } else {
            self.more += 1;
        }
    }
}

impl Warnings {
    /// Counts a warning that would not be kept; `false` if there is room for it.
    pub(super) fn count_if_full(&mut self) -> bool {
        let full = self.first.len() >= MOST_WARNINGS;
        self.more += u32::from(full);
        full
    }
}

impl Extend<Notice> for Warnings {
    fn extend<T: IntoIterator<Item = Notice>>(&mut self, notices: T) {
        notices.into_iter().for_each(|notice| self.push(notice));
    }
}

impl FileReport {
    /// A file of which nothing is known yet but where it is and how it ended.
    pub fn new(source: Source, state: FileState) -> Self {
        Self {
            source,
            state,
            warnings: Vec::new(),
            more_warnings: 0,
            format: "",
            documents: 0..0,
            rows: 0,
            dated_rows: 0,
            events: 0,
            bytes: 0,
        }
    }

    /// The same report with warnings.
    pub(super) fn warn(&mut self, warnings: Warnings) {
        self.warnings = warnings.first;
        self.more_warnings = warnings.more;
    }
}

impl fmt::Display for FileReport {
    /// One sentence on the file, without its warnings.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.source)?;
        match &self.state {
            FileState::Events | FileState::Undated => f.write_str("read")?,
            FileState::Skipped(why) => return write!(f, "skipped: {why}"),
            FileState::Trouble(notice) => return write!(f, "not read: {notice}"),
        }
        if !self.format.is_empty() {
            write!(f, " as {}", self.format)?;
        }
        let documents = self.documents.len();
        match (documents, self.events) {
            (0 | 1, 0) => {}
            (0 | 1, events) => write!(f, ", {}", counted(events as usize, "event"))?,
            (_, 0) => write!(f, ", {}", counted(documents, "document"))?,
            (_, events) => write!(
                f,
                ", {} and {}",
                counted(documents, "document"),
                counted(events as usize, "event")
            )?,
        }
        match self.why_undated() {
            Some(why) => write!(f, "; {why}"),
            None => Ok(()),
        }
    }
}

impl FileReport {
    /// What is missing in a file that is [`FileState::Undated`], as a clause.
    pub fn why_undated(&self) -> Option<&'static str> {
        match self.state {
            FileState::Undated if self.events == 0 => Some("no event was found in it"),
            FileState::Undated => Some("nothing in it has a date"),
            FileState::Events | FileState::Skipped(_) | FileState::Trouble(_) => None,
        }
    }
}

/// What was found in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// Its events.
    pub events: u32,
    /// How many of them have a date.
    pub dated: u32,
}

impl LoadReport {
    /// How many files ended in each state.
    pub fn counts(&self) -> Counts {
        Counts::of(self.files.iter().map(|file| &file.state))
    }

    /// See [`FileReport::refine`], of every file.
    pub fn refine(&mut self, told: impl Fn(DocId) -> Told) {
        for file in &mut self.files {
            file.refine(&told);
        }
    }
}

impl FileReport {
    /// Counts the events of a file that was read, and decides between [`FileState::Events`] and
    /// [`FileState::Undated`] again, once it is known what its documents tell.
    pub fn refine(&mut self, told: impl Fn(DocId) -> Told) {
        if !matches!(self.state, FileState::Events | FileState::Undated) {
            return;
        }
        let mut dated = self.dated_rows;
        self.events = self.rows;
        for rank in self.documents.clone() {
            let told = told(DocId(rank));
            self.events += told.events;
            dated += told.dated;
        }
        self.state = if dated > 0 {
            FileState::Events
        } else {
            FileState::Undated
        };
    }
}

impl Counts {
    /// How many of these there are.
    pub(super) fn of<S: Borrow<FileState>>(states: impl Iterator<Item = S>) -> Self {
        let mut counts = Self::default();
        for state in states {
            match state.borrow() {
                FileState::Events => counts.events += 1,
                FileState::Undated => counts.undated += 1,
                FileState::Skipped(_) => counts.skipped += 1,
                FileState::Trouble(_) => counts.trouble += 1,
            }
        }
        counts
    }

    /// How many there are of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            events: self.events + other.events,
            undated: self.undated + other.undated,
            skipped: self.skipped + other.skipped,
            trouble: self.trouble + other.trouble,
        }
    }
}

impl fmt::Display for Counts {
    /// One line: `7 files: 5 with events, 1 undated, 0 skipped, 1 in trouble`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} with events, {} undated, {} skipped, {} in trouble",
            counted(
                self.events + self.undated + self.skipped + self.trouble,
                "file"
            ),
            self.events,
            self.undated,
            self.skipped,
            self.trouble
        )
    }
}

impl fmt::Display for LoadReport {
    /// Its counts, and whether it was stopped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        told(self.counts(), self.cancelled, f)
    }
}

/// What a report says in one line.
pub(super) fn told(counts: Counts, cancelled: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{counts}")?;
    if cancelled {
        f.write_str(" (stopped before the end)")?;
    }
    Ok(())
}

/// `1 file`, `2 files`.
fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// A message on one line, cleaned and cut.
fn short(text: &str) -> String {
    // Cleaning looks at every character: of a message of megabytes, only the beginning matters.
    let end = text
        .char_indices()
        .nth(4 * MOST_CELLS)
        .map_or(text.len(), |(at, _)| at);
    let line = clean_line(text.get(..end).unwrap_or_default());
    fit(&line, MOST_CELLS).into_owned()
}
