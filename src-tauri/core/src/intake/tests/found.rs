//! Names an inventory found: linked where a product goes by them, kept for matching where none does.

use super::api::{NameBecomes, NameChoice};
use super::*;
use crate::register::{Record, RowId, deployment, ignored_name, usage};

const KNOWN: &str = "软件编号,软件名称,软件厂商,别名\nPRD-0012,AutoCAD LT 2026,Autodesk,ACAD LT 26\nPRD-0014,WPS Office 专业版,金山办公,\n";
const SCAN: &str = "AssetName,softwareName,softwareVersion,SoftwarePublisher,OSname,Lastseen\n\
    PC-1,autocad lt 2026,31.0,\"Autodesk, Inc.\",Win 11,2026-11-20\n\
    PC-2,ACAD LT 26,31.0,Autodesk,Win 11,2026-11-20\n\
    PC-1,WPS Office 12.1 (x64),12.1,Kingsoft Corp.,Win 11,2026-11-20\n\
    PC-1,KB5034441 Update,1,Microsoft,Win 11,2026-11-20\n";

fn prepared() -> (tempfile::TempDir, Vault) {
    let (folder, mut vault) = vault();
    import(&mut vault, "p.csv", KNOWN.as_bytes(), Some("product"));
    (folder, vault)
}

fn scan(vault: &Vault) -> Draft {
    open(vault, "scan.csv", SCAN.as_bytes(), None)
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

fn found(vault: &Vault, id: i64) -> (Option<String>, Option<i64>, Option<bool>) {
    let record = ledger::record(vault.connection(), &deployment::REGISTER, id).unwrap();
    (
        record.get(deployment::FOUND_AS),
        record.get(deployment::PRODUCT).map(|id| id.0),
        record.get(deployment::LICENSABLE),
    )
}

#[test]
fn known_names_link_at_once_and_the_others_wait() {
    let (_folder, mut vault) = prepared();
    let mut draft = scan(&vault);
    let seen = preview(&mut draft, &vault);
    assert_eq!(
        (seen.counts.create, seen.names),
        (4, 2),
        "{}",
        faults(&draft, &vault)
    );
    let names = draft.names(vault.connection(), 0, 9).unwrap();
    assert!(
        names
            .iter()
            .all(|name| name.waits && name.becomes == NameBecomes::Wait)
    );
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(count(&vault, &product::REGISTER), 2, "no junk products");
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(found(&vault, 1), (text("autocad lt 2026"), Some(1), None));
    assert_eq!(found(&vault, 2), (text("ACAD LT 26"), Some(1), None));
    assert_eq!(
        found(&vault, 3),
        (text("WPS Office 12.1 (x64)"), None, None)
    );
    let kept = ledger::record(vault.connection(), &product::REGISTER, 1).unwrap();
    assert_eq!(
        kept.get(product::PUBLISHER).as_deref(),
        Some("Autodesk"),
        "an inventory knows less of a product than the record does"
    );

    let mut again = scan(&vault);
    assert_eq!(
        preview(&mut again, &vault).counts.unchanged,
        4,
        "{}",
        faults(&again, &vault)
    );
}

#[test]
fn what_was_found_becomes_a_product_where_the_officer_says_so() {
    let (_folder, mut vault) = prepared();
    let mut draft = scan(&vault);
    let decide = |name: &str, becomes| NameChoice {
        register: "product".to_owned(),
        name: name.to_owned(),
        becomes: Some(becomes),
    };
    draft
        .set(ImportSet {
            names: vec![
                decide("WPS Office 12.1 (x64)", NameBecomes::Same(2)),
                decide("KB5034441 Update", NameBecomes::Create),
            ],
            ..ImportSet::default()
        })
        .unwrap();
    preview(&mut draft, &vault);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!((found(&vault, 3).1, found(&vault, 4).1), (Some(2), Some(3)));
    let mut again = scan(&vault);
    assert_eq!(preview(&mut again, &vault).counts.unchanged, 4);

    let (_folder, mut vault) = prepared();
    let mut draft = scan(&vault);
    mode(&mut draft, UnknownLinks::Create);
    preview(&mut draft, &vault);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(count(&vault, &product::REGISTER), 4, "all made, as chosen");
}

#[test]
fn several_names_of_one_product_on_one_computer_are_several_findings() {
    let (_folder, mut vault) = prepared();
    let both = "AssetName,softwareName,softwareVersion,SoftwarePublisher,OSname,Lastseen\n\
        PC-1,AutoCAD LT 2026,31.0,Autodesk,Win 11,2026-11-20\nPC-1,ACAD LT 26,31.0,Autodesk,Win 11,2026-11-20\n";
    for (create, unchanged) in [(2, 0), (0, 2)] {
        let done = import(&mut vault, "s.csv", both.as_bytes(), None);
        assert_eq!(
            (done.counts.create, done.counts.unchanged),
            (create, unchanged),
            "{done:?}"
        );
    }
}

#[test]
fn a_name_that_needs_no_license_is_left_aside_by_the_next_import() {
    let (_folder, mut vault) = prepared();
    let name = Record::new()
        .with(ignored_name::NAME, "kb5034441  update".to_owned())
        .with(ignored_name::REASON, "Windows 更新".to_owned());
    vault
        .write(&Operation::new("create", now()), |tx| {
            tx.insert(&ignored_name::REGISTER, name)
        })
        .unwrap();
    let mut draft = scan(&vault);
    preview(&mut draft, &vault);
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    assert_eq!(found(&vault, 4).2, Some(false));
    let record = ledger::record(vault.connection(), &deployment::REGISTER, 4).unwrap();
    assert_eq!(
        record.get(deployment::REASON).as_deref(),
        Some("Windows 更新")
    );

    // what the officer says of one installation stands
    let change = Record::new().with(deployment::LICENSABLE, true);
    vault
        .write(&Operation::new("edit", now()), |tx| {
            tx.update(&deployment::REGISTER, 4, change)
        })
        .unwrap();
    let mut again = scan(&vault);
    assert_eq!(preview(&mut again, &vault).counts.unchanged, 4);
}

#[test]
fn counts_keep_the_version_and_the_publisher_found() {
    let (_folder, mut vault) = prepared();
    let counts = "ApplicationName,ApplicationPublisher,ApplicationVersion,DeviceCount\n\
        WPS Office 专业版,Kingsoft,12.1,64\nGoogle Chrome,Google LLC,131.0,40\nGoogle Chrome,Google LLC,130.0,2\n";
    let done = import(&mut vault, "c.csv", counts.as_bytes(), None);
    assert_eq!(done.counts.create, 3, "{done:?}");
    let read = |id| ledger::record(vault.connection(), &usage::REGISTER, id).unwrap();
    assert_eq!(read(1).get(usage::PRODUCT), Some(RowId(2)));
    let third = read(3);
    assert_eq!(
        (
            third.get(usage::FOUND_AS).as_deref(),
            third.get(usage::VERSION).as_deref(),
            third.get(usage::FOUND_PUBLISHER).as_deref(),
        ),
        (Some("Google Chrome"), Some("130.0"), Some("Google LLC"))
    );
    let again = import(&mut vault, "c.csv", counts.as_bytes(), None);
    assert_eq!(again.counts.unchanged, 3, "{again:?}");
}
