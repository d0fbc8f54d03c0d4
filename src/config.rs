//! What did the user choose, and where?
//!
//! The files of the user (config, keymap, theme) are TOML. What is wrong in them is a [`Fault`] with
//! the file, the line, the column and, where one is near, the name that was probably meant; the rest
//! of the file is used all the same.

mod chosen;
mod fault;
mod places;

pub use chosen::{Chosen, OwnFile, own_file};
pub use fault::{Fault, Source, nearest};
pub use places::{cache, chosen, library, notes};
