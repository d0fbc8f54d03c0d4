//! What those listed are about, as rows to choose from.

use super::model::Model;
use crate::query::around;
use crate::search::{FacetValue, Facets};

/// Values of one sort beyond this are left to the search bar.
pub const MOST_VALUES: usize = 8;
/// The heading of the years, which stand in their order.
const WHEN: &str = "When";
/// Sorts of values.
const SORTS: usize = 8;

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
    let room = match model.panes.rail.height.saturating_sub(2) {
        0 => usize::MAX,
        rows => usize::from(rows),
    };
    facets
        .map(|facets| of(facets, room, model.search.line.text()))
        .unwrap_or_default()
}

fn of(facets: &Facets, room: usize, query: &str) -> Vec<FacetRow> {
    let mut years: Vec<&FacetValue> = facets.years.iter().collect();
    years.sort_by_key(|year| std::cmp::Reverse(year.count));
    let sorts: [(&str, Vec<&FacetValue>); SORTS] = [
        ("Who", facets.people.iter().take(MOST_VALUES).collect()),
        ("Where", facets.places.iter().take(MOST_VALUES).collect()),
        (
            "Countries",
            facets.countries.iter().take(MOST_VALUES).collect(),
        ),
        ("Kind", facets.kinds.iter().take(MOST_VALUES).collect()),
        ("About", facets.topics.iter().take(MOST_VALUES).collect()),
        ("Status", facets.statuses.iter().take(MOST_VALUES).collect()),
        ("Source", facets.sources.iter().take(MOST_VALUES).collect()),
        (WHEN, years),
    ];
    let shares = shares(sorts.each_ref().map(|(_, values)| values.len()), room);
    let mut rows = Vec::new();
    for ((name, mut values), share) in sorts.into_iter().zip(shares) {
        if share == 0 {
            continue;
        }
        rows.push(FacetRow {
            name: name.to_owned(),
            count: None,
            term: None,
            chosen: false,
        });
        values.truncate(share);
        if name == WHEN {
            // The years with the most events, in their order.
            values.sort_by_key(|year| &year.name);
        }
        rows.extend(values.into_iter().map(|value| FacetRow {
            name: value.name.clone(),
            count: Some(value.count),
            term: Some(value.term.clone()),
            chosen: around(query, &value.term).is_some(),
        }));
    }
    rows
}

/// How many values of each sort are shown in so many rows, headings included: one of each in turn.
fn shares(sizes: [usize; SORTS], room: usize) -> [usize; SORTS] {
    let mut shares = [0; SORTS];
    let mut left = room;
    for _ in 0..MOST_VALUES {
        for (share, size) in shares.iter_mut().zip(sizes) {
            let rows = if *share == 0 { 2 } else { 1 };
            if *share < size && rows <= left {
                *share += 1;
                left -= rows;
            }
        }
    }
    shares
}
