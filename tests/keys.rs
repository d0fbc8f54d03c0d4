//! What keys do: a script of keys, and what is on the screen then.

mod common;

use common::{drive, keys, large_library, library, press};
use linchpin::app::found::Context;
use linchpin::app::keypress::KeyPress;
use linchpin::app::{Message, Model, update};
use linchpin::ui::Theme;
use proptest::prelude::*;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn opens_on_the_last_event_that_has_begun() {
    assert!(press(SIZE, "").selected().starts_with("윤석열"));
}

#[test]
fn rows_pages_and_ends() {
    assert_eq!(press(SIZE, "gg").selected(), "Working-level talks");
    assert_eq!(
        press(SIZE, "ggj").selected(),
        "Leaders meet at the border village"
    );
    assert_eq!(
        press(SIZE, "ggjjk").selected(),
        "Leaders meet at the border village"
    );
    assert_eq!(press(SIZE, "G").selected(), "Trilateral exercise");
    assert_eq!(press(SIZE, "gg<pgdn>").selected(), "Trilateral exercise");
    assert_eq!(
        press(SIZE, "ㅎㅎㅓ").selected(),
        "Leaders meet at the border village"
    );
}

#[test]
fn years_and_bursts() {
    assert_eq!(press(SIZE, "gg]").selected(), "Four leaders speak by video");
    assert_eq!(
        press(SIZE, "gg]]").selected(),
        "Biden and Yoon meet in Seoul"
    );
    assert_eq!(
        press(SIZE, "gg]j[").selected(),
        "Four leaders speak by video"
    );
    assert_eq!(press(SIZE, "gg][").selected(), "Working-level talks");
    assert_eq!(
        press(SIZE, "gg}}").selected(),
        "Four leaders speak by video"
    );
    assert_eq!(
        press(SIZE, "gg}}jj{").selected(),
        "Four leaders speak by video"
    );
}

#[test]
fn a_typed_date_is_followed_and_can_be_taken_back() {
    assert_eq!(press(SIZE, "2021-03-17").selected(), "US–ROK 2+2");
    assert_eq!(
        press(SIZE, "@may 2023<enter>").selected(),
        "The three leaders meet in Hiroshima"
    );
    assert_eq!(press(SIZE, "gg2023<esc>").selected(), "Working-level talks");
    press(SIZE, "@xyzzy<enter>").shows("is no date");
}

#[test]
fn a_search_follows_each_key_and_clearing_it_keeps_the_event() {
    let seen = press(SIZE, "/camp");
    assert_eq!(seen.selected(), "Trilateral summit at Camp David");
    seen.shows("1 hit").hides("Hiroshima");
    let cleared = press(SIZE, "/camp<enter><esc>");
    assert_eq!(cleared.selected(), "Trilateral summit at Camp David");
    cleared.shows("Hiroshima").shows("10 of 12");
}

#[test]
fn a_search_without_hits_keeps_the_place() {
    let stood = press((100, 30), "2021<enter>").selected().to_owned();
    let cleared = press((100, 30), "2021<enter>/zzzqqq<enter><esc>");
    assert_eq!(cleared.selected(), stood);
    let erased = press((100, 30), "2021<enter>/zzzqqq<ctrl-u>");
    assert_eq!(erased.selected(), stood);
}

#[test]
fn another_search_shows_only_what_it_found() {
    let marked = press((100, 30), "/seoul<enter>cc");
    assert_eq!(marked.model.search.context, Context::Mark);
    let narrower = press((100, 30), "/seoul<enter>cc/<right> 2021");
    assert_eq!(narrower.model.search.context, Context::Mark);
    let other = press((100, 30), "/seoul<enter>cc/tokyo<enter>");
    assert_eq!(other.model.search.context, Context::Only);
}

#[test]
fn escape_never_loses_what_was_typed() {
    press(SIZE, "/camp<esc>").shows("/ camp").shows("1 of 1");
    press(SIZE, "/camp<esc><esc>/<up>").shows("/ camp");
}

#[test]
fn typing_over_an_old_search_replaces_it() {
    press(SIZE, "/camp<enter>/seoul").shows("/ seoul");
    press(SIZE, "/camp<enter>/<right> david").shows("/ camp david");
}

#[test]
fn the_context_cycles_around_the_event() {
    let only = press(SIZE, "/camp<enter>");
    only.shows("only found");
    let around = press(SIZE, "/camp<enter>c>>>");
    around.shows("± 180 days").shows("Hiroshima");
    assert_eq!(around.selected(), "Trilateral summit at Camp David");
    let all = press(SIZE, "/camp<enter>cc");
    all.shows("found ones bright").shows("10 of 12");
    assert_eq!(press(SIZE, "/camp<enter>ccc").model.timeline.shown.len(), 1);
}

#[test]
fn next_hit_passes_over_what_was_not_found() {
    let seen = press(SIZE, "/seoul<enter>ccN");
    assert_eq!(seen.selected(), "US–ROK 2+2");
    press(SIZE, "/seoul<enter>ccNN").shows("no earlier event was found");
}

#[test]
fn the_detail_tells_office_and_sources() {
    let seen = press(SIZE, "@2021-03-16<enter>");
    seen.shows("Antony Blinken")
        .shows("Secretary of State")
        .shows("Sources");
    press(SIZE, "gg").shows("unsourced");
    press(SIZE, "G").shows("planned");
}

#[test]
fn enter_opens_the_detail_and_q_comes_back() {
    let open = press(SIZE, "<enter>");
    assert!(open.model.detail.full && open.model.panes.list.frame.is_empty());
    assert!(!press(SIZE, "<enter>q").model.detail.full);
    assert!(!press(SIZE, "<enter>h").model.detail.full);
}

#[test]
fn a_nothing_says_so() {
    press(SIZE, "/zzzzqq")
        .shows("Nothing was found")
        .shows("0 hits");
}

#[test]
fn the_help_can_be_searched() {
    let seen = press(SIZE, "?/burst");
    seen.shows("Go to the next burst").hides("half a page");
}

#[test]
fn the_load_report_opens_and_closes() {
    press(SIZE, "L").shows("this is the built-in record");
    press(SIZE, "Lq").hides("this is the built-in record");
}

#[test]
fn old_answers_are_dropped() {
    let mut model = Model::new(
        library(),
        linchpin::app::keymap::Keymap::built_in(),
        common::TODAY.parse().unwrap(),
    );
    for message in keys("/ca") {
        update(&mut model, message);
    }
    let old = linchpin::app::found::Found {
        generation: 1,
        ..Default::default()
    };
    update(&mut model, Message::Found(old.into()));
    assert!(model.search.found.is_none());
}

#[test]
fn hostile_text_reaches_the_screen_as_marks() {
    let paste = Message::Paste("a\u{1b}[31m\u{202e}b\u{7}".to_owned());
    let seen = drive(SIZE, library(), vec![paste], &Theme::default());
    seen.shows("a\u{FFFD}[31m\u{FFFD}b\u{FFFD}");
}

/// Keys that a random walk presses.
const WALK: [&str; 61] = [
    "j",
    "k",
    "g",
    "G",
    "n",
    "N",
    "c",
    "T",
    "v",
    "/",
    "@",
    "?",
    "L",
    "q",
    "h",
    "l",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "J",
    "K",
    "a",
    "e",
    "o",
    "1",
    "2",
    "0",
    "-",
    "+",
    "z",
    "(",
    ")",
    "m",
    "space",
    "enter",
    "esc",
    "tab",
    "shift-tab",
    "pgup",
    "pgdn",
    "home",
    "end",
    "up",
    "down",
    "left",
    "right",
    "backspace",
    "delete",
    "ctrl-d",
    "ctrl-u",
    "ctrl-w",
    "ctrl-k",
    "ctrl-l",
    "f1",
    "b",
    "한",
    "é",
    "ㅓ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_keys_at_random_sizes_keep_the_cursor_in_view(
        steps in proptest::collection::vec((0..WALK.len() + 6, 0..240u16, 0..80u16), 1..150),
        events in 0..40usize,
    ) {
        let library = large_library(events);
        let mut model = Model::new(library, linchpin::app::keymap::Keymap::built_in(), common::TODAY.parse().unwrap());
        let finder = linchpin::terminal::Finder::new(&model.library, model.today);
        for (step, width, height) in steps {
            let message = match WALK.get(step) {
                Some(key) => Message::Key(key.parse::<KeyPress>().unwrap()),
                None => Message::Resize(width, height),
            };
            for effect in update(&mut model, message) {
                if let linchpin::app::Effect::Search { generation, query } = effect {
                    update(&mut model, Message::Found(finder.find(generation, &query).into()));
                }
            }
            let rows = model.timeline.rows(&model.library, model.panes.list.rows.height.into());
            let in_view = rows.iter().any(|row| model.timeline.is_on(*row));
            prop_assert!(in_view || model.panes.list.rows.height == 0 || model.timeline.shown.is_empty());
        }
    }
}

#[test]
fn views_are_a_digit_away_and_two_digits_are_a_date() {
    press(SIZE, "2")
        .shows("Officials")
        .shows("Joe Biden")
        .shows("Offices");
    press(SIZE, "3").shows("Camp David").shows("Who");
    press(SIZE, "4").shows("No document was opened");
    press(SIZE, "5")
        .shows("Meetings against tests")
        .shows("2024");
    press(SIZE, "2q").shows("11 of 12");
    // Digits that are views are views, also one after the other.
    assert_eq!(press(SIZE, "34").text(), press(SIZE, "4").text());
    assert_eq!(press(SIZE, "12345123").text(), press(SIZE, "3").text());
    assert_eq!(press(SIZE, "1217 mar 2021").selected(), "US–ROK 2+2");
    press(SIZE, "12 mar 2021").shows("@ 12 mar 2021");
    press(SIZE, "231 ").shows("@ 31");
    press(SIZE, "34 ").hides("@ ");
    assert_eq!(
        press(SIZE, "2023").selected(),
        "The three leaders meet in Hiroshima"
    );
    assert_eq!(press(SIZE, "5k2021-03-17").selected(), "US–ROK 2+2");
}

#[test]
fn a_directory_is_narrowed_and_lists_events() {
    let seen = press(SIZE, "2/yoon<enter>");
    seen.shows("1 of 1").shows("Yoon Suk Yeol");
    let listed = press(SIZE, "2/yoon<enter><enter>");
    listed
        .shows("/ who:\"Yoon Suk Yeol\"")
        .shows("only found")
        .shows("4 hits");
    press(SIZE, "3/hiro<enter><enter>")
        .shows("The three leaders meet in Hiroshima")
        .shows("1 hit");
}

#[test]
fn facets_count_and_add_to_the_search() {
    press(SIZE, "f")
        .shows("Among those listed")
        .shows("Kind")
        .shows("summit");
    let seen = press(SIZE, "/biden<enter>fj<enter>");
    assert!(
        seen.model.search.line.text().starts_with("biden "),
        "{}",
        seen.text()
    );
}

#[test]
fn the_palette_carries_out_what_is_chosen() {
    let seen = press(SIZE, "gg:last row<enter>");
    assert_eq!(seen.selected(), "Trilateral exercise");
    press(SIZE, ":")
        .shows("Actions")
        .shows("Go to the next row");
}

#[test]
fn a_brief_tells_marked_events_or_those_found() {
    press(SIZE, "/yoon<enter>B")
        .shows("Brief · 4 events")
        .shows("As of")
        .shows("[^4]");
    press(SIZE, "ggjmB")
        .shows("Brief · 1 event ·")
        .shows("border village");
    press(SIZE, "/yoon<enter>B<tab>").shows("html");
}

#[test]
fn marks_and_notes_are_shown_and_taken_back() {
    press(SIZE, "m").shows("♦ marked");
    press(SIZE, "Mask her<enter>").shows("✎ ask her");
    press(SIZE, "tkey<enter>").shows("#key");
    press(SIZE, "mu").hides("♦ marked").shows("taken back");
    press(SIZE, "mu<ctrl-r>").shows("♦ marked");
    press(SIZE, "m/is:marked").shows("1 hit");
}

#[test]
fn the_event_before_with_the_same_people_is_two_keys_away() {
    let seen = press(SIZE, "/camp<enter>[p");
    assert_eq!(seen.selected(), "The three leaders meet in Hiroshima");
    assert_eq!(
        press(SIZE, "/camp<enter>[p]p").selected(),
        "Trilateral summit at Camp David"
    );
    press(SIZE, "gg[p").shows("there is no earlier event");
}

#[test]
fn why_and_sources_open_over_the_body() {
    press(SIZE, "/camp<enter>w")
        .shows("Why?")
        .shows("a row of the record");
    press(SIZE, "/camp<enter>s")
        .shows("Sources side by side")
        .shows("no source says otherwise");
}

#[test]
fn about_tells_whose_terms_hold() {
    press(SIZE, "A")
        .shows("GeoNames")
        .shows("Attribution")
        .shows("United Nations");
    press(SIZE, "A<esc>").shows("enter open");
}
