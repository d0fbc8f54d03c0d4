//! What became of many files, in little memory.
//!
//! A [`FileReport`] is two hundred bytes with its path, and while the documents of a hundred thousand
//! files are understood they all only wait. Packed each is its [`postcard`] encoding, a third of that.

use std::ffi::OsString;
use std::fmt;
use std::mem::take;
use std::ops::Range;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Source;
use super::report::{Counts, FileReport, FileState, LoadReport, Notice, told};

const WHOLE: &str = "the bytes are files that were encoded there";

/// A [`LoadReport`] of which each file is made when it is looked at.
#[derive(Debug, Default)]
pub struct PackedReport {
    bytes: Vec<u8>,
    /// What files were read as, each once.
    formats: Vec<&'static str>,
    /// How many documents the files have.
    documents: u32,
    /// Whether the user stopped the load; what was read until then is kept.
    pub cancelled: bool,
}

/// A [`FileReport`]. Its path need not be Unicode; standard input has none.
#[derive(Serialize, Deserialize)]
struct Packed {
    path: Option<OsString>,
    state: FileState,
    warnings: Vec<Notice>,
    more_warnings: u32,
    format: u32,
    documents: Range<u32>,
    rows: u32,
    dated_rows: u32,
    events: u32,
    bytes: u64,
}

impl PackedReport {
    /// Adds what became of the next files, whose documents are counted from the first of theirs.
    pub fn append(&mut self, part: LoadReport) {
        self.cancelled |= part.cancelled;
        let before = self.documents;
        for mut file in part.files {
            file.documents = file.documents.start + before..file.documents.end + before;
            self.push(file);
        }
    }

    fn push(&mut self, file: FileReport) {
        self.documents = file.documents.end;
        let known = self.formats.iter().position(|known| *known == file.format);
        let format = known.unwrap_or_else(|| {
            self.formats.push(file.format);
            self.formats.len() - 1
        });
        let packed = Packed {
            path: match file.source {
                Source::Path(path) => Some(path.into_os_string()),
                Source::Stdin => None,
            },
            state: file.state,
            warnings: file.warnings,
            more_warnings: file.more_warnings,
            format: format as u32,
            documents: file.documents,
            rows: file.rows,
            dated_rows: file.dated_rows,
            events: file.events,
            bytes: file.bytes,
        };
        self.bytes = postcard::to_extend(&packed, take(&mut self.bytes))
            .expect("a list of bytes takes the bytes of any file");
    }

    /// Every file, made for the occasion, in the order in which the roots were walked.
    pub fn files(&self) -> impl Iterator<Item = FileReport> {
        let mut rest = self.bytes.as_slice();
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let (packed, after) = begin(rest);
            rest = after;
            let format = self.formats.get(packed.format as usize);
            Some(FileReport {
                source: packed
                    .path
                    .map_or(Source::Stdin, |path| Source::Path(PathBuf::from(path))),
                state: packed.state,
                warnings: packed.warnings,
                more_warnings: packed.more_warnings,
                format: format.copied().unwrap_or_default(),
                documents: packed.documents,
                rows: packed.rows,
                dated_rows: packed.dated_rows,
                events: packed.events,
                bytes: packed.bytes,
            })
        })
    }

    /// The same with each file as `change` leaves it.
    #[must_use]
    pub fn changed(&self, mut change: impl FnMut(&mut FileReport)) -> Self {
        let mut changed = Self {
            cancelled: self.cancelled,
            ..Self::default()
        };
        for mut file in self.files() {
            change(&mut file);
            changed.push(file);
        }
        changed
    }

    /// How many files ended in each state.
    pub fn counts(&self) -> Counts {
        Counts::of(self.files().map(|file| file.state))
    }

    /// Those of the files that `keep` wants.
    pub fn only(&self, keep: impl Fn(&FileReport) -> bool) -> LoadReport {
        LoadReport {
            files: self.files().filter(keep).collect(),
            cancelled: self.cancelled,
        }
    }
}

/// The file that bytes begin with, and the rest of them.
fn begin(bytes: &[u8]) -> (Packed, &[u8]) {
    postcard::take_from_bytes(bytes).expect(WHOLE)
}

impl fmt::Display for PackedReport {
    /// As that of a [`LoadReport`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        told(self.counts(), self.cancelled, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, state: FileState, format: &'static str) -> FileReport {
        FileReport {
            warnings: vec![Notice::at_line("odd", 3).at_column(4)],
            more_warnings: 2,
            format,
            documents: 0..2,
            rows: 7,
            dated_rows: 5,
            events: 9,
            bytes: 1 << 40,
            ..FileReport::new(Source::Path(name.into()), state)
        }
    }

    #[test]
    fn packing_a_report_loses_nothing() {
        let files = [
            file("a.txt", FileState::Events, "plain text"),
            file("b.md", FileState::Skipped("why".to_owned()), ""),
            FileReport::new(Source::Stdin, FileState::Undated),
            file("c.txt", FileState::Trouble(Notice::new("no")), "plain text"),
        ];
        let part = |cancelled| LoadReport {
            files: files.to_vec(),
            cancelled,
        };
        let mut packed = PackedReport::default();
        packed.append(part(false));
        assert_eq!(packed.only(|_| true), part(false));
        packed.append(part(true));
        let whole = packed.only(|_| true);
        assert_eq!((whole.cancelled, whole.files.len()), (true, 8));
        assert_eq!(packed.to_string(), whole.to_string());
        assert_eq!(whole.files[4].documents, 2..4);
        let changed = packed.changed(|file| file.events += 1);
        let events: Vec<u32> = changed.files().map(|file| file.events).collect();
        assert_eq!(events, [10, 10, 1, 10, 10, 10, 1, 10]);
    }
}
