//! How do annotations become events?
//!
//! The record's rows become events as they stand; documents are read sentence by sentence into
//! drafts, which merge into events. The same input gives the same chronicle.

mod record;

use crate::chronicle::Chronicle;
use crate::gazetteer::Gazetteer;

/// The chronicle of the record alone.
pub fn from_record(gazetteer: Gazetteer) -> Chronicle {
    Chronicle::new(gazetteer, record::events(gazetteer), Vec::new())
}
