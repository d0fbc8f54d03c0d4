//! The entries that `fuzz_targets/` drive; see `entries.rs`.

mod entries;

/// Runs one entry by name. Panics where a law is broken.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, entry) = entries::ENTRIES
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a target is named for an entry");
    entry(bytes);
}
