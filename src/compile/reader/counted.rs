//! Days that are not told of a happening itself: counted from another, the end of a stay, the day of
//! what was called off.

use super::Line;
use super::days::{Dated, Days};
use super::nearby::named_by;
use crate::compile::clauses::Clause;
use crate::compile::happenings::{Happening, clause_of};
use crate::compile::items::What;
use crate::record::Kind;

impl Days {
    /// "on Thursday, one day after A and B talked": counted from the day of the clause before.
    pub(super) fn counted(&self, line: &Line<'_>, clause: &Clause) -> Option<Dated> {
        let sign = match line.row.lower(clause.from) {
            "after" => -1,
            "before" => 1,
            _ => return None,
        };
        let before = clause.from.checked_sub(1)?;
        let words = line.row.words(before, line.text);
        let counts = ["day", "week", "hour", "minute"];
        let words = if counts.iter().any(|unit| words.contains(unit)) {
            words
        } else {
            line.row.window(clause.from.saturating_sub(3), clause.from)
        };
        let words = words.to_lowercase();
        let soon = ["hour", "minute", "shortly", "immediately", "soon"];
        let unit = if words.contains("week") {
            7
        } else if words.contains("day") {
            1
        } else if soon.iter().any(|word| words.contains(word)) {
            0
        } else {
            return None;
        };
        let numbers = [
            "a ", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ];
        let count = numbers
            .iter()
            .position(|n| words.contains(n))
            .map(|at| at as i64 + 1);
        // "days after": nobody knows how many.
        let several = ["days", "weeks", "hours", "minutes"];
        let vague = unit != 0 && several.iter().any(|unit| words.contains(unit));
        let count = count.or_else(|| (!vague).then_some(1))?;
        let shift = sign * unit * count;
        if let Some(&(_, timex)) = self.times.iter().rev().find(|&&(item, _)| item < before) {
            return Some(Dated {
                timex,
                own: true,
                how: "counted from it",
                shift,
                from_now: false,
            });
        }
        // "The visit comes ten days after the North launched …": from the day of writing.
        let Some(What::Time(length)) = line.row.what(before) else {
            return None;
        };
        let comes = (0..before).any(|at| matches!(line.row.lower(at), "came" | "comes" | "come"));
        (comes && sign < 0 && unit > 0).then_some(Dated {
            timex: *length,
            own: true,
            how: "counted from the day of writing",
            shift,
            from_now: true,
        })
    }

    /// "returned on Tuesday after a two-day visit": the day on which it ended.
    pub(super) fn end_of_stay(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        from: usize,
    ) -> Option<Dated> {
        let clause = &line.clauses[happening.clause];
        let after = matches!(line.row.lower(clause.from), "after" | "following");
        let lasts = (clause.from..from).any(|at| matches!(line.row.what(at), Some(What::Time(_))));
        let &(_, timex) = self
            .times
            .iter()
            .rev()
            .find(|&&(item, _)| item < clause.from)?;
        (happening.kind == Kind::Visit && after && lasts).then_some(Dated {
            timex,
            own: true,
            how: "on which it ended",
            shift: 0,
            from_now: false,
        })
    }

    /// What dates a happening that is called off: the days of the noun, never that of calling it off.
    pub(super) fn called_off(
        &self,
        line: &Line<'_>,
        at: usize,
        from: usize,
        to: usize,
    ) -> Vec<Dated> {
        let happening = &line.happenings[at];
        let noun = happening.nouns.iter().map(|&noun| &line.triggers[noun]);
        let (start, end) = (
            noun.clone().map(|n| n.from).min().unwrap_or(from),
            noun.map(|n| n.to).max().unwrap_or(to),
        );
        let verb = happening.verb.map_or(to, |verb| line.triggers[verb].from);
        let own = |item: usize| {
            let behind = item >= end && (item < verb || verb < start);
            let clause = clause_of(&line.clauses, item);
            let begins = matches!(line.row.lower(line.clauses[clause].from), "that" | "which");
            let near = clause == happening.clause || clause == happening.clause + 1 && begins;
            behind && near
                || named_by(line, item).is_some_and(|noun| happening.nouns.contains(&noun))
        };
        let first = self.times.iter().find(|&&(item, _)| own(item));
        let dated = first.map(|&(_, timex)| Dated {
            timex,
            own: true,
            how: "the day of what is called off",
            shift: 0,
            from_now: false,
        });
        dated.into_iter().collect()
    }
}
