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
    odd.then_some("binary data")
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
