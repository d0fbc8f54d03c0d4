//! Calls that a test asked to fail.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a disk says that is broken.
const EIO: i32 = 5;

/// Which call is to fail, from 1, and where to write that it did.
fn plan() -> Option<&'static (usize, PathBuf)> {
    static PLAN: OnceLock<Option<(usize, PathBuf)>> = OnceLock::new();
    let read = || {
        let asked = std::env::var("FAIL_CALL").ok()?;
        let (number, file) = asked.split_once(':')?;
        Some((number.parse().ok()?, file.into()))
    };
    PLAN.get_or_init(read).as_ref()
}

/// Counts the call, and fails if it is the one.
pub(super) fn to_fail(call: &str, path: &Path) -> io::Result<()> {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let Some((number, file)) = plan() else {
        return Ok(());
    };
    if CALLS.fetch_add(1, Ordering::SeqCst) + 1 != *number {
        return Ok(());
    }
    std::fs::write(file, format!("{call} {}", path.display()))?;
    Err(io::Error::from_raw_os_error(EIO))
}
