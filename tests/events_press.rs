//! What real news, readouts and telegrams taught: each rule with a sentence that it reads and, where
//! it could go too far, one that it leaves alone.

use linchpin::chronicle::Who;
use linchpin::compile::{Annotators, extracted};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// The day of writing of a text, and its events as "date kind status: people".
fn read(text: &str) -> (String, Vec<String>) {
    let tagger = TemporalTagger::default();
    let gazetteer = Gazetteer::new(record::names());
    let annotators = Annotators::new(gazetteer, &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let found = extracted(&documents, &annotators).remove(0);
    let line = |event: &linchpin::chronicle::Event| {
        let date = event
            .date
            .map_or_else(|| "-".to_owned(), |date| date.to_string());
        let who: Vec<_> = event
            .participants
            .iter()
            .map(|p| match &p.who {
                Who::Official(row) => gazetteer.official(*row).name.to_string(),
                Who::Named(name) => name.to_string(),
            })
            .collect();
        format!(
            "{date} {} {}: {}",
            event.kind.name(),
            event.status.name(),
            who.join(", ")
        )
    };
    let dct = found
        .dct
        .map_or_else(|| "none".to_owned(), |dct| dct.date.to_string());
    (dct, found.events.iter().map(line).collect())
}

#[track_caller]
fn tells(text: &str, expected: &[&str]) {
    let (_, found) = read(text);
    assert_eq!(found, expected, "{text}");
}

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
        &[
            "2014-03-24/2014-03-30 talks planned: Park Geun-hye, Shinzo Abe",
            "2014-03-21 statement held: ",
        ],
    );
}

#[test]
fn an_end_of_a_month_behind_before_is_a_day_and_no_clause() {
    let (_, found) = read(
        "date 2018-03-11\nPresident Moon Jae-in will meet Prime Minister Shinzo Abe in Busan before April 20.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("2018-04-20 meeting planned"),
        "{found:?}"
    );
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
    assert_eq!(read(story).0, "2018-05-26");
    let other = "On Thursday, May 24, the president of the club called off the game. On Saturday, he said that it went on.\n";
    assert_eq!(read(other).0, "none");
}

#[test]
fn a_line_that_ends_with_a_day_and_a_time_dates_the_text() {
    let text = "A market for coconut oil, cane sugar and office chairs in every town of the world, with goods for all\nEnvoy \
                denies that a text was signed 2007-02-08 10:09:17\n\nThe envoy spoke in Beijing on Thursday.\n";
    assert_eq!(read(text).0, "2007-02-08");
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
    let (dct, _) =
        read("HC Deb 4 March 1998 vol 307 cc1020-1\n3. Mr. Smith\n\nWhat discussions he has had.");
    assert_eq!(dct, "1998-03-04");
    let (dct, _) = read(
        "Korea\n\nVolume 512: debated on Tuesday 8 June 2010\n\nTo ask the Secretary of State.",
    );
    assert_eq!(dct, "2010-06-08");
}

#[test]
fn a_date_that_breaks_over_two_lines_is_one() {
    let (dct, _) = read(
        "The Minister to the Secretary of State\nTokyo, May 9,\n1931, 6 p.m.\nThe Cabinet met.",
    );
    assert_eq!(dct, "1931-05-09");
    let (dct, _) = read("# Joint Statement, Tokyo, 9 May\n1931\n\nThe Cabinet met.");
    assert_eq!(dct, "1931-05-09");
}

#[test]
fn a_plan_of_the_item_above_moves_no_weekday() {
    tells(
        "date 2017-05-12\nKey points\n  • The envoys are expected to hold talks in Oslo next week.\n  \
         • On Wednesday, North Korea fired a missile.",
        &["2017-05-10 test held: "],
    );
}

#[test]
fn what_a_happening_is_called_is_no_other_one() {
    tells(
        "date 2019-05-03\nThe envoys will meet in Oslo on Saturday. The meeting will be the first working-level \
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
    let (dct, _) = read(
        "Talks open in Oslo\nA motorcade heads for the villa outside Oslo, May 4, 2019.\nEnvoys of North Korea and \
         the United States met in Oslo Saturday.",
    );
    assert_eq!(dct, "2019-05-04");
}

#[test]
fn a_text_that_tells_of_later_years_is_not_of_the_date_that_it_begins_with() {
    let (dct, _) = read(
        "The Oslo Accord\n\nThe accord between North Korea and Japan was signed on 4 May 1991. It was kept until \
         it broke down in 2002.",
    );
    assert_eq!(dct, "none");
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
    let (dct, _) = read(
        "Press Releases\n\nDuring her visit to Hanoi for the Economic Forum 2018, Foreign Minister Kang Kyung-wha held a \
         meeting with Foreign Minister Taro Kono on September 11. Prime Minister Shinzo Abe sent a message.",
    );
    assert_eq!(dct, "2018-09");
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
    let (dct, _) = read(
        "Talks\n\nWritten: 2013-11-16 10:12:59Updated: 2013-11-17 10:14:45\n\nThe envoys met.",
    );
    assert_eq!(dct, "2013-11-16");
    let (dct, _) =
        read("Envoy travels\n\nRIYADH, Jan 02, 2011, SPA -- The envoy will visit Seoul this week.");
    assert_eq!(dct, "2011-01-02");
}
