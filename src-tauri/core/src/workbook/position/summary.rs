//! One row a product: what is owned, provable and needed, and what is missing. The worst stand first, so that the chart's
//! rows are the table's first rows.

use std::collections::HashMap;

use rust_xlsxwriter::{Chart, ChartFont, ChartLegendPosition, ChartLine, ChartType};

use super::{Making, figures};
use crate::Result;
use crate::register::{Field, product};
use crate::rules::position::{ProductPosition, Status};
use crate::words::Side;
use crate::workbook::book::Book;
use crate::workbook::cell::{Cell, refused};
use crate::workbook::style::{FONT, LINE, SEAL, STEEL, Tone};
use crate::workbook::table::{Column, Face, Heading, Rule, Writing};

/// Products in the chart.
const CHARTED: usize = 8;
/// Row of the first product, counted as Excel does.
const FIRST: u32 = 5;

/// Column where the figures begin, and what stands behind them.
const FIGURES: u16 = 4;
const STATUS: u16 = FIGURES + figures::WIDTH;
const PROOF: u16 = STATUS + 1;

pub(super) fn sheet(making: &Making<'_>, book: &mut Book) -> Result<()> {
    let side = making.side;
    let mut positions: Vec<&ProductPosition> = making.positions.iter().collect();
    positions.sort_by_key(|position| position.rank());
    let heading = Heading {
        tab: side.inline("sheet-position"),
        title: side.inline("sheet-position-title"),
        note: making.note("position-note"),
        frozen: 2,
    };
    let evidence = evidence_codes(making)?;
    let metrics = metric_labels(side);
    let currency = making.pricing.currency();
    let mut writing = Writing::begin(book, heading, columns(side, currency), rules())?;
    for position in &positions {
        row(making, &mut writing, position, &evidence, &metrics)?;
    }
    let index = writing.finish()?;
    let charted = positions.len().min(CHARTED);
    if charted > 0 {
        chart(book, index, charted, side)?;
    }
    Ok(())
}

/// Stands before the status, so that its colour never speaks alone.
const fn symbol(status: Status) -> &'static str {
    match status {
        Status::Short => "▼",
        Status::Unproven => "◐",
        Status::Level => "●",
        Status::Over => "▲",
        Status::Unlimited => "∞",
        Status::Free => "○",
    }
}

fn columns(side: Side, currency: &str) -> Vec<Column> {
    let field = |field: &Field, width| {
        let header = side.joined("\n", |words| words.field("product", field.key));
        Column::new(&format!("product.{}", field.key), header, Face::Text, width)
    };
    let figure = |id: &str, face, width| {
        Column::new(
            &format!("position.{id}"),
            side.stacked(&format!("position-{id}")),
            face,
            width,
        )
    };
    let money = |id: &str| {
        let header = side.joined("\n", |words| {
            words.format(&format!("position-{id}"), &[("currency", currency)])
        });
        Column::new(&format!("position.{id}"), header, Face::Amount, 15.0)
    };
    let mut columns = vec![
        field(&product::CODE.field, 11.0),
        field(&product::NAME.field, 38.0),
        field(&product::PUBLISHER.field, 20.0),
        field(&product::METRIC.field, 24.0),
    ];
    columns.extend(figures::columns(side));
    columns.extend([
        figure("status", Face::Text, 19.0),
        figure("proof", Face::Text, 17.0),
        figure("price", Face::Amount, 13.0),
        figure("currency", Face::Text, 8.0),
        figure("charged", Face::Text, 12.0),
        money("true-up"),
        money("true-up-provable"),
        money("surplus"),
        figure("evidence", Face::Text, 24.0),
        Column::new("row_id", side.stacked("workbook-row-id"), Face::Id, 38.0),
    ]);
    columns
}

fn rules() -> Vec<Rule> {
    let begins = |column, symbol: &str, tone| Rule::Begins(column, symbol.to_owned(), tone);
    let mut rules = figures::rules(FIGURES);
    rules.extend([
        begins(STATUS, symbol(Status::Short), Tone::Bad),
        begins(STATUS, symbol(Status::Unproven), Tone::Warn),
        begins(STATUS, symbol(Status::Level), Tone::Good),
        begins(PROOF, PROOFS[0], Tone::Good),
        begins(PROOF, PROOFS[1], Tone::Warn),
        begins(PROOF, PROOFS[2], Tone::Bad),
    ]);
    rules
}

fn row(
    making: &Making<'_>,
    writing: &mut Writing<'_>,
    position: &ProductPosition,
    evidence: &HashMap<i64, String>,
    metrics: &HashMap<&'static str, String>,
) -> Result<()> {
    let side = making.side;
    let product = &position.product;
    writing.put(Cell::Text(product.code.as_deref().unwrap_or_default()))?;
    writing.put(Cell::Text(&product.shown(side)))?;
    writing.put(Cell::Text(product.publisher.as_deref().unwrap_or_default()))?;
    let counted: Vec<&str> = (position.metrics().iter())
        .map(|metric| metrics[metric.key()].as_str())
        .collect();
    writing.put(Cell::Text(&counted.join("\n")))?;
    figures::put(making, writing, &position.total, position.basis, FIGURES)?;
    let status = position.status();
    let label = side.inline(&format!("position-status--{}", status.key()));
    writing.put(Cell::Text(&format!("{} {label}", symbol(status))))?;
    let proof = proof(position).map(|(symbol, id)| format!("{symbol} {}", side.inline(&id)));
    writing.put(Cell::Text(proof.as_deref().unwrap_or_default()))?;
    cost(making, writing, position)?;
    writing.put(Cell::Text(
        evidence.get(&product.id).map_or("", String::as_str),
    ))?;
    writing.put(Cell::Text(&product.uuid.hyphenated().to_string()))?;
    writing.end_row()
}

/// Unit price, its currency, whether it is paid every year or once, and what the missing rights, those missing if only provable ones count, and the spare ones cost in the reporting currency.
fn cost(making: &Making<'_>, writing: &mut Writing<'_>, position: &ProductPosition) -> Result<()> {
    let Some((price, currency)) = &position.product.price else {
        for _ in 0..6 {
            writing.put(Cell::Blank)?;
        }
        return Ok(());
    };
    writing.put(Cell::Amount(*price))?;
    writing.put(Cell::Text(currency))?;
    let charged = if position.product.yearly {
        "yearly"
    } else {
        "once"
    };
    let charged = making.side.inline(&format!("position-charged--{charged}"));
    writing.put(Cell::Text(&charged))?;
    let costs = making.pricing.costs(position);
    for cost in [costs.true_up, costs.true_up_provable, costs.surplus] {
        match cost {
            Some(cost) if cost.amount > 0 => writing.put(Cell::Amount(cost.amount))?,
            _ => writing.put(Cell::Blank)?,
        }
    }
    Ok(())
}

/// Symbols of complete, partial and no proof.
const PROOFS: [&str; 3] = ["●", "◐", "○"];

/// Symbol and text of how far the rights are proven; nothing where none are owned.
fn proof(position: &ProductPosition) -> Option<(&'static str, String)> {
    let key = position.proof()?;
    let symbol = match key {
        "complete" => PROOFS[0],
        "partial" => PROOFS[1],
        _ => PROOFS[2],
    };
    Some((symbol, format!("position-proof--{key}")))
}

pub(super) fn metric_labels(side: Side) -> HashMap<&'static str, String> {
    let field = &product::METRIC.field;
    let label = |key: &str| side.joined(" ", |words| words.choice("product", field.key, key));
    field
        .choices()
        .iter()
        .map(|key| (*key, label(key)))
        .collect()
}

/// Evidence codes by product: documents of its purchase lines and evidence about its licenses or itself.
fn evidence_codes(making: &Making<'_>) -> Result<HashMap<i64, String>> {
    let mut statement = making.conn.prepare(
        "SELECT product, group_concat(code, ', ') FROM ( \
           SELECT DISTINCT l.product_id AS product, e.code AS code FROM link k \
             JOIN purchase p ON p.id = k.record JOIN license l ON l.id = p.license_id JOIN evidence e ON e.id = k.target \
             WHERE k.register = 'purchase' AND k.field = 'documents' AND e.archived_at IS NULL \
           UNION SELECT l.product_id, e.code FROM link k JOIN evidence e ON e.id = k.record JOIN license l ON l.id = k.target \
             WHERE k.register = 'evidence' AND k.target_register = 'license' AND e.archived_at IS NULL \
           UNION SELECT k.target, e.code FROM link k JOIN evidence e ON e.id = k.record \
             WHERE k.register = 'evidence' AND k.target_register = 'product' AND e.archived_at IS NULL \
           ORDER BY 1, 2) GROUP BY product",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The largest gaps on a page of their own, where no page break can cut them.
fn chart(book: &mut Book, index: usize, charted: usize, side: Side) -> Result<()> {
    let name = book.name(index).to_owned();
    let first = FIRST - 1;
    let last = first + u32::try_from(charted).unwrap_or(1) - 1;
    let font = || {
        let mut font = ChartFont::new();
        font.set_name(FONT).set_size(9);
        font
    };
    let mut chart = Chart::new(ChartType::Bar);
    for (id, column, colour) in [
        ("position-provable", FIGURES + figures::PROVABLE, STEEL),
        ("position-needed", FIGURES + figures::NEEDED, SEAL),
    ] {
        chart
            .add_series()
            .set_name(side.inline(id).as_str())
            .set_categories((name.as_str(), first, 1, last, 1))
            .set_values((name.as_str(), first, column, last, column))
            .set_format(
                rust_xlsxwriter::ChartFormat::new()
                    .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(colour)),
            )
            .set_gap(60);
    }
    chart
        .title()
        .set_name(side.inline("position-chart").as_str())
        .set_font(font().set_bold().set_size(11));
    chart.y_axis().set_reverse().set_font(&font());
    chart
        .x_axis()
        .set_font(&font())
        .set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(LINE));
    chart
        .legend()
        .set_position(ChartLegendPosition::Top)
        .set_font(&font());
    chart
        .set_width(920)
        .set_height(120 + 52 * u32::try_from(charted).unwrap_or(1));
    chart.set_alt_text(side.inline("position-chart"));
    let title = side.inline("sheet-gaps");
    let index = book.sheet(&title, true)?;
    let Book {
        workbook, styles, ..
    } = book;
    workbook
        .worksheet_from_index(index)
        .map_err(refused)?
        .write_string_with_format(0, 0, &title, &styles.title)
        .map_err(refused)?
        .set_row_height(0, 26)
        .map_err(refused)?
        .insert_chart(2, 0, &chart)
        .map_err(refused)?;
    Ok(())
}
