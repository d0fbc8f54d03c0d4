//! One happening that a document tells in two ways, and two that look like one.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn a_lead_without_a_day_is_what_a_later_sentence_dates() {
    tells(
        "date 2024-11-15\nForeign Minister Cho Tae-yul and his Japanese counterpart, Takeshi Iwaya, have held talks in Peru, the ministry \
         said Friday.\nThe two ministers met in Lima on Thursday.",
        &["2024-11-14 talks held: Cho Tae-yul, Takeshi Iwaya"],
    );
    // A week before is no news, and a call is no meeting.
    let other = |second: &str| {
        let text = format!(
            "date 2024-11-15\nForeign Minister Cho Tae-yul and his Japanese counterpart, Takeshi Iwaya, have held talks, the ministry \
             said Friday.\n{second}"
        );
        assert_eq!(read(&text).events.len(), 2, "{second}");
    };
    other("The two ministers met in Lima on November 6.");
    other("The two ministers spoke by telephone on Thursday.");
}

#[test]
fn a_meeting_of_three_states_is_not_that_of_two_ministers() {
    tells(
        "date 2024-12-11\nMenu\nNews\nSport\nForeign Minister Takeshi Iwaya and his South Korean counterpart, Cho Tae-yul, agreed Wednesday \
         that relations remain important.\nIwaya and Cho held their first talks, by telephone, since the autumn.\nAlso on Wednesday, senior \
         diplomats from Japan, South Korea and the United States held a dialogue in Tokyo.",
        &[
            "2024-12-11 agreement held: Takeshi Iwaya, Cho Tae-yul",
            "2024-12-11 call held: Takeshi Iwaya, Cho Tae-yul",
            "2024-12-11 talks held: ",
        ],
    );
}

#[test]
fn the_week_of_a_meeting_and_its_day_are_of_one_meeting() {
    tells(
        "date 2015-01-22\nThe top nuclear negotiators of South Korea and Japan will meet in Tokyo next week.\nHwang Joon-kook will meet with \
         his Japanese counterpart Junichi Ihara on Wednesday.",
        &["2015-01-28 meeting planned: Hwang Joon-kook, Junichi Ihara"],
    );
}

#[test]
fn what_is_news_is_kept_where_only_the_years_of_writing_are_known() {
    tells(
        "Foreign Minister Takeshi Iwaya and his counterparts Wang Yi from China and Cho Tae-yul from South Korea met in Tokyo for the first \
         such meeting in years.",
        &["- meeting held: Takeshi Iwaya, Wang Yi, Cho Tae-yul"],
    );
}

#[test]
fn menus_above_a_text_take_no_day_from_its_lead() {
    let menu = "About us\nContact\nLetters\nShare this\n";
    tells(
        &format!(
            "date 2023-07-24\n{menu}Deputy Secretary of State Wendy Sherman spoke with Vice Foreign Minister Takeo Mori to discuss trade."
        ),
        &["2023-07-24 call held: Wendy Sherman, Takeo Mori"],
    );
}

#[test]
fn meetings_that_are_counted_up_are_told() {
    tells(
        "date 2019-07-01\nPresident Donald Trump and leader Kim Jong Un met Sunday at Panmunjom. The meeting is their third. The first was in \
         Singapore in June of 2018. The second, held in Hanoi in February, ended without an agreement.",
        &[
            "2019-06-30 meeting held: Donald Trump, Kim Jong Un",
            "2018-06 meeting past-reference: Donald Trump, Kim Jong Un",
            "2019-02 meeting past-reference: Donald Trump, Kim Jong Un",
        ],
    );
    // Of what nobody counted, nothing is told.
    let text = "date 2019-07-01\nPresident Donald Trump and leader Kim Jong Un met Sunday at Panmunjom. The first was in June of 2018.";
    assert_eq!(read(text).events.len(), 1);
}

#[test]
fn who_arrived_twice_arrived_once() {
    tells(
        "date 2014-09-09\nSouth Korea's top nuclear envoy arrived in Washington on Monday. \"We will speak about it,\" Hwang Joon-kook told \
         reporters upon arriving in Washington.",
        &["2014-09-08 visit held: Hwang Joon-kook"],
    );
}

#[test]
fn the_today_of_who_is_quoted_is_the_day_of_saying() {
    tells(
        "date 2018-02-03\n\"President Donald J. Trump spoke today with President Moon Jae-in to wish him well,\" the White House said in a \
         readout on Friday.",
        &["2018-02-02 call held: Donald Trump, Moon Jae-in"],
    );
}

#[test]
fn who_meets_for_hours_meets() {
    for length in ["six hours", "about an hour", "hours"] {
        let text = format!(
            "date 2007-01-18\nChristopher Hill and Kim Kye Gwan met for {length} on Tuesday."
        );
        tells(
            &text,
            &["2007-01-16 meeting held: Christopher Hill, Kim Kye Gwan"],
        );
    }
}

#[test]
fn a_call_during_which_something_was_said_is_told_without_a_day() {
    tells(
        "During a phone call, President Donald Trump and Prime Minister Shinzo Abe reaffirmed that they stand together.",
        &["- call held: Donald Trump, Shinzo Abe"],
    );
}

#[test]
fn two_of_three_who_meet_also_meet_alone() {
    tells(
        "date 2023-02-19\nForeign Minister Yoshimasa Hayashi met his South Korean counterpart Park Jin on Saturday. Secretary of State Antony \
         Blinken, Hayashi and Park held trilateral talks on Saturday.",
        &[
            "2023-02-18 meeting held: Yoshimasa Hayashi, Park Jin",
            "2023-02-18 talks held: Antony Blinken, Yoshimasa Hayashi, Park Jin",
        ],
    );
}

#[test]
fn an_office_in_a_headline_has_not_met_yet() {
    let text = "date 2026-02-03\nForeign minister to meet with U.S. secretary of state\n\nForeign Minister Cho Hyun will hold talks with Secretary \
                of State Marco Rubio on Tuesday.";
    assert!(
        read(text)
            .events
            .iter()
            .all(|event| event.contains("planned")),
        "{:?}",
        read(text)
    );
}
