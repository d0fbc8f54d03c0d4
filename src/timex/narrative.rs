//! Does a text report or narrate? News leans on the day of writing, history on its own last date.

use super::grain::Shift;
use super::meaning::{Candidate, Meaning, Partial, YearOf};
use super::scan::Scan;
use crate::text::Span;
use crate::time::Date;

/// How a text tells time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Narrative {
    /// Found out from the text.
    #[default]
    Auto,
    /// "Friday" is the Friday before the day of writing.
    News,
    /// "In August" is the August after the date that was told last.
    History,
}

/// Whether the time expressions of a text are those of history: mostly years long before the day of
/// writing, hardly any "yesterday".
/// So is a chronology: years on lines of their own, days without a year at the beginning of others.
pub(super) fn is_history(
    narrative: Narrative,
    scan: &Scan<'_>,
    chosen: &[Candidate],
    dct: Option<Date>,
) -> bool {
    match narrative {
        Narrative::News => return false,
        Narrative::History => return true,
        Narrative::Auto => {}
    }
    let Some(dct) = dct else {
        return true;
    };
    if is_chronology(scan, chosen) {
        return true;
    }
    let (mut old, mut recent, mut reporting) = (0, 0, 0);
    for candidate in chosen {
        match &candidate.meaning {
            Meaning::Date(date) => match date.year {
                YearOf::Known(year) if year < dct.year() - 1 => old += 1,
                YearOf::Bc(_) => old += 1,
                YearOf::Known(_) => recent += 1,
                YearOf::Missing | YearOf::Shifted(_) => {}
            },
            Meaning::Bc(_) => old += 1,
            Meaning::Deictic(_)
            | Meaning::Weekday(_, Shift::Plain)
            | Meaning::DayOfMonth(..)
            | Meaning::DayOfSomeMonth(..) => {
                reporting += 1;
            }
            Meaning::Grain(_, shift) if !shift.is_anaphoric() && *shift != Shift::Plain => {
                reporting += 1;
            }
            _ => {}
        }
    }
    old >= 4 && old > 8 * reporting && old > recent
}

/// So many days at the beginning of lines below a year make a chronology.
const ENTRIES: usize = 3;

fn is_chronology(scan: &Scan<'_>, chosen: &[Candidate]) -> bool {
    let mut years = chosen.iter().map(|candidate| heads_lines(scan, candidate));
    let Some(first) = years.position(|year| year) else {
        return false;
    };
    let begins = |candidate: &&Candidate| {
        let missing = |date: &Partial| date.year == YearOf::Missing && date.month.is_some();
        let (Meaning::Date(date) | Meaning::Span(date, _)) = &candidate.meaning else {
            return false;
        };
        missing(date) && begins_line(scan.text, scan.span(&candidate.tokens))
    };
    chosen.iter().skip(first).filter(begins).count() >= ENTRIES
}

/// Whether a year stands alone on its line, so that it is that of the lines below.
pub(super) fn heads_lines(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let alone = Partial::default();
    let year = match candidate.meaning {
        Meaning::Date(date) => {
            matches!(date.year, YearOf::Known(_))
                && Partial {
                    year: YearOf::Missing,
                    ..date
                } == alone
        }
        _ => false,
    };
    let span = scan.span(&candidate.tokens);
    year && begins_line(scan.text, span) && ends_line(scan.text, span)
}

/// Whether a date begins its line and introduces what follows, as entries of a chronology have it:
/// "- June 17: …".
pub(super) fn is_entry(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let Meaning::Date(date) = candidate.meaning else {
        return false;
    };
    let span = scan.span(&candidate.tokens);
    let after = scan.text.get(span.end as usize..).unwrap_or_default();
    date.month.is_some()
        && after.trim_start_matches(' ').starts_with([':', '–', '—'])
        && begins_line(scan.text, span)
}

/// Whether no word stands before a span on its line. Looks no further than the next word, however
/// long the line is.
fn begins_line(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let mut line = before.chars().rev().take_while(|c| *c != '\n');
    !line.any(char::is_alphanumeric)
}

/// Whether no word stands behind a span on its line.
fn ends_line(text: &str, span: Span) -> bool {
    let after = text.get(span.end as usize..).unwrap_or_default();
    let mut line = after.chars().take_while(|c| *c != '\n');
    !line.any(char::is_alphanumeric)
}
