//! Where everything stands on the screen: the one geometry that updating and drawing share.

pub use ratatui::layout::{Rect, Size};

/// What the layout depends on besides the size of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Whether the detail has the whole body.
    pub full_detail: bool,
    /// Whether the list has the whole body.
    pub full_list: bool,
}

/// The areas of the screen. An area with no cells is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// Name, views, extent of the chronicle.
    pub header: Rect,
    /// Bars of events over time.
    pub ribbon: Rect,
    /// Years below the bars.
    pub axis: Rect,
    /// Who was in power, one row for each band.
    pub bands: Rect,
    /// The list with its frame.
    pub list: Rect,
    /// The rows of the list.
    pub rows: Rect,
    /// Where the list is and what it has, along its right edge.
    pub bar: Rect,
    /// The detail with its frame.
    pub detail: Rect,
    /// The lines of the detail.
    pub lines: Rect,
    /// The answer to the search.
    pub answer: Rect,
    /// The search bar.
    pub search: Rect,
    /// Keys that work here.
    pub footer: Rect,
    /// All of the body, for what covers it.
    pub body: Rect,
}

/// Screens narrower than this have the detail below the list, and no frames at the sides.
pub const WIDE: u16 = 100;

impl Panes {
    /// The areas of a screen.
    pub fn of(size: Size, shape: Shape) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        let mut panes = Self::default();
        let mut rest = area;
        let height = area.height;
        if height >= 5 {
            panes.footer = cut_bottom(&mut rest, 1);
        }
        if height >= 3 {
            panes.search = cut_bottom(&mut rest, 1);
        }
        if height >= 14 {
            panes.answer = cut_bottom(&mut rest, 1);
        }
        if height >= 8 {
            panes.header = cut_top(&mut rest, 1);
        }
        if height >= 12 && area.width >= 20 {
            panes.ribbon = cut_top(&mut rest, if height >= 36 { 2 } else { 1 });
            panes.axis = cut_top(&mut rest, 1);
        }
        if height >= 34 && area.width >= 60 {
            panes.bands = cut_top(&mut rest, if height >= 46 { 4 } else { 3 });
        }
        if area.width >= 60 {
            // Room for the names of the bands before the bars.
            for pane in [&mut panes.ribbon, &mut panes.axis] {
                pane.x += 3;
                pane.width = pane.width.saturating_sub(4);
            }
        }
        panes.body = rest;
        panes.split_body(rest, shape);
        panes
    }

    fn split_body(&mut self, body: Rect, shape: Shape) {
        let wide = body.width >= WIDE;
        let both = (wide && body.height >= 4) || body.height >= 14;
        (self.list, self.detail) = match shape {
            Shape {
                full_detail: true, ..
            } => (Rect::default(), body),
            Shape {
                full_list: true, ..
            } => (body, Rect::default()),
            _ if !both => (body, Rect::default()),
            _ if wide => {
                let list = Rect {
                    width: body.width * 29 / 50,
                    ..body
                };
                let detail = Rect {
                    x: body.x + list.width,
                    width: body.width - list.width,
                    ..body
                };
                (list, detail)
            }
            _ => {
                let list = Rect {
                    height: body.height * 11 / 20,
                    ..body
                };
                let detail = Rect {
                    y: body.y + list.height,
                    height: body.height - list.height,
                    ..body
                };
                (list, detail)
            }
        };
        self.rows = inside(self.list, wide);
        self.bar = if wide && self.list.width > self.rows.width {
            Rect {
                x: self.rows.right(),
                width: 1,
                ..self.rows
            }
        } else if self.rows.width >= 40 {
            cut_right(&mut self.rows, 1)
        } else {
            Rect::default()
        };
        self.lines = inside(self.detail, wide);
        if self.lines.width > 20 {
            // A cell of air between the frame and the words.
            self.lines.x += 1;
            self.lines.width -= 2;
        }
    }

    /// A box of at most that size in the middle of the body, for what opens over it.
    pub fn overlay(&self, width: u16, height: u16) -> Rect {
        let body = self.body;
        let width = width.min(body.width);
        let height = height.min(body.height);
        Rect {
            x: body.x + (body.width - width) / 2,
            y: body.y + (body.height - height) / 2,
            width,
            height,
        }
    }
}

/// What a frame leaves: all four sides on wide screens, a title line on narrow ones.
pub fn inside(frame: Rect, wide: bool) -> Rect {
    if frame.height < 2 {
        return frame;
    }
    if wide && frame.height >= 3 && frame.width >= 3 {
        return Rect {
            x: frame.x + 1,
            y: frame.y + 1,
            width: frame.width - 2,
            height: frame.height - 2,
        };
    }
    Rect {
        y: frame.y + 1,
        height: frame.height - 1,
        ..frame
    }
}

fn cut_top(rest: &mut Rect, height: u16) -> Rect {
    let cut = Rect {
        height: height.min(rest.height),
        ..*rest
    };
    rest.y += cut.height;
    rest.height -= cut.height;
    cut
}

fn cut_right(rest: &mut Rect, width: u16) -> Rect {
    let width = width.min(rest.width);
    rest.width -= width;
    Rect {
        x: rest.x + rest.width,
        width,
        ..*rest
    }
}

fn cut_bottom(rest: &mut Rect, height: u16) -> Rect {
    let height = height.min(rest.height);
    rest.height -= height;
    Rect {
        y: rest.y + rest.height,
        height,
        ..*rest
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn panes_lie_on_the_screen_and_do_not_overlap(
            width in 0..300u16, height in 0..120u16, full_detail: bool, full_list: bool,
        ) {
            let size = Size { width, height };
            let panes = Panes::of(size, Shape { full_detail, full_list });
            let screen = Rect::new(0, 0, width, height);
            let shown = [
                panes.header, panes.ribbon, panes.axis, panes.bands, panes.list, panes.detail,
                panes.answer, panes.search, panes.footer,
            ];
            for (at, pane) in shown.iter().enumerate() {
                prop_assert!(pane.is_empty() || screen.intersection(*pane) == *pane);
                for other in &shown[..at] {
                    prop_assert!(pane.intersection(*other).is_empty());
                }
            }
            prop_assert!(panes.bar.is_empty() || panes.list.intersection(panes.bar) == panes.bar);
            prop_assert!(panes.rows.intersection(panes.bar).is_empty());
            prop_assert!(panes.rows.is_empty() || panes.list.intersection(panes.rows) == panes.rows);
            prop_assert!(panes.lines.is_empty() || panes.detail.intersection(panes.lines) == panes.lines);
        }
    }
}
