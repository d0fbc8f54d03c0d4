//! What holds in the end: default, then the file, then the environment, then flags.
//!
//! Each value remembers where it came from.

use std::collections::BTreeMap;
use std::fmt;

use super::chosen::{BACKGROUNDS, Chosen, Given};
use crate::text::clean_line;

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// Nobody chose it.
    Default,
    /// A line of a file, from 1.
    File(String, usize),
    /// A variable of the environment.
    Variable(&'static str),
    /// A flag of the command line.
    Flag(&'static str),
}

impl fmt::Display for From {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(file, line) => write!(f, "{file}:{line}"),
            Self::Variable(name) => write!(f, "environment: {name}"),
            Self::Flag(name) => write!(f, "flag: {name}"),
        }
    }
}

/// A value and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub from: From,
}

impl<T> Setting<T> {
    fn new(default: T) -> Self {
        Self {
            value: default,
            from: From::Default,
        }
    }

    fn file(&mut self, file: &str, given: Option<Given<T>>) {
        if let Some(Given { value, line }) = given {
            self.value = value;
            self.from = From::File(file.to_owned(), line);
        }
    }
}

/// Everything that can be chosen besides keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The theme, or "auto".
    pub theme: Setting<String>,
    /// The background, or "auto".
    pub background: Setting<String>,
    /// Whether addresses on the screen can be followed.
    pub hyperlinks: Setting<bool>,
    /// Whether the mouse is ours from the start.
    pub mouse: Setting<bool>,
    /// Queries by the names that the user gave them.
    pub searches: BTreeMap<String, Setting<String>>,
}

/// What the command line chooses.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--theme`.
    pub theme: Option<String>,
}

impl Settings {
    /// What holds for a file, an environment and flags, with a sentence for each variable that
    /// means nothing.
    pub fn of(
        file: &str,
        chosen: Chosen,
        variable: &dyn Fn(&str) -> Option<String>,
        flags: &Flags,
    ) -> (Self, Vec<String>) {
        let mut settings = Self {
            theme: Setting::new("auto".to_owned()),
            background: Setting::new("auto".to_owned()),
            hyperlinks: Setting::new(true),
            mouse: Setting::new(true),
            searches: BTreeMap::new(),
        };
        settings.theme.file(file, chosen.theme);
        settings.background.file(file, chosen.background);
        settings.hyperlinks.file(file, chosen.hyperlinks);
        settings.mouse.file(file, chosen.mouse);
        for (name, query) in chosen.searches {
            let mut setting = Setting::new(String::new());
            setting.file(file, Some(query));
            settings.searches.insert(name, setting);
        }
        let mut wrong = Vec::new();
        settings.environment(variable, &mut wrong);
        if let Some(theme) = &flags.theme {
            settings.theme.value.clone_from(theme);
            settings.theme.from = From::Flag("--theme");
        }
        (settings, wrong)
    }

    fn environment(&mut self, variable: &dyn Fn(&str) -> Option<String>, wrong: &mut Vec<String>) {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        // The convention of NO_COLOR: what the user's own file says of colours goes before it.
        if set("NO_COLOR").is_some() && self.theme.value == "auto" {
            self.theme = Setting {
                value: "mono".to_owned(),
                from: From::Variable("NO_COLOR"),
            };
        }
        if let Some(value) = set("LINCHPIN_THEME") {
            self.theme = Setting {
                value,
                from: From::Variable("LINCHPIN_THEME"),
            };
        }
        if let Some(value) = set("LINCHPIN_BACKGROUND") {
            if BACKGROUNDS.contains(&value.as_str()) {
                self.background = Setting {
                    value,
                    from: From::Variable("LINCHPIN_BACKGROUND"),
                };
            } else {
                wrong.push("LINCHPIN_BACKGROUND is neither auto nor dark nor light".to_owned());
            }
        }
        for (name, setting) in [
            ("LINCHPIN_HYPERLINKS", &mut self.hyperlinks),
            ("LINCHPIN_MOUSE", &mut self.mouse),
        ] {
            match set(name).as_deref() {
                None => {}
                Some(value @ ("true" | "1" | "false" | "0")) => {
                    *setting = Setting {
                        value: matches!(value, "true" | "1"),
                        from: From::Variable(name),
                    };
                }
                Some(_) => wrong.push(format!("{name} is neither true nor false")),
            }
        }
    }

    /// Every value by its name, as the file would write it.
    pub fn all(&self) -> Vec<(String, String, &From)> {
        let mut all = vec![
            (
                "theme".to_owned(),
                quoted(&self.theme.value),
                &self.theme.from,
            ),
            (
                "background".to_owned(),
                quoted(&self.background.value),
                &self.background.from,
            ),
            (
                "hyperlinks".to_owned(),
                self.hyperlinks.value.to_string(),
                &self.hyperlinks.from,
            ),
            (
                "mouse".to_owned(),
                self.mouse.value.to_string(),
                &self.mouse.from,
            ),
        ];
        for (name, query) in &self.searches {
            let name = if name.bytes().all(is_bare) && !name.is_empty() {
                name.clone()
            } else {
                quoted(name)
            };
            all.push((
                format!("searches.{name}"),
                quoted(&query.value),
                &query.from,
            ));
        }
        all
    }
}

/// A text as a basic string of TOML, on one line.
fn quoted(text: &str) -> String {
    let text = clean_line(text).replace('\\', "\\\\");
    format!("\"{}\"", text.replace('"', "\\\""))
}

/// Whether a byte may stand in a key of TOML without quotation marks.
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Source;
    use super::*;

    fn of_file(text: &str) -> Settings {
        let (chosen, faults) = Chosen::read(Source { file: "c", text });
        assert!(faults.is_empty(), "{faults:?}");
        Settings::of("c", chosen, &|_| None, &Flags::default()).0
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_told_is_a_file_that_says_the_same(
            theme in ".{0,8}",
            searches in prop::collection::btree_map(".{0,8}", ".{0,8}", 0..3),
        ) {
            let mut settings = of_file("");
            settings.theme.value = clean_line(&theme);
            for (name, query) in searches {
                settings.searches.insert(clean_line(&name), Setting::new(clean_line(&query)));
            }
            let told = settings.all().into_iter();
            let told: Vec<_> = told.map(|(name, value, _)| format!("{name} = {value}")).collect();
            let again = of_file(&told.join("\n"));
            let values = |of: &Settings| -> Vec<(String, String)> {
                of.all().into_iter().map(|(name, value, _)| (name, value)).collect()
            };
            prop_assert_eq!(values(&again), values(&settings));
        }
    }

    #[test]
    fn flags_go_before_the_environment_and_that_before_the_file() {
        let chosen = || {
            let text = "theme = \"light\"\nmouse = false\n";
            super::super::Chosen::read(super::super::Source { file: "c", text }).0
        };
        let of = |variables: &[(&str, &str)], theme: Option<&str>| {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name)?;
                Some(found.1.to_owned())
            };
            let flags = Flags {
                theme: theme.map(str::to_owned),
            };
            Settings::of("c", chosen(), &variable, &flags)
        };
        let (settings, wrong) = of(&[], None);
        assert_eq!(settings.theme.from, From::File("c".to_owned(), 1));
        assert_eq!(
            (settings.mouse.value, settings.hyperlinks.value),
            (false, true)
        );
        assert!(wrong.is_empty());
        let (settings, _) = of(&[("NO_COLOR", "1"), ("LINCHPIN_MOUSE", "1")], None);
        assert_eq!(settings.theme.value, "light");
        assert_eq!(settings.mouse.from, From::Variable("LINCHPIN_MOUSE"));
        let (settings, wrong) = of(
            &[("LINCHPIN_THEME", "mono"), ("LINCHPIN_MOUSE", "x")],
            Some("dark"),
        );
        assert_eq!(
            (settings.theme.value.as_str(), settings.mouse.value),
            ("dark", false)
        );
        assert_eq!(settings.theme.from, From::Flag("--theme"));
        assert_eq!(wrong, ["LINCHPIN_MOUSE is neither true nor false"]);
    }
}
