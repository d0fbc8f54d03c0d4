//! What did the user choose, and where?
//!
//! The files of the user (config, keymap, theme) are TOML. What is wrong in them is a [`Fault`] with
//! the file, the line, the column and, where one is near, the name that was probably meant; the rest
//! of the file is used all the same. [`Settings`] is what holds in the end, and why.

mod chosen;
mod fault;
mod own_file;
mod places;
mod settings;

pub use chosen::{BACKGROUNDS, Chosen, Given, KEYS};
pub use fault::{Fault, Source};
pub use own_file::{OwnFile, own_file};
pub use places::{cache, chosen, library, mappings, notes, state};
pub use settings::{Flags, From, Setting, Settings};
