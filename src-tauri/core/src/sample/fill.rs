//! The sample company through the gate: one operation for the company, one for its evidence, more for a large one.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};

use super::company::Company;
use super::people::Names;
use super::proof::Document;
use super::{Progress, Sink, company};
use crate::Result;
use crate::register::{Record, Register};
use crate::vault::{KeptFile, Operation, Vault, Writer};

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
    let ((mut company, mut names, documents), _) =
        vault.write(&operation, |writer| company(writer, today, progress))?;
    evidence(vault, &operation, documents, now, progress)?;
    if let Size::Rows(rows) = size {
        company.large = true;
        grow(
            vault,
            &operation,
            (&mut company, &mut names),
            rows,
            progress,
        )?;
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
        files.push(vault.keep_file(&document.name, &document.bytes[..], now)?);
    }
    vault.write(operation, |writer| {
        for (document, file) in documents.iter().zip(&files) {
            document.put(file.reference(), now, writer)?;
        }
        Ok(())
    })?;
    files.into_iter().for_each(KeptFile::stay);
    Ok(())
}

/// Licenses for one person more, and rights handed out for one: in proportion to these the company grows.
const LICENSES_A_PERSON: usize = 20;
const LICENSES_A_USE: usize = 5;
/// Licenses for one name more that a scan found, and how many such names one company has.
const LICENSES_A_NAME: usize = 4;
const MOST_NAMES: usize = 8_000;

/// More people with their computers, more licenses with their orders, then more use of them.
fn grow(
    vault: &mut Vault,
    operation: &Operation,
    (company, names): (&mut Company, &mut Names),
    rows: usize,
    progress: Progress,
) -> Result<()> {
    let more = rows.saturating_sub(company.licenses.len());
    let people = more / LICENSES_A_PERSON;
    chunks(people, "sample_company", progress, |part| {
        let add = |writer: &mut Writer<'_>| company.more_people(names, part.len(), writer);
        vault.write(operation, add).map(|_| ())
    })?;
    chunks(more, "sample_licenses", progress, |part| {
        let add = |writer: &mut Writer<'_>| {
            let lines = company.more_licenses(part, writer)?;
            company.orders(lines, writer)
        };
        vault.write(operation, add).map(|_| ())
    })?;
    chunks(more / LICENSES_A_USE, "sample_use", progress, |part| {
        let add = |writer: &mut Writer<'_>| company.more_use(part, writer);
        vault.write(operation, add).map(|_| ())
    })?;
    let names = (more / LICENSES_A_NAME).min(MOST_NAMES);
    chunks(names, "sample_use", progress, |part| {
        let add = |writer: &mut Writer<'_>| company.more_found(part, writer);
        vault.write(operation, add).map(|_| ())
    })
}

/// A chunk an operation.
fn chunks(
    total: usize,
    stage: &'static str,
    progress: Progress,
    mut write: impl FnMut(Range<usize>) -> Result<()>,
) -> Result<()> {
    let told = |number: usize| u64::try_from(number).unwrap_or_default();
    for from in (0..total).step_by(CHUNK) {
        progress(stage, told(from), told(total))?;
        write(from..total.min(from + CHUNK))?;
    }
    Ok(())
}
