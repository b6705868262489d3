//! What a record is called: the filled title fields joined, links by the titles of what they point to.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::register::{Field, Kind, Pair, Record, Register, Value, register};
use crate::vault::row;
use crate::words::Language;
use crate::{Error, Result};

/// A record as a chip shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Ref {
    /// Register.
    pub register: &'static str,
    /// Row; 0 in history for a record that no longer stands.
    #[ts(type = "number")]
    pub id: i64,
    /// Title.
    pub title: Pair,
    /// Its code, if its register has one.
    pub code: Option<String>,
}

/// Titles already read, so that a page asks once for each.
#[derive(Debug, Default)]
pub struct Titles {
    known: HashMap<(&'static str, i64), Ref>,
}

impl Titles {
    /// The chip of a record.
    pub fn reference(
        &mut self,
        connection: &Connection,
        register: &'static Register,
        id: i64,
    ) -> Result<Ref> {
        if let Some(known) = self.known.get(&(register.key, id)) {
            return Ok(known.clone());
        }
        let found = self.read(connection, register, id)?;
        self.known.insert((register.key, id), found.clone());
        Ok(found)
    }

    fn read(
        &mut self,
        connection: &Connection,
        register: &'static Register,
        id: i64,
    ) -> Result<Ref> {
        let fields = || register.title.iter().chain(register.code());
        let sql = format!(
            "SELECT {} FROM {} t WHERE t.id = ?1",
            row::select_list(fields()),
            register.key
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        let found = rows
            .next()?
            .ok_or_else(|| Error::new("record_gone").with("register", register.key))?;
        let (_, record) = row::read_fields(connection, register, fields(), found)?;
        drop(rows);
        drop(statement);
        let mut parts = Parts::default();
        for field in register.title {
            match (field.kind, record.value(field.key)) {
                (Kind::Link(target), Value::Link(row)) => {
                    let target = crate::register::register(target)?;
                    parts.add(field, self.reference(connection, target, *row)?.title);
                }
                (_, Value::Pair(pair)) => parts.add(field, pair.clone()),
                (_, Value::Text(text)) => parts.text(field, text),
                (_, Value::Date(date)) => parts.text(field, &date.to_string()),
                _ => {}
            }
        }
        let code = register
            .code()
            .and_then(|field| match record.value(field.key) {
                Value::Text(code) => Some(code.clone()),
                _ => None,
            });
        Ok(Ref {
            register: register.key,
            id,
            title: parts.title(),
            code,
        })
    }
}

/// What a record is called by its own texts, as it is shown.
pub(crate) fn of_texts(register: &Register, record: &Record) -> Pair {
    let mut parts = Parts::default();
    for field in register.title {
        match record.value(field.key) {
            Value::Pair(pair) => parts.add(field, pair.clone()),
            Value::Text(text) => parts.text(field, text),
            _ => {}
        }
    }
    parts.title()
}

/// What a title is made of, by field.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<(&'static str, Pair)>);

impl Parts {
    pub fn add(&mut self, field: &Field, part: Pair) {
        self.0.push((field.key, part));
    }

    /// Plain text stands in the half of its script, and text named as another's Chinese half (`name_zh` of `name`) in that one.
    pub fn text(&mut self, field: &Field, text: &str) {
        let whole = field.key.strip_suffix("_zh");
        match self.0.iter_mut().find(|(key, _)| Some(*key) == whole) {
            Some((_, part)) => part.zh = Some(text.to_owned()),
            None => self.add(field, Pair::by_script(text)),
        }
    }

    pub fn title(self) -> Pair {
        joined(&unrepeated(self.0.into_iter().map(|(_, part)| part)))
    }
}

/// Leaves out what an earlier part says already: the edition of "AutoCAD LT" is not "LT" once more.
fn unrepeated(parts: impl Iterator<Item = Pair>) -> Vec<Pair> {
    let mut kept: Vec<Pair> = Vec::new();
    for part in parts {
        let says = |earlier: &Pair| {
            let words = format!(" {} {} ", earlier.zh_or_en(), earlier.en_or_zh());
            words.contains(&format!(" {} ", part.en_or_zh()))
        };
        if !kept.iter().any(says) {
            kept.push(part);
        }
    }
    kept
}

/// Joins parts in each language; a part in one language stands in both, as long as any part has two.
fn joined(parts: &[Pair]) -> Pair {
    let join = |half: fn(&Pair) -> &str| {
        let texts: Vec<&str> = parts
            .iter()
            .map(half)
            .filter(|text| !text.is_empty())
            .collect();
        (!texts.is_empty()).then(|| texts.join(" · "))
    };
    match parts {
        [only] => only.clone(),
        _ if parts.iter().all(|part| part.zh.is_none()) => Pair {
            zh: None,
            en: join(Pair::en_or_zh),
        },
        _ if parts.iter().all(|part| part.en.is_none()) => Pair {
            zh: join(Pair::zh_or_en),
            en: None,
        },
        _ => Pair {
            zh: join(Pair::zh_or_en),
            en: join(Pair::en_or_zh),
        },
    }
}

/// What a record is called.
pub fn title(connection: &Connection, register: &'static Register, id: i64) -> Result<Pair> {
    Ok(Titles::default().reference(connection, register, id)?.title)
}

/// An expression that sorts rows of `register` (under `alias`) by title.
pub(super) fn title_sql(
    register: &Register,
    alias: &str,
    language: Language,
    depth: usize,
) -> Result<String> {
    let mut parts = Vec::new();
    for field in register.title {
        let column = format!("{alias}.{}", field.key);
        parts.push(match field.kind {
            Kind::Pair if language == Language::Zh => format!("{column}_sort"),
            Kind::Pair => format!("COALESCE({column}_en, {column}_zh)"),
            Kind::Link(target) if depth < 3 => {
                let target = self::register(target)?;
                let inner = format!("s{}", depth + 1);
                let title = title_sql(target, &inner, language, depth + 1)?;
                format!(
                    "(SELECT {title} FROM {} {inner} WHERE {inner}.id = {column}_id)",
                    target.key
                )
            }
            Kind::Link(_) => format!("{column}_id"),
            _ => column,
        });
    }
    match parts.as_slice() {
        [only] => Ok(only.clone()),
        many => Ok(format!(
            "({})",
            many.iter()
                .map(|part| format!("COALESCE({part}, '')"))
                .collect::<Vec<_>>()
                .join(" || ' ' || ")
        )),
    }
}
