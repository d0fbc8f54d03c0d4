//! From paths to a chronicle: the whole way of a document, in one call.

use crate::chronicle::{Chronicle, SourceRef};
use crate::compile::{self, Annotators};
use crate::document::DocId;
use crate::gazetteer::Gazetteer;
use crate::load::{LoadOptions, LoadReport, Progress, Root, load};
use crate::record;
use crate::timex::TemporalTagger;

/// A chronicle and what became of the files it was read from.
#[derive(Debug)]
pub struct Opened {
    /// All events, with their documents.
    pub chronicle: Chronicle,
    /// What became of each file.
    pub report: LoadReport,
}

/// Whether the built-in record is part of a chronicle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// The record and the documents, merged.
    Record,
    /// The documents alone.
    DocumentsOnly,
}

/// The chronicle of the built-in record alone. Takes about a millisecond.
pub fn open_record() -> Chronicle {
    compile::from_record(Gazetteer::new(record::builtin()))
}

/// Reads files into a chronicle. What cannot be read is told in the report, never an error.
///
/// `progress` hears of each file that was loaded; reading the loaded documents follows.
pub fn open(roots: &[Root], with: With, options: &LoadOptions, progress: &dyn Progress) -> Opened {
    if roots.is_empty() && with == With::Record {
        return Opened {
            chronicle: open_record(),
            report: LoadReport::default(),
        };
    }
    let gazetteer = Gazetteer::new(record::builtin());
    let (loaded, mut report) = load(roots, options, progress);
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(gazetteer, &tagger);
    let record = with == With::Record;
    let chronicle = compile::compile(loaded.documents, &loaded.rows, &annotators, record, &|| ());
    let dated = documents_with_dated_events(&chronicle);
    report.refine(|doc| dated.get(doc.index()).copied().unwrap_or_default());
    Opened { chronicle, report }
}

/// For each document, whether a dated event rests on it.
fn documents_with_dated_events(chronicle: &Chronicle) -> Vec<bool> {
    let mut dated = vec![false; chronicle.documents().len()];
    for attestation in chronicle
        .dated()
        .iter()
        .flat_map(|event| &event.attestations)
    {
        if let SourceRef::Document(DocId(doc)) = attestation.source
            && let Some(dated) = dated.get_mut(doc as usize)
        {
            *dated = true;
        }
    }
    dated
}
