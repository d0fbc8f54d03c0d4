//! `linchpin check --record`: whether the files of the record hold together.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::Check;
use super::{Exit, Output};
use crate::error::{Category, Error};
use crate::export::SCHEMA;
use crate::record::{self, Census, census};

/// Where a checkout keeps the record.
const DATA: &str = "data";

#[derive(Serialize)]
struct Answer {
    schema: u32,
    findings: Vec<FindingJson>,
    record: Option<Counts>,
}

#[derive(Serialize)]
struct FindingJson {
    file: String,
    line: usize,
    rule: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Counts {
    events: usize,
    taking_office: usize,
    unsourced: usize,
    inferred: usize,
    low_confidence: usize,
    attestations: usize,
    officials: usize,
    tenures: usize,
    places: usize,
    sources: usize,
}

pub(super) fn run(args: &Check, out: &mut Output) -> Result<Exit, Error> {
    let data = args
        .paths
        .first()
        .cloned()
        .unwrap_or_else(|| PathBuf::from(DATA));
    if !data.is_dir() {
        return Err(no_folder(&data));
    }
    let (findings, counts) = match record::load(&data) {
        Ok(record) => (Vec::new(), Some(Counts::from(census(&record)))),
        Err(findings) => (findings, None),
    };
    let clean = findings.is_empty();
    if args.json {
        let findings = findings
            .into_iter()
            .map(|finding| FindingJson {
                file: finding.file.display().to_string(),
                line: finding.line,
                rule: finding.rule.name(),
                message: finding.message,
            })
            .collect();
        out.json(&Answer {
            schema: SCHEMA,
            findings,
            record: counts,
        })?;
    } else {
        for finding in &findings {
            out.line(&finding.to_string())?;
        }
        if let Some(counts) = counts {
            out.line(&counts.to_string())?;
        } else {
            out.line(&format!("{} to mend", findings.len()))?;
        }
    }
    Ok(Exit::found(clean))
}

fn no_folder(data: &Path) -> Error {
    let path = crate::text::clean_line(&data.to_string_lossy());
    let message = format!(
        "{path} is not a folder; name the folder that holds the record's files, \
         or run this where {DATA}/ is"
    );
    Error::new(Category::Input, message)
}

impl From<Census> for Counts {
    fn from(census: Census) -> Self {
        Self {
            events: census.events,
            taking_office: census.taking_office,
            unsourced: census.unsourced,
            inferred: census.inferred,
            low_confidence: census.low_confidence,
            attestations: census.attestations,
            officials: census.officials,
            tenures: census.tenures,
            places: census.places,
            sources: census.sources,
        }
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            f,
            "the record is clean: {} events ({} from tenures), {} attestations of {} sources",
            self.events, self.taking_office, self.attestations, self.sources
        )?;
        writeln!(
            f,
            "{} officials with {} tenures, {} places",
            self.officials, self.tenures, self.places
        )?;
        write!(
            f,
            "{} events unsourced, {} with something inferred, {} of low confidence",
            self.unsourced, self.inferred, self.low_confidence
        )
    }
}
