//! What formats say beside a title and a day: each field goes where it belongs, in every form that it has.

use std::path::PathBuf;

use linchpin::document::{BlockKind, Document, EventRow, Origin};
use linchpin::load::{FileReport, LoadOptions, Loaded, Reader};

fn read(name: &str, bytes: impl AsRef<[u8]>) -> (Loaded, FileReport) {
    let origin = Origin::File(PathBuf::from(name).into(), None);
    let reader = Reader::new(LoadOptions::default());
    let (loaded, mut report) = reader.read(bytes.as_ref(), &origin);
    (loaded, report.files.remove(0))
}

#[track_caller]
fn row(name: &str, text: &str) -> EventRow<'static> {
    let (mut loaded, file) = read(name, text);
    assert_eq!(loaded.rows.len(), 1, "{file}: {:?}", file.warnings);
    loaded.rows.remove(0)
}

#[track_caller]
fn document(name: &str, bytes: impl AsRef<[u8]>) -> Document {
    let (mut loaded, file) = read(name, bytes);
    assert_eq!(loaded.documents.len(), 1, "{file}: {:?}", file.warnings);
    loaded.documents.remove(0)
}

fn day(document: &Document) -> Option<String> {
    Some(document.dct.as_ref()?.date.to_string())
}

fn warnings(file: &FileReport) -> Vec<&str> {
    file.warnings
        .iter()
        .map(|notice| notice.why.as_str())
        .collect()
}

fn calendar(properties: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Talks\r\nDTSTART;VALUE=DATE:20210316\r\n{properties}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

#[test]
fn an_entry_of_a_calendar_has_places_people_topics_a_state_and_a_link() {
    let row = row(
        "a.ics",
        &calendar(
            "LOCATION:Seoul\\, Korea\r\nCATEGORIES:security\\, at sea, trade,\r\nSTATUS:TENTATIVE\r\n\
             ORGANIZER;cn=\"Hong; Gil-dong\":mailto:a@example.org\r\nATTENDEE;ROLE=CHAIR;CN=Jane Roe:mailto:b@example.org\r\n\
             ATTENDEE:mailto:c@example.org\r\nURL:https://example.org/a\r\nURL:not a link\r\n",
        ),
    );
    assert_eq!(row.places[..], ["Seoul, Korea"]);
    assert_eq!(row.topics[..], ["security, at sea", "trade"]);
    assert_eq!(row.status.as_deref(), Some("possible"));
    let names: Vec<_> = row.participants.iter().map(|person| &person.name).collect();
    assert_eq!(names, ["Hong; Gil-dong", "Jane Roe"]);
    let links: Vec<_> = row
        .sources
        .iter()
        .filter_map(|source| source.url.as_deref())
        .collect();
    assert_eq!(links, ["https://example.org/a"]);
    for (status, expected) in [("CANCELLED", Some("cancelled")), ("CONFIRMED", None)] {
        let row = self::row("a.ics", &calendar(&format!("STATUS:{status}\r\n")));
        assert_eq!(row.status.as_deref(), expected);
    }
}

fn mail(fields: &str, body: &str) -> String {
    format!(
        "From: a@example.org\nTo: b@example.org\nSubject: Talks\nDate: Wed, 3 Mar 2021 09:00:00 +0900\nMIME-Version: 1.0\n{fields}\n{body}"
    )
}

#[test]
fn the_words_of_a_mail_are_read_however_they_were_sent() {
    let quoted = mail(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n",
        "They met in Se=\noul. =ED=9A=8C=EB=8B=B4 = and =ZZ stay_so.\n",
    );
    assert_eq!(
        document("a.eml", quoted).text.trim(),
        "They met in Seoul. 회담 = and =ZZ stay_so."
    );
    for digits in ["VGhleSBtZXQ/IPCfmIAu", "VGhleSBt\nZXQ_IPCfmIAu===="] {
        let packed = mail(
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
            digits,
        );
        assert_eq!(document("a.eml", packed).text.trim(), "They met? 😀.");
    }
    let subject = mail("", "They met.\n").replace(
        "Subject: Talks",
        "Subject: =?utf-8?Q?Talks_=ED=9A=8C?= =?utf-8?B?64u0?= =?x?y",
    );
    assert_eq!(document("a.eml", subject).title, "Talks 회담 =?x?y");
    let undated = mail("", "They met.\n").replace("Wed, 3 Mar 2021 09:00:00 +0900", "someday");
    let (_, file) = read("a.eml", undated);
    assert_eq!(warnings(&file), ["message 1: \"someday\" is not a date"]);
}

#[test]
fn the_page_of_a_mail_is_read_where_it_has_no_plain_words_and_what_is_attached_is_not() {
    let parts = |parts: &[&str]| {
        let body: Vec<_> = parts.iter().map(|part| format!("--b\n{part}\n")).collect();
        let body = body.concat();
        mail(
            "Content-Type: multipart/mixed; boundary=\"b\"\n",
            &format!("{body}--b--\n"),
        )
    };
    let attached =
        "Content-Type: text/plain\nContent-Disposition: attachment; filename=x\n\nA table.\n";
    let page = "Content-Type: text/html\n\n<p>They met at the harbour.</p>\n";
    let plain = "Content-Type: text/plain\n\nThey met at the quay.\n";
    let cases = [
        (vec![attached, page], "They met at the harbour."),
        (vec![page, plain], "They met at the quay."),
        (vec![attached], ""),
    ];
    for (some, words) in cases {
        let (loaded, file) = read("a.eml", parts(&some));
        let text = loaded
            .documents
            .first()
            .map_or("", |document| document.text.trim());
        assert_eq!(text, words, "{file}");
    }
}

#[test]
fn front_matter_takes_the_scalars_of_yaml_and_toml_and_names_what_it_cannot_read() {
    let yaml = |front: &str| format!("---\n{front}\n---\n\nThey met.\n");
    let titles = [
        ("title: Talks # a remark", "Talks"),
        ("title: 'It''s talks'", "It's talks"),
        (
            r#"title: "A \"tab\":\t\x41\u00e9\U0001F600\q""#,
            "A \"tab\": Aé😀q",
        ),
        ("title: >\n  Talks\n  in Seoul", "Talks in Seoul"),
        ("title: Talks\n  in Seoul", "Talks in Seoul"),
        ("title: \"Talks \\\n  in\\\n  \\ Seoul\"", "Talks in Seoul"),
        ("\"title\": Talks\ntags:\n  - one\n  - two", "Talks"),
    ];
    for (front, title) in titles {
        assert_eq!(document("a.md", yaml(front)).title, title, "{front}");
    }
    let toml = "+++\ntitle = \"Talks\"\ndate = 2021-03-16\nweight = 3\ntags = [\"a\"]\ndraft = false\n+++\n\nThey met.\n";
    let read_toml = document("a.md", toml);
    assert_eq!(
        (read_toml.title.as_str(), day(&read_toml)),
        ("Talks", Some("2021-03-16".to_owned()))
    );
    for (text, line) in [
        (yaml("title: Talks\nno field"), 3),
        (
            "+++\ntitle = \"a\"\nx = [\n+++\n\nThey met.\n".to_owned(),
            3,
        ),
    ] {
        let (_, file) = read("a.md", text);
        let notice = file.warnings.first().expect("a warning");
        assert!(notice.why.starts_with("front matter: "), "{notice}");
        assert!(notice.line.is_some_and(|told| told >= line), "{notice:?}");
    }
}

#[test]
fn a_record_of_json_may_name_its_fields_in_many_ways() {
    let row = row(
        "a.json",
        r#"[{"date": "2021-03-16", "end": "2021-03-18", "title": "Talks", "topics": "security; trade",
            "source": {"title": "A paper", "url": "https://example.org/a", "locator": "p. 3"},
            "participants": [{"name": "Hong Gil-dong", "role": "minister"}, "Jane Roe", {"role": "nobody"}],
            "place": {"name": "Seoul"}}]"#,
    );
    assert_eq!(
        row.date.map(|date| date.to_string()).as_deref(),
        Some("2021-03-16/2021-03-18")
    );
    assert_eq!(row.topics[..], ["security", "trade"]);
    assert_eq!(row.places[..], ["Seoul"]);
    let people: Vec<_> = row
        .participants
        .iter()
        .map(|person| (&*person.name, person.role.as_deref()))
        .collect();
    assert_eq!(
        people,
        [("Hong Gil-dong", Some("minister")), ("Jane Roe", None)]
    );
    assert_eq!(row.sources[0].locator.as_deref(), Some("p. 3"));
    let year = self::row("a.json", r#"[{"date": 1965, "title": "A treaty"}]"#);
    assert_eq!(
        year.date.map(|date| date.to_string()).as_deref(),
        Some("1965")
    );
    for (json, why) in [
        (
            r#"[{"date": 1615852800, "title": "Talks"}]"#,
            "1615852800 is not a date",
        ),
        (
            r#"[{"date": "2021-03-18", "end": "2021-03-16", "title": "Talks"}]"#,
            "it ends before it begins",
        ),
        (
            r#"[{"date": "someday", "title": "Talks"}]"#,
            "\"someday\" is not a date",
        ),
        (
            r#"[{"date": "2021-03-16", "end": "someday", "title": "Talks"}]"#,
            "\"someday\" is not a date",
        ),
    ] {
        let (_, file) = read("a.json", json);
        assert!(
            warnings(&file).iter().any(|told| told.contains(why)),
            "{json}: {file} {:?}",
            file.warnings
        );
    }
    let (_, file) = read("a.json", "[1, 2]");
    assert!(
        file.to_string()
            .contains("no events or articles in this JSON"),
        "{file}"
    );
}

#[test]
fn a_row_without_a_title_is_named_by_its_kind_and_place() {
    let rows = |text: &str| -> Vec<String> {
        let (loaded, _) = read("a.csv", text);
        let titles = loaded.rows.into_iter().map(|row| row.title);
        titles.map(Into::into).collect()
    };
    assert_eq!(
        rows("date,title,kind,place\n2021-03-16,,missile test,Wonsan\n2021-03-17,,exercise,\n"),
        ["missile test, Wonsan", "exercise"]
    );
    let row = row(
        "a.csv",
        "date,title,source,url\n2021-03-16,Talks,A paper,https://example.org/a\n",
    );
    assert_eq!(
        (&*row.sources[0].title, row.sources[0].url.as_deref()),
        ("A paper", Some("https://example.org/a"))
    );
    let link = self::row(
        "a.csv",
        "date,title,url\n2021-03-16,Talks,https://example.org/a\n",
    );
    assert_eq!(
        link.sources[0].url.as_deref(),
        Some("https://example.org/a")
    );
}

#[test]
fn what_a_table_says_of_the_order_of_its_dates_is_told() {
    let cases = [
        (
            "03/04/2021\n05/06/2021",
            "nothing tells whether 03/04 is in March or in April",
        ),
        (
            "03/04/2021\n25/04/2021\n04/25/2021",
            "of dates like 03/04 the year is kept",
        ),
    ];
    for (dates, why) in cases {
        let rows: Vec<_> = dates
            .lines()
            .map(|date| format!("{date},Talks\n"))
            .collect();
        let rows = rows.concat();
        let (_, file) = read("a.csv", format!("date,title\n{rows}"));
        assert!(
            warnings(&file).iter().any(|told| told.contains(why)),
            "{file}: {:?}",
            file.warnings
        );
    }
}

#[test]
fn a_page_says_its_day_and_publisher_in_any_of_its_ways() {
    let page = |head: &str, body: &str| {
        format!(
            "<!doctype html><html><head><title>Talks</title>{head}</head><body>{body}<article><p>The ministers met at the harbour and signed a paper on fish.</p></article></body></html>"
        )
    };
    let linked = |json: &str| {
        page(
            &format!("<script type=\"application/ld+json\">{json}</script>"),
            "",
        )
    };
    let pages = [
        linked(
            r#"{"@graph":[{"@type":"NewsArticle","datePublished":"2021-03-16","publisher":{"name":"The Paper"}}]}"#,
        ),
        linked(
            r#"[{"@type":"NewsArticle","datePublished":"2021-03-16T09:00:00+09:00","publisher":{"name":"The Paper"}}]"#,
        ),
        linked(r#"{"mainEntity":{"datePublished":"2021-03-16","publisher":{"name":"The Paper"}}}"#),
        page(
            "<meta itemprop=\"datePublished\" content=\"2021-03-16\"><meta property=\"og:site_name\" content=\"The Paper\">",
            "",
        ),
    ];
    for text in pages {
        let document = document("a.html", &text);
        assert_eq!(day(&document).as_deref(), Some("2021-03-16"), "{text}");
        assert_eq!(document.publisher.as_deref(), Some("The Paper"), "{text}");
    }
    for role in [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "dialog",
        "menu",
    ] {
        let text = page("", &format!("<div role={role}><p>Around it.</p></div>"));
        let document = document("a.html", text);
        assert!(
            !document.text.contains("Around it."),
            "{role}: {}",
            document.text
        );
    }
}

#[test]
fn a_letter_of_a_volume_may_be_dated_from_a_day_to_another() {
    let volume = |date: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><div type=\"document\" n=\"1\" xml:id=\"d1\">\
             <head>1. Letter</head><opener><dateline>Seoul, <date {date}>then</date></dateline></opener><p>The ministers met.</p></div></body></text></TEI>"
        )
    };
    let cases = [
        ("when=\"1884-03-16\"", "1884-03-16"),
        (
            "from=\"1884-03-16\" to=\"1884-03-18\"",
            "1884-03-16/1884-03-18",
        ),
        (
            "notBefore=\"1884-03-16\" notAfter=\"1884-03-18\"",
            "1884-03-16/1884-03-18",
        ),
        ("from=\"1884-03-16\"", "1884-03-16"),
    ];
    for (date, expected) in cases {
        let document = document("a.xml", volume(date));
        assert_eq!(day(&document).as_deref(), Some(expected), "{date}");
    }
}

#[test]
fn the_rows_of_a_table_in_a_text_tell_nothing_and_the_sentences_beside_them_do() {
    let text = "Visits of the year\n\nName        Visits   2018   2019\nTokyo       12       5      7\n\
                Pompeo      3        1      2\n\nThe envoys met in Seoul on 4 May 2019.\n";
    let document = document("visits.txt", text);
    for (words, block) in [
        ("Name", Some(BlockKind::Boilerplate)),
        ("Pompeo", Some(BlockKind::Boilerplate)),
        ("The envoys", None),
    ] {
        let at = document.text.find(words).expect("it is there") as u32;
        assert_eq!(document.block_at(at), block, "{words}");
    }
}
