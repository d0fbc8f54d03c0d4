//! Every way to write the name of an official.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Gazetteer;
use crate::record::Official;

/// Short forms of given names.
#[derive(Deserialize)]
struct Groups {
    groups: Vec<Vec<String>>,
}

/// Makes spellings: both orders of a name, short forms of given names, joined syllables.
pub(super) struct Spellings {
    short: BTreeMap<String, Vec<String>>,
}

impl Spellings {
    pub(super) fn new() -> Self {
        let groups: Groups = toml::from_str(include_str!("../../data/lexicons/given_names.toml"))
            .expect("a test reads the lexicons");
        let mut short: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for group in groups.groups {
            for name in &group {
                let others = group.iter().filter(|other| *other != name).cloned();
                short.entry(name.clone()).or_default().extend(others);
            }
        }
        Self { short }
    }

    /// Full names of an official, none of them a single Latin word.
    pub(super) fn of(&self, official: &Official<'_>, gazetteer: Gazetteer) -> Vec<String> {
        let mut all: Vec<String> = vec![official.name.to_string()];
        all.extend(official.aliases.iter().map(ToString::to_string));
        let (family, given) = (official.family.as_str(), official.given.as_str());
        if !family.is_empty() && !given.is_empty() {
            all.push(format!("{given} {family}"));
            let joined: String = given.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
            if matches!(
                gazetteer.country(official.country).code.as_str(),
                "KR" | "KP" | "JP" | "CN" | "KO"
            ) {
                all.push(format!("{family} {given}"));
                all.push(format!("{family} {joined}"));
                all.push(format!("{joined} {family}"));
            }
            let first = given.split(' ').next().unwrap_or(given);
            if first != given {
                all.push(format!("{first} {family}"));
            }
            for other in self.short.get(first).into_iter().flatten() {
                all.push(format!("{other} {family}"));
            }
        }
        all.retain(|name| is_full(name));
        all.extend(
            official
                .native
                .iter()
                .map(ToString::to_string)
                .filter(|name| name.chars().count() > 1),
        );
        all
    }
}

/// Whether a spelling is a full name: two words at least, and no title.
fn is_full(name: &str) -> bool {
    const TITLES: [&str; 12] = [
        "President",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "General",
        "Gen.",
        "Prime",
        "Minister",
        "Secretary",
        "Premier",
        "Ambassador",
    ];
    let mut words = name.split([' ', '-']);
    let first = words.next().unwrap_or_default();
    let latin = name.chars().any(|c| c.is_ascii_alphabetic());
    !latin || (name.contains(' ') && words.next().is_some() && !TITLES.contains(&first))
}
