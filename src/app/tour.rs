//! The tour: a sentence at a time, on the real screen, until its key was pressed.
//!
//! The steps are data (`assets/tour.toml`). The tour changes nothing that the keys would not do.

use std::sync::OnceLock;

use serde::Deserialize;

use super::action::Action;
use super::keymap::Keymap;

const STEPS: &str = include_str!("../../assets/tour.toml");

/// A step as the file has it.
#[derive(Debug, Clone, Deserialize)]
struct Step {
    say: String,
    wait: Option<String>,
    r#type: Option<String>,
}

#[derive(Deserialize)]
struct File {
    step: Vec<Step>,
}

/// How far the tour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tour {
    at: usize,
}

fn steps() -> &'static [Step] {
    static READ: OnceLock<Vec<Step>> = OnceLock::new();
    READ.get_or_init(|| {
        let read: Result<File, _> = toml::from_str(STEPS);
        debug_assert!(read.is_ok(), "{:?}", read.as_ref().err());
        read.map(|file| file.step).unwrap_or_default()
    })
}

impl Tour {
    /// What to say, with the keys as they are bound.
    pub fn sentence(self, keymap: &Keymap) -> String {
        let Some(step) = steps().get(self.at) else {
            return String::new();
        };
        let mut said = String::new();
        let mut rest = step.say.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            said.push_str(&key(keymap, name));
            rest = after;
        }
        said.push_str(rest);
        said
    }

    /// Which step it is, from 1, and how many there are.
    pub fn place(self) -> (usize, usize) {
        (self.at + 1, steps().len())
    }

    /// An action was carried out; `None` when the tour is over.
    pub(super) fn after(self, action: Action) -> Option<Self> {
        let waits = steps().get(self.at).and_then(|step| step.wait.as_deref());
        self.next_if(waits == Some(action.name()))
    }

    /// Text stands in the line that is typed; `None` when the tour is over.
    pub(super) fn after_text(self, typed: &str) -> Option<Self> {
        let waits = steps().get(self.at).and_then(|step| step.r#type.as_deref());
        self.next_if(waits == Some(typed.trim()))
    }

    fn next_if(self, done: bool) -> Option<Self> {
        let at = self.at + usize::from(done);
        (at < steps().len()).then_some(Self { at })
    }
}

/// The keys of an action, or its name.
fn key(keymap: &Keymap, name: &str) -> String {
    Action::by_name(name).map_or_else(|| name.to_owned(), |action| keymap.told(action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_waits_for_something_that_is_there_and_fits_a_small_screen() {
        let keymap = Keymap::built_in();
        assert!(steps().len() >= 10);
        for (at, step) in steps().iter().enumerate() {
            let action = step
                .wait
                .as_deref()
                .map(|name| Action::by_name(name).is_some());
            assert!(
                action == Some(true) && step.r#type.is_none()
                    || action.is_none() && step.r#type.is_some(),
                "step {at}: {step:?}"
            );
            let said = Tour { at }.sentence(&keymap);
            assert!(!said.contains(['{', '}']), "{said}");
            assert!(crate::text::cells(&step.say) <= 100, "{said}");
        }
    }
}
