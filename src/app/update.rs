//! What happens next: the only place that changes the model.
//!
//! [`update`] takes one message and returns what the edge must do. What follows from the state (the
//! geometry, the rows in view, the lines of the detail, the bars of the ribbon) is brought up to
//! date at its end, so that drawing only reads.

mod brushing;
mod choosing;
mod correcting;
mod keeping;
mod keys;
mod levels;
mod moves;
mod opening;
mod outward;
mod overlays;
mod pages;
mod pointer;
mod searching;
mod splitting;
mod trailing;
mod views;
mod zooming;

use std::sync::Arc;

use super::detail::PeriodOf;
use super::library::Library;
use super::message::{Effect, Message};
use super::model::{Focus, Model, Overlay, View};
use super::panes::{Panes, Size};
use super::ribbon::Ribbon;

pub(crate) use opening::stopped;

/// Folds one message into the model. Cannot fail.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Key(key) => model.key_or_wait(key),
        Message::Paste(text) => model.paste(&text),
        Message::Resize(width, height) => {
            let size = Size::new(width, height);
            let same = std::mem::replace(&mut model.size, size) == size;
            // A terminal that tells the size we have was another in between.
            if same {
                vec![Effect::Redraw]
            } else {
                Vec::new()
            }
        }
        Message::Mouse(what, column, row) => model.mouse(what, column, row),
        Message::Found(found) => {
            model.found(*found);
            Vec::new()
        }
        Message::Facets(edition, facets) => {
            model.facets_counted(edition, *facets);
            Vec::new()
        }
        Message::Related(from, to) => {
            model.related(from, to);
            Vec::new()
        }
        Message::Kept(notes) => model.kept_read(notes),
        Message::Opened(library) => model.opened(library),
        Message::Corrected(base, library) => model.corrected(&base, library),
        Message::Progress(progress) => {
            model.progress = (progress.done < progress.of).then_some(progress);
            Vec::new()
        }
        Message::Changed(files) => model.files_changed(files),
        Message::Notice(notice) => {
            model.notice = Some(notice);
            Vec::new()
        }
        Message::Continued => vec![Effect::Redraw],
    };
    model.settle();
    if !model.is_waiting() {
        effects.extend(model.type_ahead());
    }
    effects.extend(model.ask_other());
    let shows_facets = matches!(model.overlay, Some(Overlay::Facets { .. }));
    if (shows_facets || !model.panes.rail.is_empty()) && model.search.found.is_none() {
        effects.extend(model.ask_everything());
    }
    effects
}

impl Model {
    /// Tells the event or the period under the cursor.
    fn tell(&mut self, library: &Library, edition: (u64, u64)) {
        let lines = self.panes.lines;
        if lines.is_empty() {
            return;
        }
        let selected = self.timeline.selected();
        if let Some(period) = self.timeline.period_under_cursor(library) {
            let of = PeriodOf {
                zoom: self.timeline.zoom(),
                start: period.start,
                shown: &self.timeline.shown,
                ranks: period.ranks,
                headline: period.headline,
                vague: period.vague,
                selected,
            };
            let answer = self.search.generation_shown();
            self.detail
                .refresh_period(library, &of, answer, lines.width.into(), edition);
        } else {
            let kept = self
                .selected()
                .and_then(|(_, event)| self.notes.of(&event.key));
            self.detail
                .refresh(library, selected, kept, lines.width.into(), edition);
        }
        self.detail.scroll_by(0, lines.height.into());
    }

    /// Brings up to date what follows from the rest.
    pub(super) fn settle(&mut self) {
        let body = self.panes.body;
        self.panes = Panes::of(self.size, self.shape());
        if self.panes.body.width != body.width {
            self.rewrap_page();
        }
        if self.focus != Focus::Ribbon {
            self.brush = None;
        }
        self.leave_trace();
        let edition = (self.edition, self.note_edition);
        let rows = usize::from(self.panes.list.rows.height);
        let library = Arc::clone(&self.library);
        self.timeline.keep_in_view(&library, rows);
        let hits = self.search.hits();
        self.timeline.find_headlines(&library, hits, rows);
        if let Some(split) = &mut self.split {
            let rows = usize::from(self.panes.other.rows.height);
            let row = self.timeline.cursor_row(&library);
            split.follow(&library, self.timeline.selected(), row);
            split.timeline.keep_in_view(&library, rows);
            let hits = split.search.hits();
            split.timeline.find_headlines(&library, hits, rows);
        }
        self.tell(&library, edition);
        let lines = self.panes.lines;
        if let View::Directory(directory) = &mut self.view {
            let page = (usize::from(lines.width), usize::from(lines.height));
            directory.settle(&library, rows, page);
        }
        let wanted = (
            usize::from(self.panes.ribbon.width),
            self.search.generation_shown(),
            self.edition,
        );
        if self.ribbon_for != wanted {
            self.ribbon_for = wanted;
            let hits = self.search.hits();
            self.ribbon = Ribbon::new(&self.library, hits, wanted.0);
        }
    }
}
