//! A text under the rules: its tokens, and the questions a rule may ask about one of them.
//!
//! The rules ask some hundred questions wherever an expression may begin, so these are inlined.

use std::ops::Range;

use super::days::Days;
use super::grain::{Edge, Grain, Part, Season, Shift};
use super::groups::Groups;
use super::lexicon::{Lexicon, Sense};
use super::tokens::{Case, Gap, Kind, Token, tokenize};
use crate::text::Span;
use crate::time::Weekday;

/// A tokenized text. Positions are token indexes; one past the end answers "no" to everything.
#[derive(Debug)]
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) days: &'a Days,
    lexicon: &'a Lexicon,
}

impl<'a> Scan<'a> {
    /// Tokenizes a text.
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon, days: &'a Days) -> Self {
        Self {
            text,
            tokens: tokenize(text, lexicon),
            days,
            lexicon,
        }
    }

    #[inline]
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The senses of the word at a position.
    #[inline]
    pub(crate) fn senses(&self, at: usize) -> &[Sense] {
        self.token(at)
            .map_or(&[], |token| self.lexicon.senses(token.word))
    }

    /// The rules that can begin at a position: with a number, or a word that can begin one; with an
    /// article those that can go on with what stands behind it.
    #[inline]
    pub(crate) fn opens(&self, at: usize) -> Groups {
        let opens = |at: usize| match self.token(at) {
            None => Groups::NONE,
            Some(token) => match token.kind {
                Kind::Number { .. } => Groups::FIGURES,
                Kind::Word => self.lexicon.opens(token.word),
                Kind::Mark('\'') if self.number(at + 1).is_some() => Groups::APOSTROPHE,
                Kind::Mark(_) => Groups::NONE,
            },
        };
        let own = opens(at);
        let led = own != Groups::NONE
            && self.has(at, Sense::Article)
            && !self.has(at + 1, Sense::BehindArticle);
        if !led {
            return own;
        }
        match opens(at + 1) {
            Groups::NONE => Groups::NONE,
            behind => own.both(behind.with(Groups::LED)),
        }
    }

    /// The first sense that `pick` takes.
    #[inline]
    pub(crate) fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.senses(at).iter().find_map(|sense| pick(*sense))
    }

    /// Whether one of the senses is this one.
    #[inline]
    pub(crate) fn has(&self, at: usize, wanted: Sense) -> bool {
        self.senses(at).contains(&wanted)
    }

    /// The words of a position.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether the word is this one, in whatever case.
    #[inline]
    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        // Most words differ in length already; only the others are looked at.
        self.token(at).is_some_and(|token| {
            token.span.len() == word.len() && token.span.of(self.text).eq_ignore_ascii_case(word)
        })
    }

    /// Whether the word is one of these.
    #[inline]
    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let own = self.word(at);
        let is = |word: &&str| word.len() == own.len() && word.eq_ignore_ascii_case(own);
        words.iter().any(is)
    }

    /// Whether the position and those after it spell these words.
    #[inline]
    pub(crate) fn spells(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(step, word)| self.is(at + step, word))
    }

    /// Whether it is that mark.
    #[inline]
    pub(crate) fn mark(&self, at: usize, mark: char) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// Whether it is a hyphen or a dash.
    pub(crate) fn dash(&self, at: usize) -> bool {
        self.mark(at, '-') || self.mark(at, '–')
    }

    /// Whether it is a hyphen that joins two tokens.
    pub(crate) fn hyphen(&self, at: usize) -> bool {
        self.mark(at, '-') && self.tight(at) && self.tight(at + 1)
    }

    /// Whether nothing stands between it and the token before.
    #[inline]
    pub(crate) fn tight(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.gap == Gap::None)
    }

    /// Whether it begins a paragraph (or lies beyond the text).
    pub(crate) fn new_paragraph(&self, at: usize) -> bool {
        self.token(at)
            .is_none_or(|token| token.gap == Gap::Paragraph)
    }

    /// Value and number of digits.
    #[inline]
    pub(crate) fn number(&self, at: usize) -> Option<(u32, u8)> {
        match self.token(at)?.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            Kind::Word | Kind::Mark(_) => None,
        }
    }

    /// Whether it is a word.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether it is a word with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Word && token.case != Case::Lower)
    }

    /// Whether it is a word all in capitals.
    pub(crate) fn all_capitals(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.kind == Kind::Word && token.case == Case::Upper)
    }

    /// The bytes of a run of tokens.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Span {
        match (
            self.token(tokens.start),
            self.token(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) => first.span.union(last.span),
            _ => Span::default(),
        }
    }

    /// Whether a sentence ends before this position: a paragraph, or a stop and then a capital.
    pub(crate) fn sentence_starts(&self, at: usize) -> bool {
        if at == 0 || self.new_paragraph(at) || self.mark(at - 1, '•') || self.mark(at, '•') {
            return true;
        }
        let mut before = at - 1;
        while before > 0 && (self.mark(before, '"') || self.mark(before, '\'')) {
            before -= 1;
        }
        let dot = self.mark(before, '.') && !self.is_abbreviation(before);
        let stop =
            dot || self.mark(before, '!') || self.mark(before, '?') || self.mark(before, ';');
        let quote = self.mark(at, '"') || self.mark(at, '`') || self.mark(at, '\'');
        stop && !self.tight(at) && (quote || self.capital(at) || self.number(at).is_some())
    }

    /// Whether the dot at a position belongs to a short word: "Mr.", "U.S.", "a.m.", "Sept.".
    fn is_abbreviation(&self, dot: usize) -> bool {
        let Some(word) = dot.checked_sub(1).filter(|_| self.tight(dot)) else {
            return false;
        };
        let short = self.word(word).len();
        let month = self.sense(word, |sense| {
            matches!(sense, Sense::MonthShort(_)).then_some(())
        });
        short == 1 && self.is_word(word) || self.capital(word) && short <= 3 || month.is_some()
    }

    pub(crate) fn weekday(&self, at: usize) -> Option<Weekday> {
        self.sense(at, |sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        })
    }

    pub(crate) fn unit(&self, at: usize) -> Option<Grain> {
        self.sense(at, |sense| match sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    pub(crate) fn units(&self, at: usize) -> Option<Grain> {
        self.sense(at, |sense| match sense {
            Sense::Units(unit) => Some(unit),
            _ => None,
        })
    }

    /// Whether a quotation mark before the words and the capital of their unit make them a title:
    /// "on CBS's '60 Minutes'".
    pub(crate) fn is_title(&self, at: usize, unit: usize) -> bool {
        let quoted = |at: usize| {
            ['"', '\'', '`', '“', '‘']
                .iter()
                .any(|mark| self.mark(at, *mark))
        };
        let before = at.checked_sub(1).filter(|_| !self.new_paragraph(at));
        self.capital(unit) && !self.all_capitals(unit) && before.is_some_and(quoted)
    }

    pub(crate) fn cardinal(&self, at: usize) -> Option<u32> {
        self.sense(at, |sense| match sense {
            Sense::Cardinal(number) => Some(number),
            _ => None,
        })
    }

    pub(crate) fn ordinal(&self, at: usize) -> Option<u32> {
        self.sense(at, |sense| match sense {
            Sense::Ordinal(number) => Some(number),
            _ => None,
        })
    }

    pub(crate) fn part(&self, at: usize) -> Option<Part> {
        self.sense(at, |sense| match sense {
            Sense::Part(part) => Some(part),
            _ => None,
        })
    }

    pub(crate) fn season(&self, at: usize) -> Option<Season> {
        self.sense(at, |sense| match sense {
            Sense::Season(season) => Some(season),
            _ => None,
        })
    }

    pub(crate) fn deictic(&self, at: usize) -> Option<i32> {
        self.sense(at, |sense| match sense {
            Sense::Deictic(days) => Some(days),
            _ => None,
        })
    }

    pub(crate) fn shift(&self, at: usize) -> Option<Shift> {
        self.sense(at, |sense| match sense {
            Sense::Shift(shift) => Some(shift),
            _ => None,
        })
    }

    pub(crate) fn edge(&self, at: usize) -> Option<Edge> {
        self.sense(at, |sense| match sense {
            Sense::Edge(edge) => Some(edge),
            _ => None,
        })
    }
}
