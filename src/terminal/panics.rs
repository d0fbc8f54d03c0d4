//! A panic in any thread: the terminal is given back before the message is printed.

use std::thread;

use super::life;

/// The exit code of a Rust program that panicked.
const EXIT: i32 = 101;

/// Puts the hook in. Must come before the terminal is taken.
pub(super) fn install() {
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
        if !main {
            std::process::exit(EXIT);
        }
    }));
}
