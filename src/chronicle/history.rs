//! What became of a plan: announced, then held or called off.

use super::{Attestation, Chronicle, Event, SourceRef, Status};
use crate::time::Edtf;

impl Chronicle {
    /// The way of an event that was announced before it was held or called off, in words:
    /// "announced 10 Mar 2021, held 16–17 Mar 2021". `None` where no dated source tells the plan, or
    /// where it is a plan still.
    pub fn history(&self, event: &Event) -> Option<String> {
        let is_plan = |status| matches!(status, Status::Planned | Status::Possible);
        let announced = self.first_told(event, is_plan)?.human();
        match event.status {
            Status::Held | Status::PastReference => {
                let held = event.date?.human();
                Some(format!("announced {announced}, held {held}"))
            }
            Status::Cancelled => {
                let off = self.first_told(event, |status| status == Status::Cancelled)?;
                Some(format!("announced {announced}, called off {}", off.human()))
            }
            Status::Planned | Status::Possible => None,
        }
    }

    /// When the first document was written that tells an event in such a status; of days that are
    /// only about known, the last.
    fn first_told(&self, event: &Event, such: impl Fn(Status) -> bool) -> Option<Edtf> {
        let told = event.attestations.iter().filter(|told| such(told.status));
        let written = told.filter_map(|told| self.written(told));
        written.min_by_key(|date| date.range().last())
    }

    /// When the document was written that an attestation is from.
    fn written(&self, told: &Attestation) -> Option<Edtf> {
        let SourceRef::Document(doc) = told.source else {
            return None;
        };
        Some(self.document(doc)?.dct()?.date)
    }
}
