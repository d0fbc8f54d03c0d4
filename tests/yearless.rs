//! A dateline without its year gets the year that the rest of the text leaves.

use linchpin::compile::{Annotators, extracted};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

#[track_caller]
fn check(text: &str, expected: &str) {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let read = extracted(&documents, &annotators).remove(0);
    let dct = read
        .dct
        .map_or_else(|| "none".to_owned(), |dct| dct.date.to_string());
    assert_eq!(dct, expected, "{text}");
}

#[test]
fn people_in_office_and_the_weekday_tell_the_year() {
    check(
        "SEOUL, May 8 (Agency) -- President Moon Jae-in and U.S. President Donald Trump spoke by telephone on Wednesday about \
         aid to North Korea.\n\nThe two leaders will meet again in the summer.\n",
        "2019-05-08",
    );
}

#[test]
fn an_agency_may_stand_behind_the_day() {
    let story = "President Moon Jae-in and U.S. President Donald Trump spoke by telephone on Wednesday about aid to North Korea.\n";
    check(&format!("SEOUL, May 8, Metro News - {story}"), "2019-05-08");
    // A day that begins a sentence is none.
    check(
        &format!("SEOUL, May 8, when the talks began - {story}"),
        "2017-05-10/2021-01-20",
    );
}

#[test]
fn where_several_years_are_left_none_is_chosen() {
    check(
        "SEOUL, May 8 (Agency) -- President Moon Jae-in and U.S. President Donald Trump spoke by telephone about aid to \
         North Korea.\n",
        "2017-05-10/2021-01-20",
    );
    check(
        "TOKYO, March 12 -- The ministry said that trade talks had been resumed.\n",
        "none",
    );
}

#[test]
fn offices_of_people_of_history_date_no_text_that_names_later_days() {
    check(
        "President Dwight D. Eisenhower and Secretary of State John Foster Dulles shaped the alliance.\n\nThe agreement on \
         trade was signed on June 30, 2007.\n\nPresident Eisenhower and Secretary Dulles are remembered in both countries.\n",
        "2007-06",
    );
}

#[test]
fn one_in_office_is_enough_where_the_weekday_agrees() {
    check(
        "Seoul, Jan 8 : South Korea's Foreign Minister Kang Kyung-wha will visit Tokyo this week, an official said on \
         Monday.\n\nThe talks will be about trade.\n",
        "2018-01-08",
    );
}

#[test]
fn a_page_that_begins_with_a_day_was_written_about_then() {
    check(
        "Minister meets minister\n\nOn March 10, 2016, the two ministers of trade met in Geneva and spoke about rice.\n",
        "2016-03-10~",
    );
    check(
        "Minister meets minister\n\nOn March 10, the two ministers of trade met in Geneva and spoke about rice. (The \
         last meeting was held in Bern on November 2, 2015.) Both spoke of fish.\n",
        "2016-03-10~",
    );
    // A day long behind the last full date is not the next of its name.
    check(
        "Minister meets minister\n\nOn October 10, the two ministers of trade met in Geneva and spoke about rice. (The \
         last meeting was held in Bern on November 2, 2015.) Both spoke of fish.\n",
        "2015-11",
    );
}

#[test]
fn next_week_and_the_weekday_of_the_news_tell_the_day() {
    check(
        "Japanese Prime Minister Yoshihide Suga will visit the United States next week, an official said Friday.\n\nThe \
         prime minister will begin a visit to Washington on June 14 to meet U.S. Secretary of State Antony Blinken, he \
         said.\n",
        "2021-06-11",
    );
}

#[test]
fn a_day_on_which_the_record_has_two_of_its_people_meet_tells_the_year() {
    // The summit of 10 April 2024 is in the record.
    check(
        "Japanese Prime Minister Fumio Kishida told President Yoon Suk Yeol on Wednesday about his trip of last week.\n\nAt the \
         White House on April 10, Kishida had praised U.S. President Joe Biden for his rice.\n",
        "2024-04-17~",
    );
    // So is that of 12 June 2018, and here it is still to come.
    check(
        "President Moon Jae-in and U.S. President Donald Trump spoke on Sunday about rice.\n\nThey want to be close ahead of \
         Trump's June 12 meeting with North Korean leader Kim Jong Un.\n",
        "2018",
    );
    // A story of January tells of the December before it: 27 December 2016 is in the record.
    check(
        "TOKYO, Jan. 4 (Agency) -- Shinzo Abe and Barack Obama met at the harbour in Honolulu on December 27 and ate rice.\n",
        "2017-01-04",
    );
    // No two of these met on such a day.
    check(
        "President Moon Jae-in and U.S. President Donald Trump spoke about rice.\n\nThe rice was eaten on August 3.\n",
        "2017-05-10/2021-01-20",
    );
}

#[test]
fn between_an_election_and_the_office_lies_one_winter() {
    check(
        "President Yoon Suk Yeol on Nov. 7 made his first phone call to President-elect Donald Trump and spoke about rice.\n",
        "2024-11-07~",
    );
}

#[test]
fn an_agency_between_strokes_ends_a_dateline() {
    check(
        "SOCHI, May 8. /AGENCY/. President Moon Jae-in and U.S. President Donald Trump spoke by telephone on Wednesday about \
         aid to North Korea.\n",
        "2019-05-08",
    );
}

#[test]
fn the_day_of_a_photograph_and_the_weekday_of_the_story_tell_the_year() {
    let story = "Envoys sit down again\n\nU.S. Special Representative for North Korea Glyn Davies waits in a hall in this photo \
                 taken on June 13.\n\nThe envoys of the two sides sat down on Thursday in Geneva for talks. Glyn Davies spoke about rice.\n";
    check(story, "2013-06-13~");
    // Of another day than that of the photograph nothing follows.
    check(&story.replace("Thursday", "Sunday"), "none");
}

#[test]
fn a_summit_of_this_week_is_the_one_that_the_record_knows() {
    let story = |when: &str| {
        format!(
            "U.S. President Bill Clinton and President Kim Dae-jung spoke on Friday about {when} summit between North and South \
             Korea and were glad of it.\n"
        )
    };
    check(&story("this week's"), "2000-06-16~");
    check(&story("last week's"), "2000-06-23~");
    check(&story("a"), "1998-02-25/2001-01-20");
}

#[test]
fn a_dateline_needs_no_mark_behind_it() {
    check(
        "Seoul, May 8 President Moon Jae-in and U.S. President Donald Trump spoke by telephone on Wednesday about rice.\n",
        "2019-05-08",
    );
}

#[test]
fn a_visit_that_would_be_is_still_to_come() {
    check(
        "Secretary of State Antony Blinken and Secretary of Defense Lloyd Austin plan to visit Japan and South Korea, according to reports \
         published on March 4. An agency said that they would visit Seoul for two days from March 17.\n",
        "2021-03-04~",
    );
    check(
        "1. Vice Foreign Minister Lim Sung-nam spoke by telephone with Deputy Secretary of State Tony Blinken on January 13. The two agreed to \
         hold a meeting in Tokyo on January 16.\n",
        "2016-01-13~",
    );
}

#[test]
fn counterparts_in_a_list_held_that_office() {
    check(
        "Foreign Minister Takeshi Iwaya and his counterparts Wang Yi from China and Cho Tae-yul from South Korea met in Tokyo.\n",
        "2024-10-01/2025-07-31",
    );
}

#[test]
fn the_day_since_which_somebody_serves_dates_nothing() {
    check(
        "Chun Yung Woo arrived in Beijing on Monday morning and will meet others. He has served as negotiator since February 20, 2006.\n",
        "none",
    );
}

#[test]
fn an_office_that_nobody_else_is_named_with_is_not_that_of_a_counterpart() {
    // Sung Kim was an ambassador before, and then a special representative.
    check(
        "Hwang Joon-kook, special representative for Korean Peninsula peace and security affairs, will meet his American counterpart Sung Kim \
         soon.\n",
        "2014-04-01/2016-01-31",
    );
}
