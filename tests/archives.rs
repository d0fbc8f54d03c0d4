//! ZIP archives: entries are files of their own, and no archive does harm.

use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use linchpin::document::Origin;
use linchpin::load::{Limits, LoadOptions, LoadReport, Loaded, Reader};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const NOTE: &str = "# Talks in Seoul\n\n16 March 2021\n\nThe ministers met in Seoul on Tuesday.\n";

/// An archive of these entries.
fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn read(bytes: &[u8]) -> (Loaded, LoadReport) {
    static READER: LazyLock<Reader> = LazyLock::new(|| {
        let limits = Limits {
            file_bytes: 1 << 20,
            ..Limits::default()
        };
        Reader::new(LoadOptions {
            limits,
            ..LoadOptions::default()
        })
    });
    let origin = Origin::File(PathBuf::from("a.zip").into(), None);
    READER.read(bytes, &origin)
}

/// The sentences on the files.
fn told(bytes: &[u8]) -> Vec<String> {
    let (_, report) = read(bytes);
    report.files.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn tells(bytes: &[u8], expected: &str) {
    let told = told(bytes);
    assert!(
        told.iter().any(|line| line.starts_with(expected)),
        "{told:#?}"
    );
}

#[test]
fn each_entry_is_a_file_in_the_order_of_the_names() {
    let bytes = archive(&[
        ("b/note.md", NOTE.as_bytes()),
        ("a.csv", b"date,title\n2021-03-16,Talks in Tokyo\n"),
        ("__MACOSX/a.csv", b"\0\0"),
        (".DS_Store", b"\0\0"),
    ]);
    let (loaded, report) = read(&bytes);
    let names: Vec<String> = report
        .files
        .iter()
        .map(|file| file.source.to_string())
        .collect();
    assert_eq!(names, ["a.zip/a.csv", "a.zip/b/note.md"]);
    assert_eq!((loaded.documents.len(), loaded.rows.len()), (1, 1));
    assert_eq!(loaded.documents[0].origin.to_string(), "a.zip/b/note.md");
}

#[test]
fn a_bad_entry_does_not_hide_the_good_ones() {
    let bytes = archive(&[
        ("../../etc/passwd", NOTE.as_bytes()),
        ("/abs.md", NOTE.as_bytes()),
        ("inner.zip", &archive(&[("x.md", NOTE.as_bytes())])),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("zeros.txt", &vec![b'a'; 2 << 20]),
        ("\u{1b}]0;x\u{7}\u{202E}.md", NOTE.as_bytes()),
        ("good.md", NOTE.as_bytes()),
    ]);
    tells(&bytes, "a.zip/good.md: read as Markdown");
    tells(
        &bytes,
        "a.zip/inner.zip: skipped: it is an archive in an archive",
    );
    tells(&bytes, "a.zip/picture.png: skipped: it is a PNG picture");
    tells(
        &bytes,
        "a.zip/zeros.txt: not read: unpacked, the archive is larger than 1 MiB",
    );
    let told = told(&bytes);
    assert_eq!(
        told.iter()
            .filter(|line| line.contains("leads out of the archive"))
            .count(),
        2,
        "{told:#?}"
    );
    assert!(
        told.iter().all(|line| linchpin::text::is_clean(line)),
        "{told:#?}"
    );
}

#[test]
fn all_entries_together_have_the_limit_of_a_file() {
    let part = vec![b'a'; 600 << 10];
    let bytes = archive(&[
        ("1.txt", &part),
        ("2.txt", &part),
        ("3.md", NOTE.as_bytes()),
    ]);
    tells(&bytes, "a.zip/1.txt: read");
    tells(
        &bytes,
        "a.zip/2.txt: not read: unpacked, the archive is larger than 1 MiB",
    );
    tells(&bytes, "a.zip/3.md: read");
}

#[test]
fn office_files_are_said_to_be_such() {
    let bytes = archive(&[
        ("[Content_Types].xml", b"<x/>"),
        ("word/document.xml", b"<x/>"),
    ]);
    tells(&bytes, "a.zip: skipped: it is an office file");
}

/// Where the central directory has the entry of a name.
fn central(bytes: &[u8]) -> usize {
    bytes
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .expect("a central directory")
}

#[test]
fn lies_about_sizes_and_sums_are_named() {
    let bytes = archive(&[("a.md", NOTE.as_bytes())]);
    let at = central(&bytes);
    let mut short = bytes.clone();
    short[at + 24] = 3; // The size when unpacked (APPNOTE.TXT, 4.3.12).
    tells(&short, "a.zip/a.md: not read: it cannot be unpacked");
    let mut long = bytes.clone();
    long[at + 24] = 250;
    tells(
        &long,
        "a.zip/a.md: not read: the archive says that it has 250 bytes",
    );
    let mut sum = bytes.clone();
    sum[at + 16] ^= 0x55; // The CRC-32.
    tells(&sum, "a.zip/a.md: not read: it cannot be unpacked");
    let mut encrypted = bytes.clone();
    encrypted[at + 8] |= 1; // The flag of encryption.
    let local = bytes
        .windows(4)
        .position(|four| four == b"PK\x03\x04")
        .expect("an entry");
    encrypted[local + 6] |= 1;
    tells(&encrypted, "a.zip/a.md: skipped: it is encrypted");
    let mut method = bytes;
    method[at + 10] = 98; // PPMd.
    tells(
        &method,
        "a.zip/a.md: not read: it cannot be unpacked: compression method",
    );
}

#[test]
fn no_damage_is_worse_than_a_message() {
    let bytes = archive(&[("a.md", NOTE.as_bytes()), ("b.md", NOTE.as_bytes())]);
    for end in 0..bytes.len() {
        let (_, report) = read(&bytes[..end]);
        assert_eq!(report.files.len(), 1, "cut at {end}");
    }
    for at in 0..bytes.len() {
        for bit in [1, 0x40, 0x80] {
            let mut damaged = bytes.clone();
            damaged[at] ^= bit;
            assert!(!read(&damaged).1.files.is_empty(), "byte {at}");
        }
    }
}
