//! Light or dark?

use super::query::{self, Told};
use crate::ui::Theme;

/// The theme for this terminal by its background: what the terminal says, else what `COLORFGBG`
/// says, else dark. The terminal must be raw.
pub(super) fn theme() -> (Theme, Told) {
    let told = query::ask_raw(query::LIMIT).unwrap_or_default();
    let light = told.is_light().unwrap_or_else(is_light);
    let name = if light { "light" } else { "dark" };
    (Theme::built_in(name).unwrap_or_default(), told)
}

/// `COLORFGBG` ends with the number of the background among the sixteen colours.
fn is_light() -> bool {
    let told = std::env::var("COLORFGBG").unwrap_or_default();
    matches!(told.rsplit(';').next(), Some("7" | "15"))
}
