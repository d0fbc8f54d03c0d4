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
                Self::ALL.iter().copied().find(|action| action.name() == name)
            }
        }
    };
}

actions! {
    Down "down" "down" "Go to the next row; scroll down";
    Up "up" "up" "Go to the previous row; scroll up";
    In "in" "in" "Go in: the detail of this event";
    Out "out" "out" "Go out: back to the list";
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
    NextPeriod "next-period" "period" "Go to the next year that has events";
    PreviousPeriod "previous-period" "period" "Go to the previous year that has events";
    NextBurst "next-burst" "burst" "Go to the next burst of events, past a gap";
    PreviousBurst "previous-burst" "burst" "Go to the previous burst of events, before a gap";
    Today "today" "today" "Go to the event nearest to today";
    Jump "jump" "date" "Type a date to go to; a digit begins one as well";
    Wider "wider" "wider" "Show more days around the event";
    Narrower "narrower" "narrower" "Show fewer days around the event";
    DetailDown "detail-down" "detail" "Scroll the detail down without leaving the list";
    DetailUp "detail-up" "detail" "Scroll the detail up without leaving the list";
    Density "density" "density" "Show more or less of each event in the list";
    LoadReport "load-report" "load report" "Show what became of each file";
    Help "help" "help" "Show the keys";
    Back "back" "back" "One level back: closes what is open, then clears the search";
    Quit "quit" "quit" "Back; from the timeline, leave the program";
    Leave "leave" "leave" "Leave the program at once";
    Suspend "suspend" "suspend" "Stop; the shell's fg continues";
    Redraw "redraw" "redraw" "Draw the whole screen again";
    Submit "submit" "done" "Keep what is typed and go to the list";
    Recall "recall" "earlier" "Bring back the search before this one";
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
