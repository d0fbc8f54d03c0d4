//! Going from the timeline to the directories and back.

use crate::app::action::Action;
use crate::app::directory::{Directory, What};
use crate::app::line::Line;
use crate::app::message::Effect;
use crate::app::model::{Focus, Model, View};

impl Model {
    /// Shows another view; a directory is made when it opens.
    pub(super) fn show_view(&mut self, what: Option<What>) -> Vec<Effect> {
        self.overlay = None;
        self.focus = Focus::List;
        self.detail.full = false;
        self.view = match what {
            None => View::Timeline,
            Some(what) => View::Directory(Box::new(Directory::open(what, &self.library))),
        };
        Vec::new()
    }

    /// An action in a directory.
    pub(super) fn act_in_directory(&mut self, action: Action) -> Vec<Effect> {
        let lines = usize::from(self.panes.lines.height).max(1);
        let rows = usize::from(self.panes.list.rows.height).max(1);
        let in_page = self.focus == Focus::Detail;
        let View::Directory(directory) = &mut self.view else {
            return Vec::new();
        };
        let (at, page, most) = if in_page {
            (
                &mut directory.scroll,
                lines,
                directory.page.len().saturating_sub(lines),
            )
        } else {
            let most = directory.len().saturating_sub(1);
            (&mut directory.cursor, rows, most)
        };
        let to = match action {
            Action::Down => *at + 1,
            Action::Up => at.saturating_sub(1),
            Action::HalfDown => *at + page / 2,
            Action::HalfUp => at.saturating_sub(page / 2),
            Action::PageDown => *at + page,
            Action::PageUp => at.saturating_sub(page),
            Action::First => 0,
            Action::Last => most,
            _ => *at,
        };
        *at = to.min(most);
        match action {
            Action::DetailDown => directory.scroll += 1,
            Action::DetailUp => directory.scroll = directory.scroll.saturating_sub(1),
            Action::In | Action::NextPane | Action::PreviousPane if !in_page => {
                self.focus = Focus::Detail;
                self.detail.full = self.panes.detail.is_empty();
            }
            Action::Out | Action::NextPane | Action::PreviousPane => {
                self.focus = Focus::List;
                self.detail.full = false;
            }
            Action::Open => return self.list_events(),
            _ => {}
        }
        Vec::new()
    }

    /// Lists the events of what the cursor is on, in the timeline.
    fn list_events(&mut self) -> Vec<Effect> {
        let View::Directory(directory) = &self.view else {
            return Vec::new();
        };
        let Some(query) = directory.query(&self.library) else {
            return Vec::new();
        };
        self.show_view(None);
        self.search.line = Line::new(&query);
        let effects = self.ask();
        self.end_search();
        effects
    }
}
