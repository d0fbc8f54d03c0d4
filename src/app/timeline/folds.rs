//! Dense days: where more happened than is worth a screen, some is folded away until asked for.
//!
//! Events of the same days are folded together: those of a day, and apart from them those of which
//! only the month or the year is known that begins with it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::shown::Shown;
use crate::app::library::Library;
use crate::chronicle::EventId;
use crate::time::DateRange;

/// Events of a day beyond this are folded away: on a screen of 24 rows the list has ten, and one
/// day should leave room for its neighbours.
const MOST_OF_A_DAY: usize = 6;
/// Of a folded day so many stay; with the row of the fold it takes as much room as the fullest day
/// that is not folded.
const KEPT: usize = MOST_OF_A_DAY - 1;

/// Days whose events do not all stand in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// The days of each of the events.
    pub days: DateRange,
    /// The ranks that are folded away; the first stands for all of them.
    pub hidden: Range<usize>,
}

/// Which folds are open.
#[derive(Debug, Clone, Default)]
pub(super) struct Folds {
    open: BTreeSet<DateRange>,
}

impl Folds {
    /// The fold of the days of a rank, whether it is open or not.
    pub(super) fn at(shown: &Shown, library: &Library, rank: usize) -> Option<Fold> {
        let days_of = |rank: usize| shown.id(rank).and_then(|id| library.days(id));
        let days = days_of(rank)?;
        // Most days have one event or two: look at the neighbours before searching.
        let same = |rank: &usize| days_of(*rank) == Some(days);
        let after = (rank + 1..=rank + MOST_OF_A_DAY).take_while(same).count();
        let before = (rank.saturating_sub(MOST_OF_A_DAY)..rank).rev();
        if before.take_while(same).count() + 1 + after <= MOST_OF_A_DAY {
            return None;
        }
        let from = |day| shown.rank_from(EventId(library.from_day(day) as u32));
        // Events that begin together are in the order of their last days.
        let together = from(days.first())..from(days.first().plus_days(1));
        let last = |rank| days_of(rank).map(DateRange::last);
        let first = partition(together.clone(), |rank| last(rank) < Some(days.last()));
        let end = partition(together, |rank| last(rank) <= Some(days.last()));
        let hidden = first + KEPT..end;
        (hidden.len() > 1).then_some(Fold { days, hidden })
    }

    /// The fold of the days of a rank, if it is closed.
    pub(super) fn closed_at(&self, shown: &Shown, library: &Library, rank: usize) -> Option<Fold> {
        Self::at(shown, library, rank).filter(|fold| !self.is_open(fold))
    }

    pub(super) fn open(&mut self, fold: &Fold) {
        self.open.insert(fold.days);
    }

    pub(super) fn close(&mut self, fold: &Fold) {
        self.open.remove(&fold.days);
    }

    pub(super) fn is_open(&self, fold: &Fold) -> bool {
        self.open.contains(&fold.days)
    }
}

/// The first of some ranks for which it does not hold; it holds for none after that.
fn partition(ranks: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (ranks.start, ranks.end);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
