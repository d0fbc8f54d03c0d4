//! Who is somebody: people whom no gazetteer has, told by the words beside their names.

use linchpin::compile::{Annotators, extracted};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// The people whom a text names, and its day of writing.
fn read(text: &str) -> (Vec<String>, String) {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let found = extracted(&documents, &annotators).remove(0);
    let day = found
        .dct
        .map_or_else(String::new, |dct| dct.date.to_string());
    (found.officials, day)
}

#[track_caller]
fn names(text: &str, expected: &[&str]) {
    let (found, _) = read(text);
    assert_eq!(found, expected, "{text}");
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
    let (_, day) = read(
        "Pyongyang, May 6 (KCNA) -- Han Myong Su, vice-minister of Forestry, left here on May 5 to visit China. -0-\n(Juche100.5.6.)",
    );
    assert_eq!(day, "2011-05-06");
}
