//! Who says "I", who is "the President", and whom capitals do not name.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn in_a_telegram_of_an_embassy_the_president_is_that_of_its_host() {
    tells(
        "12. Telegram From the Embassy in Korea to the Department of State\n\nSeoul, March 9, 1966.\n\n\
         1. The President had lunch with me on March 7. The PriMin raised with me on March 8 the matter of rice.\n\n\
         Brown",
        &[
            "1966-03-07 meeting held: Park Chung-hee, Winthrop G. Brown",
            "1966-03-08 talks held: Chung Il-kwon, Winthrop G. Brown",
        ],
    );
}

#[test]
fn whom_the_writer_told_something_he_met() {
    tells(
        "12. Telegram From the Embassy in Korea to the Department of State\n\nSeoul, March 9, 1966.\n\n\
         1. I said to the President that rice was short.\n\nBrown",
        &["1966-03-09 meeting held: Winthrop G. Brown, Park Chung-hee"],
    );
}

#[test]
fn a_writer_whom_the_record_does_not_have_goes_by_the_name_in_brackets() {
    tells(
        "The Chargé in Japan (Fleming) to the Secretary of State\nTokyo, May 8, 1936.\n\n\
         1. Mr. Otani called on me this morning.\n\nFleming",
        &["1936-05-08 meeting held: Otani, Fleming"],
    );
}

#[test]
fn capitals_of_a_heading_name_nobody() {
    let told = read(
        "Veteran Envoy Goes Again\n\nTUESDAY, 4 May 2010\n\nThe rival called it \"A Major Setback\" and Foreign \
         Minister Yu Myung-hwan met the envoy on Monday.",
    );
    assert_eq!(told.people, ["Yu Myung-hwan"]);
}

#[test]
fn a_name_between_commas_belongs_to_the_title_before_it() {
    let told = read(
        "date 2001-03-12\nThe North Korean Vice-Foreign Minister, Pak Chol Su, visited London in January. I told \
         Mr. Pak that he was late.",
    );
    assert_eq!(told.people, ["Pak Chol Su"]);
}

#[test]
fn in_the_papers_of_the_presidents_a_label_says_who_speaks() {
    tells(
        "Remarks on Trade\n\nMay 01, 1987\n\nThe President. I met with Prime Minister Nakasone on Thursday.",
        &["1987-04-30 meeting held: Ronald Reagan, Yasuhiro Nakasone"],
    );
}

#[test]
fn a_minister_speaks_under_his_title_alone() {
    tells(
        "Press Conference by Minister for Foreign Affairs Katsuya Okada\n\nDate: Friday, February 12, 2010\n\n\
         Minister: I met with Foreign Minister Yu Myung-hwan in Seoul on Thursday.",
        &["2010-02-11 meeting held: Katsuya Okada, Yu Myung-hwan"],
    );
}
