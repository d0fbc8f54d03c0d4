//! An "and" that joins those who are named together, and begins no clause.

use crate::compile::items::{Row, What};
use crate::compile::triggers::Trigger;

/// So many words stand between "between" and "and" at most.
const PAIR: usize = 10;

/// "the talks between A and B were": an "and" between two who are named together.
pub(super) fn is_of_a_pair(row: &Row<'_>, triggers: &[Trigger], and: usize) -> bool {
    if row.lower(and) != "and" {
        return false;
    }
    let mut before = (and.saturating_sub(PAIR)..and).rev();
    before
        .find(|&at| {
            row.lower(at) == "between" || triggers.iter().any(|t| t.is_verb() && t.to == at + 1)
        })
        .is_some_and(|at| row.lower(at) == "between" && !(at..and).any(|at| row.lower(at) == "and"))
}

/// "A, accompanied by B, C and D met E": the last "and" of those who were with somebody.
pub(super) fn is_of_company(row: &Row<'_>, from: usize, and: usize) -> bool {
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    if !(and.saturating_sub(2)..and).any(person) || !(and + 1..and + 4).any(person) {
        return false;
    }
    let with = (from.max(and.saturating_sub(COMPANY))..and)
        .rev()
        .find(|&at| {
            matches!(row.lower(at), "by" | "with")
                && matches!(
                    row.before(at),
                    "accompanied" | "joined" | "together" | "along"
                )
        });
    let named = |at: usize| {
        matches!(
            row.what(at),
            Some(What::People(_) | What::Country(..) | What::Mark)
        ) || row.items.get(at).is_some_and(|item| item.capital)
    };
    with.is_some_and(|with| (with + 1..and).all(named) && (and + 1..and + 4).any(named))
}

/// So many items count up at most who is with somebody.
const COMPANY: usize = 40;

/// "In a meeting held in New York on Monday, A, B and C agreed": the last "and" of a list of people right
/// behind the phrase that opens a clause.
pub(super) fn ends_a_subject(row: &Row<'_>, from: usize, and: usize) -> bool {
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    let opens = matches!(
        row.lower(from),
        "in" | "at" | "during" | "on" | "after" | "following" | "before" | "over" | "via"
    );
    if !opens || !and.checked_sub(1).is_some_and(person) || !(and + 1..and + 4).any(person) {
        return false;
    }
    // "Japanese Foreign Minister A": whose minister stands before the person.
    let begins = |at: usize| {
        let state = at > from && matches!(row.what_before(at), Some(What::Country(..)));
        at - usize::from(state)
    };
    let mut first = begins(and - 1);
    while first >= from + 2 && row.before(first) == "," && person(first - 2) {
        first = begins(first - 2);
    }
    row.before(first) == ","
}
