//! What does the built-in record say?
//!
//! The rows of `data/`, resolved and checked when the program was built, as plain data that the
//! layers above turn into a gazetteer and a chronicle.

mod schema;
mod text;

pub use schema::*;
pub use text::Str;
