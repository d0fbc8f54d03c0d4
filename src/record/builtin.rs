//! The record that was compiled into this binary.

use std::sync::OnceLock;

use super::pack::Packed;
use super::schema::{Event, Names, Record};
use crate::time::DateRange;

/// What `build.rs` made of `data/`.
const PACKED: Packed<&str, &[u8]> = Packed {
    text: include_str!(concat!(env!("OUT_DIR"), "/record.txt")),
    names: include_bytes!(concat!(env!("OUT_DIR"), "/names.bin")),
    heads: include_bytes!(concat!(env!("OUT_DIR"), "/heads.bin")),
    events: include_bytes!(concat!(env!("OUT_DIR"), "/events.bin")),
    documents: include_bytes!(concat!(env!("OUT_DIR"), "/documents.bin")),
};

const WHOLE: &str = "build.rs decoded these very bytes";
const ONE: &str = "the number of an event lies below their count";

/// The names of the built-in record: decoded once, at the first call, and borrowed from the binary.
///
/// # Panics
/// Never: the build has decoded the same bytes with the same types.
pub fn names() -> &'static Names<'static> {
    static NAMES: OnceLock<Names<'static>> = OnceLock::new();
    NAMES.get_or_init(|| PACKED.names().expect(WHOLE))
}

/// The events of the built-in record, packed as they are in the binary.
#[derive(Clone, Copy, Debug)]
pub struct BuiltInEvents;

impl BuiltInEvents {
    /// How many there are.
    pub fn count(self) -> usize {
        PACKED.count()
    }

    /// First and last possible day of one.
    ///
    /// # Panics
    /// At [`BuiltInEvents::count`] and beyond.
    pub fn range(self, at: usize) -> DateRange {
        PACKED.range(at).expect(ONE)
    }

    /// The id of one.
    ///
    /// # Panics
    /// At [`BuiltInEvents::count`] and beyond.
    pub fn id(self, at: usize) -> &'static str {
        PACKED.id(at).expect(ONE)
    }

    /// One of them, decoded anew.
    ///
    /// # Panics
    /// At [`BuiltInEvents::count`] and beyond.
    pub fn event(self, at: usize) -> Event<'static> {
        PACKED.event(at).expect(ONE)
    }
}

/// The whole built-in record, decoded anew.
///
/// # Panics
/// Never: the build has decoded the same bytes with the same types.
pub fn builtin() -> Record<'static> {
    PACKED.record().expect(WHOLE)
}
