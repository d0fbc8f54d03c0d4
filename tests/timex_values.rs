//! Values of expressions that rules treat apart from their like: what a changed condition would lose.

#[path = "timex_values/places.rs"]
mod places;

use linchpin::timex::TemporalTagger;

/// What is found in a text of a day: words, value and date.
fn found(dct: &str, text: &str) -> Vec<(String, String, String)> {
    let tagger = TemporalTagger::default();
    let found = tagger.tag(text, dct.parse().ok());
    let told = found.iter().map(|timex| {
        let date = timex.edtf.map(|edtf| edtf.to_string()).unwrap_or_default();
        let words = timex.span.of(text).to_owned();
        (words, timex.value.as_str().to_owned(), date)
    });
    told.collect()
}

/// Exactly these are found in a text of 10 March 2021, a Wednesday.
#[track_caller]
fn all(text: &str, expected: &[(&str, &str, &str)]) {
    written("2021-03-10", text, expected);
}

/// Exactly these are found in a text of a day.
#[track_caller]
fn written(dct: &str, text: &str, expected: &[(&str, &str, &str)]) {
    let found = found(dct, text);
    let found: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|(words, value, date)| (words.as_str(), value.as_str(), date.as_str()))
        .collect();
    assert_eq!(found, expected, "{dct}: {text}");
}

#[test]
fn eras_are_written_in_capitals() {
    all(
        "The wall fell in 44 BC and 44 ad men ran.",
        &[("44 BC", "BC0044", "")],
    );
    all(
        "It began in 57 B.C. and grew.",
        &[("57 B.C.", "BC0057", "")],
    );
}

#[test]
fn years_before_our_era_are_counted_towards_it() {
    all(
        "The war began in 108 BC. Ten years later it ended.",
        &[("108 BC", "BC0108", ""), ("Ten years later", "BC0098", "")],
    );
}

#[test]
fn thirds_of_a_century_lie_within_it() {
    all(
        "It stood in the early 19th century.",
        &[("the early 19th century", "18", "1800~/1833~")],
    );
    all(
        "It is of the late 19th-century style.",
        &[("the late 19th-century", "18", "1867~/1899~")],
    );
}

#[test]
fn an_age_is_no_length_but_a_long_study_is() {
    all(
        "A 30-year-old soldier spoke for 20 minutes.",
        &[("20 minutes", "PT20M", "")],
    );
    all(
        "They made a two-year-long study.",
        &[("two-year-long", "P2Y", "")],
    );
    all(
        "They have 12-to-18-month terms.",
        &[("12-to-18-month", "PXM", "")],
    );
}

#[test]
fn days_beside_an_event_date_it_and_hours_do_not() {
    all(
        "On Thursday, one day after the call, he left.",
        &[
            ("Thursday", "2021-03-04", "2021-03-04"),
            ("one day after", "P1D", "2021-03-03"),
        ],
    );
    all(
        "On Thursday, three hours after the call, he left.",
        &[
            ("Thursday", "2021-03-04", "2021-03-04"),
            ("three hours after", "PT3H", ""),
        ],
    );
    all(
        "On Thursday, one month after the call, he left.",
        &[
            ("Thursday", "2021-03-04", "2021-03-04"),
            ("one month after", "P1M", ""),
        ],
    );
}

#[test]
fn a_late_part_of_a_year_or_month_is_its_last_third() {
    all(
        "It happened in the latter part of 2019.",
        &[("the latter part of 2019", "2019", "2019-09~/2019-12~")],
    );
}

#[test]
fn half_of_a_decade_is_years_and_half_of_a_year_is_months() {
    all(
        "The clause was dropped half a century ago.",
        &[("half a century ago", "1971", "1971")],
    );
    all(
        "A decade and a half ago they closed the mission.",
        &[("A decade and a half ago", "2006", "2006")],
    );
    all(
        "It lapsed two and a half decades ago.",
        &[("two and a half decades ago", "1996", "1996")],
    );
    all(
        "The envoy came a year and a half ago.",
        &[("a year and a half ago", "2019-09", "2019-09")],
    );
    all(
        "He wrote a month and a half ago.",
        &[("a month and a half ago", "2021-01", "2021-01")],
    );
}

#[test]
fn hours_count_as_the_days_that_they_fill() {
    all(
        "The line went dead 72 hours ago.",
        &[("72 hours ago", "2021-03-07", "2021-03-07")],
    );
    all(
        "The line went dead five hours ago.",
        &[("five hours ago", "2021-03-10", "2021-03-10")],
    );
}

#[test]
fn an_amount_is_counted_from_the_day_that_is_named_with_it() {
    let day = |text: &str, words: &str, day: &str| all(text, &[(words, day, day)]);
    day(
        "Six months ago today they shook hands.",
        "Six months ago today",
        "2020-09-10",
    );
    day(
        "A year ago Monday the border was shut.",
        "A year ago Monday",
        "2020-03-08",
    );
    day(
        "It was ten years ago on Thursday that the sea rose.",
        "ten years ago on Thursday",
        "2011-03-11",
    );
    day(
        "They broke off two weeks ago Tuesday.",
        "two weeks ago Tuesday",
        "2021-02-23",
    );
    day(
        "They quarrelled on Tuesday a week ago.",
        "Tuesday a week ago",
        "2021-03-02",
    );
    day(
        "The court will rule a week from Friday.",
        "a week from Friday",
        "2021-03-19",
    );
    day(
        "The ban ends a month from tomorrow.",
        "a month from tomorrow",
        "2021-04-11",
    );
    day(
        "Three years ago, on June 12, they met.",
        "Three years ago, on June 12",
        "2018-06-12",
    );
    all(
        "Seventy years ago this month the city changed hands.",
        &[("Seventy years ago this month", "1951-03", "1951-03")],
    );
    all(
        "A year ago last May he resigned.",
        &[("A year ago last May", "2019-05", "2019-05")],
    );
}

#[test]
fn a_length_from_a_day_on_is_no_day() {
    all(
        "She stays for two weeks from Monday.",
        &[
            ("two weeks", "P2W", ""),
            ("Monday", "2021-03-08", "2021-03-08"),
        ],
    );
    all(
        "She makes a three-day visit from Friday.",
        &[
            ("three-day", "P3D", ""),
            ("Friday", "2021-03-05", "2021-03-05"),
        ],
    );
}

/// One expression, told on a day, has this date.
#[track_caller]
fn dated(dct: &str, text: &str, words: &str, date: &str) {
    let found = found(dct, text);
    let own = found.iter().find(|(own, ..)| own == words);
    let own = own.map(|(.., date)| date.as_str());
    assert_eq!(own, Some(date), "{dct}: {text}: {found:?}");
}

#[test]
fn a_day_by_its_number_lies_where_the_tense_puts_it() {
    let told = |text: &str, day: &str| dated("1887-03-05", text, "the 26th", day);
    told(
        "The corvette anchored off Chemulpo on the 26th, and left.",
        "1887-02-26",
    );
    told("The corvette will sail on the 26th, I hear.", "1887-03-26");
    let soon = "His staff will call on the 2d, he writes.";
    dated("1887-03-28", soon, "the 2d", "1887-04-02");
    let long = "The ship foundered on the 31st, with all hands.";
    dated("1887-03-05", long, "the 31st", "1887-01-31");
}

#[test]
fn days_by_their_numbers_go_on_over_the_end_of_a_month() {
    let text = "The consul arrived on the 27th, and landed on the 3d, with his clerk.";
    dated("1887-03-05", text, "the 27th", "1887-02-27");
    dated("1887-03-05", text, "the 3d", "1887-03-03");
}

#[test]
fn a_feast_lies_where_the_tense_puts_it() {
    let told = |text: &str, words: &str, day: &str| dated("2022-07-01", text, words, day);
    told(
        "The two envoys dined on Thanksgiving.",
        "Thanksgiving",
        "2021-11-25",
    );
    told(
        "The envoys will dine on New Year's Day.",
        "New Year's Day",
        "2023-01-01",
    );
    told(
        "The border has been shut since Christmas.",
        "Christmas",
        "2021-12-25",
    );
    told("They have until Easter to reply.", "Easter", "2023-04-09");
}

#[test]
fn this_winter_is_the_one_at_hand() {
    let told = |dct: &str, text: &str, words: &str, date: &str| dated(dct, text, words, date);
    let will = "The minister will ski this winter.";
    told("2021-12-04", will, "this winter", "2021-24");
    told("2021-11-04", will, "this winter", "2021-24");
    told("2022-01-04", will, "this winter", "2021-24");
    let was = "The harbour was frozen this winter.";
    told("2022-03-20", was, "this winter", "2021-24");
    told("2021-12-04", was, "this winter", "2021-24");
    let next = "They return next winter.";
    told("2021-12-04", next, "next winter", "2022-24");
    told("2021-10-04", next, "next winter", "2021-24");
    told("2022-01-04", next, "next winter", "2022-24");
}

#[test]
fn a_range_of_days_of_the_week_runs_forward() {
    let range = |dct: &str, text: &str, words: &str, date: &str| dated(dct, text, words, date);
    let ahead = "The premier will tour the region from Monday to Friday.";
    range("2021-03-10", ahead, "Monday", "2021-03-15/2021-03-19");
    range("2021-03-13", ahead, "Monday", "2021-03-15/2021-03-19");
    let now = "The drill, which runs from Tuesday to Saturday, is small.";
    range("2021-03-10", now, "Tuesday", "2021-03-09/2021-03-13");
    let through = "He will be in Oslo Thursday through Saturday.";
    range("2021-03-10", through, "Thursday", "2021-03-11/2021-03-13");
    let today = "The fair is open from today to Sunday.";
    range("2021-03-10", today, "today", "2021-03-10/2021-03-14");
    let moved = "The vote was moved from Friday to Tuesday.";
    range("2021-03-10", moved, "Friday", "2021-03-05");
}

#[test]
fn a_range_of_months_runs_forward() {
    let past = "Exports fell from November to February.";
    dated("2021-12-10", past, "November", "2020-11/2021-02");
    let plan = "They will patrol from March to May.";
    dated("2021-04-12", plan, "March", "2021-03/2021-05");
    let known = "He was ambassador from March 2014 to June.";
    dated("2021-04-12", known, "March 2014", "2014-03/2014-06");
    let over = "He was ambassador from October 2014 to June.";
    dated("2021-04-12", over, "October 2014", "2014-10/2015-06");
}

#[test]
fn two_thousand_of_something_is_no_year() {
    all("The envoys spoke in two thousand villages.", &[]);
    all("It was read in two thousand separate halls.", &[]);
    all("He served in two thousand and six towns.", &[]);
    all(
        "He came in two thousand, and left.",
        &[("two thousand", "2000", "2000")],
    );
    all(
        "In two thousand and three the talks began.",
        &[("two thousand and three", "2003", "2003")],
    );
}
