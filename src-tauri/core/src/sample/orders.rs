//! Orders: the lines bought together from one vendor, and the purchase lines they leave in the record.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Sink;
use super::company::{Company, workday};
use super::fapiao::{Amounts, Invoiced, money};
use super::pools::Planned;
use crate::Result;
use crate::register::{Micros, Record, RowId, purchase};

/// Orders of a hundred whose fapiao never reached the record.
const WITHOUT_FAPIAO: usize = 9;

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
}
