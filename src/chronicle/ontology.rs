//! The codes of an event in ontologies that other programs speak, derived from its kind and status by
//! the table `data/lexicons/ontologies.toml`, which names its sources.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Event, PlaceRef, Status};
use crate::gazetteer::Gazetteer;
use crate::record::Kind;

/// The codes of one event; `None` where an ontology has no place for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Codes {
    /// CAMEO 0.7b5: "042".
    pub cameo: Option<&'static str>,
    /// PLOVER 0.8: "CONSULT".
    pub plover: Option<&'static str>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    code: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    kinds: Vec<Kind>,
    when: When,
    states: Option<States>,
    #[serde(rename = "where")]
    place: Option<Where>,
    cameo: Option<String>,
    plover: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum When {
    Past,
    Ahead,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum States {
    One,
    Several,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Where {
    Third,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/lexicons/ontologies.toml"))
        .expect("a test reads the table")
});

impl Codes {
    /// The codes of an event.
    pub fn of(event: &Event, gazetteer: Gazetteer) -> Self {
        let when = match event.status {
            Status::Held | Status::PastReference => When::Past,
            Status::Planned | Status::Possible => When::Ahead,
            Status::Cancelled => return Self::default(),
        };
        let states = if event.countries.len() > 1 {
            States::Several
        } else {
            States::One
        };
        let third = is_elsewhere(event, gazetteer);
        let fits = |row: &&Row| {
            row.when == when
                && row.kinds.contains(&event.kind)
                && row.states.is_none_or(|wanted| wanted == states)
                && row.place.is_none_or(|_| third)
        };
        TABLE
            .code
            .iter()
            .find(fits)
            .map_or_else(Self::default, |row| Self {
                cameo: row.cameo.as_deref(),
                plover: row.plover.as_deref(),
            })
    }
}

/// Whether an event is at a place in a state that none of the participants acts for.
fn is_elsewhere(event: &Event, gazetteer: Gazetteer) -> bool {
    let states = event.participants.iter();
    let acting: Vec<_> = states.filter_map(|p| p.state(gazetteer)).collect();
    if acting.is_empty() {
        return false;
    }
    let host = event.places.iter().find_map(|place| match place {
        PlaceRef::Known(row) => gazetteer.place(*row).country,
        PlaceRef::Named(_) => None,
    });
    host.is_some_and(|host| !acting.contains(&host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_but_other_has_a_code_for_what_was() {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Other) {
            let told = |row: &Row| row.when == When::Past && row.kinds.contains(&kind);
            let row = TABLE.code.iter().find(|row| told(row)).expect("a row");
            assert!(row.cameo.is_some(), "{kind:?}");
        }
    }

    #[test]
    fn codes_are_codes() {
        for row in &TABLE.code {
            let cameo = row.cameo.as_deref().expect("each row has one");
            assert!(cameo.len() >= 3 && cameo.chars().all(|c| c.is_ascii_digit()));
            let plover = row.plover.as_deref().unwrap_or("AGREE");
            assert!(plover.chars().all(|c| c.is_ascii_uppercase()));
        }
    }
}
