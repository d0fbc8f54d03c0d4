//! The dates told so far, by what they can answer: "that day", "the following year", "In January".

use super::super::anchors::Anchor;
use super::super::grain::{Grain, Shift};
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Meaning, Way};
use super::super::narrative::{heads_lines, is_entry};
use super::super::scan::Scan;
use super::super::when::When;
use super::Resolved;
use crate::text::Span;
use crate::time::{Date, DateRange};

/// A date and its words.
pub(super) type Dated = (When, Span);

/// The dates told so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The last one of all.
    pub(super) last: Option<Dated>,
    /// Where the story stands: the last day or month that was not a look back.
    pub(super) story: Option<Dated>,
    /// A year alone that was told after `story`.
    pub(super) story_year: Option<(i32, Span)>,
    /// Whether that year stands on a line of its own, above the days that are in it.
    pub(super) heads: bool,
    /// The last day, and the token after it.
    pub(super) day: Option<(Date, Span, usize)>,
    /// The last day whose year was said, and the token after it.
    pub(super) dated: Option<(Date, Span, usize)>,
    /// The last day that was not ahead of the day of writing.
    pub(super) past: Option<(Date, Span)>,
    /// The last day in the week of the day of writing: what the news is about.
    pub(super) news: Option<(Date, Span)>,
    /// The quarter that figures are about, until another period is.
    pub(super) report: Option<(When, Span, usize)>,
    /// The first day of the last entry of a chronology whose year is known.
    pub(super) entry: Option<(Date, Span)>,
    pub(super) year: Option<Dated>,
    week: Option<Dated>,
    month: Option<Dated>,
    quarter: Option<Dated>,
}

/// What is so many days from the day of writing is its news.
pub(super) const WEEK: i64 = 7;

impl Told {
    /// Keeps what a candidate was worked out to be.
    pub(super) fn remember(
        &mut self,
        scan: &Scan<'_>,
        candidate: &Candidate,
        own: &Resolved,
        dct: Option<Date>,
    ) {
        let (span, end) = (scan.span(&candidate.tokens), candidate.tokens.end);
        let Some(when) = own.when else {
            let months = own.is_length && own.open.ends_with('M') && !own.open.contains(['X', 'T']);
            if months {
                self.report = None;
            }
            return;
        };
        if looks_back(&candidate.meaning) && matches!(when, When::Quarter(..)) {
            return;
        }
        self.last = Some((when, span));
        match when {
            When::Day(day) => {
                // "has served since February 20": where something else began, not where the story is.
                let start = candidate.tokens.start;
                if !(start > 0 && scan.is(start - 1, "since")) {
                    self.day = Some((day, span, end));
                }
                if own.anchor == Anchor::Explicit {
                    self.dated = Some((day, span, end));
                }
                if dct.is_none_or(|dct| day <= dct) {
                    self.past = Some((day, span));
                }
                // "on the 12th (the 13th in Japan)": by another clock.
                let aside = start > 0 && scan.mark(start - 1, '(');
                let near = dct.is_some_and(|dct| day.days_since(dct).abs() <= WEEK);
                if near && !aside && !matches!(own.anchor, Anchor::Previous(..)) {
                    self.news = Some((day, span));
                }
            }
            When::Quarter(..) => {
                self.quarter = Some((when, span));
                if self.report.is_none() || is_over(when, dct) {
                    self.report = Some((when, span, end));
                }
            }
            _ => {}
        }
        if let Some(range) = when.range() {
            let first = range.first();
            if is_entry(scan, candidate) {
                self.entry = Some((first, span));
            }
            let slot = |grain: Grain| Some((When::containing(first, grain), span));
            if when.grain() <= Grain::Week {
                self.week = slot(Grain::Week);
            }
            if when.grain() <= Grain::Month && !guesses_month(&candidate.meaning, own.anchor) {
                self.month = slot(Grain::Month);
            }
            if when.grain() <= Grain::Year {
                self.year = Some((
                    When::Year(when.year().unwrap_or_else(|| first.year())),
                    span,
                ));
            }
        } else if let Some(year) = when.bc_year() {
            self.year = Some((When::Bc(year), span));
        }
        self.tell(scan, candidate, own.anchor, when, span);
    }

    /// Moves the story on, unless the candidate only looks back or aside.
    fn tell(
        &mut self,
        scan: &Scan<'_>,
        candidate: &Candidate,
        anchor: Anchor,
        when: When,
        span: Span,
    ) {
        if looks_back(&candidate.meaning) || matches!(anchor, Anchor::Dct(..)) {
            return;
        }
        if when.grain() >= Grain::Year && names_another(scan, candidate) {
            return;
        }
        if let (When::Year(year), true) = (when, heads_lines(scan, candidate)) {
            (self.story_year, self.heads) = (Some((year, span)), true);
            return;
        }
        if when.grain() <= Grain::Quarter {
            (self.story, self.story_year) = (Some((when, span)), None);
            self.heads = false;
            return;
        }
        let opens = candidate.tokens.start < 2
            || scan.sentence_starts(candidate.tokens.start)
            || scan.sentence_starts(candidate.tokens.start - 1);
        let from = self
            .story_year
            .map(|(year, _)| year)
            .or_else(|| self.story.and_then(|told| told.0.year()));
        match (when, from) {
            (When::Year(year), Some(from)) if (year - from).abs() <= 3 || opens => {
                self.story_year = Some((year, span));
            }
            (When::Year(year), None) => self.story_year = Some((year, span)),
            (When::Bc(_), _) => (self.story, self.story_year) = (Some((when, span)), None),
            _ => {}
        }
    }

    /// The last date from which a period of that grain follows.
    pub(super) fn of(&self, grain: Grain) -> Option<Dated> {
        match grain {
            Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => {
                self.day.map(|(day, span, _)| (When::Day(day), span))
            }
            Grain::Week | Grain::Weekend | Grain::Fortnight => {
                self.week.and_then(|(when, span)| {
                    let day = when.range()?.first();
                    Some((When::containing(day, grain), span))
                })
            }
            Grain::Month => self.month,
            Grain::Quarter => self.quarter,
            Grain::Year => self.year,
            Grain::Half | Grain::Decade | Grain::Century | Grain::Millennium => {
                self.last
                    .and_then(|(when, span)| match (when.bc_year(), grain) {
                        (Some(year), Grain::Century) => {
                            Some((When::BcCentury((year + 99) / 100), span))
                        }
                        (Some(year), Grain::Decade) => Some((When::BcDecade(year / 10), span)),
                        _ => match (when, grain) {
                            (When::BcCentury(_), Grain::Century) => Some((when, span)),
                            _ => Some((When::containing(when.range()?.first(), grain), span)),
                        },
                    })
            }
        }
    }

    /// The month of the last day or month told.
    pub(super) fn month(&self) -> Option<Dated> {
        self.month
    }

    /// The first day of the last date told.
    pub(super) fn base_day(&self) -> Option<(Date, Span)> {
        let (when, span) = self.last?;
        Some((when.range()?.first(), span))
    }
}

/// "the 1950-53 Korean War", "its 1994 accord": years that only say which one is meant.
fn names_another(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let (mut start, mut end) = (candidate.tokens.start, candidate.tokens.end);
    let figures = |at: usize| scan.number(at).is_some();
    if start >= 2 && scan.dash(start - 1) && figures(start - 2) {
        start -= 2;
    }
    if scan.dash(end) && figures(end + 1) {
        end += 2;
    }
    let article = start > 0
        && (scan.has(start - 1, Sense::Article) || scan.is_any(start - 1, &["its", "their"]));
    article && scan.is_word(end) && !scan.new_paragraph(end) && !scan.has(end, Sense::Preposition)
}

/// Whether a period lies behind the day of writing. Such a one is reported on; one that is still
/// going on is mostly expected, and only stands for the report where no other was named.
fn is_over(when: When, dct: Option<Date>) -> bool {
    let last = when.range().map(DateRange::last);
    dct.zip(last).is_none_or(|(dct, last)| last <= dct)
}

/// Whether the month of "on the 28th" was only found from the day of writing: the next such day may
/// lie in another.
fn guesses_month(meaning: &Meaning, anchor: Anchor) -> bool {
    matches!(meaning, Meaning::DayOfMonth(_, Shift::Same)) && matches!(anchor, Anchor::Dct(..))
}

/// Whether a phrase steps back from the story: "two years earlier", "the previous year", "a year ago".
fn looks_back(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Offset(_, _, way) | Meaning::OffsetFrom(_, _, way, _) => {
            matches!(way, Way::Ago | Way::Earlier | Way::After | Way::Before)
        }
        Meaning::Grain(_, shift) => matches!(shift, Shift::Previous | Shift::Last | Shift::Past),
        Meaning::YearBefore | Meaning::SamePeriod(_) => true,
        _ => false,
    }
}
