//! A file of the user, read whole.

use std::io;
use std::path::{Path, PathBuf};

use super::{Fault, Source};
use crate::disk;

/// A file larger than this is no config. Each fault in it reads it up to there for its line.
const MOST_BYTES: u64 = 1 << 16;

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
    let file = &path.display().to_string();
    let fault = |message: String| Source { file, text: "" }.fault(0..0, message);
    match disk::metadata(path) {
        Ok(data) if !data.is_file() => {
            return Err(fault(
                "a folder or a device stands in the place of this file".to_owned(),
            ));
        }
        Ok(data) if data.len() > MOST_BYTES => {
            let most = MOST_BYTES >> 10;
            return Err(fault(format!(
                "no file of settings is larger than {most} KiB"
            )));
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fault(error.to_string())),
    }
    let bytes = disk::read(path).map_err(|error| fault(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let text = &String::from_utf8_lossy(error.as_bytes());
        Source { file, text }.fault(at..at, "this is not UTF-8: save the file as UTF-8")
    })?;
    Ok(Some(OwnFile {
        path: path.to_owned(),
        text,
    }))
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

    #[test]
    fn what_cannot_be_a_config_is_told_with_its_place_and_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        let told = |bytes: &[u8]| {
            std::fs::write(&path, bytes).unwrap();
            own_file(&path).map_err(|fault| (fault.line, fault.column, fault.message))
        };
        let most = vec![b'\n'; 1 << 16];
        assert!(told(&most).is_ok());
        let (_, _, large) = told(&[&most[..], b"\n"].concat()).unwrap_err();
        assert_eq!(large, "no file of settings is larger than 64 KiB");
        let (line, column, _) = told(b"a = 1\nb = \"caf\xE9\"").unwrap_err();
        assert_eq!((line, column), (2, 9));
    }
}
