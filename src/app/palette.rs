//! Every action by name, narrowed by what is typed.

use super::action::Action;
use super::keymap::{Keymap, Mode};

/// The actions whose name or help has all the words typed; those whose name begins with them first.
pub fn choices(typed: &str) -> Vec<Action> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let mut found: Vec<(usize, Action)> = Action::ALL
        .iter()
        .filter(|action| !action.is_editing())
        .filter_map(|action| {
            let name = action.name().replace('-', " ");
            let help = action.help().to_lowercase();
            let all = words
                .iter()
                .all(|word| name.contains(word) || help.contains(word));
            let rank = match () {
                () if name.starts_with(&typed) => 0,
                () if words.iter().all(|word| name.contains(word)) => 1,
                () => 2,
            };
            all.then_some((rank, *action))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, action)| action).collect()
}

/// The keys of an action wherever it has some, as shown.
pub fn keys(keymap: &Keymap, action: Action) -> String {
    Mode::ALL
        .iter()
        .find_map(|mode| keymap.keys_for(*mode, action))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_before_help() {
        assert_eq!(choices("con").first(), Some(&Action::Context));
        assert!(choices("previous participants").contains(&Action::PreviousSame));
        assert_eq!(choices("xyzzy"), []);
    }
}
