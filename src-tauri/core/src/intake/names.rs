//! Every word under which a field or a choice may stand in a file: labels of all languages, and synonyms kept as data.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::register::parse::{ChoiceNames, fold};
use crate::register::{Field, Kind, REGISTERS, Register};
use crate::words::{Language, Words};

/// The part of a field a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// All of it.
    Whole,
    /// The Chinese half.
    Zh,
    /// The English half.
    En,
    /// The currency of an amount.
    Currency,
    /// All of a field of the officer's own, by its place in the recipe's list.
    Own(u16),
}

impl Aspect {
    /// How it ends a path.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Whole | Self::Own(_) => "",
            Self::Zh => ".zh",
            Self::En => ".en",
            Self::Currency => ".currency",
        }
    }

    /// Those a field can be taken apart into.
    pub fn of(field: &Field) -> &'static [Self] {
        match field.kind {
            Kind::Pair => &[Self::Whole, Self::Zh, Self::En],
            Kind::Money => &[Self::Whole, Self::Currency],
            _ => &[Self::Whole],
        }
    }
}

/// One reading of a header.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// The field.
    pub field: &'static Field,
    /// The part of it.
    pub aspect: Aspect,
    /// Its label in some language, not only a synonym.
    pub label: bool,
}

#[derive(Deserialize)]
struct Data {
    fields: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    choices: BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<String>>>>,
    identifiers: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    layout: Layout,
}

#[derive(Deserialize)]
struct Layout {
    totals: Vec<String>,
}

/// The words, looked up once.
pub struct Names {
    headers: HashMap<&'static str, HashMap<String, Vec<Named>>>,
    choices: HashMap<&'static str, HashMap<&'static str, ChoiceNames>>,
    totals: Vec<String>,
}

const ZH_MARKS: &[&str] = &["zh", "中文", "cn", "chinese", "cinese"];
const EN_MARKS: &[&str] = &["en", "英文", "english", "inglese"];
const CURRENCY_WORDS: &[&str] = &["币种", "货币", "currency", "valuta"];

impl Names {
    /// The words of this program.
    pub fn shared() -> crate::Result<&'static Self> {
        static NAMES: OnceLock<Option<Names>> = OnceLock::new();
        NAMES
            .get_or_init(|| {
                toml::from_str(include_str!("data/synonyms.toml"))
                    .ok()
                    .map(Self::build)
            })
            .as_ref()
            .ok_or_else(|| crate::Error::new("bad_arguments").with("detail", "synonyms.toml"))
    }

    fn build(data: Data) -> Self {
        let mut names = Self {
            headers: HashMap::new(),
            choices: HashMap::new(),
            totals: data.layout.totals.iter().map(|word| fold(word)).collect(),
        };
        for register in REGISTERS {
            for field in register.fields() {
                for language in Language::ALL {
                    let words = Words::new(language);
                    names.add_header(register, field, &words.field(register.key, field.key), true);
                }
                names.add_choices(register, field, &data);
            }
            // labels of every field stand before synonyms of any
            for field in register.fields() {
                let synonyms = data
                    .fields
                    .get(register.key)
                    .and_then(|fields| fields.get(field.key));
                for word in synonyms.into_iter().flatten() {
                    names.add_header(register, field, word, false);
                }
                names.add_header(register, field, field.key, false);
            }
        }
        names
    }

    fn add_header(
        &mut self,
        register: &'static Register,
        field: &'static Field,
        word: &str,
        label: bool,
    ) {
        let folded = fold(word);
        let headers = self.headers.entry(register.key).or_default();
        let mut add = |word: String, aspect: Aspect| {
            let named = headers.entry(word).or_default();
            if !named
                .iter()
                .any(|known| known.field.key == field.key && known.aspect == aspect)
            {
                named.push(Named {
                    field,
                    aspect,
                    label,
                });
            }
        };
        if field.kind == Kind::Pair {
            for (marks, aspect) in [(ZH_MARKS, Aspect::Zh), (EN_MARKS, Aspect::En)] {
                for mark in marks {
                    add(format!("{folded}{mark}"), aspect);
                    add(format!("{mark}{folded}"), aspect);
                }
            }
        }
        if matches!(field.kind, Kind::Money) {
            for mark in CURRENCY_WORDS {
                add(format!("{folded}{mark}"), Aspect::Currency);
                add((*mark).to_owned(), Aspect::Currency);
            }
        }
        add(folded, Aspect::Whole);
    }

    fn add_choices(&mut self, register: &'static Register, field: &'static Field, data: &Data) {
        let mut names = ChoiceNames::new();
        for key in field.choices() {
            let labels = Language::ALL
                .map(|language| fold(&Words::new(language).choice(register.key, field.key, key)));
            // our own workbooks write two languages side by side
            for first in &labels {
                names.insert(first.clone(), key);
                for second in labels.iter().filter(|second| *second != first) {
                    names.insert(format!("{first}{second}"), key);
                }
            }
            names.insert(fold(key), key);
            let synonyms = data
                .choices
                .get(register.key)
                .and_then(|fields| fields.get(field.key))
                .and_then(|keys| keys.get(*key));
            for word in synonyms.into_iter().flatten() {
                names.entry(fold(word)).or_insert(key);
            }
        }
        if let Kind::Identifier(identifier) = field.kind {
            for (code, words) in data.identifiers.get(identifier.key()).into_iter().flatten() {
                for word in words {
                    names.insert(fold(word), code_of(code));
                }
            }
        }
        if !names.is_empty() {
            self.choices
                .entry(register.key)
                .or_default()
                .insert(field.key, names);
        }
    }

    /// What a header in the form of [`fold`] may mean in a register, the label first.
    pub fn header(&self, register: &str, folded: &str) -> &[Named] {
        self.headers
            .get(register)
            .and_then(|headers| headers.get(folded))
            .map_or(&[], Vec::as_slice)
    }

    /// Every word for the fields of a register.
    pub fn words(&self, register: &str) -> impl Iterator<Item = (&str, &[Named])> {
        self.headers
            .get(register)
            .into_iter()
            .flatten()
            .map(|(word, named)| (word.as_str(), named.as_slice()))
    }

    /// Names of the choices of a field.
    pub fn choices(&self, register: &str, field: &str) -> Option<&ChoiceNames> {
        self.choices
            .get(register)
            .and_then(|fields| fields.get(field))
    }

    /// Whether text begins a row of totals.
    pub fn is_total(&self, text: &str) -> bool {
        self.totals.contains(&fold(text))
    }
}

/// The static code of a country or currency; there are few and they live as long as the program.
fn code_of(code: &str) -> &'static str {
    const CODES: &[&str] = &[
        "CN", "IT", "DE", "US", "GB", "FR", "JP", "KR", "SG", "HK", "TW", "IN", "NL", "CH", "SE",
        "CNY", "EUR", "USD", "HKD", "JPY", "GBP",
    ];
    CODES
        .iter()
        .find(|known| **known == code)
        .copied()
        .unwrap_or("")
}
