//! A page of a list: values in the form the page shows.

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use ts_rs::TS;

use super::title::Titles;
use crate::register::value::moment_text;
use crate::register::{Derived, Field, Kind, Pair, Register, Value, number, register};
use crate::rules::position::standing::{self, Reach};
use crate::vault::row;
use crate::{Error, Result};

/// Rows a page has at most.
pub const MOST_ROWS: usize = 200;

/// One row of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Row {
    /// Row id.
    #[ts(type = "number")]
    pub id: i64,
    /// What it is called.
    pub title: Pair,
    /// Put aside.
    pub archived: bool,
    /// The fields asked for.
    #[ts(type = "Values")]
    pub values: Map<String, Json>,
}

/// The rows of these ids in their order, with the fields asked for (stored, derived or `custom.<key>`). An id whose record is
/// gone since the list was made is left out.
pub fn rows(
    connection: &Connection,
    register: &'static Register,
    ids: &[i64],
    fields: &[&str],
    today: NaiveDate,
) -> Result<Vec<Row>> {
    let mut stored: Vec<&'static Field> = Vec::new();
    let mut derived: Vec<&'static Derived> = Vec::new();
    let mut custom: Vec<&str> = Vec::new();
    for key in fields {
        if let Some(own) = key.strip_prefix("custom.") {
            custom.push(own);
        } else if let Some(field) = register.field(key) {
            stored.push(field);
        } else if let Some(figure) = register.derived(key) {
            derived.push(figure);
        } else {
            return Err(Error::new("field_unknown")
                .with("register", register.key)
                .at(key));
        }
    }
    let sql = page_sql(register, &stored, &derived);
    standing::prepare(connection, &sql, today, Reach::Rows)?;
    let mut statement = connection.prepare_cached(&sql)?;
    let mut titles = Titles::default();
    let mut page = Vec::with_capacity(ids.len());
    for id in ids {
        let mut found = statement.query((today.to_string(), id))?;
        let Some(found) = found.next()? else { continue };
        let (id, record) = row::read_fields(connection, register, stored.iter().copied(), found)?;
        let mut at = 2 + stored
            .iter()
            .map(|field| row::width(field.kind))
            .sum::<usize>();
        let mut values = Map::new();
        for field in &stored {
            values.insert(
                field.key.to_owned(),
                page_value(connection, field, record.value(field.key), &mut titles)?,
            );
        }
        for figure in &derived {
            values.insert(
                figure.field.key.to_owned(),
                figure_json(&figure.field, found.get_ref(at)?)?,
            );
            at += 1;
        }
        for own in &custom {
            values.insert(
                format!("custom.{own}"),
                record.custom.get(*own).cloned().unwrap_or(Json::Null),
            );
        }
        let archived = found.get(at)?;
        let title = titles.reference(connection, register, id)?.title;
        page.push(Row {
            id,
            title,
            archived,
            values,
        });
    }
    Ok(page)
}

/// One row by its number, with today as `?1` and the row as `?2`.
fn page_sql(
    register: &Register,
    stored: &[&'static Field],
    derived: &[&'static Derived],
) -> String {
    let table = register.key;
    let mut sql = format!("SELECT {}", row::select_list(stored.iter().copied()));
    for figure in derived {
        sql.push_str(", ");
        // figures speak of the table by its name
        sql.push_str(
            &figure
                .sql
                .replace(":today", "?1")
                .replace(&format!("{table}."), "t."),
        );
    }
    sql.push_str(&format!(
        ", t.archived_at IS NOT NULL FROM {table} t WHERE t.id = ?2 AND ?1 IS NOT NULL"
    ));
    sql
}

fn figure_json(field: &Field, value: ValueRef<'_>) -> Result<Json> {
    Ok(match (field.kind, value) {
        (Kind::Choices(_), ValueRef::Text(list)) => serde_json::from_slice(list)?,
        (Kind::Choices(_), _) => json!([]),
        (Kind::Flag, ValueRef::Integer(number)) => json!(number != 0),
        (_, ValueRef::Integer(number)) => json!(number),
        (_, ValueRef::Real(number)) => json!(number),
        (_, ValueRef::Text(text)) => json!(String::from_utf8_lossy(text)),
        (_, ValueRef::Null | ValueRef::Blob(_)) => Json::Null,
    })
}

/// A value as the page takes it: amounts as text, links as chips, secrets only as being there.
pub fn page_value(
    connection: &Connection,
    field: &Field,
    value: &Value,
    titles: &mut Titles,
) -> Result<Json> {
    Ok(match value {
        Value::Null => match field.kind {
            Kind::Pair => json!(Pair::default()),
            Kind::Choices(_) | Kind::Links(_) | Kind::AnyLinks | Kind::Files => json!([]),
            _ => Json::Null,
        },
        Value::Text(_) if field.kind == Kind::Secret => json!("set"),
        Value::Text(text) => json!(text),
        Value::Integer(number) => json!(number),
        Value::Decimal(micros) => json!(number::micros_to_text(*micros)),
        Value::Money(money) => json!(money),
        Value::Date(date) => json!(date.to_string()),
        Value::Moment(moment) => json!(moment_text(*moment)),
        Value::Flag(flag) => json!(flag),
        Value::Pair(pair) => json!(pair),
        Value::Choices(list) => json!(list),
        Value::Files(files) => json!(files),
        Value::Link(id) => match field.kind {
            Kind::Link(target) => json!(titles.reference(connection, register(target)?, *id)?),
            _ => Json::Null,
        },
        Value::Links(ids) => match field.kind {
            Kind::Links(target) => {
                let target = register(target)?;
                let chips: Result<Vec<_>> = ids
                    .iter()
                    .map(|id| titles.reference(connection, target, *id))
                    .collect();
                json!(chips?)
            }
            _ => json!([]),
        },
        Value::AnyLinks(ids) => {
            let chips: Result<Vec<_>> = ids
                .iter()
                .map(|(key, id)| titles.reference(connection, register(key)?, *id))
                .collect();
            json!(chips?)
        }
    })
}
