//! What the cells of a row say: values read, links resolved by name or planned.

use uuid::Uuid;

use super::api::UnknownLinks;
use super::called::{is_called, name_to_create};
use super::columns::Column;
use super::known::Found;
use super::make::merged;
use super::names::Aspect;
use super::plan::{NewLink, Work};
use super::table::{Cell, CellRef};
use crate::register::parse::{self, Input, Reading};
use crate::register::{Field, Kind, Money, Pair, Record, Register, Value, register};
use crate::{Error, Result, vault};

impl Work<'_, '_> {
    /// What the cells of a row say about a part. `item` stands for the repeated column's cell.
    pub(super) fn given(&mut self, part: usize, item: Option<&str>) -> Result<Record> {
        let mut record = Record::new();
        let repeated = self.plan.recipe.parts[part].repeated;
        if repeated && item.is_none() {
            return Ok(record);
        }
        let plan = self.plan;
        let repeat = self.repeat_column();
        for place in &plan.order[part] {
            let column = &plan.columns[*place];
            let Some((_, field, aspect)) = column.target else {
                continue;
            };
            let cell = match item {
                Some(item) if repeat == Some(column.index) => CellRef::Other(Cell::Text(item)),
                _ => self.cell(column.index),
            };
            let cell = cell.get();
            self.out.filled |= !cell.is_blank();
            match self.read(column, field, aspect, cell, &mut record) {
                Err(error) if error.is("link_ambiguous") && self.stands(field, cell)? => {}
                Err(error) => self
                    .out
                    .errors
                    .push((Some(column.index), error.at(field.key))),
                Ok(()) => {}
            }
        }
        Ok(record)
    }

    /// Whether the record our own export wrote already links to one of those that an ambiguous name means.
    fn stands(&self, field: &Field, cell: Cell<'_>) -> Result<bool> {
        let (Kind::Link(target), Some((_, own))) = (field.kind, &self.out.own) else {
            return Ok(false);
        };
        let Value::Link(id) = own.value(field.key) else {
            return Ok(false);
        };
        let target = register(target)?;
        let linked = crate::ledger::record(self.connection, target, *id)?;
        Ok(is_called(target, &linked, &cell.text()))
    }

    fn read(
        &mut self,
        column: &Column,
        field: &'static Field,
        aspect: Aspect,
        cell: Cell<'_>,
        record: &mut Record,
    ) -> Result<()> {
        let Some(input) = cell.input()? else {
            return Ok(());
        };
        if let Some(own) = self.plan.recipe.own_field(aspect) {
            if let Some(json) = own.read(input, &self.plan.readings[column.index])? {
                record.custom.insert(own.field.key.clone(), json);
            }
            return Ok(());
        }
        match (aspect, field.kind) {
            (Aspect::Currency, _) => return self.currency(field, &input, record),
            (_, Kind::Link(target)) => {
                if let Some(id) = self.link(target, &input)? {
                    record.values.insert(field.key, Value::Link(id));
                }
                return Ok(());
            }
            (_, Kind::Links(target)) => {
                return self.links(target, field, &input, record);
            }
            _ => {}
        }
        let reading = &self.plan.readings[column.index];
        let Some(value) = self.value(column, field, input, reading)? else {
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

    /// A cell's value. An amount whose currency neither cell nor header names is noted.
    fn value(
        &mut self,
        column: &Column,
        field: &'static Field,
        input: Input<'_>,
        reading: &Reading<'_>,
    ) -> Result<Option<Value>> {
        if field.kind != Kind::Money || column.currency.is_some() {
            return match parse::parse(field, input, reading) {
                Err(error) if column.loose && error.is("choice_unknown") => Ok(None),
                read => read,
            };
        }
        let silent = Reading {
            currency: None,
            ..*reading
        };
        match parse::parse(field, input, &silent) {
            Err(error) if error.is("currency_missing") => {
                if let Some((part, ..)) = column.target {
                    self.out.assumed.push((part, field.key));
                }
                parse::parse(field, input, reading)
            }
            read => read,
        }
    }

    fn currency(
        &mut self,
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
            .plan
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
            self.out.assumed.retain(|(_, key)| *key != field.key);
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

    fn link(&mut self, target: &str, input: &Input<'_>) -> Result<Option<i64>> {
        let text = match input {
            Input::Text(text) if parse::is_nothing(text) => return Ok(None),
            Input::Text(text) => parse::clean(text),
            Input::Number(number) | Input::Measured(number, _) => parse::number_text(*number),
            _ => return Err(Error::new("bad_value")),
        };
        let target = register(target)?;
        if let Some(found) = self.own_link(target, &text)? {
            return Ok(found);
        }
        match self.known.named(target.key, &text) {
            Found::One(id) => {
                self.met(target, &text);
                return Ok(Some(id));
            }
            Found::Several => {
                return Err(Error::new("link_ambiguous")
                    .with("register", target.key)
                    .with("value", text));
            }
            Found::None => {}
        }
        if let Some(planned) = self
            .out
            .links
            .iter()
            .find(|link| link.register.key == target.key && link.text == text)
        {
            return Ok(Some(planned.id));
        }
        if let Some(id) = self.same_as(target, &text, false)? {
            return Ok(Some(id));
        }
        if self.plan.options.unknown_links == UnknownLinks::Leave {
            return Ok(None);
        }
        let unknown = |error: Error| error.with("value", &text);
        if self.plan.options.unknown_links == UnknownLinks::Refuse {
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
            && let Some(publisher) = self.plan.recipes.publisher(&text)
        {
            record
                .values
                .insert("publisher", Value::Text(publisher.to_owned()));
        }
        let id = self.known.plan();
        self.out.links.push(NewLink {
            register: target,
            text,
            id,
            record,
        });
        Ok(Some(id))
    }

    /// The record a cell of our own list means: it says which one a code means, and adds the UUID to a name several have. None
    /// when it says nothing. Error `link_unknown`: a code of another vault whose record is not here.
    fn own_link(&self, target: &'static Register, text: &str) -> Result<Option<Option<i64>>> {
        let here = |uuid: &Uuid| match self.known.planned_as(uuid) {
            Some(id) => Ok(Some(id)),
            None => vault::row_of(self.connection, target, uuid),
        };
        let last = text.rsplit(char::is_whitespace).next();
        if let Some(uuid) = last.and_then(|word| word.parse().ok())
            && let Some(id) = here(&uuid)?
        {
            return Ok(Some(Some(id)));
        }
        let own = self.plan.own.and_then(|own| own.link(target.key, text));
        let Some(uuid) = own else {
            return Ok(None);
        };
        match here(uuid)? {
            None if self.plan.options.unknown_links != UnknownLinks::Leave => {
                Err(Error::new("link_unknown")
                    .with("register", target.key)
                    .with("value", text))
            }
            found => Ok(Some(found)),
        }
    }

    fn links(
        &mut self,
        target: &str,
        field: &'static Field,
        input: &Input<'_>,
        record: &mut Record,
    ) -> Result<()> {
        let Input::Text(text) = input else {
            return Err(Error::new("bad_value"));
        };
        let mut ids = Vec::new();
        for name in text.split(['\n', ';', '；', '、']) {
            ids.extend(self.link(target, &Input::Text(name))?);
        }
        if !ids.is_empty() {
            record.values.insert(field.key, Value::Links(ids));
        }
        Ok(())
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
