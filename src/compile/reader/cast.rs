//! Who takes part in a happening, and where, as its clause tells.

use super::bounds::{bounds, group, noun_bounds, pronoun_or_empty, scene_of_clause, subject_of};
use super::bystander::{Role, asked, is_left_out, is_owner, role};
use super::capitals::{is_on_the_way, is_possessive, listed};
use super::destinations::{returns_from, visited};
use super::noun_subject::{behind_opening, is_told_of_noun, leading_noun};
use super::{Line, Reader, photograph, topic};
use crate::chronicle::PlaceRef;
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::compile::lexicon::Need;
use crate::gazetteer::CountryForm;
use crate::record::{CountryRow, Kind};

/// Who and where, as the clause of a happening tells.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) people: Vec<usize>,
    pub(super) countries: Vec<CountryRow>,
    /// Those of the countries where a visit goes.
    pub(super) hosts: Vec<CountryRow>,
    pub(super) places: Vec<PlaceRef>,
    pub(super) group: Option<String>,
    pub(super) speaker: bool,
    /// Whether it is a visit to a person, and so a meeting.
    pub(super) visited: bool,
}

impl Cast {
    pub(super) fn country(&mut self, country: Option<CountryRow>) {
        if let Some(country) = country
            && !self.countries.contains(&country)
        {
            self.countries.push(country);
        }
    }
}

/// Whether people come together for such a happening, or speak from afar.
fn is_gathering(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Meeting
            | Kind::Talks
            | Kind::Call
            | Kind::Summit
            | Kind::TwoPlusTwo
            | Kind::Conference
    )
}

/// So many words may stand between "the two sides'" and its noun.
const WHOSE: usize = 6;

impl Reader<'_> {
    pub(super) fn cast(&self, line: &Line<'_>, happening: &Happening) -> Cast {
        let clause = line.clauses[happening.clause];
        let anchor = happening.anchor();
        let trigger = &line.triggers[anchor];
        let last = happening
            .nouns
            .last()
            .map_or(trigger.to, |&at| line.triggers[at].to.max(trigger.to));
        // "the talks that A and B held": who held them stands behind the noun.
        let within = |at: &&usize| line.triggers[**at].to > clause.from || happening.verb.is_none();
        let noun = happening.nouns.first().filter(within);
        let first = noun.map_or(trigger.from, |&at| line.triggers[at].from.min(trigger.from));
        let (mut from, mut to) = bounds(line, happening, &clause, anchor);
        if happening.verb.is_none() {
            // "congratulated B by telephone": whoever the clause is about.
            let by_telephone = matches!(line.row.lower(first), "by" | "over");
            (from, to) = if by_telephone || scene_of_clause(line, first) {
                (clause.from, clause.to)
            } else {
                noun_bounds(line, first, last, from, to)
            };
        }
        let passive = noun.is_some_and(|&at| line.triggers[at].from < trigger.from);
        let opening = behind_opening(line, first).filter(|_| passive);
        from = from.max(opening.unwrap_or(from));
        let mut cast = Cast::default();
        let led = leading_noun(line, happening);
        let whose = led.or_else(|| opening.map(|at| (at, first)));
        // "the talks are to be followed by a meeting between A and B": theirs alone.
        let between = happening.verb.is_none()
            && line.row.lower(last) == "between"
            && (last..last + 8).any(|at| matches!(line.row.what(at), Some(What::People(_))));
        if !between {
            self.subjects(line, happening, (from, first), whose, &mut cast);
        }
        if let Some((from, to)) = photograph::shown(line, happening, first) {
            self.gather(line, from, to, &mut cast, true);
        } else if cast.people.is_empty()
            && let Some((from, to)) = self.implied_subject(line, happening, first)
        {
            self.gather(line, from, to, &mut cast, true);
        }
        cast.speaker = (clause.from..first).any(|at| self.lexicon.is_speaker(line.row.id(at)));
        let parties = cast.countries.len();
        to = self.objects(line, happening, (first, last), to, &mut cast);
        if happening.kind == Kind::Visit && happening.verb.is_some() {
            cast.hosts = cast.countries.get(parties..).unwrap_or_default().to_vec();
        }
        if happening.kind == Kind::Test && happening.verb.is_some() {
            Self::test(line, &clause, first, &mut cast);
        }
        let gathering = is_gathering(happening.kind);
        if cast.countries.is_empty() && cast.people.is_empty() {
            let from = led.map_or(clause.from, |(from, _)| from.saturating_sub(WHOSE));
            cast.countries = self.last_two(line, from, first);
        }
        let agrees = gathering || happening.kind == Kind::Agreement && happening.verb.is_some();
        if agrees
            && !between
            && cast.people.len() < cast.countries.len()
            && cast.countries.len() > 1
        {
            // "will meet an official to discuss a summit of the leaders": these are only spoken of.
            let topic = (last..clause.to).find(|&at| {
                line.row.lower(at) == "to"
                    && matches!(line.row.lower(at + 1), "discuss" | "arrange" | "prepare")
            });
            self.by_office(line, clause.from, topic.unwrap_or(clause.to), &mut cast);
        }
        if cast.countries.is_empty() && cast.people.is_empty() {
            self.by_others(line, happening, first, &mut cast);
        }
        self.parties(line, happening.kind, &clause, trigger.from, &mut cast);
        if Self::is_named_paper(line, happening) {
            self.whose_paper(line, &mut cast);
        }
        let own: Vec<_> = cast
            .people
            .iter()
            .map(|&at| self.people.entities[at].country)
            .collect();
        topic::leave_out(line, happening.kind, &clause, &own, &mut cast);
        if matches!(happening.kind, Kind::Meeting | Kind::Talks | Kind::Call) {
            let end = to.min(line.row.len());
            let named = (last..end.min(last + 5))
                .any(|at| matches!(line.row.what(at), Some(What::People(_))));
            if !named {
                cast.group = group(line, last, end, trigger.is_verb(), self.lexicon);
            }
        }
        cast
    }

    /// Adds to a happening without people whose it is by what other sentences say.
    fn by_others(&self, line: &Line<'_>, happening: &Happening, first: usize, cast: &mut Cast) {
        let clause = line.clauses[happening.clause];
        let trigger = &line.triggers[happening.anchor()];
        if matches!(happening.kind, Kind::Test | Kind::Statement) {
            cast.country(self.nearest_country(line, &clause, trigger, happening.kind));
        }
        let pronoun =
            (clause.from..first).any(|at| matches!(line.row.lower(at), "it" | "its" | "they"));
        // "It was signed": by more than one.
        let signed = happening.kind == Kind::Agreement
            && line.row.lower(clause.from) == "it"
            && matches!(line.row.before(trigger.from), "was" | "were");
        if cast.countries.is_empty() && pronoun && !signed {
            // "They held a meeting": at least two.
            let they = (clause.from..first).any(|at| line.row.lower(at) == "they");
            if is_gathering(happening.kind) && they {
                cast.countries = self.two_before(line);
            }
            if cast.countries.is_empty() {
                cast.country(self.told_before(line));
            }
        }
    }

    /// Adds those before a happening whose own words begin at `first`; `whose` is the noun that it is told
    /// of, if it is the noun's and nobody else's.
    fn subjects(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        (from, first): (usize, usize),
        whose: Option<(usize, usize)>,
        cast: &mut Cast,
    ) {
        let clause = line.clauses[happening.clause];
        let anchor = happening.anchor();
        let trigger = &line.triggers[anchor];
        // Subjects; who sends another does not travel.
        let sends = crate::compile::triggers::need(trigger.sense) == Some(Need::PersonAndPlace);
        let from = asked(line, from, first).unwrap_or(from);
        if sends {
            self.gather(line, trigger.to, trigger.to + 4, cast, false);
        } else {
            self.gather(line, from, first, cast, true);
        }
        if let Some((from, to)) = whose {
            self.gather(line, from, to, cast, true);
        }
        let others = (from..first).any(|at| self.is_group(line, at));
        // "the summit between the three countries, held in May": nobody else's.
        let held = (happening.nouns.first().zip(happening.verb)).is_some_and(|(&noun, verb)| {
            let between = line.triggers[noun].to..line.triggers[verb].from;
            between
                .into_iter()
                .any(|at| line.row.lower(at) == "between")
        });
        if !clause.attribution
            && !others
            && !held
            && whose.is_none()
            && !is_told_of_noun(line, happening)
            && (cast.people.is_empty() && cast.countries.is_empty()
                || happening.verb.is_some()
                    && cast.people.is_empty()
                    && (pronoun_or_empty(line, from, first)
                        || line.row.before(first) == "to" && from > clause.from))
            && happening.verb.is_some()
            && let Some((from, to)) = subject_of(line, self.lexicon, happening.clause, first)
        {
            self.gather(line, from, to, cast, true);
        }
        // "Kang, whom Kono met": who was met stands before it.
        if line.row.lower(clause.from) == "whom" {
            let near = clause.from.saturating_sub(2);
            self.gather(line, near, clause.from, cast, true);
        }
    }

    /// Adds the objects of a happening, whose own words are from `first` to `last`; gives where they
    /// end.
    fn objects(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        (first, last): (usize, usize),
        mut to: usize,
        cast: &mut Cast,
    ) -> usize {
        let anchor = happening.anchor();
        let trigger = &line.triggers[anchor];
        let visit = happening.kind == Kind::Visit && happening.verb.is_some();
        let start = if happening.nouns.is_empty() {
            trigger.to
        } else {
            first
        };
        let carried = happening
            .verb
            .filter(|&verb| line.triggers[verb].kind() == Some(Kind::Visit))
            .and_then(|_| happening.nouns.first().copied());
        if let Some(noun) = carried {
            // "travel to Seoul for meetings with A and talks with B": the place, then its own words.
            let others = line
                .triggers
                .iter()
                .filter(|t| !t.is_verb() && t.from > trigger.to);
            let next = others.clone().map(|t| t.from).min().unwrap_or(to);
            let own = line.triggers[noun].from;
            let end = others
                .map(|t| t.from)
                .filter(|&at| at > last)
                .min()
                .unwrap_or(to);
            self.targets(line, trigger.to, next, cast);
            self.gather(line, own, end.min(to), cast, false);
            to = end.min(to);
        } else if visit {
            // "A's visit to Japan took place in May": where to stands before the verb.
            let noun = happening.nouns.last().map(|&noun| line.triggers[noun].to);
            let own = noun.unwrap_or(trigger.to).min(trigger.to);
            let own = returns_from(line, trigger.from, to).unwrap_or(own);
            self.targets(line, own, to, cast);
            let sends = crate::compile::triggers::need(trigger.sense) == Some(Need::PersonAndPlace);
            if let Some(people) = visited(line, last).filter(|_| !sends) {
                cast.visited = true;
                for &person in people {
                    if !cast.people.contains(&person) {
                        cast.people.push(person);
                    }
                    cast.country(self.people.entities[person].country);
                }
            }
        } else if happening.kind == Kind::Visit {
            // "During his visit to Seoul, A met B and C": whom he met does not travel.
            let person = |at: usize| matches!(line.row.what(at), Some(What::People(_)));
            let other = |&at: &usize| person(at) && line.row.before(at) == ",";
            self.targets(line, last, (last..to).find(other).unwrap_or(to), cast);
        } else {
            self.gather(line, start, to, cast, false);
        }
        to
    }

    /// People, countries and places between two items.
    fn gather(&self, line: &Line<'_>, from: usize, to: usize, cast: &mut Cast, subject: bool) {
        for at in from..to.min(line.row.len()) {
            match line.row.what(at) {
                Some(What::People(people)) => {
                    let role = role(line, self.lexicon, at);
                    // "conferred on the President's visit", "denounced A's doctrine": only spoken of; not who is
                    // "called at A's residence", nor "at A's".
                    let at_home = line.row.has(at.saturating_sub(3), at, &["called", "at"])
                        || line.row.before(at) == "at" && !line.row.is_word(at + 2);
                    let owner = !subject && role == Role::Part && is_owner(line, at) && !at_home;
                    if role == Role::Out || owner {
                        continue;
                    }
                    for &person in people {
                        if role == Role::Part && !cast.people.contains(&person) {
                            cast.people.push(person);
                        }
                        cast.country(self.people.entities[person].country);
                    }
                }
                Some(What::Country(..)) if is_left_out(line, at) => {}
                Some(What::Country(row, form)) => {
                    cast.country(Some(*row));
                    // "at Australia's initiative": not there.
                    let owns = matches!(line.row.lower(at + 1), "'s" | "’s" | "'");
                    let within = matches!(line.row.before(at), "in" | "at")
                        && !owns
                        && !topic::is_of_events(line, at);
                    if !subject && within && *form == CountryForm::Name {
                        let name = self.gazetteer.country(*row).name.clone();
                        cast.places.push(PlaceRef::Named(name));
                    }
                }
                Some(What::Place(place, government)) => {
                    let before = line.row.before(at);
                    let local = matches!(
                        before,
                        "in" | "at"
                            | "near"
                            | "off"
                            | "from"
                            | "outside"
                            | "to"
                            | "into"
                            | ","
                            | "and"
                            | "of"
                    ) || !subject;
                    match government {
                        Some(country)
                            if is_possessive(line, at)
                                || !local
                                || before == "and" && subject
                                || subject && listed(line, at) =>
                        {
                            cast.country(Some(*country));
                        }
                        _ => {
                            if matches!(
                                before,
                                "in" | "at" | "near" | "off" | "outside" | "," | "the"
                            ) || subject && local
                                || subject && government.is_none() && before != "from"
                            {
                                let place = PlaceRef::Known(*place);
                                if !cast.places.contains(&place)
                                    && before != "from"
                                    && !is_on_the_way(line, at)
                                {
                                    cast.places.push(place);
                                }
                            } else {
                                cast.country(*government);
                            }
                        }
                    }
                }
                // "on ways to resume six-party talks": these are what they speak of.
                Some(What::Word) => {
                    let known = cast.countries.len();
                    self.gather_word(line, at, cast);
                    if cast.countries.len() > known && !subject && topic::is_topic(line, from, at) {
                        cast.countries.truncate(known);
                    }
                }
                _ => {}
            }
        }
    }
}
