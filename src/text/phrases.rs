//! Sentences that say the same of other days and names, in little memory.
//!
//! Reasons are told in few ways: `told as past, near the day of the document` a hundred thousand times,
//! and `“March 2, 2021”, in the same clause, is 2 Mar 2021` once for each day. The *pattern* of such a
//! sentence has a gap for each number and each quotation. It is kept once, and of a sentence the number
//! of its pattern and what stands in the gaps.

use std::mem::take;

use serde::{Deserialize, Serialize};
use smallvec::{SmallVec, smallvec};

use super::hash::{WordMap, fnv};

/// What stands for a gap in a pattern: no clean text has it.
const GAP: char = '\0';
const OPENING: char = '“';
const CLOSING: char = '”';

/// So many patterns are kept; a sentence of another one is all gap.
const MOST: usize = if cfg!(test) { 3 } else { 1 << 12 };

/// The patterns of sentences.
#[derive(Debug, Default)]
pub struct Phrases {
    patterns: Vec<Box<str>>,
    /// By the hash of a pattern its number, for who adds to them.
    numbers: WordMap<u64, u32>,
    pattern: String,
}

/// A sentence of [`Phrases`]. Means nothing to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase<'s> {
    /// The number of its pattern from 1; 0 for what is all gap.
    pattern: u32,
    #[serde(borrow)]
    gaps: SmallVec<[&'s str; 4]>,
}

impl Phrases {
    /// A sentence in little memory.
    pub fn part<'s>(&mut self, sentence: &'s str) -> Phrase<'s> {
        let mut pattern = take(&mut self.pattern);
        let gaps = part(sentence, &mut pattern);
        let clean = !sentence.contains(GAP);
        let number = clean.then(|| self.number(&pattern)).flatten();
        self.pattern = pattern;
        match number {
            Some(pattern) => Phrase { pattern, gaps },
            None => Phrase {
                pattern: 0,
                gaps: smallvec![sentence],
            },
        }
    }

    /// The sentence of a phrase that these gave.
    pub fn whole(&self, phrase: &Phrase<'_>) -> String {
        let known = (phrase.pattern as usize).checked_sub(1);
        let pattern = known.and_then(|at| self.patterns.get(at));
        let Some(pattern) = pattern else {
            return phrase.gaps.concat();
        };
        let long = phrase.gaps.iter().map(|gap| gap.len()).sum::<usize>();
        let mut sentence = String::with_capacity(pattern.len() + long);
        let mut gaps = phrase.gaps.iter();
        for (at, fixed) in pattern.split(GAP).enumerate() {
            if at > 0 {
                sentence.push_str(gaps.next().copied().unwrap_or_default());
            }
            sentence.push_str(fixed);
        }
        sentence
    }

    /// Gives back what only adding needs. Sentences that are added later find none of the patterns.
    pub fn close(&mut self) {
        self.patterns.shrink_to_fit();
        (self.numbers, self.pattern) = (WordMap::default(), String::new());
    }

    /// The number of a pattern, if there is room for it; of two that share a hash, only the first is kept.
    fn number(&mut self, pattern: &str) -> Option<u32> {
        let hash = fnv(pattern.bytes());
        if let Some(&number) = self.numbers.get(&hash) {
            let known = self.patterns.get(number as usize - 1);
            return known
                .is_some_and(|known| **known == *pattern)
                .then_some(number);
        }
        if self.patterns.len() >= MOST {
            return None;
        }
        self.patterns.push(pattern.into());
        let number = self.patterns.len() as u32;
        self.numbers.insert(hash, number);
        Some(number)
    }
}

/// The gaps of a sentence; its pattern takes the place of another text.
fn part<'s>(sentence: &'s str, pattern: &mut String) -> SmallVec<[&'s str; 4]> {
    pattern.clear();
    let mut gaps = SmallVec::new();
    let mut rest = sentence;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit() || c == OPENING) {
        let (before, from) = rest.split_at(at);
        pattern.push_str(before);
        let quotation = from.strip_prefix(OPENING);
        let from = quotation.unwrap_or(from);
        let end = if quotation.is_some() {
            pattern.push(OPENING);
            from.find(CLOSING)
        } else {
            from.find(|c: char| !c.is_ascii_digit())
        };
        let (gap, after) = from.split_at(end.unwrap_or(from.len()));
        pattern.push(GAP);
        gaps.push(gap);
        rest = after;
    }
    pattern.push_str(rest);
    gaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// A sentence is what it was, however it is packed in between.
        #[test]
        fn parting_a_sentence_loses_nothing(
            sentences in prop::collection::vec("[a-b0-9“” \0é]{0,9}", 0..12),
        ) {
            let mut phrases = Phrases::default();
            let parted: Vec<_> = sentences.iter().map(|one| phrases.part(one)).collect();
            let bytes = postcard::to_allocvec(&parted).expect("bytes");
            let parted: Vec<Phrase<'_>> = postcard::from_bytes(&bytes).expect("phrases");
            phrases.close();
            let again: Vec<_> = parted.iter().map(|one| phrases.whole(one)).collect();
            prop_assert_eq!(&again, &sentences);
            prop_assert!(phrases.patterns.len() <= MOST);
        }
    }

    #[test]
    fn sentences_that_differ_in_numbers_and_quotations_have_one_pattern() {
        let mut phrases = Phrases::default();
        for day in 1..30 {
            let sentence = format!("“March {day}”, in the same clause, is {day} Mar 2021");
            let phrase = phrases.part(&sentence);
            assert_eq!((phrase.pattern, phrase.gaps.len()), (1, 3));
        }
        assert_eq!(
            *phrases.patterns[0],
            *"“\0”, in the same clause, is \0 Mar \0"
        );
        assert_eq!(phrases.part("told as past").pattern, 2);
        assert_eq!(phrases.part("told as past").gaps.len(), 0);
    }
}
