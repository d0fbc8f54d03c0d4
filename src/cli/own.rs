//! The user's own files: settings, keys, theme, and what is wrong with them.

use std::path::{Path, PathBuf};

use super::exit;
use crate::app::keymap::Keymap;
use crate::config::{self, Chosen, Fault, Flags, OwnFile, Settings, Source, own_file};
use crate::ui::Theme;

/// The names of themes besides the user's own.
pub(super) const THEMES: [&str; 5] = ["auto", "dark", "light", "high-contrast", "mono"];

/// The user's settings, keys and theme, and what is wrong with their files.
pub(super) struct Own {
    pub(super) settings: Settings,
    pub(super) keymap: Keymap,
    /// The theme that was chosen; `None` asks the terminal.
    pub(super) theme: Option<Theme>,
    /// What is wrong in the files.
    pub(super) faults: Vec<Fault>,
    /// What is wrong in the environment and the flags.
    pub(super) wrong: Vec<String>,
    /// Files that were looked for, and whether they were there.
    pub(super) files: Vec<(PathBuf, bool)>,
}

impl Own {
    /// Reads `config.toml`, `keymap.toml` and the theme. What is wrong is left out and told.
    pub(super) fn read(flags: &Flags) -> Self {
        let mut files = Files::default();
        let folder = config::chosen();
        let in_folder = |name: &str| folder.as_ref().map(|folder| folder.join(name));
        let mut keymap = Keymap::built_in();
        if let Some(file) = in_folder("keymap.toml").and_then(|path| files.read(&path)) {
            let faults = keymap.lay_over(source(&file, &file.shown()));
            files.faults.extend(faults);
        }
        let config = in_folder("config.toml").and_then(|path| files.read(&path));
        let shown = config.as_ref().map(OwnFile::shown).unwrap_or_default();
        let chosen = config.as_ref().map(|file| {
            let (chosen, faults) = Chosen::read(source(file, &shown));
            files.faults.extend(faults);
            chosen
        });
        let variable = |name: &str| std::env::var(name).ok();
        let (settings, mut wrong) =
            Settings::of(&shown, chosen.unwrap_or_default(), &variable, flags);
        let theme = match (
            settings.theme.value.as_str(),
            settings.background.value.as_str(),
        ) {
            ("auto", "auto") => None,
            ("auto", background) => Theme::built_in(background),
            (name, _) => {
                let theme = files.theme(folder.as_deref(), name);
                if theme.is_none() {
                    let from = &settings.theme.from;
                    wrong.push(format!(
                        "{from}: {}",
                        exit::unknown("theme is called", name, &THEMES)
                    ));
                }
                theme
            }
        };
        Self {
            settings,
            keymap,
            theme,
            faults: files.faults,
            wrong,
            files: files.looked_for,
        }
    }

    /// Everything that is wrong, one sentence each.
    pub(super) fn problems(&self) -> Vec<String> {
        let faults = self.faults.iter().map(ToString::to_string);
        faults.chain(self.wrong.iter().cloned()).collect()
    }
}

fn source<'a>(file: &'a OwnFile, shown: &'a str) -> Source<'a> {
    Source {
        file: shown,
        text: &file.text,
    }
}

/// The file of a theme of the user's own, in the folder of a config; `None` where the name is none of a
/// file there.
pub(super) fn own_theme(folder: &Path, name: &str) -> Option<PathBuf> {
    let plain = !name.is_empty() && !name.contains(['/', '\\', '.']);
    plain.then(|| folder.join("themes").join(format!("{name}.toml")))
}

/// Files that are read one after the other.
#[derive(Default)]
struct Files {
    faults: Vec<Fault>,
    looked_for: Vec<(PathBuf, bool)>,
}

impl Files {
    fn read(&mut self, path: &Path) -> Option<OwnFile> {
        let read = own_file(path);
        self.looked_for
            .push((path.to_owned(), !matches!(read, Ok(None))));
        read.unwrap_or_else(|fault| {
            self.faults.push(fault);
            None
        })
    }

    fn theme(&mut self, folder: Option<&Path>, name: &str) -> Option<Theme> {
        let own = folder.and_then(|folder| own_theme(folder, name));
        if let Some(file) = own.and_then(|path| self.read(&path)) {
            let (theme, faults) = Theme::read(source(&file, &file.shown()));
            self.faults.extend(faults);
            return Some(theme);
        }
        Theme::built_in(name)
    }
}
