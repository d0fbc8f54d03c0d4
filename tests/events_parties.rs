//! Whose a happening is, and when, where its own words leave that to the text around it.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn what_a_nameless_office_said_is_no_event() {
    tells(
        "date 2023-03-09\nPresident Yoon Suk Yeol will visit Busan on March 12, the presidential office said Thursday.",
        &["2023-03-12 visit planned: Yoon Suk Yeol"],
    );
    tells(
        "date 2023-03-09\nNorth Korea's foreign ministry condemned the drills on Thursday.",
        &["2023-03-09 statement held: "],
    );
}

#[test]
fn six_party_talks_are_of_six_states_however_they_are_written() {
    for name in [
        "six-party",
        "six party",
        "six-nation",
        "six nation",
        "six-way",
    ] {
        tells(
            &format!(
                "date 2007-03-12\nThe next round of the {name} talks will be held on 19 March."
            ),
            &["2007-03-19 talks planned: "],
        );
    }
}

#[test]
fn an_entry_of_a_chronology_without_a_year_follows_the_one_before() {
    tells(
        "date 2007-01-20\nMilestones:\n\n- February 10, 2004: North Korea says it has a reactor.\n\n- June 17: President Roh Moo-hyun \
         meets President George W. Bush in Washington.\n\n- January 5: Japan says it will not pay.",
        &[
            "2004-02-10 statement past-reference: ",
            "2004-06-17 meeting past-reference: Roh Moo-hyun, George W. Bush",
            "2005-01-05 statement past-reference: ",
        ],
    );
}

#[test]
fn she_is_not_whose_sister_somebody_is() {
    tells(
        "date 2018-02-11\nKim Jong Un's sister Kim Yo Jong met President Moon Jae-in on Saturday in Seoul. She will return to Pyongyang on Monday.",
        &[
            "2018-02-10 meeting held: Kim Yo Jong, Moon Jae-in",
            "2018-02-12 visit planned: Kim Yo Jong",
        ],
    );
}

#[test]
fn remarks_beside_a_meeting_tell_the_meeting() {
    let page = |title: &str| {
        format!(
            "{title}\n\nRemarks\nHillary Rodham Clinton\nSecretary of State\nTreaty Room\nWashington, DC\nDecember 19, 2011\n\n\
             SECRETARY CLINTON: Good afternoon, everyone."
        )
    };
    for title in [
        "Remarks With Japanese Foreign Minister Koichiro Gemba After Their Meeting",
        "Press Availability With Japanese Foreign Minister Koichiro Gemba Following Bilateral Talks",
    ] {
        tells(
            &page(title),
            &["2011-12-19 meeting held: Koichiro Gemba, Hillary Clinton"],
        );
    }
    let found = read(&page(
        "Remarks on Japanese Foreign Minister Koichiro Gemba and Trade",
    ))
    .events;
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn weekdays_of_a_plan_that_have_begun_are_of_the_week_to_come() {
    tells(
        "date 2010-06-10\nFrom Monday to Friday South Korea will hold an exercise off Busan.",
        &["2010-06-14/2010-06-18 exercise planned: "],
    );
    tells(
        "date 2010-06-10\nFrom Monday to Wednesday South Korea held an exercise off Busan.",
        &["2010-06-07/2010-06-09 exercise held: "],
    );
}

#[test]
fn who_is_on_a_journey_is_not_on_the_day_of_others() {
    tells(
        "date 2005-03-10\nSecretary of State Condoleezza Rice will visit Japan and South Korea on a March 14-21 trip.\n\n\
         President Roh Moo-hyun will visit India next month.\n\nRice is expected to hold talks with President Roh.",
        &[
            "2005-03-14/2005-03-21 visit planned: Condoleezza Rice",
            "2005-04 visit planned: Roh Moo-hyun",
            "2005-03-14/2005-03-21 talks planned: Condoleezza Rice, Roh Moo-hyun",
        ],
    );
}

#[test]
fn a_paper_named_by_its_day_is_of_that_day_and_of_its_states() {
    tells(
        "date 2013-07-01\nThe envoys of the six-party talks affirmed the Joint Statement of 19 September 2005.",
        &["2005-09-19 statement past-reference: "],
    );
    tells(
        "date 2013-07-01\nThe envoys will read a joint statement.",
        &[],
    );
}

#[test]
fn congress_passes_what_america_passes() {
    let found =
        read("date 2011-10-20\nOn October 12, both chambers of Congress approved the trade pact.")
            .events;
    assert_eq!(found, ["2011-10-12 announcement held: "], "{found:?}");
}

#[test]
fn korea_alone_is_a_state_since_there_are_two() {
    tells(
        "date 2010-06-08\nKorea and Japan held talks on Monday.",
        &["2010-06-07 talks held: "],
    );
    tells(
        "date 2010-06-08\nThe Bank of Korea and the Korea Herald held talks on Monday.",
        &[],
    );
}
