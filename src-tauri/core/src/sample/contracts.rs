//! The contracts: with each vendor one or more, some in one language only.

use chrono::{Months, NaiveDate};

use super::Sink;
use super::company::{Company, PARENT, WFOE, pair, workday};
use crate::Result;
use crate::register::{Money, Record, RowId, contract};

/// A contract with a vendor.
#[derive(Debug, Clone)]
pub struct Contract {
    pub id: i64,
    pub vendor: usize,
    pub kind: &'static str,
    pub number: String,
    pub signed: NaiveDate,
    pub ends: NaiveDate,
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

impl Company {
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
        // the framework covers every order the record goes back to
        let oldest = if kind == "framework" { 960 } else { 720 };
        let age = self.random.between(oldest, 1_080);
        let signed = workday(self.ago(age));
        let months = if kind == "framework" {
            12 * self.random.between(3, 4)
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
        let party = if domestic { WFOE } else { PARENT };
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
            .with(contract::ENTITY, RowId(self.entities[party].id))
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
            .with(
                contract::RENEWAL,
                if self.random.percent(40) {
                    "tacit"
                } else {
                    "express"
                }
                .to_owned(),
            )
            .with(contract::RENEWAL_MONTHS, 12)
            .with(
                contract::NOTICE,
                *self.random.pick(&[30, 60, 90]).unwrap_or(&30),
            )
            .with(contract::NOTICE_UNIT, "days".to_owned())
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
            ends,
        });
        Ok(())
    }
}
