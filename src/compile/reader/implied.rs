//! Who takes part in a happening that has no subject of its own: "his talks with Bush", "Speaking
//! after talks with Kang, Biegun said", "returned on Tuesday after a two-day visit to Seoul".

use super::bounds::{scene_of_clause, subject_ahead, subject_of};
use super::counted::nth_day;
use super::{Line, Reader};
use crate::compile::happenings::Happening;
use crate::compile::lexicon::Form;
use crate::record::Kind;

impl Reader<'_> {
    /// From where to where the subject stands that a happening without one takes over. `first` is
    /// the item that the happening begins with.
    pub(super) fn implied_subject(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        first: usize,
    ) -> Option<(usize, usize)> {
        let row = &line.row;
        let form = happening.verb.and_then(|at| line.triggers[at].form());
        if form.is_some_and(|form| form != Form::Ing) {
            return None;
        }
        let clause = &line.clauses[happening.clause];
        let gathers = matches!(
            happening.kind,
            Kind::Meeting | Kind::Talks | Kind::Call | Kind::Summit | Kind::Visit
        );
        let owner = (first.saturating_sub(4)..first)
            .any(|at| matches!(row.lower(at), "his" | "her" | "their"));
        // "wound up his stay with a call on A".
        let with_a = row.before(first) == "a" && row.lower(first.saturating_sub(2)) == "with";
        let owner = owner || with_a && happening.kind == Kind::Meeting;
        let leads = matches!(
            row.lower(clause.from),
            "after" | "before" | "following" | "during" | "while" | "since"
        );
        let leads = leads || nth_day(line, first).is_some();
        let opens = happening.clause == 0
            || line.clauses[..happening.clause]
                .iter()
                .all(|c| c.subordinate);
        let scene = happening.clause == 0 && scene_of_clause(line, first);
        let opening = scene || leads || happening.clause == 0 && row.lower(0).ends_with("ing");
        let visit = happening.kind == Kind::Visit || form == Some(Form::Ing);
        if !gathers || !(owner || leads || opening) {
            return None;
        }
        // "Kono told reporters following a meeting with Moon".
        let with = line.row.lower(first + 1) == "with" && happening.clause > 0;
        let beside = leads && with && Self::spoke(line);
        let before = subject_of(line, self.lexicon, happening.clause, first)
            .filter(|_| owner || visit || beside);
        before.or_else(|| {
            let fits = opening && (opens || happening.clause == 1);
            fits.then(|| subject_ahead(line, happening.clause))
                .flatten()
        })
    }
}
