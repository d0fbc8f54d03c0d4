//! Drafts and rows as events of the chronicle.

use std::mem::take;

use smallvec::SmallVec;

use super::draft::{Draft, quoted};
use super::people::{Entity, People};
use super::title::title;
use crate::chronicle::{Attestation, Event, Evidence, Participant, SourceRef, Status, Who};
use crate::document::{DocId, Document};
use crate::gazetteer::Gazetteer;
use crate::record::{Confidence, Scope, Str};
use crate::text::{Span, fnv};

/// The event of a draft.
pub(super) fn event(
    mut draft: Draft,
    people: &People,
    doc: DocId,
    document: &Document,
    gazetteer: Gazetteer,
) -> Event {
    let sentence = draft.sentence.of(&document.text);
    let words = draft.trigger.of(&document.text);
    let participants: Vec<Participant> = draft
        .people
        .iter()
        .filter_map(|&at| people.entities.get(at))
        .map(participant)
        .collect();
    let (also, because) = (take(&mut draft.also), take(&mut draft.because));
    let sentences = 1 + also.len();
    let attestation = |span: Span, because| Attestation {
        source: SourceRef::Document(doc),
        locator: Str::default(),
        line: None,
        url: None,
        date: None,
        status: draft.status,
        scope: Scope::Full,
        note: None,
        evidence: Some(Box::new(Evidence {
            doc,
            sentence: span,
            timex: draft.timex.filter(|timex| span.covers(*timex)),
            trigger: Some(draft.trigger).filter(|trigger| span.covers(*trigger)),
            group: draft.group.as_deref().map(|group| group.to_owned().into()),
            rule: draft.rule.into(),
            because,
        })),
    };
    let attestations = std::iter::once(draft.sentence)
        .chain(also)
        .zip(std::iter::repeat_n(because, sentences))
        .map(|(span, because)| attestation(span, because))
        .collect();
    let named = participants
        .iter()
        .any(|p| matches!(p.who, Who::Official(_)));
    let confidence = match (draft.own_date, named, draft.weak) {
        (true, true, false) => Confidence::High,
        (true, _, _) | (_, true, false) => Confidence::Medium,
        _ => Confidence::Low,
    };
    let title = title(&draft, &people.entities, gazetteer, words, sentence);
    let mut event = Event {
        key: Str::default(),
        date: draft.date,
        kind: draft.kind,
        status: draft.status,
        title: title.into(),
        summary: Str::default(),
        countries: draft.countries.into_iter().collect(),
        participants,
        places: draft.places.into_iter().collect(),
        topics: Vec::new(),
        confidence,
        inferred: Vec::new(),
        attestations,
        takes_office: None,
    };
    event.key = key(&event, gazetteer).into();
    event
}

fn participant(entity: &Entity) -> Participant {
    let who = match entity.official {
        Some(row) => Who::Official(row),
        None => Who::Named(entity.name.clone().into()),
    };
    Participant {
        who,
        role: entity
            .role
            .as_ref()
            .map(|role| quoted(role).into_owned().into()),
        country: entity.country,
    }
}

/// The stable key of an event that no record names: date, kind, countries, and a hash of these with
/// participants and places. The same happening gives the same key in every run.
pub(super) fn key(event: &Event, gazetteer: Gazetteer) -> String {
    use std::fmt::Write as _;
    let mut name = String::with_capacity(160);
    match event.date {
        Some(date) => {
            let _ = write!(name, "{date}");
            name.retain(|c| !matches!(c, '~' | '?' | '%'));
        }
        None => name.push_str("undated"),
    }
    if name.contains('/') {
        name = name.replace('/', "_");
    }
    let kind = event.kind.name().split('+');
    for (at, part) in kind.enumerate() {
        name.push_str(if at == 0 { "-" } else { "plus" });
        name.push_str(part);
    }
    for row in event.countries.iter().take(3) {
        name.push('-');
        let code = gazetteer.country(*row).code.bytes();
        name.extend(code.map(|letter| char::from(letter.to_ascii_lowercase())));
    }
    let mut people: SmallVec<[&str; 8]> = event
        .participants
        .iter()
        .map(|p| match &p.who {
            Who::Official(row) => gazetteer.official(*row).id.as_str(),
            Who::Named(name) => name.as_str(),
        })
        .collect();
    people.sort_unstable();
    let mut places: SmallVec<[&str; 8]> = event
        .places
        .iter()
        .map(|place| match place {
            crate::chronicle::PlaceRef::Known(row) => gazetteer.place(*row).id.as_str(),
            crate::chronicle::PlaceRef::Named(name) => name.as_str(),
        })
        .collect();
    places.sort_unstable();
    // The hash is of all of it, for a while behind the name.
    let end = name.len();
    for list in [people, places] {
        for (at, word) in list.iter().enumerate() {
            name.push(if at == 0 { '|' } else { ',' });
            name.push_str(word);
        }
        if list.is_empty() {
            name.push('|');
        }
    }
    name.push('|');
    name.push_str(quiet(event));
    let hash = hash(&name);
    name.truncate(end);
    let _ = write!(name, "-{hash:08x}");
    name
}

/// What tells apart two events with nobody in them: their headline.
fn quiet(event: &Event) -> &str {
    if event.participants.is_empty() {
        event.title.as_str()
    } else {
        ""
    }
}

/// FNV-1a, folded to 32 bits: stable over runs and machines.
fn hash(text: &str) -> u32 {
    let hash = fnv(text.bytes());
    (hash >> 32) as u32 ^ hash as u32
}

/// How firm a status is; a merged event takes the firmest.
pub(super) fn firmness(status: Status) -> u8 {
    match status {
        Status::Held => 4,
        Status::PastReference => 3,
        Status::Cancelled => 2,
        Status::Planned => 1,
        Status::Possible => 0,
    }
}
