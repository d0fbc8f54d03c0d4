//! Laws of text, and the characters that must never reach a terminal.

use proptest::prelude::*;

use super::*;

#[test]
fn controls_and_overrides_become_visible_marks() {
    assert_eq!(clean("a\u{1b}[31mred"), "a\u{FFFD}[31mred");
    assert_eq!(clean("x\u{202e}txt.exe"), "x\u{FFFD}txt.exe");
    assert_eq!(clean("pay\u{200b}load"), "pay\u{FFFD}load");
    assert_eq!(clean("tag\u{E0041}"), "tag\u{FFFD}");
    assert_eq!(clean("one\r\ntwo\rthree\ttab"), "one\ntwo\nthree\ttab");
    assert_eq!(clean("\u{FEFF}begin"), "begin");
}

#[test]
fn natural_scripts_and_emoji_stay() {
    for text in [
        "שלום",
        "السلام",
        "윤석열 大統領",
        "👨‍👩‍👧 family",
        "❤️ red",
        "한미 정상회담",
    ] {
        assert_eq!(clean(text), text);
    }
}

#[test]
fn nothing_hides_between_digits() {
    assert_eq!(clean("20\u{200d}21"), "20\u{FFFD}21");
    assert_eq!(clean("2\u{FE0F}021"), "2021");
    assert_eq!(clean("1\u{FE0F}\u{20E3}"), "1\u{FE0F}\u{20E3}");
}

#[test]
fn decomposed_hangul_and_half_width_kana_are_composed() {
    assert_eq!(clean("\u{1112}\u{1161}\u{11AB}"), "한");
    assert_eq!(clean("ｶﾞﾊﾟ"), "ガパ");
}

#[test]
fn one_cell_cannot_hold_a_hundred_marks() {
    let heap = format!("a{}", "\u{0301}\u{0316}".repeat(100));
    assert!(clean(&heap).chars().count() <= 6);
}

#[test]
fn one_cluster_cannot_be_wider_than_a_screen() {
    use unicode_segmentation::UnicodeSegmentation;
    let woman = "\u{1F469}\u{200D}";
    for endless in [
        "\u{1100}".repeat(500),
        "\u{1161}\u{11A8}".repeat(500),
        "\u{915}\u{94D}".repeat(500),
        format!("\u{915}{}", "\u{93E}".repeat(500)),
        format!("{}\u{1F469}", woman.repeat(500)),
        format!("\u{1F44D}{}", "\u{1F3FD}".repeat(500)),
    ] {
        let once = clean(&endless);
        let widest = once.graphemes(true).map(cells).max();
        assert!(widest <= Some(8), "{widest:?} cells of {endless:?}");
        assert!(once.graphemes(true).all(|cluster| cluster.len() <= 64));
        assert!(is_clean(&once), "{once:?}");
    }
    for natural in [
        "\u{1100}\u{1161}\u{11A8}x",
        "क्षत्रिय",
        "👩🏽‍❤️‍💋‍👨🏿",
        "ภาษาไทย",
        "தமிழ்",
    ] {
        assert!(!clean(natural).contains('\u{FFFD}'), "{natural}");
    }
}

#[test]
fn a_joiner_stays_only_where_it_joins() {
    // U+1F8A9 is no emoji yet, an arrow never was, and a colour of skin needs one that wears it.
    for apart in ["\u{1F8A9}", "\u{2320}", "\u{1F1F0}", "\u{1F3FD}"] {
        let (before, behind) = (format!("{apart}\u{200D}👩"), format!("👩\u{200D}{apart}"));
        assert_eq!(clean(&before), format!("{apart}\u{FFFD}👩"));
        assert_eq!(clean(&behind), format!("👩\u{FFFD}{apart}"));
    }
    for joined in ["👩🏽‍🌾", "🏳️‍🌈", "⛹🏿‍♀️", "👁️‍🗨️"] {
        assert_eq!(clean(joined), joined);
    }
}

#[test]
fn a_line_holds_no_line_feed() {
    assert_eq!(
        clean_line("  Blinken\n in\tSeoul \u{7}"),
        "Blinken in Seoul \u{FFFD}"
    );
}

#[test]
fn folding_joins_spellings() {
    assert_eq!(fold("Ōhira"), "ohira");
    assert_eq!(fold("ＳＥＯＵＬ"), "seoul");
    assert_eq!(fold("\u{1112}\u{1161}\u{11AB}"), "한");
    assert_eq!(fold("Konoe Fumimaro"), "konoe fumimaro");
}

#[test]
fn cutting_to_width_never_splits_a_grapheme() {
    assert_eq!(fit("윤석열", 5), "윤석…");
    assert_eq!(fit("윤석열", 4), "윤…");
    assert_eq!(fit("Seoul", 5), "Seoul");
    assert_eq!(fit("Seoul", 0), "");
    assert_eq!(cells("윤석열 x"), 8);
}

#[test]
fn lines_break_at_spaces_and_between_wide_characters() {
    let lines = |text: &'static str, width| -> Vec<&str> {
        wrap(text, width)
            .into_iter()
            .map(|span| span.of(text))
            .collect()
    };
    assert_eq!(lines("meets in Seoul", 8), ["meets in", "Seoul"]);
    assert_eq!(lines("한미일정상회담", 6), ["한미일", "정상회", "담"]);
    assert_eq!(lines("denuclearization", 6), ["denucl", "eariza", "tion"]);
    assert_eq!(
        lines("U.S.-Japan alliance", 8),
        ["U.S.-", "Japan", "alliance"]
    );
    assert_eq!(lines("one\n\ntwo", 8), ["one", "", "two"]);
    assert_eq!(lines("", 8), [""]);
}

proptest! {
    #[test]
    fn clean_text_that_is_cut_between_clusters_is_clean(
        text in "[a1 \n👩👧🌾\u{1F3FD}\u{1F8A9}\u{2320}❤\u{1F1F0}\u{1F1F7}\u{200D}\u{FE0F}\u{20E3}\u{301}\u{316}각\u{1161}\u{11A8}ｶﾞक\u{94D}]{0,24}"
    ) {
        use unicode_segmentation::UnicodeSegmentation;
        let cleaned = clean(&text);
        prop_assert!(is_clean(&cleaned), "{cleaned:?}");
        for (at, _) in cleaned.grapheme_indices(true) {
            let (kept, rest) = cleaned.split_at(at);
            prop_assert!(is_clean(kept) && is_clean(rest), "{kept:?} {rest:?}");
        }
    }

    #[test]
    fn cleaned_text_holds_nothing_that_drives_a_terminal(text in any::<String>()) {
        let cleaned = clean(&text);
        prop_assert!(cleaned.chars().all(|c| !c.is_control() || c == '\n' || c == '\t'));
        let bidi = |c: char| matches!(c as u32, 0x61C | 0x200E..=0x200F | 0x202A..=0x202E | 0x2066..=0x2069);
        prop_assert!(!cleaned.chars().any(bidi));
    }

    #[test]
    fn plain_text_is_measured_as_its_graphemes_are(text in "[ -~]{0,40}", most in 0..50usize) {
        // A wide character at the end takes the way of graphemes.
        let wide = format!("{text}한");
        prop_assert_eq!(cells(&wide), cells(&text) + 2);
        let most = most.min(cells(&text));
        prop_assert_eq!(take_cells(&text, most), take_cells(&wide, most));
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
        let once = clean(&text).into_owned();
        prop_assert_eq!(clean(&once), once.as_str());
    }

    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.as_str());
    }

    #[test]
    fn lines_cover_the_text_and_fit(text in "[a-zA-Z \n한日é-]{0,80}", width in 2..40usize) {
        let lines = wrap(&text, width);
        let mut end = 0;
        for line in &lines {
            let gap = Span::new(end, line.start as usize).of(&text);
            prop_assert!(gap.chars().all(char::is_whitespace));
            prop_assert!(cells(line.of(&text)) <= width);
            end = line.end as usize;
        }
        prop_assert!(text.get(end..).is_some_and(|rest| rest.trim().is_empty()));
    }
}
