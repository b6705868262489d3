//! `sealbook position`: what is owned, needed and missing, as a table or JSON, with every step on demand.

use sealbook_core::register::{entity, product, site};
use sealbook_core::rules::position::describe::{Asked, report};
use sealbook_core::rules::position::report::{PositionReport, PositionRow, PositionTotal};
use sealbook_core::rules::position::{Scope, change};
use sealbook_core::{Error, Result};

use crate::Outcome;
use crate::scope::rows;
use crate::session::Session;
use crate::table;

/// Prints the position.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let report = read(session)?;
    if session.text("format") == Some("json") {
        session.terminal.say(&serde_json::to_string(&report)?);
        return Ok(Outcome::Done);
    }
    if session.flag("explain") {
        report.products.iter().for_each(|row| explain(session, row));
    } else {
        show(session, &report.products);
    }
    sums(session, &report.total);
    if let Some(change) = &report.since {
        let said = change.said(session.words());
        session.terminal.note(&said);
    }
    Ok(Outcome::Done)
}

fn read(session: &mut Session<'_>) -> Result<PositionReport> {
    let day = session.as_of()?;
    let vault = session.open()?;
    let named: Vec<String> = session
        .text("product")
        .map(str::to_owned)
        .into_iter()
        .collect();
    let product = rows(&vault, &product::REGISTER, &named)?.pop();
    let asked = Asked {
        day,
        scope: Scope {
            entities: rows(&vault, &entity::REGISTER, &session.several("entity"))?,
            sites: rows(&vault, &site::REGISTER, &session.several("site"))?,
        },
        product,
    };
    let words = session.words();
    let report = report(vault.connection(), &asked, words, &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })?;
    let last = asked.is_whole().then(|| change::last(&vault, day));
    let report = report.since(last.transpose()?.flatten().as_ref());
    match named.first() {
        Some(name) if report.products.is_empty() => {
            Err(Error::new("position_nothing").with("name", name))
        }
        _ => Ok(report),
    }
}

/// Columns of the table besides the product: Fluent `position-<key>`.
const FIGURES: [&str; 7] = [
    "owned",
    "provable",
    "available",
    "needed",
    "delta",
    "delta-provable",
    "status",
];

fn show(session: &mut Session<'_>, products: &[PositionRow]) {
    let words = session.words();
    let mut head = vec![words.label("product")];
    head.extend(FIGURES.map(|key| words.text(&format!("position-{key}"))));
    let lines: Vec<Vec<String>> = products
        .iter()
        .map(|row| {
            let figures = &row.figures;
            let counts = [
                figures.owned,
                figures.provable,
                figures.available,
                figures.needed,
                figures.delta,
                figures.delta_provable,
            ];
            let mut cells = vec![words.half(&row.product.title).to_owned()];
            cells.extend(counts.map(|count| words.number(count)));
            cells.push(words.text(&format!("position-status--{}", row.status)));
            cells
        })
        .collect();
    table::print(session, &head, &lines);
}

/// Every step as a sentence, then what the purchase lines lack.
fn explain(session: &mut Session<'_>, row: &PositionRow) {
    let words = session.words();
    let code = row.product.code.as_deref().unwrap_or_default();
    let title = format!("{code} {}", words.half(&row.product.title));
    session.terminal.say(title.trim());
    for step in &row.steps {
        let count = words.number(step.result);
        session.terminal.say(&format!("{count:>8}  {}", step.text));
    }
    for line in &row.missing {
        let count = words.number(line.quantity);
        let license = line.license.code.as_deref().unwrap_or_default();
        let purchase = words.half(&line.purchase.title);
        let what = line.texts.join(" ");
        session
            .terminal
            .say(&format!("{count:>8}  {license} {purchase}: {what}"));
    }
}

fn sums(session: &mut Session<'_>, total: &PositionTotal) {
    let words = session.words();
    let products = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let (provable, owned) = (words.number(total.provable), words.number(total.owned));
    let lines = [
        ("glance-short", products(total.short)),
        ("glance-unproven", products(total.unproven)),
        ("glance-provable", format!("{provable} / {owned}")),
        ("glance-true-up", total.true_up.said(words)),
        (
            "glance-true-up-provable",
            total.true_up_provable.said(words),
        ),
        ("glance-surplus", total.surplus.said(words)),
    ];
    for (label, value) in lines {
        session
            .terminal
            .note(&format!("{}: {value}", words.text(label)));
    }
}
