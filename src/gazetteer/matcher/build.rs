//! Makes the matcher: every spelling of every official, place and country.

use super::{Matcher, Member, Name, Shape, word_end};
use crate::gazetteer::Gazetteer;
use crate::gazetteer::mention::{CountryForm, Meaning};
use crate::gazetteer::normal::Normal;
use crate::gazetteer::spellings::Spellings;
use crate::text::WordMap;

impl Matcher {
    /// A matcher of all names of a gazetteer.
    pub fn new(gazetteer: Gazetteer) -> Self {
        let mut names: Vec<Name> = Vec::new();
        let mut known: WordMap<Box<str>, usize> = WordMap::default();
        let mut add = |spelling: &str, set: &dyn Fn(&mut Meaning)| {
            let normal = Normal::of(spelling).text;
            let key = normal.trim();
            if key.is_empty() {
                return;
            }
            let shape = shape(spelling);
            let at = known.get(key).copied().unwrap_or_else(|| {
                known.insert(key.into(), names.len());
                names.push(Name {
                    text: key.into(),
                    meaning: Meaning::default(),
                    shape,
                });
                names.len() - 1
            });
            let name = &mut names[at];
            if shape == Shape::Capital {
                name.shape = shape;
            }
            set(&mut name.meaning);
        };
        let spellings = Spellings::new();
        for (row, official) in gazetteer.officials() {
            for spelling in spellings.of(official, gazetteer) {
                add(&spelling, &|meaning| {
                    if !meaning.officials.contains(&row) {
                        meaning.officials.push(row);
                    }
                });
            }
        }
        for (row, place) in gazetteer.places() {
            for spelling in std::iter::once(&place.name)
                .chain(&place.aliases)
                .chain(&place.native)
            {
                add(spelling, &|meaning| {
                    meaning.place.get_or_insert(row);
                });
            }
        }
        for (row, country) in gazetteer.countries() {
            let names = [&country.name, &country.official];
            let names = names
                .into_iter()
                .chain(&country.aliases)
                .chain(&country.native);
            let forms = names
                .map(|name| (name, CountryForm::Name))
                .chain(
                    country
                        .adjectives
                        .iter()
                        .map(|name| (name, CountryForm::Adjective)),
                )
                .chain(
                    country
                        .metonyms
                        .iter()
                        .map(|name| (name, CountryForm::Metonym)),
                );
            for (spelling, form) in forms {
                add(spelling, &|meaning| {
                    meaning.country.get_or_insert((row, form));
                });
            }
        }
        let mut matcher = Self {
            gazetteer,
            widest: names.iter().map(|name| name.text.len()).max().unwrap_or(0),
            names,
            by_word: WordMap::default(),
            by_char: WordMap::default(),
        };
        matcher.sort_by_beginning();
        matcher
    }

    /// Makes the groups of names that begin alike.
    fn sort_by_beginning(&mut self) {
        for (at, name) in (0_u32..).zip(&self.names) {
            let first = name.text.chars().next();
            let wide = first.filter(|c| !c.is_ascii() && name.shape == Shape::Unspaced);
            let (group, beginning) = if let Some(first) = wide {
                (self.by_char.entry(first).or_default(), first.len_utf8())
            } else {
                let word = name.text.get(..word_end(&name.text, 0)).unwrap_or_default();
                let group = match self.by_word.get_mut(word) {
                    Some(group) => group,
                    None => self.by_word.entry(word.into()).or_default(),
                };
                (group, word.len())
            };
            group.push(Member {
                name: at,
                next: name.text.as_bytes().get(beginning + 1).copied(),
            });
        }
        let length =
            |member: &Member| std::cmp::Reverse(self.names[member.name as usize].text.len());
        for group in self.by_word.values_mut().chain(self.by_char.values_mut()) {
            group.sort_by_key(length);
        }
    }
}

/// What to ask of the text for a spelling.
fn shape(spelling: &str) -> Shape {
    let letters = || spelling.chars().filter(|c| c.is_alphabetic());
    if letters().all(|c| !c.is_uppercase() && !c.is_lowercase()) {
        Shape::Unspaced
    } else if letters().count() <= 5 && letters().all(char::is_uppercase) {
        Shape::Capitals
    } else {
        Shape::Capital
    }
}
