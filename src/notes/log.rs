//! The file of acts: read whole, appended to under a lock.

use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Act, Notes};
use crate::disk::{self, File};
use crate::text::clean_line;

/// The version of the form of a line.
const SCHEMA: u32 = 1;
/// A log larger than this is not one.
const MOST_BYTES: u64 = 64 << 20;

/// A line of the log.
#[derive(Serialize, Deserialize)]
struct Line<A> {
    schema: u32,
    #[serde(flatten)]
    act: A,
}

/// Any line, to learn its version.
#[derive(Deserialize)]
struct Version {
    schema: u32,
}

/// Where acts are kept.
#[derive(Debug, Clone)]
pub struct Log {
    path: PathBuf,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// What all acts add up to.
    pub notes: Notes,
    /// What could not be read, one sentence each. It stays in the file.
    pub problems: Vec<String>,
    /// Whether the file is of a newer version, and must not be written to.
    pub newer: bool,
}

/// Why the log could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The disk refused.
    #[error("{}: {source}", shown(path))]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is too large to be a log.
    #[error(
        "{}: {} MiB, and no log of notes is larger than 64; it is left as it is",
        shown(path),
        size >> 20
    )]
    Large {
        /// The file.
        path: PathBuf,
        /// Its bytes.
        size: u64,
    },
    /// A newer version of the program has written to it.
    #[error("{}: written by a newer linchpin; it is left as it is", shown(path))]
    Newer {
        /// The file.
        path: PathBuf,
    },
}

impl Log {
    /// The log in a file, which need not be there yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads all acts. A file that is not there is empty.
    pub fn read(&self) -> Result<Read, LogError> {
        match File::open(&self.path) {
            Ok(mut file) => self.read_from(&mut file),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Read::default()),
            Err(source) => Err(self.failed(source)),
        }
    }

    /// Adds an act and returns all acts, those of other programs included. When this returns, the
    /// act is on the disk.
    pub fn append(&self, act: &Act) -> Result<Read, LogError> {
        let failed = |source| self.failed(source);
        if let Some(folder) = self.path.parent() {
            disk::create_dir_all(folder).map_err(failed)?;
        }
        let mut file = File::append_private(&self.path).map_err(failed)?;
        // Held until the file is closed.
        file.lock().map_err(failed)?;
        let before = self.read_from(&mut file)?;
        if before.newer {
            return Err(LogError::Newer {
                path: self.path.clone(),
            });
        }
        let line = Line {
            schema: SCHEMA,
            act,
        };
        let mut text = serde_json::to_string(&line).map_err(|error| failed(error.into()))?;
        text.push('\n');
        if !ends_with_line_feed(&mut file).map_err(failed)? {
            // A program died while writing: its half line stays a line of its own.
            text.insert(0, '\n');
        }
        let length = file.metadata().map_err(failed)?.len();
        let mut written = file
            .write_all(text.as_bytes())
            .and_then(|()| file.sync_data());
        if length == 0 {
            // A file that is new is on the disk when its folder is.
            written = written.and_then(|()| sync_folder(&self.path));
        }
        if let Err(error) = written {
            // What was written of it must not look like an act.
            let _ = file.set_len(length);
            return Err(failed(error));
        }
        let mut after = before;
        after.notes.apply(act);
        Ok(after)
    }

    fn read_from(&self, file: &mut File) -> Result<Read, LogError> {
        let failed = |source| self.failed(source);
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let mut bytes = Vec::new();
        let size = file.metadata().map_err(failed)?.len();
        if size > MOST_BYTES {
            return Err(LogError::Large {
                path: self.path.clone(),
                size,
            });
        }
        file.take(MOST_BYTES)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        let text = String::from_utf8_lossy(&bytes);
        let mut read = Read::default();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<Line<Act>>(line) {
                Ok(line) if line.schema <= SCHEMA => {
                    read.notes.apply(&line.act.cleaned());
                }
                other => {
                    let newer = serde_json::from_str::<Version>(line)
                        .is_ok_and(|version| version.schema > SCHEMA);
                    read.newer |= newer;
                    let why = match other {
                        _ if newer => "from a newer version".to_owned(),
                        Err(error) => error.to_string(),
                        Ok(_) => "not understood".to_owned(),
                    };
                    let file = self.path.display();
                    let problem = format!("{file}:{}: {why}", at + 1);
                    read.problems.push(clean_line(&problem));
                }
            }
        }
        Ok(read)
    }

    fn failed(&self, source: io::Error) -> LogError {
        LogError::Io {
            path: self.path.clone(),
            source,
        }
    }
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    File::open(folder.unwrap_or_else(|| Path::new(".")))?.sync_all()
}

/// A path in which nothing drives a terminal.
fn shown(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}

fn ends_with_line_feed(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == [b'\n'])
}

#[cfg(test)]
mod tests;
