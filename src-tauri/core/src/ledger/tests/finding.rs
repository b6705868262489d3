use super::*;
use crate::register::{assignment, evidence};

fn someone(name: &str, email: Option<&str>) -> Record {
    let mut record = Record::new().with(person::NAME, name.to_owned());
    if let Some(email) = email {
        record.set(person::EMAIL, email.to_owned());
    }
    record
}

#[test]
fn namesakes_stay_two_and_a_missing_address_is_filled_in() {
    let (_folder, mut vault) = vault();
    vault
        .write(&Operation::new("create", now()), |tx| {
            tx.insert(
                &person::REGISTER,
                someone("Wang Wei", Some("wang.wei@example.com")),
            )
        })
        .unwrap();
    let found = |record: &Record| find(vault.connection(), &person::REGISTER, record).unwrap();
    assert_eq!(
        found(&someone("Wang Wei", Some("Wang.Wei@example.com"))),
        Some(2),
        "whatever the case"
    );
    assert_eq!(
        found(&someone("Wang Wei", Some("wang.wei2@example.com"))),
        None,
        "another person of that name"
    );
    assert_eq!(
        found(&someone("Wang Fang", Some("wang.fang@example.com"))),
        Some(1),
        "she had no address yet"
    );
    assert_eq!(found(&someone("Wang Wei", None)), Some(2));
    let assigned = Record::new().with(assignment::PERSON, RowId(1));
    assert_eq!(
        find(vault.connection(), &assignment::REGISTER, &assigned).unwrap(),
        None,
        "no key without its owner"
    );
}

#[test]
fn a_name_goes_before_an_alias() {
    let (_folder, mut vault) = vault();
    vault
        .write(&Operation::new("edit", now()), |tx| {
            tx.update(
                &product::REGISTER,
                1,
                Record::new().with(product::ALIASES, "Antivirus\nWPS".to_owned()),
            )
        })
        .unwrap();
    let found = |text: &str| find_by_name(vault.connection(), &product::REGISTER, text).unwrap();
    assert_eq!(
        (found("antivirus"), found("wps"), found(" "), found("none")),
        (Some(2), Some(1), None, None)
    );
}

#[test]
fn what_was_deleted_is_told_by_its_last_name() {
    let (_folder, mut vault) = vault();
    let op = |kind| Operation::new(kind, now());
    let (license, _) = vault
        .write(&op("create"), |tx| {
            let gone = tx.insert(
                &license::REGISTER,
                Record::new().with(license::PRODUCT, RowId(2)),
            )?;
            let paper = Record::new()
                .with(evidence::TITLE, Pair::both("证书", "Certificate"))
                .with(
                    evidence::ABOUT,
                    crate::register::AnyLinks(vec![("license", 1), ("license", gone)]),
                );
            tx.insert(&evidence::REGISTER, paper)?;
            Ok(gone)
        })
        .unwrap();
    let one = crate::register::AnyLinks(vec![("license", 1)]);
    vault
        .write(&op("edit"), |tx| {
            tx.update(
                &license::REGISTER,
                license,
                Record::new().with(license::NOTICE_DAYS, 30),
            )?;
            tx.update(
                &evidence::REGISTER,
                1,
                Record::new().with(evidence::ABOUT, one),
            )
        })
        .unwrap();
    vault
        .write(&op("delete"), |tx| tx.delete(&license::REGISTER, license))
        .unwrap();
    let query = HistoryQuery {
        limit: 2,
        ..HistoryQuery::default()
    };
    let page = history(vault.connection(), &query).unwrap();
    let antivirus = Pair::both("安全软件", "Antivirus");
    let (deletion, edit) = (&page.operations[0].entries[0], &page.operations[1].entries);
    assert_eq!((&deletion.title, deletion.record), (&antivirus, None));
    assert_eq!(edit[0].title, antivirus, "an edit of what is gone now");
    let chips = edit[1].before.as_array().unwrap();
    assert_eq!(
        (chips[0]["id"].as_i64(), chips[1]["id"].as_i64()),
        (Some(1), Some(0)),
        "{chips:?}"
    );
    assert_eq!(chips[1]["title"]["en"], "Antivirus");
    assert!(page.more);
}

#[test]
fn only_numbers_are_summed() {
    let (_folder, vault) = vault();
    let total = |fields: &[&str]| {
        sums(
            vault.connection(),
            &purchase::REGISTER,
            &[1, 2, 3],
            fields,
            today(),
        )
    };
    assert_eq!(total(&["quantity"]).unwrap()[0].totals[0].amount, "225");
    assert!(total(&["license"]).unwrap_err().is("sum_refused"));
    assert!(total(&["effect"]).unwrap_err().is("sum_refused"));
}
