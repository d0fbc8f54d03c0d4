//! Typing, asking and showing what was found.

use crate::app::action::Action;
use crate::app::found::{Context, Found};
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Model, Overlay, View};
use crate::app::palette;
use crate::app::timeline::Shown;
use crate::chronicle::EventId;

/// Questions that can be recalled.
const MOST_HISTORY: usize = 100;
/// Days on each side in the context around an event: each step, from the narrowest.
const AROUND: [i64; 7] = [3, 7, 15, 30, 90, 180, 365];

impl Model {
    /// Gives the keys to the search bar. What stands there is replaced by the first character typed.
    pub(super) fn begin_search(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Help { typing, .. }) = &mut self.overlay {
            *typing = true;
            return Vec::new();
        }
        self.overlay = None;
        if let View::Directory(directory) = &mut self.view {
            directory.typing = true;
            self.focus = Focus::List;
            return Vec::new();
        }
        self.focus = Focus::Search;
        self.search.line.choose();
        Vec::new()
    }

    /// Gives the keys back to the list; what is typed stays and holds.
    pub(super) fn end_search(&mut self) {
        self.focus = Focus::List;
        self.search.line.keep();
        let text = self.search.line.text().trim();
        if !text.is_empty() && self.search.history.last().map(String::as_str) != Some(text) {
            self.search.history.push(text.to_owned());
            if self.search.history.len() > MOST_HISTORY {
                self.search.history.remove(0);
            }
        }
    }

    /// Shows everything again; the cursor stays on its event.
    pub(super) fn clear_search(&mut self) {
        self.search.line.clear();
        self.search.found = None;
        self.search.generation = self.next_generation();
        self.search.waiting = false;
        self.search.context = Context::Only;
        self.show_events(None);
    }

    /// Text for the line that is being typed.
    pub(super) fn insert(&mut self, text: &str) -> Vec<Effect> {
        if self.focus == Focus::Search && self.overlay.is_none() && self.search.line.is_chosen() {
            // Another search, not a narrower one.
            self.search.context = Context::Only;
        }
        if let Some(line) = self.line() {
            line.insert(text);
        }
        self.line_changed()
    }

    /// An editing key for the line that is being typed.
    pub(super) fn edit(&mut self, action: Action) -> Vec<Effect> {
        if self.overlay.is_none() && self.focus == Focus::Search && action == Action::PreviousChoice
        {
            return self.recall();
        }
        if let Some(Overlay::Palette { line, cursor }) = &mut self.overlay {
            let most = palette::choices(line.text(), &self.saved)
                .len()
                .saturating_sub(1);
            match action {
                Action::NextChoice => *cursor = (*cursor + 1).min(most),
                Action::PreviousChoice => *cursor = cursor.saturating_sub(1),
                _ => {}
            }
        }
        match action {
            Action::Submit => return self.submit(),
            Action::NextChoice if self.overlay.is_none() => return self.submit(),
            Action::NextChoice | Action::PreviousChoice => return Vec::new(),
            _ => {}
        }
        let Some(line) = self.line() else {
            return Vec::new();
        };
        let before = line.text().len();
        match action {
            Action::Erase => line.erase(),
            Action::EraseForward => line.erase_forward(),
            Action::EraseWord => line.erase_word(),
            Action::EraseToStart => line.erase_to_start(),
            Action::EraseToEnd => line.erase_to_end(),
            Action::CaretLeft => line.left(),
            Action::CaretRight => line.right(),
            Action::CaretWordLeft => line.word_left(),
            Action::CaretWordRight => line.word_right(),
            Action::CaretStart => line.home(),
            _ => line.end(),
        }
        line.keep();
        if line.text().len() == before {
            Vec::new()
        } else {
            self.line_changed()
        }
    }

    fn submit(&mut self) -> Vec<Effect> {
        if let (None, View::Directory(directory)) = (&self.overlay, &mut self.view) {
            directory.typing = false;
            return Vec::new();
        }
        match (&mut self.overlay, self.focus) {
            (Some(Overlay::Help { typing, .. }), _) => *typing = false,
            (Some(Overlay::Palette { .. }), _) => return self.choose_action(),
            (Some(Overlay::Edit { .. }), _) => return self.end_edit(),
            (_, Focus::Jump) => self.submit_jump(),
            (_, Focus::Ribbon) => return self.apply_brush(),
            _ => self.end_search(),
        }
        Vec::new()
    }

    /// The question before the one that is typed.
    fn recall(&mut self) -> Vec<Effect> {
        let history = &self.search.history;
        let at = history
            .iter()
            .rposition(|old| old == self.search.line.text());
        let at = at.unwrap_or(history.len());
        let Some(old) = at.checked_sub(1).and_then(|at| history.get(at)) else {
            return Vec::new();
        };
        self.search.line = Line::new(old);
        self.line_changed()
    }

    /// The line that is being typed.
    fn line(&mut self) -> Option<&mut Line> {
        if let (None, View::Directory(directory)) = (&self.overlay, &mut self.view) {
            return directory.typing.then_some(&mut directory.filter);
        }
        match (&mut self.overlay, self.focus) {
            (
                Some(
                    Overlay::Help {
                        filter: line,
                        typing: true,
                        ..
                    }
                    | Overlay::Palette { line, .. }
                    | Overlay::Edit { line, .. },
                ),
                _,
            ) => Some(line),
            (None, Focus::Search) => Some(&mut self.search.line),
            (None, Focus::Jump) => Some(&mut self.jump.line),
            (Some(_), _) | (None, Focus::List | Focus::Detail | Focus::Ribbon) => None,
        }
    }

    fn line_changed(&mut self) -> Vec<Effect> {
        let tour = self.tour;
        if let Some(line) = self.line() {
            self.tour = tour.and_then(|tour| tour.after_text(line.text()));
        }
        if let (None, View::Directory(directory)) = (&self.overlay, &mut self.view) {
            directory.narrow();
            return Vec::new();
        }
        match (&mut self.overlay, self.focus) {
            (Some(Overlay::Help { scroll, .. }), _) => *scroll = 0,
            (Some(Overlay::Palette { cursor, .. }), _) => *cursor = 0,
            (Some(_), _) => {}
            (_, Focus::Jump) => self.follow_jump(),
            (_, Focus::Search) => return self.ask(),
            _ => {}
        }
        Vec::new()
    }

    /// Asks what is typed. Every question has a number; older answers are dropped.
    pub(super) fn ask(&mut self) -> Vec<Effect> {
        self.search.generation = self.next_generation();
        self.asked_again = false;
        self.going_to = None;
        self.search.waiting = false;
        if self.search.context == Context::Around {
            self.search.context = Context::Only;
        }
        if self.search.line.text().trim().is_empty() {
            self.search.found = None;
            self.show_events(None);
            return Vec::new();
        }
        self.search.waiting = true;
        vec![Effect::Search {
            generation: self.search.generation,
            query: self.search.line.text().to_owned(),
        }]
    }

    /// An answer came in, for this timeline or the other; older ones are dropped.
    pub(super) fn found(&mut self, found: Found) {
        let other = self.split.as_ref();
        if found.generation == self.search.generation {
            self.take_answer(found);
            self.reopen_directory();
        } else if other.is_some_and(|split| split.search.generation == found.generation) {
            self.swapped(|model| model.take_answer(found));
        }
    }

    fn take_answer(&mut self, found: Found) {
        self.search.waiting = false;
        if self.search.line.is_empty() {
            return;
        }
        let best = found.best.or_else(|| found.ids.last().copied());
        self.search.found = Some(found);
        if std::mem::take(&mut self.asked_again) {
            // The same question of files that changed: the view stays where it is.
            let row = self.timeline.cursor_row(&self.library);
            self.show_events(None);
            self.timeline.put_cursor_at(&self.library, row);
            self.reveal_what_came_back();
            return;
        }
        self.show_events(best);
    }

    /// From only what was found to the days around, to all with the rest dimmed, and again.
    pub(super) fn next_context(&mut self) {
        self.search.context = self.search.context.next();
        if self.search.found.is_none() && self.search.context == Context::Mark {
            self.search.context = Context::Only;
        }
        self.search.around.0 = self.timeline.selected();
        self.show_events(None);
    }

    /// More or fewer days around the event.
    pub(super) fn widen(&mut self, wider: bool) {
        let at = AROUND
            .iter()
            .position(|days| *days >= self.search.around.1)
            .unwrap_or(0);
        let at = if wider { at + 1 } else { at.saturating_sub(1) };
        self.search.around.1 = AROUND[at.min(AROUND.len() - 1)];
        if self.search.context == Context::Around {
            self.show_events(None);
        } else {
            let days = self.search.around.1;
            self.notice = Some(Notice::info(format!("context: {days} days each way")));
        }
    }

    /// Lists what the search and its context say.
    pub(in crate::app) fn show_events(&mut self, otherwise: Option<EventId>) {
        let all = Shown::Run(0..self.library.len() as u32);
        let shown = match (&self.search.found, self.search.context) {
            (_, Context::Around) => self.around().unwrap_or(all),
            (Some(found), Context::Only) => Shown::Only(found.ids.clone()),
            _ => all,
        };
        self.timeline.show(shown, &self.library, otherwise);
    }

    /// The run of events that begin within some days of one.
    fn around(&self) -> Option<Shown> {
        let (id, days) = self.search.around;
        let range = self.library.days(id?)?;
        let from = self.library.from_day(range.first().plus_days(-days));
        let to = self.library.from_day(range.last().plus_days(days + 1));
        Some(Shown::Run(from as u32..to as u32))
    }
}
