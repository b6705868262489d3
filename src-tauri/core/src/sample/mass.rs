//! The same company grown large, for measuring: as many licenses as asked for, and people, devices and use in proportion.

use std::ops::Range;

use chrono::Months;

use super::Sink;
use super::company::{Company, SITES, workday};
use super::people::Names;
use super::pools::Planned;
use crate::Result;
use crate::register::{Record, RowId, assignment, deployment, license, usage};

/// Licenses bought together.
const TOGETHER: usize = 10;

impl Company {
    /// Makes the licenses of this range and answers with the lines to be ordered for them.
    pub fn more_licenses(
        &mut self,
        range: Range<usize>,
        sink: &mut dyn Sink,
    ) -> Result<Vec<Planned>> {
        let mut planned = Vec::with_capacity(range.len());
        let mut order = (0, 0, self.today);
        for index in range {
            if index % TOGETHER == 0 {
                let days = self.random.between(20, 1_000);
                order = (
                    self.random.below(self.vendors.len()),
                    self.random.below(SITES),
                    workday(self.ago(days)),
                );
            }
            let (vendor, site, ordered) = order;
            let product = self.random.below(self.products.len());
            let line = self.products[product].line.clone();
            let ends = ordered
                .checked_add_months(Months::new(12 * u32::try_from(1 + index % 4).unwrap_or(1)));
            let ends = ends.filter(|_| matches!(line.text("model"), "saas" | "subscription"));
            let mut record = Record::new()
                .with(license::PRODUCT, RowId(self.products[product].id))
                .with(license::MODEL, line.text("model").to_owned())
                .with(license::METRIC, line.text("metric").to_owned())
                .with(license::STATUS, "active".to_owned())
                .with(
                    license::ENTITY,
                    RowId(self.entities[self.sites[site].entity].id),
                )
                .with(license::SITE, RowId(self.sites[site].id))
                .with(license::VENDOR, RowId(self.vendors[vendor].id))
                .with(license::OWNER, RowId(self.people[index % 8].id))
                .with(license::STARTS, ordered);
            if let Some(ends) = ends {
                record.set(license::ENDS, ends);
            }
            let id = sink.put(&license::REGISTER, record)?;
            self.many.push(id);
            planned.push(Planned {
                license: id,
                product,
                effect: "add",
                quantity: self.random.between(1, 60),
                starts: ordered,
                ends,
                ordered,
                vendor,
                entity: self.sites[site].entity,
                contract: None,
                price: (line.number("price") * 100).max(10_000),
                vat: if self.vendors[vendor].region.is_some() {
                    13
                } else {
                    0
                },
            });
        }
        Ok(planned)
    }

    /// Makes this many more people, with their computers and the servers they need.
    pub fn more_people(
        &mut self,
        names: &mut Names,
        count: usize,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let from = self.people.len();
        self.people(names, count, sink)?;
        self.more_computers(from, sink)
    }

    /// Rows of a person, only now and then one who has left, and of the computer they use or stand before.
    fn user(&mut self) -> (i64, i64) {
        let mut draw = || self.random.below(self.people.len());
        let (first, second) = (draw(), draw());
        let left = self.people[first].left.is_some();
        let person = &self.people[if left { second } else { first }];
        let device = person
            .device
            .unwrap_or_else(|| self.random.below(self.devices.len()));
        (person.id, self.devices[device].id)
    }

    /// Hands out this many rights of the many licenses, and installs and reports as many.
    pub fn more_use(&mut self, range: Range<usize>, sink: &mut dyn Sink) -> Result<()> {
        for index in range {
            let license = self.random.pick(&self.many).copied().unwrap_or_default();
            let (person, device) = self.user();
            let days = self.random.between(30, 900);
            let record = Record::new()
                .with(assignment::LICENSE, RowId(license))
                .with(assignment::PERSON, RowId(person))
                .with(assignment::STARTS, self.ago(days));
            sink.put(&assignment::REGISTER, record)?;
            let product = self.random.below(self.products.len());
            let record = Record::new()
                .with(deployment::PRODUCT, RowId(self.products[product].id))
                .with(deployment::DEVICE, RowId(device))
                .with(deployment::INSTALLED, self.ago(days))
                .with(deployment::SOURCE, "scan".to_owned())
                .with(deployment::FOUND, self.ago(days.min(20)));
            sink.put(&deployment::REGISTER, record)?;
            if index % 2 == 0 {
                let record = Record::new()
                    .with(usage::LICENSE, RowId(license))
                    .with(usage::PERSON, RowId(person))
                    .with(usage::STARTS, self.ago(90))
                    .with(usage::ENDS, self.ago(1))
                    .with(usage::MEASURE, "sign_ins".to_owned())
                    .with(usage::AMOUNT, self.random.between(0, 400));
                sink.put(&usage::REGISTER, record)?;
            }
        }
        Ok(())
    }
}
