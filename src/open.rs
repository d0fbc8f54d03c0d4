//! From paths to a chronicle: the whole way of a document, in one call.

use crate::chronicle::Chronicle;
use crate::compile;
use crate::gazetteer::Gazetteer;
use crate::record;

/// The chronicle of the built-in record.
pub fn open_record() -> Chronicle {
    compile::from_record(Gazetteer::new(record::builtin()))
}
