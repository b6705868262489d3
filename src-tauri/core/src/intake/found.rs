//! Names an inventory found: kept as they stand in the file where no product goes by them yet, to be matched later.

use std::collections::HashMap;

use rusqlite::Connection;

use super::api::{NameBecomes, UnknownLinks};
use super::called::comparable;
use super::names::Aspect;
use super::plan::Work;
use super::recipe::Part;
use crate::Result;
use crate::register::{Record, Register, Value, deployment, parse};

/// Field that keeps the name.
pub(super) const FOUND_AS: &str = deployment::FOUND_AS.field.key;

const LICENSABLE: &str = deployment::LICENSABLE.field.key;

/// Names that need no license, in the form of [`comparable`], with the reason.
pub(super) type Ignored = HashMap<String, Option<String>>;

/// Reads the names that need no license.
pub(super) fn ignored(connection: &Connection) -> Result<Ignored> {
    let mut statement =
        connection.prepare("SELECT name, reason FROM ignored_name WHERE archived_at IS NULL")?;
    let rows = statement.query_map([], |row| {
        Ok((comparable(&row.get::<_, String>(0)?), row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Work<'_, '_> {
    /// The name of a part as it stands in the file.
    pub(super) fn as_found(&self, part: usize, given: &Record) -> Option<String> {
        let name = self.plan.recipe.parts[part].register.title.first()?;
        let whole = self.plan.columns.iter().find(|column| {
            let target = column.target;
            target.is_some_and(|(p, field, aspect)| {
                (p, field.key, aspect) == (part, name.key, Aspect::Whole)
            })
        });
        let text = match (whole, given.value(name.key)) {
            (_, Value::Null) => return None,
            (Some(column), _) => parse::clean(&self.cell(column.index).text()),
            (None, Value::Pair(pair)) => pair.zh_or_en().to_owned(),
            _ => return None,
        };
        // of several lines the first names it
        let text = text.lines().next().unwrap_or_default().trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The name of a part that may wait to be matched. A row that gives a code says itself which record it means, and one whose
    /// finding is not kept leaves nothing to match later.
    pub(super) fn may_wait(&self, part: usize, given: &[Record]) -> Option<String> {
        let recipe = self.plan.recipe;
        let described = &recipe.parts[part];
        let coded = described.register.code().map(|code| code.key);
        if !described.waits
            || self.out.uuid.is_some()
            || coded.is_some_and(|key| !given[part].value(key).is_empty())
        {
            return None;
        }
        let keeps = |(keeper, other): (usize, &Part)| {
            let needed = other.needs;
            other.found_as == Some(part)
                && needed.is_none_or(|field| !given[keeper].value(field.key).is_empty())
        };
        let kept = recipe.parts.iter().enumerate().any(keeps);
        kept.then(|| self.as_found(part, &given[part])).flatten()
    }

    /// Whether the name waits, as the officer chose for it or for all.
    pub(super) fn waits(&self, register: &'static str, name: &str) -> bool {
        match self.plan.decided.get(&(register, comparable(name))) {
            Some(becomes) => *becomes == NameBecomes::Wait,
            None => matches!(
                self.plan.options.unknown_links,
                UnknownLinks::Usual | UnknownLinks::Leave
            ),
        }
    }

    /// Keeps the name of another part in a record. None: there is nothing to keep, and no record the name stands for.
    pub(super) fn keep_found(
        &self,
        described: &Part,
        record: &mut Record,
        given: &[Record],
        ids: &[Option<i64>],
    ) -> Option<()> {
        let Some(other) = described.found_as else {
            return Some(());
        };
        let name = self.as_found(other, &given[other]);
        if name.is_none() && ids[other].is_none() {
            return None;
        }
        if let Some(name) = name {
            record.values.insert(FOUND_AS, Value::Text(name));
        }
        Some(())
    }

    /// Says of a name that needs no license what was said of it before, unless the row or the record says it already.
    pub(super) fn leave_aside(
        &self,
        register: &'static Register,
        record: &mut Record,
        current: Option<&Record>,
    ) {
        let (flag, why) = (LICENSABLE, deployment::REASON.field.key);
        let said = |record: &Record| !record.value(flag).is_empty() || has_product(record);
        let Value::Text(name) = record.value(FOUND_AS) else {
            return;
        };
        if register.field(flag).is_none() || said(record) || current.is_some_and(said) {
            return;
        }
        if let Some(reason) = self.known.ignored.get(&comparable(name)).cloned() {
            record.values.insert(flag, Value::Flag(false));
            if let (true, Some(reason)) = (record.value(why).is_empty(), reason) {
                record.values.insert(why, Value::Text(reason));
            }
        }
    }
}

fn has_product(record: &Record) -> bool {
    !record.value(deployment::PRODUCT.field.key).is_empty()
}
