//! Days and parts of months by their place, their rank, or what stands behind them.

use super::{all, dated};

/// All that is told on 10 March 2021, a Wednesday, as words and date.
#[track_caller]
fn told(text: &str, words: &str, date: &str) {
    dated("2021-03-10", text, words, date);
}

#[test]
fn what_will_be_done_lies_ahead() {
    told(
        "The office said a hearing would be held Friday.",
        "Friday",
        "2021-03-12",
    );
    told(
        "The list will be published on Saturday.",
        "Saturday",
        "2021-03-13",
    );
    told("The list was published Saturday.", "Saturday", "2021-03-06");
}

#[test]
fn weeks_and_halves_of_a_month_are_about_so_many_days_of_it() {
    told(
        "They talk in the second week of April.",
        "the second week of April",
        "2021-04-08~/2021-04-14~",
    );
    told(
        "They left in the last week of February.",
        "the last week of February",
        "2021-02-22~/2021-02-28~",
    );
    told(
        "It rained in the first half of last month.",
        "the first half of last month",
        "2021-02-01~/2021-02-14~",
    );
    told(
        "It snowed in the last two weeks of January.",
        "the last two weeks of January",
        "2021-01-16~/2021-01-31~",
    );
    told(
        "It snowed in the last few days of 2019.",
        "the last few days of 2019",
        "2019-12~",
    );
}

#[test]
fn a_day_is_known_by_its_place_in_a_month_or_year() {
    told(
        "The lease ends on the last day of this month.",
        "the last day of this month",
        "2021-03-31",
    );
    told(
        "They vote on the first Tuesday of May 2022.",
        "the first Tuesday of May 2022",
        "2022-05-03",
    );
    told(
        "They voted on the last Friday in January.",
        "the last Friday in January",
        "2021-01-29",
    );
    told(
        "He left on the final day of 2018.",
        "the final day of 2018",
        "2018-12-31",
    );
    all("It was the last day of the talks.", &[]);
    all("They met on the second day of the visit.", &[]);
}

#[test]
fn last_and_next_may_stand_behind_their_day_or_month() {
    let told = |text: &str, words: &str, date: &str| dated("1886-03-05", text, words, date);
    told(
        "On Tuesday last the Queen received us.",
        "Tuesday last",
        "1886-03-02",
    );
    told(
        "The mail goes on Monday next, I hear.",
        "Monday next",
        "1886-03-08",
    );
    told("In May last the treaty was sealed.", "May last", "1885-05");
    told(
        "He sailed on June 20 last, alone.",
        "June 20 last",
        "1885-06-20",
    );
    told(
        "On Monday last-minute talks failed.",
        "Monday",
        "1886-03-01",
    );
}

#[test]
fn a_day_and_week_is_a_week_on() {
    let told = |text: &str, words: &str, date: &str| dated("1953-03-05", text, words, date);
    told(
        "The House rises on Tuesday week.",
        "Tuesday week",
        "1953-03-17",
    );
    told(
        "He spoke here yesterday week.",
        "yesterday week",
        "1953-02-25",
    );
}

#[test]
fn old_spellings_of_today_are_read() {
    let told = |text: &str, words: &str, date: &str| dated("1886-03-05", text, words, date);
    told("I called there to-day.", "to-day", "1886-03-05");
    told("To-morrow I shall call there.", "To-morrow", "1886-03-06");
    told("He dines here to-night.", "to-night", "1886-03-05");
    all("A face-to-face talk, day-to-day work, to-dayish.", &[]);
}

#[test]
fn an_amount_before_or_in_its_time_is_counted() {
    let text = "On February 20, 2019, he signed; he had refused two days before.";
    told(text, "two days before", "2019-02-18");
    told(
        "A reply is due in three days' time.",
        "three days' time",
        "2021-03-13",
    );
    told(
        "They sail in a week’s time.",
        "a week’s time",
        "2021-03-15/2021-03-21",
    );
}

#[test]
fn days_by_their_numbers_make_ranges() {
    told(
        "She will stay from the 27th to the 2nd, at most.",
        "the 27th",
        "2021-03-27/2021-04-02",
    );
    told(
        "She will stay from March 27th to the 29th, at most.",
        "March 27th to the 29th",
        "2021-03-27/2021-03-29",
    );
    told("It rained in the mid-70s.", "the mid-70s", "1974~/1976~");
    told(
        "They met on March 9,2021 in the rain.",
        "March 9,2021",
        "2021-03-09",
    );
    told(
        "They will convene the week of the 22nd.",
        "the week of the 22nd",
        "2021-03-22/2021-03-28",
    );
    told(
        "They rowed on 5/6 February.",
        "5/6 February",
        "2021-02-05/2021-02-06",
    );
    told(
        "Of the week ended March 5 he knew nothing.",
        "the week ended March 5",
        "2021-03-01/2021-03-07",
    );
}

#[test]
fn a_year_of_an_era_may_be_told_by_rank() {
    told(
        "A law of the 22nd year of Meiji.",
        "the 22nd year of Meiji",
        "1889",
    );
    told(
        "A law of the third year of Reiwa.",
        "the third year of Reiwa",
        "2021",
    );
}

#[test]
fn treaties_are_dated_in_words() {
    told(
        "Done at Seoul, this twenty-first day of May of the year one thousand nine hundred and fifty-four.",
        "twenty-first day of May of the year one thousand nine hundred and fifty-four",
        "1954-05-21",
    );
    told(
        "Signed on the third day of April, nineteen hundred and eight.",
        "third day of April, nineteen hundred and eight",
        "1908-04-03",
    );
    told(
        "Done at Tokyo this twenty-second day of June, 1971.",
        "twenty-second day of June, 1971",
        "1971-06-22",
    );
    all("A fleet of nineteen hundred and eight ships.", &[]);
}

#[test]
fn a_despatch_by_its_number_is_of_the_day_behind_it() {
    dated(
        "1894-06-20",
        "I refer to my No. 17 of April 26, in cipher.",
        "April 26",
        "1894-04-26",
    );
}

#[test]
fn telegrams_tell_day_and_month_in_one_group() {
    told(
        "R 040715Z FEB 76 from Seoul.",
        "040715Z FEB 76",
        "1976-02-04",
    );
    told(
        "Their 311200Z Oct 2008 says no.",
        "311200Z Oct 2008",
        "2008-10-31",
    );
}

#[test]
fn decades_may_be_spelled() {
    told("Trade grew in the seventies.", "the seventies", "197X");
    told(
        "A house of the eighteen-eighties.",
        "the eighteen-eighties",
        "188X",
    );
    told(
        "A song of the late sixties.",
        "the late sixties",
        "1967~/1969~",
    );
    all("He is in his sixties.", &[]);
}

#[test]
fn what_followed_an_untold_day_is_left_open() {
    all(
        "The next day he was gone.",
        &[("The next day", "XXXX-XX-XX", "")],
    );
    all(
        "Thirty years later the file was opened.",
        &[("Thirty years later", "XXXX", "")],
    );
    told(
        "They will decide the next day.",
        "the next day",
        "2021-03-11",
    );
    all("The next day but one he left.", &[]);
}

#[test]
fn a_day_by_its_number_keeps_its_month_and_its_clock() {
    told(
        "He called on the 19th last month to ask.",
        "the 19th last month",
        "2021-02-19",
    );
    told(
        "They talked on the 8th (Seoul time) by video.",
        "the 8th (Seoul time)",
        "2021-03-08",
    );
    told(
        "They announced on the 4th that it was over.",
        "the 4th",
        "2021-03-04",
    );
}
