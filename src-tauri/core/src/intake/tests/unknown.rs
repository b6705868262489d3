//! Names no record goes by: made, taken for a record they are like, or refused.

use super::api::{NameBecomes, NameChoice};
use super::*;
use crate::register::{RowId, contract, invoice};

const KNOWN: &str = "软件编号,软件名称,软件厂商\nPRD-0012,AutoCAD LT,Autodesk\nPRD-0013,AutoCAD,Autodesk\nPRD-0014,WPS Office 专业版,金山办公\n";
const LEDGER: &str = "软件名称,许可数量,供应商\nAutodesk AutoCAD LT 2025,5,上海软件股份有限公司\nAutodesk AutoCAD LT 2025,7,上海软件股份有限公司\n达芬奇调色,2,\n";

fn prepared() -> (tempfile::TempDir, Vault) {
    let (folder, mut vault) = vault();
    import(&mut vault, "p.csv", KNOWN.as_bytes(), Some("product"));
    let vendors = "供应商名称\n上海软件有限公司\n北京软件有限公司\n";
    import(&mut vault, "v.csv", vendors.as_bytes(), Some("vendor"));
    (folder, vault)
}

fn names(draft: &Draft, vault: &Vault) -> Vec<api::UnknownName> {
    draft.names(vault.connection(), 0, 50).unwrap()
}

fn decide(draft: &mut Draft, register: &str, name: &str, becomes: Option<NameBecomes>) {
    let names = vec![NameChoice {
        register: register.to_owned(),
        name: name.to_owned(),
        becomes,
    }];
    draft
        .set(ImportSet {
            names,
            ..ImportSet::default()
        })
        .unwrap();
}

fn mode(draft: &mut Draft, unknown_links: UnknownLinks) {
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
}

#[test]
fn a_name_in_two_languages_or_lines_is_found_again() {
    let (_folder, mut vault) = vault();
    let bytes =
        "软件名称,供应商,数量\nVisio,\"上海软件\nSH Soft\",3\nNX,\"北京\n软件\",2\n".as_bytes();
    import(&mut vault, "l.csv", bytes, None);
    let again = import(&mut vault, "l.csv", bytes, None);
    assert_eq!(again.counts.unchanged, 2, "{again:?}");
    assert_eq!(count(&vault, &vendor::REGISTER), 2);
}

#[test]
fn unknown_names_are_shown_with_the_records_they_are_like() {
    let (_folder, vault) = prepared();
    let mut draft = open(&vault, "l.csv", LEDGER.as_bytes(), Some("license"));
    let seen = preview(&mut draft, &vault);
    assert_eq!((seen.names, seen.alike), (3, 2));
    let found = names(&draft, &vault);
    let product = found
        .iter()
        .find(|name| name.name.contains("AutoCAD"))
        .unwrap();
    assert_eq!(
        (product.register, product.rows, product.first_row),
        ("product", 2, 2)
    );
    assert_eq!(
        (&product.becomes, product.chosen),
        (&NameBecomes::Create, false)
    );
    let best = &product.candidates[0];
    assert_eq!(best.code.as_deref(), Some("PRD-0012"));
    assert!(best.percent >= 90 && best.percent < 100, "{best:?}");
    assert!(product.candidates[1].percent < best.percent);
    let vendor = found.iter().find(|name| name.register == "vendor").unwrap();
    assert_eq!(vendor.candidates[0].title.zh_or_en(), "上海软件有限公司");
    let last = found.last().unwrap();
    assert_eq!(
        (last.name.as_str(), last.candidates.len()),
        ("达芬奇调色", 0)
    );
}

#[test]
fn a_name_taken_for_a_record_is_another_name_of_it_from_then_on() {
    let (_folder, mut vault) = prepared();
    let mut draft = open(&vault, "l.csv", LEDGER.as_bytes(), Some("license"));
    decide(
        &mut draft,
        "product",
        "Autodesk AutoCAD LT 2025",
        Some(NameBecomes::Same(1)),
    );
    decide(
        &mut draft,
        "vendor",
        "上海软件股份有限公司",
        Some(NameBecomes::Same(1)),
    );
    let seen = preview(&mut draft, &vault);
    let written = (seen.counts.create, seen.counts.update);
    assert_eq!(written, (2, 1), "{}", faults(&draft, &vault));
    assert!(
        names(&draft, &vault)
            .iter()
            .any(|name| name.chosen && name.rows == 2)
    );
    let done = draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(
        (done.counts, &done.registers),
        (seen.counts, &seen.registers)
    );
    assert_eq!(
        count(&vault, &product::REGISTER),
        4,
        "only the unlike one was made"
    );
    assert_eq!(count(&vault, &vendor::REGISTER), 2);
    let kept = ledger::record(vault.connection(), &product::REGISTER, 1).unwrap();
    assert_eq!(
        kept.get(product::NAME).unwrap().zh_or_en(),
        "AutoCAD LT",
        "it keeps its name"
    );
    assert_eq!(
        kept.get(product::ALIASES).as_deref(),
        Some("Autodesk AutoCAD LT 2025")
    );

    let mut again = open(&vault, "l.csv", LEDGER.as_bytes(), Some("license"));
    let seen = preview(&mut again, &vault);
    assert_eq!(
        (seen.counts.unchanged, seen.names),
        (3, 0),
        "{}",
        faults(&again, &vault)
    );

    vault
        .undo(done.operation, &Operation::new("undo", now()))
        .unwrap();
    let kept = ledger::record(vault.connection(), &product::REGISTER, 1).unwrap();
    assert_eq!(kept.get(product::ALIASES), None);
}

#[test]
fn clearly_like_names_can_be_taken_for_the_record_by_themselves() {
    let (_folder, mut vault) = prepared();
    let mut draft = open(&vault, "l.csv", LEDGER.as_bytes(), Some("license"));
    mode(&mut draft, UnknownLinks::Similar);
    preview(&mut draft, &vault);
    let found = names(&draft, &vault);
    let taken = |name: &api::UnknownName| matches!(name.becomes, NameBecomes::Same(_));
    assert_eq!(found.iter().filter(|name| taken(name)).count(), 2);
    // not this one
    decide(
        &mut draft,
        "product",
        "Autodesk AutoCAD LT 2025",
        Some(NameBecomes::Create),
    );
    preview(&mut draft, &vault);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(count(&vault, &product::REGISTER), 5);
    assert_eq!(count(&vault, &vendor::REGISTER), 2);
}

#[test]
fn rows_with_a_name_can_be_refused() {
    let (_folder, vault) = prepared();
    let mut draft = open(&vault, "l.csv", LEDGER.as_bytes(), Some("license"));
    decide(
        &mut draft,
        "product",
        "达芬奇调色",
        Some(NameBecomes::Refuse),
    );
    decide(
        &mut draft,
        "vendor",
        "上海软件股份有限公司",
        Some(NameBecomes::Refuse),
    );
    assert_eq!(preview(&mut draft, &vault).counts.error, 3);
    let wrong = faults(&draft, &vault);
    assert!(
        wrong.contains("link_unknown") && wrong.contains("A4") && wrong.contains("C2"),
        "{wrong}"
    );
    decide(&mut draft, "vendor", "上海软件股份有限公司", None);
    assert_eq!(preview(&mut draft, &vault).counts.error, 1);
    let person = vec![NameChoice {
        register: "person".to_owned(),
        name: "x".to_owned(),
        becomes: None,
    }];
    let refused = draft.set(ImportSet {
        names: person,
        ..ImportSet::default()
    });
    assert!(
        refused.unwrap_err().is("bad_arguments"),
        "people are told apart by codes, not by likeness"
    );
}

#[test]
fn a_field_that_names_no_record_can_be_left_empty() {
    let (_folder, mut vault) = prepared();
    let bytes = "软件名称,许可数量,合同编号\nAutoCAD,5,HT-2026-1\n".as_bytes();
    let mut draft = open(&vault, "l.csv", bytes, Some("license"));
    assert_eq!(
        preview(&mut draft, &vault).counts.error,
        1,
        "a contract is more than its number"
    );
    let wrong = faults(&draft, &vault);
    assert!(
        wrong.contains("required_unmatched") && wrong.contains("C2"),
        "{wrong}"
    );
    mode(&mut draft, UnknownLinks::Leave);
    assert_eq!(
        preview(&mut draft, &vault).counts.create,
        1,
        "{}",
        faults(&draft, &vault)
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let made = ledger::record(vault.connection(), &license::REGISTER, 1).unwrap();
    assert_eq!(
        (
            made.get(license::CONTRACT),
            made.get(license::PRODUCT).map(|id| id.0)
        ),
        (None, Some(2))
    );
}

#[test]
fn contracts_and_invoices_that_a_license_list_names_are_made_found_or_refused() {
    let (_folder, mut vault) = prepared();
    let bytes = "软件名称,许可数量,供应商,合同编号,合同名称,发票号码,开票日期,发票金额\nAutoCAD,5,甲软件,HT-1,制图软件采购合同,24312000000012345678,2026-03-01,1200\nVisio,2,甲软件,HT-1,,24312000000012345678,,\nWPS,3,甲软件,HT-2,,,,\n".as_bytes();
    let mut draft = open(&vault, "l.csv", bytes, Some("license"));
    mode(&mut draft, UnknownLinks::Refuse);
    assert_eq!(preview(&mut draft, &vault).counts.error, 3);
    mode(&mut draft, UnknownLinks::Leave);
    assert_eq!(preview(&mut draft, &vault).counts.create, 3);
    mode(&mut draft, UnknownLinks::Create);
    let seen = preview(&mut draft, &vault);
    let wrong = faults(&draft, &vault);
    assert_eq!(
        (seen.counts.create, seen.counts.error),
        (2, 1),
        "a contract is more than its number: {wrong}"
    );
    assert!(
        wrong.contains("\"required\"") && wrong.contains("E4"),
        "{wrong}"
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let made = ledger::record(vault.connection(), &contract::REGISTER, 1).unwrap();
    assert_eq!(count(&vault, &contract::REGISTER), 1);
    assert_eq!(count(&vault, &invoice::REGISTER), 1);
    assert!(made.get(contract::VENDOR).is_some());
    for id in [1, 2] {
        let license = ledger::record(vault.connection(), &license::REGISTER, id).unwrap();
        let line = ledger::record(vault.connection(), &purchase::REGISTER, id).unwrap();
        let linked = (license.get(license::CONTRACT), line.get(purchase::CONTRACT));
        assert_eq!(linked, (Some(RowId(1)), Some(RowId(1))));
        assert_eq!(line.get(purchase::INVOICE), Some(RowId(1)));
    }
}
