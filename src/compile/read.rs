//! Documents, from text to drafts.

use std::cell::OnceCell;

use super::Annotators;
use super::dct;
use super::draft::Draft;
use super::fold::fold;
use super::memcon;
use super::page::Page;
use super::people::{self, Finder, People};
use super::reader::Reader;
use super::remarks;
use crate::chronicle::Status;
use crate::document::{Dct, Document};
use crate::record::Kind;
use crate::time::{DateRange, Edtf};
use crate::timex::Found;

/// Since this year there are two states in Korea.
const DIVIDED: i32 = 1948;

/// So many days at most are a day of writing that its news has its days from.
const MONTH: i64 = 31;

/// What was understood of a document.
pub(super) struct Understood {
    pub(super) people: People,
    pub(super) drafts: Vec<Draft>,
    /// The day of writing, worked out where the document did not say.
    pub(super) dct: Option<Dct>,
    /// Why it was not read, if it was not.
    pub(super) unread: Option<String>,
}

/// A document on its way from text to drafts.
struct Reading<'a> {
    page: Page<'a>,
    people: People,
    times: Found<'a>,
    dct: Option<Dct>,
}

/// Reads documents. Linear in their texts.
pub(super) fn read(documents: &[&Document], annotators: &Annotators<'_>) -> Vec<Understood> {
    let unread: Vec<Option<String>> = documents.iter().map(|one| one.unread()).collect();
    let all = documents.iter().zip(&unread);
    let english: Vec<&Document> = all
        .filter(|(_, unread)| unread.is_none())
        .map(|(document, _)| *document)
        .collect();
    let mut understood = understand(&english, annotators).into_iter();
    let each = documents.iter().zip(unread);
    each.filter_map(|(document, unread)| match unread {
        None => understood.next(),
        unread => Some(Understood {
            people: People::default(),
            drafts: Vec::new(),
            dct: document.dct.clone(),
            unread,
        }),
    })
    .collect()
}

/// Takes each step for all documents before the next: a step has about as much code as the nearest
/// cache of a processor holds, and most documents are short.
fn understand(documents: &[&Document], annotators: &Annotators<'_>) -> Vec<Understood> {
    let mentions: Vec<_> = documents
        .iter()
        .map(|one| annotators.matcher.mentions(&one.text))
        .collect();
    let times: Vec<_> = documents
        .iter()
        .map(|one| annotators.tagger.find(&one.text))
        .collect();
    let timexes: Vec<_> = documents
        .iter()
        .zip(&times)
        .map(|(one, times)| times.written(one.dct.as_ref().map(Dct::range)))
        .collect();
    let pages: Vec<_> = documents
        .iter()
        .zip(mentions)
        .zip(timexes)
        .map(|((one, mentions), timexes)| Page::new(one, mentions, timexes, &annotators.lexicon))
        .collect();
    let mut readings: Vec<_> = pages
        .into_iter()
        .zip(times)
        .map(|(page, times)| Reading::new(page, times, annotators))
        .collect();
    for reading in &mut readings {
        reading.date(annotators);
    }
    let drafts: Vec<_> = readings.iter().map(|one| one.drafts(annotators)).collect();
    readings
        .into_iter()
        .zip(drafts)
        .map(|(reading, drafts)| Understood {
            people: reading.people,
            drafts,
            dct: reading.dct,
            unread: None,
        })
        .collect()
}

impl<'a> Reading<'a> {
    /// Finds the people of a page.
    fn new(page: Page<'a>, times: Found<'a>, annotators: &Annotators<'_>) -> Self {
        let dct = page.document.dct.clone();
        Self {
            people: find(&page, dct.as_ref(), annotators),
            page,
            times,
            dct,
        }
    }

    /// Works the day of writing out where the document does not say.
    fn date(&mut self, annotators: &Annotators<'_>) {
        let gazetteer = annotators.gazetteer;
        let page = &mut self.page;
        if self.dct.is_none() {
            self.dct = dct::infer(page, &self.people, gazetteer, &self.times);
            if let Some(found) = &self.dct {
                page.timexes = self.times.written(Some(found.range()));
                self.people = find(page, Some(found), annotators);
            }
        }
        let divided = self
            .dct
            .as_ref()
            .is_none_or(|dct| dct.range().first().year() >= DIVIDED);
        page.korea = gazetteer.country_by_code("KR").filter(|_| divided);
        page.north = gazetteer.country_by_code("KP").filter(|_| divided);
    }

    /// What the document tells.
    fn drafts(&self, annotators: &Annotators<'_>) -> Vec<Draft> {
        let (page, people) = (&self.page, &self.people);
        let reader = Reader {
            page,
            people,
            lexicon: &annotators.lexicon,
            gazetteer: annotators.gazetteer,
            dct: self.dct.as_ref().map(Dct::range),
            incumbents: OnceCell::new(),
        };
        let mut told = reader.read();
        told.extend(memcon::meeting(page, people, reader.dct));
        told.extend(remarks::meeting(page, people, reader.dct));
        let mut drafts = fold(on_the_journey(told, reader.dct));
        // What is past and has no day in a document that has one is talk about it, not its news. Where only
        // the years of its writing are known, its news cannot have one.
        let dated = self
            .dct
            .as_ref()
            .is_some_and(|dct| dct.range().days() <= MONTH);
        drafts
            .retain(|draft| !dated || draft.weak || draft.date.is_some() || !is_past(draft.status));
        let told: Vec<usize> = drafts
            .iter()
            .filter(|draft| draft.date.is_some())
            .flat_map(|draft| draft.people.iter().copied())
            .collect();
        // A heading that tells less than the text does.
        let again = |draft: &Draft| draft.people.iter().any(|person| told.contains(person));
        drafts.retain(|draft| {
            !dated || draft.date.is_some() || !draft.weak || !is_past(draft.status) || !again(draft)
        });
        drafts
    }
}

fn find(page: &Page<'_>, dct: Option<&Dct>, annotators: &Annotators<'_>) -> People {
    let finder = Finder {
        gazetteer: annotators.gazetteer,
        roster: &annotators.roster,
        lexicon: &annotators.lexicon,
        now: dct.map(Dct::range),
    };
    people::find(page, &finder)
}

fn is_past(status: Status) -> bool {
    matches!(status, Status::Held | Status::PastReference)
}

/// Gives a journey without days of its own the days of what is told of it, and what is told of it
/// without a day the days of the journey.
fn on_the_journey(mut drafts: Vec<Draft>, dct: Option<DateRange>) -> Vec<Draft> {
    let past = |draft: &Draft| draft.status == Status::Held;
    // "met recently": some other day.
    let open = |draft: &Draft| draft.guessed || draft.date.is_none() && draft.timex.is_none();
    let meets = |kind| {
        matches!(
            kind,
            Kind::Meeting | Kind::Summit | Kind::Talks | Kind::TwoPlusTwo | Kind::Conference
        )
    };
    let journey = drafts
        .iter()
        .any(|d| d.kind == Kind::Visit && past(d) && open(d) && !d.weak);
    let recent = |days: &DateRange| {
        days.days() <= 7 && dct.is_none_or(|dct| dct.first().days_since(days.last()) <= 21)
    };
    let days: Vec<DateRange> = drafts
        .iter()
        .filter(|d| d.own_date && past(d) && meets(d.kind))
        .filter_map(Draft::range)
        .filter(recent)
        .collect();
    let first = days.iter().map(|d| d.first()).min();
    let last = days.iter().map(|d| d.last()).max();
    let (Some(first), Some(last), true) = (first, last, journey) else {
        return drafts;
    };
    let date = Edtf::days(DateRange::spanning(first, last));
    for draft in &mut drafts {
        let told = draft.kind == Kind::Visit || meets(draft.kind) && !draft.weak;
        if past(draft) && open(draft) && told {
            draft.date = Some(date);
            draft.guessed = false;
            draft.because.push(format!(
                "no day of its own; what is told of the journey lasts {}",
                date.human()
            ));
        }
    }
    drafts
}
