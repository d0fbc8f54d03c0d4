//! What stands aside of what a sentence tells: "since he took office", "who is visiting", "which have
//! been stalled".

use super::Line;
use super::days::Dated;
use crate::compile::clauses::Clause;
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::compile::lexicon::Form;
use crate::compile::mood::Mood;
use crate::compile::page::Page;
use crate::record::Kind;
use crate::timex::TimexType;

/// Whether a happening without a day of its own is only spoken of beside what is told.
pub(super) fn is_no_news(line: &Line<'_>, page: &Page<'_>, happening: &Happening) -> bool {
    happening.wished
        || is_since(line, page, happening)
        || has_been_since(line, happening)
        || is_stalled(line, happening)
        || comes_first(line, happening)
        || is_repeated(line, happening)
        || is_discussed(line, happening)
}

/// Whether a happening is only what another is counted from: "the first since he took office",
/// "a few days after he took office".
pub(super) fn is_since(line: &Line<'_>, page: &Page<'_>, happening: &Happening) -> bool {
    // "since they met in June and agreed": what goes on with the clause goes on with its "since".
    let from = goes_on_with(line, happening.clause).from;
    let counted = from
        .checked_sub(1)
        .is_some_and(|before| match line.row.what(before) {
            Some(What::Time(length)) => page.timexes[*length].kind == TimexType::Duration,
            _ => matches!(
                line.row.lower(before),
                "hours" | "days" | "weeks" | "months" | "years"
            ),
        });
    match line.row.lower(from) {
        "since" | "until" => true,
        "after" | "before" => counted,
        _ => false,
    }
}

/// "Since 2010, it has provided a forum": what has gone on ever since.
fn has_been_since(line: &Line<'_>, happening: &Happening) -> bool {
    let clause = &line.clauses[happening.clause];
    let opens = line.row.lower(0) == "since" && matches!(line.row.what(1), Some(What::Time(_)));
    let has = |word| line.row.has(clause.from, clause.to, &[word]);
    opens && (has("has") || has("have"))
}

/// Whether a happening has long come to a stop: "the talks, which have been stalled".
fn is_stalled(line: &Line<'_>, happening: &Happening) -> bool {
    let verb = happening.verb.map(|at| &line.triggers[at]);
    verb.is_some_and(|verb| {
        let word = line.row.lower(verb.from);
        line.row.before(verb.from) == "been"
            && ["stall", "suspend", "deadlock"]
                .iter()
                .any(|stem| word.starts_with(stem))
    })
}

/// Whether a happening is only what another waits for: "before it begins new talks", "once he visits".
fn comes_first(line: &Line<'_>, happening: &Happening) -> bool {
    let clause = &line.clauses[happening.clause];
    let verb = happening.verb.map(|at| &line.triggers[at]);
    let waits = matches!(
        line.row.lower(clause.from),
        "before" | "until" | "unless" | "if" | "once"
    );
    waits && verb.is_some_and(|verb| verb.form() == Some(Form::Third))
}

/// Whether a noun is but what people speak about: "to discuss how to make progress at the talks".
fn is_discussed(line: &Line<'_>, happening: &Happening) -> bool {
    let noun = happening.nouns.first().filter(|_| happening.verb.is_none());
    noun.is_some_and(|&noun| {
        let first = line.triggers[noun].from;
        (first.saturating_sub(DISCUSSED)..first).any(|at| line.row.lower(at) == "discuss")
    })
}

/// So many words stand between "to discuss" and what is discussed.
const DISCUSSED: usize = 9;

/// Whether a happening is told of many days: "have met several times", "meets frequently with".
fn is_repeated(line: &Line<'_>, happening: &Happening) -> bool {
    let clause = &line.clauses[happening.clause];
    (clause.from..clause.to).any(|at| match line.row.lower(at) {
        "frequently" | "repeatedly" | "often" | "regularly" | "occasionally" => true,
        "times" => matches!(line.row.before(at), "several" | "many" | "numerous"),
        _ => false,
    })
}

/// The mood of a happening, which is a plan where somebody has but arrived for it: "arrived on Monday for
/// talks with A". Then no day is told of it.
pub(super) fn of_aim(
    line: &Line<'_>,
    happening: &Happening,
    mood: Mood,
    dated: &mut Vec<Dated>,
) -> Mood {
    if !matches!(mood, Mood::Past | Mood::Perfect) || !is_arrived_for(line, happening) {
        return mood;
    }
    dated.clear();
    Mood::Planned
}

/// Whether a gathering is only what somebody has arrived or left for: "flew to Seoul on Monday for talks
/// with A".
fn is_arrived_for(line: &Line<'_>, happening: &Happening) -> bool {
    let (Some(verb), Some(&noun)) = (happening.verb, happening.nouns.first()) else {
        return false;
    };
    let (verb, noun) = (&line.triggers[verb], &line.triggers[noun]);
    let gathers = matches!(happening.kind, Kind::Talks | Kind::Meeting | Kind::Summit);
    let word = line.row.lower(verb.from);
    let goes = [
        "arriv", "land", "left", "leav", "depart", "flew", "fly", "head",
    ];
    gathers
        && verb.kind() == Some(Kind::Visit)
        && goes.iter().any(|stem| word.starts_with(stem))
        && (verb.to..noun.from).any(|at| line.row.lower(at) == "for")
}

/// Whether a happening stands in an aside that names no day: "Shin, who is visiting Japan".
pub(super) fn is_aside(line: &Line<'_>, page: &Page<'_>, happening: &Happening) -> bool {
    let clause = &line.clauses[happening.clause];
    let dated = (clause.from..clause.to).any(|at| match line.row.what(at) {
        Some(What::Time(timex)) => page.timexes[*timex].edtf.is_some(),
        _ => false,
    });
    matches!(line.row.lower(clause.from), "who" | "which") && !dated
}

/// The clause that one goes on with behind an "and"; itself, if it begins anew.
pub(super) fn goes_on_with<'l>(line: &'l Line<'_>, mut number: usize) -> &'l Clause {
    while number > 0 && line.clauses[number].inherits && !line.clauses[number].subordinate {
        number -= 1;
    }
    &line.clauses[number]
}

/// The vague time at which a happening lies back: "visited Seoul a few months ago", "recently met".
pub(super) fn long_past(line: &Line<'_>, page: &Page<'_>, happening: &Happening) -> Option<usize> {
    let first = &line.clauses[happening.clause];
    let rest = line.clauses.iter().skip(happening.clause + 1);
    // "visited Tokyo and met Noda weeks ago".
    let behind = rest.take_while(|clause| clause.inherits && !clause.subordinate);
    let to = behind.last().map_or(first.to, |clause| clause.to);
    (first.from..to).find_map(|at| match line.row.what(at) {
        Some(What::Time(timex)) if page.timexes[*timex].value.as_str() == "PAST_REF" => {
            Some(*timex)
        }
        _ => None,
    })
}

/// "held a summit during his visit from July 21 to 22": on one of its days.
pub(super) fn is_during_a_visit(line: &Line<'_>, clause: &Clause) -> bool {
    let from = clause.from;
    let theirs = matches!(line.row.lower(from + 1), "his" | "her" | "their");
    let visit = |at: usize| matches!(line.row.lower(at), "visit" | "trip" | "tour" | "stay");
    line.row.lower(from) == "during" && theirs && (from + 2..from + 5).any(visit)
}

/// "The last time a premier visited Seoul was in 2004, when A …": what is only recalled; it is told where
/// the day is.
pub(super) fn is_recalled(line: &Line<'_>, happening: &Happening) -> bool {
    let from = line.clauses[happening.clause].from;
    let own = happening.nouns.iter().chain(happening.verb.as_ref());
    let first = own.map(|&at| line.triggers[at].from).min().unwrap_or(from);
    let when = |clause: &Clause| line.row.lower(clause.from) == "when";
    line.clauses.iter().any(when)
        && (from..first).any(|at| {
            matches!(line.row.lower(at), "last" | "first" | "only")
                && line.row.lower(at + 1) == "time"
        })
}

/// Whether a verb is told as going on: "is visiting", "are making a visit"; "is going to Seoul" is to come.
pub(super) fn going_on(line: &Line<'_>, verb: usize) -> bool {
    let verb = &line.triggers[verb];
    let word = line.row.lower(verb.from);
    if matches!(word, "going" | "heading" | "flying" | "returning") {
        return false;
    }
    let now = matches!(line.row.before(verb.from), "is" | "are" | "currently");
    now && verb.form() == Some(Form::Ing) && verb.kind().is_none_or(|kind| kind == Kind::Visit)
}
