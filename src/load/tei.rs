//! TEI XML as the *Foreign Relations of the United States* has it.
//!
//! Each `div` of type `document` is a document, dated by the range that the editors gave it, else by
//! the date in its dateline. Dates of receipt, of footnotes and of chapters are not its own. Works
//! for a volume, and for a document cut out of one with prefixes that nobody declared.

use super::article;
use super::options::Limits;
use super::patterns::Patterns;
use super::prose::Prose;
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::tag::{Tag, local};
use super::tei_people::People;
use super::xml::{Event, Xml};
use crate::document::{BlockKind, Dct, DctOrigin, Origin};
use crate::time::{Date, Edtf};

/// Elements that end a paragraph when they begin and when they end.
const BLOCKS: &[&str] = &[
    "p",
    "head",
    "dateline",
    "opener",
    "closer",
    "salute",
    "signed",
    "item",
    "list",
    "table",
    "row",
    "quote",
    "note",
    "div",
    "lg",
    "l",
    "floatingText",
    "postscript",
    "argument",
    "label",
    "figure",
];

/// A document that is being read.
struct Open {
    depth: usize,
    id: Option<String>,
    head: Option<String>,
    date: Option<(Edtf, &'static str)>,
    prose: Prose,
    notes: Vec<String>,
    paragraph: String,
    people: People,
    /// Depths of the elements whose text is not the document's own prose.
    head_depth: Option<usize>,
    note_depth: Option<usize>,
    dateline_depth: Option<usize>,
}

/// What the header says of the volume.
#[derive(Default)]
struct Volume {
    id: String,
    title: String,
    in_title: bool,
}

/// The documents of a volume.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Result<Reading, Notice> {
    let mut reading = Reading::named("TEI");
    let mut xml = Xml::new(text, limits, warnings);
    let mut volume = Volume::default();
    let mut open: Vec<Open> = Vec::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(tag) => {
                let name = local(tag.name);
                if name == "TEI" {
                    volume.id = tag.get("xml:id").unwrap_or_default().into_owned();
                }
                volume.in_title = name == "title" && open.is_empty() && volume.title.is_empty();
                if name == "div" && tag.get("type").is_some_and(|kind| kind == "document") {
                    open.push(Open::new(&tag, xml.depth()));
                } else if let Some(document) = open.last_mut() {
                    if document.note_depth.is_none() {
                        document.people.start(name, &tag, xml.depth());
                    }
                    document.start(name, &tag, xml.depth());
                }
            }
            Event::Text(words) => {
                if volume.in_title {
                    volume.title.push_str(&words);
                }
                if let Some(document) = open.last_mut() {
                    document.paragraph.push_str(&words);
                    if document.note_depth.is_none() {
                        document.people.text(&words);
                    }
                }
            }
            Event::End(name) => {
                volume.in_title = false;
                let Some(document) = open.last_mut() else {
                    continue;
                };
                document.people.end(xml.depth());
                document.end(local(name), xml.depth());
                if xml.depth() < document.depth
                    && let Some(document) = open.pop()
                {
                    let number = reading.documents.len() as u32 + 1;
                    let whole = xml.depth() > 0;
                    let origin = if whole {
                        origin.item(number)
                    } else {
                        origin.clone()
                    };
                    reading
                        .documents
                        .push(document.finish(origin, &volume, patterns));
                }
            }
        }
    }
    Ok(reading)
}

impl Open {
    fn new(tag: &Tag<'_>, depth: usize) -> Self {
        Self {
            depth,
            id: tag.get("xml:id").map(std::borrow::Cow::into_owned),
            head: None,
            date: editors_date(tag).map(|date| (date, "the editors' date")),
            prose: Prose::default(),
            notes: Vec::new(),
            paragraph: String::new(),
            people: People::default(),
            head_depth: None,
            note_depth: None,
            dateline_depth: None,
        }
    }

    fn start(&mut self, name: &str, tag: &Tag<'_>, depth: usize) {
        if BLOCKS.contains(&name) && self.note_depth.is_none() {
            // A note stands inside a sentence, which goes on after it.
            if name == "note" {
                let before = std::mem::take(&mut self.paragraph);
                self.note_depth = Some(depth);
                self.notes.push(before);
                return;
            }
            self.flush();
        }
        match name {
            "head" if self.head.is_none() && self.head_depth.is_none() => {
                self.head_depth = Some(depth);
            }
            "dateline" if self.dateline_depth.is_none() => self.dateline_depth = Some(depth),
            "lb" | "cell" => self.paragraph.push(' '),
            "date"
                if self.dateline_depth.is_some()
                    && self.note_depth.is_none()
                    && self.date.is_none() =>
            {
                self.date = date_of(tag).map(|date| (date, "dateline"));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, depth: usize) {
        if self.note_depth.is_some_and(|note| depth < note) {
            self.note_depth = None;
            let note = std::mem::take(&mut self.paragraph);
            // The words before the note were kept in its place.
            if let Some(slot) = self.notes.last_mut() {
                self.paragraph = std::mem::replace(slot, note);
            }
            return;
        }
        if BLOCKS.contains(&name) && self.note_depth.is_none() {
            self.flush();
        }
        if self.head_depth.is_some_and(|head| depth < head) {
            self.head_depth = None;
        }
        if self.dateline_depth.is_some_and(|dateline| depth < dateline) {
            self.dateline_depth = None;
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.paragraph);
        if words.trim().is_empty() {
            return;
        }
        let kind = if self.head_depth.is_some() {
            self.head.get_or_insert_with(|| words.clone());
            Some(BlockKind::Heading)
        } else if self.dateline_depth.is_some() {
            Some(BlockKind::Stamp)
        } else {
            None
        };
        self.prose.push(&words, kind);
    }

    fn finish(
        mut self,
        origin: Origin,
        volume: &Volume,
        patterns: &Patterns,
    ) -> crate::document::Document {
        self.flush();
        for note in &self.notes {
            self.prose.push(note, Some(BlockKind::Boilerplate));
        }
        let mut draft = self.prose.into_draft();
        draft.people = self.people.finish(self.head.as_deref().unwrap_or_default());
        draft.title = self.head;
        draft.language = Some("en".to_owned());
        draft.publisher = (!volume.title.trim().is_empty()).then(|| volume.title.clone());
        let id = self.id.unwrap_or_default();
        if volume.id.starts_with("frus") && id.starts_with('d') {
            draft.url = Some(format!(
                "https://history.state.gov/historicaldocuments/{}/{id}",
                volume.id
            ));
        }
        draft.dct = self.date.map(|(date, field)| Dct {
            date,
            origin: match field {
                "dateline" => DctOrigin::Dateline,
                _ => DctOrigin::Metadata(field.to_owned()),
            },
            evidence: None,
        });
        article::finish(draft, origin, patterns)
    }
}

/// `frus:doc-dateTime-min` and `-max`, whatever their prefix.
fn editors_date(tag: &Tag<'_>) -> Option<Edtf> {
    let find = |wanted: &str| {
        tag.attributes()
            .find(|(name, _)| local(name) == wanted)
            .and_then(|(_, value)| day(value))
    };
    between(find("doc-dateTime-min")?, find("doc-dateTime-max"))
}

/// The date of a `date` element: `when`, or a range.
fn date_of(tag: &Tag<'_>) -> Option<Edtf> {
    if let Some(when) = tag.get("when") {
        return edtf(&when);
    }
    for (from, to) in [("from", "to"), ("notBefore", "notAfter")] {
        if let Some(first) = tag.get(from).and_then(|value| day(&value)) {
            return between(first, tag.get(to).and_then(|value| day(&value)));
        }
    }
    None
}

fn between(first: Date, last: Option<Date>) -> Option<Edtf> {
    match last {
        Some(last) => crate::time::DateRange::new(first, last).map(Edtf::days),
        None => Some(Edtf::day(first)),
    }
}

/// A date with or without a time of day.
fn edtf(value: &str) -> Option<Edtf> {
    value.trim().split('T').next()?.parse().ok()
}

fn day(value: &str) -> Option<Date> {
    value.trim().split('T').next()?.parse().ok()
}
