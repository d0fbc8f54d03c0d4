//! Days that are not told of a happening itself: counted from another, the end of a stay, the day of
//! what was called off.

use super::Line;
use super::days::{Dated, Days};
use super::nearby::named_by;
use crate::compile::clauses::Clause;
use crate::compile::happenings::{Happening, clause_of};
use crate::compile::items::What;
use crate::compile::page::Page;
use crate::record::Kind;

impl Days {
    /// "visited Seoul shortly before leaving office in September": the day of the clause that it hangs on.
    pub(super) fn close_by(&self, line: &Line<'_>, happening: &Happening) -> Option<Dated> {
        let next = line.clauses.get(happening.clause + 1)?;
        let row = &line.row;
        let hangs = next.subordinate && matches!(row.lower(next.from), "before" | "after");
        let close = matches!(
            row.before(next.from),
            "shortly" | "just" | "soon" | "immediately" | "right" | "hours" | "days"
        );
        let verb = line.triggers[happening.verb?].from;
        let mut times = self.times.iter();
        let behind = times.find(|&&(item, _)| next.from < item && item < next.to);
        // "met Okada when she was in Tokyo on Friday".
        let met = matches!(happening.kind, Kind::Meeting | Kind::Talks);
        let when = met && next.subordinate && row.lower(next.from) == "when";
        let near = (hangs && close || when) && verb < next.from;
        let (_, timex) = behind.filter(|_| near)?;
        Some(Dated::own(*timex, "close by, in the clause behind"))
    }

    /// "on Thursday, one day after A and B talked": counted from the day of the clause before.
    pub(super) fn counted(
        &self,
        line: &Line<'_>,
        page: &Page<'_>,
        clause: &Clause,
    ) -> Option<Dated> {
        let sign = match line.row.lower(clause.from) {
            "after" => -1,
            "before" => 1,
            _ => return None,
        };
        let before = clause.from.checked_sub(1)?;
        let days = match line.row.what(before) {
            // "less than a week after" tells no day.
            Some(What::Time(length)) => {
                let length = &page.timexes[*length];
                days_of(length.value.as_str()).filter(|_| length.modifier.is_none())?
            }
            _ => match line.row.lower(before) {
                // Not "two years to the day after".
                "day"
                    if line.row.before(before) == "the" && line.row.before(before - 1) != "to" =>
                {
                    1
                }
                "shortly" | "immediately" | "soon" => 0,
                _ => return None,
            },
        };
        let shift = sign * days;
        if let Some(&(_, timex)) = self.times.iter().rev().find(|&&(item, _)| item < before) {
            return Some(Dated {
                shift: Some(shift),
                ..Dated::own(timex, "counted from it")
            });
        }
        // "The visit comes ten days after the North launched …": from the day of writing.
        let Some(What::Time(length)) = line.row.what(before) else {
            return None;
        };
        let comes = (0..before).any(|at| matches!(line.row.lower(at), "came" | "comes" | "come"));
        (comes && shift < 0).then_some(Dated {
            shift: Some(shift),
            from_now: true,
            ..Dated::own(*length, "counted from the day of writing")
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
        (happening.kind == Kind::Visit && after && lasts)
            .then_some(Dated::own(timex, "on which it ended"))
    }

    /// "met A on Monday, on the second day of a three-day visit": the day of the clause, of which
    /// [`Reader::stay`](super::Reader) counts back.
    pub(super) fn day_of_stay(
        &self,
        line: &Line<'_>,
        page: &Page<'_>,
        happening: &Happening,
        from: usize,
    ) -> Option<Dated> {
        let visit = happening.kind == Kind::Visit && happening.verb.is_none();
        nth_day(line, from).filter(|_| visit)?;
        let day = |timex: usize| {
            page.timexes[timex]
                .range
                .is_some_and(|days| days.days() == 1)
        };
        let mut before = self.times.iter().rev();
        let &(_, timex) = before.find(|&&(item, timex)| item < from && day(timex))?;
        Some(Dated::own(timex, "a day of the stay"))
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
        let dated = first.map(|&(_, timex)| Dated::own(timex, "the day of what is called off"));
        dated.into_iter().collect()
    }
}

/// Which day of a stay is told right before the item that it begins at: "on the second day of his".
/// The last is told as 0.
pub(super) fn nth_day(line: &Line<'_>, from: usize) -> Option<i64> {
    let row = &line.row;
    let near = from.saturating_sub(STAY)..from;
    let day = near
        .rev()
        .find(|&at| row.lower(at) == "day" && row.lower(at + 1) == "of" && at > 0)?;
    match row.lower(day - 1) {
        "first" | "opening" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        "last" | "final" | "closing" => Some(0),
        _ => None,
    }
}

/// How many items may stand between "day" and the visit: "day of his official three-day".
const STAY: usize = 9;

/// The days of a length of time in TIMEX3; none within a day, `None` where nobody knows how many, or
/// where months are counted.
fn days_of(value: &str) -> Option<i64> {
    let length = value.strip_prefix('P')?;
    if length.starts_with('T') {
        return Some(0);
    }
    let weeks = length.strip_suffix('W').map(|count| (count, 7));
    let (count, unit) = weeks.or_else(|| length.strip_suffix('D').map(|count| (count, 1)))?;
    Some(i64::from(count.parse::<u16>().ok()?) * unit)
}
