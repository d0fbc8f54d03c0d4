//! Every action by name, and every saved search, narrowed by what is typed.

use super::action::Action;

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An action.
    Action(Action),
    /// A search that the user saved: its name and its query.
    Saved(String, String),
}

/// The saved searches and the actions that have all the words typed.
pub fn choices(typed: &str, saved: &[(String, String)]) -> Vec<Choice> {
    let lower = typed.trim().to_lowercase();
    let fits = |(name, query): &&(String, String)| {
        let text = format!("search {name} {query}").to_lowercase();
        lower.split_whitespace().all(|word| text.contains(word))
    };
    let saved = saved.iter().filter(fits);
    let saved = saved.map(|(name, query)| Choice::Saved(name.clone(), query.clone()));
    let actions = actions(typed).into_iter().map(Choice::Action);
    if lower.is_empty() {
        actions.chain(saved).collect()
    } else {
        saved.chain(actions).collect()
    }
}

/// The actions whose name or help has all the words typed; those whose name begins with them first.
fn actions(typed: &str) -> Vec<Action> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_before_help() {
        assert_eq!(actions("con").first(), Some(&Action::Context));
        assert!(actions("previous participants").contains(&Action::PreviousSame));
        assert_eq!(actions("xyzzy"), []);
        let saved = [("Summits".to_owned(), "kind:summit since:2021".to_owned())];
        let found = choices("summ", &saved);
        assert!(matches!(found.first(), Some(Choice::Saved(name, _)) if name == "Summits"));
        assert_eq!(choices("xyzzy", &saved), []);
    }
}
