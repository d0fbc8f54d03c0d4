//! States that people who meet only speak of: "met to discuss North Korea", "talks on Iran".

use super::Line;
use super::bounds::is_infinitive;
use super::cast::Cast;
use crate::compile::clauses::Clause;
use crate::compile::items::What;
use crate::record::{CountryRow, Kind};

/// Takes out the states that are only spoken of, if others are left to meet.
pub(super) fn leave_out(
    line: &Line<'_>,
    kind: Kind,
    clause: &Clause,
    own: &[Option<CountryRow>],
    cast: &mut Cast,
) {
    let gathering = matches!(
        kind,
        Kind::Meeting
            | Kind::Talks
            | Kind::Call
            | Kind::Summit
            | Kind::TwoPlusTwo
            | Kind::Agreement
    );
    if !gathering {
        return;
    }
    let spoken_of = |country: &CountryRow| {
        let mut named = (clause.from..clause.to)
            .filter(|&at| names(line, at) == Some(*country))
            .peekable();
        !own.contains(&Some(*country))
            && named.peek().is_some()
            && named.all(|at| is_topic(line, clause.from, at))
    };
    let left = cast
        .countries
        .iter()
        .filter(|country| !spoken_of(country))
        .count();
    if left >= 2 || left == 1 && !cast.people.is_empty() {
        cast.countries.retain(|country| !spoken_of(country));
    }
}

/// Whether a state is but where something else goes on: "discussed the situation in Vietnam".
pub(super) fn is_of_events(line: &Line<'_>, at: usize) -> bool {
    at >= 2
        && matches!(
            line.row.lower(at - 2),
            "situation"
                | "war"
                | "conflict"
                | "crisis"
                | "developments"
                | "conditions"
                | "peace"
                | "troops"
                | "forces"
                | "elections"
        )
}

/// The state that an item names, itself or by its capital.
fn names(line: &Line<'_>, at: usize) -> Option<CountryRow> {
    match line.row.what(at)? {
        What::Country(row, _) => Some(*row),
        What::Place(_, government) => *government,
        _ => None,
    }
}

/// Whether the words before a state make it what is spoken of, and not who speaks.
pub(super) fn is_topic(line: &Line<'_>, from: usize, at: usize) -> bool {
    let row = &line.row;
    for before in (from..at).rev() {
        match row.lower(before) {
            "with" | "between" | "among" => return follows_event(line, from, before),
            "by" if follows_event(line, from, before) => return true,
            "about" | "over" | "regarding" | "concerning" | "against" | "following" | "after"
            | "amid" | "despite" => {
                return true;
            }
            "on" => return !is_scene(line, before + 1),
            "to" if is_infinitive(line, before) => return true,
            // "to discuss A, B and trade": the list goes on.
            "," if matches!(
                row.what_before(before),
                Some(What::Country(..) | What::Place(..))
            ) => {}
            // "in light of the moves of A".
            "in" => {
                return matches!(
                    row.lower(before + 1),
                    "light" | "view" | "response" | "reaction" | "spite"
                );
            }
            "," | ";" | "at" => return false,
            _ => {}
        }
    }
    false
}

/// "Following the launch by the North", "amid tensions with China": what went before, not who met.
fn follows_event(line: &Line<'_>, from: usize, before: usize) -> bool {
    let opens = |at: usize| {
        matches!(
            line.row.lower(at),
            "following" | "after" | "amid" | "despite" | "response" | "reaction"
        )
    };
    let mut near = (from..before)
        .rev()
        .take_while(|&at| line.row.lower(at) != ",");
    near.any(opens)
}

/// "on Friday", "on the sidelines of", "on a visit": when and where people meet.
fn is_scene(line: &Line<'_>, at: usize) -> bool {
    let scene = |at: usize| {
        matches!(
            line.row.lower(at),
            "sidelines"
                | "margins"
                | "eve"
                | "occasion"
                | "behalf"
                | "visit"
                | "trip"
                | "tour"
                | "board"
                | "side"
        ) || matches!(line.row.what(at), Some(What::Time(_)))
    };
    (at..at + 4).any(scene)
}
