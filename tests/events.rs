//! Documents become events: through the public API, on texts of our own.

#[path = "common/reading.rs"]
mod reading;

use std::borrow::Cow;

use linchpin::chronicle::{Chronicle, Event, SourceRef, Status};
use linchpin::compile::{Annotators, ReadDocument, compile, extracted};
use linchpin::document::{DocId, Document, Origin};
use linchpin::gazetteer::Gazetteer;
use linchpin::load::{LoadOptions, Root, load, load_text};
use linchpin::record;
use linchpin::timex::TemporalTagger;
use reading::{line, read};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let chronicle = read(&[text], false);
    let found: Vec<String> = chronicle.events().map(|event| line(&event)).collect();
    assert_eq!(found, expected, "{text}");
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

/// Documents are read in groups, one that is not read among them.
#[test]
fn a_document_tells_among_others_what_it_tells_alone() {
    let texts = [
        "date 2023-08-20\nPresident Joe Biden hosted President Yoon Suk Yeol at Camp David on August 18.",
        "외교부 장관은 17일 서울에서 안토니 블링컨 미국 국무장관과 회담을 했다. 두 장관은 동맹을 재확인했다.",
        "Secretary Antony Blinken met Foreign Minister Park Jin in Seoul on Thursday, March 18, 2021.",
        "date 2021-03-16\nSecretary Antony Blinken met Foreign Minister Toshimitsu Motegi in Tokyo on Tuesday.",
    ];
    let documents: Vec<Document> = texts
        .iter()
        .enumerate()
        .flat_map(|(at, text)| load_text(text, &Origin::BuiltIn(format!("{at}.txt"))))
        .collect();
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let told = |found: &ReadDocument| {
        let events: Vec<String> = found.events.iter().map(line).collect();
        (found.dct.clone(), events, found.unread.clone())
    };
    let together = extracted(&documents, &annotators);
    assert_eq!(together.len(), texts.len());
    for (rank, (document, found)) in documents.iter().zip(&together).enumerate() {
        let alone = extracted(std::slice::from_ref(document), &annotators);
        assert_eq!(told(found), told(&alone[0]), "{}", document.text);
        let sources = found.events.iter().flat_map(|event| &event.attestations);
        let own = SourceRef::Document(DocId(rank as u32));
        assert!(sources.into_iter().all(|told| told.source == own));
    }
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
            let text = chronicle.document(evidence.doc).unwrap().text;
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
    let told = |event: &Cow<'_, Event>| {
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
    let merged: Vec<Cow<'_, Event>> = chronicle.events().filter(told).collect();
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

/// Why a text is not read, and how many events are found in it.
fn unread(text: &str) -> (Option<String>, usize) {
    let chronicle = read(&[text], false);
    let document = chronicle.documents().iter().next().expect("one document");
    (document.unread(), chronicle.len())
}

#[test]
fn a_text_in_another_language_is_not_read_and_the_language_is_named() {
    let texts = [
        (
            "외교부 장관은 17일 서울에서 안토니 블링컨 미국 국무장관과 회담을 했다. 두 장관은 동맹을 재확인했다.",
            "Korean",
        ),
        (
            "外務大臣は3月16日に東京でブリンケン国務長官と会談を行い、同盟の強化を確認しました。",
            "Japanese",
        ),
        (
            "外交部长3月16日在北京会见了美国国务卿布林肯，双方就半岛局势交换了意见。",
            "Chinese",
        ),
        (
            "Министр иностранных дел 16 марта встретился в Токио с госсекретарём Блинкеном.",
            "Russian",
        ),
        (
            "Le ministre a rencontré mardi 16 mars à Tokyo le secrétaire d'État Antony Blinken pour parler de la région.",
            "French",
        ),
        (
            "El ministro se reunió el martes 16 de marzo en Tokio con el secretario Antony Blinken para hablar de la región.",
            "Spanish",
        ),
    ];
    for (text, language) in texts {
        assert_eq!(
            unread(text),
            (Some(format!("not read: {language}")), 0),
            "{text}"
        );
    }
}

#[test]
fn the_english_part_of_a_mixed_text_is_read() {
    check(
        "date 2021-03-18\n미국 국무장관은 17일 서울에서 외교부 장관과 회담을 했다. 두 장관은 동맹을 재확인했다.\n\n\
         Secretary of State Antony Blinken met Foreign Minister Chung Eui-yong in Seoul on March 17.\n\n\
         El ministro se reunió con Antony Blinken en Seúl el 18 de marzo y visitó Tokyo con los otros de la región.",
        &["2021-03-17 meeting held: Blinken meets Chung Eui-yong in Seoul"],
    );
}

#[test]
fn a_day_of_the_week_that_contradicts_its_date_moves_no_event_to_another_year() {
    check(
        "date 2021-03-20\nSecretary of State Antony Blinken met Foreign Minister Chung Eui-yong in Seoul on Wednesday, March 19.",
        &["2021-03-19 meeting held: Blinken meets Chung Eui-yong in Seoul"],
    );
}

#[test]
fn a_document_dated_in_the_future_is_read_as_of_its_day() {
    check(
        "date 2061-05-05\nSecretary of State Jane Doe met Foreign Minister Park Jin-ho in Seoul on Wednesday.",
        &["2061-05-04 meeting held: Jane Doe meets Park Jin-ho in Seoul"],
    );
}

#[test]
fn five_hundred_people_make_no_event_of_five_hundred() {
    let names: Vec<String> = (0..500_u32)
        .map(|at| {
            let letter = |n: u32| char::from(b'a' + (n % 26) as u8);
            format!(
                "Senator T{}{}rik M{}{}den",
                letter(at),
                letter(at / 26),
                letter(at),
                letter(at / 26)
            )
        })
        .collect();
    let each: Vec<String> = names
        .iter()
        .map(|name| format!("{name} met President Moon on March 4."))
        .collect();
    let text = format!(
        "date 2021-03-05\nOn March 4 in Seoul President Moon Jae-in met {}.\n\n{}",
        names.join(", "),
        each.join("\n\n")
    );
    let chronicle = read(&[&text], false);
    let most = chronicle
        .events()
        .map(|event| event.participants.len())
        .max();
    assert!(most.is_some_and(|most| most <= 30), "{most:?}");
}

#[test]
fn lyrics_tables_and_base64_give_no_events() {
    let lyrics = "I met you in the morning\nAnd I called you in the night\nTokyo is burning\nVisit me tomorrow\n".repeat(12);
    let base = "aGVsbG8gd29ybGQgdGhpcyBpcyBhIHRlc3Qgb2YgYmFzZTY0IGRhdGEgYW5kIG1vcmU=\n".repeat(80);
    let table = "2021-03-16\tSeoul\tmeeting\tBlinken\t17\n".repeat(60);
    let sentence = format!(
        "On March 3 in Seoul he met {}.",
        "and visited Tokyo and called Park ".repeat(30_000)
    );
    for text in [lyrics, base, table, sentence] {
        assert_eq!(unread(&text).1, 0);
    }
}

#[test]
fn what_was_announced_and_held_tells_both_days() {
    let plan = "date 2019-03-10\nSecretary of State Mike Pompeo will meet South Korean Foreign Minister Kang Kyung-wha in \
                Washington on March 29.";
    let held = "date 2019-03-30\nSecretary of State Mike Pompeo met South Korean Foreign Minister Kang Kyung-wha in \
                Washington on Friday.";
    let off = "date 2019-03-27\nA meeting of Secretary of State Mike Pompeo and South Korean Foreign Minister Kang \
               Kyung-wha in Washington on March 29 was called off.";
    let history = |texts: &[&str]| {
        let chronicle = read(texts, false);
        let found: Vec<_> = chronicle
            .events()
            .map(|event| chronicle.history(&event))
            .collect();
        assert_eq!(found.len(), 1, "one event of {texts:?}");
        found.into_iter().flatten().next()
    };
    assert_eq!(history(&[plan]), None);
    assert_eq!(history(&[held]), None);
    assert_eq!(
        history(&[plan, held]).as_deref(),
        Some("announced 10 Mar 2019, held 29 Mar 2019")
    );
    assert_eq!(
        history(&[plan, off]).as_deref(),
        Some("announced 10 Mar 2019, called off 27 Mar 2019")
    );
}
