//! Text that a finder of dates and names has to look at often.

use super::input::{Input, Want};

pub(crate) fn inputs() -> Vec<Input> {
    let extremes = "0000-00-00 0001-01-01 9999-12-31 99999-01-01 2021-02-29 2021-02-30 2021-13-01 1900-02-29 24:60 \
        32 March 2021, 0 March 2021, March 0, 2021, the 99th of May, the week of February 30, fiscal 99999, \
        999999999999 days ago, in 99999999999999999999 years, last last last Tuesday, the day after the day before\n";
    let bodies: Vec<(&str, String)> = vec![
        ("extremes", extremes.repeat(20)),
        ("digits", "1".repeat(100_000)),
        ("dashes", "2021-".repeat(20_000)),
        ("near-misses", "2021-03-1x 10 Marsh 2021 ".repeat(4_000)),
        ("many", "10 March 2021 ".repeat(5_000)),
        ("months", "March ".repeat(15_000)),
        ("ands", "Monday and ".repeat(8_000)),
        ("fromto", "from Monday to ".repeat(6_000)),
        (
            "capitals",
            "President Park Secretary Kim Minister ".repeat(2_500),
        ),
        ("one-sentence", "met with the minister and ".repeat(4_000)),
        ("quotes", "\u{201C}".repeat(20_000)),
        ("brackets", "(".repeat(40_000)),
        ("dots", ". ".repeat(40_000)),
        ("wide-words", "\u{D55C}".repeat(40_000)),
        ("one-line", "word ".repeat(60_000)),
        ("blank-lines", "\n".repeat(100_000)),
    ];
    bodies
        .into_iter()
        .map(|(name, body)| {
            Input::new(
                format!("dates-{name}.txt"),
                format!("Seoul, 3 March 2021\n\nThey met at the harbour.\n\n{body}\n"),
                Want::Read,
            )
            .shows("harbour")
        })
        .collect()
}
