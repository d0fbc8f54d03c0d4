//! Everything that the screen shows, and nothing else.

use std::collections::VecDeque;
use std::sync::Arc;

use super::brush::Brush;
use super::detail::Detail;
use super::directory::Directory;
use super::found::{Everything, Likeness};
use super::keymap::{Keymap, Mode};
use super::keypress::KeyPress;
use super::library::Library;
use super::line::Line;
use super::message::{Notice, Progress};
pub use super::overlay::{Edited, Overlay, SourceChoice};
use super::panes::{Panes, Shape, Size};
use super::ribbon::Ribbon;
use super::search::Search;
use super::split::Split;
use super::timeline::Timeline;
use super::tour::Tour;
use super::trail::{Place, Trail};
use crate::chronicle::{Event, EventId};
use crate::document::Copies;
use crate::notes::{Act, Notes};
use crate::search::Kept;
use crate::time::Date;

/// The state of the browser.
#[derive(Debug, Clone)]
pub struct Model {
    /// What is browsed.
    pub library: Arc<Library>,
    /// What was loaded; the library is this with the user's corrections over it.
    pub(super) base: Arc<Library>,
    /// The event that the cursor goes to when the next library is there.
    pub(super) reveal_next: Option<String>,
    /// The place in the queue from which a correction was begun.
    pub(super) reviewing: Option<usize>,
    /// The size of the screen.
    pub size: Size,
    /// The areas of the screen; follows from the size and from what is open.
    pub panes: Panes,
    /// What the body shows.
    pub view: View,
    /// The digits, at most two, that have just changed the view: a date may begin with them.
    pub(super) digits: Vec<char>,
    /// Where the keys go.
    pub focus: Focus,
    /// What lies over the body, if anything does.
    pub overlay: Option<Overlay>,
    /// The list of events.
    pub timeline: Timeline,
    /// The other timeline, while two are shown.
    pub split: Option<Box<Split>>,
    /// The event under the cursor.
    pub detail: Detail,
    /// The search.
    pub search: Search,
    /// A date being typed.
    pub jump: Jump,
    /// Bars over time.
    pub ribbon: Ribbon,
    /// A range being chosen on them.
    pub brush: Option<Brush>,
    /// The day where the mouse's button went down on them.
    pub(super) drag: Option<Date>,
    /// What the bars were counted for: width, answer, edition.
    pub(super) ribbon_for: (usize, Option<u64>, u64),
    /// What all events are about.
    pub everything: Everything,
    /// Counts the libraries that were opened.
    pub(super) edition: u64,
    /// Where the user has been.
    pub(super) trail: Trail,
    /// Whether the cursor has gone far at once.
    pub(super) jumped: bool,
    /// A place of the trail that is shown when its answer is there.
    pub(super) going_to: Option<Place>,
    /// Which keys do what.
    pub keymap: Arc<Keymap>,
    /// Keys pressed that may begin a longer sequence.
    pub pending: Vec<KeyPress>,
    /// Where the cursor stood before the first of them.
    pub(super) before_pending: Option<EventId>,
    /// The user's marks, tags and notes.
    pub notes: Notes,
    /// Counts the changes of the notes.
    pub(super) note_edition: u64,
    /// The events that are marked and those that have a note, in order.
    pub kept: Kept,
    /// Keys pressed while a question waits for its answer.
    pub(super) ahead: VecDeque<KeyPress>,
    /// The question for a related event that waits for its answer.
    pub(super) relating: Option<(Likeness, bool)>,
    /// Acts that take back what was done, the last at the end.
    pub(super) undo: Vec<Act>,
    /// Acts that do again what was taken back, the last at the end.
    pub(super) redo: Vec<Act>,
    /// A sentence for the user.
    pub notice: Option<Notice>,
    /// How far a load is, while there is one.
    pub progress: Option<Progress>,
    /// What becomes of copies of one text.
    pub copies: Copies,
    /// Whether the question that waits was answered before, from another library.
    pub(super) asked_again: bool,
    /// How far the tour is, while there is one.
    pub tour: Option<Tour>,
    /// Queries that the user gave names to: name and query.
    pub saved: Arc<[(String, String)]>,
    /// What was opened last, and which of its links.
    pub(super) link_opened: Option<(String, usize)>,
    /// Whether the mouse is ours; else the terminal selects text with it.
    pub mouse: bool,
    /// What "today" is.
    pub today: Date,
}

/// What the body shows.
#[derive(Debug, Clone, Default)]
pub enum View {
    /// Events in order, and one of them in detail.
    #[default]
    Timeline,
    /// Officials, places, documents or years.
    Directory(Box<Directory>),
}

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// To the list.
    #[default]
    List,
    /// To the detail.
    Detail,
    /// To the search bar.
    Search,
    /// To a date being typed.
    Jump,
    /// To the ribbon, on which a range is being chosen.
    Ribbon,
}

/// A date being typed.
#[derive(Debug, Clone, Default)]
pub struct Jump {
    /// What is typed.
    pub line: Line,
    /// Where the cursor stood.
    pub from: Option<EventId>,
}

impl Model {
    /// A browser on a library, on a screen of one cell until the size is told.
    pub fn new(library: Library, keymap: Keymap, today: Date) -> Self {
        let library = Arc::new(library);
        let mut model = Self {
            base: Arc::clone(&library),
            reveal_next: None,
            reviewing: None,
            library,
            size: Size::new(1, 1),
            panes: Panes::default(),
            view: View::default(),
            digits: Vec::new(),
            focus: Focus::default(),
            overlay: None,
            timeline: Timeline::default(),
            split: None,
            detail: Detail::default(),
            search: Search {
                around: (None, 15),
                ..Search::default()
            },
            jump: Jump::default(),
            ribbon: Ribbon::default(),
            brush: None,
            drag: None,
            ribbon_for: (0, None, 0),
            everything: Everything::default(),
            edition: 0,
            trail: Trail::default(),
            jumped: false,
            going_to: None,
            keymap: Arc::new(keymap),
            pending: Vec::new(),
            before_pending: None,
            notes: Notes::default(),
            note_edition: 0,
            kept: Kept::default(),
            relating: None,
            ahead: VecDeque::new(),
            undo: Vec::new(),
            redo: Vec::new(),
            notice: None,
            progress: None,
            copies: Copies::default(),
            asked_again: false,
            tour: None,
            saved: Arc::default(),
            link_opened: None,
            mouse: true,
            today,
        };
        model.show_events(None);
        model.go_to_today();
        model.settle();
        model
    }

    /// Which keys apply.
    pub fn mode(&self) -> Mode {
        if let (None, View::Directory(directory)) = (&self.overlay, &self.view) {
            return if directory.typing {
                Mode::Text
            } else {
                Mode::Directory
            };
        }
        match (&self.overlay, self.focus) {
            (
                Some(
                    Overlay::Help { typing: true, .. }
                    | Overlay::Edit { .. }
                    | Overlay::Palette { .. },
                ),
                _,
            )
            | (None, Focus::Search | Focus::Jump) => Mode::Text,
            (Some(Overlay::Page(_)), _) => Mode::Page,
            (Some(Overlay::Facets { .. }), _) => Mode::Facets,
            (Some(Overlay::Review(_) | Overlay::Split { .. }), _) => Mode::Review,
            (Some(_), _) => Mode::List,
            (None, Focus::List) => Mode::Timeline,
            (None, Focus::Detail) => Mode::Detail,
            (None, Focus::Ribbon) => Mode::Ribbon,
        }
    }

    /// Whether a question waits for its answer.
    pub fn is_waiting(&self) -> bool {
        self.search.waiting || self.relating.is_some() || self.everything.is_wanted()
    }

    /// The event under the cursor.
    pub fn selected(&self) -> Option<(EventId, &Event)> {
        let id = self.timeline.selected()?;
        Some((id, self.library.chronicle.get(id)?))
    }

    /// The ranks of the events in view.
    pub fn in_view(&self) -> std::ops::Range<usize> {
        let height = self.panes.list.rows.height;
        self.timeline.in_view(&self.library, height.into())
    }

    pub(super) fn shape(&self) -> Shape {
        Shape {
            full_detail: self.detail.full,
            rail: matches!(self.view, View::Timeline),
            split: match self.view {
                View::Timeline => self.split.as_ref().map(|split| split.active),
                View::Directory(_) => None,
            },
        }
    }
}
