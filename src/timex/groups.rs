//! Which rules can begin with a word: most words open few, and the others need not be asked.

use serde::Deserialize;

/// A group of rules: a file of `rules`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Group {
    Numeric,
    Calendar,
    Ordinal,
    Years,
    Weekday,
    Relative,
    Fiscal,
    Holiday,
    Clock,
    Edges,
    Reference,
    Frequency,
    Duration,
    Span,
}

/// A set of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Groups(u16);

impl Groups {
    /// Every group.
    #[cfg(test)]
    pub(crate) const ALL: Self = Self(u16::MAX);
    /// None: no expression begins so.
    pub(crate) const NONE: Self = Self(0);
    /// Those that begin with figures.
    pub(crate) const FIGURES: Self = Self::of(&[
        Group::Numeric,
        Group::Calendar,
        Group::Years,
        Group::Fiscal,
        Group::Clock,
        Group::Frequency,
        Group::Duration,
        Group::Span,
        Group::Edges,
    ]);
    /// Those that begin with an apostrophe: "'80s".
    pub(crate) const APOSTROPHE: Self = Self::of(&[Group::Years]);

    /// Those that read behind an article what they cannot begin with: "the 16th", "the year 1883", "the
    /// fiscal year ended June 30", "the years 1941-1945".
    pub(crate) const LED: Self =
        Self::of(&[Group::Ordinal, Group::Years, Group::Relative, Group::Span]);

    /// The set of these.
    pub(crate) const fn of(groups: &[Group]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < groups.len() {
            bits |= 1 << groups[at] as u16;
            at += 1;
        }
        Self(bits)
    }

    /// Both together.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are in both.
    pub(crate) const fn both(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a group is among them.
    #[inline]
    pub(crate) const fn has(self, group: Group) -> bool {
        self.0 & 1 << group as u16 != 0
    }
}
