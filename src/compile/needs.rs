//! What must stand beside a verb for it to tell an event: whom, where, what.

use super::clauses::Clause;
use super::happenings::passive;
use super::items::{Row, What};
use super::lexicon::{Lexicon, Need, Sense};
use super::triggers::{Trigger, need};

/// Whether what a verb needs stands in its clause.
pub(super) fn meets(
    row: &Row<'_>,
    triggers: &[Trigger],
    clause: &Clause,
    lexicon: &Lexicon,
    at: usize,
    sense: Sense,
    end: usize,
) -> bool {
    let trigger = &triggers[at];
    let right = trigger.to..end.max(trigger.to);
    let place = |at: usize| {
        matches!(
            row.what(at),
            Some(What::Place(..) | What::Country(_, crate::gazetteer::CountryForm::Name))
        )
    };
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    let Some(need) = need(sense) else {
        return false;
    };
    match need {
        Need::Place => {
            let near = right.start..right.end.min(right.start + 12);
            near.into_iter().any(place) || adverbial(row, trigger.to)
        }
        Need::Party => party(row, lexicon, trigger, clause, right),
        Need::Arms | Need::Paper | Need::Penalty => {
            let word = |at: usize| lexicon.supplies(need, row.lower(at));
            let near = right.start..right.end.min(right.start + 16);
            let after = near.into_iter().any(word);
            let passive = passive(row, trigger) && (clause.from..trigger.from).any(word);
            after || passive
        }
        Need::OwnDate => {
            let subject = (clause.from..trigger.from).any(|at| {
                person(at)
                    || place(at)
                    || lexicon.is_speaker(row.lower(at))
                    || matches!(row.what(at), Some(What::Country(..)))
                    || matches!(row.lower(at), "he" | "she")
            });
            let after = right.clone().any(|at| person(at) || place(at));
            subject || after || clause.inherits
        }
        Need::Noun => false,
    }
}

/// Whether "there", "here" or "home" stands at an index.
fn adverbial(row: &Row<'_>, at: usize) -> bool {
    matches!(row.lower(at), "there" | "here" | "home")
}

/// Whether someone besides the subject takes part.
fn party(
    row: &Row<'_>,
    lexicon: &Lexicon,
    trigger: &Trigger,
    clause: &Clause,
    right: std::ops::Range<usize>,
) -> bool {
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    let country = |at: usize| {
        matches!(
            row.what(at),
            Some(What::Country(..) | What::Place(_, Some(_)))
        )
    };
    let first = row.lower(trigger.from);
    let last = row.lower(trigger.to - 1);
    let near = right.start..right.end.min(right.start + 8);
    if near
        .clone()
        .any(|at| matches!(row.lower(at), "reporters" | "press" | "media"))
        && matches!(first, "speak" | "speaks" | "spoke" | "spoken" | "speaking")
    {
        return false;
    }
    let called = matches!(
        first,
        "call" | "calls" | "called" | "calling" | "phone" | "telephone" | "phoned" | "telephoned"
    );
    if called || matches!(last, "on" | "upon") && !matches!(first, "talk" | "speak") {
        // "called Kim", "called on the minister"; not "called on the North to stop", "called it".
        let direct = right.start..right.end.min(right.start + 2);
        let someone = direct.clone().any(person)
            || matches!(row.lower(right.start), "me" | "him" | "her" | "them");
        let asks = right.clone().take(6).any(|at| row.lower(at) == "to")
            && last != "upon"
            && !matches!(row.lower(right.start), "me" | "him");
        let on = matches!(last, "on" | "upon")
            && direct
                .clone()
                .any(|at| lexicon.is_human(row.lower(at)) || lexicon.is_human(row.lower(at + 1)))
            && !asks;
        return someone && !asks || on;
    }
    if matches!(
        first,
        "receive"
            | "receives"
            | "received"
            | "receiving"
            | "welcome"
            | "welcomes"
            | "welcomed"
            | "welcoming"
    ) {
        let direct = right.start..right.end.min(right.start + 4);
        return direct.into_iter().any(person);
    }
    if matches!(first, "speak" | "speaks" | "spoke" | "spoken" | "speaking") && last == first {
        let with = near.clone().find(|&at| matches!(row.lower(at), "with"));
        let Some(with) = with else {
            return false;
        };
        return (with..right.end.min(with + 8))
            .any(|at| person(at) || lexicon.is_human(row.lower(at)));
    }
    let after = near
        .clone()
        .any(|at| person(at) || lexicon.is_human(row.lower(at)));
    let with = near.clone().any(|at| row.lower(at) == "with")
        || last == "with"
        || row.what(right.start).is_some();
    let before: usize = (clause.from..trigger.from)
        .map(|at| match row.what(at) {
            Some(What::People(people)) => people.len(),
            Some(What::Country(..) | What::Place(_, Some(_))) => 1,
            Some(What::Word)
                if row.lower(at) == "they"
                    || row.lower(at) == "leaders"
                    || row.lower(at) == "ministers"
                    || row.lower(at) == "sides" =>
            {
                2
            }
            _ => 0,
        })
        .sum();
    let object = row.lower(right.start);
    let thing = matches!(
        object,
        "the" | "a" | "its" | "all" | "these" | "those" | "this" | "any"
    ) && !after
        && !near.clone().any(country);
    let alone = before >= 2 && !thing;
    after && with || alone
}
