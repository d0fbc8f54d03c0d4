//! One key press, however the terminal reported it.
//!
//! Shift is folded into the character it makes; `ctrl` letters are lower case. Printing and parsing
//! are inverse to each other, so the files that bind keys and the help that shows them agree.

use std::fmt;
use std::str::FromStr;

/// A key with the modifiers held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyPress {
    /// The key.
    pub code: Code,
    /// Whether control was held.
    pub ctrl: bool,
    /// Whether alt was held.
    pub alt: bool,
    /// Whether shift was held; never set for characters.
    pub shift: bool,
}

/// A key without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// A function key, 1 to 24.
    F(u8),
}

const NAMED: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("insert", Code::Insert),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
];

/// The letters of a Hangul keyboard (dubeolsik) and the Latin key that each stands on.
const HANGUL: &[(char, char)] = &[
    ('ㅂ', 'q'),
    ('ㅃ', 'Q'),
    ('ㅈ', 'w'),
    ('ㅉ', 'W'),
    ('ㄷ', 'e'),
    ('ㄸ', 'E'),
    ('ㄱ', 'r'),
    ('ㄲ', 'R'),
    ('ㅅ', 't'),
    ('ㅆ', 'T'),
    ('ㅛ', 'y'),
    ('ㅕ', 'u'),
    ('ㅑ', 'i'),
    ('ㅐ', 'o'),
    ('ㅒ', 'O'),
    ('ㅔ', 'p'),
    ('ㅖ', 'P'),
    ('ㅁ', 'a'),
    ('ㄴ', 's'),
    ('ㅇ', 'd'),
    ('ㄹ', 'f'),
    ('ㅎ', 'g'),
    ('ㅗ', 'h'),
    ('ㅓ', 'j'),
    ('ㅏ', 'k'),
    ('ㅣ', 'l'),
    ('ㅋ', 'z'),
    ('ㅌ', 'x'),
    ('ㅊ', 'c'),
    ('ㅍ', 'v'),
    ('ㅠ', 'b'),
    ('ㅜ', 'n'),
    ('ㅡ', 'm'),
];

impl KeyPress {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character as typed.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A key as the terminal reports it, brought into the one form.
    pub fn new(code: Code, ctrl: bool, alt: bool, shift: bool) -> Self {
        match code {
            Code::Char(c) if ctrl => Self {
                code: Code::Char(c.to_ascii_lowercase()),
                ctrl,
                alt,
                shift: false,
            },
            Code::Char(c) => {
                let c = if shift && c.is_ascii_lowercase() {
                    c.to_ascii_uppercase()
                } else {
                    c
                };
                Self {
                    code: Code::Char(c),
                    ctrl,
                    alt,
                    shift: false,
                }
            }
            _ => Self {
                code,
                ctrl,
                alt,
                shift,
            },
        }
    }

    /// The character that it types, if it types one.
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key of a Latin keyboard at the same place, for commands: `ㅓ` is `j`, `ｊ` is `j`.
    #[must_use]
    pub fn latin(self) -> Self {
        let Code::Char(c) = self.code else {
            return self;
        };
        let latin = match HANGUL.iter().find(|(hangul, _)| *hangul == c) {
            Some((_, latin)) => *latin,
            None => match c {
                '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
                '\u{3000}' => ' ',
                _ => c,
            },
        };
        Self {
            code: Code::Char(latin),
            ..self
        }
    }
}

impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, prefix) in [
            (self.ctrl, "ctrl-"),
            (self.alt, "alt-"),
            (self.shift, "shift-"),
        ] {
            if held {
                f.write_str(prefix)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "f{number}"),
            code => match (NAMED.iter().find(|(_, named)| *named == code), code) {
                (Some((name, _)), _) => f.write_str(name),
                (None, Code::Char(c)) => write!(f, "{c}"),
                (None, _) => Ok(()),
            },
        }
    }
}

/// Why a key could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not a key that we know.
    #[error("there is no key “{0}”")]
    Unknown(String),
    /// Shift with a character: the character itself says it.
    #[error("“{0}”: write the character that shift makes instead")]
    ShiftedCharacter(String),
}

impl FromStr for KeyPress {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        loop {
            let strip = |prefix: &str| rest.strip_prefix(prefix).filter(|after| !after.is_empty());
            if let Some(after) = strip("ctrl-") {
                (ctrl, rest) = (true, after);
            } else if let Some(after) = strip("alt-") {
                (alt, rest) = (true, after);
            } else if let Some(after) = strip("shift-") {
                (shift, rest) = (true, after);
            } else {
                break;
            }
        }
        let unknown = || KeyError::Unknown(text.to_owned());
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if !c.is_control() && c != ' ' => Code::Char(c),
            (first, second) => {
                let named = NAMED.iter().find(|(name, _)| *name == rest);
                match (named, first, second) {
                    (Some((_, code)), ..) => *code,
                    (None, Some('f'), Some(_)) => {
                        let number = rest.get(1..).and_then(|digits| digits.parse().ok());
                        let number = number.filter(|n| (1..=24).contains(n));
                        Code::F(number.ok_or_else(unknown)?)
                    }
                    _ => return Err(unknown()),
                }
            }
        };
        if shift && matches!(code, Code::Char(_)) {
            return Err(KeyError::ShiftedCharacter(text.to_owned()));
        }
        Ok(Self::new(code, ctrl, alt, shift))
    }
}

/// Keys pressed one after the other, as the files write them: `g g`.
pub fn parse_sequence(text: &str) -> Result<Vec<KeyPress>, KeyError> {
    let keys: Vec<KeyPress> = text
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    if keys.is_empty() {
        Err(KeyError::Unknown(text.to_owned()))
    } else {
        Ok(keys)
    }
}

/// The inverse of [`parse_sequence`], short for the screen: `gg`, `]p`, `ctrl-d`.
pub fn show_sequence(keys: &[KeyPress]) -> String {
    let shown: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let joint = if shown.iter().all(|key| key.chars().count() == 1) {
        ""
    } else {
        " "
    };
    shown.join(joint)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, key: KeyPress) {
        assert_eq!(text.parse(), Ok(key));
        assert_eq!(key.to_string(), text);
    }

    #[test]
    fn keys_read_as_they_print() {
        check("j", KeyPress::char('j'));
        check("G", KeyPress::char('G'));
        check("-", KeyPress::char('-'));
        check("ctrl--", KeyPress::new(Code::Char('-'), true, false, false));
        check("space", KeyPress::char(' '));
        check("shift-tab", KeyPress::new(Code::Tab, false, false, true));
        check(
            "ctrl-alt-f12",
            KeyPress::new(Code::F(12), true, true, false),
        );
    }

    #[test]
    fn what_is_no_key_is_an_error() {
        for text in ["", "ctrl", "f0", "f25", "shift-g", "hello", " "] {
            assert!(text.parse::<KeyPress>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_hangul_keyboard_gives_commands() {
        assert_eq!(KeyPress::char('ㅓ').latin(), KeyPress::char('j'));
        assert_eq!(KeyPress::char('ｊ').latin(), KeyPress::char('j'));
    }

    proptest! {
        #[test]
        fn any_press_reads_as_it_prints(c in "[^\\p{C}\\p{Z}]", ctrl: bool, alt: bool) {
            let key = KeyPress::new(Code::Char(c.chars().next().unwrap()), ctrl, alt, false);
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }
    }
}
