//! Articles as exports of readers and archives have them: an object with a body of text.

use super::value::{Fields, Json};
use crate::load::article::Draft;
use crate::load::patterns::Patterns;
use crate::load::{html, plain};
use crate::text::is_web_address;

/// Fields that hold the text of an article, best first.
const BODIES: &[&str] = &[
    "content_html",
    "content_text",
    "content",
    "body",
    "text",
    "article",
    "html",
    "fulltext",
    "summary",
    "description",
];
const DATES: &[&str] = &[
    "published",
    "datePublished",
    "date_published",
    "pubDate",
    "publication_date",
    "published_at",
    "date",
    "dct",
    "created",
    "updated",
];
/// A text of more bytes is a body and not a summary.
const LONGEST_SUMMARY: usize = 1_500;

/// The text of an article, if the object has one: markup, or more words than a summary.
pub(super) fn body<'f>(fields: &'f Fields<'_>) -> Option<&'f str> {
    let is_event = ["kind", "participants", "places", "countries"]
        .iter()
        .any(|name| fields.get(name).is_some());
    if is_event {
        return None;
    }
    BODIES.iter().find_map(|name| {
        let text = fields.get(name)?.as_str()?;
        let marked_up = text.contains("</p>") || text.contains("<p>") || text.contains("</div>");
        (marked_up
            || text.len() > LONGEST_SUMMARY
            || *name == "content_html"
            || *name == "content_text")
            .then_some(text)
    })
}

/// The document that the fields describe around their body.
pub(super) fn draft(
    fields: &Fields<'_>,
    body: &str,
    patterns: &Patterns,
    complain: &mut dyn FnMut(&str),
) -> Draft {
    let first = |names: &[&str], says: fn(&str) -> bool| {
        let mut values = names
            .iter()
            .filter_map(|name| fields.get(name).and_then(Json::as_str));
        values.find(|value| says(value)).map(str::to_owned)
    };
    let text = |names: &[&str]| first(names, |value| !value.trim().is_empty());
    let mut draft = if body.contains("</") || body.contains("/>") {
        html::read(body, patterns)
    } else {
        plain::read(body)
    };
    draft.title = text(&["title", "headline"]).or(draft.title);
    draft.url = first(&["url", "link", "guid", "id"], is_web_address).or(draft.url);
    let named = fields
        .get("publisher")
        .and_then(|publisher| publisher.as_object()?.get("name"))
        .and_then(Json::as_str);
    draft.publisher = text(&["publisher", "source", "site_name"])
        .or_else(|| named.map(str::to_owned))
        .or_else(|| Some(draft.author(text(&["author", "creator"])?)))
        .or(draft.publisher);
    draft.language = text(&["language", "lang"])
        .map(|language| language.chars().take(2).collect())
        .or(draft.language);
    for name in DATES {
        let Some(value) = fields.get(name).and_then(Json::as_str) else {
            continue;
        };
        let day = draft.day_in(name, value);
        if day.is_some() {
            draft.dct = day;
            break;
        }
        complain(&format!("\"{value}\" in {name} is not a date"));
    }
    draft
}
