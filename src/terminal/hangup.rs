//! The terminal vanishes: seen from outside, because crossterm 0.29 reads for ever from a terminal
//! that is gone (crossterm#793).

use std::fs::File;
use std::io::{self, IsTerminal};
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::life;

/// As a shell reports the death by SIGHUP.
const EXIT: i32 = 129;

/// Ends the program, whose terminal is gone.
pub(super) fn gone() -> ! {
    life::leave_for_good();
    std::process::exit(EXIT);
}

/// Where crossterm reads keys: standard input, or the terminal where that is a file.
pub(super) fn keys() -> io::Result<File> {
    if io::stdin().is_terminal() {
        Ok(rustix::io::dup(rustix::stdio::stdin())?.into())
    } else {
        File::open("/dev/tty")
    }
}

/// Begins to watch. The thread sleeps until the terminal is gone; it ends where the system cannot
/// watch such a device.
pub(super) fn watch() -> io::Result<()> {
    let keys = keys()?;
    thread::Builder::new()
        .name("hangup".to_owned())
        .spawn(move || {
            loop {
                // No events are asked for: an end is always told.
                let mut watched = [PollFd::new(&keys, PollFlags::empty())];
                match poll(&mut watched, None) {
                    Ok(_) | Err(Errno::INTR) => {}
                    Err(_) => return,
                }
                let told = watched[0].revents();
                if told.intersects(PollFlags::HUP | PollFlags::ERR) {
                    gone();
                }
                if told.contains(PollFlags::NVAL) {
                    return;
                }
            }
        })?;
    Ok(())
}
