//! The file system: every call that the program makes to it on behalf of its user.
//!
//! Names and meanings are those of `std::fs`. Each call first passes one gate, so that a test can make
//! any of them fail: in builds for tests, `FAIL_CALL=n:FILE` has the n-th call end as if the device were
//! broken and writes which it was to FILE. `tests/failing_calls.rs` goes through them all.

mod asked;
mod file;

use std::fs::{Metadata, ReadDir};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

pub use file::File;

/// Fails where a test asked this call to fail.
fn gate(call: &'static str, path: &Path) -> io::Result<()> {
    if cfg!(debug_assertions) {
        asked::to_fail(call, path)
    } else {
        Ok(())
    }
}

/// What a path leads to.
pub fn metadata(path: &Path) -> io::Result<Metadata> {
    gate("metadata", path)?;
    std::fs::metadata(path)
}

/// What a path is, which may be a link.
pub fn symlink_metadata(path: &Path) -> io::Result<Metadata> {
    gate("symlink_metadata", path)?;
    std::fs::symlink_metadata(path)
}

/// A path without links in it.
pub fn canonicalize(path: &Path) -> io::Result<PathBuf> {
    gate("canonicalize", path)?;
    std::fs::canonicalize(path)
}

/// What is in a folder, in no order.
pub fn read_dir(path: &Path) -> io::Result<ReadDir> {
    gate("read_dir", path)?;
    std::fs::read_dir(path)
}

/// Makes a folder and those above it.
pub fn create_dir_all(path: &Path) -> io::Result<()> {
    gate("create_dir_all", path)?;
    std::fs::create_dir_all(path)
}

/// Gives a file another name, in the place of one that has it.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    gate("rename", to)?;
    std::fs::rename(from, to)
}

/// Gives a file another name beside its own; fails where the name is taken.
pub fn hard_link(from: &Path, to: &Path) -> io::Result<()> {
    gate("hard_link", to)?;
    std::fs::hard_link(from, to)
}

/// Removes a file.
pub fn remove_file(path: &Path) -> io::Result<()> {
    gate("remove_file", path)?;
    std::fs::remove_file(path)
}

/// All bytes of a file.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes a file that is not there yet, down to the disk. Where that fails nothing is left of it,
/// since half a file would look like a whole one.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // That it may stay is said by the error.
        let _ = remove_file(path);
    }
    written
}
