//! All names by which a thing is known, as terms.

use super::dictionary::Builder;
use super::entity::Thing;
use super::lexicon::{KINDS, MET, STATUSES, is_common, is_title, other_spelling};
use super::words::{key, squash, words};
use crate::chronicle::{Chronicle, SourceRow};

/// The name of a thing as shown; of a document the chronicle has it.
pub(super) fn shown(chronicle: &Chronicle, thing: &Thing) -> String {
    let gazetteer = chronicle.gazetteer();
    let names = gazetteer.names();
    match thing {
        Thing::Kind(kind) => kind.name().to_owned(),
        Thing::Status(status) => status.name().to_owned(),
        Thing::Country(row) => row.of(names).name.to_string(),
        Thing::Topic(row) => row.of(names).name.to_string(),
        Thing::Office(row) => row.of(names).full.to_string(),
        Thing::Place(row) => row.of(names).name.to_string(),
        Thing::Official(row) => row.of(names).name.to_string(),
        Thing::Source(row) => row.of(names).title.to_string(),
        Thing::NamedPlace(name) | Thing::NamedPerson(name) => name.to_string(),
        Thing::Document(_) => String::new(),
    }
}

/// Adds every name of the next thing.
pub(super) fn add(chronicle: &Chronicle, thing: &Thing, dictionary: &mut Builder) {
    let tables = chronicle.gazetteer().names();
    let mut names = Names {
        dictionary,
        buffer: String::new(),
    };
    match thing {
        Thing::Kind(kind) => {
            let words = KINDS.iter().find(|(known, _)| known == kind);
            names.only_whole(words.map_or(&[], |(_, words)| *words));
            let (kinds, words) = MET;
            if kinds.contains(kind) {
                for word in words {
                    names.whole(word, true);
                }
            }
        }
        Thing::Status(status) => {
            let words = STATUSES.iter().find(|(known, _)| known == status);
            names.only_whole(words.map_or(&[], |(_, words)| *words));
        }
        Thing::Country(row) => {
            let country = row.of(tables);
            names.parts(&country.name, false);
            names.whole(&country.code, true);
            names.whole(&country.official, true);
            for name in &country.adjectives {
                names.parts(name, true);
            }
            for name in country.aliases.iter().chain(&country.native) {
                names.whole(name, true);
            }
        }
        Thing::Topic(row) => {
            let topic = row.of(tables);
            names.parts(&topic.name, false);
            names.whole(&topic.id, true);
            for name in &topic.aliases {
                names.parts(name, true);
            }
        }
        Thing::Office(row) => {
            let office = row.of(tables);
            names.whole(&office.title, false);
            names.whole(&office.full, false);
            let country = office.country.of(tables);
            for name in std::iter::once(&office.title).chain(&office.aliases) {
                names.whole(name, true);
                for whose in country.adjectives.iter().chain([&country.code]) {
                    names.whole(&format!("{whose} {name}"), true);
                }
            }
        }
        Thing::Place(row) => {
            let place = row.of(tables);
            names.parts(&place.name, false);
            for name in place.aliases.iter().chain(&place.native) {
                names.parts(name, true);
            }
        }
        Thing::Official(row) => {
            let official = row.of(tables);
            names.parts(&official.name, false);
            let (family, given) = (&official.family, &official.given);
            names.whole(&format!("{family}{given}"), false);
            names.whole(&format!("{given}{family}"), false);
            for name in official.aliases.iter().chain(&official.native) {
                names.parts(name, true);
            }
        }
        Thing::NamedPlace(name) | Thing::NamedPerson(name) => names.parts(name, false),
        Thing::Source(row) => names.source(chronicle, *row),
        Thing::Document(doc) => {
            if let Some(document) = chronicle.document(*doc) {
                names.title(&document.title());
                if let Some(publisher) = document.publisher {
                    names.parts(publisher, true);
                }
            }
        }
    }
    dictionary.named();
}

struct Names<'a> {
    dictionary: &'a mut Builder,
    buffer: String,
}

impl Names<'_> {
    /// A name that is known by each of its words, and as one word. "Minister" is no name.
    fn parts(&mut self, name: &str, alias: bool) {
        self.words(name, alias, |word| !is_title(word));
    }

    /// The title of a text, which is known by each of its words, and as one word.
    fn title(&mut self, title: &str) {
        self.words(title, false, |_| true);
    }

    fn words(&mut self, name: &str, alias: bool, keep: impl Fn(&str) -> bool) {
        self.whole(name, alias);
        let dictionary = &mut *self.dictionary;
        words(name, &mut self.buffer, &mut |word| {
            let letter = word.len() == 1;
            if !letter && !is_common(word) && keep(word) {
                dictionary.name(word, alias, false);
            }
        });
    }

    /// A name that is known as one word only, in each spelling, and in Hangul by its initials.
    fn whole(&mut self, name: &str, alias: bool) {
        let whole = squash(name);
        self.dictionary.name(&whole, alias, true);
        if name.is_ascii() && name.contains(' ') {
            let respelled: String = name
                .split_whitespace()
                .map(|word| {
                    let word = key(word);
                    other_spelling(&word).map_or(word, str::to_owned)
                })
                .collect();
            if respelled != whole {
                self.dictionary.name(&respelled, true, true);
            }
        }
        if let Some(initials) = initials(name) {
            self.dictionary.name(&initials, true, true);
        }
    }

    /// The first is the name, the others say the same.
    fn only_whole(&mut self, names: &[&str]) {
        for (at, name) in names.iter().enumerate() {
            self.whole(name, at > 0);
        }
    }

    fn source(&mut self, chronicle: &Chronicle, row: SourceRow) {
        let source = chronicle.gazetteer().source(row);
        self.parts(&source.title, false);
        self.parts(&source.publisher, true);
        self.parts(&source.id, true);
    }
}

/// The initial consonants of a name that is all Hangul: 박진 gives ㅂㅈ, as keys have them.
fn initials(name: &str) -> Option<String> {
    const FIRST: u32 = 0xAC00;
    const PER_INITIAL: u32 = 588;
    const INITIAL: u32 = 0x1100;
    let mut found = String::new();
    for c in name.chars().filter(|c| !c.is_whitespace()) {
        let syllable = (c as u32)
            .checked_sub(FIRST)
            .filter(|n| *n < 19 * PER_INITIAL)?;
        found.extend(char::from_u32(INITIAL + syllable / PER_INITIAL));
    }
    (found.chars().count() >= 2).then_some(found)
}
