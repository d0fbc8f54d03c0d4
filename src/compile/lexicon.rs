//! The words that the reader of documents knows: `data/lexicons`, read once.

mod build;
mod files;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use files::Institution;

use crate::record::{Kind, OfficeKind};
use crate::text::WordMap;

/// What a phrase can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A verb in one of its forms.
    Verb(Act, Form, Need),
    /// A noun of a happening; whether it names several.
    Noun(Kind, bool),
}

/// What a verb does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// It tells an event of its own.
    Tell(Kind),
    /// It carries a noun: "hold".
    Light,
    /// It calls a noun off.
    Cancel,
    /// It begins like one that tells, and tells nothing: "acknowledge receipt".
    Idle,
}

/// The form of a verb. Where past and participle are the same word, it is the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Third,
    Past,
    Participle,
    Ing,
}

/// What a verb needs beside it to tell an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Need {
    Place,
    PlaceNext,
    PlaceAndDate,
    PersonAndPlace,
    Party,
    Arms,
    Paper,
    Penalty,
    OwnDate,
    Office,
    Noun,
}

/// A word of the lexicons by its number; all that no lexicon has are [`WordId::NONE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct WordId(u16);

impl WordId {
    /// A word that no lexicon has, or no word.
    pub(super) const NONE: Self = Self(0);
}

/// A list that a word can be in.
#[derive(Debug, Clone, Copy)]
enum List {
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
    NamedFor,
    NamedWith,
    Landmark,
    Many,
}

/// What the words beside a verb say of its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Before a verb: a plan.
    Planned,
    /// Before a verb: it might happen.
    Possible,
    /// Near a verb: it did not happen.
    Negated,
    /// Before a participle: it is earlier than what is told.
    Perfect,
    /// A time that tells no day.
    Someday,
}

/// All lexicons, ready to be looked up: a word is looked up once, by [`Lexicon::id`]; everything
/// else is asked of its number.
pub(super) struct Lexicon {
    ids: WordMap<Box<str>, WordId>,
    /// By number of the word, a bit for each [`List`] that has it: most words are asked for nothing else,
    /// and these few kilobytes stay near.
    lists: Vec<u32>,
    /// By number of the word; the first is that of [`WordId::NONE`] and empty.
    entries: Vec<Entry>,
    /// Sets of title words, as bits, with the kinds of office that they tell together.
    classes: Vec<(u128, Vec<OfficeKind>)>,
    others: WordMap<String, Option<(String, String)>>,
    institutions: Vec<Institution>,
    /// Finds the words of all institutions in one pass.
    issuers: AhoCorasick,
}

/// All that the lexicons say of one word.
#[derive(Default)]
struct Entry {
    /// Phrases that it begins, the longest first.
    phrases: Vec<Phrase>,
    /// Marks that it begins, with the words after it.
    marks: Vec<(Vec<WordId>, Mark)>,
    /// Its singular, if it is the plural of a head.
    singular: Option<String>,
    /// The codes of the states of the group that it names, with the word that must stand before it.
    members: Vec<(WordId, Vec<String>)>,
    /// The code of the state for which it acts, as a body of it.
    body: Option<String>,
    /// Its bit among the words of titles that tell an office.
    title: u128,
}

struct Phrase {
    rest: Vec<WordId>,
    senses: Vec<Sense>,
}

impl Lexicon {
    /// The number of a word in lower case.
    #[inline]
    pub(super) fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or_default()
    }

    #[inline]
    fn of(&self, word: WordId) -> &Entry {
        &self.entries[usize::from(word.0)]
    }

    #[inline]
    fn has(&self, word: WordId, list: List) -> bool {
        self.lists[usize::from(word.0)] & 1 << list as u32 != 0
    }

    /// Whether a word begins a phrase that can tell something.
    #[inline]
    pub(super) fn begins_phrase(&self, word: WordId) -> bool {
        self.has(word, List::Beginner)
    }

    /// The phrases that begin with `first` and go on with what `word` gives for 1, 2, …, the longest
    /// first; each with its length in words and what it can tell.
    pub(super) fn phrases(
        &self,
        first: WordId,
        word: impl Fn(usize) -> WordId,
    ) -> impl Iterator<Item = (usize, &[Sense])> {
        let begins = self.begins_phrase(first).then(|| &self.of(first).phrases);
        let list = begins.into_iter().flatten();
        list.filter(move |phrase| goes_on(&phrase.rest, &word))
            .map(|phrase| (phrase.rest.len() + 1, phrase.senses.as_slice()))
    }

    /// The marks that begin with `first` and go on with what `word` gives for 1, 2, …, each with
    /// its length in words.
    pub(super) fn marks(
        &self,
        first: WordId,
        word: impl Fn(usize) -> WordId,
    ) -> impl Iterator<Item = (usize, Mark)> {
        let marks = self.has(first, List::Marker).then(|| &self.of(first).marks);
        let list = marks.into_iter().flatten();
        list.filter(move |(rest, _)| goes_on(rest, &word))
            .map(|(rest, mark)| (rest.len() + 1, *mark))
    }

    /// Whether a word is in the list that a need names.
    pub(super) fn supplies(&self, need: Need, word: WordId) -> bool {
        match need {
            Need::Arms => self.has(word, List::Arms),
            Need::Paper => self.has(word, List::Paper),
            Need::Penalty => self.has(word, List::Penalty),
            Need::Place
            | Need::PlaceNext
            | Need::PlaceAndDate
            | Need::PersonAndPlace
            | Need::Party
            | Need::OwnDate
            | Need::Office
            | Need::Noun => false,
        }
    }

    /// Whether a word can be the head of a title.
    pub(super) fn is_head(&self, word: WordId) -> bool {
        self.has(word, List::Head)
    }

    /// Whether a word in small letters can call people: the head of a title or its plural, or one of the
    /// callers that `people` knows.
    #[inline]
    pub(super) fn calls(&self, word: WordId) -> bool {
        self.has(word, List::Caller)
    }

    /// The singular of a plural head.
    pub(super) fn singular(&self, word: WordId) -> Option<&str> {
        let plural = self.has(word, List::Plural).then(|| self.of(word));
        plural.and_then(|entry| entry.singular.as_deref())
    }

    /// Whether a word can stand before a head.
    pub(super) fn is_modifier(&self, word: WordId) -> bool {
        self.has(word, List::Modifier)
    }

    /// Whether a name may follow this head in lower case.
    pub(super) fn is_loose(&self, word: WordId) -> bool {
        self.has(word, List::Loose)
    }

    /// Whether this head means nobody without a name.
    pub(super) fn never_bare(&self, word: WordId) -> bool {
        self.has(word, List::NeverBare)
    }

    /// Whether a capitalised word is no part of a person's name.
    pub(super) fn is_no_name(&self, word: WordId) -> bool {
        self.has(word, List::NoName)
    }

    /// The kinds of office that a title of these words can mean; empty if it tells none.
    pub(super) fn offices(&self, title: impl Iterator<Item = WordId>) -> &[OfficeKind] {
        let own = title.fold(0, |own, word| own | self.of(word).title);
        self.classes
            .iter()
            .find(|(class, _)| own & class == *class)
            .map_or(&[], |(_, kinds)| kinds)
    }

    /// The institution that a line names; of several the first of the lexicon.
    pub(super) fn institution(&self, line: &str) -> Option<&Institution> {
        let named = self.issuers.find_overlapping_iter(line);
        let first = named.map(|found| found.pattern().as_usize()).min()?;
        self.institutions.get(first)
    }

    /// Someone of another state by folded family name, with the code of the state; `None` if two
    /// are called so.
    pub(super) fn other(&self, family: &str) -> Option<(&str, &str)> {
        let (name, code) = self.others.get(family)?.as_ref()?;
        Some((name, code))
    }

    /// Whether a clause begins with this word.
    pub(super) fn opens_clause(&self, word: WordId) -> bool {
        self.has(word, List::Opener)
    }

    /// Whether this word is one who says something without a name.
    pub(super) fn is_speaker(&self, word: WordId) -> bool {
        self.has(word, List::Speaker)
    }

    /// Whether a verb only wishes for what it carries: "consider a visit".
    pub(super) fn is_wish(&self, word: WordId) -> bool {
        self.has(word, List::Wish)
    }

    /// Whether a verb plans what it carries: "schedule talks".
    pub(super) fn is_plan(&self, word: WordId) -> bool {
        self.has(word, List::Plan)
    }

    /// The codes of the states of a group, by its last word and the one before: "quad", "six party".
    pub(super) fn members(&self, word: WordId, before: WordId) -> &[String] {
        let groups = &self.of(word).members;
        let named =
            |(first, _): &&(WordId, Vec<String>)| *first == WordId::NONE || *first == before;
        groups.iter().find(named).map_or(&[], |(_, codes)| codes)
    }

    /// The code of the state of a body: "Congress".
    pub(super) fn body(&self, word: WordId) -> Option<&str> {
        self.of(word).body.as_deref()
    }

    /// Whether this word belongs to when, where and to whom something was said.
    pub(super) fn is_behind_saying(&self, word: WordId) -> bool {
        self.has(word, List::BehindSaying)
    }

    /// Whether this word is one who stands for another, or beside one: "envoy", "sister".
    pub(super) fn is_proxy(&self, word: WordId) -> bool {
        self.has(word, List::Proxy)
    }

    /// Whether what is called so is named for the one whose name stands before it: "University".
    pub(super) fn is_named_for(&self, word: WordId) -> bool {
        self.has(word, List::NamedFor)
    }

    /// Whether a name behind this word is that of a place: "Capitol", "Camp".
    pub(super) fn is_named_with(&self, word: WordId) -> bool {
        self.has(word, List::NamedWith)
    }

    /// Whether this family name ends names of places as well: "Park".
    pub(super) fn is_landmark(&self, word: WordId) -> bool {
        self.has(word, List::Landmark)
    }

    /// Whether this word begins a phrase that can tell an event.
    pub(super) fn tells(&self, word: WordId) -> bool {
        self.begins_phrase(word)
    }

    /// Whether this word is people in the plural: "lawmakers", "ministers".
    pub(super) fn is_many(&self, word: WordId) -> bool {
        self.has(word, List::Many) || self.singular(word).is_some()
    }

    /// Whether this word is one whom one can meet.
    pub(super) fn is_human(&self, word: WordId) -> bool {
        self.calls_people(word) || self.has(word, List::Pronoun)
    }

    /// Whether this word says what kind of people one meets: "veterans", and not "them".
    pub(super) fn calls_people(&self, word: WordId) -> bool {
        self.has(word, List::Human)
    }
}

/// Whether the words after the first of a phrase are what `word` gives for 1, 2, ….
fn goes_on(rest: &[WordId], word: &impl Fn(usize) -> WordId) -> bool {
    let mut rest = rest.iter().enumerate();
    rest.all(|(at, expected)| word(at + 1) == *expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lexicons_are_read_and_the_longest_phrase_wins() {
        let lexicon = Lexicon::new();
        let words = ["spoke", "by", "phone", "with", "him"].map(|word| lexicon.id(word));
        let (len, senses) = lexicon
            .phrases(words[0], |at| words.get(at).copied().unwrap_or_default())
            .next()
            .expect("a phrase of the lexicon");
        assert_eq!(len, 4);
        assert_eq!(
            senses,
            [Sense::Verb(Act::Tell(Kind::Call), Form::Past, Need::Party)]
        );
    }

    #[test]
    fn titles_tell_their_offices() {
        let lexicon = Lexicon::new();
        let check = |title: &str, kind| {
            let words = title.split(' ').map(|word| lexicon.id(word));
            assert_eq!(lexicon.offices(words).first(), Some(&kind), "{title}");
        };
        check("deputy secretary of state", OfficeKind::Deputy);
        check("minister for foreign affairs", OfficeKind::ForeignMinister);
        check("national security advisor", OfficeKind::SecurityAdviser);
    }
}
