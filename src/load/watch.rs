//! Folders that are watched: what changes in them is told, so that it can be read again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use notify::{EventKind, RecursiveMode, Watcher as _};

use super::Root;
use crate::error::{Category, Error};
use crate::text::clean_line;

/// Editors write a file in several steps; changes within this time are told together.
const QUIET: Duration = Duration::from_millis(250);
/// Where changes never end, those of so much time are told together.
const LONGEST: Duration = Duration::from_secs(3);

/// Tells of changes until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    _inner: notify::RecommendedWatcher,
}

/// Watches the folders below which the roots are. `changed` is called from a thread of its own with
/// the paths that were made, changed or removed, in order and without repetition.
///
/// Fails where the system watches nothing (too many watches, a network folder); the message names
/// the path.
pub fn watch(
    roots: &[Root],
    mut changed: impl FnMut(Vec<PathBuf>) + Send + 'static,
) -> Result<Watcher, Error> {
    let (sender, receiver) = mpsc::channel::<PathBuf>();
    let mut inner = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else {
            return;
        };
        // Reading a file is an event too; to answer it would never end.
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        for path in event.paths {
            // The receiver is gone only when nobody waits any more.
            let _ = sender.send(path);
        }
    })
    .map_err(|error| Error::new(Category::State, "files cannot be watched here").because(error))?;
    for root in roots {
        let Root::Path(path) = root else {
            continue;
        };
        let (watched, mode) = place(path);
        inner.watch(&watched, mode).map_err(|error| {
            let name = clean_line(&path.to_string_lossy());
            Error::new(Category::State, format!("{name} cannot be watched")).because(error)
        })?;
    }
    std::thread::spawn(move || {
        while let Ok(first) = receiver.recv() {
            let since = Instant::now();
            let mut paths = BTreeSet::from([first]);
            while since.elapsed() < LONGEST
                && let Ok(path) = receiver.recv_timeout(QUIET)
            {
                paths.insert(path);
            }
            changed(paths.into_iter().collect());
        }
    });
    Ok(Watcher { _inner: inner })
}

/// A file is watched through its folder, since saving it may put another file in its place.
fn place(path: &Path) -> (PathBuf, RecursiveMode) {
    if path.is_dir() {
        return (path.to_owned(), RecursiveMode::Recursive);
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    (
        folder.unwrap_or_else(|| Path::new(".")).to_owned(),
        RecursiveMode::NonRecursive,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let (sender, receiver) = mpsc::channel();
        let roots = [Root::Path(folder.path().to_owned())];
        let watcher = watch(&roots, move |paths| {
            let _ = sender.send(paths);
        });
        let Ok(_watcher) = watcher else {
            println!("skipped: nothing can be watched here");
            return;
        };
        let path = folder.path().join("new.txt");
        std::fs::write(&path, "Text.").expect("written");
        let told = receiver
            .recv_timeout(Duration::from_secs(20))
            .expect("a change");
        assert!(
            told.iter().any(|told| told.ends_with("new.txt")),
            "{told:?}"
        );
    }
}
