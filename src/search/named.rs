//! What a condition names: the things behind its words, before anything was found and among hits.
//!
//! A word is often a name and a word of texts as well ("trump", "march", "law"). A whole name always
//! names; a part of one does where it is the name of a person, or where that is how most hits have
//! the word.

use super::bits::Bits;
use super::cond::{Cond, GroupCond, WordCond};
use super::eval::up_to;
use super::expand::{Found, Scope};
use super::{Session, Tier};
use crate::index::{Class, EntityId};

/// What was found, and up to which tier.
pub(super) struct Among<'a> {
    pub(super) hits: &'a Bits,
    pub(super) level: Tier,
}

/// Classes whose parts of names can stand for the whole, the likeliest first.
const BY_PART: [Class; 6] = [
    Class::Person,
    Class::Topic,
    Class::Place,
    Class::Office,
    Class::Country,
    Class::Source,
];

impl Session {
    /// The things that a word, a name or the value of a field stands for, those without events
    /// apart. Empty for a list of conditions or a negation.
    pub(super) fn named(&self, cond: &Cond) -> Vec<EntityId> {
        match cond {
            Cond::Word(word) => self.named_word(word),
            Cond::Group(group) => {
                let whole = self.whole_group(group);
                if whole.is_empty() {
                    self.used(&group.prefix)
                } else {
                    whole
                }
            }
            Cond::Phrase(phrase) => self.used(&phrase.entities),
            Cond::Names(names) => Tier::ALL
                .into_iter()
                .map(|tier| self.used(&self.names_found(names, tier)))
                .find(|found| !found.is_empty())
                .unwrap_or_default(),
            Cond::All(_)
            | Cond::Any(_)
            | Cond::Not(_)
            | Cond::Days(_)
            | Cond::Yearly(..)
            | Cond::Given(_)
            | Cond::Is(_)
            | Cond::Has(_)
            | Cond::Tag(_) => Vec::new(),
        }
    }

    /// The things that a condition stands for, seen from the hits. Of a choice, those of all its
    /// parts, if each stands for something.
    pub(super) fn meant(&self, cond: &Cond, among: &Among<'_>) -> Vec<EntityId> {
        match cond {
            _ if !among.hits.any() => self.named(cond),
            Cond::Word(word) => self.meant_word(word, among),
            Cond::Group(group) if group.is_whole() => self.whole_group(group),
            Cond::Group(group) => {
                let words = self.every_word(&group.words, among.level, Scope::Texts);
                self.most_of(&group.prefix, &words, among)
            }
            Cond::Names(names) => self.names_found(names, among.level),
            Cond::Any(conds) => {
                let each: Vec<Vec<EntityId>> =
                    conds.iter().map(|cond| self.meant(cond, among)).collect();
                if each.iter().any(Vec::is_empty) {
                    return Vec::new();
                }
                each.concat()
            }
            _ => self.named(cond),
        }
    }

    fn meant_word(&self, word: &WordCond, among: &Among<'_>) -> Vec<EntityId> {
        let whole = self.whole(word);
        if !whole.is_empty() {
            return whole;
        }
        let mut entities = Vec::new();
        let mut texts = self.none();
        for tier in up_to(word, among.level) {
            let found = self.expand(word.scope, &word.key, tier);
            entities.extend_from_slice(&found.entities);
            let terms = found.terms.clone();
            let of_texts = Found {
                terms,
                entities: Vec::new(),
            };
            self.add(&of_texts, &mut texts);
        }
        let most = self.most_of(&entities, &texts, among);
        if most.is_empty() {
            self.people(word)
        } else {
            most
        }
    }

    /// The things of the class that most hits have, if half as many have it as have a text with the
    /// words.
    fn most_of(&self, entities: &[EntityId], texts: &Bits, among: &Among<'_>) -> Vec<EntityId> {
        let mut texts = texts.clone();
        texts.and(among.hits);
        let of_class = |class: Class| -> Vec<EntityId> {
            let class_of = |id: &EntityId| self.index.entity(*id).class();
            let own = entities.iter().copied().filter(|id| class_of(id) == class);
            let mut own: Vec<EntityId> = own.collect();
            own.sort_unstable();
            own.dedup();
            own
        };
        let mut best: (usize, Vec<EntityId>) = (0, Vec::new());
        for class in BY_PART {
            let own = of_class(class);
            if own.is_empty() {
                continue;
            }
            let mut have = self.with(&own);
            have.and(among.hits);
            let count = have.count();
            if count > best.0 && count * 2 >= texts.count() {
                best = (count, own);
            }
        }
        let (_, mut things) = best;
        things.retain(|id| self.is_among(*id, among));
        things
    }

    /// Whether any of the hits has a thing.
    pub(super) fn is_among(&self, id: EntityId, among: &Among<'_>) -> bool {
        let mut events = self.index.postings().events(self.index.of_entity(id));
        events.any(|event| among.hits.has(event))
    }

    /// The events that have one of the things.
    pub(super) fn with(&self, things: &[EntityId]) -> Bits {
        let mut bits = self.none();
        self.add(&Found::things(things), &mut bits);
        bits
    }

    fn used(&self, entities: &[EntityId]) -> Vec<EntityId> {
        let postings = self.index.postings();
        let has_event = |id: &&EntityId| postings.count(self.index.of_entity(**id)) > 0;
        entities.iter().filter(has_event).copied().collect()
    }

    fn named_word(&self, word: &WordCond) -> Vec<EntityId> {
        let whole = self.whole(word);
        if !whole.is_empty() {
            return whole;
        }
        let people = self.people(word);
        if !people.is_empty() {
            return people;
        }
        for tier in up_to(word, Tier::Subsequence) {
            let found = self.expand(word.scope, &word.key, tier);
            let used = self.used(&found.entities);
            if !used.is_empty() || !found.terms.is_empty() {
                return used;
            }
        }
        Vec::new()
    }

    /// People of whose names a word is a part as it stands; of what is shown first.
    fn people(&self, word: &WordCond) -> Vec<EntityId> {
        let tiers = [Tier::Exact, Tier::Alias].into_iter();
        let people = tiers.filter(|tier| *tier <= word.cap).map(|tier| {
            let found = self.expand(word.scope, &word.key, tier);
            let mut people = self.used(&found.entities);
            people.retain(|id| self.index.entity(*id).class() == Class::Person);
            people
        });
        let mut found = people.filter(|people| !people.is_empty());
        found.next().unwrap_or_default()
    }

    /// All that has the words for its name; a topic called after a place does not go with it.
    fn whole_group(&self, group: &GroupCond) -> Vec<EntityId> {
        let mut whole = self.used(&[&*group.exact, &*group.alias].concat());
        let class = |id: &EntityId| self.index.entity(*id).class();
        let most = whole.iter().map(class).max();
        if let Some(most @ (Class::Place | Class::Person)) = most {
            whole.retain(|id| class(id) == most);
        }
        whole.sort_unstable();
        whole.dedup();
        whole
    }

    /// Places, countries, kinds and the like of which a word is all of a name, and with a place those
    /// that are named after it. Of a person's name a word is seldom all, and then others bear it as
    /// well.
    pub(super) fn whole(&self, word: &WordCond) -> Vec<EntityId> {
        let dictionary = self.index.dictionary();
        let Some(term) = dictionary
            .find(&word.key)
            .filter(|_| word.cap > Tier::Exact)
        else {
            return Vec::new();
        };
        let members = dictionary.members_of(term);
        let whole = members
            .filter(|member| member.whole)
            .map(|member| member.entity)
            .filter(|id| word.scope.holds(self.index.entity(*id).class()))
            .collect::<Vec<_>>();
        let mut whole = self.used(&whole);
        let is_place = |id: &EntityId| self.index.entity(*id).class() == Class::Place;
        if whole.iter().any(is_place) {
            for tier in [Tier::Exact, Tier::Alias] {
                let found = self.expand(word.scope, &word.key, tier);
                let mut places = self.used(&found.entities);
                places.retain(is_place);
                whole.extend(places);
            }
        }
        whole.sort_unstable();
        whole.dedup();
        whole
    }
}
