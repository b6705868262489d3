//! The same counts by entity and site. Rights given to no site stand on a line of their own, so that the lines of a product
//! sum to its row on the position sheet.

use super::Making;
use super::figures;
use super::summary::metric_labels;
use crate::Result;
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::names::Names;
use crate::workbook::table::{Column, Face, Heading, Writing};

/// Column where the figures begin.
const FIGURES: u16 = 5;

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
    let rules = figures::rules(FIGURES);
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
            let metric = line.metric.key();
            writing.put(Cell::Text(product.code.as_deref().unwrap_or_default()))?;
            writing.put(Cell::Text(&shown))?;
            writing.put(Cell::Text(
                metrics.get(metric).map_or(metric, String::as_str),
            ))?;
            writing.put(Cell::Text(&named(&entities, line.place.entity, &nobody)))?;
            writing.put(Cell::Text(&named(&sites, line.place.site, &nowhere)))?;
            figures::put(making, &mut writing, &line.counts, line.basis, FIGURES)?;
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
    let mut columns = vec![
        field("product", "code", 11.0),
        field("product", "name", 38.0),
        field("product", "metric", 24.0),
        named("entity", 34.0),
        named("site", 26.0),
    ];
    columns.extend(figures::columns(side));
    columns.push(Column::new(
        "product.row_id",
        side.stacked("workbook-row-id"),
        Face::Id,
        38.0,
    ));
    columns
}
