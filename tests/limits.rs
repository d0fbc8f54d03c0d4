//! What a load takes at most: each limit ends the reading with what was read before, and is told with its number.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use linchpin::document::Origin;
use linchpin::load::{FileReport, FileState, Limits, LoadOptions, Loaded, Reader, Root, load};

/// Limits so low that small inputs meet them.
fn options() -> LoadOptions {
    LoadOptions {
        limits: Limits {
            file_bytes: 1 << 20,
            records: 2,
            entries: 3,
            attributes: 2,
            ..Limits::default()
        },
        ..LoadOptions::default()
    }
}

fn read(name: &str, bytes: &[u8]) -> (Loaded, FileReport) {
    let origin = Origin::File(PathBuf::from(name).into(), None);
    let (loaded, mut report) = Reader::new(options()).read(bytes, &origin);
    (loaded, report.files.remove(0))
}

fn told(path: &Path) -> Vec<String> {
    let (_, report) = load(&[Root::Path(path.to_owned())], &options(), &());
    report.files.iter().map(ToString::to_string).collect()
}

/// Three records of each format; the third is one too many.
fn three(record: impl Fn(usize) -> String) -> String {
    (1..=3).map(record).collect()
}

#[test]
fn a_text_that_is_too_long_to_be_one_is_refused_with_the_limit_named() {
    let text = "They met in Seoul.\n\n".repeat(4 << 20);
    let (origin, options) = (Origin::Stdin, LoadOptions::default());
    for text in [text.clone(), format!("---\ntitle: Talks\n---\n{text}")] {
        let (loaded, report) = Reader::new(options.clone()).read(text.as_bytes(), &origin);
        assert!(loaded.documents.is_empty());
        let told = report.files[0].to_string();
        assert!(told.contains("one text of more than 64 MiB"), "{told}");
    }
}

#[test]
fn of_many_records_the_first_are_read() {
    let item = |n| format!("<item><title>Talks {n}</title><pubDate>2021-03-0{n}</pubDate></item>");
    let component = |n| {
        format!(
            "BEGIN:VEVENT\r\nSUMMARY:Talks {n}\r\nDTSTART;VALUE=DATE:2021030{n}\r\nEND:VEVENT\r\n"
        )
    };
    let message = |n| {
        format!(
            "From a@example.org Wed Mar  3 09:00:00 2021\nFrom: a@example.org\nTo: b@example.org\n\
             Subject: Talks {n}\nDate: Wed, 3 Mar 2021 09:00:00 +0900\n\nThey met.\n\n"
        )
    };
    let line = |n| format!("{{\"date\":\"2021-03-0{n}\",\"title\":\"Talks {n}\"}}\n");
    let row = |n| format!("2021-03-0{n},Talks {n}\n");
    let files = [
        (
            "a.rss",
            format!("<rss><channel>{}</channel></rss>", three(item)),
        ),
        (
            "a.ics",
            format!("BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n", three(component)),
        ),
        ("a.mbox", three(message)),
        ("a.jsonl", three(line)),
        (
            "a.json",
            format!("[{}]", three(line).trim().replace('\n', ",")),
        ),
        ("a.csv", format!("date,title\n{}", three(row))),
    ];
    for (name, text) in files {
        let (loaded, file) = read(name, text.as_bytes());
        let titles: Vec<_> = loaded
            .rows
            .iter()
            .map(|row| row.title.as_ref())
            .chain(
                loaded
                    .documents
                    .iter()
                    .map(|document| document.title.as_str()),
            )
            .collect();
        assert_eq!(titles, ["Talks 1", "Talks 2"], "{name}: {file}");
        let first = |notice: &linchpin::load::Notice| notice.why.contains("first 2");
        assert!(
            file.warnings.iter().any(first),
            "{name}: {:?}",
            file.warnings
        );
    }
}

#[test]
fn a_repetition_without_end_ends() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Talks\r\nDTSTART;VALUE=DATE:20210301\r\n\
                RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let (loaded, file) = read("a.ics", text.as_bytes());
    assert_eq!(loaded.rows.len(), 2, "{file}");
    assert!(!file.warnings.is_empty(), "{file}");
}

#[test]
fn what_is_larger_than_a_file_may_be_is_refused_packed_or_not() {
    let large = vec![b'x'; (1 << 20) + 1];
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&large).expect("packed");
    let gzip = gzip.finish().expect("packed");
    let cut = gzip[..gzip.len() / 2].to_vec();
    // A frame of Zstandard whose header says nothing that can be unpacked.
    let broken = b"\x28\xB5\x2F\xFD\xFF\xFF\xFF\xFF".to_vec();
    let folder = tempfile::tempdir().expect("a folder");
    let cases = [
        ("a.txt", large, "larger than 1 MiB"),
        ("a.txt.gz", gzip, "unpacked, it is larger than 1 MiB"),
        ("b.txt.gz", cut, "cannot be unpacked as gzip"),
        ("b.txt.zst", broken, "cannot be unpacked as Zstandard"),
    ];
    for (name, bytes, why) in cases {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        let told = told(&path);
        assert!(told.len() == 1 && told[0].contains(why), "{name}: {told:?}");
    }
}

#[test]
fn of_many_files_the_first_by_name_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a", "b", "c", "d"] {
        let text = format!("# Talks {name}\n\n3 March 2021\n");
        fs::write(folder.path().join(format!("{name}.md")), text).expect("a file");
    }
    let told = told(folder.path());
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(
        told[3].contains("more than 3 files; the rest is left out"),
        "{told:?}"
    );
}

#[test]
fn the_whole_disk_is_not_read() {
    let told = told(Path::new("/"));
    assert!(
        told.len() == 1 && told[0].contains("root of the file system"),
        "{told:?}"
    );
}

#[test]
fn an_element_with_too_many_attributes_ends_its_file() {
    let text = "<?xml version=\"1.0\"?>\n<rss a=\"1\" b=\"2\" c=\"3\"><channel/></rss>";
    let (_, file) = read("a.xml", text.as_bytes());
    let FileState::Trouble(why) = &file.state else {
        panic!("{file}");
    };
    assert!(
        why.why.contains("more than 2 attributes") && why.line == Some(2),
        "{why}"
    );
}

#[test]
fn what_is_dated_after_today_is_read_and_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("story.md");
    std::fs::write(&file, "# A story\n\n5 May 2031\n\nThe envoys met.\n").expect("a written file");
    let warned = |today: &str| {
        let options = LoadOptions {
            today: today.parse().ok(),
            ..LoadOptions::default()
        };
        let (loaded, report) = load(&[Root::Path(file.clone())], &options, &());
        assert_eq!(loaded.documents.len(), 1);
        report.files[0]
            .warnings
            .iter()
            .map(|notice| notice.why.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(warned("2031-05-05"), Vec::<String>::new());
    assert_eq!(
        warned("2031-05-04"),
        Vec::<String>::new(),
        "it is the fifth farther east"
    );
    let late = warned("2026-11-22").concat();
    assert!(
        late.starts_with("it is dated 5 May 2031, which is still to come"),
        "{late}"
    );
}
