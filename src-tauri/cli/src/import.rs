//! `sealbook import`: a spreadsheet into the vault, or what it would do.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sealbook_core::bytes::Bytes;
use sealbook_core::intake::api::ImportCounts;
use sealbook_core::intake::worker::Launch;
use sealbook_core::intake::{Draft, Isolation, OpenFile, RowAction, RowFilter, limits};
use sealbook_core::vault::Vault;
use sealbook_core::vault::left_out::{self, Waiting};
use sealbook_core::words::Arg;
use sealbook_core::workbook::{Target, annotated};
use sealbook_core::{Error, Result};

use crate::export::{absolute, languages};
use crate::session::Session;
use crate::{Outcome, choices};

/// Errors told one by one before they are only counted.
const TOLD: usize = 50;

/// Previews, and unless only that was asked, applies. Rows with errors stop it unless they may be skipped.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let mut vault = session.open()?;
    if session.flag("left-out") {
        return list_left_out(session, &vault);
    }
    let mut draft = match session.number("again") {
        Some(operation) => resume(session, &vault, operation.into())?,
        None => open(session, &vault)?,
    };
    choices::make(session, &mut draft)?;
    tell_understood(session, &draft);
    let preview = draft.preview(vault.connection(), &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })?;
    tell(session, &draft.view(0).target, preview.counts);
    if preview.counts.error > 0 {
        tell_errors(session, &draft, &vault, preview.counts.error)?;
        save_errors(session, &draft)?;
    }
    let refused = preview.counts.error > 0 && !session.flag("skip-errors");
    if session.flag("dry-run") || refused {
        return Ok(if preview.counts.error > 0 {
            Outcome::Found
        } else {
            Outcome::Done
        });
    }
    let now = session.now();
    let result = draft.apply(&mut vault, now, &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })?;
    let left = left_out::waiting(vault.connection())?;
    vault.close()?;
    let words = session.words();
    for counts in &result.registers {
        let args = [
            ("register", Arg::from(words.plural(counts.register))),
            ("create", Arg::from(i64::from(counts.create))),
            ("update", Arg::from(i64::from(counts.update))),
        ];
        session
            .terminal
            .say(&words.format("cli-import-done", &args));
    }
    if let Some(left) = left.iter().find(|left| left.operation == result.operation) {
        tell_left_out(session, left);
    }
    Ok(if result.counts.error > 0 {
        Outcome::Found
    } else {
        Outcome::Done
    })
}

/// The file named.
fn open(session: &mut Session<'_>, vault: &Vault) -> Result<Draft> {
    let path = Path::new(session.required("file")?).to_owned();
    let bytes = File::open(&path)
        .map_err(Error::from)
        // one more than is read at all: it is refused, and not copied whole before
        .and_then(|file| Bytes::spool(file.take(limits::FILE + 1)))
        .map_err(|error| error.with("name", path.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = read(session, &name, bytes)?;
    let into = session.text("into");
    let today = session.today();
    Draft::open(file, into, vault.connection(), today, &mut |_, _| true)
}

/// The rows an earlier import left out.
fn resume(session: &mut Session<'_>, vault: &Vault, operation: i64) -> Result<Draft> {
    let left = left_out::of(vault.connection(), operation)?;
    let bytes = vault.open_file(&left.file)?;
    let file = read(session, &left.file.name, bytes)?;
    let today = session.today();
    Draft::resume(left, file, vault.connection(), today, &mut |_, _| true)
}

fn read(session: &mut Session<'_>, name: &str, bytes: Bytes) -> Result<OpenFile> {
    let isolation = Isolation::Worker(Launch::this_program(std::env::vars_os()));
    OpenFile::open(name, bytes, &isolation, &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })
}

/// The imports with rows that wait.
fn list_left_out(session: &mut Session<'_>, vault: &Vault) -> Result<Outcome> {
    for left in left_out::waiting(vault.connection())? {
        tell_left_out(session, &left);
    }
    Ok(Outcome::Done)
}

fn tell_left_out(session: &mut Session<'_>, left: &Waiting) {
    let args = [
        ("count", Arg::from(i64::from(left.rows))),
        ("file", Arg::from(left.name.clone())),
        ("operation", Arg::from(left.operation.to_string())),
    ];
    let said = session.words().format("cli-import-left-out", &args);
    session.terminal.say(&said);
}

fn tell(session: &mut Session<'_>, target: &str, counts: ImportCounts) {
    let words = session.words();
    let number = |count: u32| Arg::from(i64::from(count));
    let args = [
        ("target", Arg::from(target.to_owned())),
        ("all", number(counts.all)),
        ("create", number(counts.create)),
        ("update", number(counts.update)),
        ("unchanged", number(counts.unchanged)),
        ("skip", number(counts.skip)),
        ("error", number(counts.error)),
    ];
    session
        .terminal
        .say(&words.format("cli-import-preview", &args));
}

/// What was noticed of the file; where nothing is to be written also which column fills which field.
fn tell_understood(session: &mut Session<'_>, draft: &Draft) {
    let words = session.words();
    let view = draft.view(0);
    for note in &view.notes {
        session.terminal.note(&words.error(note));
    }
    if !session.flag("dry-run") {
        return;
    }
    for column in view.columns {
        let args = [
            ("letter", Arg::from(column.letter)),
            ("header", Arg::from(column.header.replace('\n', " / "))),
            ("field", Arg::from(column.field.clone().unwrap_or_default())),
        ];
        let said = match column.field {
            Some(_) => words.format("cli-import-column", &args),
            None => words.format("cli-import-column-not", &args[..2]),
        };
        session.terminal.say(&said);
    }
}

/// Writes the copy to send back, where one was asked for.
fn save_errors(session: &mut Session<'_>, draft: &Draft) -> Result<()> {
    let Some(out) = session.text("errors") else {
        return Ok(());
    };
    let path = absolute(out)?;
    let target = Target {
        now: session.now(),
        path: &path,
    };
    let languages = languages(session)?;
    annotated::export(&draft.annotated(), languages, target, &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })?;
    let file = path.display().to_string();
    let said = session
        .words()
        .format("cli-import-errors-saved", &[("file", file.as_str())]);
    session.terminal.say(&said);
    Ok(())
}

fn tell_errors(session: &mut Session<'_>, draft: &Draft, vault: &Vault, all: u32) -> Result<()> {
    let words = session.words();
    let wrong = RowFilter {
        action: Some(RowAction::Error),
        ..RowFilter::default()
    };
    let rows = draft.rows(vault.connection(), &wrong, 0, TOLD)?;
    let told = rows.len();
    for row in rows {
        let cells = row
            .cells
            .iter()
            .filter_map(|cell| Some((cell.address.clone(), cell.error.as_ref()?)));
        let whole = row.errors.iter().map(|error| (row.row.to_string(), error));
        for (place, error) in cells.chain(whole) {
            session
                .terminal
                .note(&format!("{place}: {}", words.error(error)));
        }
    }
    let rest = usize::try_from(all)
        .unwrap_or_default()
        .saturating_sub(told);
    if rest > 0 {
        let rest = i64::try_from(rest).unwrap_or_default();
        session
            .terminal
            .note(&words.format("cli-import-more-errors", &[("count", rest)]));
    }
    Ok(())
}
