//! The lexicon of what frames an article without being part of it, from `data/load/frame.toml`.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::document::BlockKind;
use crate::text::fold;

/// Patterns for lines that are not prose, and the words that introduce a date of publication.
#[derive(Debug)]
pub(super) struct Patterns {
    lexicon: Lexicon,
    /// All `has` entries at once, since lines are many; each belongs to the pattern of that index.
    inside: Option<AhoCorasick>,
    owners: Vec<usize>,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    /// Words before a date that make it the day of publication, best first.
    pub(super) stamps: Vec<String>,
    /// Words before a date that make it the day of a change, best first.
    pub(super) later: Vec<String>,
    /// Words that name the language of a document in such a line.
    pub(super) languages: Vec<String>,
    /// Words that introduce the name of a publisher.
    pub(super) publishers: Vec<String>,
    /// News agencies, as they stand in brackets.
    pub(super) agencies: Vec<String>,
    /// Words in the class or id of a page's element that holds no piece of the article.
    furniture: Vec<String>,
    /// What marks a line.
    line: Vec<LinePattern>,
}

/// What marks a line; every condition that is given must hold for the trimmed and folded line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinePattern {
    kind: Kind,
    #[serde(default)]
    is: Vec<String>,
    #[serde(default)]
    starts: Vec<String>,
    #[serde(default)]
    ends: Vec<String>,
    #[serde(default)]
    has: Vec<String>,
    /// At most so many characters.
    #[serde(default = "any_length")]
    most: usize,
    /// Every longer word begins with a capital, as in a list of names.
    #[serde(default)]
    capitalised: bool,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Byline,
    Caption,
    Boilerplate,
}

/// Longer lines are prose unless a pattern about their beginning says otherwise.
const LONGEST_FRAME: usize = 6_000;

fn any_length() -> usize {
    usize::MAX
}

impl Patterns {
    /// The lexicon that comes with the program, made at the first call.
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Patterns> = LazyLock::new(Patterns::made);
        &BUILT_IN
    }

    fn made() -> Self {
        let lexicon: Lexicon = toml::from_str(include_str!("../../data/load/frame.toml"))
            .expect("a test reads data/load/frame.toml");
        let (owners, entries): (Vec<usize>, Vec<&str>) = lexicon
            .line
            .iter()
            .enumerate()
            .flat_map(|(index, line)| line.has.iter().map(move |entry| (index, entry.as_str())))
            .unzip();
        let inside = AhoCorasick::new(entries).ok();
        Self {
            lexicon,
            inside,
            owners,
        }
    }

    /// The lists of words.
    pub(super) fn words(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Whether classes and ids say that an element of a page is not part of the article.
    pub(super) fn is_page_furniture(&self, classes: &str) -> bool {
        let mut words = classes
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.any(|word| {
            self.lexicon
                .furniture
                .iter()
                .any(|known| known.eq_ignore_ascii_case(word))
        })
    }

    /// What a line is, if it is not prose.
    pub(super) fn kind_of(&self, line: &str) -> Option<BlockKind> {
        let line = line.trim();
        if line.is_empty() || line.len() > LONGEST_FRAME {
            return None;
        }
        let chars = line.chars().count();
        let folded = fold(line);
        let mut held = vec![false; self.lexicon.line.len()];
        if let Some(inside) = &self.inside {
            for hit in inside.find_overlapping_iter(&folded) {
                held[self.owners[hit.pattern().as_usize()]] = true;
            }
        }
        let matches = |(index, pattern): &(usize, &LinePattern)| {
            chars <= pattern.most
                && (pattern.has.is_empty() || held[*index])
                && pattern.matches_ends(&folded)
                && (!pattern.capitalised || is_capitalised(line))
        };
        let (_, found) = self.lexicon.line.iter().enumerate().find(matches)?;
        Some(match found.kind {
            Kind::Byline => BlockKind::Byline,
            Kind::Caption => BlockKind::Caption,
            Kind::Boilerplate => BlockKind::Boilerplate,
        })
    }
}

impl LinePattern {
    fn matches_ends(&self, folded: &str) -> bool {
        let any = |list: &[String], holds: &dyn Fn(&str) -> bool| {
            list.is_empty() || list.iter().any(|entry| holds(entry))
        };
        any(&self.is, &|entry| folded == entry)
            && any(&self.starts, &|entry| folded.starts_with(entry))
            && any(&self.ends, &|entry| folded.ends_with(entry))
    }
}

/// Whether every word of four letters and more begins with a capital, or in a script without any.
fn is_capitalised(line: &str) -> bool {
    let longer = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let capital = |word: &str| {
        let word = word.trim_start_matches(['(', '“', '"']);
        !word.starts_with(char::is_lowercase) || word.contains('@')
    };
    !line.ends_with('.') && line.split_whitespace().skip(1).filter(longer).all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lexicon_is_well_formed() {
        let patterns = Patterns::built_in();
        for pattern in &patterns.lexicon.line {
            let conditions = [&pattern.is, &pattern.starts, &pattern.ends, &pattern.has];
            assert!(
                conditions.iter().any(|list| !list.is_empty()),
                "{pattern:?}"
            );
            for entry in conditions.into_iter().flatten() {
                assert_eq!(*entry, fold(entry), "entries are folded");
            }
        }
        assert!(patterns.inside.is_some());
    }

    #[test]
    fn frames_are_told_from_prose() {
        let patterns = Patterns::built_in();
        let kind = |line: &str| patterns.kind_of(line);
        assert_eq!(kind("Advertisement"), Some(BlockKind::Boilerplate));
        assert_eq!(kind("By Hong Gil-dong"), Some(BlockKind::Byline));
        assert_eq!(
            kind("Two ministers shake hands in Seoul. Photo: A. Agency"),
            Some(BlockKind::Caption)
        );
        assert_eq!(kind("© 2021 A Newspaper"), Some(BlockKind::Boilerplate));
        assert_eq!(
            kind("By the end of the week both ministers had agreed on the text."),
            None
        );
        assert_eq!(kind("The two ministers met on Friday. (Yonhap)"), None);
    }
}
