//! Which events a directory counts: those found, while something is searched for, and of them those
//! that begin in a period, which moves by the keys for periods.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::app::library::Library;
use crate::app::timeline::Zoom;
use crate::chronicle::{Event, EventId};
use crate::time::Date;

/// The events that count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Those found, in order; all where nothing is searched for.
    found: Option<Arc<[EventId]>>,
    /// How long the period is, and its first day; any day where there is none.
    period: Option<(Zoom, Date)>,
}

impl Scope {
    /// The events of a search, or all, of any day.
    pub fn new(found: Option<Arc<[EventId]>>) -> Self {
        Self {
            found,
            period: None,
        }
    }

    /// The same days of other events.
    #[must_use]
    pub fn of(self, found: Option<Arc<[EventId]>>) -> Self {
        Self { found, ..self }
    }

    /// The same events of any day.
    #[must_use]
    pub fn without_period(&self) -> Self {
        Self::new(self.found.clone())
    }

    /// Whether there is a period.
    pub fn has_period(&self) -> bool {
        self.period.is_some()
    }

    /// Whether only what was found counts.
    pub fn is_of_found(&self) -> bool {
        self.found.is_some()
    }

    /// As a title tells it: ` · of 15 found · 2020s`.
    pub fn title(&self) -> String {
        let found = self
            .found
            .as_ref()
            .map(|ids| format!(" · of {} found", ids.len()));
        let period = self
            .period
            .map(|(zoom, start)| format!(" · {}", zoom.full_label(start)));
        found.unwrap_or_default() + &period.unwrap_or_default()
    }

    /// The condition of a search that leaves the events of the period: `2020..2029`.
    pub fn condition(&self) -> Option<String> {
        let (zoom, start) = self.period?;
        Some(match zoom {
            Zoom::Decade => format!("{}..{}", start.year(), start.year() + 9),
            _ => start.year().to_string(),
        })
    }

    /// The ids of the period.
    fn run(&self, library: &Library) -> Range<usize> {
        self.period.map_or(0..library.len(), |(zoom, start)| {
            library.from_day(start)..library.from_day(zoom.after(start))
        })
    }

    /// The ids of the events, in order.
    pub fn ids<'a>(&'a self, library: &Library) -> impl Iterator<Item = EventId> + use<'a> {
        let run = self.run(library);
        let found = self.found.as_deref().map(|ids| {
            let from = ids.partition_point(|id| id.index() < run.start);
            let to = ids.partition_point(|id| id.index() < run.end);
            ids.get(from..to).unwrap_or_default()
        });
        let all = if found.is_none() { run } else { 0..0 };
        let ids = found.unwrap_or_default().iter().copied();
        ids.chain(all.map(|id| EventId(id as u32)))
    }

    /// Of some events in order those that count.
    pub fn among<'a>(
        &'a self,
        library: &Library,
        ids: &'a [EventId],
    ) -> impl Iterator<Item = EventId> + use<'a> {
        let run = self.run(library);
        let from = ids.partition_point(|id| id.index() < run.start);
        let to = ids.partition_point(|id| id.index() < run.end);
        let found = self.found.as_deref();
        let ids = ids.get(from..to).unwrap_or_default().iter().copied();
        ids.filter(move |id| found.is_none_or(|found| found.binary_search(id).is_ok()))
    }

    /// The events, made for the occasion, in order.
    pub fn events<'a>(
        &'a self,
        library: &'a Library,
    ) -> impl Iterator<Item = (EventId, Cow<'a, Event>)> + 'a {
        self.ids(library).map(|id| (id, library.chronicle.look(id)))
    }

    /// Those of a year among the events of any day.
    #[must_use]
    pub fn of_year(&self, year: i32) -> Self {
        let start = Date::new(year, 1, 1);
        Self {
            found: self.found.clone(),
            period: start.map(|start| (Zoom::Year, start)),
        }
    }

    /// Goes to the next period or the one before; from all days to the decade of `near`. After the
    /// last period there are all days again.
    pub(in crate::app) fn step(&mut self, library: &Library, forward: bool, near: Option<Date>) {
        let Some((first, last)) = library.years() else {
            return;
        };
        let Some((zoom, start)) = self.period else {
            self.period = near.map(|day| (Zoom::Decade, Zoom::Decade.start(day)));
            return;
        };
        let to = if forward {
            zoom.after(start)
        } else {
            zoom.start(start.plus_days(-1))
        };
        if to.year() > last {
            self.period = None;
        } else if zoom.after(to).year() > first {
            self.period = Some((zoom, to));
        }
    }

    /// Makes the period shorter or longer: all days, a decade, a year.
    pub(in crate::app) fn zoom(&mut self, closer: bool, near: Option<Date>) {
        let within = |zoom: Zoom, start: Date| {
            let day = near.filter(|day| zoom.start(*day) == start);
            day.unwrap_or(start)
        };
        self.period = match (self.period, closer) {
            (None, true) => near.map(|day| (Zoom::Decade, Zoom::Decade.start(day))),
            (Some((Zoom::Decade, start)), true) => {
                Some((Zoom::Year, Zoom::Year.start(within(Zoom::Decade, start))))
            }
            (Some((Zoom::Year, start)), false) => Some((Zoom::Decade, Zoom::Decade.start(start))),
            (Some(year), true) => Some(year),
            (_, false) => None,
        };
    }
}
