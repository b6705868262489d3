//! The rules as a table: each case is a small company of its own, all of them in one vault.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::laying::Laying;
use super::papers::shared;
use crate::rules::position::{ProductPosition, Scope, read};
use crate::rules::tests::{empty, now};
use crate::vault::Operation;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) name: String,
    /// Where a publisher says so.
    pub(super) source: Option<String>,
    #[serde(default = "today")]
    pub(super) as_of: String,
    pub(super) products: BTreeMap<String, Product>,
    #[serde(default)]
    pub(super) licenses: BTreeMap<String, License>,
    /// `license: who who@site #device`.
    #[serde(default)]
    pub(super) held: Vec<String>,
    /// `product: device@site/user=version~since`.
    #[serde(default)]
    pub(super) installed: Vec<String>,
    #[serde(default)]
    pub(super) devices: BTreeMap<String, Device>,
    /// `license 7`.
    #[serde(default)]
    pub(super) peaks: Vec<String>,
    /// `product +3 @site`.
    #[serde(default)]
    pub(super) adjusted: Vec<String>,
    /// Sites asked for; everything where none is named.
    #[serde(default)]
    pub(super) sites: Vec<String>,
    pub(super) expect: BTreeMap<String, BTreeMap<String, toml::Value>>,
}

fn today() -> String {
    "2026-11-24".to_owned()
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Product {
    pub(super) metric: Option<String>,
    pub(super) r#type: Option<String>,
    pub(super) version: Option<String>,
    pub(super) includes: Vec<String>,
    pub(super) covers: Vec<String>,
    pub(super) downgrade: Option<String>,
    pub(super) core_minimum: Option<i64>,
    pub(super) price: Option<i64>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct License {
    pub(super) of: String,
    pub(super) metric: Option<String>,
    pub(super) model: Option<String>,
    pub(super) status: Option<String>,
    pub(super) site: Option<String>,
    pub(super) unlimited: bool,
    pub(super) starts: Option<String>,
    pub(super) ends: Option<String>,
    pub(super) usable: Option<String>,
    pub(super) maintained: Option<String>,
    pub(super) archived: bool,
    /// `effect quantity from..to doc:kind inv:kind vendor:kind base:license`.
    pub(super) lines: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Device {
    pub(super) host: Option<String>,
    pub(super) cores: Option<i64>,
}

/// A figure of a position by its name.
fn figure(position: &ProductPosition, name: &str) -> toml::Value {
    let counts = &position.total;
    let number = match name {
        "status" => return position.status().key().into(),
        "basis" => return position.basis.key().into(),
        "proof" => return position.proof().unwrap_or("").into(),
        "owned" => counts.owned,
        "provable" => counts.provable,
        "weak" => counts.weak,
        "adjusted" => counts.adjusted,
        "allocated" => counts.allocated,
        "available" => counts.available(),
        "assigned" => counts.assigned,
        "deployed" => counts.deployed,
        "used" => counts.used,
        "needed" => counts.needed,
        "delta" => counts.delta(),
        "delta_provable" => counts.delta_provable(),
        "short" => counts.short,
        "short_provable" => counts.short_provable,
        "over" => counts.over,
        other => panic!("no figure {other}"),
    };
    number.into()
}

#[test]
fn the_rules_hold_case_by_case() {
    let table: Table = toml::from_str(include_str!("cases.toml")).unwrap();
    assert!(table.case.len() >= 80, "{} cases", table.case.len());
    let (_folder, mut vault) = empty();
    let mut laid: Vec<BTreeMap<String, i64>> = Vec::new();
    let mut sites = HashMap::new();
    vault
        .write(&Operation::new("edit", now()), |tx| {
            let shared = shared(tx);
            for (number, case) in table.case.iter().enumerate() {
                laid.push(Laying::new(&mut *tx, &shared, case, number).all());
            }
            sites = shared.places;
            Ok(())
        })
        .unwrap();
    let mut wrong = Vec::new();
    for (case, products) in table.case.iter().zip(&laid) {
        let scope = Scope {
            sites: case
                .sites
                .iter()
                .filter_map(|name| sites[name.as_str()].1)
                .collect(),
            ..Scope::default()
        };
        let day = case.as_of.parse().unwrap();
        let positions = read(vault.connection(), day, &scope, &mut |_, _| true).unwrap();
        for (name, figures) in &case.expect {
            let position = positions
                .iter()
                .find(|one| one.product.id == products[name]);
            for (key, expected) in figures {
                let found = position.map(|position| figure(position, key));
                if found.as_ref() != Some(expected) {
                    wrong.push(format!(
                        "{}: {name}.{key} is {found:?}, not {expected}",
                        case.name
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn cases_that_rest_on_a_publisher_say_where_it_stands() {
    let table: Table = toml::from_str(include_str!("cases.toml")).unwrap();
    let sources: Vec<&String> = table
        .case
        .iter()
        .filter_map(|case| case.source.as_ref())
        .collect();
    assert!(sources.len() >= 8);
    assert!(sources.iter().all(|source| source.contains("https://")));
}
