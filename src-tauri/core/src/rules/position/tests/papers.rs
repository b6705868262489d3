//! What the cases share: places, papers, sellers.

use std::collections::HashMap;

use crate::register::{
    Money, Pair, Record, Register, RowId, authorisation, contract, entity, evidence, invoice, site,
    vendor,
};
use crate::vault::Writer;

/// What all cases share: places, papers, sellers.
pub(super) struct Shared {
    pub(super) places: HashMap<&'static str, (i64, Option<i64>)>,
    pub(super) contract: i64,
    pub(super) documents: HashMap<&'static str, i64>,
    pub(super) invoices: HashMap<&'static str, i64>,
    pub(super) vendors: HashMap<&'static str, i64>,
}

pub(super) fn put(tx: &mut Writer<'_>, register: &'static Register, record: Record) -> i64 {
    tx.insert(register, record).unwrap()
}

pub(super) fn shared(tx: &mut Writer<'_>) -> Shared {
    let mut company = |name: &str, uscc: &str| {
        let record = Record::new()
            .with(entity::NAME, Pair::plain(name))
            .with(entity::USCC, uscc.to_owned());
        put(tx, &entity::REGISTER, record)
    };
    let (one, two) = (
        company("One", "91310115MA1K4BNJ5D"),
        company("Two", "91320594MA1NXYK52E"),
    );
    let mut place = |name: &str, entity: i64| {
        let record = Record::new()
            .with(site::NAME, Pair::plain(name))
            .with(site::ENTITY, RowId(entity));
        put(tx, &site::REGISTER, record)
    };
    let places = HashMap::from([
        ("here", (one, Some(place("Here", one)))),
        ("there", (one, Some(place("There", one)))),
        ("abroad", (two, Some(place("Abroad", two)))),
        ("one", (one, None)),
        ("two", (two, None)),
    ]);
    let vendors = vendors(tx);
    let record = Record::new()
        .with(contract::VENDOR, RowId(vendors["publisher"]))
        .with(contract::NUMBER, "HT-1".to_owned())
        .with(contract::TITLE, Pair::plain("Contract"));
    let contract = put(tx, &contract::REGISTER, record);
    let documents = [
        "order_confirmation",
        "license_certificate",
        "publisher_statement",
        "screenshot",
        "invoice",
    ]
    .map(|kind| {
        let record = Record::new()
            .with(evidence::TITLE, Pair::plain(kind))
            .with(evidence::KIND, kind.to_owned());
        (kind, put(tx, &evidence::REGISTER, record))
    });
    Shared {
        places,
        contract,
        documents: documents.into(),
        invoices: invoices(tx, one),
        vendors,
    }
}

fn invoices(tx: &mut Writer<'_>, buyer: i64) -> HashMap<&'static str, i64> {
    let paper = |kind: &str, number: &str| {
        Record::new()
            .with(invoice::KIND, kind.to_owned())
            .with(invoice::NUMBER, number.to_owned())
            .with(invoice::ISSUED, "2026-01-10".parse().unwrap())
            .with(invoice::BUYER, RowId(buyer))
            .with(invoice::GROSS, yuan(1_000))
    };
    let fapiao = |number: u32| paper("e_special", &format!("2632200000000000{number:04}"));
    let on = |day: &str| day.parse().unwrap();
    let booked = |number| fapiao(number).with(invoice::BOOKED, on("2026-01-20"));
    let kinds = [
        ("booked", booked(1)),
        (
            "verified",
            fapiao(2).with(invoice::VERIFIED, on("2026-01-12")),
        ),
        ("plain", fapiao(3)),
        ("paid", fapiao(4).with(invoice::PAID, on("2026-02-12"))),
        ("late", fapiao(5).with(invoice::BOOKED, on("2026-12-20"))),
        ("reversed", booked(6)),
        ("part_reversed", booked(7)),
        ("later_reversed", booked(8)),
        (
            "other_buyer",
            booked(9).with(invoice::BUYER_TAX_NO, "91110108551385082Q".to_owned()),
        ),
        (
            "our_tax_no",
            booked(10).with(invoice::BUYER_TAX_NO, "91310115MA1K4BNJ5D".to_owned()),
        ),
        ("foreign_plain", paper("foreign", "F-1")),
        (
            "foreign_paid",
            paper("foreign", "F-2").with(invoice::PAID, on("2026-02-12")),
        ),
        (
            "foreign_booked",
            paper("foreign", "F-3").with(invoice::BOOKED, on("2026-02-12")),
        ),
    ];
    let mut ids = HashMap::new();
    for (name, record) in kinds {
        ids.insert(name, put(tx, &invoice::REGISTER, record));
    }
    for (blue, number, amount, issued) in [
        ("reversed", 21, -1_000, "2026-03-01"),
        ("part_reversed", 22, -200, "2026-03-01"),
        ("later_reversed", 23, -1_000, "2026-12-01"),
    ] {
        let red = fapiao(number)
            .with(invoice::RED_LETTER_OF, RowId(ids[blue]))
            .with(invoice::ISSUED, on(issued))
            .with(invoice::GROSS, yuan(amount));
        put(tx, &invoice::REGISTER, red);
    }
    ids
}

fn vendors(tx: &mut Writer<'_>) -> HashMap<&'static str, i64> {
    let mut ids = HashMap::new();
    for (name, kind, status, authorised) in [
        ("publisher", "publisher", "approved", None),
        (
            "reseller",
            "authorised_reseller",
            "approved",
            Some(("2026-01-01", "2026-12-31")),
        ),
        ("unauthorised", "authorised_reseller", "approved", None),
        (
            "lapsed",
            "authorised_reseller",
            "approved",
            Some(("2024-01-01", "2024-12-31")),
        ),
        (
            "conditional",
            "authorised_reseller",
            "conditional",
            Some(("2026-01-01", "2026-12-31")),
        ),
        (
            "prospect",
            "authorised_reseller",
            "prospect",
            Some(("2026-01-01", "2026-12-31")),
        ),
        ("suspended", "publisher", "suspended", None),
    ] {
        let record = Record::new()
            .with(vendor::NAME, Pair::plain(name))
            .with(vendor::KIND, kind.to_owned())
            .with(vendor::STATUS, status.to_owned());
        let id = put(tx, &vendor::REGISTER, record);
        ids.insert(name, id);
        if let Some((starts, ends)) = authorised {
            let record = Record::new()
                .with(authorisation::VENDOR, RowId(id))
                .with(authorisation::PUBLISHER, "ACME".to_owned())
                .with(authorisation::STARTS, starts.parse().unwrap())
                .with(authorisation::ENDS, ends.parse().unwrap());
            put(tx, &authorisation::REGISTER, record);
        }
    }
    ids
}

pub(super) fn yuan(amount: i64) -> Money {
    Money {
        amount: amount * 10_000,
        currency: "CNY".to_owned(),
    }
}
