//! Files as offices write them, and what is read of each: the tables in tests/corpus say both.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{TimeZone, Utc};
use sealbook_core::intake::api::{ImportDraft, RowFilter, TableInfo};
use sealbook_core::intake::{Draft, ImportSet, Isolation, OpenFile};
use sealbook_core::vault::{CreateOptions, Vault};
use sealbook_core::{Error, Result};
use sealbook_tests::root;
use serde::Deserialize;
use tempfile::TempDir;

/// A file and what is expected of it. How it is made stands beside it, for `make.py`.
#[derive(Deserialize)]
struct Case {
    name: String,
    /// The recipe asked for.
    target: Option<String>,
    /// What the officer chooses.
    choose: Option<ImportSet>,
    /// The code it is refused with.
    refused: Option<String>,
    /// Row of the header.
    header: Option<u32>,
    /// What every column fills, in order.
    fields: Option<String>,
    /// Rows: number, what becomes of it, then what each matched column gives; `!` before the code of an error.
    read: Option<String>,
    /// Codes of what was noticed, each with its arguments.
    notes: Option<Vec<String>>,
    /// Records by register that would be made.
    makes: Option<String>,
    /// Sheets that can be chosen.
    sheets: Option<Vec<String>>,
    /// Tables found on the sheet: title, if there is one, and corners.
    tables: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Cases {
    file: Vec<toml::Table>,
}

fn cases() -> Vec<Case> {
    let folder = root().join("tests/corpus");
    let mut tables: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    tables.sort();
    tables.into_iter().flat_map(|path| read(&path)).collect()
}

/// The cases of one table; what is `like` another has all that it does not say differently.
fn read(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap();
    let cases: Cases =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let case = |case: &toml::Table| {
        Case::deserialize(whole(case, &cases.file))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    cases.file.iter().map(case).collect()
}

fn whole(case: &toml::Table, all: &[toml::Table]) -> toml::Table {
    let like = case.get("like");
    let named = all
        .iter()
        .find(|known| like.is_some() && known.get("name") == like);
    let mut table = named.map_or_else(toml::Table::new, |named| whole(named, all));
    table.extend(case.clone());
    table
}

fn vault(home: &Path) -> Vault {
    let (mut vault, recovery_key) = Vault::create(&CreateOptions {
        folder: &home.join("corpus"),
        company: "美瑞迪零部件（中国）有限公司",
        person: "李伟",
        passphrase: "copper lantern drift meadow orbit",
        work_factor: Some(4),
        now: Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap(),
    })
    .unwrap();
    vault.confirm_recovery(&recovery_key).unwrap();
    vault
}

#[test]
#[ignore = "needs XlsxWriter, openpyxl, xlwt, odfpy and LibreOffice: cargo xtask test"]
fn every_file_of_the_corpus_is_read_as_it_should_be() {
    let home = TempDir::new().unwrap();
    let made = home.path().join("files");
    sealbook_tests::run("corpus/make.py", &[made.to_str().unwrap()]);
    let vault = vault(home.path());
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 100, "{} files", cases.len());
    for case in &cases {
        let bytes = fs::read(made.join(&case.name)).unwrap();
        let found = look(case, bytes, &vault);
        for (what, expected, found) in differences(case, found) {
            wrong.push(format!(
                "{}: {what}\n  expected\n{expected}\n  found\n{found}",
                case.name
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What was read of a file.
struct Seen {
    view: ImportDraft,
    rows: String,
    makes: String,
}

fn look(case: &Case, bytes: Vec<u8>, vault: &Vault) -> Result<Seen> {
    let today = Utc.with_ymd_and_hms(2026, 11, 24, 2, 0, 0).unwrap();
    let file = OpenFile::open(&case.name, bytes, &Isolation::None, &mut |_, _| true)?;
    let mut draft = Draft::open(
        file,
        case.target.as_deref(),
        vault.connection(),
        today.date_naive(),
        &mut |_, _| true,
    )?;
    if let Some(choose) = &case.choose {
        draft.set(choose.clone())?;
    }
    let preview = draft.preview(vault.connection(), &mut |_, _| true)?;
    let rows = draft.rows(vault.connection(), &RowFilter::default(), 0, 200)?;
    let said = rows.into_iter().map(|row| {
        let action = format!("{:?}", row.action).to_lowercase();
        let cells = row.cells.into_iter().map(|cell| match cell.error {
            Some(error) => format!("!{}", error.code),
            None => cell.new.unwrap_or_default().replace('\n', "\\n"),
        });
        let whole = row
            .errors
            .into_iter()
            .map(|error| format!("!{}", error.code));
        let parts: Vec<String> = cells.chain(whole).collect();
        format!("{} {action} | {}", row.row, parts.join(" | "))
    });
    let rows = said.collect::<Vec<_>>().join("\n");
    let makes = preview.registers.iter().filter(|counts| counts.create > 0);
    let makes: Vec<String> = makes
        .map(|counts| format!("{} {}", counts.register, counts.create))
        .collect();
    Ok(Seen {
        view: draft.view(1),
        rows,
        makes: makes.join(", "),
    })
}

/// What differs from what is expected: its name, the expectation, what was found.
fn differences(case: &Case, found: Result<Seen>) -> Vec<(&'static str, String, String)> {
    let seen = match (found, &case.refused) {
        (Err(error), Some(code)) if error.is(code) => return Vec::new(),
        (Ok(_), Some(code)) => return vec![("refusal", code.clone(), "it was read".into())],
        (Err(error), _) => {
            let expected = case.refused.clone().unwrap_or("to be read".into());
            return vec![("refusal", expected, format!("{error:?}"))];
        }
        (Ok(seen), None) => seen,
    };
    let view = &seen.view;
    let fields = view.columns.iter().map(|column| column.field.clone());
    let fields: Vec<String> = fields.map(Option::unwrap_or_default).collect();
    let notes: Vec<String> = view.notes.iter().map(noted).collect();
    let sheets: Vec<String> = view.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let tables: Vec<String> = view.tables.iter().map(placed).collect();
    let expected: [(&'static str, Option<String>, String); 7] = [
        (
            "header",
            case.header.map(|row| row.to_string()),
            view.header_row.to_string(),
        ),
        (
            "fields",
            case.fields.as_deref().map(tidy),
            tidy(&fields.join(" | ")),
        ),
        ("rows", case.read.as_deref().map(tidy), tidy(&seen.rows)),
        (
            "notes",
            case.notes.as_ref().map(|notes| notes.join("\n")),
            notes.join("\n"),
        ),
        ("records", case.makes.clone(), seen.makes.clone()),
        (
            "sheets",
            case.sheets.as_ref().map(|names| names.join("\n")),
            sheets.join("\n"),
        ),
        (
            "tables",
            case.tables.as_ref().map(|tables| tables.join("\n")),
            tables.join("\n"),
        ),
    ];
    expected
        .into_iter()
        .filter_map(|(what, expected, found)| Some((what, expected?, found)))
        .filter(|(_, expected, found)| expected != found)
        .collect()
}

/// A table's title and corners.
fn placed(table: &TableInfo) -> String {
    let (first, last) = &table.columns;
    let corners = format!("{first}{}:{last}{}", table.header_row, table.last_row);
    match &table.title {
        Some(title) => format!("{title} {corners}"),
        None => corners,
    }
}

/// A note with what it says, in the order of its names.
fn noted(note: &Error) -> String {
    let args: BTreeMap<_, _> = note.args.iter().collect();
    let said = args.values().map(|value| format!(" {value}"));
    format!("{}{}", note.code, said.collect::<String>())
}

/// Lines without the spaces that only align them.
fn tidy(text: &str) -> String {
    let lines = text.trim().lines().map(|line| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        parts.join(" | ").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}
