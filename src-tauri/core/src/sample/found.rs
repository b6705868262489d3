//! What a scan found under names of its own, waiting to be matched with products, and names that were found to need no license.

use super::Sink;
use super::company::Company;
use super::random::Random;
use super::table;
use crate::Result;
use crate::register::{Record, RowId, deployment, ignored_name};

/// Drawn apart, so that what a scan finds changes nothing else of the company.
const SEED: u64 = 0x5ea1_b00c_f0d0_2026;
/// Name, publisher, class, reason.
const IGNORED: [[&str; 4]; 2] = [
    [
        "Microsoft Update Health Tools",
        "Microsoft Corporation",
        "system",
        "Windows 组件，无需单独授权 Part of Windows, needs no license of its own",
    ],
    [
        "Intel(R) Management Engine Components",
        "Intel Corporation",
        "driver",
        "随硬件提供的驱动程序 Driver that comes with the computer",
    ],
];
const FORMS: [&str; 6] = [
    "{} (x64)",
    "{} - zh-cn",
    "{} 简体中文版",
    "{} - English (64-bit)",
    "{} Update",
    "{}",
];

impl Company {
    /// What the scan found.
    pub fn found(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let mut random = Random::new(SEED);
        for line in table::lines(include_str!("data/found.tsv")) {
            let found = [
                line.text("name"),
                line.text("publisher"),
                line.text("version"),
            ];
            for _ in 0..line.number("computers") {
                let device = random.below(self.devices.len());
                self.finding(found, device, &mut random, sink)?;
            }
        }
        for [name, publisher, class, reason] in IGNORED {
            let record = Record::new()
                .with(ignored_name::NAME, name.to_owned())
                .with(ignored_name::PUBLISHER, publisher.to_owned())
                .with(ignored_name::CLASS, class.to_owned())
                .with(ignored_name::REASON, reason.to_owned());
            sink.put(&ignored_name::REGISTER, record)?;
        }
        Ok(())
    }

    /// As many names more, each found on one computer.
    pub fn more_found(&mut self, names: std::ops::Range<usize>, sink: &mut dyn Sink) -> Result<()> {
        let mut random = Random::new(SEED ^ names.start as u64);
        for number in names {
            let line = &self.products[number % self.products.len()].line;
            let (publisher, name) = (line.text("publisher"), line.text("en"));
            let version = format!("{}.{}.{number}", number % 40, number % 10);
            let called = format!("{publisher} {name} {}", 2008 + number % 19);
            let form = FORMS[number / self.products.len() % FORMS.len()];
            let called = format!("{} {version}", form.replace("{}", called.trim()));
            let device = random.below(self.devices.len());
            self.finding([&called, publisher, &version], device, &mut random, sink)?;
        }
        Ok(())
    }

    fn finding(
        &self,
        [name, publisher, version]: [&str; 3],
        device: usize,
        random: &mut Random,
        sink: &mut dyn Sink,
    ) -> Result<()> {
        let installed = self.ago(random.between(20, 700));
        let record = Record::new()
            .with(deployment::FOUND_AS, name.to_owned())
            .with(deployment::FOUND_PUBLISHER, publisher.to_owned())
            .with(deployment::VERSION, version.to_owned())
            .with(deployment::DEVICE, RowId(self.devices[device].id))
            .with(deployment::INSTALLED, installed)
            .with(deployment::SOURCE, "intune".to_owned())
            .with(deployment::FOUND, self.ago(random.between(1, 12)));
        sink.put(&deployment::REGISTER, record).map(|_| ())
    }
}
