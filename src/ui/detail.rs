//! The event under the cursor: the lines in view.

use super::ink::{Ink, beyond};
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
    let right = beyond(detail.lines.len(), detail.scroll, area);
    let title = match model.timeline.zoom() {
        Zoom::Event => "Event",
        _ => "Period",
    };
    ink.frame(frame, boxed, focus, (title, &right));
    ink.lines(area, &detail.lines, detail.scroll, None);
}
