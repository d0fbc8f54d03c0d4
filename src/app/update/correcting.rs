//! Corrections: a wrong date, a wrong merge, not an event; and the queue in which they are judged.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::jump;
use crate::app::library::Library;
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Edited, Model, Overlay, SourceChoice, View};
use crate::app::review::Review;
use crate::chronicle::{Event, EventId};
use crate::notes::Act;
use crate::time::Edtf;

impl Model {
    /// An action that corrects, or that judges what is in the queue.
    pub(super) fn correct(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Review => self.open_review(),
            Action::Accept => self.judge(true),
            Action::Reject => self.judge(false),
            Action::Hide => self.hide(),
            Action::SplitOff => self.begin_split(),
            _ => self.begin_redate(),
        }
    }

    /// Whether a correction means something here.
    pub(super) fn may_correct(&self) -> bool {
        match (&self.overlay, &self.view) {
            (Some(Overlay::Review(_) | Overlay::Split { .. }), _) => true,
            (overlay, view) => overlay.is_none() && matches!(view, View::Timeline),
        }
    }

    /// The event that a correction is about.
    fn concerned(&self) -> Option<(EventId, &Event)> {
        match &self.overlay {
            Some(Overlay::Review(review)) => {
                let id = review.event()?;
                Some((id, self.library.chronicle.get(id)?))
            }
            Some(_) => None,
            None => self.selected(),
        }
    }

    fn hide(&mut self) -> Vec<Effect> {
        let Some((_, event)) = self.concerned() else {
            return Vec::new();
        };
        let event = event.key.to_string();
        let effects = self.keep(Act::Hide { event });
        self.notice = Some(Notice::info(format!(
            "not an event: hidden; {} brings it back",
            self.keymap.told(Action::Undo)
        )));
        effects
    }

    fn begin_redate(&mut self) -> Vec<Effect> {
        let Some((_, event)) = self.concerned() else {
            return Vec::new();
        };
        let date = event.date.map_or_else(String::new, |date| date.to_string());
        let event = event.key.to_string();
        let mut line = Line::new(&date);
        line.choose();
        self.reviewing = self.review_cursor();
        self.overlay = Some(Overlay::Edit {
            what: Edited::Date,
            event,
            line,
        });
        Vec::new()
    }

    /// The act for a date that was typed; an error says what is wrong with it.
    pub(super) fn redate(&self, event: String, text: &str) -> Result<Act, String> {
        if text.is_empty() {
            let date = String::new();
            return Ok(Act::Redate { event, date });
        }
        let typed = text.parse::<Edtf>().ok().or_else(|| {
            let days = jump::parse(text, self.today)?;
            Some(Edtf::days(days))
        });
        match typed {
            Some(date) => Ok(Act::Redate {
                event,
                date: date.to_string(),
            }),
            None => Err(format!(
                "“{text}” is no date; try 2021-03-16, 2021-03, 2021-03-16/2021-03-17, 16 mar 2021"
            )),
        }
    }

    fn begin_split(&mut self) -> Vec<Effect> {
        let chronicle = Arc::clone(&self.library.chronicle);
        let Some((_, event)) = self.concerned() else {
            return Vec::new();
        };
        let mut sources: Vec<SourceChoice> = Vec::new();
        for told in &event.attestations {
            let key = chronicle.source_key(told);
            if !sources.iter().any(|known| known.key == key) {
                sources.push(SourceChoice {
                    key,
                    title: chronicle.source_title(told).into_owned(),
                    quote: chronicle.quote(told).unwrap_or(&told.locator).to_owned(),
                });
            }
        }
        if sources.len() < 2 {
            self.notice = Some(Notice::info(
                "one source alone tells this: there is nothing to split",
            ));
            return Vec::new();
        }
        let event = event.key.to_string();
        self.reviewing = self.review_cursor();
        self.overlay = Some(Overlay::Split {
            event,
            sources,
            cursor: 0,
        });
        Vec::new()
    }

    fn open_review(&mut self) -> Vec<Effect> {
        self.show_review(0);
        Vec::new()
    }

    /// Opens the queue at a place.
    pub(super) fn show_review(&mut self, cursor: usize) {
        let review = Review::new(&self.library, &self.notes, cursor, self.page_width());
        self.overlay = Some(Overlay::Review(review));
    }

    pub(super) fn review_cursor(&self) -> Option<usize> {
        match &self.overlay {
            Some(Overlay::Review(review)) => Some(review.cursor),
            _ => None,
        }
    }

    /// Goes back to the queue from which a correction was begun.
    pub(super) fn return_to_review(&mut self) {
        if let Some(cursor) = self.reviewing.take() {
            self.show_review(cursor);
        }
    }

    /// The queue again, after something was judged or the library changed.
    pub(super) fn refresh_review(&mut self) {
        if let Some(cursor) = self.review_cursor() {
            self.show_review(cursor);
        }
    }

    fn judge(&mut self, right: bool) -> Vec<Effect> {
        if let Some(Overlay::Split {
            event,
            sources,
            cursor,
        }) = &self.overlay
        {
            let (event, source) = (event.clone(), sources.get(*cursor).map(|s| s.key.clone()));
            self.overlay = None;
            let effects = match source {
                Some(source) if right => self.keep(Act::Split { event, source }),
                _ => Vec::new(),
            };
            self.return_to_review();
            return effects;
        }
        let Some((_, event)) = self.concerned() else {
            return Vec::new();
        };
        let event = event.key.to_string();
        let width = self.page_width();
        if let Some(Overlay::Review(review)) = &mut self.overlay {
            review.queue.remove(review.cursor);
            review.go_to(&self.library, review.cursor, width);
        }
        self.keep(if right {
            Act::Accept { event }
        } else {
            Act::Hide { event }
        })
    }

    /// What must be made anew after the notes changed: the library, where they correct it.
    pub(super) fn corrections_changed(&self) -> Effect {
        Effect::Correct(Arc::clone(&self.base), self.notes.clone())
    }

    /// The library with the corrections over it is made. An older one is of no use any more.
    pub(super) fn corrected(&mut self, base: &Arc<Library>, library: Arc<Library>) -> Vec<Effect> {
        if !Arc::ptr_eq(base, &self.base) || Arc::ptr_eq(&library, &self.library) {
            return Vec::new();
        }
        let notice = self.notice.take();
        let effects = self.show_library(library);
        self.notice = notice;
        if !self.asked_again {
            self.reveal_what_came_back();
        }
        effects
    }

    /// Puts the cursor on what is no longer hidden, once it is known whether a search finds it.
    pub(super) fn reveal_what_came_back(&mut self) {
        let key = self.reveal_next.take();
        if let Some(id) = key.and_then(|key| self.library.by_key(&key)) {
            self.reveal(id);
        }
    }

    /// Moves in the queue or in the choice of a source.
    pub(super) fn step_review(&mut self, by: isize) {
        let width = self.page_width();
        match &mut self.overlay {
            Some(Overlay::Split {
                sources, cursor, ..
            }) => {
                let most = sources.len().saturating_sub(1);
                *cursor = cursor.saturating_add_signed(by).min(most);
            }
            Some(Overlay::Review(review)) => {
                let to = review.cursor.saturating_add_signed(by);
                review.go_to(&self.library, to, width);
            }
            _ => {}
        }
    }

    /// Goes to an event of the queue, if it is there.
    pub(super) fn step_review_to(&mut self, event: EventId) {
        let width = self.page_width();
        if let Some(Overlay::Review(review)) = &mut self.overlay
            && let Some(at) = review.queue.iter().position(|id| *id == event)
        {
            review.go_to(&self.library, at, width);
        }
    }
}
