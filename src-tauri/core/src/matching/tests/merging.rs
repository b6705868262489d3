//! Two products become one, and two again.

use super::*;
use crate::register::{AnyLinks, Pair, evidence, license};

const NOTE: &str = "Merged into PRD-0001";

fn merged(vault: &mut Vault, keep: i64, gone: i64) -> Result<i64> {
    let operation = Operation::new("merge", now());
    let done = vault.write(&operation, |tx| {
        merge(tx, keep, gone, NOTE, &mut |_, _| true)
    });
    done.map(|(_, changes)| changes.operation)
}

fn refused(vault: &mut Vault, keep: i64, gone: i64) -> String {
    let seen = would_merge(vault.connection(), keep, gone).unwrap();
    let error = merged(vault, keep, gone).unwrap_err();
    assert_eq!(
        seen.refused.as_ref(),
        Some(&error),
        "shown before as it is refused"
    );
    error.code
}

/// Acrobat twice, with a license, an installation, a suite and a paper that refer to the second.
fn twice(vault: &mut Vault) -> (i64, i64) {
    let keep = product(vault, "Acrobat Pro", "");
    let gone = product(vault, "Adobe Acrobat Professional", "DC");
    let change = Record::new()
        .with(product::PUBLISHER, "Adobe".to_owned())
        .with(product::ALIASES, "Acrobat DC".to_owned());
    write(vault, |tx| tx.update(&product::REGISTER, gone, change));
    let pc = computer(vault, "PC-1");
    let installed = Record::new()
        .with(deployment::PRODUCT, RowId(gone))
        .with(deployment::DEVICE, RowId(pc));
    put(vault, &deployment::REGISTER, installed);
    let pool = Record::new().with(license::PRODUCT, RowId(gone));
    put(vault, &license::REGISTER, pool);
    let suite = product(vault, "Creative Cloud", "");
    let parts = Record::new().with(product::INCLUDES, vec![keep, gone]);
    write(vault, |tx| tx.update(&product::REGISTER, suite, parts));
    let paper = Record::new()
        .with(evidence::TITLE, Pair::by_script("Offer"))
        .with(evidence::ABOUT, AnyLinks(vec![("product", gone)]));
    put(vault, &evidence::REGISTER, paper);
    (keep, gone)
}

#[test]
fn everything_that_refers_to_the_second_refers_to_the_first() {
    let (_folder, mut vault) = vault();
    let (keep, gone) = twice(&mut vault);
    let before = everything(&vault);
    let seen = would_merge(vault.connection(), keep, gone).unwrap();
    let moves: Vec<(&str, u32)> = seen.moves.iter().map(|m| (m.register, m.count)).collect();
    assert_eq!(
        moves,
        [
            ("deployment", 1),
            ("evidence", 1),
            ("license", 1),
            ("product", 1)
        ]
    );
    assert_eq!(seen.fills, ["publisher", "version"]);
    let operation = merged(&mut vault, keep, gone).unwrap();
    let product = |id| read(&vault, &product::REGISTER, id);
    let kept = product(keep);
    assert_eq!(kept.get(product::PUBLISHER).as_deref(), Some("Adobe"));
    let aliases = kept.get(product::ALIASES).unwrap();
    for name in [
        "Adobe Acrobat Professional",
        "Adobe Acrobat Professional DC",
        "Acrobat DC",
    ] {
        assert!(aliases.lines().any(|line| line == name), "{aliases}");
    }
    assert_eq!(product(gone).get(product::MERGED), Some(RowId(keep)));
    assert_eq!(product(gone).get(product::NOTE).as_deref(), Some(NOTE));
    assert_eq!(product(3).get(product::INCLUDES), Some(vec![keep]), "once");
    let paper = read(&vault, &evidence::REGISTER, 1);
    assert_eq!(
        paper.get(evidence::ABOUT),
        Some(AnyLinks(vec![("product", keep)]))
    );
    vault
        .undo(operation, &Operation::new("undo", now()))
        .unwrap();
    assert_eq!(
        everything(&vault),
        before,
        "merging and taking it back changes nothing"
    );
}

#[test]
fn what_cannot_be_one_is_refused_with_the_reason() {
    let (_folder, mut vault) = vault();
    let (keep, gone) = twice(&mut vault);
    assert_eq!(refused(&mut vault, keep, keep), "merge_same");
    let suite = 3;
    assert_eq!(
        refused(&mut vault, suite, keep),
        "merge_related",
        "a suite and its part"
    );
    // the same thing on the same computer
    let installed = Record::new()
        .with(deployment::PRODUCT, RowId(keep))
        .with(deployment::DEVICE, RowId(1));
    let twin = put(&mut vault, &deployment::REGISTER, installed);
    assert_eq!(refused(&mut vault, keep, gone), "merge_collides");
    // two findings of two names are two records
    for (id, name) in [(1, "Acrobat (64-bit)"), (twin, "Acrobat Pro DC")] {
        let change = Record::new().with(deployment::FOUND_AS, name.to_owned());
        write(&mut vault, |tx| {
            tx.update(&deployment::REGISTER, id, change)
        });
    }
    merged(&mut vault, keep, gone).unwrap();
    assert_eq!(
        refused(&mut vault, keep, gone),
        "merge_same",
        "it is merged already"
    );
}

#[test]
fn lists_that_use_the_old_name_or_number_find_the_one_that_stayed() {
    let (_folder, mut vault) = vault();
    let (keep, gone) = twice(&mut vault);
    merged(&mut vault, keep, gone).unwrap();
    let list = "软件编号,软件名称,许可数量\nPRD-0002,Adobe Acrobat Professional,5\n,Acrobat DC,2\n";
    let done = crate::intake::tests::import(&mut vault, "l.csv", list.as_bytes(), Some("license"));
    assert_eq!(done.counts.error, 0, "{done:?}");
    let count: i64 = vault
        .connection()
        .query_row("SELECT COUNT(*) FROM product", [], |row| row.get(0))
        .unwrap();
    assert_eq!(count, 3, "no product was made");
    let pools: i64 = vault
        .connection()
        .query_row(
            "SELECT COUNT(*) FROM license WHERE product_id = ?1",
            [keep],
            |row| row.get(0),
        )
        .unwrap();
    assert!(pools >= 1);
    let code = read(&vault, &product::REGISTER, keep).value("code").clone();
    assert_eq!(code, Value::Text("PRD-0001".to_owned()), "its number stays");
}

#[test]
fn products_that_look_the_same_are_found_and_versions_are_not() {
    let (_folder, mut vault) = vault();
    for (name, version) in [
        ("Beyond Compare", "5"),
        ("BeyondCompare", "5"),
        ("AutoCAD", "2023"),
        ("AutoCAD", "2026"),
        ("SOLIDWORKS Standard", "2025"),
        ("SOLIDWORKS Professional", "2025"),
    ] {
        product(&mut vault, name, version);
    }
    let pairs = twins(vault.connection(), &mut |_, _| true).unwrap();
    let ids: Vec<(i64, i64)> = pairs
        .iter()
        .map(|pair| (pair.first.id, pair.second.id))
        .collect();
    assert_eq!(ids, [(1, 2)]);
}
