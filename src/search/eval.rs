//! The events that a condition holds for, up to a tier.

use super::bits::Bits;
use super::cond::{Cond, GroupCond, NamesCond, PhraseCond, WordCond};
use super::expand::{Found, Scope};
use super::{Session, Tier};
use crate::chronicle::{Event, EventId};
use crate::index::{EntityId, Feature, LONG, TermId, Thing, words};
use crate::query::{Field, Has, Is};
use crate::time::DateRange;

/// Days of the shortest month.
const SHORTEST_MONTH: i64 = 28;

impl Session {
    /// The events that fulfil a condition in this tier or a tighter one.
    pub(super) fn eval(&self, cond: &Cond, tier: Tier) -> Bits {
        match cond {
            Cond::All(conds) => {
                let mut found: Option<Bits> = None;
                for cond in conds {
                    let own = self.eval(cond, tier);
                    match &mut found {
                        Some(found) => found.and(&own),
                        None => found = Some(own),
                    }
                }
                found.unwrap_or_else(|| Bits::all(self.index.len()))
            }
            Cond::Any(conds) => {
                let mut found = self.none();
                for cond in conds {
                    found.or(&self.eval(cond, tier));
                }
                found
            }
            Cond::Not(cond) => {
                let mut found = Bits::all(self.index.len());
                found.and_not(&self.eval(cond, Tier::Alias));
                found
            }
            Cond::Word(word) => self.word(word, tier),
            Cond::Group(group) => self.group(group, tier),
            Cond::Phrase(phrase) => self.phrase(phrase),
            Cond::Names(names) => self.names(names, tier),
            Cond::Days(range) => self.days(*range),
            Cond::Given(events) => self.given(events),
            Cond::Is(Is::Marked) => self.given(&self.kept.marked),
            Cond::Has(Has::Note) => self.given(&self.kept.noted),
            Cond::Tag(tag) => self.given(self.kept.tagged(tag)),
            Cond::Yearly(..) | Cond::Is(_) | Cond::Has(Has::Quote) => {
                let mut found = self.none();
                for id in self.chronicle.ids().filter(|id| self.holds(cond, *id)) {
                    found.insert(id);
                }
                found
            }
        }
    }

    pub(super) fn none(&self) -> Bits {
        Bits::new(self.index.len())
    }

    pub(super) fn given(&self, events: &[EventId]) -> Bits {
        let mut found = self.none();
        for event in events {
            found.insert(*event);
        }
        found
    }

    pub(super) fn add(&self, found: &Found, bits: &mut Bits) {
        let (index, postings) = (&self.index, self.index.postings());
        let terms = found.terms.iter().cloned().flatten();
        let terms = terms.map(|term| index.of_term(TermId(term)));
        let entities = found.entities.iter().map(|entity| index.of_entity(*entity));
        for feature in terms.chain(entities) {
            postings
                .events(feature)
                .for_each(|event| bits.insert(event));
        }
    }

    fn word(&self, word: &WordCond, tier: Tier) -> Bits {
        let mut bits = self.none();
        for tier in up_to(word, tier) {
            self.add(&self.expand(word.scope, &word.key, tier), &mut bits);
        }
        if word.scope.texts() {
            bits.or(&self.given(&self.kept_with(word, tier)));
        }
        bits
    }

    /// The events with a note or tag of the user that has the word, or from where beginnings count
    /// one that begins so.
    pub(super) fn kept_with(&self, word: &WordCond, tier: Tier) -> Vec<EventId> {
        let beginning = tier.clamp(word.floor, word.cap) >= Tier::Prefix;
        self.kept.with_word(&word.key, beginning)
    }

    pub(super) fn every_word(&self, words: &[WordCond], tier: Tier, scope: Scope) -> Bits {
        let mut bits = Bits::all(self.index.len());
        for word in words {
            let word = WordCond {
                scope,
                ..word.clone()
            };
            bits.and(&self.word(&word, tier));
        }
        bits
    }

    /// A name: the things of that name, or its words by themselves as [`GroupCond::words_at`] says.
    fn group(&self, group: &GroupCond, tier: Tier) -> Bits {
        let (words, scope) = group.words_at(tier);
        let mut bits = self.every_word(&group.words, words, scope);
        let mut add = |entities: &[EntityId], from: Tier| {
            if tier >= from {
                let found = Found::things(entities);
                self.add(&found, &mut bits);
            }
        };
        add(&group.exact, Tier::Exact);
        add(&group.alias, Tier::Alias);
        add(&group.prefix, Tier::Prefix);
        bits
    }

    /// Events with all the words, read again to see whether they stand side by side.
    fn phrase(&self, phrase: &PhraseCond) -> Bits {
        let mut candidates = Bits::all(self.index.len());
        for key in phrase
            .keys
            .iter()
            .filter(|key| !crate::index::is_common(key))
        {
            let found = self.expand(Scope::Texts, key, Tier::Exact);
            let mut bits = self.none();
            self.add(&found, &mut bits);
            candidates.and(&bits);
        }
        let mut bits = self.none();
        for id in candidates.iter() {
            if self.has_phrase(&self.chronicle.look(id), &phrase.keys) {
                bits.insert(id);
            }
        }
        let found = Found::things(&phrase.entities);
        self.add(&found, &mut bits);
        bits
    }

    /// Whether one of the texts of an event has the words side by side.
    fn has_phrase(&self, event: &Event, keys: &[String]) -> bool {
        let quotes = event
            .attestations
            .iter()
            .filter_map(|a| self.chronicle.quote(a));
        let roles = event.participants.iter().filter_map(|p| p.role.as_deref());
        let own = [event.title.as_str(), event.summary.as_str()];
        let mut texts = own.into_iter().chain(roles).chain(quotes);
        texts.any(|text| side_by_side(text, keys))
    }

    fn names(&self, names: &NamesCond, tier: Tier) -> Bits {
        let mut bits = self.none();
        let found = Found::things(&self.names_found(names, tier));
        self.add(&found, &mut bits);
        bits
    }

    /// The things that the values of a field stand for.
    pub(super) fn names_found(&self, names: &NamesCond, tier: Tier) -> Vec<EntityId> {
        let values = names.values.iter();
        let mut found: Vec<EntityId> = values.flat_map(|words| self.things(words, tier)).collect();
        if names.field == Field::Where {
            found = self.with_places(&found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The things whose names have all the words.
    pub(super) fn things(&self, words: &[WordCond], tier: Tier) -> Vec<EntityId> {
        let mut found: Option<Vec<EntityId>> = None;
        for word in words {
            let mut own: Vec<EntityId> = up_to(word, tier)
                .flat_map(|tier| self.expand(word.scope, &word.key, tier).entities.clone())
                .collect();
            if let Some(before) = &found {
                own.retain(|entity| before.contains(entity));
            }
            found = Some(own);
        }
        found.unwrap_or_default()
    }

    /// Places, with countries replaced by the places in them.
    fn with_places(&self, entities: &[EntityId]) -> Vec<EntityId> {
        let gazetteer = self.chronicle.gazetteer();
        let mut places = Vec::new();
        for &entity in entities {
            match self.index.entity(entity).thing {
                Thing::Country(country) => {
                    let inside = gazetteer
                        .places()
                        .filter(|(_, place)| place.country == Some(country));
                    let known = inside.map(|(row, _)| Thing::Place(row));
                    places.extend(known.filter_map(|thing| self.index.find(&thing)));
                }
                _ => places.push(entity),
            }
        }
        places
    }

    /// Events that share a day with the range.
    fn days(&self, range: DateRange) -> Bits {
        let mut bits = self.none();
        let inside = self.chronicle.beginning_in(range);
        let earlier = DateRange::spanning(range.first().plus_days(-LONG), range.first());
        let near = self.chronicle.beginning_in(earlier).start..inside.start;
        let long = self.index.long_events().iter().copied();
        let before = long.take_while(|id| id.0 < inside.start);
        for id in near.map(EventId).chain(before) {
            let lasts = self.chronicle.range(id);
            if lasts.is_some_and(|lasts| lasts.overlaps(range)) {
                bits.insert(id);
            }
        }
        bits.insert_run(inside);
        bits
    }

    /// Whether one event fulfils a condition that no list of features tells.
    pub(super) fn holds(&self, cond: &Cond, id: EventId) -> bool {
        let event = &*self.chronicle.look(id);
        let among = |events: &[EventId]| events.binary_search(&id).is_ok();
        match cond {
            Cond::Yearly(month, day) => falls_on(event, *month, *day),
            Cond::Given(events) => among(events),
            Cond::Is(Is::Marked) => among(&self.kept.marked),
            Cond::Is(Is::Merged) => event.attestations.len() > 1,
            Cond::Is(Is::Undated) => event.date.is_none(),
            Cond::Is(Is::Unsourced) => self.chronicle.is_unsourced(event),
            Cond::Has(Has::Note) => among(&self.kept.noted),
            Cond::Tag(tag) => among(self.kept.tagged(tag)),
            Cond::Has(Has::Quote) => event.attestations.iter().any(|a| a.evidence.is_some()),
            Cond::Phrase(phrase) => {
                let features: Vec<Feature> = self.index.postings().features(id).collect();
                let named = phrase.entities.iter().map(|id| self.index.of_entity(*id));
                named
                    .into_iter()
                    .any(|feature| features.binary_search(&feature).is_ok())
                    || self.has_phrase(event, &phrase.keys)
            }
            Cond::Days(range) => event.range().is_some_and(|lasts| lasts.overlaps(*range)),
            Cond::All(_)
            | Cond::Any(_)
            | Cond::Not(_)
            | Cond::Word(_)
            | Cond::Group(_)
            | Cond::Names(_) => self.eval(cond, Tier::Alias).has(id),
        }
    }
}

/// Whether an event of a month at most touches this month of any year, or one of less than a month
/// this day: what is known to be of a month is not known to be of a day.
fn falls_on(event: &Event, month: u32, day: Option<u32>) -> bool {
    let most = if day.is_some() {
        SHORTEST_MONTH - 1
    } else {
        LONG
    };
    let Some(range) = event.range().filter(|range| range.days() <= most) else {
        return false;
    };
    let mut date = range.first();
    while date <= range.last() {
        if date.month() == month && day.is_none_or(|day| day == date.day()) {
            return true;
        }
        date = date.plus_days(1);
    }
    false
}

/// The tiers in which a word is looked for when it may be found up to `tier`.
pub(super) fn up_to(word: &WordCond, tier: Tier) -> impl Iterator<Item = Tier> + use<> {
    let last = tier.clamp(word.floor, word.cap);
    Tier::ALL.into_iter().filter(move |tier| *tier <= last)
}

/// Whether the words stand side by side in the text.
fn side_by_side(text: &str, keys: &[String]) -> bool {
    let mut own: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let before = own.len();
        words(word, &mut String::new(), &mut |key| {
            own.push(key.to_owned());
        });
        // Of a joined word only the parts stand side by side with others.
        if own.len() > before + 1 {
            own.pop();
        }
    }
    own.windows(keys.len()).any(|window| window == keys)
}
