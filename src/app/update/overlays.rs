//! What opens over the body, and scrolling in it.

use crate::app::action::Action;
use crate::app::facets;
use crate::app::help;
use crate::app::line::Line;
use crate::app::message::Effect;
use crate::app::model::{Model, Overlay};
use crate::app::pages::PageView;

impl Model {
    pub(super) fn toggle_help(&mut self) -> Vec<Effect> {
        match self.overlay {
            Some(Overlay::Help { .. }) => {
                self.overlay = None;
                self.return_to_review();
                return Vec::new();
            }
            // What was typed of a note would be lost.
            Some(Overlay::Edit { .. }) => return Vec::new(),
            _ => {}
        }
        self.reviewing = self.review_cursor();
        self.overlay = Some(Overlay::Help {
            scroll: 0,
            filter: Line::default(),
            typing: false,
        });
        Vec::new()
    }

    pub(super) fn toggle_load_report(&mut self) -> Vec<Effect> {
        self.overlay = match self.overlay {
            Some(Overlay::Load { .. }) => None,
            _ => Some(Overlay::Load { scroll: 0 }),
        };
        Vec::new()
    }

    /// Scrolls what is open, or moves its cursor.
    pub(super) fn scroll_overlay(&mut self, action: Action) -> Vec<Effect> {
        let page = match self.overlay {
            Some(Overlay::Facets { .. }) => {
                usize::from(self.panes.facets().height).saturating_sub(2)
            }
            _ => usize::from(self.panes.body.height).saturating_sub(4),
        };
        let page = page.max(1);
        let headings: Vec<bool> = match &self.overlay {
            Some(Overlay::Facets { .. }) => {
                let rows = facets::rows(self);
                rows.iter().map(|row| row.term.is_none()).collect()
            }
            _ => Vec::new(),
        };
        let lines = match &self.overlay {
            Some(Overlay::Help { filter, .. }) => help::lines(&self.keymap, filter.text()).len(),
            Some(Overlay::Load { .. }) => self.library.report.len() + 2,
            Some(Overlay::Page(view)) => view.lines.len(),
            Some(Overlay::Facets { .. }) => headings.len(),
            Some(
                Overlay::Palette { .. }
                | Overlay::Edit { .. }
                | Overlay::Review(_)
                | Overlay::Split { .. },
            )
            | None => 0,
        };
        let by = action.rows(u16::try_from(page).unwrap_or(u16::MAX));
        let moved = |at: usize, most: usize| at.saturating_add_signed(by).min(most);
        match &mut self.overlay {
            Some(Overlay::Facets { cursor, scroll }) => {
                let to = moved(*cursor, lines.saturating_sub(1));
                let is_value = |at: &usize| headings.get(*at) == Some(&false);
                // Nothing can be done with a heading: the cursor goes past it.
                let (below, above) = ((to..lines).find(is_value), (0..=to).rev().find(is_value));
                let goes = if to < *cursor {
                    above.or(below)
                } else {
                    below.or(above)
                };
                *cursor = goes.unwrap_or(to);
                // The heading above the first value in view is in view where there is room.
                let shown = if headings.get(cursor.saturating_sub(1)) == Some(&true) && page > 1 {
                    *cursor - 1
                } else {
                    *cursor
                };
                *scroll = (*scroll).clamp((*cursor + 1).saturating_sub(page), shown);
            }
            Some(
                Overlay::Help { scroll, .. }
                | Overlay::Load { scroll }
                | Overlay::Page(PageView { scroll, .. }),
            ) => *scroll = moved(*scroll, lines.saturating_sub(page)),
            Some(Overlay::Review(_) | Overlay::Split { .. }) => self.step_review(match action {
                Action::Down => 1,
                Action::Up => -1,
                Action::First => isize::MIN / 2,
                Action::Last => isize::MAX / 2,
                Action::PageDown | Action::HalfDown => 10,
                Action::PageUp | Action::HalfUp => -10,
                _ => 0,
            }),
            Some(Overlay::Palette { .. } | Overlay::Edit { .. }) | None => {}
        }
        Vec::new()
    }
}
