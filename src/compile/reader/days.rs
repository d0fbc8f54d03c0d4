//! Which time expression dates which happening of a sentence.

use super::Line;
use crate::compile::clauses::Clause;
use crate::compile::happenings::clause_of;
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
    /// So many days after it.
    pub(super) shift: i64,
}

impl Dated {
    /// A day that stands by itself before the sentence.
    pub(super) fn label(timex: usize) -> Self {
        Self {
            timex,
            own: true,
            how: "which stands before the sentence",
            shift: 0,
        }
    }
}

/// The time expressions of a sentence that name days.
pub(super) struct Days {
    /// Item number and number in the document.
    times: Vec<(usize, usize)>,
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
            if found.edtf.is_some() && dates && !Self::of_a_paper(line, at) {
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
            (early && !people && !noun).then_some(0)
        });
        Self { times, fronted }
    }

    /// "your dispatch No. 892 of the 10th", "his letter dated June 3": the day of a paper that is
    /// only named.
    fn of_a_paper(line: &Line<'_>, at: usize) -> bool {
        let row = &line.row;
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
    pub(super) fn of_happening(&self, line: &Line<'_>, at: usize) -> Vec<Dated> {
        let happening = &line.happenings[at];
        let own: Vec<usize> = happening
            .nouns
            .iter()
            .copied()
            .chain(happening.verb)
            .collect();
        let Some(&first) = own.iter().min() else {
            return Vec::new();
        };
        let last = own.iter().copied().max().unwrap_or(first);
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
        let since =
            |item: usize| usize::from(matches!(line.row.before(item), "since" | "until")) * 40;
        let mut near: Vec<(usize, usize)> = self
            .times
            .iter()
            .filter(|&&(item, _)| clause_of(&line.clauses, item) == happening.clause)
            .filter(|&&(item, _)| !noun_only || Self::belongs(line, item, from, to, happening.kind))
            .map(|&(item, timex)| (cost(item) + since(item), timex))
            .collect();
        near.sort_unstable();
        if let Some(&(least, _)) = near.first() {
            // "26 February and 4 March launches": neighbours in the text, all on one side.
            return near
                .iter()
                .filter(|&&(cost, _)| cost <= least + 3)
                .map(|&(_, timex)| Dated {
                    timex,
                    own: true,
                    how: "in the same clause",
                    shift: 0,
                })
                .collect();
        }
        if noun_only {
            return Vec::new();
        }
        self.elsewhere(line, at)
    }

    /// What dates a happening whose clause names no day: the clause before, the opening of the
    /// sentence, the only day in it.
    fn elsewhere(&self, line: &Line<'_>, at: usize) -> Vec<Dated> {
        let happening = &line.happenings[at];
        let clause = &line.clauses[happening.clause];
        if let Some(dated) = self.counted(line, clause) {
            return vec![dated];
        }
        // "in September 2019, when the talks began".
        let lead = clause
            .from
            .saturating_sub(usize::from(line.row.before(clause.from) == ","));
        if line.row.lower(clause.from) == "when"
            && let Some(&(_, timex)) = self.times.iter().find(|&&(item, _)| item + 1 == lead)
        {
            return vec![Dated {
                timex,
                own: true,
                how: "right before “when”",
                shift: 0,
            }];
        }
        if clause.attribution {
            return Vec::new();
        }
        if let Some(fronted) = self.fronted
            && !clause.subordinate
        {
            return vec![Dated {
                timex: self.times[fronted].1,
                own: true,
                how: "which opens the sentence",
                shift: 0,
            }];
        }
        if happening.own_date && happening.kind != Kind::Test {
            return Vec::new();
        }
        let free: Vec<usize> = self
            .times
            .iter()
            .filter(|&&(item, _)| {
                let other = &line.clauses[clause_of(&line.clauses, item)];
                !other.attribution
                    && (clause.inherits || !other.subordinate || clause.subordinate)
                    && (clause.inherits || !Self::taken(line, item, at))
            })
            .map(|&(_, timex)| timex)
            .collect();
        match free.as_slice() {
            [only] => vec![Dated {
                timex: *only,
                own: false,
                how: "the only day in the sentence",
                shift: 0,
            }],
            _ => Vec::new(),
        }
    }

    /// "on Thursday, one day after A and B talked": counted from the day of the clause before.
    fn counted(&self, line: &Line<'_>, clause: &Clause) -> Option<Dated> {
        let sign = match line.row.lower(clause.from) {
            "after" => -1,
            "before" => 1,
            _ => return None,
        };
        let before = clause.from.checked_sub(1)?;
        let words = line.row.words(before, line.text);
        let counts = ["day", "week", "hour", "minute"];
        let words = if counts.iter().any(|unit| words.contains(unit)) {
            words
        } else {
            line.row.window(clause.from.saturating_sub(3), clause.from)
        };
        let words = words.to_lowercase();
        let soon = ["hour", "minute", "shortly", "immediately", "soon"];
        let unit = if words.contains("week") {
            7
        } else if words.contains("day") {
            1
        } else if soon.iter().any(|word| words.contains(word)) {
            0
        } else {
            return None;
        };
        let numbers = ["a ", "two", "three", "four", "five", "six", "seven"];
        let count = numbers
            .iter()
            .position(|n| words.contains(n))
            .map_or(1, |at| at as i64 + 1);
        let &(_, timex) = self.times.iter().rev().find(|&&(item, _)| item < before)?;
        Some(Dated {
            timex,
            own: true,
            how: "counted from it",
            shift: sign * unit * count,
        })
    }

    /// Whether a time belongs to a noun: right before it, or behind it without another happening
    /// between.
    fn belongs(line: &Line<'_>, item: usize, from: usize, to: usize, kind: Kind) -> bool {
        let (a, b) = if item < from {
            (item + 1, from)
        } else {
            (to, item)
        };
        let limit = if item < from { 7 } else { 9 };
        let verb = line
            .triggers
            .iter()
            .any(|t| t.is_verb() && t.from >= a && t.to <= b);
        // "the trip follows the talks on Tuesday": the day is the talks'.
        let other = kind == Kind::Visit
            && line
                .triggers
                .iter()
                .any(|t| !t.is_verb() && t.from >= a && t.to <= b && t.kind() != Some(kind));
        let between = (a..b)
            .filter(|&at| matches!(line.row.what(at), Some(What::Word)))
            .count();
        // A verb before the noun owns the clause's time, unless the time is at the noun.
        let owned = line.happenings.iter().any(|h| {
            h.verb.is_some_and(|v| {
                let verb = &line.triggers[v];
                clause_of(&line.clauses, verb.from) == clause_of(&line.clauses, item)
            })
        });
        let close = between <= if owned { 2 } else { limit };
        let comma = (a..b).any(|at| line.row.lower(at) == ",") && kind != Kind::Test && item > to;
        close && !(verb || other || comma && owned)
    }

    /// Whether another happening of the sentence stands with a time.
    fn taken(line: &Line<'_>, item: usize, at: usize) -> bool {
        let clause = clause_of(&line.clauses, item);
        line.happenings.iter().enumerate().any(|(other, h)| {
            other != at && h.clause == clause && h.clause != line.happenings[at].clause
        })
    }
}
