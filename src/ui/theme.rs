//! How each role looks: the only place that knows colours.
//!
//! A theme is a TOML file of roles; what it does not set looks like the role's parent. The themes
//! that come with the program use the sixteen colours that every terminal has and its user chose.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use toml::de::{DeTable, DeValue};

use crate::app::role::Role;
use crate::config::{Fault, Source};

/// The files in `assets/themes` as `build.rs` has flattened them: theme, role, foreground, background
/// and the names of modifiers, a line for each role.
const BUILT_IN: &str = include_str!(concat!(env!("OUT_DIR"), "/themes.tsv"));

/// The colours that files may name; a number from 0 to 255 and `#rrggbb` are colours as well.
const COLORS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark-gray", Color::DarkGray),
    ("light-red", Color::LightRed),
    ("light-green", Color::LightGreen),
    ("light-yellow", Color::LightYellow),
    ("light-blue", Color::LightBlue),
    ("light-magenta", Color::LightMagenta),
    ("light-cyan", Color::LightCyan),
    ("white", Color::White),
];

const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// The look of every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    styles: Vec<Style>,
}

impl Default for Theme {
    fn default() -> Self {
        Self::built_in("dark").unwrap_or_else(Self::plain)
    }
}

impl Theme {
    /// A theme that comes with the program.
    pub fn built_in(name: &str) -> Option<Self> {
        let of_theme = |line: &'static str| line.strip_prefix(name)?.strip_prefix('\t');
        let set: BTreeMap<Role, Style> = BUILT_IN
            .lines()
            .filter_map(of_theme)
            .filter_map(flat)
            .collect();
        (!set.is_empty()).then(|| Self::of(&set))
    }

    /// The look of every role, where some are set.
    fn of(set: &BTreeMap<Role, Style>) -> Self {
        let mut theme = Self::plain();
        for (at, role) in Role::ALL.iter().enumerate() {
            theme.styles[at] = match (set.get(role), role.parent()) {
                (Some(style), _) => *style,
                (None, Some(parent)) => theme.style(parent),
                (None, None) => Style::new(),
            };
        }
        theme
    }

    /// No colour and no emphasis at all.
    pub fn plain() -> Self {
        Self {
            styles: vec![Style::new(); Role::ALL.len()],
        }
    }

    /// A theme from a file. What is wrong in it is returned and left out.
    pub fn read(source: Source<'_>) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let set = match DeTable::parse(source.text) {
            Ok(table) => roles(source, table.get_ref(), &mut faults),
            Err(error) => {
                faults.push(source.fault(error.span().unwrap_or(0..0), error.message()));
                BTreeMap::new()
            }
        };
        faults.sort_by_key(|fault| (fault.line, fault.column));
        (Self::of(&set), faults)
    }

    /// The look of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

/// A role of [`BUILT_IN`] with its look.
fn flat(line: &str) -> Option<(Role, Style)> {
    let mut fields = line.split('\t');
    let name = fields.next()?;
    let role = Role::ALL.iter().find(|role| role.name() == name)?;
    let (fg, bg) = (color(fields.next()?), color(fields.next()?));
    let named = |name: &str| MODIFIERS.iter().find(|(known, _)| *known == name);
    let modifiers = fields.filter_map(named).map(|(_, modifier)| *modifier);
    let style = Style {
        fg,
        bg,
        ..Style::new().add_modifier(modifiers.collect())
    };
    Some((*role, style))
}

fn roles(
    source: Source<'_>,
    table: &DeTable<'_>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<Role, Style> {
    let mut set = BTreeMap::new();
    for (name, value) in table {
        let Some(role) = Role::ALL.iter().find(|role| role.name() == name.get_ref()) else {
            let known: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
            faults.push(source.unknown(name.span(), "role", name.get_ref(), &known));
            continue;
        };
        let DeValue::Table(fields) = value.get_ref() else {
            faults.push(source.fault(value.span(), "expected a table: { fg = \"cyan\" }"));
            continue;
        };
        let mut style = Style::new();
        for (field, value) in fields {
            let name = field.get_ref().as_ref();
            let modifier = MODIFIERS.iter().find(|(known, _)| *known == name);
            match (name, value.get_ref(), modifier) {
                ("fg" | "bg", DeValue::String(text), _) => match color(text) {
                    Some(color) if name == "fg" => style = style.fg(color),
                    Some(color) => style = style.bg(color),
                    None => {
                        let known: Vec<&str> = COLORS.iter().map(|(name, _)| *name).collect();
                        faults.push(source.unknown(value.span(), "colour", text, &known));
                    }
                },
                ("fg" | "bg", _, _) => {
                    faults.push(source.fault(value.span(), "expected a colour in quotes"));
                }
                (_, DeValue::Boolean(true), Some((_, modifier))) => {
                    style = style.add_modifier(*modifier);
                }
                (_, DeValue::Boolean(false), Some(_)) => {}
                (_, _, Some(_)) => {
                    faults.push(source.fault(value.span(), "expected true or false"));
                }
                (_, _, None) => {
                    let known = ["fg", "bg", "bold", "dim", "italic", "underline", "reverse"];
                    faults.push(source.unknown(field.span(), "property", name, &known));
                }
            }
        }
        set.insert(*role, style);
    }
    set
}

fn color(text: &str) -> Option<Color> {
    if let Some((_, color)) = COLORS.iter().find(|(name, _)| *name == text) {
        return Some(*color);
    }
    if let Some(hex) = text.strip_prefix('#').filter(|hex| hex.len() == 6) {
        let [_, r, g, b] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
        return Some(Color::Rgb(r, g, b));
    }
    text.parse().ok().map(Color::Indexed)
}

#[cfg(test)]
mod tests;
