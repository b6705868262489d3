//! Taking an import in: one operation, rows refused by the gate left out, the file kept as evidence.

use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::api::ImportResult;
use super::draft::{Draft, Progress};
use super::keys::Filled;
use super::layout::header_forms;
use super::plan::Plan;
use super::writing::{Done, Planned, Writing};
use crate::register::{FileRef, Pair, Record, evidence, parse};
use crate::vault::{Operation, Reader, Vault, Writer};
use crate::{Error, Result};

/// Rows that are written at once.
const BATCH: usize = 64;
/// Batches planned ahead of being written.
const AHEAD: usize = 8;

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
            None => self.preview(vault.connection(), progress)?,
        };
        let writes = preview.counts.create + preview.counts.update > 0;
        let resumed = self.resumed.as_ref();
        let kept = match resumed {
            None if writes => {
                Some(vault.keep_file(&self.file.name, self.file.bytes.reader(), now)?)
            }
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
        let reader = match self.layout.rows.len() > BATCH {
            true => vault.reader_beside_writer()?,
            false => None,
        };
        let written = vault.write(&operation, |tx| {
            if writes {
                self.make_fields(tx)?;
            }
            let done = self.write_rows(tx, reader, progress)?;
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

    /// Writes the rows while the next ones are worked out beside, against the vault as it was before.
    fn write_rows(
        &self,
        tx: &mut Writer<'_>,
        reader: Option<Reader>,
        progress: &mut Progress<'_>,
    ) -> Result<Done> {
        let (plan, filled, rows) = (self.plan(), self.filled(), &self.layout.rows);
        let mut writing = Writing::begin(&plan, rows.len());
        match reader {
            None => plan.batches(tx.connection(), &filled, rows, |batch| {
                writing.batch(tx, batch, progress)
            })?,
            Some(reader) => thread::scope(|scope| {
                let (to_write, batches) = sync_channel(AHEAD);
                let planning = scope.spawn(|| {
                    let to_write = to_write;
                    let reader = reader;
                    plan.batches(reader.connection(), &filled, rows, |batch| {
                        // nobody takes it any more: writing has failed, and says why
                        to_write.send(batch).map_err(|_| Error::new("cancelled"))
                    })
                });
                for batch in batches {
                    writing.batch(tx, batch, progress)?;
                }
                planning.join().unwrap_or_else(|panic| resume_unwind(panic))
            })?,
        }
        Ok(writing.end(progress))
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

impl Plan<'_> {
    /// Works out rows and hands them out in batches.
    fn batches(
        &self,
        connection: &Connection,
        filled: &Filled,
        rows: &[usize],
        mut write: impl FnMut(Vec<Planned>) -> Result<()>,
    ) -> Result<()> {
        let mut batch = Vec::with_capacity(BATCH);
        self.each(connection, filled, rows, |_, row, action, found| {
            batch.push(Planned::of(self.table.number(row), action, found));
            match batch.len() < BATCH {
                true => Ok(()),
                false => write(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))),
            }
        })?;
        write(batch)
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
