//! Marks, tags and notes: shown at once, saved at once, taken back and done again.

use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Edited, Model, Overlay};
use crate::chronicle::EventId;
use crate::notes::{Act, Notes};

impl Model {
    /// Whether an event is marked.
    pub fn is_marked(&self, id: EventId) -> bool {
        self.notes.is_marked(self.library.chronicle.key(id))
    }

    pub(super) fn toggle_mark(&mut self) -> Vec<Effect> {
        let Some((id, event)) = self.selected() else {
            return Vec::new();
        };
        let event = event.key.to_string();
        let marked = self.is_marked(id);
        self.keep(if marked {
            Act::Unmark { event }
        } else {
            Act::Mark { event }
        })
    }

    /// Opens the line in which a note or a tag is typed.
    pub(super) fn begin_edit(&mut self, what: Edited) -> Vec<Effect> {
        let Some((_, event)) = self.selected() else {
            return Vec::new();
        };
        let event = event.key.to_string();
        let note = self.notes.of(&event).map_or("", |kept| kept.note.as_str());
        let line = Line::new(if what == Edited::Note { note } else { "" });
        self.overlay = Some(Overlay::Edit { what, event, line });
        Vec::new()
    }

    /// Keeps what was typed.
    pub(super) fn end_edit(&mut self) -> Vec<Effect> {
        let Some(Overlay::Edit { what, event, line }) = self.overlay.take() else {
            return Vec::new();
        };
        let text = line.text().trim().to_owned();
        let kept = self.notes.of(&event);
        let act = match what {
            Edited::Note => Act::Note { event, text },
            Edited::Tag if text.is_empty() => return Vec::new(),
            Edited::Tag if kept.is_some_and(|kept| kept.tags.contains(&text)) => {
                Act::Untag { event, tag: text }
            }
            Edited::Tag => Act::Tag { event, tag: text },
            Edited::Date => match self.redate(event.clone(), &text) {
                Ok(act) => act,
                Err(why) => {
                    self.notice = Some(Notice::failure(why));
                    self.overlay = Some(Overlay::Edit { what, event, line });
                    return Vec::new();
                }
            },
        };
        let effects = self.keep(act);
        self.return_to_review();
        effects
    }

    pub(super) fn keep(&mut self, act: Act) -> Vec<Effect> {
        let Some(inverse) = self.notes.apply(&act) else {
            return Vec::new();
        };
        self.undo.push(inverse);
        self.redo.clear();
        self.note_edition += 1;
        self.effects_of(act)
    }

    fn effects_of(&mut self, act: Act) -> Vec<Effect> {
        let correct = act.corrects().then(|| self.corrections_changed());
        let mut effects = vec![Effect::Keep(act), self.know_kept()];
        effects.extend(correct);
        effects
    }

    pub(super) fn take_back(&mut self) -> Vec<Effect> {
        let Some(act) = self.undo.pop() else {
            self.notice = Some(Notice::info("there is nothing to take back"));
            return Vec::new();
        };
        if let Some(inverse) = self.notes.apply(&act) {
            self.redo.push(inverse);
        }
        self.changed(act, "taken back")
    }

    pub(super) fn do_again(&mut self) -> Vec<Effect> {
        let Some(act) = self.redo.pop() else {
            self.notice = Some(Notice::info("there is nothing to do again"));
            return Vec::new();
        };
        if let Some(inverse) = self.notes.apply(&act) {
            self.undo.push(inverse);
        }
        self.changed(act, "done again")
    }

    fn changed(&mut self, act: Act, how: &str) -> Vec<Effect> {
        self.note_edition += 1;
        if self.overlay.is_none() {
            match self.library.by_key(act.event()) {
                Some(id) => self.reveal(id),
                // What was hidden comes back with the next library.
                None => self.reveal_next = Some(act.event().to_owned()),
            }
        }
        self.refresh_review();
        self.notice = Some(Notice::info(how));
        self.effects_of(act)
    }

    /// What the log holds, acts of other programs included.
    pub(super) fn kept_read(&mut self, notes: Notes) -> Vec<Effect> {
        if self.notes == notes {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.notes, notes);
        self.note_edition += 1;
        let mut effects = vec![self.know_kept()];
        if !before.corrects_as(&self.notes) {
            effects.push(self.corrections_changed());
        }
        effects
    }

    /// Finds the events of the library that are marked and noted, and tells searches of them.
    pub(super) fn know_kept(&mut self) -> Effect {
        let kept = self.library.kept(&self.notes);
        self.kept = kept.clone();
        Effect::Known(kept)
    }
}
