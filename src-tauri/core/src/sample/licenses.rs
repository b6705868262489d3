//! The record of one license, from what is known of its pool and its purchases.

use chrono::Months;

use super::company::{Company, MILAN};
use super::pools::{Planned, Pool};
use crate::register::{Record, RowId, license};

impl Company {
    /// The license of a pool with this story.
    pub fn license_record(&mut self, pool: &Pool, story: &[Planned]) -> Record {
        let ends = story
            .iter()
            .filter(|line| line.effect != "maintenance")
            .filter_map(|line| line.ends)
            .max();
        let subscribed = ends.is_some();
        let status =
            if ends.is_some_and(|day| day < self.today) && pool.number == 1 && pool.site == 0 {
                "expired"
            } else {
                "active"
            };
        let owner = [1, 3, 4, 6][pool.site];
        let mut record = Record::new()
            .with(license::PRODUCT, RowId(self.products[pool.product].id))
            .with(license::MODEL, pool.line.text("model").to_owned())
            .with(license::METRIC, pool.line.text("metric").to_owned())
            .with(license::STATUS, status.to_owned())
            .with(license::ENTITY, RowId(self.entities[pool.entity].id))
            .with(license::VENDOR, RowId(self.vendors[pool.vendor].id))
            .with(license::REASSIGNABLE, pool.line.text("model") != "oem");
        if let Some(first) = story.iter().map(|line| line.starts).min() {
            record.set(license::STARTS, first);
        }
        if let Some(ends) = ends {
            record.set(license::ENDS, ends);
            record.set(license::AUTO_RENEW, self.random.percent(35));
            record.set(
                license::NOTICE_DAYS,
                *self.random.pick(&[30, 60, 90]).unwrap_or(&30),
            );
        }
        if !self.random.percent(4) {
            record.set(license::SITE, RowId(self.sites[pool.site].id));
        }
        if !self.random.percent(8) {
            record.set(license::OWNER, RowId(self.people[owner].id));
        }
        if let Some(contract) = story.last().and_then(|line| line.contract) {
            record.set(license::CONTRACT, RowId(self.contracts[contract].id));
        }
        if let Some(tenant) = self.tenant_of(pool) {
            record.set(license::TENANT, RowId(tenant));
        }
        self.terms(pool, story, subscribed, &mut record);
        record
    }

    fn terms(&mut self, pool: &Pool, story: &[Planned], subscribed: bool, record: &mut Record) {
        let maintenance = story.iter().filter(|line| line.effect == "maintenance");
        if let Some(until) = maintenance.filter_map(|line| line.ends).max() {
            record.set(license::MAINTENANCE_UNTIL, until);
        }
        if !pool.line.text("downgrade").is_empty() {
            let older = self
                .products
                .iter()
                .find(|product| product.line.text("key") == pool.line.text("downgrade"));
            let from = older.map_or("", |product| product.line.text("version"));
            record.set(
                license::USABLE_VERSIONS,
                format!("{from}–{}", pool.line.text("version")),
            );
        }
        if !subscribed && self.random.percent(35) {
            let groups: Vec<String> = (0..4).map(|_| self.random.digits(5)).collect();
            record.set(license::KEY, groups.join("-"));
        }
        if !subscribed && self.vendors[pool.vendor].region.is_some() {
            let until = story
                .first()
                .and_then(|line| line.starts.checked_add_months(Months::new(24)));
            if let Some(until) = until {
                record.set(license::WARRANTY_UNTIL, until);
            }
        }
    }

    fn tenant_of(&self, pool: &Pool) -> Option<i64> {
        let kind = match pool.line.text("key") {
            "m365e3" => "m365_global",
            "m365cn" => "m365_21vianet",
            "project" if pool.site == MILAN => "m365_global",
            "project" => "m365_21vianet",
            "salesforce" => "other_saas",
            _ => return None,
        };
        self.tenants
            .iter()
            .find(|tenant| tenant.kind == kind)
            .map(|tenant| tenant.id)
    }
}
