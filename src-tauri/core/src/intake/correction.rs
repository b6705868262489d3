//! Another text for a cell, in the place of what stands in the file.

use rusqlite::Connection;

use super::api::{CellChange, PreviewRow};
use super::draft::{Draft, State};
use super::names::Aspect;
use super::plan::Plan;
use super::table::corner;
use crate::register::{Kind, parse};
use crate::{Error, Result};

impl Draft {
    /// Puts a text in the place of a cell, or of every cell of its column that holds the same. What the cells themselves say
    /// wrong is answered at once; what becomes of the rows is known when they are looked at again, since later ones depend on it.
    pub fn correct(&mut self, connection: &Connection, cell: &CellChange) -> Result<PreviewRow> {
        let (place, rows) = self.put(cell)?;
        let plan = self.plan();
        let wrong: Vec<(usize, Option<Error>)> = rows
            .into_iter()
            .map(|row| (row, plan.misread(row, cell.column).err()))
            .collect();
        drop(plan);
        for (row, wrong) in wrong {
            let errors = self.state.errors.entry(row).or_default();
            errors.retain(|(column, _)| *column != Some(cell.column));
            errors.extend(wrong.map(|error| (Some(cell.column), error)));
            if errors.is_empty() {
                self.state.errors.remove(&row);
            }
        }
        self.state.preview = None;
        self.row(connection, &self.plan(), place)
    }

    /// Puts a text in the place of the cell with an address such as `F22`; the rows are to be looked at again.
    pub fn write_over(&mut self, address: &str, text: &str) -> Result<()> {
        let unknown = || Error::new("cell_unknown").with("cell", address);
        let (column, row) = corner(address).ok_or_else(unknown)?;
        let here = |origin: usize| u32::try_from(origin + 1).is_ok_and(|origin| origin == column);
        let mut columns = self.columns.iter();
        let column = columns.find(|one| here(one.origin) && one.target.is_some());
        let cell = CellChange {
            row,
            column: column.ok_or_else(unknown)?.index,
            text: text.to_owned(),
            alike: false,
        };
        self.put(&cell).map_err(|_| unknown())?;
        self.state = State::default();
        Ok(())
    }

    /// Puts a text in its place; the place of its row among those of the table, and every row it was put in.
    fn put(&mut self, cell: &CellChange) -> Result<(usize, Vec<usize>)> {
        let index = self.table.index_from(cell.row);
        let rows = &self.layout.rows;
        let place = rows
            .binary_search(&index)
            .map_err(|_| Error::new("row_unknown").with("row", cell.row))?;
        let alike = self.alike(index, cell);
        let put = |(row, as_read): (usize, bool)| {
            let at = (row, cell.column);
            // as it stands in the file it is no correction
            match as_read {
                true => self.corrections.remove(&at),
                false => self.corrections.insert(at, cell.text.clone()),
            };
            row
        };
        Ok((place, alike.into_iter().map(put).collect()))
    }

    /// The rows a change of a cell is for, and whether the new text is what stands there in the file.
    fn alike(&self, index: usize, cell: &CellChange) -> Vec<(usize, bool)> {
        let plan = self.plan();
        let stands = plan.cell(index, cell.column);
        let text = stands.text();
        let as_read = |row: usize| plan.read(row, cell.column).text() == cell.text;
        if !cell.alike {
            return vec![(index, as_read(index))];
        }
        let rows = self.layout.rows.iter().copied();
        rows.filter(|row| plan.cell(*row, cell.column).text() == text)
            .map(|row| (row, as_read(row)))
            .collect()
    }
}

impl Plan<'_> {
    /// What is wrong with a cell whatever else the vault and the file hold.
    fn misread(&self, row: usize, column: usize) -> Result<()> {
        let Some(matched) = self.columns.iter().find(|one| one.index == column) else {
            return Ok(());
        };
        let Some((part, field, aspect)) = matched.target else {
            return Ok(());
        };
        let cell = self.cell(row, column);
        let Some(input) = cell.input().map_err(|error| error.at(field.key))? else {
            return Ok(());
        };
        let reading = &self.readings[column];
        let linked = matches!(field.kind, Kind::Link(_) | Kind::Links(_));
        let elsewhere = linked || aspect == Aspect::Currency || self.recipe.parts[part].repeated;
        let read = match self.recipe.own_field(aspect) {
            Some(own) => own.read(input, reading).map(drop),
            None if elsewhere => Ok(()),
            None => parse::parse(field, input, reading).map(drop),
        };
        match read {
            Err(error) if matched.loose && error.is("choice_unknown") => Ok(()),
            read => read.map_err(|error| error.at(field.key)),
        }
    }
}
