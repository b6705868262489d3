//! How every figure comes about: a row for each step of each line, with its sentence in both languages.

use super::Making;
use super::summary::metric_labels;
use crate::Result;
use crate::ledger::Titles;
use crate::register::{Pair, register};
use crate::rules::position::describe::sentence;
use crate::rules::position::steps::{Told, told};
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::names::Names;
use crate::workbook::table::{Column, Face, Heading, Writing};

pub(super) fn sheet(making: &Making<'_>, book: &mut Book, names: &mut Names<'_>) -> Result<()> {
    let side = making.side;
    let heading = Heading {
        tab: side.inline("sheet-trace"),
        title: side.inline("sheet-trace-title"),
        note: making.note("trace-note"),
        frozen: 2,
    };
    let (entities, sites) = (names.of("entity")?, names.of("site")?);
    let metrics = metric_labels(side);
    let (nowhere, nobody) = (
        side.inline("places-unallocated"),
        side.inline("places-no-entity"),
    );
    let mut titles = Titles::default();
    let mut writing = Writing::begin(book, heading, columns(making), Vec::new())?;
    for position in &making.positions {
        let product = &position.product;
        let shown = product.shown(side);
        for line in &position.lines {
            let place = line.place;
            let entity = place.entity.and_then(|id| entities.get(&id));
            let site = place.site.and_then(|id| sites.get(&id));
            for (number, step) in (1..).zip(told(&line.tally, &line.counts)) {
                let subject = subject(making, &mut titles, &step)?;
                writing.put(Cell::Text(product.code.as_deref().unwrap_or_default()))?;
                writing.put(Cell::Text(&shown))?;
                writing.put(Cell::Text(&metrics[line.metric.key()]))?;
                writing.put(Cell::Text(entity.map_or(&nobody, |name| name)))?;
                writing.put(Cell::Text(site.map_or(&nowhere, |name| name)))?;
                writing.put(Cell::Integer(number))?;
                writing.put(Cell::Text(step.key))?;
                writing.put(Cell::Integer(step.input))?;
                writing.put(Cell::Integer(step.factor))?;
                writing.put(Cell::Integer(step.result))?;
                let said = side.joined("\n", |words| sentence(words, &step, words.half(&subject)));
                writing.put(Cell::Text(&said))?;
                writing.put(Cell::Text(&product.uuid.hyphenated().to_string()))?;
                writing.end_row()?;
            }
        }
    }
    writing.finish()?;
    Ok(())
}

/// The name of what a step speaks of.
fn subject(making: &Making<'_>, titles: &mut Titles, step: &Told) -> Result<Pair> {
    let Some((key, id)) = step.subject else {
        return Ok(Pair::default());
    };
    Ok(titles.reference(making.conn, register(key)?, id)?.title)
}

fn columns(making: &Making<'_>) -> Vec<Column> {
    let side = making.side;
    let field = |key: &str, width| {
        let header = side.joined("\n", |words| words.field("product", key));
        Column::new(&format!("product.{key}"), header, Face::Text, width)
    };
    let named = |register: &str, width| {
        let header = side.joined("\n", |words| words.label(register));
        Column::new(register, header, Face::Text, width)
    };
    let own = |id: &str, face, width| {
        let header = side.stacked(&format!("trace-{id}"));
        Column::new(&format!("trace.{id}"), header, face, width)
    };
    vec![
        field("code", 11.0),
        field("name", 34.0),
        field("metric", 20.0),
        named("entity", 30.0),
        named("site", 22.0),
        own("number", Face::Integer, 7.0),
        own("rule", Face::Text, 18.0),
        own("input", Face::Signed, 9.0),
        own("factor", Face::Signed, 8.0),
        own("result", Face::Signed, 9.0),
        own("sentence", Face::Text, 72.0),
        Column::new(
            "product.row_id",
            side.stacked("workbook-row-id"),
            Face::Id,
            38.0,
        ),
    ]
}
