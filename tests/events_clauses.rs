//! Whose a happening is, and when, where a clause stands between somebody and what they do.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[test]
fn whom_somebody_met_does_not_do_what_they_do_next() {
    tells(
        "date 2018-03-11\nThe envoy who met Kim Jong Un in Pyongyang on Monday will visit Tokyo on Wednesday.",
        &[
            "2018-03-05 meeting held: Kim Jong Un",
            "2018-03-14 visit planned: ",
        ],
    );
    tells(
        "date 2018-03-11\nThe officials who visited Tokyo on Monday met Foreign Minister Kang Kyung-wha in Seoul on Thursday.",
        &[
            "2018-03-05 visit held: ",
            "2018-03-08 meeting held: Kang Kyung-wha",
        ],
    );
    // Whom they speak of does it.
    let found = read(
        "date 2018-03-11\nThe officials who met Kim Jong Un on Monday said he will visit Tokyo on Wednesday.",
    );
    let visit = "2018-03-14 visit planned: Kim Jong Un";
    assert!(found.events.iter().any(|e| e == visit), "{found:?}");
}

#[test]
fn officials_of_a_state_go_on_behind_an_aside() {
    for (open, close) in [(", ", ", "), (" ", " ")] {
        tells(
            &format!(
                "date 2018-03-11\nTwo senior South Korean officials{open}who met Kim Jong Un on Monday{close}will visit China on Tuesday."
            ),
            &[
                "2018-03-05 meeting held: Kim Jong Un",
                "2018-03-13 visit planned: ",
            ],
        );
    }
}

#[test]
fn what_a_plan_is_for_is_planned() {
    tells(
        "date 2018-03-11\nTwo senior South Korean officials will split up to visit China and Japan this week.",
        &["2018-03-12/2018-03-18 visit planned: "],
    );
    tells(
        "date 2018-10-08\nIn Seoul, October 7-8, Secretary Pompeo met with President Moon Jae-in. He briefed on the talks, and plans for a \
         second summit of the United States and North Korea.",
        &["2018-10-07/2018-10-08 meeting held: Mike Pompeo, Moon Jae-in"],
    );
}

#[test]
fn a_family_name_alone_is_not_that_of_a_spouse() {
    for title in ["first lady", "first lady,"] {
        tells(
            &format!(
                "date 2023-03-09\nPrime Minister Fumio Kishida and the {title} Yuko Kishida, were there. Kishida will visit Seoul on March 18."
            ),
            &["2023-03-18 visit planned: Fumio Kishida"],
        );
    }
}
