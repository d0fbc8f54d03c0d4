//! What one file gave: documents, rows and a report; of an archive, one such for each entry.

use std::path::Path;

use super::file;
use super::mapping::{self, Mapping};
use super::options::Limits;
use super::patterns::Patterns;
use super::reading::Reading;
use super::report::{FileReport, FileState, LoadReport, Notice};
use super::sink::Sink;
use super::walk::Entry;
use super::{Failure, Keep, LoadedAs, Source, archive, open};
use crate::document::{Document, EventRow, Origin, Table};
use crate::time::Date;

/// One file, read or not.
pub(super) struct Outcome<T> {
    pub(super) report: FileReport,
    documents: Vec<Document>,
    rows: Option<Table<T>>,
}

impl<T> Outcome<T> {
    /// A file that gave nothing.
    fn of(report: FileReport) -> Self {
        Self {
            report,
            documents: Vec::new(),
            rows: None,
        }
    }
}

/// How files are read.
pub(super) struct How<'h> {
    pub(super) patterns: &'h Patterns,
    pub(super) limits: &'h Limits,
    /// The folder of mappings that stand beside no file.
    pub(super) mappings: Option<&'h Path>,
    /// What the user says of the columns of this file.
    pub(super) mapping: Option<Mapping>,
    /// The day of the load, if it is known.
    pub(super) today: Option<Date>,
}

/// What an entry of the walk gives.
pub(super) fn settle<T: Default>(
    entry: Entry,
    how: &How<'_>,
    keep: Keep<'_, T>,
) -> Vec<Outcome<T>> {
    let limits = how.limits;
    let mut how = How {
        mapping: None,
        ..*how
    };
    let (source, origin, bytes) = match entry {
        Entry::Settled(report) => return vec![Outcome::of(*report)],
        Entry::Stdin => (
            Source::Stdin,
            Origin::Stdin,
            open::read_stdin(std::io::stdin().lock(), limits),
        ),
        Entry::File(path, _) if mapping::is_mapping(&path) => {
            let why = "it is a mapping: it tells what the columns of the file beside it mean";
            let state = FileState::Skipped(why.to_owned());
            return vec![Outcome::of(FileReport::new(Source::Path(path), state))];
        }
        Entry::File(path, links) => {
            let bytes = open::read(&path, links, limits);
            how.mapping = mapping::of(&path, how.mappings, limits);
            let origin = Origin::File(path.as_path().into(), None);
            (Source::Path(path), origin, bytes)
        }
    };
    outcomes(source, bytes, &origin, &how, keep)
}

/// What the bytes of a source give: of an archive, one outcome for each entry.
pub(super) fn outcomes<T: Default>(
    source: Source,
    bytes: Result<impl AsRef<[u8]>, Failure>,
    origin: &Origin,
    how: &How<'_>,
    keep: Keep<'_, T>,
) -> Vec<Outcome<T>> {
    let packed = match &bytes {
        Ok(bytes) if archive::is_archive(bytes.as_ref()) => bytes.as_ref(),
        _ => return vec![outcome(source, bytes, origin, how, keep)],
    };
    let mut found = Vec::new();
    let opened = archive::open(packed, how.limits, |(name, bytes)| {
        let path = if name.as_os_str().is_empty() {
            source.path().to_path_buf()
        } else {
            source.path().join(name)
        };
        let origin = Origin::File(path.as_path().into(), None);
        let source = Source::Path(path);
        found.push(outcome(source, bytes, &origin, how, keep));
    });
    let state = match opened {
        Err(failure) => FileState::from(failure),
        Ok(()) if found.is_empty() => FileState::Skipped("there is no file in it".to_owned()),
        Ok(()) => return found,
    };
    vec![Outcome::of(FileReport::new(source, state))]
}

/// What the bytes of a source give.
fn outcome<T: Default>(
    source: Source,
    bytes: Result<impl AsRef<[u8]>, Failure>,
    origin: &Origin,
    how: &How<'_>,
    keep: Keep<'_, T>,
) -> Outcome<T> {
    let size = bytes.as_ref().map_or(0, |bytes| bytes.as_ref().len()) as u64;
    let mut rows = T::default();
    let mut take = |row: &EventRow<'_>| keep(&mut rows, row);
    let mut sink = Sink::new(&mut take);
    sink.mapping.clone_from(&how.mapping);
    let faults = how.mapping.iter().flat_map(|mapping| &mapping.faults);
    sink.warnings.extend(faults.cloned());
    let reading: Result<Reading, Failure> = bytes
        .and_then(|bytes| file::read(bytes.as_ref(), origin, how.patterns, how.limits, &mut sink));
    match reading {
        Ok(reading) => {
            sink.warnings
                .extend(too_late(&reading.documents, how.today));
            let mut report = FileReport::new(source, reading.state(&sink));
            report.rows = sink.rows.len() as u32;
            report.dated_rows = sink.rows.dated() as u32;
            report.events = report.rows;
            report.warn(sink.warnings);
            report.format = reading.format;
            report.bytes = size;
            let some = report.rows > 0;
            Outcome {
                report,
                documents: reading.documents,
                rows: some.then(|| Table {
                    origin: origin.clone(),
                    rows,
                }),
            }
        }
        Err(failure) => Outcome::of(FileReport::new(source, failure.into())),
    }
}

/// Documents that are dated after the day of the load.
fn too_late(documents: &[Document], today: Option<Date>) -> impl Iterator<Item = Notice> {
    let dates = documents
        .iter()
        .filter_map(|document| document.dct.as_ref());
    // East of here it may be tomorrow already.
    let late = dates.filter(move |dct| {
        today.is_some_and(|today| dct.date.range().first() > today.plus_days(1))
    });
    late.map(|dct| {
        let (day, told) = (dct.date.human(), dct.origin.describe());
        Notice::new(format!(
            "it is dated {day}, which is still to come, going by {told}"
        ))
    })
}

impl<T> LoadedAs<T> {
    /// Nothing yet.
    pub(super) fn none() -> Self {
        Self {
            documents: Vec::new(),
            tables: Vec::new(),
            report: LoadReport::default(),
        }
    }

    /// Adds outcomes in order; `None` is a file that was not begun because the user stopped.
    pub(super) fn take(&mut self, outcomes: Vec<Option<Vec<Outcome<T>>>>) {
        self.report.cancelled |= outcomes.iter().any(Option::is_none);
        for outcome in outcomes.into_iter().flatten().flatten() {
            let Outcome {
                report: mut file,
                documents,
                rows,
            } = outcome;
            let first = self.documents.len() as u32;
            self.documents.extend(documents);
            file.documents = first..self.documents.len() as u32;
            self.tables.extend(rows);
            self.report.files.push(file);
        }
    }
}
