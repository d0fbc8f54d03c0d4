//! Events: their ids, their words, their people, and no happening twice.

use std::collections::BTreeMap;

use super::Checker;
use crate::record::parse::Row;
use crate::record::raw::{Event, Official, Participant, Rule};
use crate::record::resolve::days;

/// Characters of a title, at most.
const TITLE: usize = 90;
/// Sentences of a summary, at most.
const SENTENCES: usize = 3;

pub(super) fn check(checker: &mut Checker<'_>) {
    let data = checker.data;
    let mut seen: BTreeMap<_, &Row<Event>> = BTreeMap::new();
    for row in &data.events {
        style(checker, row);
        if row.row.attestations.is_empty() {
            let message = "no attestation; a fact without a source is attested by `uncited`";
            checker.found(
                row.file,
                row.row.id.span().start,
                Rule::Source,
                message.to_owned(),
            );
        }
        for person in &row.row.participants {
            people(checker, row, person.get_ref(), person.span().start);
        }
        let mut people: Vec<_> = row
            .row
            .participants
            .iter()
            .filter_map(|p| key(p.get_ref()))
            .collect();
        people.sort_unstable();
        if people.is_empty() || row.row.allow.contains_key(&Rule::Duplicate) {
            continue;
        }
        let happening = (row.row.date.get_ref().text.as_str(), row.row.kind, people);
        if let Some(first) = seen.insert(happening, row) {
            let message = format!(
                "the same day, kind and participants as `{}`; one happening is one event",
                first.row.id.get_ref(),
            );
            checker.found(row.file, row.row.id.span().start, Rule::Duplicate, message);
        }
    }
}

fn key(person: &Participant) -> Option<&str> {
    match person {
        Participant::Id(id) => Some(id),
        Participant::Person(person) => person.id.as_deref().or(person.name.as_deref()),
    }
}

fn style(checker: &mut Checker<'_>, row: &Row<Event>) {
    let event = &row.row;
    let date = event.date.get_ref();
    let begin = date.text.split('/').next().unwrap_or_default();
    let begin = begin.trim_end_matches(['?', '~', '%']);
    if !event.id.get_ref().starts_with(begin) {
        let message = format!("the id does not begin with the date, {begin}");
        checker.found(row.file, event.id.span().start, Rule::Id, message);
    }
    let title = event.title.get_ref();
    let at = event.title.span().start;
    let length = title.chars().count();
    if length == 0 || length > TITLE {
        let message = format!("the title has {length} characters; 1 to {TITLE} are allowed");
        checker.found(row.file, at, Rule::Style, message);
    }
    if title.ends_with('.') && !title.ends_with("Jr.") {
        checker.found(
            row.file,
            at,
            Rule::Style,
            "a title ends without a full stop".to_owned(),
        );
    }
    let sentences = event
        .summary
        .split(". ")
        .filter(|part| !part.trim().is_empty())
        .count();
    if sentences > SENTENCES {
        let message = format!("the summary has {sentences} sentences; {SENTENCES} are allowed");
        checker.found(row.file, at, Rule::Style, message);
    }
}

/// Alive on the day, and in the office that the role names.
fn people(checker: &mut Checker<'_>, row: &Row<Event>, person: &Participant, at: usize) {
    let (id, role) = match person {
        Participant::Id(id) => (Some(id), None),
        Participant::Person(person) => (person.id.as_ref(), person.role.as_deref()),
    };
    let Some(number) = id.and_then(|id| checker.index.officials.get(id)) else {
        return;
    };
    let data = checker.data;
    let official = &data.officials[*number as usize].row;
    let on = row.row.date.get_ref().edtf.range();
    let alive = official
        .born
        .as_ref()
        .is_none_or(|born| born.edtf.range().first() <= on.last())
        && official
            .died
            .as_ref()
            .is_none_or(|died| on.first() <= died.edtf.range().last());
    if !alive && !row.row.allow.contains_key(&Rule::Life) {
        let day = &row.row.date.get_ref().text;
        let message = format!("{} was not alive on {day}", official.name.get_ref());
        checker.found(row.file, at, Rule::Life, message);
    }
    let Some(role) = role else { return };
    if let Some(office) = named(checker, official, role) {
        let held = official
            .tenures
            .iter()
            .map(super::At::get_ref)
            .any(|tenure| {
                let (first, last) = days(tenure.from.as_ref(), tenure.to.as_ref());
                let unknown = tenure.from.is_none() || tenure.to.is_none();
                tenure.office.get_ref() == office
                    && (unknown || (first <= on.last().ordinal() && on.first().ordinal() <= last))
            });
        if !held && !row.row.allow.contains_key(&Rule::Office) {
            let message = format!(
                "{} is shown as {role}, and held `{office}` on other days",
                official.name.get_ref(),
            );
            checker.found(row.file, at, Rule::Office, message);
        }
    }
}

/// The office of the official's own tenures that a role names in so many words.
fn named<'d>(checker: &Checker<'d>, official: &'d Official, role: &str) -> Option<&'d str> {
    official
        .tenures
        .iter()
        .map(|tenure| tenure.get_ref().office.get_ref().as_str())
        .find(|id| {
            let number = checker.index.offices.get(*id);
            let office = number.map(|number| &checker.data.offices[*number as usize].row);
            office.is_some_and(|office| {
                let titles = [&office.title, &office.full]
                    .into_iter()
                    .chain(&office.aliases);
                titles
                    .into_iter()
                    .any(|title| title.eq_ignore_ascii_case(role))
            })
        })
}
