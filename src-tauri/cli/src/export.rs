//! `sealbook export`: the license position for auditors, or one register's list.

use std::path::{Path, PathBuf};

use sealbook_core::Result;
use sealbook_core::register::{entity, register, site};
use sealbook_core::rules::position::change;
use sealbook_core::vault::Vault;
use sealbook_core::words::{Arg, WorkbookLanguages};
use sealbook_core::workbook::{self, ExportOptions, ExportResult, Seal, Target};

use crate::Outcome;
use crate::scope::rows;
use crate::session::Session;

/// Writes the workbook.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let out = absolute(session.required("out")?)?;
    let languages = languages(session)?;
    let as_of = session.as_of()?;
    let vault = session.open()?;
    let target = Target {
        now: session.now(),
        path: &out,
    };
    let result = match session.text("register").map(register).transpose()? {
        Some(register) => {
            let list = workbook::list::ListExport {
                register,
                ids: None,
                fields: &[],
                languages,
                today: as_of,
            };
            workbook::list::export(vault.connection(), &list, target, &mut |done, total| {
                session.terminal.progress(done, total);
                true
            })?
        }
        None => {
            let options = ExportOptions {
                languages,
                as_of,
                entities: rows(&vault, &entity::REGISTER, &session.several("entity"))?,
                sites: rows(&vault, &site::REGISTER, &session.several("site"))?,
                prepared_by: vault.actor().to_owned(),
            };
            position(session, &vault, &options, target)?
        }
    };
    let words = session.words();
    for sheet in &result.sheets {
        session.terminal.note(&format!(
            "{:>8}  {}",
            words.number(sheet.rows.into()),
            sheet.name
        ));
    }
    let args = [
        ("file", Arg::from(out.display().to_string())),
        ("sha256", Arg::from(result.sha256)),
    ];
    session
        .terminal
        .say(&words.format("cli-export-done", &args));
    Ok(Outcome::Done)
}

fn position(
    session: &mut Session<'_>,
    vault: &Vault,
    options: &ExportOptions,
    target: Target<'_>,
) -> Result<ExportResult> {
    let comment = target
        .path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let sign = |bytes: &[u8]| vault.sign(bytes, &comment);
    let seal = Seal {
        vault: vault.id().to_owned(),
        key: vault.signing_key()?,
        sign: &sign,
    };
    let last = change::last(vault, options.as_of)?;
    let mut progress = |done, total| {
        session.terminal.progress(done, total);
        true
    };
    workbook::position::export(
        vault.connection(),
        options,
        last.as_ref(),
        target,
        Some(&seal),
        &mut progress,
    )
}

/// The languages asked for.
pub fn languages(session: &Session<'_>) -> Result<WorkbookLanguages> {
    Ok(serde_json::from_value(
        session.required("languages")?.into(),
    )?)
}

/// Where the file will lie, ending put right.
pub fn absolute(out: &str) -> Result<PathBuf> {
    let path = std::path::absolute(Path::new(out))?;
    let right = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    Ok(if right {
        path
    } else {
        path.with_extension("xlsx")
    })
}
