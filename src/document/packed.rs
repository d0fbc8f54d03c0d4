//! Documents in little memory: their texts one after the other, and what is known of each as bytes.
//!
//! A [`Document`] is nine strings and lists, three hundred bytes before the first letter of its text; of
//! a hundred thousand notes that is three times what they say. Here a text is a part of a longer one, and
//! the rest a [`postcard`] encoding beside it, in volumes that never change once they are full. A title
//! or a sentence is looked at where it lies; a [`Document`] is made of one only to be read. How a day was
//! found and in which folder a file is, is the same of many, and told as [`Phrases`].

use std::borrow::Cow;
use std::ffi::OsString;
use std::mem::take;
use std::path::{Path, is_separator};

use serde::{Deserialize, Serialize};

use super::{Block, Dct, DctOrigin, DocId, Document, Named, Origin, unread};
use crate::text::{Phrase, Phrases};
use crate::time::DateRange;

/// A volume is closed when it has so many bytes of text. A longer text is one by itself.
const VOLUME: usize = if cfg!(test) { 64 } else { 1 << 20 };

const WHOLE: &str = "the bytes of a volume are documents that were encoded there";

/// A list of documents, each of which is looked at where it lies.
#[derive(Debug, Default)]
pub struct Documents {
    volumes: Vec<Volume>,
    entries: Vec<Entry>,
}

#[derive(Debug, Default)]
struct Volume {
    text: String,
    bytes: Vec<u8>,
    phrases: Phrases,
}

/// Where the text and the bytes of a document begin, and when it was written.
#[derive(Debug, Clone, Copy)]
struct Entry {
    written: Option<DateRange>,
    volume: u32,
    text: u32,
    bytes: u32,
}

/// How the bytes of a document begin: what is looked at most.
#[derive(Serialize, Deserialize)]
struct Head<'d> {
    #[serde(borrow)]
    title: Title<'d>,
    publisher: Option<&'d str>,
    url: Option<&'d str>,
}

/// A title. That of most notes is how their text begins.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Title<'d> {
    Own(&'d str),
    /// So many bytes of the text.
    Begins(u32),
    /// The same, and a sign that it is cut.
    Cut(u32),
}

/// What stands behind a title that is cut.
const MORE: char = '…';

/// How they go on.
#[derive(Serialize, Deserialize)]
struct Tail<'d> {
    dct: Option<Dct>,
    /// What [`words`] holds.
    #[serde(borrow)]
    told: Phrase<'d>,
    #[serde(borrow)]
    origin: Whence<'d>,
    language: Option<String>,
    people: Vec<Named>,
    blocks: Vec<Block>,
}

/// An [`Origin`]. The path of a file is its folder and its name, or as it is where it is no Unicode.
#[derive(Serialize, Deserialize)]
enum Whence<'d> {
    File(#[serde(borrow)] Phrase<'d>, &'d str, Option<u32>),
    OddFile(OsString, Option<u32>),
    Stdin,
    BuiltIn(&'d str),
}

/// A document of [`Documents`].
#[derive(Debug, Clone, Copy)]
pub struct DocumentRef<'d> {
    title: Title<'d>,
    /// Who published it, where that is known.
    pub publisher: Option<&'d str>,
    /// Its address, where it gives one.
    pub url: Option<&'d str>,
    /// The frozen text.
    pub text: &'d str,
    tail: &'d [u8],
    phrases: &'d Phrases,
}

impl Documents {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A document, if there are so many.
    pub fn get(&self, doc: DocId) -> Option<DocumentRef<'_>> {
        let text = self.text(doc)?;
        let entry = self.entries.get(doc.index())?;
        let volume = &self.volumes[entry.volume as usize];
        let own = volume.bytes.get(entry.bytes as usize..);
        let (head, tail): (Head<'_>, _) = begin(own.unwrap_or_default());
        Some(DocumentRef {
            title: head.title,
            publisher: head.publisher,
            url: head.url,
            text,
            tail,
            phrases: &volume.phrases,
        })
    }

    /// The frozen text of a document. Looks at nothing else.
    pub fn text(&self, doc: DocId) -> Option<&str> {
        let entry = self.entries.get(doc.index())?;
        let text = &self.volumes[entry.volume as usize].text;
        let end = self
            .next_to(doc)
            .map_or(text.len(), |next| next.text as usize);
        text.get(entry.text as usize..end)
    }

    /// All days that may be the one of its publication. Looks at nothing else.
    pub fn written(&self, doc: DocId) -> Option<DateRange> {
        self.entries.get(doc.index())?.written
    }

    /// All of them, in the order of loading.
    pub fn iter(&self) -> impl Iterator<Item = DocumentRef<'_>> {
        (0..self.len() as u32).filter_map(|doc| self.get(DocId(doc)))
    }

    /// Adds a document.
    pub fn push(&mut self, document: Document) {
        if self.volumes.last().is_none_or(Volume::is_full) {
            if let Some(full) = self.volumes.last_mut() {
                full.text.shrink_to_fit();
                full.bytes.shrink_to_fit();
                full.phrases.close();
            }
            self.volumes.push(Volume::default());
        }
        let number = self.volumes.len() as u32 - 1;
        let volume = &mut self.volumes[number as usize];
        self.entries.push(Entry {
            written: document.dct.as_ref().map(Dct::range),
            volume: number,
            text: volume.text.len() as u32,
            bytes: volume.bytes.len() as u32,
        });
        volume.add(document);
    }

    /// Takes the documents out one by one, and gives back their memory on the way.
    pub fn unpacked(mut self) -> impl Iterator<Item = Document> {
        (0..self.len() as u32).map(DocId).filter_map(move |doc| {
            let own = self.get(doc)?.to_document();
            if self.next_to(doc).is_none() {
                let volume = self.entries.get(doc.index())?.volume;
                self.volumes[volume as usize] = Volume::default();
            }
            Some(own)
        })
    }

    /// The next document, if it is in the same volume.
    fn next_to(&self, doc: DocId) -> Option<&Entry> {
        let next = self.entries.get(doc.index() + 1)?;
        (next.volume == self.entries[doc.index()].volume).then_some(next)
    }
}

impl Extend<Document> for Documents {
    fn extend<I: IntoIterator<Item = Document>>(&mut self, documents: I) {
        for document in documents {
            self.push(document);
        }
    }
}

impl FromIterator<Document> for Documents {
    fn from_iter<I: IntoIterator<Item = Document>>(documents: I) -> Self {
        let mut packed = Self::default();
        packed.extend(documents);
        packed
    }
}

impl Volume {
    fn is_full(&self) -> bool {
        self.text.len() >= VOLUME || self.bytes.len() >= VOLUME
    }

    fn add(&mut self, mut document: Document) {
        self.text.push_str(&document.text);
        let told = document.dct.as_mut().and_then(words).map(take);
        let told = told.unwrap_or_default();
        let head = Head {
            title: Title::of(&document.title, &document.text),
            publisher: document.publisher.as_deref(),
            url: document.url.as_deref(),
        };
        let tail = Tail {
            dct: document.dct,
            told: self.phrases.part(&told),
            origin: Whence::of(&document.origin, &mut self.phrases),
            language: document.language,
            people: document.people,
            blocks: document.blocks,
        };
        self.bytes = postcard::to_extend(&(head, tail), take(&mut self.bytes))
            .expect("a list of bytes takes the bytes of any document");
    }
}

impl<'d> DocumentRef<'d> {
    /// Its heading, or the name of its file.
    pub fn title(self) -> Cow<'d, str> {
        let begin = |end: u32| self.text.get(..end as usize).unwrap_or_default();
        match self.title {
            Title::Own(title) => title.into(),
            Title::Begins(end) => begin(end).into(),
            Title::Cut(end) => format!("{}{MORE}", begin(end)).into(),
        }
    }

    /// The day of its publication, where that is known.
    pub fn dct(self) -> Option<Dct> {
        let (dct, told) = begin(self.tail).0;
        self.told(dct, &told)
    }

    /// Where it was read from.
    pub fn origin(self) -> Origin {
        let (_, _, origin): (Option<Dct>, Phrase<'_>, Whence<'_>) = begin(self.tail).0;
        origin.origin(self.phrases)
    }

    fn told(self, mut dct: Option<Dct>, told: &Phrase<'_>) -> Option<Dct> {
        if let Some(words) = dct.as_mut().and_then(words) {
            *words = self.phrases.whole(told);
        }
        dct
    }

    /// See [`Document::unread`].
    pub fn unread(self) -> Option<String> {
        unread(self.text)
    }

    /// All of it.
    pub fn to_document(self) -> Document {
        let tail: Tail<'_> = begin(self.tail).0;
        Document {
            origin: tail.origin.origin(self.phrases),
            title: self.title().into_owned(),
            publisher: self.publisher.map(str::to_owned),
            url: self.url.map(str::to_owned),
            dct: self.told(tail.dct, &tail.told),
            language: tail.language,
            people: tail.people,
            text: self.text.to_owned(),
            blocks: tail.blocks,
        }
    }
}

impl<'d> Title<'d> {
    fn of(title: &'d str, text: &str) -> Self {
        let long = |begin: &str| text.starts_with(begin).then_some(begin.len() as u32);
        match (long(title), title.strip_suffix(MORE).and_then(long)) {
            (Some(end), _) => Self::Begins(end),
            (None, Some(end)) => Self::Cut(end),
            (None, None) => Self::Own(title),
        }
    }
}

impl<'d> Whence<'d> {
    fn of(origin: &'d Origin, phrases: &mut Phrases) -> Self {
        match origin {
            Origin::File(path, item) => match path.to_str() {
                Some(path) => {
                    let name = path.rfind(is_separator).map_or(0, |at| at + 1);
                    let (folder, name) = path.split_at(name);
                    Self::File(phrases.part(folder), name, *item)
                }
                None => Self::OddFile(path.as_os_str().to_owned(), *item),
            },
            Origin::Stdin => Self::Stdin,
            Origin::BuiltIn(name) => Self::BuiltIn(name),
        }
    }

    fn origin(self, phrases: &Phrases) -> Origin {
        match self {
            Self::File(folder, name, item) => {
                Origin::File(Path::new(&(phrases.whole(&folder) + name)).into(), item)
            }
            Self::OddFile(path, item) => Origin::File(Path::new(&path).into(), item),
            Self::Stdin => Origin::Stdin,
            Self::BuiltIn(name) => Origin::BuiltIn(name.to_owned()),
        }
    }
}

/// The words that say how a day is known, where it takes any.
fn words(dct: &mut Dct) -> Option<&mut String> {
    match &mut dct.origin {
        DctOrigin::Metadata(words) | DctOrigin::Inferred(words) => Some(words),
        DctOrigin::Stamp | DctOrigin::Dateline | DctOrigin::FileName => None,
    }
}

/// What bytes begin with, and the rest of them.
fn begin<'d, T: Deserialize<'d>>(bytes: &'d [u8]) -> (T, &'d [u8]) {
    postcard::take_from_bytes(bytes).expect(WHOLE)
}

#[cfg(test)]
mod tests;
