//! `linchpin check` on files of settings: a config, a keymap or a theme is judged by its own reader.

use std::path::Path;

use super::exit;
use super::own::{THEMES, own_theme};
use crate::app::keymap::{Keymap, Mode};
use crate::app::role::Role;
use crate::config::{Chosen, Fault, Source, own_file};
use crate::load::Root;
use crate::ui::Theme;

/// More faults of one file than this are only counted.
const MOST_FAULTS: usize = 10;

/// What became of a file of settings.
pub(super) struct Judged {
    /// As shown.
    pub(super) path: String,
    /// What it was taken for.
    pub(super) kind: &'static str,
    /// What is wrong in it.
    pub(super) faults: Vec<Fault>,
    /// Whether nothing of it can be used.
    pub(super) broken: bool,
}

impl Judged {
    /// One sentence on the file.
    pub(super) fn sentence(&self) -> String {
        let faults = match self.faults.len() {
            0 => "no problem".to_owned(),
            1 => "1 problem".to_owned(),
            many => format!("{many} problems"),
        };
        format!("{}: {}, {faults}", self.path, self.kind)
    }

    /// What is wrong, on standard error.
    pub(super) fn tell(&self) {
        for fault in self.faults.iter().take(MOST_FAULTS) {
            exit::remark(&fault.to_string());
        }
        let more = self.faults.len().saturating_sub(MOST_FAULTS);
        if more > 0 {
            exit::remark(&format!("{}: and {more} more", self.path));
        }
    }
}

/// Takes the files of settings out of what is to be checked, and judges them. Only files that were
/// named are taken for settings: in a folder, a TOML file is a text like any other.
pub(super) fn take(roots: &mut Vec<Root>) -> Vec<Judged> {
    let mut judged = Vec::new();
    roots.retain(|root| match root {
        Root::Path(path) if path.extension().is_some_and(|end| end == "toml") && path.is_file() => {
            judged.push(judge(path));
            false
        }
        Root::Path(_) | Root::Stdin => true,
    });
    judged
}

/// That there is no theme of the name that a config has.
fn no_such_theme(chosen: &Chosen, path: &Path, shown: &str) -> Option<Fault> {
    let theme = chosen.theme.as_ref()?;
    let own = path
        .parent()
        .and_then(|folder| own_theme(folder, &theme.value));
    let known = THEMES.contains(&theme.value.as_str()) || own.is_some_and(|own| own.is_file());
    (!known).then(|| Fault {
        file: shown.to_owned(),
        line: theme.line,
        column: 1,
        message: exit::unknown("theme is called", &theme.value, &THEMES),
    })
}

fn judge(path: &Path) -> Judged {
    let shown = crate::text::clean_line(&path.to_string_lossy());
    let mut judged = Judged {
        path: shown,
        kind: "settings",
        faults: Vec::new(),
        broken: true,
    };
    let file = match own_file(path) {
        Ok(Some(file)) => file,
        Ok(None) => return judged,
        Err(fault) => {
            judged.faults.push(fault);
            return judged;
        }
    };
    let source = Source {
        file: &judged.path,
        text: &file.text,
    };
    let table = toml::de::DeTable::parse(source.text);
    let keys: Vec<String> = match &table {
        Ok(table) => table
            .get_ref()
            .keys()
            .map(|key| key.get_ref().to_string())
            .collect(),
        Err(_) => Vec::new(),
    };
    judged.broken = table.is_err();
    let is = |name: &str| keys.iter().any(|key| key == name);
    let named = |name: &str| path.file_name().is_some_and(|own| own == name);
    let in_themes = path
        .parent()
        .is_some_and(|folder| folder.ends_with("themes"));
    let (kind, faults) = if named("keymap.toml") || Mode::ALL.iter().any(|mode| is(mode.name())) {
        ("a keymap", Keymap::built_in().lay_over(source))
    } else if in_themes || Role::ALL.iter().any(|role| is(role.name())) {
        ("a theme", Theme::read(source).1)
    } else {
        let (chosen, mut faults) = Chosen::read(source);
        faults.extend(no_such_theme(&chosen, path, &judged.path));
        ("a config", faults)
    };
    judged.kind = kind;
    judged.faults = faults;
    // The readers look at values only where they use them; a number may be none all the same.
    if let (false, Err(error)) = (judged.broken, toml::from_str::<toml::Table>(&file.text)) {
        let fault = source.fault(error.span().unwrap_or(0..0), error.message());
        judged.faults.insert(0, fault);
        judged.broken = true;
    }
    judged
}
