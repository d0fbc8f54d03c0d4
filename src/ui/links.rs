//! Which cells of the screen are addresses that may be followed.
//!
//! Cells know nothing of links, so the screen is drawn without them; the terminal's edge lays them
//! over the cells that are named here.

use crate::app::detail::TextLine;
use crate::app::model::{Model, Overlay, View};
use crate::app::panes::Rect;
use crate::app::role::Role;
use crate::text::{Link, cells};

/// Cells of one row that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// One row high.
    pub area: Rect,
    /// Where they lead.
    pub link: Link,
}

/// The addresses on the screen that `view` draws, from top to bottom.
pub fn links(model: &Model) -> Vec<Hyperlink> {
    let lines = model.panes.lines;
    match (&model.overlay, &model.view) {
        (Some(Overlay::Page(page)), _) => {
            within(&page.lines, page.scroll, super::page::lines(model, page))
        }
        (Some(_), _) => Vec::new(),
        (None, View::Timeline) => within(&model.detail.lines, model.detail.scroll, lines),
        (None, View::Directory(directory)) => within(&directory.page, directory.scroll, lines),
    }
}

fn within(lines: &[TextLine], scroll: usize, area: Rect) -> Vec<Hyperlink> {
    let rows = lines.iter().skip(scroll).zip(area.top()..area.bottom());
    rows.filter_map(|(line, y)| {
        let link = line.link.clone()?;
        let at = line
            .pieces
            .iter()
            .position(|(role, _)| *role == Role::Link)?;
        let (before, rest) = line.pieces.split_at_checked(at)?;
        let width = |pieces: &[(Role, String)]| -> u16 {
            let sum: usize = pieces.iter().map(|(_, text)| cells(text)).sum();
            u16::try_from(sum).unwrap_or(u16::MAX)
        };
        let x = area.x.saturating_add(width(before)).min(area.right());
        let width = width(rest).min(area.right() - x);
        let area = Rect {
            x,
            y,
            width,
            height: 1,
        };
        (width > 0).then_some(Hyperlink { area, link })
    })
    .collect()
}
