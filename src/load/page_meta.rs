//! What a web page says about itself: meta elements, JSON-LD, `time`, the canonical address.

use serde_json::Value;

use super::article::Draft;
use super::tag::Tag;
use crate::text::is_web_address;

/// Names of fields with the day of publication, best first.
const DATES: &[&str] = &[
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "publication_date",
    "publish_date",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "sailthru.date",
    "parsely-pub-date",
    "citation_publication_date",
    "article.published",
    "release_date",
    "time",
    "article:modified_time",
    "datemodified",
    "last-modified",
];
const TITLES: &[&str] = &[
    "og:title",
    "headline",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
];
const PUBLISHERS: &[&str] = &[
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "author",
];
const ADDRESSES: &[&str] = &["canonical", "og:url"];
/// Nobody nests metadata deeper.
const DEEPEST: usize = 12;

/// Fields of a page, by their lower-case names.
#[derive(Debug, Default)]
pub(super) struct Meta {
    fields: Vec<(String, String)>,
    title: String,
    language: Option<String>,
    /// Whether the words that come belong to the `title` element.
    pub(super) in_title: bool,
}

impl Meta {
    fn add(&mut self, name: &str, value: &str) {
        // A page that repeats a field thousands of times has no metadata but an intention.
        if self.fields.len() < 500 && !value.trim().is_empty() && value.len() < 4_000 {
            self.fields
                .push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    fn get(&self, names: &[&str]) -> Option<(&str, &str)> {
        names.iter().find_map(|name| {
            let (name, value) = self.fields.iter().find(|(found, _)| found == name)?;
            Some((name.as_str(), value.as_str()))
        })
    }

    /// Takes from a start tag what it says about the page. `near` tells whether a `time` here can
    /// be that of the article.
    pub(super) fn tag(&mut self, name: &str, tag: &Tag<'_>, near: bool) {
        match name {
            "meta" => {
                let key = tag
                    .get("property")
                    .or_else(|| tag.get("name"))
                    .or_else(|| tag.get("itemprop"));
                if let (Some(key), Some(value)) = (key, tag.get("content")) {
                    self.add(&key, &value);
                }
            }
            "link"
                if tag
                    .get("rel")
                    .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
            {
                if let Some(address) = tag.get("href") {
                    self.add("canonical", &address);
                }
            }
            "time" if near => {
                if let Some(when) = tag.get("datetime") {
                    self.add("time", &when);
                }
            }
            "html" => {
                self.language = tag.get("lang").filter(|lang| lang.len() >= 2).map(|lang| {
                    lang.chars()
                        .take(2)
                        .collect::<String>()
                        .to_ascii_lowercase()
                });
            }
            _ => {
                if let (Some(key), Some(value)) = (
                    tag.get("itemprop"),
                    tag.get("content").or_else(|| tag.get("datetime")),
                ) {
                    self.add(&key, &value);
                }
            }
        }
    }

    /// Takes words of the `title` element.
    pub(super) fn title_words(&mut self, words: &str) {
        if self.title.len() < 4_000 {
            self.title.push_str(words);
        }
    }

    /// Takes JSON-LD; every other script is passed over.
    pub(super) fn script(&mut self, tag: &Tag<'_>, text: &str) {
        if tag
            .get("type")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"))
            && let Ok(value) = serde_json::from_str::<Value>(text.trim())
        {
            self.linked_data(&value, DEEPEST);
        }
    }

    fn linked_data(&mut self, value: &Value, depth: usize) {
        if depth == 0 {
            return;
        }
        match value {
            Value::Array(values) => values
                .iter()
                .take(100)
                .for_each(|value| self.linked_data(value, depth - 1)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    match (key.as_str(), value) {
                        ("datePublished" | "dateModified" | "headline", Value::String(text)) => {
                            self.add(key, text);
                        }
                        ("publisher", Value::Object(publisher)) => {
                            if let Some(Value::String(name)) = publisher.get("name") {
                                self.add("publisher", name);
                            }
                        }
                        ("@graph" | "mainEntity" | "mainEntityOfPage", value) => {
                            self.linked_data(value, depth - 1);
                        }
                        _ => {}
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Puts what is known into the draft. `heading` is the first heading of the article.
    pub(super) fn fill(self, draft: &mut Draft, heading: Option<String>) {
        draft.publisher = self.get(PUBLISHERS).map(|(_, value)| value.to_owned());
        draft.url = self
            .get(ADDRESSES)
            .map(|(_, value)| value.to_owned())
            .filter(|url| is_web_address(url));
        let titled = self.get(TITLES).map(|(_, value)| value.to_owned());
        let whole = without_site(self.title.trim(), draft.publisher.as_deref());
        draft.title = heading
            .or(titled)
            .or_else(|| (!whole.is_empty()).then(|| whole.to_owned()));
        draft.dct = DATES.iter().find_map(|name| {
            let (name, value) = self.get(&[name])?;
            draft.day_in(name, value)
        });
        draft.language = self.language;
    }
}

/// A page's title without the name of the site behind the last dash or bar.
fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    for separator in [" | ", " - ", " – ", " — ", " :: "] {
        if let Some((before, after)) = title.rsplit_once(separator)
            && (site.is_some_and(|site| after.eq_ignore_ascii_case(site))
                || (separator == " | " && after.len() < 40))
            && !before.trim().is_empty()
        {
            return before.trim();
        }
    }
    title
}
