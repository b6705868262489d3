//! Texts and the records they lead to. A file brings them by the hundred thousand: they lie in one piece, which is quicker to
//! fill and to give back than as many small ones.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Records by text.
#[derive(Default)]
pub(super) struct Index {
    texts: String,
    places: HashTable<Place>,
    // seeded anew every time: a file cannot be made to collide
    hasher: RandomState,
}

struct Place {
    start: usize,
    length: usize,
    ids: Ids,
}

enum Ids {
    One(i64),
    Several(Vec<i64>),
}

impl Place {
    fn text<'t>(&self, texts: &'t str) -> &'t str {
        &texts[self.start..self.start + self.length]
    }
}

impl Index {
    /// The records of a text, in the order in which they were added.
    pub fn get(&self, text: &str) -> Option<&[i64]> {
        let hash = self.hasher.hash_one(text);
        let found = self
            .places
            .find(hash, |place| place.text(&self.texts) == text)?;
        Some(match &found.ids {
            Ids::One(id) => std::slice::from_ref(id),
            Ids::Several(ids) => ids,
        })
    }

    /// Adds a record to those of a text; told of it twice in a row, once.
    pub fn add(&mut self, text: &str, id: i64) {
        let Self {
            texts,
            places,
            hasher,
        } = self;
        let hash = hasher.hash_one(text);
        if let Some(place) = places.find_mut(hash, |place| place.text(texts) == text) {
            match &mut place.ids {
                Ids::One(known) if *known == id => {}
                Ids::One(known) => place.ids = Ids::Several(vec![*known, id]),
                Ids::Several(ids) if ids.last() == Some(&id) => {}
                Ids::Several(ids) => ids.push(id),
            }
            return;
        }
        let place = Place {
            start: texts.len(),
            length: text.len(),
            ids: Ids::One(id),
        };
        texts.push_str(text);
        places.insert_unique(hash, place, |place| hasher.hash_one(place.text(texts)));
    }
}
