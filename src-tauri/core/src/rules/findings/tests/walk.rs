//! Every figure of the report stands in the workbook too.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use tempfile::TempDir;

use crate::register::Money;
use crate::rules::findings::describe;
use crate::rules::position::Scope;
use crate::rules::position::describe::{Asked, report as position_report};
use crate::rules::tests::{now, sample, today};
use crate::vault::Vault;
use crate::words::{Language, Side, Words, WorkbookLanguages};
use crate::workbook::{ExportOptions, Target, position};

/// Rows, money a year and money once, by the label of the kind.
type Sums = BTreeMap<String, (usize, i64, i64)>;

/// Amounts are written with four decimals at most, so that a float holds them.
fn amount(cell: &Data) -> i64 {
    match cell {
        Data::Float(amount) => (amount * 10_000.0).round() as i64,
        Data::Int(amount) => amount * 10_000,
        _ => 0,
    }
}

/// The workbook of today.
fn exported(vault: &Vault, languages: WorkbookLanguages, sites: Vec<i64>) -> Xlsx<Cursor<Vec<u8>>> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("position.xlsx");
    let options = ExportOptions {
        languages,
        as_of: today(),
        entities: Vec::new(),
        sites,
        prepared_by: "Li Wei".to_owned(),
    };
    let target = Target {
        now: now(),
        path: &path,
    };
    let conn = vault.connection();
    position::export(conn, &options, None, target, None, &mut |_, _| true).unwrap();
    Xlsx::new(Cursor::new(std::fs::read(&path).unwrap())).unwrap()
}

#[test]
fn the_workbook_holds_every_finding_with_its_money() {
    let (_folder, vault) = sample();
    let side = Side::new(WorkbookLanguages::ZhEn);
    let mut book = exported(&vault, WorkbookLanguages::ZhEn, Vec::new());
    let range = book.worksheet_range(&side.inline("sheet-savings")).unwrap();
    let mut written = Sums::new();
    for row in range.rows().skip(4) {
        let sums = written.entry(row[1].to_string()).or_default();
        sums.0 += 1;
        sums.1 += amount(&row[9]);
        sums.2 += amount(&row[10]);
    }

    let words = Words::new(Language::En);
    let report = describe::report(
        vault.connection(),
        today(),
        words,
        usize::MAX,
        &mut |_, _| true,
    )
    .unwrap();
    let mut shown = Sums::new();
    for group in &report.groups {
        let label = side.inline(&format!("findings-kind--{}", group.kind));
        assert_eq!(group.rows.len(), group.count);
        let sums = (
            group.count,
            group.sums.yearly.amount,
            group.sums.once.amount,
        );
        shown.insert(label, sums);
    }
    assert_eq!(written, shown);

    let held: usize = report
        .groups
        .iter()
        .filter(|group| group.query.register == "assignment")
        .flat_map(|group| group.rows.iter().map(|row| row.id))
        .collect::<std::collections::BTreeSet<_>>()
        .len();
    let idle = book.worksheet_range(&side.inline("sheet-idle")).unwrap();
    assert_eq!(idle.rows().skip(4).count(), held);
}

#[test]
fn the_workbook_of_a_site_names_what_that_site_lacks() {
    let (_folder, vault) = sample();
    let asked = |sites: Vec<i64>| Asked {
        day: today(),
        scope: Scope {
            entities: Vec::new(),
            sites,
        },
        product: None,
    };
    let words = Words::new(Language::En);
    let read = |sites| {
        let asked = asked(sites);
        let report = position_report(vault.connection(), &asked, words, &mut |_, _| true).unwrap();
        let short = report
            .products
            .into_iter()
            .filter(|row| row.status == "short");
        let cost = |cost: Option<Money>| cost.map_or(0, |cost| cost.amount);
        short
            .map(|row| (row.product.id, (row.figures.short, cost(row.true_up))))
            .collect::<BTreeMap<_, _>>()
    };
    let company = read(Vec::new());
    let lacking = |site| {
        let mut here = read(vec![site]);
        here.retain(|product, _| company.contains_key(product));
        here
    };
    let site = (1..=4).find(|site| !lacking(*site).is_empty()).unwrap();
    let mut expected: Vec<(i64, i64)> = lacking(site).into_values().collect();
    let mut book = exported(&vault, WorkbookLanguages::En, vec![site]);
    let range = book.worksheet_range(&words.text("sheet-savings")).unwrap();
    let kind = words.text("findings-kind--shortfall");
    let mut written: Vec<(i64, i64)> = range
        .rows()
        .skip(4)
        .filter(|row| row[1].to_string() == kind)
        .map(|row| (amount(&row[5]) / 10_000, amount(&row[9]) + amount(&row[10])))
        .collect();
    written.sort_unstable();
    expected.sort_unstable();
    assert_eq!(written.len(), expected.len());
    for ((count, money), (short, true_up)) in written.into_iter().zip(expected) {
        assert_eq!(count, short);
        // what idle rights cover is not bought
        assert!(
            money <= true_up && money % (true_up / short) == 0,
            "{money} of {true_up}"
        );
    }
}
