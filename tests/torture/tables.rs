//! JSON, JSON Lines, CSV and iCalendar that are deep, huge, cut off or of the wrong type.

use super::input::{Input, Want};

pub(crate) fn inputs() -> Vec<Input> {
    let mut all = json();
    all.extend(csv());
    all.extend(ics());
    all
}

const ROW: &str = "{\"date\":\"2021-03-03\",\"title\":\"harbour\"}";

fn json() -> Vec<Input> {
    let told: Vec<(&str, String)> = vec![
        ("deep-arrays", "[".repeat(50_000) + &"]".repeat(50_000)),
        (
            "deep-objects",
            "{\"a\":".repeat(30_000) + "1" + &"}".repeat(30_000),
        ),
        ("deep-open", "[".repeat(50_000)),
        ("trailing-comma", format!("[{ROW},]")),
        ("comment", format!("// no\n[{ROW}]")),
        ("single-quotes", "[{'date':'2021-03-03'}]".to_owned()),
        ("cut-string", "[{\"date\":\"2021-03-0".to_owned()),
        ("cut-escape", "[{\"title\":\"a\\".to_owned()),
        ("cut-unicode", "[{\"title\":\"\\ud83".to_owned()),
        ("bad-escape", "[{\"title\":\"\\q\"}]".to_owned()),
        ("not-a-number", "[{\"date\":NaN}]".to_owned()),
    ];
    let any: Vec<(&str, String)> = vec![
        ("numbers", "[1e999,-0,1E400,123456789012345678901234567890,0.1e-999]".to_owned()),
        ("twice", format!("{ROW}{ROW}")),
        ("scalar", "7".to_owned()),
        ("null", "null".to_owned()),
        ("string", "\"harbour\"".to_owned()),
        ("same-key", "[{\"date\":\"2021-03-03\",\"date\":\"1999-01-01\",\"title\":\"a\",\"title\":\"b\"}]".to_owned()),
        ("keys", format!("[{{{}\"date\":\"2021-03-03\"}}]", (0..10_000).map(|n| format!("\"k{n}\":{n},")).collect::<Vec<_>>().concat())),
        ("mixed", format!("[1,null,\"x\",[],{{}},{ROW}]")),
        ("types", "[{\"date\":{\"a\":1},\"title\":[1,2],\"participants\":\"x\",\"countries\":7,\"sources\":{}}]".to_owned()),
        ("proto", "[{\"__proto__\":{\"x\":1},\"constructor\":1,\"date\":\"2021-03-03\",\"title\":\"harbour\"}]".to_owned()),
        ("path-ids", "[{\"id\":\"../../etc/passwd\",\"date\":\"2021-03-03\",\"title\":\"harbour\"},{\"id\":\"/tmp/PWN7331\",\"date\":\"2021-03-04\",\"title\":\"b\"}]".to_owned()),
        ("same-ids", format!("[{}]", [ROW; 50].join(",").replace("{\"date\"", "{\"id\":\"x\",\"date\""))),
        ("dates", "[{\"date\":\"0000-00-00\"},{\"date\":\"9999-12-31\"},{\"date\":\"-9999999\"},{\"date\":99999999999999999999},{\"date\":\"2021-02-30\"},{\"date\":\"24:61\"}]".to_owned()),
        ("long-title", format!("[{{\"date\":\"2021-03-03\",\"title\":\"{}\"}}]", "x ".repeat(150_000))),
        ("lone-surrogate", "[{\"date\":\"2021-03-03\",\"title\":\"a\\ud800b\"}]".to_owned()),
    ];
    let mut all: Vec<Input> = told
        .into_iter()
        .map(|(name, text)| Input::new(format!("{name}.json"), text, Want::Told))
        .collect();
    all.extend(
        any.into_iter()
            .map(|(name, text)| Input::new(format!("{name}.json"), text, Want::Any)),
    );
    all.push(
        Input::new(
            "bad-middle.jsonl",
            format!("{ROW}\n{{broken\n{ROW}\n"),
            Want::Told,
        )
        .at_line(2),
    );
    all.push(
        Input::new(
            "deep-line.jsonl",
            format!("{ROW}\n{}\n{ROW}\n", "[".repeat(40_000)),
            Want::Told,
        )
        .at_line(2),
    );
    all.push(
        Input::new(
            "bad-often.jsonl",
            format!("{ROW}\n{{no\n").repeat(500),
            Want::Told,
        )
        .at_line(2),
    );
    all.push(Input::new(
        "blank-lines.jsonl",
        format!("\r\n\r\n{ROW}\r\n\r\n{ROW}"),
        Want::Read,
    ));
    all
}

fn csv() -> Vec<Input> {
    let head = "date,title,text\n2021-03-03,harbour,plain\n";
    let bodies: Vec<(&str, String)> = vec![
        (
            "quote-open",
            format!(
                "{head}2021-03-04,\"never closed,x\n{}",
                "2021-03-05,a,b\n".repeat(200)
            ),
        ),
        ("quotes", format!("{head}{}", "\"".repeat(50_000))),
        (
            "ragged",
            format!("{head}2021-03-04\n2021-03-05,a,b,c,d,e\n,,,,,,,\n"),
        ),
        (
            "wide",
            format!(
                "{}\n{}\n",
                "date,".repeat(3_000),
                "2021-03-03,".repeat(3_000)
            ),
        ),
        (
            "long-cell",
            format!("{head}2021-03-04,{},x\n", "y".repeat(300_000)),
        ),
        (
            "lines-in-cell",
            format!("{head}2021-03-04,\"{}\",x\n", "a\n".repeat(20_000)),
        ),
        ("commas", format!("{head}{}\n", ",".repeat(100_000))),
        ("cr-only", head.replace('\n', "\r")),
        ("semicolons", head.replace(',', ";")),
        ("tabs", head.replace(',', "\t")),
        (
            "separator-line",
            format!("sep=;\n{}", head.replace(',', ";")),
        ),
        (
            "same-headers",
            "date,date,title,title\n2021-03-03,2021-03-04,a,b\n".to_owned(),
        ),
        ("no-headers", ",,\n2021-03-03,a,b\n".to_owned()),
        ("headers-only", "date,title,text\n".to_owned()),
        (
            "formulas",
            "date,title\n2021-03-03,=1+1\n2021-03-04,@SUM(A1)\n2021-03-05,\"\t=1\"\n".to_owned(),
        ),
        ("zeros", "date,title\n2021-03-03,a\0b\n".to_owned()),
        (
            "page",
            "<!doctype html><html><body><p>harbour</p></body></html>".to_owned(),
        ),
        (
            "dates",
            "date,title\n0000-00-00,a\n99999-01-01,b\n2021-13-45,c\n1/2/3,d\n,e\n".to_owned(),
        ),
    ];
    bodies
        .into_iter()
        .map(|(name, text)| Input::new(format!("{name}.csv"), text, Want::Any))
        .collect()
}

fn ics() -> Vec<Input> {
    let event = |lines: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:0\r\nDTSTART;VALUE=DATE:20210303\r\nSUMMARY:harbour\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20210304\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let bodies: Vec<(&str, String)> = vec![
        ("nested", "BEGIN:VCALENDAR\r\n".repeat(10_000)),
        ("open", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:harbour\r\n".to_owned()),
        ("wrong-end", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n".to_owned()),
        ("folds", event(&format!("SUMMARY:a{}", "\r\n b".repeat(40_000)))),
        ("empty-folds", event(&format!("SUMMARY:a{}", "\r\n ".repeat(40_000)))),
        ("fold-first", format!(" folded\r\n{}", event("SUMMARY:a"))),
        ("every-second", event("SUMMARY:a\r\nRRULE:FREQ=SECONDLY")),
        ("billion", event("SUMMARY:a\r\nRRULE:FREQ=DAILY;COUNT=1000000000")),
        ("never", event("SUMMARY:a\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31")),
        ("zero-interval", event("SUMMARY:a\r\nRRULE:FREQ=DAILY;INTERVAL=0")),
        ("junk-rule", event("SUMMARY:a\r\nRRULE:;;=;FREQ=;COUNT=-1;UNTIL=99999999T999999Z")),
        ("zone-path", event("SUMMARY:a\r\nDTSTART;TZID=../../../etc/passwd:20210304T090000")),
        ("dates", event("SUMMARY:a\r\nDTSTART:00000000T000000\r\nDTEND:99999999\r\nDURATION:P99999999999W")),
        ("end-first", event("SUMMARY:a\r\nDTEND;VALUE=DATE:19990101")),
        ("never-by-days", event("SUMMARY:a\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")),
        ("many-rules", event(&"SUMMARY:a\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20210305\r\n".repeat(3_000))),
        ("many-exceptions", event(&format!("SUMMARY:a\r\nRRULE:FREQ=DAILY{}", "\r\nEXDATE:20210307,20210308".repeat(20_000)))),
        ("odd-rule", event("SUMMARY:a\r\nRRULE:FREQ=MONTHLY;BYDAY=-99MO,0TU,XX;BYMONTHDAY=99;INTERVAL=-3")),
        ("far-rule", event("SUMMARY:a\r\nRRULE:FREQ=YEARLY;INTERVAL=1000;COUNT=2000")),
        ("no-colon", "BEGIN:VCALENDAR\r\n".to_owned() + &"x".repeat(100_000)),
        ("parameters", event(&format!("SUMMARY{}:a", ";X=\"y".repeat(3_000)))),
        ("forged", event("SUMMARY:a\\nBEGIN:VALARM\\nACTION:PROCEDURE\\nEND:VALARM")),
        ("alarm", event("SUMMARY:a\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:file:///bin/sh\r\nEND:VALARM")),
        ("same-ids", event(&"SUMMARY:a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20210305\r\n".repeat(100))),
        ("backslash-end", event("SUMMARY:a\\")),
    ];
    bodies
        .into_iter()
        .map(|(name, text)| Input::new(format!("{name}.ics"), text, Want::Any))
        .collect()
}
