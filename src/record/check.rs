//! What a compiler of the record can get wrong beyond one row: the rules that hold between rows.
//!
//! Each rule is a function from the data to findings. A row is excused from a rule by
//! `allow = { rule = "reason" }` in `data/`.

mod events;
mod names;
mod tenures;

use std::collections::HashMap;

use super::finding::Finding;
use super::parse::{Data, Row};
use super::raw::{At, Participant, Rule};
use super::resolve::Index;

/// What the rules look at, and where they put what they find.
pub(crate) struct Checker<'d> {
    pub(crate) data: &'d Data,
    pub(crate) index: &'d Index,
    findings: Vec<Finding>,
}

/// All findings of all rules, by file and line.
pub(crate) fn check(data: &Data, index: &Index) -> Vec<Finding> {
    let mut checker = Checker {
        data,
        index,
        findings: Vec::new(),
    };
    checker.unique();
    checker.dangling();
    checker.boxes();
    names::check(&mut checker);
    tenures::check(&mut checker);
    events::check(&mut checker);
    checker.findings.sort();
    checker.findings
}

impl Checker<'_> {
    /// Notes a finding at a value of a row.
    pub(crate) fn found(&mut self, file: usize, at: usize, rule: Rule, message: String) {
        self.findings
            .push(self.data.finding(file, at, rule, message));
    }

    /// No id stands twice.
    fn unique(&mut self) {
        let data = self.data;
        self.unique_in(&data.countries, |row| &row.code);
        self.unique_in(&data.sources, |row| &row.id);
        self.unique_in(&data.topics, |row| &row.id);
        self.unique_in(&data.offices, |row| &row.id);
        self.unique_in(&data.officials, |row| &row.id);
        self.unique_in(&data.places, |row| &row.id);
        self.unique_in(&data.events, |row| &row.id);
    }

    fn unique_in<T>(&mut self, rows: &[Row<T>], id: impl Fn(&T) -> &At<String>) {
        for pair in rows.windows(2) {
            let (before, after) = (id(&pair[0].row), id(&pair[1].row));
            if before.get_ref() == after.get_ref() {
                let message = format!("`{}` is taken by another row", after.get_ref());
                self.found(pair[1].file, after.span().start, Rule::Id, message);
            }
        }
    }

    /// Every id that a row names is the id of a row.
    fn dangling(&mut self) {
        let (data, index) = (self.data, self.index);
        for row in &data.countries {
            self.known(row.file, "place", &index.places, row.row.capital.as_ref());
        }
        for row in &data.offices {
            self.known(row.file, "country", &index.countries, [&row.row.country]);
            self.known(row.file, "country", &index.countries, row.row.post.as_ref());
        }
        for row in &data.officials {
            self.known(row.file, "country", &index.countries, [&row.row.country]);
            for tenure in &row.row.tenures {
                self.known(
                    row.file,
                    "office",
                    &index.offices,
                    [&tenure.get_ref().office],
                );
                self.known(
                    row.file,
                    "source",
                    &index.sources,
                    [&tenure.get_ref().source],
                );
            }
        }
        for row in &data.places {
            self.known(
                row.file,
                "country",
                &index.countries,
                row.row.country.as_ref(),
            );
            self.known(row.file, "place", &index.places, row.row.within.as_ref());
            self.known(row.file, "source", &index.sources, [&row.row.source]);
        }
        for row in &data.events {
            self.known(row.file, "country", &index.countries, &row.row.countries);
            self.known(row.file, "place", &index.places, &row.row.places);
            self.known(row.file, "topic", &index.topics, &row.row.topics);
            for attestation in &row.row.attestations {
                self.known(
                    row.file,
                    "source",
                    &index.sources,
                    [&attestation.get_ref().source],
                );
            }
            for person in &row.row.participants {
                self.participant(row.file, person);
            }
        }
    }

    fn known<'a>(
        &mut self,
        file: usize,
        what: &str,
        ids: &HashMap<String, u32>,
        named: impl IntoIterator<Item = &'a At<String>>,
    ) {
        for id in named {
            self.known_id(file, what, ids, (id.get_ref(), id.span().start));
        }
    }

    fn known_id(
        &mut self,
        file: usize,
        what: &str,
        ids: &HashMap<String, u32>,
        (id, at): (&str, usize),
    ) {
        if ids.contains_key(id) {
            return;
        }
        let near = ids.keys().filter(|known| alike(known, id)).min();
        let hint = near.map_or_else(String::new, |known| format!("; is it `{known}`?"));
        self.found(
            file,
            at,
            Rule::Dangling,
            format!("there is no {what} `{id}`{hint}"),
        );
    }

    fn participant(&mut self, file: usize, person: &At<Participant>) {
        let at = person.span().start;
        let index = self.index;
        match person.get_ref() {
            Participant::Id(id) => self.known_id(file, "official", &index.officials, (id, at)),
            Participant::Person(person) => {
                match (&person.id, &person.name) {
                    (Some(id), None) => {
                        self.known_id(file, "official", &index.officials, (id, at));
                    }
                    (None, Some(_)) => {}
                    _ => {
                        let message = "a participant has an id or a name, and not both";
                        self.found(file, at, Rule::Syntax, message.to_owned());
                    }
                }
                if let Some(code) = &person.country {
                    self.known_id(file, "country", &index.countries, (code, at));
                }
            }
        }
    }

    /// Places lie within the box of their country.
    fn boxes(&mut self) {
        let data = self.data;
        for row in &data.places {
            let place = &row.row;
            let country = place.country.as_ref().and_then(|code| {
                let number = *self.index.countries.get(code.get_ref())?;
                data.countries.get(number as usize)
            });
            let Some(country) = country else { continue };
            let Some([south, north, west, east]) = country.row.bounds else {
                continue;
            };
            let across = if west <= east {
                (west..=east).contains(&place.lon)
            } else {
                place.lon >= west || place.lon <= east
            };
            let inside = across && (south..=north).contains(&place.lat);
            if !inside && !place.allow.contains_key(&Rule::Box) {
                let message = format!(
                    "{} lies at {}, {}, outside {} ({south} to {north}, {west} to {east})",
                    place.name.get_ref(),
                    place.lat,
                    place.lon,
                    country.row.name,
                );
                self.found(row.file, place.id.span().start, Rule::Box, message);
            }
        }
    }
}

/// Whether two ids differ in one place of at most two characters.
fn alike(known: &str, id: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let before = known.chars().zip(id.chars()).take_while(same).count();
    let after = known
        .chars()
        .rev()
        .zip(id.chars().rev())
        .take_while(same)
        .count();
    before + after + 2 >= known.chars().count().max(id.chars().count())
}
