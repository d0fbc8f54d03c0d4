//! The day of publication is read from whatever line a publisher prints it in.

use std::path::PathBuf;

use linchpin::document::Origin;
use linchpin::load::load_text;

fn day(text: &str) -> String {
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let dct = documents[0].dct.as_ref();
    dct.map_or_else(|| "none".to_owned(), |dct| dct.date.to_string())
}

/// The day of a story that has the line below its title.
#[track_caller]
fn check(line: &str, expected: &str) {
    let story =
        "The two ministers spoke about trade and agreed to speak again before the end of the year.";
    let text = format!("Ministers speak about trade\n\n{line}\n\n{story}\n\n{story}\n");
    assert_eq!(day(&text), expected, "{line}");
}

#[test]
fn every_style_of_line_that_tells_the_day_is_read() {
    for line in [
        "2021.03.17 15:04",
        "2021. 3. 17.",
        "2021-03-17 (Wed) 15:04",
        "2021년 3월 17일(수)",
        "令和3年3月17日",
        "2021-03-17T15:04:00+09:00",
        "Updated : 2021-03-17 15:04",
        "Published : Mar 17, 2021 - 15:04",
        "Published March 17th, 2021 at 15:04 IST",
        "Released on March 17, 2021",
        "Posted by Ann Writer on March 17, 2021",
        "Posted 3:04 PM ET, Wed March 17, 2021",
        "Issued at 14:30 KST, 17 March 2021",
        "For Immediate Release: March 17, 2021",
        "FOR IMMEDIATE RELEASE No. 123-21 March 17, 2021",
        "Press Release No. 2021/123 (17 March 2021)",
        "SC/14465 17 MARCH 2021",
        "All Headlines 15:04 March 17, 2021",
        "By Ann Writer | Mar 17, 2021 | Politics",
        "Politics · 17 March 2021",
        "Mar 17, 2021 3:04PM EDT",
        "Wednesday 17 March 2021 | 15:04 GMT",
        "Compiled by the staff. Posted: March 17, 2021",
        "Date 2021-03-17 14:05:11",
        "Date: Wed, 17 Mar 2021 15:04:00 +0900",
        "As of March 17, 2021",
        "17-Mar-2021",
        "17-Mar-2021 07:38 AM EDT (17-Mar-2021 1138 UTC)",
        "Wed, 03/17/2021 - 14:11",
        "P 170210Z MAR 21",
        "17.03.2021",
        "SEOUL, March 17, 2021 (Agency) -- The ministers spoke.",
        "Seoul, March 17, 2021, 5 p.m.",
        "WASHINGTON, March 17, 2021 /Newswire/ -- The ministers spoke.",
        "Remarks by the Minister, March 17, 2021",
        "입력 2021.03.17 15:04 | 수정 2021.03.18 16:00",
    ] {
        check(line, "2021-03-17");
    }
}

#[test]
fn what_was_done_to_a_page_afterwards_dates_it_only_where_nothing_else_does() {
    check("Last modified: June 3, 2024", "2024-06-03");
    check("Last modified: June 3, 2024\nMarch 17, 2021", "2021-03-17");
    check(
        "SEOUL, March 17, 2021 (Agency) -- They spoke.\nUpdated: March 20, 2021",
        "2021-03-17",
    );
    check(
        "Posted : 2021-03-17 17:02\nUpdated : 2021-03-18 09:44",
        "2021-03-17",
    );
}

#[test]
fn a_date_in_a_list_or_a_sentence_is_no_day_of_publication() {
    for line in [
        "© 2024 A Newspaper. All rights reserved.",
        "Retrieved by many readers after the talks of March 17, 2021 had ended in the capital",
        "1. July 27, 1953",
        "May 5, 2003: Ministers speak",
        "The ministers had spoken on March 17, 2021.",
        "JULY-DECEMBER 2006",
    ] {
        check(line, "none");
    }
    let list = "Chronology of the talks\n\nMay 5, 2003\nFirst round\nJune 6, 2003\nSecond round\nJuly 7, 2003\nThird round\n";
    assert_eq!(day(list), "none");
}

#[test]
fn the_name_of_a_file_tells_the_day_unless_it_is_the_name_of_a_content() {
    let day = |name: &str| {
        let origin = Origin::File(PathBuf::from(name).into(), None);
        let documents = load_text("They spoke about trade and agreed to speak again.", &origin);
        let dct = documents[0].dct.as_ref();
        dct.map_or_else(|| "none".to_owned(), |dct| dct.date.to_string())
    };
    for name in [
        "2021-03-10_tokyo.txt",
        "minutes 20210310.md",
        "yna20210310en.txt",
        "release20210310a.html",
    ] {
        assert_eq!(day(name), "2021-03-10", "{name}");
    }
    for name in ["202103101504.txt", "9c20210310e4b7aa51.txt"] {
        assert_eq!(day(name), "none", "{name}");
    }
}

#[test]
fn telegrams_of_the_decimal_files_tell_their_day_by_their_number() {
    check("894.00/4–1152: Telegram", "1952-04-11");
    check("611.95B/12-354", "1954-12-03");
    // A dateline says more.
    let text = "795.00/5–1253: Telegram\n\nThe Ambassador to the Department\n\nSeoul, May 13, 1953, 4 p.m.\n\nThe \
                minister called on me and spoke about rice.\n";
    assert_eq!(day(text), "1953-05-13");
}

#[test]
fn an_issue_of_two_months_is_dated_by_both() {
    check("March/April 2021", "2021-03/2021-04");
    // What somebody said on a day that a page shows in its frame is not its day.
    let text = "\"Never again.\"\n– A. Witness\nJune 6, 2016\nTalks resume\n\nMarch/April 2001\n\nThe two sides spoke about \
                trade in Geneva and agreed to speak again.\n";
    assert_eq!(day(text), "2001-03/2001-04");
}

#[test]
fn the_days_of_the_first_item_of_a_chronology_are_no_dateline() {
    let text = "Chronology of talks\n\nFeb. 27-March 1, 1995 -- The two sides speak about trade in Geneva.\n\nMay 3-5, 1996 -- \
                They speak again.\n\nDec. 1, 1997 -- They sign.\n";
    assert_eq!(day(text), "none");
}

#[test]
fn an_archive_puts_several_fields_into_its_first_line() {
    let header = "Daily Herald Copyright (c) 1996, Some Company DATE: TUESDAY, March 16, 1993 TAG: 9303170012 SECTION: WORLD PAGE: A-3 \
                  SOURCE: From wire reports and own correspondents";
    let story =
        "The two ministers spoke about trade and agreed to speak again before the end of the year.";
    assert_eq!(day(&format!("{header}\n{story}\n{story}\n")), "1993-03-16");
    assert_eq!(
        day(&format!(
            "The UPDATE: March 16, 1993 was quoted by them, and they said that it was wrong.\n{story}\n"
        )),
        "none"
    );
}

#[test]
fn nothing_is_written_before_the_day_printed_above_it() {
    let story = "The two ministers spoke about trade and about fish, and agreed at the end of their long day that they would speak \
                 again before the end of the year, if not sooner.";
    let page = |meta: &str| {
        day(&format!(
            "date {meta} Some Ministry\nHome\nNews\nMinisters speak about trade\nMarch 17, 2021 PRINT | SHARE\n{story}\n"
        ))
    };
    assert_eq!(page("2015-04-10"), "2021-03-17");
    assert_eq!(page("2021-03-18"), "2021-03-18");
}

#[test]
fn a_dateline_may_stand_below_menus() {
    let page = |menu: &str| {
        let menu = format!("{menu}\n").repeat(40);
        day(&format!(
            "{menu}WASHINGTON, July 5, 2005 — The minister will visit four countries and speak about trade there.\n\nThe visit was \
             announced in a short note that said little else.\n"
        ))
    };
    assert_eq!(page("Hotels and Bars"), "2005-07-05");
    // Among paragraphs it is that of another story.
    assert_eq!(
        page("The two ministers spoke about trade and about fish."),
        "none"
    );
}
