//! Classes of sentences that a set of public texts, labelled before it was read, showed to be missed.

#[path = "common/telling.rs"]
mod telling;

use telling::{tells, tells_not};

#[test]
fn what_is_announced_may_stand_between_the_verb_and_its_day() {
    let lead = "date 2018-01-08\nThe two sides spoke about rice for a long time, and nobody was content.\n\n";
    tells(
        &format!(
            "{lead}The White House announced sanctions against North Korea on Thursday, and the markets fell."
        ),
        "2018-01-04 announcement held",
    );
    tells(
        &format!(
            "{lead}The ministry was glad when North Korea announced (Thursday) that the border was open."
        ),
        "2018-01-04 announcement held",
    );
}

#[test]
fn what_a_state_said_long_ago_is_told_and_a_mere_source_is_not() {
    let lead = "date 2019-11-22\nThe two sides spoke about rice for a long time, and nobody was content.\n\n";
    tells(
        &format!("{lead}Seoul said in August it would not extend the pact, and Tokyo was angry."),
        "2019-08 statement past-reference",
    );
    tells_not(
        &format!("{lead}Seoul said on Thursday it would not extend the pact, and Tokyo was angry."),
        "statement",
    );
}

#[test]
fn a_noun_that_is_written_like_a_verb_tells_nothing() {
    tells_not(
        "date 2014-09-05\nThe adviser would visit the United States this month to meet Susan Rice and talk about the North's \
         issues.",
        "statement",
    );
    tells_not(
        "date 2018-01-08\nKang Kyung-wha will visit Tokyo on Wednesday, the ministry was cited as saying by an agency.",
        "statement",
    );
}

#[test]
fn the_day_on_which_a_stay_ends_is_that_of_no_meeting() {
    let text = "date 1999-09-02\nPrime Minister Kim Jong-pil is in Japan until Sunday, and met with Prime Minister Keizo Obuchi.";
    tells_not(text, "1999-08-29");
    tells_not(text, "1999-09-05 meeting");
}

#[test]
fn who_was_present_took_part_in_the_meeting_before() {
    let met = "date 2016-05-10\nPresident Park Geun-hye received U.S. Secretary of State John Kerry on Monday.";
    tells(
        &format!(
            "{met} Present at the talks were Foreign Minister Yun Byung-se and Ambassador Mark Lippert."
        ),
        "2016-05-09 meeting held: Park Geun-hye, Kerry, Yun Byung-se and others meet",
    );
    tells(
        &format!("{met} Foreign Minister Yun Byung-se was also present."),
        "2016-05-09 meeting held: Park Geun-hye, Kerry and Yun Byung-se meet",
    );
    // A present for somebody is no presence.
    tells(
        &format!("{met} The present from Foreign Minister Yun Byung-se was a vase."),
        "2016-05-09 meeting held: Park Geun-hye meets Kerry",
    );
}

#[test]
fn a_paper_that_goes_by_its_day_has_the_year_in_which_it_was_signed() {
    tells(
        "date 2013-11-21\nThe spokesman asked all sides of the six-party talks to honor the September 19 Joint Statement.",
        "2005-09-19 statement past-reference",
    );
    tells_not(
        "date 2013-11-21\nThe two ministers issued a Joint Statement on September 19.",
        "2005",
    );
}

#[test]
fn where_the_ministers_met_beside_is_no_event_and_what_they_attended_is_what_they_met_at() {
    let text = "date 2012-09-28\nOn September 28, on the margins of the General Assembly, Foreign Minister Koichiro Gemba attended \
                a trilateral meeting and met with U.S. Secretary of State Hillary Clinton and Foreign Minister Kim Sung-hwan.";
    tells(
        text,
        "2012-09-28 meeting held: Gemba, Clinton and Kim Sung-hwan meet",
    );
    tells_not(text, "conference");
    tells_not(text, "Gemba holds");
}

#[test]
fn a_stay_is_told_by_the_number_of_its_day() {
    tells(
        "date 2018-03-14\nPresident Moon Jae-in met President Xi Jinping on Tuesday on the second day of his four-day visit to \
         China, and both were glad.",
        "2018-03-12/2018-03-15 visit held: Moon Jae-in visits China",
    );
    tells_not(
        "date 1990-05-26\nEmperor Akihito told President Roh Tae-woo on the first day of a three-day visit that the years from \
         1910 to 1945 were sad.",
        "1910/1945 visit",
    );
}

#[test]
fn what_is_told_as_past_is_not_put_ahead() {
    let lead = "date 2018-03-14\nThe two sides spoke about rice for a long time, and nobody was content.\n\n";
    tells_not(
        &format!(
            "{lead}Two months later, Moon Jae-in met Xi Jinping in Seoul, and both were glad."
        ),
        "2018-05",
    );
    tells(
        &format!(
            "{lead}Moon Jae-in will meet Xi Jinping in Seoul two months later, and both are glad."
        ),
        "2018-05",
    );
}

#[test]
fn a_counterpart_without_a_name_is_met() {
    tells(
        "date 2018-03-14\nSecretary of State Rex Tillerson will see his Russian counterpart tomorrow in Moscow, and both are glad.",
        "2018-03-15 meeting planned",
    );
    tells(
        "date 2018-03-14\nSuh Hoon briefed Prime Minister Shinzo Abe in Tokyo on Tuesday, and both were glad.",
        "2018-03-13 meeting held: Suh Hoon meets Abe in Tokyo",
    );
}

#[test]
fn who_speaks_is_not_he() {
    tells(
        "Daily Press Briefing\nJanuary 8, 2003\n\nQUESTION: Is Assistant Secretary of State James Kelly going to Asia?\n\nMR. \
         BOUCHER: Assistant Secretary Kelly has his plans. I'll give you the details now. He will visit Seoul on January 14.\n",
        "2003-01-14 visit planned: Kelly to visit Seoul",
    );
}

#[test]
fn whose_adviser_somebody_is_does_not_travel() {
    tells(
        "date 2014-09-05\nKim Kwan-jin, top national security adviser to President Park Geun-hye, will visit Washington on \
         Monday.",
        "2014-09-08 visit planned: Kim Kwan-jin to visit Washington",
    );
}

#[test]
fn an_attack_is_told_by_its_day_and_what_it_was_done_with() {
    tells(
        "date 2010-12-06\nThe ministers spoke about North Korea's November 23 artillery attack on Yeonpyeong Island, which they \
         condemned.",
        "2010-11-23 other",
    );
}

#[test]
fn what_goes_on_to_something_is_no_talk() {
    tells_not(
        "date 2019-12-09\nAs the countdown continues to the deadline for dialogue, President Moon Jae-in waits for Donald Trump.",
        "talks",
    );
}

#[test]
fn north_and_south_korea_are_two() {
    tells(
        "date 2011-07-28\nThe nuclear envoys of North and South Korea met last week in Manila, and agreed to meet again.",
        "2011-07-18/2011-07-24 meeting held: DPRK and ROK meet in Manila",
    );
}

#[test]
fn what_will_be_may_go_on_within_a_quotation() {
    tells(
        "date 2022-07-15\nForeign Minister Park Jin will fly to Tokyo on Monday. The ministry said Park will \"hold a meeting with \
         Foreign Minister Yoshimasa Hayashi and speak about rice, wheat and other matters.\"",
        "2022-07-18 meeting planned: Park Jin to meet Hayashi in Tokyo",
    );
}

#[test]
fn back_then_is_when_the_sentence_before_looks_back_to() {
    tells(
        "date 2024-01-31\nSecretary of State Antony Blinken arrived in Busan on Wednesday. Blinken's last visit to Seoul occurred in early \
         December 2022. Back then he held talks with Foreign Minister Park Jin.",
        "2022-12-01~/2022-12-10~ talks past-reference: Blinken and Park Jin hold talks",
    );
}

#[test]
fn the_day_before_a_paper_is_that_of_the_paper() {
    let text = "date 2011-08-04\nThe participants in the six-party talks should remember the Sept. 19, 2005, joint statement.";
    tells_not(text, "2005-09-19 talks");
}

#[test]
fn what_leaves_a_question_open_goes_nowhere() {
    tells_not(
        "date 1994-06-23\nWednesday's agreement between Washington and Pyongyang left many questions unsettled.",
        "other",
    );
}

#[test]
fn the_top_diplomat_is_the_foreign_minister() {
    tells(
        "date 2017-03-13\nForeign Minister Yun Byung-se will fly to Hanoi on Tuesday. The top diplomat will hold talks with Foreign \
         Minister Pham Binh Minh and pay courtesy calls on the president and the prime minister there.",
        "2017-03-14 talks planned: Yun Byung-se and Pham Binh Minh to hold talks in Hanoi",
    );
}

#[test]
fn what_is_said_by_telephone_is_a_call() {
    tells(
        "date 2017-03-13\nU.S. Defense Secretary James Mattis on Friday congratulated Defense Minister Han Min-koo by telephone.",
        "2017-03-10 call held: Mattis and Han Min-koo speak by phone",
    );
}

#[test]
fn a_season_in_the_name_of_games_is_no_time() {
    tells(
        "date 2018-02-28\nThe two Koreas held talks on the 12th Winter Paralympics in Panmunjom on Tuesday.",
        "2018-02-27 talks held: ROK and DPRK hold talks in Panmunjom",
    );
}

#[test]
fn the_day_of_what_is_said_is_not_that_of_what_is_planned() {
    tells_not(
        "date 2011-08-20\nOn Aug. 1, a spokesman for the North Korean foreign ministry said that the North \"is still ready to resume \
         the six-party talks without any conditions, and to carry out whatever was agreed on then.\"",
        "2011-08-01 talks",
    );
}

#[test]
fn a_month_right_before_the_verb_is_when_they_agreed() {
    tells(
        "date 2003-11-17\nSouth Korea and the United States in June agreed to move two camps south of the river.",
        "2003-06 agreement past-reference",
    );
}

#[test]
fn a_year_by_which_something_is_to_be_done_dates_nothing_else() {
    tells_not(
        "date 2003-11-17\nAlso high on the agenda of the meeting is the move of the command out of Seoul by 2006.",
        "2006",
    );
    tells_not(
        "date 2003-11-17\nIt was the first visit of Rumsfeld to South Korea since he became defense secretary almost three years ago.",
        "other",
    );
}

#[test]
fn capitals_of_the_world_are_places() {
    tells(
        "date 2024-01-31\nSecretary of State Antony Blinken arrived in Kyiv on Wednesday.\n\nBlinken will hold a series of meetings \
         with Ukrainian officials.",
        "2024-01-31 meeting planned: Blinken to meet officials in Kyiv",
    );
}

#[test]
fn a_day_before_which_a_stay_ends_lies_behind_the_whole_of_it() {
    tells(
        "date 2025-07-28\nForeign Minister Cho Hyun will make a two-day trip to Tokyo from Tuesday, before flying to Washington for talks \
         with Secretary of State Marco Rubio on Friday (US time).",
        "2025-08-01 talks planned: Cho Hyun and Rubio to hold talks in Washington",
    );
}

#[test]
fn an_office_before_mr_or_ms_is_theirs() {
    let text = "date 2017-04-21\nMinister for Foreign Affairs of Japan, Mr. Fumio Kishida, Minister of Defense of Japan, Ms. Tomomi Inada, \
                and Secretary of State Rex Tillerson met in Tokyo on Thursday.";
    tells(
        text,
        "2017-04-20 meeting held: Kishida, Inada and Tillerson meet in Tokyo",
    );
}

#[test]
fn a_dateline_may_stand_without_a_mark_behind_it() {
    tells(
        "date 2025-07-28\nSeoul, July 28 Foreign Minister Cho Hyun will visit Tokyo on Tuesday, the ministry said.",
        "2025-07-29 visit planned: Cho Hyun to visit Tokyo",
    );
}

#[test]
fn those_of_other_states_are_known_by_their_full_names() {
    tells(
        "date 2018-03-14\nGermany's Angela Merkel will head to France on Friday.",
        "2018-03-16 visit planned: Angela Merkel to visit France",
    );
}

#[test]
fn a_residence_in_summer_is_no_time() {
    tells_not(
        "date 2020-08-14\nThe two leaders will meet in Macron's summer residence, Foreign Minister Heiko Maas said.",
        "2021",
    );
}
