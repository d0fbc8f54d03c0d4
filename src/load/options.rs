//! What a load may take and how far it goes.

use std::path::{Path, PathBuf};

use crate::document::Copies;
use crate::time::Date;

/// How to load.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// What becomes of copies of one text.
    pub copies: Copies,
    /// What no input may exceed.
    pub limits: Limits,
    /// The folder in which what was understood is kept between runs; with none, nothing is kept.
    pub cache: Option<PathBuf>,
    /// The folder of mappings that stand beside no file, each under the name of the files that it
    /// is for: `visits.csv.mapping.toml` is for every `visits.csv` that has none of its own.
    pub mappings: Option<PathBuf>,
    /// The day on which the load takes place: what is dated after it is told of.
    pub today: Option<Date>,
}

/// Bounds on one input; each is named in the message where it is met.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of one file, compressed or not.
    pub file_bytes: u64,
    /// Bytes of a file that is one text: understanding takes some twenty times as much memory.
    pub text_bytes: usize,
    /// Documents and rows of one file.
    pub records: usize,
    /// Levels of nested XML elements; what is deeper is read as text of the last level.
    pub depth: usize,
    /// Attributes of one element.
    pub attributes: usize,
    /// Levels of nested folders.
    pub folder_depth: usize,
    /// Files and folders of one root.
    pub entries: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 256 << 20,
            text_bytes: 64 << 20,
            records: 5_000_000,
            depth: 256,
            attributes: 1_024,
            folder_depth: 64,
            entries: 1_000_000,
        }
    }
}

/// Hears how a load goes on, from several threads at once.
pub trait Progress: Sync {
    /// The walk is over: so many files will be read.
    fn found(&self, files: usize) {
        let _ = files;
    }

    /// One more file is done.
    fn done(&self, path: &Path) {
        let _ = path;
    }

    /// All files are read: from now on so many documents are understood.
    fn understanding(&self, documents: usize) {
        let _ = documents;
    }

    /// One more document is about to be understood.
    fn understood(&self) {}

    /// Whether to stop; files that were not begun are then left out of the report, and documents
    /// that were not begun tell nothing.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Hears nothing and never stops.
impl Progress for () {}
