//! The lists of the lexicons, and which of them a word is in.

use super::{Lexicon, WordId};

/// A list that a word can be in.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    /// What begins a phrase that can tell something.
    Beginner,
    /// What begins a mark.
    Marker,
    /// The plurals of heads.
    Plural,
    Head,
    Caller,
    Modifier,
    Loose,
    NeverBare,
    NoName,
    Opener,
    Speaker,
    Human,
    Pronoun,
    Arms,
    Paper,
    Penalty,
    Wish,
    Plan,
    BehindSaying,
    Proxy,
    Kin,
    NamedFor,
    NamedWith,
    Landmark,
    Many,
}

impl Lexicon {
    #[inline]
    pub(super) fn has(&self, word: WordId, list: List) -> bool {
        self.lists[usize::from(word.0)] & 1 << list as u32 != 0
    }

    /// Whether a word begins a phrase that can tell something.
    #[inline]
    pub(in crate::compile) fn begins_phrase(&self, word: WordId) -> bool {
        self.has(word, List::Beginner)
    }

    /// Whether a word can be the head of a title.
    pub(in crate::compile) fn is_head(&self, word: WordId) -> bool {
        self.has(word, List::Head)
    }

    /// Whether a word in small letters can call people: the head of a title or its plural, or one of the
    /// callers that `people` knows.
    #[inline]
    pub(in crate::compile) fn calls(&self, word: WordId) -> bool {
        self.has(word, List::Caller)
    }

    /// Whether a word can stand before a head.
    pub(in crate::compile) fn is_modifier(&self, word: WordId) -> bool {
        self.has(word, List::Modifier)
    }

    /// Whether a name may follow this head in lower case.
    pub(in crate::compile) fn is_loose(&self, word: WordId) -> bool {
        self.has(word, List::Loose)
    }

    /// Whether this head means nobody without a name.
    pub(in crate::compile) fn never_bare(&self, word: WordId) -> bool {
        self.has(word, List::NeverBare)
    }

    /// Whether a capitalised word is no part of a person's name.
    pub(in crate::compile) fn is_no_name(&self, word: WordId) -> bool {
        self.has(word, List::NoName)
    }

    /// Whether a clause begins with this word.
    pub(in crate::compile) fn opens_clause(&self, word: WordId) -> bool {
        self.has(word, List::Opener)
    }

    /// Whether this word is one who says something without a name.
    pub(in crate::compile) fn is_speaker(&self, word: WordId) -> bool {
        self.has(word, List::Speaker)
    }

    /// Whether a verb only wishes for what it carries: "consider a visit".
    pub(in crate::compile) fn is_wish(&self, word: WordId) -> bool {
        self.has(word, List::Wish)
    }

    /// Whether a verb plans what it carries: "schedule talks".
    pub(in crate::compile) fn is_plan(&self, word: WordId) -> bool {
        self.has(word, List::Plan)
    }

    /// Whether this word belongs to when, where and to whom something was said.
    pub(in crate::compile) fn is_behind_saying(&self, word: WordId) -> bool {
        self.has(word, List::BehindSaying)
    }

    /// Whether this word is one who stands for another, or beside one: "envoy", "sister".
    pub(in crate::compile) fn is_proxy(&self, word: WordId) -> bool {
        self.has(word, List::Proxy)
    }

    /// Whether this word is kin of somebody: "wife", "lady".
    pub(in crate::compile) fn is_kin(&self, word: WordId) -> bool {
        self.has(word, List::Kin)
    }

    /// Whether what is called so is named for the one whose name stands before it: "University".
    pub(in crate::compile) fn is_named_for(&self, word: WordId) -> bool {
        self.has(word, List::NamedFor)
    }

    /// Whether a name behind this word is that of a place: "Capitol", "Camp".
    pub(in crate::compile) fn is_named_with(&self, word: WordId) -> bool {
        self.has(word, List::NamedWith)
    }

    /// Whether this family name ends names of places as well: "Park".
    pub(in crate::compile) fn is_landmark(&self, word: WordId) -> bool {
        self.has(word, List::Landmark)
    }

    /// Whether this word begins a phrase that can tell an event.
    pub(in crate::compile) fn tells(&self, word: WordId) -> bool {
        self.begins_phrase(word)
    }

    /// Whether this word is people in the plural: "lawmakers", "ministers".
    pub(in crate::compile) fn is_many(&self, word: WordId) -> bool {
        self.has(word, List::Many) || self.singular(word).is_some()
    }

    /// Whether this word is one whom one can meet.
    pub(in crate::compile) fn is_human(&self, word: WordId) -> bool {
        self.calls_people(word) || self.has(word, List::Pronoun)
    }

    /// Whether this word says what kind of people one meets: "veterans", and not "them".
    pub(in crate::compile) fn calls_people(&self, word: WordId) -> bool {
        self.has(word, List::Human)
    }
}
