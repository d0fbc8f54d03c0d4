//! From paths to a chronicle: the whole way of a document, in one call.

mod cache;
mod count;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use crate::chronicle::{Chronicle, Packed, SourceRef};
use crate::compile::{self, Annotators, Memory, RowReader};
use crate::config;
use crate::document::{Copies, DocId, DocumentRef, Documents, EventRow};
use crate::gazetteer::Gazetteer;
use crate::load::{
    FileReport, FileState, LoadOptions, Notice, Originals, PackedReport, Progress, Root, Told,
    load_parts,
};
use crate::record;
use crate::time::Date;
use crate::timex::TemporalTagger;
use cache::Cache;

pub use count::{Counted, count};

/// A chronicle and what became of the files it was read from.
#[derive(Debug)]
pub struct Opened {
    /// All events, with their documents.
    pub chronicle: Chronicle,
    /// What became of each file.
    pub report: PackedReport,
}

/// Whether the built-in record is part of a chronicle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// The record and the documents, merged.
    Record,
    /// The documents alone.
    DocumentsOnly,
}

impl With {
    /// The documents alone where the user says so.
    pub const fn only(documents: bool) -> Self {
        if documents {
            Self::DocumentsOnly
        } else {
            Self::Record
        }
    }
}

/// The chronicle of the built-in record alone. Takes about a millisecond.
pub fn open_record() -> Chronicle {
    compile::from_builtin()
}

/// How the user's own files are loaded: with the folders that are the user's.
pub fn own_options() -> LoadOptions {
    LoadOptions {
        cache: config::cache(),
        mappings: config::mappings(),
        today: Some(Date::today()),
        ..LoadOptions::default()
    }
}

/// Remembers what was understood in the folder of a cache, until [`Recalled::save`].
pub struct Recalled(Option<Cache>);

impl Recalled {
    /// What the cache of these options knows.
    pub fn of(options: &LoadOptions) -> Self {
        Self(options.cache.as_deref().map(Cache::open))
    }

    /// What annotators may ask.
    pub fn memory(&self) -> Option<&dyn Memory> {
        self.0.as_ref().map(|cache| cache as &dyn Memory)
    }

    /// Keeps what was added for the next run.
    pub fn save(self) {
        if let Some(cache) = self.0 {
            cache.save();
        }
    }
}

/// Reads files into a chronicle. What cannot be read is told in the report, never an error.
///
/// `progress` hears of each file that was loaded; reading the loaded documents follows.
pub fn open(roots: &[Root], with: With, options: &LoadOptions, progress: &dyn Progress) -> Opened {
    if roots.is_empty() && with == With::Record {
        return Opened {
            chronicle: open_record(),
            report: PackedReport::default(),
        };
    }
    let tagger = TemporalTagger::default();
    let recalled = Recalled::of(options);
    let annotators =
        Annotators::new(Gazetteer::new(record::names()), &tagger).remembering(recalled.memory());
    let rows = RowReader::new(&annotators);
    let mut documents = Documents::default();
    let mut tables = Vec::new();
    let mut report = PackedReport::default();
    let (mut texts, mut originals) = (Originals::default(), Vec::new());
    let keep = |table: &mut Packed, row: &EventRow<'_>| rows.read(table, row);
    load_parts(roots, options, progress, &keep, &mut |part| {
        if options.copies == Copies::Folded {
            originals.extend(texts.add(&part.documents));
        }
        documents.extend(part.documents);
        tables.extend(part.tables);
        report.append(part.report);
    });
    let record = with == With::Record;
    progress.understanding(documents.len());
    let unread = Mutex::new(BTreeSet::new());
    let wanted = |doc: DocId| {
        let stop = progress.cancelled();
        if stop && let Ok(mut unread) = unread.lock() {
            unread.insert(doc);
        }
        progress.understood();
        !stop
    };
    let chronicle = compile::compile_tables(documents, tables, &annotators, record, &wanted);
    recalled.save();
    let told = told_by_documents(&chronicle);
    let told = |doc: DocId| told.get(doc.index()).copied().unwrap_or_default();
    let unread = unread.into_inner().unwrap_or_default();
    report = report.changed(|file| {
        file.refine(|doc| {
            let original = originals.get(doc.index()).copied().flatten();
            told_by(told(doc), original.map(told).as_ref())
        });
        stopped(file, &unread);
        foreign(file, &|doc| {
            let document = chronicle.document(doc).filter(|_| told(doc).events == 0);
            document.and_then(DocumentRef::unread)
        });
    });
    report.cancelled |= !unread.is_empty();
    Opened {
        chronicle: chronicle.fold_copies(originals),
        report,
    }
}

/// Says of a file whose documents were read and not understood that the user stopped before.
fn stopped(file: &mut FileReport, unread: &BTreeSet<DocId>) {
    let mut documents = file.documents.clone().map(DocId);
    if file.state == FileState::Undated && documents.any(|doc| unread.contains(&doc)) {
        file.state = FileState::Skipped("you stopped before it was understood".to_owned());
    }
}

/// What a document tells: a copy what its original tells.
fn told_by(own: Told, original: Option<&Told>) -> Told {
    original.filter(|_| own.dated == 0).copied().unwrap_or(own)
}

/// Says of a file why no events were looked for in its documents: "not read: Korean". What told
/// something was read.
fn foreign(file: &mut FileReport, unread: &dyn Fn(DocId) -> Option<String>) {
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for why in file.documents.clone().map(DocId).filter_map(unread) {
        *reasons.entry(why).or_default() += 1;
    }
    let several = file.documents.len() > 1;
    for (why, count) in reasons {
        let why = if several {
            format!("{count} of its documents {why}")
        } else {
            why
        };
        file.warnings.push(Notice::new(why));
    }
}

/// For each document, the events that rest on it.
fn told_by_documents(chronicle: &Chronicle) -> Vec<Told> {
    let mut told = vec![Told::default(); chronicle.documents().len()];
    // What stands for a table has no text; of tables it is known what they tell.
    let mut documents = chronicle.documents().iter();
    if documents.all(|document| document.text.is_empty()) {
        return told;
    }
    for event in chronicle.events() {
        let mut last = None;
        for attestation in &event.attestations {
            // Sentences of one document stand together.
            if let SourceRef::Document(doc) = attestation.source
                && last != Some(doc)
                && let Some(told) = told.get_mut(doc.index())
            {
                told.events += 1;
                told.dated += u32::from(event.date.is_some());
                last = Some(doc);
            }
        }
    }
    told
}
