//! What is refused at the gate: wrong kinds, unknown choices, missing fields, broken rules. Every refusal names its field.

use rusqlite::Connection;

use crate::register::identifier::Verdict;
use crate::register::parse::{self, MOST_TEXT};
use crate::register::{Field, Issue, Kind, REGISTERS, Record, Register, Value};
use crate::{Error, Result};

/// Brings values to their stored form: empty is nothing, text trimmed, identifiers normalised. Unknown keys and wrong kinds are
/// refused.
pub fn normalise(register: &Register, record: &mut Record) -> Result<()> {
    for (key, value) in &mut record.values {
        let field = register.field(key).ok_or_else(|| {
            Error::new("field_unknown")
                .with("register", register.key)
                .at(key)
        })?;
        *value = normal(field, std::mem::take(value));
        fits(field, value)?;
    }
    Ok(())
}

/// Checks a whole record as it would stand.
pub fn whole(
    connection: &Connection,
    register: &Register,
    record: &Record,
    id: Option<i64>,
) -> Result<()> {
    for field in register.fields() {
        let value = record.value(field.key);
        if field.required && value.is_empty() {
            return Err(Error::new("required").at(field.key));
        }
        if let (Kind::Link(target), Value::Link(row)) = (field.kind, value) {
            if target == register.key && Some(*row) == id {
                return Err(Error::new("link_to_itself").at(field.key));
            }
            let sql = format!("SELECT 1 FROM {target} WHERE id = ?1");
            if !connection.prepare_cached(&sql)?.exists([row])? {
                return Err(Error::new("link_missing")
                    .with("register", target)
                    .at(field.key));
            }
        }
    }
    register
        .rules
        .iter()
        .filter_map(|rule| rule(record))
        .find(|issue| issue.refuses)
        .map_or(Ok(()), |issue| Err(issue.error))
}

/// What is doubtful about a record that was accepted: warnings of rules and identifiers, and missing halves of pairs.
pub fn doubts(register: &Register, record: &Record) -> Vec<Issue> {
    let mut issues: Vec<Issue> = register
        .rules
        .iter()
        .filter_map(|rule| rule(record))
        .collect();
    for field in register.fields() {
        let doubt = match (field.kind, record.value(field.key)) {
            (Kind::Identifier(identifier), Value::Text(text)) => match identifier.check(text) {
                Verdict::Doubtful(code) => code,
                _ => continue,
            },
            (Kind::Pair, Value::Pair(pair)) if pair.zh.is_none() => "missing_zh",
            (Kind::Pair, Value::Pair(pair)) if pair.en.is_none() => "missing_en",
            _ => continue,
        };
        issues.push(Issue {
            error: Error::new(doubt).at(field.key),
            refuses: false,
        });
    }
    issues
}

/// The first register that refers to a record, and by how many records.
pub fn referring(
    connection: &Connection,
    register: &Register,
    id: i64,
) -> Result<Option<(&'static str, i64)>> {
    for (other, field) in register.backlinks() {
        let sql = format!(
            "SELECT COUNT(*) FROM {} WHERE {}_id = ?1",
            other.key, field.key
        );
        let count: i64 = connection
            .prepare_cached(&sql)?
            .query_row([id], |row| row.get(0))?;
        if count > 0 {
            return Ok(Some((other.key, count)));
        }
    }
    for other in REGISTERS {
        let count: i64 = connection
            .prepare_cached("SELECT COUNT(*) FROM link WHERE target_register = ?1 AND target = ?2 AND register = ?3")?
            .query_row((register.key, id, other.key), |row| row.get(0))?;
        if count > 0 {
            return Ok(Some((other.key, count)));
        }
    }
    Ok(None)
}

fn normal(field: &Field, value: Value) -> Value {
    match (field.kind, value) {
        (Kind::Identifier(identifier), Value::Text(text)) => text_or_null(identifier.normal(&text)),
        (Kind::Note | Kind::Secret, Value::Text(text)) => {
            text_or_null(without_ends(text, str::trim_end))
        }
        (_, Value::Text(text)) => text_or_null(without_ends(text, str::trim)),
        (_, Value::Pair(mut pair)) => {
            for half in [&mut pair.zh, &mut pair.en] {
                *half = half
                    .take()
                    .map(|text| text.trim().to_owned())
                    .filter(|text| !text.is_empty());
            }
            if pair.is_empty() {
                Value::Null
            } else {
                Value::Pair(pair)
            }
        }
        (Kind::Choices(choices), Value::Choices(mut list)) => {
            list.sort_by_key(|key| choices.iter().position(|choice| choice == key));
            list.dedup();
            if list.is_empty() {
                Value::Null
            } else {
                Value::Choices(list)
            }
        }
        (_, Value::Links(mut ids)) => {
            ids.sort_unstable();
            ids.dedup();
            if ids.is_empty() {
                Value::Null
            } else {
                Value::Links(ids)
            }
        }
        (_, Value::AnyLinks(mut ids)) => {
            ids.sort_unstable();
            ids.dedup();
            if ids.is_empty() {
                Value::Null
            } else {
                Value::AnyLinks(ids)
            }
        }
        (_, Value::Files(files)) if files.is_empty() => Value::Null,
        (_, value) => value,
    }
}

/// The text cut as told; itself where nothing is to cut.
fn without_ends(text: String, cut: fn(&str) -> &str) -> String {
    match cut(&text) {
        kept if kept.len() == text.len() => text,
        kept => kept.to_owned(),
    }
}

fn text_or_null(text: String) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        Value::Text(text)
    }
}

fn fits(field: &Field, value: &Value) -> Result<()> {
    let wrong = |code: &str| Err(Error::new(code).at(field.key));
    let choice_known = |choices: &[&str], key: &String| choices.contains(&key.as_str());
    match (field.kind, value) {
        (_, Value::Null) => Ok(()),
        (Kind::Choice(choices), Value::Text(key)) if !choice_known(choices, key) => {
            Err(Error::new("choice_unknown")
                .with("value", key)
                .at(field.key))
        }
        (Kind::Choices(choices), Value::Choices(keys)) => {
            match keys.iter().find(|key| !choice_known(choices, key)) {
                Some(key) => Err(Error::new("choice_unknown")
                    .with("value", key)
                    .at(field.key)),
                None => Ok(()),
            }
        }
        (Kind::Identifier(identifier), Value::Text(text)) => match identifier.check(text) {
            Verdict::Wrong(code) => wrong(code),
            _ => Ok(()),
        },
        (Kind::Money, Value::Money(money)) => {
            match crate::register::identifier::Identifier::Currency.check(&money.currency) {
                Verdict::Wrong(code) => wrong(code),
                _ => Ok(()),
            }
        }
        (
            Kind::Text | Kind::Note | Kind::Code(_) | Kind::Choice(_) | Kind::Secret,
            Value::Text(text),
        ) => text_fits(field, text),
        (Kind::Pair, Value::Pair(pair)) => [&pair.zh, &pair.en]
            .into_iter()
            .flatten()
            .try_for_each(|half| text_fits(field, half)),
        (Kind::Integer, Value::Integer(_))
        | (Kind::Decimal, Value::Decimal(_))
        | (Kind::Date, Value::Date(_))
        | (Kind::Moment, Value::Moment(_))
        | (Kind::Flag, Value::Flag(_))
        | (Kind::Link(_), Value::Link(_))
        | (Kind::Links(_), Value::Links(_))
        | (Kind::AnyLinks, Value::AnyLinks(_))
        | (Kind::Files, Value::Files(_)) => Ok(()),
        _ => wrong("bad_value"),
    }
}

fn text_fits(field: &Field, text: &str) -> Result<()> {
    if parse::is_longer(text, MOST_TEXT) {
        return Err(Error::new("text_too_long")
            .with("most", MOST_TEXT)
            .at(field.key));
    }
    let line_allowed = matches!(field.kind, Kind::Note | Kind::Secret);
    let stray = |c: char| c.is_control() && !(line_allowed && matches!(c, '\n' | '\t' | '\r'));
    if text.chars().any(stray) {
        return Err(Error::new("text_control").at(field.key));
    }
    Ok(())
}
