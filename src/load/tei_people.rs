//! Who wrote a document of the *Foreign Relations* series, to whom, and who was there.
//!
//! Reviewed markup names sender and addressee as `persName` with `type`, and lists participants. Where
//! it does not, the heading says it in the words of the series: "Telegram From the Embassy in Korea
//! to the Department of State", "Mr. Osborn to Mr. Frelinghuysen".

use super::tag::Tag;
use crate::document::{Named, Part};
use crate::text::clean_line;

/// People of one document.
const MOST: usize = 200;
/// A longer name is a sentence.
const LONGEST: usize = 120;

/// Collects names while a document is read.
#[derive(Default)]
pub(super) struct People {
    found: Vec<Named>,
    /// The name that is being read: its part, the depth of its element, its text.
    open: Option<(Part, usize, String)>,
    /// The depth of the list of participants that is open.
    list: Option<usize>,
}

impl People {
    /// Takes the start of an element, at its depth.
    pub(super) fn start(&mut self, name: &str, tag: &Tag<'_>, depth: usize) {
        let kind = tag.get("type").unwrap_or_default();
        let part = match (name, &*kind) {
            ("persName" | "orgName" | "placeName" | "gloss", "from") => Some(Part::Sender),
            ("persName" | "orgName" | "placeName" | "gloss", "to") => Some(Part::Addressee),
            ("item", _) if self.list.is_some() => Some(Part::Participant),
            ("persName", _) => Some(Part::Mentioned),
            _ => None,
        };
        if name == "list" && &*kind == "participants" && self.list.is_none() {
            self.list = Some(depth);
        }
        if let (Some(part), None) = (part, &self.open) {
            self.open = Some((part, depth, String::new()));
        }
    }

    /// Takes text.
    pub(super) fn text(&mut self, words: &str) {
        if let Some((_, _, name)) = &mut self.open
            && name.len() < 4 * LONGEST
        {
            name.push_str(words);
        }
    }

    /// Takes the end of an element; `depth` is that of what is open after it.
    pub(super) fn end(&mut self, depth: usize) {
        if let Some((part, _, name)) = self.open.take_if(|(_, open, _)| depth < *open) {
            self.add(part, &name);
        }
        self.list = self.list.filter(|list| depth >= *list);
    }

    /// Those who were named; without a sender and an addressee, those of the heading.
    pub(super) fn finish(mut self, head: &str) -> Vec<Named> {
        let letter = |named: &Named| matches!(named.part, Part::Sender | Part::Addressee);
        if !self.found.iter().any(letter)
            && let Some((from, to)) = of_heading(&clean_line(head))
        {
            self.add(Part::Sender, &from);
            self.add(Part::Addressee, &to);
        }
        self.found
    }

    fn add(&mut self, part: Part, name: &str) {
        let name = clean_line(name)
            .trim_matches([' ', ',', ';', '.'])
            .to_owned();
        let known = self
            .found
            .iter()
            .any(|named| named.part == part && named.name == name);
        if !name.is_empty() && name.len() <= LONGEST && !known && self.found.len() < MOST {
            self.found.push(Named { name, part });
        }
    }
}

/// Sender and addressee of a heading.
fn of_heading(head: &str) -> Option<(String, String)> {
    let (before, to) = head.split_once(" to ")?;
    let from = match before.split_once(" From ") {
        Some((_, from)) => from,
        // "No. 1. Mr. Osborn": only where a person is titled so, not "Introduction to the volume".
        None => before.find("Mr. ").and_then(|at| before.get(at..))?,
    };
    let short = |name: &str| name.split_whitespace().count() <= 16;
    (short(from) && short(to)).then(|| (from.to_owned(), to.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_the_series_name_sender_and_addressee() {
        let both = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(
            of_heading("12. Telegram From the Embassy in Korea to the Department of State"),
            both("the Embassy in Korea", "the Department of State")
        );
        assert_eq!(
            of_heading("No. 7. Mr. Foote to Mr. Frelinghuysen."),
            both("Mr. Foote", "Mr. Frelinghuysen.")
        );
        assert_eq!(of_heading("Introduction to the volume"), None);
        assert_eq!(of_heading("Editorial Note"), None);
    }
}
