//! Puts one case into the record.

use std::collections::{BTreeMap, HashMap};

use super::cases::{Case, License, Product};
use super::papers::{Shared, put, yuan};
use crate::register::{
    AnyLinks, Pair, Record, RowId, adjustment, assignment, deployment, device, evidence, license,
    person, product, purchase, usage,
};
use crate::vault::Writer;

/// One case on its way into the record.
pub(super) struct Laying<'a, 'w> {
    tx: &'a mut Writer<'w>,
    shared: &'a Shared,
    case: &'a Case,
    number: usize,
    products: BTreeMap<String, i64>,
    licenses: BTreeMap<String, i64>,
    people: HashMap<String, i64>,
    devices: HashMap<String, i64>,
}

impl<'a, 'w> Laying<'a, 'w> {
    pub(super) fn new(
        tx: &'a mut Writer<'w>,
        shared: &'a Shared,
        case: &'a Case,
        number: usize,
    ) -> Self {
        Self {
            tx,
            shared,
            case,
            number,
            products: BTreeMap::new(),
            licenses: BTreeMap::new(),
            people: HashMap::new(),
            devices: HashMap::new(),
        }
    }
}

impl Laying<'_, '_> {
    pub(super) fn all(mut self) -> BTreeMap<String, i64> {
        for (name, product) in &self.case.products {
            self.product(name, product);
        }
        for (name, product) in &self.case.products {
            self.kin(name, product);
        }
        for (name, license) in &self.case.licenses {
            self.license(name, license);
        }
        for (name, license) in &self.case.licenses {
            license.lines.iter().for_each(|line| self.line(name, line));
        }
        let devices: Vec<&String> = self.case.devices.keys().collect();
        for name in devices {
            self.device(name);
        }
        for text in &self.case.held {
            let (license, who) = text.split_once(": ").unwrap();
            who.split(' ').for_each(|who| self.assign(license, who));
        }
        for text in &self.case.installed {
            let (product, found) = text.split_once(": ").unwrap();
            found
                .split(' ')
                .for_each(|found| self.install(product, found));
        }
        for text in &self.case.peaks {
            self.peak(text);
        }
        for text in &self.case.adjusted {
            self.adjust(text);
        }
        self.products
    }

    fn product(&mut self, name: &str, product: &Product) {
        let mut record = Record::new()
            .with(
                product::NAME,
                Pair::plain(&format!("{name} {}", self.number)),
            )
            .with(product::PUBLISHER, "Acme".to_owned())
            .with(
                product::TYPE,
                product
                    .r#type
                    .clone()
                    .unwrap_or_else(|| "commercial".to_owned()),
            );
        for (column, text) in [
            (product::METRIC, &product.metric),
            (product::VERSION, &product.version),
        ] {
            if let Some(text) = text {
                record.set(column, text.clone());
            }
        }
        if let Some(cores) = product.core_minimum {
            record.set(product::CORE_MINIMUM, cores);
        }
        if let Some(price) = product.price {
            record.set(product::LIST_PRICE, yuan(price));
        }
        let id = put(self.tx, &product::REGISTER, record);
        self.products.insert(name.to_owned(), id);
    }

    fn kin(&mut self, name: &str, product: &Product) {
        let of = |names: &[String]| {
            names
                .iter()
                .map(|name| self.products[name])
                .collect::<Vec<_>>()
        };
        let mut record = Record::new();
        if !product.includes.is_empty() {
            record.set(product::INCLUDES, of(&product.includes));
        }
        if !product.covers.is_empty() {
            record.set(product::COVERS, of(&product.covers));
        }
        if let Some(older) = &product.downgrade {
            record.set(product::DOWNGRADE, RowId(self.products[older]));
        }
        self.tx
            .update(&product::REGISTER, self.products[name], record)
            .unwrap();
    }

    fn license(&mut self, name: &str, license: &License) {
        let (entity, site) = self.shared.places[license.site.as_deref().unwrap_or("one")];
        let mut record = Record::new()
            .with(license::PRODUCT, RowId(self.products[&license.of]))
            .with(license::ENTITY, RowId(entity))
            .with(
                license::MODEL,
                license
                    .model
                    .clone()
                    .unwrap_or_else(|| "perpetual".to_owned()),
            )
            .with(license::UNLIMITED, license.unlimited);
        if let Some(site) = site {
            record.set(license::SITE, RowId(site));
        }
        for (column, text) in [
            (license::METRIC, &license.metric),
            (license::STATUS, &license.status),
            (license::USABLE_VERSIONS, &license.usable),
        ] {
            if let Some(text) = text {
                record.set(column, text.clone());
            }
        }
        for (column, day) in [
            (license::STARTS, &license.starts),
            (license::ENDS, &license.ends),
            (license::MAINTENANCE_UNTIL, &license.maintained),
        ] {
            if let Some(day) = day {
                record.set(column, day.parse().unwrap());
            }
        }
        let id = put(self.tx, &license::REGISTER, record);
        if license.archived {
            self.tx.archive(&license::REGISTER, id, true).unwrap();
        }
        self.licenses.insert(name.to_owned(), id);
    }

    fn line(&mut self, license: &str, text: &str) {
        let mut words = text.split(' ');
        let effect = words.next().unwrap();
        let quantity: i64 = words.next().unwrap().parse().unwrap();
        let mut record = Record::new()
            .with(purchase::LICENSE, RowId(self.licenses[license]))
            .with(purchase::EFFECT, effect.to_owned())
            .with(purchase::QUANTITY, quantity)
            .with(purchase::ORDERED, "2026-02-01".parse().unwrap());
        let (mut document, mut paper, mut seller) = ("contract", "booked", "reseller");
        for word in words {
            match word.split_once(':') {
                None => {
                    let (from, to) = word.split_once("..").unwrap();
                    for (column, day) in [(purchase::STARTS, from), (purchase::ENDS, to)] {
                        if !day.is_empty() {
                            record.set(column, day.parse().unwrap());
                        }
                    }
                }
                Some(("doc", kind)) => document = kind,
                Some(("inv", kind)) => paper = kind,
                Some(("vendor", kind)) => seller = kind,
                Some(("base", base)) => record.set(purchase::BASE, RowId(self.licenses[base])),
                Some(other) => panic!("{other:?}"),
            }
        }
        match document {
            "contract" => record.set(purchase::CONTRACT, RowId(self.shared.contract)),
            "none" | "about" => {}
            kind => record.set(purchase::DOCUMENTS, vec![self.shared.documents[kind]]),
        }
        if paper != "none" {
            record.set(purchase::INVOICE, RowId(self.shared.invoices[paper]));
        }
        if seller != "none" {
            record.set(purchase::VENDOR, RowId(self.shared.vendors[seller]));
        }
        let id = put(self.tx, &purchase::REGISTER, record);
        if document == "about" {
            let record = Record::new()
                .with(evidence::TITLE, Pair::plain("Certificate"))
                .with(evidence::KIND, "license_certificate".to_owned())
                .with(evidence::ABOUT, AnyLinks(vec![("purchase", id)]));
            put(self.tx, &evidence::REGISTER, record);
        }
    }

    fn site(&self, name: Option<&str>) -> Option<i64> {
        match name {
            Some("nowhere") => None,
            name => self.shared.places[name.unwrap_or("here")].1,
        }
    }

    fn person(&mut self, name: &str) -> i64 {
        let (name, site) = split(name, '@');
        if let Some(id) = self.people.get(name) {
            return *id;
        }
        let mut record = Record::new().with(person::NAME, format!("{name} {}", self.number));
        if let Some(site) = self.site(site) {
            record.set(person::SITE, RowId(site));
        }
        let id = put(self.tx, &person::REGISTER, record);
        self.people.insert(name.to_owned(), id);
        id
    }

    fn device(&mut self, name: &str) -> i64 {
        let (name, user) = split(name, '/');
        let (name, site) = split(name, '@');
        if let Some(id) = self.devices.get(name) {
            return *id;
        }
        let mut record = Record::new().with(device::ASSET_TAG, format!("{name}-{}", self.number));
        if let Some(site) = self.site(site) {
            record.set(device::SITE, RowId(site));
        }
        if let Some(user) = user {
            record.set(device::USER, RowId(self.person(user)));
        }
        if let Some(more) = self.case.devices.get(name) {
            if let Some(cores) = more.cores {
                record.set(device::CORES, cores);
            }
            if let Some(host) = &more.host {
                record.set(device::HOST, RowId(self.device(host)));
            }
        }
        let id = put(self.tx, &device::REGISTER, record);
        self.devices.insert(name.to_owned(), id);
        id
    }

    fn assign(&mut self, license: &str, who: &str) {
        let mut record = Record::new()
            .with(assignment::LICENSE, RowId(self.licenses[license]))
            .with(assignment::STARTS, "2026-02-01".parse().unwrap());
        let (who, until) = split(who, '<');
        let (who, used) = split(who, '!');
        match who.strip_prefix('#') {
            Some(name) => record.set(assignment::DEVICE, RowId(self.device(name))),
            None => record.set(assignment::PERSON, RowId(self.person(who))),
        }
        if let Some(day) = until {
            record.set(assignment::ENDS, day.parse().unwrap());
        }
        if let Some(day) = used {
            record.set(assignment::LAST_USED, day.parse().unwrap());
        }
        put(self.tx, &assignment::REGISTER, record);
    }

    fn install(&mut self, product: &str, found: &str) {
        let (found, removed) = split(found, '<');
        let (found, since) = split(found, '~');
        let (found, version) = split(found, '=');
        let (found, free) = split(found, '!');
        let mut record = Record::new()
            .with(deployment::PRODUCT, RowId(self.products[product]))
            .with(deployment::DEVICE, RowId(self.device(found)))
            .with(deployment::LICENSABLE, free != Some("free"));
        for (column, day) in [
            (deployment::INSTALLED, since),
            (deployment::REMOVED, removed),
        ] {
            if let Some(day) = day {
                record.set(column, day.parse().unwrap());
            }
        }
        if let Some(version) = version {
            record.set(deployment::VERSION, version.to_owned());
        }
        put(self.tx, &deployment::REGISTER, record);
    }

    fn peak(&mut self, text: &str) {
        let mut words = text.split(' ');
        let (license, peak) = (words.next().unwrap(), words.next().unwrap());
        let (from, to) = words.next().map_or(("2026-10-01", "2026-10-31"), |days| {
            days.split_once("..").unwrap()
        });
        let record = Record::new()
            .with(usage::LICENSE, RowId(self.licenses[license]))
            .with(usage::STARTS, from.parse().unwrap())
            .with(usage::ENDS, to.parse().unwrap())
            .with(usage::PEAK, peak.parse().unwrap());
        put(self.tx, &usage::REGISTER, record);
    }

    fn adjust(&mut self, text: &str) {
        let mut words = text.split(' ');
        let (product, quantity) = (words.next().unwrap(), words.next().unwrap());
        let mut record = Record::new()
            .with(adjustment::PRODUCT, RowId(self.products[product]))
            .with(adjustment::QUANTITY, quantity.parse().unwrap())
            .with(adjustment::REASON, "Agreed in writing".to_owned())
            .with(
                adjustment::EVIDENCE,
                RowId(self.shared.documents["publisher_statement"]),
            );
        for word in words {
            match word.split_once("..") {
                Some((from, to)) => {
                    for (column, day) in [(adjustment::STARTS, from), (adjustment::ENDS, to)] {
                        if !day.is_empty() {
                            record.set(column, day.parse().unwrap());
                        }
                    }
                }
                None => {
                    let (entity, site) = self.shared.places[word.trim_start_matches('@')];
                    record.set(adjustment::ENTITY, RowId(entity));
                    if let Some(site) = site {
                        record.set(adjustment::SITE, RowId(site));
                    }
                }
            }
        }
        put(self.tx, &adjustment::REGISTER, record);
    }
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at)
        .map_or((text, None), |(first, rest)| (first, Some(rest)))
}
