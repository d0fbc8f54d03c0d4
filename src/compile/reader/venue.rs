//! Where a happening is that its own words put nowhere known: "here", "in Guilin", "where he met",
//! the scene of the paragraph, the journey, the place of the letter.

use super::scene::Scene;
use super::{Line, Reader, Telling};
use crate::chronicle::{PlaceRef, Status};
use crate::compile::clauses::Clause;
use crate::compile::items::What;
use crate::record::Kind;
use crate::time::Edtf;

/// What is known of a happening when its place is asked for.
pub(super) struct Known<'k> {
    pub(super) people: &'k [usize],
    pub(super) date: Option<Edtf>,
    pub(super) status: Status,
}

impl Reader<'_> {
    /// The places of a happening whose cast names none.
    pub(super) fn venue(
        &self,
        telling: &Telling<'_>,
        known: &Known<'_>,
        scene: &Scene,
    ) -> Vec<PlaceRef> {
        let (line, happening) = (telling.line, telling.happening);
        let clause = &line.clauses[happening.clause];
        let remote = matches!(happening.kind, Kind::Call | Kind::Test);
        if remote {
            return Vec::new();
        }
        let said = self
            .strange(line, clause)
            .or_else(|| self.here(line, clause))
            .or_else(|| self.antecedent(line, clause))
            .or_else(|| Self::host(telling));
        if let Some(place) = said {
            return vec![place];
        }
        // "arrived on Tuesday for a three-day visit": where the document was written.
        let arrives = |at: usize| line.row.lower(line.triggers[at].from).starts_with("arriv");
        if happening.kind == Kind::Visit && happening.verb.is_some_and(arrives) {
            return self
                .page
                .dateline
                .map(PlaceRef::Known)
                .into_iter()
                .collect();
        }
        let told = happening.verb.is_some() && happening.kind != Kind::Other;
        let on_scene = matches!(
            known.status,
            Status::Held | Status::Planned | Status::Possible
        );
        if !told || !on_scene {
            return Vec::new();
        }
        let gathers = matches!(
            happening.kind,
            Kind::Meeting | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
        );
        let places = scene.places(known.people, known.date);
        if !places.is_empty() || !gathers {
            return places;
        }
        if let Some(place) = scene.journey(known.date, known.status) {
            return vec![place];
        }
        let writer = self.people.author.filter(|at| known.people.contains(at));
        let home = writer.and(self.page.dateline).map(PlaceRef::Known);
        home.into_iter().collect()
    }

    /// "in Guilin": a capitalised name after "in" that nobody knows.
    fn strange(&self, line: &Line<'_>, clause: &Clause) -> Option<PlaceRef> {
        let row = &line.row;
        let is_name = |at: usize| {
            row.is_strange(at) && !self.lexicon.is_no_name(row.id(at)) && row.lower(at).len() > 2
        };
        let at = (clause.from + 1..clause.to).find(|&at| row.before(at) == "in" && is_name(at))?;
        let end = (at..clause.to.min(at + 3))
            .take_while(|&at| is_name(at))
            .last()?
            + 1;
        let span = row.span(at, end);
        let whole = row.is_word(end) && row.is_strange(end);
        let name = span.of(self.page.text()).replace('\n', " ");
        let acronym = name.chars().all(char::is_uppercase);
        (!whole && !acronym).then(|| PlaceRef::Named(name.into()))
    }

    /// "here": where the document was written.
    fn here(&self, line: &Line<'_>, clause: &Clause) -> Option<PlaceRef> {
        let here = (clause.from..clause.to).any(|at| line.row.lower(at) == "here");
        self.page.dateline.filter(|_| here).map(PlaceRef::Known)
    }

    /// "Seoul, where he met …".
    fn antecedent(&self, line: &Line<'_>, clause: &Clause) -> Option<PlaceRef> {
        if line.row.lower(clause.from) != "where" {
            return None;
        }
        let back = clause.from.saturating_sub(8);
        (back..clause.from)
            .rev()
            .find_map(|at| match line.row.what(at) {
                Some(What::Place(row, _)) => Some(PlaceRef::Known(*row)),
                Some(What::Country(row, crate::gazetteer::CountryForm::Name)) => {
                    Some(PlaceRef::Named(self.gazetteer.country(*row).name.clone()))
                }
                _ => None,
            })
    }

    /// "a summit that Seoul hosts": the capital that stands for its government.
    fn host(telling: &Telling<'_>) -> Option<PlaceRef> {
        let line = telling.line;
        let verb = &line.triggers[telling.happening.verb?];
        let hosts = matches!(
            line.row.lower(verb.from),
            "host" | "hosts" | "hosted" | "hosting"
        );
        let from = line.clauses[telling.happening.clause].from;
        (from..verb.from)
            .rev()
            .filter(|_| hosts)
            .find_map(|at| match line.row.what(at) {
                Some(What::Place(row, Some(_))) => Some(PlaceRef::Known(*row)),
                _ => None,
            })
    }
}
