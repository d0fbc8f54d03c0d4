//! What became of each file: every file in one state, and the counts add up.

use super::ink::Ink;
use super::numbers::{counted, grouped};
use crate::app::library::FileState;
use crate::app::model::Model;
use crate::app::panes::WIDEST_PAGE;
use crate::app::role::Role;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model, scroll: usize) {
    let report = &model.library.report;
    let height = u16::try_from(report.len() + 5).unwrap_or(u16::MAX).max(8);
    let area = model.panes.overlay(WIDEST_PAGE, height);
    ink.clear(area);
    ink.frame(area, true, true, ("Files", "Esc closes"));
    if area.height < 4 || area.width < 12 {
        return;
    }
    let (left, width) = (area.x + 2, area.width - 4);
    let counts: Vec<String> = FileState::ALL
        .iter()
        .map(|state| format!("{} {}", grouped(report.count(*state)), state.name()))
        .collect();
    let summary = if report.is_empty() {
        "No file was opened; this is the built-in record.".to_owned()
    } else {
        format!("{} = {}", counted(report.len(), "file"), counts.join(" + "))
    };
    ink.put(left, area.y + 1, width, Role::Strong, &summary);
    for (file, y) in report.files_from(scroll).zip(area.y + 3..area.bottom() - 1) {
        let role = match file.state {
            FileState::Events => Role::Text,
            FileState::Undated => Role::Planned,
            FileState::Skipped => Role::Dim,
            FileState::Trouble => Role::Error,
        };
        ink.put(left, y, 8, role, file.state.name());
        let half = width.saturating_sub(9) / 2;
        ink.put(left + 9, y, half, Role::Source, file.path);
        let reason = if file.state == FileState::Events {
            counted(file.events as usize, "event")
        } else {
            file.reason.to_owned()
        };
        let x = left + 9 + half + 1;
        ink.put(x, y, area.right().saturating_sub(x + 1), Role::Dim, &reason);
    }
}
