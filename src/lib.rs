//! linchpin: a timeline of US–Korea–Japan diplomacy, from documents to the screen.

pub mod chronicle;
pub mod cli;
pub mod compile;
pub mod document;
pub mod error;
pub mod export;
pub mod gazetteer;
pub mod load;
pub mod open;
pub mod record;
pub mod text;
pub mod time;
pub mod timex;

pub use error::Error;
