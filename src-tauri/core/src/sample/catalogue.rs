//! What can be bought and from whom: vendors, products and tenants.

use super::Sink;
use super::company::{Company, PARENT, WFOE, pair};
use super::numbers;
use super::table::{self, Line};
use crate::Result;
use crate::register::{Money, Record, RowId, product, tenant, vendor};

/// A vendor, as far as what follows needs to know.
#[derive(Debug, Clone)]
pub struct Vendor {
    pub id: i64,
    pub key: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub uscc: Option<String>,
    /// The two digits its fapiao carry; `None` abroad.
    pub region: Option<&'static str>,
    pub currency: &'static str,
    pub domain: &'static str,
}

/// A product and its line of the data file.
#[derive(Debug, Clone)]
pub struct Product {
    pub id: i64,
    pub line: Line,
}

/// A cloud tenant.
#[derive(Debug, Clone)]
pub struct Tenant {
    pub id: i64,
    pub kind: &'static str,
}

impl Company {
    /// Makes the vendors, each in China with a code that passes its check.
    pub fn vendors(&mut self, sink: &mut dyn Sink) -> Result<()> {
        for line in table::lines(include_str!("data/vendors.tsv")) {
            let division = line.text("division");
            let uscc = (!division.is_empty()).then(|| numbers::uscc(&mut self.random, division));
            let id = sink.put(&vendor::REGISTER, vendor_record(&line, uscc.clone()))?;
            let country = line.text("country");
            self.vendors.push(Vendor {
                id,
                key: line.text("key"),
                zh: line.text("zh"),
                en: line.text("en"),
                uscc,
                region: Some(line.text("fapiao")).filter(|region| *region != "-"),
                currency: match country {
                    "CN" => "CNY",
                    "SG" => "USD",
                    _ => "EUR",
                },
                domain: line.text("domain"),
            });
        }
        Ok(())
    }

    /// Makes the products, those a suite includes before the suite.
    pub fn products(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let mut lines = table::lines(include_str!("data/products.tsv"));
        lines.sort_by_key(|line| !line.text("includes").is_empty());
        for line in lines {
            let known = |key: &str| {
                let of = |product: &&Product| product.line.text("key") == key;
                self.products.iter().find(of).map(|product| product.id)
            };
            let mut record = product_record(&line);
            let includes: Vec<i64> = line.list("includes", ',').filter_map(known).collect();
            if !includes.is_empty() {
                record.set(product::INCLUDES, includes);
            }
            if let Some(older) = known(line.text("downgrade")) {
                record.set(product::DOWNGRADE, RowId(older));
            }
            let id = sink.put(&product::REGISTER, record)?;
            self.products.push(Product { id, line });
        }
        Ok(())
    }

    /// Makes the tenants.
    pub fn tenants(&mut self, sink: &mut dyn Sink) -> Result<()> {
        for line in table::lines(include_str!("data/tenants.tsv")) {
            let entity = if line.yes("china") { WFOE } else { PARENT };
            let entity = self.entities[entity].id;
            let mut record = Record::new()
                .with(tenant::NAME, line.text("name").to_owned())
                .with(tenant::ENTITY, RowId(entity))
                .with(tenant::USERS, line.number("users"));
            let texts = [
                (tenant::KIND, "kind"),
                (tenant::DOMAIN, "domain"),
                (tenant::REGION, "region"),
                (tenant::NETWORK, "network"),
                (tenant::CARRIER, "carrier"),
                (tenant::IDENTITY, "identity"),
                (tenant::MISSING, "missing"),
            ];
            for (column, name) in texts {
                if !line.text(name).is_empty() {
                    record.set(column, line.text(name).to_owned());
                }
            }
            let id = sink.put(&tenant::REGISTER, record)?;
            let kind = line.text("kind");
            self.tenants.push(Tenant { id, kind });
        }
        Ok(())
    }
}

fn vendor_record(line: &Line, uscc: Option<String>) -> Record {
    let key = line.text("key");
    let mut record = Record::new()
        .with(vendor::NAME, pair(line.text("zh"), line.text("en")))
        .with(vendor::KIND, line.text("kind").to_owned())
        .with(vendor::COUNTRY, line.text("country").to_owned())
        .with(vendor::STATUS, line.text("status").to_owned())
        .with(vendor::RMB_FAPIAO, line.yes("rmb"))
        .with(vendor::CHINA_WARRANTY, line.yes("warranty"))
        .with(vendor::ICP_SUPPORT, line.yes("icp"))
        .with(
            vendor::LANGUAGES,
            line.list("languages", ' ').map(str::to_owned).collect(),
        );
    if let Some(uscc) = uscc {
        record.set(vendor::USCC, uscc);
    }
    if !line.text("contact").is_empty() {
        record.set(vendor::CONTACTS, line.text("contact").to_owned());
        record.set(vendor::EMAIL, format!("{key}@{}", line.text("domain")));
    }
    record
}

fn product_record(line: &Line) -> Record {
    let mut record = Record::new()
        .with(product::NAME, pair(line.text("zh"), line.text("en")))
        .with(product::CHINA_EDITION, line.yes("china"))
        .with(product::PUBLISHER, line.text("publisher").to_owned());
    let texts = [
        (product::EDITION, "edition"),
        (product::VERSION, "version"),
        (product::CATEGORY, "category"),
        (product::TYPE, "type"),
        (product::METRIC, "metric"),
        (product::DATA, "data"),
    ];
    for (column, name) in texts {
        if !line.text(name).is_empty() {
            record.set(column, line.text(name).to_owned());
        }
    }
    let aliases: Vec<&str> = line.list("aliases", ';').collect();
    if !aliases.is_empty() {
        record.set(product::ALIASES, aliases.join("\n"));
    }
    if line.number("price") > 0 {
        record.set(
            product::LIST_PRICE,
            Money {
                amount: line.number("price") * 10_000,
                currency: "CNY".to_owned(),
            },
        );
    }
    record
}
