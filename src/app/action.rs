//! Everything the user can ask for, in one table.
//!
//! The keymap binds these names to keys; the help, the footer and the key table of the README are
//! made from this table and the keymap, so none of them can drift from what the program does.

/// Defines [`Action`] with its name in keymaps, its label in the footer and its line of help.
macro_rules! actions {
    ($($action:ident $name:literal $label:literal $help:literal;)*) => {
        /// Something the user can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the table gives a line of help for each")]
        pub enum Action {
            $($action,)*
        }

        impl Action {
            /// All actions in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$action,)*];

            /// As keymaps write it.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$action => $name,)* }
            }

            /// A word or two for the footer.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$action => $label,)* }
            }

            /// One line of help.
            pub const fn help(self) -> &'static str {
                match self { $(Self::$action => $help,)* }
            }

            /// The action of a name.
            pub fn by_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$action),)* _ => None }
            }
        }
    };
}

actions! {
    Down "down" "down" "Go to the next row; scroll down";
    Up "up" "up" "Go to the previous row; scroll up";
    In "in" "in" "Go in: a period, a folded day, the detail of an event";
    Out "out" "out" "Go out: back to the list, of a period, of an open day";
    HalfDown "half-down" "½ page" "Half a page down";
    HalfUp "half-up" "½ page" "Half a page up";
    PageDown "page-down" "page" "A page down";
    PageUp "page-up" "page" "A page up";
    First "first" "first" "Go to the first row";
    Last "last" "last" "Go to the last row";
    Open "open" "open" "Open what the cursor is on";
    NextPane "next-pane" "pane" "Give the keys to the next pane";
    PreviousPane "previous-pane" "pane" "Give the keys to the previous pane";
    Search "search" "search" "Type a search; results follow each key press";
    NextHit "next-hit" "hit" "Go to the next event that the search found";
    PreviousHit "previous-hit" "hit" "Go to the previous event that the search found";
    Context "context" "context" "Show only what was found, then the days around this event, then all with the rest dimmed";
    NextPeriod "next-period" "period" "Go to the next year; to the next decade where rows are years";
    PreviousPeriod "previous-period" "period" "Go to the previous year; to the previous decade where rows are years";
    NextBurst "next-burst" "burst" "Go to the next burst of events, past a gap";
    PreviousBurst "previous-burst" "burst" "Go to the previous burst of events, before a gap";
    NextKept "next-kept" "marked" "Go to the next event that is marked or has a note";
    PreviousKept "previous-kept" "marked" "Go to the previous event that is marked or has a note";
    Today "today" "today" "Go to the event nearest to today";
    Jump "jump" "date" "Type a date to go to; a digit begins one as well";
    Wider "wider" "wider" "Show more days around the event";
    Narrower "narrower" "narrower" "Show fewer days around the event";
    DetailDown "detail-down" "detail" "Scroll the detail down without leaving the list";
    DetailUp "detail-up" "detail" "Scroll the detail up without leaving the list";
    ZoomIn "zoom-in" "zoom in" "Zoom in: decades, years, quarters, months, weeks, days, events";
    ZoomOut "zoom-out" "zoom out" "Zoom out: events, days, weeks, months, quarters, years, decades";
    Fold "fold" "fold" "Show all events of a dense day, or fold the day again";
    Split "split" "split" "Show a second timeline with a search of its own, locked in time; or only this one";
    GoBack "go-back" "go back" "Go back to where the cursor was: search, zoom and event";
    GoForward "go-forward" "forward" "Go forward again";
    Brush "brush" "range" "Choose a range of days on the ribbon; it becomes part of the search";
    BrushEarlier "brush-earlier" "earlier" "Move this end of the range to the left";
    BrushLater "brush-later" "later" "Move this end of the range to the right";
    BrushOtherEnd "brush-other-end" "other end" "Go to the other end of the range";
    Density "density" "density" "Show more or less of each event in the list";
    NextSame "next-same" "same people" "Go to the next event of the same participants";
    PreviousSame "previous-same" "same people" "Go to the previous event of the same participants";
    NextLevel "next-level" "same level" "Go to the next meeting of the same countries at the same level";
    PreviousLevel "previous-level" "same level" "Go to the previous meeting of the same countries at the same level";
    NextThere "next-there" "same place" "Go to the next event in the same place";
    PreviousThere "previous-there" "same place" "Go to the previous event in the same place";
    Why "why" "why" "Why is it told so? The sentence, the rule, what the date leaned on";
    Sources "sources" "sources" "The sources of this event side by side, with what they disagree on";
    Brief "brief" "brief" "A brief of the marked events, or else of those listed, with sources";
    NextFormat "next-format" "format" "The brief in the next format: Markdown, HTML, CSV, JSON, JSON Lines, iCalendar";
    Save "save" "save" "Write the brief to a new file in this folder";
    CopyPage "copy-page" "copy" "Put the page into the clipboard";
    CopyLine "copy-line" "line" "Put this event into the clipboard as a line of text";
    CopyCitation "copy-citation" "citation" "Put a citation of this event into the clipboard";
    CopyMarkdown "copy-markdown" "Markdown" "Put this event into the clipboard as Markdown";
    CopyJson "copy-json" "JSON" "Put this event into the clipboard as JSON";
    OpenLink "open-link" "link" "Open the link of this event's source; again, the next one";
    Edit "edit" "editor" "Open the document in your editor, where it tells this event";
    Mark "mark" "mark" "Mark this event, or take its mark away";
    Note "note" "note" "Write a note on this event";
    Tag "tag" "tag" "Give this event a tag, or take the tag away";
    Review "review" "review" "Look at what your documents tell and is not sure: accept, correct, reject";
    CorrectDate "correct-date" "date" "Give this event its right date";
    SplitOff "split-off" "split off" "Say that one of its sources tells of another happening";
    Hide "hide" "no event" "Say that this is not an event";
    Accept "accept" "right" "Say that this is right; of several sources, choose this one";
    Reject "reject" "no event" "Say that this is not an event, and go on";
    Undo "undo" "undo" "Take back the last mark, tag, note or correction";
    Redo "redo" "redo" "Do again what was taken back";
    Facets "facets" "facets" "Who, where, what and when among those listed; adds to the search";
    Include "include" "only these" "Keep only events with this";
    Exclude "exclude" "without" "Leave out events with this";
    Palette "palette" "palette" "Every action by name, with its key";
    ShowTimeline "show-timeline" "timeline" "The timeline";
    ShowOfficials "show-officials" "officials" "Officials: offices, events, counterparts";
    ShowPlaces "show-places" "places" "Places on a map";
    ShowDocuments "show-documents" "documents" "Documents with what was understood of them";
    ShowPlots "show-plots" "plots" "Plots: events by year, kind and country; meetings against tests";
    Reload "reload" "read again" "Read the files again";
    StopLoading "stop-loading" "stop loading" "End the load that goes on, and keep what was read";
    Copies "copies" "copies" "Fold copies of one text into one document, or show each by itself";
    LoadReport "load-report" "load report" "Show what became of each file";
    Help "help" "help" "Show the keys";
    About "about" "about" "About this program: what it rests on, how far that reaches, under which licences";
    Back "back" "back" "One level back: closes what is open, then clears the search";
    Quit "quit" "quit" "Back; from the timeline, leave the program";
    Leave "leave" "leave" "Leave the program at once";
    Suspend "suspend" "suspend" "Stop; the shell's fg continues";
    Mouse "mouse" "mouse" "Give the mouse to the terminal, which can select text with it, or take it back";
    Redraw "redraw" "redraw" "Draw the whole screen again";
    Submit "submit" "done" "Keep what is typed and go to the list";
    NextChoice "next-choice" "next" "The next choice; from the search, go to the list";
    PreviousChoice "previous-choice" "earlier" "The previous choice; in the search bar, the search before this one";
    Erase "erase" "erase" "Erase the character before the caret";
    EraseForward "erase-forward" "erase" "Erase the character after the caret";
    EraseWord "erase-word" "erase word" "Erase the word before the caret";
    EraseToStart "erase-to-start" "erase" "Erase everything before the caret";
    EraseToEnd "erase-to-end" "erase" "Erase everything after the caret";
    CaretLeft "caret-left" "left" "Move the caret to the left";
    CaretRight "caret-right" "right" "Move the caret to the right";
    CaretWordLeft "caret-word-left" "word" "Move the caret a word to the left";
    CaretWordRight "caret-word-right" "word" "Move the caret a word to the right";
    CaretStart "caret-start" "start" "Move the caret to the beginning";
    CaretEnd "caret-end" "end" "Move the caret to the end";
}

impl Action {
    /// How many rows it moves a cursor or a view, where so many are in view; after a whole page one
    /// row stays in view.
    pub fn rows(self, in_view: u16) -> isize {
        let page = isize::from(i16::try_from(in_view).unwrap_or(i16::MAX));
        match self {
            Self::Down => 1,
            Self::Up => -1,
            Self::HalfDown => (page / 2).max(1),
            Self::HalfUp => -(page / 2).max(1),
            Self::PageDown => (page - 1).max(1),
            Self::PageUp => -(page - 1).max(1),
            Self::First => isize::MIN / 2,
            Self::Last => isize::MAX / 2,
            _ => 0,
        }
    }

    /// Whether it is of use only while a line is typed.
    pub const fn is_editing(self) -> bool {
        matches!(
            self,
            Self::Submit
                | Self::NextChoice
                | Self::PreviousChoice
                | Self::Erase
                | Self::EraseForward
                | Self::EraseWord
                | Self::EraseToStart
                | Self::EraseToEnd
                | Self::CaretLeft
                | Self::CaretRight
                | Self::CaretWordLeft
                | Self::CaretWordRight
                | Self::CaretStart
                | Self::CaretEnd
        )
    }
}
