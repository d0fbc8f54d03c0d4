//! What a sentence takes over from those before it: the day, the place, the mood of the story.

mod day;

use smallvec::SmallVec;

use super::days::Days;
use super::{Line, Reader};
use crate::chronicle::{PlaceRef, Status};
use crate::compile::draft::Draft;
use crate::compile::items::What;
use crate::compile::mood::Mood;
use crate::compile::page::{Page, Sentence};
use crate::record::Kind;
use crate::text::{Span, WordMap, WordSet};
use crate::time::Edtf;
use crate::timex::Timex3;

/// So many days from that of the scene a happening is still on it.
const FAR: i64 = 7;

/// So many days alone on their lines make a chronology: fewer may be those of a publication.
const DAYS_OF_CHRONOLOGY: usize = 3;

/// Whether a time expression is a day, some days or a month: what an entry of a chronology is about.
fn is_day(timex: &Timex3) -> bool {
    timex.edtf.is_some() && timex.range.is_some_and(|range| range.days() <= 31)
}

fn is_chronology(page: &Page<'_>) -> bool {
    let alone = |sentence: &&Sentence| {
        let (_, times) = page.timexes_in(sentence.span);
        let words = sentence.span.of(page.text());
        matches!(times, [timex] if is_day(timex)
            && words.trim_matches(|c: char| !c.is_alphanumeric()) == timex.span.of(page.text()))
    };
    page.sentences.iter().filter(alone).count() >= DAYS_OF_CHRONOLOGY
}

/// The scene of the story so far.
#[derive(Debug, Default)]
pub(super) struct Scene {
    /// Day and places that the paragraph has named.
    paragraph: Option<usize>,
    day: Option<Edtf>,
    /// Whose day that is, if a happening told it.
    day_of: Vec<usize>,
    /// The day on which something was said in the paragraph: not that of what is to come.
    spoken: Option<Edtf>,
    place: Option<Vec<PlaceRef>>,
    /// The journey that the document is about.
    trip: Option<(Edtf, Mood)>,
    /// Where to; two places say already that it is not one.
    trip_places: SmallVec<[PlaceRef; 2]>,
    /// Whose journey it is.
    trip_of: Vec<usize>,
    /// Those who travel, and whether the day is still that of a paragraph before.
    travellers: WordSet<usize>,
    carried: bool,
    /// The first happening of the document, with its day.
    lead: Option<(usize, Option<Edtf>)>,
    sentences: usize,
    /// Those of them that end as sentences do: a page has titles of many lines.
    prose: usize,
    mood: Option<Mood>,
    said: Option<Edtf>,
    /// The last day that a happening near the day of the document had.
    told: Option<Edtf>,
    /// A day that stood alone before this sentence: "3 March 1994. Inspectors arrive …".
    label: Option<usize>,
    /// Whether days stand above their entries, on lines of their own.
    chronology: bool,
    /// The day of the past that the paragraph looked back to last.
    behind: Option<Edtf>,
    /// Time expressions whose day the tense of their verb moved, and by how many days.
    moved: WordMap<Span, i64>,
}

impl Scene {
    /// Before the first sentence of a page.
    pub(super) fn of(page: &Page<'_>) -> Self {
        Self {
            chronology: is_chronology(page),
            ..Self::default()
        }
    }

    /// Turns to the next sentence: a new paragraph leaves behind what the one before spoke of.
    pub(super) fn turn_to(&mut self, reader: &Reader<'_>, sentence: &Sentence) {
        if self.paragraph != Some(sentence.paragraph) {
            self.paragraph = Some(sentence.paragraph);
            self.carried = true;
            if self.mood != Some(Mood::Planned) || self.trip.is_none() {
                self.day = None;
                self.spoken = None;
                self.place = None;
            }
            self.said = None;
            self.behind = None;
            let entry = |timex: &usize| self.chronology && is_day(&reader.page.timexes[*timex]);
            self.label = self.label.filter(entry);
        }
    }

    /// Takes up what opens a sentence: "On 16 March in Tokyo, …".
    pub(super) fn enter(&mut self, reader: &Reader<'_>, line: &Line<'_>, days: &Days) {
        let alone = line
            .row
            .items
            .iter()
            .all(|item| matches!(item.what, What::Time(_) | What::Mark));
        if alone {
            let time = line.row.items.iter().find_map(|item| match item.what {
                What::Time(timex) => Some(timex),
                _ => None,
            });
            self.label = time.filter(|&timex| reader.page.timexes[timex].edtf.is_some());
        }
        if let Some(timex) = days.fronted() {
            let found = &reader.page.timexes[timex];
            let ahead = (0..line.row.len().min(16)).any(|at| line.row.lower(at) == "will");
            let mood = if ahead { Mood::Planned } else { Mood::Open };
            self.day_of.clear();
            self.day = found
                .edtf
                .map(|date| reader.agree(date, found, mood, false));
        }
        let first_verb = line
            .triggers
            .iter()
            .find(|t| t.is_verb())
            .map_or(0, |t| t.from);
        let mut places = Vec::new();
        for at in 0..first_verb.min(12) {
            let subject = matches!(line.row.what(at), Some(What::People(_)));
            if subject {
                break;
            }
            if let Some(What::Place(row, _)) = line.row.what(at)
                && matches!(line.row.before(at), "in" | "at" | "to")
                && !matches!(line.row.lower(at + 1), "'s" | "’s")
            {
                places.push(PlaceRef::Known(*row));
            }
        }
        // "The ministry in Seoul said": where it is, not where something happens.
        let speaks = line
            .triggers
            .iter()
            .find(|t| t.is_verb())
            .is_some_and(|t| crate::compile::clauses::is_saying(&line.row, t));
        let speaker = speaks && days.fronted().is_none();
        if !places.is_empty() && !speaker {
            self.place = Some(places);
        }
        for trigger in line
            .triggers
            .iter()
            .filter(|t| crate::compile::clauses::is_saying(&line.row, t))
        {
            for at in trigger.to..(trigger.to + 4).min(line.row.len()) {
                if let Some(What::Time(timex)) = line.row.what(at) {
                    self.said = reader.page.timexes[*timex].edtf;
                }
            }
        }
    }

    /// Takes up what a happening tells for those behind it.
    pub(super) fn note(&mut self, draft: &Draft, sentence: &Sentence, heading: bool) {
        let mood = match draft.status {
            Status::Planned => Mood::Planned,
            Status::Possible => Mood::Possible,
            _ => Mood::Past,
        };
        if heading {
            return;
        }
        let background = draft.status == Status::PastReference;
        if background && draft.own_date && !draft.weak {
            self.behind = draft.date;
        }
        let nobody_says = draft.kind == Kind::Statement && draft.people.is_empty();
        if draft.own_date && !background && !draft.weak {
            if matches!(draft.kind, Kind::Statement | Kind::Announcement) {
                self.spoken = draft.date;
            } else {
                self.day = draft.date;
                self.day_of.clone_from(&draft.people);
                self.spoken = None;
                self.carried = false;
            }
            self.told = draft
                .date
                .filter(|date| date.range().days() == 1)
                .or(self.told);
        }
        if draft.kind == Kind::Visit && !background {
            let interval = draft.range().is_some_and(|range| range.days() > 1);
            if let (Some(date), true) = (draft.date, draft.own_date)
                && (self.trip.is_none()
                    || interval
                        && self.trip.is_some_and(|(old, _)| {
                            let (old, new) = (old.range(), date.range());
                            old.days() == 1 || old.covers(new)
                        }))
            {
                self.trip = Some((date, mood));
                self.trip_of.clone_from(&draft.people);
            }
            self.travellers.extend(&draft.people);
            for place in &draft.places {
                if self.trip_places.len() < 2 && !self.trip_places.contains(place) {
                    self.trip_places.push(place.clone());
                }
            }
            if let [place] = draft.places.as_slice() {
                self.place = Some(vec![place.clone()]);
            }
        } else if draft.own_date
            && !draft.places.is_empty()
            && !background
            && !draft.weak
            && draft.kind != Kind::Test
            && !nobody_says
        {
            self.place = Some(draft.places.clone());
        }
        if self.lead.is_none() && !draft.weak {
            self.lead = Some((sentence.span.start as usize, draft.date));
        }
        if !background {
            self.mood = Some(mood);
        }
    }

    /// Remembers that the tense of a verb moved a day, for "the same day" behind it.
    pub(super) fn remember(&mut self, timex: Span, days: i64) {
        self.moved.insert(timex, days);
    }

    /// By how many days a time expression was moved.
    pub(super) fn moved(&self, timex: Span) -> i64 {
        self.moved.get(&timex).copied().unwrap_or(0)
    }

    /// Leaves a sentence behind. The one day that it names, near the day of the document, is what the
    /// paragraph speaks of where nothing else told a day.
    pub(super) fn leave(&mut self, reader: &Reader<'_>, sentence: &Sentence) {
        let (_, times) = reader.page.timexes_in(sentence.span);
        let mut days = times.iter().filter_map(|timex| timex.edtf).filter(|date| {
            let near = reader
                .dct
                .is_some_and(|dct| (0..=3).contains(&dct.first().days_since(date.range().first())));
            date.range().days() == 1 && near
        });
        if let (None, None, Some(day), None) = (self.day, self.said, days.next(), days.next()) {
            self.day = Some(day);
        }
        let words = sentence.span.of(reader.page.text()).trim_end();
        let prose = words.ends_with(['.', '?', '!', '”', '"', '’', '\'', ':', ')', '…']);
        if sentence.block.is_none() {
            self.sentences += 1;
            self.prose += usize::from(prose);
        }
    }

    /// Whether a sentence is one of the first of the document.
    pub(super) fn is_lead(&self, sentence: &Sentence) -> bool {
        sentence.block.is_none() && self.sentences == 0
    }

    /// The mood of the happenings so far, for a verb that tells none.
    pub(super) fn mood(&self) -> Option<Mood> {
        self.mood
    }

    /// The last day that a happening near the day of the document had.
    pub(super) fn told(&self) -> Option<Edtf> {
        self.told
    }

    /// The day that labels the sentence, as a chronology has it.
    pub(super) fn label(&self) -> Option<usize> {
        self.label
    }

    /// Where a happening of these people is that names no place. A place of a paragraph before is only
    /// for those who travel; and what has a day far from that of the scene is elsewhere.
    pub(super) fn places(&self, people: &[usize], date: Option<Edtf>) -> Vec<PlaceRef> {
        let strangers = !people.is_empty()
            && !self.travellers.is_empty()
            && !people.iter().any(|at| self.travellers.contains(at));
        let far = self.day.zip(date).is_some_and(|(day, date)| {
            let (day, date) = (day.range(), date.range());
            let trip = self
                .trip
                .is_some_and(|(trip, _)| trip.range().overlaps(date));
            !trip
                && (date.first().days_since(day.last()) > FAR
                    || day.first().days_since(date.last()) > FAR)
        });
        if self.carried && strangers || far {
            return Vec::new();
        }
        self.place.clone().unwrap_or_default()
    }
}
