//! What is on screen and what happens next?
//!
//! One [`Model`], changed by [`update()`] alone: a [`Message`] says what happened, an [`Effect`] what
//! the edge must do. Nothing here draws, reads a clock or touches a disk.

pub mod action;
pub mod brush;
pub mod detail;
pub mod directory;
pub mod facets;
pub mod found;
pub mod help;
pub mod jump;
pub mod keymap;
pub mod keypress;
pub mod library;
pub mod line;
pub mod message;
pub mod model;
mod occurrences;
pub mod overlay;
pub mod pages;
pub mod palette;
pub mod panes;
mod report;
pub mod review;
pub mod ribbon;
pub mod role;
pub mod search;
pub mod split;
pub mod timeline;
pub mod tour;
pub mod trail;
pub mod update;

pub use message::{Effect, Message};
pub use model::Model;
pub use update::update;
