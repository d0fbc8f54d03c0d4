//! What a rule of reading must find, and what it must leave alone.

#[path = "common/telling.rs"]
mod telling;

use telling::{reading, tells, tells_not};

#[test]
fn officials_and_delegations_in_the_plural_meet() {
    tells(
        "date 1997-04-21\nDelegations from the United States and North Korea met in New York on April 16 to hear the answer.",
        "1997-04-16 meeting held",
    );
    tells_not(
        "date 1997-04-21\nDelegations from the United States met the deadline of April 16.",
        "meeting",
    );
}

#[test]
fn a_schedule_in_the_present_looks_ahead_and_a_report_in_the_past_does_not() {
    let plan = "date 2013-04-10\nSecretary of State John Kerry heads to Seoul on Friday.";
    tells(plan, "2013-04-12 visit planned");
    let past = "date 2013-04-10\nSecretary of State John Kerry went to Seoul on Friday.";
    tells(past, "2013-04-05 visit held");
}

#[test]
fn a_yes_or_no_question_tells_nothing_and_its_answer_does() {
    tells_not(
        "date 2013-04-10\nQUESTION: Will Secretary Kerry visit Pyongyang on Friday?",
        "visit",
    );
    tells(
        "date 2013-04-10\nSecretary of State John Kerry will visit Seoul on Friday.",
        "2013-04-12 visit planned",
    );
}

#[test]
fn a_title_behind_a_name_is_its_bearers() {
    tells(
        "date 2019-05-08\nStephen Biegun, the special representative for North Korea, arrived in Seoul on Wednesday.",
        "2019-05-08 visit held: Biegun visits Seoul",
    );
}

#[test]
fn the_day_of_a_paper_that_is_named_dates_nothing() {
    tells_not(
        "date 1884-06-20\nIn reply to your letter of the 3d of June, I met Mr. Foote.",
        "1884-06-03",
    );
    tells(
        "date 1884-06-20\nOn the 3d of June I met Mr. Foote at Seoul.",
        "1884-06-03 meeting",
    );
}

#[test]
fn who_wrote_the_page_says_whose_secretary_is_meant() {
    tells(
        "U.S. Department of State\nOffice of the Spokesperson\nApril 10, 2013\n\nThe Secretary met with Japanese Foreign \
         Minister Fumio Kishida in London today.\n",
        "2013-04-10 meeting held: Kerry",
    );
    tells_not(
        "Some Newspaper\nApril 10, 2013\n\nThe Secretary met with Japanese Foreign Minister Fumio Kishida in London today.\n",
        "Kerry",
    );
}

#[test]
fn someone_unknown_takes_part_where_somebody_meets_them() {
    tells(
        "date 2003-08-24\nAssistant Secretary of State James Kelly met Li Gun in Beijing on April 23.",
        "2003-04-23 meeting past-reference: Kelly meets Li Gun in Beijing",
    );
}

#[test]
fn a_speaker_who_is_named_last_breaks_no_pronoun() {
    tells(
        "date 2013-04-10\n\nSecretary of State John Kerry met Foreign Minister Fumio Kishida in London today.\n\nMR. SMITH: He will \
         visit Seoul on Friday.\n",
        "2013-04-12 visit planned",
    );
}

#[test]
fn days_above_their_entries_date_them() {
    let text = "date 2001-05-01\nCHRONOLOGY OF THE TALKS\n\n1998\n\nMarch 3\nForeign Minister Keizo Obuchi meets Foreign Minister \
                Park Chung-soo in Seoul.\n\nApril 20-22\nSecretary of State Madeleine Albright visits Beijing.\n\nJune 9\nPresident Kim \
                Dae-jung and President Bill Clinton hold a summit in Washington.\n";
    tells(text, "1998-03-03 meeting");
    tells(text, "1998-04-20/1998-04-22 visit");
    tells(text, "1998-06-09 summit");
    // One day alone may be that of the publication.
    tells_not(
        "date 1998-03-05\nMarch 3\n\nForeign Minister Keizo Obuchi will meet Foreign Minister Park Chung-soo in Seoul next week.\n",
        "1998-03-03",
    );
}

#[test]
fn several_who_meet_in_the_present_are_to_meet() {
    let plan = "date 2014-03-22\nPresident Barack Obama and Prime Minister Shinzo Abe meet in The Hague on Tuesday.";
    tells(plan, "2014-03-25 meeting planned");
    let past = "date 2014-03-28\nPresident Barack Obama and Prime Minister Shinzo Abe met in The Hague on Tuesday.";
    tells(past, "2014-03-25 meeting held");
    let chronicle = "date 2016-01-04\n2014\n\nMarch 25\nBarack Obama and Shinzo Abe meet in The Hague.\n\nApril 24\nObama visits Tokyo.\n\nMay 2\nNothing.";
    tells(chronicle, "2014-03-25 meeting past-reference");
}

#[test]
fn what_a_first_is_counted_from_takes_no_day_that_is_not_its_own() {
    let text = "date 2013-05-10\nThe talks, the first between them since Park Geun-hye took office, were held in Seoul on Wednesday between Foreign Minister Yun Byung-se and Secretary of State John Kerry.";
    tells(text, "2013-05-08 talks held");
    tells_not(text, "other");
}

#[test]
fn a_day_in_the_name_of_a_gathering_is_its_own() {
    let text = "date 2009-06-20\nForeign Minister Yu Myung-hwan briefed Foreign Minister Hirofumi Nakasone on his June 16 talks with Secretary of State Hillary Clinton in Washington.";
    tells(text, "2009-06-16 talks held");
    tells_not(text, "statement");
    let between = "date 2009-06-20\nHe praised the meeting between Hillary Clinton and Yu Myung-hwan in Washington on Tuesday.";
    tells(between, "2009-06-16 meeting held");
}

#[test]
fn what_is_called_off_has_its_own_day_and_not_that_of_calling_it_off() {
    tells(
        "date 2010-05-26\nSecretary of State Hillary Clinton on Monday postponed a visit to Seoul next week.",
        "2010-05-31/2010-06-06 visit cancelled",
    );
    tells(
        "date 2010-05-26\nPrime Minister Yukio Hatoyama called off a three-day visit to Washington that was to begin on Sunday, officials said on Tuesday.",
        "2010-05-30/2010-06-01 visit cancelled",
    );
    tells(
        "date 2010-05-26\nOn Tuesday Foreign Minister Katsuya Okada called his June 2 meeting with Hillary Clinton off.",
        "2010-06-02 meeting cancelled",
    );
}

#[test]
fn each_leg_of_a_journey_has_its_day() {
    let text = "date 2006-10-16\nSecretary of State Condoleezza Rice will travel to Tokyo on Wednesday, Seoul on Thursday and Beijing on Friday.";
    tells(text, "2006-10-18 visit planned");
    tells(text, "2006-10-19 visit planned");
    tells(text, "2006-10-20 visit planned");
    let partners = "date 2006-10-16\nSecretary of State Condoleezza Rice will see Foreign Minister Taro Aso on Wednesday and Foreign Minister Ban Ki-moon on Thursday.";
    tells(partners, "2006-10-18 meeting planned: Rice to meet Aso");
    tells(partners, "2006-10-19 meeting planned: Rice to meet Ban");
}

#[test]
fn an_opening_clause_takes_the_subject_that_it_leads_up_to() {
    let text = "date 2019-12-17\nAfter meeting Lee Do-hoon in Seoul on Sunday, Stephen Biegun flew to Tokyo on Tuesday.";
    tells(
        text,
        "2019-12-15 meeting held: Biegun meets Lee Do-hoon in Seoul",
    );
    tells(text, "2019-12-17 visit held: Biegun visits Tokyo");
    let speaking = "date 2019-12-17\nSpeaking after talks with Lee Do-hoon in Seoul on Monday, Stephen Biegun said the door was open.";
    tells(speaking, "2019-12-16 talks held: Biegun and Lee Do-hoon");
}

#[test]
fn a_stay_that_ended_is_counted_back_from_its_end() {
    tells(
        "date 2002-02-22\nPresident George W. Bush returned to Washington on Friday after a three-day visit to Seoul.",
        "2002-02-20/2002-02-22 visit held",
    );
}

#[test]
fn an_adjective_before_a_meeting_hides_it_no_more() {
    tells(
        "date 2016-01-16\nAntony Blinken held a trilateral meeting with Akitaka Saiki and Lim Sung-nam in Tokyo on Saturday.",
        "2016-01-16 meeting held",
    );
}

#[test]
fn a_wish_is_no_visit_and_a_time_in_brackets_is_the_other_clock() {
    tells(
        "date 2015-06-11\nForeign Minister Yun Byung-se is considering a visit to Tokyo on June 21.",
        "2015-06-21 visit possible",
    );
    tells(
        "date 2022-02-14\nOn February 12, at 1:40 p.m. (February 13 in Japan), Foreign Minister Hayashi held a meeting with Secretary of State Blinken in Honolulu.",
        "2022-02-12 meeting held",
    );
}

#[test]
fn what_is_told_on_every_page_rests_on_no_more_than_some_of_them() {
    let sentence = "Secretary of State Antony Blinken met Foreign Minister Yoshimasa Hayashi in Tokyo on March 16, 2022.";
    let told = |pages: usize| {
        let text = vec![sentence; pages].join("\n\n");
        let chronicle = reading::read(&[&text], false);
        let counts = chronicle.events().map(|event| event.attestations.len());
        counts.max().unwrap_or_default()
    };
    assert_eq!(told(20), 20);
    assert_eq!(told(400), 201);
}

#[test]
fn short_forms_are_pronouns_and_plans() {
    let text = "date 2012-03-20\nPresident Barack Obama is packing. On Sunday he'll visit Seoul.";
    tells(text, "2012-03-25 visit planned: Obama to visit Seoul");
}

#[test]
fn partners_that_only_then_keeps_apart_are_met_one_by_one() {
    let text = "date 2014-03-26\nPresident Barack Obama sat down with Prime Minister Shinzo Abe on Tuesday for an hour, then with President Park Geun-hye.";
    tells(text, "2014-03-25 meeting held: Obama meets Abe");
    tells(text, "2014-03-25 meeting held: Obama meets Park");
    let apart = "date 2014-03-26\nPresident Barack Obama met separately with Shinzo Abe and Park Geun-hye on Tuesday.";
    tells(apart, "2014-03-25 meeting held: Obama meets Abe");
    tells(apart, "2014-03-25 meeting held: Obama meets Park");
}

#[test]
fn what_the_news_comes_after_is_counted_from_it() {
    let text =
        "date 2013-02-14\nThe warning came two days after North Korea detonated a nuclear device.";
    tells(text, "2013-02-12 test held");
    let vague = "date 2013-02-14\nForeign Minister Kim Sung-hwan met Secretary of State John Kerry on February 12, days after Hillary Clinton left Washington.";
    tells_not(vague, "other");
}

#[test]
fn days_between_two_events_are_counted_as_their_number_says() {
    let told = |length: &str| {
        format!(
            "date 2019-06-20\nKim Jong Un received Xi Jinping in Pyongyang on Thursday, {length} Mike Pompeo met Taro Kono."
        )
    };
    for (length, day) in [
        ("12 days after", "2019-06-08"),
        ("two weeks after", "2019-06-06"),
        ("the day after", "2019-06-19"),
        ("twenty-two days before", "2019-07-12"),
    ] {
        tells(&told(length), &format!("{day} meeting"));
    }
    for length in ["a few days after", "two months after", "days before"] {
        tells_not(&told(length), "Kono");
    }
}

#[test]
fn the_secretary_of_a_briefing_is_its_own_and_not_one_named_later() {
    let text = "date 2013-09-30\nDaily Press Briefing\nWashington, DC\n\nMS. PSAKI: The Secretary will visit Tokyo on October 3 with Secretary Hagel.";
    tells(text, "2013-10-03 visit planned: Kerry");
}

#[test]
fn arms_make_a_launch_and_nothing_else_does() {
    let launch = "date 2017-09-20\nThe ministers condemned North Korea's September 15 launch of a missile over Japan.";
    tells(launch, "2017-09-15 test held");
    tells_not(launch, "statement");
    tells_not(
        "date 2017-09-20\nSeoul announced the September 15 launch of a tourism campaign in Japan.",
        "test",
    );
    tells(
        "date 2017-09-20\nThey condemned the launches of ballistic missiles of August 29 and September 15 by North Korea.",
        "2017-08-29 test held",
    );
}

#[test]
fn a_wish_has_its_own_day_and_a_reduced_clause_has_none() {
    tells_not(
        "date 2017-09-20\nPresident Moon Jae-in on Tuesday proposed talks with North Korea.",
        "talks",
    );
    tells_not(
        "date 2017-09-20\nPresident Moon Jae-in met on Tuesday families of citizens abducted by North Korea.",
        "other",
    );
}

#[test]
fn a_deal_that_was_reached_in_a_city_is_no_journey_there() {
    let text = "date 2007-06-22\nUnder a deal reached in Beijing on February 13, North Korea was to close its reactor.";
    tells(text, "2007-02-13 agreement past-reference");
    tells_not(text, "visit");
}

#[test]
fn a_day_earlier_is_counted_from_the_news_and_not_from_what_it_looks_back_to() {
    let text = "date 2018-09-26\nPrime Minister Shinzo Abe met President Donald Trump in New York on Wednesday. He thanked Trump for the summit with Kim Jong Un in Singapore on June 12. A day earlier Abe met President Moon Jae-in.";
    tells(text, "2018-09-25 meeting held");
}

#[test]
fn ways_of_resuming_talks_are_no_talks() {
    tells_not(
        "date 2011-07-25\nKim Kye-gwan will visit New York on Thursday to discuss ways of resuming talks with the United States.",
        "talks",
    );
    tells(
        "date 2011-07-25\nOn Friday Foreign Minister Kim Sung-hwan had the pleasure of receiving Secretary of State Hillary Clinton in Seoul.",
        "2011-07-22 meeting held",
    );
}

#[test]
fn the_two_countries_are_those_named_last() {
    let text = "date 2011-07-25\nSeoul has long been close to Tokyo. The two governments signed a treaty on June 22, 1965.";
    tells(text, "1965-06-22 agreement past-reference: Japan and ROK");
}

#[test]
fn beside_the_meeting_is_on_its_day() {
    let text = "date 2014-03-27\nOn Tuesday Foreign Minister Fumio Kishida held a meeting with Secretary of State John Kerry in The Hague.\n\nPrior to the meeting, Kishida met Foreign Minister Yun Byung-se.";
    tells(text, "2014-03-25 meeting held: Kishida meets Yun");
}

#[test]
fn him_is_whom_the_sentence_before_named_last() {
    let text = "date 2017-02-01\nSecretary of Defense James Mattis will meet Minister of Defense Han Min-koo on Friday. President Donald Trump talked with him on Tuesday.";
    tells(text, "2017-01-31 talks held: Trump and Han Min-koo");
}

#[test]
fn people_without_names_are_met_with_and_without_with() {
    let day = "date 2022-11-20\nDeputy Secretary of State Wendy Sherman";
    tells(
        &format!("{day} met with veterans in Busan on November 18."),
        "2022-11-18 meeting held: Sherman meets veterans in Busan",
    );
    tells(
        &format!("{day} met young journalists in Busan on November 18."),
        "2022-11-18 meeting held: Sherman meets young journalists in Busan",
    );
    tells(
        &format!("{day} met with a Chinese official in Busan on November 18."),
        "2022-11-18 meeting held: Sherman meets official in Busan",
    );
    tells_not(&format!("{day} met them on November 18."), "them");
}

#[test]
fn who_receives_a_paper_or_asks_something_of_somebody_meets_nobody() {
    let day = "date 1994-06-14\n";
    for text in [
        "On Monday Secretary of State Warren Christopher received his dispatch, and President Kim Young-sam was informed.",
        "On Monday Secretary of State Warren Christopher called upon these officials to keep the peace.",
        "The plan meets with the approval of the Department, and I wrote to President Kim Young-sam on Monday.",
    ] {
        tells_not(&format!("{day}{text}"), "meeting");
    }
    tells(
        &format!(
            "{day}On Monday President Kim Young-sam received Secretary of State Warren Christopher in Seoul."
        ),
        "1994-06-13 meeting held: Kim Young-sam meets Christopher in Seoul",
    );
    tells(
        &format!(
            "{day}On Monday Secretary of State Warren Christopher called upon President Kim Young-sam in Seoul."
        ),
        "1994-06-13 meeting held: Christopher meets Kim Young-sam in Seoul",
    );
}

#[test]
fn a_parliament_is_no_conference_and_a_party_congress_is_one() {
    let day = "date 2016-05-12\n";
    tells_not(
        &format!(
            "{day}The aid was approved by Congress on Friday, and questions were raised in Congress on May 3."
        ),
        "conference",
    );
    tells(
        &format!("{day}North Korea held a congress of the Workers' Party in Pyongyang on Friday."),
        "2016-05-06 conference held",
    );
}

#[test]
fn a_receipt_that_is_acknowledged_is_no_statement() {
    tells_not(
        "date 1904-04-20\nSir: I have the honor of acknowledging receipt of your note of April 18. Mr. Allen.",
        "statement",
    );
}

#[test]
fn a_visit_goes_to_a_country_with_an_article_as_to_one_without() {
    let day = "date 2023-12-08\nIt was announced during President Yoon Suk Yeol's state visit to";
    tells(
        &format!("{day} the United States in April."),
        "2023-04 visit past-reference: Yoon Suk Yeol visits United States",
    );
    tells(
        &format!("{day} Japan in March."),
        "2023-03 visit past-reference: Yoon Suk Yeol visits Japan",
    );
}

#[test]
fn a_visit_that_took_place_went_where_the_noun_says() {
    tells(
        "date 2014-05-02\nPresident Park Geun-hye's visit to Japan took place in April.",
        "2014-04 visit held: Park Geun-hye visits Japan",
    );
}

#[test]
fn whose_minister_somebody_is_is_no_stop_of_a_journey() {
    tells(
        "date 2023-12-08\nJake Sullivan has traveled to Seoul for meetings on Friday with National Security Adviser \
         Takeo Akiba of Japan.",
        "2023-12-08 visit held: Sullivan visits Seoul",
    );
    tells_not(
        "date 2023-12-08\nJake Sullivan has traveled to Seoul for meetings on Friday with National Security Adviser \
         Takeo Akiba of Japan.",
        "visits Seoul and Japan",
    );
}

#[test]
fn each_weekday_of_a_digest_is_that_of_its_week() {
    let text = "This week in Northeast Asia\nWeek of 12 October 2015\n\nMonday: President Park Geun-hye left for Washington. \
                Friday: President Barack Obama hosts President Park Geun-hye at the White House.";
    tells(
        text,
        "2015-10-12 visit held: Park Geun-hye visits Washington",
    );
    tells(
        text,
        "2015-10-16 meeting held: Obama meets Park Geun-hye in the White House",
    );
}

#[test]
fn who_met_and_had_a_talk_met_once_and_who_left_here_today_travels() {
    let day = "Pyongyang, July 12, 2003 (KCNA) -- ";
    let met = format!(
        "{day}Paek Nam Sun, minister of Foreign Affairs, met and had a friendly talk with Chinese Ambassador Wang Guozhang on Friday."
    );
    tells(
        &met,
        "2003-07-11 talks held: Paek Nam Sun and Wang Guozhang",
    );
    tells_not(&met, "holds a meeting");
    for left in [
        "left here today for Moscow",
        "left Pyongyang on Saturday for Moscow",
    ] {
        tells(
            &format!("{day}Vice-Minister Kim Yong Il {left}."),
            "2003-07-12 visit held: Kim Yong Il visits Moscow",
        );
    }
}
