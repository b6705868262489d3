//! What is done with a changed file, and what must hold of whatever is read.

use std::path::Path;

use chrono::{TimeZone, Utc};
use sealbook_core::intake::file::SourceFile;
use sealbook_core::intake::table::{Assembly, Table};
use sealbook_core::intake::{Draft, Isolation, OpenFile, RowFilter};
use sealbook_core::vault::{CreateOptions, Vault};
use sealbook_core::{Error, Result};

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Every sheet is read, as the worker does.
    Read,
    /// What was read is understood and previewed, as the program does with what the worker hands it.
    Import,
}

/// Sheets read of one file.
const SHEETS: usize = 8;

/// Reads every sheet.
pub fn read(bytes: Vec<u8>) -> Result<()> {
    let mut file = SourceFile::open("changed.xls", bytes)?;
    for sheet in 0..file.sheets.len().min(SHEETS) {
        if let Ok(table) = file.table(sheet, Some(30)) {
            holds(&table);
        }
        if let Ok(table) = file.table(sheet, None) {
            holds(&table);
        }
    }
    for secret in file.secret_sheets.clone().iter().take(SHEETS) {
        let _ = file.table_named(secret, None);
    }
    Ok(())
}

/// A table crosses from the worker whole: what a reader makes keeps the order that is asked for there.
fn holds(table: &Table) {
    let (mut assembly, mut crossed) = (Assembly::default(), None);
    let outcome = table.pieces(|piece| {
        crossed = assembly.add(piece)?;
        Ok::<(), Error>(())
    });
    assert!(outcome.is_ok() && crossed.is_some(), "{outcome:?}");
}

/// A vault for imports.
pub fn vault(folder: &Path) -> Vault {
    let options = CreateOptions {
        folder,
        company: "美瑞迪零部件（中国）有限公司",
        person: "李伟",
        passphrase: "copper lantern drift meadow orbit",
        work_factor: Some(4),
        now: Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap(),
    };
    let (mut vault, recovery_key) = Vault::create(&options).unwrap();
    vault.confirm_recovery(&recovery_key).unwrap();
    vault
}

/// Reads, understands and previews.
pub fn import(bytes: Vec<u8>, vault: &Vault) -> Result<()> {
    let progress = &mut |_, _| true;
    let today = Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap();
    let file = OpenFile::open("changed.xls", bytes, &Isolation::None, progress)?;
    let mut draft = Draft::open(file, None, vault.connection(), today.date_naive(), progress)?;
    let _ = draft.view(1);
    draft.preview(vault.connection(), progress)?;
    draft.rows(vault.connection(), &RowFilter::default(), 0, 50)?;
    Ok(())
}
