//! Which terms and names a word stands for, tier by tier.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::Tier;
use crate::index::{Class, EntityId, Index, Member, TermId, mask};

/// Terms longer than this are no words; they are found as they stand or by their beginning.
const LONGEST: usize = 64;

/// What a word may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Scope {
    /// A word of a text, or the name of anything but a source.
    Anything,
    /// A word of a text only.
    Texts,
    /// The name of something of these classes.
    Names(&'static [Class]),
}

impl Scope {
    fn texts(self) -> bool {
        matches!(self, Self::Anything | Self::Texts)
    }

    pub(super) fn holds(self, class: Class) -> bool {
        match self {
            Self::Anything => class != Class::Source,
            Self::Texts => false,
            Self::Names(classes) => classes.contains(&class),
        }
    }
}

/// What a word stands for in one tier, not counting the tighter ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Terms of texts, in order.
    pub(super) terms: Vec<TermId>,
    /// Things by their names, in order.
    pub(super) entities: Vec<EntityId>,
}

/// The terms and names of a word in one tier. The key is not empty.
pub(super) fn expand(index: &Index, scope: Scope, key: &str, tier: Tier) -> Found {
    let dictionary = index.dictionary();
    let mut found = Found::default();
    let mut add = |terms: std::ops::Range<u32>, members: &dyn Fn(&Member) -> bool| {
        let fits =
            |member: &&Member| members(member) && scope.holds(index.entity(member.entity).class());
        let names = dictionary.members(terms.clone());
        found
            .entities
            .extend(names.iter().filter(fits).map(|member| member.entity));
        if scope.texts() {
            found.terms.extend(terms.map(TermId));
        }
    };
    let run = |id: TermId| id.0..id.0 + 1;
    match tier {
        Tier::Exact => {
            if let Some(id) = dictionary.find(key) {
                add(run(id), &|member| !member.alias);
            }
        }
        Tier::Alias => {
            if let Some(id) = dictionary.find(key) {
                add(run(id), &|_| true);
            }
            for other in inflections(key) {
                if let Some(id) = dictionary.find(&other) {
                    add(run(id), &|_| true);
                }
            }
        }
        Tier::Prefix => add(dictionary.starting_with(key), &|_| true),
        Tier::Substring => {
            if key.chars().count() >= 2 && key.len() >= 3 {
                for id in candidates(index, key, 0) {
                    if dictionary.term(id).contains(key) {
                        add(run(id), &|_| true);
                    }
                }
            }
        }
        Tier::Typo => {
            let letters: Vec<char> = key.chars().collect();
            if (4..=LONGEST).contains(&letters.len()) {
                for id in candidates(index, key, 1) {
                    if one_apart(&letters, dictionary.term(id)) {
                        add(run(id), &|_| true);
                    }
                }
            }
        }
        Tier::Subsequence => {
            if (3..=LONGEST).contains(&key.chars().count()) {
                let matcher = SkimMatcherV2::default().ignore_case();
                let first = key.chars().next();
                for id in candidates(index, key, 0) {
                    let term = dictionary.term(id);
                    let near = term.len() <= LONGEST && term.chars().next() == first;
                    if near && matcher.fuzzy_match(term, key).is_some() {
                        add(run(id), &|_| true);
                    }
                }
            }
        }
    }
    found.terms.sort_unstable();
    found.terms.dedup();
    found.entities.sort_unstable();
    found.entities.dedup();
    found
}

/// Terms that have all characters of the key but for `missing`.
fn candidates(index: &Index, key: &str, missing: u32) -> impl Iterator<Item = TermId> {
    let wanted = mask(key);
    (0u32..)
        .zip(index.dictionary().masks())
        .filter(move |(_, has)| (wanted & !**has).count_ones() <= missing)
        .map(|(id, _)| TermId(id))
}

/// Other forms of an English word: one and many, and the other side of the Atlantic.
fn inflections(key: &str) -> Vec<String> {
    if !key.bytes().all(|b| b.is_ascii_lowercase()) || key.len() < 4 {
        return Vec::new();
    }
    let mut forms = vec![format!("{key}s"), format!("{key}es")];
    forms.extend(key.strip_suffix('s').map(str::to_owned));
    forms.extend(crate::index::other_spelling(key).map(str::to_owned));
    forms
}

/// Whether two words are one typo apart: a letter more, less or other, or two neighbours changed
/// about.
fn one_apart(a: &[char], term: &str) -> bool {
    if term.len() > LONGEST * 4 {
        return false;
    }
    let mut buffer = ['\0'; LONGEST + 1];
    let mut length = 0;
    for c in term.chars() {
        let Some(slot) = buffer.get_mut(length) else {
            return false;
        };
        *slot = c;
        length += 1;
    }
    let b = buffer.get(..length).unwrap_or_default();
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (
        a.get(same..).unwrap_or_default(),
        b.get(same..).unwrap_or_default(),
    );
    match (a, b) {
        ([], []) => true,
        ([_, rest @ ..], _) if rest == b => true,
        (_, [_, rest @ ..]) if rest == a => true,
        ([_, x @ ..], [_, y @ ..]) if x == y => true,
        ([x1, x2, x @ ..], [y1, y2, y @ ..]) => x1 == y2 && x2 == y1 && x == y,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typo_is_one() {
        let apart = |a: &str, b: &str| one_apart(&a.chars().collect::<Vec<_>>(), b);
        for close in [
            "blinken", "blinke", "blinkenn", "bilnken", "blenken", "linken",
        ] {
            assert!(apart("blinken", close), "{close}");
        }
        for far in ["blink", "bilnkne", "seoul", "blinkennn", ""] {
            assert!(!apart("blinken", far), "{far}");
        }
    }
}
