//! Who says "I", who is "the President", and whom capitals do not name.

use linchpin::chronicle::Who;
use linchpin::compile::{Annotators, extracted};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// What a text tells: its events as "date kind: people", and everyone whom it names.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let tagger = TemporalTagger::default();
    let gazetteer = Gazetteer::new(record::names());
    let annotators = Annotators::new(gazetteer, &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let found = extracted(&documents, &annotators).remove(0);
    let name = |who: &Who| match who {
        Who::Official(row) => gazetteer.official(*row).name.to_string(),
        Who::Named(name) => name.to_string(),
    };
    let events = found.events.iter().map(|event| {
        let date = event
            .date
            .map_or_else(|| "-".to_owned(), |date| date.to_string());
        let who: Vec<_> = event.participants.iter().map(|p| name(&p.who)).collect();
        format!("{date} {}: {}", event.kind.name(), who.join(", "))
    });
    (events.collect(), found.officials)
}

#[track_caller]
fn tells(text: &str, expected: &[&str]) {
    assert_eq!(read(text).0, expected, "{text}");
}

#[test]
fn in_a_telegram_of_an_embassy_the_president_is_that_of_its_host() {
    tells(
        "12. Telegram From the Embassy in Korea to the Department of State\n\nSeoul, March 9, 1966.\n\n\
         1. The President had lunch with me on March 7. The PriMin raised with me on March 8 the matter of rice.\n\n\
         Brown",
        &[
            "1966-03-07 meeting: Park Chung-hee, Winthrop G. Brown",
            "1966-03-08 talks: Chung Il-kwon, Winthrop G. Brown",
        ],
    );
}

#[test]
fn whom_the_writer_told_something_he_met() {
    tells(
        "12. Telegram From the Embassy in Korea to the Department of State\n\nSeoul, March 9, 1966.\n\n\
         1. I said to the President that rice was short.\n\nBrown",
        &["1966-03-09 meeting: Winthrop G. Brown, Park Chung-hee"],
    );
}

#[test]
fn a_writer_whom_the_record_does_not_have_goes_by_the_name_in_brackets() {
    tells(
        "The Chargé in Japan (Fleming) to the Secretary of State\nTokyo, May 8, 1936.\n\n\
         1. Mr. Otani called on me this morning.\n\nFleming",
        &["1936-05-08 meeting: Otani, Fleming"],
    );
}

#[test]
fn capitals_of_a_heading_name_nobody() {
    let (_, people) = read(
        "Veteran Envoy Goes Again\n\nTUESDAY, 4 May 2010\n\nThe rival called it \"A Major Setback\" and Foreign \
         Minister Yu Myung-hwan met the envoy on Monday.",
    );
    assert_eq!(people, ["Yu Myung-hwan"]);
}

#[test]
fn a_name_between_commas_belongs_to_the_title_before_it() {
    let (_, people) = read(
        "date 2001-03-12\nThe North Korean Vice-Foreign Minister, Pak Chol Su, visited London in January. I told \
         Mr. Pak that he was late.",
    );
    assert_eq!(people, ["Pak Chol Su"]);
}

#[test]
fn in_the_papers_of_the_presidents_a_label_says_who_speaks() {
    tells(
        "Remarks on Trade\n\nMay 01, 1987\n\nThe President. I met with Prime Minister Nakasone on Thursday.",
        &["1987-04-30 meeting: Ronald Reagan, Yasuhiro Nakasone"],
    );
}

#[test]
fn a_minister_speaks_under_his_title_alone() {
    tells(
        "Press Conference by Minister for Foreign Affairs Katsuya Okada\n\nDate: Friday, February 12, 2010\n\n\
         Minister: I met with Foreign Minister Yu Myung-hwan in Seoul on Thursday.",
        &["2010-02-11 meeting: Katsuya Okada, Yu Myung-hwan"],
    );
}
