//! Copies of one text: syndicated stories, releases that were reprinted.
//!
//! A sketch of each document's prose (the least hash in each of 64 classes of five-word runs, that is
//! `MinHash` by one permutation) is compared only within buckets that share four classes, and a
//! bucket remembers only its first document: the cost grows with the text, not with its square.
//! Frames do not count, since each publisher has its own.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::document::{DocId, Document};
use crate::text::{fnv, fold, mixed};

/// Classes of a sketch.
const CLASSES: usize = 64;
/// Classes that documents in one bucket share.
const BAND: usize = 4;
/// Words in a run.
const RUN: usize = 5;
/// Of the classes, so many must agree: about seven tenths of all runs in common.
const ALIKE: usize = 45;
/// A text that repeats itself fills few classes: two such are alike in what neither says.
const LEAST: usize = 12;
/// Shorter texts say the same by chance.
const FEWEST_RUNS: usize = 40;

/// For each document the first of which it is a copy, or `None` if it is no copy of an earlier one.
pub fn copies(documents: &[Document]) -> Vec<Option<DocId>> {
    Originals::default().add(documents)
}

/// The texts that were seen so far.
#[derive(Debug, Default)]
pub struct Originals {
    sketches: Vec<Option<Sketch>>,
    /// The first document of each.
    buckets: HashMap<u64, usize>,
}

impl Originals {
    /// For each of the next documents the first of all of which it is a copy, if it is one.
    pub fn add(&mut self, documents: &[Document]) -> Vec<Option<DocId>> {
        let Self { sketches, buckets } = self;
        let before = sketches.len();
        sketches.par_extend(documents.par_iter().map(Sketch::of));
        let mut found = vec![None; documents.len()];
        for (index, slot) in (before..).zip(&mut found) {
            let Some(Some(sketch)) = sketches.get(index) else {
                continue;
            };
            let bands = || sketch.0.as_chunks::<BAND>().0.iter().zip(0..).map(bucket);
            let alike = |first: &usize| {
                sketches
                    .get(*first)
                    .and_then(Option::as_ref)
                    .is_some_and(|other| sketch.alike(other))
            };
            let original = bands()
                .filter_map(|band| buckets.get(&band).copied())
                .filter(alike)
                .min();
            if let Some(first) = original {
                *slot = u32::try_from(first).ok().map(DocId);
            } else {
                for band in bands() {
                    buckets.entry(band).or_insert(index);
                }
            }
        }
        found
    }
}

/// The bucket of some classes of a sketch, by the number of their band. That two share one by chance
/// costs a look.
fn bucket((classes, band): (&[u64; BAND], u64)) -> u64 {
    mixed(fnv(classes.iter().copied().chain([band])))
}

/// The least hash of each class; a class without a run holds the greatest number. In a box, since
/// most short texts have none.
#[derive(Debug)]
struct Sketch(Box<[u64; CLASSES]>);

impl Sketch {
    fn of(document: &Document) -> Option<Self> {
        let mut least = [u64::MAX; CLASSES];
        let mut window = [0_u64; RUN];
        let mut runs = 0_usize;
        let mut words = 0_usize;
        for piece in prose(document) {
            for word in fold(piece)
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
            {
                window.rotate_left(1);
                if let Some(last) = window.last_mut() {
                    *last = fnv(word.bytes());
                }
                words += 1;
                if words < RUN {
                    continue;
                }
                runs += 1;
                let run = mixed(fnv(window.iter().copied()));
                if let Some(slot) = least.get_mut(run as usize % CLASSES) {
                    *slot = (*slot).min(run);
                }
            }
        }
        (runs >= FEWEST_RUNS).then(|| Self(Box::new(least)))
    }

    fn alike(&self, other: &Self) -> bool {
        let filled = || {
            self.0
                .iter()
                .zip(&*other.0)
                .filter(|(a, b)| **a.min(b) != u64::MAX)
        };
        let same = filled().filter(|(a, b)| a == b).count();
        same * CLASSES >= ALIKE * filled().count() && same >= LEAST
    }
}

/// The parts of a text that no block covers.
fn prose(document: &Document) -> impl Iterator<Item = &str> {
    let starts =
        std::iter::once(0).chain(document.blocks.iter().map(|block| block.span.end as usize));
    let ends = document
        .blocks
        .iter()
        .map(|block| block.span.start as usize)
        .chain(std::iter::once(document.text.len()));
    starts
        .zip(ends)
        .filter_map(|(start, end)| document.text.get(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn document(text: &str) -> Document {
        super::super::load_text(text, &Origin::Stdin).remove(0)
    }

    /// Words that follow no pattern.
    fn words(seed: u64, count: u64) -> String {
        let word = |n: u64| format!("w{} ", mixed(seed * 1_000_003 + n) % 5_000);
        (0..count).map(word).collect()
    }

    #[test]
    fn two_texts_that_repeat_themselves_are_no_copies() {
        let texts = [
            "if one then two three four five; ",
            "oh my darling come home to me tonight; ",
        ];
        let documents = texts.map(|text| document(&text.repeat(40)));
        assert_eq!(copies(&documents), [None, None]);
    }

    #[test]
    fn a_reprint_is_a_copy_and_another_story_is_not() {
        let story = words(1, 400);
        let reprint = format!(
            "Another headline here\n\n{story} with a closing word (ANI)\n\n© 2021 Reprints\n"
        );
        let found = copies(&[
            document(&words(2, 400)),
            document(&story),
            document(&reprint),
            document(&words(3, 400)),
        ]);
        assert_eq!(found, [None, None, Some(DocId(1)), None]);
    }

    #[test]
    fn short_texts_are_no_copies_of_each_other() {
        let found = copies(&[
            document("The ministers met."),
            document("The ministers met."),
        ]);
        assert_eq!(found, [None, None]);
    }
}
