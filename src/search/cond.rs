//! Conditions as they are evaluated: words tied to names, dates to days.

use super::Tier;
use super::expand::Scope;
use crate::chronicle::EventId;
use crate::index::EntityId;
use crate::query::{Ask, Field, Form, Has, Is};
use crate::time::DateRange;

/// What a query means in one chronicle.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// What events must fulfil.
    pub(super) root: Cond,
    /// What puts events in front but keeps none out.
    pub(super) wished: Vec<Cond>,
    /// The answer that the words ask for, where the query does not say it by a field.
    pub(super) ask: Option<Ask>,
    /// The loosest tier that is shown beside hits of tighter ones: while a last word has only a
    /// letter or two, what begins with them.
    pub(super) widest: Tier,
    /// What could not be resolved.
    pub(super) remarks: Vec<String>,
}

impl Plan {
    /// Whether any condition depends on the tier.
    pub(super) fn has_words(&self) -> bool {
        self.root.has_words()
    }
}

/// A condition on an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cond {
    /// Each holds.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// A word occurs.
    Word(WordCond),
    /// Several words that are one name, or the beginning of one.
    Group(GroupCond),
    /// These words occur one after the other.
    Phrase(PhraseCond),
    /// One of some things takes part.
    Names(NamesCond),
    /// It falls on one of these days.
    Days(DateRange),
    /// It falls on this day or month of any year.
    Yearly(u32, Option<u32>),
    /// It is one of these events, in order.
    Given(Vec<EventId>),
    /// It is of this sort.
    Is(Is),
    /// It has this.
    Has(Has),
    /// The user gave it this tag.
    Tag(String),
}

impl Cond {
    pub(super) fn has_words(&self) -> bool {
        match self {
            Self::All(conds) | Self::Any(conds) => conds.iter().any(Self::has_words),
            Self::Word(_) | Self::Group(_) | Self::Phrase(_) | Self::Names(_) => true,
            Self::Not(_)
            | Self::Days(_)
            | Self::Yearly(..)
            | Self::Given(_)
            | Self::Is(_)
            | Self::Has(_)
            | Self::Tag(_) => false,
        }
    }
}

/// A word, and between which tiers it may be found. A tier tighter than `floor` counts as `floor`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct WordCond {
    /// As it is compared.
    pub(super) key: String,
    /// What it may stand for.
    pub(super) scope: Scope,
    /// The tightest tier that is asked for.
    pub(super) floor: Tier,
    /// The loosest tier that is asked for.
    pub(super) cap: Tier,
}

impl WordCond {
    pub(super) fn new(key: String, scope: Scope, form: Form) -> Self {
        let (floor, cap) = bounds(form);
        Self {
            key,
            scope,
            floor,
            cap,
        }
    }
}

fn bounds(form: Form) -> (Tier, Tier) {
    match form {
        Form::Loose => (Tier::Exact, Tier::Subsequence),
        Form::Exact => (Tier::Exact, Tier::Exact),
        Form::Prefix => (Tier::Prefix, Tier::Prefix),
        Form::Phrase => (Tier::Exact, Tier::Alias),
    }
}

/// Words side by side that name something together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GroupCond {
    /// The words by themselves.
    pub(super) words: Vec<WordCond>,
    /// What is shown by that name.
    pub(super) exact: Vec<EntityId>,
    /// What has that other name.
    pub(super) alias: Vec<EntityId>,
    /// What has a name that begins so.
    pub(super) prefix: Vec<EntityId>,
}

impl GroupCond {
    /// Whether the words are a whole name.
    pub(super) fn is_whole(&self) -> bool {
        !(self.exact.is_empty() && self.alias.is_empty())
    }

    /// How the words are looked for in a tier: those of a whole name in texts, then as names of
    /// their own, and no looser, for a name that is known is not the beginning of others.
    pub(super) fn words_at(&self, tier: Tier) -> (Tier, Scope) {
        match tier {
            _ if !self.is_whole() => (tier, Scope::Anything),
            Tier::Exact | Tier::Alias => (Tier::Exact, Scope::Texts),
            _ => (Tier::Alias, Scope::Anything),
        }
    }
}

/// Words one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PhraseCond {
    /// Their keys in order, common words included.
    pub(super) keys: Vec<String>,
    /// What has the phrase for a name.
    pub(super) entities: Vec<EntityId>,
}

/// The values of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamesCond {
    /// Which field.
    pub(super) field: Field,
    /// One of these must be taken part in; all words of one must be names of the same thing.
    pub(super) values: Vec<Vec<WordCond>>,
}
