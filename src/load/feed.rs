//! RSS and Atom: each item is a document.
//!
//! Also a single item cut out of a feed, with prefixes that nobody declared. The text of an item is
//! its content, or its description if it has no content; a feed that gives both gives one text.

use std::borrow::Cow;

use super::article::{self, Draft};
use super::options::Limits;
use super::patterns::Patterns;
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::tag::local;
use super::xml::{Event, Xml};
use super::{html, plain};
use crate::document::Origin;
use crate::text::is_web_address;

/// Fields of an item and of the feed, by local name.
#[derive(Debug, Default)]
struct Fields {
    title: String,
    link: String,
    date: Option<(&'static str, String)>,
    content: String,
    description: String,
    creator: String,
    publisher: String,
    language: String,
}

/// Names of date fields, best first.
const DATES: [&str; 6] = [
    "pubDate",
    "published",
    "issued",
    "date",
    "updated",
    "modified",
];

/// The documents of a feed.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Reading, Notice> {
    let mut reading = Reading::named("a feed");
    let mut xml = Xml::new(text, limits, warnings);
    let mut feed = Fields::default();
    let mut item: Option<(Fields, usize)> = None;
    // The field that is being read: its name, its depth, where its content begins, its kind.
    let mut field: Option<Field> = None;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(tag) => {
                let name = local(tag.name);
                if field.is_some() {
                    if let Some(field) = &mut field {
                        field.has_elements = true;
                    }
                } else if matches!(name, "rss" | "RDF" | "feed" | "channel") {
                    // What holds the items.
                } else if item.is_none() && matches!(name, "item" | "entry") {
                    item = Some((Fields::default(), xml.depth()));
                } else {
                    let (fields, depth) = match &mut item {
                        Some((fields, depth)) => (fields, *depth),
                        None => (&mut feed, xml.depth() - 1),
                    };
                    if xml.depth() == depth + 1 && !is_of_media(tag.name) {
                        if let (true, Some(href)) = (name == "link", tag.get("href")) {
                            let alternate = tag.get("rel").is_none_or(|rel| rel == "alternate");
                            if alternate && fields.link.is_empty() {
                                fields.link = href.into_owned();
                            }
                        }
                        let kind = tag.get("type").unwrap_or_default().into_owned();
                        field = Some(Field::new(name, xml.depth(), xml.inner(), kind));
                    }
                }
            }
            Event::Text(words) => {
                if let Some(field) = &mut field {
                    field.text.push_str(&words);
                }
            }
            Event::End(name) => {
                if let Some(done) = field.take_if(|field| xml.depth() < field.depth) {
                    let target = item.as_mut().map_or(&mut feed, |(fields, _)| fields);
                    let inner = text.get(done.inner..xml.outer()).unwrap_or_default();
                    target.take(done, inner);
                } else if field.is_none()
                    && matches!(local(name), "item" | "entry")
                    && let Some((fields, _)) = item.take_if(|(_, depth)| xml.depth() < *depth)
                {
                    let number = reading.documents.len() as u32 + 1;
                    let whole = xml.depth() > 0 || number > 1;
                    let origin = if whole {
                        origin.item(number)
                    } else {
                        origin.clone()
                    };
                    let draft = fields.into_draft(&feed, patterns, number, &mut xml);
                    reading
                        .documents
                        .push(article::finish(draft, origin, patterns));
                    if reading.documents.len() >= limits.records {
                        let most = limits.records;
                        xml.warn(format!("only the first {most} items are read"));
                        return Ok(reading);
                    }
                }
            }
        }
    }
    if reading.documents.is_empty() {
        warnings.push(Notice::new("the feed has no items"));
    }
    Ok(reading)
}

/// Whether an element is of a picture or a recording: their titles and texts are not the item's.
fn is_of_media(name: &str) -> bool {
    let prefix = name.split_once(':').map(|(prefix, _)| prefix);
    matches!(prefix, Some("media" | "itunes" | "googleplay"))
}

struct Field {
    name: String,
    depth: usize,
    inner: usize,
    kind: String,
    text: String,
    has_elements: bool,
}

impl Field {
    fn new(name: &str, depth: usize, inner: usize, kind: String) -> Self {
        Self {
            name: name.to_owned(),
            depth,
            inner,
            kind,
            text: String::new(),
            has_elements: false,
        }
    }
}

impl Fields {
    fn take(&mut self, field: Field, inner: &str) {
        // Markup inside a field (XHTML) is read as a page; escaped markup is text until then.
        let value: Cow<'_, str> = if field.has_elements {
            inner.into()
        } else {
            field.text.into()
        };
        let first = |target: &mut String, value: &str| {
            if target.is_empty() {
                value.trim().clone_into(target);
            }
        };
        let foreign = field.kind.contains('/')
            && !field.kind.starts_with("text/")
            && !field.kind.contains("xhtml");
        match field.name.as_str() {
            "title" => first(&mut self.title, &value),
            "link" => first(&mut self.link, &value),
            "encoded" | "content" if !foreign => first(&mut self.content, &value),
            "description" | "summary" => first(&mut self.description, &value),
            "creator" | "author" => first(&mut self.creator, &value),
            "publisher" | "source" => first(&mut self.publisher, &value),
            "language" => first(&mut self.language, &value),
            name => {
                let Some(rank) = DATES.iter().position(|known| *known == name) else {
                    return;
                };
                let better = self.date.as_ref().is_none_or(|(held, _)| {
                    DATES
                        .iter()
                        .position(|known| known == held)
                        .is_some_and(|held| rank < held)
                });
                if better && !value.trim().is_empty() {
                    self.date = Some((DATES[rank], value.trim().to_owned()));
                }
            }
        }
    }

    fn into_draft(
        self,
        feed: &Self,
        patterns: &Patterns,
        number: u32,
        xml: &mut Xml<'_, '_>,
    ) -> Draft {
        let body = if self.content.is_empty() {
            &self.description
        } else {
            &self.content
        };
        let mut draft = if body.contains('<') {
            html::read(body, patterns)
        } else {
            plain::read(body)
        };
        let text_of = |markup: &str| html::read(markup, patterns).text;
        let named = |value: &str| (!value.trim().is_empty()).then(|| text_of(value));
        draft.title = named(&self.title).or(draft.title);
        draft.url = Some(self.link).filter(|link| is_web_address(link));
        let creator = named(&self.creator).map(|creator| draft.author(creator));
        draft.publisher = named(&self.publisher)
            .or_else(|| named(&feed.title))
            .or(creator)
            .or(draft.publisher);
        draft.language = draft.language.or_else(|| {
            let language: String = feed.language.chars().take(2).collect();
            (language.len() == 2).then(|| language.to_ascii_lowercase())
        });
        if let Some((name, value)) = self.date {
            let day = draft.day_in(name, &value);
            if day.is_some() {
                draft.dct = day;
            } else {
                xml.warn(format!("item {number}: \"{value}\" is not a date"));
            }
        }
        draft
    }
}
