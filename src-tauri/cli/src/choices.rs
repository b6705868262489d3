//! What is chosen for an import on the command line.

use sealbook_core::intake::api::{KeyChoice, UnknownLinks, WriteMode};
use sealbook_core::intake::{Draft, ImportSet};
use sealbook_core::{Error, Result};

use crate::session::Session;

/// Makes every choice named by the arguments; what they do not name stays as it was found out or chosen before.
pub fn make(session: &mut Session<'_>, draft: &mut Draft) -> Result<()> {
    draft.change(layout(session, draft)?, &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })?;
    let keys = session
        .several("match")
        .iter()
        .map(|said| key(said, draft))
        .collect::<Result<Vec<_>>>()?;
    draft.set(ImportSet {
        keys,
        ..ImportSet::default()
    })?;
    for said in session.several("correct") {
        let (cell, text) = said
            .split_once('=')
            .ok_or_else(|| Error::new("cli_correct_shape").with("value", &said))?;
        draft.write_over(cell.trim(), text)?;
    }
    Ok(())
}

fn layout(session: &Session<'_>, draft: &Draft) -> Result<ImportSet> {
    let mut options = draft.view(0).options;
    if session.flag("refuse-unknown") {
        options.unknown_links = UnknownLinks::Refuse;
    }
    if session.flag("match-similar") {
        options.unknown_links = UnknownLinks::Similar;
    }
    if session.flag("leave-unknown") {
        options.unknown_links = UnknownLinks::Leave;
    }
    match session.text("only") {
        Some("new") => options.write = WriteMode::Create,
        Some(_) => options.write = WriteMode::Update,
        None => {}
    }
    if let Some(order) = session.text("date-order") {
        options.date_order = Some(serde_json::from_value(order.into())?);
    }
    let sheet = session
        .number("sheet")
        .map(|number| usize::try_from(number.saturating_sub(1)).unwrap_or_default());
    Ok(ImportSet {
        sheet,
        header_row: session.number("header-row"),
        options: Some(options),
        ..ImportSet::default()
    })
}

/// `person=staff_no,email`: records of the register that agree in these fields are the same.
fn key(said: &str, draft: &Draft) -> Result<KeyChoice> {
    let (register, fields) = said
        .split_once('=')
        .ok_or_else(|| Error::new("cli_match_shape").with("value", said))?;
    let parts = draft.view(0).keys;
    let part = parts.iter().find(|part| part.register == register);
    let part = part.ok_or_else(|| {
        let possible: Vec<&str> = parts.iter().map(|part| part.register).collect();
        Error::new("cli_match_register")
            .with("value", register)
            .with("possible", possible.join(", "))
    })?;
    let fields: Vec<String> = fields
        .split(',')
        .map(|field| field.trim().to_owned())
        .collect();
    match fields
        .iter()
        .find(|field| !part.fields.contains(&field.as_str()))
    {
        None => Ok(KeyChoice {
            register: register.to_owned(),
            fields,
        }),
        Some(other) => Err(Error::new("cli_match_field")
            .with("value", other)
            .with("possible", part.fields.join(", "))),
    }
}
