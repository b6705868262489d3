//! The figures of a position as columns, the same on every sheet that shows them. What follows from other cells is a formula.

use super::Making;
use crate::Result;
use crate::rules::position::{Basis, Counts};
use crate::words::Side;
use crate::workbook::cell::Cell;
use crate::workbook::table::{Column, Face, Rule, Writing};

/// How many columns they are.
pub(super) const WIDTH: u16 = 14;

/// Places of columns, from the first of the figures.
const OWNED: u16 = 0;
pub(super) const PROVABLE: u16 = 1;
const ADJUSTED: u16 = 3;
const ALLOCATED: u16 = 4;
const AVAILABLE: u16 = 5;
const AVAILABLE_PROVABLE: u16 = 6;
pub(super) const NEEDED: u16 = 11;
const DELTA: u16 = 12;
const DELTA_PROVABLE: u16 = 13;

/// Their heads.
pub(super) fn columns(side: Side) -> Vec<Column> {
    let figure = |id: &str, face, width| {
        let header = side.stacked(&format!("position-{id}"));
        Column::new(&format!("position.{id}"), header, face, width)
    };
    let mut columns: Vec<Column> = [
        "owned",
        "provable",
        "weak-proof",
        "adjusted",
        "allocated",
        "available",
        "available-provable",
        "assigned",
        "deployed",
        "used-90",
    ]
    .into_iter()
    .map(|id| {
        let face = if matches!(id, "adjusted" | "allocated") {
            Face::Signed
        } else {
            Face::Integer
        };
        figure(id, face, 10.0)
    })
    .collect();
    columns.push(figure("basis", Face::Text, 20.0));
    columns.push(figure("needed", Face::Integer, 10.0));
    columns.push(figure("delta", Face::Signed, 10.0));
    columns.push(figure("delta-provable", Face::Signed, 10.0));
    columns
}

/// Colours of what is missing, where the figures begin at column `first`.
pub(super) fn rules(first: u16) -> Vec<Rule> {
    vec![
        Rule::Negative(first + DELTA),
        Rule::Negative(first + DELTA_PROVABLE),
    ]
}

/// The cells of one row, beginning at column `first`.
pub(super) fn put(
    making: &Making<'_>,
    writing: &mut Writing<'_>,
    counts: &Counts,
    basis: Basis,
    first: u16,
) -> Result<()> {
    let row = writing.excel_row();
    let at = |column: u16| format!("{}{row}", letter(first + column));
    for count in [
        counts.owned,
        counts.provable,
        counts.weak,
        counts.adjusted,
        counts.allocated,
    ] {
        writing.put(Cell::Integer(count))?;
    }
    let sum = format!("={}+{}+{}", at(OWNED), at(ADJUSTED), at(ALLOCATED));
    writing.put(Cell::Formula(&sum, counts.available()))?;
    for count in [
        counts.available_provable(),
        counts.assigned,
        counts.deployed,
        counts.used,
    ] {
        writing.put(Cell::Integer(count))?;
    }
    let basis = making
        .side
        .inline(&format!("position-basis--{}", basis.key()));
    writing.put(Cell::Text(&basis))?;
    writing.put(Cell::Integer(counts.needed))?;
    for (available, delta) in [
        (AVAILABLE, counts.delta()),
        (AVAILABLE_PROVABLE, counts.delta_provable()),
    ] {
        let less = format!("={}-{}", at(available), at(NEEDED));
        writing.put(Cell::Formula(&less, delta))?;
    }
    Ok(())
}

/// A column's letter; the sheets with figures have fewer than twenty-seven.
fn letter(column: u16) -> char {
    char::from(b'A' + u8::try_from(column).unwrap_or(0))
}
