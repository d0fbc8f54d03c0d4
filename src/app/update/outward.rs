//! What leads out of the browser: links, the user's editor, the mouse.

use crate::app::action::Action;
use crate::app::directory::Thing;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Model, Overlay, View};
use crate::app::pages::Kind;
use crate::chronicle::{Event, EventId};
use crate::document::{DocId, Origin};
use crate::export::link;
use crate::text::Link;

impl Model {
    /// Opens the link of what the cursor is on; where it has several, the next at each time.
    pub(super) fn open_link(&mut self) -> Vec<Effect> {
        let (what, links) = match self.under_cursor() {
            Some(Under::Event(id, event)) => (format!("{id:?}"), self.links_of(event)),
            Some(Under::Document(doc)) => {
                let document = self.library.chronicle.document(doc);
                let url = document.and_then(|document| document.url);
                (
                    format!("{doc:?}"),
                    url.and_then(Link::of).into_iter().collect(),
                )
            }
            None => (String::new(), Vec::new()),
        };
        let next = match &self.link_opened {
            Some((before, at)) if *before == what => at + 1,
            _ => 0,
        };
        let next = if next < links.len() { next } else { 0 };
        let Some(link) = links.get(next).cloned() else {
            self.notice = Some(Notice::info("no source of this has a link"));
            return Vec::new();
        };
        self.link_opened = Some((what, next));
        vec![Effect::OpenLink {
            link,
            which: (next + 1, links.len()),
        }]
    }

    fn links_of(&self, event: &Event) -> Vec<Link> {
        let chronicle = &self.library.chronicle;
        let mut links: Vec<Link> = Vec::new();
        for told in &event.attestations {
            if let Some(link) = link(chronicle, told)
                && !links.contains(&link)
            {
                links.push(link);
            }
        }
        links
    }

    /// Opens the document that tells the event in the user's editor, where it tells it.
    pub(super) fn edit_source(&mut self) -> Vec<Effect> {
        let chronicle = &self.library.chronicle;
        let told = match self.under_cursor() {
            Some(Under::Event(_, event)) => event.attestations.iter().find_map(|told| {
                let evidence = told.evidence.as_ref()?;
                let document = chronicle.document(evidence.doc)?;
                Some((document, evidence.sentence.of(document.text).to_owned()))
            }),
            Some(Under::Document(doc)) => chronicle
                .document(doc)
                .map(|document| (document, String::new())),
            None => None,
        };
        match told.map(|(document, sentence)| (document.origin(), sentence)) {
            Some((Origin::File(path, _), sentence)) => vec![Effect::Edit {
                path: path.to_path_buf(),
                sentence,
            }],
            Some((Origin::Stdin, _)) => self.nothing_to_edit("it was read from standard input"),
            Some((Origin::BuiltIn(_), _)) | None => {
                let link = self.keymap.told(Action::OpenLink);
                self.nothing_to_edit(&format!("no file of yours tells it; {link} opens its link"))
            }
        }
    }

    fn nothing_to_edit(&mut self, why: &str) -> Vec<Effect> {
        self.notice = Some(Notice::info(why));
        Vec::new()
    }

    /// Gives the mouse to the terminal, or takes it back.
    pub(super) fn turn_mouse(&mut self) -> Vec<Effect> {
        self.mouse = !self.mouse;
        self.notice = Some(Notice::info(if self.mouse {
            "the mouse moves the cursor here".to_owned()
        } else {
            format!(
                "the mouse is the terminal's: it selects text; {} takes it back",
                self.keymap.told(Action::Mouse)
            )
        }));
        vec![Effect::Mouse(self.mouse)]
    }

    /// What the cursor is on, where that has sources.
    fn under_cursor(&self) -> Option<Under<'_>> {
        let event = || {
            let (id, event) = self.selected()?;
            Some(Under::Event(id, event))
        };
        match (&self.overlay, &self.view) {
            (Some(Overlay::Page(page)), _) => match page.kind {
                Kind::Why(id) | Kind::Sources(id) => {
                    Some(Under::Event(id, self.library.chronicle.get(id)?))
                }
                Kind::About | Kind::Brief(..) => None,
            },
            (Some(Overlay::Review(review)), _) => {
                let id = review.event()?;
                Some(Under::Event(id, self.library.chronicle.get(id)?))
            }
            (Some(_), _) => None,
            (None, View::Timeline) => event(),
            (None, View::Directory(directory)) => match directory.selected()?.thing {
                Thing::Document(doc) => Some(Under::Document(doc)),
                Thing::Official(_) | Thing::Place(_) | Thing::Year(_) => None,
            },
        }
    }
}

enum Under<'a> {
    Event(EventId, &'a Event),
    Document(DocId),
}
