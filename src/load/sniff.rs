//! What a file is, by its content first and its name second.

use std::path::Path;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Xml,
    Json,
    JsonLines,
    Table,
    Calendar,
    Mail,
}

impl Format {
    /// Its name, for "read as …".
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "a web page",
            Self::Xml => "XML",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
            Self::Table => "a table",
            Self::Calendar => "a calendar",
            Self::Mail => "mail",
        }
    }
}

/// How foreign files begin.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x1F\x8B", "gzip data; name it .gz to have it unpacked"),
    (
        b"\x28\xB5\x2F\xFD",
        "Zstandard data; name it .zst to have it unpacked",
    ),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
    (
        b"%PDF-",
        "a PDF file; convert it to text (pdftotext -layout) to have it read",
    ),
    (b"BZh", "a bzip2 file"),
    (b"\xFD7zXZ\0", "an XZ file"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"\xD0\xCF\x11\xE0", "an old office file"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\0asm", "a WebAssembly program"),
    (b"\xFE\xED\xFA", "a program"),
];

/// What the bytes are, if they are not text.
pub(super) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, name)) = known {
        return Some(name);
    }
    let head = bytes.get(..bytes.len().min(64 << 10))?;
    let text_mark = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"]
        .iter()
        .any(|mark| bytes.starts_with(mark));
    if head.is_empty() || text_mark {
        return None;
    }
    // UTF-16 without a mark has zeros too, but as every second byte.
    let zeros = memchr::memchr_iter(0, head).count();
    let controls = head
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0C | 0x1B | 0))
        .count();
    let alternating = zeros * 10 > head.len() * 3 && zeros * 10 < head.len() * 6;
    let odd = (zeros * 50 > head.len() && !alternating) || controls * 10 > head.len();
    (odd && !begins_as_text(head)).then_some("binary data")
}

/// Whether it is valid UTF-8 that begins with words or is mostly words: a text into which something else was spilt (a
/// writer that crashed leaves zeros, a log holds control characters) is still read.
fn begins_as_text(head: &[u8]) -> bool {
    // The cut may fall into a character.
    let valid = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    let printed = |b: &u8| *b >= 0x20 && *b != 0x7F || b.is_ascii_whitespace();
    let begins = head.len() >= 8 && head.iter().take(8).all(printed);
    let mostly = head.iter().filter(|b| printed(b)).count() * 2 > head.len();
    valid && (begins || mostly)
}

/// Which format a text is, from its beginning and the name of its file.
pub(super) fn format(text: &str, path: Option<&Path>) -> Format {
    let ending = |path: &Path| {
        path.extension()
            .map(|ending| ending.to_string_lossy().to_lowercase())
            .unwrap_or_default()
    };
    let packed = |ending: &String| super::unpack::ENDINGS.contains(&ending.as_str());
    let ending = path.map_or_else(String::new, |path| {
        match Some(ending(path)).filter(packed) {
            Some(_) => ending(&path.with_extension("")),
            None => ending(path),
        }
    });
    let head = beginning(text);
    match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        "jsonl" | "ndjson" => Format::JsonLines,
        "csv" | "tsv" | "tab" => Format::Table,
        "json" | "geojson" => Format::Json,
        "ics" | "ical" | "ifb" => Format::Calendar,
        _ if head.starts_with("begin:vcalendar") => Format::Calendar,
        "eml" | "mbox" => Format::Mail,
        _ if super::mail::looks_like_mail(text) => Format::Mail,
        _ if looks_like_json(&head) => json(text),
        _ if super::front::split(text).is_some() => Format::Markdown,
        _ if looks_like_xml(&head) => Format::Xml,
        _ if looks_like_html(&head) => Format::Html,
        "xml" | "rss" | "atom" | "rdf" | "tei" => Format::Xml,
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        _ => Format::Text,
    }
}

/// The first characters that say something, in lower case, without a declaration or comments.
fn beginning(text: &str) -> String {
    let head: String = text
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .chars()
        .take(2_000)
        .collect();
    head.to_lowercase()
}

/// Whether a text begins as a web page does.
fn looks_like_html(head: &str) -> bool {
    let mut rest = head;
    while let Some(after) = rest.strip_prefix("<!--") {
        rest = after
            .split_once("-->")
            .map_or("", |(_, rest)| rest)
            .trim_start();
    }
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<h1",
        "<p>",
        "<p ",
        "<div class",
        "<div>",
        "<article",
        "<meta",
        "<title",
    ]
    .iter()
    .any(|tag| rest.starts_with(tag))
}

/// Whether a text begins as XML does, declared or cut out of a longer one.
fn looks_like_xml(head: &str) -> bool {
    [
        "<?xml",
        "<rss",
        "<feed",
        "<item",
        "<entry",
        "<channel",
        "<rdf:rdf",
        "<tei",
        "<div type=\"document\"",
        "<div xml",
        "<div frus",
        "<trips",
        "<visits",
    ]
    .iter()
    .any(|start| head.starts_with(start))
}

/// Whether a text begins as a JSON array of records or a JSON object does.
fn looks_like_json(head: &str) -> bool {
    let after = |open: char| head.strip_prefix(open).map(str::trim_start);
    after('{').is_some_and(|rest| rest.starts_with('"') || rest.starts_with('}'))
        || after('[').is_some_and(|rest| rest.starts_with(['{', '[', '"', ']']))
}

/// Whether each line is a value of its own.
fn json(text: &str) -> Format {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let whole = |line: &str| {
        line.len() < (1 << 20) && serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok()
    };
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) if whole(first) && whole(second) => Format::JsonLines,
        _ => Format::Json,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_a_run_of_controls_is_no_binary_data() {
        let mut text = b"2021-03-16 talks in Tokyo".to_vec();
        text.extend([0; 4_000]);
        assert_eq!(foreign(&text), None);
        assert_eq!(foreign(b"<p\0>talks</p\0>"), None);
        let mut text = b"<p>2021-03-16".to_vec();
        text.extend([7; 400]);
        assert_eq!(foreign(&text), None);
        assert_eq!(foreign(&[0; 4_096]), Some("binary data"));
        let mut noise = b"2021-03-16".to_vec();
        noise.extend((0..2_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8));
        noise.extend([0; 400]);
        assert_eq!(foreign(&noise), Some("binary data"));
    }
}
