//! linchpin: a timeline of US–Korea–Japan diplomacy, from documents to the screen.

pub mod app;
pub mod chronicle;
pub mod cli;
pub mod compile;
pub mod config;
pub mod document;
pub mod error;
pub mod export;
pub mod gazetteer;
pub mod index;
pub mod load;
pub mod notes;
pub mod open;
pub mod query;
pub mod record;
pub mod search;
pub mod terminal;
pub mod text;
pub mod time;
pub mod timex;
pub mod ui;

pub use error::Error;
