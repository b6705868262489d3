//! The message that asks a holder whether a right is still needed: in Chinese and English, or in Italian for those who prefer it.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::Found;
use crate::Result;
use crate::ledger::{record, title};
use crate::register::{Pair, person, product};
use crate::words::{Arg, Language, Words};

/// A message to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AskMessage {
    /// Where to send it, if known.
    pub email: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// The message to the person a finding is about.
pub fn message(conn: &Connection, found: &Found, due: NaiveDate, from: &str) -> Result<AskMessage> {
    let holder = match found.person {
        Some(person) => record(conn, &person::REGISTER, person)?,
        None => crate::register::Record::new(),
    };
    let software = match found.product {
        Some(product) => title(conn, &product::REGISTER, product)?,
        None => Pair::default(),
    };
    let name = Pair {
        zh: holder.get(person::NAME_ZH),
        en: holder.get(person::NAME),
    };
    let italian = holder.get(person::LANGUAGE).as_deref() == Some("it");
    let languages: &[Language] = if italian {
        &[Language::It]
    } else {
        &[Language::Zh, Language::En]
    };
    let said = |id: &str, between: &str| {
        let texts = languages.iter().map(|language| {
            let words = Words::new(*language);
            let day = found.day.map(|day| words.date(day));
            words.format(
                id,
                &[
                    ("holder", Arg::from(words.half(&name).to_owned())),
                    ("product", Arg::from(words.half(&software).to_owned())),
                    (
                        "day",
                        Arg::from(day.unwrap_or_else(|| words.text("findings-day-unknown"))),
                    ),
                    ("due", Arg::from(words.date(due))),
                    ("from", Arg::from(from)),
                ],
            )
        });
        texts.collect::<Vec<_>>().join(between)
    };
    Ok(AskMessage {
        email: holder.get(person::EMAIL),
        subject: said("ask-subject", " / "),
        text: said("ask-text", "\n\n———\n\n"),
    })
}
