//! Dense days: where more happened than is worth a screen, some is folded away until asked for.

use std::collections::BTreeSet;
use std::ops::Range;

use super::shown::Shown;
use crate::app::library::Library;
use crate::chronicle::EventId;
use crate::time::Date;

/// Events of one day beyond this are folded away: on a screen of 24 rows the list has ten, and one
/// day should leave room for its neighbours.
const MOST_OF_A_DAY: usize = 6;
/// Of a folded day so many stay; with the row of the fold it takes as much room as the fullest day
/// that is not folded.
const KEPT: usize = MOST_OF_A_DAY - 1;

/// A day whose events do not all stand in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// The day.
    pub day: Date,
    /// The ranks that are folded away; the first stands for all of them.
    pub hidden: Range<usize>,
}

/// Which days are not folded although they could be.
#[derive(Debug, Clone, Default)]
pub(super) struct Folds {
    open: BTreeSet<Date>,
}

impl Folds {
    /// The fold on the day of a rank, whether it is open or not.
    pub(super) fn at(shown: &Shown, library: &Library, rank: usize) -> Option<Fold> {
        let day_of = |rank: usize| shown.id(rank).and_then(|id| library.first_day(id));
        let day = day_of(rank)?;
        // Most days have one event or two: look at the neighbours before searching.
        let same = |rank: &usize| day_of(*rank) == Some(day);
        let after = (rank + 1..=rank + MOST_OF_A_DAY).take_while(same).count();
        let before = (rank.saturating_sub(MOST_OF_A_DAY)..rank).rev();
        if before.take_while(same).count() + 1 + after <= MOST_OF_A_DAY {
            return None;
        }
        let from = |day: Date| shown.rank_from(EventId(library.from_day(day) as u32));
        let hidden = from(day) + KEPT..from(day.plus_days(1));
        (hidden.len() > 1).then_some(Fold { day, hidden })
    }

    /// The fold on the day of a rank, if it is closed.
    pub(super) fn closed_at(&self, shown: &Shown, library: &Library, rank: usize) -> Option<Fold> {
        Self::at(shown, library, rank).filter(|fold| !self.open.contains(&fold.day))
    }

    pub(super) fn open(&mut self, day: Date) {
        self.open.insert(day);
    }

    pub(super) fn close(&mut self, day: Date) {
        self.open.remove(&day);
    }

    pub(super) fn is_open(&self, day: Date) -> bool {
        self.open.contains(&day)
    }
}
