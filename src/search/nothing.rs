//! Why nothing fits: which part of the query is to blame, and what comes near.

use super::cond::Cond;
use super::plan::plan;
use super::{Session, Tier};
use crate::index::{Class, TermId, mask};
use crate::query::{Has, Is, Query};
use crate::text::edits;
use crate::time::DateRange;

/// Why a query finds nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nothing {
    /// Parts that no event fulfils, as they were compared.
    pub dead: Vec<String>,
    /// Every part is fulfilled by some event, but no event fulfils all.
    pub apart: bool,
    /// The part without which the others would be fulfilled, and by how many events.
    pub without: Option<(String, usize)>,
    /// A word or name near the first dead part.
    pub nearest: Option<String>,
    /// From which to which day the chronicle reaches.
    pub covers: Option<DateRange>,
    /// All of that in plain sentences.
    pub text: String,
}

impl Session {
    /// Explains a result without hits.
    pub fn nothing(&self, query: &Query) -> Nothing {
        let plan = plan(self, query);
        let parts = match &plan.root {
            Cond::All(conds) => conds.clone(),
            cond => vec![cond.clone()],
        };
        let mut nothing = Nothing {
            covers: self.chronicle.span(),
            ..Nothing::default()
        };
        for part in &parts {
            if !self.eval(part, Tier::Subsequence).any() {
                nothing.dead.push(label(part));
                if nothing.nearest.is_none() {
                    nothing.nearest = keys(part).into_iter().find_map(|key| self.nearest(&key));
                }
            }
        }
        if nothing.dead.is_empty() && parts.len() > 1 {
            nothing.apart = true;
            nothing.without = [Tier::Prefix, Tier::Typo]
                .into_iter()
                .find_map(|tier| self.without_one(&parts, tier));
        }
        nothing.text = told(&nothing);
        nothing
    }

    /// The part without which the most events fit, and how many that is.
    fn without_one(&self, parts: &[Cond], tier: Tier) -> Option<(String, usize)> {
        let counts = parts.iter().enumerate().map(|(at, part)| {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != at);
            let others = Cond::All(others.map(|(_, cond)| cond.clone()).collect());
            (part, self.eval(&others, tier).count())
        });
        let most = counts.rev().max_by_key(|(_, count)| *count);
        let (part, count) = most.filter(|(_, count)| *count > 0)?;
        Some((label(part), count))
    }

    /// The term or name with the fewest changes from the key, if there is one that is near.
    fn nearest(&self, key: &str) -> Option<String> {
        let letters = key.chars().count();
        // A letter in three changed is another word; of Hangul, a syllable is three letters here.
        if letters < 4 {
            return None;
        }
        let most = (letters / 3).clamp(1, 3);
        let wanted = mask(key);
        let dictionary = self.index.dictionary();
        let near = dictionary.terms().zip(dictionary.masks());
        let mut best: Option<(usize, u32, TermId)> = None;
        for ((id, term), has) in near {
            if (wanted & !has).count_ones() as usize > most {
                continue;
            }
            let Some(changes) = edits(key, term, most).filter(|&changes| changes > 0) else {
                continue;
            };
            let events = self.index.postings().count(self.index.of_term(id));
            let named = dictionary.members_of(id).count() as u32;
            let rank = (changes, u32::MAX - events.max(named), id);
            if best.is_none_or(|best| rank < best) {
                best = Some(rank);
            }
        }
        let (_, _, id) = best?;
        let members = dictionary.members_of(id);
        let shown = members
            .map(|member| self.index.entity(member.entity))
            .find(|entity| {
                matches!(
                    entity.class(),
                    Class::Person | Class::Place | Class::Country
                )
            });
        let term: String = crate::text::fold(dictionary.term(id));
        Some(shown.map_or(term, |entity| entity.name.to_string()))
    }
}

fn told(nothing: &Nothing) -> String {
    let mut sentences = Vec::new();
    match nothing.dead.as_slice() {
        [] => {}
        [one] => sentences.push(format!("No event has {one}.")),
        more => sentences.push(format!("No event has {}.", more.join(", nor "))),
    }
    if let Some((part, count)) = &nothing.without {
        let events = if *count == 1 {
            "event fits"
        } else {
            "events fit"
        };
        sentences.push(format!(
            "Each part is found, but not together; without {part} {count} {events}."
        ));
    } else if nothing.apart {
        sentences.push("Each part is found, but not together.".to_owned());
    }
    if let Some(nearest) = &nothing.nearest {
        sentences.push(format!("Did you mean {nearest}?"));
    }
    if let Some(covers) = nothing.covers {
        sentences.push(format!(
            "The sources cover {} to {}.",
            covers.first().year(),
            covers.last().human()
        ));
    }
    sentences.join(" ")
}

/// A part of a query as it is named to the user.
fn label(cond: &Cond) -> String {
    match cond {
        Cond::Days(range) => range.human(),
        Cond::Yearly(..) => "that day of the year".to_owned(),
        Cond::Not(_) => "what is left out".to_owned(),
        Cond::Is(Is::Marked) => "a mark".to_owned(),
        Cond::Is(Is::Merged) => "several sources".to_owned(),
        Cond::Is(Is::Undated) => "no date".to_owned(),
        Cond::Is(Is::Unsourced) => "no source".to_owned(),
        Cond::Has(Has::Note) => "a note".to_owned(),
        Cond::Tag(tag) => format!("the tag \"{tag}\""),
        Cond::Has(Has::Quote) => "a quotation".to_owned(),
        Cond::Given(_) => "those days".to_owned(),
        Cond::Any(conds) => conds.iter().map(label).collect::<Vec<_>>().join(" or "),
        Cond::All(conds) => conds.iter().map(label).collect::<Vec<_>>().join(" with "),
        Cond::Word(_) | Cond::Group(_) | Cond::Phrase(_) | Cond::Names(_) => {
            format!("\"{}\"", keys(cond).join(" "))
        }
    }
}

fn keys(cond: &Cond) -> Vec<String> {
    let composed = |key: &String| crate::text::fold(key);
    match cond {
        Cond::Word(word) => vec![composed(&word.key)],
        Cond::Group(group) => group.words.iter().map(|word| composed(&word.key)).collect(),
        Cond::Phrase(phrase) => phrase.keys.iter().map(composed).collect(),
        Cond::Names(names) => names
            .values
            .iter()
            .flatten()
            .map(|word| composed(&word.key))
            .collect(),
        Cond::All(conds) | Cond::Any(conds) => conds.iter().flat_map(keys).collect(),
        Cond::Not(_)
        | Cond::Days(_)
        | Cond::Yearly(..)
        | Cond::Given(_)
        | Cond::Is(_)
        | Cond::Has(_)
        | Cond::Tag(_) => Vec::new(),
    }
}
