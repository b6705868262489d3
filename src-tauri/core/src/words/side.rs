//! Two languages beside each other, as workbooks show them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Arg, Language, Words};
use crate::register::Pair;

/// The languages a workbook can be made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkbookLanguages {
    /// Chinese and English.
    ZhEn,
    /// Chinese and Italian: labels and sentences; data keeps its Chinese and English halves.
    ZhIt,
    /// English.
    En,
    /// Chinese.
    Zh,
    /// Italian.
    It,
}

/// Texts in one language or in two beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    first: Words,
    second: Option<Words>,
}

impl Side {
    /// The languages of a workbook.
    pub const fn new(languages: WorkbookLanguages) -> Self {
        let (first, second) = match languages {
            WorkbookLanguages::ZhEn => (Language::Zh, Some(Language::En)),
            WorkbookLanguages::ZhIt => (Language::Zh, Some(Language::It)),
            WorkbookLanguages::En => (Language::En, None),
            WorkbookLanguages::Zh => (Language::Zh, None),
            WorkbookLanguages::It => (Language::It, None),
        };
        let second = match second {
            Some(language) => Some(Words::new(language)),
            None => None,
        };
        Self {
            first: Words::new(first),
            second,
        }
    }

    /// The language read first.
    pub const fn first(self) -> Words {
        self.first
    }

    /// The language beside it.
    pub const fn second(self) -> Option<Words> {
        self.second
    }

    /// What both say with `between` in the middle, once where they say the same.
    pub fn joined(self, between: &str, say: impl Fn(Words) -> String) -> String {
        let first = say(self.first);
        match self.second.map(say) {
            Some(second) if second != first => format!("{first}{between}{second}"),
            _ => first,
        }
    }

    /// A text in both, on one line.
    pub fn inline(self, id: &str) -> String {
        self.joined(" ", |words| words.text(id))
    }

    /// A text in both, the second under the first.
    pub fn stacked(self, id: &str) -> String {
        self.joined("\n", |words| words.text(id))
    }

    /// A text with arguments in both, the second under the first.
    pub fn stacked_with<'a, V>(self, id: &str, args: &[(&'a str, V)]) -> String
    where
        V: Into<Arg<'a>> + Clone,
    {
        self.joined("\n", |words| words.format(id, args))
    }

    /// Both halves of a pair in the order of this workbook; one language asks for one half, or the other where it is missing.
    pub fn pair(self, pair: &Pair, between: &str) -> String {
        match (&pair.zh, &pair.en) {
            (Some(zh), Some(en)) if self.second.is_some() && zh != en => {
                format!("{zh}{between}{en}")
            }
            _ => self.first.half(pair).to_owned(),
        }
    }
}
