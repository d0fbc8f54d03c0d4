//! Volumes of the *Foreign Relations* series: who wrote to whom, and who was there.

use std::path::{Path, PathBuf};

use linchpin::document::{Document, Origin, Part};
use linchpin::load::{LoadOptions, Reader};

fn read(xml: &str) -> Vec<Document> {
    let origin = Origin::File(PathBuf::from("a.xml").into(), None);
    let (loaded, _) = Reader::new(LoadOptions::default()).read(xml.as_bytes(), &origin);
    loaded.documents
}

fn people(document: &Document, part: Part) -> Vec<&str> {
    document.people(part).collect()
}

#[test]
fn sender_addressee_and_participants_are_known() {
    let found = read(
        "<TEI><text><body><div type=\"document\" xml:id=\"d1\"><head>1. Memorandum of Conversation</head>\
         <opener><dateline><date when=\"1965-05-17\">May 17</date></dateline></opener>\
         <list type=\"participants\"><head>PARTICIPANTS</head><item><persName>President Park</persName>, Korea</item>\
         <item><persName>President Johnson</persName><note n=\"1\">A note.</note></item></list><p>They spoke.</p></div>\
         <div type=\"document\" xml:id=\"d2\"><head>2. <persName type=\"from\">A. Writer</persName> to \
         <persName type=\"to\">B. Reader</persName></head><p>Sir: words.</p></div></body></text></TEI>",
    );
    assert_eq!(
        people(&found[0], Part::Participant),
        ["President Park, Korea", "President Johnson"]
    );
    assert!(people(&found[0], Part::Sender).is_empty());
    assert_eq!(people(&found[1], Part::Sender), ["A. Writer"]);
    assert_eq!(people(&found[1], Part::Addressee), ["B. Reader"]);
}

#[test]
fn markup_that_nobody_reviewed_has_them_in_the_heading() {
    let found = read(
        "<div type=\"document\" xml:id=\"d9\"><head>9. Telegram From the Embassy in Korea to the Department of State</head><p>Words.</p></div>",
    );
    assert_eq!(people(&found[0], Part::Sender), ["the Embassy in Korea"]);
    assert_eq!(
        people(&found[0], Part::Addressee),
        ["the Department of State"]
    );
}

/// Documents of a volume whose own markup names both.
fn marked_up(xml: &str) -> usize {
    let documents = xml.split("<div type=\"document\"").skip(1);
    let both = |text: &&str| text.contains("type=\"from\"") && text.contains("type=\"to\"");
    documents.filter(both).count()
}

#[test]
fn every_letter_of_a_volume_has_its_sender_and_addressee() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/frus/frus1884.xml");
    let Ok(xml) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let found = read(&xml);
    let both = |document: &&Document| {
        !people(document, Part::Sender).is_empty() && !people(document, Part::Addressee).is_empty()
    };
    let known = found.iter().filter(both).count();
    println!(
        "{known} of {} documents have both; {} by their markup",
        found.len(),
        marked_up(&xml)
    );
    assert!(known >= marked_up(&xml), "{known} of {}", marked_up(&xml));
}
