//! Laws of dates, and the forms of EDTF level 1 one by one.

use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, first: &str, last: &str, human: &str) {
    let edtf: Edtf = text.parse().expect(text);
    assert_eq!(edtf.to_string(), text, "prints as written");
    let range = edtf.range();
    assert_eq!(
        (range.first().to_string(), range.last().to_string()),
        (first.into(), last.into())
    );
    assert_eq!(edtf.human(), human);
}

#[test]
fn forms_of_level_1() {
    check("2021-03-16", "2021-03-16", "2021-03-16", "16 Mar 2021");
    check("2021-03", "2021-03-01", "2021-03-31", "Mar 2021");
    check("2021", "2021-01-01", "2021-12-31", "2021");
    check("2024-02", "2024-02-01", "2024-02-29", "Feb 2024");
    check("195X", "1950-01-01", "1959-12-31", "1950s");
    check("19XX", "1900-01-01", "1999-12-31", "1900s");
    check("1953-XX", "1953-01-01", "1953-12-31", "1953");
    check("1953-XX-XX", "1953-01-01", "1953-12-31", "1953");
    check("1953-07-XX", "1953-07-01", "1953-07-31", "Jul 1953");
    check("1953-21", "1953-03-01", "1953-05-31", "spring 1953");
    check("1953-24", "1953-12-01", "1954-02-28", "winter 1953");
    check("1953~", "1953-01-01", "1953-12-31", "about 1953");
    check("1953-07?", "1953-07-01", "1953-07-31", "perhaps Jul 1953");
    check(
        "1953-07-27%",
        "1953-07-27",
        "1953-07-27",
        "perhaps about 27 Jul 1953",
    );
    check(
        "2021-03-16/2021-03-17",
        "2021-03-16",
        "2021-03-17",
        "16–17 Mar 2021",
    );
    check(
        "2021-06-30/2021-07-02",
        "2021-06-30",
        "2021-07-02",
        "30 Jun – 2 Jul 2021",
    );
    check(
        "2021-12-30/2022-01-02",
        "2021-12-30",
        "2022-01-02",
        "30 Dec 2021 – 2 Jan 2022",
    );
    check(
        "2021-03-11~/2021-03-20~",
        "2021-03-11",
        "2021-03-20",
        "about 11–20 Mar 2021",
    );
    check("1965/..", "1965-01-01", "9999-12-31", "1965–");
    check("../1965", "0000-01-01", "1965-12-31", "–1965");
    check("1965/", "1965-01-01", "9999-12-31", "1965–?");
    check("-0044-03-15", "-0044-03-15", "-0044-03-15", "15 Mar -44");
    check("Y17000", "Y17000-01-01", "Y17000-12-31", "17000");
}

#[test]
fn errors_say_what_and_where() {
    let says = |text: &str| text.parse::<Edtf>().expect_err(text).to_string();
    let example = "is not a date; write one like 2021-03-16, 2021-03 or 2021";
    assert_eq!(
        says(""),
        "there is no date; write one like 2021-03-16, 2021-03 or 2021"
    );
    assert_eq!(
        says("yesterday"),
        format!("\"yesterday\" at byte 0 {example}")
    );
    assert_eq!(
        says("2021-3-16"),
        format!("\"2021-3-16\" at byte 0 {example}")
    );
    assert_eq!(says("2021/x"), format!("\"x\" at byte 5 {example}"));
    assert_eq!(says("../.."), format!("\"../..\" at byte 0 {example}"));
    assert_eq!(
        says("2021-13"),
        "month 13 at byte 0 is not between 01 and 12, nor a season 21 to 24"
    );
    assert_eq!(says("1953-02-30"), "1953-02 has no day 30 (at byte 0)");
    assert_eq!(
        says("2021-03-17/2021-03-16"),
        "the interval ends (2021-03-16) before it begins (2021-03-17)"
    );
    assert_eq!(
        says("Y999999999"),
        "year 999999999 at byte 0 is beyond what can be shown"
    );
}

#[test]
fn a_row_below_its_year_leaves_the_year_out() {
    let words = |text: &str| text.parse::<Edtf>().expect(text).human_within_year();
    assert_eq!(words("2021-03-16/2021-03-17"), "16–17 Mar");
    assert_eq!(words("2021-03"), "Mar");
    assert_eq!(words("2021-12-30/2022-01-02"), "30 Dec 2021 – 2 Jan 2022");
    let short = |text: &str| text.parse::<Edtf>().expect(text).human_within(12);
    assert_eq!(short("2021-03-16/2021-03-17"), "16–17 Mar");
    assert_eq!(short("2021-06-30/2021-07-02"), "30 Jun–2 Jul");
    assert_eq!(short("2021-12-30/2022-01-02"), "30 Dec–2 Jan");
    assert_eq!(short("2021-08/2021-09"), "Aug–Sep");
    assert_eq!(short("2021-03-16%"), "~16 Mar?");
    assert_eq!(short("2021-03-11~/2021-03-20~"), "~11–20 Mar");
    assert_eq!(short("2019-03/2021-03-16"), "2019–2021");
}

fn points() -> impl Strategy<Value = Point> {
    let precision = prop_oneof![
        (-800_000..3_000_000i32)
            .prop_map(|n| Precision::Day(Date::from_ordinal(n).unwrap_or(Date::MIN))),
        (-9999..9999i32, 1..=12u32).prop_map(|(y, m)| Precision::Month(y, m)),
        (-9999..9999i32, 1..=12u32).prop_map(|(y, m)| Precision::DayOfMonth(y, m)),
        (-9999..9999i32).prop_map(Precision::DayOfYear),
        (-9999..9999i32).prop_map(Precision::MonthOfYear),
        (-9999..9999i32).prop_map(|y| Precision::Season(y, Season::Winter)),
        (-200_000..200_000i32).prop_map(Precision::Year),
        (0..=999i32).prop_map(Precision::Decade),
        (0..=99i32).prop_map(Precision::Century),
    ];
    let qualifier = prop_oneof![
        Just(Qualifier::Certain),
        Just(Qualifier::Uncertain),
        Just(Qualifier::Approximate),
        Just(Qualifier::UncertainApproximate),
    ];
    (precision, qualifier).prop_map(|(precision, qualifier)| Point {
        precision,
        qualifier,
    })
}

fn dates() -> impl Strategy<Value = Edtf> {
    prop_oneof![
        points().prop_map(Edtf::Point),
        (points(), points()).prop_map(|(a, b)| {
            let forward = a.precision.range().first() <= b.precision.range().last();
            let (a, b) = if forward { (a, b) } else { (b, a) };
            Edtf::Interval(Bound::Point(a), Bound::Point(b))
        }),
        points().prop_map(|a| Edtf::Interval(Bound::Point(a), Bound::Open)),
        points().prop_map(|a| Edtf::Interval(Bound::Unknown, Bound::Point(a))),
    ]
}

proptest! {
    #[test]
    fn printing_and_reading_again_gives_the_same_date(date in dates()) {
        prop_assert_eq!(date.to_string().parse::<Edtf>(), Ok(date));
    }

    #[test]
    fn the_first_day_never_comes_after_the_last(date in dates()) {
        prop_assert!(date.range().first() <= date.range().last());
    }

    #[test]
    fn a_qualifier_never_narrows(point in points()) {
        let plain = Edtf::Point(Point::certain(point.precision));
        prop_assert!(Edtf::Point(point).range().covers(plain.range()));
    }

    #[test]
    fn any_text_is_read_or_refused_and_what_is_read_prints_back(text in "[-0-9X/.~?%Y]{0,24}") {
        if let Ok(date) = text.parse::<Edtf>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn words_never_panic(date in dates()) {
        prop_assert!(!date.human().is_empty());
        let _ = date.human_within_year();
    }

    #[test]
    fn ordinals_count_days(n in -800_000..3_000_000i32) {
        let date = Date::from_ordinal(n).expect("within the calendar");
        prop_assert_eq!(date.plus_days(1).ordinal(), n + 1);
        prop_assert_eq!(date.monday().weekday(), Weekday::Monday);
    }
}

#[test]
fn names_of_days_and_months_are_known_by_their_capital() {
    assert!(["March", "Mar", "Sept", "May"].into_iter().all(is_month));
    assert!(
        !["march", "MARCH", "Marc", "", "Ma"]
            .into_iter()
            .any(is_month)
    );
    assert_eq!(Weekday::named("Sunday"), Some(Weekday::Sunday));
    for none in ["sunday", "SUNDAY", "Sun", ""] {
        assert_eq!(Weekday::named(none), None);
    }
}

#[test]
fn the_last_of_its_like_in_a_month_is_the_fourth_or_the_fifth() {
    for month in 1..=12 {
        for day in Weekday::ALL {
            let nth = |nth| Date::nth_weekday(2024, month, day, nth);
            assert_eq!(nth(-1), nth(5).or_else(|| nth(4)), "{month} {day:?}");
            assert!(nth(1).is_some_and(|first| first.day() <= 7 && first.weekday() == day));
            assert_eq!((nth(0), nth(6)), (None, None));
        }
    }
}
