//! Formats: what each gives, in small fixtures of our own, and the dates of labelled documents.

use std::fs;
use std::path::{Path, PathBuf};

use linchpin::document::{BlockKind, Document, EventRow};
use linchpin::load::{FileState, LoadOptions, LoadReport, Loaded, Root, load};
use proptest::prelude::*;

fn load_bytes(name: &str, bytes: &[u8]) -> (Loaded, LoadReport) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a written file");
    load(&[Root::Path(path)], &LoadOptions::default(), &())
}

fn documents(name: &str, text: &str) -> Vec<Document> {
    load_bytes(name, text.as_bytes()).0.documents
}

fn rows(name: &str, text: &str) -> Vec<(String, String)> {
    let told = |row: &EventRow<'_>| {
        (
            row.date.map_or_else(String::new, |date| date.to_string()),
            row.title.to_string(),
        )
    };
    load_bytes(name, text.as_bytes())
        .0
        .rows
        .iter()
        .map(told)
        .collect()
}

fn dct(document: &Document) -> String {
    document
        .dct
        .as_ref()
        .map_or_else(|| "none".to_owned(), |dct| dct.date.to_string())
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

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Talks on fish | The Paper</title>
<meta property="og:site_name" content="The Paper"><script>var date = "1999-01-01";</script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks on fish","datePublished":"2021-03-10T23:30:00Z"}</script>
<link rel="canonical" href="https://www.paper.co.kr/a/1"></head>
<body><nav><a href="/">Home</a> <a href="/w">World news of 1 May 2020</a></nav><header>The Paper</header>
<article><h1>Talks on fish</h1><p class="byline">By Hong Gil-dong</p>
<figure><img src="x"><figcaption>Ministers in Seoul, 1 March 2021</figcaption></figure>
<p>The two ministers met in <b>Seoul</b> on Tuesday &amp; talked about fish for an hour, and then about rice, and at last about the weather.</p>
<p>They will meet again in April in a town on the coast that neither of them has ever visited before.</p>
<div class="related-links"><p>Read also: a treaty of 22 June 1965</p></div></article>
<div id="cookie-banner"><p>We use cookies since 2018.</p></div><footer>© 2021 The Paper</footer></body></html>"#;

#[test]
fn a_page_gives_its_article_and_nothing_around_it() {
    let found = documents("a.html", PAGE);
    let document = &found[0];
    assert_eq!(document.title, "Talks on fish");
    assert_eq!(document.publisher.as_deref(), Some("The Paper"));
    assert_eq!(document.language.as_deref(), Some("en"));
    assert!(document.text.contains("met in Seoul on Tuesday & talked"));
    for around in ["Home", "cookies", "1965", "1999", "©"] {
        assert!(
            !document.text.contains(around),
            "{around} in {}",
            document.text
        );
    }
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [BlockKind::Heading, BlockKind::Byline, BlockKind::Caption]
    );
}

#[test]
fn a_stamp_in_utc_is_the_day_where_the_publisher_is() {
    assert_eq!(
        dct(&documents("a.html", PAGE)[0]),
        "2021-03-11",
        "a quarter past eight in the morning in Seoul"
    );
}

#[test]
fn a_page_that_wraps_everything_in_furniture_still_gives_its_words() {
    let text = "<body><div class=\"sidebar\"><p>The ministers met in Seoul.</p></div></body>";
    assert!(
        documents("a.html", text)[0]
            .text
            .contains("The ministers met")
    );
}

#[test]
fn each_item_of_a_feed_is_a_document() {
    let text = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>The Ministry</title><link>https://m.example.jp/</link>
<item><media:title>A picture</media:title><title>One</title><link>https://m.example.jp/1</link><pubDate>Wed, 17 Mar 2021 16:00:00 GMT</pubDate>
<description><![CDATA[<p>Short.</p>]]></description><content:encoded><![CDATA[<p>The minister flew to Seoul.</p><script>x()</script>]]></content:encoded></item>
<item><title>Two &amp; three</title><pubDate>Wed, 17 Mar 2021 09:00:00 +0900</pubDate><description>Plain words.</description></item>
<item><title>Bad</title><pubDate>someday</pubDate><description>No day.</description></item></channel></rss>"#;
    let (loaded, report) = load_bytes("a.rss", text.as_bytes());
    let found: Vec<(String, &str, &str)> = loaded
        .documents
        .iter()
        .map(|document| {
            (
                dct(document),
                document.title.as_str(),
                document.text.as_str(),
            )
        })
        .collect();
    assert_eq!(
        found[0],
        (
            "2021-03-18".to_owned(),
            "One",
            "The minister flew to Seoul."
        )
    );
    assert_eq!(
        found[1],
        ("2021-03-17".to_owned(), "Two & three", "Plain words.")
    );
    assert_eq!(found[2].0, "none");
    assert_eq!(
        loaded.documents[1].publisher.as_deref(),
        Some("The Ministry")
    );
    assert!(
        report.files[0].warnings[0].why.contains("someday"),
        "{:?}",
        report.files[0]
    );
}

#[test]
fn an_atom_entry_is_a_document_with_its_xhtml() {
    let text = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>T</title><link href="https://a.example/1"/>
<updated>2021-03-18T10:00:00+09:00</updated><published>2021-03-17T10:00:00+09:00</published>
<content type="xhtml"><div><p>One <b>bold</b> word.</p></div></content></entry></feed>"#;
    let found = documents("a.atom", text);
    assert_eq!(
        (dct(&found[0]).as_str(), found[0].text.as_str()),
        ("2021-03-17", "One bold word.")
    );
    assert_eq!(found[0].url.as_deref(), Some("https://a.example/1"));
}

#[test]
fn documents_of_a_volume_have_their_own_dates() {
    let text = r#"<TEI xml:id="frus9999"><teiHeader><fileDesc><titleStmt><title>Papers</title></titleStmt></fileDesc></teiHeader><text><body>
<div type="chapter"><head>1883 to 1885</head>
<div type="document" xml:id="d1"><head>No. 1.<lb/>Mr. A to Mr. B.</head><dateline>Seoul, <date when="1884-06-17">June 17, 1884</date> (Received <date when="1884-08-04">August 4</date>.)</dateline>
<p>Sir: I write<note n="1">A note of <date when="1990-01-01">1990</date>.</note> to you.</p></div>
<div type="document" frus:doc-dateTime-min="1965-06-22T00:00:00+09:00" frus:doc-dateTime-max="1965-06-22T23:59:59+09:00"><head>Telegram</head><p>Text.</p></div>
<div type="document"><head>Undated paper</head><p>Text.</p></div></div></body></text></TEI>"#;
    let found = documents("a.xml", text);
    let days: Vec<String> = found.iter().map(dct).collect();
    assert_eq!(days, ["1884-06-17", "1965-06-22", "none"]);
    assert_eq!(found[0].title, "No. 1. Mr. A to Mr. B.");
    assert!(
        found[0].text.contains("I write to you."),
        "{}",
        found[0].text
    );
    let note = found[0]
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Boilerplate);
    assert!(note.is_some_and(|note| note.span.of(&found[0].text).contains("1990")));
    assert_eq!(
        found[0].url.as_deref(),
        Some("https://history.state.gov/historicaldocuments/frus9999/d1")
    );
}

#[test]
fn travels_and_visits_are_rows() {
    let trip = "<trips><trip><id>7</id><role>secretary</role><name>Jane Roe</name><start-date>2021-03-16</start-date><end-date>2021-03-17</end-date><country>Japan</country><locale>Tokyo</locale><remarks>Met the minister.</remarks></trip></trips>";
    assert_eq!(
        rows("a.xml", trip),
        [(
            "2021-03-16/2021-03-17".to_owned(),
            "Jane Roe in Tokyo, Japan".to_owned()
        )]
    );
    let visit = "<visits><visit><id>8</id><start-date>2021-04-16</start-date><end-date>2021-04-16</end-date><visitor>Prime Minister Doe</visitor><from>Japan</from></visit></visits>";
    assert_eq!(rows("a.xml", visit)[0].0, "2021-04-16");
}

#[test]
fn broken_xml_names_its_line_and_gives_nothing() {
    let (loaded, report) = load_bytes("a.xml", b"<a>\n<b>\n</c>\n</a>");
    assert!(loaded.documents.is_empty());
    let FileState::Trouble(notice) = &report.files[0].state else {
        panic!("{report}");
    };
    assert_eq!(notice.line, Some(3));
}

#[test]
fn json_in_our_schema_gives_rows_with_participants_and_sources() {
    let text = r#"{"schema":1,"events":[{"id":"e1","date":"2021-03-16/2021-03-17","title":"Talks","kind":"2+2","status":"held","countries":["US","JP"],
"participants":[{"name":"A B","role":"Minister","country":"JP"},"C D (Secretary, US)"],"places":["Tokyo"],"sources":[{"title":"Release","url":"https://example.org/1","quote":"q"}]},
{"date":"soon","title":"No date"}]}"#;
    let (loaded, report) = load_bytes("a.json", text.as_bytes());
    let row = &loaded.rows[0];
    assert_eq!(
        row.date.map(|date| date.to_string()).as_deref(),
        Some("2021-03-16/2021-03-17")
    );
    let names: Vec<&str> = row
        .participants
        .iter()
        .map(|person| &*person.name)
        .collect();
    assert_eq!(names, ["A B", "C D"]);
    assert_eq!(row.participants[1].country.as_deref(), Some("US"));
    assert_eq!(row.sources[0].url.as_deref(), Some("https://example.org/1"));
    assert!(loaded.rows[1].date.is_none() && report.files[0].warnings[0].why.contains("soon"));
}

#[test]
fn a_json_article_is_a_document() {
    let text = r#"{"title":"T","link":"https://www.state.gov/x","published":"2026-07-08T01:30:47+00:00","summary":"<p>The ministers signed.</p>"}"#;
    let found = documents("a.json", text);
    assert_eq!(
        (dct(&found[0]).as_str(), found[0].text.as_str()),
        ("2026-07-07", "The ministers signed.")
    );
}

#[test]
fn a_bad_line_of_json_lines_does_not_stop_the_others() {
    let text = "{\"date\":\"2021-03-16\",\"title\":\"One\"}\n{broken\n\n{\"date\":\"2021-03-17\",\"title\":\"Two\"}\n";
    assert_eq!(rows("a.jsonl", text).len(), 2);
    let (_, report) = load_bytes("a.jsonl", text.as_bytes());
    assert_eq!(report.files[0].warnings[0].line, Some(2));
}

#[test]
fn tables_are_read_with_any_separator_and_without_a_heading() {
    let one = vec![("2021-03-16".to_owned(), "Talks, in Tokyo".to_owned())];
    assert_eq!(
        rows("a.csv", "date,title\n2021-03-16,\"Talks, in Tokyo\"\n"),
        one
    );
    assert_eq!(
        rows(
            "a.csv",
            "Datum;Start Date;Headline\nx;2021-03-16;Talks, in Tokyo\n"
        ),
        one
    );
    assert_eq!(
        rows("a.tsv", "title\tdate\nTalks, in Tokyo\t2021-03-16\n"),
        one
    );
    assert_eq!(
        rows("a.csv", "sep=|\ndate|title\n2021-03-16|Talks, in Tokyo\n"),
        one
    );
    assert_eq!(rows("a.csv", "2021-03-16;Talks, in Tokyo\n"), one);
    let span = rows(
        "a.csv",
        "date_start,date_end,title\n2021-03-16,2021-03-17,Talks\n",
    );
    assert_eq!(span[0].0, "2021-03-16/2021-03-17");
}

#[test]
fn a_quotation_that_does_not_end_is_named_where_it_begins() {
    let (_, report) = load_bytes(
        "a.csv",
        b"date,title\n2021-03-16,\"Talks\n2021-03-17,More\n",
    );
    assert!(
        report.files[0]
            .warnings
            .iter()
            .any(|notice| notice.line == Some(2)),
        "{:?}",
        report.files[0]
    );
}

#[test]
fn packed_files_are_read_by_what_is_in_them() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, b"date,title\n2021-03-16,Talks\n").expect("packed");
    let bytes = packed.finish().expect("packed");
    let (loaded, _) = load_bytes("a.csv.gz", &bytes);
    assert_eq!(loaded.rows.len(), 1);
    let (loaded, report) = load_bytes("a.csv", &bytes);
    assert!(loaded.rows.is_empty() && report.files[0].to_string().contains(".gz"));
}

/// A DCT fits if it is the labelled one or one of the alternatives.
#[test]
fn labelled_documents_have_their_day() {
    let Some(folder) = shared("gold/events/dev") else {
        return;
    };
    let mut paths: Vec<PathBuf> = fs::read_dir(folder.join("gold"))
        .expect("labels")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let label: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(&path).expect("a label")).expect("JSON");
        let label = &label["doc"];
        let file = folder
            .join("raw")
            .join(label["file"].as_str().expect("a file name"));
        let (loaded, _) = load(&[Root::Path(file)], &LoadOptions::default(), &());
        let found = dct(&loaded.documents[0]);
        let found = found.trim_end_matches('~');
        let alternatives = label["dct_alt"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_str);
        let mut accepted = alternatives.chain(label["dct"].as_str());
        assert!(
            accepted.any(|day| day == found),
            "{}: {found}",
            path.display()
        );
    }
}

/// Every document of the volume whose markup gives a date has it.
#[test]
fn every_dated_document_of_a_volume_is_dated() {
    let Some(path) = shared("corpora/frus/frus1884.xml") else {
        return;
    };
    let (loaded, _) = load(&[Root::Path(path)], &LoadOptions::default(), &());
    let dated = loaded
        .documents
        .iter()
        .filter(|document| document.dct.is_some())
        .count();
    assert_eq!((loaded.documents.len(), dated), (481, 477));
}

const NAMES: [&str; 7] = [
    "a.html", "a.xml", "a.rss", "a.json", "a.jsonl", "a.csv", "a.ics",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn arbitrary_markup_never_panics(
        text in "(<[a-z]{1,6}( [a-z]{1,3}=\"[a-z>]{0,3}\")?>|</[a-z]{1,6}>|<item>|</item>|<title>|<pubDate>|</pubDate>|<!--|-->|<!\\[CDATA\\[|\\]\\]>|&[a-z]{0,4};|&#x?[0-9]{1,4};|<|>|\"|2021-03-16|서울|[a-z ]{0,8}){0,50}",
        name in 0..3_usize,
    ) {
        let (loaded, report) = load_bytes(NAMES[name], text.as_bytes());
        check_laws(&loaded, &report);
    }

    #[test]
    fn arbitrary_records_never_panic(
        text in "([\\[\\]{},:\"\n;\t]|\"date\":|\"title\":\"x\"|date,title|2021-03-16|BEGIN:VCALENDAR\n|BEGIN:VEVENT\n|SUMMARY:x\n|DTSTART:20210316\n|END:VEVENT\n|서울|\\\\|[a-z]{1,4}){0,50}",
        name in 3..NAMES.len(),
    ) {
        let (loaded, report) = load_bytes(NAMES[name], text.as_bytes());
        check_laws(&loaded, &report);
    }

    #[test]
    fn arbitrary_bytes_never_panic_in_any_format(bytes in prop::collection::vec(any::<u8>(), 0..400), name in 0..NAMES.len()) {
        let (loaded, report) = load_bytes(NAMES[name], &bytes);
        check_laws(&loaded, &report);
    }
}

fn check_laws(loaded: &Loaded, report: &LoadReport) {
    assert_eq!(report.files.len(), 1);
    let file = &report.files[0];
    assert_eq!(
        (file.documents.len(), file.rows as usize),
        (loaded.documents.len(), loaded.rows.len())
    );
    for document in &loaded.documents {
        assert!(
            linchpin::text::is_clean(&document.text) && linchpin::text::is_clean(&document.title)
        );
        let mut end = 0;
        for block in &document.blocks {
            assert!(block.span.start >= end && document.text.get(block.span.range()).is_some());
            end = block.span.end;
        }
    }
    for row in &loaded.rows {
        assert!(!row.title.is_empty() && linchpin::text::is_clean(&row.title));
        assert!(linchpin::text::is_clean(&row.summary));
    }
}
