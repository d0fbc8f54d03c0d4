//! What must hold of an export, whatever the events say: it is inert and can be read back.

use linchpin::chronicle::{Chronicle, EventId};
use linchpin::export::{Brief, Format};
use linchpin::time::Date;

use super::forbidden;

/// Writes all events in every format, with a title from outside, and checks each.
pub(crate) fn check(chronicle: &Chronicle, title: &str) {
    let events: Vec<EventId> = chronicle.ids().collect();
    let as_of = Date::new(2026, 1, 1).expect("a day");
    let brief = Brief {
        chronicle,
        title,
        events: &events,
        as_of,
        coverage: "as far as it goes",
    };
    for format in Format::ALL {
        let text = brief.write(format).text;
        // A carriage return ends the lines of a calendar and a table, and nothing else.
        let lines = text.replace("\r\n", "\n");
        assert_eq!(forbidden::first(&lines, true), None, "{format}: {text:?}");
        match format {
            Format::Csv => table(&text, events.len()),
            Format::Ics => calendar(&text),
            Format::Json => {
                serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
            }
            Format::JsonLines => {
                for line in text.lines() {
                    serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON");
                }
            }
            Format::Html => page(&text),
            Format::Markdown => brief_in_markdown(&text, events.len()),
        }
    }
}

/// As many rows as events and a header, equally wide; no cell begins as a formula does.
fn table(text: &str, events: usize) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows = 0;
    for record in reader.records() {
        for cell in &record.expect("a row as wide as the first") {
            let first = cell.trim_start().chars().next().unwrap_or(' ');
            assert!(!"=+-@＝＋－＠".contains(first), "{cell:?}");
        }
        rows += 1;
    }
    assert_eq!(rows, events + 1);
}

/// Known properties only, lines of at most 75 octets, each component closed.
fn calendar(text: &str) {
    const KNOWN: &[&str] = &[
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "X-WR-CALNAME",
        "X-WR-CALDESC",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "CATEGORIES",
        "STATUS",
        "TRANSP",
        "URL",
    ];
    assert!(
        text.split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])),
        "{text:?}"
    );
    let unfolded = text.replace("\r\n ", "");
    let mut open = 0;
    for line in unfolded.split_terminator("\r\n") {
        let name = line.split([':', ';']).next().unwrap_or_default();
        assert!(KNOWN.contains(&name), "{line:?}");
        open += i32::from(name == "BEGIN") - i32::from(name == "END");
        assert!((0..=2).contains(&open), "{line:?}");
    }
    assert_eq!(open, 0);
}

/// No element that acts, and no address but one that a person could open.
fn page(text: &str) {
    let lower = text.to_lowercase();
    let (_, body) = lower.split_once("<body>").expect("a body");
    for tag in body.split('<').skip(1) {
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .collect();
        let known = [
            "h1",
            "h2",
            "p",
            "ol",
            "ul",
            "li",
            "b",
            "i",
            "q",
            "br",
            "a",
            "span",
            "div",
            "blockquote",
            "sup",
            "section",
            "article",
            "header",
            "footer",
            "time",
            "cite",
            "em",
            "strong",
            "body",
            "html",
        ];
        assert!(known.contains(&name.trim_start_matches('/')), "<{tag}");
        if let Some((_, address)) = tag.split_once("href=\"") {
            assert!(
                address.starts_with("http") || address.starts_with('#'),
                "<{tag}"
            );
        }
        let attributes = tag.split('>').next().unwrap_or_default();
        assert!(
            !attributes.contains(" on") && !attributes.contains("src="),
            "<{tag}"
        );
    }
}

/// One line and one note for each event; nothing that becomes HTML or a picture.
fn brief_in_markdown(text: &str, events: usize) {
    let items = text.lines().filter(|line| line.starts_with("- ")).count();
    let notes = text.lines().filter(|line| line.starts_with("[^")).count();
    assert_eq!((items, notes), (events, events), "{text}");
    let mut escaped = false;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        if !escaped && previous == '<' {
            let address = text.get(at..).is_some_and(|rest| rest.starts_with("http"));
            assert!(address, "{text:?}");
        }
        assert!(escaped || previous != '!' || c != '[', "{text:?}");
        previous = if escaped { ' ' } else { c };
        escaped = !escaped && c == '\\';
    }
}
