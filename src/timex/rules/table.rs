//! The rules by name, each with a text that it reads and one that it must leave alone.

/// A rule of the grammar, for readers and tests.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name that [`Timex3::rule`](crate::timex::Timex3::rule) gives.
    pub name: &'static str,
    /// A text in which the rule finds the expression between `[` and `]`.
    pub example: &'static str,
    /// A text in which the rule finds nothing.
    pub counter: &'static str,
}

const fn rule(name: &'static str, example: &'static str, counter: &'static str) -> Rule {
    Rule {
        name,
        example,
        counter,
    }
}

/// All rules, in the order in which they are proposed.
pub const RULES: &[Rule] = &[
    rule(
        "iso-date",
        "Dated [2021-03-16], with a seal.",
        "Call 2021-03-161 today.",
    ),
    rule(
        "figures",
        "Received [25/12/2021] by post.",
        "The score was 25/12.",
    ),
    rule(
        "date-time-group",
        "Sent [161005Z MAR 09] by cable.",
        "Sent 169905Z MAR by cable.",
    ),
    rule(
        "full-date",
        "Signed on [March 16, 2021] in Tokyo.",
        "Bed March 45, 2021, was empty.",
    ),
    rule(
        "month-day",
        "They meet on [March 16].",
        "They march 16 miles.",
    ),
    rule(
        "weekday-date",
        "Talks resume on [Tuesday, March 16].",
        "Tuesday, 16 people came.",
    ),
    rule(
        "month-of-that-year",
        "He came in [November last year].",
        "He came in a car last year.",
    ),
    rule(
        "month-year",
        "The accord of [June 1998] holds.",
        "Model June 12345 sold well.",
    ),
    rule(
        "month",
        "A visit in [March] is planned.",
        "Ships may leave.",
    ),
    rule(
        "year",
        "The treaty was revised in [1960].",
        "Some 1960 people came.",
    ),
    rule(
        "year-before-christ",
        "It fell in [490 BC] at sea.",
        "It fell 490 feet.",
    ),
    rule(
        "decade",
        "Trade grew in [the 1980s].",
        "Trade grew by 1980.",
    ),
    rule(
        "century",
        "A port of the [19th century].",
        "The 38th parallel.",
    ),
    rule("weekday", "He spoke on [Friday].", "The Fridays were calm."),
    rule(
        "shifted-weekday",
        "He spoke [last Friday] at noon.",
        "He spoke last.",
    ),
    rule(
        "weekday-week",
        "He left [Friday last week].",
        "He left Friday.",
    ),
    rule("day-word", "He left [yesterday] alone.", "He left early."),
    rule(
        "shifted-unit",
        "It opened [last year].",
        "At last they met.",
    ),
    rule(
        "anaphora",
        "In May 1951 he came; [the following month] he left.",
        "The following text.",
    ),
    rule(
        "the-unit",
        "He rested over [the weekend].",
        "The units moved.",
    ),
    rule(
        "whole-year",
        "Profit for [the year] ended March 31.",
        "The year was good.",
    ),
    rule(
        "past-unit",
        "Over [the past year] trade fell.",
        "He walked past the year sign.",
    ),
    rule(
        "week-of",
        "Due in [the week of March 6].",
        "A week of rain.",
    ),
    rule(
        "nth-day",
        "It ends on [the last day of May 2019] at noon.",
        "The last day of the talks.",
    ),
    rule(
        "season",
        "They met in [the summer of 1955].",
        "A spring of fresh water.",
    ),
    rule(
        "shifted-part",
        "He left [this morning] by train.",
        "He left this house.",
    ),
    rule("shifted-month", "It was signed [last May].", "He may last."),
    rule(
        "quarter",
        "Exports rose in [the third quarter of 1984].",
        "The Latin Quarter of 1984.",
    ),
    rule(
        "fiscal-year",
        "The budget for [fiscal 2021] passed.",
        "A fiscal rule of 2021.",
    ),
    rule("era", "The law of [Reiwa 5] applies.", "Reiwa is an era."),
    rule(
        "year-ago",
        "Sales beat [the year-ago quarter].",
        "A year ago they met.",
    ),
    rule(
        "year-period",
        "Sales rose from [the 1988 period].",
        "The 1988 ship sank.",
    ),
    rule(
        "named-day",
        "They spoke on [Earth Day].",
        "The Earth is round all day.",
    ),
    rule(
        "clock",
        "It opens at [10:35 a.m.] sharp.",
        "Psalm 10:35 says so.",
    ),
    rule(
        "clock-date",
        "It ends at [5 p.m. EST Nov. 9] at last.",
        "It ends at 5 points.",
    ),
    rule(
        "weekday-part",
        "He left [Friday morning] by train.",
        "A Friday prayer.",
    ),
    rule(
        "part-of-date",
        "On [the night of 8 February 1904] they sailed.",
        "Night of the hunter.",
    ),
    rule(
        "day-part",
        "Fog came in [the morning] and went.",
        "Good morning to all.",
    ),
    rule("edge", "It closed in [early March] again.", "He was early."),
    rule(
        "earlier-later",
        "He went [earlier this year] too.",
        "Sooner or later he goes.",
    ),
    rule(
        "year-end",
        "Due by [year-end] at most.",
        "In the end he went.",
    ),
    rule("reference", "He is [now] in Seoul.", "He is known."),
    rule(
        "recent-current",
        "After [recent] tests they met.",
        "A currency test.",
    ),
    rule(
        "every",
        "They meet [every Friday] at noon.",
        "Everything Friday.",
    ),
    rule(
        "weekdays",
        "They meet on [Mondays] only.",
        "They meet on mounds.",
    ),
    rule(
        "frequency",
        "A [daily] paper.",
        "The Daily Planet is a name.",
    ),
    rule(
        "times-a-unit",
        "They meet [twice a month] there.",
        "Twice he went.",
    ),
    rule(
        "duration",
        "They talked for [three weeks].",
        "They talked of three ships.",
    ),
    rule(
        "anchored-duration",
        "Over [the past two years] it fell.",
        "The past two wars.",
    ),
    rule(
        "ago",
        "They met [two years ago] there.",
        "Two ships long ago.",
    ),
    rule(
        "from-now",
        "They meet [two weeks from now] here.",
        "Two ships from now on.",
    ),
    rule(
        "later",
        "On May 3, 1950, he came; [two days later] he left.",
        "Two ships came later.",
    ),
    rule(
        "earlier",
        "On May 3, 1950, he left; [two days earlier] he came.",
        "Two came earlier.",
    ),
    rule(
        "after-event",
        "He called on May 3, [one day after] the test.",
        "One call after the test.",
    ),
    rule(
        "before-event",
        "He called on May 3, [two days before] the test.",
        "Two calls before it.",
    ),
    rule(
        "vague-offset",
        "They left [weeks ago] by sea.",
        "They left ago.",
    ),
    rule(
        "vague-duration",
        "They waited for [years] there.",
        "The years were good.",
    ),
    rule(
        "day-range",
        "They meet on [March 16-17] there.",
        "March 16 was fine.",
    ),
    rule(
        "day-list",
        "They meet on [July 7], [8] and [9] there.",
        "July 7, and 8 ships.",
    ),
    rule(
        "year-range",
        "The war ([1941]-[1945]) ended.",
        "Call 1941-19455.",
    ),
    rule(
        "month-range",
        "In [April] and [June 1955] they met.",
        "April and John.",
    ),
    rule(
        "instant",
        "I received yours of [the 2d instant].",
        "The second instant coffee.",
    ),
    rule(
        "day-number",
        "In June he met them on [the 11th], he said.",
        "They met on the 11th floor.",
    ),
    rule(
        "weekday-number",
        "He came on [Wednesday, the 13th], by train.",
        "On Wednesday the 13th regiment came.",
    ),
];
