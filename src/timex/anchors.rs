//! What a value leans on, and how to say so.

use crate::text::Span;
use crate::time::Date;

/// What the value of a time expression was worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The words say it all.
    Explicit,
    /// The day of writing.
    Dct(Date, Lean),
    /// A time expression before (or just after) it.
    Previous(Span, Lean),
    /// It needs a date to lean on and there is none: the value is left with holes.
    Unanchored,
    /// Nothing to lean on is needed: a length, a repetition, "now".
    Free,
}

/// How it leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// The most recent such day or month, the anchor's own counted.
    MostRecent,
    /// The next such one, since the sentence looks ahead.
    Coming,
    /// The nearest such one.
    Nearest,
    /// In the period that the anchor lies in.
    Within,
    /// So many steps from the anchor.
    Counted,
    /// The closing end of a range that the anchor opens.
    RangeEnd,
}

impl Anchor {
    /// Why, in plain words; `text` is the text that was tagged.
    pub fn explain(&self, text: &str) -> String {
        match self {
            Self::Explicit => "the words give the whole date".to_owned(),
            Self::Dct(day, lean) => {
                let day = day.human();
                [lean.words(), " the date of the document, ", &day].concat()
            }
            Self::Previous(span, lean) => {
                let words: Vec<_> = span.of(text).split_whitespace().collect();
                let words = words.join(" ");
                [lean.words(), " “", &words, "” in the same text"].concat()
            }
            Self::Unanchored => "the text gives no date to lean on; left open".to_owned(),
            Self::Free => "needs no date to lean on".to_owned(),
        }
    }

    /// One word, for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Dct(..) => "dct",
            Self::Previous(..) => "previous",
            Self::Unanchored => "unanchored",
            Self::Free => "free",
        }
    }
}

impl Lean {
    fn words(self) -> &'static str {
        match self {
            Self::MostRecent => "the most recent one as of",
            Self::Coming => "the next one, since the sentence looks ahead, from",
            Self::Nearest => "the one nearest to",
            Self::Within => "the one around",
            Self::Counted => "counted from",
            Self::RangeEnd => "the end of the range that begins with",
        }
    }
}
