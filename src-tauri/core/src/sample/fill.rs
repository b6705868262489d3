//! The sample company through the gate: one operation for the company, one for its evidence, more for a large one.

use chrono::{DateTime, NaiveDate, Utc};

use super::company::Company;
use super::proof::Document;
use super::{Progress, Sink, company};
use crate::Result;
use crate::register::{Record, Register};
use crate::vault::{Operation, Vault, Writer};

/// Rows of one operation when the company is large: memory and the journal stay small.
const CHUNK: usize = 20_000;

/// How large the company is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As a person looks around in it.
    Company,
    /// The company and licenses up to this many, the rest in proportion: for measuring.
    Rows(usize),
}

impl Sink for Writer<'_> {
    fn put(&mut self, register: &'static Register, record: Record) -> Result<i64> {
        self.insert(register, record)
    }

    fn change(&mut self, register: &'static Register, id: i64, record: Record) -> Result<()> {
        self.update(register, id, record).map(|_| ())
    }
}

/// Fills an empty vault with the sample company as of `today`.
pub fn fill(
    vault: &mut Vault,
    size: Size,
    today: NaiveDate,
    now: DateTime<Utc>,
    progress: Progress,
) -> Result<()> {
    let operation = Operation::new("sample", now);
    let ((mut company, documents), _) =
        vault.write(&operation, |writer| company(writer, today, progress))?;
    evidence(vault, &operation, documents, now, progress)?;
    if let Size::Rows(rows) = size {
        company.large = true;
        grow(vault, &operation, &mut company, rows, progress)?;
    }
    Ok(())
}

/// Keeps the files, then records them.
fn evidence(
    vault: &mut Vault,
    operation: &Operation,
    documents: Vec<Document>,
    now: DateTime<Utc>,
    progress: Progress,
) -> Result<()> {
    let total = u64::try_from(documents.len()).unwrap_or_default();
    let mut files = Vec::with_capacity(documents.len());
    for (done, document) in (0..).zip(&documents) {
        progress("sample_evidence", done, total)?;
        files.push(vault.keep_file(&document.name, &document.bytes, now)?);
    }
    vault.write(operation, |writer| {
        for (document, file) in documents.iter().zip(files) {
            document.put(file, now, writer)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// More licenses with their orders, then more use of them, a chunk an operation.
fn grow(
    vault: &mut Vault,
    operation: &Operation,
    company: &mut Company,
    rows: usize,
    progress: Progress,
) -> Result<()> {
    let more = rows.saturating_sub(company.licenses.len());
    let total = u64::try_from(more).unwrap_or_default();
    for from in (0..more).step_by(CHUNK) {
        progress(
            "sample_licenses",
            u64::try_from(from).unwrap_or_default(),
            total,
        )?;
        vault.write(operation, |writer| {
            let lines = company.more_licenses(from..more.min(from + CHUNK), writer)?;
            company.orders(lines, writer).map(|_| ())
        })?;
    }
    let used = more / 10;
    for from in (0..used).step_by(CHUNK) {
        progress(
            "sample_use",
            u64::try_from(from).unwrap_or_default(),
            u64::try_from(used).unwrap_or_default(),
        )?;
        vault.write(operation, |writer| {
            company.more_use(from..used.min(from + CHUNK), writer)
        })?;
    }
    Ok(())
}
