//! Which rows the list has, and which of them are in view.
//!
//! The list is a row of *items*: events, folds, or periods while zoomed out. An item brings one to
//! four rows: the heading of its year, the gap before it, itself, its second row. The view begins
//! at a row of some item; everything is worked out from an item and its neighbour, so that it costs
//! as much as the rows in view.

use std::ops::Range;

use super::buckets;
use super::{Density, Timeline, Zoom};
use crate::app::library::Library;
use crate::time::Date;

/// One row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A year begins; `None` for the events without a date.
    Year(Option<i32>),
    /// Nothing for so many days.
    Gap(i64),
    /// The event at a rank.
    Event(usize),
    /// The second row of the event at a rank.
    More(usize),
    /// Events of a day that are folded away: the rank of the first, and how many.
    Fold(usize, usize),
    /// The period of a number.
    Period(usize),
    /// The second row of the period of a number.
    Also(usize),
}

impl Row {
    /// Whether the cursor can be on it.
    const fn is_own(self) -> bool {
        matches!(self, Self::Event(_) | Self::Fold(..) | Self::Period(_))
    }
}

/// The most rows that one item has: gap, heading, itself, second row.
const MOST_ROWS: usize = 4;

/// The rows of one item, without an allocation.
#[derive(Debug, Default)]
struct Block {
    rows: [Option<Row>; MOST_ROWS],
    len: usize,
}

impl Block {
    fn push(&mut self, row: Row) {
        if let Some(free) = self.rows.get_mut(self.len) {
            *free = Some(row);
            self.len += 1;
        }
    }

    fn len(&self) -> usize {
        self.len
    }

    fn iter(&self) -> impl Iterator<Item = Row> {
        self.rows.iter().flatten().copied()
    }

    /// The number of rows above the item itself.
    fn above(&self) -> usize {
        self.iter().position(Row::is_own).unwrap_or(0)
    }
}

impl Timeline {
    /// The item of the event at a rank.
    pub(super) fn item_of(&self, library: &Library, rank: usize) -> usize {
        if self.zoom != Zoom::Event {
            return self.buckets.of(rank);
        }
        match self.folds.closed_at(&self.shown, library, rank) {
            Some(fold) if fold.hidden.contains(&rank) => fold.hidden.start,
            _ => rank,
        }
    }

    /// The rank of the first event of an item.
    pub(super) fn rank_of_item(&self, item: usize) -> usize {
        match self.zoom {
            Zoom::Event => item,
            _ => self.buckets.ranks(item).start,
        }
    }

    /// One more than the last item.
    pub(super) fn items(&self) -> usize {
        match self.zoom {
            Zoom::Event => self.shown.len(),
            _ => self.buckets.len(),
        }
    }

    /// The item after one.
    pub(super) fn item_after(&self, library: &Library, item: usize) -> Option<usize> {
        let mut next = item + 1;
        if self.zoom == Zoom::Event
            && let Some(fold) = self.folds.closed_at(&self.shown, library, item)
            && fold.hidden.start == item
        {
            next = fold.hidden.end;
        }
        (next < self.items()).then_some(next)
    }

    /// The item before one.
    pub(super) fn item_before(&self, library: &Library, item: usize) -> Option<usize> {
        let before = item.checked_sub(1)?;
        Some(match self.zoom {
            Zoom::Event => self.item_of(library, before),
            _ => before,
        })
    }

    /// The day on which the period of an item begins, or the event's own first day.
    fn day_of_item(&self, library: &Library, item: usize) -> Option<Date> {
        buckets::start_of(&self.shown, library, self.zoom, self.rank_of_item(item))
    }

    /// The days without an event before the one at a rank, if they make a gap.
    pub(super) fn gap_before(&self, library: &Library, rank: usize) -> Option<i64> {
        let before = self.shown.id(rank.checked_sub(1)?)?;
        let first = library.first_day(self.shown.id(rank)?)?;
        let days = first.days_since(library.days(before)?.last()) - 1;
        (days >= self.gap_from).then_some(days)
    }

    /// The same before an item: of periods, at least one must lie between without an event.
    fn gap_before_item(&self, library: &Library, item: usize) -> Option<i64> {
        if self.zoom != Zoom::Event {
            let before = self.day_of_item(library, item.checked_sub(1)?)?;
            if self.day_of_item(library, item)? <= self.zoom.after(before) {
                return None;
            }
        }
        self.gap_before(library, self.rank_of_item(item))
    }

    /// The rows of an item, from the first on the screen to the last.
    fn block(&self, library: &Library, item: usize) -> Block {
        let mut block = Block::default();
        if item >= self.items() {
            return block;
        }
        if self.density != Density::Dense {
            if let Some(days) = self.gap_before_item(library, item) {
                block.push(Row::Gap(days));
            }
            let year = |item| self.day_of_item(library, item).map(Date::year);
            if self.zoom.has_years() && item.checked_sub(1).map(year) != Some(year(item)) {
                block.push(Row::Year(year(item)));
            }
        }
        if self.zoom != Zoom::Event {
            block.push(Row::Period(item));
            if self.density == Density::Roomy {
                block.push(Row::Also(item));
            }
            return block;
        }
        match self.folds.closed_at(&self.shown, library, item) {
            Some(fold) if fold.hidden.start == item => {
                block.push(Row::Fold(item, fold.hidden.len()));
            }
            _ => {
                block.push(Row::Event(item));
                if self.density == Density::Roomy {
                    block.push(Row::More(item));
                }
            }
        }
        block
    }

    /// The rows in view, at most `height`.
    pub fn rows(&self, library: &Library, height: usize) -> Vec<Row> {
        let mut rows = Vec::with_capacity(height + MOST_ROWS);
        let (first, skip) = self.top;
        let mut next = (first < self.items()).then_some(first);
        while let Some(item) = next.filter(|_| rows.len() < height) {
            let block = self.block(library, item);
            rows.extend(block.iter().skip(if item == first { skip } else { 0 }));
            next = self.item_after(library, item);
        }
        rows.truncate(height);
        rows
    }

    /// The ranks of the events in view, from the first to the last.
    pub fn in_view(&self, library: &Library, height: usize) -> Range<usize> {
        let rows = self.rows(library, height);
        let mut ranks = rows.iter().filter_map(|row| self.ranks_of(*row));
        let first = ranks.next().unwrap_or(0..1);
        let end = ranks.next_back().map_or(first.end, |last| last.end);
        first.start..end
    }

    /// Whether the cursor is on a row.
    pub fn is_on(&self, row: Row) -> bool {
        match row {
            Row::Event(rank) => rank == self.cursor,
            Row::Fold(rank, many) => (rank..rank + many).contains(&self.cursor),
            Row::Period(at) => at == self.buckets.of(self.cursor),
            Row::Year(_) | Row::Gap(_) | Row::More(_) | Row::Also(_) => false,
        }
    }

    /// The ranks of the events that a row stands for.
    pub fn ranks_of(&self, row: Row) -> Option<Range<usize>> {
        match row {
            Row::Event(rank) | Row::More(rank) => Some(rank..rank + 1),
            Row::Fold(rank, many) => Some(rank..rank + many),
            Row::Period(at) | Row::Also(at) => Some(self.buckets.ranks(at)),
            Row::Year(_) | Row::Gap(_) => None,
        }
    }

    /// How many rows of the view are above the row of the cursor.
    pub fn cursor_row(&self, library: &Library) -> usize {
        let item = self.item_of(library, self.cursor);
        let (first, hidden) = self.top;
        let mut rows = self.block(library, item).above();
        let mut next = (first < item).then_some(first);
        while let Some(at) = next.filter(|at| *at < item) {
            rows += self.block(library, at).len();
            next = self.item_after(library, at);
        }
        rows.saturating_sub(if first <= item { hidden } else { 0 })
    }

    /// Scrolls so that so many rows of the view are above the row of the cursor.
    pub fn put_cursor_at(&mut self, library: &Library, row: usize) {
        let item = self.item_of(library, self.cursor);
        let own = self.block(library, item).above();
        self.top = match self.item_before(library, item) {
            Some(before) if row > own => self.start_of_last(library, before, row - own),
            _ => (item, own.saturating_sub(row)),
        };
    }

    /// Scrolls as little as it takes to have the cursor in view, with its heading where the rows
    /// suffice.
    pub fn keep_in_view(&mut self, library: &Library, height: usize) {
        let height = height.max(1);
        if self.shown.is_empty() {
            self.top = (0, 0);
            return;
        }
        let margin = (height / 6).min(2);
        let item = self.item_of(library, self.cursor);
        let above = self.walk_back(library, item, margin);
        let below_first = self.fits_below(library, item, height, margin);
        if self.top > above {
            self.top = above;
        }
        if self.top < below_first {
            self.top = below_first;
        }
        // Never leave rows empty at the bottom while there are rows above.
        let last = self.last_top(library, height);
        if self.top > last {
            self.top = last;
        }
        self.top = self.top.min((item, self.block(library, item).above()));
    }

    /// The earliest top for which the item's rows and some rows after them are in view.
    fn fits_below(
        &self,
        library: &Library,
        item: usize,
        height: usize,
        margin: usize,
    ) -> (usize, usize) {
        let block = self.block(library, item).len();
        let after = margin.min(height.saturating_sub(block));
        let mut rows_after = 0;
        let mut next = self.item_after(library, item);
        while let Some(item) = next.filter(|_| rows_after < after) {
            rows_after += self.block(library, item).len();
            next = self.item_after(library, item);
        }
        let before = height.saturating_sub(rows_after.min(after));
        self.start_of_last(library, item, before)
    }

    /// The top for which the last row of an item is the last of `rows` rows.
    fn start_of_last(&self, library: &Library, item: usize, rows: usize) -> (usize, usize) {
        let mut left = rows;
        let mut at = item;
        loop {
            let block = self.block(library, at).len();
            if block >= left {
                return (at, block - left);
            }
            left -= block;
            let Some(before) = self.item_before(library, at) else {
                return (0, 0);
            };
            at = before;
        }
    }

    /// The top for which `margin` rows are in view above the rows of an item.
    fn walk_back(&self, library: &Library, item: usize, margin: usize) -> (usize, usize) {
        match self.item_before(library, item) {
            Some(before) if margin > 0 => self.start_of_last(library, before, margin),
            // Without a margin, at least the row of the item itself.
            _ if margin == 0 => (item, self.block(library, item).above()),
            _ => (item, 0),
        }
    }

    fn last_top(&self, library: &Library, height: usize) -> (usize, usize) {
        let last = self.item_of(library, self.shown.len().saturating_sub(1));
        self.start_of_last(library, last, height)
    }
}
