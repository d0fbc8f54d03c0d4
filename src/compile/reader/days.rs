//! Which time expression dates which happening of a sentence.

use super::Line;
use super::aside::{goes_on_with, is_during_a_visit, is_since};
use super::elsewhere::is_anothers;
use super::nearby::{
    bracketed, ends_another, is_cleft, is_reduced, met_beside, named_by, of_what_is_judged,
    says_which, since_then, told_of, was_set,
};
use crate::compile::clauses::is_saying;
use crate::compile::happenings::{Happening, clause_of};
use crate::compile::items::What;
use crate::compile::page::Page;
use crate::record::Kind;
use crate::timex::TimexType;

/// A time expression that dates a happening.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated {
    /// Its number in the document.
    pub(super) timex: usize,
    /// Whether it stands with the happening, not only in the same sentence.
    pub(super) own: bool,
    /// How it was found.
    pub(super) how: &'static str,
    /// So many days after it, where it is counted from another happening's day.
    pub(super) shift: Option<i64>,
    /// Whether they are counted from the day of writing: the time expression is only their number.
    pub(super) from_now: bool,
}

/// How a day was found that stands in the clause of its happening.
pub(super) const SAME_CLAUSE: &str = "in the same clause";

impl Dated {
    /// A day that stands by itself before the sentence.
    pub(super) fn label(timex: usize) -> Self {
        Self::own(timex, "which stands before the sentence")
    }

    /// A day that stands with the happening itself.
    pub(super) fn own(timex: usize, how: &'static str) -> Self {
        Self {
            timex,
            own: true,
            how,
            shift: None,
            from_now: false,
        }
    }
}

/// The time expressions of a sentence that name days.
pub(super) struct Days {
    /// Item number and number in the document.
    pub(super) times: Vec<(usize, usize)>,
    /// The one that opens the sentence, as an index into `times`.
    pub(super) fronted: Option<usize>,
}

impl Days {
    pub(super) fn of(line: &Line<'_>, page: &Page<'_>) -> Self {
        let mut times = Vec::new();
        for (at, item) in line.row.items.iter().enumerate() {
            let What::Time(timex) = item.what else {
                continue;
            };
            let found = &page.timexes[timex];
            let dates = matches!(found.kind, TimexType::Date | TimexType::Time);
            if found.edtf.is_some()
                && dates
                && !Self::of_a_paper(line, at)
                && !says_which(line, page, at)
            {
                times.push((at, timex));
            }
        }
        let fronted = times.first().and_then(|&(at, _)| {
            let first_verb = line
                .triggers
                .iter()
                .find(|t| t.is_verb())
                .map_or(line.row.len(), |t| t.from);
            let early = at <= 4 && at < first_verb;
            let people = (0..at).any(|at| matches!(line.row.what(at), Some(What::People(_))));
            let noun = line.triggers.iter().any(|t| {
                !t.is_verb() && t.from > at && t.from <= at + 3 && line.row.lower(at + 1) != ","
            });
            // "Since 2010, it has been a forum".
            let since = line.row.before(at) == "since";
            (early && !people && !noun && !since).then_some(0)
        });
        Self { times, fronted }
    }

    /// "your dispatch No. 892 of the 10th", "his letter dated June 3": the day of a paper that is
    /// only named.
    fn of_a_paper(line: &Line<'_>, at: usize) -> bool {
        let row = &line.row;
        // "the statement referred to in mytel 374, April 11".
        let telegram = |at: usize| {
            matches!(
                row.lower(at),
                "mytel"
                    | "ourtel"
                    | "urtel"
                    | "yourtel"
                    | "deptel"
                    | "embtel"
                    | "legtel"
                    | "contel"
            )
        };
        if (at.saturating_sub(4)..at).any(telegram) {
            return true;
        }
        let article = usize::from(row.before(at) == "the");
        let Some(of) = at.checked_sub(article + 1) else {
            return false;
        };
        let paper = |at: usize| {
            matches!(
                row.lower(at),
                "letter"
                    | "letters"
                    | "dispatch"
                    | "dispatches"
                    | "despatch"
                    | "despatches"
                    | "note"
                    | "telegram"
                    | "telegrams"
                    | "instruction"
                    | "instructions"
                    | "communication"
                    | "cable"
                    | "no"
                    | "enclosure"
                    | "inclosure"
                    | "memorial"
            )
        };
        matches!(row.lower(of), "of" | "dated") && (of.saturating_sub(5)..of).any(paper)
    }

    /// The number in the document of the fronted time.
    pub(super) fn fronted(&self) -> Option<usize> {
        self.fronted.map(|at| self.times[at].1)
    }

    /// What dates a happening, the best first; more than one only where they are counted up.
    pub(super) fn of_happening(&self, line: &Line<'_>, page: &Page<'_>, at: usize) -> Vec<Dated> {
        let happening = &line.happenings[at];
        let own = || happening.nouns.iter().copied().chain(happening.verb);
        let (Some(first), Some(last)) = (own().min(), own().max()) else {
            return Vec::new();
        };
        let (from, to) = (line.triggers[first].from, line.triggers[last].to);
        let cost = |item: usize| -> usize {
            let (gap, crossed) = if item < from {
                let crossed = line
                    .triggers
                    .iter()
                    .filter(|t| t.from > item && t.to <= from)
                    .count();
                (from - item, crossed)
            } else {
                let crossed = line
                    .triggers
                    .iter()
                    .filter(|t| t.from >= to && t.to <= item)
                    .count();
                (item.saturating_sub(to), crossed)
            };
            gap + crossed * 12
        };
        let noun_only = happening.verb.is_none();
        if happening.off || happening.wished {
            return self.called_off(line, at, from, to);
        }
        let since =
            |item: usize| usize::from(matches!(line.row.before(item), "since" | "until")) * 40;
        let clock = |timex: usize| usize::from(page.timexes[timex].kind == TimexType::Time) * 15;
        let aside = |item: usize| usize::from(bracketed(line, item)) * 20;
        let mut near: Vec<(usize, usize)> = self
            .times
            .iter()
            .filter(|&&(item, _)| clause_of(&line.clauses, item) == happening.clause)
            .filter(|&&(item, _)| Self::is_free(line, item, happening))
            .filter(|&&(item, _)| !since_then(line, item) && !ends_another(line, item, happening))
            .filter(|&&(item, _)| !is_anothers(line, item, happening))
            .filter(|&&(item, _)| item > from || !is_reduced(line, happening))
            .filter(|&&(item, _)| !noun_only || self.belongs(line, item, from, to, happening))
            .map(|&(item, timex)| (cost(item) + since(item) + aside(item) + clock(timex), timex))
            .collect();
        near.sort_unstable();
        // "On Tuesday, in reaction to the launch on Monday, A called B": one day is each one's; "Based on
        // her visit to Seoul in March, the talks will resume": March is only that of the visit.
        let theirs = |timex| {
            let item = self.item_of(timex);
            let noun = told_of(line, item).filter(|_| item < from);
            noun.is_some_and(|noun| !happening.nouns.contains(&noun))
        };
        let opens = |timex| (self.item_of(timex)..from).any(|at| line.row.lower(at) == ",");
        let others = near.iter().any(|&(_, timex)| !theirs(timex));
        near.retain(|&(_, timex)| !(theirs(timex) && (others || opens(timex))));
        if happening.verb.is_some() && self.kept(line, happening).is_some() {
            let set = |timex| was_set(line, self.item_of(timex));
            near.retain(|&(_, timex)| !set(timex));
        }
        // "On February 12, at 1:40 p.m. (the 13th in Japan), …": the day that opens the sentence.
        let vague =
            |&(_, timex): &(usize, usize)| clock(timex) > 0 || bracketed(line, self.item_of(timex));
        let opens = self.fronted.map(|at| self.times[at]);
        let elsewhere = opens.is_some_and(|(item, timex)| {
            clause_of(&line.clauses, item) != happening.clause && clock(timex) == 0
        });
        if elsewhere && !noun_only && !near.is_empty() && near.iter().all(vague) {
            near.clear();
        }
        if let Some(&(least, _)) = near.first() {
            // "26 February and 4 March launches": neighbours in the text, all on one side.
            return near
                .iter()
                .filter(|&&(cost, _)| cost <= least + 3)
                .map(|&(_, timex)| Dated::own(timex, SAME_CLAUSE))
                .collect();
        }
        if noun_only {
            return self
                .end_of_stay(line, happening, from)
                .or_else(|| self.day_of_stay(line, page, happening, from))
                .into_iter()
                .collect();
        }
        self.elsewhere(line, page, at)
    }

    /// The item that a time is.
    fn item_of(&self, timex: usize) -> usize {
        let mut times = self.times.iter();
        let found = times.find(|&&(_, own)| own == timex);
        found.map_or(0, |&(item, _)| item)
    }

    /// A time behind the verb of a happening that is not only what it had been set for.
    fn kept(&self, line: &Line<'_>, happening: &Happening) -> Option<usize> {
        let verb = &line.triggers[happening.verb?];
        let behind = self.times.iter().map(|&(item, _)| item);
        behind
            .filter(|&item| item >= verb.to && !was_set(line, item))
            .find(|&item| clause_of(&line.clauses, item) == clause_of(&line.clauses, verb.from))
    }

    /// Whether a time is not the name of another noun, nor told of one that is only spoken of.
    fn is_free(line: &Line<'_>, item: usize, happening: &Happening) -> bool {
        if let Some(noun) = named_by(line, item) {
            // "will visit Seoul on a March 14-21 trip": the journey is one.
            let journey = line.triggers[noun].kind() == Some(Kind::Visit)
                && happening.kind == Kind::Visit
                && happening.verb.is_some_and(|verb| verb < noun);
            // "At a September 17 briefing A said": what was said there.
            let said = line.triggers[noun].kind() == Some(Kind::Statement)
                && happening.kind == Kind::Statement
                && happening.verb.is_some_and(|verb| verb > noun);
            return journey
                || said
                || happening.nouns.contains(&noun)
                || met_beside(line, happening, item, noun);
        }
        let spoken = matches!(
            happening.kind,
            Kind::Statement | Kind::Announcement | Kind::Agreement | Kind::Other
        );
        let judged = happening
            .verb
            .is_some_and(|verb| of_what_is_judged(line, verb, item));
        !judged
            && (!spoken || told_of(line, item).is_none_or(|noun| happening.nouns.contains(&noun)))
    }

    /// What dates a happening whose clause names no day: the clause before, the opening of the
    /// sentence, the only day in it.
    fn elsewhere(&self, line: &Line<'_>, page: &Page<'_>, at: usize) -> Vec<Dated> {
        let happening = &line.happenings[at];
        let clause = &line.clauses[happening.clause];
        if let Some(dated) = self.counted(line, page, clause) {
            return vec![dated];
        }
        if is_since(line, page, happening) || is_reduced(line, happening) {
            return Vec::new();
        }
        if let Some(dated) = self.close_by(line, happening) {
            return vec![dated];
        }
        // "in September 2019, when the talks began".
        let lead = clause.from.saturating_sub(usize::from(matches!(
            line.row.before(clause.from),
            "," | ")"
        )));
        if line.row.lower(clause.from) == "when"
            && let Some(&(_, timex)) = self.times.iter().find(|&&(item, _)| item + 1 == lead)
        {
            return vec![Dated::own(timex, "right before “when”")];
        }
        // "he meets Park on Friday and says …": what is said there is no event of its own.
        let says = happening
            .verb
            .is_some_and(|verb| is_saying(&line.row, &line.triggers[verb]));
        if says && clause.inherits {
            return Vec::new();
        }
        // "It was on March 9 that Carter announced …".
        if is_cleft(line, clause)
            && let Some(&(_, timex)) = self
                .times
                .iter()
                .find(|&&(item, _)| item + 1 == clause.from)
        {
            return vec![Dated::own(timex, "before “that”")];
        }
        if clause.attribution {
            return Vec::new();
        }
        // "On Friday he said that he might rest and meet Kim": on that day he said so.
        let anew = goes_on_with(line, happening.clause).from;
        // "On Friday he said that the North “will resume talks”".
        let quoted = matches!(line.row.before(anew), "“" | "\"")
            && line
                .clauses
                .iter()
                .any(|c| c.from < anew && line.row.lower(c.from) == "that");
        let said = line.row.lower(anew) == "that" || quoted;
        if let Some(fronted) = self.fronted
            && !clause.subordinate
            && !said
        {
            return vec![Dated::own(
                self.times[fronted].1,
                "which opens the sentence",
            )];
        }
        if happening.own_date && happening.kind != Kind::Test {
            return Vec::new();
        }
        // "will meet Kishida next week before flying to Seoul": some day of that week, or of the next.
        let behind = clause.subordinate && line.row.lower(clause.from) == "before";
        let vague = |timex: usize| {
            let range = page.timexes[timex].range;
            range.is_some_and(|range| range.days() > 1)
        };
        let free: Vec<usize> = self
            .times
            .iter()
            .filter(|&&(_, timex)| !(behind && vague(timex)))
            .filter(|&&(item, _)| !ends_another(line, item, happening) && !since_then(line, item))
            .filter(|&&(item, _)| !is_anothers(line, item, happening))
            .filter(|&&(item, _)| {
                let other = &line.clauses[clause_of(&line.clauses, item)];
                !other.attribution
                    && Self::is_free(line, item, happening)
                    && (clause.inherits
                        || is_during_a_visit(line, other)
                        || (!other.subordinate || clause.subordinate)
                            && !Self::taken(line, item, at))
            })
            .map(|&(_, timex)| timex)
            .collect();
        // "the talks were the first since Rubio took office in January": when he did.
        let since = |timex: usize| {
            let clause = clause_of(&line.clauses, self.item_of(timex));
            line.row.lower(line.clauses[clause].from) == "since"
        };
        match free.as_slice() {
            [only] if since(*only) => Vec::new(),
            [only] => vec![Dated {
                own: false,
                ..Dated::own(*only, "the only day in the sentence")
            }],
            _ => Vec::new(),
        }
    }

    /// Whether another happening of the sentence stands with a time.
    fn taken(line: &Line<'_>, item: usize, at: usize) -> bool {
        let clause = clause_of(&line.clauses, item);
        line.happenings.iter().enumerate().any(|(other, h)| {
            other != at && h.clause == clause && h.clause != line.happenings[at].clause
        })
    }
}
