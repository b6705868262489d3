//! Values of fields, and their canonical JSON for the change log.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value as Json, json};
use ts_rs::TS;

use super::number::amount_to_text;

/// Text in Chinese and English; a half may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Pair {
    /// Chinese.
    pub zh: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl Pair {
    /// Both halves.
    pub fn both(zh: &str, en: &str) -> Self {
        Self {
            zh: Some(zh.to_owned()),
            en: Some(en.to_owned()),
        }
    }

    /// The same plain text for whichever language is asked: names that are not translated.
    pub fn plain(text: &str) -> Self {
        Self {
            zh: None,
            en: Some(text.to_owned()),
        }
    }

    /// Text of one language: Chinese if it is written so.
    pub fn by_script(text: &str) -> Self {
        if super::parse::has_han(text) {
            Self {
                zh: Some(text.to_owned()),
                en: None,
            }
        } else {
            Self::plain(text)
        }
    }

    /// Neither half.
    pub fn is_empty(&self) -> bool {
        self.zh.is_none() && self.en.is_none()
    }

    /// Chinese first, or English where that is missing.
    pub fn zh_or_en(&self) -> &str {
        self.zh
            .as_deref()
            .or(self.en.as_deref())
            .unwrap_or_default()
    }

    /// English first, or Chinese where that is missing.
    pub fn en_or_zh(&self) -> &str {
        self.en
            .as_deref()
            .or(self.zh.as_deref())
            .unwrap_or_default()
    }
}

/// An amount with its currency, exact to 1/10 000 unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// 1/10 000 units of the currency.
    pub amount: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// Exchanged with its amount as text: a page's numbers are not exact.
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut money = serializer.serialize_struct("Money", 2)?;
        money.serialize_field("amount", &amount_to_text(self.amount))?;
        money.serialize_field("currency", &self.currency)?;
        money.end()
    }
}

/// One version of a file kept in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileRef {
    /// Name of the encrypted file under `evidence/`, a UUID.
    pub id: String,
    /// Name as received.
    pub name: String,
    /// Bytes of the plain file.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256 of the plain file, hex.
    pub sha256: String,
    /// 1 for the first.
    pub version: u32,
    /// When it was taken in, UTC.
    pub received: String,
}

/// The value of one field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing entered.
    #[default]
    Null,
    /// Text, note, code, identifier, choice, secret.
    Text(String),
    /// Whole number.
    Integer(i64),
    /// Millionths.
    Decimal(i64),
    /// Amount with currency.
    Money(Money),
    /// Day.
    Date(NaiveDate),
    /// Moment, UTC.
    Moment(DateTime<Utc>),
    /// Yes or no.
    Flag(bool),
    /// Two languages.
    Pair(Pair),
    /// Several choices, in the order of their list.
    Choices(Vec<String>),
    /// A record of the target register, by row id.
    Link(i64),
    /// Records of the target register, by row id.
    Links(Vec<i64>),
    /// Records of any register.
    AnyLinks(Vec<(&'static str, i64)>),
    /// Files, oldest version first.
    Files(Vec<FileRef>),
}

impl Value {
    /// Nothing entered, or nothing in what was entered.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::Pair(pair) => pair.is_empty(),
            Self::Choices(list) => list.is_empty(),
            Self::Links(list) => list.is_empty(),
            Self::AnyLinks(list) => list.is_empty(),
            Self::Files(list) => list.is_empty(),
            _ => false,
        }
    }

    /// Canonical JSON: what the log commits to. Links stand as the UUIDs that `uuid` gives for register and row.
    pub fn canonical(&self, target: &str, uuid: &mut dyn FnMut(&str, i64) -> String) -> Json {
        match self {
            Self::Null => Json::Null,
            Self::Text(text) => json!(text),
            Self::Integer(number) => json!(number),
            Self::Decimal(micros) => json!(super::number::micros_to_text(*micros)),
            Self::Money(money) => {
                json!([super::number::amount_to_text(money.amount), money.currency])
            }
            Self::Date(date) => json!(date.to_string()),
            Self::Moment(moment) => json!(moment_text(*moment)),
            Self::Flag(flag) => json!(flag),
            Self::Pair(pair) => json!([pair.zh, pair.en]),
            Self::Choices(list) => json!(list),
            Self::Link(id) => json!(uuid(target, *id)),
            Self::Links(ids) => {
                Json::Array(ids.iter().map(|id| json!(uuid(target, *id))).collect())
            }
            Self::AnyLinks(ids) => Json::Array(
                ids.iter()
                    .map(|(register, id)| json!([register, uuid(register, *id)]))
                    .collect(),
            ),
            Self::Files(files) => json!(files),
        }
    }
}

/// A moment as ISO text in UTC with milliseconds, as stored.
pub fn moment_text(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}
