//! What is wrong with the files of `data/`, and where.

use std::fmt;
use std::path::PathBuf;

use super::raw::Rule;

/// One thing to mend. Prints as `data/events/2021.toml:12: what is wrong [rule]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, under the folder that was checked.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// Which rule is broken.
    pub rule: Rule,
    /// What was found, and what is allowed.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (file, line, rule) = (self.file.display(), self.line, self.rule.name());
        write!(f, "{file}:{line}: {} [{rule}]", self.message)
    }
}
