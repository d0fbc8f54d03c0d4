//! linchpin: a timeline of US–Korea–Japan diplomacy, from documents to the screen.

pub mod document;
pub mod error;
pub mod text;
pub mod time;

pub use error::Error;
