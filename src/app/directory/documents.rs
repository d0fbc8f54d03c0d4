//! Documents: how each one's date was found, and the text with what was understood marked.

use super::{Entry, Thing};
use crate::app::detail::Page;
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::SourceRef;
use crate::document::{DocId, Document, Origin};
use crate::text::Span;

/// Text beyond this is left to the file.
const MOST_BYTES: usize = 200_000;

pub(super) fn entries(library: &Library) -> Vec<Entry> {
    let documents = library.chronicle.documents();
    let mut counts = vec![0usize; documents.len()];
    for event in library.chronicle.events() {
        for attestation in &event.attestations {
            if let SourceRef::Document(doc) = attestation.source
                && let Some(count) = counts.get_mut(doc.index())
            {
                *count += 1;
            }
        }
    }
    (0u32..)
        .map(DocId)
        .zip(documents)
        .zip(counts)
        .map(|((doc, document), count)| {
            let copy = library.chronicle.original(doc).is_some();
            let date = document
                .dct
                .as_ref()
                .map_or_else(|| "no date".to_owned(), |dct| dct.date.human());
            let unread = (count == 0).then(|| document.unread()).flatten();
            let date = match unread {
                _ if copy => format!("{date}, a copy"),
                Some(why) => format!("{date}, {why}"),
                None => date,
            };
            Entry::new(
                Thing::Document(doc),
                &document.title,
                date,
                count,
                &origin(document),
            )
        })
        .collect()
}

fn origin(document: &Document) -> String {
    match &document.origin {
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
    page.wrapped(&[(Role::Title, &document.title)], 0);
    let date = document.dct.as_ref().map_or_else(
        || "date of publication unknown".to_owned(),
        |dct| format!("{}, by {}", dct.date.human(), dct.origin.describe()),
    );
    page.wrapped(&[(Role::Date, &date)], 2);
    if let Some(publisher) = &document.publisher {
        page.wrapped(&[(Role::Source, publisher)], 2);
    }
    page.wrapped(&[(Role::Dim, &origin(document))], 2);
    if let Some(why) = document.unread() {
        let text = format!("{why}; no events were looked for in it");
        page.wrapped(&[(Role::Warning, "! "), (Role::Text, &text)], 2);
    }
    let first = library.chronicle.original(doc);
    if let Some(first) = first.and_then(|first| library.chronicle.document(first)) {
        let text = format!("a copy of “{}”, which speaks for it", first.title);
        page.wrapped(&[(Role::Warning, "= "), (Role::Text, &text)], 2);
    }
    let copies = library.chronicle.copies(doc).count();
    if copies > 0 && first.is_none() {
        let text = format!("published in {} places", copies + 1);
        page.wrapped(&[(Role::Warning, "= "), (Role::Text, &text)], 2);
    }
    if let Some(url) = &document.url {
        page.link(0, url);
    }
    page.gap();
    let marks = understood(library, doc);
    let mut start = 0;
    for paragraph in document.text.split('\n') {
        let end = start + paragraph.len();
        if paragraph.trim().is_empty() {
            page.gap();
        } else {
            page.wrapped(&pieces(&document.text, Span::new(start, end), &marks), 0);
        }
        start = end + 1;
        if start > MOST_BYTES {
            page.wrapped(&[(Role::Dim, "… the rest is in the file")], 0);
            break;
        }
    }
}

/// What events rest on in a document: dates and triggers within sentences, in order.
fn understood(library: &Library, doc: DocId) -> Vec<(Span, Role)> {
    let mut marks: Vec<(Span, Role)> = Vec::new();
    for event in library.chronicle.events() {
        let evidence = event
            .attestations
            .iter()
            .filter_map(|a| a.evidence.as_ref());
        for evidence in evidence.filter(|evidence| evidence.doc == doc) {
            marks.push((evidence.sentence, Role::Quote));
            marks.extend(evidence.timex.map(|span| (span, Role::Hit)));
            marks.extend(evidence.trigger.map(|span| (span, Role::Kind)));
        }
    }
    marks.sort_by_key(|(span, role)| (span.start, std::cmp::Reverse(span.end), *role));
    marks.dedup();
    marks
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
