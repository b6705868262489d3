//! The product a raw name would become: without processor, language and the maker's own count of versions.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::version::years;
use super::waiting::Waiting;

/// What in brackets, or after a dash, says nothing of the product.
const ASIDE: [&str; 22] = [
    "x64",
    "x86",
    "64-bit",
    "32-bit",
    "64 bit",
    "32 bit",
    "64位",
    "64-位",
    "32位",
    "64-bit x64",
    "x64 edition",
    "x86 edition",
    "64-bit edition",
    "简体中文",
    "简体中文版",
    "中文版",
    "simplified chinese",
    "english",
    "italiano",
    "all users",
    "current user",
    "简体中文 (simplified chinese)",
];

/// A product to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Proposed {
    /// Its name.
    pub name: String,
    /// Its publisher.
    pub publisher: String,
    /// Its version, where the name says one that is bought.
    pub version: String,
}

/// The product a name would become.
pub(super) fn proposed(waiting: &Waiting) -> Proposed {
    let name = bare(&waiting.name);
    let version = years(&name).pop().unwrap_or_default();
    let unversioned = without(&name, |word| {
        word == version
            || is_dotted(
                word.trim_start_matches(['v', 'V', '('])
                    .trim_end_matches(')'),
            )
    });
    let name = match unversioned.chars().any(char::is_alphabetic) {
        true => unversioned,
        false => name,
    };
    Proposed {
        name,
        publisher: publisher(waiting.publisher.as_deref().unwrap_or_default()),
        version,
    }
}

/// Without what stands in brackets or after a dash and says nothing.
fn bare(name: &str) -> String {
    let mut name = name.trim().to_owned();
    loop {
        let lower = name.to_lowercase();
        let ends = ASIDE.iter().find_map(|word| {
            let forms = [
                format!("({word})"),
                format!("（{word}）"),
                format!("- {word}"),
                format!(" {word}"),
            ];
            forms
                .into_iter()
                .find(|form| lower.ends_with(form.as_str()))
        });
        let code = ends
            .map(|form| form.len())
            .or_else(|| language_code(&lower));
        match code.and_then(|length| name.get(..name.len().checked_sub(length)?)) {
            Some(rest) if !rest.trim().is_empty() && lower.len() == name.len() => {
                name = rest.trim_end_matches([' ', '-', '_']).to_owned();
            }
            _ => return name,
        }
    }
}

/// Length of ` - zh-cn` at the end.
fn language_code(lower: &str) -> Option<usize> {
    let (_, last) = lower.rsplit_once(' ')?;
    let (language, region) = last.split_once('-')?;
    let letters =
        |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    (letters(language) && letters(region)).then_some(last.len() + 1)
}

fn without(name: &str, drop: impl Fn(&str) -> bool) -> String {
    let words = name
        .split_whitespace()
        .filter(|word| !drop(word) && *word != "-");
    words.collect::<Vec<_>>().join(" ")
}

fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Without the form of the company.
fn publisher(found: &str) -> String {
    const FORMS: [&str; 14] = [
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "incorporated",
        "corporation",
        "limited",
        "company",
        "gmbh",
        "corp",
        "inc",
        "llc",
        "ltd",
        "co",
        "ag",
    ];
    let mut name = found.trim();
    loop {
        let cut = name.trim_end_matches([' ', ',', '.']);
        let form = FORMS.iter().find(|form| {
            let start = cut.len().checked_sub(form.len());
            let end = start.and_then(|at| Some((at, cut.get(at..)?)));
            end.is_some_and(|(at, end)| {
                let apart = !form.is_ascii() || cut[..at].ends_with([' ', '.', ',']);
                at > 0 && apart && end.eq_ignore_ascii_case(form)
            })
        });
        match form {
            Some(form) => name = &cut[..cut.len() - form.len()],
            None => return cut.to_owned(),
        }
    }
}
