//! Who only is spoken of, whose day it is, and what is told without being news.

#[path = "common/told.rs"]
mod told;

use linchpin::compile::{Annotators, extracted};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;
use told::{read, tells};

/// The states of the only event that a text tells.
fn states(text: &str) -> Vec<String> {
    let tagger = TemporalTagger::default();
    let gazetteer = Gazetteer::new(record::names());
    let annotators = Annotators::new(gazetteer, &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let found = extracted(&documents, &annotators).remove(0);
    let [event] = found.events.as_slice() else {
        panic!("{:?}", found.events);
    };
    let code = |row: &record::CountryRow| gazetteer.country(*row).code.to_string();
    event.countries.iter().map(code).collect()
}

#[test]
fn a_state_that_is_spoken_of_does_not_meet() {
    for about in [
        "to discuss North Korea",
        "to coordinate on China",
        "on Russia's war",
        "about bilateral ties and Iranian oil",
    ] {
        let text = format!(
            "date 2024-11-15\nForeign Minister Cho Tae-yul and his Japanese counterpart Takeshi Iwaya met on Thursday {about}."
        );
        assert_eq!(states(&text), ["KR", "JP"], "{about}");
    }
    for opening in [
        "Following the launch by North Korea",
        "Amid tensions with China",
        "In reaction to the statement by North Korea",
    ] {
        let text = format!(
            "date 2024-11-15\n{opening}, Foreign Minister Cho Tae-yul and his Japanese counterpart Takeshi Iwaya spoke by phone on Thursday."
        );
        assert_eq!(states(&text), ["KR", "JP"], "{opening}");
    }
    // Who speaks stays, whatever about.
    let text = "date 2024-11-15\nForeign Minister Cho Tae-yul held talks with Chinese officials on Thursday about Iran.";
    assert_eq!(states(text), ["KR", "CN"]);
}

#[test]
fn the_day_of_a_launch_is_not_that_of_the_call_about_it() {
    tells(
        "date 2017-03-07\nOn March 7, in reaction to the missile launch by North Korea on March 6, Defense Minister Inada had a \
         teleconference with Minister of National Defense Han Min-koo.",
        &[
            "2017-03-06 test held: ",
            "2017-03-07 call held: Tomomi Inada, Han Min-koo",
        ],
    );
}

#[test]
fn the_month_of_a_visit_is_not_that_of_what_follows_from_it() {
    tells(
        "date 2023-10-04\nBased on the results of President Yoon Suk Yeol's visit to Japan in March of this year, this dialogue will be held \
         for the first time in nine years.",
        &["2023-03 visit past-reference: Yoon Suk Yeol"],
    );
}

#[test]
fn who_is_visiting_is_there() {
    tells(
        "date 2024-07-28\nOn Sunday, July 28, 2024, Minister of Defense Kihara held a meeting with Minister of National Defense Shin \
         Won-sik, who is visiting Japan.",
        &[
            "2024-07-28 meeting held: Minoru Kihara, Shin Won-sik",
            "2024-07-28 visit held: Shin Won-sik",
        ],
    );
}

#[test]
fn a_visit_that_is_being_arranged_has_no_day_yet() {
    tells(
        "date 2018-04-03\nThe Foreign Ministry in Seoul said Tuesday that talks are under way with Tokyo to arrange a visit to South Korea \
         by Foreign Minister Taro Kono.",
        &["- visit planned: Taro Kono"],
    );
}

#[test]
fn the_top_diplomats_of_the_two_nations_are_those_named() {
    let text = "date 2024-11-15\nForeign Minister Cho Tae-yul of South Korea and his Japanese counterpart, Takeshi Iwaya, flew to Lima. The \
         top diplomats of the two nations held a meeting on Thursday.";
    let meeting = "2024-11-14 meeting held: Cho Tae-yul, Takeshi Iwaya";
    assert!(read(text).events.iter().any(|e| e == meeting));
}

#[test]
fn what_two_welcome_is_not_theirs() {
    tells(
        "date 2023-11-16\nForeign Minister Park Jin met his Japanese counterpart Yoko Kamikawa on Wednesday over the war in Ukraine. Park and \
         Kamikawa welcomed the two sides' strategic dialogue that resumed last month.",
        &[
            "2023-11-15 meeting held: Park Jin, Yoko Kamikawa",
            "2023-10 talks past-reference: ",
        ],
    );
}

#[test]
fn talks_held_between_two_are_theirs() {
    tells(
        "date 2018-09-12\nThe ministers noted the talks held between Prime Ministers Lee Nak-yon and Shinzo Abe in Vladivostok on \
         September 11.",
        &["2018-09-11 talks held: Lee Nak-yon, Shinzo Abe"],
    );
    tells(
        "date 2018-09-12\nThe talks held between Lee Nak-yon and Shinzo Abe on September 11 were useful.",
        &["2018-09-11 talks held: Lee Nak-yon, Shinzo Abe"],
    );
    tells(
        "date 2025-02-16\nThe foreign ministry said on Sunday that Foreign Minister Cho Tae-yul and Marco Rubio agreed in bilateral talks in \
         Munich to work together.",
        &["2025-02-16 talks held: Cho Tae-yul, Marco Rubio"],
    );
}

#[test]
fn a_day_s_encounter_is_the_meeting_told_of_that_day() {
    tells(
        "date 2011-07-23\nForeign Minister Kim Sung-hwan on Saturday met his North Korean counterpart, Pak Ui Chun. Saturday's encounter \
         took place on an Indonesian island.",
        &["2011-07-23 meeting held: Kim Sung-hwan, Pak Ui Chun"],
    );
}

#[test]
fn the_years_of_a_war_date_nothing_else() {
    let found = read(
        "# Ministers talk\n\nForeign Minister Kang Kyung-wha offered to restart reunions of families parted by the 1950-53 Korean War. The North \
         tested a missile on July 4.",
    );
    assert!(found.events.iter().all(|e| !e.contains("195")), "{found:?}");
}

#[test]
fn since_a_year_when_is_of_what_was_then() {
    tells(
        "date 2000-09-24\nPrime Minister Yoshiro Mori and President Kim Dae-jung had an exchange of views on progress made since 1998, when \
         President Kim Dae-jung visited Japan.",
        &[
            "2000-09-24 meeting held: Yoshiro Mori, Kim Dae-jung",
            "1998 visit past-reference: Kim Dae-jung",
        ],
    );
}

#[test]
fn who_meets_during_a_visit_meets_on_its_days() {
    tells(
        "date 2004-07-22\nPrime Minister Junichiro Koizumi held a summit meeting with President Roh Moo-hyun during his visit to the Republic \
         of Korea from July 21 to 22.",
        &[
            "2004-07-21/2004-07-22 summit held: Junichiro Koizumi, Roh Moo-hyun",
            "2004-07-21/2004-07-22 visit held: Junichiro Koizumi",
        ],
    );
}

#[test]
fn an_assembly_during_which_two_met_is_no_event() {
    let found = read(
        "date 2023-03-09\nYoon Suk Yeol and Fumio Kishida met in September 2022 in New York during the UN General Assembly and last November \
         in Phnom Penh.",
    );
    assert!(
        found.events.iter().all(|e| !e.contains("conference")),
        "{found:?}"
    );
}

#[test]
fn a_dateline_in_brackets_ends_with_them() {
    tells(
        "# A delegation leaves\n\nMOSCOW (Wire / Agency - 28th July, 2023) The delegation led by Defense Minister Sergei Shoigu has departed \
         from Pyongyang, North Korea's news agency reported Friday.",
        &[],
    );
}

#[test]
fn since_he_took_office_in_january_dates_no_talks() {
    tells(
        "date 2025-02-16\nThe talks, which took place in Geneva, were the first between the two ministers since Marco Rubio took office in \
         January.",
        &["2025-02-16 talks held: ", "2025-01 other held: Marco Rubio"],
    );
}

#[test]
fn a_library_does_not_meet() {
    tells(
        "date 2015-04-27\nPrime Minister Shinzo Abe arrived in Boston on Sunday for a stop at the John F. Kennedy Presidential Library and a \
         dinner hosted by Secretary of State John Kerry.",
        &[
            "2015-04-26 visit held: Shinzo Abe",
            "2015-04-26 meeting held: Shinzo Abe, John Kerry",
        ],
    );
}

#[test]
fn what_the_press_of_a_state_reports_is_no_statement_of_the_state() {
    for press in [
        "the Korean news agency",
        "North Korea's Korean Central News Agency",
        "Japanese media",
    ] {
        let text =
            format!("date 2025-08-10\nOn Friday, {press} reported that the weather was fine.");
        tells(&text, &[]);
    }
}

#[test]
fn a_border_between_states_is_where_and_not_who() {
    let text = "date 2018-05-29\nOfficials from the United States and North Korea held talks on Sunday in the demilitarized zone between North \
                and South Korea.";
    assert_eq!(states(text), ["US", "KP"]);
}

#[test]
fn those_whose_meeting_is_only_discussed_do_not_meet() {
    tells(
        "date 2018-05-29\nPresident Donald Trump and leader Kim Jong Un exchanged letters. Secretary of State Mike Pompeo will meet with a top \
         North Korean official on Thursday to discuss a possible meeting between the leaders of the United States and North Korea.",
        &["2018-05-31 meeting planned: Mike Pompeo"],
    );
}

#[test]
fn what_is_agreed_to_or_waited_for_did_not_happen() {
    tells(
        "date 1994-06-19\nJimmy Carter brought back Kim Il Sung's agreement to meet with President Kim Young Sam.",
        &[],
    );
    tells(
        "date 1994-06-19\nThe United States wants inspections before it begins new talks with North Korea.",
        &[],
    );
    tells(
        "date 1994-06-19\nCarter brought pledges of a freeze in exchange for talks between North Korea and the United States.",
        &[],
    );
    tells(
        "date 2019-07-01\nThe summit between Donald Trump and Kim Jong Un, held in Hanoi in February, ended without an agreement.",
        &["2019-02 summit past-reference: Donald Trump, Kim Jong Un"],
    );
}

#[test]
fn days_of_what_will_be_lie_ahead_whatever_stands_between() {
    tells(
        "date 2025-10-24\nOn Thursday morning local time, President Donald Trump will participate in a bilateral meeting with President Xi \
         Jinping.",
        &["2025-10-30 meeting planned: Donald Trump, Xi Jinping"],
    );
    tells(
        "date 2025-10-24\nTrump is expected to hold a summit with newly inaugurated Prime Minister Sanae Takaichi on the morning of Tuesday.",
        &["2025-10-28 summit planned: Donald Trump, Sanae Takaichi"],
    );
}

#[test]
fn the_last_and_of_a_list_begins_no_clause() {
    tells(
        "date 2018-10-24\nIn a meeting held in New York on Monday, Japanese Foreign Minister Taro Kono, U.S. Secretary of State Mike Pompeo \
         and South Korean Foreign Minister Kang Kyung-wha agreed to work together.",
        &["2018-10-22 meeting held: Taro Kono, Mike Pompeo, Kang Kyung-wha"],
    );
    tells(
        "date 2021-03-05\nSecretary of State Antony Blinken and newly appointed Defense Secretary Lloyd Austin will visit Japan on March 16.",
        &["2021-03-16 visit planned: Antony Blinken, Lloyd Austin"],
    );
    // "A related development" has no verb.
    let text = "date 2021-03-05\nIn a related development, the US and Japan held security talks on March 4.";
    assert_eq!(states(text), ["US", "JP"]);
}

#[test]
fn whom_somebody_met_on_a_visit_does_not_travel() {
    tells(
        "date 2020-07-09\nDuring his July 7-9 visit to Seoul, Deputy Secretary of State Stephen Biegun met with Foreign Minister Kang \
         Kyung-wha, First Vice Foreign Minister Cho Sei-young, and Special Representative Lee Do-hoon.",
        &[
            "2020-07-07/2020-07-09 visit held: Stephen Biegun",
            "2020-07-07/2020-07-09 meeting held: Stephen Biegun, Kang Kyung-wha, Cho Sei-young, Lee Do-hoon",
        ],
    );
}

#[test]
fn the_meeting_beside_which_others_meet_is_nobodys() {
    tells(
        "date 2024-11-15\nThe photo shows Foreign Minister Cho Tae-yul before talks on the margins of the Asia Pacific Economic Cooperation \
         meeting in Lima, Peru, on Nov. 14.",
        &[],
    );
}

#[test]
fn what_somebody_arrived_for_is_still_to_come() {
    tells(
        "date 2014-09-09\nHwang Joon-kook, a special representative, arrived in Washington on Monday for talks with special representative \
         Glyn Davies.",
        &[
            "2014-09-08 visit held: Hwang Joon-kook",
            "- talks planned: Hwang Joon-kook, Glyn Davies",
        ],
    );
    tells(
        "date 2015-02-02\nHwang Joon-kook is scheduled to visit Beijing on Wednesday and Thursday to hold a meeting with his Chinese \
         counterpart Wu Dawei.",
        &[
            "2015-02-04/2015-02-05 visit planned: Hwang Joon-kook",
            "2015-02-04/2015-02-05 meeting planned: Hwang Joon-kook, Wu Dawei",
        ],
    );
}

#[test]
fn states_of_a_list_of_topics_do_not_meet() {
    let text = "date 2010-05-26\nPresident Barack Obama and Prime Minister Naoto Kan of Japan spoke by telephone on Tuesday to discuss North \
                Korea, Iran, and trade.";
    assert_eq!(states(text), ["US", "JP"]);
    let text = "date 2014-04-10\nHwang Joon-kook, South Korea's envoy, will meet Wu Dawei, China's envoy, on Friday on ways to resume six-party \
                talks.";
    assert_eq!(states(text), ["KR", "CN"]);
}

#[test]
fn days_of_an_agreement_are_not_those_of_what_was_agreed() {
    tells(
        "date 2024-06-03\nThe defense ministers of South Korea and Japan on Sunday agreed to launch a joint exercise.",
        &["2024-06-02 agreement held: "],
    );
    tells(
        "date 2005-11-09\nEnvoys of North Korea and the United States held talks on Wednesday to follow through on the agreement reached in \
         September.",
        &["2005-11-09 talks held: ", "2005-09 agreement held: "],
    );
}

#[test]
fn what_happens_again_and_again_is_of_no_day() {
    tells(
        "date 2006-12-16\nU.S. diplomats have met North Korean officials several times in Beijing.",
        &[],
    );
}

#[test]
fn two_diplomats_of_a_state_are_none_of_those_named() {
    tells(
        "date 2006-12-16\nSecretary of State Condoleezza Rice telephoned Foreign Minister Song Min-soon on Saturday. Bill Richardson, a former \
         ambassador, met two North Korean diplomats on Friday.",
        &[
            "2006-12-16 call held: Condoleezza Rice, Song Min-soon",
            "2006-12-15 meeting held: Bill Richardson",
        ],
    );
}

#[test]
fn where_a_text_was_written_takes_no_part() {
    let text = "date 2024-06-03\nSINGAPORE – The defense ministers of South Korea and Japan met on Sunday.";
    assert_eq!(states(text), ["KR", "JP"]);
}

#[test]
fn a_summit_between_states_is_not_that_of_who_recalls_it() {
    tells(
        "date 2025-03-22\nForeign Minister Cho Tae-yul touched on the fact that the previous summit between the three countries, held in May \
         2024, was the first in years and emphasized the importance of holding a summit again soon.",
        &[],
    );
}

#[test]
fn a_meeting_that_is_to_be_proposed_at_another_was_not_held() {
    tells(
        "During a meeting between officials in Seoul next week, Japan is expected to propose a meeting between Foreign Minister Fumio Kishida \
         and Foreign Minister Yun Byung-se.",
        &[],
    );
}
