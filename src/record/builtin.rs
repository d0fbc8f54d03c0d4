//! The record that was compiled into this binary.

use std::sync::OnceLock;

use super::pack::decode;
use super::schema::Record;

/// What `build.rs` made of `data/`.
static BLOB: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/record.bin"));

/// The built-in record: decoded once, at the first call, and borrowed from the binary.
///
/// # Panics
/// Never: the build has decoded the same bytes with the same types.
pub fn builtin() -> &'static Record<'static> {
    static RECORD: OnceLock<Record<'static>> = OnceLock::new();
    RECORD.get_or_init(|| decode(BLOB).expect("build.rs decoded this very blob"))
}
