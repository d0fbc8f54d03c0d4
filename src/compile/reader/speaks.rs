//! Who makes a statement without a person: a state, where the sentence is about a day of its own.

use super::Line;
use crate::compile::happenings::Happening;
use crate::compile::items::What;

/// Whether a state says something in a sentence that opens with its day: "June 2001: Japan warns …",
/// "In April, Seoul said …". Elsewhere "Seoul said" only tells who says so.
pub(super) fn state_speaks(line: &Line<'_>, happening: &Happening) -> bool {
    let Some(verb) = happening.verb.map(|at| &line.triggers[at]) else {
        return false;
    };
    let row = &line.row;
    let state = |at: usize| {
        matches!(
            row.what(at),
            Some(What::Country(..) | What::Place(_, Some(_)))
        )
    };
    let clause = &line.clauses[happening.clause];
    let near = clause.from.max(verb.from.saturating_sub(3))..verb.from;
    opens_with_a_day(line) && near.into_iter().any(state)
}

/// Whether a day opens a sentence, with at most a small word before it.
fn opens_with_a_day(line: &Line<'_>) -> bool {
    let row = &line.row;
    let small = |at: usize| {
        matches!(
            row.lower(at),
            "in" | "on" | "early" | "late" | "by" | "–" | "-"
        )
    };
    let first = (0..3).find(|&at| !small(at));
    first.is_some_and(|at| matches!(row.what(at), Some(What::Time(_))))
}
