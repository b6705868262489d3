#![allow(clippy::unwrap_used)]

mod cases;
mod decisions;
mod merging;

use chrono::{DateTime, Utc};

use super::*;
use crate::intake::tests::vault;
use crate::register::{Record, Register, RowId, Value, deployment, device, ignored_name, product};
use crate::vault::{Operation, Vault};
use crate::{Result, ledger};

fn now() -> DateTime<Utc> {
    "2026-11-24T02:00:00Z".parse().unwrap()
}

fn write<T>(
    vault: &mut Vault,
    work: impl FnOnce(&mut crate::vault::Writer<'_>) -> Result<T>,
) -> (T, i64) {
    let (value, changes) = vault.write(&Operation::new("edit", now()), work).unwrap();
    (value, changes.operation)
}

fn put(vault: &mut Vault, register: &'static Register, record: Record) -> i64 {
    write(vault, |tx| tx.insert(register, record)).0
}

/// A product by its English name and version.
fn product(vault: &mut Vault, name: &str, version: &str) -> i64 {
    let pair = crate::register::Pair {
        zh: None,
        en: Some(name.to_owned()),
    };
    let record = Record::new()
        .with(product::NAME, pair)
        .with(product::VERSION, version.to_owned());
    put(vault, &product::REGISTER, record)
}

fn computer(vault: &mut Vault, tag: &str) -> i64 {
    let record = Record::new().with(device::ASSET_TAG, tag.to_owned());
    put(vault, &device::REGISTER, record)
}

/// Something a scan found on a computer.
fn found(vault: &mut Vault, name: &str, device: i64) -> i64 {
    let record = Record::new()
        .with(deployment::FOUND_AS, name.to_owned())
        .with(deployment::FOUND_PUBLISHER, "Somebody Inc.".to_owned())
        .with(deployment::DEVICE, RowId(device));
    put(vault, &deployment::REGISTER, record)
}

fn read(vault: &Vault, register: &Register, id: i64) -> Record {
    ledger::record(vault.connection(), register, id).unwrap()
}

fn names(vault: &Vault) -> Vec<FoundName> {
    waiting(vault.connection(), &mut |_, _| true).unwrap()
}

/// Every record as it stands, archived or not.
fn everything(vault: &Vault) -> Vec<String> {
    let mut all = Vec::new();
    for register in crate::register::REGISTERS {
        let sql = format!(
            "SELECT id, archived_at IS NOT NULL FROM {} ORDER BY id",
            register.key
        );
        let mut statement = vault.connection().prepare(&sql).unwrap();
        let rows = statement
            .query_map([], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?))
            })
            .unwrap();
        for row in rows {
            let (id, archived) = row.unwrap();
            all.push(format!(
                "{} {id} {archived} {:?}",
                register.key,
                read(vault, register, id)
            ));
        }
    }
    all
}
