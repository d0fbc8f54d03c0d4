//! The periods that have events, while the timeline is zoomed out.
//!
//! Found once for a list and a zoom, by galloping from one period's first event to the next: the
//! cost is that of the periods, hardly of the events. A period's headline is looked for when the
//! period first comes into view.

use std::ops::Range;

use super::shown::Shown;
use super::zoom::Zoom;
use crate::app::library::Library;
use crate::chronicle::EventId;
use crate::time::Date;

/// What a look at the events of a period has found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headline {
    /// The event that stands for the period.
    pub(super) event: EventId,
    /// The one that would, were it not for that one.
    pub(super) next: Option<EventId>,
    /// How many of the events are of no one day and lie in it only by their beginning.
    pub(super) vague: usize,
}

/// The periods, each a run of ranks. The undated, if any, are one at the end.
#[derive(Debug, Clone, Default)]
pub(super) struct Buckets {
    /// The rank of the first event of each.
    starts: Vec<u32>,
    /// What stands for each, as far as it was looked for.
    headlines: Vec<Option<Headline>>,
    /// How many events are listed.
    len: usize,
    /// The most events of one dated period.
    most: usize,
}

impl Buckets {
    pub(super) fn new(shown: &Shown, library: &Library, zoom: Zoom) -> Self {
        let dated = shown.rank_from(EventId(library.dated() as u32));
        let day = |rank: usize| shown.id(rank).and_then(|id| library.first_day(id));
        let mut starts = Vec::new();
        let mut most = 0;
        let mut at = 0;
        while let Some(first) = day(at).filter(|_| at < dated) {
            starts.push(at as u32);
            let after = zoom.after(zoom.start(first));
            let begun = |rank: usize| day(rank).is_some_and(|day| day < after);
            let end = gallop(at, dated, begun);
            most = most.max(end - at);
            at = end;
        }
        if dated < shown.len() {
            starts.push(dated as u32);
        }
        Self {
            headlines: vec![None; starts.len()],
            starts,
            len: shown.len(),
            most,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The most events of one dated period.
    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// The period that has the event of a rank.
    pub(super) fn of(&self, rank: usize) -> usize {
        let after = self.starts.partition_point(|start| *start as usize <= rank);
        after.saturating_sub(1)
    }

    /// The ranks of a period's events.
    pub(super) fn ranks(&self, at: usize) -> Range<usize> {
        let start = |at: usize| {
            self.starts
                .get(at)
                .map_or(self.len, |start| *start as usize)
        };
        start(at)..start(at + 1)
    }

    /// The event that stands for a period, if it was looked for.
    pub(super) fn headline(&self, at: usize) -> Option<Headline> {
        self.headlines.get(at).copied().flatten()
    }

    /// Looks for the event that stands for a period, if it was not yet: the weightiest, the earliest
    /// of equals; of those among `hits`, if there are any.
    pub(super) fn find_headline(
        &mut self,
        at: usize,
        shown: &Shown,
        library: &Library,
        zoom: Zoom,
        hits: Option<&[EventId]>,
    ) {
        let ranks = self.ranks(at);
        let Some(free @ None) = self.headlines.get_mut(at) else {
            return;
        };
        let among_hits = hits
            .and_then(|hits| weightiest(library, of_ranks(shown, hits, &ranks).iter().copied()));
        let all = || ranks.clone().filter_map(|rank| shown.id(rank));
        let end = start_of(shown, library, zoom, ranks.start).map(|start| zoom.after(start));
        // A visit may go on after the period; what is known by its month alone does not begin there.
        let is_vague = |id: &EventId| {
            end.zip(library.days(*id))
                .is_some_and(|(end, days)| days.last() >= end)
                && library
                    .chronicle
                    .look(*id)
                    .date
                    .is_some_and(|date| !date.is_day_precise())
        };
        *free = among_hits
            .or_else(|| weightiest(library, all()))
            .map(|(event, next)| Headline {
                event,
                next,
                vague: all().filter(is_vague).count(),
            });
    }
}

/// The weightiest of some events in order, the earliest of equals, and the next after it.
fn weightiest(
    library: &Library,
    mut ids: impl Iterator<Item = EventId>,
) -> Option<(EventId, Option<EventId>)> {
    let (mut best, mut next) = (ids.next()?, None);
    for id in ids {
        if library.weight(id) > library.weight(best) {
            next = Some(std::mem::replace(&mut best, id));
        } else if next.is_none_or(|next| library.weight(id) > library.weight(next)) {
            next = Some(id);
        }
    }
    Some((best, next))
}

/// Those of some events, in order, that lie within some ranks of a list.
pub(super) fn of_ranks<'a>(
    shown: &Shown,
    events: &'a [EventId],
    ranks: &Range<usize>,
) -> &'a [EventId] {
    let (Some(first), Some(last)) = (
        shown.id(ranks.start),
        ranks.end.checked_sub(1).and_then(|rank| shown.id(rank)),
    ) else {
        return &[];
    };
    let from = events.partition_point(|id| *id < first);
    let to = events.partition_point(|id| *id <= last);
    events.get(from..to).unwrap_or_default()
}

/// The first rank from `from` on for which it does not hold, before `to`; it holds for `from`, and
/// for none after the first for which it does not.
pub(super) fn gallop(from: usize, to: usize, holds: impl Fn(usize) -> bool) -> usize {
    let mut low = from;
    let mut step = 1;
    while low + step < to && holds(low + step) {
        low += step;
        step *= 2;
    }
    let mut high = (low + step).min(to);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + 1
}

/// The day on which the period of a rank begins, if its events are dated.
pub(super) fn start_of(shown: &Shown, library: &Library, zoom: Zoom, rank: usize) -> Option<Date> {
    let day = library.first_day(shown.id(rank)?)?;
    Some(zoom.start(day))
}
