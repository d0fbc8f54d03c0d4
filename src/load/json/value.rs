//! A parsed value that borrows from the text what stands in it as it is.
//!
//! Nearly all keys and texts do; a value of its own for each would cost more than parsing.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// Fields that hold lists of records, in files that wrap them.
const WRAPPERS: &[&str] = &[
    "events",
    "items",
    "records",
    "data",
    "articles",
    "docs",
    "documents",
    "results",
    "entries",
    "rows",
];

/// A value of JSON.
#[derive(Debug)]
pub(in crate::load) enum Json<'t> {
    /// `null`
    Nothing,
    Truth(bool),
    Number(Number),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    Object(Fields<'t>),
}

/// The fields of an object in the order of the text. Of fields with one name the last counts.
#[derive(Debug, Default)]
pub(in crate::load) struct Fields<'t>(Vec<(Cow<'t, str>, Json<'t>)>);

impl<'t> Json<'t> {
    /// The object whose fields these are.
    pub(super) fn object<A: MapAccess<'t>>(mut map: A) -> Result<Self, A::Error> {
        #[derive(Deserialize)]
        struct Name<'t>(#[serde(borrow)] Cow<'t, str>);

        let mut fields = Vec::new();
        while let Some((Name(name), value)) = map.next_entry()? {
            fields.push((name, value));
        }
        Ok(Self::Object(Fields(fields)))
    }

    /// The text that it is.
    pub(in crate::load) fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The fields that it has.
    pub(in crate::load) fn as_object(&self) -> Option<&Fields<'t>> {
        match self {
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

impl<'t> Fields<'t> {
    /// The value of a field.
    pub(in crate::load) fn get(&self, name: &str) -> Option<&Json<'t>> {
        let mut fields = self.0.iter().rev();
        fields.find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Names and values.
    pub(in crate::load) fn iter(&self) -> impl Iterator<Item = (&str, &Json<'t>)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// Takes the list of records out of an object that wraps one.
    pub(super) fn take_wrapped(&mut self) -> Option<Vec<Json<'t>>> {
        WRAPPERS.iter().find_map(|wrapper| {
            let mut fields = self.0.iter_mut().rev();
            let (_, value) = fields.find(|(name, _)| name == wrapper)?;
            match value {
                Json::List(values) if values.iter().any(|v| v.as_object().is_some()) => {
                    Some(std::mem::take(values))
                }
                _ => None,
            }
        })
    }
}

/// As a cell of a table shows it, with `;` between what a list holds.
impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Truth(truth) => truth.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::List(values) => {
                let mut between = "";
                for value in values {
                    write!(f, "{between}{value}")?;
                    between = "; ";
                }
                Ok(())
            }
            Self::Object(fields) => {
                let mut between = "";
                for (name, value) in fields.iter() {
                    write!(f, "{between}{name}: {value}")?;
                    between = ", ";
                }
                Ok(())
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json<'de>, E> {
        Ok(Json::Nothing)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Json<'de>, E> {
        Ok(Json::Truth(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Number::from_f64(number).map_or(Json::Nothing, Json::Number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(text.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Json<'de>, A::Error> {
        Json::object(map)
    }
}
