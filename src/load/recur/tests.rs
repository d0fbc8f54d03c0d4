//! Rules, and the days that they give.

use super::*;

#[track_caller]
fn check(first: &str, rule: &str, expected: &[&str]) {
    let rule = Rule::parse(rule).expect("a rule");
    let last = rule.until.map(|until| until.day);
    let (days, _) = rule.days(first.parse().expect("a day"), last, &mut 1_000_000);
    let days: Vec<String> = days
        .iter()
        .take(expected.len() + 1)
        .map(Date::to_string)
        .collect();
    assert_eq!(days, expected);
}

#[test]
fn days_weeks_months_and_years_are_expanded() {
    check(
        "2021-03-30",
        "FREQ=DAILY;COUNT=3;INTERVAL=2",
        &["2021-03-30", "2021-04-01", "2021-04-03"],
    );
    check(
        "2021-03-16",
        "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20210325T000000Z",
        &["2021-03-16", "2021-03-18", "2021-03-23", "2021-03-25"],
    );
    check(
        "2021-01-31",
        "FREQ=MONTHLY;COUNT=3",
        &["2021-01-31", "2021-03-31", "2021-05-31"],
    );
    check(
        "2021-01-29",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
        &["2021-01-29", "2021-02-26", "2021-03-26"],
    );
    check(
        "2021-01-29",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
        &["2021-01-29", "2021-02-26", "2021-03-31"],
    );
    check(
        "2020-02-29",
        "FREQ=YEARLY;COUNT=2",
        &["2020-02-29", "2024-02-29"],
    );
    check(
        "2021-11-25",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3",
        &["2021-11-25", "2022-11-24", "2023-11-23"],
    );
    check(
        "2021-01-15",
        "FREQ=MONTHLY;BYMONTHDAY=15,-1;COUNT=4",
        &["2021-01-15", "2021-01-31", "2021-02-15", "2021-02-28"],
    );
}

#[test]
fn the_week_begins_where_the_rule_says() {
    // The example of RFC 5545, 3.8.5.3.
    check(
        "1997-08-05",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        &["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
    );
    check(
        "1997-08-05",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        &["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
    );
}

#[test]
fn every_rule_ends() {
    let first = "2021-03-16".parse().expect("a day");
    let endless = Rule::parse("FREQ=DAILY")
        .expect("a rule")
        .days(first, None, &mut 1_000_000);
    assert_eq!((endless.0.len(), endless.1), (MOST_DAYS, true));
    let never = Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").expect("a rule");
    assert_eq!(
        never.days(first, None, &mut 1_000_000),
        (vec![first], false)
    );
}

#[test]
fn what_is_not_understood_is_named() {
    assert_eq!(
        Rule::parse("FREQ=HOURLY;COUNT=3"),
        Err("FREQ=HOURLY".to_owned())
    );
    assert_eq!(
        Rule::parse("FREQ=YEARLY;BYWEEKNO=20"),
        Err("BYWEEKNO=20".to_owned())
    );
    assert_eq!(
        Rule::parse("FREQ=DAILY;INTERVAL=0"),
        Err("INTERVAL=0".to_owned())
    );
    assert!(Rule::parse("COUNT=3").is_err());
}
