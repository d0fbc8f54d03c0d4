//! From the folder `data/` to a checked record.

use std::path::Path;

use super::check::check as rules;
use super::finding::Finding;
use super::parse;
use super::resolve::{Index, resolve};
use super::schema::Record;

/// Everything that is wrong with the record in this folder, by file and line; nothing if it is
/// clean.
pub fn check(dir: &Path) -> Vec<Finding> {
    load(dir).err().unwrap_or_default()
}

/// The record in this folder, or everything that is wrong with it.
pub fn load(dir: &Path) -> Result<Record<'static>, Vec<Finding>> {
    let (data, mut findings) = parse::read(dir);
    let index = Index::of(&data);
    // A file that could not be read leaves every id dangling that it holds: tell the cause alone.
    if findings.is_empty() {
        findings = rules(&data, &index);
    }
    if findings.is_empty() {
        Ok(resolve(data, &index))
    } else {
        Err(findings)
    }
}
