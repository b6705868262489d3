//! Who works at Meridian: names as they are in Shanghai, Suzhou, Shenzhen and Milan, and who has left.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::Sink;
use super::company::{Company, MILAN, Person, SITES};
use super::random::Random;
use super::table::{self, Line};
use crate::Result;
use crate::register::{Record, RowId, person, site};

/// How the people divide over the sites, by percent.
const SHARES: [usize; SITES] = [44, 31, 15, 10];
/// How many of a hundred have left.
const LEFT: usize = 17;

/// The few who answer for something: name, name in Chinese, site, department, role, language.
const LEADS: &[(&str, &str, usize, &str, &str, &str)] = &[
    ("Li Wei", "李薇", 0, "legal", "compliance_owner", "zh"),
    ("Zhang Lei", "张磊", 0, "it", "it_lead", "zh"),
    ("Chen Jing", "陈静", 0, "finance", "finance_lead", "zh"),
    ("Wang Yue", "王越", 1, "legal", "compliance_owner", "zh"),
    (
        "Huang Jiacheng",
        "黄嘉诚",
        2,
        "legal",
        "compliance_owner",
        "zh",
    ),
    ("Giulia Ferri", "", MILAN, "legal", "compliance_owner", "it"),
    ("Marco Colombo", "", MILAN, "it", "it_lead", "it"),
    ("Zhao Min", "赵敏", 0, "finance", "approver", "zh"),
];

/// The names and departments people are made from.
pub struct Names {
    surnames: Vec<Line>,
    given: Vec<Line>,
    surnames_it: Vec<Line>,
    given_it: Vec<Line>,
    departments: Vec<Line>,
    weights: Vec<usize>,
    /// How often an address was given: the second Li Wei is `wei.li2`.
    addresses: BTreeMap<String, usize>,
}

impl Names {
    pub fn read() -> Self {
        let names = table::lines(include_str!("data/names.tsv"));
        let departments = table::lines(include_str!("data/departments.tsv"));
        let weight = |line: &Line| usize::try_from(line.number("weight")).unwrap_or_default();
        Self {
            surnames: table::only(&names, "part", "surname"),
            given: table::only(&names, "part", "given"),
            surnames_it: table::only(&names, "part", "surname_it"),
            given_it: table::only(&names, "part", "given_it"),
            weights: departments.iter().map(weight).collect(),
            departments,
            addresses: BTreeMap::new(),
        }
    }

    /// Given name, surname and the name in Chinese.
    fn chinese(&self, random: &mut Random) -> (String, String, String) {
        // the frequent surnames stand first: squaring makes them frequent here too
        let count = self.surnames.len();
        let index = random.below(count) * random.below(count) / count.max(1);
        let surname = self.surnames.get(index);
        let mut latin = String::new();
        let mut hanzi = surname.map_or("", |line| line.text("hanzi")).to_owned();
        for _ in 0..if random.percent(72) { 2 } else { 1 } {
            if let Some(part) = random.pick(&self.given) {
                latin.push_str(part.text("latin"));
                hanzi.push_str(part.text("hanzi"));
            }
        }
        let surname = surname.map_or("", |line| line.text("latin")).to_owned();
        (capital(&latin), surname, hanzi)
    }

    fn italian(&self, random: &mut Random) -> (String, String, String) {
        let latin = |line: Option<&Line>| line.map_or("", |line| line.text("latin")).to_owned();
        let given = latin(random.pick(&self.given_it));
        (given, latin(random.pick(&self.surnames_it)), String::new())
    }

    fn address(&mut self, given: &str, surname: &str) -> String {
        let plain = |name: &str| {
            name.to_lowercase()
                .replace('ü', "u")
                .replace([' ', '\''], "")
        };
        let local = format!("{}.{}", plain(given), plain(surname));
        let count = self.addresses.entry(local.clone()).or_default();
        *count += 1;
        let number = if *count > 1 {
            count.to_string()
        } else {
            String::new()
        };
        format!("{local}{number}@meridian-components.example")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

impl Company {
    /// Makes the people who answer for something and tells the sites who theirs is.
    pub fn leads(&mut self, names: &mut Names, sink: &mut dyn Sink) -> Result<()> {
        for (name, hanzi, site_index, department, role, language) in LEADS {
            let (first, second) = name.split_once(' ').unwrap_or((name, ""));
            // Chinese names put the surname first
            let (given, surname) = if hanzi.is_empty() {
                (first, second)
            } else {
                (second, first)
            };
            let made = Made {
                name: (*name).to_owned(),
                hanzi: (*hanzi).to_owned(),
                email: names.address(given, surname),
                site: *site_index,
                department,
                joined: self.ago(2_000),
                left: None,
            };
            let record = self
                .person_record(names, &made)
                .with(person::LANGUAGE, (*language).to_owned())
                .with(person::ROLES, vec![(*role).to_owned()]);
            let id = self.put_person(made, record, sink)?;
            if *role == "compliance_owner" {
                let owner = Record::new().with(site::OWNER, RowId(id));
                sink.change(&site::REGISTER, self.sites[*site_index].id, owner)?;
            }
        }
        Ok(())
    }

    /// Makes this many more people.
    pub fn people(&mut self, names: &mut Names, count: usize, sink: &mut dyn Sink) -> Result<()> {
        for _ in 0..count {
            let site_index = self.random.weighted(&SHARES);
            let italian = site_index == MILAN && self.random.percent(92);
            let (given, surname, hanzi) = if italian {
                names.italian(&mut self.random)
            } else {
                names.chinese(&mut self.random)
            };
            let name = if italian {
                format!("{given} {surname}")
            } else {
                format!("{surname} {given}")
            };
            let department = self.random.weighted(&names.weights);
            let days = self.random.between(120, 4_200);
            let joined = self.ago(days);
            let left = self
                .random
                .percent(LEFT)
                .then(|| self.later(joined, 60, 3_000));
            let made = Made {
                name,
                hanzi,
                email: names.address(&given, &surname),
                site: site_index,
                department: names
                    .departments
                    .get(department)
                    .map_or("", |line| line.text("key")),
                joined,
                left: left.filter(|day| *day < self.today),
            };
            let language = if italian { "it" } else { "zh" };
            let record = self
                .person_record(names, &made)
                .with(person::LANGUAGE, language.to_owned());
            self.put_person(made, record, sink)?;
        }
        Ok(())
    }

    /// The same woman twice, once under her English name: what two exports make of one person.
    pub fn person_twice(&mut self, names: &mut Names, sink: &mut dyn Sink) -> Result<()> {
        let made = Made {
            name: "Vivian Li".to_owned(),
            hanzi: "李薇".to_owned(),
            email: names.address("vivian", "li"),
            site: 0,
            department: "legal",
            joined: self.ago(2_000),
            left: None,
        };
        let record = self.person_record(names, &made);
        sink.put(&person::REGISTER, record)?;
        Ok(())
    }

    fn person_record(&mut self, names: &Names, made: &Made) -> Record {
        let department = names
            .departments
            .iter()
            .find(|line| line.text("key") == made.department);
        let language = if made.site == MILAN { "it" } else { "cn" };
        let cell = |column: &str| department.map_or("", |line| line.text(column)).to_owned();
        let number = self.people.len() + 1;
        let mut record = Record::new()
            .with(person::NAME, made.name.clone())
            .with(person::EMAIL, made.email.clone())
            .with(person::STAFF_NO, format!("M{number:05}"))
            .with(person::DEPARTMENT, cell(language))
            .with(
                person::COST_CENTRE,
                format!("{}-{}", self.sites[made.site].tag, cell("cost_centre")),
            )
            .with(person::SITE, RowId(self.sites[made.site].id))
            .with(person::JOINED, made.joined)
            .with(
                person::STATUS,
                if made.left.is_some() {
                    "left"
                } else {
                    "active"
                }
                .to_owned(),
            );
        if !made.hanzi.is_empty() {
            record.set(person::NAME_ZH, made.hanzi.clone());
        }
        if let Some(day) = made.left {
            record.set(person::LEFT_ON, day);
        }
        record
    }

    fn put_person(&mut self, made: Made, record: Record, sink: &mut dyn Sink) -> Result<i64> {
        let id = sink.put(&person::REGISTER, record)?;
        self.people.push(Person {
            id,
            site: made.site,
            department: made.department,
            joined: made.joined,
            left: made.left,
            device: None,
        });
        Ok(id)
    }

    /// A day from `least` to `most` days after `day`.
    pub fn later(&mut self, day: NaiveDate, least: i64, most: i64) -> NaiveDate {
        let days = self.random.between(least, most).unsigned_abs();
        day.checked_add_days(Days::new(days)).unwrap_or(day)
    }
}

/// A person before there is a record of them.
struct Made {
    name: String,
    hanzi: String,
    email: String,
    site: usize,
    department: &'static str,
    joined: NaiveDate,
    left: Option<NaiveDate>,
}
