//! A table of rows: parsed all at once from `data/`, or each decoded when somebody first looks at it.

use std::cmp::Ordering;
use std::ops::Index;
use std::sync::OnceLock;

/// Rows by number. Two tables are equal when their rows are.
#[derive(Clone, Debug)]
pub struct Table<'a, T>(Rows<'a, T>);

#[derive(Clone, Debug)]
enum Rows<'a, T> {
    Parsed(Vec<T>),
    Packed(Packed<'a, T>, Vec<OnceLock<Box<T>>>),
}

/// Rows as bytes, which `build.rs` has decoded once.
#[derive(Clone, Debug)]
pub(super) struct Packed<'a, T> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    /// Where the bytes of each row end.
    pub(super) ends: Vec<u32>,
    pub(super) decode: fn(&'a str, &'a [u8]) -> Option<T>,
}

impl<T> Packed<'_, T> {
    fn row(&self, at: usize) -> Option<T> {
        let start = match at.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        let bytes = self
            .bytes
            .get(start as usize..*self.ends.get(at)? as usize)?;
        (self.decode)(self.text, bytes)
    }
}

impl<'a, T> Table<'a, T> {
    pub(super) fn packed(rows: Packed<'a, T>) -> Self {
        let made = rows.ends.iter().map(|_| OnceLock::new()).collect();
        Self(Rows::Packed(rows, made))
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        match &self.0 {
            Rows::Parsed(rows) => rows.len(),
            Rows::Packed(_, made) => made.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A row by number.
    ///
    /// # Panics
    /// If the table is packed and its bytes are not those that `build.rs` wrote.
    pub fn get(&self, at: usize) -> Option<&T> {
        match &self.0 {
            Rows::Parsed(rows) => rows.get(at),
            Rows::Packed(rows, made) => {
                let decoded = || Box::new(rows.row(at).expect("build.rs decoded these very bytes"));
                made.get(at).map(|row| &**row.get_or_init(decoded))
            }
        }
    }

    /// All rows in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Where a row is, in a table that is sorted by what `order` compares; looks at few rows.
    pub fn find(&self, order: impl Fn(&T) -> Ordering) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match order(self.get(middle)?) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }
}

impl<T> Index<usize> for Table<'_, T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.get(at).expect("a row number of this table")
    }
}

impl<T> Default for Table<'_, T> {
    fn default() -> Self {
        Self(Rows::Parsed(Vec::new()))
    }
}

impl<T> FromIterator<T> for Table<'_, T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Self(Rows::Parsed(rows.into_iter().collect()))
    }
}

impl<T: PartialEq> PartialEq for Table<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}
