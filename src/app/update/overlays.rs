//! What opens over the body, and scrolling in it.

use crate::app::action::Action;
use crate::app::help;
use crate::app::line::Line;
use crate::app::model::{Model, Overlay};

impl Model {
    pub(super) fn toggle_help(&mut self) {
        self.overlay = match self.overlay {
            Some(Overlay::Help { .. }) => None,
            _ => Some(Overlay::Help {
                scroll: 0,
                filter: Line::default(),
                typing: false,
            }),
        };
    }

    pub(super) fn toggle_load_report(&mut self) {
        self.overlay = match self.overlay {
            Some(Overlay::Load { .. }) => None,
            _ => Some(Overlay::Load { scroll: 0 }),
        };
    }

    /// Scrolls what is open.
    pub(super) fn scroll_overlay(&mut self, action: Action) {
        let page = usize::from(self.panes.body.height).saturating_sub(4).max(1);
        let lines = match &self.overlay {
            Some(Overlay::Help { filter, .. }) => help::lines(&self.keymap, filter.text()).len(),
            Some(Overlay::Load { .. }) => self.library.report.files.len() + 2,
            None => 0,
        };
        let most = lines.saturating_sub(page);
        if let Some(Overlay::Help { scroll, .. } | Overlay::Load { scroll }) = &mut self.overlay {
            let to = match action {
                Action::Down => *scroll + 1,
                Action::Up => scroll.saturating_sub(1),
                Action::HalfDown => *scroll + page / 2,
                Action::HalfUp => scroll.saturating_sub(page / 2),
                Action::PageDown => *scroll + page,
                Action::PageUp => scroll.saturating_sub(page),
                Action::First => 0,
                Action::Last => most,
                _ => *scroll,
            };
            *scroll = to.min(most);
        }
    }
}
