//! How alike two names are, and which of many a name is most like: `AutoCAD LT 2025` is the product *AutoCAD LT*.
//!
//! Names are compared without what says little ([`Name`]): publisher, version, edition, company form, full-width letters. Of
//! thousands only those that share rare letters with the name are compared at all.

mod name;

use std::collections::HashMap;

pub use name::Name;

/// Names compared with one, those that share most with it.
const COMPARED: usize = 24;
/// Letters in so many names tell nothing apart.
const FREQUENT: usize = 400;

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
    grams: HashMap<(char, char), Vec<u32>>,
}

impl Similar {
    /// Adds a name of a record; a record may have several.
    pub fn add(&mut self, id: i64, text: &str) {
        let name = Name::new(text);
        let place = self.names.len() as u32;
        for gram in name.grams() {
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
        let mut found: Vec<Likeness> = Vec::new();
        for place in self.candidates(&name) {
            let (id, other) = &self.names[place];
            let percent = name.likeness(other);
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

    /// Places of the names that share most pairs of letters with this one, rare pairs first.
    fn candidates(&self, name: &Name) -> Vec<usize> {
        let mut lists: Vec<&Vec<u32>> = name
            .grams()
            .iter()
            .filter_map(|gram| self.grams.get(gram))
            .collect();
        lists.sort_by_key(|list| list.len());
        let mut shared: HashMap<u32, u32> = HashMap::new();
        for (done, list) in lists.iter().enumerate() {
            // frequent letters are counted only while nothing rarer was shared
            if list.len() > FREQUENT && done > 2 {
                break;
            }
            for place in *list {
                *shared.entry(*place).or_default() += 1;
            }
        }
        let mut ranked: Vec<(u32, u32)> = shared.into_iter().map(|(place, n)| (n, place)).collect();
        if ranked.len() > COMPARED {
            ranked
                .select_nth_unstable_by_key(COMPARED, |(n, place)| (std::cmp::Reverse(*n), *place));
            ranked.truncate(COMPARED);
        }
        ranked
            .into_iter()
            .map(|(_, place)| place as usize)
            .collect()
    }
}

#[cfg(test)]
mod tests;
