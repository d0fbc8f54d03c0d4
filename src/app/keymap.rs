//! Which keys ask for which action, mode by mode.
//!
//! The default keys are `assets/keymap.toml`; the user's file has the same form and is laid over
//! them: an action that it mentions has the keys that it gives, and a key that it takes is taken
//! from whatever had it in that mode.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::action::Action;
use super::keypress::{KeyPress, parse_sequence, show_sequence};
use crate::config::{Fault, Source};

/// `assets/keymap.toml` as `build.rs` has flattened it: mode, action and keys, a line each.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/keymap.tsv"));

/// Where the keys go; each mode falls back to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// Whatever is on screen.
    Everywhere,
    /// Any list or page that is looked at.
    List,
    /// The timeline.
    Timeline,
    /// The detail of an event.
    Detail,
    /// Officials, places, documents, plots.
    Directory,
    /// The ribbon, while a range is chosen on it.
    Ribbon,
    /// A page that opens over the body.
    Page,
    /// The facets of what is listed.
    Facets,
    /// What a human should look at.
    Review,
    /// A line that is typed: the search, a date.
    Text,
}

impl Mode {
    /// All modes, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::Timeline,
        Self::Detail,
        Self::List,
        Self::Directory,
        Self::Ribbon,
        Self::Page,
        Self::Facets,
        Self::Review,
        Self::Text,
        Self::Everywhere,
    ];

    /// As keymaps write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::List => "list",
            Self::Timeline => "timeline",
            Self::Detail => "detail",
            Self::Directory => "directory",
            Self::Ribbon => "ribbon",
            Self::Page => "page",
            Self::Facets => "facets",
            Self::Review => "review",
            Self::Text => "text",
        }
    }

    /// Where a key is looked up that this mode does not bind.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Everywhere => None,
            Self::List | Self::Text | Self::Ribbon => Some(Self::Everywhere),
            Self::Timeline
            | Self::Detail
            | Self::Directory
            | Self::Page
            | Self::Facets
            | Self::Review => Some(Self::List),
        }
    }

    fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// This mode and those that it falls back to.
    pub fn chain(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |mode| mode.parent())
    }
}

/// Keys that ask for an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// In which mode.
    pub mode: Mode,
    /// One after the other.
    pub keys: Vec<KeyPress>,
    /// What they ask for.
    pub action: Action,
}

/// What keys pressed so far amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// An action; `more` if the keys also begin a longer sequence.
    Action {
        /// What they ask for.
        action: Action,
        /// Whether a longer sequence begins with them.
        more: bool,
    },
    /// The beginning of sequences.
    Pending,
    /// Nothing.
    Unbound,
}

/// All bindings.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Keymap {
    /// The keys that come with the program.
    pub fn built_in() -> Self {
        let binding = |line: &str| {
            let mut fields = line.split('\t');
            Some(Binding {
                mode: Mode::by_name(fields.next()?)?,
                action: Action::by_name(fields.next()?)?,
                keys: parse_sequence(fields.next()?).ok()?,
            })
        };
        Self {
            bindings: BUILT_IN.lines().filter_map(binding).collect(),
        }
    }

    /// Takes over what a file binds. What is wrong in it is returned and changes nothing.
    pub fn lay_over(&mut self, source: Source<'_>) -> Vec<Fault> {
        let table = match DeTable::parse(source.text) {
            Ok(table) => table,
            Err(error) => {
                return vec![source.fault(error.span().unwrap_or(0..0), error.message())];
            }
        };
        let mut faults = Vec::new();
        let mut file: Vec<(Binding, Range<usize>)> = Vec::new();
        let mut mentioned: Vec<(Mode, Action)> = Vec::new();
        for (name, section) in table.get_ref() {
            let Some(mode) = Mode::by_name(name.get_ref()) else {
                let known: Vec<&str> = Mode::ALL.iter().map(|mode| mode.name()).collect();
                faults.push(source.unknown(name.span(), "mode", name.get_ref(), &known));
                continue;
            };
            let DeValue::Table(section) = section.get_ref() else {
                faults.push(source.fault(section.span(), "expected a table: [list]"));
                continue;
            };
            for (name, keys) in section {
                let Some(action) = Action::by_name(name.get_ref()) else {
                    let known: Vec<&str> = Action::ALL.iter().map(|a| a.name()).collect();
                    faults.push(source.unknown(name.span(), "action", name.get_ref(), &known));
                    continue;
                };
                let DeValue::Array(keys) = keys.get_ref() else {
                    faults.push(source.fault(keys.span(), "expected a list of keys: [\"j\"]"));
                    continue;
                };
                mentioned.push((mode, action));
                for key in keys {
                    let at = key.span();
                    let DeValue::String(text) = key.get_ref() else {
                        faults.push(source.fault(at, "expected a key in quotes"));
                        continue;
                    };
                    match parse_sequence(text) {
                        Err(error) => faults.push(source.fault(at, error.to_string())),
                        Ok(keys) => {
                            let clash = file.iter().find(|(b, _)| b.mode == mode && b.keys == keys);
                            if let Some((other, _)) = clash {
                                let message = format!(
                                    "“{text}” is already {} in [{}]",
                                    other.action.name(),
                                    mode.name()
                                );
                                faults.push(source.fault(at, message));
                            } else {
                                file.push((Binding { mode, keys, action }, at));
                            }
                        }
                    }
                }
            }
        }
        self.bindings.retain(|old| {
            let replaced = mentioned.contains(&(old.mode, old.action));
            let taken = file
                .iter()
                .any(|(new, _)| new.mode == old.mode && new.keys == old.keys);
            !replaced && !taken
        });
        // In the order of the file, not of its names: the first key is the one that is shown.
        file.sort_by_key(|(_, at)| at.start);
        faults.sort_by_key(|fault| (fault.line, fault.column));
        self.bindings
            .extend(file.into_iter().map(|(binding, _)| binding));
        faults
    }

    /// What the keys amount to in a mode. The mode itself goes before those it falls back to.
    pub fn resolve(&self, mode: Mode, keys: &[KeyPress]) -> Resolved {
        let more = self.continuations(mode, keys).next().is_some();
        let exact = mode.chain().find_map(|mode| {
            self.bindings
                .iter()
                .find(|b| b.mode == mode && b.keys == keys)
        });
        match exact {
            Some(binding) => Resolved::Action {
                action: binding.action,
                more,
            },
            None if more => Resolved::Pending,
            None => Resolved::Unbound,
        }
    }

    /// The bindings that begin with these keys and go on.
    pub fn continuations<'a>(
        &'a self,
        mode: Mode,
        keys: &'a [KeyPress],
    ) -> impl Iterator<Item = &'a Binding> {
        mode.chain().flat_map(move |mode| {
            self.bindings.iter().filter(move |b| {
                b.mode == mode && b.keys.len() > keys.len() && b.keys.starts_with(keys)
            })
        })
    }

    /// The bindings of one mode, without those it falls back to, by action, then as in the file.
    pub fn of_mode(&self, mode: Mode) -> Vec<&Binding> {
        let mut found: Vec<&Binding> = self.bindings.iter().filter(|b| b.mode == mode).collect();
        found.sort_by_key(|binding| binding.action);
        found
    }

    /// The keys of an action as a text names them; the name of the action where it has none.
    pub fn told(&self, action: Action) -> String {
        self.keys(action)
            .unwrap_or_else(|| action.name().to_owned())
    }

    /// The first keys of an action wherever it has some, as shown; before others those of the
    /// timeline and those while typing.
    pub fn keys(&self, action: Action) -> Option<String> {
        [Mode::Timeline, Mode::Text]
            .into_iter()
            .chain(Mode::ALL)
            .find_map(|mode| self.keys_for(mode, action))
    }

    /// The first keys of an action in a mode, as shown, unless something else has taken them there.
    pub fn keys_for(&self, mode: Mode, action: Action) -> Option<String> {
        mode.chain().find_map(|from| {
            self.bindings
                .iter()
                .filter(|b| b.mode == from && b.action == action)
                .find(|b| matches!(self.resolve(mode, &b.keys), Resolved::Action { action: found, .. } if found == action))
                .map(|b| show_sequence(&b.keys))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source<'_> {
        Source {
            file: "keymap.toml",
            text,
        }
    }

    #[test]
    fn the_built_in_keys_are_those_of_the_file_which_has_no_fault() {
        let mut keymap = Keymap {
            bindings: Vec::new(),
        };
        let file = include_str!("../../assets/keymap.toml");
        assert_eq!(keymap.lay_over(source(file)), []);
        assert_eq!(Keymap::built_in().bindings, keymap.bindings);
    }

    #[test]
    fn every_action_has_a_key() {
        let keymap = Keymap::built_in();
        for action in Action::ALL {
            assert!(
                keymap.bindings.iter().any(|b| b.action == *action),
                "{}",
                action.name()
            );
        }
    }

    #[test]
    fn a_user_key_is_taken_from_the_default() {
        let mut keymap = Keymap::built_in();
        assert_eq!(keymap.lay_over(source("[timeline]\ntoday = [\"n\"]\n")), []);
        assert_eq!(
            keymap.keys_for(Mode::Timeline, Action::Today).as_deref(),
            Some("n")
        );
        assert_eq!(keymap.keys_for(Mode::Timeline, Action::NextHit), None);
    }

    #[test]
    fn what_is_wrong_is_named_and_the_rest_works() {
        let mut keymap = Keymap::built_in();
        let text =
            "[timeline]\ntoday = [\"x\", \"hyper-x\"]\ncontxt = [\"y\"]\njump = [\"x\"]\n[lits]\n";
        let shown: Vec<String> = keymap
            .lay_over(source(text))
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            shown,
            [
                "keymap.toml:2:10: “x” is already jump in [timeline]",
                "keymap.toml:2:15: there is no key “hyper-x”",
                "keymap.toml:3:1: there is no action “contxt”; did you mean “context”?",
                "keymap.toml:5:2: there is no mode “lits”; did you mean “list”?",
            ]
        );
    }

    #[test]
    fn sequences_wait_for_their_end() {
        let keymap = Keymap::built_in();
        let g = KeyPress::char('g');
        assert_eq!(keymap.resolve(Mode::Timeline, &[g]), Resolved::Pending);
        assert_eq!(
            keymap.resolve(Mode::Timeline, &[g, g]),
            Resolved::Action {
                action: Action::First,
                more: false
            }
        );
        assert_eq!(
            keymap.resolve(Mode::Timeline, &[KeyPress::char('~')]),
            Resolved::Unbound
        );
    }
}
