//! What is written is inert, complete and the same every time.

use smallvec::{SmallVec, smallvec};

use super::*;
use crate::chronicle::{
    Attestation, Chronicle, Confidence, Event, EventId, Kind, Participant, PlaceRef, Scope,
    SourceRef, SourceRow, Status, Str, Who,
};
use crate::document::{DocId, Document, Origin};
use crate::gazetteer::Gazetteer;
use crate::record;
use crate::time::Date;

fn chronicle(title: &str, date: Option<&str>) -> Chronicle {
    let url = Some("https://example.org/?a=1&b=2");
    told_by(SourceRef::Document(DocId(0)), url, title, date)
}

fn told_by(source: SourceRef, url: Option<&str>, title: &str, date: Option<&str>) -> Chronicle {
    let text = |text: &str| Str::from(text.to_owned());
    let event = Event {
        key: text("2021-03-17-test"),
        date: date.map(|date| date.parse().expect("a date")),
        kind: Kind::Meeting,
        status: Status::Planned,
        title: text(title),
        summary: text("They speak, \"on\" the record."),
        countries: SmallVec::new(),
        participants: vec![Participant {
            who: Who::Named(text("=cmd|' /C calc'!A0")),
            role: Some(text("<b>Minister</b>")),
            country: None,
        }],
        places: smallvec![PlaceRef::Named(text("Seoul; Busan"))],
        topics: Vec::new(),
        confidence: Confidence::High,
        inferred: Vec::new(),
        attestations: smallvec![Attestation {
            source,
            locator: text("p. 1"),
            line: None,
            url: url.map(text),
            date: None,
            status: Status::Planned,
            scope: Scope::Full,
            note: None,
            evidence: None,
        }],
        takes_office: None,
    };
    let document = Document {
        origin: Origin::Stdin,
        title: "[click](javascript:alert(1))".to_owned(),
        publisher: None,
        url: Some("https://example.org/한미".to_owned()),
        dct: None,
        language: None,
        people: Vec::new(),
        text: String::new(),
        blocks: Vec::new(),
    };
    Chronicle::new(Gazetteer::new(record::names()), vec![event], vec![document])
}

fn written(title: &str, date: Option<&str>, format: Format) -> Exported {
    let chronicle = chronicle(title, date);
    let as_of = Date::new(2026, 11, 21).expect("a day");
    Brief {
        chronicle: &chronicle,
        title,
        events: &[EventId(0)],
        as_of,
        coverage: "to Aug 2026",
    }
    .write(format)
}

#[test]
fn a_cell_is_never_a_formula() {
    for title in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "  =1",
        "\t=1",
        "＝1",
        "　＠SUM",
    ] {
        let csv = written(title, Some("2021-03-17"), Format::Csv).text;
        assert!(csv.contains(&format!("\"'{title}\"")), "{csv}");
        assert!(csv.contains("\"'=cmd|' /C calc'!A0\""));
    }
}

#[test]
fn a_calendar_has_no_forged_property() {
    let forged = "Talks\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT";
    let ics = written(forged, Some("2021-03-17/2021-03-18"), Format::Ics).text;
    assert!(ics.lines().all(|line| line.len() <= 75));
    assert_eq!(ics.matches("\nATTENDEE").count(), 0);
    assert_eq!(ics.matches("\nEND:VEVENT").count(), 1);
    assert!(ics.contains("DTSTART;VALUE=DATE:20210317\r\nDTEND;VALUE=DATE:20210319\r\n"));
}

#[test]
fn a_calendar_line_never_breaks_an_emoji() {
    let family = "👨\u{200d}👩\u{200d}👧";
    let ics = written(&family.repeat(12), Some("2021-03-17"), Format::Ics).text;
    assert!(ics.lines().all(|line| line.len() <= 75));
    assert!(
        ics.lines()
            .all(|line| !line.trim_start().starts_with('\u{200d}'))
    );
    assert!(ics.replace("\r\n ", "").contains(&family.repeat(12)));
}

#[test]
fn a_calendar_says_what_it_leaves_out() {
    let month = written("Talks", Some("2021-03"), Format::Ics);
    assert!(!month.text.contains("VEVENT"));
    assert_eq!(
        month.notes,
        ["\"Talks\" is left out: a calendar cannot say Mar 2021"]
    );
    // Its four digits without the sign would be a day of our era.
    let of_caesar = written("Talks", Some("-0044-03-15"), Format::Ics);
    assert!(!of_caesar.text.contains("VEVENT"));
    assert_eq!(
        of_caesar.notes,
        ["\"Talks\" is left out: a calendar cannot say 15 Mar -44"]
    );
    for (day, said) in [
        ("0000-12-31", false),
        ("0001-01-01", true),
        ("9999-12-31", false),
    ] {
        let ics = written("Talks", Some(day), Format::Ics).text;
        assert_eq!(ics.contains("VEVENT"), said, "{day}");
    }
    let undated = written("Talks", None, Format::Ics);
    assert_eq!(undated.notes, ["\"Talks\" is left out: it has no date"]);
}

#[test]
fn a_page_holds_no_markup_but_its_own() {
    let html = written("<script>alert(1)</script>", Some("2021-03"), Format::Html).text;
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;b&gt;Minister&lt;/b&gt;"));
}

#[test]
fn markdown_takes_text_as_text() {
    let text = written(
        "# *Talks* <img src=x> 1. `x`",
        Some("2021-03"),
        Format::Markdown,
    )
    .text;
    assert!(
        text.starts_with("# \\# \\*Talks\\* \\<img src=x\\> 1. \\`x\\`\n"),
        "{text}"
    );
    assert!(text.contains("\\[click\\](javascript"), "{text}");
    assert!(text.contains("As of 21 Nov 2026 · 1 event · to Aug 2026"));
    assert!(text.contains("[planned]"));
    assert!(text.contains("\n[^1]: "));
    assert!(text.contains("<https://example.org/?a=1&b=2>"));
}

#[test]
fn every_format_leads_to_where_the_screen_does() {
    let document = SourceRef::Document(DocId(0));
    let sources = || record::names().sources.iter().zip(0..);
    let (cited, row) = sources()
        .find(|(source, _)| source.url.is_some())
        .expect("a source with an address");
    let of_record = cited.url.as_deref().expect("an address").to_owned();
    for (source, url, leads) in [
        (
            document,
            Some("https://example.org/日"),
            "https://example.org/%E6%97%A5",
        ),
        (document, None, "https://example.org/%ED%95%9C%EB%AF%B8"),
        (SourceRef::Record(SourceRow(row)), None, of_record.as_str()),
    ] {
        let chronicle = told_by(source, url, "Talks", None);
        let event = chronicle.event(EventId(0));
        let told = event.attestations.first().expect("a source");
        let followed = link(&chronicle, told).expect("a link");
        assert_eq!(followed.as_str(), leads);
        let brief = Brief {
            chronicle: &chronicle,
            title: "Talks",
            events: &[EventId(0)],
            as_of: Date::new(2026, 11, 21).expect("a day"),
            coverage: "",
        };
        for format in [Format::Markdown, Format::Html, Format::Csv] {
            assert!(
                brief.write(format).text.contains(leads),
                "{format}: {leads}"
            );
        }
        let json = brief.write(Format::Json).text;
        assert!(
            json.contains(chronicle.url(told).expect("an address")),
            "{json}"
        );
    }
}

#[test]
fn json_reads_back() {
    let text = written("Talks \u{1F600} \"x\"", Some("2021-03"), Format::Json).text;
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(value["schema"], 1);
    assert_eq!(value["events"][0]["title"], "Talks \u{1F600} \"x\"");
    let lines = written("Talks", None, Format::JsonLines).text;
    let line: serde_json::Value = serde_json::from_str(lines.trim()).expect("JSON");
    assert_eq!(line["date"], serde_json::Value::Null);
}

#[test]
fn an_unknown_format_is_told_with_those_known() {
    let error = "docx".parse::<Format>().expect_err("no such format");
    assert_eq!(
        error,
        "there is no format \"docx\"; use one of md, html, csv, json, jsonl, ics"
    );
}

#[test]
fn a_heading_from_outside_is_clean_in_every_format() {
    let chronicle = chronicle("Talks", Some("2021-03-17"));
    let brief = Brief {
        chronicle: &chronicle,
        title: "Talks\u{2029}\u{1b}[31m\u{202E}",
        events: &[EventId(0)],
        as_of: Date::new(2026, 11, 21).expect("a day"),
        coverage: "",
    };
    for format in Format::ALL {
        let text = brief.write(format).text;
        let unclean = |c: char| matches!(c, '\u{2029}' | '\u{1b}' | '\u{202E}');
        assert!(!text.contains(unclean), "{format}: {text:?}");
    }
}
