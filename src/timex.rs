//! Which time does this text name?
//!
//! English time expressions as TIMEX3, each with its value, the days it can mean, the rule that read
//! it and what it leans on. A text goes through `tokens` → `rules` (candidates) → `choice` →
//! `join` → `anchor` → `assemble`; each is a function from value to value, and the whole is linear in
//! the length of the text. "Now" is the day of writing (DCT), never the clock; without one, dates
//! stay under-specified.

mod anchor;
mod anchors;
mod assemble;
mod choice;
mod days;
mod grain;
mod groups;
mod join;
mod lexicon;
mod meaning;
mod model;
mod narrative;
mod parts;
pub mod report;
mod rules;
mod scan;
mod tense;
mod tokens;
mod when;

pub use anchors::{Anchor, Lean};
pub use model::{Mod, RuleId, Timex3, TimexType, Value};
pub use narrative::Narrative;
pub use rules::{RULES, Rule};

use crate::time::{Date, DateRange};
use anchor::{Context, Resolved};
use days::Days;
use grain::Shift;
use groups::Group;
use lexicon::Lexicon;
use meaning::{Candidate, Meaning};
use scan::Scan;
use when::When;

/// Finds time expressions. Made once, used for any number of texts, by any number of threads.
#[derive(Debug)]
pub struct TemporalTagger {
    lexicon: Lexicon,
    days: Days,
    narrative: Narrative,
}

impl Default for TemporalTagger {
    fn default() -> Self {
        Self::new(Narrative::Auto)
    }
}

impl TemporalTagger {
    /// A tagger for texts of that kind; [`Narrative::Auto`] finds the kind out for each text.
    pub fn new(narrative: Narrative) -> Self {
        let days = Days::new();
        let feasts = days.beginners().map(|word| (word, Group::Holiday));
        let eras = rules::eras().map(|name| (name, Group::Fiscal));
        let lexicon = Lexicon::new(feasts.chain(eras));
        Self {
            lexicon,
            days,
            narrative,
        }
    }

    /// The time expressions of a text written on a day: sorted, disjoint, within the text.
    ///
    /// Without a day of writing, what leans on it is under-specified (`XXXX-03-16`) and has no range.
    ///
    /// ```
    /// use linchpin::time::Date;
    /// use linchpin::timex::TemporalTagger;
    ///
    /// let found = TemporalTagger::default().tag("They meet on March 16-17.", Date::new(2021, 3, 10));
    /// assert_eq!(found[0].edtf.unwrap().to_string(), "2021-03-16/2021-03-17");
    /// ```
    pub fn tag(&self, text: &str, dct: Option<Date>) -> Vec<Timex3> {
        self.tag_within(text, dct.map(DateRange::day), self.narrative)
    }

    /// The same with a day of writing that is only known to lie in a range, and the kind of text. A
    /// value stands only if it is the same for the first and the last day of the range.
    pub fn tag_within(
        &self,
        text: &str,
        dct: Option<DateRange>,
        narrative: Narrative,
    ) -> Vec<Timex3> {
        self.find(text).on(dct, narrative)
    }

    /// The time expressions of a text, for whatever day of writing: see `Found::on`.
    pub fn find<'a>(&'a self, text: &'a str) -> Found<'a> {
        let scan = Scan::new(text, &self.lexicon, &self.days);
        let mut chosen = choice::choose(&scan);
        let links = join::links(&scan, &chosen);
        join::share_years(&mut chosen, &links);
        Found {
            scan,
            chosen,
            links,
            narrative: self.narrative,
        }
    }
}

/// The time expressions of a text before it is known when the text was written.
#[derive(Debug)]
pub struct Found<'a> {
    scan: Scan<'a>,
    chosen: Vec<Candidate>,
    links: Vec<bool>,
    narrative: Narrative,
}

impl Found<'_> {
    /// What they mean in a text written on one of these days, as [`TemporalTagger::tag`] tells it
    /// of one day and [`TemporalTagger::tag_within`] of several.
    pub fn written(&self, dct: Option<DateRange>) -> Vec<Timex3> {
        match dct {
            Some(range) if range.days() > 1 => self.on(dct, Narrative::Auto),
            _ => self.on(dct, self.narrative),
        }
    }

    fn on(&self, dct: Option<DateRange>, narrative: Narrative) -> Vec<Timex3> {
        let Self {
            scan,
            chosen,
            links,
            ..
        } = self;
        let last = dct.map(DateRange::last);
        let history = narrative::is_history(narrative, scan, chosen, last);
        let resolve =
            |dct: Option<Date>| Context::new(scan, dct, history).resolve_all(chosen, links);
        let mut resolved = resolve(last);
        if let Some(range) = dct.filter(|range| range.days() > 1) {
            let early = resolve(Some(range.first()));
            let open = resolve(None);
            for (at, (early, open)) in early.into_iter().zip(open).enumerate() {
                keep_sure(&mut resolved[at], early, open, &chosen[at], range);
            }
        }
        let day = dct.filter(|range| range.days() == 1).map(DateRange::first);
        assemble::assemble(scan, chosen, &resolved, links, day)
    }
}

/// Replaces what depends on the day within the range by what is known without one. Of a week, each
/// weekday is one day.
fn keep_sure(
    late: &mut Resolved,
    early: Resolved,
    open: Resolved,
    candidate: &Candidate,
    range: DateRange,
) {
    if late.when == early.when && late.open == early.open {
        return;
    }
    let weekday = matches!(candidate.meaning, Meaning::Weekday(_, Shift::Plain));
    let within = |resolved: &Resolved| {
        let day = resolved.when.and_then(When::range);
        day.is_some_and(|day| range.covers(day))
    };
    let of_week = weekday && range.days() == 7;
    if of_week && within(&early) {
        *late = early;
    } else if !(of_week && within(late)) {
        *late = open;
    }
}
