//! Documents: how each one's date was found, and the text with what was understood marked.

use super::{Entry, Scope, Thing};
use crate::app::detail::{Opens, Page};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, EventId, Who};
use crate::document::{DocId, DocumentRef, Origin};
use crate::record::Str;
use crate::text::Span;

/// Text beyond this is left to the file.
const MOST_BYTES: usize = 200_000;

pub(super) fn entries(library: &Library, scope: &Scope) -> Vec<Entry> {
    let documents = library.chronicle.documents();
    (0u32..)
        .map(DocId)
        .zip(documents.iter())
        .map(|(doc, document)| {
            let count = scope.among(library, library.of_document(doc)).count();
            let copy = library.chronicle.original(doc).is_some();
            let date = document
                .dct()
                .map_or_else(|| "no date".to_owned(), |dct| dct.date.human());
            let unread = (count == 0).then(|| document.unread()).flatten();
            let date = match unread {
                _ if copy => format!("{date}, a copy"),
                Some(why) => format!("{date}, {why}"),
                None => date,
            };
            let file = vec![Str::from(origin(document))];
            Entry::new(
                Thing::Document(doc),
                &document.title(),
                date,
                count,
                [&file],
            )
        })
        .collect()
}

fn origin(document: DocumentRef<'_>) -> String {
    match document.origin() {
        Origin::File(path, None) => path.display().to_string(),
        Origin::File(path, Some(item)) => format!("{} (item {item})", path.display()),
        Origin::Stdin => "standard input".to_owned(),
        Origin::BuiltIn(name) => format!("comes with linchpin: {name}"),
    }
}

pub(super) fn page(page: &mut Page, library: &Library, doc: DocId) {
    let Some(document) = library.chronicle.document(doc) else {
        return;
    };
    page.wrapped(&[(Role::Title, &document.title())], 0);
    let date = document.dct().map_or_else(
        || "date of publication unknown".to_owned(),
        |dct| format!("{}, by {}", dct.date.human(), dct.origin.describe()),
    );
    page.wrapped(&[(Role::Date, &date)], 2);
    if let Some(publisher) = document.publisher {
        page.wrapped(&[(Role::Source, publisher)], 2);
    }
    page.wrapped(&[(Role::Dim, &origin(document))], 2);
    if let Some(why) = document.unread() {
        let text = format!("{why}; no events were looked for in it");
        page.wrapped(&[(Role::Warning, "! "), (Role::Text, &text)], 2);
    }
    let first = library.chronicle.original(doc);
    if let Some(first) = first.and_then(|first| library.chronicle.document(first)) {
        let text = format!("a copy of “{}”, which speaks for it", first.title());
        page.wrapped(&[(Role::Warning, "= "), (Role::Text, &text)], 2);
    }
    let copies = library.chronicle.copies(doc).count();
    if copies > 0 && first.is_none() {
        let text = format!("published in {} places", copies + 1);
        page.wrapped(&[(Role::Warning, "= "), (Role::Text, &text)], 2);
    }
    if let Some(url) = document.url {
        page.link(0, url);
    }
    page.gap();
    let (marks, told) = understood(library, doc);
    let cut = document.text.floor_char_boundary(MOST_BYTES);
    let text = document.text.get(..cut).unwrap_or_default();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let end = start + paragraph.len();
        if paragraph.trim().is_empty() {
            page.gap();
        } else {
            let first = page.len();
            page.wrapped(&pieces(document.text, Span::new(start, end), &marks), 0);
            open_sentences(page, first, text, start, &told);
        }
        start = end + 1;
    }
    if cut < document.text.len() {
        page.wrapped(&[(Role::Dim, "… the rest is in the file")], 0);
    }
}

/// Where each sentence begins that tells an event, and the event.
type Told = Vec<(usize, EventId)>;

/// What events rest on in a document, in order: sentences, and in them dates, triggers, those who
/// took part and places.
fn understood(library: &Library, doc: DocId) -> (Vec<(Span, Role)>, Told) {
    let mut marks: Vec<(Span, Role)> = Vec::new();
    let mut told = Told::new();
    let Some(document) = library.chronicle.document(doc) else {
        return (marks, told);
    };
    for &id in library.of_document(doc) {
        let event = library.chronicle.look(id);
        let evidence = event
            .attestations
            .iter()
            .filter_map(|told| told.evidence.as_ref());
        for evidence in evidence.filter(|evidence| evidence.doc == doc) {
            told.push((evidence.sentence.range().start, id));
            marks.push((evidence.sentence, Role::Quote));
            marks.extend(evidence.timex.map(|span| (span, Role::Hit)));
            marks.extend(evidence.trigger.map(|span| (span, Role::Kind)));
            let sentence = evidence.sentence.of(document.text);
            for (name, role) in names(library, &event) {
                marks.extend(sentence.match_indices(name).map(|(at, _)| {
                    let start = evidence.sentence.range().start + at;
                    (Span::new(start, start + name.len()), role)
                }));
            }
        }
    }
    marks.sort_by_key(|(span, role)| (span.start, std::cmp::Reverse(span.end), *role));
    marks.dedup();
    (marks, told)
}

/// The names by which an event's participants and places may stand in its sentence.
fn names<'a>(library: &'a Library, event: &'a Event) -> impl Iterator<Item = (&'a str, Role)> {
    let chronicle = &library.chronicle;
    let people = event.participants.iter().flat_map(|participant| {
        let family = match participant.who {
            Who::Official(row) => Some(chronicle.gazetteer().official(row).family.as_str()),
            Who::Named(_) => None,
        };
        family.into_iter().chain([chronicle.name(participant)])
    });
    let places = event.places.iter().map(|place| chronicle.place_name(place));
    let people = people.map(|name| (name, Role::Person));
    people
        .chain(places.map(|name| (name, Role::Place)))
        .filter(|(name, _)| !name.is_empty())
}

/// Lines in which a sentence begins that tells an event open that event.
fn open_sentences(page: &mut Page, first: usize, text: &str, start: usize, told: &Told) {
    let mut from = start;
    for line in page.lines_from(first) {
        let shown = line.text();
        let Some(at) = text.get(from..).and_then(|rest| rest.find(&shown)) else {
            return;
        };
        let end = from + at + shown.len();
        let begins = |(start, _): &&(usize, EventId)| (from..end).contains(start);
        line.opens = told.iter().find(begins).map(|(_, id)| Opens::Event(*id));
        from = end;
    }
}

/// The text of a span cut where marks begin and end; the innermost mark tells the role.
fn pieces<'a>(text: &'a str, span: Span, marks: &[(Span, Role)]) -> Vec<(Role, &'a str)> {
    let within: Vec<&(Span, Role)> = marks
        .iter()
        .filter(|(mark, _)| mark.overlaps(span))
        .collect();
    let mut cuts: Vec<u32> = vec![span.start, span.end];
    for (mark, _) in &within {
        cuts.extend(
            [mark.start, mark.end]
                .into_iter()
                .filter(|at| (span.start..span.end).contains(at)),
        );
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let piece = Span {
                start: pair[0],
                end: pair[1],
            };
            let innermost = within
                .iter()
                .filter(|(mark, _)| mark.covers(piece))
                .min_by_key(|(mark, _)| mark.len());
            (
                innermost.map_or(Role::Text, |(_, role)| *role),
                piece.of(text),
            )
        })
        .collect()
}
