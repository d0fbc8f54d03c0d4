//! Days of the week on the right side of one another: in "met A on Monday before flying to Tokyo on
//! Friday" the Friday is the one behind the Monday.

use super::{Line, Reader};
use crate::chronicle::Status;
use crate::compile::draft::Draft;
use crate::time::{Date, DateRange, Edtf};

/// A longer happening is no stay that something comes before or after, in days.
const STAY: i64 = 6;

/// What a sentence told so far: number of the clause, number of the draft.
pub(super) type Told = Vec<(usize, usize)>;

impl Reader<'_> {
    /// Moves the weekday of a clause that "before" or "after" opens by a week, where it lies on the wrong
    /// side of the day of the clause that it hangs on. `told` is what the sentence tells, the last just
    /// told.
    pub(super) fn keep_order(&self, line: &Line<'_>, told: &Told, drafts: &mut [Draft]) {
        let Some((&(clause, last), earlier)) = told.split_last() else {
            return;
        };
        if side(line, clause).is_some() {
            let dated = |draft: &Draft| draft.own_date && draft.timex.is_some();
            let main = (earlier.iter().rev())
                .find(|&&(other, draft)| other < clause && dated(&drafts[draft]));
            if let Some(&(_, main)) = main {
                self.order(line, clause, last, main, drafts);
            }
            return;
        }
        for &(other, draft) in earlier.iter().filter(|(other, _)| *other < clause) {
            let opens = line.clauses[..other].iter().all(|c| c.subordinate);
            if opens && side(line, other).is_some() {
                self.order(line, other, draft, last, drafts);
            }
        }
    }

    /// Moves the day of a hanging draft to its side of that of the main one.
    fn order(
        &self,
        line: &Line<'_>,
        clause: usize,
        hanging: usize,
        main: usize,
        drafts: &mut [Draft],
    ) {
        let days = |draft: &Draft| {
            let range = draft.range().filter(|range| range.days() <= STAY)?;
            let own = draft.own_date.then_some(draft.timex?)?;
            Some((range, own))
        };
        let (Some(side), Some((own_days, own)), Some((main_days, other))) = (
            side(line, clause),
            days(&drafts[hanging]),
            days(&drafts[main]),
        ) else {
            return;
        };
        let here = own_days.first();
        // "a two-day trip to A from Tuesday before flying to B on Friday": behind the whole of it.
        let there = if side > 0 {
            main_days.last()
        } else {
            main_days.first()
        };
        let late = there.days_since(here);
        if own == other || !self.is_weekday(own) || !(1..7).contains(&(late * side)) {
            return;
        }
        let moved = here.plus_days(7 * side);
        let draft = &mut drafts[hanging];
        let last = moved.plus_days(own_days.days() - 1);
        draft.date = Some(Edtf::days(DateRange::spanning(moved, last)));
        let (week, place) = if side > 0 {
            ("later", "after")
        } else {
            ("earlier", "before")
        };
        let human = |day| Edtf::day(day).human();
        draft.because.push(format!(
            "it comes {place} {}, so it is the one a week {week}: {}",
            human(there),
            human(moved)
        ));
        let status = self.seen_from_now(draft.status, moved);
        if status != draft.status {
            draft.status = status;
            draft
                .because
                .push(format!("told of that day: {}", status.name()));
        }
    }

    /// A status that was told of another day, for a day.
    fn seen_from_now(&self, status: Status, day: Date) -> Status {
        let ahead = self.dct.is_some_and(|dct| day > dct.last());
        match status {
            Status::Held | Status::PastReference if ahead => Status::Planned,
            Status::Planned if !ahead => Status::Held,
            other => other,
        }
    }
}

/// On which side of another day a clause tells: 1 behind it ("before flying"), -1 before it.
fn side(line: &Line<'_>, clause: usize) -> Option<i64> {
    match line.row.lower(line.clauses[clause].from) {
        "before" => Some(1),
        "after" => Some(-1),
        _ => None,
    }
}
