//! From bytes to text.
//!
//! In this order: a byte-order mark; valid UTF-8; UTF-16 that forgot its mark; the encoding that a
//! page or an XML declaration names; UTF-8 with some damage; and only then a guess from the bytes.
//! Whatever was guessed or replaced is a warning. UTF-7 is never decoded.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::report::Notice;

/// A text and what had to be guessed.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    /// The text, not yet clean.
    pub(super) text: Cow<'b, str>,
    /// What the reader should know about it.
    pub(super) warning: Option<Notice>,
}

/// So many bytes are looked at for a declaration.
const HEAD: usize = 4_096;

/// The text that the bytes hold.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return marked(rest, UTF_16LE);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return marked(rest, UTF_16BE);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return marked(bytes, encoding);
    }
    let declared = declared(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        // ISO-2022-JP is ASCII with escapes, so it is valid UTF-8 too.
        if !bytes
            .windows(3)
            .take(HEAD)
            .any(|window| matches!(window, b"\x1B$B" | b"\x1B$@"))
        {
            let lies = matches!(declared, Declared::Unknown(_));
            return Decoded {
                text: text.into(),
                warning: lies.then(|| Notice::new(declared.complaint())),
            };
        }
    } else if mostly_utf8(bytes) {
        return utf8(bytes);
    }
    if let Declared::Known(encoding) = declared
        && encoding != UTF_8
        && encoding != UTF_16LE
        && encoding != UTF_16BE
    {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        let warning = broken.then(|| {
            Notice::new(format!(
                "not all of it is {}, which it declares",
                encoding.name()
            ))
        });
        return Decoded { text, warning };
    }
    guessed(bytes)
}

enum Declared {
    Known(&'static Encoding),
    Unknown(String),
    Nothing,
}

impl Declared {
    fn complaint(&self) -> String {
        match self {
            Self::Unknown(label) => format!(
                "it declares the encoding \"{label}\", which is not known; it is read as UTF-8"
            ),
            Self::Known(_) | Self::Nothing => String::new(),
        }
    }
}

/// What `<?xml … encoding="…"?>` or `<meta charset=…>` names.
fn declared(bytes: &[u8]) -> Declared {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let xml = head.starts_with(b"<?xml");
    let word: &[u8] = if xml { b"encoding" } else { b"charset" };
    let head = if xml {
        head.get(..memchr::memchr(b'>', head).unwrap_or(head.len()))
            .unwrap_or_default()
    } else {
        head
    };
    if !xml
        && memchr::memmem::find(head, b"<meta").is_none()
        && memchr::memmem::find(head, b"<META").is_none()
    {
        return Declared::Nothing;
    }
    let Some(at) = memchr::memmem::find(head, word) else {
        return Declared::Nothing;
    };
    let after = head.get(at + word.len()..).unwrap_or_default();
    let from = after
        .iter()
        .position(|b| !matches!(b, b'=' | b' ' | b'"' | b'\''))
        .unwrap_or(0);
    let label: Vec<u8> = after
        .iter()
        .skip(from)
        .take(40)
        .take_while(|b| !matches!(b, b'"' | b'\'' | b'>' | b';' | b' ' | b'/' | b'?'))
        .copied()
        .collect();
    match Encoding::for_label_no_replacement(&label) {
        Some(encoding) => Declared::Known(encoding),
        None if label.is_empty() || label.eq_ignore_ascii_case(b"utf-7") => Declared::Nothing,
        None => Declared::Unknown(String::from_utf8_lossy(&label).into_owned()),
    }
}

/// Whether all but one in twenty of the sequences beyond ASCII are valid UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad.saturating_mul(19) || bad <= 1 && good > 0
}

/// Latin text in UTF-16 has a zero as every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1_024))?;
    let pairs = head.chunks_exact(2);
    let (all, mut even, mut odd) = (pairs.len(), 0, 0);
    for pair in pairs {
        even += usize::from(pair[0] == 0 && pair[1] != 0);
        odd += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let most = |count: usize| all >= 4 && count * 10 > all * 7;
    match (most(even), most(odd)) {
        (true, _) => Some(UTF_16BE),
        (_, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: text.into(),
            warning: None,
        },
        Err(error) => {
            let line = line_of(bytes, error.valid_up_to());
            let why = "not all of it is valid UTF-8; what is not is shown as \u{FFFD}";
            Decoded {
                text: String::from_utf8_lossy(bytes),
                warning: Some(Notice::at_line(why, line)),
            }
        }
    }
}

fn marked(bytes: &[u8], encoding: &'static Encoding) -> Decoded<'static> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let why = || {
        format!(
            "not all of it is valid {}; what is not is shown as \u{FFFD}",
            encoding.name()
        )
    };
    Decoded {
        text: text.into_owned().into(),
        warning: broken.then(|| Notice::new(why())),
    }
}

fn guessed(bytes: &[u8]) -> Decoded<'_> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes.get(..bytes.len().min(1 << 20)).unwrap_or(bytes), true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    if encoding == UTF_8 {
        return utf8(bytes);
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let why = format!(
        "it does not say how it is encoded; it looks like {} and is read as that",
        encoding.name()
    );
    Decoded {
        text,
        warning: Some(Notice::at_line(why, first_odd_line(bytes))),
    }
}

/// The line, from 1, of the first byte that UTF-8 cannot have there.
fn first_odd_line(bytes: &[u8]) -> usize {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    line_of(bytes, valid)
}

/// The number of the line, from 1, that holds the byte at `at`.
pub(super) fn line_of(bytes: &[u8], at: usize) -> usize {
    let before = bytes.get(..at).unwrap_or(bytes);
    1 + memchr::memchr_iter(b'\n', before).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoding: &'static Encoding, text: &str) {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable);
        assert_eq!(decode(&bytes).text, text, "{}", encoding.name());
    }

    #[test]
    fn the_encodings_of_the_region_are_told_apart() {
        let korean = "한국과 일본의 외교장관이 서울에서 만나 회담을 했다. 두 나라는 협력하기로 했다.\n2021년 3월 17일 서울\n";
        let japanese =
            "日本と韓国の外務大臣はソウルで会談し、協力を確認した。能力の表についても話した。\n";
        check(encoding_rs::EUC_KR, korean);
        check(encoding_rs::SHIFT_JIS, japanese);
        check(encoding_rs::EUC_JP, japanese);
        check(encoding_rs::ISO_2022_JP, japanese);
        check(
            encoding_rs::WINDOWS_1252,
            "The café’s “naïve” minister\u{2014}who was there\u{2014}said: façade.\n",
        );
    }

    #[test]
    fn a_declaration_is_believed_where_the_bytes_allow_it() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("<meta charset=\"shift_jis\"><p>表</p>");
        assert!(decode(&bytes).text.contains('表'));
        let lying = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>서울</a>";
        assert!(decode(lying.as_bytes()).text.contains("서울"));
        let unknown = "<?xml version=\"1.0\" encoding=\"x-none\"?><a/>";
        assert!(decode(unknown.as_bytes()).warning.is_some());
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let mut bytes = "서울에서 회담이 열렸다. ".repeat(20).into_bytes();
        bytes.push(0xFF);
        let decoded = decode(&bytes);
        assert!(decoded.text.starts_with("서울") && decoded.warning.is_some());
    }
}
