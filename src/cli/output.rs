//! Writing to standard output, lines of clean text or one JSON value, and to a new file.

use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::Path;

use serde::Serialize;

use crate::disk;
use crate::error::{Category, Error};
use crate::text::{cells, clean_line};

/// Where a command writes.
pub(super) struct Output {
    to: BufWriter<StdoutLock<'static>>,
}

impl Output {
    pub(super) fn stdout() -> Self {
        Self {
            to: BufWriter::new(io::stdout().lock()),
        }
    }

    /// One line of text.
    pub(super) fn line(&mut self, text: &str) -> Result<(), Error> {
        writeln!(self.to, "{text}").map_err(failed)
    }

    /// One JSON value, indented, with a line feed.
    pub(super) fn json(&mut self, value: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer_pretty(&mut self.to, value)
            .map_err(|error| failed(io::Error::from(error)))?;
        self.to.write_all(b"\n").map_err(failed)
    }

    /// Bytes as they are.
    pub(super) fn raw(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.to.write_all(bytes).map_err(failed)
    }

    /// What was written so far is seen now.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        self.to.flush().map_err(failed)
    }

    /// Must be called at the end, so that a full disk is told.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        self.to.flush().map_err(failed)
    }
}

/// A list in a JSON object, as [`Output::json`] would write it, as far as it is not written yet.
#[derive(Default)]
pub(super) struct Elements {
    text: Vec<u8>,
    some: bool,
}

impl Elements {
    /// Adds an element, to be written by [`Elements::write`].
    pub(super) fn add(&mut self, element: &impl Serialize) -> Result<(), Error> {
        let begin: &[u8] = if self.some { b",\n    " } else { b"[\n    " };
        self.some = true;
        self.text.extend_from_slice(begin);
        let json = serde_json::to_string_pretty(element);
        let json = json.map_err(|error| failed(error.into()))?;
        // A line feed within a string is written as two signs.
        self.text
            .extend_from_slice(json.replace('\n', "\n    ").as_bytes());
        Ok(())
    }

    /// Writes what was added since the last time.
    pub(super) fn write(&mut self, out: &mut Output) -> Result<(), Error> {
        out.raw(&self.text)?;
        self.text.clear();
        Ok(())
    }

    /// Writes the rest, and the end of the list.
    pub(super) fn end(&mut self, out: &mut Output) -> Result<(), Error> {
        self.write(out)?;
        out.raw(if self.some { b"\n  ]" } else { b"[]" })
    }
}

pub(super) fn failed(error: io::Error) -> Error {
    Error::new(Category::Output, "standard output cannot be written").because(error)
}

/// The text, filled with blanks to so many terminal cells.
pub(super) fn column(text: &str, width: usize) -> String {
    let gap = " ".repeat(width.saturating_sub(cells(text)));
    format!("{text}{gap}")
}

/// Writes a new file. One of that name that is there already is not touched.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    disk::write_new(path, bytes).map_err(|error| {
        let shown = clean_line(&path.to_string_lossy());
        let why = if error.kind() == io::ErrorKind::AlreadyExists {
            format!("{shown} is there already and stays as it is; remove or rename it first")
        } else {
            format!("{shown} cannot be written")
        };
        Error::new(Category::Output, why).because(error)
    })
}
