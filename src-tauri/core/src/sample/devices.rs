//! The computers: what people use and what stands in the server rooms.

use super::Sink;
use super::company::{Company, MILAN, SITES};
use super::table::{self, Line};
use crate::Result;
use crate::register::{Record, RowId, device};

/// Servers at each site; each second one carries a virtual machine more.
const SERVERS: [usize; SITES] = [12, 9, 3, 4];
/// People a server is bought for when the company grows.
const SERVED: usize = 40;
/// How many of a hundred people work at a computer of their own.
const WITH_COMPUTER: usize = 84;

/// A device, as far as what follows needs to know.
#[derive(Debug, Clone)]
pub struct Device {
    pub id: i64,
    pub site: usize,
    pub class: &'static str,
    pub os: &'static str,
    /// Cores a license by core must cover: of a virtual machine, its host's.
    pub cores: i64,
    /// Department of its user; empty for servers and spares.
    pub department: &'static str,
    /// Not retired.
    pub live: bool,
}

impl Company {
    /// Gives most people a computer, and each site its servers and a few spares.
    pub fn computers(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let models = table::lines(include_str!("data/brands.tsv"));
        for index in 0..self.people.len() {
            self.computer_of(index, &models, sink)?;
        }
        for (site, servers) in SERVERS.into_iter().enumerate() {
            for number in 0..servers {
                self.server(&models, site, 1 + number % 2, sink)?;
            }
            for status in ["spare", "spare", "repair", "retired"] {
                self.device(&models, "laptop", site, None, status, None, sink)?;
            }
        }
        Ok(())
    }

    /// Gives the people from this one on their computers, and as many servers as so many people need.
    pub fn more_computers(&mut self, from: usize, sink: &mut dyn Sink) -> Result<()> {
        let models = table::lines(include_str!("data/brands.tsv"));
        for index in from..self.people.len() {
            self.computer_of(index, &models, sink)?;
            if index % SERVED == 0 {
                self.server(&models, self.people[index].site, 2, sink)?;
            }
        }
        Ok(())
    }

    /// A server and the virtual machines on it.
    fn server(
        &mut self,
        models: &[Line],
        site: usize,
        machines: usize,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let host = self.device(models, "server", site, None, "in_use", None, sink)?;
        for _ in 0..machines {
            self.device(models, "virtual", site, None, "in_use", Some(host), sink)?;
        }
        Ok(())
    }

    fn computer_of(&mut self, person: usize, models: &[Line], sink: &mut dyn Sink) -> Result<()> {
        let (department, site, left) = {
            let person = &self.people[person];
            (person.department, person.site, person.left.is_some())
        };
        if left || !self.random.percent(WITH_COMPUTER) {
            return Ok(());
        }
        let class = match department {
            "engineering" | "electronics" if self.random.percent(60) => "desktop",
            "production" if self.random.percent(8) => "mobile",
            "production" => "desktop",
            _ => "laptop",
        };
        let made = self.device(models, class, site, Some(person), "in_use", None, sink)?;
        self.people[person].device = Some(made);
        Ok(())
    }

    #[allow(clippy::too_many_arguments)] // one call a kind of machine: a struct of the same names would say no more
    fn device(
        &mut self,
        models: &[Line],
        class: &'static str,
        site: usize,
        user: Option<usize>,
        status: &'static str,
        host: Option<usize>,
        sink: &mut dyn Sink,
    ) -> Result<usize> {
        let models = table::only(models, "class", class);
        let weights: Vec<usize> = models
            .iter()
            .map(|model| usize::try_from(model.number("weight")).unwrap_or_default())
            .collect();
        let model = models.get(self.random.weighted(&weights));
        let cell = |column: &str| model.map_or("", |model| model.text(column));
        let cores = model.map_or(0, |model| model.number("cores"));
        let number = self.devices.len() + 1;
        let tag = self.sites[site].tag;
        let letters = match class {
            "server" => "SV",
            "virtual" => "VM",
            "desktop" => "DT",
            "mobile" => "MB",
            _ => "LT",
        };
        let mut record = Record::new()
            .with(device::ASSET_TAG, format!("{tag}-{letters}-{number:05}"))
            .with(
                device::NAME,
                format!("{tag}{letters}{number:05}").to_lowercase(),
            )
            .with(device::CLASS, class.to_owned())
            .with(device::BRAND, cell("brand").to_owned())
            .with(device::OS, cell("os").to_owned())
            .with(device::CORES, cores)
            .with(device::SITE, RowId(self.sites[site].id))
            .with(device::STATUS, status.to_owned());
        if class != "virtual" {
            let serial = format!(
                "{}{}",
                self.random.word(&["PF", "5C", "MJ", "CN", "8K"]),
                self.random.digits(7)
            );
            record.set(device::SERIAL, serial);
        }
        if let Some(host) = host {
            record.set(device::HOST, RowId(self.devices[host].id));
        }
        if let Some(user) = user {
            record.set(device::USER, RowId(self.people[user].id));
        }
        let id = sink.put(&device::REGISTER, record)?;
        self.devices.push(Device {
            id,
            site,
            class,
            os: cell("os"),
            cores: host.map_or(cores, |host| self.devices[host].cores),
            department: user.map_or("", |user| self.people[user].department),
            live: status != "retired",
        });
        Ok(self.devices.len() - 1)
    }

    /// Whether a product for `audience` is at home on this device.
    pub fn suits(&self, device: &Device, audience: &str) -> bool {
        let server = matches!(device.class, "server" | "virtual");
        let desk = matches!(device.class, "laptop" | "desktop");
        if let Some(system) = audience.strip_prefix("os:") {
            return server && device.live && device.os.starts_with(system);
        }
        match audience {
            "servers" => server && device.live,
            "all" => device.live && (desk || server),
            "office" => device.live && desk && device.department != "production",
            "overseas" => device.live && desk && device.site == MILAN,
            _ => device.live && desk && device.department == audience,
        }
    }
}
