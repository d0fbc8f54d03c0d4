//! Which XML is it? Told by the outermost element; any other XML is read for its words.

use super::article;
use super::markup::{Dialect, Token, Tokenizer};
use super::options::Limits;
use super::patterns::Patterns;
use super::prose::Prose;
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::sink::Sink;
use super::tag::local;
use super::xml::{Event, Xml};
use super::{feed, tei, travels};
use crate::document::Origin;

/// What an XML text gives.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let root = Tokenizer::new(text, Dialect::Xml)
        .take(1_000)
        .find_map(|token| match token {
            Token::Start(tag) => Some(local(tag.name)),
            _ => None,
        });
    let warnings = &mut sink.warnings;
    match root.unwrap_or_default() {
        "rss" | "RDF" | "feed" | "channel" | "item" | "entry" => {
            feed::read(text, origin, patterns, limits, warnings)
        }
        "trips" | "trip" | "visits" | "visit" => travels::read(text, origin, limits, sink),
        "TEI" | "TEI.2" | "teiCorpus" | "div" if text.contains("\"document\"") => {
            tei::read(text, origin, patterns, limits, warnings)
        }
        _ => words(text, origin, patterns, limits, warnings),
    }
}

/// The words of any XML: one paragraph for each run of text between two tags that are not inline.
fn words(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Reading, Notice> {
    const INLINE: &[&str] = &[
        "hi",
        "b",
        "i",
        "em",
        "strong",
        "persName",
        "placeName",
        "date",
        "ref",
        "a",
        "span",
        "emph",
        "name",
        "term",
        "gloss",
        "lb",
    ];
    let mut reading = Reading::named("XML");
    let mut xml = Xml::new(text, limits, warnings);
    let mut prose = Prose::default();
    let mut paragraph = String::new();
    while let Some(event) = xml.next()? {
        let name = match &event {
            Event::Start(tag) => local(tag.name),
            Event::End(name) => local(name),
            Event::Text(words) => {
                paragraph.push_str(words);
                continue;
            }
        };
        if !INLINE.contains(&name) {
            prose.push(&paragraph, None);
            paragraph.clear();
        }
    }
    prose.push(&paragraph, None);
    if prose.is_empty() {
        warnings.push(Notice::new("there are no words in it"));
    } else {
        reading.documents.push(article::finish(
            prose.into_draft(),
            origin.clone(),
            patterns,
        ));
    }
    Ok(reading)
}
