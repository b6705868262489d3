//! The records a row stands for: found again, or made with what is known about them.

use super::api::{UnknownLinks, WriteMode};
use super::plan::{Held, Made, Work};
use super::recipe::Part;
use crate::register::parse::{self, Input, Reading};
use crate::register::{Field, Kind, Money, Pair, Record, Register, Value};
use crate::vault::check;
use crate::{Error, Result};

impl Work<'_, '_> {
    /// Finds or makes the record of a part. None when the row says nothing about it.
    pub(super) fn make(
        &mut self,
        part: usize,
        described: &Part,
        given: &[Record],
        ids: &[Option<i64>],
    ) -> Result<Option<i64>> {
        let mut record = given[part].clone();
        for (field, other, column) in &described.same {
            let value = given[*other].value(column.key);
            if record.value(field.key).is_empty() && !value.is_empty() {
                record.values.insert(field.key, as_kind(value, field));
            }
        }
        let (own, says) = (!given[part].is_empty(), !record.is_empty());
        if self
            .keep_found(described, &mut record, given, ids)
            .is_none()
        {
            return Ok(None);
        }
        for (field, other) in &described.from {
            match ids[*other] {
                Some(id) => {
                    record.values.insert(field.key, Value::Link(id));
                }
                None if field.required => return Ok(None),
                None => {}
            }
        }
        let needed = described
            .needs
            .is_none_or(|field| !record.value(field.key).is_empty());
        if (!says && described.from.is_empty()) || !needed {
            if own {
                self.out.held.get_or_insert(Held::Needs(part));
            }
            return Ok(None);
        }
        // a key is compared with what the record would get
        let keys = described.keys.iter().flatten();
        let keyed: Vec<&str> = keys.map(|field| field.key).collect();
        self.defaults(&mut record, described, |field| keyed.contains(&field.key))?;
        let title = title_of(described.register, &record, given);
        let waiting = self.may_wait(part, given);
        let found = match self.standing(part, described, &mut record, waiting.as_deref()) {
            Err(error) if of_the_row(&error) => {
                self.report(part, error);
                return Ok(None);
            }
            found => found?,
        };
        if described.found_as.is_some() {
            let current = found.as_ref().map(|(_, current)| current);
            self.leave_aside(described.register, &mut record, current);
        }
        if let Some(name) = &waiting {
            match &found {
                // an inventory knows less of a product than the record does
                Some((_, current)) => record.values.retain(|key, _| current.value(key).is_empty()),
                None if self.waits(described.register.key, name) => return Ok(None),
                None => {}
            }
        }
        let write = self.plan.options.write;
        let (id, new, record) = match found {
            Some((id, current)) => {
                self.keep_currencies(part, &mut record, &current);
                let change = differing(&record, &current);
                let held = write == WriteMode::Create && !change.is_empty();
                if held {
                    self.out.held = Some(Held::Stands);
                }
                (id, false, if held { Record::new() } else { change })
            }
            None if write == WriteMode::Update => {
                self.out.held = Some(Held::NotThere);
                return Ok(None);
            }
            None if !self.may_name(part, described, &record) => return Ok(None),
            None => {
                for (field, other, column) in &described.new {
                    let value = given[*other].value(column.key);
                    if record.value(field.key).is_empty() && !value.is_empty() {
                        record.values.insert(field.key, as_kind(value, field));
                    }
                }
                let record = self.complete(part, described, record)?;
                (self.known.plan(), true, record)
            }
        };
        self.out.made.push(Made {
            part,
            id,
            new,
            uuid: self.out.uuid,
            record,
            title,
        });
        Ok(Some(id))
    }

    /// Whether a record that the row only names may be made: unknown links are left out or refused where that was chosen.
    fn may_name(&mut self, part: usize, described: &Part, record: &Record) -> bool {
        let chosen = self.plan.options.unknown_links;
        if described.named_by.is_none()
            || !matches!(chosen, UnknownLinks::Leave | UnknownLinks::Refuse)
        {
            return true;
        }
        if chosen == UnknownLinks::Refuse
            && let Some(name) = described.keys.iter().flatten().next()
            && let Value::Text(text) = record.value(name.key)
        {
            let error = Error::new("link_unknown")
                .with("register", described.register.key)
                .with("value", text)
                .at(name.key);
            self.report(part, error);
        }
        false
    }

    /// An amount whose currency nobody said keeps the one that stands.
    fn keep_currencies(&self, part: usize, record: &mut Record, current: &Record) {
        for (_, key) in self.out.assumed.iter().filter(|(of, _)| *of == part) {
            if let (Value::Money(said), Value::Money(stands)) =
                (record.value(key), current.value(key))
            {
                let said = Money {
                    currency: stands.currency.clone(),
                    ..said.clone()
                };
                record.values.insert(key, Value::Money(said));
            }
        }
    }

    /// Notes an error at the cell of the field it names, once.
    fn report(&mut self, part: usize, error: Error) {
        let column = error
            .field
            .as_ref()
            .and_then(|key| self.plan.column_of(part, key));
        let (column, error) = match column {
            // no cell can say which field it is; of what is only named, the name says where
            None if error.is("required") => {
                let named = self.plan.recipe.parts[part].named_by.is_some();
                let naming = self.plan.naming_column_of(part).filter(|_| named);
                let code = "required_unmatched".to_owned();
                (naming, Error { code, ..error })
            }
            _ => (column, error),
        };
        // a field that could not be read was reported at its cell
        let reported = column.is_some() && self.out.errors.iter().any(|(at, _)| *at == column);
        if !reported {
            self.out.errors.push((column, error));
        }
    }

    /// A new record: with defaults, and checked as far as it can be before it is written.
    fn complete(&mut self, part: usize, described: &Part, mut record: Record) -> Result<Record> {
        let register = described.register;
        for (field, other) in &described.stand_in {
            if record.value(field.key).is_empty() {
                let value = record.value(other.key).clone();
                record.values.insert(field.key, value);
            }
        }
        self.defaults(&mut record, described, |_| true)?;
        for (key, option) in [
            ("site", self.plan.options.site),
            ("entity", self.plan.options.entity),
        ] {
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
            && let Some(publisher) = self.plan.recipes.publisher(name.en_or_zh())
        {
            record
                .values
                .insert("publisher", Value::Text(publisher.to_owned()));
        }
        for error in faults(register, &mut record) {
            self.report(part, error.with("register", register.key));
        }
        Ok(record)
    }

    /// Gives a record the defaults of these fields where it says nothing.
    fn defaults(
        &self,
        record: &mut Record,
        described: &Part,
        these: impl Fn(&Field) -> bool,
    ) -> Result<()> {
        for (field, text) in &described.defaults {
            if these(field) && record.value(field.key).is_empty() {
                let value = match text.as_str() {
                    "today" => Some(Value::Date(self.plan.today)),
                    text => parse::parse(field, Input::Text(text), &Reading::default())?,
                };
                record.values.insert(field.key, value.unwrap_or_default());
            }
        }
        Ok(())
    }
}

/// Whether an error is the row's own, shown at its cell.
fn of_the_row(error: &Error) -> bool {
    ["match_several", "match_blank", "link_unknown"].contains(&error.code.as_str())
}

/// A value of one field in the kind of another: a name in two halves, or in one line.
fn as_kind(value: &Value, field: &Field) -> Value {
    match (value, field.kind) {
        (Value::Text(text), Kind::Pair) => Value::Pair(parse::pair(text)),
        (Value::Pair(pair), Kind::Text) => Value::Text(pair.zh_or_en().to_owned()),
        (value, _) => value.clone(),
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
pub(super) fn differing(said: &Record, current: &Record) -> Record {
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
    for (key, value) in &said.custom {
        if current.custom.get(key) != Some(value) {
            change.custom.insert(key.clone(), value.clone());
        }
    }
    change
}

/// A pair over another: a missing half keeps what stood there.
pub(super) fn merged(stands: &Value, pair: Pair) -> Value {
    match stands {
        Value::Pair(before) => Value::Pair(Pair {
            zh: pair.zh.or_else(|| before.zh.clone()),
            en: pair.en.or_else(|| before.en.clone()),
        }),
        _ => Value::Pair(pair),
    }
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
