//! The day that contains a happening without one of its own: that of the paragraph, of the journey, of
//! what was told before, of the document.

use super::Scene;
use crate::chronicle::{PlaceRef, Status};
use crate::compile::items::{Row, What};
use crate::compile::mood::Mood;
use crate::compile::reader::Line;
use crate::time::{DateRange, Edtf};

/// So many sentences of prose tell the news of a document, and so many lines may stand above and between
/// them: a page has titles and menus.
const LEAD: usize = 3;
const HEAD: usize = 12;

/// "Prior to the meeting, …", "After the talks": beside what was just told.
fn beside_the_meeting(row: &Row<'_>) -> bool {
    let leads = matches!(
        row.lower(0),
        "prior" | "before" | "after" | "following" | "ahead"
    );
    let noun = (1..7).find(|&at| {
        matches!(
            row.lower(at),
            "meeting" | "talks" | "summit" | "dinner" | "lunch" | "signing"
        )
    });
    let known = |at: usize| matches!(row.lower(at), "the" | "their" | "this");
    leads && noun.is_some_and(|noun| (1..noun).any(known))
}

impl Scene {
    /// "later in the day": the last day told, in whichever paragraph.
    pub(in crate::compile::reader) fn that_day(
        &self,
        line: &Line<'_>,
        dct: Option<DateRange>,
    ) -> Option<(Edtf, String)> {
        let row = &line.row;
        let len = row.len();
        let beside = beside_the_meeting(row);
        let same = row.has(0, len, &["in", "the", "day"])
            || row.has(0, len, &["later", "that", "day"])
            || beside;
        // "He visited Seoul in May. He met the President": in what was looked back to.
        let goes_on = matches!(row.lower(0), "there" | "then")
            || row.lower(0) == "back" && row.lower(1) == "then"
            || row.lower(0) == "at"
                && matches!(row.lower(1), "that" | "the")
                && row.lower(2) == "time"
            || matches!(row.what(0), Some(What::People(_))) && Self::is_pronoun(line);
        if let Some(behind) = self.behind.filter(|_| goes_on) {
            let reason = format!("the sentence before looks back to {}", behind.human());
            return Some((behind, reason));
        }
        let written = dct.filter(|dct| dct.days() == 1 && !beside).map(Edtf::days);
        let day = self.told.or(written).filter(|_| same)?;
        Some((
            day,
            format!("on the same day as what was told before, {}", day.human()),
        ))
    }

    /// Whether a sentence begins with "he" or "she".
    fn is_pronoun(line: &Line<'_>) -> bool {
        let first = line
            .row
            .items
            .first()
            .map_or("", |item| item.span.of(line.text));
        matches!(first, "He" | "She" | "They")
    }

    /// The day that contains a happening of these people without one, with the reason. What is told in
    /// the present can be to come.
    pub(in crate::compile::reader) fn date(
        &self,
        mood: Mood,
        people: &[usize],
        dct: Option<DateRange>,
        present: bool,
    ) -> Option<(Edtf, String, bool)> {
        let future = |date: Edtf| dct.is_none_or(|dct| date.range().last() >= dct.first());
        let fits = |date: Edtf| match mood {
            Mood::Planned | Mood::Possible => future(date),
            _ => present || dct.is_none_or(|dct| date.range().first() <= dct.last()),
        };
        let ahead = matches!(mood, Mood::Planned | Mood::Possible);
        let spoken = self.spoken.filter(|_| !ahead);
        // What others do is not on the journey.
        let others = !people.is_empty()
            && !self.travellers.is_empty()
            && !people.iter().any(|at| self.travellers.contains(at));
        // Nor is the day of what others do that of who is on it.
        let travels = |at: &usize| self.trip_of.contains(at);
        let of_others = !self.day_of.is_empty()
            && people.iter().any(travels)
            && !self.day_of.iter().any(travels)
            && self.trip.is_some_and(|(trip, _)| fits(trip));
        let of_the_scene = self.day.filter(|_| !(others && self.carried || of_others));
        let day = spoken.or(of_the_scene);
        if let Some(day) = day.filter(|&day| fits(day)) {
            return Some((
                day,
                format!("no day of its own; the paragraph speaks of {}", day.human()),
                false,
            ));
        }
        if let Some((trip, _)) = self.trip.filter(|&(trip, _)| fits(trip) && !others) {
            return Some((
                trip,
                format!("no day of its own; the journey lasts {}", trip.human()),
                false,
            ));
        }
        let early = self.prose < LEAD && self.sentences < HEAD;
        if matches!(mood, Mood::Past | Mood::Open) && early {
            if let Some(said) = self.said {
                return Some((
                    said,
                    format!("no day of its own; it was told on {}", said.human()),
                    true,
                ));
            }
            let dct = dct.filter(|dct| dct.days() == 1)?;
            let date = self.lead_day(dct).unwrap_or_else(|| Edtf::days(dct));
            return Some((
                date,
                "no day of its own; taken to be the day of the document".to_owned(),
                true,
            ));
        }
        None
    }

    /// The one place of the journey, for what happened in its days.
    pub(in crate::compile::reader) fn journey(
        &self,
        date: Option<Edtf>,
        status: Status,
    ) -> Option<PlaceRef> {
        let [place] = self.trip_places.as_slice() else {
            return None;
        };
        let within = match (self.trip, date) {
            (Some((trip, _)), Some(date)) => trip.range().covers(date.range()),
            (None, Some(_)) => status == Status::Held,
            (_, None) => false,
        };
        within.then(|| place.clone())
    }

    /// The day of the first happening, if it is the news of the document.
    fn lead_day(&self, dct: DateRange) -> Option<Edtf> {
        let (_, date) = self.lead?;
        date.filter(|date| {
            let age = dct.first().days_since(date.range().last());
            date.range().days() == 1 && (0..=2).contains(&age)
        })
    }
}
