//! Opening, listing, sorting, filtering and searching a large vault, beside the same statements over a plain SQLCipher connection.

use std::hint::black_box;

use rusqlite::{Connection, params_from_iter};
use sealbook_core::ledger::{self, FilterOp, ListQuery, Sort};
use sealbook_core::register::{REGISTERS, license};
use sealbook_core::vault::schema;

use crate::figure::{Figure, best};
use crate::{Scale, vaults};

const OPEN: f64 = 1.3;
const LIST: f64 = 2.0;
const PAGE: usize = 100;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let rows = scale.list;
    let (folder, key) = vaults::grown(rows);
    let (key, raw) = (key.trim(), vaults::raw_key(&folder, key.trim()));
    let all = ListQuery::all("license");
    let ours = best(|| {
        let vault = vaults::open(&folder, key);
        first_page(vault.connection(), &all)
    });
    let plain = best(|| bare_page(&vaults::plain(&folder, &raw), &all));
    let mut figures = vec![Figure::time(
        format!("open {rows} licenses to the first page"),
        ours,
        plain,
        Some(OPEN),
    )];

    let vault = vaults::open(&folder, key);
    let reader = vault.reader().unwrap();
    let bare = vaults::plain(&folder, &raw);
    for (name, query) in questions() {
        let ours = best(|| first_page(reader.connection(), &query));
        let plain = best(|| bare_page(&bare, &query));
        figures.push(Figure::time(
            format!("{name} over {rows} licenses"),
            ours,
            plain,
            Some(LIST),
        ));
    }
    let ours = best(|| ledger::search(reader.connection(), "AutoCAD", 20).unwrap());
    let plain = best(|| bare_search(&bare, "autocad"));
    figures.push(Figure::time(
        format!("search over {rows} licenses and their lines"),
        ours,
        plain,
        Some(LIST),
    ));
    figures
}

fn questions() -> Vec<(&'static str, ListQuery)> {
    let sorted = |field: &str, descending| ListQuery {
        sort: vec![Sort {
            field: field.to_owned(),
            descending,
        }],
        ..ListQuery::all("license")
    };
    vec![
        ("list", ListQuery::all("license")),
        ("sort by code", sorted("code", true)),
        ("sort by end", sorted("ends", false)),
        ("sort by product", sorted("product", false)),
        (
            "words in the list",
            ListQuery {
                text: Some("AutoCAD".to_owned()),
                ..ListQuery::all("license")
            },
        ),
        (
            "filter by model",
            ListQuery::all("license").filter("model", FilterOp::Is, &["saas"]),
        ),
        (
            "filter by end",
            ListQuery::all("license").filter("ends", FilterOp::WithinDays, &["90"]),
        ),
    ]
}

/// What a list screen asks for: the handle's ids, then one page of records.
fn first_page(connection: &Connection, query: &ListQuery) -> usize {
    let ids = ledger::ids(connection, query, vaults::today()).unwrap();
    let fields = [
        "code", "product", "model", "status", "site", "vendor", "starts", "ends",
    ];
    let page = &ids[..ids.len().min(PAGE)];
    let rows = ledger::rows(
        connection,
        &license::REGISTER,
        page,
        &fields,
        vaults::today(),
    )
    .unwrap();
    assert!(rows.len() <= PAGE);
    ids.len()
}

/// The same statement stepped through, and the page's rows read by hand.
fn bare_page(connection: &Connection, query: &ListQuery) -> usize {
    let (sql, bound) = ledger::statement(query, vaults::today()).unwrap();
    let mut statement = connection.prepare(&sql).unwrap();
    let mut rows = statement.query(params_from_iter(&bound)).unwrap();
    let mut ids: Vec<i64> = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        ids.push(row.get(0).unwrap());
    }
    let page = "SELECT l.code, p.name, l.model, l.status, s.name, v.name, l.starts, l.ends FROM license l
         LEFT JOIN product p ON p.id = l.product_id LEFT JOIN site s ON s.id = l.site_id LEFT JOIN vendor v ON v.id = l.vendor_id WHERE l.id = ?1";
    let page = if connection.prepare(page).is_ok() {
        page
    } else {
        "SELECT * FROM license WHERE id = ?1"
    };
    let mut read = connection.prepare_cached(page).unwrap();
    for id in ids.iter().take(PAGE) {
        let mut found = read.query([id]).unwrap();
        black_box(
            found
                .next()
                .unwrap()
                .map(|row| row.get_ref(0).map(|value| value.data_type())),
        );
    }
    ids.len()
}

/// The index asked by hand for the same word, and the title and code of each record found.
fn bare_search(connection: &Connection, word: &str) -> usize {
    let found = "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 500";
    let mut statement = connection.prepare_cached(found).unwrap();
    let rowids: Vec<i64> = statement
        .query_map([format!("\"{word}\"*")], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for rowid in &rowids {
        let register = REGISTERS
            .iter()
            .find(|register| i64::from(register.number) == rowid % 64)
            .unwrap();
        let shown = register.title.iter().chain(register.code());
        let columns: Vec<String> = shown
            .flat_map(schema::columns)
            .map(|(name, _)| name)
            .collect();
        let title = format!(
            "SELECT archived_at, {} FROM {} WHERE id = ?1",
            columns.join(", "),
            register.key
        );
        let mut statement = connection.prepare_cached(&title).unwrap();
        let mut rows = statement.query([rowid / 64]).unwrap();
        black_box(rows.next().unwrap().map(|row| row.get_ref(1).is_ok()));
    }
    rowids.len()
}
