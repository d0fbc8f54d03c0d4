//! One page that needs nothing else: no script, no style sheet or picture from elsewhere.

use std::fmt::Write;

use super::markdown::doubts;
use super::{Brief, link, source_note};
use crate::chronicle::Event;
use crate::text::clean_line;

const STYLE: &str = "body{font:16px/1.5 serif;max-width:44em;margin:2em auto;padding:0 1em}\
    ol{padding-left:1.5em}li{margin:0 0 1em}.doubt{color:#8a3b00}.sources{font-size:.85em}";

pub(super) fn write(brief: &Brief<'_>) -> String {
    let title = escape(brief.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
         <p>{}</p>\n<ol>\n",
        escape(&brief.as_of_line())
    );
    for event in brief.events() {
        item(brief, &event, &mut out);
    }
    out.push_str("</ol>\n</body>\n</html>\n");
    out
}

fn item(brief: &Brief<'_>, event: &Event, out: &mut String) {
    let chronicle = brief.chronicle;
    let date = event
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.human());
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<li><b>{}</b> {}.",
        escape(&date),
        escape(&event.title)
    );
    if !event.summary.is_empty() {
        let _ = write!(out, " {}", escape(&event.summary));
    }
    for doubt in doubts(chronicle, event) {
        let _ = write!(out, " <span class=\"doubt\">[{}]</span>", escape(&doubt));
    }
    let people: Vec<String> = event
        .participants
        .iter()
        .map(|participant| match chronicle.role(participant, event) {
            Some(role) => format!("{} ({role})", chronicle.name(participant)),
            None => chronicle.name(participant).to_owned(),
        })
        .collect();
    if !people.is_empty() {
        let _ = write!(out, "<br><i>{}</i>", escape(&people.join(", ")));
    }
    out.push_str("<ul class=\"sources\">");
    for attestation in &event.attestations {
        let _ = write!(out, "<li>{}", escape(&source_note(chronicle, attestation)));
        if let Some(url) = link(chronicle, attestation) {
            let url = escape(url.as_str());
            let _ = write!(out, ", <a href=\"{url}\" rel=\"noreferrer\">{url}</a>");
        }
        if let Some(quote) = chronicle.quote(attestation) {
            let _ = write!(out, "<br><q>{}</q>", escape(quote));
        }
        out.push_str("</li>");
    }
    out.push_str("</ul></li>\n");
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean_line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
