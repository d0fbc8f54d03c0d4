//! What those listed are about: at the left of wide screens, else over the body when asked for.

use ratatui::layout::Rect;

use super::ink::Ink;
use super::numbers::grouped;
use super::page::inside;
use crate::app::facets;
use crate::app::model::{Model, Overlay};
use crate::app::role::Role;

/// Draws the facets, if there are any to be seen.
pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let open = match &model.overlay {
        Some(Overlay::Facets { cursor, scroll }) => Some((*cursor, *scroll)),
        _ => None,
    };
    if model.panes.rail.is_empty() && open.is_none() {
        return;
    }
    let rows = facets::rows(model);
    let mut area = model.panes.facets();
    if model.panes.rail.is_empty() {
        let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX).max(6);
        area = model.panes.overlay(area.width, height);
        ink.clear(area);
    }
    let titles = match open {
        Some(_) if area.width >= 50 => ("Among those listed", "enter only · x without"),
        Some(_) => ("Facets", "enter · x without"),
        None => ("Facets", ""),
    };
    ink.frame(area, true, open.is_some(), titles);
    let inner = inside(area);
    let scroll = open.map_or(0, |(_, scroll)| scroll);
    for ((at, row), y) in rows
        .iter()
        .enumerate()
        .skip(scroll)
        .zip(inner.top()..inner.bottom())
    {
        let line = Rect {
            y,
            height: 1,
            ..inner
        };
        let selected = open.is_some_and(|(cursor, _)| at == cursor);
        let plain = selected.then_some(Role::Selection);
        if selected {
            ink.wash(line, Role::Selection);
        }
        let Some(count) = row.count else {
            let role = plain.unwrap_or(Role::Heading);
            ink.put(line.x, y, line.width, role, &row.name);
            continue;
        };
        let sign = if row.chosen { "+" } else { " " };
        ink.put(line.x, y, 1, plain.unwrap_or(Role::Mark), sign);
        let count = grouped(count as usize);
        let taken = ink.put_right(line.right(), y, 9, plain.unwrap_or(Role::Dim), &count);
        let room = line.width.saturating_sub(2 + 1 + taken);
        ink.put(line.x + 2, y, room, plain.unwrap_or(Role::Text), &row.name);
    }
}
