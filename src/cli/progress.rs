//! How far a long load is, in one line on standard error that is overwritten.
//!
//! Only on a terminal, and only once a load has taken a while; in a pipe there is nothing.

use std::io::{IsTerminal, Write, stderr};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::load::Progress;

/// Shorter loads show nothing; the line changes no more often.
const PAUSE: Duration = Duration::from_millis(150);

/// Counts files and shows the count.
pub(super) struct Bar {
    on_terminal: bool,
    files: AtomicUsize,
    done: AtomicUsize,
    shown: Mutex<Shown>,
}

struct Shown {
    last: Instant,
    something: bool,
}

impl Bar {
    pub(super) fn new() -> Self {
        Self {
            on_terminal: stderr().is_terminal(),
            files: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
            shown: Mutex::new(Shown {
                last: Instant::now(),
                something: false,
            }),
        }
    }

    /// Removes the line.
    pub(super) fn clear(&self) {
        if let Ok(mut shown) = self.shown.lock()
            && std::mem::take(&mut shown.something)
        {
            write("\r\x1B[K");
        }
    }
}

impl Progress for Bar {
    fn found(&self, files: usize) {
        self.files.store(files, Ordering::Relaxed);
    }

    fn done(&self, _path: &Path) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.on_terminal {
            return;
        }
        // Whoever finds the lock taken leaves the line to the other.
        if let Ok(mut shown) = self.shown.try_lock()
            && shown.last.elapsed() >= PAUSE
        {
            shown.last = Instant::now();
            shown.something = true;
            write(&bar(done, self.files.load(Ordering::Relaxed)));
        }
    }
}

/// `\r[######    ] 60 of 100 files`
fn bar(done: usize, files: usize) -> String {
    const WIDTH: usize = 24;
    let full = (done * WIDTH).checked_div(files).unwrap_or(0).min(WIDTH);
    format!("\r[{:<WIDTH$}] {done} of {files} files", "#".repeat(full))
}

/// Nobody is left to tell if standard error is closed.
fn write(text: &str) {
    let _ = stderr().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_never_longer_than_its_frame() {
        assert_eq!(bar(0, 0), "\r[                        ] 0 of 0 files");
        assert_eq!(bar(5, 4), "\r[########################] 5 of 4 files");
    }
}
