//! Directories: officials, places, documents and years, each with a page.
//!
//! One list with a filter and one page beside it serve them all. The rows are made when a directory
//! opens or its library changes, the page when the cursor moves.

mod documents;
mod entry;
mod map;
mod people;
mod places;
mod scope;
mod tables;
mod years;

use super::detail::{Opens, Page, TextLine};
use super::library::Library;
use super::line::Line;
use super::role::Role;
use crate::query::{Field, condition};
use crate::record::OfficialRow;
use crate::text::fold;
use entry::most_first;
pub use entry::{Entry, Thing, What};
pub use scope::Scope;

/// An open directory.
#[derive(Debug, Clone)]
pub struct Directory {
    /// What it lists.
    pub what: What,
    /// The events that count.
    pub scope: Scope,
    /// All rows.
    entries: Vec<Entry>,
    /// The rows that the filter leaves, by their place among all.
    rows: Vec<usize>,
    /// Only rows with this.
    pub filter: Line,
    /// Whether the filter is being typed.
    pub typing: bool,
    /// The row under the cursor.
    pub cursor: usize,
    /// The first row in view.
    pub top: usize,
    /// The page of the row under the cursor.
    pub page: Vec<TextLine>,
    /// The first line of the page in view.
    pub scroll: usize,
    /// The line of the page that Enter opens, while the keys go to the page.
    pub line: Option<usize>,
    /// The officials whose page this is together with the one under the cursor: of two, of three.
    company: Vec<OfficialRow>,
    /// What the page was made for: the row, and the cells that there are for it.
    made_for: Option<(Option<usize>, (usize, usize))>,
    /// Where the next page is scrolled to, if not to its beginning.
    kept_scroll: Option<usize>,
}

impl Directory {
    /// Lists everything of a sort.
    pub fn open(what: What, library: &Library, scope: Scope) -> Self {
        let entries = match what {
            What::Officials => people::entries(library, &scope),
            What::Places => places::entries(library, &scope),
            What::Documents => documents::entries(library, &scope),
            What::Years => years::entries(library, &scope),
        };
        let cursor = if what == What::Years {
            entries.len().saturating_sub(1)
        } else {
            0
        };
        Self {
            what,
            scope,
            rows: (0..entries.len()).collect(),
            entries,
            filter: Line::default(),
            typing: false,
            cursor,
            top: 0,
            page: Vec::new(),
            scroll: 0,
            line: None,
            company: Vec::new(),
            made_for: None,
            kept_scroll: None,
        }
    }

    /// Lists the same of another library or other events: filter, cursor and scroll stay.
    pub(super) fn reopen(&mut self, library: &Library, scope: Scope) {
        let before = self
            .selected()
            .map(|entry| (entry.thing, entry.name.clone()));
        let filter = std::mem::take(&mut self.filter);
        let typing = self.typing;
        let company = std::mem::take(&mut self.company);
        let (cursor, top, scroll) = (self.cursor, self.top, self.scroll);
        *self = Self::open(self.what, library, scope);
        self.filter = filter;
        self.typing = typing;
        self.narrow();
        // Of several with one name, the same; rows of another library have other numbers.
        let found = before.and_then(|(thing, name)| {
            let named = |at: &usize| self.entry(*at).is_some_and(|entry| entry.name == name);
            let same = |at: &usize| self.entry(*at).is_some_and(|entry| entry.thing == thing);
            (0..self.len())
                .find(|at| named(at) && same(at))
                .or_else(|| (0..self.len()).find(named))
        });
        self.company = found.map_or_else(Vec::new, |_| company);
        self.cursor = found.unwrap_or(cursor);
        self.top = (top + self.cursor).saturating_sub(cursor);
        self.kept_scroll = Some(scroll);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(*self.rows.get(at)?)
    }

    /// The row under the cursor.
    pub fn selected(&self) -> Option<&Entry> {
        self.entry(self.cursor)
    }

    /// Leaves the rows that have every word of the filter.
    pub(super) fn narrow(&mut self) {
        let folded = fold(self.filter.text());
        let words: Vec<&str> = folded.split_whitespace().collect();
        self.rows = (0..self.entries.len())
            .filter(|at| {
                let entry = &self.entries[*at];
                words.iter().all(|word| entry.folded.contains(word))
            })
            .collect();
        self.cursor = 0;
        self.top = 0;
    }

    /// Brings rows in view and page up to date.
    pub(super) fn settle(&mut self, library: &Library, rows: usize, page: (usize, usize)) {
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.top = self
            .top
            .clamp((self.cursor + 1).saturating_sub(rows.max(1)), self.cursor);
        // No row is left empty at the bottom while there are rows above.
        self.top = self.top.min(self.rows.len().saturating_sub(rows.max(1)));
        let row = self.rows.get(self.cursor).copied();
        if self.made_for != Some((row, page)) {
            let same = self.made_for.is_some_and(|(made_for, _)| made_for == row);
            if self.made_for.is_some() && !same {
                self.company.clear();
            }
            self.made_for = Some((row, page));
            let scroll = self.kept_scroll.take();
            self.scroll = scroll.unwrap_or(if same { self.scroll } else { 0 });
            self.line = None;
            let mut lines = Page::new(page.0);
            let scope = &self.scope;
            match self.selected().map(|entry| entry.thing) {
                Some(Thing::Official(row)) => {
                    people::page(&mut lines, library, scope, &together(row, &self.company));
                }
                Some(Thing::Place(row)) => {
                    places::page(&mut lines, library, scope, row, page.1 * 3 / 5);
                }
                Some(Thing::Document(doc)) => documents::page(&mut lines, library, doc),
                Some(Thing::Year(year)) => years::page(&mut lines, library, scope, year),
                None => lines.wrapped(&[(Role::Dim, self.nothing())], 0),
            }
            self.page = lines.finish();
        }
        self.scroll = self.scroll.min(self.page.len().saturating_sub(page.1));
        let in_view = self.scroll..self.scroll + page.1;
        self.line = self.line.filter(|line| in_view.contains(line));
    }

    /// Goes down or up in a page of so many lines in view: to the next line that opens something if
    /// it is in view, else by a line.
    pub(super) fn step_in_page(&mut self, forward: bool, height: usize) {
        let opens = |at: &usize| self.page.get(*at).is_some_and(|line| line.opens.is_some());
        let in_view = self.scroll..(self.scroll + height).min(self.page.len());
        let next = match (self.line, forward) {
            (Some(line), true) => (line + 1..in_view.end).find(opens),
            (Some(line), false) => (in_view.start..line).rev().find(opens),
            (None, true) => in_view.clone().find(opens),
            (None, false) => in_view.clone().rev().find(opens),
        };
        if next.is_some() {
            self.line = next;
        } else if forward {
            self.scroll = (self.scroll + 1).min(self.page.len().saturating_sub(height));
        } else {
            self.scroll = self.scroll.saturating_sub(1);
        }
    }

    /// Makes the page that of an official besides those whose it is.
    pub(super) fn add_company(&mut self, row: OfficialRow) {
        self.company.push(row);
        self.make_page_anew();
    }

    /// Takes back the last [`Directory::add_company`], if there was one.
    pub(super) fn leave_company(&mut self) -> bool {
        let left = self.company.pop().is_some();
        if left {
            self.make_page_anew();
        }
        left
    }

    fn make_page_anew(&mut self) {
        self.made_for = None;
        self.kept_scroll = Some(0);
    }

    /// Whose page it is, or what it is of.
    pub fn page_title(&self, library: &Library) -> String {
        let gazetteer = library.chronicle.gazetteer();
        let mut title = self
            .selected()
            .map_or_else(String::new, |entry| entry.name.clone());
        for row in &self.company {
            title.push_str(" & ");
            title.push_str(gazetteer.official(*row).name.as_str());
        }
        title
    }

    /// What the line of the page opens that the keys have chosen.
    pub(super) fn chosen(&self) -> Option<&Opens> {
        self.page.get(self.line?)?.opens.as_ref()
    }

    /// What the page says where no row is left.
    fn nothing(&self) -> &'static str {
        match self.what {
            What::Documents if self.entries.is_empty() => {
                "No document was opened. Open files: linchpin PATH…"
            }
            _ => "Nothing has that in its name.",
        }
    }

    /// What the search bar must hold to list the events of the row under the cursor.
    pub(super) fn query(&self, library: &Library) -> Option<String> {
        let entry = self.selected()?;
        Some(match entry.thing {
            Thing::Official(row) => people::query(library, &together(row, &self.company)),
            Thing::Place(_) => condition(Field::Where, &entry.name),
            Thing::Document(doc) => {
                condition(Field::Source, &library.chronicle.document(doc)?.title())
            }
            Thing::Year(year) => year.to_string(),
        })
    }
}

/// The official under the cursor, then those of the company.
fn together(row: OfficialRow, company: &[OfficialRow]) -> Vec<OfficialRow> {
    std::iter::once(row)
        .chain(company.iter().copied())
        .collect()
}
