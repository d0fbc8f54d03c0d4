//! What did the user mark, tag, note and correct?
//!
//! A log of [`Act`]s, one JSON object a line, that is only ever appended to: an undo is a line as
//! well. Events are named by their stable key. Each act is saved at once: the file is locked, the
//! line written and flushed to the disk. A line that cannot be read stays where it is and is told.

mod act;
mod corrected;
mod kept;
mod log;

pub use act::Act;
pub use corrected::corrected;
pub use kept::{Notes, OfEvent};
pub use log::{Log, LogError, Read};
