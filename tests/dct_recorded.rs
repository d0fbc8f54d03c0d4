//! The day of writing of a text that does not tell it, by what the record knows of it or a line of its own
//! tells.

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
fn a_first_meeting_that_is_awaited_is_the_first_of_the_record() {
    check(
        "The leaders of North and South Korea are about to meet on Friday and will talk for a day. It is going to be the first meeting between \
         Kim Jong Un and President Moon Jae-in.\n\nOn Monday, the South switched off its loudspeakers.\n",
        "2018-04-23/2018-04-26",
    );
    // On a Thursday they did not meet first.
    check(
        "The leaders of North and South Korea will meet on Thursday. It is going to be the first meeting between Kim Jong Un and President \
         Moon Jae-in.\n",
        "none",
    );
}

#[test]
fn a_meeting_of_today_is_the_one_of_the_record() {
    check(
        "President Joe Biden met with Prime Minister Fumio Kishida in San Francisco today and spoke of trade.\n",
        "2023-11-16",
    );
    check(
        "Deputy Secretary Wendy Sherman met with Vice Foreign Minister Takeo Mori and First Vice Foreign Minister Choi Jong Kun in Tokyo \
         today.\n",
        "2021-07-21",
    );
    // Two meet in a capital again and again.
    check(
        "President Joe Biden met with Prime Minister Fumio Kishida in Tokyo today and spoke of trade.\n",
        "2021-10-04/2024-10-01",
    );
}

#[test]
fn a_day_in_a_line_of_its_own_is_that_of_the_page() {
    check(
        "Leaders meet in Tokyo\nSaturday, Aug. 23, 22:45\nPrime Minister Shigeru Ishiba and President Lee Jae-myung met on Saturday.\n",
        "2025-08-23",
    );
    check(
        "On Friday, May 31, Vice Minister Kim Hong-kyun met Deputy Secretary Kurt Campbell. He called today's meeting useful.\n",
        "2024-05-31~",
    );
}

#[test]
fn a_release_begins_with_the_day_of_its_news() {
    check(
        "The governments released this text.\n\nBegin text:\n\nSecretary of State Marco Rubio, Foreign Minister Takeshi Iwaya and Foreign \
         Minister Cho Tae-yul met in Munich on February 15.\n",
        "2025-02-15~",
    );
}

#[test]
fn a_heading_may_end_with_the_day_of_the_page() {
    check(
        "Vice Ministers Hold Talks 1 June\n\nThe vice ministers of the three countries met near Washington on May 31, 2024, and agreed on a plan.\n",
        "2024-06-01",
    );
}

#[test]
fn a_later_day_far_above_the_text_is_that_of_a_visit_to_the_page() {
    let lead = "On October 4, 2002, the vice minister received a delegation of the United States in the ministry, and what he said there is \
                still told in many ways by those who heard it.";
    check(
        &format!(
            "Institute\n\nSunday February 26th 2017\n\nSubscribe\n\nDeath of a Diplomat\n\nBy\n03 June 2016\n{lead}\n"
        ),
        "2016-06-03",
    );
}
