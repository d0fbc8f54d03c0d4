//! Whether somebody besides the subject takes part: "met A", "the two leaders met", "received a
//! delegation led by A"; not "met the deadline", "called on the North to stop".

use crate::compile::clauses::Clause;
use crate::compile::items::{Row, What};
use crate::compile::lexicon::Lexicon;
use crate::compile::triggers::Trigger;

/// Forms of verbs whose object must be somebody, right behind them.
const DIRECT: [&str; 17] = [
    "receive",
    "receives",
    "received",
    "receiving",
    "welcome",
    "welcomes",
    "welcomed",
    "welcoming",
    "host",
    "hosts",
    "hosted",
    "hosting",
    "see",
    "sees",
    "saw",
    "seen",
    "seeing",
];
const SPEAK: [&str; 5] = ["speak", "speaks", "spoke", "spoken", "speaking"];
const CALL: [&str; 8] = [
    "call",
    "calls",
    "called",
    "calling",
    "phone",
    "telephone",
    "phoned",
    "telephoned",
];
/// Where somebody calls at: "called at the Embassy this morning", "called at my residence".
const HOUSES: [&str; 11] = [
    "embassy",
    "legation",
    "department",
    "ministry",
    "foreign",
    "office",
    "residence",
    "apartment",
    "house",
    "home",
    "consulate",
];
/// What may stand behind "the two met".
const FREE: [&str; 47] = [
    "in",
    "on",
    "at",
    "for",
    "to",
    "during",
    "again",
    "here",
    "there",
    "via",
    "by",
    "over",
    "after",
    "before",
    "this",
    "last",
    "next",
    "and",
    "earlier",
    "later",
    "late",
    "early",
    "today",
    "as",
    "face",
    "one",
    "behind",
    "separately",
    "together",
    "with",
    "since",
    "twice",
    "under",
    "near",
    "from",
    "inside",
    "amid",
    "several",
    "briefly",
    "when",
    "while",
    "where",
    "but",
    "yesterday",
    "tomorrow",
    "first",
    "once",
];

/// Whether someone besides the subject takes part.
pub(super) fn party(
    row: &Row<'_>,
    lexicon: &Lexicon,
    trigger: &Trigger,
    clause: &Clause,
    right: std::ops::Range<usize>,
) -> bool {
    // "meets with approval, and I" meets nobody: that is the subject of the next clause.
    let subject = |at: usize| matches!(row.lower(at), "i" | "he" | "she" | "we" | "they");
    let person = |at: usize| matches!(row.what(at), Some(What::People(_))) && !subject(at);
    let someone = |at: usize| person(at) || lexicon.is_human(row.id(at));
    let first = row.lower(trigger.from);
    let last = row.lower(trigger.to - 1);
    let near = right.start..right.end.min(right.start + 8);
    let press = |at: usize| {
        matches!(
            row.lower(at),
            "reporters"
                | "press"
                | "media"
                | "newspaper"
                | "paper"
                | "magazine"
                | "journalists"
                | "correspondents"
                | "broadcaster"
                | "network"
                | "audience"
                | "condition"
        )
    };
    if SPEAK.contains(&first) && near.clone().any(press) {
        return false;
    }
    if last == "at" && CALL.contains(&first) {
        let house = |at: usize| person(at) || HOUSES.contains(&row.lower(at));
        return (right.start..right.end.min(right.start + 4)).any(house);
    }
    if CALL.contains(&first)
        || matches!(last, "on" | "upon") && first != "talk" && !SPEAK.contains(&first)
    {
        return called(row, lexicon, last, &right);
    }
    if DIRECT.contains(&first) {
        let direct = right.start..right.end.min(right.start + 4);
        let by = row.lower(right.start) == "by";
        let someone = |at: usize| person(at) || subject(at);
        let received = by && first == "received" && (clause.from..trigger.from).any(someone);
        // "received a note from Mr. Foote" receives no Mr. Foote, nor does "received his note".
        let thing = |at: usize| {
            let owned = matches!(
                row.lower(at),
                "his" | "her" | "their" | "my" | "your" | "its"
            );
            owned
                || matches!(
                    row.lower(at),
                    "from" | "of" | "a" | "an" | "another" | "any" | "copies" | "no"
                )
        };
        // "received the Japanese Ambassador": who has an office, and no name.
        let envoy = |at: usize| {
            let capital = row.items.get(at).is_some_and(|item| item.capital);
            capital
                && matches!(
                    row.lower(at),
                    "ambassador" | "minister" | "chargé" | "envoy"
                )
        };
        let to_person = direct
            .clone()
            .take_while(|&at| person(at) || !thing(at) && row.what(at) != Some(&What::Mark))
            .any(|at| person(at) || envoy(at));
        // "received a delegation of the party led by A".
        let party = |at: usize| matches!(row.lower(at), "delegation" | "group" | "mission");
        let article = matches!(row.lower(right.start), "a" | "an" | "the");
        let group = article && (right.start..right.end.min(right.start + 5)).any(party);
        // "will see his Russian counterpart".
        let counterpart = |at: usize| row.lower(at).starts_with("counterpart");
        let named = (clause.from..trigger.from).any(someone);
        if !by && named && direct.clone().any(counterpart) {
            return true;
        }
        return if by {
            received && direct.into_iter().any(person)
        } else {
            to_person || group && (clause.from..trigger.from).any(person)
        };
    }
    // "spoke to the President"; not "spoke to the community".
    if SPEAK.contains(&first) && last == "to" {
        return near.take(4).any(person);
    }
    if SPEAK.contains(&first) && last == first {
        let with = near.clone().find(|&at| row.lower(at) == "with");
        // "A and B spoke this evening by telephone".
        let phone = |at: usize| matches!(row.lower(at), "phone" | "telephone" | "videoconference");
        let several = subjects(row, lexicon, clause.from, trigger.from) >= 2;
        if several && near.clone().any(phone) {
            return true;
        }
        // "A diplomat, A, spoke Thursday with North Korean officials".
        let state = |at: usize| matches!(row.what_before(at), Some(What::Country(..)));
        let official = |at: usize| lexicon.is_human(row.id(at)) && state(at);
        let named = (clause.from..trigger.from).any(person);
        return with.is_some_and(|with| {
            (with..right.end.min(with + 8)).any(|at| person(at) || named && official(at))
        });
    }
    // "Kang, whom Kono met earlier in the day".
    let whom = row.lower(clause.from) == "whom"
        && (clause.from.saturating_sub(2)..clause.from).any(person)
        && (clause.from..trigger.from).any(person);
    whom || near.clone().any(someone) && row.what(right.start).is_some()
        || subjects(row, lexicon, clause.from, trigger.from) >= 2 && free(row, &right)
}

/// "called Kim", "called on the minister"; not "called on the North to stop", "called it".
fn called(row: &Row<'_>, lexicon: &Lexicon, last: &str, right: &std::ops::Range<usize>) -> bool {
    let start = right.start;
    let direct = start..right.end.min(start + 2);
    let me = matches!(row.lower(start), "me" | "him" | "her" | "them");
    // "Calling Rice's tour a success".
    let owned = |at: usize| matches!(row.lower(at + 1), "'s" | "’s");
    let person = |at: usize| matches!(row.what(at), Some(What::People(_))) && !owned(at);
    // "called on the North to stop"; not "called on him on June 14 to say good-bye".
    let whom = if person(start) { 2 } else { 4 };
    let asks = matches!(last, "on" | "upon")
        && right.clone().take(whom).any(|at| row.lower(at) == "to")
        && !matches!(row.lower(start), "me" | "him");
    let names = matches!(row.lower(start + 1), "a" | "an" | "“" | "\"" | "for");
    let human = |at: usize| lexicon.is_human(row.id(at)) || lexicon.is_human(row.id(at + 1));
    let on = matches!(last, "on" | "upon") && direct.clone().any(human);
    (me || on || direct.into_iter().any(person)) && !asks && !names
}

/// How many stand before a verb: people, countries, "they"; for "who", those it leads back to.
fn subjects(row: &Row<'_>, lexicon: &Lexicon, from: usize, to: usize) -> usize {
    let from = if row.lower(from) == "who" {
        // "A and B, who were to meet": behind a comma.
        from.saturating_sub(3 + usize::from(row.before(from) == ","))
    } else {
        from
    };
    let count = |at: usize| match row.what(at) {
        Some(What::People(people)) => people.len(),
        Some(What::Country(..) | What::Place(_, Some(_))) => 1,
        Some(What::Word)
            if matches!(
                row.lower(at),
                "they" | "we" | "both" | "sides" | "koreas" | "countries" | "nations"
            ) =>
        {
            2
        }
        // "Delegations of the two Koreas met", "officials met".
        Some(What::Word) if row.lower(at).ends_with('s') && lexicon.is_human(row.id(at)) => 2,
        // "A working group of the six parties met in Beijing".
        Some(What::Word) if matches!(row.lower(at), "group" | "parties" | "committee") => 2,
        _ => 0,
    };
    (from..to).map(count).sum()
}

/// Whether no object stands behind a verb: "the two leaders met on Monday"; not "met the deadline".
fn free(row: &Row<'_>, right: &std::ops::Range<usize>) -> bool {
    let next = row.lower(right.start);
    right.is_empty()
        || matches!(
            row.what(right.start),
            None | Some(What::Mark | What::Time(_))
        )
        || next.ends_with("ly")
        || FREE.contains(&next)
}
