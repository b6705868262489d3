//! What a review of use brings up: a service nobody bought, and support nobody renewed.

use chrono::{Days, Months};

use super::Sink;
use super::company::{Company, pair};
use crate::Result;
use crate::register::{Micros, Money, Record, RowId, license, product, purchase, usage};

/// People who signed in to the service nobody bought.
const SIGNED_IN: usize = 9;
/// The product whose support ran out, its price for a right and a year, and how many days ago it ended.
const UNSUPPORTED: (&str, i64, i64) = ("oracle", 27_720, 41);

impl Company {
    /// Makes both.
    pub fn unlicensed(&mut self, sink: &mut dyn Sink) -> Result<()> {
        self.never_bought(sink)?;
        self.without_support(sink)
    }

    /// Found in the reports of the network, with no license at all.
    fn never_bought(&self, sink: &mut dyn Sink) -> Result<()> {
        let record = Record::new()
            .with(product::NAME, pair("DeepL 专业版", "DeepL Pro"))
            .with(product::PUBLISHER, "DeepL".to_owned())
            .with(product::EDITION, "Advanced".to_owned())
            .with(product::CATEGORY, "翻译 Translation".to_owned())
            .with(product::TYPE, "commercial".to_owned())
            .with(product::METRIC, "named_user".to_owned())
            .with(product::DATA, "personal".to_owned())
            .with(product::CHINA_EDITION, false)
            .with(product::LIST_PRICE, cny(2_150));
        let found = sink.put(&product::REGISTER, record)?;
        let signed_in = self.people.iter().filter(|person| person.left.is_none());
        for (index, person) in (0..).zip(signed_in.step_by(23).take(SIGNED_IN)) {
            let (starts, ends) = self.month(1);
            let record = Record::new()
                .with(usage::PRODUCT, RowId(found))
                .with(usage::PERSON, RowId(person.id))
                .with(usage::STARTS, starts)
                .with(usage::ENDS, ends)
                .with(usage::MEASURE, "sign_ins".to_owned())
                .with(usage::AMOUNT, 3 + index * 5)
                .with(usage::LAST_USED, ends)
                .with(usage::SOURCE, "log".to_owned());
            sink.put(&usage::REGISTER, record)?;
        }
        Ok(())
    }

    /// Support was paid for a year and not again.
    fn without_support(&self, sink: &mut dyn Sink) -> Result<()> {
        let (key, price, days) = UNSUPPORTED;
        let of = |license: &&super::pools::License| {
            self.products[license.product].line.text("key") == key
        };
        let Some(license) = self.licenses.iter().find(of) else {
            return Ok(());
        };
        let ends = self.ago(days);
        let starts = ends
            .checked_sub_months(Months::new(12))
            .and_then(|day| day.checked_add_days(Days::new(1)))
            .unwrap_or(ends);
        let line = Record::new()
            .with(purchase::LICENSE, RowId(license.id))
            .with(purchase::EFFECT, "maintenance".to_owned())
            .with(purchase::QUANTITY, license.rights)
            .with(purchase::STARTS, starts)
            .with(purchase::ENDS, ends)
            .with(purchase::ORDERED, starts)
            .with(purchase::UNIT_PRICE, Micros(price * 1_000_000))
            .with(purchase::AMOUNT, cny(price * license.rights));
        sink.put(&purchase::REGISTER, line)?;
        let until = Record::new().with(license::MAINTENANCE_UNTIL, ends);
        sink.change(&license::REGISTER, license.id, until)
    }
}

fn cny(whole: i64) -> Money {
    Money {
        amount: whole * 10_000,
        currency: "CNY".to_owned(),
    }
}
