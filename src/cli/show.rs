//! `linchpin show`: one event with everything that is known of it.

use serde::Serialize;

use super::args::Show;
use super::exit::unknown;
use super::opened::opened;
use super::{Exit, Output, exit};
use crate::chronicle::{Chronicle, Event, EventId, Status};
use crate::error::Error;
use crate::export::{EventJson, SCHEMA, source_note};
use crate::open::With;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    #[serde(flatten)]
    event: EventJson<'a>,
}

pub(super) fn run(args: &Show, out: &mut Output) -> Result<Exit, Error> {
    let (library, _) = opened(&args.paths, With::Record);
    let chronicle = &library.chronicle;
    let Some(event) = chronicle.by_key(&args.id).map(|id| chronicle.event(id)) else {
        let ids = (0..chronicle.len() as u32).map(EventId);
        let keys: Vec<&str> = ids.map(|id| chronicle.key(id)).collect();
        exit::remark(&unknown("event has the id", &args.id, &keys));
        return Ok(Exit::Nothing);
    };
    if args.json {
        out.json(&Answer {
            schema: SCHEMA,
            event: EventJson::new(chronicle, event),
        })?;
    } else {
        text(chronicle, event, out)?;
    }
    Ok(Exit::Found)
}

fn text(chronicle: &Chronicle, event: &Event, out: &mut Output) -> Result<(), Error> {
    out.line(&event.title)?;
    let date = event
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.human());
    let places: Vec<_> = event
        .places
        .iter()
        .map(|place| chronicle.place_name(place))
        .collect();
    let mut facts = vec![
        date,
        event.kind.name().to_owned(),
        event.status.name().to_owned(),
    ];
    if !places.is_empty() {
        facts.push(places.join(", "));
    }
    facts.push(format!("confidence {}", event.confidence.name()));
    if chronicle.is_unsourced(event) {
        facts.push("unsourced".to_owned());
    }
    out.line(&facts.join(" · "))?;
    if let Some(history) = chronicle.history(event) {
        out.line(&history)?;
    }
    if !event.summary.is_empty() {
        out.line("")?;
        out.line(&event.summary)?;
    }
    if !event.participants.is_empty() {
        out.line("")?;
    }
    for participant in &event.participants {
        let role = chronicle
            .role(participant, event)
            .map(|role| format!(", {role}"));
        out.line(&format!(
            "  {}{}",
            chronicle.name(participant),
            role.unwrap_or_default()
        ))?;
    }
    out.line("")?;
    for attestation in &event.attestations {
        out.line(&format!("  — {}", source_note(chronicle, attestation)))?;
        if attestation.status != event.status && attestation.status != Status::PastReference {
            out.line(&format!("    told as {}", attestation.status.name()))?;
        }
        if let Some(url) = chronicle.url(attestation) {
            out.line(&format!("    {url}"))?;
        }
        if let Some(quote) = chronicle.quote(attestation) {
            out.line(&format!("    “{}”", crate::text::clean_line(quote)))?;
        }
    }
    for inferred in &event.inferred {
        out.line(&format!("  inferred: {}", inferred.from))?;
    }
    Ok(())
}
