//! The same counts by entity and site. Rights given to no site stand on a line of their own, so that the lines of a product
//! sum to its row on the position sheet.

use super::Making;
use super::summary::{basis_label, letter, metric_labels};
use crate::Result;
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::names::Names;
use crate::workbook::table::{Column, Face, Heading, Rule, Writing};

const OWNED: u16 = 5;
const PROVABLE: u16 = 6;
const NEEDED: u16 = 11;
const DELTA: u16 = 12;
const DELTA_PROVABLE: u16 = 13;

pub(super) fn sheet(making: &Making<'_>, book: &mut Book, names: &mut Names<'_>) -> Result<()> {
    let side = making.side;
    let heading = Heading {
        tab: side.inline("sheet-places"),
        title: side.inline("sheet-places-title"),
        note: making.note("places-note"),
        frozen: 2,
    };
    let (entities, sites) = (names.of("entity")?, names.of("site")?);
    let metrics = metric_labels(side);
    let (nowhere, nobody) = (
        side.inline("places-unallocated"),
        side.inline("places-no-entity"),
    );
    let rules = vec![Rule::Negative(DELTA), Rule::Negative(DELTA_PROVABLE)];
    let mut writing = Writing::begin(book, heading, columns(making), rules)?;
    for position in &making.positions {
        let product = &position.product;
        let shown = product.shown(side);
        for line in &position.lines {
            let named =
                |names: &std::collections::HashMap<i64, Box<str>>, id: Option<i64>, none: &str| {
                    id.and_then(|id| names.get(&id))
                        .map_or_else(|| none.to_owned(), ToString::to_string)
                };
            let row = writing.excel_row();
            let counts = &line.counts;
            let needed = counts.needed;
            let basis = basis_label(side, line.basis);
            let metric = line.metric.key();
            writing.put(Cell::Text(product.code.as_deref().unwrap_or_default()))?;
            writing.put(Cell::Text(&shown))?;
            writing.put(Cell::Text(
                metrics.get(metric).map_or(metric, String::as_str),
            ))?;
            writing.put(Cell::Text(&named(&entities, line.place.entity, &nobody)))?;
            writing.put(Cell::Text(&named(&sites, line.place.site, &nowhere)))?;
            for count in [
                counts.owned,
                counts.provable,
                counts.assigned,
                counts.deployed,
                counts.used,
            ] {
                writing.put(Cell::Integer(count))?;
            }
            writing.put(Cell::Text(&basis))?;
            writing.put(Cell::Integer(needed))?;
            for (owned, delta) in [(OWNED, counts.delta()), (PROVABLE, counts.delta_provable())] {
                let formula = format!("={}{row}-{}{row}", letter(owned), letter(NEEDED));
                writing.put(Cell::Formula(&formula, delta))?;
            }
            writing.put(Cell::Text(&product.uuid.hyphenated().to_string()))?;
            writing.end_row()?;
        }
    }
    writing.finish()?;
    Ok(())
}

fn columns(making: &Making<'_>) -> Vec<Column> {
    let side = making.side;
    let field = |register: &str, key: &str, width| {
        let header = side.joined("\n", |words| words.field(register, key));
        Column::new(&format!("{register}.{key}"), header, Face::Text, width)
    };
    let named = |register: &str, width| {
        let header = side.joined("\n", |words| words.label(register));
        Column::new(register, header, Face::Text, width)
    };
    let figure = |id: &str, face| {
        let header = side.stacked(&format!("position-{id}"));
        let width = if face == Face::Text { 20.0 } else { 10.0 };
        Column::new(&format!("position.{id}"), header, face, width)
    };
    vec![
        field("product", "code", 11.0),
        field("product", "name", 38.0),
        field("product", "metric", 24.0),
        named("entity", 34.0),
        named("site", 26.0),
        figure("owned", Face::Integer),
        figure("provable", Face::Integer),
        figure("assigned", Face::Integer),
        figure("deployed", Face::Integer),
        figure("used-90", Face::Integer),
        figure("basis", Face::Text),
        figure("needed", Face::Integer),
        figure("delta", Face::Signed),
        figure("delta-provable", Face::Signed),
        Column::new(
            "product.row_id",
            side.stacked("workbook-row-id"),
            Face::Id,
            38.0,
        ),
    ]
}
