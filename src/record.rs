//! The built-in record: what the program knows with no document at all.
//!
//! `data/` holds it as TOML that a historian can review. `build.rs` reads, checks and resolves
//! those files with the modules here and packs them into the binary; [`names`] and [`BuiltInEvents`]
//! decode them. [`check`] is the same check at run time, for whoever edits `data/`.

mod builtin;
mod census;
mod check;
mod finding;
mod kinds;
mod pack;
mod parse;
mod raw;
mod resolve;
mod schema;
mod source;
mod table;
mod tenures;
mod text;

pub use builtin::{BuiltInEvents, builtin, names};
pub use census::{Census, census};
pub use finding::Finding;
pub use kinds::{Confidence, Field, Kind, OfficeKind, Scope, Status};
pub use pack::{NotARecord, Packed, encode};
pub use raw::Rule;
pub use schema::*;
pub use source::{check, load};
pub use table::Table;
pub use text::Str;
