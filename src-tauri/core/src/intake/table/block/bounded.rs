//! Lists of a packed block: a few bytes can unpack to a great many items, so they are counted as they are read.

use std::borrow::Cow;
use std::fmt::{self, Formatter};
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use super::CELLS;
use crate::intake::limits;

/// Cells of a block: what is there before its last row, and that.
pub(super) const MOST: usize = CELLS + limits::COLUMNS as usize;

/// A list of no more items than a block has cells.
pub(super) fn list<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    from.deserialize_seq(Counted(PhantomData))
}

/// The same, for what is packed as it lies.
pub(super) fn cow<'de, 'a, D, T>(from: D) -> Result<Cow<'a, [T]>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Clone,
{
    list(from).map(Cow::Owned)
}

struct Counted<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Counted<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "at most {MOST} items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let expected = items.size_hint().unwrap_or_default();
        if expected > MOST {
            return Err(A::Error::invalid_length(expected, &self));
        }
        let mut list = Vec::with_capacity(expected);
        while let Some(item) = items.next_element()? {
            if list.len() == MOST {
                return Err(A::Error::invalid_length(MOST + 1, &self));
            }
            list.push(item);
        }
        Ok(list)
    }
}
