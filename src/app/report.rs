//! What became of each file, as the screen shows it.
//!
//! There may be a hundred thousand, of which a screen shows forty: they are one text, and where in it
//! each begins.

/// What became of the files that were to be loaded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Of each file the path, then the reason.
    text: String,
    lines: Vec<Line>,
    /// Whether the user ended the load before its end.
    pub stopped: bool,
}

/// Where in the text of a [`Report`] path and reason of a file end, and the rest of its [`FileLine`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    path: usize,
    reason: usize,
    events: u32,
    state: FileState,
}

/// One file of a [`Report`]. All strings are clean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileLine<'r> {
    /// Its path, as shown.
    pub path: &'r str,
    /// What became of it.
    pub state: FileState,
    /// Events read from it.
    pub events: u32,
    /// Why, where there is a reason to give.
    pub reason: &'r str,
}

/// What became of a file: exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileState {
    /// Events were read from it.
    Events,
    /// It was read, and tells no date.
    Undated,
    /// It was left out on purpose.
    Skipped,
    /// It could not be read.
    Trouble,
}

impl FileState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Events, Self::Undated, Self::Skipped, Self::Trouble];

    /// As shown.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Undated => "undated",
            Self::Skipped => "skipped",
            Self::Trouble => "trouble",
        }
    }
}

impl Report {
    /// Adds the next file, in the order of loading.
    pub fn push(&mut self, file: FileLine<'_>) {
        self.text.push_str(file.path);
        let path = self.text.len();
        self.text.push_str(file.reason);
        self.lines.push(Line {
            path,
            reason: self.text.len(),
            events: file.events,
            state: file.state,
        });
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether no file was to be loaded.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The files from that one on, counted from 0.
    pub fn files_from(&self, first: usize) -> impl Iterator<Item = FileLine<'_>> {
        let before = first.checked_sub(1).and_then(|at| self.lines.get(at));
        let mut start = before.map_or(0, |line| line.reason);
        self.lines.iter().skip(first).map(move |line| {
            let own = |from, to| self.text.get(from..to).unwrap_or_default();
            let path = own(std::mem::replace(&mut start, line.reason), line.path);
            FileLine {
                path,
                state: line.state,
                events: line.events,
                reason: own(line.path, line.reason),
            }
        })
    }

    /// How many files ended in a state.
    pub fn count(&self, state: FileState) -> usize {
        self.lines.iter().filter(|line| line.state == state).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_gives_its_files_as_they_were_told_from_any_on() {
        let file = |path, state, events, reason| FileLine {
            path,
            state,
            events,
            reason,
        };
        let files = [
            file("a.txt", FileState::Events, 3, ""),
            file("ä/b.txt", FileState::Undated, 0, "no event was found in it"),
            file("", FileState::Trouble, 0, "nicht lesbar: ü"),
        ];
        let mut report = Report::default();
        for one in files {
            report.push(one);
        }
        for first in 0..5 {
            let told: Vec<FileLine<'_>> = report.files_from(first).collect();
            assert_eq!(told, files.get(first..).unwrap_or_default());
        }
        assert_eq!((report.len(), report.count(FileState::Undated)), (3, 1));
    }
}
