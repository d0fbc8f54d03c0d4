//! linchpin: a timeline of US–Korea–Japan diplomacy, from documents to the screen.
//!
//! The way of a document is load → compile → search, and each step works without a terminal:
//!
//! ```
//! use std::sync::Arc;
//!
//! use linchpin::index::Index;
//! use linchpin::load::LoadOptions;
//! use linchpin::open::{With, open};
//! use linchpin::query::parse;
//! use linchpin::search::{Order, Searcher};
//!
//! // No files: the built-in record alone. `open` reads files and folders beside it.
//! let opened = open(&[], With::Record, &LoadOptions::default(), &());
//! let chronicle = Arc::new(opened.chronicle);
//! let index = Arc::new(Index::build(&chronicle));
//! let searcher = Searcher::new(chronicle, index);
//!
//! let (query, issues) = parse("camp david who:kishida 2023");
//! let hits = searcher.search(&query, Order::Relevance);
//! let best = searcher.chronicle().event(hits.best.expect("there was a summit"));
//! assert!(issues.is_empty());
//! assert_eq!(best.date.map(|date| date.to_string()).as_deref(), Some("2023-08-18"));
//! ```

pub mod app;
pub mod chronicle;
pub mod cli;
pub mod compile;
pub mod config;
pub mod disk;
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
