//! Meetings that are counted up: "It is their third. The first was in Singapore in June of 2018. The second,
//! held in Hanoi in February, ended early."

use super::{Line, Reader};
use crate::chronicle::{PlaceRef, Status};
use crate::compile::draft::{Draft, rule};
use crate::compile::items::{Row, What};
use crate::compile::mood::{self, Mood};
use crate::compile::page::Sentence;
use crate::gazetteer::CountryForm;

/// So many drafts back the meeting can have been told, and so many sentences back it was counted.
const BACK: usize = 6;
const COUNTED: usize = 2;

impl Reader<'_> {
    /// The meeting that a sentence only counts, of those whose meeting was told before it.
    pub(super) fn counted_up(&self, line: &Line<'_>, drafts: &[Draft]) -> Option<Draft> {
        let row = &line.row;
        let ordinal = opens_with_an_ordinal(row)?;
        if !self.is_counted_before(row.sentence) {
            return None;
        }
        let met = |draft: &&Draft| {
            draft.gathers() && draft.people.len() > 1 && draft.status != Status::Cancelled
        };
        let last = drafts.iter().rev().take(BACK).find(met)?;
        let mut times = row.items.iter().filter_map(|item| match item.what {
            What::Time(timex) => Some(&self.page.timexes[timex]),
            _ => None,
        });
        let found = times.find(|timex| timex.edtf.is_some())?;
        let date = self.agree(found.edtf?, found, Mood::Past, false);
        let place = (0..row.len()).find_map(|at| match row.what(at) {
            _ if !matches!(row.before(at), "in" | "at") => None,
            Some(What::Place(place, _)) => Some(PlaceRef::Known(*place)),
            Some(What::Country(state, CountryForm::Name)) => {
                Some(PlaceRef::Named(self.gazetteer.country(*state).name.clone()))
            }
            _ => None,
        });
        Some(Draft {
            kind: last.kind,
            status: mood::status(Mood::Past, Some(date.range()), self.dct, false),
            date: Some(date),
            timex: Some(found.span),
            people: last.people.clone(),
            countries: self.people.states(&last.people),
            places: place.into_iter().collect(),
            trigger: row.span(ordinal, ordinal + 1),
            ..Draft::of_head(
                date.range(),
                row.sentence.span,
                rule(last.kind, false),
                "one of those whose meeting is told before it; its own day is",
            )
        })
    }

    /// Whether one of the sentences just before counts, too.
    fn is_counted_before(&self, sentence: &Sentence) -> bool {
        let own = sentence.span.start;
        let until = self.page.sentences.partition_point(|s| s.span.start < own);
        let before = self
            .page
            .sentences
            .get(until.saturating_sub(COUNTED)..until);
        before
            .unwrap_or_default()
            .iter()
            .any(|sentence| (0..sentence.tokens.len()).any(|at| is_ordinal(sentence.words.get(at))))
    }
}

/// The ordinal that is the subject of a sentence, with a form of "be" or a participle behind it.
fn opens_with_an_ordinal(row: &Row<'_>) -> Option<usize> {
    let own = matches!(row.lower(0), "the" | "their" | "its") && is_ordinal(row.lower(1));
    let noun = matches!(
        row.lower(2),
        "one" | "summit" | "meeting" | "round" | "encounter"
    );
    let next = 2 + usize::from(noun);
    let comma = usize::from(row.lower(next) == ",");
    let verb = matches!(
        row.lower(next + comma),
        "was" | "took" | "came" | "held" | "in"
    );
    (own && verb).then_some(1)
}

fn is_ordinal(word: &str) -> bool {
    matches!(
        word,
        "first" | "second" | "third" | "fourth" | "fifth" | "sixth"
    )
}
