//! Reading files while the browser is already open.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Loader;
use crate::app::library::{FileLine, FileState, Library, Report};
use crate::app::message::Progress;
use crate::chronicle::{Chronicle, SourceRef};
use crate::load::{self, LoadOptions, LoadReport, Root};
use crate::open::{Opened, With, open};
use crate::text::clean_line;

/// What reads these files, with or without the record.
pub fn loader(roots: Vec<Root>, with: With) -> Loader {
    Box::new(move |tell| {
        let told = Told {
            tell,
            found: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
        };
        let Opened { chronicle, report } = open(&roots, with, &LoadOptions::default(), &told);
        let report = lines(&chronicle, &report);
        Ok(Library::new(Arc::new(chronicle), report))
    })
}

/// Hears of the files and tells the browser, at most a hundred times.
struct Told<'a> {
    tell: &'a (dyn Fn(Progress) + Sync),
    found: AtomicUsize,
    done: AtomicUsize,
}

impl load::Progress for Told<'_> {
    fn found(&self, files: usize) {
        self.found.store(files, Ordering::Relaxed);
        (self.tell)(Progress {
            what: "reading".to_owned(),
            done: 0,
            of: files,
        });
    }

    fn done(&self, _path: &Path) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let of = self.found.load(Ordering::Relaxed).max(done);
        if done.is_multiple_of((of / 100).max(1)) && done < of {
            (self.tell)(Progress {
                what: "reading".to_owned(),
                done,
                of,
            });
        }
    }
}

/// The report as the screen shows it, with the events that each file tells.
fn lines(chronicle: &Chronicle, report: &LoadReport) -> Report {
    let mut events = vec![0usize; chronicle.documents().len()];
    for attestation in chronicle
        .events()
        .iter()
        .flat_map(|event| &event.attestations)
    {
        if let SourceRef::Document(doc) = attestation.source
            && let Some(count) = events.get_mut(doc.index())
        {
            *count += 1;
        }
    }
    let files = report.files.iter().map(|file| {
        let documents = file.documents.start as usize..file.documents.end as usize;
        let told: usize = events.get(documents).unwrap_or_default().iter().sum();
        let (state, reason) = match &file.state {
            load::FileState::Events => (FileState::Events, String::new()),
            load::FileState::Undated => (FileState::Undated, "no date in it".to_owned()),
            load::FileState::Skipped(why) => (FileState::Skipped, clean_line(why)),
            load::FileState::Trouble(why) => (FileState::Trouble, clean_line(&why.to_string())),
        };
        let reason = match file.warnings.first() {
            Some(warning) if reason.is_empty() => clean_line(&warning.to_string()),
            _ => reason,
        };
        FileLine {
            path: clean_line(&file.source.to_string()),
            state,
            events: told + file.rows as usize,
            reason,
        }
    });
    Report {
        files: files.collect(),
    }
}
