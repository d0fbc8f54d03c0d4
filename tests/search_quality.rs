//! Queries as people type them, each with the event that must come first.
//!
//! What is expected is the beginning of a record id, or one of several with `|` between them;
//! `who=` asks for a participant. The first hit must be it in 95 of 100 queries, one of the first
//! five always. `LINCHPIN_SHOW=1` prints what fell short.

use std::sync::Arc;

use linchpin::chronicle::EventId;
use linchpin::compile;
use linchpin::index::Index;
use linchpin::query::parse;
use linchpin::search::{Order, Searcher};
use linchpin::time::Date;

const EXPECTED: &[(&str, &str)] = &[
    // Summits and visits by who and where.
    ("hanoi summit", "2019-02-27-us-kp"),
    ("trump kim hanoi", "2019-02-27-us-kp"),
    ("singapore summit", "2018-06-12-us-kp"),
    ("trump kim singapore", "2018-06-12-us-kp"),
    ("camp david 2023", "2023-08-18"),
    ("camp david trilateral", "2023-08-18-us-jp-kr"),
    ("biden kishida yoon camp david", "2023-08-18-us-jp-kr"),
    ("hiroshima biden kishida yoon", "2023-05-21"),
    ("phnom penh biden yoon kishida", "2022-11-13"),
    ("madrid biden kishida yoon", "2022-06-29"),
    ("washington declaration", "2023-04-26-us-kr"),
    ("koizumi pyongyang 2002", "2002-09-17"),
    ("pyongyang declaration koizumi", "2002-09-17"),
    ("kim dae-jung kim jong il summit", "2000-06-13"),
    ("roh moo-hyun kim jong il", "2007-10-02"),
    ("panmunjom declaration", "2018-04-27"),
    ("moon kim panmunjom april 2018", "2018-04-27"),
    ("nakasone seoul", "1983-01-11"),
    ("albright pyongyang", "2000-10"),
    ("carter pyongyang", "1994-06|2010-08"),
    ("hirohito nixon anchorage", "1971-09-26"),
    ("bush kyoto 1992", "1992-01-07"),
    ("trump abe mar-a-lago", "2018-04-17|2017-02-10"),
    ("trump takaichi tokyo", "2025-10-28-us-jp"),
    ("trump lee gyeongju", "2025-10-29-us-kr"),
    ("ishiba trump", "2025-02-07-us-jp"),
    ("suga biden", "2021-04-16-us-jp"),
    ("moon biden washington 2021", "2021-05-21-us-kr"),
    ("hamburg trump abe moon", "2017-07-06"),
    ("lima 2024 trilateral", "2024-11-15-us-jp-kr"),
    ("clinton jakarta 1994", "1994-11-14"),
    ("auckland obuchi", "1999-09-12"),
    ("los cabos", "2002-10-26"),
    ("hosokawa gyeongju", "1993-11-06"),
    ("kim yong chol white house", "2018-06-01|2019-01-18"),
    ("harris seoul", "2022-09-29"),
    ("biden yoon seoul summit 2022", "2022-05-21-us-kr"),
    ("biden kishida tokyo may 2022", "2022-05-23"),
    // Questions as they are asked.
    ("when did blinken last visit seoul", "2025-01-06|2023-11-08"),
    (
        "how often did abe visit washington",
        "2007-04|2013-02|2015-04|2017-02|2018-06|2019-04",
    ),
    ("who met kim jong un in hanoi", "2019-02-27"),
    (
        "where did koizumi meet kim jong il",
        "2002-09-17|2004-05-22",
    ),
    ("which leaders met at camp david in 2023", "2023-08-18"),
    (
        "last time abe and moon met",
        "2019-12-24|2017-09-21|2017-07-06",
    ),
    ("how many times did biden meet kishida", "who=Fumio Kishida"),
    ("who met whom in hiroshima", "2023-05"),
    ("who attended camp david", "2023-08-18"),
    (
        "what happened between ishiba and lee",
        "2025-08-23|2025-09-30",
    ),
    ("first meeting between trump and kim jong un", "2018-06-12"),
    (
        "korean president visit to tokyo",
        "2025-08-23|2023-03-16|1990-05-24",
    ),
    (
        "japanese prime minister visit washington",
        "2015-04-27-abe-washington",
    ),
    ("yoon state visit 2023", "2023-04-26"),
    ("icbm test 2017", "2017-07-04|2017-07-28|2017-11-29"),
    ("nuclear test 2017", "2017-09-03"),
    ("nuclear test", "2017-09-03"),
    ("2+2", "2024-10-31|2024-07-28"),
    ("us japan summit", "2026-03-19-us-jp"),
    (
        "trilateral summit",
        "2024-11-15-us-jp-kr|2023-08-18-us-jp-kr",
    ),
    ("kim jung un hanoi", "2019-02-27-us-kp"),
    ("biden kishida mid-april 2024", "2024-04-11|2024-04-10"),
    // Places in the scripts of the region, and nouns for verbs.
    ("文在寅 平壌", "2018-09-18"),
    ("트럼프 김정은 하노이", "2019-02-27"),
    ("trump kim シンガポール", "2018-06-12"),
    ("kim jong il death", "2011-12-17"),
    ("park chung hee assassination", "1979-10-26"),
    // Agreements and turning points.
    ("normalization treaty 1965", "1965-06-22"),
    ("treaty on basic relations", "1965-06-22"),
    ("rok japan normalization treaty", "1965-06-22"),
    ("mutual defense treaty", "1953-10-01|1953-08-08"),
    ("mutual defence treaty 1953", "1953-10-01|1953-08-08"),
    ("armistice", "1953-07-27"),
    ("korean armistice agreement", "1953-07-27"),
    ("instrument of surrender", "1945-09-02"),
    (
        "treaty of peace san francisco",
        "1951-09-08-allies|1951-09-0",
    ),
    ("security treaty 1951", "1951-09-08-us-and-japan"),
    ("treaty of mutual cooperation and security", "1960-01-19"),
    ("okinawa reversion", "1971-06-17"),
    ("ogasawara", "1968-04-05"),
    ("agreed framework", "1994-10-21"),
    ("kedo established", "1995-03-09"),
    ("saco final report", "1996-12-02"),
    ("gsomia", "2016-11-23"),
    ("comfort women agreement", "2015-12-28"),
    ("leap day", "2012-02-29"),
    ("plaza accord", "1985-09-22"),
    ("korus free trade", "2007-06-30"),
    ("basic agreement 1991", "1991-12-13"),
    ("brown memorandum", "1966-03-04"),
    ("comprehensive military agreement", "2018-09-19"),
    (
        "status of forces agreement japan 1960",
        "1960-01-19-us-and-japan-sign-the-status",
    ),
    ("status of forces rok", "1966-07-09"),
    ("kim jong-pil ohira memorandum", "1962-11-12"),
    ("cooling tower", "2008-06-27"),
    ("guidelines for defense cooperation 1978", "1978-11-27"),
    (
        "technology prosperity deal",
        "2025-10-28-us-and-japan|2025-10-29-us-and-rok",
    ),
    // 2+2, by each of its names.
    ("2+2 tokyo 2021", "2021-03-16-us-jp"),
    ("two plus two seoul 2021", "2021-03-18-us-kr"),
    ("2+2 seoul 2010", "2010-07-21-us-kr"),
    ("kind:2+2 2019", "2019-04-19-us-jp"),
    ("austin blinken motegi 2+2", "2021-03-16-us-jp"),
    (
        "security consultative committee march 2021",
        "2021-03-16-us-jp",
    ),
    // Roles on a day.
    ("president park 1965", "1965-05-17"),
    ("President Park washington 1965", "1965-05-17"),
    (
        "president park 2013",
        "2013-05-07|2013-02-25|who=Park Geun-hye",
    ),
    (
        "foreign minister seoul 2021",
        "2021-03-18-us-kr|2021-03-15|2021-03-17",
    ),
    ("secretary of state tokyo march 2021", "2021-03-1"),
    ("prime minister kishida washington 2024", "2024-04-10"),
    ("secretary of defense washington 1968", "1968-05-27"),
    ("vice president harris yoon", "2022-09-29|2023-04"),
    ("president eisenhower seoul", "1952-12|1960-06"),
    ("president truman attlee", "1950-12-04"),
    // Persons alone, in every script and order.
    ("kim", "who=Kim"),
    ("park", "who=Park"),
    ("blinken", "who=Antony Blinken"),
    ("윤석열", "who=Yoon Suk Yeol"),
    ("尹錫悦", "who=Yoon Suk Yeol"),
    ("尹錫悅", "who=Yoon Suk Yeol"),
    ("ㅇㅅㅇ", "who=Yoon Suk Yeol"),
    ("yoon suk yeol", "who=Yoon Suk Yeol"),
    ("Yun Suk-yeol", "who=Yoon Suk Yeol"),
    ("suk yeol yoon", "who=Yoon Suk Yeol"),
    ("ＹＯＯＮ ＳＵＫ ＹＥＯＬ", "who=Yoon Suk Yeol"),
    ("yoonsukyeol", "who=Yoon Suk Yeol"),
    ("ㅂㅈ", "who=Park Jin"),
    ("박진", "who=Park Jin"),
    ("박근혜 오바마", "who=Park Geun-hye"),
    ("岸田", "who=Fumio Kishida"),
    ("岸田文雄", "who=Fumio Kishida"),
    ("kishida fumio", "who=Fumio Kishida"),
    ("Abe Shinzō", "who=Shinzo Abe"),
    ("安倍", "who=Shinzo Abe"),
    ("eui yong", "who=Chung Eui-yong"),
    ("euiyong", "who=Chung Eui-yong"),
    ("Eui-yong", "who=Chung Eui-yong"),
    ("chung eui-yong", "who=Chung Eui-yong"),
    ("문재인 김정은", "who=Moon Jae-in"),
    ("김대중", "who=Kim Dae-jung"),
    ("金大中", "who=Kim Dae-jung"),
    ("rhee syngman", "who=Rhee Syngman"),
    ("syngman rhee", "who=Rhee Syngman"),
    ("李承晩", "who=Rhee Syngman"),
    ("Ōhira", "who=Masayoshi Ohira"),
    ("小泉 金正日", "2002-09-17|2004-05-22"),
    ("朴正熙", "who=Park Chung-hee"),
    ("박정희", "who=Park Chung-hee"),
    ("pak chung hee", "who=Park Chung-hee"),
    // Places in other scripts and spellings.
    ("서울 블링컨", "who=Antony Blinken"),
    ("東京 2021-03", "2021-03-16|2021-03-15"),
    ("pusan ishiba", "2025-09-30"),
    ("peking six-party talks 2003", "2003-08"),
    // Typos and letters in order.
    ("blnken seoul", "who=Antony Blinken"),
    ("blinkne seoul", "who=Antony Blinken"),
    ("kissnger tokyo", "who=Henry Kissinger"),
    ("hanio summit", "2019-02-27-us-kp"),
    ("sinagpore trump kim", "2018-06-12-us-kp"),
    ("takaihci trump", "who=Sanae Takaichi"),
    ("armstice", "1953-07-27"),
    ("kisida yoon", "who=Fumio Kishida"),
    // Dates as people type them.
    ("blinken 16 mar 2021", "2021-03-16|2021-03-15"),
    ("yoon kishida march 2023", "2023-03-16"),
    ("yoon kishida 2023-05", "2023-05-07|2023-05-21"),
    ("2023-08-18", "2023-08-18"),
    ("27 july 1953", "1953-07-27"),
    ("trump june 2019", "2019-06"),
    ("blinken seoul nov 2023", "2023-11-0"),
    ("clinton japan 1996q2", "1996-04"),
    ("trump since:2025-10 seoul OR gyeongju", "2025-10-29"),
    // Pairs and counterparts.
    ("blinken park jin", "who=Park Jin"),
    ("pompeo kang kyung-wha", "who=Kang Kyung-wha"),
    ("sherman chung eui-yong", "2021-07-22"),
    ("johnson park chung-hee", "who=Park Chung-hee"),
    ("reagan nakasone", "who=Yasuhiro Nakasone"),
    ("kim dae-jung obuchi", "who=Keizo Obuchi"),
    ("putin kim jong un", "2024-06-19|2019-04|2023-09"),
    // Topics and incidents.
    ("blue house raid", "1968-01"),
    ("pueblo", "1968-01"),
    ("cheonan", "2010"),
    ("rangoon bombing", "1983-10"),
    ("officers killed panmunjom", "1976-08-18"),
    ("resolution 1874", "2009-06-12"),
    ("resolution 1718", "2006-10-14"),
    ("first nuclear test", "2006-10-09"),
    ("hijacked airliner", "1958-02-16|1969-12-11|1970-03-31"),
    // Anchors.
    (
        "trump abe 2018 before the singapore summit",
        "2018-06-07|2018-04-17",
    ),
    ("biden yoon since yoon took office", "who=Yoon Suk Yeol"),
];

fn searcher() -> Searcher {
    let chronicle = Arc::new(compile::from_builtin());
    let index = Arc::new(Index::build(&chronicle));
    Searcher::new(chronicle, index).on(Date::new(2026, 11, 21).expect("a day"))
}

fn is_expected(searcher: &Searcher, id: EventId, expected: &str) -> bool {
    let chronicle = searcher.chronicle();
    let event = chronicle.event(id);
    expected.split('|').any(|one| match one.split_once('=') {
        Some(("who", name)) => {
            let mut names = event.participants.iter().map(|one| chronicle.name(one));
            names.any(|shown| shown.contains(name))
        }
        Some(_) => false,
        None => event.key.starts_with(one),
    })
}

#[test]
fn the_intended_event_comes_first() {
    let searcher = searcher();
    let show = std::env::var_os("LINCHPIN_SHOW").is_some();
    let (mut first, mut five) = (0, 0);
    let mut missed = Vec::new();
    for (input, expected) in EXPECTED {
        let hits = searcher.search(&parse(input).0, Order::Relevance);
        let at = hits
            .events()
            .position(|id| is_expected(&searcher, id, expected));
        first += usize::from(at == Some(0));
        five += usize::from(at.is_some_and(|at| at < 5));
        if at != Some(0) {
            let top: Vec<&str> = hits
                .events()
                .take(3)
                .map(|id| searcher.chronicle().event(id).key.as_str())
                .collect();
            missed.push(format!(
                "{input}: expected {expected} at {at:?} of {}, got {top:?}",
                hits.total()
            ));
        }
    }
    if show {
        println!("{}", missed.join("\n"));
    }
    let all = EXPECTED.len();
    println!("first: {first} of {all}; among the first five: {five} of {all}");
    assert!(all >= 120);
    assert_eq!(five, all, "{}", missed.join("\n"));
    assert!(first * 100 >= all * 95, "{}", missed.join("\n"));
}
