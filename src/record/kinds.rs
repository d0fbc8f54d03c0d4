//! The closed lists of the record: each value that a field of `data/` may have.

use serde::{Deserialize, Serialize};

/// What sort of office it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum OfficeKind {
    HeadOfState,
    HeadOfGovernment,
    ForeignMinister,
    DefenceMinister,
    Vice,
    Deputy,
    Ambassador,
    Envoy,
    SecurityAdviser,
    Intelligence,
    Military,
    Minister,
    Spokesperson,
    Legislator,
    Other,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    #[serde(rename = "visit")]
    Visit,
    #[serde(rename = "meeting")]
    Meeting,
    #[serde(rename = "summit")]
    Summit,
    #[serde(rename = "2+2")]
    TwoPlusTwo,
    #[serde(rename = "call")]
    Call,
    #[serde(rename = "talks")]
    Talks,
    #[serde(rename = "conference")]
    Conference,
    #[serde(rename = "statement")]
    Statement,
    #[serde(rename = "announcement")]
    Announcement,
    #[serde(rename = "agreement")]
    Agreement,
    #[serde(rename = "exercise")]
    Exercise,
    #[serde(rename = "test")]
    Test,
    #[serde(rename = "other")]
    Other,
}

impl Kind {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 13] = [
        Self::Visit,
        Self::Meeting,
        Self::Summit,
        Self::TwoPlusTwo,
        Self::Call,
        Self::Talks,
        Self::Conference,
        Self::Statement,
        Self::Announcement,
        Self::Agreement,
        Self::Exercise,
        Self::Test,
        Self::Other,
    ];

    /// As `data/` and the exports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Meeting => "meeting",
            Self::Summit => "summit",
            Self::TwoPlusTwo => "2+2",
            Self::Call => "call",
            Self::Talks => "talks",
            Self::Conference => "conference",
            Self::Statement => "statement",
            Self::Announcement => "announcement",
            Self::Agreement => "agreement",
            Self::Exercise => "exercise",
            Self::Test => "test",
            Self::Other => "other",
        }
    }
}

/// Whether it happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Status {
    #[default]
    Held,
    Planned,
    Possible,
    Cancelled,
}

/// How sure the compiler of a row is of it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize,
)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Confidence {
    Low,
    Medium,
    #[default]
    High,
}

impl Confidence {
    /// As `data/` and the exports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// How much of an event a citation supports.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize,
)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Scope {
    #[default]
    Full,
    Partial,
}

/// A field that can be inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Date,
    Kind,
    Participants,
    Places,
    Summary,
    Title,
    Topics,
}

impl Field {
    /// As `data/` and the exports write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Kind => "kind",
            Self::Participants => "participants",
            Self::Places => "places",
            Self::Summary => "summary",
            Self::Title => "title",
            Self::Topics => "topics",
        }
    }
}
