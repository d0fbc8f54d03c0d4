//! Light or dark?

use crate::ui::Theme;

/// The theme for this terminal: none of the colours where `NO_COLOR` is set, else by what the
/// terminal says of its background.
pub(super) fn theme() -> Theme {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let name = if set("NO_COLOR") {
        "mono"
    } else if is_light() {
        "light"
    } else {
        "dark"
    };
    Theme::built_in(name).unwrap_or_default()
}

/// `COLORFGBG` ends with the number of the background among the sixteen colours.
fn is_light() -> bool {
    let told = std::env::var("COLORFGBG").unwrap_or_default();
    matches!(told.rsplit(';').next(), Some("7" | "15"))
}
