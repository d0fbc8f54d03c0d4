//! A panic in any thread: the terminal is given back, a crash file is written, then the message is
//! printed.
//!
//! The crash file is made to be sent to others: it says where the program was, and nothing of what
//! it read. A message that was put together at run time may hold words of a document, so only one
//! that stands in the source as it is goes into the file.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::thread;

use super::life;
use crate::disk;

/// The exit code of a Rust program that panicked.
const EXIT: i32 = 101;
/// Numbers that are tried for a name that is taken.
const MOST_FILES: u32 = 100;

/// Puts the hook in. Must come before the terminal is taken. Crash files go to `folder`.
pub(super) fn install(folder: Option<PathBuf>) {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        // The main thread may itself hold the lock; it draws nothing after this.
        let main = thread::current().name() == Some("main");
        if main {
            life::leave();
        } else {
            life::leave_for_good();
        }
        hook(info);
        if let Some(path) = folder.as_deref().and_then(|folder| write(folder, info)) {
            let path = crate::text::clean_line(&path.to_string_lossy());
            let line =
                format!("linchpin: what happened is in {path}, without any text that was read\n");
            // Nobody is left to tell if standard error is closed.
            let _ = std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes());
        }
        if !main {
            std::process::exit(EXIT);
        }
    }));
}

/// In builds for tests, the environment variable `PANIC_AT` names a place that panics.
#[track_caller]
pub(super) fn when_asked(place: &str) {
    if cfg!(debug_assertions) {
        let asked = std::env::var_os("PANIC_AT").is_some_and(|asked| asked == place);
        assert!(!asked, "asked to panic in {place}");
    }
}

/// Writes a new file; `None` where that cannot be done.
fn write(folder: &Path, info: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let text = report(info, &Backtrace::force_capture());
    disk::create_dir_all(folder).ok()?;
    for number in 1..MOST_FILES {
        let path = folder.join(format!("crash-{}-{number}.txt", std::process::id()));
        match disk::File::create_new_private(&path) {
            Ok(mut file) => {
                std::io::Write::write_all(&mut file, text.as_bytes()).ok()?;
                return Some(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(_) => return None,
        }
    }
    None
}

fn report(info: &PanicHookInfo<'_>, backtrace: &Backtrace) -> String {
    let mut text = format!("linchpin {}\n", env!("CARGO_PKG_VERSION"));
    let system = (std::env::consts::OS, std::env::consts::ARCH);
    let place = info
        .location()
        .map_or_else(|| "unknown".to_owned(), ToString::to_string);
    let thread = thread::current();
    let fixed = info.payload().downcast_ref::<&'static str>();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "system   {} {}", system.0, system.1);
    let _ = writeln!(text, "place    {place}");
    let _ = writeln!(text, "thread   {}", thread.name().unwrap_or("unnamed"));
    let _ = writeln!(
        text,
        "message  {}",
        fixed.unwrap_or(&"left out: it may hold text that was read")
    );
    for name in ["TERM", "COLORTERM", "TERM_PROGRAM"] {
        let value = std::env::var(name).unwrap_or_default();
        let _ = writeln!(text, "{name:<8} {}", crate::text::clean_line(&value));
    }
    let _ = write!(text, "\n{backtrace}");
    text
}
