//! What opens over the body: a page, a line to type, the palette.

use ratatui::layout::{Position, Rect};

use super::ink::{Ink, beyond};
use super::search::put_line;
use crate::app::line::Line;
use crate::app::model::{Edited, Model};
use crate::app::pages::PageView;
use crate::app::palette::{self, Choice};
use crate::app::panes::WIDEST_PAGE;
use crate::app::role::Role;

/// Draws a page.
pub(super) fn page(ink: &mut Ink<'_>, model: &Model, view: &PageView) {
    let area = outline(model, view);
    let inner = inside(area);
    let right = beyond(view.lines.len(), view.scroll, inner);
    ink.clear(area);
    ink.frame(area, true, true, (&view.title(), &right));
    ink.lines(inner, &view.lines, view.scroll, None);
}

fn outline(model: &Model, view: &PageView) -> Rect {
    let height = u16::try_from(view.lines.len() + 2)
        .unwrap_or(u16::MAX)
        .max(8);
    model.panes.overlay(WIDEST_PAGE, height)
}

/// Where the lines of a page stand.
pub(super) fn lines(model: &Model, view: &PageView) -> Rect {
    inside(outline(model, view))
}

pub(super) fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 2.min(area.width),
        y: area.y + 1.min(area.height),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

/// Draws the line in which a note or a tag is typed. Returns where the caret stands.
pub(super) fn edit(
    ink: &mut Ink<'_>,
    model: &Model,
    what: Edited,
    line: &Line,
) -> Option<Position> {
    let area = model.panes.overlay(90, 3);
    ink.clear(area);
    let title = match what {
        Edited::Note => "Note on this event",
        Edited::Tag => "Tag, or a tag that it has to take it away",
        Edited::Date => {
            "The right date: 2021-03-16, 2021-03, 16 mar 2021; empty: as the sources say"
        }
    };
    ink.frame(area, true, true, (title, ""));
    let inner = inside(area);
    if inner.is_empty() {
        return None;
    }
    Some(put_line(ink, (inner.x, inner.y), inner.width, line))
}

/// Draws the palette. Returns where the caret stands.
pub(super) fn palette(
    ink: &mut Ink<'_>,
    model: &Model,
    line: &Line,
    cursor: usize,
) -> Option<Position> {
    let choices = palette::choices(line.text(), &model.saved);
    let area = model.panes.overlay(92, 22);
    ink.clear(area);
    ink.frame(area, true, true, ("Actions", ""));
    let inner = inside(area);
    if inner.height < 3 {
        return None;
    }
    ink.put(inner.x, inner.y, 2, Role::Dim, ": ");
    let caret = put_line(
        ink,
        (inner.x + 2, inner.y),
        inner.width.saturating_sub(2),
        line,
    );
    let rows = usize::from(inner.height - 2);
    let first = (cursor + 1).saturating_sub(rows);
    if choices.is_empty() {
        ink.put(
            inner.x,
            inner.y + 2,
            inner.width,
            Role::Dim,
            "There is no such action.",
        );
    }
    for ((at, action), y) in choices
        .iter()
        .enumerate()
        .skip(first)
        .zip(inner.y + 2..inner.bottom())
    {
        let row = Rect {
            y,
            height: 1,
            ..inner
        };
        let plain = (at == cursor).then_some(Role::Selection);
        let role = |own: Role| plain.unwrap_or(own);
        if at == cursor {
            ink.wash(row, Role::Selection);
        }
        let (keys, name, help) = match action {
            Choice::Action(action) => {
                let keys = model.keymap.keys(*action).unwrap_or_default();
                (keys, action.name(), action.help())
            }
            Choice::Saved(name, query) => ("search".to_owned(), name.as_str(), query.as_str()),
        };
        ink.put(row.x, y, 10, role(Role::Key), &keys);
        ink.put(row.x + 11, y, 18, role(Role::Strong), name);
        let room = row.width.saturating_sub(30);
        ink.put(row.x + 30, y, room, role(Role::Text), help);
    }
    Some(caret)
}
