//! "now", "recently", "in the past", "the near future": a time without a date.

use super::super::grain::Reference;
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Meaning};
use super::super::scan::Scan;
use super::{Found, rule};

/// Phrases of several words, with what they refer to. The span begins after the first `skip` words.
const PHRASES: &[(&[&str], usize, Reference)] = &[
    (&["right", "now"], 0, Reference::PresentRef),
    (&["at", "present"], 1, Reference::PresentRef),
    (&["at", "the", "moment"], 1, Reference::PresentRef),
    (&["the", "time", "being"], 0, Reference::PresentRef),
    (&["present", "day"], 0, Reference::PresentRef),
    (&["present", "-", "day"], 0, Reference::PresentRef),
    (&["the", "present"], 0, Reference::PresentRef),
    (&["these", "days"], 0, Reference::PresentRef),
    (&["in", "the", "past"], 1, Reference::PastRef),
    (&["the", "near", "future"], 0, Reference::FutureRef),
    (&["near", "future"], 0, Reference::FutureRef),
    (&["the", "foreseeable", "future"], 0, Reference::FutureRef),
    (&["the", "distant", "future"], 0, Reference::FutureRef),
    (&["in", "the", "future"], 1, Reference::FutureRef),
    (&["in", "future"], 1, Reference::FutureRef),
    (&["the", "near", "term"], 0, Reference::FutureRef),
    (&["the", "short", "term"], 0, Reference::FutureRef),
    (&["the", "long", "term"], 0, Reference::FutureRef),
    (&["as", "soon", "as", "possible"], 0, Reference::FutureRef),
    (&["in", "the", "coming", "days"], 1, Reference::FutureRef),
];

/// Verbs after which "one day" is some day to come and no length.
const MODAL: &[&str] = &[
    "will", "would", "could", "might", "may", "can", "shall", "should", "must", "ll",
];

/// Proposes references.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let own = scan.word(at);
    for (words, skip, reference) in PHRASES {
        let begins = at >= *skip && own.eq_ignore_ascii_case(words[*skip]);
        let end = at + words.len() - skip;
        if begins && scan.spells(at - skip, words) && !counts(scan, end) {
            found.push(Candidate::new(
                at..end,
                Meaning::Reference(*reference),
                rule("reference"),
            ));
        }
    }
    let word = scan.sense(at, |sense| match sense {
        Sense::Reference(reference) => Some(reference),
        _ => None,
    });
    if let Some(reference) = word {
        let sound = !scan.is(at, "now")
            || !scan.is(at + 1, "that") && !scan.capital(at + 1)
            || scan.sentence_starts(at);
        if sound {
            found.push(Candidate::new(
                at..at + 1,
                Meaning::Reference(reference),
                rule("reference"),
            ));
        }
    }
    if scan.spells(at, &["one", "day"]) && at > 0 && scan.is_any(at - 1, MODAL) {
        let meaning = Meaning::Reference(Reference::FutureRef);
        found.push(Candidate::new(at..at + 2, meaning, rule("reference")));
    }
    let adjective = [
        ("recent", Reference::PastRef),
        ("current", Reference::PresentRef),
    ];
    for (word, reference) in adjective {
        let one_of_many = at > 0 && scan.is_any(at - 1, &["a", "an"]);
        if scan.is(at, word)
            && !one_of_many
            && scan.units(at + 1).is_none()
            && scan.unit(at + 1).is_none()
        {
            let meaning = Meaning::Reference(reference);
            found.push(Candidate::new(at..at + 1, meaning, rule("recent-current")));
        }
    }
}

/// Whether an amount or a unit follows, so that "the past" is no noun.
fn counts(scan: &Scan<'_>, at: usize) -> bool {
    scan.unit(at).is_some()
        || scan.units(at).is_some()
        || scan.cardinal(at).is_some()
        || scan.number(at).is_some()
}
