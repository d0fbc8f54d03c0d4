//! What a piece of text on screen means.
//!
//! Panes speak of roles; only the theme knows colours. A role that a theme does not set looks like
//! its parent, so a theme may name two roles or thirty.

/// Defines [`Role`] with its name in theme files and its parent.
macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident $name:literal < $parent:ident;)*) => {
        /// The meaning of a piece of text, from which the theme makes its look.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Role {
            /// Plain text; the root of all roles.
            Text,
            $($(#[$doc])* $role,)*
        }

        impl Role {
            /// All roles, parents before their children.
            pub const ALL: &'static [Self] = &[Self::Text, $(Self::$role,)*];

            /// As theme files write it.
            pub const fn name(self) -> &'static str {
                match self {
                    Self::Text => "text",
                    $(Self::$role => $name,)*
                }
            }

            /// The role whose look it takes where a theme does not set it.
            pub const fn parent(self) -> Option<Self> {
                match self {
                    Self::Text => None,
                    $(Self::$role => Some(Self::$parent),)*
                }
            }
        }
    };
}

roles! {
    /// Less important than the text around it.
    Dim "dim" < Text;
    /// More important than the text around it.
    Strong "strong" < Text;
    /// What the eye should find: the program's name, the current view.
    Accent "accent" < Strong;
    /// A heading within a pane.
    Heading "heading" < Strong;
    /// The frame of a pane.
    Border "border" < Dim;
    /// The frame of the pane that has the keys.
    BorderFocus "border-focus" < Accent;
    /// The title of a pane.
    Title "title" < Strong;
    /// The row under the cursor.
    Selection "selection" < Strong;
    /// The row under the cursor while another pane has the keys.
    SelectionIdle "selection-idle" < Selection;
    /// A date.
    Date "date" < Text;
    /// Codes of countries.
    Country "country" < Text;
    /// The sign of an event's kind.
    Kind "kind" < Text;
    /// The sign of a test or another incident.
    Alarm "alarm" < Kind;
    /// A place.
    Place "place" < Text;
    /// A person.
    Person "person" < Text;
    /// An office.
    Office "office" < Dim;
    /// A topic.
    Topic "topic" < Text;
    /// Words of a source.
    Quote "quote" < Text;
    /// The title of a source.
    Source "source" < Text;
    /// The address of a source.
    Link "link" < Source;
    /// A piece of text that a search found.
    Hit "hit" < Strong;
    /// The bars of the ribbon that belong to the result.
    Bar "bar" < Accent;
    /// The bars of the ribbon behind the result.
    BarBehind "bar-behind" < Dim;
    /// The piece of the ribbon that the timeline shows.
    Viewport "viewport" < Strong;
    /// Something planned or possible.
    Planned "planned" < Text;
    /// Something cancelled.
    Cancelled "cancelled" < Dim;
    /// Something to be careful about: inferred, unsourced, misspelt.
    Warning "warning" < Strong;
    /// Something that failed.
    Error "error" < Warning;
    /// A mark that the user set.
    Mark "mark" < Accent;
    /// A key in the footer and the help.
    Key "key" < Strong;
    /// What a key does.
    KeyHelp "key-help" < Dim;
    /// What the user types.
    Input "input" < Text;
}
