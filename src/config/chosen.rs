//! `config.toml`: what the user chose, with what is wrong in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::{Fault, Source};

/// The settings of `config.toml`. What is not set is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// `theme`: "auto", a theme that comes with the program, or a file in `themes/`.
    pub theme: Option<String>,
}

/// A file of the user as it was read, or why it could not be.
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

/// The names that `config.toml` may set.
const KEYS: [&str; 1] = ["theme"];
/// A file larger than this is no config.
const MOST_BYTES: u64 = 1 << 20;

/// Reads a file of the user; `None` if it is not there.
pub fn own_file(path: &Path) -> Result<Option<OwnFile>, Fault> {
    let fault = |message: String| {
        Source {
            file: &path.display().to_string(),
            text: "",
        }
        .fault(0..0, message)
    };
    match fs::metadata(path) {
        Ok(data) if !data.is_file() => return Err(fault("not a file".to_owned())),
        Ok(data) if data.len() > MOST_BYTES => {
            return Err(fault("too large for a config file".to_owned()));
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fault(error.to_string())),
    }
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(OwnFile {
            path: path.to_owned(),
            text,
        })),
        Err(error) => Err(fault(error.to_string())),
    }
}

impl Chosen {
    /// Reads the settings. What is wrong is returned and left out.
    pub fn read(source: Source<'_>) -> (Self, Vec<Fault>) {
        let mut chosen = Self::default();
        let mut faults = Vec::new();
        let table = match DeTable::parse(source.text) {
            Ok(table) => table,
            Err(error) => {
                return (
                    chosen,
                    vec![source.fault(error.span().unwrap_or(0..0), error.message())],
                );
            }
        };
        for (name, value) in table.get_ref() {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("theme", DeValue::String(theme)) => chosen.theme = Some(theme.to_string()),
                ("theme", _) => {
                    faults.push(source.fault(value.span(), "expected a name in quotes"));
                }
                (other, _) => faults.push(source.unknown(name.span(), "setting", other, &KEYS)),
            }
        }
        faults.sort_by_key(|fault| (fault.line, fault.column));
        (chosen, faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_named_and_the_rest_holds() {
        let text = "theme = \"light\"\nthemes = 1\n";
        let (chosen, faults) = Chosen::read(Source {
            file: "config.toml",
            text,
        });
        assert_eq!(chosen.theme.as_deref(), Some("light"));
        assert_eq!(
            faults[0].to_string(),
            "config.toml:2:1: there is no setting “themes”; did you mean “theme”?"
        );
    }

    #[test]
    fn a_folder_is_no_config() {
        let folder = tempfile::tempdir().unwrap();
        assert!(own_file(folder.path()).is_err());
        assert_eq!(own_file(&folder.path().join("none.toml")), Ok(None));
    }
}
