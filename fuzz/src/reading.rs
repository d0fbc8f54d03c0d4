//! Files of every format, read as an own file of the user is read.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use linchpin::document::Origin;
use linchpin::load::{Limits, LoadOptions, Loaded, Notice, Reader, mapping};
use linchpin::text::is_clean;

use super::forbidden;

/// What is read is clean; its blocks lie in the text, in order and on character boundaries; each
/// file ends in one state.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Loaded {
    static READER: OnceLock<Reader> = OnceLock::new();
    let reader = READER.get_or_init(|| {
        let limits = Limits {
            file_bytes: 4 << 20,
            ..Limits::default()
        };
        Reader::new(LoadOptions {
            limits,
            ..LoadOptions::default()
        })
    });
    let origin = Origin::File(PathBuf::from(name).into(), None);
    let (loaded, report) = reader.read(bytes, &origin);
    assert_eq!(report.files.len(), 1);
    assert!(is_clean(&report.files[0].to_string()));
    for document in &loaded.documents {
        assert!(is_clean(&document.text), "{:?}", document.text);
        assert!(is_clean(&document.title) && !document.title.contains('\n'));
        let mut end = 0;
        for block in &document.blocks {
            assert!(block.span.start >= end, "{:?}", document.blocks);
            assert!(document.text.get(block.span.range()).is_some());
            end = block.span.end;
        }
    }
    for row in &loaded.rows {
        assert!(is_clean(&row.title) && is_clean(&row.summary));
        for person in &row.participants {
            assert!(is_clean(&person.name));
        }
    }
    loaded
}

/// Reads the rest as a file whose name ends as the first byte picks.
fn read_as(endings: &[&str], bytes: &[u8]) {
    if let Some((first, rest)) = bytes.split_first() {
        let ending = endings[usize::from(*first) % endings.len()];
        read(&format!("a.{ending}"), rest);
    }
}

/// Whatever the name says the file is, packed files included.
pub(crate) fn any_file(bytes: &[u8]) {
    const ENDINGS: &[&str] = &[
        "txt", "md", "html", "xml", "rss", "json", "jsonl", "csv", "tsv", "ics", "toml", "gz",
        "zst", "zip", "",
    ];
    read_as(ENDINGS, bytes);
}

/// Text in whatever encoding: nothing of the name says what it is.
pub(crate) fn encoding(bytes: &[u8]) {
    read("a", bytes);
}

pub(crate) fn load_text(bytes: &[u8]) {
    read("a.txt", bytes);
}

pub(crate) fn load_markdown(bytes: &[u8]) {
    read("a.md", bytes);
}

pub(crate) fn load_page(bytes: &[u8]) {
    read("a.html", bytes);
}

/// Feeds, TEI and whatever else is XML.
pub(crate) fn load_xml(bytes: &[u8]) {
    read_as(&["xml", "rss", "atom"], bytes);
}

pub(crate) fn load_json(bytes: &[u8]) {
    read_as(&["json", "jsonl", "geojson"], bytes);
}

pub(crate) fn load_table(bytes: &[u8]) {
    read_as(&["csv", "tsv"], bytes);
}

pub(crate) fn load_calendar(bytes: &[u8]) {
    read("a.ics", bytes);
}

pub(crate) fn load_mail(bytes: &[u8]) {
    read_as(&["eml", "mbox"], bytes);
}

/// A table and, after a zero, the mapping beside it. What is wrong is told in clean words; a guess,
/// kept as a mapping, is read back without a fault.
pub(crate) fn mapped(bytes: &[u8]) {
    let folder = super::folder();
    let endings = ["csv", "tsv", "json", "jsonl"];
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let table = folder.join(format!(
        "t.{}",
        endings[usize::from(*first) % endings.len()]
    ));
    let (rows, said) = match rest.iter().position(|byte| *byte == 0) {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => (rest, &b"dates = \"day-month\""[..]),
    };
    let beside = mapping::place(&table);
    write(&table, rows);
    write(&beside, said);
    let options = LoadOptions::default();
    let told = |notices: &[Notice]| {
        for notice in notices {
            assert_eq!(forbidden::first(&notice.to_string(), false), None);
        }
    };
    match mapping::guess(&table, &options) {
        Err(why) => told(&[why]),
        Ok(guess) => {
            told(&guess.warnings);
            write(&beside, guess.to_toml().as_bytes());
            let again = mapping::guess(&table, &options).expect("a table still");
            let name = beside.file_name().expect("a name").to_string_lossy();
            for warning in &again.warnings {
                let said = warning.to_string();
                assert!(!said.starts_with(&*name), "{said} of {}", guess.to_toml());
            }
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("a written file");
}
