//! The shapes of the files in `data/lexicons`.

use serde::Deserialize;

use super::Need;
use crate::record::{Kind, OfficeKind};
use crate::text::{WordMap, WordSet};

#[derive(Deserialize)]
pub(super) struct Triggers {
    pub(super) verbs: Vec<Verbs>,
    pub(super) nouns: Vec<Nouns>,
    pub(super) lists: WordMap<String, Vec<String>>,
}

#[derive(Deserialize)]
pub(super) struct Verbs {
    pub(super) kind: String,
    pub(super) need: Need,
    pub(super) forms: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Nouns {
    pub(super) kind: Kind,
    pub(super) words: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Titles {
    pub(super) heads: WordSet<String>,
    pub(super) plurals: Vec<(String, String)>,
    pub(super) modifiers: WordSet<String>,
    pub(super) loose: WordSet<String>,
    pub(super) never_bare: WordSet<String>,
    pub(super) named_for: WordSet<String>,
    pub(super) named_with: WordSet<String>,
    pub(super) landmarks: WordSet<String>,
    pub(super) no_names: WordSet<String>,
    pub(super) class: Vec<Class>,
}

#[derive(Deserialize)]
pub(super) struct Class {
    pub(super) words: Vec<String>,
    pub(super) kinds: Vec<OfficeKind>,
}

#[derive(Deserialize)]
pub(super) struct Others {
    pub(super) people: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub(super) struct Institutions {
    pub(super) institutions: Vec<Institution>,
}

/// Who issues documents: for which country, and whom "the Minister" means there.
#[derive(Debug, Deserialize)]
pub(in crate::compile) struct Institution {
    pub(super) words: String,
    pub(in crate::compile) country: String,
    pub(in crate::compile) minister: Option<OfficeKind>,
}

#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) planned: Vec<String>,
    pub(super) possible: Vec<String>,
    pub(super) negated: Vec<String>,
    pub(super) perfect: Vec<String>,
    pub(super) callers: WordSet<String>,
    pub(super) openers: WordSet<String>,
    pub(super) speakers: WordSet<String>,
    pub(super) humans: WordSet<String>,
    pub(super) pronouns: WordSet<String>,
    pub(super) proxies: WordSet<String>,
    pub(super) kin: WordSet<String>,
    pub(super) wishes: WordSet<String>,
    pub(super) plans: WordSet<String>,
    pub(super) someday: Vec<String>,
    pub(super) behind_saying: WordSet<String>,
    pub(super) papers: Vec<(String, String)>,
    pub(super) bodies: WordMap<String, String>,
    pub(super) groups: WordMap<String, Vec<String>>,
}
