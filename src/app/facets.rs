//! What those listed are about, as rows to choose from.

use super::model::Model;
use crate::search::{FacetValue, Facets};

/// Values of one sort beyond this are left to the search bar.
const MOST: usize = 8;

/// A row of the facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetRow {
    /// As shown.
    pub name: String,
    /// In how many events; none for a heading.
    pub count: Option<u32>,
    /// What it adds to the search; none for a heading.
    pub term: Option<String>,
}

/// All rows: headings and values.
pub fn rows(model: &Model) -> Vec<FacetRow> {
    let facets = model.search.found.as_ref().map(|found| &found.facets);
    facets.map(of).unwrap_or_default()
}

fn of(facets: &Facets) -> Vec<FacetRow> {
    let sorts: [(&str, &[FacetValue]); 7] = [
        ("Who", &facets.people),
        ("Where", &facets.places),
        ("Countries", &facets.countries),
        ("Kind", &facets.kinds),
        ("About", &facets.topics),
        ("Status", &facets.statuses),
        ("Source", &facets.sources),
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
        });
        rows.extend(values.iter().take(MOST).map(|value| FacetRow {
            name: value.name.clone(),
            count: Some(value.count),
            term: Some(value.term.clone()),
        }));
    }
    rows
}
