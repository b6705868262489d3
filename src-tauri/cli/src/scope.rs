//! Records named on the command line: by name in either language, code or identifier.

use sealbook_core::register::Register;
use sealbook_core::vault::Vault;
use sealbook_core::{Error, Result, ledger};

/// Their rows. Error `cli_not_found` names the first that is unknown.
pub fn rows(vault: &Vault, register: &Register, names: &[String]) -> Result<Vec<i64>> {
    names
        .iter()
        .map(|name| {
            let found = ledger::find_by_name(vault.connection(), register, name)?;
            found.ok_or_else(|| {
                Error::new("cli_not_found")
                    .with("register", register.key)
                    .with("name", name)
            })
        })
        .collect()
}
