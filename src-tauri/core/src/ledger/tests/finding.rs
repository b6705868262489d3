use super::*;
use crate::register::evidence;

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

#[test]
fn a_license_is_found_by_its_product_and_by_its_number() {
    let (_folder, vault) = vault();
    for (text, expected) in [
        ("Office", 1),
        ("办公 LIC-0001", 1),
        ("office · suite", 1),
        ("Antivirus", 0),
        ("LIC-0002", 0),
    ] {
        let found = lookup(vault.connection(), &license::REGISTER, text, 10).unwrap();
        assert_eq!(found.len(), expected, "lookup {text}");
        let mut query = ListQuery::all("license");
        query.text = Some(text.to_owned());
        assert_eq!(
            ids(vault.connection(), &query, today()).unwrap().len(),
            expected,
            "list {text}"
        );
    }
    assert_eq!(
        lookup(vault.connection(), &license::REGISTER, " ", 10)
            .unwrap()
            .len(),
        1,
        "the latest"
    );
}

#[test]
fn whatever_is_typed_is_an_answerable_search() {
    let (_folder, vault) = vault();
    for text in [
        "aⒶb",
        "กำ",
        "𠀀𠀁",
        "a\"b",
        "NEAR(",
        "*",
        "e\u{301}t",
        "١٢",
        "ﬁx",
        "ₓ²",
        "हिन्दी",
        "🄰🄱",
        "a'b OR c",
        "ª",
    ] {
        search(vault.connection(), text, 10).unwrap_or_else(|e| panic!("{text}: {e}"));
        lookup(vault.connection(), &product::REGISTER, text, 10)
            .unwrap_or_else(|e| panic!("{text}: {e}"));
    }
}

#[test]
fn many_records_of_one_register_do_not_hide_another() {
    let (_folder, mut vault) = vault();
    vault
        .write(&Operation::new("import", now()), |tx| {
            for at in 0..600 {
                tx.insert(
                    &person::REGISTER,
                    Record::new().with(person::NAME, format!("Office {at}")),
                )?;
            }
            Ok(())
        })
        .unwrap();
    let hits = search(vault.connection(), "office suite", 5).unwrap();
    assert_eq!((hits.len(), hits[0].register), (1, "product"));
    let hits = search(vault.connection(), "office", 200).unwrap();
    assert!(hits.iter().any(|hit| hit.register == "product"));
    let first = search(vault.connection(), "Office 599", 5).unwrap();
    assert_eq!(first[0].title, Pair::plain("Office 599"));
}

#[test]
fn moments_are_asked_by_day_and_own_fields_by_what_they_hold() {
    let (_folder, mut vault) = vault();
    vault
        .write(&Operation::new("attach", now()), |tx| {
            for (at, price) in ["9.5", "12.25", "100"].into_iter().enumerate() {
                let mut paper = Record::new()
                    .with(evidence::TITLE, Pair::both("证书", "Certificate"))
                    .with(evidence::RECEIVED, now());
                paper
                    .custom
                    .insert("own_1".to_owned(), serde_json::json!(at));
                paper
                    .custom
                    .insert("own_2".to_owned(), serde_json::json!(at == 1));
                paper
                    .custom
                    .insert("own_3".to_owned(), serde_json::json!(price));
                tx.insert(&evidence::REGISTER, paper)?;
            }
            Ok(())
        })
        .unwrap();
    let own = crate::vault::preference::CustomField {
        register: "evidence".to_owned(),
        key: "own_3".to_owned(),
        kind: "decimal".to_owned(),
        choices: Vec::new(),
        zh: "价格".to_owned(),
        en: "Price".to_owned(),
        it: "Prezzo".to_owned(),
    };
    vault.save_custom_field(&own).unwrap();
    let found = |field: &str, op, value: &str| {
        let query = ListQuery::all("evidence").filter(field, op, &[value]);
        ids(vault.connection(), &query, today()).unwrap()
    };
    assert_eq!(found("received", FilterOp::Is, "2026-11-24").len(), 3);
    assert_eq!(found("received", FilterOp::After, "2026-11-24").len(), 0);
    assert_eq!(found("received", FilterOp::WithinDays, "0").len(), 3);
    assert_eq!(found("custom.own_1", FilterOp::Is, "2"), [3]);
    assert_eq!(found("custom.own_1", FilterOp::Less, "1"), [1]);
    assert_eq!(found("custom.own_2", FilterOp::Is, "true"), [2]);
    assert_eq!(found("custom.own_2", FilterOp::IsNot, "true"), [1, 3]);
    assert_eq!(found("custom.own_3", FilterOp::More, "10"), [2, 3]);
    let mut query = ListQuery::all("evidence");
    query.sort = vec![Sort {
        field: "custom.own_3".to_owned(),
        descending: true,
    }];
    assert_eq!(ids(vault.connection(), &query, today()).unwrap(), [3, 2, 1]);
    let injected = ListQuery::all("evidence").filter("custom.x') OR 1 --", FilterOp::Present, &[]);
    assert!(
        ids(vault.connection(), &injected, today())
            .unwrap_err()
            .is("field_unknown")
    );
}

#[test]
fn every_letter_is_one_term_of_the_index() {
    let (_folder, vault) = vault();
    let mut statement = vault
        .connection()
        .prepare("SELECT rowid FROM search WHERE search MATCH ?1")
        .unwrap();
    let letters: Vec<char> = ('\u{80}'..=char::MAX)
        .filter(|c| c.is_alphanumeric() && !crate::vault::terms::is_han(*c))
        .collect();
    for some in letters.chunks(200) {
        let words: Vec<String> = some
            .iter()
            .filter_map(|c| crate::vault::terms::query(&format!("a{c}b")))
            .map(|words| format!("({words})"))
            .collect();
        assert!(statement.exists([words.join(" OR ")]).is_ok(), "{some:x?}");
    }
}
