//! `linchpin config`: each value, and where it came from.

use serde::Serialize;

use super::args::Config;
use super::output::column;
use super::own::Own;
use super::{Exit, Output, exit};
use crate::app::role::Role;
use crate::config::{Flags, From};
use crate::error::Error;
use crate::export::SCHEMA;
use crate::text::{cells, clean_line};

#[derive(Serialize)]
struct Answer {
    schema: u32,
    settings: Vec<SettingJson>,
    files: Vec<FileJson>,
    problems: Vec<String>,
}

#[derive(Serialize)]
struct SettingJson {
    name: String,
    value: String,
    from: &'static str,
    file: Option<String>,
    line: Option<usize>,
    variable: Option<&'static str>,
    flag: Option<&'static str>,
}

#[derive(Serialize)]
struct FileJson {
    path: String,
    there: bool,
}

pub(super) fn run(args: &Config, out: &mut Output) -> Result<Exit, Error> {
    if args.roles {
        return roles(out);
    }
    let own = Own::read(&Flags {
        theme: args.theme.clone(),
    });
    let problems = own.problems();
    if args.json {
        out.json(&Answer {
            schema: SCHEMA,
            settings: own.settings.all().into_iter().map(setting).collect(),
            files: own
                .files
                .iter()
                .map(|(path, there)| FileJson {
                    path: shown(path),
                    there: *there,
                })
                .collect(),
            problems: problems.clone(),
        })?;
    } else {
        let all: Vec<_> = own
            .settings
            .all()
            .into_iter()
            .map(|(name, value, from)| (clean_line(&name), clean_line(&value), from.to_string()))
            .collect();
        let name_width = all
            .iter()
            .map(|(name, _, _)| cells(name))
            .max()
            .unwrap_or(0);
        let value_width = all.iter().map(|(_, value, _)| cells(value).min(40)).max();
        let value_width = value_width.unwrap_or(0);
        for (name, value, from) in &all {
            let (name, value) = (column(name, name_width), column(value, value_width));
            let line = format!("{name} = {value}  # {}", clean_line(from));
            out.line(line.trim_end())?;
        }
        for (path, there) in &own.files {
            let there = if *there { "read" } else { "not there" };
            out.line(&format!("# {}: {there}", shown(path)))?;
        }
    }
    for problem in &problems {
        exit::remark(problem);
    }
    Ok(if problems.is_empty() {
        Exit::Found
    } else {
        Exit::Trouble
    })
}

fn setting((name, value, from): (String, String, &From)) -> SettingJson {
    let mut json = SettingJson {
        name,
        value,
        from: "default",
        file: None,
        line: None,
        variable: None,
        flag: None,
    };
    match from {
        From::Default => {}
        From::File(file, line) => {
            json.from = "file";
            json.file = Some(file.clone());
            json.line = Some(*line);
        }
        From::Variable(name) => {
            json.from = "environment";
            json.variable = Some(name);
        }
        From::Flag(name) => {
            json.from = "flag";
            json.flag = Some(name);
        }
    }
    json
}

fn shown(path: &std::path::Path) -> String {
    clean_line(&path.to_string_lossy())
}

/// The roles that a theme may set, with the one whose look each has by default.
fn roles(out: &mut Output) -> Result<Exit, Error> {
    for role in Role::ALL {
        match role.parent() {
            Some(parent) => out.line(&format!("{:<16} like {}", role.name(), parent.name()))?,
            None => out.line(role.name())?,
        }
    }
    Ok(Exit::Found)
}
