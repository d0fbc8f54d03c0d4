//! A query in plain words, as it was understood.

use super::Session;
use super::cond::{Cond, Plan};
use super::named::Among;
use crate::index::{Class, EntityId};
use crate::query::{Has, Is};
use crate::time::{Date, DateRange};

/// More names than this are counted instead of listed.
const MOST_NAMES: usize = 3;

impl Session {
    /// "visits by Antony Blinken to Seoul, any year".
    pub(super) fn understood(&self, plan: &Plan, among: &Among<'_>) -> String {
        let mut told = Told::default();
        self.tell(&plan.root, among, &mut told);
        told.sentence()
    }

    fn tell(&self, cond: &Cond, among: &Among<'_>, told: &mut Told) {
        match cond {
            Cond::All(conds) => conds.iter().for_each(|cond| self.tell(cond, among, told)),
            Cond::Any(conds) => {
                let each = conds.iter().map(|cond| {
                    let mut own = Told::default();
                    self.tell(cond, among, &mut own);
                    own
                });
                told.either(&each.collect::<Vec<_>>());
            }
            Cond::Not(cond) => {
                let mut own = Told::default();
                self.tell(cond, among, &mut own);
                told.rest.push(format!("not {}", own.phrase()));
            }
            Cond::Word(word) => self.tell_named(cond, &word.key, among, told),
            Cond::Group(group) => {
                let words: Vec<&str> = group.words.iter().map(|word| word.key.as_str()).collect();
                self.tell_named(cond, &words.join(" "), among, told);
            }
            Cond::Phrase(phrase) => {
                told.words.push(format!("\"{}\"", phrase.keys.join(" ")));
            }
            Cond::Names(names) => {
                let keys: Vec<&str> = names
                    .values
                    .iter()
                    .flatten()
                    .map(|word| word.key.as_str())
                    .collect();
                self.tell_named(cond, &keys.join(" "), among, told);
            }
            Cond::Days(range) => told.dates.push(days(*range)),
            Cond::Yearly(month, day) => told.dates.push(match day {
                Some(day) => Date::new(2000, *month, *day).map_or_else(String::new, |date| {
                    format!("on {} {} of any year", date.day(), date.month_name())
                }),
                None => Date::new(2000, *month, 1).map_or_else(String::new, |date| {
                    format!("in {} of any year", date.month_name())
                }),
            }),
            Cond::Given(events) if events.is_empty() => told.dates.push("on no day".to_owned()),
            Cond::Given(_) => told.rest.push("some events".to_owned()),
            Cond::Is(is) => told.rest.push(
                match is {
                    Is::Marked => "marked",
                    Is::Merged => "told by several sources",
                    Is::Undated => "without a date",
                    Is::Unsourced => "without a source",
                }
                .to_owned(),
            ),
            Cond::Tag(tag) => told.rest.push(format!("tagged \"{tag}\"")),
            Cond::Has(has) => told.rest.push(
                match has {
                    Has::Note => "with a note",
                    Has::Quote => "with a quotation",
                }
                .to_owned(),
            ),
        }
    }

    /// What a word names goes to where such things stand in a sentence.
    fn tell_named(&self, cond: &Cond, word: &str, among: &Among<'_>, told: &mut Told) {
        let mut things = self.meant(cond, among);
        let is_found = |id: &EntityId| self.is_among(*id, among);
        if things.iter().any(is_found) {
            things.retain(is_found);
        }
        let Some(class) = things.iter().map(|id| self.index.entity(*id).class()).max() else {
            told.words.push(format!("\"{word}\""));
            return;
        };
        let names = self.listed(&things, class, word);
        match class {
            Class::Person | Class::Office => told.people.push(names),
            Class::Place => told.places.push(names),
            Class::Country => told.countries.push(names),
            Class::Kind => told.kinds.push(names),
            Class::Status => told.statuses.push(names),
            Class::Topic => told.topics.push(names),
            Class::Source => told.sources.push(names),
        }
    }

    fn listed(&self, things: &[EntityId], class: Class, word: &str) -> String {
        let of_class = things
            .iter()
            .filter(|id| self.index.entity(**id).class() == class);
        let things: Vec<EntityId> = of_class.copied().collect();
        let mut names = things.iter().map(|id| self.name_of(*id));
        if things.len() > MOST_NAMES {
            return match class {
                Class::Person => format!("anyone named \"{word}\""),
                Class::Office => format!("the {word}"),
                Class::Kind if names.any(|name| name == "meeting") => "meeting".to_owned(),
                _ => format!("\"{word}\""),
            };
        }
        names.collect::<Vec<_>>().join(" or ")
    }
}

fn days(range: DateRange) -> String {
    match (range.first(), range.last()) {
        (Date::MIN, last) => format!("up to {}", last.human()),
        (first, Date::MAX) => format!("since {}", first.human()),
        (first, last) if whole_years(range) && first.year() == last.year() => {
            format!("in {}", first.year())
        }
        (first, last) if whole_years(range) => format!("from {} to {}", first.year(), last.year()),
        (first, last) if first == first.first_of_month() && last == first.last_of_month() => {
            format!("in {} {}", first.month_name(), first.year())
        }
        (first, last) if first == last => format!("on {}", first.human()),
        (first, last) => format!("from {} to {}", first.human(), last.human()),
    }
}

fn whole_years(range: DateRange) -> bool {
    let (first, last) = (range.first(), range.last());
    (first.month(), first.day()) == (1, 1) && (last.month(), last.day()) == (12, 31)
}

/// The parts of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Told {
    kinds: Vec<String>,
    statuses: Vec<String>,
    people: Vec<String>,
    places: Vec<String>,
    countries: Vec<String>,
    topics: Vec<String>,
    words: Vec<String>,
    sources: Vec<String>,
    dates: Vec<String>,
    rest: Vec<String>,
}

impl Told {
    /// Adds a choice. Where each part names one thing of the same sort, those stand side by side.
    fn either(&mut self, each: &[Self]) {
        let sorts: [fn(&mut Self) -> &mut Vec<String>; 4] = [
            |told| &mut told.people,
            |told| &mut told.places,
            |told| &mut told.countries,
            |told| &mut told.words,
        ];
        for sort in sorts {
            let names: Vec<String> = each
                .iter()
                .filter_map(|told| {
                    let mut rest = told.clone();
                    let own = std::mem::take(sort(&mut rest));
                    let only = own.len() == 1 && rest == Self::default();
                    own.into_iter().next().filter(|_| only)
                })
                .collect();
            if names.len() == each.len() {
                sort(self).push(names.join(" or "));
                return;
            }
        }
        let phrases: Vec<String> = each.iter().map(Self::phrase).collect();
        self.rest.push(format!("either {}", phrases.join(" or ")));
    }

    /// All of it, with what was left open said as well.
    fn sentence(&self) -> String {
        let body = self.phrase();
        if self.dates.is_empty() {
            format!("{body}, any year")
        } else {
            body
        }
    }

    fn phrase(&self) -> String {
        let mut text = match self.kinds.as_slice() {
            [] => "events".to_owned(),
            kinds => plural(&kinds.join(" and ")),
        };
        if !self.statuses.is_empty() {
            text = format!("{} {text}", self.statuses.join(" and "));
        }
        let mut add = |before: &str, parts: &[String]| {
            if !parts.is_empty() {
                text.push_str(before);
                text.push_str(&parts.join(" and "));
            }
        };
        add(" with ", &self.people);
        add(" in ", &self.places);
        add(" of ", &self.countries);
        add(" about ", &self.topics);
        add(" that mention ", &self.words);
        add(" from ", &self.sources);
        add(", ", &self.rest);
        add(", ", &self.dates);
        text
    }
}

fn plural(kind: &str) -> String {
    match kind {
        "2+2" => "2+2 meetings".to_owned(),
        "talks" => "talks".to_owned(),
        "other" => "other events".to_owned(),
        kind => format!("{kind}s"),
    }
}
