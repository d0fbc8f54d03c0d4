//! A file of the user, read whole.

use std::io;
use std::path::{Path, PathBuf};

use super::{Fault, Source};
use crate::disk;

/// A file larger than this is no config.
const MOST_BYTES: u64 = 1 << 20;

/// A file of the user as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

impl OwnFile {
    /// The file as faults name it.
    pub fn shown(&self) -> String {
        self.path.display().to_string()
    }
}

/// Reads a file of the user; `None` if it is not there.
pub fn own_file(path: &Path) -> Result<Option<OwnFile>, Fault> {
    let fault = |message: String| {
        Source {
            file: &path.display().to_string(),
            text: "",
        }
        .fault(0..0, message)
    };
    match disk::metadata(path) {
        Ok(data) if !data.is_file() => return Err(fault("not a file".to_owned())),
        Ok(data) if data.len() > MOST_BYTES => {
            return Err(fault("too large for a config file".to_owned()));
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fault(error.to_string())),
    }
    match disk::read_to_string(path) {
        Ok(text) => Ok(Some(OwnFile {
            path: path.to_owned(),
            text,
        })),
        Err(error) => Err(fault(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_no_config() {
        let folder = tempfile::tempdir().unwrap();
        assert!(own_file(folder.path()).is_err());
        assert_eq!(own_file(&folder.path().join("none.toml")), Ok(None));
    }
}
