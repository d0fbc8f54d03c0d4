//! What does the built-in record say?
//!
//! The rows of `data/`, resolved and checked when the program was built, as plain data that the
//! layers above turn into a gazetteer and a chronicle.

mod schema;
mod text;

pub use schema::*;
pub use text::Str;

/// The record in the program.
pub fn builtin() -> &'static Record<'static> {
    static RECORD: std::sync::OnceLock<Record<'static>> = std::sync::OnceLock::new();
    RECORD.get_or_init(Record::default)
}
