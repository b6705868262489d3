//! Numbers, dates and money as each language writes them, the same as the page does.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Utc};

use super::{Arg, Language, Words};
use crate::register::{Money, number};

/// Days and moments belong to the vault's zone, by default that of Shanghai, which knows no summer time.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

impl Words {
    /// A whole number with its thousands grouped.
    pub fn number(self, value: i64) -> String {
        self.plain(&value.to_string())
    }

    /// A number of more or fewer, with its sign.
    pub fn signed(self, value: i64) -> String {
        match value {
            1.. => format!("+{}", self.number(value)),
            0 => self.number(value),
            _ => self.number(value).replace('-', "−"),
        }
    }

    /// A number of millionths, all its digits kept.
    pub fn decimal(self, micros: i64) -> String {
        self.plain(&number::micros_to_text(micros))
    }

    /// An amount with its currency's code: ¥ is two currencies.
    pub fn money(self, money: &Money) -> String {
        let amount = self.plain(&number::amount_to_text(money.amount));
        format!("{} {amount}", money.currency)
    }

    /// A day: *24 Nov 2026*, *2026年11月24日*.
    pub fn date(self, date: NaiveDate) -> String {
        let month = self.text(&format!("month-{}", date.month()));
        self.format(
            "date",
            &[
                ("day", Arg::from(date.day().to_string())),
                ("month", Arg::from(month)),
                ("year", Arg::from(date.year().to_string())),
            ],
        )
    }

    /// A moment, as a clock in the vault's zone shows it.
    pub fn moment(self, moment: DateTime<Utc>) -> String {
        let local = in_zone(moment);
        format!("{} {}", self.date(local.date()), local.format("%H:%M"))
    }

    /// Groups the whole part of a plain number and sets the language's decimal sign.
    fn plain(self, text: &str) -> String {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => ("-", rest),
            None => ("", text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        // Italian leaves four digits together
        let (group, point, least) = match self.language() {
            Language::En | Language::Zh => (',', '.', 4),
            Language::It => ('.', ',', 5),
        };
        let mut out = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            if index > 0 && left % 3 == 0 && whole.len() >= least {
                out.push(group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(point);
            out.push_str(fraction);
        }
        out
    }
}

/// A moment as the vault's zone reads it.
pub fn in_zone(moment: DateTime<Utc>) -> chrono::NaiveDateTime {
    FixedOffset::east_opt(SHANGHAI_SECONDS).map_or_else(
        || moment.naive_utc(),
        |zone| moment.with_timezone(&zone).naive_local(),
    )
}
