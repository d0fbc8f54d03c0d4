//! The words that the reader of documents knows: `data/lexicons`, read once.

mod files;

use std::collections::{HashMap as StdMap, HashSet as StdSet};
use std::hash::{BuildHasherDefault, Hasher};

use serde::Deserialize;

use crate::record::{Kind, OfficeKind};
use files::{Others, Titles, Triggers, Words};

/// FNV-1a: words of a lexicon are short, and nobody chooses them to collide.
#[derive(Debug)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }
}

/// Maps and sets of words.
pub(super) type HashMap<K, V> = StdMap<K, V, BuildHasherDefault<Fnv>>;
pub(super) type HashSet<K> = StdSet<K, BuildHasherDefault<Fnv>>;

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
    PlaceAndDate,
    PersonAndPlace,
    Party,
    Arms,
    Paper,
    Penalty,
    OwnDate,
    Noun,
}

/// All lexicons, ready to be looked up.
pub(super) struct Lexicon {
    phrases: HashMap<String, Vec<Phrase>>,
    arms: HashSet<String>,
    paper: HashSet<String>,
    penalty: HashSet<String>,
    titles: Titles,
    plurals: HashMap<String, String>,
    words: Words,
    others: HashMap<String, Option<(String, String)>>,
}

struct Phrase {
    rest: Vec<String>,
    senses: Vec<Sense>,
}

impl Lexicon {
    /// Reads the lexicons that come with the program.
    pub(super) fn new() -> Self {
        let triggers: Triggers = read(include_str!("../../data/lexicons/triggers.toml"));
        let titles: Titles = read(include_str!("../../data/lexicons/titles.toml"));
        let mut words: Words = read(include_str!("../../data/lexicons/words.toml"));
        words.pad();
        let others: Others = read(include_str!("../../data/lexicons/others.toml"));
        let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::default();
        for group in &triggers.verbs {
            let act = match group.kind.as_str() {
                "light" => Act::Light,
                "cancel" => Act::Cancel,
                kind => Act::Tell(kind_of(kind)),
            };
            for forms in &group.forms {
                let names = [
                    Form::Base,
                    Form::Third,
                    Form::Past,
                    Form::Participle,
                    Form::Ing,
                ];
                for (form, text) in names.into_iter().zip(forms.split('|')) {
                    add(&mut phrases, text, Sense::Verb(act, form, group.need));
                }
            }
        }
        for group in &triggers.nouns {
            for text in &group.words {
                let plural = text.ends_with('s') && !matches!(text.as_str(), "talks" | "congress");
                add(&mut phrases, text, Sense::Noun(group.kind, plural));
            }
        }
        for list in phrases.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        let list = |name: &str| {
            let words = triggers.lists.get(name);
            words.into_iter().flatten().cloned().collect()
        };
        Self {
            arms: list("arms"),
            paper: list("paper"),
            penalty: list("penalty"),
            phrases,
            plurals: titles.plurals.iter().cloned().collect(),
            titles,
            words,
            others: families(others),
        }
    }

    /// The longest phrase that begins with `first` and goes on with what `word` gives for 1, 2, …;
    /// its length in words and what it can tell.
    pub(super) fn phrase<'t>(
        &self,
        first: &str,
        word: impl Fn(usize) -> Option<&'t str>,
    ) -> Option<(usize, &[Sense])> {
        let list = self.phrases.get(first)?;
        let fits = |phrase: &&Phrase| {
            let mut rest = phrase.rest.iter().enumerate();
            rest.all(|(at, expected)| word(at + 1) == Some(expected.as_str()))
        };
        let phrase = list.iter().find(fits)?;
        Some((phrase.rest.len() + 1, &phrase.senses))
    }

    /// Whether a word is in the list that a need names.
    pub(super) fn supplies(&self, need: Need, word: &str) -> bool {
        match need {
            Need::Arms => self.arms.contains(word),
            Need::Paper => self.paper.contains(word),
            Need::Penalty => self.penalty.contains(word),
            Need::Place
            | Need::PlaceAndDate
            | Need::PersonAndPlace
            | Need::Party
            | Need::OwnDate
            | Need::Noun => false,
        }
    }

    /// Whether a word can be the head of a title.
    pub(super) fn is_head(&self, word: &str) -> bool {
        self.titles.heads.contains(word)
    }

    /// The singular of a plural head.
    pub(super) fn singular(&self, word: &str) -> Option<&str> {
        self.plurals.get(word).map(String::as_str)
    }

    /// Whether a word can stand before a head.
    pub(super) fn is_modifier(&self, word: &str) -> bool {
        self.titles.modifiers.contains(word)
    }

    /// Whether a name may follow this head in lower case.
    pub(super) fn is_loose(&self, word: &str) -> bool {
        self.titles.loose.contains(word)
    }

    /// Whether this head means nobody without a name.
    pub(super) fn never_bare(&self, word: &str) -> bool {
        self.titles.never_bare.contains(word)
    }

    /// Whether a capitalised word is no part of a person's name.
    pub(super) fn is_no_name(&self, word: &str) -> bool {
        self.titles.no_names.contains(word)
            || self.titles.modifiers.contains(word)
            || self.titles.heads.contains(word)
    }

    /// The kinds of office that a title can mean; empty if it tells none.
    pub(super) fn offices(&self, title: &str) -> &[OfficeKind] {
        let lower = title.to_lowercase();
        let words: Vec<&str> = lower.split([' ', '\n']).collect();
        let has = |word: &String| words.contains(&word.as_str());
        self.titles
            .class
            .iter()
            .find(|class| class.words.iter().all(has))
            .map_or(&[], |class| &class.kinds)
    }

    /// Someone of another state by folded family name, with the code of the state; `None` if two
    /// are called so.
    pub(super) fn other(&self, family: &str) -> Option<(&str, &str)> {
        let (name, code) = self.others.get(family)?.as_ref()?;
        Some((name, code))
    }

    /// Whether a clause begins with this word.
    pub(super) fn opens_clause(&self, word: &str) -> bool {
        self.words.openers.contains(word)
    }

    /// Whether this word is one who says something without a name.
    pub(super) fn is_speaker(&self, word: &str) -> bool {
        self.words.speakers.contains(word)
    }

    /// The codes of the states of a group: "quad".
    pub(super) fn members(&self, word: &str) -> &[String] {
        self.words.groups.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether this word is one whom one can meet.
    pub(super) fn is_human(&self, word: &str) -> bool {
        self.words.humans.contains(word)
    }

    /// Marks of a plan.
    pub(super) fn planned(&self) -> &[String] {
        &self.words.planned
    }

    /// Marks of a possibility.
    pub(super) fn possible(&self) -> &[String] {
        &self.words.possible
    }

    /// Marks of a negation.
    pub(super) fn negated(&self) -> &[String] {
        &self.words.negated
    }

    /// Marks of what is earlier.
    pub(super) fn perfect(&self) -> &[String] {
        &self.words.perfect
    }
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("a test reads the lexicons")
}

/// People by family name: the first word of a Chinese name, else the last.
fn families(others: Others) -> HashMap<String, Option<(String, String)>> {
    let mut found: HashMap<String, Option<(String, String)>> = HashMap::default();
    for (name, code) in others.people {
        let bare = name.trim_end_matches(" Jr.");
        let first = matches!(code.as_str(), "CN" | "TW") || name.starts_with("Lee ");
        let mut words = bare.split(' ');
        let family = if first {
            words.next()
        } else {
            words.next_back()
        };
        let key = crate::text::fold(family.unwrap_or_default());
        let twice = found.contains_key(&key);
        found.insert(key, (!twice).then_some((name, code)));
    }
    found
}

fn kind_of(name: &str) -> Kind {
    Kind::ALL
        .into_iter()
        .find(|kind| kind.name() == name)
        .expect("a test reads the lexicons")
}

fn add(phrases: &mut HashMap<String, Vec<Phrase>>, text: &str, sense: Sense) {
    let mut words = text.split(' ').map(str::to_owned);
    let first = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let list = phrases.entry(first).or_default();
    match list.iter_mut().find(|phrase| phrase.rest == rest) {
        Some(phrase) => {
            // A past that is also the participle stays the past.
            let same = |known: &Sense| match (known, sense) {
                (Sense::Verb(a, _, n), Sense::Verb(b, _, m)) => *a == b && *n == m,
                (known, _) => *known == sense,
            };
            if !phrase.senses.iter().any(same) {
                phrase.senses.push(sense);
            }
        }
        None => list.push(Phrase {
            rest,
            senses: vec![sense],
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lexicons_are_read_and_the_longest_phrase_wins() {
        let lexicon = Lexicon::new();
        let words = ["spoke", "by", "phone", "with", "him"];
        let (len, senses) = lexicon
            .phrase(words[0], |at| words.get(at).copied())
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
        let check = |title: &str, kind| assert_eq!(lexicon.offices(title).first(), Some(&kind));
        check("Deputy Secretary of State", OfficeKind::Deputy);
        check("Minister for Foreign Affairs", OfficeKind::ForeignMinister);
        check("National Security Advisor", OfficeKind::SecurityAdviser);
    }
}
