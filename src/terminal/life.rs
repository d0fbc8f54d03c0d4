//! The terminal's life cycle: entered once, left by whoever ends the program, exactly as it was.
//!
//! What is written on leaving is a constant, so that a program in any state can write it. One lock
//! is held around everything that is written; who ends the program keeps it, so that nothing can be
//! drawn after the terminal was left.

use std::io::{self, Write};
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};
use std::thread;
use std::time::Duration;

use nix::unistd::{getpid, getppid, getsid};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_current_process_group, kill_process};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

/// Alternate screen, bracketed paste, keys that can be told apart (kitty), no cursor.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[>1u\x1b[?25l\x1b[2J";
/// The same and the mouse undone, and what may have been left half done: a synchronised update, colours, wrapping.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[<1u\x1b[?2004l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[0m\
                       \x1b[?7h\x1b[?25h\x1b[?1049l";

/// The terminal that standard output is, written to without the lock of [`io::stdout`], which
/// another thread may hold.
pub(super) struct Tty;

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(rustix::stdio::stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The mouse is the terminal's; its presses and drags are ours, in SGR form.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// Whether the user wants the mouse for the terminal.
static MOUSE_AWAY: AtomicBool = AtomicBool::new(false);
/// Whether another program has the terminal on our behalf.
static LENT: AtomicBool = AtomicBool::new(false);
/// Which one, while it runs; 0 for none.
static GUEST: AtomicI32 = AtomicI32::new(0);
static ON: AtomicBool = AtomicBool::new(false);
static WRITING: Mutex<()> = Mutex::new(());

/// The right to write to the terminal.
pub(super) fn lock() -> MutexGuard<'static, ()> {
    WRITING
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A terminal that takes nothing for so many naps is given up: a second.
const PATIENCE: u32 = 500;
const NAP: Duration = Duration::from_millis(2);

/// The same for who is about to end the program: gives up after a second, because the writer may be
/// stuck, and keeps the right for ever.
fn lock_for_good() {
    for _ in 0..PATIENCE {
        match WRITING.try_lock() {
            Ok(guard) => return std::mem::forget(guard),
            Err(TryLockError::Poisoned(guard)) => return std::mem::forget(guard.into_inner()),
            Err(TryLockError::WouldBlock) => thread::sleep(NAP),
        }
    }
}

/// Whether the terminal is ours.
pub(super) fn is_on() -> bool {
    ON.load(Ordering::SeqCst)
}

/// Takes the terminal. Where it takes not all that is written, it is left as it was.
pub(super) fn enter() -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    ON.store(true, Ordering::SeqCst);
    let ours = !MOUSE_AWAY.load(Ordering::SeqCst);
    let mouse = if ours { MOUSE_ON } else { &[] };
    let entered = Tty.write_all(&[ENTER, mouse].concat());
    if entered.is_err() {
        leave();
    }
    entered
}

/// Takes the mouse or leaves it to the terminal, from now on.
pub(super) fn mouse(ours: bool) {
    MOUSE_AWAY.store(!ours, Ordering::SeqCst);
    if is_on() {
        // A terminal that is gone is noticed by whoever watches it.
        drop(Tty.write_all(if ours { MOUSE_ON } else { MOUSE_OFF }));
    }
}

/// Whether another program has the terminal on our behalf: what it does to the whole group of
/// processes is its own matter.
pub(super) fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// What an editor that was killed may leave: a part of the screen that scrolls, other codes for the
/// keys, reports of the focus.
const AFTER_GUEST: &[u8] = b"\x1b[r\x1b[?1l\x1b>\x1b[?1004l\x1b[>4m";

/// Gives the terminal to a program until it ends, and takes it again. The caller holds the lock.
pub(super) fn lend(command: &mut Command) -> io::Result<ExitStatus> {
    LENT.store(true, Ordering::SeqCst);
    leave();
    let modes = tcgetattr(rustix::stdio::stdout());
    let ended = command.spawn().and_then(|mut guest| {
        GUEST.store(guest.id().cast_signed(), Ordering::SeqCst);
        guest.wait()
    });
    GUEST.store(0, Ordering::SeqCst);
    if let Ok(modes) = modes {
        // What it left would be taken for what we found.
        let _ = tcsetattr(rustix::stdio::stdout(), OptionalActions::Now, &modes);
    }
    let _ = Tty.write_all(AFTER_GUEST);
    LENT.store(false, Ordering::SeqCst);
    enter()?;
    ended
}

/// Ends the program that has the terminal on our behalf, since we are about to end: asks it, for it
/// knows best what it did to the terminal, and after a second does not ask any more.
pub(super) fn dismiss_guest() {
    for signal in [Signal::TERM, Signal::KILL] {
        let mut told = false;
        for _ in 0..PATIENCE {
            match Pid::from_raw(GUEST.load(Ordering::SeqCst)) {
                Some(guest) if !told => {
                    told = true;
                    let _ = kill_process(guest, signal);
                }
                None if !is_lent() => return,
                // It is just being started, or about to end.
                Some(_) | None => thread::sleep(NAP),
            }
        }
    }
}

/// Gives the terminal back as it was. Does nothing the second time, and never blocks for long.
pub(super) fn leave() {
    if !ON.swap(false, Ordering::SeqCst) {
        return;
    }
    let out = rustix::stdio::stdout();
    let flags = fcntl_getfl(out);
    if let Ok(flags) = flags {
        let _ = fcntl_setfl(out, flags | OFlags::NONBLOCK);
    }
    let (mut rest, mut waited) = (LEAVE, 0);
    while !rest.is_empty() && waited < PATIENCE {
        match rustix::io::write(out, rest) {
            Ok(written @ 1..) => {
                rest = rest.get(written..).unwrap_or_default();
                waited = 0;
            }
            // It is busy with a frame that came before.
            Ok(0) | Err(Errno::AGAIN | Errno::INTR) => {
                thread::sleep(NAP);
                waited += 1;
            }
            // It is gone.
            Err(_) => break,
        }
    }
    if let Ok(flags) = flags {
        let _ = fcntl_setfl(out, flags);
    }
    // Nothing can be done about a terminal that is gone.
    drop(crossterm::terminal::disable_raw_mode());
}

/// Gives the terminal back for good; called by any thread but the main one before it ends the
/// program.
pub(super) fn leave_for_good() {
    lock_for_good();
    leave();
}

/// Stops the program as the shell's Ctrl-Z does. Continuing is the matter of `signals`.
pub(super) fn suspend() {
    if can_be_continued() {
        leave();
        let _ = kill_current_process_group(Signal::STOP);
    }
}

/// Whether there is a shell that could continue us: not for the leader of a session, nor for an
/// orphan.
pub(super) fn can_be_continued() -> bool {
    // In a container the parent and the leader of its session may be outside, where both have the
    // number 0: rustix says of it that it cannot be.
    let parent = getppid();
    let (own, its) = (getsid(None), getsid(Some(parent)));
    parent.as_raw() != 0 && own.is_ok() && own != Ok(getpid()) && its == own
}
