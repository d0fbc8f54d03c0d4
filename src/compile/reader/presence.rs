//! Who was there, as a sentence of its own tells: "Present at the talks were A and B", "A and B were also
//! present".

use super::bystander::{Role, role};
use super::{Line, Reader};
use crate::chronicle::Status;
use crate::compile::draft::Draft;
use crate::compile::items::{Row, What};
use crate::record::Kind;

/// So many drafts back the meeting can have been told.
const BACK: usize = 4;

impl Reader<'_> {
    /// Adds those whom a sentence tells to have been present to the meeting that was told last.
    pub(super) fn add_present(&self, line: &Line<'_>, drafts: &mut [Draft]) {
        if !tells_presence(&line.row) {
            return;
        }
        let met = |draft: &&mut Draft| {
            let kind = matches!(draft.kind, Kind::Meeting | Kind::Talks | Kind::Summit);
            kind && matches!(draft.status, Status::Held | Status::PastReference)
        };
        let Some(draft) = drafts.iter_mut().rev().take(BACK).find(met) else {
            return;
        };
        for at in 0..line.row.len() {
            let Some(What::People(people)) = line.row.what(at) else {
                continue;
            };
            if role(line, self.lexicon, at) != Role::Part {
                continue;
            }
            for &person in people {
                if !draft.people.contains(&person) {
                    draft.people.push(person);
                }
                let country = self.people.entities[person].country;
                if let Some(country) = country.filter(|row| !draft.countries.contains(row)) {
                    draft.countries.push(country);
                }
            }
        }
    }
}

/// Whether a sentence says who was present, and nothing else.
fn tells_presence(row: &Row<'_>) -> bool {
    let Some(at) = (0..row.len()).find(|&at| row.lower(at) == "present") else {
        return false;
    };
    let was = |at: usize| matches!(row.lower(at), "was" | "were" | "are" | "included");
    let opens = at <= 1 && (at..row.len().min(at + 12)).any(was);
    let closes = (at.saturating_sub(3)..at).any(was)
        && (0..at).any(|at| matches!(row.what(at), Some(What::People(_))))
        && (row.what(at + 1).is_none()
            || matches!(row.lower(at + 1), "at" | "there" | "during" | "on" | "."));
    opens || closes
}
