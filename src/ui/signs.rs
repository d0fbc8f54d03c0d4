//! One sign for each kind of event, told apart by shape alone.

use crate::app::role::Role;
use crate::chronicle::{Kind, Status};

/// The sign of a kind.
pub(super) const fn of_kind(kind: Kind) -> (Role, &'static str) {
    match kind {
        Kind::Visit => (Role::Kind, "→"),
        Kind::Meeting => (Role::Kind, "◆"),
        Kind::Summit => (Role::Kind, "★"),
        Kind::TwoPlusTwo => (Role::Kind, "❖"),
        Kind::Call => (Role::Kind, "◇"),
        Kind::Talks => (Role::Kind, "○"),
        Kind::Conference => (Role::Kind, "●"),
        Kind::Statement => (Role::Kind, "¶"),
        Kind::Announcement => (Role::Kind, "›"),
        Kind::Agreement => (Role::Kind, "§"),
        Kind::Exercise => (Role::Kind, "■"),
        Kind::Test => (Role::Alarm, "▲"),
        Kind::Other => (Role::Dim, "·"),
    }
}

/// What goes before the title of an event that did not simply happen.
pub(super) const fn of_status(status: Status) -> Option<(Role, &'static str)> {
    match status {
        Status::Held | Status::PastReference => None,
        Status::Planned => Some((Role::Planned, "planned: ")),
        Status::Possible => Some((Role::Planned, "possible: ")),
        Status::Cancelled => Some((Role::Cancelled, "cancelled: ")),
    }
}

/// Numbers of sources in a circle: ② to ⑳, then `+`.
pub(super) fn of_count(count: usize) -> String {
    match u32::try_from(count) {
        Ok(count @ 2..=20) => char::from_u32(0x2460 + count - 1).map(String::from),
        Ok(0 | 1) => None,
        _ => Some("+".to_owned()),
    }
    .unwrap_or_default()
}
