//! The mouse: wheel, rows, ribbon.

use crate::app::action::Action;
use crate::app::message::{Effect, Mouse};
use crate::app::model::{Focus, Model};
use crate::app::panes::Rect;

impl Model {
    pub(super) fn mouse(&mut self, what: Mouse, column: u16, row: u16) -> Vec<Effect> {
        let within = |area: Rect| area.contains((column, row).into());
        if self.overlay.is_some() {
            match what {
                Mouse::WheelDown => return self.scroll_overlay(Action::Down),
                Mouse::WheelUp => return self.scroll_overlay(Action::Up),
                Mouse::Press | Mouse::Drag => return Vec::new(),
            }
        }
        match what {
            Mouse::WheelDown if within(self.panes.detail) => self.scroll_detail(3),
            Mouse::WheelUp if within(self.panes.detail) => self.scroll_detail(-3),
            Mouse::WheelDown => self.timeline.step(&self.library, 3),
            Mouse::WheelUp => self.timeline.step(&self.library, -3),
            Mouse::Press | Mouse::Drag if within(self.panes.ribbon) || within(self.panes.axis) => {
                let at = usize::from(column - self.panes.ribbon.x);
                if let Some(days) = self.ribbon.days(at) {
                    self.go_to_day(days.first());
                }
            }
            Mouse::Press if within(self.panes.rows) => {
                self.focus = Focus::List;
                let row = usize::from(row - self.panes.rows.y);
                if let Some(id) = self.event_at_row(row) {
                    self.timeline.select(&self.library, id);
                }
            }
            Mouse::Press if within(self.panes.detail) => self.focus = Focus::Detail,
            Mouse::Press if within(self.panes.search) => return self.begin_search(),
            Mouse::Press | Mouse::Drag => {}
        }
        Vec::new()
    }
}
