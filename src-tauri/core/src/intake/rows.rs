//! The rows of a preview as a page shows them: old and new at the cell, and what is wrong there.

use rusqlite::Connection;

use super::api::{Made, PreviewCell, PreviewRow, RowAction, RowFilter};
use super::columns::Column;
use super::draft::{Draft, MadeState};
use super::names::Aspect;
use super::own_fields;
use super::plan::{Held, Plan};
use super::table::address;
use crate::register::parse;
use crate::register::{Field, Kind, Pair, Value, number, register};
use crate::{Error, Result};

/// Rows a page may ask for at once.
const PAGE: usize = 200;

impl Draft {
    /// A page of previewed rows, in the order of the file.
    pub fn rows(
        &self,
        connection: &Connection,
        filter: &RowFilter,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<PreviewRow>> {
        let plan = self.plan();
        let rows = self.state.rows.iter().enumerate();
        let places = rows
            .filter(|(place, row)| {
                let asked = filter.action.is_none_or(|wanted| wanted == row.action);
                asked && self.has(*place, filter)
            })
            .map(|(place, _)| place)
            .skip(offset)
            .take(limit.min(PAGE));
        places
            .map(|place| self.row(connection, &plan, place))
            .collect()
    }

    /// Whether a row is one of those asked for, and has the error asked for.
    fn has(&self, place: usize, filter: &RowFilter) -> bool {
        let number = self.table.number(self.layout.rows[place]);
        if !filter.numbers.is_empty() && !filter.numbers.contains(&number) {
            return false;
        }
        let Some(fault) = &filter.fault else {
            return true;
        };
        let errors = self.state.errors.get(&self.layout.rows[place]);
        errors
            .into_iter()
            .flatten()
            .any(|(column, error)| *column == fault.column && error.code == fault.code)
    }

    pub(super) fn row(
        &self,
        connection: &Connection,
        plan: &Plan<'_>,
        place: usize,
    ) -> Result<PreviewRow> {
        let row = self.layout.rows[place];
        let state = self.state.rows[place];
        let made = self
            .state
            .made
            .get(state.start as usize..(state.start + state.length) as usize)
            .unwrap_or_default();
        let faults = self.state.errors.get(&row).map_or(&[][..], Vec::as_slice);
        let mut cells = Vec::new();
        for column in self.columns.iter().filter(|column| column.target.is_some()) {
            cells.push(self.cell(connection, plan, row, column, made, faults)?);
        }
        Ok(PreviewRow {
            row: self.table.number(row),
            action: state.action,
            cells,
            makes: made
                .iter()
                .map(|made| Made {
                    register: self.recipe.parts[usize::from(made.part)].register.key,
                    action: made.action,
                    title: made.title.clone(),
                })
                .collect(),
            errors: faults
                .iter()
                .filter(|(column, _)| column.is_none())
                .map(|(_, error)| error.clone())
                .collect(),
            held: state
                .held
                .filter(|_| state.action != RowAction::Error)
                .map(|held| self.held(held)),
        })
    }

    fn held(&self, held: Held) -> Error {
        let part = match held {
            Held::Stands => return Error::new("row_stands"),
            Held::NotThere => return Error::new("row_not_there"),
            Held::Needs(part) => &self.recipe.parts[part],
        };
        let error = Error::new("part_not_made").with("register", part.register.key);
        match part.needs {
            Some(field) => error.at(field.key),
            None => error,
        }
    }

    fn cell(
        &self,
        connection: &Connection,
        plan: &Plan<'_>,
        row: usize,
        column: &Column,
        made: &[MadeState],
        faults: &[(Option<usize>, Error)],
    ) -> Result<PreviewCell> {
        let address = address(column.origin, self.table.number(row));
        let cell = plan.cell(row, column.index);
        let error = faults.iter().find(|(at, _)| *at == Some(column.index));
        let error = error.map(|(_, error)| error.clone().with("cell", &address));
        let corrected = self.corrections.contains_key(&(row, column.index));
        let mut shown = PreviewCell {
            index: column.index,
            text: cell.text().into_owned(),
            address,
            was: corrected.then(|| plan.read(row, column.index).text().into_owned()),
            new: None,
            old: None,
            changed: false,
            error,
        };
        let Some((part, field, aspect)) = column.target else {
            return Ok(shown);
        };
        if shown.error.is_some() {
            return Ok(shown);
        }
        let link =
            matches!(field.kind, Kind::Link(_) | Kind::Links(_)) || aspect == Aspect::Currency;
        let own = self.recipe.own_field(aspect);
        shown.new = if let Some(own) = own {
            let input = cell.input().ok().flatten();
            let reading = &plan.readings[column.index];
            let read = input.and_then(|input| own.read(input, reading).ok().flatten());
            read.as_ref().and_then(own_fields::text_of)
        } else if link {
            Some(shown.text.trim().to_owned()).filter(|text| !parse::is_nothing(text))
        } else {
            let read =
                cell.input().ok().flatten().and_then(|input| {
                    parse::parse(field, input, &plan.readings[column.index]).ok()
                });
            read.flatten().and_then(|value| text_of(&value, aspect))
        };
        let repeated = self.recipe.parts[part].repeated;
        if let Some(old) = self.other_before(connection, made, part, field)? {
            shown.changed = Some(&old) != shown.new.as_ref();
            shown.old = Some(old).filter(|_| shown.changed);
            return Ok(shown);
        }
        let existing = made.iter().find(|made| {
            usize::from(made.part) == part && made.id > 0 && made.changed.contains(&field.key)
        });
        if let Some(existing) = existing.filter(|_| !repeated && shown.new.is_some()) {
            let record =
                crate::ledger::record(connection, self.recipe.parts[part].register, existing.id)?;
            let old = match own {
                Some(own) => record
                    .custom
                    .get(&own.field.key)
                    .and_then(own_fields::text_of),
                None => self.old(connection, field, record.value(field.key), aspect)?,
            };
            // the other half of a pair may be what changes
            shown.changed = old != shown.new;
            shown.old = old.filter(|_| shown.changed);
        }
        Ok(shown)
    }

    /// What the record is called that a standing record of the row belonged to before, where a column names another.
    fn other_before(
        &self,
        connection: &Connection,
        made: &[MadeState],
        part: usize,
        field: &Field,
    ) -> Result<Option<String>> {
        let named = &self.recipe.parts[part];
        let names = named.keys.iter().filter_map(|key| key.first());
        if named.repeated || !names.clone().any(|name| name.key == field.key) {
            return Ok(None);
        }
        for owner in made.iter().filter(|made| made.id > 0) {
            let described = &self.recipe.parts[usize::from(owner.part)];
            let mut links = described.from.iter().filter(|(_, other)| *other == part);
            let moved = links.find(|(link, _)| owner.changed.contains(&link.key));
            if let Some((link, _)) = moved {
                let record = crate::ledger::record(connection, described.register, owner.id)?;
                return self.old(connection, link, record.value(link.key), Aspect::Whole);
            }
        }
        Ok(None)
    }

    fn old(
        &self,
        connection: &Connection,
        field: &Field,
        value: &Value,
        aspect: Aspect,
    ) -> Result<Option<String>> {
        let (Kind::Link(target), Value::Link(id)) = (field.kind, value) else {
            return Ok(text_of(value, aspect));
        };
        let title = crate::ledger::title(connection, register(target)?, *id)?;
        Ok(Some(title.zh_or_en().to_owned()).filter(|title| !title.is_empty()))
    }
}

/// A value as plain text, in the form it is stored in.
fn text_of(value: &Value, aspect: Aspect) -> Option<String> {
    Some(match (value, aspect) {
        (Value::Null, _) => return None,
        (Value::Money(money), Aspect::Currency) => money.currency.clone(),
        (Value::Money(money), _) => format!(
            "{} {}",
            number::amount_to_text(money.amount),
            money.currency
        ),
        (Value::Pair(pair), Aspect::Zh) => pair.zh.clone()?,
        (Value::Pair(pair), Aspect::En) => pair.en.clone()?,
        (
            Value::Pair(Pair {
                zh: Some(zh),
                en: Some(en),
            }),
            _,
        ) => format!("{zh} {en}"),
        (Value::Pair(pair), _) => pair.zh_or_en().to_owned(),
        (Value::Text(text), _) => text.clone(),
        (Value::Integer(number), _) => number.to_string(),
        (Value::Decimal(micros), _) => number::micros_to_text(*micros),
        (Value::Date(date), _) => date.to_string(),
        (Value::Moment(moment), _) => crate::register::value::moment_text(*moment),
        (Value::Flag(flag), _) => flag.to_string(),
        (Value::Choices(keys), _) => keys.join(", "),
        (Value::Link(_) | Value::Links(_) | Value::AnyLinks(_) | Value::Files(_), _) => {
            return None;
        }
    })
}
