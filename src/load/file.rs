//! One file, from its bytes to its documents.

use std::path::Path;

use super::article::{self, Draft};
use super::front::FrontMatter;
use super::options::Limits;
use super::patterns::Patterns;
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::sink::Sink;
use super::sniff::{self, Format};
use super::{
    Failure, calendar, csv_file, decode, front, html, json, mail, markdown, plain, unpack, when,
    xml_file,
};
use crate::document::{Dct, DctOrigin, Origin};
use crate::text::is_web_address;

/// Reads bytes that came from `origin`.
pub(super) fn read(
    bytes: &[u8],
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Failure> {
    let bytes = &*unpack::unpack(bytes, path_of(origin), limits)?;
    if let Some(what) = sniff::foreign(bytes) {
        return Err(Failure::skip(format!("it is {what}")));
    }
    let decoded = decode::decode(bytes);
    let path = path_of(origin);
    let format = sniff::format(&decoded.text, path);
    let mut reading = Reading::named(format.name());
    sink.warnings.extend(decoded.warning);
    let text = &*decoded.text;
    if text.trim().is_empty() {
        sink.warnings.push(Notice::new("there is nothing in it"));
        return Ok(reading);
    }
    let draft = match format {
        Format::Xml => {
            return xml_file::read(text, origin, patterns, limits, sink).map_err(Failure::Trouble);
        }
        Format::Json => {
            return json::read(text, origin, patterns, limits, sink).map_err(Failure::Trouble);
        }
        Format::JsonLines => {
            return json::read_lines(text, origin, patterns, limits, sink)
                .map_err(Failure::Trouble);
        }
        Format::Table => {
            return csv_file::read(text, origin, limits, sink).map_err(Failure::Trouble);
        }
        Format::Calendar => {
            return calendar::read(text, origin, limits, sink).map_err(Failure::Trouble);
        }
        Format::Mail => {
            return Ok(mail::read(
                text,
                origin,
                patterns,
                limits,
                &mut sink.warnings,
            ));
        }
        Format::Text | Format::Html | Format::Markdown if text.len() > limits.text_bytes => {
            let most = limits.text_bytes >> 20;
            return Err(Failure::Trouble(Notice::new(format!(
                "it is one text of more than {most} MiB, the most that is read as one; split it"
            ))));
        }
        Format::Text => plain::read(text),
        Format::Html => html::read(text, patterns),
        Format::Markdown => {
            let (front, body) = match front::split(text) {
                Some((front, at)) => (front, text.get(at..).unwrap_or_default()),
                None => (FrontMatter::default(), text),
            };
            with_front_matter(markdown::read(body), front, &mut sink.warnings)
        }
    };
    reading
        .documents
        .push(article::finish(draft, origin.clone(), patterns));
    Ok(reading)
}

/// The path of an origin, if it has one.
fn path_of(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::File(path, _) => Some(path),
        Origin::Stdin | Origin::BuiltIn(_) => None,
    }
}

/// The draft with what its front matter says; fields win over what the text says.
fn with_front_matter(mut draft: Draft, front: FrontMatter, warnings: &mut Warnings) -> Draft {
    const DATES: [&str; 8] = [
        "date",
        "published",
        "published_time",
        "publication_date",
        "pubdate",
        "publish_date",
        "created",
        "modified_time",
    ];
    let text = |names: &[&str]| front.get(names).map(|(_, value)| value.to_owned());
    draft.title = text(&["title", "headline"]);
    draft.publisher = text(&[
        "publisher",
        "source",
        "site_name",
        "site",
        "newspaper",
        "author",
    ]);
    draft.url = text(&[
        "url",
        "source_url",
        "link",
        "canonical",
        "canonical_url",
        "permalink",
    ])
    .filter(|url| is_web_address(url));
    draft.language = text(&["language", "lang", "locale"])
        .map(|language| language.chars().take(2).collect::<String>().to_lowercase());
    if let Some((field, value)) = front.get(&DATES) {
        if let Some(date) = date_of(value) {
            draft.dct = Some(Dct {
                date,
                origin: DctOrigin::Metadata(field.to_owned()),
                evidence: None,
            });
        } else {
            warnings.push(Notice::new(format!(
                "front matter: \"{value}\" in the field {field} is not a date; write one like 2021-03-10"
            )));
        }
    }
    warnings.extend(front.warnings);
    draft
}

/// A date as a field gives it: EDTF, or a date with whatever follows it.
fn date_of(value: &str) -> Option<crate::time::Edtf> {
    value
        .parse()
        .ok()
        .or_else(|| when::find(value).map(|found| found.date))
}
