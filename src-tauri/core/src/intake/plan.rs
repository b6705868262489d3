//! What one row would do: its cells read, its records found or made, its links resolved. Nothing is written here.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::api::{ImportOptions, UnknownLinks};
use super::columns::Column;
use super::known::{Found, Known, name_to_create};
use super::names::{Aspect, Names};
use super::recipe::{Part, Recipe, Recipes};
use super::table::{Cell, Table};
use crate::register::parse::{self, Input, Reading};
use crate::register::{Field, Kind, Money, Pair, Record, Register, Value, register};
use crate::vault::{self, check};
use crate::{Error, Result};

/// Candidates a row is compared with where several records share a key.
const CANDIDATES: usize = 64;

/// Everything a row is read with.
pub struct Plan<'a> {
    /// Cells.
    pub table: &'a Table,
    /// Corrections by place of the row and column.
    pub corrections: &'a HashMap<(usize, usize), String>,
    /// Columns.
    pub columns: &'a [Column],
    /// Recipe.
    pub recipe: &'a Recipe,
    /// Recipes, for what is known of products.
    pub recipes: &'a Recipes,
    /// Words.
    pub names: &'a Names,
    /// Options.
    pub options: &'a ImportOptions,
    /// The day of the import.
    pub today: NaiveDate,
    /// Column with the UUIDs of our own export.
    pub row_id: Option<usize>,
    /// How each column is read.
    pub readings: Vec<Reading<'a>>,
    /// Columns of each part, currencies after the amounts they belong to.
    pub order: Vec<Vec<usize>>,
}

/// A record of the row.
#[derive(Debug)]
pub struct Made {
    /// Place in the recipe.
    pub part: usize,
    /// Its id; below zero it is new.
    pub id: i64,
    /// New.
    pub new: bool,
    /// The UUID our own export gave it.
    pub uuid: Option<Uuid>,
    /// The values to write: all of a new record, the differing ones of an old.
    pub record: Record,
    /// The name it goes by in the row.
    pub title: Pair,
}

/// A record made because a link names it.
#[derive(Debug)]
pub struct NewLink {
    /// Register.
    pub register: &'static Register,
    /// Name.
    pub text: String,
    /// Id below zero.
    pub id: i64,
    /// The record.
    pub record: Record,
}

/// What a row would do.
#[derive(Debug, Default)]
pub struct RowPlan {
    /// Records, in the order in which they are made.
    pub made: Vec<Made>,
    /// Records made for links, before the others.
    pub links: Vec<NewLink>,
    /// What is wrong, with the column where it stands.
    pub errors: Vec<(Option<usize>, Error)>,
    /// Whether any imported cell holds anything.
    pub filled: bool,
    /// The UUID in the row, of our own export.
    uuid: Option<Uuid>,
}

impl<'a> Plan<'a> {
    /// The text or value of a cell, corrections first.
    pub fn cell(&self, row: usize, column: usize) -> Cell<'a> {
        if !self.corrections.is_empty()
            && let Some(text) = self.corrections.get(&(row, column))
        {
            return Cell::Text(text);
        }
        self.table.cell(row, column)
    }

    /// Works out a row.
    pub fn row(&self, connection: &Connection, known: &mut Known, row: usize) -> Result<RowPlan> {
        let mut plan = RowPlan::default();
        plan.uuid = self
            .row_id
            .and_then(|column| self.cell(row, column).text().trim().parse().ok());
        let mut ids: Vec<Option<i64>> = vec![None; self.recipe.parts.len()];
        let mut given: Vec<Record> = Vec::new();
        for part in 0..self.recipe.parts.len() {
            given.push(self.given(known, row, part, None, &mut plan));
        }
        for (part, described) in self.recipe.parts.iter().enumerate() {
            if !described.repeated {
                ids[part] =
                    self.make(connection, known, part, described, &given, &ids, &mut plan)?;
            }
        }
        for item in self.items(row) {
            for (part, described) in self
                .recipe
                .parts
                .iter()
                .enumerate()
                .filter(|(_, part)| part.repeated)
            {
                given[part] = self.given(known, row, part, Some(&item), &mut plan);
                ids[part] =
                    self.make(connection, known, part, described, &given, &ids, &mut plan)?;
            }
        }
        Ok(plan)
    }

    /// The items of the repeated column.
    fn items(&self, row: usize) -> Vec<String> {
        let (Some(repeat), Some(column)) = (&self.recipe.repeat, self.repeat_column()) else {
            return Vec::new();
        };
        let text = self.cell(row, column).text();
        let mut items: Vec<String> = Vec::new();
        for item in text
            .split(repeat.by.as_str())
            .map(str::trim)
            .filter(|item| !parse::is_nothing(item))
        {
            let none = repeat
                .nothing
                .iter()
                .any(|word| word.eq_ignore_ascii_case(item));
            if !none && !items.iter().any(|known| known == item) {
                items.push(item.to_owned());
            }
        }
        items
    }

    fn repeat_column(&self) -> Option<usize> {
        let (part, field, aspect) = self.recipe.path(&self.recipe.repeat.as_ref()?.path)?;
        let fills = |column: &&Column| {
            column
                .target
                .is_some_and(|(p, f, a)| (p, f.key, a) == (part, field.key, aspect))
        };
        self.columns.iter().find(fills).map(|column| column.index)
    }

    /// What the cells of a row say about a part. `item` stands for the repeated column's cell.
    fn given(
        &self,
        known: &mut Known,
        row: usize,
        part: usize,
        item: Option<&str>,
        plan: &mut RowPlan,
    ) -> Record {
        let mut record = Record::new();
        let repeated = self.recipe.parts[part].repeated;
        if repeated && item.is_none() {
            return record;
        }
        let repeat = self.repeat_column();
        for place in &self.order[part] {
            let column = &self.columns[*place];
            let Some((_, field, aspect)) = column.target else {
                continue;
            };
            let cell = match item {
                Some(item) if repeat == Some(column.index) => Cell::Text(item),
                _ => self.cell(row, column.index),
            };
            plan.filled |= !cell.is_blank();
            if let Err(error) = self.read(known, column, field, aspect, cell, &mut record, plan) {
                plan.errors.push((Some(column.index), error.at(field.key)));
            }
        }
        record
    }

    #[allow(clippy::too_many_arguments)] // the state of one row
    fn read(
        &self,
        known: &mut Known,
        column: &Column,
        field: &'static Field,
        aspect: Aspect,
        cell: Cell<'_>,
        record: &mut Record,
        plan: &mut RowPlan,
    ) -> Result<()> {
        let Some(input) = cell.input()? else {
            return Ok(());
        };
        match (aspect, field.kind) {
            (Aspect::Currency, _) => return self.currency(field, &input, record),
            (_, Kind::Link(target)) => {
                if let Some(id) = self.link(known, target, &input, plan)? {
                    record.values.insert(field.key, Value::Link(id));
                }
                return Ok(());
            }
            (_, Kind::Links(target)) => {
                return self.links(known, target, field, &input, record, plan);
            }
            _ => {}
        }
        let Some(value) = parse::parse(field, input, &self.readings[column.index])? else {
            return Ok(());
        };
        let value = match (aspect, value) {
            (Aspect::Zh | Aspect::En, Value::Pair(pair)) => half(record, field, aspect, &pair),
            (_, Value::Pair(pair)) => merged(record.value(field.key), pair),
            (_, value) => value,
        };
        record.values.insert(field.key, value);
        Ok(())
    }

    fn currency(
        &self,
        field: &'static Field,
        input: &Input<'_>,
        record: &mut Record,
    ) -> Result<()> {
        let Input::Text(text) = input else {
            return Err(Error::new("currency_shape"));
        };
        if parse::is_nothing(text) {
            return Ok(());
        }
        let known = self
            .names
            .choices("exchange_rate", "currency")
            .and_then(|names| names.get(&parse::fold(text)).copied());
        let code = known
            .or_else(|| parse::currency_of(text))
            .map_or_else(|| text.trim().to_uppercase(), str::to_owned);
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(Error::new("currency_shape").with("value", text));
        }
        // an amount without digits has no currency either
        if let Value::Money(money) = record.value(field.key) {
            let amount = money.amount;
            record.values.insert(
                field.key,
                Value::Money(Money {
                    amount,
                    currency: code,
                }),
            );
        }
        Ok(())
    }

    fn link(
        &self,
        known: &mut Known,
        target: &str,
        input: &Input<'_>,
        plan: &mut RowPlan,
    ) -> Result<Option<i64>> {
        let text = match input {
            Input::Text(text) if parse::is_nothing(text) => return Ok(None),
            Input::Text(text) => parse::clean(text),
            Input::Number(number) => parse::number_text(*number),
            _ => return Err(Error::new("bad_value")),
        };
        let target = register(target)?;
        match known.named(target.key, &text) {
            Found::One(id) => return Ok(Some(id)),
            Found::Several => {
                return Err(Error::new("link_ambiguous")
                    .with("register", target.key)
                    .with("value", text));
            }
            Found::None => {}
        }
        if let Some(planned) = plan
            .links
            .iter()
            .find(|link| link.register.key == target.key && link.text == text)
        {
            return Ok(Some(planned.id));
        }
        let unknown = |error: Error| error.with("value", &text);
        if self.options.unknown_links == UnknownLinks::Refuse {
            return Err(unknown(
                Error::new("link_unknown").with("register", target.key),
            ));
        }
        let name = name_to_create(target).map_err(unknown)?;
        let Some(value) = parse::parse(name, Input::Text(&text), &Reading::default())? else {
            return Ok(None);
        };
        let mut record = Record::new();
        record.values.insert(name.key, value);
        if target.key == "product"
            && let Some(publisher) = self.recipes.publisher(&text)
        {
            record
                .values
                .insert("publisher", Value::Text(publisher.to_owned()));
        }
        let id = known.plan();
        plan.links.push(NewLink {
            register: target,
            text,
            id,
            record,
        });
        Ok(Some(id))
    }

    fn links(
        &self,
        known: &mut Known,
        target: &str,
        field: &'static Field,
        input: &Input<'_>,
        record: &mut Record,
        plan: &mut RowPlan,
    ) -> Result<()> {
        let Input::Text(text) = input else {
            return Err(Error::new("bad_value"));
        };
        let mut ids = Vec::new();
        for name in text.split(['\n', ';', '；', '、']) {
            ids.extend(self.link(known, target, &Input::Text(name), plan)?);
        }
        if !ids.is_empty() {
            record.values.insert(field.key, Value::Links(ids));
        }
        Ok(())
    }

    /// Finds or makes the record of a part. None when the row says nothing about it.
    #[allow(clippy::too_many_arguments)] // the state of one row
    fn make(
        &self,
        connection: &Connection,
        known: &mut Known,
        part: usize,
        described: &Part,
        given: &[Record],
        ids: &[Option<i64>],
        plan: &mut RowPlan,
    ) -> Result<Option<i64>> {
        let mut record = given[part].clone();
        let own = !record.values.is_empty();
        for (field, other) in &described.from {
            match ids[*other] {
                Some(id) => record.values.insert(field.key, Value::Link(id)),
                None => return Ok(None),
            };
        }
        let needed = described
            .needs
            .is_none_or(|field| !record.value(field.key).is_empty());
        if (!own && described.from.is_empty()) || !needed {
            return Ok(None);
        }
        for (field, other, column) in &described.same {
            let value = given[*other].value(column.key);
            if record.value(field.key).is_empty() && !value.is_empty() {
                record.values.insert(field.key, value.clone());
            }
        }
        let title = title_of(described.register, &record, given);
        let uuid = plan.uuid.filter(|uuid| known.first_with(*uuid));
        let own = match uuid {
            Some(uuid) => vault::row_of(connection, described.register, &uuid)?,
            None => None,
        };
        let found = match own {
            Some(id) => Some((id, known.current(connection, described.register, id)?)),
            None => self.find(connection, known, part, described, &record)?,
        };
        let (id, new, record) = match found {
            Some((id, current)) => (id, false, differing(&record, &current)),
            None => (
                known.plan(),
                true,
                self.complete(part, described, record, plan)?,
            ),
        };
        plan.made.push(Made {
            part,
            id,
            new,
            uuid,
            record,
            title,
        });
        Ok(Some(id))
    }

    /// The record of the vault or of an earlier row that the part stands for.
    fn find(
        &self,
        connection: &Connection,
        known: &Known,
        part: usize,
        described: &Part,
        record: &Record,
    ) -> Result<Option<(i64, Record)>> {
        let ids = known.find(part, record);
        if !described.many {
            return ids
                .first()
                .map(|id| Ok((*id, known.current(connection, described.register, *id)?)))
                .transpose();
        }
        let mut best: Option<(usize, i64, Record)> = None;
        for id in ids.iter().take(CANDIDATES) {
            let current = known.current(connection, described.register, *id)?;
            let contradicts = described.apart.iter().any(|field| {
                let (said, stands) = (record.value(field.key), current.value(field.key));
                !said.is_empty() && !stands.is_empty() && said != stands
            });
            if contradicts {
                continue;
            }
            let change = differing(record, &current).values.len();
            if change == 0 {
                return Ok(Some((*id, current)));
            }
            if !known.claimed.contains(&(part, *id))
                && best.as_ref().is_none_or(|(least, ..)| change < *least)
            {
                best = Some((change, *id, current));
            }
        }
        Ok(best.map(|(_, id, current)| (id, current)))
    }

    /// A new record: with defaults, and checked as far as it can be before it is written.
    fn complete(
        &self,
        part: usize,
        described: &Part,
        mut record: Record,
        plan: &mut RowPlan,
    ) -> Result<Record> {
        let register = described.register;
        for (field, text) in &described.defaults {
            if record.value(field.key).is_empty() {
                let value = match text.as_str() {
                    "today" => Some(Value::Date(self.today)),
                    text => parse::parse(field, Input::Text(text), &Reading::default())?,
                };
                record.values.insert(field.key, value.unwrap_or_default());
            }
        }
        for (key, option) in [("site", self.options.site), ("entity", self.options.entity)] {
            if let (Some(id), Some(field)) = (option, register.field(key))
                && field.kind == Kind::Link(field.key)
                && record.value(key).is_empty()
            {
                record.values.insert(field.key, Value::Link(id));
            }
        }
        if register.key == "product"
            && record.value("publisher").is_empty()
            && let Value::Pair(name) = record.value("name")
            && let Some(publisher) = self.recipes.publisher(name.en_or_zh())
        {
            record
                .values
                .insert("publisher", Value::Text(publisher.to_owned()));
        }
        for error in faults(register, &mut record) {
            // a field that could not be read was reported at its cell
            let column = error
                .field
                .as_ref()
                .and_then(|key| self.column_of(part, key));
            let reported = column.is_some() && plan.errors.iter().any(|(at, _)| *at == column);
            if !reported {
                plan.errors
                    .push((column, error.with("register", register.key)));
            }
        }
        Ok(record)
    }

    fn column_of(&self, part: usize, key: &str) -> Option<usize> {
        self.columns.iter().find(|column| matches!(column.target, Some((p, field, _)) if p == part && field.key == key)).map(|column| column.index)
    }
}

/// What the gate would refuse in a new record.
fn faults(register: &'static Register, record: &mut Record) -> Vec<Error> {
    if let Err(error) = check::normalise(register, record) {
        return vec![error];
    }
    let missing = register
        .fields()
        .filter(|field| field.required && record.value(field.key).is_empty())
        .map(|field| Error::new("required").at(field.key));
    let rules = register
        .rules
        .iter()
        .filter_map(|rule| rule(record))
        .filter(|issue| issue.refuses)
        .map(|issue| issue.error);
    missing.chain(rules).collect()
}

/// The values that a row says and that do not stand yet. Blank cells say nothing.
fn differing(said: &Record, current: &Record) -> Record {
    let mut change = Record::new();
    for (key, value) in &said.values {
        let value = match (value, current.value(key)) {
            (Value::Pair(pair), stands) => merged(stands, pair.clone()),
            (value, _) => value.clone(),
        };
        if value != *current.value(key) {
            change.values.insert(key, value);
        }
    }
    change
}

/// A pair over another: a missing half keeps what stood there.
fn merged(stands: &Value, pair: Pair) -> Value {
    match stands {
        Value::Pair(before) => Value::Pair(Pair {
            zh: pair.zh.or_else(|| before.zh.clone()),
            en: pair.en.or_else(|| before.en.clone()),
        }),
        _ => Value::Pair(pair),
    }
}

/// One half of a pair, whatever script its text is in.
fn half(record: &Record, field: &Field, aspect: Aspect, read: &Pair) -> Value {
    let text = match (&read.zh, &read.en) {
        (Some(zh), Some(en)) => Some(if aspect == Aspect::Zh {
            zh.clone()
        } else {
            en.clone()
        }),
        (zh, en) => zh.clone().or_else(|| en.clone()),
    };
    let pair = if aspect == Aspect::Zh {
        Pair { zh: text, en: None }
    } else {
        Pair { zh: None, en: text }
    };
    merged(record.value(field.key), pair)
}

/// What a record is called in the preview: its title's texts, or those of the record it belongs to.
fn title_of(register: &Register, record: &Record, given: &[Record]) -> Pair {
    let own = std::iter::once(record).chain(given.iter());
    for record in own {
        for field in register
            .title
            .iter()
            .map(|field| field.key)
            .chain(["name", "title"])
        {
            match record.value(field) {
                Value::Pair(pair) if !pair.is_empty() => return pair.clone(),
                Value::Text(text) if !text.is_empty() => return parse::pair(text),
                _ => {}
            }
        }
    }
    Pair::default()
}
