//! The event before and the event after, of the same sort.

use super::Searcher;
use crate::chronicle::{Event, EventId, Participant, Status, Who};
use crate::gazetteer::Gazetteer;
use crate::record::{CountryRow, OfficeKind};

/// What two events must have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Same {
    /// Everyone of the one who is known took part in the other.
    Participants,
    /// The same countries met, at the same level: leaders with leaders, ministers with ministers.
    Level,
    /// The same countries and the same kind.
    CountriesAndKind,
    /// One of the places.
    Place,
    /// The kind.
    Kind,
}

impl Searcher {
    /// The last event before this one that has that in common with it.
    pub fn previous_of(&self, event: EventId, same: Same) -> Option<EventId> {
        let before = (0..event.0).rev().map(EventId);
        self.first_like(event, same, before)
    }

    /// The first event after this one that has that in common with it.
    pub fn next_of(&self, event: EventId, same: Same) -> Option<EventId> {
        let after = (event.0 + 1..self.index.len()).map(EventId);
        self.first_like(event, same, after)
    }

    fn first_like(
        &self,
        event: EventId,
        same: Same,
        mut others: impl Iterator<Item = EventId>,
    ) -> Option<EventId> {
        let own = self.chronicle.get(event)?;
        let gazetteer = self.chronicle.gazetteer();
        let sought = match same {
            Same::Level => Some(delegations(own, gazetteer)).filter(|found| found.len() > 1),
            _ => None,
        };
        others.find(|&id| {
            let other = &*self.chronicle.look(id);
            let happened = other.status != Status::Cancelled && other.date.is_some();
            happened
                && match same {
                    Same::Participants => covers(other, own),
                    Same::Level => sought.as_ref().is_some_and(|sought| {
                        let found = delegations(other, gazetteer);
                        sought.iter().all(|one| found.contains(one)) && met(other)
                    }),
                    Same::CountriesAndKind => other.kind == own.kind && same_countries(other, own),
                    Same::Place => own.places.iter().any(|place| other.places.contains(place)),
                    Same::Kind => other.kind == own.kind,
                }
        })
    }
}

/// Whether everyone of `own` is among those of `other`.
fn covers(other: &Event, own: &Event) -> bool {
    let has = |one: &Participant| other.participants.iter().any(|two| two.who == one.who);
    !own.participants.is_empty() && own.participants.iter().all(has)
}

fn same_countries(a: &Event, b: &Event) -> bool {
    let among = |of: &Event, others: &Event| {
        of.countries
            .iter()
            .all(|country| others.countries.contains(country))
    };
    !a.countries.is_empty() && among(a, b) && among(b, a)
}

/// Whether those who took part spoke with one another.
fn met(event: &Event) -> bool {
    use crate::chronicle::Kind;
    match event.kind {
        Kind::Visit
        | Kind::Meeting
        | Kind::Summit
        | Kind::TwoPlusTwo
        | Kind::Talks
        | Kind::Conference => true,
        Kind::Call
        | Kind::Statement
        | Kind::Announcement
        | Kind::Agreement
        | Kind::Exercise
        | Kind::Test
        | Kind::Other => false,
    }
}

/// How high an official stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Leader,
    Minister,
    Official,
}

/// For each country, the level of its highest participant on those days; by country.
fn delegations(event: &Event, gazetteer: Gazetteer) -> Vec<(CountryRow, Level)> {
    let mut found: Vec<(CountryRow, Level)> = Vec::new();
    for participant in &event.participants {
        let Who::Official(row) = participant.who else {
            continue;
        };
        let Some(on) = event.range() else { continue };
        let official = gazetteer.official(row);
        let Some(country) = participant.state(gazetteer) else {
            continue;
        };
        let offices = official.offices(on);
        let level = offices
            .map(|tenure| level(gazetteer.office(tenure.office).kind))
            .min();
        let Some(level) = level else { continue };
        match found.iter_mut().find(|(known, _)| *known == country) {
            Some((_, highest)) => *highest = level.min(*highest),
            None => found.push((country, level)),
        }
    }
    found.sort_unstable();
    found
}

fn level(kind: OfficeKind) -> Level {
    match kind {
        OfficeKind::HeadOfState | OfficeKind::HeadOfGovernment => Level::Leader,
        OfficeKind::ForeignMinister
        | OfficeKind::DefenceMinister
        | OfficeKind::Minister
        | OfficeKind::Vice => Level::Minister,
        OfficeKind::Deputy
        | OfficeKind::Ambassador
        | OfficeKind::Envoy
        | OfficeKind::SecurityAdviser
        | OfficeKind::Intelligence
        | OfficeKind::Military
        | OfficeKind::Spokesperson
        | OfficeKind::Legislator
        | OfficeKind::Other => Level::Official,
    }
}
