//! What an import would do, row by row, before anything is written.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::api::{
    Corrected, ImportCounts, ImportPreview, Made, PreviewCell, PreviewRow, RegisterCounts,
    RowAction,
};
use super::columns::Column;
use super::draft::{Draft, MadeState, Progress, RowState, State};
use super::known::Known;
use super::names::Aspect;
use super::plan::{Held, Plan, RowPlan};
use super::recipe::Recipe;
use super::table::address;
use crate::register::parse;
use crate::register::{Field, Kind, Pair, Value, number, register};
use crate::workbook::annotated::Annotated;
use crate::{Error, Result};

/// Rows a page may ask for at once.
const PAGE: usize = 200;

/// Rows between two looks at whether to stop.
const STEP: usize = 256;

/// Counts records by register.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<&'static str, [u32; 3]>);

impl Tally {
    pub fn add(&mut self, register: &'static str, action: RowAction) {
        let place = match action {
            RowAction::Create => 0,
            RowAction::Update => 1,
            _ => 2,
        };
        self.0.entry(register).or_default()[place] += 1;
    }

    pub fn list(self) -> Vec<RegisterCounts> {
        self.0
            .into_iter()
            .map(|(register, [create, update, unchanged])| RegisterCounts {
                register,
                create,
                update,
                unchanged,
            })
            .collect()
    }
}

/// What becomes of a row that makes these records.
pub(super) fn action_of(recipe: &Recipe, plan: &RowPlan) -> RowAction {
    let main = |part: usize| recipe.parts[part].register.key == recipe.main.key;
    if !plan.filled {
        RowAction::Skip
    } else if !plan.errors.is_empty() {
        RowAction::Error
    } else if plan.made.iter().any(|made| made.new && main(made.part)) {
        RowAction::Create
    } else if plan
        .made
        .iter()
        .any(|made| made.new || !made.record.values.is_empty())
    {
        RowAction::Update
    } else if matches!(plan.held, Some(Held::Stands | Held::NotThere)) {
        RowAction::Skip
    } else {
        RowAction::Unchanged
    }
}

/// What becomes of one record.
pub(super) fn record_action(made: &super::plan::Made) -> RowAction {
    match (made.new, made.record.values.is_empty()) {
        (true, _) => RowAction::Create,
        (false, false) => RowAction::Update,
        (false, true) => RowAction::Unchanged,
    }
}

impl Draft {
    /// Works out every row. Nothing is written.
    pub fn preview(
        &mut self,
        connection: &Connection,
        progress: &mut Progress<'_>,
    ) -> Result<ImportPreview> {
        let mut state = State::default();
        let plan = self.plan();
        let mut known = Known::read(connection, self.recipe, &self.filled(), &plan.keys)?;
        let (mut counts, mut tally) = (ImportCounts::default(), Tally::default());
        let total = self.layout.rows.len();
        for (done, row) in self.layout.rows.iter().enumerate() {
            if done % STEP == 0 && !progress(done as u64, total as u64) {
                return Err(Error::new("cancelled"));
            }
            let found = plan.row(connection, &mut known, *row)?;
            let action = action_of(self.recipe, &found);
            counts.add(action);
            let start = state.made.len() as u32;
            if action != RowAction::Error {
                note(&plan, &mut known, &found, &mut tally);
            }
            for made in &found.made {
                let action = record_action(made);
                state.made.push(MadeState {
                    part: made.part as u8,
                    id: made.id,
                    action,
                    title: made.title.clone(),
                    changed: match made.new {
                        true => Box::default(),
                        false => made.record.values.keys().copied().collect(),
                    },
                });
            }
            state.rows.push(RowState {
                action,
                start,
                length: found.made.len() as u32,
                held: found.held,
            });
            if action == RowAction::Error {
                state.errors.insert(*row, found.errors);
            }
        }
        progress(total as u64, total as u64);
        let preview = ImportPreview {
            counts,
            registers: tally.list(),
        };
        state.preview = Some(preview.clone());
        drop(plan);
        self.state = state;
        Ok(preview)
    }

    /// A page of previewed rows, those of one action or all; errors come first among all.
    pub fn rows(
        &self,
        connection: &Connection,
        action: Option<RowAction>,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<PreviewRow>> {
        let plan = self.plan();
        let of = |wanted: RowAction| {
            self.state
                .rows
                .iter()
                .enumerate()
                .filter(move |(_, row)| row.action == wanted)
                .map(|(place, _)| place)
        };
        let limit = limit.min(PAGE);
        let places: Vec<usize> = match action {
            Some(action) => of(action).skip(offset).take(limit).collect(),
            None => {
                let others = self
                    .state
                    .rows
                    .iter()
                    .enumerate()
                    .filter(|(_, row)| row.action != RowAction::Error)
                    .map(|(place, _)| place);
                of(RowAction::Error)
                    .chain(others)
                    .skip(offset)
                    .take(limit)
                    .collect()
            }
        };
        places
            .into_iter()
            .map(|place| self.row(connection, &plan, place))
            .collect()
    }

    /// The sheet with what the preview found wrong, for [`crate::workbook::annotated::export`].
    pub fn annotated(&self) -> Annotated<'_> {
        Annotated {
            name: self.sheet_name(),
            table: &self.table,
            header: self.layout.header,
            errors: &self.state.errors,
            corrected: &self.corrections,
        }
    }

    /// Puts a text in the place of a cell and works everything out again: later rows may depend on it.
    pub fn correct(
        &mut self,
        connection: &Connection,
        row: u32,
        column: usize,
        text: &str,
    ) -> Result<Corrected> {
        let index = self.table.index_from(row);
        let place = self
            .layout
            .rows
            .binary_search(&index)
            .map_err(|_| Error::new("row_unknown").with("row", row))?;
        self.corrections.insert((index, column), text.to_owned());
        let preview = self.preview(connection, &mut |_, _| true)?;
        let row = self.row(connection, &self.plan(), place)?;
        Ok(Corrected {
            row,
            counts: preview.counts,
        })
    }

    fn row(&self, connection: &Connection, plan: &Plan<'_>, place: usize) -> Result<PreviewRow> {
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
            held: state.held.map(|held| self.held(held)),
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
        let address = address(column.index, self.table.number(row));
        let cell = plan.cell(row, column.index);
        let error = faults.iter().find(|(at, _)| *at == Some(column.index));
        let error = error.map(|(_, error)| error.clone().with("cell", &address));
        let mut shown = PreviewCell {
            index: column.index,
            text: cell.text().into_owned(),
            address,
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
        shown.new = if link {
            Some(shown.text.trim().to_owned()).filter(|text| !parse::is_nothing(text))
        } else {
            let read =
                cell.input().ok().flatten().and_then(|input| {
                    parse::parse(field, input, &plan.readings[column.index]).ok()
                });
            read.flatten().and_then(|value| text_of(&value, aspect))
        };
        let repeated = self.recipe.parts[part].repeated;
        let existing = made.iter().find(|made| {
            usize::from(made.part) == part && made.id > 0 && made.changed.contains(&field.key)
        });
        if let Some(existing) = existing.filter(|_| !repeated && shown.new.is_some()) {
            let record =
                crate::ledger::record(connection, self.recipe.parts[part].register, existing.id)?;
            let old = self.old(connection, field, record.value(field.key), aspect)?;
            // the other half of a pair may be what changes
            shown.changed = old != shown.new;
            shown.old = old.filter(|_| shown.changed);
        }
        Ok(shown)
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

/// Lets later rows find what this row would make.
fn note(plan: &Plan<'_>, known: &mut Known, found: &RowPlan, tally: &mut Tally) {
    for link in &found.links {
        known.call(link.register.key, &link.text, link.id);
        known.learn(plan.recipe, link.register, link.id, &link.record);
        known.remember(link.id, &link.record);
        tally.add(link.register.key, RowAction::Create);
    }
    for made in &found.made {
        let register = plan.recipe.parts[made.part].register;
        if made.new {
            known.learn(plan.recipe, register, made.id, &made.record);
            known.remember(made.id, &made.record);
        }
        known.claimed.insert((made.part, made.id));
        tally.add(register.key, record_action(made));
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
