//! The record a row is about, among those that stand or that an earlier row makes.

use std::cmp::Ordering;

use super::called::titled;
use super::make::differing;
use super::match_key::Hits;
use super::plan::Work;
use super::recipe::Part;
use crate::register::{Field, Record};
use crate::{Error, Result};

/// Candidates a row is compared with where several records share a key.
const CANDIDATES: usize = 64;

impl Work<'_, '_> {
    /// The record the row says this of. Errors: `match_several`, `match_blank`, `link_unknown`.
    pub(super) fn standing(
        &mut self,
        part: usize,
        described: &Part,
        record: &mut Record,
        found_as: Option<&str>,
    ) -> Result<Option<(i64, Record)>> {
        if let Some(own) = self.out.own.take() {
            return Ok(Some(own));
        }
        if self.out.uuid.is_some() {
            return self.of_another_vault(part, described, record);
        }
        let Some(found) = self.find(part, described, record)? else {
            let name = described.register.title.first();
            let like = self.like(described.register, record, found_as);
            return like.map_err(|error| error.at(name.map_or("", |field| field.key)));
        };
        if !self.known.unknown.is_empty()
            && let Some(name) = titled(described.register, record).first()
        {
            self.met(described.register, name);
        }
        Ok(Some(found))
    }

    /// A row of a list of ours whose record is not here. Numbers count within a vault: it is known by its name alone, and gets
    /// another number where its own is taken.
    fn of_another_vault(
        &mut self,
        part: usize,
        described: &Part,
        record: &mut Record,
    ) -> Result<Option<(i64, Record)>> {
        let field = described.register.code();
        let code = field.and_then(|field| Some((field.key, record.values.remove(field.key)?)));
        let found = match described.many {
            true => None,
            false => self.find(part, described, record)?,
        };
        if let (None, Some((key, code))) = (&found, code) {
            record.values.insert(key, code);
            if self.known.has_code(part, record) {
                record.values.remove(key);
            }
        }
        Ok(found)
    }

    /// The record of the vault or of an earlier row that the part stands for. Errors: `match_several`, `match_blank`.
    fn find(
        &self,
        part: usize,
        described: &Part,
        record: &Record,
    ) -> Result<Option<(i64, Record)>> {
        let (known, connection) = (&*self.known, self.connection);
        let chosen = self.plan.keys.get(part).map_or(&[][..], Vec::as_slice);
        if let Some(first) = chosen.first()
            && chosen
                .iter()
                .all(|field| record.value(field.key).is_empty())
        {
            return Err(Error::new("match_blank").at(first.key));
        }
        let mut hits = known.find(part, record);
        // two rows of our own list are two records, however alike
        if self.out.uuid.is_some() {
            let claimed = |id: &i64| known.claimed.contains(&(part, *id));
            hits.ids.to_mut().retain(|id| !claimed(id));
        }
        let contradicts = |current: &Record| {
            described.apart.iter().any(|field| {
                let (said, stands) = (record.value(field.key), current.value(field.key));
                !said.is_empty() && !stands.is_empty() && said != stands
            })
        };
        if !described.many {
            if !described.apart.is_empty() {
                let mut same = Vec::new();
                for id in hits.ids.iter().take(CANDIDATES) {
                    if !contradicts(&known.current(connection, described.register, *id)?) {
                        same.push(*id);
                    }
                }
                hits.ids = same.into();
            }
            let id = self.only(described, &hits)?;
            return id
                .map(|id| Ok((id, known.current(connection, described.register, id)?)))
                .transpose();
        }
        let mut best: Option<(usize, i64, Record)> = None;
        // which of those it would change as much is meant, nobody can say
        let mut alike = 0;
        for id in hits.ids.iter().take(CANDIDATES) {
            let current = known.current(connection, described.register, *id)?;
            if contradicts(&current) {
                continue;
            }
            let change = differing(record, &current).len();
            if change == 0 {
                return Ok(Some((*id, current)));
            }
            if known.claimed.contains(&(part, *id)) {
                continue;
            }
            match best.as_ref().map(|(least, ..)| change.cmp(least)) {
                None | Some(Ordering::Less) => {
                    (best, alike) = (Some((change, *id, current)), 1);
                }
                Some(Ordering::Equal) => alike += 1,
                Some(Ordering::Greater) => {}
            }
        }
        if alike > 1 {
            return Err(several(described, &hits, alike));
        }
        Ok(best.map(|(_, id, current)| (id, current)))
    }

    /// The one record found; among several the one that is empty where the key could not be compared.
    fn only(&self, described: &Part, hits: &Hits<'_>) -> Result<Option<i64>> {
        if hits.ids.len() < 2 {
            return Ok(hits.ids.first().copied());
        }
        let mut bare = Vec::new();
        for id in hits
            .ids
            .iter()
            .take(CANDIDATES)
            .filter(|_| !hits.rest.is_empty())
        {
            let current = self
                .known
                .current(self.connection, described.register, *id)?;
            let empty = |field: &&Field| current.value(field.key).is_empty();
            if hits.rest.iter().copied().all(|field| empty(&field)) {
                bare.push(*id);
            }
        }
        match bare[..] {
            [only] => Ok(Some(only)),
            _ => Err(several(described, hits, hits.ids.len())),
        }
    }
}

/// The row may be about any of several records.
fn several(described: &Part, hits: &Hits<'_>, count: usize) -> Error {
    Error::new("match_several")
        .with("register", described.register.key)
        .with("count", count)
        .at(hits.by.map_or("", |field| field.key))
}
