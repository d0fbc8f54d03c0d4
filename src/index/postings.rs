//! Which events have a feature, and which features an event has, both as differences in LEB128.

use crate::chronicle::EventId;

/// An entity or a term, as posting lists count them: entities first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature(pub u32);

/// Lists of events by feature and of features by event.
#[derive(Debug, Clone, Default)]
pub struct Postings {
    lists: Lists,
    counts: Vec<u32>,
    forward: Lists,
}

impl Postings {
    /// How many events have the feature.
    pub fn count(&self, feature: Feature) -> u32 {
        self.counts.get(feature.0 as usize).copied().unwrap_or(0)
    }

    /// The events that have a feature, in order.
    pub fn events(&self, feature: Feature) -> impl Iterator<Item = EventId> {
        self.lists.get(feature.0).map(EventId)
    }

    /// The features of an event, in order.
    pub fn features(&self, event: EventId) -> impl Iterator<Item = Feature> {
        self.forward.get(event.0).map(Feature)
    }

    /// Bytes of memory that they take.
    pub(super) fn bytes(&self) -> usize {
        self.lists.bytes() + self.forward.bytes() + self.counts.len() * size_of::<u32>()
    }

    /// Reads the features of each event, and gives back their memory on the way. `rename` gives the
    /// final numbers, below `features`.
    pub(super) fn build(events: Vec<Lists>, features: usize, rename: impl Fn(u32) -> u32) -> Self {
        let mut forward = Lists::default();
        let mut counts = vec![0u32; features];
        let mut own: Vec<u32> = Vec::new();
        for some in events {
            for event in 0..some.len() {
                own.clear();
                own.extend(some.get(event).map(&rename));
                forward.push(&mut own);
                for &feature in &own {
                    counts[feature as usize] += 1;
                }
            }
        }
        forward.fit();
        let lists = Lists::gathered(features, || {
            let of = |event| forward.get(event).map(move |feature| (feature, event));
            (0..forward.len()).flat_map(of)
        });
        Self {
            lists,
            counts,
            forward,
        }
    }
}

/// Sorted lists of numbers, one after the other.
#[derive(Debug, Clone)]
pub(super) struct Lists {
    bytes: Vec<u8>,
    /// Where each begins, and where the last ends.
    starts: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            bytes: Vec::new(),
            starts: vec![0],
        }
    }
}

impl Lists {
    /// Adds a list of numbers in any order, each of which counts once, and leaves them in order.
    pub(super) fn push(&mut self, numbers: &mut Vec<u32>) {
        numbers.sort_unstable();
        numbers.dedup();
        let mut previous = 0;
        for &number in &*numbers {
            push(&mut self.bytes, number - previous);
            previous = number;
        }
        self.starts.push(self.bytes.len() as u32);
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Gives back the memory that it has to spare.
    pub(super) fn fit(&mut self) {
        self.bytes.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// The numbers of a list, in order; none for a list that is not there.
    pub(super) fn get(&self, list: u32) -> Decoder<'_> {
        let bound = |at: u32| {
            self.starts
                .get(at as usize)
                .map_or(self.bytes.len(), |&start| start as usize)
        };
        let bytes = self.bytes.get(bound(list)..bound(list + 1));
        Decoder {
            bytes: bytes.unwrap_or_default().iter(),
            previous: 0,
        }
    }

    /// Bytes of memory that they take.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.len() + self.starts.len() * size_of::<u32>()
    }

    /// Lists of numbers that come each with its list, those of a list in order. They come twice: first
    /// to be measured, so that each is written into its place.
    pub(super) fn gathered<I>(lists: usize, all: impl Fn() -> I) -> Self
    where
        I: Iterator<Item = (u32, u32)>,
    {
        let mut starts = vec![0u32; lists + 1];
        let mut last = vec![0u32; lists];
        for (list, number) in all() {
            let at = list as usize;
            starts[at] += size(number - last[at]);
            last[at] = number;
        }
        let mut total = 0;
        for start in &mut starts {
            total += std::mem::replace(start, total);
        }
        last.fill(0);
        let mut cursors = starts[..lists].to_vec();
        let mut bytes = vec![0u8; total as usize];
        for (list, number) in all() {
            let at = list as usize;
            let mut rest = number - last[at];
            last[at] = number;
            while rest >= 0x80 {
                bytes[cursors[at] as usize] = rest as u8 | 0x80;
                cursors[at] += 1;
                rest >>= 7;
            }
            bytes[cursors[at] as usize] = rest as u8;
            cursors[at] += 1;
        }
        Self { bytes, starts }
    }
}

fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn size(number: u32) -> u32 {
    (32 - (number | 1).leading_zeros()).div_ceil(7)
}

/// The numbers of a list, in order.
pub(super) struct Decoder<'a> {
    bytes: std::slice::Iter<'a, u8>,
    previous: u32,
}

impl Iterator for Decoder<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let byte = *self.bytes.next()?;
        let mut number = u32::from(byte & 0x7F);
        if byte >= 0x80 {
            let mut shift = 7;
            loop {
                let byte = *self.bytes.next()?;
                number |= u32::from(byte & 0x7F) << shift;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
        }
        self.previous += number;
        Some(self.previous)
    }
}
