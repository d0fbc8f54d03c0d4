//! The input as a list of tokens with their places. Every string has one.

use super::{Form, Issue, Word};
use crate::text::Span;

/// A piece of the input.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// What a piece of the input is.
#[derive(Debug, Clone)]
pub(super) enum TokenKind {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `OR` or `|`
    Or,
    /// `AND`, which only keeps words apart.
    And,
    /// `-`, `!` or `NOT` before something.
    Not,
    /// `-` or `..` by itself: between two dates it makes a range of them.
    Dash,
    /// A word or a phrase.
    Word(Word),
    /// `name:value,value`, with a name that is known; in small letters.
    Field(&'static str, Vec<Word>),
}

/// Names before a colon that mean something.
const NAMES: &[&str] = &[
    "who", "with", "where", "kind", "status", "country", "topic", "source", "since", "before",
    "after", "until", "on", "in", "during", "is", "has", "tag", "last", "first", "count",
];

/// Characters that end a word.
fn ends_word(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '(' | ')' | '|' | '"' | '“' | '”')
}

/// The tokens of the input in order.
pub(super) fn tokens(input: &str, issues: &mut Vec<Issue>) -> Vec<Token> {
    let mut lexer = Lexer {
        input,
        at: 0,
        issues,
    };
    let mut found = Vec::new();
    while let Some(token) = lexer.token() {
        found.push(token);
    }
    found
}

struct Lexer<'a> {
    input: &'a str,
    at: usize,
    issues: &'a mut Vec<Issue>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.input.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes characters as long as they are wanted.
    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c| !wanted(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn token(&mut self) -> Option<Token> {
        loop {
            self.take_while(|c| {
                c.is_whitespace() || c.is_control() || matches!(c, '*' | ',' | ';' | '?')
            });
            let start = self.at;
            let first = self.peek()?;
            let single = match first {
                '(' => Some(TokenKind::Open),
                ')' => Some(TokenKind::Close),
                '|' => Some(TokenKind::Or),
                '-' | '!' => Some(TokenKind::Not),
                _ => None,
            };
            let kind = if let Some(length) = self.dash() {
                self.at += length;
                Some(TokenKind::Dash)
            } else if let Some(kind) = single {
                self.at += first.len_utf8();
                Some(kind)
            } else {
                self.named().or_else(|| self.word(ends_word).map(operator))
            };
            if let Some(kind) = kind {
                let span = Span::new(start, self.at);
                return Some(Token { span, kind });
            }
            if self.at == start {
                self.at += first.len_utf8();
            }
        }
    }

    /// The length of a dash that has room on both sides, if one stands here.
    fn dash(&self) -> Option<usize> {
        let rest = self.rest();
        let before = self.input.get(..self.at)?.chars().next_back();
        let length = ["..", "-", "–", "—"]
            .iter()
            .find(|sign| rest.starts_with(**sign))?
            .len();
        let after = rest.get(length..)?.chars().next();
        let room = |c: Option<char>| c.is_none_or(char::is_whitespace);
        (room(before) && room(after)).then_some(length)
    }

    /// `name:values`, if a known name stands here. An unknown one is told and left as a word.
    fn named(&mut self) -> Option<TokenKind> {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_alphabetic())?;
        let (name, after) = rest.split_at_checked(length)?;
        let after = after.strip_prefix(':')?;
        if name.is_empty() {
            return None;
        }
        let lower = name.to_ascii_lowercase();
        let Some(known) = NAMES.iter().find(|known| **known == lower) else {
            if !after.starts_with("//") {
                self.issues.push(Issue {
                    span: Span::new(self.at, self.at + length + 1),
                    message: format!("there is no field \"{name}:\"; searched as a word"),
                });
            }
            return None;
        };
        self.at += length + 1;
        let mut values = Vec::new();
        loop {
            values.extend(self.word(|c| ends_word(c) || c == ','));
            if self.peek() != Some(',') {
                break;
            }
            self.at += 1;
        }
        Some(TokenKind::Field(known, values))
    }

    /// A word or a phrase, if one with a letter or digit in it stands here. What was read is passed
    /// over in any case.
    fn word(&mut self, ends: impl Fn(char) -> bool) -> Option<Word> {
        let start = self.at;
        if matches!(self.peek(), Some('"' | '“' | '”')) {
            self.at += self.peek().map_or(0, char::len_utf8);
            let text = self.take_while(|c| !matches!(c, '"' | '”'));
            match self.peek() {
                Some(closing) => self.at += closing.len_utf8(),
                None => self.issues.push(Issue {
                    span: Span::new(start, self.at),
                    message: "the quotation is not closed; read to the end".to_owned(),
                }),
            }
            return phrase(text);
        }
        let raw = self.take_while(|c| !ends(c));
        let bare = raw.trim_start_matches(['\'', '-', '!', '*', ',', ';', '?']);
        let quoted = raw.starts_with('\'');
        let (text, starred) = trimmed(bare);
        if !text.contains(char::is_alphanumeric) {
            return None;
        }
        let form = match (quoted, starred) {
            (true, _) => Form::Exact,
            (false, true) => Form::Prefix,
            (false, false) => Form::Loose,
        };
        Some(Word {
            text: text.to_owned(),
            form,
        })
    }
}

/// The words of a quotation, one space between each two.
fn phrase(text: &str) -> Option<Word> {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let text = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    text.contains(char::is_alphanumeric).then_some(Word {
        text,
        form: Form::Phrase,
    })
}

/// Without the punctuation behind it, and whether a `*` was among that. A range keeps its dots.
fn trimmed(mut text: &str) -> (&str, bool) {
    let mut starred = false;
    while let Some(last) = text.chars().next_back() {
        let drop = match last {
            ',' | ';' | '?' | '!' => true,
            '*' => {
                starred = true;
                true
            }
            '.' => !text.ends_with(".."),
            _ => false,
        };
        if !drop {
            break;
        }
        text = text.strip_suffix(last).unwrap_or_default();
    }
    (text, starred)
}

/// Words in capitals that join others.
fn operator(word: Word) -> TokenKind {
    match (word.form, word.text.as_str()) {
        (Form::Loose, "OR") => TokenKind::Or,
        (Form::Loose, "AND") => TokenKind::And,
        (Form::Loose, "NOT") => TokenKind::Not,
        _ => TokenKind::Word(word),
    }
}
