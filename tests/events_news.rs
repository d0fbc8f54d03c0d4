//! What further news, telegrams and chronologies of other publishers taught, as in `events_press`.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn a_state_speaks_where_the_sentence_opens_with_its_day() {
    tells(
        "date 2006-03-04\nA short history of the dispute\n\nMay 2003 North Korea threatens to leave the talks.\n\n\
         July 2004 Japan and the US sign a treaty in Tokyo.\n\nIn April 2005, Seoul and Tokyo warned of delays.",
        &[
            "2003-05 statement past-reference: ",
            "2004-07 agreement past-reference: ",
            "2005-04 statement past-reference: ",
        ],
    );
}

#[test]
fn a_state_that_only_tells_who_says_so_makes_no_statement() {
    tells(
        "date 2006-03-04\nPrices of rice rose by a third in the north, South Korea said on Friday.",
        &[],
    );
}

#[test]
fn the_volume_of_a_record_of_debates_tells_its_day() {
    let told =
        read("HC Deb 4 March 1998 vol 307 cc1020-1\n3. Mr. Smith\n\nWhat discussions he has had.");
    assert_eq!(told.dct, "1998-03-04");
    let told = read(
        "Korea\n\nVolume 512: debated on Tuesday 8 June 2010\n\nTo ask the Secretary of State.",
    );
    assert_eq!(told.dct, "2010-06-08");
}

#[test]
fn a_date_that_breaks_over_two_lines_is_one() {
    let told = read(
        "The Minister to the Secretary of State\nTokyo, May 9,\n1931, 6 p.m.\nThe Cabinet met.",
    );
    assert_eq!(told.dct, "1931-05-09");
    let told = read("# Joint Statement, Tokyo, 9 May\n1931\n\nThe Cabinet met.");
    assert_eq!(told.dct, "1931-05-09");
}

#[test]
fn a_plan_of_the_item_above_moves_no_weekday() {
    tells(
        "date 2017-05-12\nKey points\n  • The envoys are expected to hold talks in Elverum next week.\n  \
         • On Wednesday, North Korea fired a missile.",
        &["2017-05-10 test held: "],
    );
}

#[test]
fn what_a_happening_is_called_is_no_other_one() {
    tells(
        "date 2019-05-03\nThe envoys will meet in Elverum on Saturday. The meeting will be the first working-level \
         talks between the US and North Korea since President Donald Trump and Kim Jong Un met in February and \
         agreed to go on.",
        &["2019-02 meeting past-reference: Donald Trump, Kim Jong Un"],
    );
}

#[test]
fn talks_that_somebody_is_to_be_brought_back_to_are_hoped_for() {
    tells(
        "date 2010-05-03\nSouth Korean envoy Wi Sung-lac will visit Beijing this week to discuss ways to bring \
         the North back to the six-party talks.",
        &["2010-05-03/2010-05-09 visit planned: Wi Sung-lac"],
    );
}

#[test]
fn a_picture_of_the_day_that_the_text_tells_dates_it() {
    let told = read(
        "Talks open in Oslo\nA motorcade heads for the villa outside Oslo, May 4, 2019.\nEnvoys of North Korea and \
         the United States met in Oslo Saturday.",
    );
    assert_eq!(told.dct, "2019-05-04");
}

#[test]
fn a_text_that_tells_of_later_years_is_not_of_the_date_that_it_begins_with() {
    let told = read(
        "The Oslo Accord\n\nThe accord between North Korea and Japan was signed on 4 May 1991. It was kept until \
         it broke down in 2002.",
    );
    assert_eq!(told.dct, "none");
}

#[test]
fn between_two_days_is_from_one_to_the_other() {
    tells(
        "date 2006-07-08\nForeign Minister Taro Aso will travel to Russia between Aug. 4 and 8.\n\n\
         He will visit Seoul on July 12 and Beijing on July 14 and 15.",
        &[
            "2006-08-04/2006-08-08 visit planned: Taro Aso",
            "2006-07-12 visit planned: Taro Aso",
            "2006-07-14/2006-07-15 visit planned: Taro Aso",
        ],
    );
}

#[test]
fn a_meeting_to_discuss_tests_is_not_their_day() {
    tells(
        "date 2006-07-08\nChinese and Japanese envoys met on Friday to discuss Pyongyang's missile tests.",
        &["2006-07-07 meeting held: "],
    );
}

#[test]
fn who_follows_whoever_stands_before_it() {
    tells(
        "date 2018-09-12\nMinister Taro Kono thanked South Korea and Suh Hoon, the head of its intelligence service who \
         visited Tokyo on September 9.",
        &["2018-09-09 visit held: Suh Hoon"],
    );
}

#[test]
fn to_go_on_to_do_something_is_no_journey() {
    tells(
        "date 2018-09-12\nOn Monday Minister Kang Kyung-wha went on to praise the peace of Japan and Korea.",
        &[],
    );
}

#[test]
fn talks_that_come_to_a_stop_were_held_till_then() {
    tells(
        "date 2006-07-08\nThe six-party talks came to a stop last November. South Korea and Japan stepped up talks \
         in March.",
        &[
            "2005-11 talks past-reference: ",
            "2006-03 talks past-reference: ",
        ],
    );
}

#[test]
fn a_stop_of_a_journey_does_not_take_its_days() {
    tells(
        "date 2006-07-08\nForeign Minister Taro Aso will travel to China and South Korea from July 12 to 16. He will visit \
         South Korea on July 15.",
        &[
            "2006-07-12/2006-07-16 visit planned: Taro Aso",
            "2006-07-15 visit planned: Taro Aso",
        ],
    );
}

#[test]
fn who_becomes_a_minister_takes_an_office() {
    tells(
        "date 2017-06-22\nKang Kyung-wha, who became South Korea's first female foreign minister on Sunday, is in Seoul.\n\n\
         On Monday Prime Minister Shinzo Abe became tired.",
        &["2017-06-18 other held: Kang Kyung-wha"],
    );
}

#[test]
fn a_sentence_that_begins_with_he_goes_on_in_the_month_looked_back_to() {
    tells(
        "date 2002-03-12\nForeign Minister Tang Jiaxuan visited London in December. He met Prime Minister Tony Blair.",
        &[
            "2001-12 visit past-reference: Tang Jiaxuan",
            "2001-12 meeting past-reference: Tang Jiaxuan, Tony Blair",
        ],
    );
}

#[test]
fn a_meeting_that_something_came_before_is_as_past_as_it() {
    tells(
        "date 2023-07-20\nEnvoy Sung Kim told reporters in Tokyo on Thursday that he was late. He made the comment before \
         meeting with Takeo Akiba.",
        &[
            "2023-07-20 statement held: Sung Kim",
            "2023-07-20 meeting held: Sung Kim, Takeo Akiba",
        ],
    );
}

#[test]
fn what_a_parliament_asks_did_not_happen() {
    tells(
        "HC Deb 4 March 1998 vol 307 cc1020-1\n3. Mr. Smith\n\nWhat recent talks he has had with North Korea.\n\n\
         To ask the Secretary of State what talks he has held with Japan.",
        &[],
    );
}

#[test]
fn a_press_release_without_its_year_has_the_one_that_it_names() {
    let told = read(
        "Press Releases\n\nDuring her visit to Hanoi for the Economic Forum 2018, Foreign Minister Kang Kyung-wha held a \
         meeting with Foreign Minister Taro Kono on September 11. Prime Minister Shinzo Abe sent a message.",
    );
    assert_eq!(told.dct, "2018-09");
}

#[test]
fn what_somebody_goes_to_do_he_does() {
    tells(
        "date 2023-03-10\nPresident Yoon Suk-yeol will visit Japan on March 16 to hold a summit with Prime Minister Fumio \
         Kishida.",
        &[
            "2023-03-16 visit planned: Yoon Suk Yeol",
            "2023-03-16 summit planned: Yoon Suk Yeol, Fumio Kishida",
        ],
    );
}

#[test]
fn who_invites_and_who_is_met_does_not_travel() {
    tells(
        "date 2006-10-17\nCondoleezza Rice will visit China from October 20 to 21, at the invitation of Foreign Minister Li \
         Zhaoxing.",
        &["2006-10-20/2006-10-21 visit planned: Condoleezza Rice"],
    );
}

#[test]
fn whose_envoy_it_was_did_not_talk() {
    tells(
        "date 2009-12-08\nPresident Barack Obama's special envoy held talks with Wi Sung-lac in Seoul on Monday.",
        &["2009-12-07 talks held: Wi Sung-lac"],
    );
}

#[test]
fn a_president_of_a_country_is_none_in_particular() {
    tells(
        "date 2023-03-10\nThe last time a South Korean president visited Tokyo was in June 2019.",
        &["2019-06 visit past-reference: "],
    );
}

#[test]
fn leaders_of_a_state_are_not_whoever_speaks_of_them() {
    tells(
        "date 2006-10-17\nForeign Ministry spokesman Liu Jianchao said Chinese leaders will meet with Condoleezza Rice on \
         October 20.",
        &["2006-10-20 meeting planned: Condoleezza Rice"],
    );
}

#[test]
fn a_month_behind_is_not_the_next_one_for_want_of_a_tense() {
    tells(
        "date 2011-01-05\nNorth Korea was blamed for sinking a South Korean ship in March.",
        &["2010-03 other past-reference: "],
    );
}

#[test]
fn what_was_written_and_what_an_agency_sent_is_dated() {
    let told = read(
        "Talks\n\nWritten: 2013-11-16 10:12:59Updated: 2013-11-17 10:14:45\n\nThe envoys met.",
    );
    assert_eq!(told.dct, "2013-11-16");
    let told =
        read("Envoy travels\n\nRIYADH, Jan 02, 2011, SPA -- The envoy will visit Seoul this week.");
    assert_eq!(told.dct, "2011-01-02");
}

#[test]
fn how_long_ago_a_story_was_does_not_hide_its_day() {
    let told =
        read("A history\n\nMay 20, 2006 / 6:41 PM / 13 years ago\n\nThe envoys met on Monday.");
    assert_eq!(told.dct, "2006-05-20");
}
