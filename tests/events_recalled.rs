//! What lies back, what is only asked for, and what is still to come.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn what_lies_weeks_back_has_not_the_day_of_the_news() {
    tells(
        "date 2011-12-19\nPresident Barack Obama telephoned President Lee Myung-bak on Sunday, who toured Tokyo a few \
         months ago.",
        &["2011-12-18 call held: Barack Obama, Lee Myung-bak"],
    );
    tells(
        "date 2011-12-19\nLee Myung-bak met Barack Obama on Sunday. Lee met Obama in Tokyo some months ago.",
        &["2011-12-18 meeting held: Lee Myung-bak, Barack Obama"],
    );
    tells(
        "date 2011-12-19\nLee Myung-bak flew to Tokyo and met Prime Minister Noda several weeks ago, his office said on Monday.",
        &[],
    );
}

#[test]
fn a_recent_talk_is_not_of_the_day_on_which_it_is_told() {
    let told = read(
        "date 1972-08-11\nIn a recent conversation with Ambassador Philip Habib, Prime Minister Kim Jong-pil spoke of the budget.",
    );
    assert!(
        told.events.iter().all(|event| event.starts_with('-')),
        "{:?}",
        told.events
    );
}

#[test]
fn who_is_invited_has_not_come() {
    tells(
        "date 2009-04-02\nPresident Obama met President Lee Myung-bak in London on Wednesday. Obama invited Lee to visit Washington on June 16.",
        &[
            "2009-04-01 meeting held: Barack Obama, Lee Myung-bak",
            "2009-06-16 visit possible: Lee Myung-bak",
        ],
    );
    // To a meal of a day that is over he came.
    tells(
        "date 2009-04-02\nForeign Minister Nakasone invited Hillary Clinton to lunch on Wednesday.",
        &["2009-04-01 meeting held: Hirofumi Nakasone, Hillary Clinton"],
    );
}

#[test]
fn a_journey_that_somebody_is_going_on_has_not_begun() {
    tells(
        "date 2024-09-03\nPrime Minister Fumio Kishida is going to Seoul.",
        &["- visit planned: Fumio Kishida"],
    );
}

#[test]
fn what_plans_were_made_for_was_not_held() {
    tells(
        "date 2019-01-20\nThe envoys say that plans have been made for a summit of Donald Trump and Kim Jong Un.",
        &["- summit planned: Donald Trump, Kim Jong Un"],
    );
}

#[test]
fn tests_that_are_given_up_are_none() {
    let told = read(
        "date 2018-04-24\nOn Saturday, North Korea announced it would suspend nuclear tests and testing of rockets.",
    );
    let test = |event: &String| event.contains(" test ");
    assert!(!told.events.iter().any(test), "{:?}", told.events);
}

#[test]
fn a_year_before_a_noun_says_only_which() {
    tells(
        "date 2025-11-13\nIn light of the President's narrow 2024 victory, Donald Trump and Lee Jae-myung declared a new chapter of the alliance \
         on Wednesday.",
        &["2025-11-12 announcement held: Donald Trump, Lee Jae-myung"],
    );
}

#[test]
fn what_has_gone_on_since_a_year_is_no_event() {
    tells(
        "date 2021-04-30\nThe United States and Japan held a dialogue on April 29, 2021. Since 2010, it has been held as a forum for officials of \
         both.",
        &["2021-04-29 talks held: "],
    );
}

#[test]
fn two_months_of_which_one_is_meant_are_both_told() {
    tells(
        "date 2018-04-24\nDonald Trump and Kim Jong Un will meet in May or June.",
        &["2018-05-01/2018-06-30 meeting planned: Donald Trump, Kim Jong Un"],
    );
}
