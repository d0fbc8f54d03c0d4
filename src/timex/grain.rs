//! The small closed sets that the words and rules share: units, shifts, edges, parts of the day.

use serde::Deserialize;

/// A unit of calendar or clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Grain {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Grain {
    /// How TIMEX3 writes an amount of it: before the number, after it.
    pub(crate) fn code(self) -> (&'static str, &'static str) {
        match self {
            Self::Second => ("PT", "S"),
            Self::Minute => ("PT", "M"),
            Self::Hour => ("PT", "H"),
            Self::Day => ("P", "D"),
            Self::Weekend => ("P", "WE"),
            Self::Week | Self::Fortnight => ("P", "W"),
            Self::Month => ("P", "M"),
            Self::Quarter => ("P", "Q"),
            Self::Half => ("P", "H"),
            Self::Year => ("P", "Y"),
            Self::Decade => ("P", "DE"),
            Self::Century => ("P", "CE"),
            Self::Millennium => ("P", "ML"),
        }
    }

    /// The unit that TIMEX3 counts in, and how many of it make one: decades count as years.
    pub(crate) fn counted(self) -> (Self, u32) {
        match self {
            Self::Fortnight => (Self::Week, 2),
            Self::Decade => (Self::Year, 10),
            Self::Century => (Self::Year, 100),
            Self::Millennium => (Self::Year, 1000),
            Self::Second
            | Self::Minute
            | Self::Hour
            | Self::Day
            | Self::Weekend
            | Self::Week
            | Self::Month
            | Self::Quarter
            | Self::Half
            | Self::Year => (self, 1),
        }
    }

    /// Whether it is shorter than a day.
    pub(crate) fn is_clock(self) -> bool {
        self < Self::Day
    }
}

/// Which one of a row of units is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shift {
    /// Nothing said.
    Plain,
    This,
    Current,
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    Same,
    That,
    Latest,
}

impl Shift {
    /// Steps from the one that is going on, 0 where none is said.
    pub(crate) fn steps(self) -> i32 {
        match self {
            Self::Last | Self::Past | Self::Previous => -1,
            Self::Next | Self::Coming | Self::Following => 1,
            Self::Plain | Self::This | Self::Current | Self::Same | Self::That | Self::Latest => 0,
        }
    }

    /// Whether it leans on a date named before and not on the day of writing.
    pub(crate) fn is_anaphoric(self) -> bool {
        matches!(
            self,
            Self::Previous | Self::Following | Self::Same | Self::That
        )
    }
}

/// A part of a period, or how far from its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Edge {
    /// "early March"
    Early,
    /// "mid-March"
    Mid,
    /// "late March"
    Late,
    /// "the beginning of March"
    Beginning,
    /// "the middle of March"
    Middle,
    /// "the end of March"
    End,
    /// "the second week of March"; 0 is the last.
    #[serde(skip)]
    Week(u8),
    /// "the first half of March"
    #[serde(skip)]
    FirstHalf,
    /// "the second half of March"
    #[serde(skip)]
    LastHalf,
    /// "earlier this year": before the day of writing.
    Earlier,
    /// "later this year": after it.
    Later,
}

/// TIMEX3 references without a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[expect(clippy::enum_variant_names, reason = "the names of the standard")]
pub(crate) enum Reference {
    #[serde(rename = "PAST_REF")]
    PastRef,
    #[serde(rename = "PRESENT_REF")]
    PresentRef,
    #[serde(rename = "FUTURE_REF")]
    FutureRef,
}

impl Reference {
    /// As TIMEX3 writes it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::PastRef => "PAST_REF",
            Self::PresentRef => "PRESENT_REF",
            Self::FutureRef => "FUTURE_REF",
        }
    }
}

/// A part of the day, or one of its three hours with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub(crate) enum Part {
    #[serde(rename = "MO")]
    Morning,
    #[serde(rename = "AF")]
    Afternoon,
    #[serde(rename = "EV")]
    Evening,
    #[serde(rename = "NI")]
    Night,
    #[serde(rename = "12:00")]
    Noon,
    #[serde(rename = "24:00")]
    Midnight,
}

impl Part {
    /// What follows the `T` of a TIMEX3 value.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Noon => "12:00",
            Self::Midnight => "24:00",
        }
    }
}

/// A season by its TIMEX3 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub(crate) enum Season {
    #[serde(rename = "SP")]
    Spring,
    #[serde(rename = "SU")]
    Summer,
    #[serde(rename = "FA")]
    Autumn,
    #[serde(rename = "WI")]
    Winter,
}

impl Season {
    /// As TIMEX3 writes it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in its middle.
    pub(crate) fn middle(self) -> u32 {
        match self {
            Self::Spring => 4,
            Self::Summer => 7,
            Self::Autumn => 10,
            Self::Winter => 1,
        }
    }
}
