//! Nouns that no verb carries: which of them tell nothing, and which are what a journey is for.

use super::clause_of;
use crate::compile::clauses::Clause;
use crate::compile::items::{Row, What};
use crate::compile::lexicon::Need;
use crate::compile::triggers::{Trigger, need};
use crate::record::Kind;

/// "the Congress", which passes laws, is no gathering; a party's congress is.
pub(super) fn is_parliament(row: &Row<'_>, noun: &Trigger) -> bool {
    row.lower(noun.from) == "congress" && noun.to == noun.from + 1 && row.items[noun.from].capital
}

/// "his address to the General Assembly", "Interview:": who listens, and what the page is.
pub(super) fn is_listening(row: &Row<'_>, noun: &Trigger) -> bool {
    let article = usize::from(matches!(row.before(noun.from), "the" | "a" | "un"));
    let to = (noun.from.saturating_sub(article + 2)..noun.from)
        .rev()
        .find(|&at| row.lower(at) == "to");
    let speech = |at: usize| {
        matches!(
            row.before(at),
            "address" | "speech" | "remarks" | "message" | "letter" | "report" | "statement"
        )
    };
    let label = row.lower(noun.from) == "interview" && noun.from <= 1;
    // "the reception of your letter": nobody is received.
    let paper = row.lower(noun.from) == "reception"
        && row.lower(noun.to) == "of"
        && (noun.to + 1..noun.to + 5).any(|at| {
            matches!(
                row.lower(at),
                "letter"
                    | "note"
                    | "dispatch"
                    | "telegram"
                    | "communication"
                    | "instruction"
                    | "news"
            )
        });
    label || paper || to.is_some_and(speech)
}

/// "will be the first talks since …", "marked his third visit": what another happening is called, and
/// "back to the talks": what is hoped for. Neither is one of its own.
pub(super) fn is_only_called(row: &Row<'_>, noun: &Trigger) -> bool {
    let from = noun.from.saturating_sub(CALLED);
    let words = |at: usize| row.is_word(at) && !row.items[at].capital;
    let start = (from..noun.from)
        .rev()
        .find(|&at| !words(at) || matches!(row.lower(at), "of" | "in" | "at" | "for"))
        .map_or(from, |at| at + 1);
    let ordinal = |at: usize| {
        matches!(
            row.lower(at),
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "sixth"
                | "latest"
                | "last"
                | "highest-level"
        )
    };
    let be = |at: usize| {
        matches!(
            row.lower(at),
            "be" | "is" | "was" | "were" | "are" | "been" | "mark" | "marks" | "marked" | "marking"
        )
    };
    let called = (start..noun.from).find(|&at| be(at)).is_some_and(|verb| {
        (verb + 1..verb + 4).any(ordinal) || row.lower(verb).starts_with("mark")
    });
    let back = (start..noun.from).any(|at| {
        row.lower(at) == "to"
            && matches!(row.before(at), "back" | "return" | "returning" | "returns")
    });
    // "submitted its report under that agreement".
    let article = usize::from(matches!(
        row.before(noun.from),
        "the" | "that" | "this" | "its"
    ));
    let under = row.before(noun.from - article) == "under";
    called || back || under
}

/// "on the margins of the General Assembly": only where others met, unless its own place is told; "the end
/// of the accord": not its signing.
pub(super) fn is_only_named(row: &Row<'_>, noun: &Trigger) -> bool {
    let near = noun.from.saturating_sub(5)..noun.from;
    let of = |words: &[&str]| {
        near.clone()
            .any(|at| row.lower(at) == "of" && at > 0 && words.contains(&row.lower(at - 1)))
    };
    match noun.kind() {
        Some(Kind::Conference) => {
            let placed = (noun.to..noun.to + 4).any(|at| row.lower(at) == "in");
            // "met in New York during the General Assembly".
            let during = near.clone().any(|at| row.lower(at) == "during");
            of(&["margins", "margin", "sidelines"]) && !placed
                || during && row.lower(noun.to) != "in"
        }
        Some(Kind::Agreement) => of(&[
            "expiration",
            "expiry",
            "termination",
            "violation",
            "breach",
            "implementation",
            "terms",
            "provisions",
            "lapse",
        ]),
        _ => false,
    }
}

/// The words before a noun that can call it something.
const CALLED: usize = 9;

/// The journey that a noun is the purpose of: "travels to Seoul for talks with …".
pub(super) fn carrier(
    row: &Row<'_>,
    triggers: &[Trigger],
    clauses: &[Clause],
    noun: usize,
) -> Option<usize> {
    let kind = triggers[noun].kind()?;
    if !matches!(
        kind,
        Kind::Meeting | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
    ) {
        return None;
    }
    let clause = clause_of(clauses, triggers[noun].from);
    let verb = (0..noun).rev().find(|&at| triggers[at].is_verb())?;
    // "continues to the deadline for talks" goes nowhere.
    let near = triggers[verb].to..triggers[verb].to + 3;
    let nowhere = need(triggers[verb].sense) == Some(Need::PlaceNext)
        && !near
            .into_iter()
            .any(|at| matches!(row.what(at), Some(What::Place(..) | What::Country(..))));
    if nowhere {
        return None;
    }
    // "weighs a visit to Tokyo for talks with A".
    let journey = |trigger: &Trigger| trigger.kind() == Some(Kind::Visit);
    let same = clause_of(clauses, triggers[verb].from) == clause
        && triggers[verb..noun].iter().any(journey);
    let purpose = (triggers[verb].to..triggers[noun].from).any(|at| row.lower(at) == "for");
    (same && purpose && !is_aim(row, &triggers[noun], kind)).then_some(verb)
}

/// Whether a noun only says what a journey is for, and nobody with whom: "for talks on trade".
fn is_aim(row: &Row<'_>, noun: &Trigger, kind: Kind) -> bool {
    let subject = matches!(row.lower(noun.to), "on" | "about" | "over" | "to" | "aimed");
    let whose = matches!(
        row.what_before(noun.from),
        Some(What::People(_) | What::Country(..) | What::Place(..))
    );
    let with =
        (noun.to..noun.to + 10).any(|at| matches!(row.lower(at), "with" | "between" | "among"));
    kind == Kind::Talks && subject && !whose && !with
}
