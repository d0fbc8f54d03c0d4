//! One sentence that tells one event twice.

use crate::compile::draft::Draft;

/// "agreed to meet Kim, and the two are to meet before the end of May": the day of one is that of both.
pub(super) fn dated_in_the_sentence(known: &Draft, draft: &Draft) -> bool {
    let all = |a: &Draft, b: &Draft| a.people.iter().all(|at| b.people.contains(at));
    known.sentence == draft.sentence
        && known.kind == draft.kind
        && known.status == draft.status
        && known.people.len() > 1
        && all(known, draft)
        && all(draft, known)
        && known.own_date != draft.own_date
}

/// "attended a meeting of the ministers and met with B and C": what one of them is told to attend, without
/// the others, is what they met at.
pub(super) fn attended_and_met(known: &Draft, draft: &Draft) -> bool {
    let (one, all) = if known.people.len() < draft.people.len() {
        (known, draft)
    } else {
        (draft, known)
    };
    known.sentence == draft.sentence
        && known.gathers()
        && draft.gathers()
        && known.range() == draft.range()
        && known.status == draft.status
        && one.group.is_none()
        && one.people.len() == 1
        && all.people.len() > 2
        && all.people.contains(&one.people[0])
        && one.countries.iter().all(|c| all.countries.contains(c))
}
