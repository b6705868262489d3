//! Every figure of the position in every place that shows it: report, lists, workbook.

use std::collections::{BTreeMap, HashMap};

use super::*;
use crate::ledger::{self, FilterOp, ListQuery, Row};
use crate::rules::position::describe::{Asked, report};
use crate::rules::position::report::{PositionFigures, PositionReport};
use crate::rules::position::{Scope, Status};
use crate::rules::tests::sample;
use crate::words::Words;

fn reported(vault: &Vault) -> PositionReport {
    let asked = Asked {
        day: day("2026-11-24"),
        scope: Scope::default(),
        product: None,
    };
    let words = Words::new(Language::En);
    report(vault.connection(), &asked, words, &mut |_, _| true).unwrap()
}

fn listed(vault: &Vault, register: &'static Register, fields: &[&str]) -> Vec<Row> {
    let query = ListQuery::all(register.key);
    let ids = ledger::ids(vault.connection(), &query, day("2026-11-24")).unwrap();
    ids.chunks(ledger::MOST_ROWS)
        .flat_map(|part| {
            ledger::rows(
                vault.connection(),
                register,
                part,
                fields,
                day("2026-11-24"),
            )
            .unwrap()
        })
        .collect()
}

#[test]
fn lists_say_what_the_position_says() {
    let (_folder, vault) = sample();
    let report = reported(&vault);
    let by_id: HashMap<i64, _> = (report.products.iter())
        .map(|row| (row.product.id, row))
        .collect();
    let mut of_licenses: BTreeMap<i64, [i64; 3]> = BTreeMap::new();
    let fields = ["product", "rights", "provable", "assigned"];
    for row in listed(&vault, &license::REGISTER, &fields) {
        let product = row.values["product"]["id"].as_i64().unwrap();
        let sums = of_licenses.entry(product).or_default();
        for (sum, key) in sums.iter_mut().zip(&fields[1..]) {
            *sum += row.values[*key].as_i64().unwrap();
        }
    }
    let fields = ["rights", "assigned", "deployed", "position"];
    for row in listed(&vault, &product::REGISTER, &fields) {
        let number = |key: &str| row.values[key].as_i64().unwrap();
        let shown = [number("rights"), number("assigned"), number("deployed")];
        let status = row.values["position"].as_str();
        match by_id.get(&row.id) {
            Some(position) => {
                let figures = &position.figures;
                assert_eq!(shown, [figures.owned, figures.assigned, figures.deployed]);
                assert_eq!(status, Some(position.status));
                let sums = of_licenses.get(&row.id).copied().unwrap_or_default();
                assert_eq!(sums, [figures.owned, figures.provable, figures.assigned]);
            }
            None => assert_eq!((shown, status), ([0, 0, 0], None)),
        }
    }
    for status in Status::ALL {
        let query = ListQuery::all("product").filter("position", FilterOp::Is, &[status.key()]);
        let count = ledger::count(vault.connection(), &query, day("2026-11-24")).unwrap();
        let of_report = report
            .products
            .iter()
            .filter(|row| row.status == status.key());
        assert_eq!(
            usize::try_from(count).unwrap(),
            of_report.count(),
            "{status:?}"
        );
    }
}

/// The figures as the sheets show them, from the first of them on; the basis is a word.
fn cells(figures: &PositionFigures) -> Vec<String> {
    let available_provable = figures.delta_provable + figures.needed;
    [
        figures.owned,
        figures.provable,
        figures.weak,
        figures.adjusted,
        figures.allocated,
        figures.available,
        available_provable,
        figures.assigned,
        figures.deployed,
        figures.used,
        figures.needed,
        figures.delta,
        figures.delta_provable,
    ]
    .iter()
    .map(ToString::to_string)
    .collect()
}

/// The cells of a row from the first figure on, without the basis.
fn shown(row: &[String], first: usize) -> Vec<String> {
    let mut cells = row[first..first + 14].to_vec();
    cells.remove(10);
    cells
}

#[test]
fn the_workbook_says_what_the_page_and_the_command_say() {
    let (folder, vault) = sample();
    let report = reported(&vault);
    let path = folder.path().join("position.xlsx");
    made(&vault, &options(WorkbookLanguages::En), &path);
    let position = sheet(&path, "Position");
    let places = sheet(&path, "By site");
    let trace = sheet(&path, "Reconciliation");
    let coded = |rows: &[Vec<String>], code: &str| -> Vec<Vec<String>> {
        rows.iter().filter(|row| row[0] == code).cloned().collect()
    };
    let page = serde_json::to_value(&report).unwrap();
    assert_eq!(position.len() - 4, report.products.len());
    for (number, row) in report.products.iter().enumerate() {
        let code = row.product.code.as_deref().unwrap();
        let [stands] = &coded(&position, code)[..] else {
            panic!("{code} stands once");
        };
        assert_eq!(shown(stands, 4), cells(&row.figures), "{code}");
        assert!(stands[18].ends_with(
            &Words::new(Language::En).text(&format!("position-status--{}", row.status))
        ));
        let exact = |money: &Option<Money>| money.as_ref().map_or(0, |money| money.amount / 10_000);
        let amount = |cell: &str| cell.parse::<f64>().unwrap_or(0.0).round() as i64;
        assert_eq!(
            [23, 24, 25].map(|column| amount(&stands[column])),
            [&row.true_up, &row.true_up_provable, &row.surplus].map(exact),
            "{code}"
        );
        let mut of_places: Vec<_> = coded(&places, code)
            .iter()
            .map(|row| shown(row, 5))
            .collect();
        let mut lines: Vec<_> = row.lines.iter().map(|line| cells(&line.figures)).collect();
        of_places.sort();
        lines.sort();
        assert_eq!(of_places, lines, "{code}");
        let told = |key: &str| -> i64 {
            let steps = coded(&trace, code);
            let of = steps.iter().filter(|step| step[6] == key);
            of.map(|step| step[9].parse::<i64>().unwrap()).sum()
        };
        let figures = &row.figures;
        assert_eq!(
            [
                told("total_owned"),
                told("total_available"),
                told("total_needed"),
                told("delta"),
                told("delta_provable")
            ],
            [
                figures.owned,
                figures.available,
                figures.needed,
                figures.delta,
                figures.delta_provable
            ],
            "{code}"
        );
        assert_eq!(page["products"][number]["figures"]["delta"], figures.delta);
    }
    let cover = sheet(&path, "Cover").concat().join("\n");
    let total = report.total.true_up.said(Words::new(Language::En));
    assert!(cover.contains(&total), "{total} on the cover");
}
