//! The sentence of the tour, in a frame at the foot of the body.

use super::ink::Ink;
use crate::app::model::Model;
use crate::app::panes::Rect;
use crate::app::role::Role;
use crate::text::wrap;

/// Cells of the widest frame.
const WIDEST: u16 = 78;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let Some(tour) = model.tour else {
        return;
    };
    let body = model.panes.body;
    let width = body.width.min(WIDEST);
    if width < 20 || body.height < 4 {
        return;
    }
    let sentence = tour.sentence(&model.keymap);
    let lines = wrap(&sentence, usize::from(width - 4));
    let height = (lines.len() as u16 + 2).min(body.height);
    let area = Rect {
        x: body.x + (body.width - width) / 2,
        y: body.bottom() - height,
        width,
        height,
    };
    ink.clear(area);
    let (at, of) = tour.place();
    let title = format!("Tour, {at} of {of}");
    ink.frame(area, true, true, (&title, "esc ends it"));
    for (line, y) in lines.iter().zip(area.y + 1..area.bottom() - 1) {
        ink.put(area.x + 2, y, width - 4, Role::Strong, line.of(&sentence));
    }
}
