//! A directory: rows with counts, and the page of the one under the cursor.

use ratatui::layout::{Position, Rect};

use super::ink::{Ink, beyond};
use super::numbers::grouped;
use super::search::put_line;
use crate::app::directory::{Directory, What};
use crate::app::model::{Focus, Model};
use crate::app::panes::WIDE;
use crate::app::role::Role;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model, directory: &Directory) {
    let boxed = model.panes.body.width >= WIDE;
    let in_page = model.focus == Focus::Detail;
    let overlay = model.overlay.is_some();
    let frame = model.panes.list.frame;
    if !frame.is_empty() {
        let at = if directory.is_empty() {
            0
        } else {
            directory.cursor + 1
        };
        let position = format!("{} of {}", grouped(at), grouped(directory.len()));
        ink.frame(
            frame,
            boxed,
            !in_page && !overlay,
            (
                &format!("{}{}", directory.what.name(), directory.scope.title()),
                &position,
            ),
        );
        rows(ink, model, directory, in_page);
    }
    let frame = model.panes.detail;
    if !frame.is_empty() {
        let area = model.panes.lines;
        let right = beyond(directory.page.len(), directory.scroll, area);
        let name = directory.page_title(&model.library);
        ink.frame(frame, boxed, in_page && !overlay, (&name, &right));
        let chosen = directory.line.filter(|_| in_page);
        ink.lines(area, &directory.page, directory.scroll, chosen);
    }
}

fn rows(ink: &mut Ink<'_>, model: &Model, directory: &Directory, in_page: bool) {
    let area = model.panes.list.rows;
    let name_width = match directory.what {
        What::Documents => area.width.saturating_sub(24),
        What::Years => 6,
        What::Officials => (area.width / 2).min(26),
        What::Places => (area.width * 3 / 5).min(36),
    };
    for (at, y) in (directory.top..).zip(area.top()..area.bottom()) {
        let Some(entry) = directory.entry(at) else {
            break;
        };
        let selected = at == directory.cursor;
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        let plain = match (selected, in_page) {
            (true, false) => Some(Role::Selection),
            (true, true) => Some(Role::SelectionIdle),
            (false, _) => None,
        };
        let role = |own: Role| plain.unwrap_or(own);
        if let Some(plain) = plain {
            ink.wash(line, plain);
            ink.put(line.x, y, 1, plain, "▶");
        }
        let own = match directory.what {
            What::Officials => Role::Person,
            What::Places => Role::Place,
            What::Documents => Role::Source,
            What::Years => Role::Date,
        };
        ink.put(
            line.x + 1,
            y,
            name_width.saturating_sub(1),
            role(own),
            &entry.name,
        );
        let x = line.x + 1 + name_width;
        let note = if directory.what == What::Years {
            Role::Bar
        } else {
            Role::Office
        };
        ink.put(
            x,
            y,
            line.right().saturating_sub(x + 7),
            role(note),
            &entry.note,
        );
        let count = if entry.count == 0 {
            String::new()
        } else {
            grouped(entry.count)
        };
        ink.put_right(line.right(), y, 6, role(Role::Dim), &count);
    }
}

/// Draws the filter in the search bar. Returns where the caret stands, if it is being typed.
pub(super) fn filter(ink: &mut Ink<'_>, model: &Model, directory: &Directory) -> Option<Position> {
    let area = model.panes.search;
    if area.is_empty() {
        return None;
    }
    let sign = if directory.typing {
        Role::Accent
    } else {
        Role::Dim
    };
    ink.put(area.x, area.y, area.width, sign, " / ");
    let room = area.width.saturating_sub(3);
    if directory.filter.is_empty() && !directory.typing {
        ink.put(
            area.x + 3,
            area.y,
            room,
            Role::Dim,
            "narrow the list by any name or script",
        );
        return None;
    }
    let at = (area.x + 3, area.y);
    let caret = put_line(ink, at, room, &directory.filter);
    directory.typing.then_some(caret)
}
