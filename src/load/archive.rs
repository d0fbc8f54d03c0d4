//! ZIP archives: each entry is a file of its own, named `archive.zip/inner/path`.
//!
//! Nothing is written to the disk. An entry is unpacked up to the limit of a file, all entries of an
//! archive together as well, so that neither a bomb nor entries that share their bytes fill the
//! memory. A name that leads out of the archive is refused; an archive in an archive, a link and an
//! encrypted entry are not opened. Office files and books are archives too, and are said to be.

use std::io::{Cursor, Read};
use std::path::PathBuf;

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::Failure;
use super::options::Limits;
use super::report::Notice;

/// How an archive begins: with its first entry, or at once with its end.
const BEGINNINGS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// Entries by which files are known that are archives only inside.
const OFFICE: [&str; 4] = [
    "[Content_Types].xml",
    "mimetype",
    "META-INF/MANIFEST.MF",
    "AndroidManifest.xml",
];

/// An entry: its path in the archive, and its bytes or why there are none.
pub(super) type Member = (PathBuf, Result<Vec<u8>, Failure>);

/// Whether bytes begin as an archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    BEGINNINGS.iter().any(|start| bytes.starts_with(start))
}

/// Gives the entries of an archive one after another, in the order of their names. Folders and
/// hidden entries are passed over.
pub(super) fn open(
    bytes: &[u8],
    limits: &Limits,
    mut take: impl FnMut(Member),
) -> Result<(), Failure> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    if OFFICE
        .iter()
        .any(|name| archive.index_for_name(name).is_some())
    {
        return Err(Failure::skip(
            "it is an office file, a book or a program; save it as text, HTML or CSV to have it read",
        ));
    }
    if archive.is_empty() {
        return Err(Failure::skip("there is nothing in this archive"));
    }
    let twice = archive.has_duplicate_names();
    let mut order: Vec<usize> = (0..archive.len().min(limits.entries)).collect();
    let names: Vec<Vec<u8>> = archive.file_names_raw().map(<[u8]>::to_vec).collect();
    order.sort_by(|&a, &b| names.get(a).cmp(&names.get(b)));
    let mut left = limits.file_bytes;
    for index in order {
        let raw = String::from_utf8_lossy(names.get(index).map_or(&[][..], Vec::as_slice));
        let raw = raw.into_owned();
        match archive.by_index(index) {
            Ok(entry) if entry.is_dir() || is_hidden(&raw) => {}
            Ok(entry) => take(member(entry, &raw, limits, &mut left)),
            Err(error) => take((PathBuf::from(raw), Err(refused(&error)))),
        }
    }
    if twice {
        let why = "two entries have one name; the last of them is read";
        take((PathBuf::new(), Err(Failure::Trouble(Notice::new(why)))));
    }
    Ok(())
}

/// Entries that systems add for themselves, and those whose name begins with a dot.
fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/")
        || name
            .split('/')
            .any(|part| part.starts_with('.') && part != ".." && part != ".")
}

fn member(
    mut entry: ZipFile<'_, Cursor<&[u8]>>,
    raw: &str,
    limits: &Limits,
    left: &mut u64,
) -> Member {
    // `a/../../b`, `/etc/passwd`, `C:\x`: what is shown is what stands there.
    let Some(path) = entry.enclosed_name() else {
        let why = "its name leads out of the archive";
        return (PathBuf::from(raw), Err(Failure::skip(why)));
    };
    let outside = raw.starts_with(['/', '\\']) || raw.split(['/', '\\']).any(|part| part == "..");
    if outside {
        let why = "its name leads out of the archive";
        return (PathBuf::from(raw), Err(Failure::skip(why)));
    }
    if entry.is_symlink() {
        return (
            path,
            Err(Failure::skip("it is a symbolic link in an archive")),
        );
    }
    let bytes = unpack(&mut entry, limits, left);
    (path, bytes)
}

fn unpack(
    entry: &mut ZipFile<'_, Cursor<&[u8]>>,
    limits: &Limits,
    left: &mut u64,
) -> Result<Vec<u8>, Failure> {
    let most = limits.file_bytes.min(*left);
    if entry.size() > most {
        return Err(too_large(limits));
    }
    let told = entry.size();
    let mut bytes = Vec::new();
    entry
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Failure::Trouble(Notice::new(format!("it cannot be unpacked: {error}")))
        })?;
    *left = left.saturating_sub(bytes.len() as u64);
    if bytes.len() as u64 > most {
        return Err(too_large(limits));
    }
    if bytes.len() as u64 != told {
        let why = format!(
            "the archive says that it has {told} bytes, and it has {}",
            bytes.len()
        );
        return Err(Failure::Trouble(Notice::new(why)));
    }
    if is_archive(&bytes) {
        return Err(Failure::skip(
            "it is an archive in an archive; unpack it to have it read",
        ));
    }
    Ok(bytes)
}

fn too_large(limits: &Limits) -> Failure {
    let most = limits.file_bytes >> 20;
    Failure::Trouble(Notice::new(format!(
        "unpacked, the archive is larger than {most} MiB, the most that is read of one file"
    )))
}

fn broken(error: &ZipError) -> Failure {
    Failure::Trouble(Notice::new(format!(
        "this ZIP archive cannot be read: {}",
        in_words(error)
    )))
}

/// Why one entry is not opened.
fn refused(error: &ZipError) -> Failure {
    match error {
        ZipError::UnsupportedArchive(why) if why.to_lowercase().contains("password") => {
            Failure::skip("it is encrypted; unpack it to have it read")
        }
        ZipError::InvalidPassword => Failure::skip("it is encrypted; unpack it to have it read"),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            Failure::skip("it is compressed in a way that is not read; unpack it to have it read")
        }
        other => Failure::Trouble(Notice::new(format!(
            "it cannot be unpacked: {}",
            in_words(other)
        ))),
    }
}

fn in_words(error: &ZipError) -> String {
    match error {
        ZipError::InvalidArchive(why) => why.to_string(),
        other => other.to_string(),
    }
}
