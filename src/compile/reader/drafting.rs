//! From a happening to a draft: its day, its status, its cast, and why.

use super::days::Dated;
use super::legs::Leg;
use super::scene::Scene;
use super::venue::Known;
use super::{Line, Reader, Telling};
use crate::chronicle::{PlaceRef, Status};
use crate::compile::draft::{Draft, quoted, rule};
use crate::compile::happenings::Happening;
use crate::compile::lexicon::Sense;
use crate::compile::mood::{self, Mood};
use crate::record::Kind;
use crate::text::{Span, one_line};
use crate::time::{Date, DateRange};

/// Days of the longest month.
const MONTH: i64 = 31;

impl Reader<'_> {
    /// The drafts of a happening: one for each day that the sentence counts up, or none.
    pub(super) fn drafts(
        &self,
        telling: &Telling<'_>,
        dated: &[Dated],
        scene: &Scene,
    ) -> Vec<Draft> {
        let legs = self.legs(telling);
        if !legs.is_empty() {
            let mut before = None;
            let each = legs.iter().filter_map(|leg| {
                let own = leg.days(dated.first().copied());
                let until = self.until(&own);
                let mut draft = self.draft(telling, own.first(), until, scene)?;
                self.leg(telling, &legs, leg, &mut draft);
                if telling.mood == Mood::Planned {
                    Leg::follow(before, &mut draft);
                }
                before = draft.range();
                Some(draft)
            });
            return each.collect();
        }
        let plural = |&at: &usize| matches!(telling.line.triggers[at].sense, Sense::Noun(_, true));
        let until = self.until(dated);
        // "negotiations on 29 and 30 October" go on; launches on those days are two.
        let goes_on = telling.happening.kind == Kind::Talks && until.is_some();
        let several = dated.len() > 1 && telling.happening.nouns.iter().any(plural) && !goes_on;
        let until = until.filter(|_| !several);
        // "on Wednesday and Thursday": from the first, whichever stands nearer.
        let start = |dated: &Dated| self.page.timexes[dated.timex].span;
        let dates = match dated {
            _ if several => dated,
            [a, b] if until.is_some() && start(b) < start(a) => &dated[1..],
            _ => &dated[..dated.len().min(1)],
        };
        let undated = dates.is_empty().then_some(None);
        let mut found = Vec::new();
        for date in dates.iter().map(Some).chain(undated) {
            if let Some(draft) = self.draft(telling, date, until, scene) {
                self.apart(telling, draft, &mut found);
            }
        }
        found
    }

    /// Adds a draft; of "bilateral meetings with A of X and B of Y" one for each of them.
    fn apart(&self, telling: &Telling<'_>, draft: Draft, found: &mut Vec<Draft>) {
        let line = telling.line;
        let many = telling.happening.nouns.iter().any(|&at| {
            let trigger = &line.triggers[at];
            let near = trigger.from.saturating_sub(3)..trigger.from;
            let each = ["bilateral", "separate", "individual"];
            let said = |words: &[&str]| near.clone().any(|at| words.contains(&line.row.lower(at)));
            match trigger.sense {
                Sense::Noun(Kind::Meeting | Kind::Talks | Kind::Summit, true) => said(&each),
                Sense::Noun(Kind::Talks, false) => said(&["separate"]),
                _ => false,
            }
        });
        // "met separately with A and B".
        let verb = telling.happening.verb.map(|at| &line.triggers[at]);
        let many = many
            || verb.is_some_and(|verb| {
                (verb.from.saturating_sub(1)..verb.to + 2)
                    .any(|at| line.row.lower(at) == "separately")
            });
        let country = |&at: &usize| self.people.entities[at].country;
        let first = draft.people.first().filter(|_| many).map(country);
        let Some(first) = first else {
            return found.push(draft);
        };
        let (ours, theirs): (Vec<usize>, Vec<usize>) =
            draft.people.iter().partition(|at| country(at) == first);
        if theirs.len() < 2 {
            return found.push(draft);
        }
        let one = |&other: &usize| {
            let mut part = draft.clone();
            part.people.clone_from(&ours);
            part.people.push(other);
            part.countries = first.into_iter().chain(country(&other)).collect();
            part
        };
        found.extend(theirs.iter().map(one));
    }

    /// The last of two days or months that follow one another and are named together: "27 and 28 February",
    /// "in May or June".
    fn until(&self, dated: &[Dated]) -> Option<Date> {
        let [a, b] = dated else {
            return None;
        };
        let (a, b) = (&self.page.timexes[a.timex], &self.page.timexes[b.timex]);
        let (first, last) = if a.span < b.span { (a, b) } else { (b, a) };
        let (start, end) = (first.span.end as usize, last.span.start as usize);
        let between = self.page.text().get(start..end)?;
        let (from, to) = (first.range?, last.range?);
        let follows = to.first().days_since(from.last()) == 1;
        let together = match between.trim() {
            "and" => to.days() == 1,
            "or" => from.days() <= MONTH && to.days() <= MONTH,
            _ => false,
        };
        (follows && together).then_some(to.last())
    }

    fn draft(
        &self,
        telling: &Telling<'_>,
        dated: Option<&Dated>,
        until: Option<Date>,
        scene: &Scene,
    ) -> Option<Draft> {
        let cast = self.cast(telling.line, telling.happening);
        let met = self
            .told_in_person(telling, &cast)
            .then(|| Happening::met(telling.happening));
        let telling = &Telling {
            happening: met.as_ref().unwrap_or(telling.happening),
            ..*telling
        };
        let Telling {
            line,
            happening,
            mood,
            heading,
            ..
        } = *telling;
        let echo = happening.kind == Kind::Statement
            && dated.is_none()
            && cast
                .people
                .iter()
                .any(|&at| self.people.entities[at].speaks());
        if !echo && !self.tells(telling, &cast, dated) {
            return None;
        }
        let when = self.when(telling, dated, until, &cast.people, scene);
        if when.date.is_none() && !echo && !self.worth_undated(telling, &cast)
            || self.is_of_another_time(telling, &when)
        {
            return None;
        }
        let lead = scene.is_lead(line.row.sentence);
        let now = self.dct.map(|dct| self.by_its_clock(dct, when.timex));
        let status = mood::status(mood, when.date.map(|d| d.range()), now, lead);
        let told = status_reason(status, mood, now);
        let because = self.reasons(line, when.reason, told, &cast.people);
        let mut places = cast.places;
        if places.is_empty() {
            let known = Known {
                people: &cast.people,
                date: when.date,
                status,
            };
            places = self.venue(telling, &known, scene);
        }
        let nobody = cast.people.is_empty();
        let (mut countries, mut hosts) = (cast.countries, cast.hosts);
        for place in &places {
            if let PlaceRef::Known(row) = place
                && let Some(country) = self.gazetteer.place(*row).country
                && !countries.contains(&country)
            {
                countries.push(country);
                // Who tests tests at home.
                hosts.extend((happening.kind != Kind::Test).then_some(country));
            }
        }
        // A journey of nobody to a country is none that anybody told; "who" and "he'll" are somebody.
        let somebody = Self::has_pronoun(line, happening);
        let nobody_goes = nobody && !somebody && cast.group.is_none();
        let goes = countries.len() > hosts.len() && countries.len() > 1
            || hosts.len() == countries.len() && self.has_envoy(line, happening);
        if happening.kind == Kind::Visit && nobody_goes && !goes {
            return None;
        }
        let verb = happening.verb.map(|at| &line.triggers[at]);
        let noun = happening.nouns.first().map(|&at| &line.triggers[at]);
        let trigger = noun.or(verb)?;
        let kind = self
            .met(telling, &cast.people, &places)
            .unwrap_or(match happening.kind {
                Kind::Visit if cast.visited => Kind::Meeting,
                kind => kind,
            });
        Some(Draft {
            kind,
            status,
            date: when.date,
            own_date: when.own,
            timex: when.timex,
            people: cast.people,
            countries,
            hosts,
            places,
            group: cast.group,
            sentence: line.row.sentence.span,
            trigger: line.row.span(trigger.from, trigger.to),
            rule: rule(kind, verb.is_some() && noun.is_none()),
            because,
            weak: heading || verb.is_none(),
            anaphor: self.is_anaphor(line, happening, nobody, when.own),
            echo,
            hearsay: nobody
                && Self::is_hearsay(line, happening)
                && !self.said_long_ago(telling, dated),
            guessed: when.guessed,
            also: Vec::new(),
        })
    }

    /// Why a draft has its day, its status and its people.
    fn reasons(
        &self,
        line: &Line<'_>,
        day: Option<String>,
        status: String,
        people: &[usize],
    ) -> Vec<String> {
        let mut because = Vec::with_capacity(4);
        because.extend(day.into_iter().chain([status]));
        for &person in people {
            if let Some(reason) = &self.people.entities[person].because
                && !because.contains(reason)
            {
                because.push(reason.clone());
            }
        }
        because.extend(self.named(line, people));
        because
    }

    /// Another kind than the words tell: a meeting where somebody is told something where both are, "Bush
    /// told Hu in Bangkok that …"; a call where people talk from afar.
    fn met(&self, telling: &Telling<'_>, people: &[usize], places: &[PlaceRef]) -> Option<Kind> {
        let line = telling.line;
        if by_telephone(line, telling.happening) {
            return Some(Kind::Call);
        }
        // "heads to Beijing, where he will speak with A".
        let clause = &line.clauses[telling.happening.clause];
        if telling.happening.kind == Kind::Call && line.row.lower(clause.from) == "where" {
            return Some(Kind::Meeting);
        }
        let verb = &line.triggers[telling.happening.verb?];
        let told = matches!(
            line.row.lower(verb.from),
            "told" | "tells" | "briefed" | "briefs"
        );
        let country = |&at: &usize| self.people.entities[at].country;
        let [first, rest @ ..] = people else {
            return None;
        };
        let other = country(first).is_some() && rest.iter().any(|at| country(at) != country(first));
        (told && other && !places.is_empty()).then_some(Kind::Meeting)
    }

    /// The days on which a document can have been written, by the clock of a time expression: "Thursday
    /// (Seoul time)" can be the morrow.
    fn by_its_clock(&self, dct: DateRange, timex: Option<Span>) -> DateRange {
        let words = one_line(timex.map_or("", |span| span.of(self.page.text())));
        let local = words.trim_end_matches(')').ends_with(" time");
        let zone = words.contains("KST") || words.contains("JST");
        if local || zone {
            DateRange::spanning(dct.first(), dct.last().plus_days(1))
        } else {
            dct
        }
    }

    /// By which words the sentence means those who take part, where they are not their names.
    fn named(&self, line: &Line<'_>, people: &[usize]) -> Option<String> {
        let text = self.page.text();
        let namings = self.people.namings_in(line.row.sentence.span);
        let mut told = String::new();
        for &person in people {
            let naming = namings.iter().find(|n| n.entities.contains(&person));
            let name = self.people.entities[person].name.as_str();
            let words = naming.map(|naming| naming.span.of(text));
            if words.is_some_and(|words| words.ends_with(name)) {
                continue;
            }
            let apart = if told.is_empty() { "" } else { "; " };
            match words.map(quoted) {
                Some(words) => told.extend([apart, "“", &words, "” is ", name]),
                None => told.extend([apart, name, " takes part by what other sentences say"]),
            }
        }
        (!told.is_empty()).then_some(told)
    }
}

/// Whether people talked from afar: "held talks with A by telephone", "their first meeting, over the phone".
fn by_telephone(line: &Line<'_>, happening: &Happening) -> bool {
    let last = happening.verb.iter().chain(&happening.nouns).max();
    let Some(&last) = last.filter(|_| matches!(happening.kind, Kind::Talks | Kind::Meeting)) else {
        return false;
    };
    let (row, clause) = (&line.row, &line.clauses[happening.clause]);
    (line.triggers[last].to..clause.to).any(|at| {
        let phone = at + 1 + usize::from(row.lower(at + 1) == "the");
        matches!(row.lower(at), "by" | "over" | "on")
            && matches!(row.lower(phone), "phone" | "telephone")
    })
}

/// Why an event has its status in a document of these days.
fn status_reason(status: Status, mood: Mood, now: Option<DateRange>) -> String {
    match (status, mood) {
        (Status::Planned, _) => "told as something to come".to_owned(),
        (Status::Possible, _) => "told as something that may be".to_owned(),
        (Status::Cancelled, _) => "told as called off".to_owned(),
        (Status::PastReference, Mood::Perfect) => {
            "told as earlier than the rest (had …)".to_owned()
        }
        (Status::PastReference, _) => "long before the document was written: background".to_owned(),
        (Status::Held, _) if now.is_none() => "told as past".to_owned(),
        (Status::Held, _) => "told as past, near the day of the document".to_owned(),
    }
}
