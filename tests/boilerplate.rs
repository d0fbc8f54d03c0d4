//! What stands around an article is marked, kept in the text, and never told as an event.

use linchpin::compile::{Annotators, compile};
use linchpin::document::{BlockKind, Document, Origin};
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::timex::TemporalTagger;

/// A short article with a line of boilerplate in it.
fn article(before: &str, after: &str) -> String {
    format!(
        "Ministers to meet in Seoul\n\n{before}\n\nMarch 16, 2021\n\nThe two foreign ministers spoke about trade for an hour.\n\nThey did not say when they would speak again, and no statement was given.\n\n{after}\n"
    )
}

fn kind_of(document: &Document, line: &str) -> Option<BlockKind> {
    let at = document.text.find(line)?;
    document.block_at((at + line.len() / 2) as u32)
}

#[track_caller]
fn is_marked(line: &str, kinds: &[BlockKind]) {
    for text in [article(line, ""), article("", line)] {
        let document = load_text(&text, &Origin::Stdin).remove(0);
        assert!(document.text.contains(line), "kept in the text: {line}");
        let kind = kind_of(&document, line);
        if kind.is_some_and(|kind| kinds.contains(&kind)) {
            return;
        }
    }
    panic!("not marked: {line}");
}

#[test]
fn each_class_is_marked_as_such() {
    let boilerplate = [BlockKind::Boilerplate];
    for line in [
        "Advertisement",
        "ADVERTISEMENT",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "© 2021 Example Daily. All rights reserved.",
        "Copyright 2021 The Example Post. All Rights Reserved.",
        "Subscribe to our newsletter",
        "Read more:",
        "Share this article",
        "Follow us on Twitter",
    ] {
        is_marked(line, &boilerplate);
    }
    let byline = [BlockKind::Byline, BlockKind::Boilerplate];
    for line in [
        "By Kim Writer",
        "By Kim Writer and Lee Author, Example Daily",
    ] {
        is_marked(line, &byline);
    }
    let caption = [BlockKind::Caption, BlockKind::Boilerplate];
    for line in [
        "Photo: Example Agency",
        "FILE PHOTO: The ministers shake hands in Tokyo. REUTERS/A Photographer",
    ] {
        is_marked(line, &caption);
    }
}

#[test]
fn nothing_of_it_becomes_an_event() {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(linchpin::record::names()), &tagger);
    for line in [
        "© 2021 Example Daily. Antony Blinken met with Chung Eui-yong in Seoul on March 17, 2021. All rights reserved.",
        "(This story has not been edited. Antony Blinken met with Chung Eui-yong in Seoul on March 17, 2021.)",
        "FILE PHOTO: Antony Blinken met with Chung Eui-yong in Seoul on March 17, 2021. REUTERS/A Photographer",
    ] {
        let documents = load_text(&article("", line), &Origin::Stdin);
        let text = documents[0].text.clone();
        let chronicle = compile(documents, &[], &annotators, false, &|_| true);
        for event in chronicle.events() {
            let told = event.attestations.iter();
            for evidence in told.filter_map(|told| told.evidence.as_ref()) {
                let sentence = evidence.sentence.of(&text);
                assert!(!sentence.contains("Blinken"), "{line}: {sentence}");
            }
        }
    }
}
