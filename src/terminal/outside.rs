//! What leaves the program on the user's word: text for the clipboard, a new file.

use std::io::{self, Write};
use std::path::PathBuf;

use super::life;
use crate::app::message::Notice;
use crate::disk;

/// Text beyond this is refused by most terminals (OSC 52).
const MOST_CLIPBOARD: usize = 74_000;
/// Numbers that are tried for a name that is taken.
const MOST_NAMES: u32 = 1000;

/// Gives text to the terminal to put into its clipboard (OSC 52): that works over SSH, and starts
/// no program. Terminals do not answer, so the notice tells the way that was taken.
pub(super) fn copy(text: &str, what: &str) -> Notice {
    if text.len() > MOST_CLIPBOARD {
        return Notice::failure(format!(
            "{what} is too long for the clipboard: save it instead"
        ));
    }
    let _writing = life::lock();
    let sent = life::Tty.write_all(format!("\x1b]52;c;{}\x07", base64(text.as_bytes())).as_bytes());
    match sent {
        Ok(()) => Notice::info(format!(
            "{what}: given to the terminal's clipboard (OSC 52)"
        )),
        Err(error) => Notice::failure(format!("{what} was not copied: {error}")),
    }
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            if at <= chunk.len() {
                out.push(char::from(DIGITS[(bits >> (18 - 6 * at)) as usize & 63]));
            } else {
                out.push('=');
            }
        }
    }
    out
}

/// Writes a new file in the current folder, with a number in its name where that is taken.
pub(super) fn save(name: &str, text: &str) -> Notice {
    match save_new(name, text) {
        Ok(path) => Notice::info(format!("written to {}", path.display())),
        Err(error) => Notice::failure(format!("{name} was not written: {error}")),
    }
}

fn save_new(name: &str, text: &str) -> io::Result<PathBuf> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for number in 1..MOST_NAMES {
        let path = if number == 1 {
            PathBuf::from(name)
        } else {
            PathBuf::from(format!("{stem}-{number}.{ending}"))
        };
        match disk::write_new(&path, text.as_bytes()) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_the_standard_has_it() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
