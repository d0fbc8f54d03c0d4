//! The shapes of the files in `data/lexicons`.

use serde::Deserialize;

use super::{HashMap, HashSet, Need};
use crate::record::{Kind, OfficeKind};

#[derive(Deserialize)]
pub(super) struct Triggers {
    pub(super) verbs: Vec<Verbs>,
    pub(super) nouns: Vec<Nouns>,
    pub(super) lists: HashMap<String, Vec<String>>,
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
    pub(super) heads: HashSet<String>,
    pub(super) plurals: Vec<(String, String)>,
    pub(super) modifiers: HashSet<String>,
    pub(super) loose: HashSet<String>,
    pub(super) never_bare: HashSet<String>,
    pub(super) no_names: HashSet<String>,
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
pub(super) struct Words {
    pub(super) planned: Vec<String>,
    pub(super) possible: Vec<String>,
    pub(super) negated: Vec<String>,
    pub(super) perfect: Vec<String>,
    pub(super) openers: HashSet<String>,
    pub(super) speakers: HashSet<String>,
    pub(super) humans: HashSet<String>,
    pub(super) groups: HashMap<String, Vec<String>>,
}
