//! What Sealbook exports it reads back: nothing changes in the vault it came from, and another vault becomes equal.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::*;
use crate::register::{Kind, REGISTERS};
use crate::sample::{Size, fill};
use crate::words::WorkbookLanguages;
use crate::workbook::Target;
use crate::workbook::list::{ListExport, export};

/// Every register as an exported list.
pub(super) fn lists(
    vault: &Vault,
    folder: &std::path::Path,
    languages: WorkbookLanguages,
) -> Vec<(&'static Register, Vec<u8>)> {
    REGISTERS
        .iter()
        .map(|register| {
            let path = folder.join(format!("{}.xlsx", register.key));
            let list = ListExport {
                register,
                ids: None,
                fields: &[],
                languages,
                today: today(),
            };
            let target = Target {
                now: now(),
                path: &path,
            };
            export(vault.connection(), &list, target, &mut |_, _| true).unwrap();
            (*register, std::fs::read(path).unwrap())
        })
        .collect()
}

#[test]
fn a_list_read_back_changes_nothing() {
    let (folder, mut vault) = vault();
    fill(&mut vault, Size::Company, today(), now(), &mut |_, _, _| {
        Ok(())
    })
    .unwrap();
    for languages in [WorkbookLanguages::ZhEn, WorkbookLanguages::It] {
        for (register, bytes) in lists(&vault, folder.path(), languages) {
            let mut draft = open(&vault, "list.xlsx", &bytes, None);
            assert_eq!(draft.view(1).target, register.key);
            let seen = preview(&mut draft, &vault);
            let changed = draft
                .rows(vault.connection(), &only(RowAction::Update), 0, 3)
                .unwrap();
            assert_eq!(
                seen.counts.all,
                seen.counts.unchanged,
                "{}: {:?}\n{changed:#?}\n{}",
                register.key,
                seen.counts,
                faults(&draft, &vault)
            );
        }
    }
}

/// Every record as the log would commit to it, by register and UUID; without what a list does not carry.
fn records(vault: &Vault) -> BTreeMap<(&'static str, String), serde_json::Map<String, Json>> {
    let mut records = BTreeMap::new();
    for register in REGISTERS {
        let sql = format!("SELECT id FROM {} ORDER BY id", register.key);
        let mut statement = vault.connection().prepare(&sql).unwrap();
        let ids: Vec<i64> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for id in ids {
            let record = ledger::record(vault.connection(), register, id).unwrap();
            let uuid = |register: &str, id: i64| {
                let register = crate::register::register(register).unwrap();
                crate::vault::uuid_of(vault.connection(), register, id)
                    .unwrap()
                    .to_string()
            };
            let carried = register.fields().filter(|field| {
                !matches!(field.kind, Kind::Secret | Kind::Files | Kind::AnyLinks)
                    && !field.readonly
            });
            let values = carried
                .map(|field| {
                    let target = match field.kind {
                        Kind::Link(target) | Kind::Links(target) => target,
                        _ => "",
                    };
                    let value = record.value(field.key).canonical(target, &mut { uuid });
                    (field.key.to_owned(), value)
                })
                .collect();
            records.insert((register.key, uuid(register.key, id)), values);
        }
    }
    records
}

#[test]
fn lists_read_into_an_empty_vault_make_an_equal_one() {
    let (folder, mut from) = vault();
    fill(&mut from, Size::Company, today(), now(), &mut |_, _, _| {
        Ok(())
    })
    .unwrap();
    let mut lists = lists(&from, folder.path(), WorkbookLanguages::ZhEn);
    // evidence first: the files of the imports take numbers too
    lists.sort_by_key(|(register, _)| register.key != "evidence");
    let (_other, mut to) = vault();
    // what refers to a list that comes later is filled in the second time
    for unknown_links in [UnknownLinks::Leave, UnknownLinks::Refuse] {
        for (register, bytes) in &lists {
            let mut draft = open(&to, "list.xlsx", bytes, None);
            let options = Some(ImportOptions {
                unknown_links,
                ..ImportOptions::default()
            });
            draft
                .set(ImportSet {
                    options,
                    ..ImportSet::default()
                })
                .unwrap();
            let seen = preview(&mut draft, &to);
            assert_eq!(
                seen.counts.error,
                0,
                "{}: {}",
                register.key,
                faults(&draft, &to)
            );
            draft.apply(&mut to, now(), &mut |_, _| true).unwrap();
        }
    }
    let (from, mut to) = (records(&from), records(&to));
    // each import keeps its file as evidence
    to.retain(|key, _| key.0 != "evidence" || from.contains_key(key));
    for (key, record) in &from {
        assert_eq!(to.get(key), Some(record), "{key:?}");
    }
    assert_eq!(from.len(), to.len());
}

#[test]
fn a_code_of_another_vault_means_the_record_it_meant_there() {
    let (folder, mut from) = vault();
    let bytes = "软件名称,许可数量\nAutoCAD,5\nVisio,9\n".as_bytes();
    import(&mut from, "l.csv", bytes, Some("license"));
    let lists = lists(&from, folder.path(), WorkbookLanguages::ZhEn);
    let list = |key: &str| {
        &lists
            .iter()
            .find(|(register, _)| register.key == key)
            .unwrap()
            .1
    };
    let (_other, mut to) = vault();
    let bytes = "软件名称,许可数量\n用友 U8,3\n金蝶云,4\n".as_bytes();
    import(&mut to, "l.csv", bytes, Some("license"));

    let mut early = open(&to, "list.xlsx", list("license"), None);
    assert_eq!(
        preview(&mut early, &to).counts.error,
        2,
        "its products are not here yet"
    );
    for key in ["product", "license", "purchase"] {
        let mut draft = open(&to, "list.xlsx", list(key), None);
        assert_eq!(
            preview(&mut draft, &to).counts.create,
            2,
            "{key}: {}",
            faults(&draft, &to)
        );
        draft.apply(&mut to, now(), &mut |_, _| true).unwrap();
    }
    let (from, to) = (records(&from), records(&to));
    for (key, record) in from.iter().filter(|(key, _)| key.0 != "evidence") {
        for (field, value) in record.iter().filter(|(field, _)| *field != "code") {
            assert_eq!(&to[key][field], value, "{key:?} {field}");
        }
    }
}
