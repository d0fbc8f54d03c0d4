//! Which terms and names a word stands for, tier by tier.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::index::{Class, EntityId, Index, Member, TermId, kin, mask, other_spelling};

/// Terms longer than this are no words; they are found as they stand or by their beginning.
const LONGEST: usize = 64;

/// Points that the subsequence matcher must give for each letter of a word: it gives 16 for a
/// letter found and takes away for what lies between.
const LEAST_SCORE: i64 = 12;

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
    pub(super) fn texts(self) -> bool {
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
    /// Terms of texts, as runs of ranks in order.
    pub(super) terms: Vec<Range<u32>>,
    /// Things by their names, in order.
    pub(super) entities: Vec<EntityId>,
}

impl Found {
    /// Things without a word of a text.
    pub(super) fn things(entities: &[EntityId]) -> Self {
        Self {
            terms: Vec::new(),
            entities: entities.to_vec(),
        }
    }
}

/// Terms, and the things that they name if `names` says so.
pub(super) fn found(
    index: &Index,
    scope: Scope,
    terms: Vec<Range<u32>>,
    names: impl Fn(&Member) -> bool,
) -> Found {
    let mut entities = Vec::new();
    for run in &terms {
        let members = index.dictionary().members(run.clone());
        let fits =
            |member: &Member| names(member) && scope.holds(index.entity(member.entity).class());
        entities.extend(members.filter(fits).map(|member| member.entity));
    }
    entities.sort_unstable();
    entities.dedup();
    let terms = if scope.texts() { terms } else { Vec::new() };
    Found { terms, entities }
}

/// One term as a run.
pub(super) fn run(id: TermId) -> Range<u32> {
    id.0..id.0 + 1
}

/// The term itself, if there is one.
pub(super) fn same(index: &Index, key: &str) -> Vec<Range<u32>> {
    index.dictionary().find(key).map(run).into_iter().collect()
}

/// The term itself and its other forms.
pub(super) fn forms(index: &Index, key: &str) -> Vec<Range<u32>> {
    let mut terms = same(index, key);
    for other in inflections(key) {
        terms.extend(same(index, &other));
    }
    terms.sort_unstable_by_key(|run| run.start);
    terms.dedup();
    terms
}

/// Terms that have all characters of the key but for one at most, out of all or of those that
/// fitted a beginning of the key.
pub(super) fn candidates(index: &Index, key: &str, among: Option<&[TermId]>) -> Vec<TermId> {
    let wanted = mask(key);
    let masks = index.dictionary().masks();
    let fits = |has: u64| {
        let missing = wanted & !has;
        missing & missing.wrapping_sub(1) == 0
    };
    if let Some(among) = among {
        let of = |id: &TermId| masks.get(id.index()).copied().unwrap_or(0);
        return among.iter().copied().filter(|id| fits(of(id))).collect();
    }
    let all = (0u32..).map(TermId).zip(masks);
    all.filter(|(_, has)| fits(**has))
        .map(|(id, _)| id)
        .collect()
}

/// Of the candidates, terms that have the key within them.
pub(super) fn containing(index: &Index, key: &str, candidates: &[TermId]) -> Vec<Range<u32>> {
    if key.chars().count() < 2 || key.len() < 3 {
        return Vec::new();
    }
    let finder = memchr::memmem::Finder::new(key);
    let contains = |id: &TermId| {
        finder
            .find(index.dictionary().term(*id).as_bytes())
            .is_some()
    };
    complete(index, key, candidates)
        .filter(contains)
        .map(run)
        .collect()
}

/// Of the candidates, terms that are one typo away.
pub(super) fn mistyped(index: &Index, key: &str, candidates: &[TermId]) -> Vec<Range<u32>> {
    let letters: Vec<char> = key.chars().collect();
    if !(4..=LONGEST).contains(&letters.len()) {
        return Vec::new();
    }
    let near = |id: &TermId| is_near(key, &letters, index.dictionary().term(*id));
    candidates.iter().copied().filter(near).map(run).collect()
}

/// Of the candidates, terms that begin like the key and have its letters in order, close enough to
/// one another.
pub(super) fn in_order(index: &Index, key: &str, candidates: &[TermId]) -> Vec<Range<u32>> {
    let letters = key.chars().count();
    if !(3..=LONGEST).contains(&letters) {
        return Vec::new();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let least = LEAST_SCORE * letters as i64;
    let near = |id: &TermId| {
        let term = index.dictionary().term(*id);
        term.len() <= LONGEST
            && has_in_order(term, key)
            && matcher
                .fuzzy_match(term, key)
                .is_some_and(|score| score >= least)
    };
    complete(index, key, candidates)
        .filter(near)
        .map(run)
        .collect()
}

/// Candidates that have all characters of the key.
fn complete(index: &Index, key: &str, candidates: &[TermId]) -> impl Iterator<Item = TermId> {
    let wanted = mask(key);
    let masks = index.dictionary().masks();
    candidates.iter().copied().filter(move |id| {
        let has = masks.get(id.index()).copied().unwrap_or(0);
        wanted & !has == 0
    })
}

/// Whether the first letters agree and the others follow somewhere in order.
fn has_in_order(term: &str, key: &str) -> bool {
    let mut letters = term.chars();
    let mut wanted = key.chars();
    letters.next() == wanted.next() && wanted.all(|c| letters.any(|letter| letter == c))
}

/// Other forms of an English word: one and many, the tenses of a verb, its noun, and the other side
/// of the Atlantic. Most of them are no words; only those that occur count.
fn inflections(key: &str) -> Vec<String> {
    const ENDINGS: [&str; 5] = ["s", "es", "ed", "d", "ing"];
    let mut forms: Vec<String> = kin(key).map(str::to_owned).collect();
    if !key.bytes().all(|b| b.is_ascii_lowercase()) || key.len() < 4 {
        forms.retain(|form| form != key);
        return forms;
    }
    let mut stems = vec![key];
    stems.extend(ENDINGS.iter().filter_map(|ending| key.strip_suffix(ending)));
    for stem in stems.into_iter().filter(|stem| stem.len() >= 3) {
        forms.push(stem.to_owned());
        forms.extend(ENDINGS.iter().map(|ending| format!("{stem}{ending}")));
    }
    forms.extend(other_spelling(key).map(str::to_owned));
    forms.sort_unstable();
    forms.dedup();
    forms.retain(|form| form != key);
    forms
}

/// Whether a term is one typo away from the key, whose letters are given as well.
fn is_near(key: &str, letters: &[char], term: &str) -> bool {
    if key.is_ascii() && term.is_ascii() {
        return one_apart(key.as_bytes(), term.as_bytes());
    }
    // One character more or less is at most four bytes.
    if term.len().abs_diff(key.len()) > 4 {
        return false;
    }
    one_apart(letters, &term.chars().collect::<Vec<char>>())
}

/// Whether two words are one typo apart: a letter more, less or other, or two neighbours changed
/// about.
fn one_apart<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
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
        let apart = |a: &str, b: &str| is_near(a, &a.chars().collect::<Vec<_>>(), b);
        for close in [
            "blinken", "blinke", "blinkenn", "bilnken", "blenken", "linken",
        ] {
            assert!(apart("blinken", close), "{close}");
        }
        for far in ["blink", "bilnkne", "seoul", "blinkennn", ""] {
            assert!(!apart("blinken", far), "{far}");
        }
        assert!(apart("윤석열", "윤석혈") && apart("윤석열", "윤석"));
        assert!(!apart("윤석열", "석윤열열"));
    }
}
