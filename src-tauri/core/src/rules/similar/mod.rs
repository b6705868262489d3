//! How alike two names are, and which of many a name is most like: `AutoCAD LT 2025` is the product *AutoCAD LT*.
//!
//! Names are compared without what says little ([`Name`]): publisher, version, edition, company form, full-width letters. Of
//! thousands only those that share rare letters with the name are compared at all.

mod name;

use std::collections::HashMap;

use name::Comparing;
pub use name::{Name, publishers_agree};

/// Names compared with one, those that share most with it.
const COMPARED: usize = 24;
/// Letters in so many names tell nothing apart.
const FREQUENT: usize = 400;
/// … unless there are hardly any others.
const RARE: usize = 2;

/// A record whose name is like another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// Row.
    pub id: i64,
    /// How alike, in percent.
    pub percent: u8,
}

/// Names to find like ones among.
#[derive(Debug, Default)]
pub struct Similar {
    names: Vec<(i64, Name)>,
    /// Pairs of letters of each name.
    lengths: Vec<u16>,
    grams: HashMap<(char, char), Vec<u32>>,
}

impl Similar {
    /// Adds a name of a record; a record may have several.
    pub fn add(&mut self, id: i64, text: &str) {
        let name = Name::new(text);
        let place = self.names.len() as u32;
        let grams = name.grams();
        self.lengths
            .push(grams.len().min(usize::from(u16::MAX)) as u16);
        for gram in grams {
            self.grams.entry(gram).or_default().push(place);
        }
        self.names.push((id, name));
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The records most like a name, at least so many percent, the best first.
    pub fn best(&self, text: &str, least: u8, most: usize) -> Vec<Likeness> {
        let name = Name::new(text);
        let comparing = Comparing::new(&name);
        let mut found: Vec<Likeness> = Vec::new();
        for place in self.candidates(&name) {
            let (id, other) = &self.names[place];
            let percent = comparing.with(other);
            match found.iter_mut().find(|known| known.id == *id) {
                Some(known) => known.percent = known.percent.max(percent),
                None => found.push(Likeness { id: *id, percent }),
            }
        }
        found.retain(|likeness| likeness.percent >= least);
        found.sort_by_key(|likeness| (std::cmp::Reverse(likeness.percent), likeness.id));
        found.truncate(most);
        found
    }

    /// Places of the names that share most of their pairs of letters with this one.
    fn candidates(&self, name: &Name) -> Vec<usize> {
        let grams = name.grams();
        let mut lists: Vec<&[u32]> = grams
            .iter()
            .filter_map(|gram| self.grams.get(gram))
            .map(Vec::as_slice)
            .collect();
        lists.sort_by_key(|list| list.len());
        let mut shared = vec![0_u16; self.names.len()];
        let mut met: Vec<u32> = Vec::new();
        for (done, list) in lists.into_iter().enumerate() {
            // frequent letters are counted only while nothing rarer was shared
            if list.len() > FREQUENT && done > RARE {
                break;
            }
            for place in list {
                let count = &mut shared[*place as usize];
                if *count == 0 {
                    met.push(*place);
                }
                *count += 1;
            }
        }
        // a long name shares much with many: what counts is the share of both
        let part = |place: &u32| {
            let (count, own) = (shared[*place as usize], self.lengths[*place as usize]);
            let part = u32::from(count) * 2_000 / (grams.len() as u32 + u32::from(own)).max(1);
            (std::cmp::Reverse(part), *place)
        };
        if met.len() > COMPARED {
            met.select_nth_unstable_by_key(COMPARED, part);
            met.truncate(COMPARED);
        }
        met.into_iter().map(|place| place as usize).collect()
    }
}

#[cfg(test)]
mod tests;
