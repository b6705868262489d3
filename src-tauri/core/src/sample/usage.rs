//! How much is used: reports of the cloud services by person, and the peaks of the license servers.

use chrono::{Datelike, Months, NaiveDate};

use super::Sink;
use super::company::Company;
use super::holders::Held;
use crate::Result;
use crate::register::{Record, RowId, usage};

/// Of a hundred people who hold a cloud right, those the reports name one by one.
const REPORTED: usize = 22;
/// Counted by concurrent use and hardly used: one of the two largest savings. [`super::holders::LET_LIE`] is the other.
const SELDOM_USED: &str = "ansys";
/// Months of peaks kept for software counted by concurrent use.
const MONTHS: u32 = 4;

impl Company {
    /// Makes the use of what is held.
    pub fn usage(&mut self, held: &[Held], sink: &mut dyn Sink) -> Result<()> {
        for held in held {
            let model = self.products[self.licenses[held.license].product]
                .line
                .text("model");
            if matches!(model, "saas" | "subscription") && self.random.percent(REPORTED) {
                self.report(held, sink)?;
            }
        }
        for index in 0..self.licenses.len() {
            let metric = self.products[self.licenses[index].product]
                .line
                .text("metric");
            if metric == "concurrent" {
                for back in 1..=MONTHS {
                    self.peak(index, back, sink)?;
                }
            }
        }
        Ok(())
    }

    /// The last whole month: first and last day, `back` months before the running one.
    pub fn month(&self, back: u32) -> (NaiveDate, NaiveDate) {
        let first = self.today.with_day(1).unwrap_or(self.today);
        let starts = first.checked_sub_months(Months::new(back)).unwrap_or(first);
        let next = starts.checked_add_months(Months::new(1)).unwrap_or(first);
        (starts, next.pred_opt().unwrap_or(next))
    }

    fn report(&mut self, held: &Held, sink: &mut dyn Sink) -> Result<()> {
        let license = self.licenses[held.license].clone();
        let starts = self.month(3).0;
        let ends = self.month(1).1;
        let dormant = self.random.percent(14);
        let days = self.random.between(0, 40).unsigned_abs();
        let last = if dormant {
            self.ago(150)
        } else {
            ends.checked_sub_days(chrono::Days::new(days))
                .unwrap_or(ends)
        };
        let measure = if self.products[license.product].line.text("model") == "saas" {
            "sign_ins"
        } else {
            "active"
        };
        let most = if measure == "active" { 62 } else { 240 };
        let amount = if dormant {
            0
        } else {
            self.random.between(4, most)
        };
        let mut record = Record::new()
            .with(usage::LICENSE, RowId(license.id))
            .with(usage::PERSON, RowId(self.people[held.person].id))
            .with(usage::STARTS, starts)
            .with(usage::ENDS, ends)
            .with(usage::MEASURE, measure.to_owned())
            .with(usage::AMOUNT, amount)
            .with(usage::LAST_USED, last)
            .with(usage::SOURCE, "provider_report".to_owned());
        let kind = match self.products[license.product].line.text("key") {
            "m365e3" => "m365_global",
            "m365cn" => "m365_21vianet",
            "salesforce" => "other_saas",
            _ => "",
        };
        if let Some(tenant) = self.tenants.iter().find(|tenant| tenant.kind == kind) {
            record.set(usage::TENANT, RowId(tenant.id));
        }
        sink.put(&usage::REGISTER, record)?;
        Ok(())
    }

    fn peak(&mut self, index: usize, back: u32, sink: &mut dyn Sink) -> Result<()> {
        let license = self.licenses[index].clone();
        let (starts, ends) = self.month(back);
        let peak = (license.rights * self.random.between(45, 100) / 100).max(1);
        let key = self.products[license.product].line.text("key");
        let peak = if SELDOM_USED == key { 1 } else { peak };
        let on = self.later(starts, 1, 26);
        let record = Record::new()
            .with(usage::LICENSE, RowId(license.id))
            .with(usage::PRODUCT, RowId(self.products[license.product].id))
            .with(usage::STARTS, starts)
            .with(usage::ENDS, ends)
            .with(usage::MEASURE, "hours".to_owned())
            .with(usage::AMOUNT, peak * self.random.between(60, 130))
            .with(usage::PEAK, peak)
            .with(usage::PEAK_ON, on)
            .with(usage::LAST_USED, ends)
            .with(
                usage::SOURCE,
                if back == 1 { "screenshot" } else { "log" }.to_owned(),
            );
        sink.put(&usage::REGISTER, record)?;
        Ok(())
    }
}
