//! Known names in a text, in one pass.

use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, Input, MatchKind};

use super::Gazetteer;
use super::mention::{CountryForm, Meaning, Mention};
use super::normal::Normal;
use super::spellings::Spellings;
use crate::text::Span;

/// Finds officials, places and countries by every spelling that the gazetteer knows.
///
/// Case and accents do not count, but a Latin name begins with a capital and a short name in
/// capitals ("US") must stand in capitals. Names stand at word boundaries; of overlapping names the
/// leftmost wins, then the longest. Made once; costs a few milliseconds.
#[derive(Debug)]
pub struct Matcher {
    gazetteer: Gazetteer,
    automaton: AhoCorasick,
    meanings: Vec<Meaning>,
    shapes: Vec<Shape>,
}

/// What a spelling demands of the text beyond its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A capital first.
    Capital,
    /// Capitals throughout.
    Capitals,
    /// A script without capitals and without spaces between words.
    Unspaced,
}

impl Matcher {
    /// A matcher of all names of a gazetteer.
    ///
    /// # Panics
    /// Never: some thousand short names fit into an automaton.
    pub fn new(gazetteer: Gazetteer) -> Self {
        let mut table: BTreeMap<String, (Meaning, Shape)> = BTreeMap::new();
        let mut add = |spelling: &str, set: &dyn Fn(&mut Meaning)| {
            let normal = Normal::of(spelling).text;
            let key = normal.trim();
            if key.is_empty() {
                return;
            }
            let shape = shape(spelling);
            let entry = table
                .entry(key.to_owned())
                .or_insert_with(|| (Meaning::default(), shape));
            if shape == Shape::Capital {
                entry.1 = shape;
            }
            set(&mut entry.0);
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
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(table.keys())
            .expect("some thousand short names fit into an automaton");
        let (meanings, shapes) = table.into_values().unzip();
        Self {
            gazetteer,
            automaton,
            meanings,
            shapes,
        }
    }

    /// The gazetteer whose names these are.
    pub fn gazetteer(&self) -> Gazetteer {
        self.gazetteer
    }

    /// The names in a text: disjoint, in order. Linear in the text.
    pub fn mentions(&self, text: &str) -> Vec<Mention<'_>> {
        let normal = Normal::of(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < normal.text.len() {
            let input = Input::new(&normal.text).range(at..);
            let Some(hit) = self.automaton.find(input) else {
                break;
            };
            let shape = self.shapes[hit.pattern().as_usize()];
            let meaning = &self.meanings[hit.pattern().as_usize()];
            match place_in(text, &normal, hit.range(), shape, meaning) {
                Some(span) => {
                    found.push(Mention { span, meaning });
                    at = hit.end();
                }
                None => at = next_start(&normal.text, hit.start()),
            }
        }
        found
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

/// Where a hit stands in the text, if its surroundings and its case allow it.
fn place_in(
    text: &str,
    normal: &Normal,
    hit: std::ops::Range<usize>,
    shape: Shape,
    meaning: &Meaning,
) -> Option<Span> {
    let before = normal.text.get(..hit.start)?.chars().next_back();
    let mut after = normal.text.get(hit.end..)?.chars();
    let mut next = after.next();
    let mut end = hit.end;
    let adjective = matches!(meaning.country, Some((_, CountryForm::Adjective)));
    if adjective && next == Some('s') {
        next = after.next();
        end += 1;
    }
    let start = *normal.origin.get(hit.start)? as usize;
    let last = *normal.origin.get(end.checked_sub(1)?)? as usize;
    let tail = text.get(last..)?.chars().next()?.len_utf8();
    let span = Span::new(start, last + tail);
    if shape == Shape::Unspaced {
        return Some(span);
    }
    let bounded = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let surface = span.of(text);
    let cased = match shape {
        Shape::Capitals => !surface.chars().any(char::is_lowercase),
        Shape::Capital | Shape::Unspaced => surface.chars().next().is_some_and(char::is_uppercase),
    };
    (bounded(before) && bounded(next) && cased).then_some(span)
}

/// The start of the word after the one at `at`.
fn next_start(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let word = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let step = rest.chars().next().map_or(1, char::len_utf8);
    at + word.max(step)
}
