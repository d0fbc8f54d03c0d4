//! One document, from text to drafts.

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

/// Reads a document. Linear in its text.
pub(super) fn read(document: &Document, annotators: &Annotators<'_>) -> Understood {
    if let Some(unread) = document.unread() {
        return Understood {
            people: People::default(),
            drafts: Vec::new(),
            dct: document.dct.clone(),
            unread: Some(unread),
        };
    }
    let gazetteer = annotators.gazetteer;
    let mentions = annotators.matcher.mentions(&document.text);
    let times = annotators.tagger.find(&document.text);
    let mut known = document.dct.clone();
    let timexes = times.written(known.as_ref().map(Dct::range));
    let mut page = Page::new(document, mentions, timexes, &annotators.lexicon);
    let finder = |now| Finder {
        gazetteer,
        roster: &annotators.roster,
        lexicon: &annotators.lexicon,
        now,
    };
    let mut people = people::find(&page, &finder(known.as_ref().map(Dct::range)));
    if known.is_none() {
        known = dct::infer(&page, &people, gazetteer, &times);
        if let Some(found) = &known {
            page.timexes = times.written(Some(found.range()));
            people = people::find(&page, &finder(Some(found.range())));
        }
    }
    let divided = known
        .as_ref()
        .is_none_or(|dct| dct.range().first().year() >= DIVIDED);
    page.korea = gazetteer.country_by_code("KR").filter(|_| divided);
    page.north = gazetteer.country_by_code("KP").filter(|_| divided);
    let reader = Reader {
        page: &page,
        people: &people,
        lexicon: &annotators.lexicon,
        gazetteer,
        dct: known.as_ref().map(Dct::range),
        incumbents: OnceCell::new(),
    };
    let mut told = reader.read();
    told.extend(memcon::meeting(&page, &people, reader.dct));
    told.extend(remarks::meeting(&page, &people, reader.dct));
    let mut drafts = fold(on_the_journey(told, reader.dct));
    // What is past and has no day in a document that has one is talk about it, not its news. Where only
    // the years of its writing are known, its news cannot have one.
    let dated = known
        .as_ref()
        .is_some_and(|dct| dct.range().days() <= MONTH);
    drafts.retain(|draft| !dated || draft.weak || draft.date.is_some() || !is_past(draft.status));
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
    Understood {
        people,
        drafts,
        dct: known,
        unread: None,
    }
}

fn is_past(status: Status) -> bool {
    matches!(status, Status::Held | Status::PastReference)
}

/// Gives a journey without days of its own the days of what is told of it, and what is told of it
/// without a day the days of the journey.
fn on_the_journey(mut drafts: Vec<Draft>, dct: Option<DateRange>) -> Vec<Draft> {
    let past = |draft: &Draft| draft.status == Status::Held;
    let open = |draft: &Draft| draft.guessed || draft.date.is_none();
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
