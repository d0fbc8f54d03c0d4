//! A title behind a name and a comma: "A B, the special representative for North Korea".

use super::titles::{Title, is_polite};
use super::{Line, Naming, People};

/// The one who was named just before a title, whose office it then tells.
pub(super) fn read(
    line: &Line<'_>,
    title: &Title<'_>,
    people: &mut People,
    within: &[Naming],
) -> Option<(Naming, usize)> {
    let before = title.from.checked_sub(1)?;
    let article = usize::from(matches!(line.lower(before), "the" | "a" | "an"));
    let comma = before
        .checked_sub(article)
        .filter(|&comma| line.surface(comma) == ",")?;
    // "Minister for A, Mr. B, Minister for C, Ms. D": of whom it stands before.
    let leads = line.surface(title.to) == "," && is_polite(line.lower(title.to + 1));
    if article == 0 && leads {
        return None;
    }
    let end = line.span(comma).start;
    let naming = within.iter().find(|naming| naming.span.end == end)?;
    let &[entity] = naming.entities.as_slice() else {
        return None;
    };
    for kind in title.kinds {
        if !people.entities[entity].kinds.contains(kind) {
            people.entities[entity].kinds.push(*kind);
        }
    }
    let to = title.to.max(title.head_end);
    let naming = Naming::of(line.span_of(title.from, to), entity);
    Some((naming, to))
}
