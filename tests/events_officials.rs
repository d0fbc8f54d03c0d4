//! Who is somebody: people whom no gazetteer has, told by the words beside their names.

#[path = "common/told.rs"]
mod told;

use told::{read, tells};

#[track_caller]
fn names(text: &str, expected: &[&str]) {
    assert_eq!(read(text).people, expected, "{text}");
}

#[test]
fn an_office_without_an_article_behind_a_comma_makes_a_person() {
    for office in [
        "vice-minister of Forestry",
        "secretary general of the Assembly",
        "Chinese ambassador to the DPRK",
        "South Korea's deputy trade minister",
        "alternate member of the Political Bureau",
        "department director of the Cabinet",
    ] {
        names(
            &format!(
                "date 2011-05-06\nThe guests were seen off by Han Myong Su, {office}, at the airport."
            ),
            &["Han Myong Su"],
        );
    }
}

#[test]
fn an_office_behind_a_comma_that_is_the_next_ones_makes_nobody() {
    names(
        "date 2011-05-06\nAt the Grand Hyatt, Foreign Minister Kim Sung-hwan met reporters.",
        &["Kim Sung-hwan"],
    );
    names(
        "date 2011-05-06\nThey flew over Crater Bay, Japanese officials said, member states agreed.",
        &[],
    );
}

#[test]
fn who_leads_others_is_somebody() {
    names(
        "date 2011-05-06\nA delegation led by Han Myong Su arrived in Beijing, accompanied by Oleg Petrov.",
        &["Han Myong Su", "Oleg Petrov"],
    );
    names(
        "date 2011-05-06\nA delegation led by the Workers' Party and headed by South Korea arrived.",
        &[],
    );
}

#[test]
fn names_that_are_counted_up_behind_somebody_are_people() {
    names(
        "date 2011-05-06\nHe met Foreign Minister Kim Sung-hwan, Han Myong Su and Oleg Petrov in Seoul.",
        &["Kim Sung-hwan", "Han Myong Su", "Oleg Petrov"],
    );
    names(
        "date 2011-05-06\nHe left Foreign Minister Kim Sung-hwan and Han River Park behind.",
        &["Kim Sung-hwan"],
    );
}

#[test]
fn a_first_lady_has_a_name() {
    names(
        "date 2011-05-06\nHe came with the Danish first lady, Solrun Rasmussen, on Friday.",
        &["Solrun Rasmussen"],
    );
}

#[test]
fn a_story_of_the_norths_agency_is_dated_by_its_stamp() {
    let text = "Pyongyang, May 6 (KCNA) -- Han Myong Su, vice-minister of Forestry, left here on May 5 to visit \
                China. -0-\n(Juche100.5.6.)";
    assert_eq!(read(text).dct, "2011-05-06");
    tells(text, &["2011-05-05 visit held: Han Myong Su"]);
}

#[test]
fn a_name_between_commas_that_says_something_is_somebodys() {
    names(
        "date 2018-06-14\nThe mother of one of them, Sakie Hamada, said that she was glad.",
        &["Sakie Hamada"],
    );
    names(
        "date 2018-06-14\nAt the hotel, Grand Plaza, guests said that they were glad.",
        &[],
    );
}

#[test]
fn a_day_before_a_bar_is_that_of_publication() {
    let text = "Guests Are Received\n\nDate: 29/07/2023 | Source: An Agency (En) | Read original version at source\n\nPyongyang, July 29 \
                (Agency) -- Guests were received on July 28.";
    assert_eq!(read(text).dct, "2023-07-29");
}

#[test]
fn small_words_within_a_name_do_not_end_it() {
    for name in ["Ursula von der Leyen", "Pieter van den Berg"] {
        names(
            &format!(
                "date 2023-05-22\nThe President of the European Commission, {name}, met President Yoon Suk Yeol in Seoul."
            ),
            &[name, "Yoon Suk Yeol"],
        );
    }
}

#[test]
fn a_family_name_in_a_heading_is_the_full_name_of_the_text() {
    names(
        "date 2023-07-24\nDeputy Secretary Sherman’s Call with Vice Foreign Minister Mori and First Vice Foreign Minister Chang\n\nDeputy \
         Secretary of State Wendy Sherman spoke on Monday with Vice Foreign Minister Mori Takeo and First Vice Foreign Minister Chang Ho-jin.",
        &["Wendy Sherman", "Takeo Mori", "Chang Ho-jin"],
    );
}

#[test]
fn the_top_diplomat_of_a_state_is_its_minister() {
    tells(
        "date 2024-11-15\nIt marked the first meeting between Foreign Minister Cho Tae-yul and Foreign Minister Takeshi Iwaya since the top \
         Japanese diplomat took office last month.",
        &["2024-10 other held: Takeshi Iwaya"],
    );
}

#[test]
fn he_is_not_the_spokesman_who_says_so() {
    tells(
        "date 2025-10-24\nSpokesperson Ned Price said President Donald Trump will arrive in Malaysia on Sunday. There, he will hold a summit \
         with Prime Minister Anwar Ibrahim.",
        &[
            "2025-10-26 visit planned: Donald Trump",
            "2025-10-26 summit planned: Donald Trump, Anwar Ibrahim",
        ],
    );
}

#[test]
fn the_counterpart_of_a_lesser_office_is_nobody_in_particular() {
    let told = read(
        "date 2006-12-16\nAssistant Secretary of State Christopher Hill plans to meet his North Korean counterpart in Beijing on Sunday.",
    );
    assert_eq!(told.people, ["Christopher Hill"]);
}

#[test]
fn a_name_ends_with_the_line_of_a_title() {
    names(
        "date 2007-09-07\nPresident Bush Meets with South Korean President Roh\nInterContinental Sydney\nSydney, Australia\n\nThe two leaders \
         spoke about trade.",
        &["George W. Bush", "Roh Moo-hyun"],
    );
}
