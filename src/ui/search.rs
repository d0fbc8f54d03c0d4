//! The line that is typed, with the caret, and how much was found.

use ratatui::layout::Position;

use super::ink::Ink;
use super::numbers::{counted, grouped};
use crate::app::line::Line;
use crate::app::model::{Focus, Model, Overlay};
use crate::app::role::Role;
use crate::text::{cells, take_cells};

/// Draws the bar. Returns where the caret stands, if something is being typed here.
pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) -> Option<Position> {
    let area = model.panes.search;
    if area.is_empty() {
        return None;
    }
    let searching = model.focus == Focus::Search;
    let jumping = model.focus == Focus::Jump;
    let (sign, line) = if jumping {
        ("@", &model.jump.line)
    } else {
        ("/", &model.search.line)
    };
    let typing = (searching || jumping) && !matches!(model.overlay, Some(Overlay::Help { .. }));
    let sign_role = if typing { Role::Accent } else { Role::Dim };
    ink.put(area.x, area.y, area.width, sign_role, &format!(" {sign} "));
    let left = area.x + 3;
    let status = status(model);
    let wanted = cells(&status) as u16;
    let room = area.width.saturating_sub(3);
    let status_room = if room > wanted + 24 { wanted + 2 } else { 0 };
    if status_room > 0 {
        ink.put_right(area.right() - 1, area.y, wanted, Role::Dim, &status);
    }
    let room = room.saturating_sub(status_room);
    if line.is_empty() && !typing {
        let hint = "names, places, 2021-03, who:blinken where:seoul kind:summit";
        ink.put(left, area.y, room, Role::Dim, hint);
        return None;
    }
    let caret = put_line(ink, (left, area.y), room, line);
    if !jumping {
        underline_issues(ink, model, left, room);
    }
    typing.then_some(caret)
}

/// Puts a line so that its caret is in view. Returns where the caret stands.
pub(super) fn put_line(ink: &mut Ink<'_>, (x, y): (u16, u16), room: u16, line: &Line) -> Position {
    let role = if line.is_chosen() {
        Role::Selection
    } else {
        Role::Input
    };
    let caret = line.caret_cells();
    let room = usize::from(room).max(1);
    // One cell is kept for the caret behind the last character.
    let hidden = (caret + 1).saturating_sub(room);
    let (skipped, skipped_cells) = take_cells_at_least(line.text(), hidden);
    let visible = line.text().get(skipped..).unwrap_or_default();
    let (visible, _) = take_cells(visible, room);
    ink.put(x, y, room as u16, role, visible);
    Position {
        x: x + (caret - skipped_cells) as u16,
        y,
    }
}

/// Bytes and cells of the shortest beginning that takes at least `least` cells.
fn take_cells_at_least(text: &str, least: usize) -> (usize, usize) {
    let (begin, taken) = take_cells(text, least);
    if taken >= least {
        return (begin.len(), taken);
    }
    let (begin, taken) = take_cells(text, least + 1);
    (begin.len(), taken)
}

fn underline_issues(ink: &mut Ink<'_>, model: &Model, left: u16, room: u16) {
    let Some(found) = &model.search.found else {
        return;
    };
    let text = model.search.line.text();
    if cells(text) >= usize::from(room) {
        return;
    }
    let style = ink
        .theme
        .style(Role::Warning)
        .add_modifier(ratatui::style::Modifier::UNDERLINED);
    for (at, _) in &found.issues {
        let (Some(before), Some(part)) = (text.get(..at.start), text.get(at.clone())) else {
            continue;
        };
        let x = left + cells(before) as u16;
        ink.put_styled(x, model.panes.search.y, room, style, part);
    }
}

fn status(model: &Model) -> String {
    let Some(found) = &model.search.found else {
        return if model.is_waiting() {
            "…".to_owned()
        } else {
            String::new()
        };
    };
    let mut status = vec![counted(found.ids.len(), "hit")];
    if let Some(tier) = found.tier {
        status.push(tier.to_owned());
    }
    if found.loose > 0 {
        status.push(format!("+{} loose", grouped(found.loose)));
    }
    status.join(" · ")
}
