//! Signals, waited for in a thread: that works even while the main thread is stuck in a write.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::life;
use crate::app::Message;

/// From now on a file that grows beyond the limit of the system is an error of the write, not the
/// death of the program.
pub fn too_large_is_an_error() {
    // Where it cannot be set up, the system does as it always did.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}

/// Begins to wait.
pub(super) fn watch(inbox: Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGWINCH => {
                        let told = rustix::termios::tcgetwinsize(rustix::stdio::stdout());
                        // The screen itself knows the size that is drawn; this only wakes the loop.
                        let (width, height) =
                            told.map_or((0, 0), |size| (size.ws_col, size.ws_row));
                        drop(inbox.send(Message::Resize(width, height)));
                    }
                    // The keys of an editor that has the terminal are the editor's.
                    SIGINT | SIGQUIT | SIGCONT if life::is_lent() => {}
                    SIGTSTP if life::is_lent() => {
                        let _ = kill_process(getpid(), Signal::STOP);
                    }
                    SIGTSTP if life::can_be_continued() => {
                        let _writing = life::lock();
                        life::leave();
                        let _ = kill_process(getpid(), Signal::STOP);
                    }
                    SIGTSTP => {}
                    SIGCONT => {
                        let entered = {
                            let _writing = life::lock();
                            // It may come without a stop of ours, and then finds the terminal taken,
                            // in modes that a shell may have changed.
                            life::leave();
                            life::enter()
                        };
                        if entered.is_ok() {
                            drop(inbox.send(Message::Continued));
                        }
                    }
                    fatal => {
                        life::dismiss_guest();
                        life::leave_for_good();
                        // The parent sees which signal it was.
                        drop(emulate_default_handler(fatal));
                        std::process::exit(128 + fatal);
                    }
                }
            }
        })?;
    Ok(())
}
