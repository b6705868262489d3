//! The sample company as it was promised: sizes, sums, identifiers, flaws, and the same on every machine.
#![allow(clippy::unwrap_used)] // a test stops where something is missing

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::holders::SHORT;
use super::{Sink, company};
use crate::Result;
use crate::register::identifier::Verdict;
use crate::register::{
    Column, Kind, REGISTERS, Record, Register, RowId, Stored, Value, assignment, contract,
    deployment, device, invoice, invoice_line, license, person, product, purchase, vendor,
};

/// Records by register key; the row is the index plus one.
#[derive(Default)]
struct List(BTreeMap<&'static str, Vec<Record>>);

impl Sink for List {
    fn put(&mut self, register: &'static Register, record: Record) -> Result<i64> {
        let records = self.0.entry(register.key).or_default();
        records.push(record);
        Ok(i64::try_from(records.len()).unwrap())
    }

    fn change(&mut self, register: &'static Register, id: i64, record: Record) -> Result<()> {
        let records = self.0.get_mut(register.key).unwrap();
        records[usize::try_from(id - 1).unwrap()]
            .values
            .extend(record.values);
        Ok(())
    }
}

impl List {
    fn of(&self, register: &str) -> &[Record] {
        self.0.get(register).map_or(&[], Vec::as_slice)
    }

    /// The record a link points to.
    fn target(&self, record: &Record, column: Column<RowId>) -> Option<&Record> {
        let Kind::Link(target) = column.field.kind else {
            return None;
        };
        let RowId(row) = record.get(column)?;
        self.of(target).get(usize::try_from(row - 1).unwrap())
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn sample() -> List {
    let mut list = List::default();
    company(&mut list, today(), &mut |_, _, _| Ok(())).unwrap();
    list
}

fn text<T: Stored>(record: &Record, column: Column<T>) -> String {
    format!("{:?}", record.value(column.field.key))
}

#[test]
fn it_is_as_large_as_promised() {
    let list = sample();
    let count = |key: &str| list.of(key).len();
    let near = |key: &str, low: usize, high: usize| {
        assert!((low..=high).contains(&count(key)), "{key}: {}", count(key))
    };
    near("entity", 3, 3);
    near("site", 4, 4);
    assert!(
        (840..=980).contains(&(count("person") + count("device"))),
        "{} people, {} devices",
        count("person"),
        count("device")
    );
    near("product", 55, 80);
    near("license", 210, 230);
    near("purchase", 300, 600);
    near("vendor", 25, 25);
    near("invoice", 160, 220);
    near("contract", 25, 60);
    near("tenant", 5, 5);
    near("assignment", 1_000, 2_200);
    near("deployment", 1_500, 4_500);
    near("usage", 300, 900);
    for register in REGISTERS
        .iter()
        .filter(|register| !["evidence", "adjustment"].contains(&register.key))
    {
        assert!(count(register.key) > 0, "{} is empty", register.key);
    }
}

#[test]
fn the_same_seed_makes_the_same_company() {
    let digest = || {
        let mut hash = Sha256::new();
        for (key, records) in sample().0 {
            hash.update(format!("{key} {records:?}"));
        }
        hash.finalize()
    };
    assert_eq!(digest(), digest());
}

#[test]
fn every_record_would_pass_the_gate() {
    let list = sample();
    for register in REGISTERS {
        for record in list.of(register.key) {
            for field in register.fields().filter(|field| field.required) {
                assert!(
                    !record.value(field.key).is_empty(),
                    "{}: {} of {record:?}",
                    register.key,
                    field.key
                );
            }
            for key in record.values.keys() {
                assert!(register.field(key).is_some(), "{}: {key}", register.key);
            }
            for rule in register.rules {
                assert_eq!(rule(record), None, "{}: {record:?}", register.key);
            }
        }
    }
}

#[test]
fn identifiers_and_choices_pass_their_checks() {
    let list = sample();
    for register in REGISTERS {
        for field in register.fields() {
            for record in list.of(register.key) {
                match (field.kind, record.value(field.key)) {
                    (Kind::Identifier(identifier), Value::Text(text)) => {
                        assert_eq!(
                            identifier.check(text),
                            Verdict::Good,
                            "{} {}: {text}",
                            register.key,
                            field.key
                        );
                        assert_eq!(&identifier.normal(text), text);
                    }
                    (Kind::Choice(choices), Value::Text(text)) => {
                        assert!(
                            choices.contains(&text.as_str()),
                            "{} {}: {text}",
                            register.key,
                            field.key
                        );
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn fapiao_add_up_to_the_cent() {
    let list = sample();
    let mut sums: BTreeMap<i64, (i64, i64, usize)> = BTreeMap::new();
    for line in list.of("invoice_line") {
        let sum = sums
            .entry(line.get(invoice_line::INVOICE).unwrap().0)
            .or_default();
        sum.0 += line.get(invoice_line::NET).unwrap().amount;
        sum.1 += line.get(invoice_line::TAX).unwrap().amount;
        sum.2 += 1;
    }
    let mut bought: BTreeMap<i64, i64> = BTreeMap::new();
    for line in list.of("purchase") {
        if let Some(RowId(invoice)) = line.get(purchase::INVOICE) {
            *bought.entry(invoice).or_default() += line.get(purchase::AMOUNT).unwrap().amount;
        }
    }
    assert!(sums.len() > 140);
    for (id, (net, tax, _)) in sums {
        let record = &list.of("invoice")[usize::try_from(id - 1).unwrap()];
        let gross = record.get(invoice::GROSS).unwrap().amount;
        assert_eq!(record.get(invoice::NET).unwrap().amount, net);
        assert_eq!(record.get(invoice::TAX).unwrap().amount, tax);
        assert_eq!(gross, net + tax);
        assert_eq!(
            bought.get(&id),
            Some(&gross),
            "{}",
            text(record, invoice::NUMBER)
        );
    }
}

/// Rights of a license today, counted by hand: the lines valid now, a renewal replacing what began before it.
fn rights(list: &List, license: i64) -> i64 {
    let valid = |line: &&Record| {
        line.get(purchase::LICENSE) == Some(RowId(license))
            && line.get(purchase::STARTS).is_none_or(|day| day <= today())
            && line.get(purchase::ENDS).is_none_or(|day| day >= today())
    };
    let lines: Vec<&Record> = list.of("purchase").iter().filter(valid).collect();
    let renewed = lines
        .iter()
        .filter(|line| line.get(purchase::EFFECT).unwrap() == "renew");
    let renewed = renewed.filter_map(|line| line.get(purchase::STARTS)).max();
    let counted = lines
        .iter()
        .filter(|line| line.get(purchase::STARTS) >= renewed);
    counted
        .map(|line| match line.get(purchase::EFFECT).unwrap().as_str() {
            "return" => -line.get(purchase::QUANTITY).unwrap(),
            "maintenance" | "step_up" => 0,
            _ => line.get(purchase::QUANTITY).unwrap(),
        })
        .sum()
}

#[test]
fn three_products_are_short_and_no_other() {
    let list = sample();
    let mut owned: BTreeMap<i64, i64> = BTreeMap::new();
    let mut assigned: BTreeMap<i64, i64> = BTreeMap::new();
    let mut deployed: BTreeMap<i64, i64> = BTreeMap::new();
    for (index, license) in (1..).zip(list.of("license")) {
        *owned
            .entry(license.get(license::PRODUCT).unwrap().0)
            .or_default() += rights(&list, index);
    }
    for record in list
        .of("assignment")
        .iter()
        .filter(|record| record.get(assignment::ENDS).is_none())
    {
        let license = list.target(record, assignment::LICENSE).unwrap();
        *assigned
            .entry(license.get(license::PRODUCT).unwrap().0)
            .or_default() += 1;
    }
    for record in list.of("deployment") {
        if record.get(deployment::LICENSABLE) != Some(false)
            && let Some(product) = list.target(record, deployment::PRODUCT)
        {
            let device = list.target(record, deployment::DEVICE).unwrap();
            let device = list.target(device, device::HOST).unwrap_or(device);
            let by_core = product.get(product::METRIC).unwrap() == "core";
            *deployed
                .entry(record.get(deployment::PRODUCT).unwrap().0)
                .or_default() += if by_core {
                device.get(device::CORES).unwrap()
            } else {
                1
            };
        }
    }
    let used = |product: &i64| {
        (*assigned.get(product).unwrap_or(&0)).max(*deployed.get(product).unwrap_or(&0))
    };
    let all: BTreeSet<i64> = owned
        .keys()
        .chain(assigned.keys())
        .chain(deployed.keys())
        .copied()
        .collect();
    let short: Vec<String> = all
        .iter()
        .filter(|product| used(product) > *owned.get(product).unwrap_or(&0))
        .map(|product| {
            let name = list.of("product")[usize::try_from(product - 1).unwrap()]
                .get(product::NAME)
                .unwrap();
            format!(
                "{}: {} of {}",
                name.en_or_zh(),
                used(product),
                owned.get(product).unwrap_or(&0)
            )
        })
        .collect();
    assert_eq!(short.len(), SHORT.len(), "{short:#?}");
}

#[test]
fn the_flaws_an_audit_finds_are_there() {
    let list = sample();
    let many = |register: &str, least: usize, flaw: &dyn Fn(&Record) -> bool| {
        let found = list
            .of(register)
            .iter()
            .filter(|record| flaw(record))
            .count();
        assert!(found >= least, "{register}: {found}, not {least}");
    };
    let left = |record: &Record| {
        list.target(record, assignment::PERSON)
            .is_some_and(|person| text(person, person::STATUS).contains("left"))
    };
    many("assignment", 10, &|record| {
        record.get(assignment::ENDS).is_none() && left(record)
    });
    many("purchase", 30, &|record| {
        record.get(purchase::INVOICE).is_none()
    });
    many("contract", 8, &|record| {
        record
            .get(contract::LANGUAGES)
            .is_some_and(|languages| languages != "both")
    });
    let lapsed = |record: &Record| {
        list.target(record, assignment::LICENSE)
            .and_then(|license| license.get(license::ENDS))
    };
    many("assignment", 6, &|record| {
        record.get(assignment::ENDS).is_none() && lapsed(record).is_some_and(|day| day < today())
    });
    many("invoice", 2, &|record| {
        record.get(invoice::RED_LETTER_OF).is_some()
            && record.get(invoice::GROSS).unwrap().amount < 0
    });
    many("invoice", 5, &|record| record.get(invoice::CODE).is_some());
    many("product", 5, &|record| {
        record
            .get(product::NAME)
            .is_some_and(|name| name.zh.is_none() || name.en.is_none())
    });
    many("vendor", 2, &|record| {
        record
            .get(vendor::NAME)
            .is_some_and(|name| name.en.is_none())
    });
    many("purchase", 2, &|record| {
        text(record, purchase::EFFECT).contains("return")
    });
    let numbers: BTreeSet<String> = list
        .of("invoice")
        .iter()
        .map(|record| {
            format!(
                "{}{}",
                text(record, invoice::NUMBER),
                text(record, invoice::CODE)
            )
        })
        .collect();
    assert_eq!(
        list.of("invoice").len() - numbers.len(),
        1,
        "one fapiao twice"
    );
}

#[test]
fn nothing_lies_in_the_future_but_ends() {
    let list = sample();
    let future = |register: &str, key: &str| {
        let late =
            |record: &&Record| matches!(record.value(key), Value::Date(day) if *day > today());
        list.of(register).iter().filter(late).count()
    };
    for (register, key) in [
        ("purchase", "ordered"),
        ("purchase", "starts"),
        ("invoice", "issued"),
        ("invoice", "paid"),
        ("assignment", "starts"),
        ("deployment", "installed"),
        ("person", "left_on"),
        ("usage", "ends"),
    ] {
        assert_eq!(future(register, key), 0, "{register} {key}");
    }
}
