//! Lines of text with roles, wrapped to a width.

use crate::app::role::Role;
use crate::chronicle::EventId;
use crate::record::OfficialRow;
use crate::text::{Link, cells, wrap};

/// Cells that a text must have beside what stands at its left; with fewer it goes below it.
const LEAST: usize = 12;

/// A piece of a line: what it means, and its text.
pub type Piece = (Role, String);

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextLine {
    /// From left to right.
    pub pieces: Vec<Piece>,
    /// Where its pieces that are links lead.
    pub link: Option<Link>,
    /// What opens when it is chosen.
    pub opens: Option<Opens>,
}

/// What opens when a line of a page is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opens {
    /// The events that fit a query.
    Search(String),
    /// An event.
    Event(EventId),
    /// The page that an official has together with those whose page it is.
    Together(OfficialRow),
}

impl TextLine {
    /// The text without its roles.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(_, text)| text.as_str()).collect()
    }
}

/// Lines being made for a width.
#[derive(Debug)]
pub struct Page {
    width: usize,
    lines: Vec<TextLine>,
}

impl Page {
    /// An empty page.
    pub fn new(width: usize) -> Self {
        Self {
            width: width.max(1),
            lines: Vec::new(),
        }
    }

    /// The cells of its lines.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The lines.
    pub fn finish(mut self) -> Vec<TextLine> {
        while self.lines.last().is_some_and(|line| line.pieces.is_empty()) {
            self.lines.pop();
        }
        self.lines
    }

    /// A line as it is.
    pub fn line(&mut self, line: TextLine) {
        self.lines.push(line);
    }

    /// An empty line, unless there is one already.
    pub fn gap(&mut self) {
        if self
            .lines
            .last()
            .is_some_and(|line| !line.pieces.is_empty())
        {
            self.lines.push(TextLine::default());
        }
    }

    /// A heading after an empty line.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.wrapped(&[(Role::Heading, text)], 0);
    }

    /// Pieces of text, one after the other, wrapped to the width; lines after the first begin
    /// `hanging` cells further in.
    pub fn wrapped(&mut self, pieces: &[(Role, &str)], hanging: usize) {
        self.indented(0, pieces, hanging);
    }

    /// The same with the first line `indent` cells further in.
    pub fn indented(&mut self, indent: usize, pieces: &[(Role, &str)], hanging: usize) {
        let whole: String = pieces.iter().map(|(_, text)| *text).collect();
        let fitting = |cells: usize| if cells + LEAST > self.width { 0 } else { cells };
        let (indent, hanging) = (fitting(indent), fitting(hanging));
        let first = wrap(&whole, self.width - indent).first().copied();
        let Some(first) = first else { return };
        let mut cuts = vec![first.range()];
        let rest = whole.get(first.range().end..).unwrap_or_default();
        let skipped = rest.len() - rest.trim_start().len();
        let offset = first.range().end + skipped;
        if let Some(rest) = whole.get(offset..).filter(|rest| !rest.is_empty()) {
            let lines = wrap(rest, self.width - hanging);
            cuts.extend(lines.iter().map(|line| line.shifted(offset).range()));
        }
        for (at, cut) in cuts.into_iter().enumerate() {
            let mut line = TextLine::default();
            let inset = if at > 0 { hanging } else { indent };
            if inset > 0 {
                line.pieces.push((Role::Text, " ".repeat(inset)));
            }
            let mut start = 0;
            for (role, text) in pieces {
                let end = start + text.len();
                let from = cut.start.clamp(start, end) - start;
                let to = cut.end.clamp(start, end) - start;
                if let Some(part) = text.get(from..to).filter(|part| !part.is_empty()) {
                    line.pieces.push((*role, part.to_owned()));
                }
                start = end;
            }
            self.lines.push(line);
        }
    }

    /// An address, which may be followed if it is one of the web.
    pub fn link(&mut self, indent: usize, url: &str) {
        let first = self.lines.len();
        self.indented(indent, &[(Role::Link, url)], indent);
        let link = Link::of(url);
        for line in self.lines.iter_mut().skip(first) {
            line.link.clone_from(&link);
        }
    }

    /// The number of lines so far.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line so far.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines from one on, which may be changed.
    pub fn lines_from(&mut self, first: usize) -> &mut [TextLine] {
        self.lines.get_mut(first..).unwrap_or_default()
    }

    /// Says what opens when the line of a number is chosen.
    pub fn opens(&mut self, at: usize, opens: Opens) {
        if let Some(line) = self.lines.get_mut(at) {
            line.opens = Some(opens);
        }
    }

    /// Two columns: the left one as wide as given, the right one wrapped.
    pub fn columns(&mut self, left: &[(Role, &str)], left_width: usize, right: (Role, &str)) {
        let taken: usize = left.iter().map(|(_, text)| cells(text)).sum();
        let padding = " ".repeat(left_width.saturating_sub(taken) + 2);
        let mut pieces = left.to_vec();
        if !right.1.is_empty() {
            pieces.push((Role::Text, &padding));
            pieces.push(right);
        }
        let hanging = if left_width + 2 + LEAST > self.width {
            2
        } else {
            left_width + 2
        };
        self.wrapped(&pieces, hanging);
    }
}
