//! The mouse: wheel, rows, the edge of the list, the ribbon.

use crate::app::action::Action;
use crate::app::message::{Effect, Mouse};
use crate::app::model::{Focus, Model, Overlay, View};
use crate::app::panes::Rect;

impl Model {
    pub(super) fn mouse(&mut self, what: Mouse, column: u16, row: u16) -> Vec<Effect> {
        let within = |area: Rect| area.contains((column, row).into());
        if self.overlay.is_some() {
            return match what {
                Mouse::WheelDown => self.scroll_overlay(Action::Down),
                Mouse::WheelUp => self.scroll_overlay(Action::Up),
                Mouse::Press | Mouse::Drag | Mouse::Release => Vec::new(),
            };
        }
        if let View::Directory(directory) = &mut self.view {
            let on_page = within(self.panes.detail);
            let (rows, row) = (self.panes.list.rows, usize::from(row));
            match what {
                Mouse::WheelDown if on_page => directory.scroll += 3,
                Mouse::WheelUp if on_page => directory.scroll = directory.scroll.saturating_sub(3),
                Mouse::WheelDown => directory.cursor += 3,
                Mouse::WheelUp => directory.cursor = directory.cursor.saturating_sub(3),
                Mouse::Press if within(rows) => {
                    let at = directory.top + row - usize::from(rows.y);
                    if at < directory.len() {
                        directory.cursor = at;
                    }
                    self.focus = Focus::List;
                }
                Mouse::Press if on_page => self.focus = Focus::Detail,
                Mouse::Press | Mouse::Drag | Mouse::Release => {}
            }
            return Vec::new();
        }
        match what {
            Mouse::WheelDown if within(self.panes.detail) => self.scroll_detail(3),
            Mouse::WheelUp if within(self.panes.detail) => self.scroll_detail(-3),
            Mouse::WheelDown => self.timeline.step(&self.library, 3),
            Mouse::WheelUp => self.timeline.step(&self.library, -3),
            Mouse::Drag if self.drag.is_some() => self.drag_brush(column),
            Mouse::Release if self.drag.take().is_some() && self.focus == Focus::Ribbon => {
                return self.apply_brush();
            }
            Mouse::Press if within(self.panes.ribbon) || within(self.panes.axis) => {
                let at = usize::from(column - self.panes.ribbon.x);
                if let Some(days) = self.ribbon.days(at) {
                    self.drag = Some(days.first());
                    self.focus = Focus::List;
                    self.go_to_day(days.first());
                }
            }
            Mouse::Press | Mouse::Drag if within(self.panes.list.bar) => {
                let (_, length) = self.timeline.position();
                let at = usize::from(row - self.panes.list.bar.y) * length
                    / usize::from(self.panes.list.bar.height);
                let rank = self.timeline.ranks_between(at, at + 1).start;
                self.timeline.rest_on(rank);
            }
            Mouse::Press if within(self.panes.list.rows) => {
                self.press_row(row - self.panes.list.rows.y);
            }
            Mouse::Press if within(self.panes.rail) => return self.press_facet(row),
            Mouse::Press if within(self.panes.other.frame) => self.change_half(),
            Mouse::Press if within(self.panes.detail) => self.focus = Focus::Detail,
            Mouse::Press if within(self.panes.search) => return self.begin_search(),
            Mouse::Press | Mouse::Drag | Mouse::Release => {}
        }
        Vec::new()
    }

    /// A row of the facets was pressed: it becomes part of the search.
    fn press_facet(&mut self, row: u16) -> Vec<Effect> {
        let first = self.panes.rail.y + 1;
        let Some(cursor) = row.checked_sub(first).map(usize::from) else {
            return Vec::new();
        };
        self.overlay = Some(Overlay::Facets { cursor, scroll: 0 });
        let effects = self.choose_facet(false);
        self.overlay = None;
        effects
    }

    /// A row of the list was pressed: the cursor goes there, or into the period where it is.
    fn press_row(&mut self, row: u16) {
        self.focus = Focus::List;
        let rows = self
            .timeline
            .rows(&self.library, self.panes.list.rows.height.into());
        let Some(row) = rows.get(usize::from(row)) else {
            return;
        };
        if self.timeline.is_on(*row) {
            self.goes_into_row();
        } else if let Some(ranks) = self.timeline.ranks_of(*row) {
            self.timeline.rest_on(ranks.start);
        }
    }
}
