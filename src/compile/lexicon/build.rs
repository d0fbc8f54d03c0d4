//! Puts the lexicons together: every word gets a number, and all that is said of it one entry.

use aho_corasick::AhoCorasick;

use super::files::{Institutions, Others, Titles, Triggers, Words};
use super::{Act, Entry, Form, Lexicon, List, Mark, Phrase, Sense, WordId};
use crate::record::Kind;
use crate::text::WordMap;
use crate::time::Edtf;

impl Lexicon {
    /// Reads the lexicons that come with the program.
    pub(in crate::compile) fn new() -> Self {
        let triggers: Triggers = read(include_str!("../../../data/lexicons/triggers.toml"));
        let titles: Titles = read(include_str!("../../../data/lexicons/titles.toml"));
        let words: Words = read(include_str!("../../../data/lexicons/words.toml"));
        let others: Others = read(include_str!("../../../data/lexicons/others.toml"));
        let issuers: Institutions = read(include_str!("../../../data/lexicons/institutions.toml"));
        let mut lexicon = Self {
            ids: WordMap::default(),
            lists: vec![0],
            entries: vec![Entry::default()],
            classes: Vec::new(),
            others: families(others),
            issuers: AhoCorasick::new(issuers.institutions.iter().map(|one| &one.words))
                .expect("a few dozen institutions make a small automaton"),
            institutions: issuers.institutions,
            papers: Vec::new(),
        };
        lexicon.add_titles(titles);
        lexicon.add_words(words);
        lexicon.add_triggers(&triggers);
        lexicon
    }

    fn add_triggers(&mut self, triggers: &Triggers) {
        for group in &triggers.verbs {
            let act = match group.kind.as_str() {
                "light" => Act::Light,
                "cancel" => Act::Cancel,
                "idle" => Act::Idle,
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
                    self.add_phrase(text, Sense::Verb(act, form, group.need));
                }
            }
        }
        for group in &triggers.nouns {
            for text in &group.words {
                let plural = text.ends_with('s') && text != "talks";
                self.add_phrase(text, Sense::Noun(group.kind, plural));
            }
        }
        for entry in &mut self.entries {
            entry
                .phrases
                .sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        for (name, list) in [
            ("arms", List::Arms),
            ("paper", List::Paper),
            ("penalty", List::Penalty),
        ] {
            self.add_list(triggers.lists.get(name).into_iter().flatten(), list);
        }
    }

    fn add_titles(&mut self, titles: Titles) {
        self.add_list(&titles.heads, List::Head);
        let plurals = titles.plurals.iter().map(|(plural, _)| plural);
        self.add_list(titles.heads.iter().chain(plurals), List::Caller);
        self.add_list(&titles.modifiers, List::Modifier);
        self.add_list(&titles.loose, List::Loose);
        self.add_list(&titles.never_bare, List::NeverBare);
        self.add_list(&titles.named_for, List::NamedFor);
        self.add_list(&titles.named_with, List::NamedWith);
        self.add_list(&titles.landmarks, List::Landmark);
        for list in [&titles.no_names, &titles.modifiers, &titles.heads] {
            self.add_list(list, List::NoName);
        }
        for (plural, singular) in titles.plurals {
            self.add_list([&plural], List::Plural);
            self.entry(&plural).singular = Some(singular);
        }
        let mut next = 1;
        for class in titles.class {
            let mut whole = 0;
            for word in &class.words {
                let entry = self.entry(word);
                if entry.title == 0 {
                    entry.title = next;
                    next = next.checked_shl(1).expect("titles have a hundred words");
                }
                whole |= entry.title;
            }
            self.classes.push((whole, class.kinds));
        }
    }

    fn add_words(&mut self, words: Words) {
        self.add_list(&words.callers, List::Caller);
        self.add_list(&words.openers, List::Opener);
        self.add_list(&words.speakers, List::Speaker);
        self.add_list(&words.humans, List::Human);
        self.add_list(&words.pronouns, List::Pronoun);
        let many = words.humans.iter().filter(|word| word.ends_with('s'));
        self.add_list(many, List::Many);
        self.add_list(&words.proxies, List::Proxy);
        self.add_list(&words.kin, List::Proxy);
        self.add_list(&words.kin, List::Kin);
        self.add_list(&words.wishes, List::Wish);
        self.add_list(&words.plans, List::Plan);
        self.add_list(&words.behind_saying, List::BehindSaying);
        let papers = words.papers.into_iter();
        self.papers = papers
            .map(|(day, kind)| (day.parse().expect("a test reads the lexicons"), kind))
            .map(|(day, kind): (Edtf, String)| (day.range().first(), kind))
            .collect();
        for (body, code) in words.bodies {
            self.entry(&body).body = Some(code);
        }
        for (group, codes) in words.groups {
            let (before, last) = group.split_once(' ').unwrap_or(("", &group));
            let before = (!before.is_empty()).then(|| self.make(before));
            self.entry(last)
                .members
                .push((before.unwrap_or_default(), codes));
        }
        let marks = [
            (words.planned, Mark::Planned),
            (words.possible, Mark::Possible),
            (words.negated, Mark::Negated),
            (words.perfect, Mark::Perfect),
            (words.someday, Mark::Someday),
        ];
        for (texts, mark) in marks {
            for text in texts {
                let (first, rest) = self.words(&text);
                self.put(first, List::Marker);
                let entry = &mut self.entries[usize::from(first.0)];
                entry.marks.push((rest, mark));
            }
        }
    }

    fn add_list<'t>(&mut self, words: impl IntoIterator<Item = &'t String>, list: List) {
        for word in words {
            let id = self.make(word);
            self.put(id, list);
        }
    }

    fn put(&mut self, word: WordId, list: List) {
        self.lists[usize::from(word.0)] |= 1 << list as u32;
    }

    fn add_phrase(&mut self, text: &str, sense: Sense) {
        let (first, rest) = self.words(text);
        self.put(first, List::Beginner);
        let list = &mut self.entries[usize::from(first.0)].phrases;
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

    /// The numbers of the words of a phrase, made if they are new: the first, and the others.
    fn words(&mut self, text: &str) -> (WordId, Vec<WordId>) {
        let mut ids = text.split(' ').map(|word| self.make(word));
        (ids.next().unwrap_or_default(), ids.collect())
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        let id = self.make(word);
        &mut self.entries[usize::from(id.0)]
    }

    fn make(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = WordId(self.entries.len() as u16);
        self.lists.push(0);
        self.entries.push(Entry::default());
        self.ids.insert(word.into(), id);
        id
    }
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("a test reads the lexicons")
}

/// People by family name: the first word of a Chinese name, else the last.
fn families(others: Others) -> WordMap<String, Option<(String, String)>> {
    let mut found: WordMap<String, Option<(String, String)>> = WordMap::default();
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
