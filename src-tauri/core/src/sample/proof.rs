//! The evidence: contracts, certificates, fapiao files, reports, and the records each one proves.

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::Sink;
use super::company::{Company, pair};
use super::fapiao::Invoiced;
use super::orders::{Bought, Orders};
use super::paper::{self, FapiaoFile};
use crate::Result;
use crate::register::number::amount_to_text;
use crate::register::{
    AnyLinks, FileRef, Pair, Record, RowId, adjustment, authorisation, evidence, purchase,
};

/// A document before its file is in the vault.
#[derive(Debug, Clone)]
pub struct Document {
    /// Name of the file.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
    title: Pair,
    kind: &'static str,
    language: &'static str,
    dated: NaiveDate,
    valid_until: Option<NaiveDate>,
    personal: bool,
    about: (&'static str, i64),
    /// Purchase line it proves.
    purchase: Option<i64>,
    /// Authorisation it proves.
    authorisation: Option<i64>,
    /// Adjustment that rests on it.
    adjustment: Option<Record>,
}

impl Company {
    /// Writes the documents of the sample company.
    pub fn documents(&mut self, orders: &Orders) -> Vec<Document> {
        let mut documents = Vec::new();
        documents.extend((0..16).filter_map(|index| self.contract_scan(index)));
        let digital = orders
            .invoices
            .iter()
            .rev()
            .filter(|invoice| invoice.digital && invoice.net > 0);
        documents.extend(digital.take(12).map(|invoice| self.fapiao_file(invoice)));
        let lines: Vec<&Bought> = orders
            .bought
            .iter()
            .rev()
            .filter(|line| line.quantity > 0)
            .collect();
        documents.extend(
            lines
                .iter()
                .step_by(11)
                .take(14)
                .map(|line| self.certificate(line)),
        );
        documents.extend(
            lines
                .iter()
                .skip(5)
                .step_by(17)
                .take(8)
                .map(|line| self.confirmation(line)),
        );
        documents.extend((0..6).filter_map(|index| self.authorisation(index)));
        documents.extend(self.statement());
        documents.extend(
            ["m365cn", "m365e3", "swstd", "acad"]
                .iter()
                .filter_map(|key| self.usage_report(key)),
        );
        documents
    }

    fn contract_scan(&self, index: usize) -> Option<Document> {
        let contract = self.contracts.get(index * 2)?;
        let vendor = self.vendors.get(contract.vendor)?;
        let seller = if vendor.en.is_empty() {
            vendor.domain
        } else {
            vendor.en
        };
        let lines = [
            format!("Contract no. {}", contract.number),
            format!("Kind: {}", contract.kind),
            "Party A: Meridian Components (China) Co., Ltd.".to_owned(),
            format!("Party B: {seller}"),
            format!("Signed on {}", contract.signed),
            "This is a sample document of an invented company.".to_owned(),
        ];
        Some(Document {
            name: format!("{}.pdf", contract.number),
            bytes: paper::pdf("Contract", &lines.map(|line| line)),
            title: pair(
                &format!("合同扫描件 {}", contract.number),
                &format!("Contract {}, signed copy", contract.number),
            ),
            kind: "contract",
            language: "both",
            dated: contract.signed,
            valid_until: None,
            personal: false,
            about: ("contract", contract.id),
            purchase: None,
            authorisation: None,
            adjustment: None,
        })
    }

    fn fapiao_file(&self, invoice: &Invoiced) -> Document {
        let vendor = &self.vendors[invoice.vendor];
        let amount = |cents: i64| amount_to_text(cents * 100);
        let bytes = paper::fapiao_xml(&FapiaoFile {
            number: &invoice.number,
            issued: invoice.issued.to_string(),
            seller: (vendor.zh, vendor.uscc.as_deref().unwrap_or_default()),
            buyer: (
                "美瑞迪零部件（中国）有限公司",
                self.entities[invoice.entity]
                    .uscc
                    .as_deref()
                    .unwrap_or_default(),
            ),
            net: amount(invoice.net),
            tax: amount(invoice.tax),
            gross: amount(invoice.net + invoice.tax),
        });
        Document {
            name: format!("{}.xml", invoice.number),
            bytes,
            title: pair(
                &format!("数电发票 {}", invoice.number),
                &format!("Digital fapiao {}", invoice.number),
            ),
            kind: "invoice",
            language: "zh",
            dated: invoice.issued,
            valid_until: None,
            personal: false,
            about: ("invoice", invoice.id),
            purchase: None,
            authorisation: None,
            adjustment: None,
        }
    }

    fn product_name(&self, product: usize) -> (&'static str, &'static str) {
        let line = &self.products[product].line;
        let (zh, en) = (line.text("zh"), line.text("en"));
        (
            if zh.is_empty() { en } else { zh },
            if en.is_empty() { zh } else { en },
        )
    }

    fn certificate(&self, line: &Bought) -> Document {
        let (zh, en) = self.product_name(line.product);
        let lines = [
            format!("Product: {en}"),
            format!("Licensee: Meridian Components. Rights: {}", line.quantity),
            format!("Order {}", line.po_no),
            "This is a sample document of an invented company.".to_owned(),
        ];
        Document {
            name: format!("certificate-{}.pdf", line.po_no),
            bytes: paper::pdf("License certificate", &lines.map(|line| line)),
            title: pair(
                &format!("{zh} 授权证明 {}", line.po_no),
                &format!("License certificate for {en}, {}", line.po_no),
            ),
            kind: "license_certificate",
            language: "en",
            dated: line.ordered,
            valid_until: None,
            personal: false,
            about: ("license", line.license),
            purchase: Some(line.id),
            authorisation: None,
            adjustment: None,
        }
    }

    fn confirmation(&self, line: &Bought) -> Document {
        let (zh, en) = self.product_name(line.product);
        let vendor = &self.vendors[line.vendor];
        let text = format!(
            "订单确认 Order confirmation\r\n订单号 PO: {}\r\n供应商 Vendor: {} {}\r\n产品 Product: {zh} / {en}\r\n数量 Quantity: {}\r\n",
            line.po_no, vendor.zh, vendor.en, line.quantity
        );
        Document {
            name: format!("order-{}.txt", line.po_no),
            bytes: text.into_bytes(),
            title: pair(
                &format!("订单确认书 {}", line.po_no),
                &format!("Order confirmation {}", line.po_no),
            ),
            kind: "order_confirmation",
            language: "both",
            dated: line.ordered,
            valid_until: None,
            personal: false,
            about: ("license", line.license),
            purchase: Some(line.id),
            authorisation: None,
            adjustment: None,
        }
    }

    /// Reseller authorisations; the second has lapsed.
    fn authorisation(&self, index: usize) -> Option<Document> {
        let vendor = self.vendors.get(index)?;
        let dated = if index == 1 {
            self.ago(400)
        } else {
            self.ago(120)
        };
        let name = if vendor.zh.is_empty() {
            vendor.en
        } else {
            vendor.zh
        };
        let english = if vendor.en.is_empty() {
            vendor.domain
        } else {
            vendor.en
        };
        let lines = [
            format!("{english} is authorized to resell in mainland China."),
            "This is a sample document of an invented company.".to_owned(),
        ];
        Some(Document {
            name: format!("authorization-{}.pdf", vendor.key),
            bytes: paper::pdf("Reseller authorization", &lines.map(|line| line)),
            title: if index == 4 {
                pair(&format!("经销商授权书 {name}"), "")
            } else {
                pair(
                    &format!("经销商授权书 {name}"),
                    &format!("Reseller authorization, {english}"),
                )
            },
            kind: "authorisation",
            language: "en",
            dated,
            valid_until: dated.checked_add_months(Months::new(12)),
            personal: false,
            about: ("vendor", vendor.id),
            purchase: None,
            adjustment: None,
            authorisation: (self.authorisations.iter())
                .find(|(vendor, _)| *vendor == index)
                .map(|(_, id)| *id),
        })
    }

    /// What a publisher confirmed before the order came: the position is corrected by hand until then.
    fn statement(&self) -> Option<Document> {
        let mut products = self.products.iter();
        let product = products.find(|product| product.line.text("key") == "labview")?;
        let lines = [
            "NI confirms that two rights moved from the Milan plant to Suzhou.".to_owned(),
            "This is a sample document of an invented company.".to_owned(),
        ];
        let dated = self.ago(23);
        let reason = "NI 书面确认自米兰工厂转入 2 个授权，订单尚未补签。\n\
            NI confirmed in writing that two rights moved from Milan; the order is still to come.";
        let adjustment = Record::new()
            .with(adjustment::PRODUCT, RowId(product.id))
            .with(adjustment::QUANTITY, 2)
            .with(
                adjustment::ENTITY,
                RowId(self.entities[self.sites[1].entity].id),
            )
            .with(adjustment::SITE, RowId(self.sites[1].id))
            .with(adjustment::REASON, reason.to_owned())
            .with(adjustment::STARTS, dated)
            .with(adjustment::APPROVER, RowId(self.people[3].id));
        Some(Document {
            name: "statement-labview.pdf".to_owned(),
            bytes: paper::pdf("Publisher's statement", &lines.map(|line| line)),
            title: pair(
                "NI 授权转移确认函",
                "NI, confirmation of transferred rights",
            ),
            kind: "publisher_statement",
            language: "en",
            dated,
            valid_until: None,
            personal: false,
            about: ("product", product.id),
            purchase: None,
            authorisation: None,
            adjustment: Some(adjustment),
        })
    }

    fn usage_report(&mut self, key: &str) -> Option<Document> {
        let product = self
            .products
            .iter()
            .position(|product| product.line.text("key") == key)?;
        let license = self
            .licenses
            .iter()
            .find(|license| license.product == product)?
            .id;
        let days: Vec<NaiveDate> = (1..=30).rev().map(|back| self.ago(back)).collect();
        let mut rows = Vec::new();
        for day in days {
            rows.push(vec![
                day.to_string(),
                self.random.between(18, 160).to_string(),
            ]);
        }
        let (zh, en) = self.product_name(product);
        Some(Document {
            name: format!("usage-{key}-{}.csv", self.today.format("%Y-%m")),
            bytes: paper::csv(&["日期 Date", "活跃用户 Active users"], &rows),
            title: pair(
                &format!("{zh} 近 30 天使用报告"),
                &format!("{en}, usage of the last 30 days"),
            ),
            kind: "report",
            language: "both",
            dated: self.ago(1),
            valid_until: None,
            personal: false,
            about: ("license", license),
            purchase: None,
            authorisation: None,
            adjustment: None,
        })
    }
}

impl Document {
    /// Records the evidence, and on the purchase line that it proves it.
    pub fn put(&self, file: FileRef, received: DateTime<Utc>, sink: &mut dyn Sink) -> Result<()> {
        let mut record = Record::new()
            .with(evidence::TITLE, self.title.clone())
            .with(evidence::KIND, self.kind.to_owned())
            .with(evidence::FILES, vec![file])
            .with(evidence::RECEIVED, received)
            .with(evidence::DATED, self.dated)
            .with(evidence::LANGUAGE, self.language.to_owned())
            .with(evidence::PERSONAL_DATA, self.personal)
            .with(evidence::MAY_LEAVE, !self.personal)
            .with(evidence::ABOUT, AnyLinks(vec![self.about]));
        if let Some(day) = self.valid_until {
            record.set(evidence::VALID_UNTIL, day);
        }
        let id = sink.put(&evidence::REGISTER, record)?;
        if let Some(line) = self.purchase {
            sink.change(
                &purchase::REGISTER,
                line,
                Record::new().with(purchase::DOCUMENTS, vec![id]),
            )?;
        }
        if let Some(adjustment) = &self.adjustment {
            let resting = adjustment.clone().with(adjustment::EVIDENCE, RowId(id));
            sink.put(&adjustment::REGISTER, resting)?;
        }
        if let Some(row) = self.authorisation {
            sink.change(
                &authorisation::REGISTER,
                row,
                Record::new().with(authorisation::DOCUMENTS, vec![id]),
            )?;
        }
        Ok(())
    }
}
