//! Which text for which key. The Fluent files under `locales/` are the same ones the page uses and are part of the program.
//!
//! [`Words`] speaks one language; [`Side`] speaks the two that stand beside each other in a workbook. A missing text shows its
//! id, so that it is seen and never stops an export.

mod bundle;
mod show;
mod side;

use std::collections::HashMap;

use fluent_bundle::FluentArgs;
pub use fluent_bundle::FluentValue as Arg;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::register::{Field, Pair, Register};
use crate::vault::setting::reminder_of;
pub use show::in_zone;
pub use side::{Side, WorkbookLanguages};

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub enum Language {
    /// English, as written in Britain.
    #[serde(rename = "en")]
    En,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    Zh,
    /// Italian.
    #[serde(rename = "it")]
    It,
}

impl Language {
    /// Every language, in the order of choice.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::It];

    /// The tag, which is also the folder under `locales/`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
            Self::It => "it",
        }
    }

    /// The language of a tag such as `zh_CN.UTF-8`; `None` for one that is not spoken here.
    pub fn of(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|language| tag.starts_with(&language.tag()[..2]))
    }
}

/// The texts of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The texts of a language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language spoken.
    pub const fn language(self) -> Language {
        self.language
    }

    /// Whether there is a text.
    pub fn has(self, id: &str) -> bool {
        bundle::of(self.language).has_message(id)
    }

    /// The text of an id; the id itself where there is none.
    pub fn text(self, id: &str) -> String {
        self.fill(id, None)
    }

    /// What a setting is called whose changes stand in the log.
    pub fn setting(self, field: &str) -> String {
        match reminder_of(field) {
            Some(kind) => {
                let date = self.text(&format!("deadline-{kind}"));
                self.format("settings-reminder", &[("date", date)])
            }
            None => self.text(&field.replace('_', "-")),
        }
    }

    /// A text with named arguments, all of one type: `words.format("rows", &[("count", 3)])`. Mixed ones are [`Arg`]s.
    pub fn format<'a, V>(self, id: &str, args: &[(&'a str, V)]) -> String
    where
        V: Into<Arg<'a>> + Clone,
    {
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            filled.set(*name, value.clone());
        }
        self.fill(id, Some(&filled))
    }

    fn fill(self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundle::of(self.language);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut faults = Vec::new();
        bundle
            .format_pattern(pattern, args, &mut faults)
            .into_owned()
    }

    /// A register's name for one of its records: *License*.
    pub fn label(self, register: &str) -> String {
        self.text(register)
    }

    /// A register's name for all of them: *Licenses*.
    pub fn plural(self, register: &str) -> String {
        self.text(&format!("{register}-plural"))
    }

    /// A field's label.
    pub fn field(self, register: &str, field: &str) -> String {
        self.text(&format!("{register}-{field}"))
    }

    /// The label of a choice of a field.
    pub fn choice(self, register: &str, field: &str, key: &str) -> String {
        self.text(&format!("{register}-{field}--{key}"))
    }

    /// The title of a section of a form.
    pub fn section(self, register: &str, section: &str) -> String {
        self.text(&format!("{register}-section-{section}"))
    }

    /// Every choice of a field by key, looked up once for many rows.
    pub fn choices(self, register: &Register, field: &Field) -> HashMap<&'static str, String> {
        field
            .choices()
            .iter()
            .map(|key| (*key, self.choice(register.key, field.key, key)))
            .collect()
    }

    /// The half of a pair a reader of this language wants, or the other where that is missing. Italian readers get English:
    /// data is kept in Chinese and English only.
    pub fn half(self, pair: &Pair) -> &str {
        match self.language {
            Language::Zh => pair.zh_or_en(),
            Language::En | Language::It => pair.en_or_zh(),
        }
    }

    /// What went wrong, in a sentence. Arguments that are keys of registers and fields are labelled.
    pub fn error(self, error: &crate::Error) -> String {
        let id = format!("error-{}", error.code);
        if !self.has(&id) {
            return self.format("error-unexpected", &[("detail", error.to_string())]);
        }
        let register = error.args.get("register").map(String::as_str);
        let field = error.field.as_deref();
        let mut args = FluentArgs::new();
        for (name, value) in &error.args {
            args.set(name.as_str(), self.argument(name, value, register, field));
        }
        if let Some(field) = field
            && !error.args.contains_key("field")
        {
            args.set("field", self.argument("field", field, register, None));
        }
        self.fill(&id, Some(&args))
    }

    /// An argument of an error as it is shown: keys become labels, counts numbers that choose a plural.
    fn argument<'a>(
        self,
        name: &str,
        value: &'a str,
        register: Option<&str>,
        field: Option<&str>,
    ) -> Arg<'a> {
        let label = |id: String| self.has(&id).then(|| self.text(&id));
        let labelled = match (name, register, field) {
            ("register" | "target", ..) => label(value.to_owned()),
            ("field", Some(register), _) => label(format!("{register}-{value}")),
            ("choice", Some(register), Some(field)) => {
                label(format!("{register}-{field}--{value}"))
            }
            _ => None,
        };
        match (labelled, name) {
            (Some(text), _) => Arg::from(text),
            (None, "count" | "rows" | "limit") => value
                .parse::<i64>()
                .map_or_else(|_| Arg::from(value), Arg::from),
            (None, _) => Arg::from(value),
        }
    }
}

#[cfg(test)]
mod tests;
