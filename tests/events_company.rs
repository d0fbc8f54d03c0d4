//! Who takes part: in pictures, in company, on journeys, at somebody's house.

#[path = "common/told.rs"]
mod told;

use told::tells;

#[test]
fn a_picture_shows_who_meets() {
    let shown = |words: &str, event: &str| tells(&format!("date 2020-06-22\n{words}"), &[event]);
    let talks = "2020-06-15 talks held: Moon Jae-in, Shinzo Abe";
    let meeting = "2020-06-15 meeting held: Moon Jae-in, Shinzo Abe";
    shown(
        "Moon Jae-in and Shinzo Abe shake hands before their talks in Osaka on June 15.",
        talks,
    );
    shown(
        "President Moon Jae-in, left, shakes hands with Shinzo Abe prior to their talks in Osaka on June 15.",
        talks,
    );
    shown(
        "Moon Jae-in (L) and Shinzo Abe pose ahead of a meeting in Osaka on June 15.",
        meeting,
    );
    shown(
        "Moon Jae-in talks with Shinzo Abe during a meeting in Osaka on June 15.",
        meeting,
    );
    // Without a noun, the handshake itself is the meeting.
    shown(
        "Moon Jae-in and Shinzo Abe shook hands in Osaka on Monday.",
        "2020-06-22 meeting held: Moon Jae-in, Shinzo Abe",
    );
}

#[test]
fn who_is_accompanied_meets_as_well() {
    tells(
        "date 1968-02-14\nCyrus Vance, accompanied by William J. Porter, Dean Rusk and Walt Rostow met Prime Minister Chung Il-kwon on Tuesday.",
        &[
            "1968-02-13 meeting held: Cyrus Vance, William J. Porter, Dean Rusk, Walt Rostow, Chung Il-kwon",
        ],
    );
}

#[test]
fn an_official_is_called_as_the_document_spells_him() {
    tells(
        "date 1965-12-02\nForeign Minister Yi Tong-won flew to Washington on November 29. Minister Yi met Secretary Dean Rusk on November 30.",
        &[
            "1965-11-29 visit held: Lee Dong-won",
            "1965-11-30 meeting held: Lee Dong-won, Dean Rusk",
        ],
    );
}

#[test]
fn the_us_is_a_place_to_go_to() {
    tells(
        "date 2020-06-22\nLee Do-hoon traveled to the US on June 17.",
        &["2020-06-17 visit held: Lee Do-hoon"],
    );
    tells(
        "date 2020-06-22\nUS officials will meet Lee Do-hoon in Seoul on Friday.",
        &["2020-06-26 meeting planned: Lee Do-hoon"],
    );
}

#[test]
fn who_returns_from_a_trip_was_where_it_went() {
    for home in ["home", "to Seoul"] {
        let told = format!(
            "date 2020-06-22\nLee Do-hoon returned {home} on June 20 from a trip to Washington."
        );
        tells(&told, &["2020-06-20 visit held: Lee Do-hoon"]);
    }
}

#[test]
fn a_visit_to_a_person_is_a_meeting() {
    tells(
        "date 2016-11-18\nOn Thursday Shinzo Abe visited US President-elect Donald Trump.",
        &["2016-11-17 meeting held: Shinzo Abe, Donald Trump"],
    );
}

#[test]
fn whose_house_somebody_calls_at_meets_him() {
    tells(
        "date 1941-09-24\nJoseph Grew called at Prime Minister Fumimaro Konoe's residence on September 23.",
        &["1941-09-23 meeting held: Joseph C. Grew, Fumimaro Konoe"],
    );
}

#[test]
fn whose_visit_is_discussed_is_not_there() {
    tells(
        "date 2022-05-12\nJake Sullivan conferred with Kim Sung-han on Thursday on details of Joe Biden's visit.",
        &["2022-05-12 meeting held: Jake Sullivan, Kim Sung-han"],
    );
}

#[test]
fn the_president_whom_another_called_is_another() {
    tells(
        "date 2010-11-02\nPresident Barack Obama\n\nPresident Lee Myung-bak telephoned the President late yesterday about trade.",
        &["2010-11-01 call held: Lee Myung-bak, Barack Obama"],
    );
}

#[test]
fn presidents_are_not_the_ministers_of_the_two_countries() {
    tells(
        "date 2010-05-17\nPresident Obama met President Lee Myung-bak on Sunday. The foreign ministers of the two countries will meet in July.",
        &[
            "2010-05-16 meeting held: Barack Obama, Lee Myung-bak",
            "2010-07 meeting planned: ",
        ],
    );
}

#[test]
fn an_envoy_without_a_name_is_the_one_who_is_named_next() {
    tells(
        "date 2022-07-23\nA senior U.S. diplomat will visit Seoul next week, the ministry said.\n\nUnder Secretary of State Victoria Nuland will \
         visit Japan and South Korea from Monday to Thursday.",
        &["2022-07-25/2022-07-28 visit planned: Victoria Nuland"],
    );
}

#[test]
fn issues_that_are_discussed_are_not_issued() {
    tells(
        "date 2022-07-23\nWendy Sherman will visit Seoul on Monday to discuss issues including the war in Ukraine.",
        &["2022-07-25 visit planned: Wendy Sherman"],
    );
}

#[test]
fn a_meeting_between_two_is_theirs_alone() {
    tells(
        "date 2018-04-24\nKim Jong Un and President Moon Jae-in will meet on Friday. Talks of the North and South Korean leaders are likely to be followed in June by a meeting between Kim and President Donald Trump.",
        &[
            "2018-04-27 meeting planned: Kim Jong Un, Moon Jae-in",
            "2018-06 meeting planned: Kim Jong Un, Donald Trump",
        ],
    );
}

#[test]
fn a_test_takes_place_for_the_state_named_before() {
    tells(
        "date 2016-06-22\nNorth Korea has dozens of such missiles. This year's Musudan test took place in April.",
        &["2016-04 test past-reference: "],
    );
}

#[test]
fn a_paper_of_the_secretary_of_state_is_his() {
    let hull = ["1941-06-15 meeting held: Cordell Hull"];
    // By the number of its file, by its heading, by who sends it.
    tells(
        "711.94/2162\n\nMemorandum of a Conversation\n\nWashington, June 15, 1941.\n\nThe Japanese Ambassador called on the Secretary at his request.",
        &hull,
    );
    tells(
        "Memorandum by the Secretary of State\n\nWashington, June 15, 1941.\n\nThe Japanese Ambassador called on me at his request.",
        &hull,
    );
    tells(
        "The Secretary of State to the Ambassador in Japan (Grew)\n\nWashington, June 15, 1941.\n\nI received the Japanese Ambassador this \
         morning and said that we would study the paper.",
        &hull,
    );
}

#[test]
fn who_is_met_and_speaks_is_met_once() {
    tells(
        "The Ambassador in Japan (Grew) to the Secretary of State\n\nTokyo, June 15, 1941.\n\nI called on the Foreign Minister this morning. The \
         Foreign Minister told me that he would reply.",
        &["1941-06-15 meeting held: Joseph C. Grew"],
    );
}
