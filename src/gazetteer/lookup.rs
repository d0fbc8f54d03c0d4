//! Officials by what a person types.

use super::Gazetteer;
use crate::record::{Official, OfficialRow};
use crate::text::fold;

impl Gazetteer {
    /// Officials whose name, alias, native name or id fits `typed`, the best fit first, then by id.
    ///
    /// A whole name fits best, then all words in any order, then words that begin like those typed.
    /// Only the best kind of fit that anyone reaches is returned; nothing typed finds nobody.
    pub fn find_officials(self, typed: &str) -> Vec<OfficialRow> {
        let typed = Key::new(typed);
        if typed.words.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Fit, OfficialRow)> = self
            .officials()
            .filter_map(|(row, official)| Some((fit(official, &typed)?, row)))
            .collect();
        found.sort_unstable();
        let Some(&(best, _)) = found.first() else {
            return Vec::new();
        };
        found
            .into_iter()
            .take_while(|(fit, _)| *fit == best)
            .map(|(_, row)| row)
            .collect()
    }
}

/// How well a name fits; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Words,
    Beginnings,
}

/// A name in comparable form: folded, cut at white space and hyphens, and joined.
struct Key {
    words: Vec<String>,
    joined: String,
}

impl Key {
    fn new(name: &str) -> Self {
        let folded = fold(name);
        let words: Vec<String> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        Self {
            joined: words.concat(),
            words,
        }
    }
}

fn fit(official: &Official<'_>, typed: &Key) -> Option<Fit> {
    let names = [&official.name, &official.id]
        .into_iter()
        .chain(&official.aliases)
        .chain(&official.native)
        .map(|name| Key::new(name));
    names.filter_map(|name| fit_of_name(&name, typed)).min()
}

fn fit_of_name(name: &Key, typed: &Key) -> Option<Fit> {
    if name.joined == typed.joined {
        return Some(Fit::Whole);
    }
    let all = |fits: fn(&str, &str) -> bool| {
        typed
            .words
            .iter()
            .all(|word| name.words.iter().any(|own| fits(own, word)))
    };
    if all(|own, word| own == word) {
        return Some(Fit::Words);
    }
    let long_enough = typed.joined.chars().count() > 1 || !typed.joined.is_ascii();
    (long_enough && all(|own, word| own.starts_with(word))).then_some(Fit::Beginnings)
}
