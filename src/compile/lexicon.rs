//! The words that the reader of documents knows: `data/lexicons`, read once.

mod build;
mod files;
mod lists;
mod papers;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use files::Institution;
use lists::List;

use crate::record::{Kind, OfficeKind};
use crate::text::WordMap;
use crate::time::Date;

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
    /// The days of papers that go by their day, with what they are called.
    papers: Vec<(Date, String)>,
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

    /// The singular of a plural head.
    pub(super) fn singular(&self, word: WordId) -> Option<&str> {
        let plural = self.has(word, List::Plural).then(|| self.of(word));
        plural.and_then(|entry| entry.singular.as_deref())
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
