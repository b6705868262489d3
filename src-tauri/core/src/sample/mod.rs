//! A sample company, made from a fixed seed: Meridian Components, a manufacturer in Shanghai, Suzhou, Shenzhen and Milan.
//! Products are real software; the company, its people, vendors, prices and papers are invented. It holds the flaws an audit
//! finds: three products short, leavers who hold rights, lines without fapiao, contracts in one language, lapsed
//! subscriptions in use, a red-letter fapiao, missing translations and duplicates.

mod catalogue;
mod company;
mod contracts;
mod deadlines;
mod devices;
mod fapiao;
mod fill;
#[cfg(test)]
mod fill_tests;
mod found;
mod holders;
mod licenses;
mod mass;
mod numbers;
mod orders;
mod paper;
mod people;
mod pools;
mod proof;
mod random;
mod table;
#[cfg(test)]
mod tests;
mod unlicensed;
mod usage;

use chrono::NaiveDate;

use crate::Result;
use crate::register::{Record, Register};

pub use fill::{Size, fill};

use company::Company;
use people::Names;
use proof::Document;

/// People of the sample company besides those who answer for something.
const PEOPLE: usize = 472;
/// Told as the work goes on: stage (Fluent `stage-<stage>`), done, total. An error stops the work.
pub type Progress<'a> = &'a mut dyn FnMut(&'static str, u64, u64) -> Result<()>;

/// Where made records go: through the vault's gate, or into a test's list.
trait Sink {
    /// Adds a record and answers with its row.
    fn put(&mut self, register: &'static Register, record: Record) -> Result<i64>;
    /// Changes fields of a record.
    fn change(&mut self, register: &'static Register, id: i64, record: Record) -> Result<()>;
}

/// The company itself, without files.
fn company(
    sink: &mut dyn Sink,
    today: NaiveDate,
    progress: Progress,
) -> Result<(Company, Names, Vec<Document>)> {
    const STEPS: u64 = 5;
    let mut company = Company::new(today);
    let mut names = Names::read();
    progress("sample_company", 0, STEPS)?;
    company.places(sink)?;
    company.leads(&mut names, sink)?;
    company.people(&mut names, PEOPLE, sink)?;
    company.person_twice(&mut names, sink)?;
    company.computers(sink)?;
    company.exchange_rates(sink)?;
    company.tenants(sink)?;
    progress("sample_licenses", 1, STEPS)?;
    company.vendors(sink)?;
    company.products(sink)?;
    company.contracts(sink)?;
    let lines = company.pools(sink)?;
    progress("sample_fapiao", 2, STEPS)?;
    let orders = company.orders(lines, sink)?;
    company.fapiao_twice(&orders, sink)?;
    progress("sample_use", 3, STEPS)?;
    let held = company.holders(sink)?;
    company.usage(&held, sink)?;
    company.unlicensed(sink)?;
    company.found(sink)?;
    company.deadlines(sink)?;
    let documents = company.documents(&orders);
    Ok((company, names, documents))
}
