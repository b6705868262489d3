//! The position against the lists and the rights that speak of the same figures, in the sample company.

mod cases;
mod laws;
mod laying;
mod papers;

use std::collections::BTreeMap;

use super::{Scope, Status, read};
use crate::ledger::{self, FilterOp, ListQuery};
use crate::register::{Record, license, purchase};
use crate::rules::tests::{now, sample, today};
use crate::vault::{Operation, Vault};

fn listed(vault: &Vault, status: Status) -> Vec<i64> {
    let query = ListQuery::all("product").filter("position", FilterOp::Is, &[status.key()]);
    ledger::ids(vault.connection(), &query, today()).unwrap()
}

fn reckoned(vault: &Vault, status: Status) -> Vec<i64> {
    let positions = read(
        vault.connection(),
        today(),
        &Scope::default(),
        &mut |_, _| true,
    )
    .unwrap();
    let mut ids: Vec<i64> = positions
        .iter()
        .filter(|position| position.status() == status)
        .map(|position| position.product.id)
        .collect();
    ids.sort_unstable();
    ids
}

#[test]
fn a_list_by_position_holds_what_the_position_counts_and_follows_every_change() {
    let (_folder, mut vault) = sample();
    for status in Status::ALL {
        assert_eq!(
            listed(&vault, status),
            reckoned(&vault, status),
            "{status:?}"
        );
    }
    let short = listed(&vault, Status::Short);
    assert!(!short.is_empty());
    let reader = vault.reader().unwrap();
    let query = ListQuery::all("product").filter("position", FilterOp::Is, &["short"]);
    assert_eq!(
        ledger::count(reader.connection(), &query, today()).unwrap(),
        short.len() as i64
    );

    // a thousand rights more for each of them
    let sql = "SELECT p.id, p.quantity FROM purchase p JOIN license l ON l.id = p.license_id \
               WHERE p.effect IN ('opening', 'add') AND l.product_id = ?1 AND (p.ends IS NULL OR p.ends > '2026-11-24')";
    let lines: Vec<(i64, i64)> = short
        .iter()
        .filter_map(|product| {
            let row = vault.connection().query_row(sql, [product], |row| {
                Ok((row.get(0)?, row.get::<_, i64>(1)?))
            });
            row.ok()
        })
        .collect();
    assert!(!lines.is_empty());
    vault
        .write(&Operation::new("edit", now()), |tx| {
            for (line, quantity) in &lines {
                let more = Record::new().with(purchase::QUANTITY, quantity + 1_000);
                tx.update(&purchase::REGISTER, *line, more)?;
            }
            Ok(())
        })
        .unwrap();
    let still = reckoned(&vault, Status::Short);
    assert!(still.len() < short.len());
    assert_eq!(
        listed(&vault, Status::Short),
        still,
        "on the connection that wrote"
    );
    assert_eq!(
        ledger::ids(reader.connection(), &query, today()).unwrap(),
        still,
        "and on one that only reads"
    );
}

/// Figures of one position by row.
type Figures = BTreeMap<i64, (i64, i64)>;

#[test]
fn the_rights_of_lists_are_those_of_the_position() {
    let (_folder, vault) = sample();
    let conn = vault.connection();
    let facts = super::gather::gather(conn, today(), &mut |_, _| true).unwrap();
    let index = facts
        .licenses
        .iter()
        .map(|license| license.id)
        .zip(0..)
        .collect();
    let reckoned: Figures = facts
        .licenses
        .iter()
        .zip(super::owned::owned(&facts, &index))
        .map(|(license, owned)| (license.id, (owned.all, owned.proven)))
        .collect();
    let ids = ledger::ids(conn, &ListQuery::all("license"), today()).unwrap();
    let mut listed = Figures::new();
    for part in ids.chunks(ledger::MOST_ROWS) {
        let rows = ledger::rows(
            conn,
            &license::REGISTER,
            part,
            &["rights", "provable"],
            today(),
        )
        .unwrap();
        for row in rows {
            let figure = |key: &str| row.values[key].as_i64().unwrap();
            listed.insert(row.id, (figure("rights"), figure("provable")));
        }
    }
    assert!(listed.len() > 200);
    assert_eq!(listed, reckoned);
}
