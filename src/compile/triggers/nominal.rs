//! Words that could be verbs and are nouns where they stand: "the launch of a missile", "imposed sanctions".

use crate::compile::items::{Row, What};
use crate::compile::lexicon::{Form, Lexicon, Need, Sense};
use crate::record::Kind;

/// Whether a noun is "launch", "test" or "firing" alone, which can be of anything.
pub(super) fn bare_test(noun: Sense, words: usize) -> bool {
    matches!(noun, Sense::Noun(Kind::Test, _)) && words == 1
}

/// Whether arms stand beside a noun: "the launch of a missile", "its Aug. 31 rocket launch", "missile
/// launches, including the launches today".
pub(super) fn of_arms(row: &Row<'_>, lexicon: &Lexicon, from: usize, to: usize) -> bool {
    let arms = |at: usize| lexicon.supplies(Need::Arms, row.id(at)) || row.lower(at) == "nuclear";
    let of = matches!(row.lower(to), "of" | "by");
    let again = |at: usize| row.lower(at) == row.lower(from) && at > 0 && arms(at - 1);
    (from.saturating_sub(2)..from).any(arms)
        || of && (to..to + 9).any(arms)
        || row.before(from) == "the" && (from.saturating_sub(9)..from).any(again)
}

/// Whether a word is part of the name of something: "the Agreed Framework", "Treaty Organization".
pub(super) fn in_a_name(row: &Row<'_>, from: usize, to: usize, form: Option<Form>) -> bool {
    let capital = |at: usize| row.items.get(at).is_some_and(|item| item.capital);
    let participle = matches!(form, Some(Form::Past | Form::Participle))
        && capital(from)
        && capital(to)
        && row.is_word(to)
        && matches!(row.before(from), "the" | "a" | "an" | "this");
    let body = capital(from) && matches!(row.lower(to), "organization" | "organisation");
    participle || body
}

/// Whether an article or possessive stands before, or a word that stands behind one.
pub(super) fn determined(row: &Row<'_>, at: usize) -> bool {
    owned(row, at)
        || matches!(
            row.before(at),
            "these"
                | "those"
                | "any"
                | "first"
                | "second"
                | "third"
                | "last"
                | "next"
                | "latest"
                | "previous"
                | "upcoming"
                | "joint"
                | "trilateral"
                | "bilateral"
        )
}

/// Whether an article or possessive stands before: "the", "his", "Korea's".
pub(in crate::compile) fn owned(row: &Row<'_>, at: usize) -> bool {
    matches!(
        row.before(at),
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "'s"
            | "’s"
            | "this"
            | "that"
    )
}

/// Whether what stands before makes a noun of a word that could be a verb.
pub(super) fn nominal(row: &Row<'_>, at: usize) -> bool {
    // "his June 2 meeting with".
    let dated = matches!(row.what_before(at), Some(What::Time(_)));
    // "its June 2 artillery attack".
    let described = at >= 2
        && row.is_word(at - 1)
        && matches!(row.what_before(at - 1), Some(What::Time(_)))
        && determined(row, at - 2);
    let according = at >= 2 && row.before(at) == "to" && row.lower(at - 2) == "according";
    determined(row, at)
        || described
        || according
        || dated && determined(row, at - 1)
        || matches!(
            row.before(at),
            "of" | "in"
                | "for"
                | "on"
                | "by"
                | "new"
                | "recent"
                | "over"
                | "about"
                | "between"
                | "against"
                | "into"
                | "regarding"
                | "concerning"
        )
        || matches!(
            row.what_before(at),
            Some(What::Country(_, crate::gazetteer::CountryForm::Adjective))
        )
}

/// "imposed sanctions", "to discuss issues": a verb only right behind the name of a state, as headings have
/// it, or who else can issue something. And in "the talks, and plans for a summit" nobody plans.
pub(super) fn mostly_noun(row: &Row<'_>, at: usize) -> bool {
    let listed = matches!(row.before(at), "and" | ",");
    if listed && row.lower(at) == "plans" && row.lower(at + 1) == "for" {
        return true;
    }
    let named = matches!(
        row.what_before(at),
        Some(What::Country(..) | What::Place(..) | What::People(_))
    );
    match row.lower(at) {
        "sanctions" => !named,
        "issues" => {
            let body = matches!(
                row.before(at),
                "ministry" | "department" | "government" | "office" | "council" | "committee"
            );
            let pronoun = matches!(
                row.before(at),
                "he" | "she" | "it" | "who" | "which" | "also"
            );
            !named && !body && !pronoun
        }
        _ => false,
    }
}
