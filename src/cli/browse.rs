//! `linchpin`: the browser.

use std::path::Path;
use std::sync::Arc;

use super::args::Browse;
use super::exit::Exit;
use crate::app::keymap::Keymap;
use crate::app::library::{Library, Report};
use crate::app::message::Notice;
use crate::chronicle::Chronicle;
use crate::config::{self, Chosen, Fault, OwnFile, Source, own_file};
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::load::Root;
use crate::notes::Log;
use crate::open::{With, open_record};
use crate::record;
use crate::terminal::{self, Files, Session};
use crate::ui::Theme;

/// Opens the browser until its user leaves.
pub(super) fn run(args: &Browse) -> Result<Exit, Error> {
    let mut roots: Vec<Root> = args.paths.iter().map(Root::from_argument).collect();
    let library = config::library().filter(|folder| !args.only && folder.is_dir());
    roots.extend(library.map(Root::Path));
    let (with, chronicle) = if args.only {
        let gazetteer = Gazetteer::new(record::names());
        (
            With::DocumentsOnly,
            Chronicle::new(gazetteer, Vec::new(), Vec::new()),
        )
    } else {
        (With::Record, open_record())
    };
    let chosen = UserFiles::read();
    terminal::run(Session {
        library: Library::new(Arc::new(chronicle), Report::default()),
        files: (!roots.is_empty()).then_some(Files { roots, with }),
        keymap: chosen.keymap,
        theme: chosen.theme,
        log: config::notes().map(Log::at),
        hyperlinks: true,
        mouse: true,
        notice: notice(&chosen.faults),
    })?;
    Ok(Exit::Found)
}

/// The user's keys and theme, and what is wrong with their files.
struct UserFiles {
    keymap: Keymap,
    theme: Option<Theme>,
    faults: Vec<Fault>,
}

impl UserFiles {
    /// Reads `config.toml`, `keymap.toml` and the theme. What is wrong is left out and told.
    fn read() -> Self {
        let mut files = Self {
            keymap: Keymap::built_in(),
            theme: None,
            faults: Vec::new(),
        };
        let Some(folder) = config::chosen() else {
            return files;
        };
        if let Some(file) = files.file(&folder.join("keymap.toml")) {
            let faults = files.keymap.lay_over(Source {
                file: &file.shown(),
                text: &file.text,
            });
            files.faults.extend(faults);
        }
        if let Some(file) = files.file(&folder.join("config.toml")) {
            let (chosen, faults) = Chosen::read(Source {
                file: &file.shown(),
                text: &file.text,
            });
            files.faults.extend(faults);
            if let Some(name) = chosen.theme.filter(|name| name != "auto") {
                files.theme = files.named_theme(&file, &folder, &name);
            }
        }
        files
    }

    fn file(&mut self, path: &Path) -> Option<OwnFile> {
        own_file(path).unwrap_or_else(|fault| {
            self.faults.push(fault);
            None
        })
    }

    fn named_theme(&mut self, config: &OwnFile, folder: &Path, name: &str) -> Option<Theme> {
        let plain = !name.is_empty() && !name.contains(['/', '\\', '.']);
        let own = plain.then(|| folder.join("themes").join(format!("{name}.toml")));
        if let Some(file) = own.and_then(|path| self.file(&path)) {
            let (theme, faults) = Theme::read(Source {
                file: &file.shown(),
                text: &file.text,
            });
            self.faults.extend(faults);
            return Some(theme);
        }
        let theme = Theme::built_in(name);
        if theme.is_none() {
            let at = config.text.find(name).unwrap_or(0);
            let known = ["auto", "dark", "light", "high-contrast", "mono"];
            let source = Source {
                file: &config.shown(),
                text: &config.text,
            };
            self.faults
                .push(source.unknown(at..at, "theme", name, &known));
        }
        theme
    }
}

/// The first fault, and how many more there are.
fn notice(faults: &[Fault]) -> Option<Notice> {
    let first = faults.first()?;
    let more = faults.len() - 1;
    let more = if more == 0 {
        String::new()
    } else {
        format!(" (and {more} more)")
    };
    Some(Notice::failure(format!("{first}{more}")))
}
