//! Where the user's files are: one folder each for config, data, state and cache.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The folders of this user, as the platform has them; `None` without a home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// `config.toml`, `keymap.toml` and themes.
    pub config: PathBuf,
    /// The user's documents, marks and notes.
    pub data: PathBuf,
    /// What may be lost: histories.
    pub state: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
}

impl Folders {
    /// Asks the platform. Nothing is created.
    pub fn find() -> Option<Self> {
        let found = ProjectDirs::from("", "", "linchpin")?;
        Some(Self {
            config: found.config_dir().to_owned(),
            data: found.data_dir().to_owned(),
            state: found
                .state_dir()
                .unwrap_or_else(|| found.data_dir())
                .to_owned(),
            cache: found.cache_dir().to_owned(),
        })
    }

    /// The log of marks and notes.
    pub fn notes(&self) -> PathBuf {
        self.data.join("notes.jsonl")
    }
}
