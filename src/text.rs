//! Which bytes, and how wide are they?
//!
//! Spans into a text that never changes, the one cleaning that every outside text goes through,
//! widths and wrapping in terminal cells, and the folding under which different spellings of one
//! word compare equal.

mod agreed;
mod clean;
mod edits;
mod find;
mod fold;
mod hash;
mod language;
mod link;
mod nearest;
mod phrases;
mod sentence;
mod span;
mod token;
mod width;
mod wrap;

pub use agreed::agreed;
pub use clean::{clean, clean_line, is_clean, is_plain_line, one_line};
pub use edits::edits;
pub(crate) use find::find;
pub use fold::{fold, folds_to};
pub(crate) use hash::{WordMap, WordSet, fnv, mixed};
pub use language::{Language, language};
pub use link::{Link, is_web_address};
pub use nearest::nearest;
pub use phrases::{Phrase, Phrases};
pub use sentence::{paragraphs, sentences, sentences_of};
pub use span::Span;
pub(crate) use span::within;
pub use token::{Token, tokens};
pub use width::{cells, fit, plain_cells, take_cells};
pub use wrap::wrap;

#[cfg(test)]
mod tests;
