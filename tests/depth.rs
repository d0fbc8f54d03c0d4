//! Nesting without end: it needs no stack, ends at the limits that SECURITY.md names, and takes the
//! words inside it nowhere.

use std::path::PathBuf;

use linchpin::document::{Document, Origin};
use linchpin::load::{FileReport, FileState, LoadOptions, Reader};

/// What a file gives, read on a thread with the stack of a worker.
fn read(name: &str, text: String) -> (Vec<Document>, FileReport) {
    let origin = Origin::File(PathBuf::from(name).into(), None);
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let work = move || {
        let reader = Reader::new(LoadOptions::default());
        let (loaded, mut report) = reader.read(text.as_bytes(), &origin);
        (loaded.documents, report.files.remove(0))
    };
    thread
        .spawn(work)
        .expect("a thread")
        .join()
        .expect("no panic")
}

fn around(open: &str, inside: &str, close: &str, levels: usize) -> String {
    format!("{}{inside}{}", open.repeat(levels), close.repeat(levels))
}

/// An Atom feed of one entry whose words stand so many elements below the outermost.
fn feed(levels: usize) -> String {
    let inside = around("<b>", "They met at the harbour.", "</b>", levels - 3);
    format!(
        "<?xml version=\"1.0\"?>\n<feed><entry><title>Talks</title><updated>2021-03-03</updated>\n\
         <content type=\"xhtml\">{inside}</content></entry>\n\
         <entry><title>More talks</title><updated>2021-03-04</updated></entry></feed>"
    )
}

#[test]
fn elements_below_level_256_are_read_as_their_text_and_told_once() {
    for (levels, told) in [(255, false), (256, false), (257, true), (60_000, true)] {
        let (documents, file) = read("feed.xml", feed(levels));
        let [first, second] = documents.as_slice() else {
            panic!("{levels} levels: {file}");
        };
        assert!(first.text.contains("They met at the harbour."), "{levels}");
        assert_eq!(second.title, "More talks", "{levels}");
        let named = |notice: &&linchpin::load::Notice| notice.why.contains("more than 256 deep");
        let notices: Vec<_> = file.warnings.iter().filter(named).collect();
        assert_eq!(notices.len(), usize::from(told), "{levels}: {notices:?}");
        assert!(notices.iter().all(|notice| notice.line == Some(3)));
    }
}

#[test]
fn what_is_opened_deep_down_and_never_closed_is_refused() {
    for levels in [10, 300, 60_000] {
        let (documents, file) = read("open.xml", format!("<feed>{}", "<a>".repeat(levels)));
        assert!(documents.is_empty(), "{levels}");
        assert!(matches!(file.state, FileState::Trouble(_)), "{file}");
    }
}

#[test]
fn nesting_needs_no_stack_in_any_format() {
    const DEEP: usize = 50_000;
    let parts = |n: usize| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    let mail: String = (0..10_000).map(parts).collect();
    let files = [
        ("a.xml", around("<a>", "x", "</a>", DEEP)),
        ("a.html", around("<div>", "x", "</div>", DEEP)),
        ("a.json", around("[", "1", "]", DEEP)),
        ("b.json", around("{\"a\":", "1", "}", DEEP)),
        ("a.jsonl", around("[", "1", "]", DEEP)),
        ("a.md", format!("{}x", "> ".repeat(DEEP))),
        ("b.md", format!("{}x", "- ".repeat(DEEP))),
        ("c.md", format!("---\na: {}\n---\nx", "[".repeat(DEEP))),
        ("d.md", format!("+++\na = {}\n+++\nx", "[".repeat(DEEP))),
        (
            "a.ics",
            around("BEGIN:VEVENT\r\n", "", "END:VEVENT\r\n", 20_000),
        ),
        (
            "a.eml",
            format!(
                "From: a@example.org\nDate: Wed, 3 Mar 2021 09:00:00 +0900\nSubject: x\n{mail}x"
            ),
        ),
        ("a.txt", around("(", "x", ")", DEEP)),
        (
            "b.html",
            format!(
                "<html><script type=\"application/ld+json\">{}</script><p>x</p></html>",
                around("{\"@graph\":[", "1", "]}", DEEP)
            ),
        ),
    ];
    for (name, text) in files {
        let (_, file) = read(name, text);
        assert!(file.warnings.len() <= 20, "{name}: {file}");
        let refused = matches!(file.state, FileState::Trouble(_));
        let limited = ["a.json", "b.json", "a.jsonl", "a.ics"].contains(&name);
        assert_eq!(refused, limited, "{name}: {file}");
    }
}
