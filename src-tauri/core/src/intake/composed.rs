//! Columns a file does not have but says: a name in two parts, a value above the table, a total over several rows, what a tick
//! stands for. Known sources describe them; they are matched and read like the columns of the file.

use std::collections::HashMap;

use serde::Deserialize;

use super::layout::{Layout, header_forms};
use super::table::{Cell, Table};
use crate::register::parse::{self, Input, Reading, fold};
use crate::register::{Field, Value, field, number};

/// A column a source asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Composition {
    /// Its header.
    header: String,
    /// The texts of these columns, a space between them.
    #[serde(default)]
    join: Vec<String>,
    /// The first of these columns that holds anything.
    #[serde(default)]
    first: Vec<String>,
    /// The header of these columns in which a tick stands.
    #[serde(default)]
    ticked: Vec<String>,
    /// What stands beside or after this word above the table.
    above: Option<String>,
    /// A column …
    of: Option<String>,
    /// … in the rows with a tick in this one.
    when: Option<String>,
    /// … in the rows without a tick in this one.
    unless: Option<String>,
    /// These columns added up.
    #[serde(default)]
    plus: Vec<String>,
    /// The column added up over the rows that agree in the first filled of these.
    #[serde(default)]
    by: Vec<String>,
}

/// The columns made, in order, after those of the file.
#[derive(Debug, Default)]
pub struct Composed {
    columns: Vec<ComposedColumn>,
}

#[derive(Debug)]
struct ComposedColumn {
    header: String,
    /// The column of the file by which its cells are named.
    origin: usize,
    /// By place of the row.
    cells: HashMap<usize, Box<str>>,
}

impl Composed {
    /// Makes the columns a source asks for, as far as the file has what they are made of.
    pub fn of(compositions: &[Composition], table: &Table, layout: &Layout) -> Self {
        let sheet = Sheet { table, layout };
        Self {
            columns: compositions
                .iter()
                .filter_map(|composition| sheet.make(composition))
                .collect(),
        }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Header and the column of the file by which the cells are named.
    pub fn head(&self, place: usize) -> Option<(&str, usize)> {
        let column = self.columns.get(place)?;
        Some((&column.header, column.origin))
    }

    /// A cell.
    pub fn cell(&self, row: usize, place: usize) -> Cell<'_> {
        let column = self.columns.get(place);
        let text = column.and_then(|column| column.cells.get(&row));
        text.map_or(Cell::Empty, |text| Cell::Text(text))
    }
}

const FLAG: Field = field::flag("flag").field;
const MONEY: Field = field::money("money").field;
const AMOUNT: Field = field::decimal("amount").field;

struct Sheet<'a> {
    table: &'a Table,
    layout: &'a Layout,
}

impl Sheet<'_> {
    fn make(&self, composition: &Composition) -> Option<ComposedColumn> {
        let columns = |headers: &[String]| -> Vec<usize> {
            headers.iter().filter_map(|h| self.column(h)).collect()
        };
        let named = |header: &Option<String>| header.as_deref().and_then(|h| self.column(h));
        let (join, first) = (columns(&composition.join), columns(&composition.first));
        let (ticked, of) = (columns(&composition.ticked), named(&composition.of));
        let (origin, cells) = if let Some(label) = &composition.above {
            let (origin, text) = self.above(label)?;
            (origin, self.rows(|_| Some(text.clone())))
        } else if let Some(origin) = join.first() {
            (*origin, self.rows(|row| self.joined(row, &join)))
        } else if let Some(origin) = first.first() {
            (*origin, self.rows(|row| self.first(row, &first)))
        } else if let Some(origin) = ticked.first() {
            // the lowest line of a header of several
            let header = |column: &usize| {
                let header = self.layout.headers.get(*column)?;
                Some(header.lines().last()?.to_owned())
            };
            let tick = |row: usize| ticked.iter().find(|column| self.is_ticked(row, **column));
            (*origin, self.rows(|row| tick(row).and_then(header)))
        } else if !composition.plus.is_empty() {
            let parts = columns(&composition.plus);
            let sum = |row: usize| {
                let amounts = parts.iter().map(|column| self.amount(row, *column));
                amounts.sum::<Option<i64>>().map(number::micros_to_text)
            };
            (*parts.first()?, self.rows(sum))
        } else if !composition.by.is_empty() {
            (of?, self.sums(of?, &columns(&composition.by)))
        } else {
            let (tick, wanted) = match named(&composition.when) {
                Some(tick) => (tick, true),
                None => (named(&composition.unless)?, false),
            };
            let of = of?;
            let cell = |row| (self.is_ticked(row, tick) == wanted).then(|| self.text(row, of));
            (of, self.rows(|row| cell(row).flatten()))
        };
        Some(ComposedColumn {
            header: composition.header.clone(),
            origin,
            cells,
        })
    }

    fn rows(&self, text: impl Fn(usize) -> Option<String>) -> HashMap<usize, Box<str>> {
        let rows = self.layout.rows.iter();
        rows.filter_map(|row| Some((*row, text(*row)?.into_boxed_str())))
            .collect()
    }

    fn column(&self, header: &str) -> Option<usize> {
        let header = fold(header);
        let mut headers = self.layout.headers.iter();
        headers.position(|known| header_forms(known).contains(&header))
    }

    fn text(&self, row: usize, column: usize) -> Option<String> {
        let text = self.table.cell(row, column).text().trim().to_owned();
        (!parse::is_nothing(&text)).then_some(text)
    }

    fn joined(&self, row: usize, columns: &[usize]) -> Option<String> {
        let texts: Vec<String> = columns
            .iter()
            .filter_map(|column| self.text(row, *column))
            .collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }

    fn first(&self, row: usize, columns: &[usize]) -> Option<String> {
        columns.iter().find_map(|column| self.text(row, *column))
    }

    fn is_ticked(&self, row: usize, column: usize) -> bool {
        let cell = self.table.cell(row, column);
        let input = cell.input().ok().flatten();
        let read = input.map(|input| parse::parse(&FLAG, input, &Reading::default()));
        matches!(read, Some(Ok(Some(Value::Flag(true)))))
    }

    /// The cell of a label above the table and what it says: after a colon, or in the next filled cell.
    fn above(&self, label: &str) -> Option<(usize, String)> {
        let label = fold(label);
        for row in 0..self.layout.first {
            let row = self.table.row(row);
            let mut cells = row.cells();
            while let Some((column, cell)) = cells.next() {
                let text = cell.text().into_owned();
                let (word, rest) = text.split_once([':', '：']).unwrap_or((&text, ""));
                if fold(word) != label {
                    continue;
                }
                if !rest.trim().is_empty() {
                    return Some((column, rest.trim().to_owned()));
                }
                let (column, cell) = cells.next()?;
                return Some((column, cell.text().trim().to_owned()));
            }
        }
        None
    }

    fn sums(&self, of: usize, by: &[usize]) -> HashMap<usize, Box<str>> {
        let mut sums: HashMap<String, (i64, Vec<String>)> = HashMap::new();
        for row in &self.layout.rows {
            if let (Some(key), Some(amount)) = (self.first(*row, by), self.amount(*row, of)) {
                let (sum, currencies) = sums.entry(key).or_default();
                *sum = sum.saturating_add(amount);
                let currency = self.currency(*row, of);
                if !currencies.contains(&currency) {
                    currencies.push(currency);
                }
            }
        }
        // amounts in several currencies have no sum
        self.rows(|row| match sums.get(&self.first(row, by)?)? {
            (sum, currencies) if currencies.len() == 1 => {
                let sum = number::micros_to_text(*sum);
                Some(format!("{} {sum}", currencies[0]).trim().to_owned())
            }
            _ => None,
        })
    }

    /// The currency an amount names, or nothing.
    fn currency(&self, row: usize, column: usize) -> String {
        let text = self.text(row, column).unwrap_or_default();
        match parse::parse(&MONEY, Input::Text(&text), &Reading::default()) {
            Ok(Some(Value::Money(money))) => money.currency,
            _ => String::new(),
        }
    }

    fn amount(&self, row: usize, column: usize) -> Option<i64> {
        let text = self.text(row, column)?;
        match parse::parse(&AMOUNT, Input::Text(&text), &Reading::default()) {
            Ok(Some(Value::Decimal(micros))) => Some(micros),
            _ => None,
        }
    }
}
