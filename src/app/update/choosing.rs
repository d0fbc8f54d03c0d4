//! Choosing from what opens over the body: an action of the palette, a value of the facets.

use crate::app::facets;
use crate::app::found::Everything;
use crate::app::help;
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Model, Overlay};
use crate::app::palette::{self, Choice};
use crate::query;
use crate::search::Facets;

impl Model {
    pub(super) fn open_palette(&mut self) -> Vec<Effect> {
        self.overlay = Some(Overlay::Palette {
            line: Line::default(),
            cursor: 0,
        });
        Vec::new()
    }

    /// Carries out the action under the cursor of the palette.
    pub(super) fn choose_action(&mut self) -> Vec<Effect> {
        let Some(Overlay::Palette { line, cursor }) = self.overlay.take() else {
            return Vec::new();
        };
        match palette::choices(line.text(), &self.saved).get(cursor) {
            Some(Choice::Action(action)) => {
                let elsewhere = help::elsewhere(&self.keymap, self.mode(), *action);
                if let Some(elsewhere) = elsewhere {
                    self.notice = Some(Notice::info(elsewhere));
                    return Vec::new();
                }
                self.act(*action)
            }
            Some(Choice::Saved(_, query)) => {
                self.show_view(None);
                self.search.line = Line::new(query);
                let effects = self.ask();
                self.end_search();
                effects
            }
            None => Vec::new(),
        }
    }

    /// Opens the facets: at the left where they stand there, else over the body.
    pub(super) fn open_facets(&mut self) -> Vec<Effect> {
        if self.search.found.is_none() && self.everything.known().is_none() {
            let effects = self.ask_everything();
            self.everything = Everything::Asked { opens: true };
            return effects;
        }
        // The first row is a heading.
        self.overlay = Some(Overlay::Facets {
            cursor: 1,
            scroll: 0,
        });
        Vec::new()
    }

    /// Asks what all events are about, unless that was asked.
    pub(super) fn ask_everything(&mut self) -> Vec<Effect> {
        if !matches!(self.everything, Everything::Unasked) {
            return Vec::new();
        }
        self.everything = Everything::Asked { opens: false };
        vec![Effect::Facets(self.edition)]
    }

    /// What all events are about.
    pub(super) fn facets_counted(&mut self, edition: u64, facets: Facets) {
        if edition != self.edition {
            return;
        }
        let opens = self.everything.is_wanted();
        self.everything = Everything::Known(facets);
        if opens {
            self.open_facets();
        }
    }

    /// Adds the value under the cursor to the search, or keeps it out; a value that the search asks
    /// for is taken out of it.
    pub(super) fn choose_facet(&mut self, exclude: bool) -> Vec<Effect> {
        let Some(Overlay::Facets { cursor, .. }) = &self.overlay else {
            return Vec::new();
        };
        let rows = facets::rows(self);
        let row = rows.get(*cursor);
        let Some((row, term)) = row.and_then(|row| Some((row, row.term.as_ref()?))) else {
            self.notice = Some(Notice::info("put the cursor on a value"));
            return Vec::new();
        };
        self.overlay = None;
        self.focus = Focus::Search;
        let typed = self.search.line.text();
        let mut query = match query::around(typed, term) {
            Some((before, after)) => format!("{} {}", before.trim(), after.trim()),
            None => typed.to_owned(),
        };
        if exclude {
            query = query::and(&query, &format!("-{term}"));
        } else if !row.chosen {
            query = query::and(&query, term);
        }
        self.search.line = Line::new(query.trim());
        let effects = self.ask();
        self.end_search();
        effects
    }
}
