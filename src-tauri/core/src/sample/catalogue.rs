//! What can be bought and from whom: vendors, products, contracts and tenants.

use chrono::{Months, NaiveDate};

use super::Sink;
use super::company::{Company, pair, workday};
use super::numbers;
use super::table::{self, Line};
use crate::Result;
use crate::register::{Money, Record, RowId, contract, product, tenant, vendor};

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

/// A contract with a vendor.
#[derive(Debug, Clone)]
pub struct Contract {
    pub id: i64,
    pub vendor: usize,
    pub kind: &'static str,
    pub number: String,
    pub signed: NaiveDate,
}

/// A cloud tenant.
#[derive(Debug, Clone)]
pub struct Tenant {
    pub id: i64,
    pub kind: &'static str,
}

/// Name, kind, domain, entity, region, users, network, carrier, identity, missing.
const TENANTS: [(&str, &str, &str, usize, &str, i64, &str, &str, &str, &str); 5] = [
    (
        "Meridian Global",
        "m365_global",
        "meridian-components.example",
        0,
        "EU (Netherlands, Ireland)",
        118,
        "sdwan",
        "中国电信国际 China Telecom Global",
        "Entra ID, federated with Milan AD",
        "",
    ),
    (
        "Meridian China 世纪互联",
        "m365_21vianet",
        "meridian-cn.example",
        1,
        "中国 China East 2, North 2",
        352,
        "none",
        "",
        "Entra ID (China), synchronised with Shanghai AD",
        "Copilot; Viva; Teams Phone; 跨租户访问 cross-tenant access",
    ),
    (
        "Meridian Azure Global",
        "azure_global",
        "azure.meridian-components.example",
        0,
        "West Europe",
        34,
        "private_line",
        "中国联通 China Unicom",
        "Entra ID",
        "",
    ),
    (
        "Meridian Azure China",
        "azure_21vianet",
        "azure.meridian-cn.example",
        1,
        "中国东部 2 China East 2",
        21,
        "none",
        "",
        "Entra ID (China)",
        "部分 AI 服务 some AI services",
    ),
    (
        "Meridian CRM",
        "other_saas",
        "meridian.crm.example",
        0,
        "EU (Germany)",
        42,
        "accelerated_breakout",
        "中国电信国际 China Telecom Global",
        "SAML with Entra ID",
        "",
    ),
];

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
        for (name, kind, domain, entity, region, users, network, carrier, identity, missing) in
            TENANTS
        {
            let mut record = Record::new()
                .with(tenant::NAME, name.to_owned())
                .with(tenant::KIND, kind.to_owned())
                .with(tenant::DOMAIN, domain.to_owned())
                .with(tenant::ENTITY, RowId(self.entities[entity].id))
                .with(tenant::REGION, region.to_owned())
                .with(tenant::USERS, users)
                .with(tenant::NETWORK, network.to_owned())
                .with(tenant::IDENTITY, identity.to_owned());
            if !carrier.is_empty() {
                record.set(tenant::CARRIER, carrier.to_owned());
            }
            if !missing.is_empty() {
                record.set(tenant::MISSING, missing.to_owned());
            }
            let id = sink.put(&tenant::REGISTER, record)?;
            self.tenants.push(Tenant { id, kind });
        }
        Ok(())
    }

    /// Makes the contracts: with each vendor one or more, some in one language only.
    pub fn contracts(&mut self, sink: &mut dyn Sink) -> Result<()> {
        for index in 0..self.vendors.len() {
            let kinds: &[usize] = match index {
                0..=12 if index % 2 == 0 => &[0, 1, 2],
                0..=12 => &[0, 1],
                _ if index % 3 == 0 => &[3],
                _ => &[],
            };
            for kind in kinds {
                self.contract(index, *kind, sink)?;
            }
        }
        for index in [3, 7, 12] {
            self.contract(index, 4, sink)?;
        }
        Ok(())
    }

    fn contract(&mut self, vendor: usize, kind: usize, sink: &mut dyn Sink) -> Result<()> {
        let (kind, zh, en) = CONTRACTS[kind];
        let domestic = self.vendors[vendor].region.is_some();
        let languages = match (domestic, self.random.below(10)) {
            (_, 0..=5) => "both",
            (true, _) => "zh",
            (false, _) => "en",
        };
        let age = self.random.between(720, 1_090);
        let signed = workday(self.ago(age));
        let months = if kind == "framework" {
            36
        } else {
            12 * self.random.between(1, 3)
        };
        let months = u32::try_from(months).unwrap_or(12);
        let ends = signed
            .checked_add_months(Months::new(months))
            .unwrap_or(signed);
        let number = format!(
            "MC-{}-{:03}",
            signed.format("%Y"),
            self.contracts.len() + 11
        );
        let place = usize::from(domestic);
        let amount = self.random.between(20, 900) * 1_000;
        let record = Record::new()
            .with(contract::NUMBER, number.clone())
            .with(
                contract::TITLE,
                match languages {
                    "zh" => pair(zh, ""),
                    "en" => pair("", en),
                    _ => pair(zh, en),
                },
            )
            .with(contract::VENDOR, RowId(self.vendors[vendor].id))
            .with(contract::ENTITY, RowId(self.entities[place].id))
            .with(contract::KIND, kind.to_owned())
            .with(
                contract::STATUS,
                if ends < self.today { "ended" } else { "active" }.to_owned(),
            )
            .with(
                contract::OWNER,
                RowId(self.people[self.contracts.len() % 3].id),
            )
            .with(contract::LANGUAGES, languages.to_owned())
            .with(
                contract::PREVAILING,
                match languages {
                    "both" if self.random.percent(25) => "none",
                    "en" => "en",
                    _ => "zh",
                }
                .to_owned(),
            )
            .with(
                contract::LAW,
                if domestic {
                    "中国法律 PRC law"
                } else {
                    "Italian law"
                }
                .to_owned(),
            )
            .with(contract::SIGNED, signed)
            .with(contract::STARTS, signed)
            .with(contract::ENDS, ends)
            .with(contract::AUTO_RENEW, self.random.percent(40))
            .with(contract::RENEWAL_MONTHS, 12)
            .with(
                contract::NOTICE_DAYS,
                *self.random.pick(&[30, 60, 90]).unwrap_or(&30),
            )
            .with(
                contract::AMOUNT,
                Money {
                    amount: amount * 10_000,
                    currency: self.vendors[vendor].currency.to_owned(),
                },
            );
        let id = sink.put(&contract::REGISTER, record)?;
        self.contracts.push(Contract {
            id,
            vendor,
            kind,
            number,
            signed,
        });
        Ok(())
    }
}

/// Kind and title of a contract.
const CONTRACTS: [(&str, &str, &str); 5] = [
    (
        "framework",
        "软件采购框架协议",
        "Framework agreement for software purchases",
    ),
    (
        "subscription",
        "软件订阅服务合同",
        "Software subscription agreement",
    ),
    (
        "maintenance",
        "软件维保服务合同",
        "Software maintenance agreement",
    ),
    ("service", "信息技术服务合同", "IT services agreement"),
    ("dpa", "数据处理协议", "Data processing agreement"),
];

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
