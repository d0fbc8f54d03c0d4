//! Places in files of the user, and what is wrong there.

use std::fmt;
use std::ops::Range;

use crate::text::{clean_line, nearest};

/// Something wrong in a file of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as shown.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong and what to do about it.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.message
        )
    }
}

/// A file of the user, or one that comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file, as shown.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Source<'_> {
    /// A fault at a place of this file, given in bytes.
    pub fn fault(&self, at: Range<usize>, message: impl AsRef<str>) -> Fault {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Fault {
            file: clean_line(self.file),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            message: clean_line(message.as_ref()),
        }
    }

    /// A fault about a name that is none of those allowed, with the nearest that is.
    pub fn unknown(&self, at: Range<usize>, what: &str, name: &str, known: &[&str]) -> Fault {
        let hint = match nearest(name, known) {
            Some(near) => format!("; did you mean “{near}”?"),
            None if known.len() <= 12 => format!("; known are {}", known.join(", ")),
            None => String::new(),
        };
        self.fault(at, format!("there is no {what} “{name}”{hint}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_line_column_and_nearest_name() {
        let source = Source {
            file: "keymap.toml",
            text: "[list]\ndwon = [\"j\"]\n",
        };
        let fault = source.unknown(7..11, "action", "dwon", &["down", "up"]);
        assert_eq!(
            fault.to_string(),
            "keymap.toml:2:1: there is no action “dwon”; did you mean “down”?"
        );
    }

    #[test]
    fn nothing_is_near_to_nonsense() {
        assert_eq!(nearest("xyzzy", &["down", "up"]), None);
    }
}
