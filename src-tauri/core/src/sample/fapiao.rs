//! Fapiao and foreign invoices with their lines, which add up to the cent.

use chrono::{Days, NaiveDate};

use super::Sink;
use super::company::{Company, pair, workday};
use super::numbers::{self, FapiaoNumber};
use super::orders::Orders;
use super::pools::Planned;
use crate::Result;
use crate::register::{Micros, Money, Pair, Record, RowId, invoice, invoice_line};

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

/// Net and tax of one line, in cents.
pub struct Amounts {
    pub gross: i64,
    pub net: i64,
    pub tax: i64,
}

impl Amounts {
    /// What a planned line costs; negative when it is given back.
    pub fn of(line: &Planned) -> Self {
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
    /// The fapiao, or abroad the invoice, of an order. `blue` is the one it reverses.
    pub fn invoice(
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

    fn description(&self, lines: &[Planned], red: bool) -> Pair {
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
