//! One small company, changed a little in each case: what is found in it, and what that costs.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

use crate::ledger;
use crate::register::number::amount_to_text;
use crate::register::{Kind as FieldKind, Register, register};
use crate::rules::findings::{self, Found};
use crate::rules::tests::{empty, now, today};
use crate::vault::{Operation, Thresholds, Vault};

#[derive(Deserialize)]
struct Table {
    base: Vec<Entry>,
    case: Vec<Case>,
}

/// A record: what others call it, its register and its fields.
#[derive(Deserialize, Clone)]
struct Entry {
    id: String,
    register: String,
    set: Map<String, Json>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    kind: String,
    /// Fields of records of the base that differ here.
    #[serde(default)]
    set: HashMap<String, Map<String, Json>>,
    /// Records of the base left out.
    #[serde(default)]
    without: Vec<String>,
    /// Records put aside afterwards.
    #[serde(default)]
    archived: Vec<String>,
    /// Further records.
    #[serde(default)]
    add: Vec<Entry>,
    /// What she set instead of the usual.
    thresholds: Option<Thresholds>,
    /// What is found: the count of each, with its money.
    finds: Vec<String>,
}

type Rows = HashMap<String, (&'static Register, i64)>;

#[test]
fn each_kind_finds_what_it_should_and_nothing_else() {
    let table: Table = toml::from_str(include_str!("cases.toml")).unwrap();
    let mut wrong = Vec::new();
    for case in &table.case {
        let (_folder, vault) = laid_out(&table.base, case);
        let groups = findings::read(vault.connection(), today(), &mut |_, _| true).unwrap();
        let group = groups.iter().find(|group| group.kind.key == case.kind);
        let found: Vec<String> = group.unwrap().found.iter().map(told).collect();
        if found != case.finds {
            wrong.push(format!(
                "{}, {}: found {found:?}, not {:?}",
                case.kind, case.name, case.finds
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_has_cases_that_find_and_cases_that_do_not() {
    let table: Table = toml::from_str(include_str!("cases.toml")).unwrap();
    for kind in findings::KINDS {
        let of = |finds: bool| {
            let with = |case: &&Case| case.kind == kind.key && case.finds.is_empty() != finds;
            table.case.iter().filter(with).count()
        };
        assert!(of(true) > 0 && of(false) > 1, "{}", kind.key);
    }
}

/// `3 for 3600.00 CNY a year`, and how many of what is missing idle rights make good.
fn told(found: &Found) -> String {
    let mut text = found.count.to_string();
    if let Some(whole) = found.whole {
        text.push_str(&format!(" of {whole}"));
    }
    if let Some(stake) = &found.stake {
        let own = &stake.own;
        text.push_str(&format!(
            " for {} {}",
            amount_to_text(own.amount),
            own.currency
        ));
        if stake.yearly {
            text.push_str(" a year");
        }
        match stake.reported {
            None => text.push_str(", no rate"),
            Some(amount) if own.currency != "CNY" => {
                text.push_str(&format!(" = {}", amount_to_text(amount)));
            }
            Some(_) => {}
        }
    }
    if let Some(variant) = &found.variant {
        text.push_str(&format!(", {variant}"));
    }
    if found.lacks() && found.reassign > 0 {
        text.push_str(&format!(", {} change hands", found.reassign));
    }
    text
}

/// The company of the table with what one case adds, as the table would write it.
pub(super) fn lay_out(case: &str) -> (tempfile::TempDir, Vault) {
    let table: Table = toml::from_str(include_str!("cases.toml")).unwrap();
    laid_out(&table.base, &toml::from_str(case).unwrap())
}

fn laid_out(base: &[Entry], case: &Case) -> (tempfile::TempDir, Vault) {
    let (folder, mut vault) = empty();
    if let Some(thresholds) = case.thresholds {
        let set = Operation::new("settings", now());
        (vault.write(&set, |tx| tx.set_thresholds(thresholds))).unwrap();
    }
    let mut entries: Vec<Entry> = base.to_vec();
    entries.extend(case.add.iter().cloned());
    entries.retain(|entry| !case.without.contains(&entry.id));
    for id in case.set.keys().chain(&case.archived) {
        assert!(
            entries.iter().any(|entry| entry.id == *id),
            "{}: {id}",
            case.name
        );
    }
    let mut rows = Rows::new();
    vault
        .write(&Operation::new("create", now()), |tx| {
            for entry in &entries {
                let register = register(&entry.register)?;
                let mut set = entry.set.clone();
                set.extend(case.set.get(&entry.id).cloned().unwrap_or_default());
                let values = set
                    .iter()
                    .map(|(key, value)| (key.clone(), page_form(register, key, value, &rows)))
                    .collect();
                let id = tx.insert(register, ledger::entered(register, &values)?)?;
                rows.insert(entry.id.clone(), (register, id));
            }
            for id in &case.archived {
                let (register, row) = rows[id];
                tx.archive(register, row, true)?;
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{}: {error}", case.name));
    (folder, vault)
}

/// A value as a page sends it: `@anna` is the record called so, `1200 CNY` an amount.
fn page_form(register: &Register, key: &str, value: &Json, rows: &Rows) -> Json {
    let linked = |name: &str| {
        let (register, id) = rows
            .get(name.trim_start_matches('@'))
            .unwrap_or_else(|| panic!("{name} is not laid out yet"));
        json!({ "register": register.key, "id": id })
    };
    let kind = register.field(key).map(|field| field.kind);
    match (kind, value) {
        (Some(FieldKind::Link(_)), Json::String(name)) if !name.is_empty() => linked(name),
        (Some(FieldKind::Links(_) | FieldKind::AnyLinks), Json::Array(names)) => names
            .iter()
            .map(|name| linked(name.as_str().unwrap()))
            .collect(),
        (Some(FieldKind::Money), Json::String(text)) if !text.is_empty() => {
            let (amount, currency) = text.split_once(' ').unwrap();
            json!({ "amount": amount, "currency": currency })
        }
        (Some(FieldKind::Pair), Json::String(text)) => json!({ "zh": null, "en": text }),
        _ => value.clone(),
    }
}
