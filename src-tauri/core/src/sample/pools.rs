//! The licenses and the story of each: what was bought, renewed, maintained and given back.

use chrono::{Days, Months, NaiveDate};

use super::Sink;
use super::company::{Company, MILAN, workday};
use super::table::Line;
use crate::Result;
use crate::register::license;

/// A license, as far as what follows needs to know.
#[derive(Debug, Clone)]
pub struct License {
    pub id: i64,
    pub product: usize,
    pub site: usize,
    pub rights: i64,
    pub assigned: i64,
    pub starts: NaiveDate,
    /// Ended before today and not renewed.
    pub expired: bool,
}

/// A purchase line before it is ordered.
#[derive(Debug, Clone)]
pub struct Planned {
    pub license: i64,
    pub product: usize,
    pub effect: &'static str,
    pub quantity: i64,
    pub starts: NaiveDate,
    pub ends: Option<NaiveDate>,
    pub ordered: NaiveDate,
    pub vendor: usize,
    pub entity: usize,
    pub contract: Option<usize>,
    /// Price of one with tax, in cents of the vendor's currency.
    pub price: i64,
    /// Percent of value-added tax.
    pub vat: i64,
}

/// Subscriptions nobody renewed, still in use: product, site, which of the site's pools.
pub const EXPIRED: [(&str, usize, usize); 3] =
    [("jetbrains", 0, 1), ("acrobat", 0, 1), ("wps", 1, 1)];
/// Rights given back: product, site, how many.
const RETURNED: [(&str, usize, i64); 3] = [("foxit", 0, 4), ("zwcad", 1, 5), ("swstd", 0, 1)];
/// Kinds of software whose perpetual licenses carry paid maintenance.
const MAINTAINED: [&str; 5] = ["CAD", "CAE", "EDA", "PLM", "CAM"];

/// One pool to be made.
pub struct Pool {
    pub product: usize,
    pub line: Line,
    pub site: usize,
    /// Which of the pools of this product at this site.
    pub number: usize,
    pub rights: i64,
    pub vendor: usize,
    pub entity: usize,
    pub price: i64,
    pub vat: i64,
    /// Begin of the running year.
    pub anniversary: NaiveDate,
}

impl Company {
    /// Makes every license of the data file and answers with the lines to be ordered for them.
    pub fn pools(&mut self, sink: &mut dyn Sink) -> Result<Vec<Planned>> {
        let mut planned = Vec::new();
        for product in 0..self.products.len() {
            let line = self.products[product].line.clone();
            let parts = usize::try_from(line.number("pools")).unwrap_or(1).max(1);
            let sites: Vec<i64> = line
                .list("rights", ' ')
                .filter_map(|text| text.parse().ok())
                .collect();
            for (site, rights) in sites.into_iter().enumerate() {
                for (number, rights) in split(rights, parts).into_iter().enumerate() {
                    let pool = self.pool(product, line.clone(), site, number, rights);
                    planned.extend(self.license(&pool, sink)?);
                }
            }
        }
        Ok(planned)
    }

    fn pool(
        &mut self,
        product: usize,
        line: Line,
        site: usize,
        number: usize,
        rights: i64,
    ) -> Pool {
        let vendor = self.vendor_for(&line, site);
        let abroad = self.vendors[vendor].region.is_none();
        let vat = match (abroad, self.vendors[vendor].key, site) {
            (false, _, _) => line.number("vat"),
            (true, "milano", MILAN) => 22,
            (true, _, _) => 0,
        };
        let list = line.number("price") * 100;
        let price = list * self.random.between(72, 100) / 100;
        let price = if abroad { price * 10 / 78 } else { price };
        // each vendor is ordered from on few days a year: so several lines come on one order and one fapiao
        let round = [0, 60, 182][(product + number) % 3];
        let days = i64::try_from((vendor * 37 + 20) % 165 + 15 + round).unwrap_or(90);
        let late = if EXPIRED.contains(&(line.text("key"), site, number)) {
            365 + 40 - days
        } else {
            0
        };
        Pool {
            entity: self.sites[site].entity,
            // whole yuan or euro and the usual .00: prices are agreed, not drawn
            price: price / 100 * 100,
            anniversary: self.ago(days + late),
            product,
            line,
            site,
            number,
            rights,
            vendor,
            vat,
        }
    }

    /// The product's vendor: abroad for Milan where there is one, in China otherwise.
    fn vendor_for(&self, line: &Line, site: usize) -> usize {
        let named: Vec<usize> = line
            .list("vendors", ',')
            .filter_map(|key| self.vendors.iter().position(|vendor| vendor.key == key))
            .collect();
        let milano = self
            .vendors
            .iter()
            .position(|vendor| vendor.key == "milano");
        if site == MILAN {
            return milano.unwrap_or_default();
        }
        named.first().copied().unwrap_or_default()
    }

    fn license(&mut self, pool: &Pool, sink: &mut dyn Sink) -> Result<Vec<Planned>> {
        let model = pool.line.text("model");
        let story = if matches!(model, "saas" | "subscription") {
            self.subscription(pool)
        } else {
            self.perpetual(pool)
        };
        let key = pool.line.text("key");
        let record = self.license_record(pool, &story);
        let id = sink.put(&license::REGISTER, record)?;
        let starts = story
            .iter()
            .map(|line| line.starts)
            .min()
            .unwrap_or(self.today);
        self.licenses.push(License {
            id,
            product: pool.product,
            site: pool.site,
            rights: pool.rights,
            assigned: 0,
            starts,
            expired: EXPIRED.contains(&(key, pool.site, pool.number)),
        });
        Ok(story
            .into_iter()
            .map(|line| Planned {
                license: id,
                ..line
            })
            .collect())
    }

    /// One to three years, each renewed before it ended; sometimes more rights within the last.
    fn subscription(&mut self, pool: &Pool) -> Vec<Planned> {
        let years = u32::try_from(self.random.between(0, 2)).unwrap_or_default();
        let mut story = Vec::new();
        for back in (0..=years).rev() {
            let starts = pool
                .anniversary
                .checked_sub_months(Months::new(12 * back))
                .unwrap_or(pool.anniversary);
            let effect = match back {
                2 => "opening",
                _ if back == years => "add",
                _ => "renew",
            };
            let quantity = if back == 0 {
                pool.rights
            } else {
                self.some_of(pool.rights)
            };
            story.push(self.planned(pool, effect, quantity, starts, year_from(starts)));
        }
        let last = story.len() - 1;
        let more = pool.rights / 5;
        let begin = self.later(pool.anniversary, 8, 90);
        if more > 0 && begin < self.today && self.random.percent(30) {
            story[last].quantity -= more;
            let ends = story[last].ends;
            story.push(self.planned(pool, "add", more, begin, ends));
        }
        story
    }

    /// Bought once or twice, with maintenance where the trade sells it, and now and then something given back.
    fn perpetual(&mut self, pool: &Pool) -> Vec<Planned> {
        let key = pool.line.text("key");
        let returned = RETURNED
            .iter()
            .find(|(product, site, _)| (*product, *site) == (key, pool.site));
        let returned = returned
            .filter(|_| pool.number == 0)
            .map_or(0, |(_, _, count)| *count);
        let years = u32::try_from(self.random.between(1, 2)).unwrap_or(1);
        let first_day = pool
            .anniversary
            .checked_sub_months(Months::new(12 * years))
            .unwrap_or(pool.anniversary);
        let later = if returned == 0 && self.random.percent(25) {
            pool.rights / 4
        } else {
            0
        };
        let effect = if years == 2 { "opening" } else { "add" };
        let mut story = vec![self.planned(
            pool,
            effect,
            pool.rights + returned - later,
            first_day,
            None,
        )];
        if later > 0 {
            story.push(self.planned(pool, "add", later, pool.anniversary, None));
        }
        if returned > 0 {
            let day = self.later(first_day, 20, 60);
            story.push(self.planned(pool, "return", returned, day, None));
        }
        let maintained =
            MAINTAINED.contains(&pool.line.text("category")) && self.random.percent(70);
        for back in if maintained {
            (0..years).rev()
        } else {
            (0..0).rev()
        } {
            let starts = pool
                .anniversary
                .checked_sub_months(Months::new(12 * back))
                .unwrap_or(pool.anniversary);
            let mut line =
                self.planned(pool, "maintenance", pool.rights, starts, year_from(starts));
            line.price = line.price * 18 / 10_000 * 100;
            story.push(line);
        }
        story
    }

    fn some_of(&mut self, rights: i64) -> i64 {
        (rights * self.random.between(70, 100) / 100).max(1)
    }

    fn planned(
        &mut self,
        pool: &Pool,
        effect: &'static str,
        quantity: i64,
        starts: NaiveDate,
        ends: Option<NaiveDate>,
    ) -> Planned {
        let ordered = workday(starts.checked_sub_days(Days::new(9)).unwrap_or(starts));
        let wanted = match (effect, pool.line.text("model")) {
            ("maintenance", _) => "maintenance",
            (_, "saas" | "subscription") => "subscription",
            _ => "framework",
        };
        let fits = |kind: &str| {
            self.contracts.iter().position(|contract| {
                contract.vendor == pool.vendor
                    && contract.kind == kind
                    && contract.signed <= ordered
            })
        };
        let contract = fits(wanted).or_else(|| fits("framework"));
        Planned {
            license: 0,
            product: pool.product,
            effect,
            quantity,
            starts,
            ends,
            ordered,
            vendor: pool.vendor,
            entity: pool.entity,
            contract: contract.filter(|_| self.random.percent(93)),
            price: pool.price,
            vat: pool.vat,
        }
    }
}

/// The last day of the year that begins on this day.
fn year_from(starts: NaiveDate) -> Option<NaiveDate> {
    starts
        .checked_add_months(Months::new(12))
        .and_then(|day| day.pred_opt())
}

/// `total` in `parts` as equal as can be; fewer parts when there is not one for each.
fn split(total: i64, parts: usize) -> Vec<i64> {
    let parts = i64::try_from(parts).unwrap_or(1);
    let of = |part: i64| total / parts + i64::from(part < total % parts);
    (0..parts).map(of).filter(|part| *part > 0).collect()
}
