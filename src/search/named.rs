//! What a condition names: the things behind its words, in the tightest tier that has any event.

use super::cond::{Cond, WordCond};
use super::{Session, Tier};
use crate::index::EntityId;

impl Session {
    /// The things that a word, a name or the value of a field stands for, those without events
    /// apart. Empty for a list of conditions or a negation.
    pub(super) fn named(&self, cond: &Cond) -> Vec<EntityId> {
        let used = |entities: &[EntityId]| -> Vec<EntityId> {
            let postings = self.index.postings();
            let has_event = |id: &&EntityId| postings.count(self.index.of_entity(**id)) > 0;
            entities.iter().filter(has_event).copied().collect()
        };
        match cond {
            Cond::Word(word) => {
                let whole = self.whole(word);
                if !whole.is_empty() {
                    return used(&whole);
                }
                Tier::ALL
                    .into_iter()
                    .filter(|tier| *tier <= word.cap)
                    .map(|tier| self.expand(word.scope, &word.key, tier))
                    .map(|found| used(&found.entities))
                    .find(|entities| !entities.is_empty())
                    .unwrap_or_default()
            }
            Cond::Group(group) => {
                let lists = [&group.exact, &group.alias, &group.prefix];
                let mut found = lists.into_iter().map(|list| used(list));
                found.find(|list| !list.is_empty()).unwrap_or_default()
            }
            Cond::Phrase(phrase) => used(&phrase.entities),
            Cond::Names(names) => {
                let mut found = Vec::new();
                for words in &names.values {
                    let mut tiers = Tier::ALL
                        .into_iter()
                        .map(|tier| used(&self.things(words, tier)));
                    found.extend(tiers.find(|list| !list.is_empty()).unwrap_or_default());
                }
                found
            }
            Cond::All(_) | Cond::Any(_) | Cond::Not(_) => Vec::new(),
            Cond::Days(_) | Cond::Yearly(..) | Cond::Given(_) | Cond::Is(_) | Cond::Has(_) => {
                Vec::new()
            }
        }
    }

    /// Places, countries, kinds and the like of which a word is all of a name. Of a person's name
    /// a word is seldom all, and then others bear it as well.
    fn whole(&self, word: &WordCond) -> Vec<EntityId> {
        let dictionary = self.index.dictionary();
        let Some(term) = dictionary
            .find(&word.key)
            .filter(|_| word.cap > Tier::Exact)
        else {
            return Vec::new();
        };
        let members = dictionary.members_of(term).iter();
        let mut whole = members
            .filter(|member| member.whole)
            .map(|member| member.entity)
            .filter(|id| word.scope.holds(self.index.entity(*id).class()))
            .collect::<Vec<_>>();
        let has_event = |id: &EntityId| self.index.postings().count(self.index.of_entity(*id)) > 0;
        whole.retain(has_event);
        whole
    }
}
