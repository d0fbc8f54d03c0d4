//! How much the record holds, and how much of it to trust.

use super::kinds::Confidence;
use super::schema::Record;

/// Numbers about a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// All events.
    pub events: usize,
    /// Events that follow from a tenure.
    pub taking_office: usize,
    /// Events that nothing but the compiler's word stands behind.
    pub unsourced: usize,
    /// Events with an inferred field.
    pub inferred: usize,
    /// Events of low confidence.
    pub low_confidence: usize,
    /// Attestations of all events.
    pub attestations: usize,
    /// People.
    pub officials: usize,
    /// Tenures of all people.
    pub tenures: usize,
    /// Places.
    pub places: usize,
    /// Sources, the one for uncited facts included.
    pub sources: usize,
}

/// Counts the record.
pub fn census(record: &Record<'_>) -> Census {
    let (names, events) = (&record.names, &record.events);
    Census {
        events: events.len(),
        taking_office: events
            .iter()
            .filter(|event| event.takes_office.is_some())
            .count(),
        unsourced: events.iter().filter(|event| event.unsourced(names)).count(),
        inferred: events
            .iter()
            .filter(|event| !event.inferred.is_empty())
            .count(),
        low_confidence: events
            .iter()
            .filter(|event| event.confidence == Confidence::Low)
            .count(),
        attestations: events.iter().map(|event| event.attestations.len()).sum(),
        officials: names.officials.len(),
        tenures: names
            .officials
            .iter()
            .map(|official| official.tenures.len())
            .sum(),
        places: names.places.len(),
        sources: names.sources.len(),
    }
}
