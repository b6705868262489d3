//! Orders: the lines bought together from one vendor, their fapiao and its lines, which add up to the cent.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::Sink;
use super::company::{Company, pair, workday};
use super::numbers::{self, FapiaoNumber};
use super::pools::Planned;
use crate::Result;
use crate::register::{Micros, Money, Record, RowId, invoice, invoice_line, purchase};

/// Orders of a hundred whose fapiao never reached the record.
const WITHOUT_FAPIAO: usize = 12;

/// An invoice just made, as evidence and red-letter fapiao refer to it.
#[derive(Debug, Clone)]
pub struct Invoiced {
    pub id: i64,
    pub number: String,
    pub vendor: usize,
    pub entity: usize,
    pub issued: NaiveDate,
    pub net: i64,
    pub tax: i64,
    pub special: bool,
    pub digital: bool,
}

/// A purchase line just made.
#[derive(Debug, Clone)]
pub struct Bought {
    pub id: i64,
    pub license: i64,
    pub product: usize,
    pub vendor: usize,
    pub ordered: NaiveDate,
    pub quantity: i64,
    pub po_no: String,
    /// Index into [`Orders::invoices`].
    pub invoice: Option<usize>,
}

/// What ordering made.
#[derive(Debug, Default)]
pub struct Orders {
    pub invoices: Vec<Invoiced>,
    pub bought: Vec<Bought>,
}

/// Net and tax of one line, in cents.
struct Amounts {
    gross: i64,
    net: i64,
    tax: i64,
}

impl Amounts {
    fn of(line: &Planned) -> Self {
        let sign = if line.effect == "return" { -1 } else { 1 };
        let gross = line.price * line.quantity * sign;
        let net = numbers::net_of(gross, line.vat);
        Self {
            gross,
            net,
            tax: gross - net,
        }
    }
}

impl Company {
    /// Orders the lines: what one entity buys from one vendor on one day is one order.
    pub fn orders(&mut self, lines: Vec<Planned>, sink: &mut dyn Sink) -> Result<Orders> {
        let mut orders: BTreeMap<(NaiveDate, usize, usize), Vec<Planned>> = BTreeMap::new();
        let mut returns = Vec::new();
        for line in lines {
            if line.effect == "return" {
                returns.push(line);
            } else {
                orders
                    .entry((line.ordered, line.vendor, line.entity))
                    .or_default()
                    .push(line);
            }
        }
        let mut made = Orders::default();
        for lines in orders.into_values() {
            self.order(&lines, None, &mut made, sink)?;
        }
        for line in returns {
            let first = made
                .bought
                .iter()
                .find(|bought| bought.license == line.license && bought.invoice.is_some());
            let blue = first.and_then(|bought| bought.invoice);
            self.order(&[line], blue, &mut made, sink)?;
        }
        Ok(made)
    }

    /// One order: its fapiao unless that is missing, and its purchase lines. `blue` is the fapiao a return reverses.
    fn order(
        &mut self,
        lines: &[Planned],
        blue: Option<usize>,
        made: &mut Orders,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let Some(first) = lines.first() else {
            return Ok(());
        };
        let po_no = format!(
            "PO-{}-{:04}",
            first.ordered.format("%y"),
            100 + self.purchases
        );
        self.purchases += 1;
        let issued = workday(self.later(first.ordered, 4, 24));
        let missing =
            blue.is_none() && (first.effect == "return" || self.random.percent(WITHOUT_FAPIAO));
        let number = if missing || issued > self.today {
            None
        } else {
            let reversed = blue.map(|index| made.invoices[index].clone());
            made.invoices
                .push(self.invoice(lines, issued, reversed.as_ref(), sink)?);
            Some(made.invoices.len() - 1)
        };
        for line in lines {
            let invoice = number.map(|index| made.invoices[index].id);
            let record = self.purchase_record(line, &po_no, invoice);
            let id = sink.put(&purchase::REGISTER, record)?;
            made.bought.push(Bought {
                id,
                license: line.license,
                product: line.product,
                vendor: line.vendor,
                ordered: line.ordered,
                quantity: line.quantity,
                po_no: po_no.clone(),
                invoice: number,
            });
        }
        Ok(())
    }

    fn purchase_record(&self, line: &Planned, po_no: &str, invoice: Option<i64>) -> Record {
        let currency = self.vendors[line.vendor].currency;
        let amounts = Amounts::of(line);
        let mut record = Record::new()
            .with(purchase::LICENSE, RowId(line.license))
            .with(purchase::EFFECT, line.effect.to_owned())
            .with(purchase::QUANTITY, line.quantity)
            .with(purchase::STARTS, line.starts)
            .with(purchase::VENDOR, RowId(self.vendors[line.vendor].id))
            .with(purchase::PO_NO, po_no.to_owned())
            .with(purchase::ORDERED, line.ordered)
            .with(purchase::UNIT_PRICE, Micros(line.price * 10_000))
            .with(purchase::AMOUNT, money(amounts.gross, currency));
        if let Some(ends) = line.ends {
            record.set(purchase::ENDS, ends);
        }
        if let Some((day, rate)) = self.rate(currency, line.ordered) {
            record.set(purchase::RATE, Micros(rate));
            record.set(purchase::RATE_DATE, day);
        }
        if let Some(invoice) = invoice {
            record.set(purchase::INVOICE, RowId(invoice));
        }
        if let Some(contract) = line.contract {
            record.set(purchase::CONTRACT, RowId(self.contracts[contract].id));
        }
        record
    }

    fn invoice(
        &mut self,
        lines: &[Planned],
        issued: NaiveDate,
        blue: Option<&Invoiced>,
        sink: &mut dyn Sink,
    ) -> Result<Invoiced> {
        let (vendor_index, entity) = lines
            .first()
            .map_or((0, 0), |line| (line.vendor, line.entity));
        let sums = lines
            .iter()
            .map(Amounts::of)
            .fold((0, 0), |sum, line| (sum.0 + line.net, sum.1 + line.tax));
        let number = self.invoice_number(vendor_index, issued, blue);
        let vendor = self.vendors[vendor_index].clone();
        let currency = vendor.currency;
        let printed = if vendor.region.is_some() {
            vendor.zh
        } else {
            vendor.en
        };
        let mut record = Record::new()
            .with(invoice::KIND, number.kind.to_owned())
            .with(invoice::NUMBER, number.number.clone())
            .with(invoice::ISSUED, issued)
            .with(
                invoice::DESCRIPTION,
                self.description(lines, blue.is_some()),
            )
            .with(invoice::VENDOR, RowId(vendor.id))
            .with(invoice::SELLER, printed.to_owned())
            .with(invoice::BUYER, RowId(self.entities[entity].id))
            .with(invoice::NET, money(sums.0, currency))
            .with(invoice::TAX, money(sums.1, currency))
            .with(invoice::GROSS, money(sums.0 + sums.1, currency));
        let texts = [
            (invoice::CODE, number.code.clone()),
            (invoice::SELLER_TAX_NO, vendor.uscc.clone()),
            (invoice::BUYER_TAX_NO, self.entities[entity].uscc.clone()),
        ];
        for (column, text) in texts {
            if let Some(text) = text {
                record.set(column, text);
            }
        }
        if let Some(blue) = blue {
            record.set(invoice::RED_LETTER_OF, RowId(blue.id));
            record.set(invoice::NOTE, self.red_note(blue, issued));
        }
        self.handling(&mut record, issued, vendor.region.is_some());
        let id = sink.put(&invoice::REGISTER, record)?;
        if self.large {
            sink.put(
                &invoice_line::REGISTER,
                by_list(id, lines, sums.0, sums.1, currency),
            )?;
        } else {
            for line in lines {
                let record = self.invoice_line(line, id, currency);
                sink.put(&invoice_line::REGISTER, record)?;
            }
        }
        Ok(Invoiced {
            id,
            vendor: vendor_index,
            entity,
            issued,
            net: sums.0,
            tax: sums.1,
            special: number.kind.ends_with("special"),
            digital: number.kind.starts_with("e_"),
            number: number.number,
        })
    }

    fn invoice_number(
        &mut self,
        vendor: usize,
        issued: NaiveDate,
        blue: Option<&Invoiced>,
    ) -> FapiaoNumber {
        self.invoices += 1;
        let Some(region) = self.vendors[vendor].region else {
            return FapiaoNumber {
                kind: "foreign",
                number: format!("{}/{:05}", issued.format("%Y"), self.invoices * 7 + 300),
                code: None,
            };
        };
        let special = blue.map_or_else(|| self.random.percent(86), |blue| blue.special);
        numbers::fapiao(&mut self.random, region, issued, special, self.invoices)
    }

    fn description(&self, lines: &[Planned], red: bool) -> crate::register::Pair {
        let first = lines.first().map(|line| &self.products[line.product].line);
        let name = |column: &str, other: &str| {
            first.map_or("", |line| {
                if line.text(column).is_empty() {
                    line.text(other)
                } else {
                    line.text(column)
                }
            })
        };
        let (zh, en) = (name("zh", "en"), name("en", "zh"));
        match (red, lines.len()) {
            (true, _) => pair(
                &format!("红字：退回 {zh}"),
                &format!("Red-letter: return of {en}"),
            ),
            (_, 1) => pair(zh, en),
            (_, count) => pair(
                &format!("{zh} 等 {count} 项"),
                &format!("{en} and {} more", count - 1),
            ),
        }
    }

    fn red_note(&mut self, blue: &Invoiced, issued: NaiveDate) -> String {
        let form = format!("310115{}{}", issued.format("%y%m"), self.random.digits(10));
        format!(
            "被红冲蓝字数电发票号码：{} 红字发票信息确认单编号：{form}",
            blue.number
        )
    }

    /// Verified within days, booked within weeks, paid at the end of the term: as far as these days have come.
    fn handling(&mut self, record: &mut Record, issued: NaiveDate, domestic: bool) {
        let mut on = |least: i64, most: i64, percent: usize| {
            let day = workday(self.later(issued, least, most));
            (day <= self.today && self.random.percent(percent)).then_some(day)
        };
        let (verified, booked, paid) = (on(1, 6, 88), on(5, 16, 96), on(28, 62, 97));
        let days = [
            (invoice::VERIFIED, verified.filter(|_| domestic)),
            (invoice::BOOKED, booked),
            (invoice::PAID, paid),
        ];
        for (column, day) in days {
            if let Some(day) = day {
                record.set(column, day);
            }
        }
    }

    fn invoice_line(&self, line: &Planned, invoice_id: i64, currency: &str) -> Record {
        let product = &self.products[line.product].line;
        let domestic = self.vendors[line.vendor].region.is_some();
        let own = |first: &str, second: &str| {
            let text = product.text(first);
            if text.is_empty() {
                product.text(second)
            } else {
                text
            }
        };
        let name = match (domestic, line.vat) {
            (true, 13) => format!("*软件*{}", own("zh", "en")),
            (true, _) => format!("*信息技术服务*{}", own("zh", "en")),
            _ => own("en", "zh").to_owned(),
        };
        let spec = [product.text("edition"), product.text("version")].join(" ");
        let amounts = Amounts::of(line);
        let quantity = if line.effect == "return" {
            -line.quantity
        } else {
            line.quantity
        };
        let mut record = Record::new()
            .with(invoice_line::INVOICE, RowId(invoice_id))
            .with(invoice_line::NAME, name)
            .with(
                invoice_line::UNIT,
                if domestic { "套" } else { "pcs" }.to_owned(),
            )
            .with(invoice_line::QUANTITY, Micros(quantity * 1_000_000))
            .with(
                invoice_line::UNIT_PRICE,
                Micros(amounts.net * 10_000 / quantity.max(1)),
            )
            .with(invoice_line::NET, money(amounts.net, currency))
            .with(invoice_line::TAX_RATE, Micros(line.vat * 1_000_000))
            .with(invoice_line::TAX, money(amounts.tax, currency));
        if quantity < 0 {
            record.set(
                invoice_line::UNIT_PRICE,
                Micros(amounts.net * 10_000 / quantity),
            );
        }
        if !spec.trim().is_empty() {
            record.set(invoice_line::SPEC, spec.trim().to_owned());
        }
        record
    }

    /// One fapiao keyed in twice by two people, as happens.
    pub fn fapiao_twice(&mut self, made: &Orders, sink: &mut dyn Sink) -> Result<()> {
        let Some(first) = made.invoices.iter().rev().find(|invoice| invoice.digital) else {
            return Ok(());
        };
        let currency = self.vendors[first.vendor].currency;
        let issued = first
            .issued
            .checked_add_days(Days::new(1))
            .unwrap_or(first.issued);
        let record = Record::new()
            .with(
                invoice::KIND,
                if first.special {
                    "e_special"
                } else {
                    "e_ordinary"
                }
                .to_owned(),
            )
            .with(invoice::NUMBER, first.number.clone())
            .with(invoice::ISSUED, issued)
            .with(invoice::VENDOR, RowId(self.vendors[first.vendor].id))
            .with(invoice::BUYER, RowId(self.entities[first.entity].id))
            .with(invoice::GROSS, money(first.net + first.tax, currency));
        sink.put(&invoice::REGISTER, record)?;
        Ok(())
    }
}

/// The one line of a fapiao that refers to a list of goods.
fn by_list(invoice: i64, lines: &[Planned], net: i64, tax: i64, currency: &str) -> Record {
    Record::new()
        .with(invoice_line::INVOICE, RowId(invoice))
        .with(invoice_line::NAME, "*软件*详见销货清单".to_owned())
        .with(invoice_line::QUANTITY, Micros(1_000_000))
        .with(invoice_line::UNIT_PRICE, Micros(net * 10_000))
        .with(invoice_line::NET, money(net, currency))
        .with(
            invoice_line::TAX_RATE,
            Micros(lines.first().map_or(0, |line| line.vat) * 1_000_000),
        )
        .with(invoice_line::TAX, money(tax, currency))
}

/// Cents as money.
pub fn money(cents: i64, currency: &str) -> Money {
    Money {
        amount: cents * 100,
        currency: currency.to_owned(),
    }
}
