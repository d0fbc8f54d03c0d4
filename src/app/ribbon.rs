//! Events over time as bars: this result in front, all behind.

use super::library::Library;
use super::timeline::Shown;
use crate::chronicle::EventId;
use crate::time::{Date, DateRange};

/// Counts by column of the ribbon, worked out once for a result and a width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ribbon {
    /// The first day of each column, and the day after the last column.
    pub starts: Vec<Date>,
    /// Events of the chronicle that begin in a column.
    pub all: Vec<u32>,
    /// Events of the result that begin in a column.
    pub front: Vec<u32>,
}

impl Ribbon {
    /// Counts for `width` columns over the main years of the library; `hits` is the result.
    pub fn new(library: &Library, hits: Option<&[EventId]>, width: usize) -> Self {
        let Some((first, last)) = library.main_years() else {
            return Self::default();
        };
        let (Some(from), Some(to)) = (Date::new(first, 1, 1), Date::new(last + 1, 1, 1)) else {
            return Self::default();
        };
        let days = to.days_since(from).max(1);
        let columns = width.max(1) as i64;
        let starts: Vec<Date> = (0..=columns)
            .map(|column| from.plus_days(column * days / columns))
            .collect();
        let mut ids: Vec<usize> = starts.iter().map(|day| library.from_day(*day)).collect();
        // What lies before the main years counts in the first column.
        if let Some(before) = ids.first_mut() {
            *before = 0;
        }
        let all = steps(&ids);
        let front = match hits {
            None => all.clone(),
            Some(hits) => {
                let ranks: Vec<usize> = ids
                    .iter()
                    .map(|id| hits.partition_point(|hit| hit.index() < *id))
                    .collect();
                steps(&ranks)
            }
        };
        Self { starts, all, front }
    }

    /// The column in which a day lies: the first for all days before it, none after the last.
    pub fn column(&self, day: Date) -> Option<usize> {
        let after = self.starts.partition_point(|start| *start <= day);
        let column = after.saturating_sub(1);
        (column < self.all.len()).then_some(column)
    }

    /// The days of a column.
    pub fn days(&self, column: usize) -> Option<DateRange> {
        let first = *self.starts.get(column)?;
        let next = *self.starts.get(column + 1)?;
        DateRange::new(first, next.plus_days(-1).max(first))
    }
}

fn steps(at: &[usize]) -> Vec<u32> {
    at.windows(2)
        .map(|pair| (pair[1] - pair[0]) as u32)
        .collect()
}

/// The first day of the first and the last listed events of some ranks.
pub fn viewport(
    library: &Library,
    shown: &Shown,
    ranks: std::ops::Range<usize>,
) -> Option<DateRange> {
    let first = shown.id(ranks.start).and_then(|id| library.first_day(id))?;
    let last = ranks
        .rev()
        .find_map(|rank| shown.id(rank).and_then(|id| library.first_day(id)))
        .unwrap_or(first);
    Some(DateRange::spanning(first, last))
}
