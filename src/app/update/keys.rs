//! From a key to what it asks for.

use crate::app::action::Action;
use crate::app::directory::What;
use crate::app::found::Likeness;
use crate::app::keymap::{Mode, Resolved};
use crate::app::keypress::{Code, KeyPress};
use crate::app::message::{Effect, Notice};
use crate::app::model::{Edited, Focus, Model, View};

/// Keys that wait for an answer beyond this are lost.
const MOST_AHEAD: usize = 64;

impl Model {
    /// A key was pressed. Commands typed while a question waits for its answer are carried out
    /// after it, so that fast typing does what slow typing does; typing itself never waits.
    pub(super) fn key_or_wait(&mut self, key: KeyPress) -> Vec<Effect> {
        let urgent = key.ctrl || key.code == Code::Esc || self.mode() == Mode::Text;
        if self.is_waiting() && (!urgent || !self.ahead.is_empty()) && !key.ctrl {
            if self.ahead.len() < MOST_AHEAD {
                self.ahead.push_back(key);
            }
            return Vec::new();
        }
        self.key(key)
    }

    /// Carries out the keys that waited, until one asks again.
    pub(super) fn type_ahead(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        while let Some(key) = self.ahead.pop_front() {
            effects.extend(self.key(key));
            self.settle();
            if self.is_waiting() && self.mode() != Mode::Text {
                break;
            }
        }
        effects
    }

    /// A key was pressed.
    ///
    /// A key that is bound and also begins a longer sequence acts at once; if the sequence is then
    /// completed, the cursor first goes back to where it was. Nothing ever waits for a clock.
    pub(super) fn key(&mut self, key: KeyPress) -> Vec<Effect> {
        self.notice = None;
        if key.code == Code::Esc && self.tour.take().is_some() {
            self.notice = Some(Notice::info(
                "that was the tour; linchpin tour begins it again",
            ));
            return Vec::new();
        }
        let digits = std::mem::take(&mut self.digits);
        if let Some(date) = key.text().and_then(|c| self.date_begun(&digits, c)) {
            self.view = View::Timeline;
            self.begin_jump();
            // As if typed: pasted text would lose the blank at its end.
            let typed = date.chars().map(|c| c.to_string());
            return typed.flat_map(|c| self.insert(&c)).collect();
        }
        let mode = self.mode();
        let command = if mode == Mode::Text { key } else { key.latin() };
        if !self.pending.is_empty() {
            let mut keys = std::mem::take(&mut self.pending);
            let began_at = self.before_pending.take();
            keys.push(command);
            let resolved = self.keymap.resolve(mode, &keys);
            if resolved != Resolved::Unbound {
                if let Some(id) = began_at {
                    self.timeline.select(&self.library, id);
                }
                return self.resolved(resolved, keys, key);
            }
            if command.code == Code::Esc {
                return Vec::new();
            }
        }
        let resolved = self.keymap.resolve(mode, &[command]);
        let effects = self.resolved(resolved, vec![command], key);
        if let Some(digit) = key.text().filter(char::is_ascii_digit)
            && self.overlay.is_none()
            && self.focus == Focus::List
        {
            self.digits.extend(digits.last());
            self.digits.push(digit);
        }
        effects
    }

    /// What is typed of a date, where a key goes on with digits that have just changed the view.
    ///
    /// Digits that are views stay views, so that one can walk through them: a year is known by its
    /// second digit (`20`, `19`), which is none, a day of a month by the blank after it (`12 `).
    fn date_begun(&self, digits: &[char], next: char) -> Option<String> {
        let day = |first: char, second: char| {
            matches!((first, second), ('1' | '2', '0'..='9') | ('3', '0' | '1'))
        };
        match digits {
            [.., first] if next.is_ascii_digit() && day(*first, next) => {
                let keys = [KeyPress::char(next)];
                let is_free = self.keymap.resolve(self.mode(), &keys) == Resolved::Unbound;
                is_free.then(|| format!("{first}{next}"))
            }
            [first, second] if next == ' ' && day(*first, *second) => {
                Some(format!("{first}{second} "))
            }
            _ => None,
        }
    }

    fn resolved(
        &mut self,
        resolved: Resolved,
        keys: Vec<KeyPress>,
        typed: KeyPress,
    ) -> Vec<Effect> {
        match resolved {
            Resolved::Action { action, more } => {
                if more {
                    self.before_pending = self.timeline.selected();
                    self.pending = keys;
                }
                self.act(action)
            }
            Resolved::Pending => {
                self.pending = keys;
                Vec::new()
            }
            Resolved::Unbound => match typed.text() {
                Some(c) if self.mode() == Mode::Text => self.insert(c.encode_utf8(&mut [0; 4])),
                Some(c) if c.is_ascii_digit() && self.mode() == Mode::Timeline => {
                    self.begin_jump();
                    self.insert(c.encode_utf8(&mut [0; 4]))
                }
                _ => Vec::new(),
            },
        }
    }

    /// Text was pasted: into what is typed, or as a search.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.mode() != Mode::Text {
            self.overlay = None;
            self.begin_search();
        }
        self.insert(text)
    }

    /// Carries out an action.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        self.jumped |= Self::is_jump(action);
        self.tour = self.tour.and_then(|tour| tour.after(action));
        match action {
            Action::Leave => vec![Effect::Quit],
            Action::Suspend => vec![Effect::Suspend],
            Action::Redraw => vec![Effect::Redraw],
            Action::Reload => vec![Effect::Load(self.copies)],
            Action::Mouse => self.turn_mouse(),
            Action::OpenLink => self.open_link(),
            Action::Edit => self.edit_source(),
            Action::StopLoading => self.stop_loading(),
            Action::Quit => self.back(true),
            Action::Back => self.back(false),
            Action::Palette => self.open_palette(),
            Action::Help => self.toggle_help(),
            Action::LoadReport => self.toggle_load_report(),
            Action::Search => self.begin_search(),
            Action::Jump => self.begin_jump(),
            _ if action.is_editing() => self.edit(action),
            Action::Review
            | Action::Accept
            | Action::Reject
            | Action::Hide
            | Action::SplitOff
            | Action::CorrectDate
                if self.may_correct() =>
            {
                self.correct(action)
            }
            Action::Undo if self.mode() == Mode::Review => self.take_back(),
            Action::Redo if self.mode() == Mode::Review => self.do_again(),
            _ if self.mode() == Mode::Ribbon => {
                self.act_on_ribbon(action);
                Vec::new()
            }
            Action::Save | Action::CopyPage | Action::NextFormat => self.act_on_page(action),
            Action::Include => self.choose_facet(false),
            Action::Exclude => self.choose_facet(true),
            Action::Out if self.overlay.is_some() => self.back(false),
            _ if self.overlay.is_some() => self.scroll_overlay(action),
            Action::About => self.open_page(action),
            Action::Copies => self.turn_copies(),
            Action::ShowTimeline => self.show_view(None),
            Action::ShowOfficials => self.show_view(Some(What::Officials)),
            Action::ShowPlaces => self.show_view(Some(What::Places)),
            Action::ShowDocuments => self.show_view(Some(What::Documents)),
            Action::ShowPlots => self.show_view(Some(What::Years)),
            Action::Why | Action::Sources if self.event_of_line().is_some() => {
                self.open_page(action)
            }
            _ if matches!(self.view, View::Directory(_)) => self.act_in_directory(action),
            Action::Why | Action::Sources | Action::Brief => self.open_page(action),
            Action::GoBack => self.go_along_trail(false),
            Action::GoForward => self.go_along_trail(true),
            Action::Facets => self.open_facets(),
            Action::CopyLine | Action::CopyCitation | Action::CopyMarkdown | Action::CopyJson => {
                self.copy_event(action)
            }
            Action::Mark => self.toggle_mark(),
            Action::Note => self.begin_edit(Edited::Note),
            Action::Tag => self.begin_edit(Edited::Tag),
            Action::Undo => self.take_back(),
            Action::Redo => self.do_again(),
            Action::NextSame => self.relate(Likeness::Participants, true),
            Action::PreviousSame => self.relate(Likeness::Participants, false),
            Action::NextLevel => self.relate(Likeness::Level, true),
            Action::PreviousLevel => self.relate(Likeness::Level, false),
            Action::NextThere => self.relate(Likeness::Place, true),
            Action::PreviousThere => self.relate(Likeness::Place, false),
            _ => {
                self.move_about(action);
                Vec::new()
            }
        }
    }

    /// Carries out an action that asks nothing of the edge.
    fn move_about(&mut self, action: Action) {
        match action {
            Action::NextPane => self.next_pane(true),
            Action::PreviousPane => self.next_pane(false),
            Action::Split => self.toggle_split(),
            Action::In | Action::Open => self.go_in(action),
            Action::Out => self.go_out(),
            Action::DetailDown => self.scroll_detail(1),
            Action::DetailUp => self.scroll_detail(-1),
            Action::Context => self.next_context(),
            Action::Wider => self.widen(true),
            Action::Narrower => self.widen(false),
            Action::ZoomIn => self.zoom(true),
            Action::ZoomOut => self.zoom(false),
            Action::Fold => self.toggle_fold(),
            Action::Brush => self.begin_brush(),
            Action::Density => self.timeline.next_density(),
            Action::Down
            | Action::Up
            | Action::HalfDown
            | Action::HalfUp
            | Action::PageDown
            | Action::PageUp
            | Action::First
            | Action::Last => self.scroll(action),
            _ => self.go(action),
        }
    }
}
