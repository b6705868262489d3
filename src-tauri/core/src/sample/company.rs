//! Meridian Components: its entities and sites, and what has been made of it so far.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::Sink;
use super::catalogue::{Product, Tenant, Vendor};
use super::contracts::Contract;
use super::devices::Device;
use super::numbers;
use super::pools::License;
use super::random::Random;
use crate::Result;
use crate::register::{Micros, Pair, Record, RowId, entity, exchange_rate, site};

/// How many sites there are.
pub const SITES: usize = 4;
/// The site in Italy.
pub const MILAN: usize = 3;
/// Her own company, which stands first.
pub const WFOE: usize = 0;
/// Its branch in Suzhou.
const BRANCH: usize = 1;
/// The parent in Italy.
pub const PARENT: usize = 2;
/// Everything is drawn from this.
const SEED: u64 = 0x5ea1_b00c_2026_1124;

/// A legal entity.
#[derive(Debug, Clone)]
pub struct Entity {
    pub id: i64,
    pub uscc: Option<String>,
}

/// A site, the entity that runs it and the letters its asset tags begin with.
#[derive(Debug, Clone)]
pub struct Site {
    pub id: i64,
    pub entity: usize,
    pub tag: &'static str,
}

/// A person, as far as what follows needs to know.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: i64,
    pub site: usize,
    pub department: &'static str,
    pub joined: NaiveDate,
    pub left: Option<NaiveDate>,
    /// Index of the computer they use.
    pub device: Option<usize>,
}

/// Rates of one currency on the first working day of each month, latest first.
#[derive(Debug, Clone)]
pub struct Rates {
    pub currency: &'static str,
    pub days: Vec<(NaiveDate, i64)>,
}

/// What was made so far: row ids and the few facts that later records follow from.
#[derive(Debug)]
pub struct Company {
    pub today: NaiveDate,
    pub random: Random,
    pub entities: Vec<Entity>,
    pub sites: Vec<Site>,
    pub people: Vec<Person>,
    pub devices: Vec<Device>,
    pub tenants: Vec<Tenant>,
    pub vendors: Vec<Vendor>,
    pub products: Vec<Product>,
    pub contracts: Vec<Contract>,
    pub licenses: Vec<License>,
    /// Authorisations: index of the vendor and row.
    pub authorisations: Vec<(usize, i64)>,
    pub rates: Vec<Rates>,
    /// Grown large: a fapiao has one line that refers to a list.
    pub large: bool,
    /// Licenses of the company grown large.
    pub many: Vec<i64>,
    /// Fapiao and foreign invoices made so far.
    pub invoices: usize,
    /// Orders made so far.
    pub purchases: usize,
}

/// Name zh, name en, division of the social credit code, role, country.
const ENTITIES: [(&str, &str, &str, &str, &str); 3] = [
    (
        "美瑞迪零部件（中国）有限公司",
        "Meridian Components (China) Co., Ltd.",
        "310115",
        "wfoe",
        "CN",
    ),
    (
        "美瑞迪零部件（中国）有限公司苏州分公司",
        "Meridian Components (China) Co., Ltd. Suzhou Branch",
        "320594",
        "branch",
        "CN",
    ),
    ("", "Meridian Components S.p.A.", "", "parent", "IT"),
];

/// One row of [`PLACES`].
struct Place {
    zh: &'static str,
    en: &'static str,
    city: &'static str,
    province: &'static str,
    entity: usize,
    tag: &'static str,
    opened: i64,
    headcount: i64,
}

const PLACES: [Place; SITES] = [
    Place {
        zh: "上海总部与研发中心",
        en: "Shanghai headquarters and R&D",
        city: "上海 Shanghai",
        province: "上海 Shanghai",
        entity: WFOE,
        tag: "SHA",
        opened: 4_400,
        headcount: 212,
    },
    Place {
        zh: "苏州工厂",
        en: "Suzhou plant",
        city: "苏州 Suzhou",
        province: "江苏 Jiangsu",
        entity: BRANCH,
        tag: "SUZ",
        opened: 3_700,
        headcount: 148,
    },
    Place {
        zh: "深圳电子设计中心",
        en: "Shenzhen electronics design center",
        city: "深圳 Shenzhen",
        province: "广东 Guangdong",
        entity: WFOE,
        tag: "SZX",
        opened: 1_500,
        headcount: 71,
    },
    Place {
        zh: "米兰总部",
        en: "Milan head office",
        city: "Milano",
        province: "Lombardia",
        entity: PARENT,
        tag: "MIL",
        opened: 9_800,
        headcount: 49,
    },
];

impl Company {
    /// Before the first record.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            random: Random::new(SEED),
            entities: Vec::new(),
            sites: Vec::new(),
            people: Vec::new(),
            devices: Vec::new(),
            tenants: Vec::new(),
            vendors: Vec::new(),
            products: Vec::new(),
            contracts: Vec::new(),
            licenses: Vec::new(),
            authorisations: Vec::new(),
            rates: Vec::new(),
            large: false,
            many: Vec::new(),
            invoices: 0,
            purchases: 0,
        }
    }

    /// The day this many days before today.
    pub fn ago(&self, days: i64) -> NaiveDate {
        let days = Days::new(days.unsigned_abs());
        self.today.checked_sub_days(days).unwrap_or(self.today)
    }

    /// Makes the entities and the sites.
    pub fn places(&mut self, sink: &mut dyn Sink) -> Result<()> {
        for (zh, en, division, role, country) in ENTITIES {
            let uscc = (!division.is_empty()).then(|| numbers::uscc(&mut self.random, division));
            let mut record = Record::new()
                .with(entity::NAME, pair(zh, en))
                .with(entity::ROLE, role.to_owned())
                .with(entity::COUNTRY, country.to_owned());
            if let Some(uscc) = &uscc {
                record.set(entity::USCC, uscc.clone());
            }
            let id = sink.put(&entity::REGISTER, record)?;
            self.entities.push(Entity { id, uscc });
        }
        for place in PLACES {
            let italian = place.entity == PARENT;
            let record = Record::new()
                .with(site::NAME, pair(place.zh, place.en))
                .with(site::ENTITY, RowId(self.entities[place.entity].id))
                .with(site::STATUS, "active".to_owned())
                .with(site::CITY, place.city.to_owned())
                .with(site::PROVINCE, place.province.to_owned())
                .with(site::COUNTRY, if italian { "IT" } else { "CN" }.to_owned())
                .with(site::MAINLAND, !italian)
                .with(site::OPENED, self.ago(place.opened))
                .with(site::HEADCOUNT, place.headcount);
            let id = sink.put(&site::REGISTER, record)?;
            self.sites.push(Site {
                id,
                entity: place.entity,
                tag: place.tag,
            });
        }
        Ok(())
    }

    /// Makes three years of monthly rates.
    pub fn exchange_rates(&mut self, sink: &mut dyn Sink) -> Result<()> {
        for (currency, middle, swing) in [("EUR", 7_850_000, 6_000), ("USD", 7_120_000, 4_000)] {
            let mut rate = middle;
            let mut days = Vec::new();
            for back in 0..40 {
                rate += self.random.between(-swing, swing) * 10;
                let month = self.today.with_day(1).unwrap_or(self.today);
                let month = month.checked_sub_months(Months::new(back)).unwrap_or(month);
                let day = next_workday(month).min(self.today);
                let record = Record::new()
                    .with(exchange_rate::CURRENCY, currency.to_owned())
                    .with(exchange_rate::DATE, day)
                    .with(exchange_rate::RATE, Micros(rate))
                    .with(exchange_rate::SOURCE, RATE_SOURCE.to_owned());
                sink.put(&exchange_rate::REGISTER, record)?;
                days.push((day, rate));
            }
            self.rates.push(Rates { currency, days });
        }
        Ok(())
    }

    /// The rate last known on a day, and its day.
    pub fn rate(&self, currency: &str, day: NaiveDate) -> Option<(NaiveDate, i64)> {
        let rates = self.rates.iter().find(|rates| rates.currency == currency)?;
        let known = rates.days.iter().find(|(from, _)| *from <= day);
        known.or(rates.days.last()).copied()
    }
}

/// These figures are invented; the officer's own rates would name the day's central parity.
const RATE_SOURCE: &str =
    "示例汇率（参照 CFETS 中间价的形式） Sample figure in the form of the CFETS central parity";

/// A pair of which a half may be empty.
pub fn pair(zh: &str, en: &str) -> Pair {
    let half = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Pair {
        zh: half(zh),
        en: half(en),
    }
}

/// The same day, or the Friday before a weekend.
pub fn workday(day: NaiveDate) -> NaiveDate {
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}

fn next_workday(day: NaiveDate) -> NaiveDate {
    let on = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(on)).unwrap_or(day)
}
