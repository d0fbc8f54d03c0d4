//! Reads the folder `data/` into rows that know their file and line.
//!
//! Every file is read, so that one run tells everything that is broken. The rows come out sorted
//! by id over all files of a table; that each file is sorted in itself is part of the format.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::finding::Finding;
use super::raw::{
    At, Countries, Country, Event, Events, Office, Offices, Official, Officials, Place, Places,
    Rule, Source, Sources, Topic, Topics,
};

/// A row and the file that it stands in.
#[derive(Debug)]
pub(crate) struct Row<T> {
    pub(crate) file: usize,
    pub(crate) row: T,
}

/// A file of `data/`.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// All of `data/`.
#[derive(Debug, Default)]
pub(crate) struct Data {
    pub(crate) files: Vec<File>,
    pub(crate) countries: Vec<Row<Country>>,
    pub(crate) sources: Vec<Row<Source>>,
    pub(crate) topics: Vec<Row<Topic>>,
    pub(crate) offices: Vec<Row<Office>>,
    pub(crate) officials: Vec<Row<Official>>,
    pub(crate) places: Vec<Row<Place>>,
    pub(crate) events: Vec<Row<Event>>,
    /// File name and text of each brief.
    pub(crate) briefs: Vec<(String, String)>,
}

impl Data {
    /// A finding at a byte of a file.
    pub(crate) fn finding(&self, file: usize, at: usize, rule: Rule, message: String) -> Finding {
        let File { path, text } = &self.files[file];
        let line = 1 + text.bytes().take(at).filter(|&byte| byte == b'\n').count();
        Finding {
            file: path.clone(),
            line,
            rule,
            message,
        }
    }
}

/// Reads the folder. The findings are of the rules `syntax` and `id`; rows that could not be read
/// are missing from the data.
pub(crate) fn read(dir: &Path) -> (Data, Vec<Finding>) {
    let mut reader = Reader {
        data: Data::default(),
        findings: Vec::new(),
    };
    let paths = files_under(dir).unwrap_or_else(|error| {
        reader.unreadable(dir, &error);
        Vec::new()
    });
    for path in paths {
        reader.file(dir, &path);
    }
    let Reader { mut data, findings } = reader;
    data.countries
        .sort_by(|a, b| a.row.code.get_ref().cmp(b.row.code.get_ref()));
    data.sources
        .sort_by(|a, b| a.row.id.get_ref().cmp(b.row.id.get_ref()));
    data.topics
        .sort_by(|a, b| a.row.id.get_ref().cmp(b.row.id.get_ref()));
    data.offices
        .sort_by(|a, b| a.row.id.get_ref().cmp(b.row.id.get_ref()));
    data.officials
        .sort_by(|a, b| a.row.id.get_ref().cmp(b.row.id.get_ref()));
    data.places
        .sort_by(|a, b| a.row.id.get_ref().cmp(b.row.id.get_ref()));
    data.events
        .sort_by(|a, b| a.row.id.get_ref().cmp(b.row.id.get_ref()));
    (data, findings)
}

struct Reader {
    data: Data,
    findings: Vec<Finding>,
}

impl Reader {
    /// One file: its folder or name tells which table it holds.
    fn file(&mut self, dir: &Path, path: &Path) {
        let text = match fs::read_to_string(dir.join(path)) {
            Ok(text) => text,
            Err(error) => return self.unreadable(&dir.join(path), &error),
        };
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default()
            .to_owned();
        let folder = path.parent().and_then(Path::to_str).unwrap_or_default();
        let is = |extension| path.extension().is_some_and(|found| found == extension);
        let path = dir.join(path);
        let table = match (folder, name.as_str()) {
            ("documents", _) if is("md") => return self.brief(path, name, text),
            ("officials", _) if is("toml") => "officials",
            ("events", _) if is("toml") => "events",
            ("", "README.md") => return,
            ("", other) => other,
            // Folders of other modules: lexicons of times, of documents, of event kinds.
            _ => return,
        };
        self.data.files.push(File { path, text });
        match table {
            "countries.toml" => {
                let rows = self.table(|file: Countries| file.country, |row| &row.code);
                self.data.countries.extend(rows);
            }
            "sources.toml" => {
                let rows = self.table(|file: Sources| file.source, |row| &row.id);
                self.data.sources.extend(rows);
            }
            "topics.toml" => {
                let rows = self.table(|file: Topics| file.topic, |row| &row.id);
                self.data.topics.extend(rows);
            }
            "offices.toml" => {
                let rows = self.table(|file: Offices| file.office, |row| &row.id);
                self.data.offices.extend(rows);
            }
            "places.toml" => {
                let rows = self.table(|file: Places| file.place, |row| &row.id);
                self.data.places.extend(rows);
            }
            "officials" => {
                let rows = self.table(|file: Officials| file.official, |row| &row.id);
                self.data.officials.extend(rows);
            }
            "events" => {
                let rows = self.table(|file: Events| file.event, |row| &row.id);
                self.data.events.extend(rows);
            }
            _ => self.found(
                0,
                Rule::Syntax,
                "no table of this name; there are countries.toml, sources.toml, topics.toml, \
                 offices.toml, places.toml, officials/*.toml, events/*.toml and documents/*.md"
                    .to_owned(),
            ),
        }
    }

    /// The rows of the file read last.
    fn table<F: DeserializeOwned, T>(
        &mut self,
        rows: impl Fn(F) -> Vec<At<T>>,
        id: impl Fn(&T) -> &At<String>,
    ) -> Vec<Row<T>> {
        let file = self.data.files.len() - 1;
        let parsed = match toml::from_str::<F>(&self.data.files[file].text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error.message().replace("unknown variant", "unknown value");
                self.found(at, Rule::Syntax, message);
                return Vec::new();
            }
        };
        let rows: Vec<Row<T>> = rows(parsed)
            .into_iter()
            .map(|at| Row {
                file,
                row: at.into_inner(),
            })
            .collect();
        for pair in rows.windows(2) {
            let (before, after) = (id(&pair[0].row), id(&pair[1].row));
            if before.get_ref() > after.get_ref() {
                let message = format!(
                    "`{}` stands after `{}`; sort by id",
                    after.get_ref(),
                    before.get_ref()
                );
                self.found(after.span().start, Rule::Id, message);
            }
        }
        rows
    }

    /// A Markdown file that begins with front matter of at least title, publisher and date.
    fn brief(&mut self, path: PathBuf, name: String, text: String) {
        let front = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"));
        let keys = front.map_or("", |(front, _)| front);
        let has = |key: &str| {
            keys.lines().any(|line| {
                line.split_once(':')
                    .is_some_and(|(k, v)| k == key && !v.trim().is_empty())
            })
        };
        let missing: Vec<_> = ["title", "publisher", "date"]
            .into_iter()
            .filter(|key| !has(key))
            .collect();
        self.data.files.push(File {
            path,
            text: text.clone(),
        });
        if !missing.is_empty() {
            let message = format!("the front matter lacks {}", missing.join(", "));
            self.found(0, Rule::Syntax, message);
        }
        self.data.briefs.push((name, text));
    }

    /// A finding in the file read last.
    fn found(&mut self, at: usize, rule: Rule, message: String) {
        let finding = self
            .data
            .finding(self.data.files.len() - 1, at, rule, message);
        self.findings.push(finding);
    }

    fn unreadable(&mut self, path: &Path, error: &std::io::Error) {
        let message = format!("cannot be read: {error}");
        let file = path.to_owned();
        self.findings.push(Finding {
            file,
            line: 1,
            rule: Rule::Syntax,
            message,
        });
    }
}

/// Every file in the folder and its sub-folders, sorted, hidden ones left out.
fn files_under(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(dir.join(&folder))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
