//! What an event can be about, other than words.

use crate::chronicle::{
    CountryRow, Kind, OfficeRow, OfficialRow, PlaceRow, SourceRow, Status, TopicRow,
};
use crate::document::DocId;

/// The rank of an entity in its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// The rank as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an entity is. Ordered by class.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A kind of event.
    Kind(Kind),
    /// A status of an event.
    Status(Status),
    /// A country or an organisation.
    Country(CountryRow),
    /// A topic.
    Topic(TopicRow),
    /// An office that a participant held on the day.
    Office(OfficeRow),
    /// A place of the gazetteer; events there and in places within it.
    Place(PlaceRow),
    /// A place that the gazetteer does not have.
    NamedPlace(Box<str>),
    /// An official of the gazetteer.
    Official(OfficialRow),
    /// A person whom the gazetteer does not have.
    NamedPerson(Box<str>),
    /// A source of the record.
    Source(SourceRow),
    /// A document.
    Document(DocId),
}

/// The sort of an entity, as the fields of a query and the facets see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Class {
    Kind,
    Status,
    Country,
    Topic,
    Office,
    Place,
    Person,
    Source,
}

impl Thing {
    /// Its sort.
    pub fn class(&self) -> Class {
        match self {
            Self::Kind(_) => Class::Kind,
            Self::Status(_) => Class::Status,
            Self::Country(_) => Class::Country,
            Self::Topic(_) => Class::Topic,
            Self::Office(_) => Class::Office,
            Self::Place(_) | Self::NamedPlace(_) => Class::Place,
            Self::Official(_) | Self::NamedPerson(_) => Class::Person,
            Self::Source(_) | Self::Document(_) => Class::Source,
        }
    }
}

/// Something with a name that events can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub thing: Thing,
    /// As shown; empty for a document, whose title is in the chronicle.
    pub name: Box<str>,
}

impl Entity {
    /// Its sort.
    pub fn class(&self) -> Class {
        self.thing.class()
    }

    /// Bytes of memory that it takes.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + self.name.len()
    }
}
