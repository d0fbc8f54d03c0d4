//! Whose a happening is, and when, where a clause stands between somebody and what they do.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn whom_somebody_met_does_not_do_what_they_do_next() {
    tells(
        "date 2018-03-11\nThe envoy who met Kim Jong Un in Pyongyang on Monday will visit Tokyo on Wednesday.",
        &[
            "2018-03-05 meeting held: Kim Jong Un",
            "2018-03-14 visit planned: ",
        ],
    );
    tells(
        "date 2018-03-11\nThe officials who visited Tokyo on Monday met Foreign Minister Kang Kyung-wha in Seoul on Thursday.",
        &[
            "2018-03-05 visit held: ",
            "2018-03-08 meeting held: Kang Kyung-wha",
        ],
    );
    // Whom they speak of does it.
    let found = read(
        "date 2018-03-11\nThe officials who met Kim Jong Un on Monday said he will visit Tokyo on Wednesday.",
    );
    let visit = "2018-03-14 visit planned: Kim Jong Un";
    assert!(found.events.iter().any(|e| e == visit), "{found:?}");
}

#[test]
fn officials_of_a_state_go_on_behind_an_aside() {
    for (open, close) in [(", ", ", "), (" ", " ")] {
        tells(
            &format!(
                "date 2018-03-11\nTwo senior South Korean officials{open}who met Kim Jong Un on Monday{close}will visit China on Tuesday."
            ),
            &[
                "2018-03-05 meeting held: Kim Jong Un",
                "2018-03-13 visit planned: ",
            ],
        );
    }
}

#[test]
fn what_a_plan_is_for_is_planned() {
    tells(
        "date 2018-03-11\nTwo senior South Korean officials will split up to visit China and Japan this week.",
        &["2018-03-12/2018-03-18 visit planned: "],
    );
    tells(
        "date 2018-10-08\nIn Seoul, October 7-8, Secretary Pompeo met with President Moon Jae-in. He briefed on the talks, and plans for a \
         second summit of the United States and North Korea.",
        &["2018-10-07/2018-10-08 meeting held: Mike Pompeo, Moon Jae-in"],
    );
}

#[test]
fn a_family_name_alone_is_not_that_of_a_spouse() {
    for title in ["first lady", "first lady,"] {
        tells(
            &format!(
                "date 2023-03-09\nPrime Minister Fumio Kishida and the {title} Yuko Kishida, were there. Kishida will visit Seoul on March 18."
            ),
            &["2023-03-18 visit planned: Fumio Kishida"],
        );
    }
}

#[test]
fn she_is_the_subject_of_her_own_main_clause() {
    tells(
        "date 2010-05-24\nPresident Barack Obama called President Lee Myung-bak last Monday, and Secretary Hillary Clinton met Foreign \
         Minister Katsuya Okada when she was in Tokyo on Friday.",
        &[
            "2010-05-17 call held: Barack Obama, Lee Myung-bak",
            "2010-05-21 meeting held: Hillary Clinton, Katsuya Okada",
            "2010-05-21 visit held: Hillary Clinton",
        ],
    );
}

#[test]
fn the_trio_are_three_whom_the_sentences_before_name_together() {
    let text = |before: &str, they: &str| {
        format!(
            "date 2016-09-20\nSecretary of State John Kerry met {before} on Sunday. {they} landed in Seoul on Monday."
        )
    };
    let pair = read(&text("Foreign Minister Yun Byung-se", "The two"));
    assert_eq!(
        pair.events[1], "2016-09-19 visit held: John Kerry, Yun Byung-se",
        "{pair:?}"
    );
    let too_many = text(
        "Foreign Minister Yun Byung-se and Foreign Minister Fumio Kishida",
        "The two",
    );
    let nobody = read(&too_many);
    assert!(
        !nobody.events.iter().any(|e| e.contains("visit held: John")),
        "{nobody:?}"
    );
}

#[test]
fn who_held_talks_stands_behind_them() {
    let found = read(
        "date 2024-02-01\nThe trip builds on the pledges of President Joe Biden and on the talks that Foreign Minister Park Jin and Foreign \
         Minister Yoko Kamikawa held in Seoul on January 18.",
    );
    assert_eq!(
        found.events,
        ["2024-01-18 talks held: Park Jin, Yoko Kamikawa"]
    );
}

#[test]
fn years_that_only_say_which_date_nothing() {
    for years in ["1910-1945", "1910-45"] {
        let found = read(&format!(
            "date 1998-10-08\nPrime Minister Keizo Obuchi apologized to President Kim Dae-jung for Japan's {years} rule of Korea."
        ));
        let old = |event: &String| event.starts_with("19") && !event.starts_with("1998");
        assert!(!found.events.iter().any(old), "{found:?}");
    }
}

#[test]
fn who_is_ready_to_meet_has_not_met() {
    tells(
        "date 2018-09-27\nOn Tuesday Prime Minister Shinzo Abe told reporters that he was ready to \"break the wall of distrust\" and \
         meet Kim Jong Un.",
        &["2018-09-25 statement held: Shinzo Abe"],
    );
}

#[test]
fn what_is_condemned_has_its_own_day_and_doer() {
    tells(
        "date 2024-06-02\nSecretary Lloyd Austin condemned North Korea's attempt on May 27 to launch a satellite with ballistic missile \
         technology.",
        &["2024-05-27 test held: "],
    );
}

#[test]
fn next_day_is_the_one_behind_the_day_before_it() {
    tells(
        "date 1961-11-06\nPark Chung-hee will stop in Tokyo on November 11 and have talks with Prime Minister Hayato Ikeda next day.",
        &[
            "1961-11-11 visit planned: Park Chung-hee",
            "1961-11-12 talks planned: Park Chung-hee, Hayato Ikeda",
        ],
    );
}

#[test]
fn a_call_on_somebody_is_a_meeting() {
    tells(
        "date 1997-04-13\nSecretary of Defense William Cohen wound up a two-day stay in Seoul on April 11 with a call on President Kim \
         Young-sam.",
        &[
            "1997-04-10/1997-04-11 visit held: William Cohen",
            "1997-04-11 meeting held: William Cohen, Kim Young-sam",
        ],
    );
}

#[test]
fn what_is_called_off_is_what_was_planned() {
    tells(
        "date 2018-05-26\nPresident Donald Trump will meet Kim Jong Un in Singapore on June 12. On Thursday he called the summit off.",
        &["2018-06-12 meeting cancelled: Donald Trump, Kim Jong Un"],
    );
    tells(
        "date 1997-04-21\nForeign Minister Yoo Chong-ha and Foreign Minister Qian Qichen, who were to meet in Beijing on Wednesday, have \
         called off the meeting.",
        &["1997-04-23 meeting cancelled: Yoo Chong-ha, Qian Qichen"],
    );
    let held = read(
        "date 2018-05-26\nPresident Donald Trump met Kim Jong Un in Singapore on May 12. On Thursday he called the talks off.",
    );
    assert_eq!(
        held.events[0], "2018-05-12 meeting held: Donald Trump, Kim Jong Un",
        "{held:?}"
    );
}
