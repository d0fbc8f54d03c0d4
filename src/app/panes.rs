//! Where everything stands on the screen: the one geometry that updating and drawing share.

mod body;

pub use body::WIDE;
pub use ratatui::layout::{Rect, Size};

/// Cells of the widest page, card or report over the body.
pub const WIDEST_PAGE: u16 = 110;

/// What the layout depends on besides the size of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// Whether the detail has the whole body.
    pub full_detail: bool,
    /// Whether there is room for facets at the left, where the screen is wide enough.
    pub rail: bool,
    /// Where two lists are shown, which of them has the keys.
    pub split: Option<Half>,
}

/// One of two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The left or upper one.
    First,
    /// The right or lower one.
    Second,
}

impl Half {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// Where a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListPane {
    /// All of it.
    pub frame: Rect,
    /// Its rows.
    pub rows: Rect,
    /// Its right edge: which part is in view, and where marks are.
    pub bar: Rect,
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
    /// What those listed are about.
    pub rail: Rect,
    /// The list that has the keys.
    pub list: ListPane,
    /// The other list, while two are shown.
    pub other: ListPane,
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

/// Cells beside what opens over the body that are not worth being left.
const SLIVERS: u16 = 24;

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
        panes.lay_out_body(rest, shape);
        panes
    }

    /// Where the facets stand when they have the keys: at the left, or over the body.
    pub fn facets(&self) -> Rect {
        if self.rail.is_empty() {
            self.overlay(56, u16::MAX)
        } else {
            self.rail
        }
    }

    /// A box of at most that size in the middle of the body, for what opens over it.
    pub fn overlay(&self, width: u16, height: u16) -> Rect {
        let body = self.body;
        // Less than a few words beside it would be rubbish, not a view of what lies below.
        let width = if body.width < width + SLIVERS {
            body.width
        } else {
            width
        };
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
            width in 0..300u16, height in 0..120u16, full_detail: bool, rail: bool, split in 0..3u8,
        ) {
            let size = Size { width, height };
            let split = [None, Some(Half::First), Some(Half::Second)][usize::from(split)];
            let panes = Panes::of(size, Shape { full_detail, rail, split });
            let screen = Rect::new(0, 0, width, height);
            let shown = [
                panes.header, panes.ribbon, panes.axis, panes.bands, panes.rail, panes.list.frame,
                panes.other.frame, panes.detail, panes.answer, panes.search, panes.footer,
            ];
            for (at, pane) in shown.iter().enumerate() {
                prop_assert!(pane.is_empty() || screen.intersection(*pane) == *pane);
                for other in &shown[..at] {
                    prop_assert!(pane.intersection(*other).is_empty());
                }
            }
            for list in [panes.list, panes.other] {
                for part in [list.bar, list.rows] {
                    prop_assert!(part.is_empty() || list.frame.intersection(part) == part);
                }
                prop_assert!(list.rows.intersection(list.bar).is_empty());
            }
            prop_assert!(panes.lines.is_empty() || panes.detail.intersection(panes.lines) == panes.lines);
        }
    }
}
