//! The list of events: which of them, where the cursor stands, how far it is zoomed out.
//!
//! The cursor is always on an event, also where a row stands for many: a period while zoomed out, a
//! fold of a dense day. So it keeps its event through filters, zooms, folds and sizes. No row is
//! made for an event that is not in view.

mod buckets;
mod folds;
mod rows;
mod shown;
mod zoom;

use std::ops::Range;

use super::library::Library;
use crate::chronicle::EventId;
use crate::time::Date;
use buckets::Buckets;
pub use folds::Fold;
use folds::Folds;
pub use rows::Row;
pub use shown::Shown;
pub use zoom::Zoom;

/// How much of each event the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// One row for an event, headings and gaps between.
    #[default]
    Normal,
    /// Two rows: for an event also who took part, for a period also the event next in weight.
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

/// A period of a zoomed timeline, as a row shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its first day; `None` for the events without a date.
    pub start: Option<Date>,
    /// The ranks of its events.
    pub ranks: Range<usize>,
    /// The event that stands for it; `None` before it came into view.
    pub headline: Option<EventId>,
    /// The one that would, were it not for that one.
    pub next: Option<EventId>,
    /// How many of its events are of no one day and lie in it only by their beginning.
    pub vague: usize,
}

/// The list and its cursor.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// What is listed.
    pub shown: Shown,
    /// The rank of the event under the cursor.
    pub cursor: usize,
    /// How much of each event is shown.
    density: Density,
    /// What a row stands for.
    zoom: Zoom,
    /// The periods, while zoomed out.
    buckets: Buckets,
    /// Which dense days are open.
    folds: Folds,
    /// The item to which the first row in view belongs, and how many of its rows are above the view.
    top: (usize, usize),
    /// Days without an event from which on a gap is shown.
    gap_from: i64,
    /// The event that the cursor was on, while nothing is listed.
    kept: Option<EventId>,
}

impl Timeline {
    /// Lists other events. The cursor stays on its event; where that is not listed, it goes to
    /// `otherwise`, or to the place where its event would be.
    pub fn show(&mut self, shown: Shown, library: &Library, otherwise: Option<EventId>) {
        let current = self.held();
        self.gap_from = gap_from(&shown, library);
        self.shown = shown;
        let stays = current.and_then(|id| self.shown.rank_of(id));
        let goes = otherwise.or(current).map(|id| self.shown.rank_from(id));
        self.find_buckets(library);
        self.top = (usize::MAX, 0);
        self.go_to(library, stays.or(goes).unwrap_or(0));
        self.kept = current.filter(|_| self.shown.is_empty());
    }

    /// The event under the cursor, or the last one that was where nothing is listed.
    pub fn held(&self) -> Option<EventId> {
        self.selected().or(self.kept)
    }

    /// The event under the cursor.
    pub fn selected(&self) -> Option<EventId> {
        self.shown.id(self.cursor)
    }

    /// Puts the cursor on the event, or where it would be.
    pub fn select(&mut self, library: &Library, id: EventId) {
        self.go_to(library, self.shown.rank_from(id));
        self.kept = Some(id).filter(|_| self.shown.is_empty());
    }

    /// Puts the cursor on the event at a rank, or on the last, and opens the day that hides it.
    pub fn go_to(&mut self, library: &Library, rank: usize) {
        self.rest_on(rank);
        if self.zoom == Zoom::Event
            && let Some(fold) = Folds::at(&self.shown, library, self.cursor)
            && fold.hidden.contains(&self.cursor)
        {
            self.folds.open(&fold);
        }
    }

    /// The same, but what hides the event stays closed and stands for it.
    pub fn rest_on(&mut self, rank: usize) {
        self.cursor = rank.min(self.shown.len().saturating_sub(1));
    }

    /// Moves the cursor by rows that it can be on, stopping at the ends.
    pub fn step(&mut self, library: &Library, by: isize) {
        let from = self.item_of(library, self.cursor);
        let many = by.unsigned_abs();
        let mut to = from;
        if many >= self.items() {
            let end = if by < 0 {
                0
            } else {
                self.shown.len().saturating_sub(1)
            };
            to = self.item_of(library, end);
        } else {
            for _ in 0..many {
                let next = if by < 0 {
                    self.item_before(library, to)
                } else {
                    self.item_after(library, to)
                };
                let Some(next) = next else { break };
                to = next;
            }
        }
        if to != from {
            self.cursor = self.rank_of_item(to);
        }
    }

    /// The rank of the first listed event that begins on that day or later, or has no date; the
    /// length if none does.
    pub fn rank_from_day(&self, library: &Library, day: Date) -> usize {
        self.shown.rank_from(EventId(library.from_day(day) as u32))
    }

    /// The ranks of the events of the row under the cursor: one, but for periods.
    pub fn under_cursor(&self) -> Range<usize> {
        match self.zoom {
            Zoom::Event => self.cursor..self.cursor + 1,
            _ => self.buckets.ranks(self.buckets.of(self.cursor)),
        }
    }

    /// The rank of the first event of the next burst, or of this one or the one before: bursts lie
    /// between gaps.
    pub fn burst(&self, library: &Library, forward: bool) -> Option<usize> {
        let begins = |rank: &usize| *rank == 0 || self.gap_before(library, *rank).is_some();
        let here = self.under_cursor();
        if forward {
            (here.end..self.shown.len()).find(begins)
        } else {
            (0..here.start).rev().find(begins)
        }
    }

    /// How much of each event is shown.
    pub fn density(&self) -> Density {
        self.density
    }

    /// Shows more or less of each event.
    pub fn next_density(&mut self) {
        self.density = self.density.next();
    }

    /// What a row stands for.
    pub fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// Zooms in or out. The cursor stays on its event.
    pub fn zoom_to(&mut self, library: &Library, zoom: Zoom) {
        self.zoom = zoom;
        self.find_buckets(library);
        self.top = (usize::MAX, 0);
        self.go_to(library, self.cursor);
    }

    fn find_buckets(&mut self, library: &Library) {
        self.buckets = match self.zoom {
            Zoom::Event => Buckets::default(),
            zoom => Buckets::new(&self.shown, library, zoom),
        };
    }

    /// The period of a number.
    pub fn period(&self, library: &Library, at: usize) -> Period {
        let ranks = self.buckets.ranks(at);
        let headline = self.buckets.headline(at);
        Period {
            start: buckets::start_of(&self.shown, library, self.zoom, ranks.start),
            headline: headline.map(|headline| headline.event),
            next: headline.and_then(|headline| headline.next),
            vague: headline.map_or(0, |headline| headline.vague),
            ranks,
        }
    }

    /// The period under the cursor, while zoomed out.
    pub fn period_under_cursor(&self, library: &Library) -> Option<Period> {
        let at = self.buckets.of(self.cursor);
        (at < self.buckets.len()).then(|| self.period(library, at))
    }

    /// The most events of one row of a zoomed timeline, that of the undated among them.
    pub fn most_of_a_row(&self) -> usize {
        let last = self.buckets.len().saturating_sub(1);
        self.buckets.most().max(self.buckets.ranks(last).len())
    }

    /// The most events of one dated period.
    pub fn most_of_a_period(&self) -> usize {
        self.buckets.most()
    }

    /// Looks for the events that stand for the periods in view; those among `hits` go first.
    pub fn find_headlines(&mut self, library: &Library, hits: Option<&[EventId]>, height: usize) {
        if self.zoom == Zoom::Event {
            return;
        }
        for row in self.rows(library, height) {
            if let Row::Period(at) = row {
                self.buckets
                    .find_headline(at, &self.shown, library, self.zoom, hits);
            }
        }
    }

    /// Of some events in order, those that lie within some ranks of this list.
    pub fn within<'a>(&self, events: &'a [EventId], ranks: &Range<usize>) -> &'a [EventId] {
        buckets::of_ranks(&self.shown, events, ranks)
    }

    /// The same without those that are not listed.
    pub fn listed<'a>(
        &'a self,
        events: &'a [EventId],
        ranks: &Range<usize>,
    ) -> impl Iterator<Item = EventId> + 'a {
        let within = self.within(events, ranks).iter().copied();
        within.filter(|id| self.shown.rank_of(*id).is_some())
    }

    /// The fold on the day under the cursor, if that day is so dense that it has one.
    pub fn fold(&self, library: &Library) -> Option<Fold> {
        Folds::at(&self.shown, library, self.cursor).filter(|_| self.zoom == Zoom::Event)
    }

    /// Whether a fold is open.
    pub fn is_open(&self, fold: &Fold) -> bool {
        self.folds.is_open(fold)
    }

    /// Opens or closes a fold. The cursor stays on its event, or on the row that stands for it.
    pub fn set_open(&mut self, fold: &Fold, open: bool) {
        if open {
            self.folds.open(fold);
        } else {
            self.folds.close(fold);
        }
    }

    /// The number of the row that the cursor is on among all on which it can be, and how many
    /// there are; the events that are folded away count.
    pub fn position(&self) -> (usize, usize) {
        (self.number_of(self.cursor), self.items())
    }

    /// The number of the row of the event at a rank, counted in the same way.
    pub fn number_of(&self, rank: usize) -> usize {
        match self.zoom {
            Zoom::Event => rank,
            _ => self.buckets.of(rank),
        }
    }

    /// The ranks of the events from one such number to before another.
    pub fn ranks_between(&self, from: usize, to: usize) -> Range<usize> {
        match self.zoom {
            Zoom::Event => from..to,
            _ => self.buckets.ranks(from).start..self.buckets.ranks(to).start,
        }
    }

    /// The rank of the first event in view.
    pub fn first_in_view(&self) -> usize {
        let item = self.top.0.min(self.items().saturating_sub(1));
        self.rank_of_item(item)
    }
}

/// A gap is worth a row where it is much longer than usual in this list, and always from three
/// months on.
fn gap_from(shown: &Shown, library: &Library) -> i64 {
    let first = shown.id(0).and_then(|id| library.first_day(id));
    let dated = shown.rank_from(EventId(library.dated() as u32));
    let last = dated
        .checked_sub(1)
        .and_then(|rank| library.first_day(shown.id(rank)?));
    match (first, last) {
        (Some(first), Some(last)) => {
            (3 * last.days_since(first) / shown.len().max(1) as i64).clamp(10, 90)
        }
        _ => 90,
    }
}
