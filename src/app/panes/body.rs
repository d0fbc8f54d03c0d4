//! How the body is shared between facets, one list or two, and the detail.

use super::{Half, ListPane, Panes, Rect, Shape, inside};

/// Screens narrower than this have the detail below the list, and no frames at the sides.
pub const WIDE: u16 = 100;
/// Screens narrower than this have no facets at the left.
const WITH_RAIL: u16 = 200;
/// Cells of the facets.
const RAIL: u16 = 30;
/// Screens narrower than this have no detail beside two lists.
const WITH_THREE: u16 = 160;

impl Panes {
    pub(super) fn lay_out_body(&mut self, body: Rect, shape: Shape) {
        let wide = body.width >= WIDE;
        let mut rest = body;
        if shape.rail && !shape.full_detail && body.width >= WITH_RAIL && body.height >= 8 {
            (self.rail, rest) = beside(body, RAIL);
        }
        let (lists, detail) = match shape {
            Shape {
                full_detail: true, ..
            } => (Rect::default(), rest),
            Shape { split: Some(_), .. } if body.width < WITH_THREE => (rest, Rect::default()),
            Shape { split: Some(_), .. } if body.height >= 4 => beside(rest, rest.width * 2 / 3),
            _ if wide && body.height >= 4 => beside(rest, rest.width * 29 / 50),
            _ if !wide && body.height >= 14 => above(rest, rest.height * 11 / 20),
            _ => (rest, Rect::default()),
        };
        self.detail = detail;
        self.lines = inside(detail, wide);
        if self.lines.width > 20 {
            // A cell of air between the frame and the words.
            self.lines.x += 1;
            self.lines.width -= 2;
        }
        let (first, second) = match shape.split {
            Some(_) if wide => beside(lists, lists.width / 2),
            Some(_) if lists.height >= 6 => above(lists, lists.height / 2),
            // There is no room for two: the one that has the keys is shown.
            Some(Half::Second) => (Rect::default(), lists),
            Some(Half::First) | None => (lists, Rect::default()),
        };
        let (first, second) = (list(first, wide), list(second, wide));
        (self.list, self.other) = match shape.split {
            Some(Half::Second) => (second, first),
            Some(Half::First) | None => (first, second),
        };
    }
}

fn list(frame: Rect, wide: bool) -> ListPane {
    let mut rows = inside(frame, wide);
    let bar = if wide && frame.width > rows.width {
        Rect {
            x: rows.right(),
            width: 1,
            ..rows
        }
    } else if rows.width >= 40 {
        rows.width -= 1;
        Rect {
            x: rows.right(),
            width: 1,
            ..rows
        }
    } else {
        Rect::default()
    };
    ListPane { frame, rows, bar }
}

/// Two areas side by side, the left one so wide.
fn beside(area: Rect, width: u16) -> (Rect, Rect) {
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width,
        width: area.width - width,
        ..area
    };
    (left, right)
}

/// Two areas one above the other, the upper one so high.
fn above(area: Rect, height: u16) -> (Rect, Rect) {
    let upper = Rect { height, ..area };
    let lower = Rect {
        y: area.y + height,
        height: area.height - height,
        ..area
    };
    (upper, lower)
}
