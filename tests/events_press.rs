//! What real news, readouts and telegrams taught: each rule with a sentence that it reads and, where
//! it could go too far, one that it leaves alone.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn a_day_that_opens_the_sentence_dates_what_the_ministry_said() {
    tells(
        "date 2011-12-13\nIn December 2010, Japan and South Korea announced that both had agreed on a text.",
        &["2010-12 announcement past-reference: "],
    );
}

#[test]
fn what_was_said_on_a_day_does_not_happen_on_it() {
    tells(
        "date 2014-03-21\nPresident Park Geun-hye will hold talks with Prime Minister Shinzo Abe in Brussels next week.\n\n\
         The ministry in Seoul said Friday that President Park will hold talks with Prime Minister Abe.",
        &["2014-03-24/2014-03-30 talks planned: Park Geun-hye, Shinzo Abe"],
    );
}

#[test]
fn an_end_of_a_month_behind_before_is_a_day_and_no_clause() {
    let told = read(
        "date 2018-03-11\nPresident Moon Jae-in will meet Prime Minister Shinzo Abe in Busan before April 20.",
    );
    let [event] = told.events.as_slice() else {
        panic!("{:?}", told.events);
    };
    assert!(event.starts_with("2018-04-20 meeting planned"), "{event}");
}

#[test]
fn what_the_agency_said_of_two_keeps_the_two_together() {
    tells(
        "date 2022-09-21\nPresident Yoon Suk Yeol and Prime Minister Fumio Kishida held talks on Wednesday.\n\nA newspaper \
         said Yoon and Kishida met in Madrid in June.",
        &[
            "2022-09-21 talks held: Yoon Suk Yeol, Fumio Kishida",
            "2022-06 meeting past-reference: Yoon Suk Yeol, Fumio Kishida",
        ],
    );
}

#[test]
fn a_heading_that_names_two_states_tells_the_talks_of_their_leaders() {
    tells(
        "date 2022-09-21\nJapanese, South Korean leaders meet after long silence\n\nPresident Yoon Suk Yeol and Prime Minister \
         Fumio Kishida held talks in New York on Wednesday.",
        &["2022-09-21 talks held: Yoon Suk Yeol, Fumio Kishida"],
    );
}

#[test]
fn who_attended_the_meeting_took_part_in_the_one_told_before() {
    tells(
        "date 2015-06-21\nOn June 21, Foreign Minister Fumio Kishida held a meeting with Foreign Minister Yun Byung-se. Vice \
         Minister Akitaka Saiki and others attended the meeting.",
        &["2015-06-21 meeting held: Fumio Kishida, Yun Byung-se, Akitaka Saiki"],
    );
}

#[test]
fn a_visit_that_goes_on_is_no_plan() {
    tells(
        "date 2015-06-21\nForeign Minister Yun Byung-se is visiting Japan. He met Foreign Minister Fumio Kishida on Sunday.",
        &[
            "2015-06-21 visit held: Yun Byung-se",
            "2015-06-21 meeting held: Yun Byung-se, Fumio Kishida",
        ],
    );
    tells(
        "date 2015-06-18\nForeign Minister Yun Byung-se is visiting Japan on Sunday.",
        &["2015-06-21 visit planned: Yun Byung-se"],
    );
}

#[test]
fn a_visit_that_says_when_something_was_announced_is_past() {
    tells(
        "date 2023-12-08\nMr. Jake Sullivan will also take part in a dialogue, a step announced during President Yoon’s state visit to \
         the United States in April.",
        &[
            "- talks planned: Jake Sullivan",
            "2023-04 visit past-reference: Yoon Suk Yeol",
        ],
    );
}

#[test]
fn what_is_only_asked_for_is_possible() {
    tells(
        "date 1965-12-22\nHe proposed that Secretary of State Dean Rusk visit Seoul on January 25.",
        &["1966-01-25 visit possible: Dean Rusk"],
    );
}

#[test]
fn what_others_do_is_not_on_the_journey() {
    tells(
        "date 2018-03-11\nNational Security Adviser Chung Eui-yong will fly to Beijing on Monday.\n\nPresident Donald Trump \
         agreed to meet Kim Jong Un.",
        &[
            "2018-03-12 visit planned: Chung Eui-yong",
            "- meeting planned: Donald Trump, Kim Jong Un",
        ],
    );
}

#[test]
fn a_noun_has_its_own_day_where_the_verb_has_another() {
    tells(
        "date 2007-02-08\nAmbassador Christopher Hill on Thursday denied reports of a meeting between Japan and North Korea in \
         Berlin last month.",
        &[
            "2007-02-08 statement held: Christopher Hill",
            "2007-01 meeting held: ",
        ],
    );
}

#[test]
fn an_agreement_that_names_nobody_is_that_of_the_states_around_it() {
    tells(
        "date 2007-02-08\nUnder the agreement reached on Sept. 19, 2005, North Korea was to give up its program.",
        &["2005-09-19 agreement past-reference: "],
    );
}

#[test]
fn words_in_a_name_tell_nothing() {
    tells(
        "date 2022-09-21\nThe two discussed the North Atlantic Treaty Organization in Madrid in June.",
        &[],
    );
}

#[test]
fn a_weekday_with_its_day_tells_the_year() {
    let story = "UNITED STATES – On Thursday, May 24, President Donald Trump called off his summit with North Korea. On Saturday, \
                 Trump said that the talks went on.\n";
    assert_eq!(read(story).dct, "2018-05-26");
    let other = "On Thursday, May 24, the president of the club called off the game. On Saturday, he said that it went on.\n";
    assert_eq!(read(other).dct, "none");
}

#[test]
fn a_line_that_ends_with_a_day_and_a_time_dates_the_text() {
    let text = "A market for coconut oil, cane sugar and office chairs in every town of the world, with goods for all\nEnvoy \
                denies that a text was signed 2007-02-08 10:09:17\n\nThe envoy spoke in Beijing on Thursday.\n";
    assert_eq!(read(text).dct, "2007-02-08");
}

#[test]
fn a_title_with_the_name_of_the_site_is_the_title_again() {
    tells(
        "Envoys to meet Prime Minister Abe in Tokyo – Metro Page\n\nEnvoys to meet Prime Minister Abe in Tokyo\n\ndate: \
         2018-03-11\n\nNational Security Adviser Chung Eui-yong came back from North Korea on March 6.\n",
        &["- meeting planned: Shinzo Abe"],
    );
}

#[test]
fn two_heads_of_state_are_the_last_two_named() {
    tells(
        "date 2018-05-28\nPresident Donald Trump wrote to Kim Jong Un on Thursday. The two heads of state will meet on June 12 in \
         Singapore.",
        &["2018-06-12 meeting planned: Donald Trump, Kim Jong Un"],
    );
}

#[test]
fn a_summit_is_held_at_the_place_in_its_name() {
    tells(
        "date 2023-12-08\nBoth recalled the historic Camp David Trilateral Summit in August.",
        &["2023-08 summit past-reference: "],
    );
}

#[test]
fn a_parliament_passes_an_agreement() {
    tells(
        "date 2011-12-13\nIn November, the South Korean National Assembly passed the trade agreement.",
        &["2011-11 agreement held: "],
    );
}

#[test]
fn talk_of_the_past_without_a_day_is_no_event_of_a_dated_text() {
    tells(
        "date 2011-12-13\nMinister Kim Sung-hwan has many friends.\n\nThe road was long.\n\nNobody knew its \
         end.\n\nMany had doubts.\n\nSecretary of State Hillary Clinton met Foreign Minister Kim Sung-hwan.",
        &[],
    );
    tells(
        "date 2011-12-13\nSecretary of State Hillary Clinton will meet Foreign Minister Kim Sung-hwan.",
        &["- meeting planned: Hillary Clinton, Kim Sung-hwan"],
    );
}
