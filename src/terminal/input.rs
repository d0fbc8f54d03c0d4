//! Keys, paste and mouse as messages. The only place that knows how crossterm names them.

use std::fs::File;
use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind, read,
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::hangup;
use crate::app::Message;
use crate::app::keypress::{Code, KeyPress};
use crate::app::message::Mouse;

/// Held by whoever reads keys: an editor that was given the terminal must not share them with us.
static READING: Mutex<()> = Mutex::new(());

/// Keeps us from reading keys until it is dropped.
pub(super) fn hold() -> MutexGuard<'static, ()> {
    READING
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Keys that came while the terminal was asked, as messages.
pub(super) fn give_back(typed: &[u8], inbox: &Sender<Message>) {
    for c in String::from_utf8_lossy(typed).chars() {
        let key = match c {
            '\r' | '\n' => KeyPress::plain(Code::Enter),
            '\t' => KeyPress::plain(Code::Tab),
            '\u{1b}' => KeyPress::plain(Code::Esc),
            '\u{7f}' => KeyPress::plain(Code::Backspace),
            '\u{1}'..='\u{1a}' => {
                let letter = char::from(c as u8 - 1 + b'a');
                KeyPress::new(Code::Char(letter), true, false, false)
            }
            c if c.is_control() || c == char::REPLACEMENT_CHARACTER => continue,
            c => KeyPress::plain(Code::Char(c)),
        };
        // The inbox outlives this.
        drop(inbox.send(Message::Key(key)));
    }
}

/// Begins to read. `answered` says that the terminal owes no answer that could come among the keys.
pub(super) fn watch(inbox: Sender<Message>, answered: bool) -> io::Result<()> {
    let mut owed = Owed {
        open: !answered,
        swallowed: 0,
    };
    let keys = hangup::keys()?;
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            loop {
                wait(&keys, None);
                let _reading = hold();
                // They may have been an editor's.
                if wait(&keys, Some(&Timespec::default())) && !read_all(&inbox, &mut owed) {
                    return;
                }
            }
        })?;
    Ok(())
}

/// Waits until there is something to read, or for so long. Where the system cannot wait, reading
/// itself will.
fn wait(keys: &File, time: Option<&Timespec>) -> bool {
    loop {
        let mut watched = [PollFd::new(keys, PollFlags::IN)];
        match poll(&mut watched, time) {
            Ok(ready) => return ready > 0,
            Err(Errno::INTR) => {}
            Err(_) => return true,
        }
    }
}

/// How long more of what came at once is waited for: crossterm looks at nothing without some time.
const SOON: Duration = Duration::from_millis(1);

/// Reads what there is; `false` if nobody listens any more.
fn read_all(inbox: &Sender<Message>, owed: &mut Owed) -> bool {
    loop {
        match read() {
            Ok(event) => {
                if let Some(message) = message(event)
                    && !owed.takes(&message)
                    && inbox.send(message).is_err()
                {
                    return false;
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => hangup::gone(),
        }
        if !crossterm::event::poll(SOON).unwrap_or(false) {
            return true;
        }
    }
}

/// An answer that the terminal still owes: crossterm reads it as keys, from Alt-] to the end.
struct Owed {
    open: bool,
    swallowed: usize,
}

/// No answer is longer.
const LONGEST_ANSWER: usize = 48;

impl Owed {
    /// Whether a key is part of the answer.
    fn takes(&mut self, message: &Message) -> bool {
        let Message::Key(key) = message else {
            return false;
        };
        let begins = key.alt && key.code == Code::Char(']');
        if !self.open || (self.swallowed == 0 && !begins) {
            return false;
        }
        self.swallowed += 1;
        let bell = key.ctrl && key.code == Code::Char('g');
        let end = key.alt && key.code == Code::Char('\\');
        self.open = !(bell || end || self.swallowed >= LONGEST_ANSWER);
        true
    }
}

fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_press(key).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Mouse(mouse) => {
            let what = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Press,
                MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
                MouseEventKind::Up(MouseButton::Left) => Mouse::Release,
                MouseEventKind::ScrollDown => Mouse::WheelDown,
                MouseEventKind::ScrollUp => Mouse::WheelUp,
                _ => return None,
            };
            Some(Message::Mouse(what, mouse.column, mouse.row))
        }
        // `signals` tells of a new size at once; here it would come with the next key.
        Event::Resize(..) | Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn key_press(key: KeyEvent) -> Option<KeyPress> {
    let held = |modifier| key.modifiers.contains(modifier);
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let shift = held(KeyModifiers::SHIFT) || key.code == KeyCode::BackTab;
    Some(KeyPress::new(
        code,
        held(KeyModifiers::CONTROL),
        held(KeyModifiers::ALT),
        shift,
    ))
}

#[cfg(test)]
mod tests;
