//! `sealbook list`: the rows of a register as a table, CSV or JSON.

use sealbook_core::Result;
use sealbook_core::ledger::{self, ListQuery, MOST_ROWS, Row, Sort};
use sealbook_core::register::{Register, register};
use sealbook_core::words::Words;
use serde_json::{Map, Value as Json};

use crate::Outcome;
use crate::session::Session;
use crate::table;

/// Prints the list.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let register = register(session.required("register")?)?;
    let vault = session.open()?;
    let asked = session.several("fields");
    let fields: Vec<&str> = if asked.is_empty() {
        register.list.iter().map(|field| field.key).collect()
    } else {
        asked.iter().map(String::as_str).collect()
    };
    let sort = session.text("sort").map(|key| Sort {
        field: key.trim_start_matches('-').to_owned(),
        descending: key.starts_with('-'),
    });
    let query = ListQuery {
        sort: sort.into_iter().collect(),
        text: session.text("text").map(str::to_owned),
        archived: session.flag("archived"),
        language: session.words().language(),
        ..ListQuery::all(register.key)
    };
    let today = session.as_of()?;
    let mut ids = ledger::ids(vault.connection(), &query, today)?;
    if let Some(limit) = session.number("limit") {
        ids.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    let mut rows = Vec::with_capacity(ids.len());
    for part in ids.chunks(MOST_ROWS) {
        rows.extend(ledger::rows(
            vault.connection(),
            register,
            part,
            &fields,
            today,
        )?);
    }
    match session.text("format") {
        Some("json") => json(session, &rows)?,
        Some("csv") => csv(session, register, &fields, &rows)?,
        _ => as_table(session, register, &fields, &rows),
    }
    Ok(Outcome::Done)
}

/// One object a line, values in the form the program exchanges.
fn json(session: &mut Session<'_>, rows: &[Row]) -> Result<()> {
    for row in rows {
        let mut line = Map::new();
        line.insert("id".to_owned(), row.id.into());
        line.extend(row.values.clone());
        session.terminal.say(&serde_json::to_string(&line)?);
    }
    Ok(())
}

fn csv(
    session: &mut Session<'_>,
    register: &Register,
    fields: &[&str],
    rows: &[Row],
) -> Result<()> {
    let words = session.words();
    let failed = |error: csv::Error| sealbook_core::Error::new("file").with("detail", error);
    let mut writer = csv::Writer::from_writer(session.terminal.out());
    writer
        .write_record(fields.iter().map(|key| words.field(register.key, key)))
        .map_err(failed)?;
    for row in rows {
        let cells = fields
            .iter()
            .map(|key| guarded(&shown(words, register, key, &row.values)));
        writer.write_record(cells).map_err(failed)?;
    }
    Ok(writer.flush()?)
}

/// Text a spreadsheet would take for a formula is marked as text.
fn guarded(text: &str) -> String {
    let number = text.parse::<f64>().is_ok();
    if !number && text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn as_table(session: &mut Session<'_>, register: &Register, fields: &[&str], rows: &[Row]) {
    let words = session.words();
    let head: Vec<String> = fields
        .iter()
        .map(|key| words.field(register.key, key))
        .collect();
    let lines: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            fields
                .iter()
                .map(|key| shown(words, register, key, &row.values).replace('\n', " "))
                .collect()
        })
        .collect();
    table::print(session, &head, &lines);
    let count = i64::try_from(rows.len()).unwrap_or_default();
    session
        .terminal
        .note(&words.format("cli-list-rows", &[("count", count)]));
}

/// A value as text in the user's language.
fn shown(words: Words, register: &Register, key: &str, values: &Map<String, Json>) -> String {
    let value = values.get(key).unwrap_or(&Json::Null);
    let choices = register
        .any_field(key)
        .is_some_and(|field| !field.choices().is_empty());
    one(words, value, &|text| {
        if choices {
            words.choice(register.key, key, text)
        } else {
            text.to_owned()
        }
    })
}

fn one(words: Words, value: &Json, label: &dyn Fn(&str) -> String) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(flag) => words.text(if *flag { "list-yes" } else { "list-no" }),
        Json::Number(number) => number.to_string(),
        Json::String(text) => label(text),
        Json::Array(list) => list
            .iter()
            .map(|part| one(words, part, label))
            .collect::<Vec<_>>()
            .join(", "),
        Json::Object(object) => {
            let part = |name: &str| object.get(name).and_then(Json::as_str);
            match (object.get("title"), part("amount"), part("name")) {
                (Some(title), ..) => one(words, title, label),
                (_, Some(amount), _) => {
                    format!("{amount} {}", part("currency").unwrap_or_default())
                }
                (_, _, Some(name)) => name.to_owned(),
                _ => half(words, part("zh"), part("en")),
            }
        }
    }
}

fn half(words: Words, zh: Option<&str>, en: Option<&str>) -> String {
    let pair = sealbook_core::register::Pair {
        zh: zh.map(str::to_owned),
        en: en.map(str::to_owned),
    };
    words.half(&pair).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_numbers_and_formulas_become_text() {
        assert_eq!(guarded("-12.50"), "-12.50");
        assert_eq!(guarded("=1+1"), "'=1+1");
    }
}
