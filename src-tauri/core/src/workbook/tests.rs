#![allow(clippy::unwrap_used)]

mod figures;
mod files;
mod texts;

use std::path::Path;

use calamine::{Data, Reader as _, Xlsx, open_workbook};

use super::*;
use crate::register::{
    Micros, Money, Pair, Record, RowId, assignment, contract, deployment, device, entity,
    exchange_rate, invoice, license, person, product, purchase, site, usage,
};
use crate::rules::position as rule;
use crate::rules::tests::{empty, now};
use crate::vault::{Operation, Vault, Writer};
use crate::words::Language;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn yuan(amount: i64) -> Money {
    Money {
        amount: amount * 10_000,
        currency: "CNY".into(),
    }
}

fn put(tx: &mut Writer<'_>, register: &'static Register, record: Record) -> i64 {
    tx.insert(register, record).unwrap()
}

use crate::register::Register;

/// A vault with one product short in Suzhou, one free, one never bought, and a leaver who still holds a license.
fn vault() -> (tempfile::TempDir, Vault) {
    let (folder, mut vault) = empty();
    vault
        .write(&Operation::new("create", now()), |tx| {
            fill(tx);
            Ok(())
        })
        .unwrap();
    (folder, vault)
}

fn fill(tx: &mut Writer<'_>) {
    let company = put(
        tx,
        &entity::REGISTER,
        Record::new()
            .with(
                entity::NAME,
                Pair::both(
                    "美瑞迪零部件（苏州）有限公司",
                    "Meridian Components (Suzhou) Co., Ltd.",
                ),
            )
            .with(entity::ROLE, "wfoe".into()),
    );
    let suzhou = put(
        tx,
        &site::REGISTER,
        Record::new()
            .with(site::NAME, Pair::both("苏州工厂", "Suzhou plant"))
            .with(site::ENTITY, RowId(company)),
    );
    put(
        tx,
        &exchange_rate::REGISTER,
        Record::new()
            .with(exchange_rate::CURRENCY, "EUR".into())
            .with(exchange_rate::DATE, day("2026-11-02"))
            .with(exchange_rate::RATE, Micros(7_850_000))
            .with(exchange_rate::SOURCE, "CFETS".into()),
    );
    let people: Vec<i64> = (0..4)
        .map(|number| {
            let mut record = Record::new()
                .with(person::NAME, format!("Person {number}"))
                .with(person::NAME_ZH, format!("员工{number}"))
                .with(person::SITE, RowId(suzhou));
            if number == 3 {
                record = record
                    .with(person::STATUS, "left".into())
                    .with(person::LEFT_ON, day("2026-10-01"));
            }
            put(tx, &person::REGISTER, record)
        })
        .collect();
    let cad = short_product(tx, company, suzhou, &people);
    let machine = put(
        tx,
        &device::REGISTER,
        Record::new()
            .with(device::ASSET_TAG, "PC-0001".into())
            .with(device::SITE, RowId(suzhou)),
    );
    let free = put(
        tx,
        &product::REGISTER,
        Record::new()
            .with(product::NAME, Pair::plain("7-Zip"))
            .with(product::PUBLISHER, "Igor Pavlov".into())
            .with(product::TYPE, "free".into()),
    );
    for product in [cad, free] {
        put(
            tx,
            &deployment::REGISTER,
            Record::new()
                .with(deployment::PRODUCT, RowId(product))
                .with(deployment::DEVICE, RowId(machine))
                .with(deployment::INSTALLED, day("2026-01-05")),
        );
    }
}

/// Three rights in two lines, one of them proven, four people: two given to the company, one to Suzhou.
fn short_product(tx: &mut Writer<'_>, company: i64, suzhou: i64, people: &[i64]) -> i64 {
    let cad = put(
        tx,
        &product::REGISTER,
        Record::new()
            .with(
                product::NAME,
                Pair::both("计算机辅助设计", "=HYPERLINK(\"http://x\")"),
            )
            .with(product::PUBLISHER, "Acme".into())
            .with(product::METRIC, "named_user".into())
            .with(
                product::LIST_PRICE,
                Money {
                    amount: 1_000_000,
                    currency: "EUR".into(),
                },
            ),
    );
    let pool = |site: Option<i64>| {
        let record = Record::new()
            .with(license::PRODUCT, RowId(cad))
            .with(license::METRIC, "named_user".into())
            .with(license::ENTITY, RowId(company))
            .with(license::ENDS, day("2026-12-31"))
            .with(license::KEY, "SECRET-KEY".into());
        match site {
            Some(site) => record.with(license::SITE, RowId(site)),
            None => record,
        }
    };
    let whole = put(tx, &license::REGISTER, pool(None));
    let local = put(tx, &license::REGISTER, pool(Some(suzhou)));
    let vendor = put(
        tx,
        &crate::register::vendor::REGISTER,
        Record::new().with(
            crate::register::vendor::NAME,
            Pair::both("经销商", "Reseller"),
        ),
    );
    let paper = put(
        tx,
        &contract::REGISTER,
        Record::new()
            .with(contract::NUMBER, "HT-2026-001".into())
            .with(contract::TITLE, Pair::both("采购合同", "Purchase contract"))
            .with(contract::VENDOR, RowId(vendor))
            .with(contract::ENDS, day("2026-12-10"))
            .with(contract::AMOUNT, yuan(5000)),
    );
    let fapiao = put(
        tx,
        &invoice::REGISTER,
        Record::new()
            .with(invoice::NUMBER, "26322000000012345678".into())
            .with(invoice::ISSUED, day("2026-01-20"))
            .with(invoice::BOOKED, day("2026-01-28"))
            .with(invoice::GROSS, yuan(5000)),
    );
    let line = |license: i64, quantity: i64| {
        Record::new()
            .with(purchase::LICENSE, RowId(license))
            .with(purchase::EFFECT, "add".into())
            .with(purchase::QUANTITY, quantity)
            .with(purchase::STARTS, day("2026-01-01"))
    };
    put(tx, &purchase::REGISTER, line(whole, 2));
    put(
        tx,
        &purchase::REGISTER,
        line(local, 1)
            .with(purchase::INVOICE, RowId(fapiao))
            .with(purchase::CONTRACT, RowId(paper)),
    );
    for person in people {
        put(
            tx,
            &assignment::REGISTER,
            Record::new()
                .with(assignment::LICENSE, RowId(whole))
                .with(assignment::PERSON, RowId(*person))
                .with(assignment::STARTS, day("2026-02-01")),
        );
    }
    put(
        tx,
        &usage::REGISTER,
        Record::new()
            .with(usage::LICENSE, RowId(whole))
            .with(usage::PERSON, RowId(people[0]))
            .with(usage::STARTS, day("2026-10-01"))
            .with(usage::ENDS, day("2026-10-31"))
            .with(usage::LAST_USED, day("2026-10-30")),
    );
    cad
}

fn options(languages: WorkbookLanguages) -> ExportOptions {
    ExportOptions {
        languages,
        as_of: day("2026-11-24"),
        entities: Vec::new(),
        sites: Vec::new(),
        prepared_by: "李薇 Li Wei".into(),
    }
}

fn made(vault: &Vault, options: &ExportOptions, path: &Path) -> ExportResult {
    let target = Target { now: now(), path };
    position::export(
        vault.connection(),
        options,
        None,
        target,
        None,
        &mut |_, _| true,
    )
    .unwrap()
}

fn sheet(path: &Path, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect())
        .collect()
}

#[test]
fn the_position_is_counted_by_product_and_place() {
    let (_folder, vault) = vault();
    let read = |scope: &rule::Scope| {
        rule::read(vault.connection(), day("2026-11-24"), scope, &mut |_, _| {
            true
        })
        .unwrap()
    };
    let positions = read(&rule::Scope::default());
    let [cad, free] = positions.as_slice() else {
        panic!("two products are owned or used");
    };
    assert_eq!(
        (cad.total.owned, cad.total.provable, cad.total.assigned),
        (3, 1, 4)
    );
    assert_eq!((cad.total.deployed, cad.total.used), (1, 1));
    assert_eq!(
        (cad.status(), cad.delta(), cad.delta_provable()),
        (rule::Status::Short, -1, -3)
    );
    assert_eq!(free.status(), rule::Status::Free);
    let owned: Vec<_> = cad
        .lines
        .iter()
        .map(|line| (line.place.site.is_some(), line.counts.owned))
        .collect();
    assert_eq!(
        owned,
        [(true, 1), (false, 2)],
        "unallocated rights stand last"
    );
    let site = cad.lines[0].place.site.unwrap();
    let part = read(&rule::Scope {
        entities: Vec::new(),
        sites: vec![site],
    });
    assert_eq!(
        part[0].total.owned, 1,
        "a site's scope leaves unallocated rights out"
    );
    let before = rule::read(
        vault.connection(),
        day("2025-12-31"),
        &rule::Scope::default(),
        &mut |_, _| true,
    )
    .unwrap();
    assert!(before.iter().all(|position| position.total.owned == 0));
}

#[test]
fn the_workbook_says_what_the_record_says() {
    let (folder, vault) = vault();
    let path = folder.path().join("position.xlsx");
    let result = made(&vault, &options(WorkbookLanguages::ZhEn), &path);
    assert!(path.with_file_name("position.xlsx.LOG.hashes").exists());
    assert!(
        result
            .sheets
            .iter()
            .all(|sheet| sheet.name.encode_utf16().count() <= 31)
    );
    let rows = sheet(&path, "授权状况 Position");
    assert_eq!(rows[3][1], "软件名称\nName");
    let cad = &rows[4];
    assert_eq!(
        cad[1], "计算机辅助设计\n=HYPERLINK(\"http://x\")",
        "text stays text"
    );
    assert_eq!(cad[4..14].join(" "), "3 1 1 0 0 3 1 4 1 1");
    assert_eq!(cad[15..18], ["4", "-1", "-3"]);
    assert_eq!(cad[23], "785", "one license at 100 EUR");
    let steps = sheet(&path, "核对过程 Reconciliation");
    let said = steps.iter().find(|row| row[6] == "delta" && row[9] == "-3");
    assert!(said.is_some_and(|row| row[10].contains("可用减所需") && row[10].contains("At hand")));
    let holders = sheet(&path, "授权分配 Assignments");
    let flagged = holders
        .iter()
        .flatten()
        .filter(|cell| cell.contains("已离职"));
    assert_eq!(flagged.count(), 1);
    let bytes = std::fs::read(&path).unwrap();
    made(&vault, &options(WorkbookLanguages::ZhEn), &path);
    assert_eq!(
        bytes,
        std::fs::read(&path).unwrap(),
        "the same record makes the same file"
    );
    let all: Vec<String> = result
        .sheets
        .iter()
        .flat_map(|s| sheet(&path, &s.name))
        .flatten()
        .collect();
    let leaked = all.iter().find(|cell| cell.contains("SECRET-KEY"));
    assert_eq!(leaked, None);
}

#[test]
fn wide_columns_give_way_before_a_sheet_spills_over_to_another_page() {
    let mut over = [13.0, 73.0, 45.0, 45.0, 45.0, 40.0, 30.0];
    paper::share(&mut over);
    assert_eq!(paper::pages(&over), 1);
    assert!(over[0] == 13.0 && over[6] == 30.0, "{over:?}");
    let mut two = [28.0; 12];
    paper::share(&mut two);
    assert_eq!((two, paper::pages(&two)), ([28.0; 12], 2));
    let mut few = [10.0, 30.0];
    paper::share(&mut few);
    assert!(few[0] == 10.0 && few[1] > 100.0, "{few:?}");
    let (whole, broken) = ("数量\nQuantity", "含税金额\nAmount including tax");
    assert!(paper::least(whole) > 8.0 && paper::least(broken) < 20.0);
}
