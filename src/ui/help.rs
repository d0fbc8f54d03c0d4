//! All keys, from the table of actions and the keymap.

use ratatui::layout::Position;

use super::ink::Ink;
use super::search::put_line;
use crate::app::help::{self, HelpLine};
use crate::app::line::Line;
use crate::app::model::Model;
use crate::app::role::Role;

/// Draws the help. Returns where the caret of its filter stands.
pub(super) fn draw(
    ink: &mut Ink<'_>,
    model: &Model,
    scroll: usize,
    filter: &Line,
) -> Option<Position> {
    let lines = help::lines(&model.keymap, filter.text());
    let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX).max(12);
    let area = model.panes.overlay(92, height);
    if area.is_empty() {
        return None;
    }
    ink.clear(area);
    ink.frame(area, true, true, ("Keys", "/ finds, Esc closes"));
    if area.height < 5 || area.width < 12 {
        return None;
    }
    let left = area.x + 2;
    let width = area.width - 4;
    ink.put(left, area.y + 1, 2, Role::Dim, "/ ");
    let caret = put_line(ink, (left + 2, area.y + 1), width.saturating_sub(2), filter);
    let keys_width = 24.min(width / 3);
    if lines.is_empty() {
        ink.put(left, area.y + 3, width, Role::Dim, "No key does that.");
    }
    for (line, y) in lines.iter().skip(scroll).zip(area.y + 3..area.bottom() - 1) {
        match line {
            HelpLine::Section(name) => {
                ink.put(left, y, width, Role::Heading, name);
            }
            HelpLine::Keys { keys, help, .. } => {
                ink.put(left + 2, y, keys_width.saturating_sub(3), Role::Key, keys);
                let x = left + keys_width;
                ink.put(x, y, width.saturating_sub(keys_width), Role::Text, help);
            }
        }
    }
    Some(caret)
}
