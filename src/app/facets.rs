//! What those listed are about, as rows to choose from.

use super::model::Model;
use crate::search::{FacetValue, Facets};

/// Values of one sort beyond this are left to the search bar.
const MOST: usize = 8;

/// What all events are about, as far as it was asked for.
#[derive(Debug, Clone, Default)]
pub enum Everything {
    /// It was not.
    #[default]
    Unasked,
    /// It was, and is not told yet.
    Asked {
        /// Whether the facets open then.
        opens: bool,
    },
    /// It is told.
    Known(Facets),
}

impl Everything {
    /// What is told.
    pub const fn known(&self) -> Option<&Facets> {
        match self {
            Self::Known(facets) => Some(facets),
            Self::Unasked | Self::Asked { .. } => None,
        }
    }

    /// Whether the user waits for it.
    pub const fn is_wanted(&self) -> bool {
        matches!(self, Self::Asked { opens: true })
    }
}

/// A row of the facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetRow {
    /// As shown.
    pub name: String,
    /// In how many events; none for a heading.
    pub count: Option<u32>,
    /// What it adds to the search; none for a heading.
    pub term: Option<String>,
    /// Whether the search asks for it.
    pub chosen: bool,
}

/// All rows: headings and values.
pub fn rows(model: &Model) -> Vec<FacetRow> {
    let found = model.search.found.as_ref().map(|found| &found.facets);
    let facets = found.or_else(|| model.everything.known());
    let query = model.search.line.text();
    facets
        .map(|facets| of(facets, most(facets, model.panes.rail.height), query))
        .unwrap_or_default()
}

/// How many values of each sort: at the left, so many that all sorts are in view at once.
fn most(facets: &Facets, rail: u16) -> usize {
    let room = usize::from(rail.saturating_sub(2));
    let sizes = [
        facets.people.len(),
        facets.places.len(),
        facets.countries.len(),
        facets.kinds.len(),
        facets.topics.len(),
        facets.statuses.len(),
        facets.sources.len(),
        facets.years.len(),
    ];
    let rows = |most: usize| -> usize { sizes.iter().map(|size| 1 + most.min(*size)).sum() };
    match room {
        0 => MOST,
        _ => (2..=MOST)
            .rev()
            .find(|most| rows(*most) <= room)
            .unwrap_or(2),
    }
}

fn of(facets: &Facets, most: usize, query: &str) -> Vec<FacetRow> {
    // The years with the most events, in their order.
    let mut years: Vec<&FacetValue> = facets.years.iter().collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.count));
    years.truncate(most);
    years.sort_by_key(|year| &year.name);
    let sorts: [(&str, Vec<&FacetValue>); 8] = [
        ("Who", first(&facets.people, most)),
        ("Where", first(&facets.places, most)),
        ("Countries", first(&facets.countries, most)),
        ("Kind", first(&facets.kinds, most)),
        ("About", first(&facets.topics, most)),
        ("Status", first(&facets.statuses, most)),
        ("Source", first(&facets.sources, most)),
        ("When", years),
    ];
    let mut rows = Vec::new();
    for (name, values) in sorts {
        if values.is_empty() {
            continue;
        }
        rows.push(FacetRow {
            name: name.to_owned(),
            count: None,
            term: None,
            chosen: false,
        });
        rows.extend(values.iter().map(|value| FacetRow {
            name: value.name.clone(),
            count: Some(value.count),
            term: Some(value.term.clone()),
            chosen: chosen(query, &value.term),
        }));
    }
    rows
}

fn first(values: &[FacetValue], most: usize) -> Vec<&FacetValue> {
    values.iter().take(most).collect()
}

/// Whether a condition stands in a search by itself.
fn chosen(query: &str, term: &str) -> bool {
    query.split_once(term).is_some_and(|(before, after)| {
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}
