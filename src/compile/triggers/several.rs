//! Verbs of several: "A and B meet", "Kono and Kang visit Seoul", "they met for two hours".

use super::Trigger;
use crate::compile::items::{Row, What};
use crate::compile::lexicon::Form;

/// Whether a word like "visit" is the verb of several: "Kono and Kang visit Seoul".
pub(super) fn plural_verb(row: &Row<'_>, from: usize, to: usize) -> bool {
    let object = matches!(
        row.what(to),
        Some(What::People(_) | What::Place(..) | What::Country(..))
    );
    let several = match row.what_before(from) {
        Some(What::People(people)) => people.len() > 1 || joined(row, from - 1),
        Some(What::Word) => matches!(row.before(from), "they" | "we" | "ministers" | "leaders"),
        _ => false,
    };
    object && several
}

/// Whether the item at an index is the last of several: "A and B", "A, B and C".
fn joined(row: &Row<'_>, at: usize) -> bool {
    let at = at - usize::from(at > 0 && row.before(at) == "the");
    row.before(at) == "and"
        && at > 1
        && !matches!(row.what(at - 2), Some(What::Word | What::Time(_)))
}

/// Whether a base form is the finite verb of several: "A and B meet", "they hold talks".
pub(in crate::compile) fn finite(row: &Row<'_>, verb: &Trigger) -> bool {
    let mut at = verb.from;
    while at > 0
        && (row.lower(at - 1).ends_with("ly")
            || matches!(
                row.lower(at - 1),
                "also" | "then" | "again" | "now" | "both"
            ))
    {
        at -= 1;
    }
    let Some(before) = at
        .checked_sub(1)
        .filter(|_| verb.form() == Some(Form::Base))
    else {
        return false;
    };
    match row.what(before) {
        Some(What::People(people)) => people.len() > 1 || joined(row, before),
        Some(What::Country(..) | What::Place(_, Some(_))) => joined(row, before),
        Some(What::Word) => matches!(
            row.lower(before),
            "they"
                | "we"
                | "sides"
                | "koreas"
                | "leaders"
                | "ministers"
                | "officials"
                | "envoys"
                | "negotiators"
                | "delegates"
                | "delegations"
                | "diplomats"
                | "governments"
                | "countries"
                | "allies"
                | "presidents"
                | "secretaries"
                | "chiefs"
                | "forces"
        ),
        _ => false,
    }
}

/// Whether a phrase that ends at an index ends with the "for" of a length of time: "met for two hours", not
/// "met for talks".
pub(super) fn lasts_for(row: &Row<'_>, end: usize) -> bool {
    let meets = end >= 2
        && row.before(end) == "for"
        && matches!(row.lower(end - 2), "meet" | "meets" | "met" | "meeting");
    let length = |at: usize| {
        matches!(row.what(at), Some(What::Time(_))) || matches!(row.lower(at), "hours" | "minutes")
    };
    let about = matches!(
        row.lower(end),
        "about" | "nearly" | "almost" | "some" | "over" | "around" | "roughly"
    );
    meets && length(end + usize::from(about))
}
