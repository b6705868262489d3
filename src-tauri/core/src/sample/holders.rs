//! Who holds the rights and where the software is installed: mostly in order, with the flaws an audit looks for.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;

use super::Sink;
use super::company::{Company, SITES};
use crate::Result;
use crate::register::{Record, RowId, assignment, deployment};

/// Products used beyond their rights, and by how many.
pub const SHORT: [(&str, i64); 3] = [("swpro", 5), ("acad", 4), ("visio", 6)];
/// Handed out and let lie since: one of the two largest savings.
pub const LET_LIE: &str = "moldflow";
/// Leavers whose rights nobody took back.
const FORGOTTEN: usize = 14;
/// Software without a price found on many computers: product and how many installations.
const FOUND_FREE: [(&str, usize); 6] = [
    ("chrome", 120),
    ("sevenzip", 110),
    ("wecom", 90),
    ("npp", 40),
    ("postgres", 8),
    ("freecad", 6),
];

/// Candidates left for a product at a site, in a drawn order, taken from the end.
type Left = BTreeMap<(usize, usize), Vec<usize>>;

/// An assignment just made, as use refers to it.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Index of the license.
    pub license: usize,
    /// Index of the person.
    pub person: usize,
}

/// People and devices not yet given anything of a product.
#[derive(Debug, Default)]
struct Pools {
    people: Left,
    devices: Left,
}

impl Company {
    /// Gives out rights and installs software, license by license.
    pub fn holders(&mut self, sink: &mut dyn Sink) -> Result<Vec<Held>> {
        let mut left = Pools::default();
        let mut held = Vec::new();
        for index in 0..self.licenses.len() {
            let product = self.licenses[index].product;
            let line = &self.products[product].line;
            match line.text("metric") {
                "named_user" => self.give_to_people(index, &mut left, &mut held, sink)?,
                "device" => self.install(index, &mut left, sink)?,
                _ if line.yes("installs") => self.install(index, &mut left, sink)?,
                _ => {}
            }
        }
        self.leavers(sink)?;
        for (key, count) in FOUND_FREE {
            self.install_free(key, count, sink)?;
        }
        Ok(held)
    }

    /// How many of its rights are in use: all and more where the record is to come out short.
    fn wanted(&mut self, index: usize) -> i64 {
        let (rights, expired, site, product) = {
            let license = &self.licenses[index];
            (
                license.rights,
                license.expired,
                license.site,
                license.product,
            )
        };
        let key = self.products[product].line.text("key");
        let short = SHORT
            .iter()
            .find(|(short, _)| *short == key)
            .map(|(_, extra)| *extra);
        let first = self
            .licenses
            .iter()
            .position(|license| license.product == product)
            == Some(index);
        let lapsed = self
            .licenses
            .iter()
            .any(|license| license.product == product && license.expired);
        match short {
            Some(extra) if first && site == 0 => rights + extra,
            Some(_) => rights,
            None if expired => rights.min(4),
            None if lapsed => rights / 2,
            None => rights * self.random.between(66, 97) / 100,
        }
    }

    fn give_to_people(
        &mut self,
        index: usize,
        left: &mut Pools,
        held: &mut Vec<Held>,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let wanted = self.wanted(index);
        let license = self.licenses[index].clone();
        let line = self.products[license.product].line.clone();
        for _ in 0..wanted {
            let key = (license.product, license.site);
            let people = match left.people.entry(key) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    new.insert(self.people_for(line.text("audience"), license.site))
                }
            };
            let Some(person) = people.pop() else {
                break;
            };
            self.assign(index, person, sink)?;
            held.push(Held {
                license: index,
                person,
            });
            let device = self.people[person].device.filter(|_| line.yes("installs"));
            if let Some(device) = device.filter(|device| self.devices[*device].class != "mobile") {
                self.deploy(license.product, device, license.starts, None, sink)?;
            }
        }
        Ok(())
    }

    /// The people at a site a product is for last, since they are taken from the end; everyone else before them.
    fn people_for(&mut self, audience: &str, site: usize) -> Vec<usize> {
        let suits = |department: &str| match audience {
            "office" => department != "production",
            "all" | "overseas" => true,
            _ => department == audience,
        };
        let here =
            |index: &usize| self.people[*index].site == site && self.people[*index].left.is_none();
        let all: Vec<usize> = (0..self.people.len()).filter(here).collect();
        let (mut fit, mut others): (Vec<usize>, Vec<usize>) = all
            .into_iter()
            .partition(|index| suits(self.people[*index].department));
        self.random.shuffle(&mut fit);
        self.random.shuffle(&mut others);
        others.extend(fit);
        others
    }

    fn assign(&mut self, index: usize, person: usize, sink: &mut dyn Sink) -> Result<()> {
        let first = self.licenses[index].starts.max(self.people[person].joined);
        let starts = self.later(first, 2, 80).min(self.today);
        let approver = [7, 3, 4, 5][self.licenses[index].site];
        let mut record = Record::new()
            .with(assignment::LICENSE, RowId(self.licenses[index].id))
            .with(assignment::PERSON, RowId(self.people[person].id))
            .with(assignment::STARTS, starts);
        if self.random.percent(85) {
            record.set(assignment::APPROVER, RowId(self.people[approver].id));
        }
        if self.random.percent(70) {
            // one in nine has not opened it for months
            let days = if self.random.percent(11) {
                self.random.between(95, 320)
            } else {
                self.random.between(0, 25)
            };
            record.set(assignment::LAST_USED, self.ago(days).max(starts));
        }
        let product = &self.products[self.licenses[index].product];
        if LET_LIE == product.line.text("key") {
            record.set(assignment::STARTS, first);
            record.set(assignment::LAST_USED, self.ago(160).max(first));
        }
        sink.put(&assignment::REGISTER, record)?;
        self.licenses[index].assigned += 1;
        Ok(())
    }

    /// Installs on computers at the site; what is counted by device is also assigned to it when it is dear.
    fn install(&mut self, index: usize, left: &mut Pools, sink: &mut dyn Sink) -> Result<()> {
        let wanted = self.wanted(index);
        let license = self.licenses[index].clone();
        let line = self.products[license.product].line.clone();
        let device_metric = line.text("metric") == "device";
        let dear = device_metric && line.number("price") > 3_000;
        let concurrent = line.text("metric") == "concurrent";
        let reason = concurrent.then_some("按并发计数 Counted by concurrent use");
        let key = (license.product, license.site);
        let devices = match left.devices.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(self.devices_for(line.text("audience"), license.site)),
        };
        let by_core = line.text("metric") == "core";
        let mut used = 0;
        while used < wanted {
            let Some(device) = devices.pop() else {
                break;
            };
            let number = used;
            used += if by_core {
                self.devices[device].cores
            } else {
                1
            };
            if used > license.rights && by_core {
                break;
            }
            self.deploy(license.product, device, license.starts, reason, sink)?;
            if dear && number < license.rights {
                self.assign_device(index, device, sink)?;
            }
        }
        Ok(())
    }

    fn devices_for(&mut self, audience: &str, site: usize) -> Vec<usize> {
        let here = |index: &usize| self.devices[*index].site == site && self.devices[*index].live;
        let all: Vec<usize> = (0..self.devices.len()).filter(here).collect();
        let server =
            |index: &usize| matches!(self.devices[*index].class, "server" | "virtual" | "mobile");
        let on_servers = audience == "servers" || audience.starts_with("os:");
        let (mut fit, others): (Vec<usize>, Vec<usize>) = all
            .into_iter()
            .partition(|index| self.suits(&self.devices[*index], audience));
        let mut others: Vec<usize> = others
            .into_iter()
            .filter(|index| !server(index) && !on_servers)
            .collect();
        self.random.shuffle(&mut fit);
        self.random.shuffle(&mut others);
        others.extend(fit);
        others
    }

    fn assign_device(&mut self, index: usize, device: usize, sink: &mut dyn Sink) -> Result<()> {
        let starts = self
            .later(self.licenses[index].starts, 2, 60)
            .min(self.today);
        let record = Record::new()
            .with(assignment::LICENSE, RowId(self.licenses[index].id))
            .with(assignment::DEVICE, RowId(self.devices[device].id))
            .with(assignment::STARTS, starts);
        sink.put(&assignment::REGISTER, record)?;
        self.licenses[index].assigned += 1;
        Ok(())
    }

    /// One installation; with a reason it needs no license.
    fn deploy(
        &mut self,
        product: usize,
        device: usize,
        from: NaiveDate,
        reason: Option<&str>,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let installed = self.later(from, 3, 120).min(self.today);
        let days = self.random.between(1, 18);
        let source = ["scan", "intune", "sccm", "manual"][self.random.weighted(&[50, 25, 15, 10])];
        let mut record = Record::new()
            .with(deployment::PRODUCT, RowId(self.products[product].id))
            .with(deployment::DEVICE, RowId(self.devices[device].id))
            .with(deployment::INSTALLED, installed)
            .with(deployment::SOURCE, source.to_owned())
            .with(deployment::FOUND, self.ago(days).max(installed))
            .with(deployment::LICENSABLE, reason.is_none());
        let version = self.products[product].line.text("version");
        if !version.is_empty() {
            record.set(deployment::VERSION, version.to_owned());
        }
        if let Some(reason) = reason {
            record.set(deployment::REASON, reason.to_owned());
        }
        sink.put(&deployment::REGISTER, record)?;
        Ok(())
    }

    fn install_free(&mut self, key: &str, count: usize, sink: &mut dyn Sink) -> Result<()> {
        let Some(product) = self
            .products
            .iter()
            .position(|product| product.line.text("key") == key)
        else {
            return Ok(());
        };
        let audience = self.products[product].line.text("audience");
        let mut devices: Vec<usize> = (0..SITES)
            .flat_map(|site| self.devices_for(audience, site))
            .collect();
        self.random.shuffle(&mut devices);
        for device in devices.into_iter().take(count) {
            let from = self.ago(700);
            self.deploy(product, device, from, Some("免费软件 Free of charge"), sink)?;
        }
        Ok(())
    }

    /// What people who have left once held; some of it was never taken back.
    fn leavers(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let mut forgotten = 0;
        for person in 0..self.people.len() {
            let Some(left) = self.people[person].left else {
                continue;
            };
            let forget = forgotten < FORGOTTEN;
            if let Some(index) = self.once_held(person, forget) {
                let starts = self.licenses[index].starts.max(self.people[person].joined);
                let last = left.pred_opt().unwrap_or(left);
                let mut record = Record::new()
                    .with(assignment::LICENSE, RowId(self.licenses[index].id))
                    .with(assignment::PERSON, RowId(self.people[person].id))
                    .with(assignment::STARTS, starts)
                    .with(assignment::LAST_USED, last.max(starts));
                if forget {
                    forgotten += 1;
                    self.licenses[index].assigned += 1;
                } else {
                    record.set(assignment::ENDS, self.later(left, 0, 4));
                }
                sink.put(&assignment::REGISTER, record)?;
            }
        }
        Ok(())
    }

    /// A license at the leaver's site that had begun before they left, with a right to spare if it is still held.
    fn once_held(&mut self, person: usize, still: bool) -> Option<usize> {
        let (site, left) = (self.people[person].site, self.people[person].left?);
        let fits = |index: &usize| {
            let license = &self.licenses[*index];
            let line = &self.products[license.product].line;
            let short = SHORT.iter().any(|(key, _)| *key == line.text("key"));
            line.text("metric") == "named_user"
                && license.site == site
                && license.starts < left
                && !license.expired
                && !short
                && (!still || license.assigned < license.rights)
        };
        let candidates: Vec<usize> = (0..self.licenses.len()).filter(fits).collect();
        self.random.pick(&candidates).copied()
    }
}
