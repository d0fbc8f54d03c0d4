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

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "linchpin")
}
