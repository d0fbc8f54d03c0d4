//! A period of the zoomed timeline, told in lines: how many events of which kinds, and the
//! weightiest of them in order.

use std::cmp::Reverse;
use std::ops::Range;

use super::Page;
use crate::app::library::Library;
use crate::app::role::Role;
use crate::app::timeline::{Shown, Zoom};
use crate::chronicle::{Event, EventId, Kind};
use crate::time::Date;

/// The events of a period beyond which it is told by one event: a key press must not take longer
/// the more there are.
const MOST_READ: usize = 4096;
/// So many events are told by name.
const MOST_NAMED: usize = 12;

/// What of a period is told.
#[derive(Debug, Clone)]
pub struct PeriodOf<'a> {
    /// How long it is.
    pub zoom: Zoom,
    /// Its first day.
    pub start: Option<Date>,
    /// The list that it is a part of.
    pub shown: &'a Shown,
    /// The ranks of its events in that list.
    pub ranks: Range<usize>,
    /// The event that stands for it.
    pub headline: Option<EventId>,
    /// How many of its events lie in it only by their beginning.
    pub vague: usize,
    /// The event under the cursor.
    pub selected: Option<EventId>,
}

/// Tells a period.
pub(super) fn period(page: &mut Page, library: &Library, period: &PeriodOf<'_>) {
    let name = period.start.map_or_else(
        || "No date".to_owned(),
        |start| period.zoom.full_label(start),
    );
    let many = period.ranks.len();
    let events = if many == 1 { "event" } else { "events" };
    page.wrapped(&[(Role::Title, &name)], 0);
    page.wrapped(
        &[
            (Role::Strong, &many.to_string()),
            (Role::Text, " "),
            (Role::Text, events),
        ],
        0,
    );
    if period.vague > 0 {
        let text = format!(
            "{} known by month, year or less: told where that begins",
            period.vague
        );
        page.wrapped(&[(Role::Warning, "~ "), (Role::Text, &text)], 2);
    }
    let mut ids: Vec<EventId> = if many > MOST_READ {
        period.headline.into_iter().collect()
    } else {
        period
            .ranks
            .clone()
            .filter_map(|rank| period.shown.id(rank))
            .collect()
    };
    if many <= MOST_READ {
        kinds(page, library, &ids);
    }
    let all = ids.len() == many && many <= MOST_NAMED;
    if ids.len() > MOST_NAMED {
        let by_weight = |id: &EventId| (Reverse(library.weight(*id)), *id);
        ids.select_nth_unstable_by_key(MOST_NAMED, by_weight);
        ids.truncate(MOST_NAMED);
        ids.sort_unstable();
    }
    page.heading(match ids.len() {
        1 if !all => "Told by most",
        _ if all => "All of them",
        _ => "The weightiest",
    });
    let named: Vec<(String, &Event)> = ids
        .iter()
        .filter_map(|id| library.chronicle.get(*id))
        .map(|event| {
            (
                event.date.map_or_else(String::new, |date| date.human()),
                event,
            )
        })
        .collect();
    let widest = named.iter().map(|(date, _)| crate::text::cells(date)).max();
    for (date, event) in &named {
        page.columns(
            &[(Role::Date, date)],
            widest.unwrap_or(0),
            (Role::Text, &event.title),
        );
    }
    if let Some(event) = period.selected.and_then(|id| library.chronicle.get(id)) {
        page.gap();
        page.wrapped(
            &[
                (Role::Dim, "Going in leads to: "),
                (Role::Text, &event.title),
            ],
            2,
        );
    }
}

/// How many there are of each kind, the most frequent first.
fn kinds(page: &mut Page, library: &Library, ids: &[EventId]) {
    let mut counts: Vec<(usize, Kind)> = Kind::ALL.iter().map(|kind| (0, *kind)).collect();
    for kind in ids.iter().map(|id| library.chronicle.kind(*id)) {
        if let Some((count, _)) = counts.get_mut(kind as usize) {
            *count += 1;
        }
    }
    counts.retain(|(count, _)| *count > 0);
    counts.sort_by_key(|(count, _)| Reverse(*count));
    let numbers: Vec<String> = counts
        .iter()
        .map(|(count, _)| format!(" {count}"))
        .collect();
    let mut pieces = Vec::new();
    for ((_, kind), number) in counts.iter().zip(&numbers) {
        if !pieces.is_empty() {
            pieces.push((Role::Dim, " · "));
        }
        pieces.extend([(Role::Kind, kind.name()), (Role::Text, number.as_str())]);
    }
    page.wrapped(&pieces, 0);
}
