//! What is told beside the verbs: after whose meeting somebody spoke, whom somebody met, beside what they
//! met, what is only recalled. Each rule with a sentence that it must leave alone.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn who_speaks_after_a_meeting_has_met() {
    for words in ["after his meeting with", "following a meeting with"] {
        tells(
            &format!(
                "date 2018-04-11\nForeign Minister Taro Kono told reporters {words} President Moon Jae-in in Seoul that they agreed."
            ),
            &["2018-04-11 meeting held: Taro Kono, Moon Jae-in"],
        );
    }
    let found = read(
        "date 2018-04-11\nForeign Minister Taro Kono hopes for a better year after a meeting of ministers.",
    );
    assert!(found.events.is_empty(), "{found:?}");
}

#[test]
fn whom_somebody_met_stands_before_it() {
    tells(
        "date 2018-04-11\nThe request came from Foreign Minister Kang Kyung-wha, whom Prime Minister Shinzo Abe met on Tuesday.",
        &["2018-04-10 meeting held: Shinzo Abe, Kang Kyung-wha"],
    );
}

#[test]
fn who_receives_a_delegation_meets_who_leads_it() {
    tells(
        "date 2015-10-10\nKim Jong Un on Friday received a delegation of the party led by Liu Yunshan, member of its bureau. Kim Jong \
         Un met with members of the delegation.",
        &["2015-10-09 meeting held: Kim Jong Un, Liu Yunshan"],
    );
    tells(
        "date 2015-10-10\nKim Jong Un on Friday received a letter from Liu Yunshan, member of its bureau.",
        &[],
    );
}

#[test]
fn the_month_of_what_they_met_beside_is_theirs() {
    for beside in ["G7 meetings", "APEC summit", "NATO summit"] {
        let found = read(&format!(
            "date 2025-08-13\nPresident Lee Jae Myung and Prime Minister Shigeru Ishiba met on the sidelines of the June {beside} in Canada."
        ));
        assert_eq!(
            found.events[0], "2025-06 meeting held: Lee Jae-myung, Shigeru Ishiba",
            "{found:?}"
        );
    }
}

#[test]
fn what_is_recalled_is_told_where_its_day_is() {
    tells(
        "date 2025-09-26\nThe last time a Japanese prime minister visited Seoul was in 2004, when Junichiro Koizumi traveled to Busan.",
        &["2004 visit past-reference: Junichiro Koizumi"],
    );
    let found = read(
        "date 2025-09-26\nIt will be the first summit held in Busan since 2005, when President Roh Moo-hyun met Prime Minister Junichiro \
         Koizumi.",
    );
    assert_eq!(found.events.len(), 1, "only the meeting of 2005: {found:?}");
}

#[test]
fn a_day_close_by_in_the_clause_behind_dates_what_stands_before_it() {
    let found = read(
        "date 2025-09-26\nFumio Kishida visited South Korea shortly before leaving office last September.",
    );
    assert!(
        found.events[0].starts_with("2024-09 visit past-reference: Fumio Kishida"),
        "{found:?}"
    );
}

#[test]
fn an_office_taken_since_a_month_was_taken_before_the_day_of_writing() {
    let found = read(
        "date 2025-09-26\nThe trip will be the first to Seoul by Shigeru Ishiba since he took office in October.",
    );
    let office = found.events.iter().find(|event| event.contains("other"));
    assert_eq!(
        office.map(String::as_str),
        Some("2024-10 other past-reference: Shigeru Ishiba"),
        "{found:?}"
    );
}

#[test]
fn two_who_meet_for_talks_on_a_visit_hold_the_summit_that_was_told() {
    tells(
        "date 2025-09-26\nPresident Lee Jae Myung will hold a summit with Prime Minister Shigeru Ishiba in Busan on September 30. The two \
         leaders will meet for talks and dinner in Busan.",
        &["2025-09-30 summit planned: Lee Jae-myung, Shigeru Ishiba"],
    );
}

#[test]
fn who_led_the_delegations_met() {
    let found = read(
        "date 2017-10-28\nThe 49th Republic of Korea (ROK) and United States (U.S.) Security Consultative Meeting was held in Seoul on \
         October 28, 2017. Minister of National Defense Song Young-moo and Secretary of Defense James Mattis led their respective \
         delegations.",
    );
    assert_eq!(
        found.events,
        ["2017-10-28 meeting held: Song Young-moo, James Mattis"],
        "{found:?}"
    );
}

#[test]
fn what_is_hoped_for_some_day_is_not_of_the_day_that_is_spoken_of() {
    for some_day in [
        "as soon as possible",
        "in the near future",
        "at an early date",
    ] {
        tells(
            &format!(
                "date 2017-12-19\nForeign Minister Kang Kyung-wha will visit Japan on December 20. Minister Kang and Foreign Minister \
                 Taro Kono agreed to hold a summit {some_day}."
            ),
            &["2017-12-20 visit planned: Kang Kyung-wha"],
        );
    }
}

#[test]
fn two_who_spoke_by_telephone_are_on_the_call_whatever_stands_between() {
    tells(
        "date 2010-05-17\nPresident Obama and President Lee Myung-bak spoke this evening by telephone about the alliance.",
        &["2010-05-17 call held: Barack Obama, Lee Myung-bak"],
    );
    tells(
        "date 2010-05-17\nPresident Obama and President Lee Myung-bak spoke this evening about the alliance.",
        &[],
    );
}

#[test]
fn who_told_the_writer_of_a_telegram_something_met_him() {
    tells(
        "343. Telegram From the Embassy in Korea to the Department of State\n\nSeoul, June 26, 1964, 6 p.m.\n\n\
         Prime Minister Chong Il-kwon told me June 25 that he is ready.\n\nBrown",
        &["1964-06-25 meeting held: Chung Il-kwon, Winthrop G. Brown"],
    );
}

#[test]
fn envoys_who_go_are_not_who_sent_them() {
    let found = read(
        "date 2018-03-05\nKim Jong Un on Monday met President Moon Jae-in's special envoys, who are visiting Pyongyang.",
    );
    let visit = found.events.iter().find(|event| event.contains("visit"));
    assert!(
        visit.is_some_and(|visit| !visit.contains("Kim") && !visit.contains("Moon")),
        "{found:?}"
    );
}

#[test]
fn states_issue_a_joint_statement_without_a_name() {
    let found = read(
        "date 2000-10-10\nThe United States and North Korea met. On October 6, the two sides issued a joint statement on terrorism.",
    );
    assert!(
        found
            .events
            .contains(&"2000-10-06 statement held: ".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_visit_that_was_announced_for_some_days_is_planned_for_them() {
    tells(
        "date 2000-10-05\nA visit to Washington by Vice Marshal Jo Myong-rok was announced for October 9-12.",
        &["2000-10-09/2000-10-12 visit planned: Jo Myong Rok"],
    );
}

#[test]
fn of_two_tellings_in_a_sentence_the_one_with_a_day_dates_both() {
    let found = read(
        "date 2018-03-11\nSuh Hoon will visit Beijing on Monday. President Donald Trump agreed to meet with Kim Jong Un and the two are \
         expected to have the meeting before the end of May.",
    );
    let met = found
        .events
        .iter()
        .filter(|event| event.contains("meeting"));
    assert_eq!(met.count(), 1, "{found:?}");
}

#[test]
fn a_talk_with_them_is_the_meeting_that_was_told() {
    tells(
        "date 2023-07-29\nKim Jong Un received a delegation of the party led by Li Hongzhong, member of its bureau, on July 28. He had a \
         talk with them in a warm atmosphere.",
        &["2023-07-28 meeting held: Kim Jong Un, Li Hongzhong"],
    );
}
