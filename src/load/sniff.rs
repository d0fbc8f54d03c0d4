//! What a file is, by its content first and its name second.

use std::path::Path;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Markdown,
}

impl Format {
    /// Its name, for "read as …".
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
        }
    }
}

/// How foreign files begin.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"%PDF-", "a PDF file; convert it to text first"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x1F\x8B", "a gzip file"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard file"),
    (b"BZh", "a bzip2 file"),
    (b"\xFD7zXZ\0", "an XZ file"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"\xD0\xCF\x11\xE0", "an old office file"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\0asm", "a WebAssembly program"),
];

/// What the bytes are, if they are not text.
pub(super) fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, name)) = known {
        return Some(name);
    }
    let head = bytes.get(..bytes.len().min(8_192))?;
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
    let ending = path
        .and_then(Path::extension)
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        _ if super::front::split(text).is_some() => Format::Markdown,
        _ => Format::Text,
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
