//! Verbs with something of the sentence within: "called the meeting off", "departs on Monday for
//! Tokyo".

use crate::compile::items::{Row, What};
use crate::compile::triggers::Trigger;

/// "departs on Monday for Tokyo": the day stands within the verb.
pub(super) fn leaves_for(row: &Row<'_>, verb: &Trigger) -> bool {
    let leaves = ["leave", "left", "leaving", "depart"];
    let to = verb.to + usize::from(row.lower(verb.to) == "on");
    leaves
        .iter()
        .any(|stem| row.lower(verb.to - 1).starts_with(stem))
        && matches!(row.what(to), Some(What::Time(_)))
        && row.lower(to + 1) == "for"
}

/// "called the meeting off": the noun stands within the verb.
pub(super) fn calls_off(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let verb = &triggers[at];
    let calls = matches!(
        row.lower(verb.from),
        "call" | "calls" | "called" | "calling" | "put" | "puts" | "putting"
    );
    let noun = triggers
        .get(at + 1)
        .filter(|next| !next.is_verb() && next.from <= verb.to + 5);
    calls && noun.is_some_and(|noun| (noun.to..noun.to + 7).any(|at| row.lower(at) == "off"))
}
