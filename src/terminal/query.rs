//! Questions to the terminal, with a limit on how long it may take to answer.
//!
//! Behind the questions goes one that nearly every terminal answers (its attributes, DA1): when
//! that answer is there, nothing else will come. A terminal that says nothing costs the time limit
//! once. What the user typed meanwhile is given back.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, tcgetattr, tcgetpgrp, tcsetattr};

/// How long a terminal may take.
pub(super) const LIMIT: Duration = Duration::from_millis(100);
/// How long it may take where nobody waits to type.
const PATIENCE: Duration = Duration::from_secs(1);
/// Background colour, progressive keyboard flags, attributes.
const QUESTIONS: &[u8] = b"\x1b]11;?\x1b\\\x1b[?u\x1b[c";
/// More bytes than this are no answer.
const MOST_BYTES: usize = 4096;

/// What a terminal told of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Red, green and blue of its background, from 0 to 255.
    pub background: Option<(u8, u8, u8)>,
    /// Whether it can tell keys apart that older terminals cannot (kitty protocol).
    pub keyboard: bool,
    /// Whether it answered to the end; else an answer may still come, among the keys.
    pub answered: bool,
    /// What came besides: keys that were pressed meanwhile.
    pub(super) typed: Vec<u8>,
}

impl Told {
    /// Nothing was asked, so nothing will come.
    pub(super) fn settled() -> Self {
        Self {
            answered: true,
            ..Self::default()
        }
    }

    /// Whether the background is light, if it is known.
    pub fn is_light(&self) -> Option<bool> {
        // Relative luminance of the unlinear values: near enough to tell light from dark.
        let (red, green, blue) = self.background?;
        let light = 2126 * u32::from(red) + 7152 * u32::from(green) + 722 * u32::from(blue);
        Some(light > 10_000 * 255 / 2)
    }
}

/// Asks the terminal of this process, if it is there and in front. Takes it out of line mode while
/// it asks.
pub fn ask() -> Option<Told> {
    let tty = tty()?;
    // A program in the background that touched the terminal's modes would be stopped.
    if tcgetpgrp(&tty).ok()?.as_raw_pid() != nix::unistd::getpgrp().as_raw() {
        return None;
    }
    let before = tcgetattr(&tty).ok()?;
    let mut raw = before.clone();
    raw.make_raw();
    tcsetattr(&tty, OptionalActions::Now, &raw).ok()?;
    let told = ask_raw(PATIENCE);
    // Nothing can be done about a terminal that is gone.
    let _ = tcsetattr(&tty, OptionalActions::Now, &before);
    told
}

/// The same where the terminal is raw already.
pub(super) fn ask_raw(limit: Duration) -> Option<Told> {
    let mut tty = tty()?;
    tty.write_all(QUESTIONS).ok()?;
    let until = Instant::now() + limit;
    let mut bytes = Vec::new();
    let mut buffer = [0; 256];
    while bytes.len() < MOST_BYTES && wait(&tty, until) {
        match tty.read(&mut buffer) {
            Ok(count @ 1..) => bytes.extend_from_slice(buffer.get(..count).unwrap_or_default()),
            Ok(0) | Err(_) => break,
        }
        if parse(&bytes).answered {
            break;
        }
    }
    Some(parse(&bytes))
}

fn tty() -> Option<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .open("/dev/tty")
        .ok()
}

fn wait(tty: &File, until: Instant) -> bool {
    let left = until.saturating_duration_since(Instant::now());
    let time = Timespec {
        tv_sec: left.as_secs() as i64,
        tv_nsec: i64::from(left.subsec_nanos()),
    };
    let mut watched = [PollFd::from_borrowed_fd(tty.as_fd(), PollFlags::IN)];
    poll(&mut watched, Some(&time)).is_ok_and(|ready| ready > 0)
}

/// Takes the answers out of what came.
fn parse(bytes: &[u8]) -> Told {
    let mut told = Told::default();
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first() {
        if let Some((answer, next)) = control(rest, b"\x1b]", |byte| byte == 0x07 || byte == 0x1B) {
            if let Some(color) = answer.strip_prefix(b"11;") {
                told.background = rgb(&String::from_utf8_lossy(color));
            }
            rest = next.strip_prefix(b"\\").unwrap_or(next);
        } else if let Some((answer, next)) = control(rest, b"\x1b[?", u8_is_letter) {
            // The letter is the last byte before `next`.
            match rest.get(b"\x1b[?".len() + answer.len()) {
                Some(b'u') => told.keyboard = true,
                Some(b'c') => told.answered = true,
                _ => {}
            }
            rest = next;
        } else {
            told.typed.push(first);
            rest = after;
        }
    }
    told
}

fn u8_is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

/// What stands between a beginning and the first byte that ends it, and what comes behind.
fn control<'a>(
    bytes: &'a [u8],
    begin: &[u8],
    ends: impl Fn(u8) -> bool,
) -> Option<(&'a [u8], &'a [u8])> {
    let body = bytes.strip_prefix(begin)?;
    let end = body.iter().position(|byte| ends(*byte))?;
    Some((body.get(..end)?, body.get(end + 1..)?))
}

/// `rgb:1e1e/1e1e/1e1e`, with one to four digits each.
fn rgb(text: &str) -> Option<(u8, u8, u8)> {
    let values = text
        .strip_prefix("rgb:")
        .or_else(|| text.strip_prefix("rgba:"))?;
    let mut parts = values.split('/').map(|digits| {
        let all_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        if !all_hex || !(1..=4).contains(&digits.len()) {
            return None;
        }
        let value = u32::from_str_radix(digits, 16).ok()?;
        let most = (1 << (4 * digits.len())) - 1;
        u8::try_from(value * 255 / most).ok()
    });
    Some((parts.next()??, parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn answers_are_told_apart_from_keys() {
        let told = parse(b"j\x1b]11;rgb:ffff/fafa/f0f0\x07k\x1b[?0u\x1b[?62;22cl");
        assert_eq!(told.background, Some((255, 250, 240)));
        assert_eq!(told.is_light(), Some(true));
        assert!(told.keyboard && told.answered);
        assert_eq!(told.typed, b"jkl");
        let dark = parse(b"\x1b]11;rgb:1e/1e/2e\x1b\\");
        assert_eq!((dark.is_light(), dark.answered), (Some(false), false));
        assert_eq!(parse(b"").is_light(), None);
        for bad in ["nonsense", "rgb:fffffff/0/0", "rgb:/0/0", "rgb:+f/0/0"] {
            let told = parse(format!("\x1b]11;{bad}\x07").as_bytes());
            assert_eq!(told.background, None, "{bad}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn whatever_a_terminal_says_is_survived(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let told = parse(&bytes);
            prop_assert!(told.typed.len() <= bytes.len());
        }

        #[test]
        fn any_colour_is_read(red: u8, green: u8, blue: u8) {
            let told = parse(format!("\x1b]11;rgb:{red:02x}/{green:02x}/{blue:02x}\x1b\\").as_bytes());
            prop_assert_eq!(told.background, Some((red, green, blue)));
        }
    }
}
