//! The name that somebody meant.

use super::edits;

/// The known name most like `name`, if one is like it at all.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let most = (name.chars().count() / 3).max(1);
    known
        .iter()
        .filter_map(|candidate| Some((edits(name, candidate, most)?, *candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}
