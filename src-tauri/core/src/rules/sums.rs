//! Money paid every year and money paid once: never one figure.

use serde::Serialize;
use ts_rs::TS;

use crate::register::Money;

/// Sums in the reporting currency, in 1/10 000 units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Every year.
    pub yearly: i64,
    /// Once.
    pub once: i64,
}

impl Sums {
    /// Adds an amount to one of them.
    pub const fn add(&mut self, amount: i64, yearly: bool) {
        if yearly {
            self.yearly += amount;
        } else {
            self.once += amount;
        }
    }

    /// Both together, for ranking only.
    pub const fn whole(&self) -> i64 {
        self.yearly + self.once
    }

    /// Each with the other's.
    pub const fn plus(self, other: Self) -> Self {
        Self {
            yearly: self.yearly + other.yearly,
            once: self.once + other.once,
        }
    }

    /// Each without the other's, as far as there is any.
    pub fn less(self, other: Self) -> Self {
        Self {
            yearly: (self.yearly - other.yearly).max(0),
            once: (self.once - other.once).max(0),
        }
    }

    /// So many of so many.
    pub fn share(self, part: i64, whole: i64) -> Self {
        Self {
            yearly: share(self.yearly, part, whole),
            once: share(self.once, part, whole),
        }
    }

    /// The one with more money.
    pub const fn larger(self, other: Self) -> Self {
        if other.whole() > self.whole() {
            other
        } else {
            self
        }
    }

    /// As money of a currency.
    pub fn within(self, currency: &str) -> MoneySums {
        let money = |amount| Money {
            amount,
            currency: currency.to_owned(),
        };
        MoneySums {
            yearly: money(self.yearly),
            once: money(self.once),
        }
    }
}

/// An amount for so many of so many.
pub fn share(amount: i64, part: i64, whole: i64) -> i64 {
    let exact = i128::from(amount) * i128::from(part);
    i64::try_from(exact / i128::from(whole)).unwrap_or(i64::MAX)
}

/// Money in the reporting currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MoneySums {
    /// Every year.
    #[ts(type = "Money")]
    pub yearly: Money,
    /// Once.
    #[ts(type = "Money")]
    pub once: Money,
}

impl MoneySums {
    /// `CNY 1,200.00 a year · CNY 300.00 once`.
    pub fn said(&self, words: crate::words::Words) -> String {
        [("yearly", &self.yearly), ("once", &self.once)]
            .map(|(key, money)| {
                let args = [("money", words.money(money))];
                words.format(&format!("findings-{key}"), &args)
            })
            .join(" · ")
    }
}
