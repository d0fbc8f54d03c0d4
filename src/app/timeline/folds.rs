//! Dense days: where more happened than is worth a screen, some is folded away until asked for.
//!
//! Events of the same days are folded together: those of a day, and apart from them those of which
//! only the month or the year is known that begins with it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::buckets::gallop;
use super::shown::Shown;
use crate::app::library::Library;
use crate::time::DateRange;

/// Of a folded day so many stay: on a screen of 24 rows the list has ten, and one day should leave
/// room for its neighbours. With the row of the fold it takes as much room as the fullest day that is
/// not folded.
const KEPT: usize = 5;

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
        // Events of the same days stand together, since they are in the order of first and last.
        let same = |rank: usize| days_of(rank) == Some(days);
        let end = gallop(rank, shown.len(), same);
        let before = gallop(0, rank + 1, |back| same(rank - back));
        let hidden = rank + 1 - before + KEPT..end;
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
