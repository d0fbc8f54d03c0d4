//! Which column or field means what.
//!
//! Our own names come first; other names for the same thing are known from `data/load/columns.toml`.
//! A table without a heading is understood by its values: the column of dates and the longest words.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{clean, fold};

/// What a field of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Meaning {
    /// When it happened, or began.
    Date,
    /// When it ended.
    End,
    /// What happened, in one line.
    Title,
    /// What happened, at length.
    Summary,
    /// Of which kind it is.
    Kind,
    /// Whether it was held.
    Status,
    /// How sure it is.
    Confidence,
    /// Whether no source stands behind it.
    Unsourced,
    /// Countries.
    Countries,
    /// Who took part.
    Participants,
    /// Where.
    Places,
    /// What about.
    Topics,
    /// Who says so.
    Source,
    /// The address of who says so.
    Url,
    /// The row's own name.
    Id,
}

impl Meaning {
    /// All of them, as mappings name them.
    pub(super) const NAMES: [(&'static str, Self); 15] = [
        ("date", Self::Date),
        ("end", Self::End),
        ("title", Self::Title),
        ("summary", Self::Summary),
        ("kind", Self::Kind),
        ("status", Self::Status),
        ("confidence", Self::Confidence),
        ("unsourced", Self::Unsourced),
        ("countries", Self::Countries),
        ("participants", Self::Participants),
        ("places", Self::Places),
        ("topics", Self::Topics),
        ("source", Self::Source),
        ("url", Self::Url),
        ("id", Self::Id),
    ];

    /// The meaning of a name in a mapping.
    pub(super) fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name)?;
        Some(found.1)
    }

    /// As mappings name it.
    pub(super) fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, meaning)| *meaning == self);
        found.map_or("", |(name, _)| name)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    column: Vec<Column>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    means: Meaning,
    names: Vec<String>,
}

static COLUMNS: LazyLock<Columns> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/load/columns.toml"))
        .expect("a test reads data/load/columns.toml")
});

/// What a name of a column or field means; the smaller the number, the better the name.
pub(super) fn meaning(name: &str) -> Option<(Meaning, usize)> {
    if name.len() > 64 {
        return None;
    }
    let name = fold(clean(name).trim_matches(['\u{FFFD}', ' '])).replace([' ', '-', '.'], "_");
    COLUMNS.column.iter().find_map(|column| {
        let rank = column.names.iter().position(|known| *known == name)?;
        Some((column.means, rank))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn names_of_columns_are_known_in_any_case() {
        assert_eq!(
            meaning("Start Date").map(|(meaning, _)| meaning),
            Some(Meaning::Date)
        );
        assert_eq!(
            meaning("LOCATION").map(|(meaning, _)| meaning),
            Some(Meaning::Places)
        );
        assert_eq!(meaning("colour"), None);
        for column in &COLUMNS.column {
            for name in &column.names {
                assert_eq!(
                    meaning(name).map(|(meaning, _)| meaning),
                    Some(column.means),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn every_field_of_the_published_schema_is_known() {
        let schema: Value =
            serde_json::from_str(include_str!("../../assets/schema/events.v1.json")).expect("JSON");
        let fields = schema["$defs"]["event"]["properties"]
            .as_object()
            .expect("fields");
        for name in fields.keys() {
            assert!(meaning(name).is_some(), "{name}");
        }
    }
}
