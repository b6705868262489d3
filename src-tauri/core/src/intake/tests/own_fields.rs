//! Columns that fill the officer's own fields, and columns that become one.

use serde_json::json;

use super::*;
use crate::vault::preference::{CustomField, custom_fields};
use crate::words::WorkbookLanguages;

fn own(kind: &str, zh: &str, en: &str, choices: &[&str]) -> CustomField {
    CustomField {
        register: "vendor".to_owned(),
        key: String::new(),
        kind: kind.to_owned(),
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        zh: zh.to_owned(),
        en: en.to_owned(),
        it: en.to_owned(),
    }
}

fn custom(vault: &Vault, id: i64, key: &str) -> Option<serde_json::Value> {
    let record = ledger::record(vault.connection(), &vendor::REGISTER, id).unwrap();
    record.custom.get(key).cloned()
}

fn choose(draft: &mut Draft, index: usize, field: &str) {
    let columns = vec![ColumnChoice {
        index,
        field: Some(field.to_owned()),
    }];
    let set = ImportSet {
        columns,
        ..ImportSet::default()
    };
    draft.set(set).unwrap();
}

#[test]
fn her_own_fields_are_filled_by_their_labels() {
    let (_folder, mut vault) = vault();
    for field in [
        own("decimal", "信用额度", "Credit limit", &[]),
        own("flag", "年度框架", "Framework", &[]),
        own("choice", "等级", "Grade", &["A 级", "B 级"]),
        own("date", "准入日期", "Admitted", &[]),
    ] {
        vault.save_custom_field(&field).unwrap();
    }
    let bytes = "供应商名称,信用额度,Framework,等级,准入日期\n上海软件有限公司,\"1,200.50\",是,A级,2026年3月1日\n苏州网络有限公司,,否,C级,\n".as_bytes();
    let mut draft = open(&vault, "v.csv", bytes, Some("vendor"));
    let view = draft.view(1);
    assert_eq!(
        view.columns[1].field.as_deref(),
        Some("vendor.custom.own_1")
    );
    assert!(
        view.fields
            .iter()
            .any(|field| field.path == "vendor.custom.own_4")
    );
    assert_eq!(preview(&mut draft, &vault).counts.error, 1);
    let wrong = faults(&draft, &vault);
    assert!(
        wrong.contains("choice_unknown") && wrong.contains("D3"),
        "{wrong}"
    );
    correct(
        &mut draft,
        &vault,
        &api::CellChange {
            row: 3,
            column: 3,
            text: "B 级".to_owned(),
            alike: false,
        },
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(custom(&vault, 1, "own_1"), Some(json!("1200.5")));
    assert_eq!(custom(&vault, 1, "own_2"), Some(json!(true)));
    assert_eq!(custom(&vault, 1, "own_3"), Some(json!("A 级")));
    assert_eq!(custom(&vault, 1, "own_4"), Some(json!("2026-03-01")));
    assert_eq!(custom(&vault, 2, "own_2"), Some(json!(false)));

    let changed = "供应商名称,信用额度\n上海软件有限公司,900\n上海软件有限公司,\n".as_bytes();
    let mut draft = open(&vault, "w.csv", changed, Some("vendor"));
    let seen = preview(&mut draft, &vault);
    assert_eq!((seen.counts.update, seen.counts.unchanged), (1, 1));
    let cell = all(&draft, &vault)[0].cells[1].clone();
    assert_eq!(
        (cell.old.as_deref(), cell.new.as_deref(), cell.changed),
        (Some("1200.5"), Some("900"), true)
    );
}

/// Every row previewed.
fn all(draft: &Draft, vault: &Vault) -> Vec<PreviewRow> {
    let filter = api::RowFilter::default();
    draft.rows(vault.connection(), &filter, 0, 50).unwrap()
}

#[test]
fn a_column_becomes_a_field_and_undoing_the_import_takes_it_away() {
    let (_folder, mut vault) = vault();
    let bytes = "供应商名称,开户行,授信天数,内部编码\n上海软件有限公司,工商银行,30,0042\n苏州网络有限公司,招商银行,45,A-7\n".as_bytes();
    let mut draft = open(&vault, "v.csv", bytes, Some("vendor"));
    assert_eq!(draft.view(1).columns[1].field, None);
    for column in [1, 2, 3] {
        choose(&mut draft, column, "vendor.custom.new");
    }
    // taken back: nothing is made of it
    choose(&mut draft, 3, "vendor.note");
    let view = draft.view(1);
    assert_eq!(view.columns[1].field.as_deref(), Some("vendor.custom.new"));
    assert_eq!(preview(&mut draft, &vault).counts.create, 2);
    assert!(
        custom_fields(vault.connection()).unwrap().is_empty(),
        "nothing before the import"
    );

    let done = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let made = custom_fields(vault.connection()).unwrap();
    let labels: Vec<_> = made
        .iter()
        .map(|field| (field.key.as_str(), field.zh.as_str(), field.kind.as_str()))
        .collect();
    let key = |label: &str| {
        made.iter()
            .find(|field| field.zh == label)
            .unwrap()
            .key
            .clone()
    };
    assert_eq!(made.len(), 2, "{labels:?}");
    assert_eq!(custom(&vault, 1, &key("开户行")), Some(json!("工商银行")));
    assert_eq!(custom(&vault, 2, &key("授信天数")), Some(json!(45)));

    let mut again = open(&vault, "v.csv", bytes, Some("vendor"));
    assert_eq!(again.view(1).columns[1].how, "remembered");
    assert_eq!(preview(&mut again, &vault).counts.unchanged, 2);

    let back = Operation::new("undo", now());
    let undone = vault.undo(done.operation, &back).unwrap();
    assert!(custom_fields(vault.connection()).unwrap().is_empty());
    let after = open(&vault, "v.csv", bytes, Some("vendor")).view(1);
    assert_eq!(
        after.columns[1].field, None,
        "a field that is no more is not filled"
    );
    vault.undo(undone.operation, &back).unwrap();
    assert_eq!(custom_fields(vault.connection()).unwrap().len(), 2);
    assert!(vault.verify_log().unwrap().ok);
}

#[test]
fn a_list_of_ours_brings_her_fields_back_under_their_labels() {
    let (folder, mut vault) = vault();
    vault
        .save_custom_field(&own("text", "开户行", "Bank", &[]))
        .unwrap();
    let bytes = "供应商名称,开户行\n上海软件有限公司,工商银行\n".as_bytes();
    import(&mut vault, "v.csv", bytes, Some("vendor"));
    let lists = round::lists(&vault, folder.path(), WorkbookLanguages::ZhEn);
    let (_, list) = lists
        .iter()
        .find(|(register, _)| register.key == "vendor")
        .unwrap();
    let mut draft = open(&vault, "list.xlsx", list, None);
    assert_eq!(preview(&mut draft, &vault).counts.unchanged, 1);

    let (_other, mut other) = super::vault();
    other
        .save_custom_field(&own("text", "颜色", "Colour", &[]))
        .unwrap();
    other
        .save_custom_field(&own("text", "开户行", "Bank", &[]))
        .unwrap();
    let view = open(&other, "list.xlsx", list, None).view(1);
    let bank = view
        .columns
        .iter()
        .find(|column| column.header.contains("Bank"))
        .unwrap();
    assert_eq!(
        bank.field.as_deref(),
        Some("vendor.custom.own_2"),
        "its key means another field here"
    );
}
