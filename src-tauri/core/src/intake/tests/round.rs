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

#[test]
fn a_list_whose_keys_cannot_be_read_is_not_taken_for_a_strangers() {
    let (folder, mut vault) = vault();
    import(
        &mut vault,
        "l.csv",
        "软件名称,数量\n用友,5\n".as_bytes(),
        Some("license_ledger"),
    );
    let lists = lists(&vault, folder.path(), WorkbookLanguages::ZhEn);
    let (_, list) = lists
        .iter()
        .find(|(register, _)| register.key == "license")
        .unwrap();
    let opened = |bytes: Vec<u8>| {
        let file = OpenFile::open("list.xlsx", bytes, &Isolation::None, &mut |_, _| true).unwrap();
        Draft::open(file, None, vault.connection(), today(), &mut |_, _| true)
    };
    assert!(opened(list.clone()).unwrap().own.is_some());
    for sheet in ["_keys", "_links"] {
        let refused = opened(cut(list, sheet)).map(|_| ()).unwrap_err();
        assert!(refused.is("file_truncated"), "{sheet}: {refused}");
    }
}

/// A workbook of which a sheet ends within its rows.
fn cut(book: &[u8], sheet: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    let of = |name: &str| parts.iter().position(|(part, _)| part == name).unwrap();
    let sheets = String::from_utf8(parts[of("xl/workbook.xml")].1.clone()).unwrap();
    let (_, after) = sheets
        .split_once(&format!("<sheet name=\"{sheet}\" sheetId=\""))
        .unwrap();
    let number = after.split('"').next().unwrap();
    let at = of(&format!("xl/worksheets/sheet{number}.xml"));
    let rows = memchr::memmem::find(&parts[at].1, b"</row>").unwrap();
    parts[at].1.truncate(rows);
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    super::hostile::zip(&parts)
}
