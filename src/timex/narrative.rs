//! Does a text report or narrate? News leans on the day of writing, history on its own last date.

use super::grain::Shift;
use super::meaning::{Candidate, Meaning, YearOf};
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
pub(super) fn is_history(narrative: Narrative, chosen: &[Candidate], dct: Option<Date>) -> bool {
    match narrative {
        Narrative::News => return false,
        Narrative::History => return true,
        Narrative::Auto => {}
    }
    let Some(dct) = dct else {
        return true;
    };
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
            Meaning::Deictic(_) | Meaning::Weekday(_, Shift::Plain) | Meaning::DayOfMonth(..) => {
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
