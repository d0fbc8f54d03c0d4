//! The same event told twice in one document becomes one draft.

mod journeys;
mod lead;
mod sentence;
mod states;

use super::draft::Draft;
use crate::chronicle::{PlaceRef, Status};
use crate::record::Kind;
use crate::text::Span;
use sentence::{attended_and_met, dated_in_the_sentence};
use states::{of_the_same_states, others_take_part};

/// A draft is compared with so many others of its document at most.
const FAR: usize = 300;

/// So many further sentences of a draft are kept, and so many reasons, which stand beside each of
/// them: a text of many megabytes may tell one thing on every page.
const MOST_SENTENCES: usize = 200;
const MOST_REASONS: usize = 40;

/// Folds the drafts of a document together. The order of the first telling stays.
pub(super) fn fold(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut drafts: Vec<(usize, Draft)> = back_references(drafts).into_iter().enumerate().collect();
    let mut kept: Vec<Draft> = Vec::new();
    // Strong and dated ones first, so that headings and repetitions find them.
    drafts.sort_by_key(|(at, draft)| (draft.weak, draft.date.is_none(), *at));
    let mut from: Vec<usize> = Vec::new();
    for (at, draft) in drafts {
        let far = kept.len().saturating_sub(FAR);
        let near = kept.get(far..).unwrap_or_default();
        let same = near
            .iter()
            .position(|known| same(known, &draft))
            .map(|at| far + at);
        if let Some(known) = same {
            from[known] = from[known].min(at);
            join(&mut kept[known], draft);
        } else {
            kept.push(draft);
            from.push(at);
        }
    }
    let mut both: Vec<(usize, Draft)> = from.into_iter().zip(kept).collect();
    both.sort_by_key(|(at, _)| *at);
    both.into_iter().map(|(_, draft)| draft).collect()
}

/// Leads "the meeting would fall on 17 March" back to the meeting told before, and "the
/// spokesperson said" to what was said on a day by nobody in particular.
fn back_references(drafts: Vec<Draft>) -> Vec<Draft> {
    let talk = |kind: Kind| {
        matches!(
            kind,
            Kind::Call
                | Kind::Talks
                | Kind::Meeting
                | Kind::Summit
                | Kind::TwoPlusTwo
                | Kind::Conference
        )
    };
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let fits = |known: &&mut Draft| {
            let kinds = known.kind == draft.kind || talk(known.kind) && talk(draft.kind);
            let dates = match (known.range(), draft.range()) {
                (Some(a), Some(b)) => a.overlaps(b) || known.guessed,
                _ => true,
            };
            let background = draft.status == Status::PastReference;
            // What was held was not called off.
            let open = draft.status != Status::Cancelled || known.status != Status::Held;
            kinds && dates && open && known.status != Status::PastReference && !background
        };
        if draft.anaphor
            && let Some(known) = kept.iter_mut().rev().take(FAR).find(fits)
        {
            refine(known, &draft);
            continue;
        }
        if draft.echo {
            let open = |known: &&mut Draft| {
                known.kind == Kind::Statement && known.people.is_empty() && known.own_date
            };
            if let Some(known) = kept.iter_mut().rev().take(FAR).find(open) {
                known.people = draft.people;
                known.tell_in(draft.sentence);
            }
            continue;
        }
        kept.push(draft);
    }
    kept.retain(|draft| !draft.hearsay || !draft.people.is_empty());
    kept
}

/// Takes the finer date of a later mention, and those whom it adds.
fn refine(known: &mut Draft, draft: &Draft) {
    for &person in &draft.people {
        if !known.people.contains(&person) {
            known.people.push(person);
        }
    }
    let finer = match (known.range(), draft.range()) {
        (Some(a), Some(b)) => b.days() < a.days() || known.guessed,
        (None, Some(_)) => true,
        _ => false,
    };
    // The day on which it was called off is not its own.
    if finer && draft.status != Status::Cancelled {
        known.date = draft.date;
        known.own_date = true;
        known.guessed = false;
        known.reason(draft.because.iter().cloned());
    }
    if draft.status == Status::Cancelled {
        known.status = Status::Cancelled;
    }
    if known.places.is_empty() {
        known.places.clone_from(&draft.places);
    }
    known.tell_in(draft.sentence);
}

/// Whether two drafts of one document tell the same.
fn same(known: &Draft, draft: &Draft) -> bool {
    // "passes a resolution, imposing sanctions": one act of one day in one sentence.
    let act = matches!(known.kind, Kind::Announcement | Kind::Agreement);
    if act
        && known.kind == draft.kind
        && known.sentence == draft.sentence
        && known.date == draft.date
        && known.people == draft.people
    {
        return true;
    }
    if dated_in_the_sentence(known, draft)
        || attended_and_met(known, draft)
        || lead::is_told_again(known, draft)
        || states::is_of_their_states(known, draft)
        || journeys::is_their_visit(known, draft)
    {
        return true;
    }
    // "met Obama a few months ago" is not the meeting of Monday.
    let looks_back = |draft: &Draft| {
        draft.date.is_none() && draft.timex.is_some() && draft.status == Status::PastReference
    };
    if looks_back(known) != looks_back(draft) {
        return false;
    }
    if !kinds_fit(known, draft)
        || known.group != draft.group && known.group.is_some() && draft.group.is_some()
    {
        return false;
    }
    let dates = match (known.range(), draft.range()) {
        (Some(a), Some(b)) => {
            a == b
                || a.covers(b) && (!draft.own_date || known.kind == Kind::Visit || a.days() > 27)
                || b.covers(a) && !draft.own_date && of_two(known, draft)
                || b.covers(a) && (!known.own_date || known.kind == Kind::Visit || b.days() > 27)
        }
        (Some(days), None) => days.days() <= MONTH || !names_more(draft, known),
        (None, Some(days)) => days.days() <= MONTH || !names_more(known, draft),
        (None, None) => true,
    };
    let subset = |a: &[usize], b: &[usize]| a.iter().all(|p| b.contains(p));
    let people = if known.people.is_empty() || draft.people.is_empty() {
        let shared = known.countries.iter().any(|c| draft.countries.contains(c));
        let both = known.people.is_empty() && draft.people.is_empty();
        shared
            && (both || draft.weak || known.weak || !draft.own_date)
            && !others_take_part(known, draft)
    } else {
        let nested = subset(&draft.people, &known.people) || subset(&known.people, &draft.people);
        // "called on the minister this morning. The minister told me": of that day by its paragraph.
        let beside = draft.group.is_none() && !draft.own_date && known.range() == draft.range();
        // With business leaders on one side, a smaller cast is another meeting.
        nested
            && (known.people.len() == draft.people.len()
                && (known.group == draft.group || known.weak || draft.weak || beside)
                || (known.group.is_none() && draft.group.is_none())
                    && (known.kind == Kind::Visit || shared_enough(known, draft)))
    };
    let places = known.places.is_empty()
        || draft.places.is_empty()
        || known.places.iter().any(|p| draft.places.contains(p))
        || known.kind == Kind::Visit
            && (journeys::nested_visit(known, draft) || journeys::heading_of_journey(known, draft));
    let statuses = !matches!(
        (known.status, draft.status),
        (Status::PastReference, Status::Planned) | (Status::Planned, Status::PastReference)
    );
    dates && people && places && statuses && !journeys::is_stop(known, draft)
}

/// More days than these are not those of a meeting.
const MONTH: i64 = 31;

/// Whether a telling without a day names somebody whom one of "last year" does not.
fn names_more(undated: &Draft, vague: &Draft) -> bool {
    !undated.people.iter().all(|at| vague.people.contains(at))
}

/// Whether casts of different sizes can be one: the smaller has two at least, or is a heading's.
fn shared_enough(known: &Draft, draft: &Draft) -> bool {
    if states::is_of_fewer(known, draft) {
        return false;
    }
    let least = known.people.len().min(draft.people.len());
    let same_states = known.countries.len() > 1
        && known.range() == draft.range()
        && known.countries.len() == draft.countries.len()
        && (known.countries.iter())
            .all(|&c| draft.countries.contains(&c) && known.is_party(c) == draft.is_party(c));
    // "A and B held talks on Wednesday … B's talks on Wednesday": nobody else is named.
    let fewer = if known.people.len() < draft.people.len() {
        known
    } else {
        draft
    };
    let one_side = least == 1
        && fewer.countries.len() < 2
        && known.own_date
        && draft.own_date
        && known.range() == draft.range()
        && known.range().is_some_and(|range| range.days() == 1);
    // "The President welcomed A", in the memorandum of that day's meeting.
    let undated = fewer.guessed && known.range() == draft.range();
    least >= 2
        || same_states
        || undated
        || one_side
        || known.weak
        || draft.weak
        || known.people.len() == draft.people.len()
}

fn kinds_fit(known: &Draft, draft: &Draft) -> bool {
    let talk = |kind: Kind| {
        matches!(
            kind,
            Kind::Call | Kind::Talks | Kind::Meeting | Kind::Summit
        )
    };
    known.kind == draft.kind
        || (known.weak
            || draft.weak
            || known.date.is_none()
            || draft.date.is_none()
            || !draft.own_date
            || !known.own_date)
            && talk(known.kind)
            && talk(draft.kind)
            && (of_the_same_states(known, draft)
                || !(known.people.is_empty() || draft.people.is_empty())
                    && known.people.len() == draft.people.len())
            && (known.date.is_none()
                || draft.date.is_none()
                || known.weak
                || draft.weak
                || !draft.own_date && of_two(known, draft))
}

/// Whether both tell of the same two people and of nobody else, so that "the two will meet for talks"
/// without a day of its own is the summit that was told with one.
fn of_two(known: &Draft, draft: &Draft) -> bool {
    let same = draft.people.iter().all(|at| known.people.contains(at));
    same && known.people.len() == 2 && known.group.is_none() && draft.group.is_none()
}

/// Adds what a second telling knows.
fn join(known: &mut Draft, draft: Draft) {
    let finer = match (known.range(), draft.range()) {
        (Some(a), Some(b)) => {
            a.covers(b) && a != b && draft.own_date
                || draft.own_date && dated_in_the_sentence(known, &draft)
                || known.guessed && lead::is_told_again(known, &draft)
        }
        (None, Some(_)) => true,
        _ => false,
    };
    if finer {
        // Why it was taken to be of the day on which it was told.
        if known.guessed && !known.because.is_empty() {
            known.because.remove(0);
        }
        known.date = draft.date;
        known.timex = draft.timex;
        known.status = draft.status;
        known.own_date = draft.own_date;
        known.guessed = draft.guessed;
        known.sentence_swap(&draft);
    } else {
        known.tell_in(draft.sentence);
    }
    if draft.status == Status::Cancelled
        && matches!(known.status, Status::Planned | Status::Possible)
    {
        known.status = Status::Cancelled;
    }
    if known.weak && !draft.weak {
        known.kind = draft.kind;
        known.weak = false;
    }
    known.hosts.retain(|&country| !draft.is_party(country));
    let nameless = known.people.is_empty();
    for person in draft.people {
        if !known.people.contains(&person) {
            known.people.push(person);
        }
    }
    for country in draft.countries {
        if !known.countries.contains(&country) {
            known.countries.push(country);
            known
                .hosts
                .extend(draft.hosts.contains(&country).then_some(country));
        }
    }
    // A journey of somebody goes where it is told with the name.
    let named = known.kind == Kind::Visit && nameless && !draft.places.is_empty();
    // A city is where it was, not only its country.
    let precise = |places: &[PlaceRef]| places.iter().any(lead::is_precise);
    if known.places.is_empty()
        || named
        || known.kind != Kind::Visit && !precise(&known.places) && precise(&draft.places)
    {
        known.places = draft.places;
    }
    known.reason(draft.because);
}

impl Draft {
    /// Takes the better dated sentence of another telling as the first evidence.
    fn sentence_swap(&mut self, other: &Self) {
        if self.sentence != other.sentence {
            let old = std::mem::replace(&mut self.sentence, other.sentence);
            self.tell_in(old);
            self.trigger = other.trigger;
        }
    }

    /// Adds a sentence that tells it too.
    fn tell_in(&mut self, sentence: Span) {
        let room = self.also.len() < MOST_SENTENCES;
        if room && sentence != self.sentence && !self.also.contains(&sentence) {
            self.also.push(sentence);
        }
    }

    /// Adds reasons that it has not yet.
    fn reason(&mut self, reasons: impl IntoIterator<Item = String>) {
        for reason in reasons {
            if self.because.len() < MOST_REASONS && !self.because.contains(&reason) {
                self.because.push(reason);
            }
        }
    }
}
