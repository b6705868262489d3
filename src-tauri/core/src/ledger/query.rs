//! A list's question, turned into one statement: names come from the register only, values are bound only.

use chrono::NaiveDate;
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::condition::{Conditions, custom_sql, unknown};
use super::title::title_sql;
use crate::Result;
use crate::register::{Kind, Register, register};
use crate::rules::position::standing::{self, Reach};
use crate::vault::row::Bound;
use crate::words::Language;

/// What a filter asks of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilterOp {
    /// One of the values.
    Is,
    /// None of the values; also true where nothing stands.
    IsNot,
    /// Text holds the value.
    Contains,
    /// Day before the value.
    Before,
    /// Day after the value.
    After,
    /// Day from today to so many days ahead.
    WithinDays,
    /// Less than the value.
    Less,
    /// More than the value.
    More,
    /// Nothing entered.
    Empty,
    /// Something entered.
    Present,
    /// One half of a pair is missing.
    OneLanguage,
}

/// One condition on a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// A field, or one hop over a link: `person.status`.
    pub field: String,
    /// What is asked.
    pub op: FilterOp,
    /// Values as text: numbers, days, row ids, choice keys.
    pub values: Vec<String>,
}

/// One key of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// A field.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

/// What a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListQuery {
    /// Register.
    pub register: String,
    /// All have to hold.
    pub filters: Vec<Filter>,
    /// First key first.
    pub sort: Vec<Sort>,
    /// Words in either script.
    pub text: Option<String>,
    /// Those put aside instead of those in use.
    pub archived: bool,
    /// Language whose order sorts bilingual text.
    pub language: Language,
    /// The day its figures are of; today where none is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<String>")]
    pub as_of: Option<NaiveDate>,
}

impl ListQuery {
    /// Everything in use of a register.
    pub fn all(register: &str) -> Self {
        Self {
            register: register.to_owned(),
            filters: Vec::new(),
            sort: Vec::new(),
            text: None,
            archived: false,
            language: Language::En,
            as_of: None,
        }
    }

    /// The day its figures are of.
    pub fn day(&self, today: NaiveDate) -> NaiveDate {
        self.as_of.unwrap_or(today)
    }

    /// Adds a condition.
    pub fn filter(mut self, field: &str, op: FilterOp, values: &[&str]) -> Self {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        self.filters.push(Filter {
            field: field.to_owned(),
            op,
            values,
        });
        self
    }
}

/// The row ids a query finds, in order.
pub fn ids(connection: &Connection, query: &ListQuery, today: NaiveDate) -> Result<Vec<i64>> {
    let (sql, bound) = statement(query, today)?;
    standing::prepare(connection, &sql, query.day(today), Reach::Whole)?;
    let mut prepared = connection.prepare(&sql)?;
    let rows = prepared.query_map(params_from_iter(&bound), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many rows a query finds.
pub fn count(connection: &Connection, query: &ListQuery, today: NaiveDate) -> Result<i64> {
    let (sql, bound) = statement(query, today)?;
    let sql = format!("SELECT COUNT(*) FROM ({sql})");
    standing::prepare(connection, &sql, query.day(today), Reach::Whole)?;
    let mut prepared = connection.prepare_cached(&sql)?;
    Ok(prepared.query_row(params_from_iter(&bound), |row| row.get(0))?)
}

/// The rows a query finds with the days in one of their fields, stored or derived.
pub fn dates(
    connection: &Connection,
    query: &ListQuery,
    field: &str,
    today: NaiveDate,
) -> Result<Vec<(i64, NaiveDate)>> {
    let register = register(&query.register)?;
    let expression = match (register.derived(field), register.field(field)) {
        (Some(derived), _) => derived.sql.replace(":today", "?1"),
        (None, Some(stored)) => format!("{}.{}", register.key, stored.key),
        (None, None) => return Err(unknown(register, field)),
    };
    let (sql, bound) = statement(query, today)?;
    let sql = format!(
        "SELECT {0}.id, {expression} FROM {0} WHERE {0}.id IN ({sql})",
        register.key
    );
    standing::prepare(connection, &sql, query.day(today), Reach::Whole)?;
    let mut prepared = connection.prepare_cached(&sql)?;
    let rows = prepared.query_map(params_from_iter(&bound), |row| {
        Ok((row.get(0)?, row.get::<_, Option<String>>(1)?))
    })?;
    let mut found = Vec::new();
    for row in rows {
        let (id, day) = row?;
        if let Some(day) = day.and_then(|day| day.parse().ok()) {
            found.push((id, day));
        }
    }
    Ok(found)
}

/// The statement of a query and its values. `?1` is the day its figures are of.
pub fn statement(query: &ListQuery, today: NaiveDate) -> Result<(String, Vec<Bound>)> {
    let register = register(&query.register)?;
    let mut conditions = Conditions::new(query.day(today));
    let table = register.key;
    let archived = if query.archived { "NOT NULL" } else { "NULL" };
    let mut sql = format!(
        "SELECT {table}.id FROM {table} WHERE ?1 IS NOT NULL AND {table}.archived_at IS {archived}"
    );
    if let Some(text) = query.text.as_deref().filter(|text| !text.trim().is_empty()) {
        sql.push_str(" AND ");
        sql.push_str(&conditions.words(register, text)?);
    }
    for filter in &query.filters {
        sql.push_str(" AND ");
        sql.push_str(&conditions.condition(register, filter)?);
    }
    sql.push_str(" ORDER BY ");
    for sort in &query.sort {
        let direction = if sort.descending { "DESC" } else { "ASC" };
        let key = order_key(register, &sort.field, query.language)?;
        // nothing entered comes last either way
        sql.push_str(&format!("{key} {direction} NULLS LAST, "));
    }
    sql.push_str(&format!("{table}.id"));
    // `:today` of computed figures is the first value
    Ok((sql.replace(":today", "?1"), conditions.bound))
}

/// The expression a field sorts by.
fn order_key(register: &'static Register, key: &str, language: Language) -> Result<String> {
    if key.starts_with("custom.") {
        return custom_order(register, key);
    }
    if let Some(derived) = register.derived(key) {
        return Ok(derived.sql.to_owned());
    }
    let field = register.field(key).ok_or_else(|| unknown(register, key))?;
    let column = format!("{}.{key}", register.key);
    Ok(match field.kind {
        Kind::Pair if language == Language::Zh => format!("{column}_sort"),
        Kind::Pair => format!("COALESCE({column}_en, {column}_zh) COLLATE NOCASE"),
        Kind::Link(target) => {
            let target = crate::register::register(target)?;
            format!(
                "(SELECT {} FROM {1} s0 WHERE s0.id = {column}_id) COLLATE NOCASE",
                title_sql(target, "s0", language, 0)?,
                target.key
            )
        }
        Kind::Links(_) | Kind::AnyLinks => format!(
            "(SELECT COUNT(*) FROM link k WHERE k.register = '{0}' AND k.record = {0}.id AND k.field = '{key}')",
            register.key
        ),
        Kind::Text | Kind::Note | Kind::Identifier(_) => format!("{column} COLLATE NOCASE"),
        _ => column,
    })
}

/// Decimals of the officer's own fields are kept as text and sort as numbers.
fn custom_order(register: &Register, key: &str) -> Result<String> {
    let value = custom_sql(register, key)?;
    let own = key.strip_prefix("custom.").unwrap_or(key);
    Ok(format!(
        "(CASE (SELECT kind FROM custom_field f WHERE f.register = '{}' AND f.key = '{own}') WHEN 'decimal' THEN CAST({value} AS REAL) \
         ELSE {value} END) COLLATE NOCASE",
        register.key
    ))
}
