//! Who may import whom: the table of ARCHITECTURE.md, held by a machine.

use std::fs;
use std::path::{Path, PathBuf};

/// Modules from the bottom up, each with those of the modules before it that it may not import.
const LAYERS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("text", &["error"]),
    ("time", &["error", "text"]),
    ("disk", &["error", "text", "time"]),
    ("document", &[]),
    ("record", &["document"]),
    ("load", &[]),
    ("timex", &["disk", "record", "load"]),
    ("gazetteer", &["disk", "load", "timex"]),
    ("chronicle", &["disk", "load", "timex"]),
    ("compile", &["disk", "load"]),
    ("index", &["disk", "load", "timex", "compile"]),
    (
        "query",
        &[
            "disk",
            "document",
            "record",
            "load",
            "timex",
            "gazetteer",
            "chronicle",
            "compile",
            "index",
        ],
    ),
    ("search", &["disk", "load", "timex", "compile"]),
    (
        "export",
        &["disk", "load", "timex", "compile", "index", "search"],
    ),
    (
        "notes",
        &[
            "load", "timex", "compile", "index", "query", "search", "export",
        ],
    ),
    (
        "config",
        &[
            "document",
            "record",
            "load",
            "timex",
            "gazetteer",
            "chronicle",
            "compile",
            "index",
            "query",
            "search",
            "export",
            "notes",
        ],
    ),
    ("app", &["disk", "load", "timex", "compile"]),
    ("ui", &["disk", "load", "timex", "compile"]),
];

/// Modules at the edge, which may import everything.
const EDGE: &[&str] = &["open", "terminal", "cli", "main", "lib"];

/// Crates with one home: the crate, and the paths below `src` that may name it.
const HOMES: &[(&str, &[&str])] = &[
    ("crossterm", &["terminal"]),
    ("ratatui", &["ui", "terminal", "app/panes"]),
    ("chrono", &["time"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("directories", &["config"]),
    ("fuzzy_matcher", &["search", "index"]),
];

#[test]
fn imports_only_go_down() {
    let rank = |module: &str| LAYERS.iter().position(|(name, _)| *name == module);
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let module = module_of(&path);
        if EDGE.contains(&module.as_str()) {
            continue;
        }
        let Some(own) = rank(&module) else {
            wrong.push(format!(
                "{}: module {module} is not in the table",
                path.display()
            ));
            continue;
        };
        for import in imports(&source) {
            let upward = rank(&import).is_some_and(|other| other > own);
            let sideways = LAYERS[own].1.contains(&import.as_str());
            if upward || sideways || EDGE.contains(&import.as_str()) {
                wrong.push(format!("{}: imports {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crates_stay_in_their_home() {
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let without_ending = path.with_extension("");
        for (name, homes) in HOMES {
            let at_home = homes.iter().any(|home| without_ending.starts_with(home));
            if !at_home && names_crate(&source, name) {
                wrong.push(format!("{}: uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_touched_through_one_gate() {
    // The record is read by the build script as well; the terminal is a file of its own kind.
    let homes = [
        "record/parse",
        "terminal/input",
        "terminal/query",
        "terminal/hangup",
        "terminal",
    ];
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let (program, _) = source.split_once("#[cfg(test)]").unwrap_or((&source, ""));
        let touches = program.lines().any(|line| {
            line.contains("std::fs")
                && !line.contains("Metadata")
                && !line.trim_start().starts_with("//")
        });
        let name = path.with_extension("");
        let at_home = name.starts_with("disk") || homes.iter().any(|home| name == Path::new(home));
        let tested = name.iter().any(|part| part == "tests");
        if touches && !at_home && !tested {
            wrong.push(format!("{}: files are the matter of disk", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_crossterm_in_the_lock_file() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    assert_eq!(lock.matches("name = \"crossterm\"\n").count(), 1);
}

#[test]
fn files_stay_small() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, source)| source.lines().count() > 400)
        .map(|(path, source)| format!("{}: {} lines", path.display(), source.lines().count()))
        .collect();
    assert!(long.is_empty(), "split by idea:\n{}", long.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file, by its path below `src`.
fn sources() -> Vec<(PathBuf, String)> {
    let src = root().join("src");
    let mut found = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let source = fs::read_to_string(&path).expect("a readable source file");
                found.push((
                    path.strip_prefix(&src).expect("below src").to_owned(),
                    source,
                ));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn module_of(path: &Path) -> String {
    let first = path.iter().next().expect("not empty").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// Modules named after `crate::` anywhere but in comments, with `use crate::{a, b}` taken apart.
fn imports(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
    {
        for rest in line.split("crate::").skip(1) {
            match rest.strip_prefix('{') {
                Some(list) => {
                    found.extend(
                        list.split(',')
                            .map(|name| first_name(name.trim()).to_owned()),
                    );
                }
                None => found.push(first_name(rest).to_owned()),
            }
        }
    }
    found
}

fn first_name(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
}

fn names_crate(source: &str, name: &str) -> bool {
    let path = format!("{name}::");
    source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .any(|line| {
            let at_word = |at: usize| {
                !line.get(..at).is_some_and(|before| {
                    before.ends_with(|c: char| c.is_alphanumeric() || c == '_')
                })
            };
            line.match_indices(&path).any(|(at, _)| at_word(at))
                || line.contains(&format!("use {name};"))
        })
}
