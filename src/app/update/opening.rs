//! Another library takes the place of the one that is shown: nothing the user looks at moves.
//!
//! Ids mean nothing to another library, so everything that names an event is led over by key.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::found::{Everything, Found};
use crate::app::keymap::Keymap;
use crate::app::library::{FileState, Library};
use crate::app::message::{Effect, Notice};
use crate::app::model::{Model, Overlay};
use crate::app::pages::{Draft, Kind};
use crate::chronicle::EventId;

/// An answer of more events than this is asked for again before it is shown.
const MOST_LED: usize = 20_000;

/// Leads ids of one library to those of another.
struct Led<'a> {
    from: &'a Library,
    to: &'a Library,
}

impl Led<'_> {
    fn id(&self, id: EventId) -> Option<EventId> {
        self.to.by_key(self.from.chronicle.key(id))
    }

    fn ids(&self, ids: &[EventId]) -> Arc<[EventId]> {
        let mut led: Vec<EventId> = ids.iter().filter_map(|id| self.id(*id)).collect();
        led.sort_unstable();
        led.into()
    }

    fn found(&self, found: Found) -> Option<Found> {
        (found.ids.len() <= MOST_LED).then(|| Found {
            ids: self.ids(&found.ids),
            best: found.best.and_then(|id| self.id(id)),
            ..found
        })
    }

    /// What a page tells, unless its event is gone.
    fn kind(&self, kind: &Kind) -> Option<Kind> {
        Some(match kind {
            Kind::Why(id) => Kind::Why(self.id(*id)?),
            Kind::Sources(id) => Kind::Sources(self.id(*id)?),
            Kind::About => Kind::About,
            Kind::Brief(draft, format) => {
                let events = draft.events.iter().filter_map(|id| self.id(*id)).collect();
                Kind::Brief(
                    Draft {
                        events,
                        ..draft.clone()
                    },
                    *format,
                )
            }
        })
    }
}

/// What is said for as long as the timeline holds less than the files do.
pub(crate) fn stopped(keymap: &Keymap) -> String {
    let again = keymap.told(Action::Reload);
    format!("the load was stopped: what was read until then is here; {again} reads everything")
}

impl Model {
    /// Files were read. The user's corrections go over them before they are shown.
    pub(super) fn opened(&mut self, library: Arc<Library>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.base, library);
        self.progress = None;
        self.tell_load(&before);
        if self.notes.corrections().next().is_some() {
            return vec![self.corrections_changed()];
        }
        self.show_library(Arc::clone(&self.base))
    }

    /// Another library takes the place of this one. Cursor, search and scroll stay as they are.
    pub(super) fn show_library(&mut self, library: Arc<Library>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.library, library);
        let after = Arc::clone(&self.library);
        let led = Led {
            from: &before,
            to: &after,
        };
        let row = self.timeline.cursor_row(&before);
        let selected = self.timeline.held();
        self.edition += 1;
        self.everything = Everything::default();
        self.search.found = self.search.found.take().and_then(|found| led.found(found));
        self.search.around.0 = self.search.around.0.and_then(|id| led.id(id));
        self.jump.from = self.jump.from.and_then(|id| led.id(id));
        self.before_pending = self.before_pending.and_then(|id| led.id(id));
        self.digits.clear();
        self.reopen_directory();
        self.lead_overlay(&led);
        self.show_events(None);
        self.lead_split(&led);
        match selected.map(|id| (led.id(id), before.first_day(id))) {
            Some((Some(id), _)) => {
                self.timeline.select(&self.library, id);
                self.timeline.put_cursor_at(&self.library, row);
            }
            Some((None, Some(day))) => self.go_to_day(day),
            Some((None, None)) | None => self.go_to_today(),
        }
        self.relating = None;
        let index = Effect::Index(Arc::clone(&self.library));
        let mut effects = vec![index, self.know_kept()];
        if let Some(split) = &mut self.split {
            split.stale = true;
        }
        let led = self.search.found.is_some();
        if led || !self.search.line.text().trim().is_empty() {
            effects.extend(self.ask());
            self.asked_again = led;
        }
        effects
    }

    /// Leads the other timeline over; its cursor stays on its event or near the day.
    fn lead_split(&mut self, led: &Led<'_>) {
        self.swapped(|model| {
            let selected = model.timeline.held();
            model.search.found = model.search.found.take().and_then(|found| led.found(found));
            model.search.around.0 = model.search.around.0.and_then(|id| led.id(id));
            model.show_events(None);
            match selected.and_then(|id| led.id(id)) {
                Some(id) => model.timeline.select(&model.library, id),
                None => model.go_to_today(),
            }
        });
        if let Some(split) = &mut self.split {
            split.followed = split.followed.and_then(|id| led.id(id));
        }
    }

    fn lead_overlay(&mut self, led: &Led<'_>) {
        match &mut self.overlay {
            Some(Overlay::Page(page)) => match led.kind(&page.kind) {
                Some(kind) => {
                    page.kind = kind;
                    self.rewrap_page();
                }
                None => self.overlay = None,
            },
            Some(Overlay::Review(review)) => {
                let (cursor, event) = (review.cursor, review.event().and_then(|id| led.id(id)));
                self.show_review(cursor);
                if let Some(event) = event {
                    self.step_review_to(event);
                }
            }
            _ => {}
        }
    }

    fn tell_load(&mut self, before: &Library) {
        let now = Arc::clone(&self.base);
        let report = &now.report;
        let first = before.report.is_empty();
        let trouble = report.count(FileState::Trouble);
        let files = report.len();
        self.notice = if report.stopped {
            Some(Notice::info(stopped(&self.keymap)))
        } else if trouble > 0 {
            let shows = self.keymap.told(Action::LoadReport);
            let text = format!("{trouble} of {files} files could not be read");
            Some(Notice::failure(format!(
                "{text}: {shows} shows which and why"
            )))
        } else if first || *report == before.report && now.len() == before.len() {
            return;
        } else {
            let more = now.len() as i64 - before.len() as i64;
            let change = match more {
                0 => "as many events as before".to_owned(),
                more => format!("{more:+} events"),
            };
            Some(Notice::info(format!("the files were read again: {change}")))
        };
    }

    /// Files have changed on the disk.
    pub(super) fn files_changed(&mut self, files: usize) -> Vec<Effect> {
        if self.library.report.stopped {
            let plural = if files == 1 { "file has" } else { "files have" };
            let again = self.keymap.told(Action::Reload);
            let text = format!("{files} {plural} changed: {again} reads everything");
            self.notice = Some(Notice::info(text));
            return Vec::new();
        }
        vec![Effect::Load(self.copies)]
    }

    pub(super) fn stop_loading(&mut self) -> Vec<Effect> {
        if self.progress.is_none() {
            self.notice = Some(Notice::info("nothing is being loaded"));
            return Vec::new();
        }
        vec![Effect::StopLoading]
    }

    /// Folds copies, or shows each by itself.
    pub(super) fn turn_copies(&mut self) -> Vec<Effect> {
        self.copies = self.copies.other();
        vec![Effect::Load(self.copies)]
    }
}
