//! Going from the timeline to the directories and back.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::detail::Opens;
use crate::app::directory::{Directory, Scope, What};
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Model, View};
use crate::chronicle::EventId;
use crate::query::and;

impl Model {
    /// Shows another view; a directory is made when it opens.
    pub(super) fn show_view(&mut self, what: Option<What>) -> Vec<Effect> {
        self.overlay = None;
        self.focus = Focus::List;
        self.detail.full = false;
        self.view = match what {
            None => View::Timeline,
            Some(what) => {
                let found = self.search.found.as_ref();
                let scope = Scope::new(found.map(|found| Arc::clone(&found.ids)));
                View::Directory(Box::new(Directory::open(what, &self.library, scope)))
            }
        };
        Vec::new()
    }

    /// Lists in an open directory what the library and the search have now.
    pub(super) fn reopen_directory(&mut self) {
        let found = self.search.found.as_ref();
        let found = found.map(|found| Arc::clone(&found.ids));
        if let View::Directory(directory) = &mut self.view {
            let scope = directory.scope.clone().of(found);
            directory.reopen(&self.library, scope);
        }
    }

    /// An action in a directory.
    pub(super) fn act_in_directory(&mut self, action: Action) -> Vec<Effect> {
        let (lines, rows) = (self.panes.lines.height, self.panes.list.rows.height);
        let in_page = self.focus == Focus::Detail;
        let View::Directory(directory) = &mut self.view else {
            return Vec::new();
        };
        let (at, page, most) = if in_page {
            (
                &mut directory.scroll,
                lines,
                directory.page.len().saturating_sub(lines.into()),
            )
        } else {
            let most = directory.len().saturating_sub(1);
            (&mut directory.cursor, rows, most)
        };
        if in_page && matches!(action, Action::Down | Action::Up) {
            directory.step_in_page(action == Action::Down, lines.max(1).into());
            return Vec::new();
        }
        *at = at.saturating_add_signed(action.rows(page)).min(most);
        match action {
            Action::DetailDown => directory.scroll += 1,
            Action::DetailUp => directory.scroll = directory.scroll.saturating_sub(1),
            Action::In if in_page => self.detail.full = !self.detail.full,
            Action::In | Action::NextPane | Action::PreviousPane if !in_page => {
                self.focus = Focus::Detail;
                self.detail.full = self.panes.detail.is_empty();
            }
            Action::Out | Action::NextPane | Action::PreviousPane => {
                self.focus = Focus::List;
                self.detail.full = false;
            }
            Action::Open => return self.open_from_directory(),
            Action::NextPeriod | Action::PreviousPeriod | Action::ZoomIn | Action::ZoomOut => {
                self.move_period(action);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Another period, or a shorter or longer one, from the one of the timeline's cursor on.
    fn move_period(&mut self, action: Action) {
        let last = self.library.dated().checked_sub(1);
        let last = last.and_then(|at| self.library.first_day(EventId(at as u32)));
        let near = self.timeline.selected();
        let near = near.and_then(|id| self.library.first_day(id)).or(last);
        let View::Directory(directory) = &mut self.view else {
            return;
        };
        let mut scope = directory.scope.clone();
        match action {
            Action::NextPeriod | Action::PreviousPeriod => {
                scope.step(&self.library, action == Action::NextPeriod, near);
            }
            _ => scope.zoom(action == Action::ZoomIn, near),
        }
        directory.reopen(&self.library, scope);
    }

    /// Opens the line of the page that was chosen, or lists the events of the row under the cursor.
    fn open_from_directory(&mut self) -> Vec<Effect> {
        let View::Directory(directory) = &mut self.view else {
            return Vec::new();
        };
        let chosen = directory.chosen().filter(|_| self.focus == Focus::Detail);
        let query = match chosen.cloned() {
            Some(Opens::Event(id)) => return self.open_event(id),
            Some(Opens::Search(query)) => query,
            Some(Opens::Together(row)) => {
                directory.add_company(row);
                return Vec::new();
            }
            None => match (directory.selected(), directory.query(&self.library)) {
                (Some(entry), _) if entry.count == 0 => {
                    let text = format!("{}: no events to list", entry.name);
                    self.notice = Some(Notice::info(text));
                    return Vec::new();
                }
                (_, Some(query)) => query,
                (_, None) => return Vec::new(),
            },
        };
        let is_year = directory.what == What::Years;
        let period = directory.scope.condition().filter(|_| !is_year);
        let typed = if directory.scope.is_of_found() {
            self.search.line.text()
        } else {
            ""
        };
        let query = period.into_iter().chain([query]);
        let query = query.fold(typed.to_owned(), |all, next| and(&all, &next));
        self.show_view(None);
        self.search.line = Line::new(&query);
        let effects = self.ask();
        self.end_search();
        effects
    }

    /// The event that the chosen line of a directory's page opens.
    pub(super) fn event_of_line(&self) -> Option<EventId> {
        match (&self.view, self.focus) {
            (View::Directory(directory), Focus::Detail) => match directory.chosen() {
                Some(Opens::Event(id)) => Some(*id),
                _ => None,
            },
            _ => None,
        }
    }

    /// Shows an event in the timeline, where others may be listed than those found.
    fn open_event(&mut self, id: EventId) -> Vec<Effect> {
        self.show_view(None);
        if self.timeline.shown.rank_of(id).is_none() {
            self.clear_search();
        }
        self.timeline.select(&self.library, id);
        self.jumped = true;
        Vec::new()
    }
}
