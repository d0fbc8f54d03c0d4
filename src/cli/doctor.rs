//! `linchpin doctor`: what was found where, and what is wrong.
//!
//! `--report` is for attaching to a report of a fault: it says of every file whether it is there,
//! and nothing of where it is, what it is called or what stands in it.

use std::path::Path;

use serde::Serialize;

use super::args::Doctor;
use super::output::column;
use super::own::Own;
use super::{Exit, Output};
use crate::config::{self, Flags};
use crate::disk;
use crate::error::Error;
use crate::export::SCHEMA;
use crate::notes::Log;
use crate::record;
use crate::terminal;
use crate::text::clean_line;

/// Cells of a fact's name.
const NAME: usize = 18;

/// A page of facts under headings.
#[derive(Serialize)]
struct Answer {
    schema: u32,
    sections: Vec<Section>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct Section {
    name: &'static str,
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct Fact {
    name: String,
    value: String,
}

/// Facts being gathered.
struct Page {
    /// Whether nothing private may be told.
    report: bool,
    sections: Vec<Section>,
    problems: Vec<String>,
}

impl Page {
    fn section(&mut self, name: &'static str) {
        self.sections.push(Section {
            name,
            facts: Vec::new(),
        });
    }

    fn fact(&mut self, name: impl Into<String>, value: impl AsRef<str>) {
        if let Some(section) = self.sections.last_mut() {
            section.facts.push(Fact {
                name: name.into(),
                value: clean_line(value.as_ref()),
            });
        }
    }

    /// A path, or in a report only whether it is there.
    fn path(&mut self, name: &str, path: Option<&Path>) {
        let value = match path {
            None => "no place for it (no home directory)".to_owned(),
            Some(path) => {
                let there = if path.exists() { "there" } else { "not there" };
                if self.report {
                    there.to_owned()
                } else {
                    format!("{} ({there})", path.display())
                }
            }
        };
        self.fact(name, value);
    }

    /// A problem, or in a report only in what it is one.
    fn problem(&mut self, of: &str, sentence: &str) {
        self.problems.push(if self.report {
            format!("a problem with {of}")
        } else {
            clean_line(sentence)
        });
    }
}

pub(super) fn run(args: &Doctor, out: &mut Output) -> Result<Exit, Error> {
    let mut page = Page {
        report: args.report,
        sections: Vec::new(),
        problems: Vec::new(),
    };
    program(&mut page);
    terminal_facts(&mut page);
    settings(&mut page);
    notes(&mut page);
    library(&mut page);
    let healthy = page.problems.is_empty();
    if args.json {
        out.json(&Answer {
            schema: SCHEMA,
            sections: page.sections,
            problems: page.problems,
        })?;
    } else {
        for section in &page.sections {
            out.line(section.name)?;
            for fact in &section.facts {
                out.line(&format!("  {} {}", column(&fact.name, NAME), fact.value))?;
            }
        }
        out.line("problems")?;
        if healthy {
            out.line("  none")?;
        }
        for problem in &page.problems {
            out.line(&format!("  {problem}"))?;
        }
    }
    Ok(if healthy { Exit::Found } else { Exit::Trouble })
}

fn program(page: &mut Page) {
    page.section("program");
    page.fact("version", env!("CARGO_PKG_VERSION"));
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    page.fact("system", system);
    let census = record::census(&record::builtin());
    page.fact(
        "record",
        format!("{} events, {} sources", census.events, census.sources),
    );
}

/// Variables that decide what a terminal is taken for. None holds anything private.
const VARIABLES: [&str; 7] = [
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "COLORFGBG",
    "NO_COLOR",
    "LANG",
    "LC_ALL",
];

fn terminal_facts(page: &mut Page) {
    use std::io::IsTerminal;
    page.section("terminal");
    let yes = |is: bool| if is { "a terminal" } else { "no terminal" };
    page.fact("input", yes(std::io::stdin().is_terminal()));
    page.fact("output", yes(std::io::stdout().is_terminal()));
    for name in VARIABLES {
        let value = std::env::var(name).unwrap_or_default();
        if !value.is_empty() {
            page.fact(name, value);
        }
    }
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("TMUX") {
        page.fact("within", "tmux");
    }
    if set("SSH_CONNECTION") || set("SSH_TTY") {
        page.fact("over", "SSH");
    }
    page.fact("colours", colours());
    match terminal::ask() {
        None => page.fact("answers", "there is no terminal to ask"),
        Some(told) => {
            let answers = if told.answered {
                "yes"
            } else {
                "no, or later than after a second"
            };
            page.fact("answers", answers);
            let keyboard = if told.keyboard {
                "kitty protocol"
            } else {
                "as in older terminals"
            };
            page.fact("keyboard", keyboard);
            let background = told.background.map_or_else(
                || "not told".to_owned(),
                |(red, green, blue)| {
                    let light = told.is_light() == Some(true);
                    let name = if light { "light" } else { "dark" };
                    format!("{name} (#{red:02x}{green:02x}{blue:02x})")
                },
            );
            page.fact("background", background);
        }
    }
}

fn colours() -> &'static str {
    let has = |name: &str, part: &str| std::env::var(name).is_ok_and(|value| value.contains(part));
    if has("COLORTERM", "truecolor") || has("COLORTERM", "24bit") {
        "16 million"
    } else if has("TERM", "256") {
        "256"
    } else {
        "16"
    }
}

fn settings(page: &mut Page) {
    page.section("settings");
    let own = Own::read(&Flags::default());
    page.path("folder", config::chosen().as_deref());
    for (path, _) in &own.files {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // The name of a theme of one's own is one's own.
        let known = ["config.toml", "keymap.toml"].contains(&&*name);
        let name = if known { &*name } else { "theme" };
        page.path(name, Some(path));
    }
    for (name, value, from) in own.settings.all() {
        if page.report && (name.starts_with("searches") || name == "theme") {
            continue;
        }
        let from = match from {
            config::From::File(_, line) if page.report => format!("config.toml:{line}"),
            from => from.to_string(),
        };
        page.fact(name, format!("{value} ({from})"));
    }
    for fault in &own.faults {
        let of = format!(
            "a file of settings, line {}, column {}",
            fault.line, fault.column
        );
        page.problem(&of, &fault.to_string());
    }
    for wrong in &own.wrong {
        page.problem("the environment", wrong);
    }
}

fn notes(page: &mut Page) {
    page.section("notes");
    let path = config::notes();
    page.path("log", path.as_deref());
    let Some(path) = path else {
        return;
    };
    let size = disk::metadata(&path).map_or(0, |data| data.len());
    page.fact("bytes", size.to_string());
    match Log::at(&path).read() {
        Ok(read) => {
            let kept = || read.notes.iter().map(|(_, kept)| kept);
            let marks = kept().filter(|kept| kept.marked).count();
            let noted = kept().filter(|kept| !kept.note.is_empty()).count();
            let tagged = kept().filter(|kept| !kept.tags.is_empty()).count();
            page.fact("marks", marks.to_string());
            page.fact("notes", noted.to_string());
            page.fact("tagged", tagged.to_string());
            if read.newer {
                page.fact(
                    "version",
                    "newer than this program: it is read, and not written to",
                );
            }
            for problem in read.problems {
                page.problem("a line of the notes", &problem);
            }
        }
        Err(error) => page.problem("the notes", &error.to_string()),
    }
    let read_only = disk::metadata(&path).is_ok_and(|data| data.permissions().readonly());
    if read_only {
        page.problem(
            "the notes: read-only",
            &format!(
                "{}: it is read-only, so nothing can be kept",
                path.display()
            ),
        );
    }
}

fn library(page: &mut Page) {
    page.section("library");
    let path = config::library();
    page.path("folder", path.as_deref());
    if let Some(entries) = path.and_then(|path| disk::read_dir(&path).ok()) {
        let sizes = entries.filter_map(|entry| entry.ok()?.metadata().ok());
        let (files, bytes) = sizes
            .filter(std::fs::Metadata::is_file)
            .fold((0_usize, 0_u64), |(files, bytes), data| {
                (files + 1, bytes + data.len())
            });
        page.fact("documents", files.to_string());
        page.fact("bytes", bytes.to_string());
    }
    page.path("cache", config::cache().as_deref());
    page.path("state", config::state().as_deref());
}
