//! What went wrong, in one type.
//!
//! [`Error`] is opaque and small: a category that decides the exit code, a sentence that names the
//! thing and what to do, and the cause. Each module keeps its own precise error enum and turns it
//! into an [`Error`] where it leaves the module.

use std::error::Error as StdError;
use std::fmt;

/// The kind of trouble, as far as a caller or an exit code cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// The call itself cannot be carried out: an unknown option, no terminal.
    Usage,
    /// Something that was read is broken or not there.
    Input,
    /// The user's own files (config, notes) cannot be read or written.
    State,
    /// The answer cannot be written.
    Output,
}

/// A failure, told in plain words.
///
/// `Display` is one sentence without a trailing newline; [`StdError::source`] has the cause.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    category: Category,
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// An error of `category` that says `message`.
    pub fn new(category: Category, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            category,
            message: message.into(),
            source: None,
        }))
    }

    /// The same error with the cause attached.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What kind of trouble this is.
    pub fn category(&self) -> Category {
        self.0.category
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0
            .source
            .as_deref()
            .map(|source| source as &(dyn StdError + 'static))
    }
}
