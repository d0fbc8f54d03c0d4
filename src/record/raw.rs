//! The files of `data/`, row by row, as written: ids not yet looked up, every value with its place.
//!
//! Serde does the reading, so an unknown field, kind or status is an error that says what is
//! allowed, and a malformed date says why. What goes beyond one file is for `check`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::kinds::{Confidence, Field, Kind, OfficeKind, Scope, Status};
use crate::time::Edtf;

/// A value with the bytes of the file that it came from.
pub(crate) type At<T> = Spanned<T>;

/// Rules of `check` that a row may be excused from, each with the reason.
pub(crate) type Allow = BTreeMap<Rule, String>;

/// What `check` can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The file cannot be read, or is not as the format asks.
    Syntax,
    /// An id that no row has.
    Dangling,
    /// Two rows of one id, or rows out of order.
    Id,
    /// An event before a participant's birth or after their death.
    Life,
    /// A participant shown with an office outside its tenure.
    Office,
    /// Two holders of an office that has one.
    Overlap,
    /// Two events of one day, kind and participants.
    Duplicate,
    /// One name for two officials, or two places.
    Alias,
    /// A place outside the box of its country.
    Box,
    /// A title or summary that breaks the style guide.
    Style,
    /// An event that no source attests, not even as uncited.
    Source,
}

impl Rule {
    /// As `allow` in `data/` writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Dangling => "dangling",
            Self::Id => "id",
            Self::Life => "life",
            Self::Office => "office",
            Self::Overlap => "overlap",
            Self::Duplicate => "duplicate",
            Self::Alias => "alias",
            Self::Box => "box",
            Self::Style => "style",
            Self::Source => "source",
        }
    }
}

/// A date that has been read as EDTF.
#[derive(Clone, Debug)]
pub(crate) struct When {
    pub(crate) text: String,
    pub(crate) edtf: Edtf,
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let edtf = text.parse().map_err(de::Error::custom)?;
        Ok(Self { text, edtf })
    }
}

/// The last day of a tenure: a date, or `..` while it lasts.
#[derive(Clone, Debug)]
pub(crate) enum Until {
    Open,
    Day(When),
}

impl<'de> Deserialize<'de> for Until {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == ".." {
            return Ok(Self::Open);
        }
        let edtf = text.parse().map_err(de::Error::custom)?;
        Ok(Self::Day(When { text, edtf }))
    }
}

/// Which table a file holds is told by its name; each file is a list of one kind of row.
macro_rules! tables {
    ($($file:ident { $field:ident: $row:ident })*) => {$(
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(crate) struct $file {
            #[serde(default)]
            pub(crate) $field: Vec<At<$row>>,
        }
    )*};
}

tables! {
    Countries { country: Country }
    Sources { source: Source }
    Topics { topic: Topic }
    Offices { office: Office }
    Officials { official: Official }
    Places { place: Place }
    Events { event: Event }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Country {
    pub(crate) code: At<String>,
    pub(crate) name: String,
    pub(crate) official: String,
    #[serde(default)]
    pub(crate) adjectives: Vec<String>,
    #[serde(default)]
    pub(crate) aliases: Vec<At<String>>,
    #[serde(default)]
    pub(crate) native: Vec<String>,
    #[serde(default)]
    pub(crate) metonyms: Vec<String>,
    #[serde(rename = "box")]
    pub(crate) bounds: Option<[f32; 4]>,
    pub(crate) capital: Option<At<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) id: At<String>,
    pub(crate) title: String,
    pub(crate) publisher: String,
    pub(crate) url: Option<String>,
    pub(crate) licence: String,
    pub(crate) first: Option<When>,
    pub(crate) last: Option<When>,
    pub(crate) covers: String,
    pub(crate) does_not_cover: String,
    #[serde(default)]
    pub(crate) uncited: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    pub(crate) id: At<String>,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_field_names,
    reason = "taking office is what it is called"
)]
pub(crate) struct Office {
    pub(crate) id: At<String>,
    pub(crate) country: At<String>,
    pub(crate) title: String,
    pub(crate) full: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    pub(crate) kind: OfficeKind,
    #[serde(default)]
    pub(crate) single: bool,
    pub(crate) post: Option<At<String>>,
    pub(crate) band: Option<String>,
    #[serde(default)]
    pub(crate) takes_office: bool,
    pub(crate) begins: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Official {
    pub(crate) id: At<String>,
    pub(crate) name: At<String>,
    pub(crate) family: String,
    #[serde(default)]
    pub(crate) given: String,
    #[serde(default)]
    pub(crate) native: Vec<At<String>>,
    #[serde(default)]
    pub(crate) aliases: Vec<At<String>>,
    pub(crate) country: At<String>,
    pub(crate) born: Option<When>,
    pub(crate) died: Option<When>,
    #[serde(default, rename = "tenure")]
    pub(crate) tenures: Vec<At<Tenure>>,
    #[serde(default)]
    pub(crate) allow: Allow,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tenure {
    pub(crate) office: At<String>,
    pub(crate) from: Option<When>,
    pub(crate) to: Option<Until>,
    #[serde(default)]
    pub(crate) acting: bool,
    pub(crate) source: At<String>,
    #[serde(default)]
    pub(crate) locator: String,
    #[serde(default)]
    pub(crate) confidence: Confidence,
    pub(crate) inferred: Option<String>,
    pub(crate) note: Option<String>,
    #[serde(default)]
    pub(crate) allow: Allow,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    pub(crate) id: At<String>,
    pub(crate) name: At<String>,
    pub(crate) country: Option<At<String>>,
    pub(crate) kind: String,
    pub(crate) lat: f32,
    pub(crate) lon: f32,
    #[serde(default)]
    pub(crate) native: Vec<At<String>>,
    #[serde(default)]
    pub(crate) aliases: Vec<At<String>>,
    pub(crate) within: Option<At<String>>,
    pub(crate) source: At<String>,
    #[serde(default)]
    pub(crate) locator: String,
    #[serde(default)]
    pub(crate) allow: Allow,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Event {
    pub(crate) id: At<String>,
    pub(crate) date: At<When>,
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) status: Status,
    pub(crate) title: At<String>,
    #[serde(default)]
    pub(crate) summary: String,
    #[serde(default)]
    pub(crate) countries: Vec<At<String>>,
    #[serde(default)]
    pub(crate) participants: Vec<At<Participant>>,
    #[serde(default)]
    pub(crate) places: Vec<At<String>>,
    #[serde(default)]
    pub(crate) topics: Vec<At<String>>,
    #[serde(default)]
    pub(crate) confidence: Confidence,
    #[serde(default)]
    pub(crate) inferred: BTreeMap<Field, String>,
    #[serde(default, rename = "attestation")]
    pub(crate) attestations: Vec<At<Attestation>>,
    #[serde(default)]
    pub(crate) allow: Allow,
}

/// Who took part: an official's id, or a table.
#[derive(Debug)]
pub(crate) enum Participant {
    Id(String),
    Person(Person),
}

/// `{ id, role }` for an official in a role that no tenure tells, `{ name, role, country }` for
/// someone without an entry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) country: Option<String>,
}

impl<'de> Deserialize<'de> for Participant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Participant;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of an official, or { name, role, country }, or { id, role }")
            }

            fn visit_str<E>(self, id: &str) -> Result<Participant, E> {
                Ok(Participant::Id(id.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Participant, A::Error> {
                Person::deserialize(MapAccessDeserializer::new(map)).map(Participant::Person)
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attestation {
    pub(crate) source: At<String>,
    #[serde(default)]
    pub(crate) locator: String,
    pub(crate) url: Option<String>,
    pub(crate) date: Option<When>,
    pub(crate) note: Option<String>,
    #[serde(default)]
    pub(crate) scope: Scope,
}
