//! Planned rows on their way into the vault, a batch at a time.

use std::collections::HashMap;

use super::api::{ImportCounts, RowAction};
use super::draft::Progress;
use super::plan::{Made, NewLink, Plan, RowPlan};
use super::preview::Tally;
use super::unknown::{self, Called};
use crate::register::{Record, Register, Value};
use crate::vault::Writer;
use crate::{Error, Result};
use uuid::Uuid;

/// What was done.
#[derive(Default)]
pub(super) struct Done {
    pub counts: ImportCounts,
    pub tally: Tally,
    /// Numbers of the rows left out.
    pub left: Vec<u32>,
}

/// A row as planned, as far as it is written.
pub(super) struct Planned {
    /// Number in the file.
    pub number: u32,
    pub action: RowAction,
    pub made: Vec<Made>,
    pub links: Vec<NewLink>,
    pub called: Vec<Called>,
}

impl Planned {
    pub(super) fn of(number: u32, action: RowAction, found: RowPlan) -> Self {
        Self {
            number,
            action,
            made: found.made,
            links: found.links,
            called: found.called,
        }
    }
}

/// A record that was planned by a row that could not be written.
struct Waiting {
    register: &'static Register,
    record: Record,
    uuid: Option<Uuid>,
}

/// Rows being written.
pub(super) struct Writing<'p, 'a> {
    plan: &'p Plan<'a>,
    total: u64,
    at: u64,
    done: Done,
    /// The rows of planned records, by their ids from -1 down; 0: not made.
    ids: Vec<i64>,
    /// Those made by the batch or row that is being tried.
    tried: Vec<i64>,
    /// Records that later rows count on.
    waiting: HashMap<i64, Waiting>,
    /// Registers of those that a later row made.
    made_later: Vec<&'static str>,
}

impl<'p, 'a> Writing<'p, 'a> {
    pub(super) fn begin(plan: &'p Plan<'a>, total: usize) -> Self {
        Self {
            plan,
            total: total as u64,
            at: 0,
            done: Done::default(),
            ids: Vec::new(),
            tried: Vec::new(),
            waiting: HashMap::new(),
            made_later: Vec::new(),
        }
    }

    /// Writes a batch: at once, or row by row when one of its rows is refused.
    pub(super) fn batch(
        &mut self,
        tx: &mut Writer<'_>,
        mut batch: Vec<Planned>,
        progress: &mut Progress<'_>,
    ) -> Result<()> {
        if !progress(self.at, self.total) {
            return Err(Error::new("cancelled"));
        }
        self.at += batch.len() as u64;
        let written = self.attempt(tx, &mut batch);
        match written {
            Err(error) if ends_all(&error) => return Err(error),
            Err(_) => {
                for row in batch {
                    self.alone(tx, row)?;
                }
            }
            Ok(()) => batch.iter().for_each(|row| self.count(row)),
        }
        Ok(())
    }

    /// What was done.
    pub(super) fn end(self, progress: &mut Progress<'_>) -> Done {
        progress(self.total, self.total);
        self.done
    }

    /// Writes a row by itself. Refused, it is left out, and what others count on waits for them.
    fn alone(&mut self, tx: &mut Writer<'_>, mut row: Planned) -> Result<()> {
        match self.attempt(tx, std::slice::from_mut(&mut row)) {
            Err(error) if ends_all(&error) => return Err(error),
            Err(_) => {
                row.action = RowAction::Error;
                self.count(&row);
                let links = row.links.into_iter();
                let links = links.map(|link| (link.id, link.register, link.record, None));
                let parts = &self.plan.recipe.parts;
                let made = row.made.into_iter().filter(|made| made.new);
                let made =
                    made.map(|made| (made.id, parts[made.part].register, made.record, made.uuid));
                for (id, register, record, uuid) in links.chain(made) {
                    let waiting = Waiting {
                        register,
                        record,
                        uuid,
                    };
                    self.waiting.insert(id, waiting);
                }
            }
            Ok(()) => self.count(&row),
        }
        Ok(())
    }

    /// Writes rows, all or none of them.
    fn attempt(&mut self, tx: &mut Writer<'_>, rows: &mut [Planned]) -> Result<()> {
        self.tried.clear();
        self.made_later.clear();
        let written = tx.savepoint(|tx| rows.iter_mut().try_for_each(|row| self.row(tx, row)));
        if written.is_err() {
            for id in self.tried.drain(..) {
                self.ids[place(id)] = 0;
            }
            self.made_later.clear();
        }
        for register in self.made_later.drain(..) {
            self.done.tally.add(register, RowAction::Create);
        }
        written
    }

    fn count(&mut self, row: &Planned) {
        self.done.counts.add(row.action);
        if row.action == RowAction::Error {
            self.done.left.push(row.number);
        } else {
            let tally = &mut self.done.tally;
            tally.row(self.plan.recipe, &row.links, &row.called, &row.made);
        }
    }

    fn row(&mut self, tx: &mut Writer<'_>, row: &mut Planned) -> Result<()> {
        // what an earlier row was to make and did not
        if !self.waiting.is_empty() && row.action == RowAction::Unchanged {
            let missing = |made: &&Made| self.waiting.contains_key(&made.id);
            if let Some(made) = row.made.iter().find(missing) {
                let register = self.plan.recipe.parts[made.part].register;
                row.action = match register.key == self.plan.recipe.main.key {
                    true => RowAction::Create,
                    false => RowAction::Update,
                };
            }
        }
        if !matches!(row.action, RowAction::Create | RowAction::Update) {
            return Ok(());
        }
        for link in &row.links {
            self.make(tx, link.id, link.register, &link.record, None)?;
        }
        for called in &row.called {
            unknown::write(tx, called)?;
        }
        for made in &row.made {
            let register = self.plan.recipe.parts[made.part].register;
            if made.new {
                self.make(tx, made.id, register, &made.record, made.uuid)?;
                continue;
            }
            let id = self.real(tx, made.id)?;
            if !made.record.is_empty() {
                let record = self.with_ids(tx, &made.record)?;
                tx.update(register, id, record)?;
            }
        }
        Ok(())
    }

    /// Makes a planned record.
    fn make(
        &mut self,
        tx: &mut Writer<'_>,
        planned: i64,
        register: &'static Register,
        record: &Record,
        uuid: Option<Uuid>,
    ) -> Result<i64> {
        let record = self.with_ids(tx, record)?;
        let id = match uuid {
            Some(uuid) => tx.insert_as(register, record, uuid, None)?,
            None => tx.insert(register, record)?,
        };
        let place = place(planned);
        if self.ids.len() <= place {
            self.ids.resize(place + 1, 0);
        }
        self.ids[place] = id;
        self.tried.push(planned);
        Ok(id)
    }

    /// The row of a record, planned or not. One whose own row was refused is made now. Error `record_gone`.
    fn real(&mut self, tx: &mut Writer<'_>, id: i64) -> Result<i64> {
        if id > 0 {
            return Ok(id);
        }
        if let Some(made) = self.ids.get(place(id)).filter(|made| **made != 0) {
            return Ok(*made);
        }
        let Some(waiting) = self.waiting.get(&id) else {
            return Err(Error::new("record_gone"));
        };
        let (register, record, uuid) = (waiting.register, waiting.record.clone(), waiting.uuid);
        let made = self.make(tx, id, register, &record, uuid)?;
        self.made_later.push(register.key);
        Ok(made)
    }

    /// The record with links to planned records set to what these became.
    fn with_ids(&mut self, tx: &mut Writer<'_>, record: &Record) -> Result<Record> {
        let mut record = record.clone();
        for value in record.values.values_mut() {
            match value {
                Value::Link(id) => *id = self.real(tx, *id)?,
                Value::Links(list) => {
                    for id in list {
                        *id = self.real(tx, *id)?;
                    }
                }
                _ => {}
            }
        }
        Ok(record)
    }
}

/// Where the row of a planned record is kept.
const fn place(id: i64) -> usize {
    (-id - 1) as usize
}

/// Errors that are not a row's own: the whole operation is taken back.
fn ends_all(error: &Error) -> bool {
    [
        "database",
        "disk_full",
        "vault_damaged",
        "vault_busy",
        "folder_read_only",
        "cancelled",
    ]
    .contains(&error.code.as_str())
}
