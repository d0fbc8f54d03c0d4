//! Turns rows as written into the [`Record`]: ids become row numbers, tenures become events.

use std::collections::HashMap;

use super::parse::{Data, Row};
use super::raw::{self, At, Participant as RawParticipant, Until, When};
use super::schema::{
    Attestation, Brief, Country, CountryRow, Event, Inferred, Names, Office, OfficeRow, Official,
    OfficialRow, Participant, Place, PlaceRow, Record, Source, SourceRow, Tenure, Topic, TopicRow,
};
use super::tenures;
use super::text::Str;
use crate::time::Date;

/// Where each id stands in its sorted table.
#[derive(Debug, Default)]
pub(crate) struct Index {
    pub(crate) countries: HashMap<String, u32>,
    pub(crate) sources: HashMap<String, u32>,
    pub(crate) topics: HashMap<String, u32>,
    pub(crate) offices: HashMap<String, u32>,
    pub(crate) officials: HashMap<String, u32>,
    pub(crate) places: HashMap<String, u32>,
}

impl Index {
    /// The index of sorted data.
    pub(crate) fn of(data: &Data) -> Self {
        Self {
            countries: numbers(&data.countries, |row| &row.code),
            sources: numbers(&data.sources, |row| &row.id),
            topics: numbers(&data.topics, |row| &row.id),
            offices: numbers(&data.offices, |row| &row.id),
            officials: numbers(&data.officials, |row| &row.id),
            places: numbers(&data.places, |row| &row.id),
        }
    }
}

fn numbers<T>(rows: &[Row<T>], id: impl Fn(&T) -> &At<String>) -> HashMap<String, u32> {
    (0..)
        .zip(rows)
        .map(|(n, row)| (id(&row.row).get_ref().clone(), n))
        .collect()
}

/// The record. The data must be without findings: an id that no row has is left out (or, where a
/// row cannot do without, points at the first).
pub(crate) fn resolve(data: Data, index: &Index) -> Record<'static> {
    let of = Resolver { index };
    let names = Names {
        countries: data
            .countries
            .into_iter()
            .map(|row| of.country_row(row.row))
            .collect(),
        sources: data
            .sources
            .into_iter()
            .map(|row| source(row.row))
            .collect(),
        topics: data.topics.into_iter().map(|row| topic(row.row)).collect(),
        offices: data
            .offices
            .into_iter()
            .map(|row| of.office(row.row))
            .collect(),
        officials: data
            .officials
            .into_iter()
            .map(|row| of.official(row.row))
            .collect(),
        places: data
            .places
            .into_iter()
            .map(|row| of.place(row.row))
            .collect(),
        in_bands: Vec::new(),
    }
    .with_bands();
    let typed = data.events.into_iter().map(|row| of.event(row.row));
    let mut events: Vec<_> = typed.chain(tenures::events(&names)).collect();
    events.sort_by(|a, b| (a.days, &a.id).cmp(&(b.days, &b.id)));
    Record {
        names,
        events,
        documents: data
            .briefs
            .into_iter()
            .map(|(file, text)| Brief {
                file: file.into(),
                text: text.into(),
            })
            .collect(),
    }
}

struct Resolver<'i> {
    index: &'i Index,
}

impl Resolver<'_> {
    fn country(&self, code: &At<String>) -> CountryRow {
        CountryRow(number(&self.index.countries, code.get_ref()).unwrap_or(0))
    }

    fn source(&self, id: &At<String>) -> SourceRow {
        SourceRow(number(&self.index.sources, id.get_ref()).unwrap_or(0))
    }

    fn place_of(&self, id: &At<String>) -> Option<PlaceRow> {
        number(&self.index.places, id.get_ref()).map(PlaceRow)
    }

    fn country_row(&self, row: raw::Country) -> Country<'static> {
        Country {
            capital: row.capital.as_ref().and_then(|id| self.place_of(id)),
            code: row.code.into_inner().into(),
            name: row.name.into(),
            official: row.official.into(),
            adjectives: texts(row.adjectives),
            aliases: spanned(row.aliases),
            native: texts(row.native),
            metonyms: texts(row.metonyms),
            bounds: row.bounds,
        }
    }

    fn office(&self, row: raw::Office) -> Office<'static> {
        Office {
            country: self.country(&row.country),
            post: row.post.as_ref().map(|code| self.country(code)),
            id: row.id.into_inner().into(),
            title: row.title.into(),
            full: row.full.into(),
            aliases: texts(row.aliases),
            kind: row.kind,
            single: row.single,
            band: row.band.map(Str::from),
            takes_office: row.takes_office,
            begins: row.begins.map(Str::from),
        }
    }

    fn official(&self, row: raw::Official) -> Official<'static> {
        let mut tenures: Vec<Tenure<'static>> = row
            .tenures
            .into_iter()
            .map(|tenure| self.tenure(tenure.into_inner()))
            .collect();
        tenures.sort_by_key(|tenure| tenure.days);
        Official {
            country: self.country(&row.country),
            id: row.id.into_inner().into(),
            name: row.name.into_inner().into(),
            family: row.family.into(),
            given: row.given.into(),
            native: spanned(row.native),
            aliases: spanned(row.aliases),
            born: row.born.map(written),
            died: row.died.map(written),
            tenures,
        }
    }

    fn tenure(&self, row: raw::Tenure) -> Tenure<'static> {
        let office = number(&self.index.offices, row.office.get_ref()).unwrap_or(0);
        Tenure {
            days: days(row.from.as_ref(), row.to.as_ref()),
            office: OfficeRow(office),
            from: row.from.map(written),
            to: row.to.map(|to| match to {
                Until::Open => "..".into(),
                Until::Day(when) => written(when),
            }),
            acting: row.acting,
            source: self.source(&row.source),
            locator: row.locator.into(),
            confidence: row.confidence,
            inferred: row.inferred.map(Str::from),
            note: row.note.map(Str::from),
        }
    }

    fn place(&self, row: raw::Place) -> Place<'static> {
        Place {
            country: row.country.as_ref().map(|code| self.country(code)),
            within: row.within.as_ref().and_then(|id| self.place_of(id)),
            source: self.source(&row.source),
            id: row.id.into_inner().into(),
            name: row.name.into_inner().into(),
            kind: row.kind.into(),
            lat: row.lat,
            lon: row.lon,
            native: spanned(row.native),
            aliases: spanned(row.aliases),
            locator: row.locator.into(),
        }
    }

    fn event(&self, row: raw::Event) -> Event<'static> {
        let when = row.date.into_inner();
        let range = when.edtf.range();
        Event {
            days: (range.first().ordinal(), range.last().ordinal()),
            date: written(when),
            id: row.id.into_inner().into(),
            kind: row.kind,
            status: row.status,
            title: row.title.into_inner().into(),
            summary: row.summary.into(),
            countries: row
                .countries
                .iter()
                .map(|code| self.country(code))
                .collect(),
            participants: row
                .participants
                .into_iter()
                .map(|person| self.participant(person.into_inner()))
                .collect(),
            places: row
                .places
                .iter()
                .filter_map(|id| self.place_of(id))
                .collect(),
            topics: row
                .topics
                .iter()
                .filter_map(|id| number(&self.index.topics, id.get_ref()).map(TopicRow))
                .collect(),
            confidence: row.confidence,
            inferred: row
                .inferred
                .into_iter()
                .map(|(field, from)| Inferred {
                    field,
                    from: from.into(),
                })
                .collect(),
            attestations: row
                .attestations
                .into_iter()
                .map(|attestation| self.attestation(attestation.into_inner()))
                .collect(),
            takes_office: None,
        }
    }

    fn participant(&self, person: RawParticipant) -> Participant<'static> {
        let (id, name, role, country) = match person {
            RawParticipant::Id(id) => (Some(id), None, None, None),
            RawParticipant::Person(raw::Person {
                id,
                name,
                role,
                country,
            }) => (id, name, role, country),
        };
        let official = id
            .and_then(|id| number(&self.index.officials, &id))
            .map(OfficialRow);
        let country = country.and_then(|code| number(&self.index.countries, &code));
        Participant {
            official,
            name: name.unwrap_or_default().into(),
            role: role.map(Str::from),
            country: country.map(CountryRow),
        }
    }

    fn attestation(&self, row: raw::Attestation) -> Attestation<'static> {
        Attestation {
            source: self.source(&row.source),
            locator: row.locator.into(),
            url: row.url.map(Str::from),
            date: row.date.map(written),
            note: row.note.map(Str::from),
            scope: row.scope,
        }
    }
}

fn source(row: raw::Source) -> Source<'static> {
    Source {
        id: row.id.into_inner().into(),
        title: row.title.into(),
        publisher: row.publisher.into(),
        url: row.url.map(Str::from),
        licence: row.licence.into(),
        first: row.first.map(written),
        last: row.last.map(written),
        covers: row.covers.into(),
        does_not_cover: row.does_not_cover.into(),
        uncited: row.uncited,
    }
}

fn topic(row: raw::Topic) -> Topic<'static> {
    Topic {
        id: row.id.into_inner().into(),
        name: row.name.into(),
        aliases: texts(row.aliases),
    }
}

/// First and last possible day in office; see [`Tenure::days`].
pub(crate) fn days(from: Option<&When>, to: Option<&Until>) -> (i32, i32) {
    let begin = from.map(|when| when.edtf.range());
    let end = match to {
        Some(Until::Open) => Some(Date::MAX),
        Some(Until::Day(when)) => Some(when.edtf.range().last()),
        None => None,
    };
    match (begin, end) {
        (Some(begin), Some(end)) => (begin.first().ordinal(), end.ordinal()),
        (Some(begin), None) => (begin.first().ordinal(), begin.last().ordinal()),
        (None, Some(end)) => (end.ordinal(), end.ordinal()),
        (None, None) => (Date::MAX.ordinal(), Date::MAX.ordinal()),
    }
}

fn number(ids: &HashMap<String, u32>, id: &str) -> Option<u32> {
    ids.get(id).copied()
}

fn written(when: When) -> Str<'static> {
    when.text.into()
}

fn texts(texts: Vec<String>) -> Vec<Str<'static>> {
    texts.into_iter().map(Str::from).collect()
}

fn spanned(texts: Vec<At<String>>) -> Vec<Str<'static>> {
    texts
        .into_iter()
        .map(|text| text.into_inner().into())
        .collect()
}
