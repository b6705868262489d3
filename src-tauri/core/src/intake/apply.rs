//! Taking an import in: one operation, a savepoint a row, the file kept as evidence.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::api::{ImportCounts, ImportResult, RowAction};
use super::draft::{Draft, Progress};
use super::known::Known;
use super::layout::header_forms;
use super::plan::{Plan, RowPlan};
use super::preview::{Tally, action_of, record_action};
use super::unknown;
use crate::register::{FileRef, Pair, Record, Value, evidence, parse};
use crate::vault::{Operation, Vault, Writer};
use crate::{Error, Result};

/// Rows between two looks at whether to stop.
const STEP: usize = 64;

/// What was done.
#[derive(Default)]
struct Done {
    counts: ImportCounts,
    tally: Tally,
    /// Numbers of the rows left out.
    left: Vec<u32>,
}

impl Draft {
    /// Takes in every row without errors. Rows with errors are left out and counted. Stopping takes everything back.
    pub fn apply(
        &mut self,
        vault: &mut Vault,
        now: DateTime<Utc>,
        progress: &mut Progress<'_>,
    ) -> Result<ImportResult> {
        let preview = match &self.state.preview {
            Some(preview) => preview.clone(),
            None => self.preview(vault.connection(), &mut |_, _| true)?,
        };
        let writes = preview.counts.create + preview.counts.update > 0;
        let resumed = self.resumed.as_ref();
        let kept = match resumed {
            None if writes => Some(vault.keep_file(&self.file.name, &self.file.bytes, now)?),
            _ => None,
        };
        let source = match &kept {
            Some(kept) => Some(kept.reference()),
            None => resumed
                .filter(|_| writes)
                .map(|resumed| resumed.file.clone()),
        };
        let operation = Operation::new("import", now).origin(Some(self.file.name.clone()));
        let before = (self.recipe.clone(), self.chosen.clone());
        let written = vault.write(&operation, |tx| {
            if writes {
                self.make_fields(tx)?;
            }
            let done = self.write_rows(tx, progress)?;
            if let Some(source) = source {
                self.keep_rest(tx, source, &done)?;
            }
            self.keep_choices(tx)?;
            Ok(done)
        });
        if written.is_err() {
            (self.recipe, self.chosen) = before;
        }
        let (done, changes) = written?;
        if let Some(kept) = kept {
            kept.stay();
        }
        let Done { counts, tally, .. } = done;
        Ok(ImportResult {
            operation: changes.operation,
            counts,
            registers: tally.list(),
            seconds: 0.0,
        })
    }

    fn write_rows(&self, tx: &mut Writer<'_>, progress: &mut Progress<'_>) -> Result<Done> {
        let plan = self.plan();
        let mut known = Known::read(tx.connection(), &self.recipe, &self.filled(), &plan.keys)?;
        let mut done = Done::default();
        let total = self.layout.rows.len() as u64;
        for (at, row) in self.layout.rows.iter().enumerate() {
            if at % STEP == 0 && !progress(at as u64, total) {
                return Err(Error::new("cancelled"));
            }
            let found = plan.row(tx.connection(), &mut known, *row)?;
            let mut action = action_of(&self.recipe, &found);
            if matches!(action, RowAction::Create | RowAction::Update) {
                match tx.savepoint(|tx| write_row(tx, &plan, &found)) {
                    Ok(ids) => learn(&plan, &mut known, &found, &ids),
                    Err(error) if ends_all(&error) => return Err(error),
                    Err(_) => action = RowAction::Error,
                }
            }
            done.counts.add(action);
            if action == RowAction::Error {
                done.left.push(self.table.number(*row));
            } else {
                for link in &found.links {
                    done.tally.add(link.register.key, RowAction::Create);
                }
                for called in &found.called {
                    done.tally.add(called.register.key, RowAction::Update);
                }
                for made in &found.made {
                    done.tally.add(
                        self.recipe.parts[made.part].register.key,
                        record_action(made),
                    );
                    if !made.new {
                        known.claimed.insert((made.part, made.id));
                    }
                }
            }
        }
        progress(total, total);
        Ok(done)
    }

    /// Keeps the file as evidence, and with it the rows that were left out.
    fn keep_rest(&self, tx: &mut Writer<'_>, kept: FileRef, done: &Done) -> Result<()> {
        let resumes = self.resumed.as_ref().map(|resumed| resumed.operation);
        if resumes.is_none() {
            tx.insert(&evidence::REGISTER, source_file(kept.clone(), tx.at()))?;
        }
        // an operation that wrote nothing leaves no trace anything could refer to
        let wrote = resumes.is_none() || done.counts.create + done.counts.update > 0;
        if wrote && (resumes.is_some() || !done.left.is_empty()) {
            tx.leave_out(resumes, &kept, &self.choices()?, &done.left)?;
        }
        Ok(())
    }

    /// Remembers the columns and keys chosen by hand for the next file with such headers.
    fn keep_choices(&self, tx: &Writer<'_>) -> Result<()> {
        for (index, path) in self.chosen.iter().filter(|_| !self.bare) {
            let header = self.columns.iter().find(|column| column.index == *index);
            let Some(form) =
                header.and_then(|column| header_forms(&column.header).into_iter().next())
            else {
                continue;
            };
            tx.remember_column(&self.recipe.key, &form, path.as_deref().unwrap_or_default())?;
        }
        for (register, fields) in &self.chosen_keys {
            tx.remember_key(&self.recipe.key, register, fields)?;
        }
        Ok(())
    }
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

/// Writes a row; the ids its planned records got.
fn write_row(tx: &mut Writer<'_>, plan: &Plan<'_>, found: &RowPlan) -> Result<HashMap<i64, i64>> {
    let mut ids = HashMap::new();
    for link in &found.links {
        ids.insert(link.id, tx.insert(link.register, link.record.clone())?);
    }
    for called in &found.called {
        unknown::write(tx, called)?;
    }
    for made in &found.made {
        let register = plan.recipe.parts[made.part].register;
        let record = with_ids(&made.record, &ids);
        if made.new {
            let id = match made.uuid {
                Some(uuid) => tx.insert_as(register, record, uuid, None)?,
                None => tx.insert(register, record)?,
            };
            ids.insert(made.id, id);
        } else if !record.is_empty() {
            tx.update(register, made.id, record)?;
        }
    }
    Ok(ids)
}

/// The record with links to planned records set to what these became.
fn with_ids(record: &Record, ids: &HashMap<i64, i64>) -> Record {
    let mut record = record.clone();
    if ids.is_empty() {
        return record;
    }
    let real = |id: &i64| ids.get(id).copied().unwrap_or(*id);
    for value in record.values.values_mut() {
        match value {
            Value::Link(id) => *id = real(id),
            Value::Links(list) => list.iter_mut().for_each(|id| *id = real(id)),
            _ => {}
        }
    }
    record
}

fn learn(plan: &Plan<'_>, known: &mut Known, found: &RowPlan, ids: &HashMap<i64, i64>) {
    for link in &found.links {
        let id = ids.get(&link.id).copied().unwrap_or(link.id);
        known.call(link.register.key, &link.text, id);
        known.learn(plan.recipe, link.register, id, &link.record);
    }
    for called in &found.called {
        known.call_also(called.register.key, &called.text, called.id);
    }
    for made in found.made.iter().filter(|made| made.new) {
        let id = ids.get(&made.id).copied().unwrap_or(made.id);
        known.learn(
            plan.recipe,
            plan.recipe.parts[made.part].register,
            id,
            &with_ids(&made.record, ids),
        );
        known.claimed.insert((made.part, id));
    }
}

/// The file itself, as evidence of where the records came from.
fn source_file(kept: FileRef, now: DateTime<Utc>) -> Record {
    let title: Pair = parse::pair(&kept.name);
    Record::new()
        .with(evidence::TITLE, title)
        .with(evidence::KIND, "source_file".to_owned())
        .with(evidence::RECEIVED, now)
        .with(evidence::FILES, vec![kept])
}
