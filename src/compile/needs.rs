//! What must stand beside a verb for it to tell an event: whom, where, what.

mod party;

use super::clauses::Clause;
use super::happenings::parted::takes_office;
use super::items::{Row, What};
use super::lexicon::{Lexicon, Need, Sense};
use super::triggers::{Trigger, need, passive};
use party::party;

/// Whether what a verb needs stands in its clause.
pub(super) fn meets(
    row: &Row<'_>,
    triggers: &[Trigger],
    clause: &Clause,
    lexicon: &Lexicon,
    at: usize,
    sense: Sense,
    end: usize,
) -> bool {
    let trigger = &triggers[at];
    let right = trigger.to..end.max(trigger.to);
    let place = |at: usize| {
        matches!(
            row.what(at),
            Some(What::Place(..) | What::Country(_, crate::gazetteer::CountryForm::Name))
        )
    };
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    let Some(need) = need(sense) else {
        return false;
    };
    // "[see his dispatch No. 219]" points to a paper.
    if row.lower(trigger.from) == "see" && matches!(row.before(trigger.from), "[" | "(" | "") {
        return false;
    }
    match need {
        // "He is traveling with the U.S. diplomat": where is not told.
        Need::Place
            if row.lower(trigger.to) == "with"
                && !right
                    .clone()
                    .take(12)
                    .any(|at| row.before(at) == "to" && place(at)) =>
        {
            false
        }
        // "the treatment of refugees returned to the North".
        Need::Place
            if row.lower(trigger.from) == "returned"
                && row.is_word(trigger.from.saturating_sub(1))
                && trigger.from >= 2
                && row.lower(trigger.from - 2) == "of" =>
        {
            false
        }
        Need::Place => {
            let near = right.start..right.end.min(right.start + 12);
            near.into_iter().any(place)
                || adverbial(row, trigger.to)
                || strange_place(row, trigger)
                || stays(row, trigger)
                || two_countries(row, trigger.to).is_some()
        }
        Need::PlaceNext => {
            let near = right.start..right.end.min(right.start + 3);
            near.into_iter().any(place) || strange_place(row, trigger)
        }
        Need::PlaceAndDate => {
            let near = right.start..right.end.min(right.start + 4);
            // "spent four days in Seoul", not what was spent there.
            let spends = row.lower(trigger.from).starts_with("spen");
            let long = matches!(row.what(right.start), Some(What::Time(_)));
            near.into_iter().any(place) && (long || !spends)
        }
        Need::PersonAndPlace => {
            let who = (right.start..right.end.min(right.start + 4)).find(|&at| person(at));
            let to = |at: usize| row.before(at) == "to" && place(at);
            who.is_some_and(|who| (who + 1..right.end.min(who + 6)).any(to))
        }
        Need::Party => party(row, lexicon, trigger, clause, right),
        Need::Arms | Need::Paper | Need::Penalty => {
            // "puts a satellite into orbit".
            let orbit = || right.clone().any(|at| row.lower(at) == "orbit");
            if row.lower(trigger.from).starts_with("put") && !orbit() {
                return false;
            }
            let word = |at: usize| lexicon.supplies(need, row.id(at));
            let near = right.start..right.end.min(right.start + 16);
            let after = near.into_iter().any(word);
            let passive = passive(row, trigger) && (clause.from..trigger.from).any(word);
            let relative = matches!(row.lower(clause.from), "that" | "which")
                && (clause.from.saturating_sub(8)..clause.from).any(word);
            // "It was signed by A and B": the paper of the sentence before.
            let it = need == Need::Paper
                && row.lower(trigger.from) == "signed"
                && row.before(trigger.from) == "was"
                && row.lower(clause.from) == "it";
            // "a missile flew over Hokkaido".
            let flew = row.lower(trigger.to - 1) == "over" && (clause.from..trigger.from).any(word);
            after && row.lower(trigger.to - 1) != "over" || passive || relative || it || flew
        }
        Need::OwnDate
            if is_noun(row, trigger) || is_cited(row, trigger) || leaves_as_is(row, trigger) =>
        {
            false
        }
        Need::OwnDate => {
            let subject = (clause.from..trigger.from).any(|at| {
                person(at)
                    || place(at)
                    || lexicon.is_speaker(row.id(at))
                    || row.items[at].capital && lexicon.body(row.id(at)).is_some()
                    || matches!(row.what(at), Some(What::Country(..)))
                    || matches!(
                        row.lower(at),
                        "he" | "she" | "it" | "they" | "sides" | "governments"
                    )
            });
            let after = right.clone().any(|at| person(at) || place(at));
            // "The safeguards agreement entered into force".
            let paper = row.lower(trigger.to - 1) == "force"
                && (clause.from..trigger.from).any(|at| lexicon.supplies(Need::Paper, row.id(at)));
            (subject || after || clause.inherits || paper) && !agrees_to_act(row, clause, trigger)
        }
        // "his first visit since he became minister": when, not what.
        Need::Office => row.lower(clause.from) != "since" && takes_office(row, lexicon, trigger),
        Need::Noun => false,
    }
}

/// "left many questions unsettled": nobody goes.
fn leaves_as_is(row: &Row<'_>, trigger: &Trigger) -> bool {
    let goes = matches!(
        row.lower(trigger.to),
        "for"
            | "from"
            | "on"
            | "in"
            | "at"
            | "the"
            | "here"
            | "home"
            | "after"
            | "before"
            | "by"
            | "with"
            | "early"
            | "late"
            | "to"
            | "his"
            | "her"
            | "office"
    );
    matches!(
        row.lower(trigger.from),
        "leave" | "leaves" | "left" | "leaving"
    ) && row.is_word(trigger.to)
        && !row.items[trigger.to].capital
        && !goes
}

/// "agreed to meet on Friday": the day is the meeting's; not "agreed to a summit".
fn agrees_to_act(row: &Row<'_>, clause: &Clause, trigger: &Trigger) -> bool {
    let thing = matches!(
        row.lower(trigger.to + 1),
        "a" | "an" | "the" | "its" | "their" | "first" | "new" | "this" | "these"
    );
    // "This month the two agreed to study it": the day is that of the agreement.
    let time = |at: usize| matches!(row.what(at), Some(What::Time(_)));
    let state = |at: &usize| matches!(row.what(*at), Some(What::Country(..)));
    let opens = (0..2).any(time) && (clause.from..trigger.from).filter(state).count() > 1;
    // "The allies in June agreed to move": so is a day right before the verb.
    let own = matches!(row.what_before(trigger.from), Some(What::Time(_)));
    row.lower(trigger.from).starts_with("agree")
        && !own
        && row.lower(trigger.to) == "to"
        && !thing
        && !opens
}

/// "talks about the issues", "the orders of the day": a noun that is written like a verb.
fn is_noun(row: &Row<'_>, trigger: &Trigger) -> bool {
    let alike = matches!(
        row.lower(trigger.from),
        "issue"
            | "issues"
            | "state"
            | "states"
            | "order"
            | "orders"
            | "demand"
            | "demands"
            | "report"
            | "reports"
            | "protest"
            | "protests"
            | "promise"
            | "promises"
            | "address"
            | "addresses"
            | "name"
            | "names"
            | "label"
            | "labels"
    );
    let ends = match row.what(trigger.to) {
        None | Some(What::Mark) => true,
        Some(What::Word) => matches!(
            row.lower(trigger.to),
            "in" | "on" | "with" | "between" | "and" | "of" | "to" | "from" | "over" | "related"
        ),
        _ => false,
    };
    alike && ends
}

/// "was cited as saying": the day in the sentence is that of what is said, unless it stands right behind.
fn is_cited(row: &Row<'_>, trigger: &Trigger) -> bool {
    let cited = trigger.from >= 2
        && row.before(trigger.from) == "as"
        && matches!(
            row.lower(trigger.from - 2),
            "cited" | "quoted" | "reported" | "described"
        );
    let day = (trigger.to..trigger.to + 3).any(|at| matches!(row.what(at), Some(What::Time(_))));
    cited && !day
}

/// "arrived Wednesday on a four-day visit": where is told elsewhere.
fn stays(row: &Row<'_>, trigger: &Trigger) -> bool {
    let at = trigger.to;
    row.lower(trigger.from).starts_with("arriv")
        && (at..at + 7).any(|at| matches!(row.lower(at), "visit" | "trip" | "tour" | "stay"))
        && (at..at + 4).any(|at| matches!(row.lower(at), "on" | "for"))
}

/// Whether a capitalised word that nobody knows stands where a verb of going wants a place.
fn strange_place(row: &Row<'_>, trigger: &Trigger) -> bool {
    let to = matches!(row.lower(trigger.to - 1), "to" | "at" | "in" | "for");
    let skip = |at: usize| {
        matches!(
            row.lower(at),
            "the" | "port" | "of" | "city" | "town" | "village"
        )
    };
    let Some(at) = (trigger.to..trigger.to + 5).find(|&at| !skip(at)) else {
        return false;
    };
    to && row.is_strange(at)
}

/// "the two countries", "both countries", "the region": where a journey goes that was told before.
pub(super) fn two_countries(row: &Row<'_>, at: usize) -> Option<usize> {
    let countries =
        (at..at + 4).find(|&at| matches!(row.lower(at), "countries" | "nations" | "capitals"))?;
    let counted =
        (at..countries).any(|at| matches!(row.lower(at), "two" | "both" | "three" | "these"));
    counted.then_some(countries)
}

/// Whether "there", "here" or "home" stands at an index.
fn adverbial(row: &Row<'_>, at: usize) -> bool {
    matches!(row.lower(at), "there" | "here" | "home") || matches!(row.before(at), "there" | "here")
}
