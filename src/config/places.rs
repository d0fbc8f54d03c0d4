//! Where the user's things are, by the platform's own rules.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The folder of documents that were added to stay; `None` without a home directory. On Linux
/// `$XDG_DATA_HOME/linchpin/library`.
pub fn library() -> Option<PathBuf> {
    Some(project()?.data_dir().join("library"))
}

/// The folder whose contents may be deleted at any time; `None` without a home directory.
pub fn cache() -> Option<PathBuf> {
    Some(project()?.cache_dir().to_owned())
}

/// The folder of `config.toml`, `keymap.toml` and themes.
pub fn chosen() -> Option<PathBuf> {
    Some(project()?.config_dir().to_owned())
}

/// The folder of mappings for tables of which there are many copies; `None` without a home directory.
pub fn mappings() -> Option<PathBuf> {
    Some(chosen()?.join("mappings"))
}

/// The folder of what the program remembers of itself: that it was started before, crashes.
pub fn state() -> Option<PathBuf> {
    let project = project()?;
    let folder = project
        .state_dir()
        .unwrap_or_else(|| project.data_local_dir());
    Some(folder.to_owned())
}

/// The log of marks, tags and notes.
pub fn notes() -> Option<PathBuf> {
    Some(project()?.data_dir().join("notes.jsonl"))
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "linchpin")
}
