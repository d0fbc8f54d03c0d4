//! One event a line, for pipes and for reading aloud.

use crate::chronicle::{Chronicle, Event, Status};

/// `date  countries  title  (place)`, and `[unsourced]`, `[planned]` where that is so. An event
/// without a date says `undated`.
pub fn line(chronicle: &Chronicle, event: &Event) -> String {
    let date = event
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let countries = chronicle.country_codes(event).collect::<Vec<_>>().join("·");
    let mut line = format!("{date}  {countries}  {}", event.title);
    if let Some(place) = event.places.first() {
        let place = chronicle.place_name(place);
        if !event.title.contains(place) {
            line.extend(["  (", place, ")"]);
        }
    }
    if event.status != Status::Held {
        line.extend(["  [", event.status.name(), "]"]);
    }
    if chronicle.is_unsourced(event) {
        line.push_str("  [unsourced]");
    }
    line
}
