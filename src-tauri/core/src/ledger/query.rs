//! A list's question, turned into one statement: names come from the register only, values are bound only.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::title::title_sql;
use crate::register::{Field, Kind, Register, number, register};
use crate::vault::row::Bound;
use crate::vault::terms;
use crate::{Error, Result};

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
    /// Language whose order sorts bilingual text: `en`, `zh-CN`, `it`.
    pub language: String,
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
            language: "en".to_owned(),
        }
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
    let mut prepared = connection.prepare(&sql)?;
    let rows = prepared.query_map(params_from_iter(&bound), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many rows a query finds.
pub fn count(connection: &Connection, query: &ListQuery, today: NaiveDate) -> Result<i64> {
    let (sql, bound) = statement(query, today)?;
    let sql = format!("SELECT COUNT(*) FROM ({sql})");
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

/// The statement of a query and its values. `?1` is today.
pub fn statement(query: &ListQuery, today: NaiveDate) -> Result<(String, Vec<Bound>)> {
    let register = register(&query.register)?;
    let mut build = Build {
        bound: vec![Bound::Text(today.to_string())],
        today,
    };
    let table = register.key;
    let archived = if query.archived { "NOT NULL" } else { "NULL" };
    let mut sql = format!(
        "SELECT {table}.id FROM {table} WHERE ?1 IS NOT NULL AND {table}.archived_at IS {archived}"
    );
    if let Some(text) = query.text.as_deref().filter(|text| !text.trim().is_empty()) {
        sql.push_str(" AND ");
        sql.push_str(&build.words(register, text));
    }
    for filter in &query.filters {
        sql.push_str(" AND ");
        sql.push_str(&build.condition(register, filter)?);
    }
    sql.push_str(" ORDER BY ");
    for sort in &query.sort {
        let direction = if sort.descending { "DESC" } else { "ASC" };
        let key = order_key(register, &sort.field, &query.language)?;
        // nothing entered comes last either way
        sql.push_str(&format!("{key} {direction} NULLS LAST, "));
    }
    sql.push_str(&format!("{table}.id"));
    // `:today` of computed figures is the first value
    Ok((sql.replace(":today", "?1"), build.bound))
}

struct Build {
    bound: Vec<Bound>,
    today: NaiveDate,
}

impl Build {
    fn bind(&mut self, value: Bound) -> String {
        self.bound.push(value);
        format!("?{}", self.bound.len())
    }

    fn words(&mut self, register: &Register, text: &str) -> String {
        match terms::query(text) {
            Some(words) => {
                let words = self.bind(Bound::Text(words));
                format!(
                    "{0}.id IN (SELECT rowid / 64 FROM search WHERE search MATCH {words} AND rowid % 64 = {1})",
                    register.key, register.number
                )
            }
            None => "0".to_owned(),
        }
    }

    fn condition(&mut self, register: &'static Register, filter: &Filter) -> Result<String> {
        let Some((link, rest)) = filter
            .field
            .split_once('.')
            .filter(|(link, _)| *link != "custom")
        else {
            return self.own_condition(register, &filter.field, filter);
        };
        let field = register
            .field(link)
            .ok_or_else(|| unknown(register, link))?;
        let Kind::Link(target) = field.kind else {
            return Err(unknown(register, link));
        };
        let target = crate::register::register(target)?;
        let inner = self.own_condition(target, rest, filter)?;
        Ok(format!(
            "{0}.{link}_id IN (SELECT {1}.id FROM {1} WHERE {inner})",
            register.key, target.key
        ))
    }

    fn own_condition(
        &mut self,
        register: &'static Register,
        key: &str,
        filter: &Filter,
    ) -> Result<String> {
        if key.starts_with("custom.") {
            return self.compare(&custom_sql(register, key)?, Kind::Text, filter);
        }
        if let Some(derived) = register.derived(key) {
            return self.compare(derived.sql, derived.field.kind, filter);
        }
        let field = register.field(key).ok_or_else(|| unknown(register, key))?;
        let column = format!("{}.{key}", register.key);
        match field.kind {
            Kind::Pair => self.pair(&column, filter),
            Kind::Link(_) => self.compare(&format!("{column}_id"), field.kind, filter),
            Kind::Links(_) | Kind::AnyLinks => self.many(register, field, filter),
            kind => self.compare(&column, kind, filter),
        }
    }

    fn pair(&mut self, column: &str, filter: &Filter) -> Result<String> {
        let (zh, en) = (format!("{column}_zh"), format!("{column}_en"));
        Ok(match filter.op {
            FilterOp::Empty => format!("({zh} IS NULL AND {en} IS NULL)"),
            FilterOp::Present => format!("({zh} IS NOT NULL OR {en} IS NOT NULL)"),
            FilterOp::OneLanguage => format!("(({zh} IS NULL) <> ({en} IS NULL))"),
            FilterOp::Contains => format!(
                "({} OR {})",
                self.like(&zh, filter)?,
                self.like(&en, filter)?
            ),
            FilterOp::Is | FilterOp::IsNot => {
                let list = self.list(Kind::Text, filter)?;
                let is =
                    format!("(COALESCE({zh} IN ({list}), 0) OR COALESCE({en} IN ({list}), 0))");
                if filter.op == FilterOp::Is {
                    is
                } else {
                    format!("NOT {is}")
                }
            }
            _ => return Err(refused(filter)),
        })
    }

    fn many(&mut self, register: &Register, field: &Field, filter: &Filter) -> Result<String> {
        let exists = format!(
            "EXISTS (SELECT 1 FROM link k WHERE k.register = '{0}' AND k.record = {0}.id AND k.field = '{1}'",
            register.key, field.key
        );
        Ok(match filter.op {
            FilterOp::Empty => format!("NOT {exists})"),
            FilterOp::Present => format!("{exists})"),
            FilterOp::Is => format!(
                "{exists} AND k.target IN ({}))",
                self.list(Kind::Integer, filter)?
            ),
            FilterOp::IsNot => format!(
                "NOT {exists} AND k.target IN ({}))",
                self.list(Kind::Integer, filter)?
            ),
            _ => return Err(refused(filter)),
        })
    }

    fn compare(&mut self, sql: &str, kind: Kind, filter: &Filter) -> Result<String> {
        let dated = matches!(kind, Kind::Date | Kind::Moment);
        let counted = matches!(kind, Kind::Integer | Kind::Decimal | Kind::Money);
        Ok(match filter.op {
            FilterOp::Empty => format!("{sql} IS NULL"),
            FilterOp::Present => format!("{sql} IS NOT NULL"),
            FilterOp::Contains if !dated && !counted => self.like(sql, filter)?,
            FilterOp::Is if matches!(kind, Kind::Choices(_)) => self.any_choice(sql, filter)?,
            FilterOp::Is => format!("{sql} IN ({})", self.list(kind, filter)?),
            FilterOp::IsNot if matches!(kind, Kind::Choices(_)) => {
                format!("NOT {}", self.any_choice(sql, filter)?)
            }
            FilterOp::IsNot => format!(
                "({sql} IS NULL OR {sql} NOT IN ({}))",
                self.list(kind, filter)?
            ),
            FilterOp::Before if dated => format!("{sql} < {}", self.one(kind, filter)?),
            FilterOp::After if dated => format!("{sql} > {}", self.one(kind, filter)?),
            FilterOp::WithinDays if dated => {
                let days: u64 = filter
                    .values
                    .first()
                    .and_then(|days| days.parse().ok())
                    .ok_or_else(|| refused(filter))?;
                let last = self
                    .today
                    .checked_add_days(Days::new(days))
                    .ok_or_else(|| refused(filter))?;
                format!(
                    "{sql} BETWEEN ?1 AND {}",
                    self.bind(Bound::Text(last.to_string()))
                )
            }
            FilterOp::Less if counted => format!("{sql} < {}", self.one(kind, filter)?),
            FilterOp::More if counted => format!("{sql} > {}", self.one(kind, filter)?),
            _ => return Err(refused(filter)),
        })
    }

    fn like(&mut self, sql: &str, filter: &Filter) -> Result<String> {
        let text = filter.values.first().ok_or_else(|| refused(filter))?;
        let escaped = text
            .replace('\\', "\\\\")
            .replace('%', "\\%")
            .replace('_', "\\_");
        let pattern = self.bind(Bound::Text(format!("%{escaped}%")));
        Ok(format!("COALESCE({sql} LIKE {pattern} ESCAPE '\\', 0)"))
    }

    fn any_choice(&mut self, sql: &str, filter: &Filter) -> Result<String> {
        let list = self.list(Kind::Text, filter)?;
        Ok(format!(
            "EXISTS (SELECT 1 FROM json_each({sql}) WHERE value IN ({list}))"
        ))
    }

    fn one(&mut self, kind: Kind, filter: &Filter) -> Result<String> {
        let text = filter.values.first().ok_or_else(|| refused(filter))?;
        let bound = bound(kind, text).ok_or_else(|| refused(filter))?;
        Ok(self.bind(bound))
    }

    fn list(&mut self, kind: Kind, filter: &Filter) -> Result<String> {
        if filter.values.is_empty() {
            return Err(refused(filter));
        }
        let mut places = Vec::new();
        for text in &filter.values {
            let bound = bound(kind, text).ok_or_else(|| refused(filter))?;
            places.push(self.bind(bound));
        }
        Ok(places.join(", "))
    }
}

/// A filter's value in the stored form of a kind.
fn bound(kind: Kind, text: &str) -> Option<Bound> {
    Some(match kind {
        Kind::Integer | Kind::Link(_) => Bound::Integer(text.parse().ok()?),
        Kind::Decimal => Bound::Integer(number::micros_from_text(text)?),
        Kind::Money => Bound::Integer(number::amount_from_text(text)?),
        Kind::Flag => Bound::Integer(i64::from(text == "true")),
        Kind::Date => Bound::Text(text.parse::<NaiveDate>().ok()?.to_string()),
        _ => Bound::Text(text.to_owned()),
    })
}

/// The expression a field sorts by.
fn order_key(register: &'static Register, key: &str, language: &str) -> Result<String> {
    if key.starts_with("custom.") {
        return custom_sql(register, key);
    }
    if let Some(derived) = register.derived(key) {
        return Ok(derived.sql.to_owned());
    }
    let field = register.field(key).ok_or_else(|| unknown(register, key))?;
    let column = format!("{}.{key}", register.key);
    Ok(match field.kind {
        Kind::Pair if language == "zh-CN" => format!("{column}_sort"),
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

/// A field of the officer's own: `custom.<key>`.
fn custom_sql(register: &Register, key: &str) -> Result<String> {
    let own = key.strip_prefix("custom.").unwrap_or(key);
    if own.is_empty()
        || !own
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    {
        return Err(unknown(register, key));
    }
    Ok(format!("json_extract({}.custom, '$.{own}')", register.key))
}

fn unknown(register: &Register, key: &str) -> Error {
    Error::new("field_unknown")
        .with("register", register.key)
        .at(key)
}

fn refused(filter: &Filter) -> Error {
    Error::new("filter_refused").at(&filter.field)
}
