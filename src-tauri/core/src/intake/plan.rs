//! What one row would do: its cells read, its records found or made, its links resolved. Nothing is written here.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::api::ImportOptions;
use super::columns::Column;
use super::composed::Composed;
use super::keys::Keys;
use super::known::Known;
use super::matcher::cell;
use super::names::Names;
use super::own_keys::OwnKeys;
use super::recipe::{Recipe, Recipes};
use super::table::{Cell, CellRef, Table};
use super::unknown::{Called, Decided, Met};
use crate::register::parse::{self, Reading};
use crate::register::{Pair, Record, Register, Value};
use crate::vault;
use crate::{Error, Result};

/// Everything a row is read with.
pub struct Plan<'a> {
    /// Cells.
    pub table: &'a Table,
    /// Columns composed of others.
    pub composed: &'a Composed,
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
    /// Match keys chosen.
    pub keys: Keys,
    /// What becomes of names no record goes by.
    pub(super) decided: &'a Decided,
    /// The day of the import.
    pub today: NaiveDate,
    /// Column with the UUIDs of our own export.
    pub row_id: Option<usize>,
    /// What our own export says of its links.
    pub own: Option<&'a OwnKeys>,
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

/// Why less is written than a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It would change a record, and only new ones are asked for.
    Stands,
    /// It would make a record, and only changes are asked for.
    NotThere,
    /// What it says of this part is not enough to make a record.
    Needs(usize),
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
    /// Why less is written than the row says.
    pub held: Option<Held>,
    /// Records that stand and are given another name.
    pub called: Vec<Called>,
    /// Names no record goes by.
    pub(super) unknown: Vec<Met>,
    /// Amounts whose currency nobody said, by part and field.
    pub(super) assumed: Vec<(usize, &'static str)>,
    /// The UUID in the row, of our own export.
    pub(super) uuid: Option<Uuid>,
    /// The record of the vault with that UUID.
    pub(super) own: Option<(i64, Record)>,
}

impl<'a> Plan<'a> {
    /// The text or value of a cell, corrections first.
    pub fn cell(&self, row: usize, column: usize) -> CellRef<'a> {
        if !self.corrections.is_empty()
            && let Some(text) = self.corrections.get(&(row, column))
        {
            return CellRef::Other(Cell::Text(text));
        }
        self.read(row, column)
    }

    /// The text or value of a cell as it stands in the file.
    pub fn read(&self, row: usize, column: usize) -> CellRef<'a> {
        let own = cell(self.table, self.composed, row, column);
        match own.is_blank() && self.columns.get(column).is_some_and(Column::spreads) {
            true => self.table.covering(row, column),
            false => own,
        }
    }

    /// The column that says which record a row is about.
    fn naming_column(&self) -> Option<usize> {
        let parts = self.recipe.parts.iter().enumerate();
        let mut made = parts.filter(|(_, part)| part.named_by.is_none());
        made.find_map(|(part, _)| self.naming_column_of(part))
    }

    /// The column that says which record of a part a row is about.
    pub(super) fn naming_column_of(&self, part: usize) -> Option<usize> {
        let register = self.recipe.parts[part].register;
        let keys = register.keys.iter().copied().flatten();
        let mut names = register.title.iter().chain(keys);
        names.find_map(|field| self.column_of(part, field.key))
    }

    /// The column that fills a field of a part.
    pub(super) fn column_of(&self, part: usize, key: &str) -> Option<usize> {
        let fills = |column: &&Column| {
            let target = column.target;
            target.is_some_and(|(p, field, _)| (p, field.key) == (part, key))
        };
        self.columns.iter().find(fills).map(|column| column.index)
    }

    /// Works out a row.
    pub fn row(&self, connection: &Connection, known: &mut Known, row: usize) -> Result<RowPlan> {
        let mut work = Work {
            plan: self,
            connection,
            known,
            row,
            out: RowPlan::default(),
        };
        work.own()?;
        work.parts()?;
        let mut found = work.out;
        if found.filled && found.made.is_empty() && found.errors.is_empty() && found.held.is_none()
        {
            let nameless = Error::new("row_nameless").with("register", self.recipe.main.key);
            found.errors.push((self.naming_column(), nameless));
        }
        // what nobody links to was named by a row that is left as it is
        let linked = |id: i64| found.made.iter().any(|made| links_to(&made.record, id));
        let wanted: Vec<bool> = found.links.iter().map(|link| linked(link.id)).collect();
        let mut wanted = wanted.into_iter();
        found.links.retain(|_| wanted.next().unwrap_or(true));
        Ok(found)
    }
}

fn links_to(record: &Record, id: i64) -> bool {
    record.values.values().any(|value| match value {
        Value::Link(target) => *target == id,
        Value::Links(targets) => targets.contains(&id),
        _ => false,
    })
}

/// A row being worked out.
pub(super) struct Work<'w, 'a> {
    pub(super) plan: &'w Plan<'a>,
    pub(super) connection: &'w Connection,
    pub(super) known: &'w mut Known,
    pub(super) row: usize,
    pub(super) out: RowPlan,
}

impl<'a> Work<'_, 'a> {
    /// Finds the record our own export wrote the row from.
    fn own(&mut self) -> Result<()> {
        let Some(column) = self.plan.row_id else {
            return Ok(());
        };
        let uuid: Option<Uuid> = self.cell(column).text().trim().parse().ok();
        self.out.uuid = uuid.filter(|uuid| self.known.first_with(*uuid));
        let register = self.plan.recipe.main;
        if let Some(uuid) = &self.out.uuid
            && let Some(id) = vault::row_of(self.connection, register, uuid)?
        {
            self.out.own = Some((id, self.known.current(self.connection, register, id)?));
        }
        Ok(())
    }

    pub(super) fn cell(&self, column: usize) -> CellRef<'a> {
        self.plan.cell(self.row, column)
    }

    fn parts(&mut self) -> Result<()> {
        let parts = &self.plan.recipe.parts;
        let mut ids: Vec<Option<i64>> = vec![None; parts.len()];
        let mut given = Vec::with_capacity(parts.len());
        for part in 0..parts.len() {
            given.push(self.given(part, None)?);
        }
        for (part, described) in parts.iter().enumerate() {
            if !described.repeated {
                ids[part] = self.make(part, described, &given, &ids)?;
            }
        }
        for item in self.items() {
            for (part, described) in parts.iter().enumerate().filter(|(_, part)| part.repeated) {
                given[part] = self.given(part, Some(&item))?;
                ids[part] = self.make(part, described, &given, &ids)?;
            }
        }
        Ok(())
    }

    /// The items of the repeated column.
    fn items(&self) -> Vec<String> {
        let (Some(repeat), Some(column)) = (&self.plan.recipe.repeat, self.repeat_column()) else {
            return Vec::new();
        };
        let cell = self.cell(column);
        let text = cell.text();
        let mut items: Vec<String> = Vec::new();
        for item in text
            .split(|c: char| repeat.by.contains(&c))
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

    pub(super) fn repeat_column(&self) -> Option<usize> {
        let (part, field, aspect) = self
            .plan
            .recipe
            .path(&self.plan.recipe.repeat.as_ref()?.path)?;
        let fills = |column: &&Column| {
            column
                .target
                .is_some_and(|(p, f, a)| (p, f.key, a) == (part, field.key, aspect))
        };
        self.plan
            .columns
            .iter()
            .find(fills)
            .map(|column| column.index)
    }
}
