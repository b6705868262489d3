//! A draft as a page shows it.

use super::api::{ColumnMatch, FieldChoice, FileInfo, HeadRow, ImportDraft, TableInfo};
use super::columns::{self, Column};
use super::draft::{CURRENCY, Draft};
use super::matcher::cell;
use super::names::Aspect;
use super::table::{address, letter};
use super::tables::{self, Found};
use super::text::ENCODINGS;
use crate::Error;
use crate::register::parse::{self, Reading};
use crate::register::{Field, Kind};

/// Rows shown for choosing sheet and header.
const HEAD: usize = 40;
/// Rows by which the width of a table is judged.
const JUDGED: usize = 1000;
/// Words shown of those left out.
const MOST_WORDS: usize = 6;

impl Draft {
    /// The draft as a page shows it.
    pub fn view(&self, number: i64) -> ImportDraft {
        let rows = &self.layout.rows;
        let row = |place: Option<&usize>| place.map_or(0, |place| self.table.number(*place));
        ImportDraft {
            draft: number,
            file: FileInfo {
                name: self.file.name.clone(),
                size: usize::try_from(self.file.bytes.len()).unwrap_or(usize::MAX),
            },
            sheets: self.file.sheets.clone(),
            sheet: self.sheet,
            encoding: self.file.encoding.clone(),
            encodings: match self.file.encoding {
                Some(_) => ENCODINGS.to_vec(),
                None => Vec::new(),
            },
            tables: self.tables(),
            table: self.chosen_table,
            header_row: self.table.number(self.layout.first),
            header_end: self.table.number(self.layout.header),
            first_row: row(rows.first()),
            last_row: row(rows.last()),
            rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            resumes: self.resumed.as_ref().map(|resumed| resumed.operation),
            source: self.source.map(|source| source.key.clone()),
            target: self.recipe.key.clone(),
            targets: self
                .recipes
                .all()
                .iter()
                .map(|recipe| recipe.key.clone())
                .collect(),
            columns: self
                .columns
                .iter()
                .filter(|column| self.is_shown(column))
                .map(|column| self.column(column))
                .collect(),
            fields: self.fields(),
            keys: self.part_keys(),
            head: self.head(),
            waits: self.recipe.parts.iter().any(|part| part.waits),
            options: self.options.clone(),
            notes: self.notes(),
        }
    }

    /// Whether a column is one of the table: what another table on the sheet fills beside it is not.
    fn is_shown(&self, column: &Column) -> bool {
        if column.index >= self.table.columns() {
            return true;
        }
        let fills = |row: &usize| !self.table.cell(*row, column.index).is_blank();
        self.layout.has(column.index)
            && (!column.header.is_empty() || self.layout.rows.iter().any(fills))
    }

    fn tables(&self) -> Vec<TableInfo> {
        let places = self.tables.iter().enumerate();
        let info = |(index, found): (usize, &Found)| TableInfo {
            index,
            title: tables::title(&self.table, found),
            header_row: self.table.number(found.lines.start),
            last_row: self.table.number(found.end.saturating_sub(1)),
            columns: (letter(found.columns.start), letter(self.last_column(found))),
        };
        places.map(info).collect()
    }

    /// The last column that something of a table stands in; what another table beside or below fills is not of it.
    fn last_column(&self, found: &Found) -> usize {
        let rows = (found.lines.start..found.end).take(JUDGED);
        let columns = rows.filter_map(|row| {
            let row = self.table.row(row);
            let columns = row.cells().map(|(column, _)| column);
            columns
                .filter(|column| found.columns.contains(column))
                .max()
        });
        columns.max().unwrap_or(found.columns.start)
    }

    fn column(&self, column: &Column) -> ColumnMatch {
        let mut samples: Vec<String> = Vec::new();
        for row in self.layout.rows.iter().take(200) {
            let cell = cell(&self.table, &self.composed, *row, column.index);
            let text = cell.text().trim().to_owned();
            if !text.is_empty() && !samples.contains(&text) && samples.len() < 3 {
                samples.push(text.chars().take(80).collect());
            }
        }
        ColumnMatch {
            index: column.index,
            letter: letter(column.origin),
            header: column.header.clone(),
            samples,
            field: column.path(&self.recipe),
            confidence: column.confidence,
            date_order: column.order,
            dates_ambiguous: column.ambiguous
                && column
                    .target
                    .is_some_and(|(_, field, _)| field.kind == Kind::Date),
            how: column.how,
        }
    }

    fn fields(&self) -> Vec<FieldChoice> {
        let mut fields = Vec::new();
        for (part, field) in self.recipe.fields() {
            for aspect in Aspect::of(field) {
                fields.push(FieldChoice {
                    path: columns::path(&self.recipe, (part, field, *aspect)),
                    register: self.recipe.parts[part].register.key,
                    field: field.key.to_owned(),
                    part: aspect.suffix().strip_prefix('.'),
                    required: field.required && *aspect == Aspect::Whole,
                });
            }
        }
        fields.extend(self.recipe.own.iter().map(|own| FieldChoice {
            path: self.recipe.own_text(own),
            register: self.recipe.parts[own.part].register.key,
            field: format!("custom.{}", own.field.key),
            part: None,
            required: false,
        }));
        fields
    }

    fn head(&self) -> Vec<HeadRow> {
        let cells = |row: usize| {
            (0..self.table.columns().min(40)).map(move |column| {
                self.table
                    .cell(row, column)
                    .text()
                    .chars()
                    .take(80)
                    .collect()
            })
        };
        (0..self.table.len().min(HEAD))
            .map(|row| HeadRow {
                row: self.table.number(row),
                hidden: self.table.marks.hides_row(self.table.number(row)),
                cells: cells(row).collect(),
            })
            .collect()
    }

    fn notes(&self) -> Vec<Error> {
        let mut notes = self.file.notes.clone();
        let useless = self.source.filter(|source| source.recipe.is_none());
        notes.extend(useless.map(|_| Error::new("source_useless")));
        notes.extend(self.layout.notes.iter().cloned());
        if self.table.marks.formulas > 0 {
            notes.push(Error::new("formulas_read").with("count", self.table.marks.formulas));
        }
        notes.extend(self.merged_notes());
        for column in &self.columns {
            notes.extend(self.words_left_out(column));
            let Some((part, field, Aspect::Whole)) = column.target else {
                continue;
            };
            let own = self.columns.iter().any(|c| matches!(c.target, Some((p, f, Aspect::Currency)) if p == part && f.key == field.key));
            let money = field.kind == Kind::Money && column.currency.is_none() && !own;
            if money && self.lacks_currency(column, field) {
                notes.push(
                    Error::new("currency_assumed")
                        .with("column", letter(column.origin))
                        .with("currency", CURRENCY),
                );
            }
        }
        notes
    }

    /// Whether an amount of a column names no currency.
    fn lacks_currency(&self, column: &Column, field: &Field) -> bool {
        let silent = Reading {
            currency: None,
            ..column.reading(&self.recipe, self.names, None, CURRENCY)
        };
        self.layout.rows.iter().any(|row| {
            let cell = cell(&self.table, &self.composed, *row, column.index);
            matches!(cell.input(), Ok(Some(input))
                if parse::parse(field, input, &silent).is_err_and(|error| error.is("currency_missing")))
        })
    }

    /// Words of a known program that are no choice of ours and were not taken.
    fn words_left_out(&self, column: &Column) -> Option<Error> {
        let (_, field, _) = column.target.filter(|_| column.loose)?;
        let reading = column.reading(&self.recipe, self.names, None, CURRENCY);
        let mut words: Vec<String> = Vec::new();
        for row in &self.layout.rows {
            let cell = cell(&self.table, &self.composed, *row, column.index);
            let Ok(Some(input)) = cell.input() else {
                continue;
            };
            if words.len() < MOST_WORDS && parse::parse(field, input, &reading).is_err() {
                let word = cell.text().trim().to_owned();
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
        let left_out = Error::new("words_left_out").with("column", letter(column.origin));
        (!words.is_empty()).then(|| left_out.with("words", words.join(", ")))
    }

    /// What becomes of merged cells that cover several rows.
    fn merged_notes(&self) -> Vec<Error> {
        let first = self.layout.rows.first().map(|row| self.table.number(*row));
        let (mut filled, mut once) = (0, Vec::new());
        for region in self.table.marks.merged() {
            let column = self.columns.get(usize::from(region.left));
            let Some(column) = column.filter(|column| column.target.is_some()) else {
                continue;
            };
            if region.bottom == region.top || first.is_none_or(|first| region.top < first) {
                continue;
            }
            if column.spreads() {
                filled += region.bottom - region.top;
            } else {
                once.push(address(column.index, region.top));
            }
        }
        let mut notes = Vec::new();
        if filled > 0 {
            notes.push(Error::new("merged_filled").with("count", filled));
        }
        if !once.is_empty() {
            notes.push(Error::new("merged_numbers").with("cells", once.join(", ")));
        }
        notes
    }
}
