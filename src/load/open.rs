//! Opening a file that nobody vouched for.
//!
//! Opening never blocks and never reads from a device: the file is opened without waiting, then the
//! open file itself is asked what it is. At most [`Limits::file_bytes`] are read, and never more than
//! the file had when it was opened, so that a file that keeps growing comes to an end.

use std::io::{self, Read};
use std::path::Path;

use super::Failure;
use super::options::Limits;
use super::report::Notice;
use crate::disk::File;

/// Whether a path may be a symbolic link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// Follow it: the user named the path.
    Follow,
    /// Do not: the path was found in a folder.
    Refuse,
}

/// All bytes of a regular file.
pub(super) fn read(path: &Path, links: Links, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let file =
        File::open_at_once(path, links == Links::Follow).map_err(|error| cannot_open(&error))?;
    let metadata = file.metadata().map_err(|error| trouble(&error))?;
    if metadata.is_dir() {
        return Err(Failure::skip("it is a folder"));
    }
    if !metadata.is_file() {
        return Err(Failure::skip(
            "it is not a regular file but a device, pipe or socket",
        ));
    }
    if metadata.len() > limits.file_bytes {
        return Err(too_large(limits));
    }
    // Files of /proc and /sys say that they are empty; they are read up to a small size.
    let expected = metadata.len().max(4_096);
    let bytes = read_up_to(file, expected).map_err(|error| trouble(&error))?;
    Ok(bytes)
}

/// All bytes of standard input, up to the limit.
pub(super) fn read_stdin(input: impl Read, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let bytes = read_up_to(input, limits.file_bytes + 1).map_err(|error| trouble(&error))?;
    if bytes.len() as u64 > limits.file_bytes {
        return Err(too_large(limits));
    }
    Ok(bytes)
}

fn read_up_to(input: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn cannot_open(error: &io::Error) -> Failure {
    match error
        .raw_os_error()
        .map(rustix::io::Errno::from_raw_os_error)
    {
        Some(rustix::io::Errno::LOOP) => Failure::skip(
            "it is a symbolic link; links in folders are not followed, and links may lead in circles",
        ),
        Some(rustix::io::Errno::NXIO | rustix::io::Errno::NODEV) => {
            Failure::skip("it is not a regular file but a device, pipe or socket")
        }
        _ => trouble(error),
    }
}

fn too_large(limits: &Limits) -> Failure {
    let most = limits.file_bytes >> 20;
    Failure::Trouble(Notice::new(format!(
        "it is larger than {most} MiB, the most that is read of one file"
    )))
}

/// An error of the operating system, without its number.
pub(super) fn trouble(error: &io::Error) -> Failure {
    Failure::Trouble(Notice::new(in_words(error)))
}

/// What the operating system says, as a clause of our own where it is a usual one.
pub(super) fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission to read it is denied".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error")
                .next()
                .unwrap_or_default()
                .to_lowercase()
        }
    }
}
