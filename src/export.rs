//! How does an event look outside the browser?
//!
//! Every format is inert: nothing a document contains becomes a formula, a property or markup, and
//! what is written can be read back. Facts without a source say so in each of them.

mod brief;
mod citation;
mod csv;
mod html;
mod ics;
mod json;
mod line;
mod markdown;

pub use brief::{Brief, Exported, Format};
pub use citation::{citation, link, source_note};
pub use json::{EventJson, ParticipantJson, SCHEMA, SourceJson};
pub use line::line;
pub use markdown::event_markdown;

#[cfg(test)]
mod tests;
