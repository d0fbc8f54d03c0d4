//! The event under the cursor: the lines in view.

use super::ink::Ink;
use crate::app::model::{Focus, Model};
use crate::app::panes::WIDE;
use crate::app::timeline::Zoom;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let frame = model.panes.detail;
    if frame.is_empty() {
        return;
    }
    let boxed = model.panes.body.width >= WIDE;
    let focus = model.focus == Focus::Detail && model.overlay.is_none();
    let area = model.panes.lines;
    let detail = &model.detail;
    let below = detail
        .lines
        .len()
        .saturating_sub(detail.scroll + usize::from(area.height));
    let right = match (detail.scroll, below) {
        (0, 0) => String::new(),
        (above, 0) => format!("↑ {above}"),
        (0, below) => format!("↓ {below}"),
        (above, below) => format!("↑ {above} ↓ {below}"),
    };
    let title = match model.timeline.zoom() {
        Zoom::Event => "Event",
        _ => "Period",
    };
    ink.frame(frame, boxed, focus, (title, &right));
    let lines = detail.lines.iter().skip(detail.scroll);
    for (line, y) in lines.zip(area.top()..area.bottom()) {
        let mut x = area.x;
        for (role, text) in &line.pieces {
            x += ink.put(x, y, area.right().saturating_sub(x), *role, text);
        }
    }
}
