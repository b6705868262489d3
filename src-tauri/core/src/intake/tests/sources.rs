//! Every known source on a file of its kind: recognised, matched, taken in without an error, unchanged the second time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use super::*;
use crate::register::{Value, register};

#[derive(Deserialize)]
struct Expected {
    file: Vec<File>,
}

/// What is expected of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    source: String,
    recipe: Option<String>,
    /// Paths by header, all that are matched.
    #[serde(default)]
    columns: BTreeMap<String, String>,
    /// Rows that make the record the recipe is about.
    #[serde(default)]
    create: u32,
    /// Rows that make or change another record only.
    #[serde(default)]
    update: u32,
    /// Records made, by register.
    #[serde(default)]
    records: BTreeMap<String, u32>,
    /// Words that are said to be left out.
    #[serde(default)]
    left_out: String,
    /// `register.row.field`, as text.
    #[serde(default)]
    values: BTreeMap<String, String>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/files/sources")
}

fn expected() -> Vec<File> {
    let text = fs::read_to_string(folder().join("expected.toml")).unwrap();
    toml::from_str::<Expected>(&text).unwrap().file
}

#[test]
fn every_source_is_recognised_and_taken_in_whole() {
    for file in expected() {
        let bytes = fs::read(folder().join(&file.name)).unwrap();
        let (_folder, mut vault) = vault();
        let mut draft = open(&vault, &file.name, &bytes, None);
        let view = draft.view(1);
        assert_eq!(view.source.as_ref(), Some(&file.source), "{}", file.name);
        let Some(recipe) = &file.recipe else {
            assert!(
                fields(&draft).is_empty(),
                "{}: {:?}",
                file.name,
                fields(&draft)
            );
            assert!(view.notes.iter().any(|note| note.is("source_useless")));
            continue;
        };
        assert_eq!(&view.target, recipe, "{}", file.name);
        let matched: BTreeMap<String, String> = fields(&draft).into_iter().collect();
        assert_eq!(matched, file.columns, "{}", file.name);
        let words = view.notes.iter().find(|note| note.is("words_left_out"));
        let words = words.map_or("", |note| &note.args["words"]);
        assert_eq!(words, file.left_out, "{}", file.name);

        let seen = preview(&mut draft, &vault);
        let rows = (seen.counts.create, seen.counts.update, seen.counts.error);
        let wanted = (file.create, file.update, 0);
        assert_eq!(rows, wanted, "{}: {}", file.name, faults(&draft, &vault));
        let result = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
        assert_eq!(result.counts, seen.counts, "{}", file.name);
        let made: BTreeMap<String, u32> = result
            .registers
            .iter()
            .filter(|counts| counts.create > 0)
            .map(|counts| (counts.register.to_owned(), counts.create))
            .collect();
        assert_eq!(made, file.records, "{}", file.name);
        for (place, text) in &file.values {
            assert_eq!(&value(&vault, place), text, "{}: {place}", file.name);
        }

        let again = import(&mut vault, &file.name, &bytes, None);
        let changed = (again.counts.create, again.counts.update, again.counts.error);
        assert_eq!(changed, (0, 0, 0), "{}: the second time", file.name);
    }
}

/// `license.1.ends`
fn value(vault: &Vault, place: &str) -> String {
    let words: Vec<&str> = place.split('.').collect();
    let register = register(words[0]).unwrap();
    let id = words[1].parse().unwrap();
    let record = ledger::record(vault.connection(), register, id).unwrap();
    match record.value(words[2]) {
        Value::Null => String::new(),
        Value::Text(text) => text.clone(),
        Value::Pair(pair) => pair.zh_or_en().to_owned(),
        Value::Date(date) => date.to_string(),
        Value::Integer(number) | Value::Link(number) => number.to_string(),
        Value::Decimal(micros) => crate::register::number::micros_to_text(*micros),
        Value::Flag(flag) => flag.to_string(),
        Value::Money(money) => format!(
            "{} {}",
            crate::register::number::amount_to_text(money.amount),
            money.currency
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_source_is_forgotten() {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/intake/data/sources");
    let names = |folder: PathBuf| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    let listed: BTreeSet<String> = source::FILES
        .iter()
        .map(|(name, _)| format!("{name}.toml"))
        .collect();
    assert_eq!(names(data), listed);

    let tried: BTreeSet<String> = expected().into_iter().map(|file| file.source).collect();
    let recipes = recipe::Recipes::shared().unwrap();
    let known: BTreeSet<String> = recipes
        .sources
        .iter()
        .map(|source| source.key.clone())
        .collect();
    assert_eq!(tried, known, "each has a file");
    let mut files: BTreeSet<String> = expected().into_iter().map(|file| file.name).collect();
    files.insert("expected.toml".to_owned());
    assert_eq!(
        names(folder()),
        files,
        "each file is expected to do something"
    );

    for language in crate::words::Language::ALL {
        let words = crate::words::Words::new(language);
        for key in &known {
            let id = format!("source-{key}");
            assert!(words.has(&id), "{id} in {language:?}");
        }
    }
}

#[test]
fn sources_and_recipes_name_fields_that_exist() {
    let recipes = recipe::Recipes::shared().unwrap();
    for source in &recipes.sources {
        let Some(key) = &source.recipe else { continue };
        let recipe = recipes.of(key, Some(source)).unwrap();
        for path in source.paths() {
            assert!(recipe.path(path).is_some(), "{}: {path}", source.key);
        }
        for (path, words) in &source.words {
            let (_, field, _) = recipe.path(path).unwrap();
            for key in words.keys() {
                assert!(field.choices().contains(&key.as_str()), "{path}: {key}");
            }
        }
    }
}

/// 软件使用情况明细表 as the guide prints it: the ticks under one head, a computer's cells merged over its software.
fn printed_detail() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let format = rust_xlsxwriter::Format::new();
    let sheet = book.add_worksheet();
    sheet
        .merge_range(0, 0, 0, 12, "软件使用情况明细表", &format)
        .unwrap();
    let heads = [
        "序号",
        "部门",
        "姓名",
        "计算机编号",
        "计算机品牌",
        "软件编号",
        "软件名称",
        "软件版本",
        "许可期限",
    ];
    for (column, head) in (0_u16..).zip(heads) {
        sheet
            .merge_range(1, column, 2, column, head, &format)
            .unwrap();
    }
    sheet.merge_range(1, 9, 1, 11, "软件类型", &format).unwrap();
    for (column, head) in (9_u16..).zip(["商业软件", "OEM软件", "免费软件"]) {
        sheet.write_string(2, column, head).unwrap();
    }
    sheet
        .merge_range(1, 12, 2, 12, "安装日期", &format)
        .unwrap();
    for (column, text) in (0_u16..).zip(["1", "财务部", "李伟", "PC-0014", "HP"]) {
        sheet
            .merge_range(3, column, 4, column, text, &format)
            .unwrap();
    }
    for (row, software) in (3_u32..).zip([
        [
            "RJ-001",
            "Windows 11 专业版",
            "23H2",
            "永久",
            "",
            "√",
            "",
            "2024-03-02",
        ],
        [
            "RJ-042",
            "SolidWorks 专业版",
            "2025",
            "永久",
            "√",
            "",
            "",
            "2026-03-05",
        ],
    ]) {
        for (column, text) in (5_u16..).zip(software) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn the_detail_table_is_read_as_it_is_printed() {
    let (_folder, mut vault) = vault();
    let bytes = printed_detail();
    let draft = open(&vault, "detail.xlsx", &bytes, None);
    assert_eq!(
        draft.view(1).source.as_deref(),
        Some("ledger_detail"),
        "{:?}",
        fields(&draft)
    );
    let done = import(&mut vault, "detail.xlsx", &bytes, None);
    assert_eq!((done.counts.create, done.counts.error), (2, 0), "{done:?}");
    assert_eq!(value(&vault, "product.1.type"), "oem");
    assert_eq!(value(&vault, "product.2.type"), "commercial");
    assert_eq!(
        value(&vault, "deployment.2.device"),
        "1",
        "the merged cells speak for both rows"
    );
}

#[test]
fn a_sum_of_lines_keeps_the_currency_they_name() {
    let (_folder, vault) = vault();
    let bytes = "发票号码,开票日期,供应商,货物名称,数量,金额,价税合计\n01234567,2026-02-03,甲公司,软件,1,USD 5,USD 6\n01234567,2026-02-03,甲公司,服务,1,USD 7,USD 8\n01234568,2026-02-03,甲公司,软件,1,USD 5,USD 6\n01234568,2026-02-03,甲公司,服务,1,EUR 7,EUR 8\n";
    let mut draft = open(&vault, "l.csv", bytes.as_bytes(), None);
    let seen = preview(&mut draft, &vault);
    assert!(
        !draft
            .view(1)
            .notes
            .iter()
            .any(|note| note.is("currency_assumed"))
    );
    assert_eq!(seen.counts.error, 2, "{}", faults(&draft, &vault));
    let rows = draft
        .rows(vault.connection(), &RowFilter::default(), 0, 1)
        .unwrap();
    let sums = rows[0].cells.iter().filter_map(|cell| cell.new.as_deref());
    assert!(
        sums.clone().any(|sum| sum == "14.00 USD"),
        "{:?}",
        sums.collect::<Vec<_>>()
    );
}
