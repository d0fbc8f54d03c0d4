//! What did the user type?
//!
//! [`parse`] turns any string into a [`Query`] and a list of [`Issue`]s; it never fails and takes
//! time linear in the input. A [`Query`] prints as a string that parses to the same tree. The tree
//! knows nothing of events or names: what "Yoon took office" or "kind:2+2" mean is for `search`.

mod compose;
mod dates;
mod lex;
mod moments;
mod parse;
mod print;
mod when;

use crate::text::Span;

pub use compose::{and, around, condition};
pub use parse::parse;
pub use when::{Moment, Relative, Unit, When};

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// The answer that was asked for in words: `last: blinken seoul`.
    pub ask: Option<Ask>,
    /// What events must fulfil.
    pub root: Node,
}

impl Query {
    /// Whether every event fulfils it.
    pub fn is_empty(&self) -> bool {
        self.root == Node::default()
    }
}

/// Which answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ask {
    /// `last:`
    Last,
    /// `first:`
    First,
    /// `count:`
    Count,
}

impl Ask {
    /// The word that asks for it, without the colon.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::First => "first",
            Self::Count => "count",
        }
    }
}

/// A condition on an event. Lists of [`Node::All`] and [`Node::Any`] hold no list of their own kind
/// and, but for the empty [`Node::All`], at least two nodes; see [`Node::all`] and [`Node::any`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// Each holds; the empty list is every event.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// A word or a phrase occurs.
    Word(Word),
    /// A part of the event is one of these.
    Field(Field, Vec<Word>),
    /// It falls on these days.
    When(When),
    /// It is of this sort.
    Is(Is),
    /// It has this.
    Has(Has),
    /// The user gave it this tag.
    Tag(Word),
}

impl Default for Node {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Node {
    /// Each of the nodes, in the normal form.
    pub fn all(nodes: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for node in nodes {
            match node {
                Self::All(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        match flat.len() {
            1 => flat.swap_remove(0),
            _ => Self::All(flat),
        }
    }

    /// Any of the nodes, in the normal form. Every event if there are none.
    pub fn any(nodes: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for node in nodes {
            match node {
                Self::Any(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        match flat.len() {
            0 => Self::default(),
            1 => flat.swap_remove(0),
            _ => Self::Any(flat),
        }
    }
}

/// A word as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// The letters, without the signs of its form.
    pub text: String,
    /// How it must match.
    pub form: Form,
}

impl Word {
    /// A word that may match in any tier.
    pub fn loose(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            form: Form::Loose,
        }
    }
}

/// How a word must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// In any tier.
    Loose,
    /// `'word`: as it stands.
    Exact,
    /// `pre*`: as the beginning of a word.
    Prefix,
    /// `"two words"`: one after the other.
    Phrase,
}

/// A part of an event that a query can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who took part.
    Who,
    /// Who else took part.
    With,
    /// Where it was.
    Where,
    /// What sort of happening.
    Kind,
    /// Whether it happened.
    Status,
    /// Whose happening.
    Country,
    /// About what.
    Topic,
    /// Who says so.
    Source,
}

impl Field {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Who,
        Self::With,
        Self::Where,
        Self::Kind,
        Self::Status,
        Self::Country,
        Self::Topic,
        Self::Source,
    ];

    /// As typed, without the colon.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::With => "with",
            Self::Where => "where",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Country => "country",
            Self::Topic => "topic",
            Self::Source => "source",
        }
    }
}

/// A sort of event that `is:` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Is {
    /// The user marked it.
    Marked,
    /// More than one source tells it.
    Merged,
    /// It has no date.
    Undated,
    /// No source stands behind it.
    Unsourced,
}

impl Is {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Marked, Self::Merged, Self::Undated, Self::Unsourced];

    /// As typed after `is:`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Merged => "merged",
            Self::Undated => "undated",
            Self::Unsourced => "unsourced",
        }
    }
}

/// Something that `has:` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Has {
    /// A note of the user.
    Note,
    /// The words of a document.
    Quote,
}

impl Has {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Note, Self::Quote];

    /// As typed after `has:`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Quote => "quote",
        }
    }
}

/// Something in the input that could not be taken as it stands; the rest is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where in the input.
    pub span: Span,
    /// What is wrong and what was done about it: one plain sentence.
    pub message: String,
}

#[cfg(test)]
mod tests;
