//! Numbers that pass the product's own checks: unified social credit codes and fapiao numbers.

use chrono::{Datelike, NaiveDate};

use super::random::Random;
use crate::register::identifier::{organisation_check, uscc_check};

/// Characters of an organisation code after its fixed beginning: digits and the letters a unified code allows.
const BODY: [&str; 20] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "G", "H", "K", "R", "W",
    "X",
];

/// A company's unified social credit code in this six-digit division.
pub fn uscc(random: &mut Random, division: &str) -> String {
    let mut organisation = "MA".to_owned();
    (0..6).for_each(|_| organisation.push_str(random.word(&BODY)));
    let check = organisation_check(&organisation).unwrap_or('0');
    let body = format!("91{division}{organisation}{check}");
    let last = uscc_check(&body).unwrap_or('0');
    format!("{body}{last}")
}

/// What is printed at the top of a fapiao.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FapiaoNumber {
    /// Kind as a choice key of the register.
    pub kind: &'static str,
    /// Number.
    pub number: String,
    /// Code of older kinds.
    pub code: Option<String>,
}

/// The day from which the sample's sellers issue only fully digitalised fapiao.
const DIGITAL_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(2024, 7, 1);

/// A number nobody else has: `counter` counts the fapiao made so far.
pub fn fapiao(
    random: &mut Random,
    region: &str,
    issued: NaiveDate,
    special: bool,
    counter: usize,
) -> FapiaoNumber {
    let year = issued.year() % 100;
    let serial = counter * 1_009 + random.below(1_009);
    if DIGITAL_FROM.is_some_and(|day| issued >= day) {
        return FapiaoNumber {
            kind: if special { "e_special" } else { "e_ordinary" },
            number: format!("{year:02}{region}2{:015}", 100_000_000 + serial),
            code: None,
        };
    }
    let number = format!("{:08}", 10_000_000 + serial % 80_000_000);
    let batch = 1 + serial % 9;
    if special {
        FapiaoNumber {
            kind: "vat_special",
            number,
            code: Some(format!("{region}00{year:02}{batch}130")),
        }
    } else {
        FapiaoNumber {
            kind: "vat_ordinary",
            number,
            code: Some(format!("0{region}00{year:02}00{batch}11")),
        }
    }
}

/// Tax and net of an amount that includes tax, in cents: the tax is what the rounded net leaves.
pub fn net_of(gross: i64, percent: i64) -> i64 {
    let scaled = gross * 100;
    let divisor = 100 + percent;
    let half = if scaled < 0 { -divisor } else { divisor } / 2;
    (scaled + half) / divisor
}
