//! What a human should look at, one at a time; and the sources of which one is split off.

use super::ink::Ink;
use super::page::inside;
use crate::app::model::{Model, SourceChoice};
use crate::app::panes::{Rect, WIDEST_PAGE};
use crate::app::review::Review;
use crate::app::role::Role;

/// Draws the event that is looked at.
pub(super) fn draw(ink: &mut Ink<'_>, model: &Model, review: &Review) {
    let height = u16::try_from(review.lines.len() + 2).unwrap_or(u16::MAX);
    let area = model.panes.overlay(WIDEST_PAGE, height.max(12));
    ink.clear(area);
    let place = match review.queue.len() {
        0 => String::new(),
        of => format!("{} of {of}", review.cursor + 1),
    };
    ink.frame(area, true, true, ("Review", &place));
    ink.lines(inside(area), &review.lines, 0, None);
}

/// Draws the choice of a source.
pub(super) fn split(ink: &mut Ink<'_>, model: &Model, sources: &[SourceChoice], cursor: usize) {
    let height = u16::try_from(sources.len() * 2 + 2).unwrap_or(u16::MAX);
    let area = model.panes.overlay(WIDEST_PAGE, height.max(6));
    ink.clear(area);
    ink.frame(
        area,
        true,
        true,
        ("Which source tells of another happening?", ""),
    );
    let inner = inside(area);
    let rows = usize::from(inner.height / 2).max(1);
    let first = (cursor + 1).saturating_sub(rows);
    for (at, source) in sources.iter().enumerate().skip(first).take(rows) {
        let y = inner.y + 2 * (at - first) as u16;
        let row = Rect {
            y,
            height: 1,
            ..inner
        };
        let chosen = at == cursor;
        if chosen {
            ink.wash(row, Role::Selection);
        }
        let role = if chosen {
            Role::Selection
        } else {
            Role::Source
        };
        ink.put(row.x, y, row.width, role, &source.title);
        let quote = source
            .quote
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if y + 1 < inner.bottom() {
            ink.put(
                row.x + 2,
                y + 1,
                row.width.saturating_sub(2),
                Role::Quote,
                &quote,
            );
        }
    }
}
