//! What falls due: authorisations to resell, decisions made about dates, tasks, holidays of its own, and the contract that
//! goes on by itself although its paper ended long ago.

use std::collections::BTreeSet;

use chrono::{Days, Months, NaiveDate};

use super::Sink;
use super::company::{Company, WFOE, pair};
use crate::Result;
use crate::register::{
    AnyLinks, Money, Record, RowId, authorisation, contract, holiday, renewal, task,
};

/// Publishers whose resellers never showed a paper.
const UNAUTHORISED: [&str; 2] = ["Foxit", "ANSYS"];
/// The vendor whose authorisation lapsed.
const LAPSED: &str = "linkcad";
/// Months that an authorisation renewed every year has held, which is longer than anything was ordered ago.
const RENEWED: u32 = 48;
/// One in so many holds for its first year only.
const LATE: i64 = 9;

/// Title zh and en, action, days until due (negative: late), status, amount at stake in CNY, owner among the leads.
const TASKS: [(&str, &str, &str, i64, &str, i64, usize); 6] = [
    (
        "补购 AutoCAD 许可",
        "Buy the missing AutoCAD rights",
        "buy",
        21,
        "open",
        186_000,
        1,
    ),
    (
        "询问 90 天未使用 SolidWorks 的使用人",
        "Ask the holders who have not used SolidWorks for 90 days",
        "ask_holder",
        6,
        "doing",
        94_500,
        1,
    ),
    (
        "收回离职员工的许可",
        "Take back the rights of people who have left",
        "release",
        -3,
        "open",
        0,
        3,
    ),
    (
        "向供应商索取缺失的发票",
        "Ask the vendors for the missing fapiao",
        "other",
        13,
        "open",
        0,
        2,
    ),
    (
        "卸载已到期的 WPS 订阅",
        "Uninstall the lapsed WPS subscription",
        "uninstall",
        -20,
        "done",
        12_000,
        1,
    ),
    (
        "将 E5 降级为 E3",
        "Downgrade E5 to E3 where it is enough",
        "downgrade",
        45,
        "open",
        58_000,
        1,
    ),
];

impl Company {
    /// Makes what falls due, besides the dates of licenses and contracts.
    pub fn deadlines(&mut self, sink: &mut dyn Sink) -> Result<()> {
        self.evergreen(sink)?;
        self.authorisations(sink)?;
        self.decisions(sink)?;
        self.tasks(sink)?;
        self.holidays(sink)
    }

    fn ahead(&self, days: i64) -> NaiveDate {
        if days < 0 {
            return self.ago(-days);
        }
        let days = Days::new(days.unsigned_abs());
        self.today.checked_add_days(days).unwrap_or(self.today)
    }

    /// Its first term ended two years ago, its status says in force, and nobody looks at it: the running term ends in five
    /// weeks and notice is due within days.
    fn evergreen(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let vendor = self.vendor("ruilian");
        let ends = self.ahead(37);
        let first = ends.checked_sub_months(Months::new(24)).unwrap_or(ends);
        let starts = first.checked_sub_months(Months::new(12)).unwrap_or(first);
        let starts = starts.succ_opt().unwrap_or(starts);
        let record = Record::new()
            .with(contract::NUMBER, format!("MC-{}-007", starts.format("%Y")))
            .with(
                contract::TITLE,
                pair(
                    "桌面运维外包服务合同",
                    "Desktop support outsourcing agreement",
                ),
            )
            .with(contract::VENDOR, RowId(vendor))
            .with(contract::ENTITY, RowId(self.entities[WFOE].id))
            .with(contract::KIND, "service".to_owned())
            .with(contract::STATUS, "active".to_owned())
            .with(contract::OWNER, RowId(self.people[1].id))
            .with(contract::LANGUAGES, "both".to_owned())
            .with(contract::PREVAILING, "zh".to_owned())
            .with(contract::LAW, "中国法律 PRC law".to_owned())
            .with(contract::SIGNED, starts)
            .with(contract::STARTS, starts)
            .with(contract::ENDS, first)
            .with(contract::RENEWAL, "tacit".to_owned())
            .with(contract::RENEWAL_MONTHS, 12)
            .with(contract::NOTICE, 20)
            .with(contract::NOTICE_UNIT, "working_days".to_owned())
            .with(contract::AMOUNT, yuan(486_000));
        sink.put(&contract::REGISTER, record)?;
        Ok(())
    }

    fn vendor(&self, key: &str) -> i64 {
        let vendor = self.vendors.iter().find(|vendor| vendor.key == key);
        vendor.map_or(1, |vendor| vendor.id)
    }

    /// One for each publisher a reseller delivers. Most were renewed year after year since before the first order; a few came
    /// late, and what was ordered before them has weak proof.
    fn authorisations(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let mut pairs = BTreeSet::new();
        for product in &self.products {
            let publisher = product.line.text("publisher");
            let vendors = product.line.list("vendors", ',');
            pairs.extend(vendors.map(|vendor| (vendor, publisher)));
        }
        pairs.retain(|(_, publisher)| !publisher.is_empty() && !UNAUTHORISED.contains(publisher));
        for (index, (vendor, publisher)) in (0_i64..).zip(pairs) {
            let Some(vendor) = self.vendors.iter().position(|one| one.key == vendor) else {
                continue;
            };
            let days = match self.vendors[vendor].key {
                LAPSED => -35,
                _ => 19 + index * 11,
            };
            let ends = self.ahead(days);
            let months = if index % LATE == 4 { 12 } else { RENEWED };
            let starts = ends.checked_sub_months(Months::new(months)).unwrap_or(ends);
            let level = ["Gold", "Silver", "Registered"][usize::try_from(index % 3).unwrap_or(0)];
            let record = Record::new()
                .with(authorisation::VENDOR, RowId(self.vendors[vendor].id))
                .with(authorisation::PUBLISHER, publisher.to_owned())
                .with(authorisation::LEVEL, level.to_owned())
                .with(
                    authorisation::CERTIFICATE,
                    format!("P-{}-{:04}", starts.format("%Y"), 1_207 + index * 37),
                )
                .with(authorisation::STARTS, starts.succ_opt().unwrap_or(starts))
                .with(authorisation::ENDS, ends);
            let id = sink.put(&authorisation::REGISTER, record)?;
            self.authorisations.push((vendor, id));
        }
        Ok(())
    }

    /// What was decided about contracts: some renewed to their present end, one given up, one still open.
    fn decisions(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let (over, running): (Vec<_>, Vec<_>) = self
            .contracts
            .iter()
            .partition(|contract| contract.ends < self.today);
        let chosen = over
            .iter()
            .take(1)
            .map(|contract| ("drop", *contract))
            .chain(
                ["renew", "change", "renew"]
                    .into_iter()
                    .zip(running.iter().copied()),
            );
        for (decision, contract) in chosen {
            let due = match decision {
                "drop" => contract.ends,
                _ => contract
                    .ends
                    .checked_sub_months(Months::new(12))
                    .unwrap_or(contract.ends),
            };
            let decided = due.checked_sub_days(Days::new(48)).unwrap_or(due);
            let mut record = Record::new()
                .with(renewal::SUBJECT, AnyLinks(vec![("contract", contract.id)]))
                .with(renewal::DATE, "contract_ends".to_owned())
                .with(renewal::DUE, due)
                .with(renewal::DECISION, decision.to_owned())
                .with(renewal::APPROVER, RowId(self.people[7].id))
                .with(renewal::DECIDED, decided.min(self.ago(1)));
            if decision != "drop" {
                record.set(renewal::UNTIL, contract.ends);
                record.set(renewal::COST, yuan(120_000));
            }
            sink.put(&renewal::REGISTER, record)?;
        }
        Ok(())
    }

    fn tasks(&mut self, sink: &mut dyn Sink) -> Result<()> {
        for (zh, en, action, days, status, stake, owner) in TASKS {
            let mut record = Record::new()
                .with(task::TITLE, pair(zh, en))
                .with(task::ACTION, action.to_owned())
                .with(task::OWNER, RowId(self.people[owner].id))
                .with(task::DUE, self.ahead(days))
                .with(task::STATUS, status.to_owned());
            if stake > 0 {
                record.set(task::AT_STAKE, yuan(stake));
            }
            if action == "ask_holder" {
                record.set(task::ASKED, self.ago(2));
            }
            sink.put(&task::REGISTER, record)?;
        }
        Ok(())
    }

    /// Days the published arrangements do not know: the patron of Milan, and the company's own.
    fn holidays(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let days = [
            (
                "圣安布罗斯日（米兰）",
                "Saint Ambrose, patron of Milan",
                "IT",
                13,
                "米兰市主保圣人日 Patron saint of Milan",
            ),
            (
                "公司年度盘点日",
                "Company stock-taking day",
                "CN",
                31,
                "公司内部安排 Company arrangement",
            ),
        ];
        for (zh, en, country, days, note) in days {
            let record = Record::new()
                .with(holiday::DAY, self.ahead(days))
                .with(holiday::NAME, pair(zh, en))
                .with(holiday::KIND, "holiday".to_owned())
                .with(holiday::COUNTRY, country.to_owned())
                .with(holiday::NOTE, note.to_owned());
            sink.put(&holiday::REGISTER, record)?;
        }
        Ok(())
    }
}

fn yuan(amount: i64) -> Money {
    Money {
        amount: amount * 10_000,
        currency: "CNY".to_owned(),
    }
}
