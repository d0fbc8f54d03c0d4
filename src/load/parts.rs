//! All that lies below some roots, read so many files at a time.

use rayon::prelude::*;

use super::options::{LoadOptions, Progress};
use super::outcome::{How, Outcome, settle};
use super::patterns::Patterns;
use super::walk::{self, Entry};
use super::{Keep, LoadedAs, Root};

/// So many files are read before their documents are put with the others: enough for all cores to have
/// work, and few beside those of a large folder.
const AT_ONCE: usize = 1 << 12;

/// Reads everything below the roots and keeps of the rows of a file what `keep` makes of them, so
/// that a large table is in memory only as that.
pub(super) fn load_with<T: Default + Send>(
    roots: &[Root],
    options: &LoadOptions,
    progress: &dyn Progress,
    keep: Keep<'_, T>,
) -> LoadedAs<T> {
    let mut loaded = LoadedAs::none();
    read(roots, options, progress, keep, &mut |some| {
        loaded.take(some);
    });
    loaded
}

/// The same, given some files at a time; ranks of documents are those of the part.
pub fn load_parts<T: Default + Send>(
    roots: &[Root],
    options: &LoadOptions,
    progress: &dyn Progress,
    keep: Keep<'_, T>,
    each: &mut dyn FnMut(LoadedAs<T>),
) {
    read(roots, options, progress, keep, &mut |some| {
        let mut part = LoadedAs::none();
        part.take(some);
        each(part);
    });
}

/// Reads what is below the roots, so many files at a time.
fn read<T: Default + Send>(
    roots: &[Root],
    options: &LoadOptions,
    progress: &dyn Progress,
    keep: Keep<'_, T>,
    each: &mut dyn FnMut(Vec<Option<Vec<Outcome<T>>>>),
) {
    let how = How {
        patterns: Patterns::built_in(),
        limits: &options.limits,
        mappings: options.mappings.as_deref(),
        mapping: None,
        today: options.today,
    };
    let entries = walk::walk(roots, &options.limits);
    let files = entries
        .iter()
        .filter(|entry| !matches!(entry, Entry::Settled(_)))
        .count();
    progress.found(files);
    let mut entries = entries.into_iter();
    while entries.len() > 0 {
        let some: Vec<Entry> = entries.by_ref().take(AT_ONCE).collect();
        let outcomes = some.into_par_iter().map(|entry| {
            let waits = !matches!(entry, Entry::Settled(_));
            if waits && progress.cancelled() {
                return None;
            }
            let outcomes = settle(entry, &how, keep);
            if let Some(first) = outcomes.first().filter(|_| waits) {
                progress.done(first.report.source.path());
            }
            Some(outcomes)
        });
        each(outcomes.collect());
    }
}
