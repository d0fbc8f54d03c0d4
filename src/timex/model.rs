//! A time expression as the rest of the program sees it (TIMEX3, ISO-TimeML).

use std::fmt;

use super::anchors::Anchor;
use crate::text::Span;
use crate::time::{DateRange, Edtf};

/// A time expression found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex3 {
    /// The words.
    pub span: Span,
    /// The words that [`Timex3::edtf`] stands for: more than `span` for the first date of "from 30
    /// June to 2 July", which carries the whole; the second date then has no `edtf` of its own.
    pub phrase: Span,
    /// TIMEX3 TYPE.
    pub kind: TimexType,
    /// TIMEX3 VALUE.
    pub value: Value,
    /// TIMEX3 MOD.
    pub modifier: Option<Mod>,
    /// The first and the last day it can mean; `None` if no day follows from the text.
    pub range: Option<DateRange>,
    /// The date for a timeline, as precise as the text; `None` where there is no range.
    pub edtf: Option<Edtf>,
    /// What the value leans on.
    pub anchor: Anchor,
    /// The rule that read the words.
    pub rule: RuleId,
}

/// TIMEX3 TYPE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A calendar date, of whatever precision.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repetition.
    Set,
}

impl TimexType {
    /// As TIMEX3 writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// TIMEX3 VALUE: `2021-03-16`, `1989-Q3`, `P2W`, `PRESENT_REF`, `XXXX-03-16`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Value(Box<str>);

impl Value {
    /// A value as it will be printed.
    pub(crate) fn new(value: impl Into<Box<str>>) -> Self {
        Self(value.into())
    }

    /// The value as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// TIMEX3 MOD.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names of the standard")]
pub enum Mod {
    Start,
    Mid,
    End,
    Before,
    After,
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

impl Mod {
    /// As TIMEX3 writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// The name of a rule, as in [`RULES`](super::RULES).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleId(pub(crate) &'static str);

impl RuleId {
    /// The name: small letters and hyphens.
    pub fn name(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
