//! Documents become events: through the public API, on texts of our own.

use linchpin::chronicle::{Chronicle, Event, SourceRef, Status};
use linchpin::compile::{Annotators, compile};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::{LoadOptions, Root, load, load_text};
use linchpin::record;
use linchpin::timex::TemporalTagger;

fn read(texts: &[&str], with_record: bool) -> Chronicle {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let documents = texts
        .iter()
        .enumerate()
        .flat_map(|(at, text)| load_text(text, &Origin::BuiltIn(format!("{at}.txt"))))
        .collect();
    compile(documents, &[], &annotators, with_record, &|_| true)
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let chronicle = read(&[text], false);
    let found: Vec<String> = chronicle.events().map(line).collect();
    assert_eq!(found, expected, "{text}");
}

fn line(event: &Event) -> String {
    let date = event
        .date
        .map_or_else(|| "-".to_owned(), |date| date.to_string());
    format!(
        "{date} {} {}: {}",
        event.kind.name(),
        event.status.name(),
        event.title
    )
}

#[test]
fn a_meeting_is_read_with_its_day_place_and_people() {
    check(
        "date 2022-06-10\nSecretary of State Antony Blinken met South Korean Foreign Minister Park Jin in Washington on Thursday.",
        &["2022-06-09 meeting held: Blinken meets Park Jin in Washington"],
    );
}

#[test]
fn what_did_not_happen_is_no_event() {
    check(
        "date 2022-06-10\nSecretary of State Antony Blinken did not meet Foreign Minister Park Jin in Washington on Thursday.",
        &[],
    );
}

#[test]
fn other_languages_tables_and_code_give_no_events() {
    let french = "Le ministre des affaires étrangères a rencontré mardi son homologue japonais à Tokyo pour parler de la \
                  péninsule coréenne et des essais de missiles, selon un communiqué publié par le ministère à Paris ce matin.";
    check(french, &[]);
    check(
        "fn main() { let visit = meet(\"Seoul\", 2021); }\nif (x == 1) { call(Tokyo); }\n",
        &[],
    );
}

#[test]
fn the_same_documents_give_the_same_chronicle_whatever_the_number_of_threads() {
    let texts = [
        "date 2023-08-20\nPresident Joe Biden hosted President Yoon Suk Yeol and Prime Minister Fumio Kishida at Camp David on August 18.",
        "date 2023-08-19\nJoe Biden met Yoon Suk Yeol at Camp David on Friday.",
    ];
    let keys = |chronicle: &Chronicle| -> Vec<String> {
        chronicle.events().map(|e| e.key.to_string()).collect()
    };
    let all = keys(&read(&texts, true));
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    assert_eq!(all, pool.install(|| keys(&read(&texts, true))));
}

#[test]
fn evidence_lies_in_its_document_and_a_sentence_holds_its_timex() {
    let chronicle = read(
        &[
            "date 2022-06-10\nOn Monday in Seoul, Deputy Secretary of State Wendy Sherman met Foreign Minister Park Jin. She will travel to Tokyo on June 12.",
        ],
        false,
    );
    assert!(!chronicle.is_empty());
    for event in chronicle.events() {
        for attestation in &event.attestations {
            let evidence = attestation.evidence.as_ref().expect("read from a document");
            let text = &chronicle.document(evidence.doc).unwrap().text;
            assert!(!evidence.sentence.of(text).is_empty());
            assert!(
                evidence
                    .timex
                    .is_none_or(|timex| evidence.sentence.covers(timex))
            );
            assert!(
                evidence
                    .trigger
                    .is_none_or(|word| evidence.sentence.covers(word))
            );
            assert!(!evidence.because.is_empty());
        }
    }
}

#[test]
fn on_the_seeds_the_2_plus_2_in_seoul_is_one_event_with_three_documents_and_the_record() {
    let seeds = std::path::Path::new("../shared/seeds");
    if !seeds.exists() {
        println!("skipped: ../shared is missing");
        return;
    }
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let (loaded, _) = load(&[Root::from_argument(seeds)], &LoadOptions::default(), &());
    let chronicle = compile(loaded.documents, &loaded.rows, &annotators, true, &|_| true);
    let told = |event: &&Event| {
        let mut documents: Vec<u32> = event
            .attestations
            .iter()
            .filter_map(|a| match a.source {
                SourceRef::Document(doc) => Some(doc.0),
                SourceRef::Record(_) => None,
            })
            .collect();
        documents.dedup();
        documents.len() == 3
    };
    let merged: Vec<&Event> = chronicle.events().filter(told).collect();
    let two: Vec<_> = merged.iter().filter(|e| e.kind.name() == "2+2").collect();
    assert_eq!(
        two.len(),
        1,
        "{:?}",
        merged.iter().map(|e| line(e)).collect::<Vec<_>>()
    );
    let event = two[0];
    assert_eq!(event.status, Status::Held);
    assert!(
        event
            .attestations
            .iter()
            .any(|a| matches!(a.source, SourceRef::Record(_)))
    );
    let places: Vec<&str> = event
        .places
        .iter()
        .map(|p| chronicle.place_name(p))
        .collect();
    assert_eq!(places, ["Seoul"]);
}
