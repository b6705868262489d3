//! `sealbook deadlines`: the dates that ask for a decision, as a table, a calendar file or a worklist.

use std::collections::HashSet;

use sealbook_core::Result;
use sealbook_core::ledger;
use sealbook_core::register::{person, register};
use sealbook_core::rules::deadline::report;
use sealbook_core::vault::Vault;
use sealbook_core::words::Arg;
use sealbook_core::workbook::worklist::{self, Recipient};
use sealbook_core::workbook::{Target, calendar};

use crate::Outcome;
use crate::export::{absolute, languages};
use crate::scope::rows;
use crate::session::Session;
use crate::table;

/// Prints the dates, or writes them.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let vault = session.open()?;
    let today = session.as_of()?;
    let recipient = recipient(session, &vault)?;
    let languages = languages(session)?;
    let (ics, workbook) = (session.text("ics"), session.text("worklist"));
    if ics.is_none() && workbook.is_none() {
        if session.text("format") == Some("json") {
            return json(session, &vault, &recipient);
        }
        return print(session, &vault, &recipient);
    }
    if let Some(ics) = ics {
        let path = std::path::absolute(ics)?.with_extension("ics");
        let target = Target {
            now: session.now(),
            path: &path,
        };
        calendar::export(vault.connection(), today, &recipient, languages, target)?;
        wrote(session, &path);
    }
    if let Some(workbook) = session.text("worklist") {
        let path = absolute(workbook)?;
        let target = Target {
            now: session.now(),
            path: &path,
        };
        worklist::export(vault.connection(), today, &recipient, languages, target)?;
        wrote(session, &path);
    }
    Ok(Outcome::Done)
}

fn wrote(session: &mut Session<'_>, path: &std::path::Path) {
    let args = [("file", Arg::from(path.display().to_string()))];
    let said = session.words().format("cli-deadlines-wrote", &args);
    session.terminal.say(&said);
}

/// `--for`: a role, or a person by name.
fn recipient(session: &Session<'_>, vault: &Vault) -> Result<Recipient> {
    let Some(name) = session.text("for") else {
        return Ok(Recipient::All);
    };
    if person::ROLES.field.choices().contains(&name) {
        return Ok(Recipient::Role(name.to_owned()));
    }
    let found = rows(vault, &person::REGISTER, &[name.to_owned()])?;
    Ok(found
        .first()
        .map_or(Recipient::All, |id| Recipient::Person(*id)))
}

/// The dates as the page gets them, those of a recipient alone where one is asked for.
fn json(session: &mut Session<'_>, vault: &Vault, recipient: &Recipient) -> Result<Outcome> {
    let today = session.as_of()?;
    let mut read = report::read(vault.connection(), today, session.words())?;
    if *recipient != Recipient::All {
        let theirs: HashSet<(&str, i64)> = worklist::chosen(vault.connection(), today, recipient)?
            .iter()
            .map(|deadline| (deadline.kind.key, deadline.id))
            .collect();
        read.rows.retain(|row| theirs.contains(&(row.kind, row.id)));
        read.total = read.rows.len();
    }
    session.terminal.say(&serde_json::to_string(&read)?);
    Ok(Outcome::Done)
}

fn print(session: &mut Session<'_>, vault: &Vault, recipient: &Recipient) -> Result<Outcome> {
    let (words, today) = (session.words(), session.as_of()?);
    let head = [
        "due", "days", "date", "item", "formula", "owner", "decision",
    ]
    .map(|key| words.text(&format!("renewals-{key}")));
    let mut lines = Vec::new();
    for deadline in worklist::chosen(vault.connection(), today, recipient)? {
        let kind = deadline.kind;
        let title = ledger::title(vault.connection(), register(kind.register)?, deadline.id)?;
        let owner = match deadline.owner {
            Some(owner) => ledger::title(vault.connection(), &person::REGISTER, owner)?,
            None => sealbook_core::register::Pair::default(),
        };
        lines.push(vec![
            deadline.day.to_string(),
            deadline.days(today).to_string(),
            words.text(&format!("deadline-{}", kind.key)),
            words.half(&title).to_owned(),
            [deadline.formula(words), deadline.follows(today, words)]
                .concat()
                .join(" "),
            words.half(&owner).to_owned(),
            deadline.decided.map_or_else(String::new, |decided| {
                words.choice("renewal", "decision", &decided.decision)
            }),
        ]);
    }
    table::print(session, &head, &lines);
    Ok(Outcome::Done)
}
