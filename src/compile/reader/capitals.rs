//! Capitals: the place, the government, or only whose somebody is.

use super::Line;
use super::bystander::is_owner;
use crate::compile::items::What;

/// Whether a place is but where somebody is going: "during the flight to Chicago".
pub(super) fn is_on_the_way(line: &Line<'_>, at: usize) -> bool {
    let way = |at: usize| matches!(line.row.lower(at), "flight" | "way" | "route" | "bound");
    at >= 2 && matches!(line.row.before(at), "to" | "for") && way(at - 2)
}

/// Whether a capital only says whose somebody is: "A, Washington's top envoy".
pub(super) fn is_possessive(line: &Line<'_>, at: usize) -> bool {
    is_owner(line, at) && !matches!(line.row.before(at), "in" | "at" | "near" | "outside")
}

/// So many items of governments begin a headline at most, commas included.
const LISTED: usize = 10;

/// Whether a capital goes on with a list of governments that begins a headline: "Seoul, Washington, Tokyo
/// to meet".
pub(super) fn listed(line: &Line<'_>, at: usize) -> bool {
    let government = |at: usize| {
        matches!(
            line.row.what(at),
            Some(What::Place(_, Some(_)) | What::Country(..))
        )
    };
    let mut before = (1..at).rev().step_by(2);
    let alternate = at.is_multiple_of(2) && (1..=LISTED).contains(&at);
    alternate && before.all(|at| line.row.lower(at) == "," && government(at - 1))
}
