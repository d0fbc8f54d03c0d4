//! The list of events: which of them, where the cursor stands, which rows are in view.
//!
//! No row is made for an event that is not in view. A row is worked out from an event and its
//! neighbour before it: a heading where the year changes, a gap where nothing happened for long. The
//! view begins at a row of some event, and everything costs as much as the rows in view.

use std::ops::Range;
use std::sync::Arc;

use super::library::Library;
use crate::chronicle::EventId;
use crate::time::Date;

/// The events that the list shows, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// A run of ids.
    Run(Range<u32>),
    /// Some ids, sorted.
    Only(Arc<[EventId]>),
}

impl Default for Shown {
    fn default() -> Self {
        Self::Run(0..0)
    }
}

impl Shown {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Run(run) => run.len(),
            Self::Only(ids) => ids.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event at a rank of this list.
    pub fn id(&self, rank: usize) -> Option<EventId> {
        match self {
            Self::Run(run) => (rank < run.len()).then(|| EventId(run.start + rank as u32)),
            Self::Only(ids) => ids.get(rank).copied(),
        }
    }

    /// The rank of the first event that is `id` or comes after it; the length if none does.
    pub fn rank_from(&self, id: EventId) -> usize {
        match self {
            Self::Run(run) => id.0.clamp(run.start, run.end) as usize - run.start as usize,
            Self::Only(ids) => ids.partition_point(|other| *other < id),
        }
    }

    /// The rank of an event, if it is in the list.
    pub fn rank_of(&self, id: EventId) -> Option<usize> {
        let rank = self.rank_from(id);
        (self.id(rank) == Some(id)).then_some(rank)
    }
}

/// How much of each event the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// One row for an event, headings and gaps between.
    #[default]
    Normal,
    /// Two rows for an event: who took part.
    Roomy,
    /// One row for an event and nothing between.
    Dense,
}

impl Density {
    /// The next in the cycle.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Normal => Self::Roomy,
            Self::Roomy => Self::Dense,
            Self::Dense => Self::Normal,
        }
    }
}

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
}

/// The list and its cursor.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// What is listed.
    pub shown: Shown,
    /// The rank of the event under the cursor.
    pub cursor: usize,
    /// How much of each event is shown.
    pub density: Density,
    /// The rank of the event to which the first row in view belongs, and how many of its rows are
    /// above the view.
    top: (usize, usize),
    /// Days without an event from which on a gap is shown.
    gap_from: i64,
}

/// The most rows that one event has: heading, gap, itself, second row.
const MOST_ROWS: usize = 4;

impl Timeline {
    /// Lists other events. The cursor stays on its event; where that is not listed, it goes to
    /// `otherwise`, or to the place where its event would be.
    pub fn show(&mut self, shown: Shown, library: &Library, otherwise: Option<EventId>) {
        let current = self.selected();
        self.gap_from = gap_from(&shown, library);
        self.shown = shown;
        let stays = current.and_then(|id| self.shown.rank_of(id));
        let goes = otherwise.or(current).map(|id| self.shown.rank_from(id));
        self.cursor = stays.or(goes).unwrap_or(0);
        self.top = (usize::MAX, 0);
        self.clamp();
    }

    /// The event under the cursor.
    pub fn selected(&self) -> Option<EventId> {
        self.shown.id(self.cursor)
    }

    /// Puts the cursor on the event, or where it would be.
    pub fn select(&mut self, id: EventId) {
        self.cursor = self.shown.rank_from(id);
        self.clamp();
    }

    /// Moves the cursor by events, stopping at the ends.
    pub fn step(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by);
        self.clamp();
    }

    /// The rank of the first listed event that begins on that day or later, or has no date; the
    /// length if none does.
    pub fn rank_from_day(&self, library: &Library, day: Date) -> usize {
        self.shown.rank_from(EventId(library.from_day(day) as u32))
    }

    /// The rank of the first event of the next burst, or of this one or the one before: bursts lie
    /// between gaps.
    pub fn burst(&self, library: &Library, forward: bool) -> Option<usize> {
        let begins = |rank: &usize| *rank == 0 || self.gap_before(library, *rank).is_some();
        if forward {
            (self.cursor + 1..self.shown.len()).find(begins)
        } else {
            (0..self.cursor).rev().find(begins)
        }
    }

    /// The days without an event before the one at a rank, if they make a gap.
    fn gap_before(&self, library: &Library, rank: usize) -> Option<i64> {
        let before = self.shown.id(rank.checked_sub(1)?)?;
        let first = library.first_day(self.shown.id(rank)?)?;
        let days = first.days_since(library.days(before)?.last()) - 1;
        (days >= self.gap_from).then_some(days)
    }

    fn clamp(&mut self) {
        self.cursor = self.cursor.min(self.shown.len().saturating_sub(1));
    }

    /// The rank of the first event in view.
    pub fn first_in_view(&self) -> usize {
        self.top.0.min(self.shown.len().saturating_sub(1))
    }

    /// Scrolls as little as it takes to have the cursor's event in view, with its heading where the
    /// rows suffice.
    pub fn keep_in_view(&mut self, library: &Library, height: usize) {
        let height = height.max(1);
        if self.shown.is_empty() {
            self.top = (0, 0);
            return;
        }
        let margin = (height / 6).min(2);
        let above = self.walk_back(library, self.cursor, margin);
        let below_first = self.fits_below(library, height, margin);
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
        let block = self.block(library, self.cursor);
        let own = block.iter().position(|row| matches!(row, Row::Event(_)));
        self.top = self.top.min((self.cursor, own.unwrap_or(0)));
    }

    /// The earliest top for which the cursor's rows and some rows after them are in view.
    fn fits_below(&self, library: &Library, height: usize, margin: usize) -> (usize, usize) {
        let block = self.block(library, self.cursor).len();
        let after = margin.min(height.saturating_sub(block));
        let mut rows_after = 0;
        for rank in self.cursor + 1..self.shown.len() {
            if rows_after >= after {
                break;
            }
            rows_after += self.block(library, rank).len();
        }
        let before = height.saturating_sub(rows_after.min(after));
        self.start_of_last(library, self.cursor, before)
    }

    /// The top for which the last row of `rank` is the last of `rows` rows.
    fn start_of_last(&self, library: &Library, rank: usize, rows: usize) -> (usize, usize) {
        let mut left = rows;
        let mut at = rank;
        loop {
            let block = self.block(library, at).len();
            if block >= left {
                return (at, block - left);
            }
            left -= block;
            if at == 0 {
                return (0, 0);
            }
            at -= 1;
        }
    }

    /// The top for which `margin` rows are in view above the rows of `rank`.
    fn walk_back(&self, library: &Library, rank: usize, margin: usize) -> (usize, usize) {
        if margin == 0 || rank == 0 {
            // Without a margin, at least the row of the event itself.
            let block = self.block(library, rank);
            let own = block.iter().position(|row| matches!(row, Row::Event(_)));
            return (rank, if margin == 0 { own.unwrap_or(0) } else { 0 });
        }
        self.start_of_last(library, rank - 1, margin)
    }

    fn last_top(&self, library: &Library, height: usize) -> (usize, usize) {
        self.start_of_last(library, self.shown.len() - 1, height)
    }

    /// The rows of the event at a rank, from the first on the screen to the last.
    fn block(&self, library: &Library, rank: usize) -> Block {
        let mut block = Block::default();
        let Some(id) = self.shown.id(rank) else {
            return block;
        };
        if self.density != Density::Dense {
            let before = rank.checked_sub(1).and_then(|rank| self.shown.id(rank));
            let year = library.first_day(id).map(Date::year);
            let year_before = before.map(|id| library.first_day(id).map(Date::year));
            if let Some(days) = self.gap_before(library, rank) {
                block.push(Row::Gap(days));
            }
            if year_before != Some(year) {
                block.push(Row::Year(year));
            }
        }
        block.push(Row::Event(rank));
        if self.density == Density::Roomy {
            block.push(Row::More(rank));
        }
        block
    }

    /// The rows in view, at most `height`.
    pub fn rows(&self, library: &Library, height: usize) -> Vec<Row> {
        let mut rows = Vec::with_capacity(height + MOST_ROWS);
        let (first, skip) = self.top;
        for rank in first.min(self.shown.len())..self.shown.len() {
            let block = self.block(library, rank);
            rows.extend(block.iter().skip(if rank == first { skip } else { 0 }));
            if rows.len() >= height {
                break;
            }
        }
        rows.truncate(height);
        rows
    }
}

/// The rows of one event, without an allocation.
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
}

/// A gap is worth a row where it is much longer than usual in this list, and always from three
/// months on.
fn gap_from(shown: &Shown, library: &Library) -> i64 {
    let first = shown.id(0).and_then(|id| library.first_day(id));
    let last_dated = match shown {
        Shown::Run(run) => (run.end as usize).min(library.dated()).checked_sub(1),
        Shown::Only(ids) => {
            let dated = ids.partition_point(|id| id.index() < library.dated());
            dated
                .checked_sub(1)
                .and_then(|at| ids.get(at))
                .map(|id| id.index())
        }
    };
    let last = last_dated.and_then(|at| library.first_day(EventId(at as u32)));
    match (first, last) {
        (Some(first), Some(last)) => {
            (3 * last.days_since(first) / shown.len().max(1) as i64).clamp(10, 90)
        }
        _ => 90,
    }
}
