//! The right edge of the list: which part of it is in view, and where notes, marks and hits are.
//!
//! A cell stands for a run of the list; whether it has a mark is a search in the sorted marks, so
//! that the cost is that of the cells. Every sign has its own shape:
//!
//! ```text
//! ┃ in view   ✎ a note   ♦ a mark   • a hit (while others are listed as well)   ╋ a hit in view
//! ```

use std::ops::Range;

use super::ink::Ink;
use super::list_view::ListView;
use crate::app::role::Role;
use crate::chronicle::EventId;

pub(super) fn draw(ink: &mut Ink<'_>, list: &ListView<'_>) {
    let area = list.pane.bar;
    let timeline = list.timeline;
    let (_, length) = timeline.position();
    let cells = usize::from(area.height);
    if area.is_empty() || length == 0 {
        return;
    }
    let in_view = timeline.in_view(&list.model.library, cells);
    let first = timeline.number_of(in_view.start);
    let last = timeline.number_of(in_view.end.saturating_sub(1));
    if last + 1 - first >= length {
        return;
    }
    let hits: &[EventId] = list.search.marked().map_or(&[], |found| &found.ids);
    let kinds: [(&[EventId], &str, Role); 3] = [
        (&list.model.kept.noted, "✎", Role::Mark),
        (&list.model.kept.marked, "♦", Role::Mark),
        (hits, "•", Role::Accent),
    ];
    for (cell, y) in (0..cells).zip(area.top()..) {
        let from = cell * length / cells;
        let to = ((cell + 1) * length / cells).clamp(from + 1, length);
        let ranks = timeline.ranks_between(from, to);
        let has = |events: &[EventId]| has(list, events, &ranks);
        let seen = from <= last && first < to;
        let (sign, role) = match kinds.iter().find(|(events, _, _)| has(events)) {
            Some((_, "•", role)) if seen => ("╋", *role),
            Some((_, sign, role)) => (*sign, *role),
            None if seen => ("┃", Role::Accent),
            None => continue,
        };
        ink.put(area.x, y, 1, role, sign);
    }
}

/// Whether one of some events is listed within some ranks.
fn has(list: &ListView<'_>, events: &[EventId], ranks: &Range<usize>) -> bool {
    let timeline = list.timeline;
    timeline.listed(events, ranks).next().is_some()
}
