//! What files tell, counted part by part: of a hundred thousand files only the counts stay.
//!
//! Nothing is merged here. Merging never joins what one document tells apart, so what its file counts
//! is known as soon as it is read.

use super::{Recalled, foreign};
use crate::compile::{Annotators, extracted};
use crate::document::{Copies, DocId, Document, Origin};
use crate::gazetteer::Gazetteer;
use crate::load::{LoadOptions, LoadReport, Originals, Progress, Root, Told, load_parts};
use crate::record;
use crate::timex::TemporalTagger;

/// Some of the files, in the order of the walk.
#[derive(Debug)]
pub struct Counted {
    /// What became of each; its documents are ranks in the list below.
    pub report: LoadReport,
    /// Their documents.
    pub documents: Vec<Document>,
    /// For each document where the one stands of which it is a copy.
    pub originals: Vec<Option<Origin>>,
}

/// Reads files and gives, some thousands at a time, what became of them.
pub fn count(
    roots: &[Root],
    options: &LoadOptions,
    progress: &dyn Progress,
    each: &mut dyn FnMut(Counted),
) {
    let tagger = TemporalTagger::default();
    let recalled = Recalled::of(options);
    let annotators =
        Annotators::new(Gazetteer::new(record::names()), &tagger).remembering(recalled.memory());
    let mut texts = Originals::default();
    // Of all documents so far.
    let mut told: Vec<Told> = Vec::new();
    let mut origins: Vec<Origin> = Vec::new();
    load_parts(roots, options, progress, &|(), _| (), &mut |mut part| {
        let first = told.len();
        let originals = match options.copies {
            Copies::Folded => texts.add(&part.documents),
            Copies::Apart => vec![None; part.documents.len()],
        };
        let mut unread = Vec::with_capacity(part.documents.len());
        let read = extracted(&part.documents, &annotators);
        for (document, found) in part.documents.iter_mut().zip(read) {
            document.dct = document.dct.take().or(found.dct);
            origins.push(document.origin.clone());
            told.push(Told {
                events: found.events.len() as u32,
                dated: found.events.iter().filter(|e| e.date.is_some()).count() as u32,
            });
            unread.push(found.unread.filter(|_| found.events.is_empty()));
        }
        let own = |doc: DocId| told.get(first + doc.index()).copied().unwrap_or_default();
        part.report.refine(|doc| {
            let original = originals.get(doc.index()).copied().flatten();
            super::told_by(own(doc), original.and_then(|first| told.get(first.index())))
        });
        for file in &mut part.report.files {
            foreign(file, &|doc| unread.get(doc.index())?.clone());
        }
        let origin = |first: DocId| origins.get(first.index()).cloned();
        each(Counted {
            report: part.report,
            documents: part.documents,
            originals: originals
                .into_iter()
                .map(|of| of.and_then(origin))
                .collect(),
        });
    });
    recalled.save();
}
