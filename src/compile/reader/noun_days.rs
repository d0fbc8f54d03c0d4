//! Which days belong to a noun that no verb carries.

use super::Line;
use super::bounds::scene_of_clause;
use super::days::Days;
use super::nearby::{named_by, told_of};
use crate::compile::happenings::{Happening, clause_of};
use crate::compile::items::What;
use crate::record::Kind;

impl Days {
    /// Whether a time belongs to a noun: right before it, or behind it without another happening
    /// between.
    pub(super) fn belongs(
        &self,
        line: &Line<'_>,
        item: usize,
        from: usize,
        to: usize,
        happening: &Happening,
    ) -> bool {
        let kind = happening.kind;
        let own = |noun: usize| happening.nouns.contains(&noun);
        if named_by(line, item).is_some_and(own) || told_of(line, item).is_some_and(own) {
            return true;
        }
        // "In a meeting at the office on Monday, A told B": the clause is its scene.
        if item >= to && item < to + 10 && scene_of_clause(line, from) {
            return true;
        }
        let (a, b) = if item < from {
            (item + 1, from)
        } else {
            (to, item)
        };
        let limit = if item < from { 7 } else { 9 };
        let verb = line
            .triggers
            .iter()
            .any(|t| t.is_verb() && t.from >= a && t.to <= b);
        // "the trip follows the talks on Tuesday": the day is the talks'.
        let other = kind == Kind::Visit
            && line
                .triggers
                .iter()
                .any(|t| !t.is_verb() && t.from >= a && t.to <= b && t.kind() != Some(kind));
        let between = (a..b)
            .filter(|&at| matches!(line.row.what(at), Some(What::Word)))
            .count();
        // A verb before the noun owns the clause's time, unless the time is at the noun.
        let clause = clause_of(&line.clauses, item);
        let owned = line.happenings.iter().any(|h| {
            h.verb.is_some_and(|v| {
                let verb = &line.triggers[v];
                clause_of(&line.clauses, verb.from) == clause
                    && !self.has_nearer(line, verb.from, item, clause)
            })
        });
        // "met on Friday to discuss the tests": the day is not theirs.
        let aim = (a..b).any(|at| {
            line.row.lower(at) == "to"
                && matches!(
                    line.row.lower(at + 1),
                    "discuss" | "address" | "review" | "assess"
                )
        });
        let close = !aim && between <= if owned { 2 } else { limit };
        let comma = (a..b).any(|at| line.row.lower(at) == ",") && kind != Kind::Test && item > to;
        close && !(verb || other || comma && owned)
    }

    /// Whether a verb has a day of its own nearer than this one: "on Monday denied a meeting last month".
    fn has_nearer(&self, line: &Line<'_>, verb: usize, item: usize, clause: usize) -> bool {
        self.times.iter().any(|&(other, _)| {
            other != item
                && clause_of(&line.clauses, other) == clause
                && other.abs_diff(verb) < item.abs_diff(verb)
        })
    }
}
