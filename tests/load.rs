//! From files to documents: what every load must hold, and the raw documents that this began with.

use std::fs;
use std::path::{Path, PathBuf};

use linchpin::document::{BlockKind, Document};
use linchpin::load::{FileState, LoadOptions, LoadReport, Loaded, Root, load};
use proptest::prelude::*;

fn load_paths(paths: &[&Path]) -> (Loaded, LoadReport) {
    let roots: Vec<Root> = paths
        .iter()
        .map(|path| Root::Path(path.to_path_buf()))
        .collect();
    load(&roots, &LoadOptions::default(), &())
}

/// One file with that name and content, loaded.
fn load_bytes(name: &str, bytes: &[u8]) -> (Loaded, LoadReport) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a written file");
    load_paths(&[&path])
}

#[track_caller]
fn document(name: &str, text: &str) -> Document {
    let (loaded, report) = load_bytes(name, text.as_bytes());
    assert_eq!(loaded.documents.len(), 1, "{report}");
    loaded.documents.into_iter().next().expect("one document")
}

#[track_caller]
fn dct(document: &Document) -> String {
    document
        .dct
        .as_ref()
        .map_or_else(|| "none".to_owned(), |dct| dct.date.to_string())
}

/// The pieces of a kind, trimmed.
fn blocks(document: &Document, kind: BlockKind) -> Vec<&str> {
    let of_kind = document.blocks.iter().filter(|block| block.kind == kind);
    of_kind
        .map(|block| block.span.of(&document.text).trim())
        .collect()
}

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(path);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

#[test]
fn the_five_raw_documents_have_their_day_and_title() {
    let Some(folder) = shared("seeds") else {
        return;
    };
    let (loaded, report) = load_paths(&[&folder]);
    let found: Vec<(String, &str)> = loaded
        .documents
        .iter()
        .map(|document| (dct(document), document.title.as_str()))
        .collect();
    let days: Vec<&str> = found.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(
        days,
        [
            "none",
            "2021-03-10",
            "2021-03-05",
            "2024-02-20",
            "2022-02-04"
        ],
        "{report}"
    );
    assert!(found[0].1.ends_with("to Tokyo and Seoul"), "{}", found[0].1);
    assert!(found[3].1.contains("to Visit Ally"), "{}", found[3].1);
    assert!(
        found[4].1.contains("N. Korean missile tests"),
        "{}",
        found[4].1
    );
    assert_eq!(loaded.documents[4].publisher.as_deref(), Some("Yonhap"));
}

#[test]
fn the_frame_of_the_raw_documents_is_marked() {
    let Some(folder) = shared("seeds") else {
        return;
    };
    let (loaded, _) = load_paths(&[&folder]);
    let frame = |index: usize, kind| blocks(&loaded.documents[index], kind);
    assert!(
        frame(0, BlockKind::Boilerplate)
            .iter()
            .any(|text| text.starts_with("/Public Release"))
    );
    let second = frame(1, BlockKind::Boilerplate);
    assert!(
        second.contains(&"Advertisement") && second.contains(&"(ANI)"),
        "{second:?}"
    );
    assert!(
        second
            .iter()
            .any(|text| text.starts_with("(This story has not been edited"))
    );
    assert!(
        frame(2, BlockKind::Caption)
            .iter()
            .any(|text| text.ends_with("(AP-Yonhap)"))
    );
    assert!(
        frame(2, BlockKind::Byline)
            .iter()
            .any(|text| text.starts_with("By Choi"))
    );
    assert!(
        frame(3, BlockKind::Caption)
            .iter()
            .any(|text| text.contains("Image:AP"))
    );
    assert_eq!(frame(3, BlockKind::Stamp).len(), 3);
    assert_eq!(frame(4, BlockKind::Heading).len(), 2);
}

#[test]
fn front_matter_gives_title_date_and_publisher() {
    let text = "---\ntitle: Talks on fish\ndate: 2021-03-10\npublisher: A Ministry\nurl: https://example.org/a\n---\n\n# Talks on fish\n\nThe ministers met.\n";
    let document = document("a.md", text);
    assert_eq!(document.title, "Talks on fish");
    assert_eq!(dct(&document), "2021-03-10");
    assert_eq!(document.publisher.as_deref(), Some("A Ministry"));
    assert_eq!(document.url.as_deref(), Some("https://example.org/a"));
    assert_eq!(
        document.dct.map(|dct| dct.origin.describe()),
        Some("its metadata (date)".to_owned())
    );
}

#[test]
fn a_stamp_wins_over_the_name_of_the_file_and_a_field_over_both() {
    let body = "Published March 10, 2021 at 09:00 KST\n\nThe two ministers met in the morning and talked about fish.\n";
    assert_eq!(dct(&document("2021-04-01_x.txt", body)), "2021-03-10");
    let with_field = format!("---\ndate: 2021-03-09\n---\n{body}");
    assert_eq!(
        dct(&document("2021-04-01_x.txt", &with_field)),
        "2021-03-09"
    );
    let bare = "The two ministers met in the morning and talked about fish.\n";
    assert_eq!(dct(&document("2021-04-01_x.txt", bare)), "2021-04-01");
    assert_eq!(dct(&document("minutes.txt", bare)), "none");
}

#[test]
fn a_dateline_with_its_year_dates_the_document() {
    let text = "Ministers agree on fish\n\nSEOUL, March 10, 2021 (Agency) — The two ministers met on Tuesday and agreed.\n";
    let document = document("a.txt", text);
    assert_eq!(dct(&document), "2021-03-10");
    assert_eq!(document.title, "Ministers agree on fish");
}

#[test]
fn a_date_in_prose_is_not_the_day_of_publication() {
    let text = "The treaty of June 22, 1965 normalised relations, and the ministers recalled it.\n\nThey met again.\n";
    assert_eq!(dct(&document("a.txt", text)), "none");
}

#[test]
fn trouble_names_the_file_and_the_rest_loads() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("good.md"), "# Good\n\nText.\n").expect("written");
    fs::write(at("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("written");
    fs::write(at("broken.txt"), b"first line\nsecond \xFF\xFE line\n").expect("written");
    fs::create_dir(at("empty")).expect("a folder");
    let (missing, empty) = (at("missing.txt"), at("empty"));
    let (loaded, report) = load_paths(&[folder.path(), &missing, &empty]);
    assert_eq!(loaded.documents.len(), 2);
    let said: Vec<String> = report.files.iter().map(ToString::to_string).collect();
    let says = |name: &str, what: &str| {
        said.iter()
            .any(|line| line.contains(name) && line.contains(what))
    };
    assert!(
        says("missing.txt", "there is no such file or folder"),
        "{said:#?}"
    );
    assert!(says("picture.txt", "a PNG picture"), "{said:#?}");
    let broken = report
        .files
        .iter()
        .find(|file| file.source.to_string().contains("broken"));
    let warning = broken
        .and_then(|file| file.warnings.first())
        .expect("a warning");
    assert_eq!(warning.line, Some(2));
}

#[test]
fn an_empty_folder_is_said_to_be_empty() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, report) = load_paths(&[folder.path()]);
    assert!(
        report.files[0]
            .to_string()
            .ends_with("there is no file in this folder")
    );
}

#[test]
fn links_in_folders_do_not_lead_anywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("a.txt"),
        "Text of the first document here.\n",
    )
    .expect("written");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("a link");
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("zero.txt")).expect("a link");
    let (loaded, report) = load_paths(&[folder.path()]);
    assert_eq!((loaded.documents.len(), report.counts().skipped), (1, 2));
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let text = "Talks in Seoul\n\nThe ministers met, 서울.\n";
    for (mark, little) in [(true, true), (true, false), (false, true), (false, false)] {
        let text = if mark {
            format!("\u{FEFF}{text}")
        } else {
            text.to_owned()
        };
        let unit = |unit: u16| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        };
        let bytes: Vec<u8> = text.encode_utf16().flat_map(unit).collect();
        let (loaded, _) = load_bytes("a.txt", &bytes);
        assert_eq!(loaded.documents[0].title, "Talks in Seoul");
        assert!(loaded.documents[0].text.contains("서울"));
    }
}

#[test]
fn fifty_megabytes_of_text_load() {
    let line = "The ministers met on Tuesday and talked about fish and the price of rice in both countries.\n\n";
    let text = line.repeat((50 << 20) / line.len());
    let (loaded, _) = load_bytes("big.txt", text.as_bytes());
    assert_eq!(loaded.documents[0].text.len(), text.len());
}

#[test]
fn the_number_of_threads_and_the_order_of_the_folder_change_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in [7, 3, 9, 1, 4] {
        let text = format!("Document {number} of this folder\n\nPublished 2021-03-0{number}\n");
        fs::write(folder.path().join(format!("{number}.txt")), text).expect("written");
    }
    let roots = [Root::Path(folder.path().to_owned())];
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("a pool");
        pool.install(|| load(&roots, &LoadOptions::default(), &()))
    };
    let one = with(1);
    assert_eq!(one, with(4));
    let titles: Vec<&str> = one
        .0
        .documents
        .iter()
        .map(|document| document.title.as_str())
        .collect();
    assert!(titles.is_sorted());
}

/// What holds for whatever was loaded.
fn check_laws(loaded: &Loaded, report: &LoadReport) {
    let counts = report.counts();
    let sum = counts.events + counts.undated + counts.skipped + counts.trouble;
    assert_eq!(sum, report.files.len(), "every file is in one state");
    for document in &loaded.documents {
        assert!(linchpin::text::is_clean(&document.text));
        assert!(!document.title.is_empty());
        let mut end = 0;
        for block in &document.blocks {
            assert!(
                block.span.start >= end && block.span.start < block.span.end,
                "in order"
            );
            assert!(
                document.text.get(block.span.range()).is_some(),
                "on boundaries"
            );
            end = block.span.end;
        }
        if let Some(evidence) = document.dct.as_ref().and_then(|dct| dct.evidence) {
            assert!(document.text.get(evidence.range()).is_some());
        }
    }
    for file in &report.files {
        if matches!(file.state, FileState::Skipped(_) | FileState::Trouble(_)) {
            assert_eq!((file.documents.len(), file.rows), (0, 0));
        }
        assert!(linchpin::text::is_clean(&file.to_string()));
    }
}

const NAMES: [&str; 4] = ["a.txt", "a.md", "a", "2021-03-10 a.markdown"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), name in 0..NAMES.len()) {
        let (loaded, report) = load_bytes(NAMES[name], &bytes);
        check_laws(&loaded, &report);
    }

    #[test]
    fn arbitrary_text_keeps_the_laws(
        text in "(---\n|date: |Published |By |[\\[\\]()*_`<>&#!.\\\\ \n]|March 1[0-9], 2021|서울|\u{202E}|é|[a-z]{1,9}|— |\\(ANI\\)|https://a.b/c ){0,60}",
        name in 0..NAMES.len(),
    ) {
        let (loaded, report) = load_bytes(NAMES[name], text.as_bytes());
        check_laws(&loaded, &report);
    }
}

#[test]
fn a_digest_is_dated_to_its_week() {
    for (line, week) in [
        ("Week of 12 October 2015", "2015-10-12/2015-10-18"),
        (
            "For the week ending October 18, 2015",
            "2015-10-12/2015-10-18",
        ),
    ] {
        let text = format!("This week in Northeast Asia\n{line}\n\nOn Monday the envoys met.\n");
        let document =
            linchpin::load::load_text(&text, &linchpin::document::Origin::Stdin).remove(0);
        let dct = document.dct.expect("a day of writing");
        assert_eq!(dct.date.to_string(), week, "{line}");
    }
}
