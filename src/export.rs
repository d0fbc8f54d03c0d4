//! How does an event look outside the browser?
//!
//! Every format is inert: nothing a document contains becomes a formula, a property or markup, and
//! what is written can be read back. Facts without a source say so in each of them.

mod json;
mod line;

pub use json::{EventJson, ParticipantJson, SCHEMA, SourceJson};
pub use line::line;
