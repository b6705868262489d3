//! The position against the lists and the rights that speak of the same figures, in the sample company.

mod cases;
mod laws;
mod laying;
mod papers;

use std::collections::BTreeMap;

use super::{Scope, Status, read, steps};
use crate::ledger::{self, FilterOp, ListQuery};
use crate::register::{Record, license, purchase};
use crate::rules::proof::lacks;
use crate::rules::tests::{now, sample, today};
use crate::vault::{Operation, Vault, Writer};

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

/// Rights, provable rights, what the lines lack and how far they are proven, by license.
type Standing = BTreeMap<i64, (i64, i64, Vec<String>, Option<&'static str>)>;

/// As the position reckons it.
fn standing(vault: &Vault) -> Standing {
    let facts = super::gather::gather(vault.connection(), today(), &mut |_, _| true).unwrap();
    let index = (facts.licenses.iter().zip(0..))
        .map(|(license, at)| (license.id, at))
        .collect();
    (facts.licenses.iter())
        .zip(super::owned::owned(&facts, &index))
        .map(|(license, owned)| {
            let bits = owned.lacking.iter().fold(0, |all, (bits, _)| all | bits);
            let missing = lacks(bits).map(|lack| lack.key().to_owned()).collect();
            let unproven = lacks(bits).any(|lack| !lack.weakens());
            let proof = match (unproven, owned.any_proven, bits) {
                (true, true, _) => Some("partial"),
                (true, false, _) => Some("none"),
                (false, true, 0) => Some("complete"),
                (false, true, _) => Some("weak"),
                (false, false, _) => None,
            };
            (license.id, (owned.all, owned.proven, missing, proof))
        })
        .collect()
}

#[test]
fn the_rights_and_the_proof_of_lists_are_those_of_the_position() {
    let (_folder, vault) = sample();
    let conn = vault.connection();
    let reckoned = standing(&vault);
    let ids = ledger::ids(conn, &ListQuery::all("license"), today()).unwrap();
    assert!(ids.len() > 200);
    for part in ids.chunks(ledger::MOST_ROWS) {
        let fields = ["rights", "provable", "missing", "proof"];
        let rows = ledger::rows(conn, &license::REGISTER, part, &fields, today()).unwrap();
        for row in rows {
            let figure = |key: &str| row.values[key].as_i64().unwrap();
            let missing: Vec<String> =
                serde_json::from_value(row.values["missing"].clone()).unwrap_or_default();
            let proof = row.values["proof"].as_str();
            let listed = (
                figure("rights"),
                figure("provable"),
                missing,
                proof.filter(|proof| *proof != "not_in_force"),
            );
            let (rights, provable, lacking, expected) = reckoned[&row.id].clone();
            assert_eq!(listed, (rights, provable, lacking, expected), "{}", row.id);
        }
    }
}

#[test]
fn a_list_of_purchase_lines_holds_the_rights_a_step_speaks_of() {
    let (_folder, vault) = sample();
    let conn = vault.connection();
    let positions = read(conn, today(), &Scope::default(), &mut |_, _| true).unwrap();
    let mut spoken = 0;
    for position in &positions {
        let steps = steps::told(&position.tally, &position.total);
        for (rule, standing) in [
            ("bought", "in_force"),
            ("ended", "ended"),
            ("replaced", "replaced"),
        ] {
            let step = steps.iter().find(|step| step.key == rule);
            let rights = step.map_or(0, |step| step.input);
            let query = ListQuery::all("purchase")
                .filter(
                    "license.product",
                    FilterOp::Is,
                    &[&position.product.id.to_string()],
                )
                .filter("effect", FilterOp::Is, &["opening", "add", "renew"])
                .filter("standing", FilterOp::Is, &[standing]);
            let lines = ledger::ids(conn, &query, today()).unwrap();
            let sums = ledger::sums(conn, &purchase::REGISTER, &lines, &["quantity"], today());
            let sum =
                (sums.unwrap()[0].totals.first()).map_or(0, |sum| sum.amount.parse().unwrap());
            assert_eq!(rights, sum, "{} {rule}", position.product.id);
            spoken += rights.min(1);
        }
    }
    assert!(spoken > 80);
}

#[test]
fn an_ended_line_says_nothing_of_the_proof_of_today() {
    let (_folder, mut vault) = sample();
    let weak = ListQuery::all("license").filter("proof", FilterOp::Is, &["weak"]);
    let weak = ledger::ids(vault.connection(), &weak, today()).unwrap()[0];
    let ended = |tx: &mut Writer<'_>| {
        let lines =
            ListQuery::all("purchase").filter("license", FilterOp::Is, &[&weak.to_string()]);
        for line in ledger::ids(tx.connection(), &lines, today())? {
            let past = Record::new().with(purchase::ENDS, "2026-11-23".parse().unwrap());
            tx.update(&purchase::REGISTER, line, past)?;
        }
        Ok(())
    };
    vault.write(&Operation::new("edit", now()), ended).unwrap();
    let shown = |vault: &Vault| {
        let fields = ["proof", "missing"];
        let conn = vault.connection();
        let row = ledger::rows(conn, &license::REGISTER, &[weak], &fields, today()).unwrap();
        row[0].values.clone()
    };
    assert_eq!(shown(&vault)["proof"], "not_in_force");
    assert_eq!(shown(&vault)["missing"], serde_json::json!([]));
}

/// Steps about purchase lines: the effects and the standing of the lines they count.
const ABOUT_LINES: &[(steps::Rule, &[&str], &str)] = &[
    (
        steps::Rule::Bought,
        &["opening", "add", "renew"],
        "in_force",
    ),
    (steps::Rule::Returned, &["return"], "in_force"),
    (
        steps::Rule::Replaced,
        &["opening", "add", "renew", "step_up"],
        "replaced",
    ),
    (
        steps::Rule::Ended,
        &["opening", "add", "renew", "step_up"],
        "ended",
    ),
];

#[test]
fn the_lines_behind_a_step_are_those_that_stood_so_on_its_day() {
    let (_folder, vault) = sample();
    let conn = vault.connection();
    for day in ["2026-11-24", "2026-03-31", "2025-01-15"] {
        let day = day.parse().unwrap();
        let mut counted = 0;
        for position in read(conn, day, &Scope::default(), &mut |_, _| true).unwrap() {
            let product = position.product.id.to_string();
            for (rule, effects, standing) in ABOUT_LINES {
                let query = ListQuery {
                    as_of: Some(day),
                    ..ListQuery::all("purchase")
                        .filter("license.product", FilterOp::Is, &[&product])
                        .filter("effect", FilterOp::Is, effects)
                        .filter("standing", FilterOp::Is, &[standing])
                };
                let ids = serde_json::to_string(&ledger::ids(conn, &query, today()).unwrap());
                let sum = "SELECT COALESCE(SUM(quantity), 0) FROM purchase WHERE id IN (SELECT value FROM json_each(?1))";
                let listed: i64 = conn
                    .query_row(sum, [ids.unwrap()], |row| row.get(0))
                    .unwrap();
                let step = position.tally.input(*rule);
                assert_eq!(listed, step, "{product} {rule:?} on {day}");
                counted += step;
            }
        }
        assert!(counted > 0, "{day}");
    }
}
