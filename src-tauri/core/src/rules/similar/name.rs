//! A name taken apart for comparing.

use std::collections::HashMap;
use std::sync::OnceLock;

use rapidfuzz::distance::indel::BatchComparator;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::register::parse::has_han;

/// A version or an edition one of the names does not say.
const UNSAID: f64 = 4.0;
/// Two versions.
const OTHER_VERSION: f64 = 8.0;
/// Two editions, or two numbers such as 365 and 2016.
const OTHER_EDITION: f64 = 15.0;

#[derive(Deserialize)]
struct Data {
    noise: Vec<String>,
    chinese: Vec<String>,
    general: Vec<String>,
    publishers: Vec<String>,
    editions: Vec<Vec<String>>,
}

/// What a word says.
#[derive(Clone, Copy, PartialEq)]
enum Says {
    Little,
    Publisher,
    Edition(usize),
}

/// The words, looked up once.
#[derive(Default)]
struct Words {
    says: HashMap<String, Says>,
    /// Left out of runs of Chinese.
    chinese: Vec<String>,
    /// Two characters that stand in the names of many publishers.
    general: Vec<String>,
    /// Publishers and editions in runs of Chinese.
    within: Vec<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let data: Option<Data> = toml::from_str(include_str!("words.toml")).ok();
        data.map(Words::from).unwrap_or_default()
    })
}

impl From<Data> for Words {
    fn from(data: Data) -> Self {
        let editions = data.editions.iter().enumerate();
        let editions = editions.flat_map(|(place, group)| {
            let says = Says::Edition(place);
            group.iter().map(move |word| (word.clone(), says))
        });
        let little = data.noise.iter().map(|word| (word.clone(), Says::Little));
        let publishers = data.publishers.iter();
        let publishers = publishers.map(|word| (word.clone(), Says::Publisher));
        let says: HashMap<String, Says> = little.chain(publishers).chain(editions).collect();
        let named = |(word, says): (&String, &Says)| {
            // 专业 alone may be part of a name, 专业版 is an edition
            let edition = matches!(says, Says::Edition(_)) && word.ends_with('版');
            let wanted = has_han(word) && (edition || *says == Says::Publisher);
            wanted.then(|| word.clone())
        };
        let mut within: Vec<String> = says.iter().filter_map(named).collect();
        within.sort_by_key(|word| (std::cmp::Reverse(word.len()), word.clone()));
        Self {
            says,
            chinese: data.chinese,
            general: data.general,
            within,
        }
    }
}

/// A name taken apart for comparing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What tells it from others, words in order.
    core: String,
    /// The same words sorted.
    sorted: String,
    edition: Option<usize>,
    versions: Vec<String>,
    numbers: Vec<String>,
}

impl Name {
    /// Takes a name apart.
    pub fn new(text: &str) -> Self {
        let tokens = tokens(text);
        let words = words();
        let mut name = Self {
            core: String::new(),
            sorted: String::new(),
            edition: None,
            versions: Vec::new(),
            numbers: Vec::new(),
        };
        let mut core: Vec<&str> = Vec::new();
        for (place, token) in tokens.iter().enumerate() {
            match words.says.get(token) {
                Some(Says::Edition(edition)) => name.edition = Some(*edition),
                Some(Says::Little) if place > 0 => {}
                _ if is_version(token) => {
                    name.versions.push(token.trim_start_matches('v').to_owned());
                }
                _ => {
                    if token.bytes().all(|byte| byte.is_ascii_digit()) {
                        name.numbers.push(token.clone());
                    }
                    core.push(token);
                }
            }
        }
        let publisher = |token: &&str| words.says.get(*token) == Some(&Says::Publisher);
        let own: Vec<&str> = core.iter().copied().filter(|t| !publisher(t)).collect();
        // a publisher alone, or a number, is no name
        if own
            .iter()
            .any(|token| token.chars().any(char::is_alphabetic))
        {
            core = own;
        }
        if core.is_empty() {
            core = tokens.iter().map(String::as_str).collect();
        }
        name.core = core.join(" ");
        core.sort_unstable();
        name.sorted = core.join(" ");
        name
    }

    /// How alike, in percent.
    pub fn likeness(&self, other: &Self) -> u8 {
        Comparing::new(self).with(other)
    }

    /// Whether both name an edition, and another one.
    pub fn is_other_edition(&self, other: &Self) -> bool {
        matches!((self.edition, other.edition), (Some(one), Some(two)) if one != two)
    }

    /// The pairs of letters it is made of.
    pub(super) fn grams(&self) -> Vec<(char, char)> {
        let mut grams: Vec<(char, char)> = Vec::new();
        for word in self.core.split(' ') {
            let mut before = ' ';
            for letter in word.chars() {
                grams.push((before, letter));
                before = letter;
            }
        }
        grams.sort_unstable();
        grams.dedup();
        grams
    }
}

/// A name that is compared with many.
pub(super) struct Comparing<'n> {
    name: &'n Name,
    core: BatchComparator<char>,
    sorted: BatchComparator<char>,
}

impl<'n> Comparing<'n> {
    pub(super) fn new(name: &'n Name) -> Self {
        Self {
            name,
            core: BatchComparator::new(name.core.chars()),
            sorted: BatchComparator::new(name.sorted.chars()),
        }
    }

    /// How alike, in percent.
    pub(super) fn with(&self, other: &Name) -> u8 {
        let name = self.name;
        let mut alike = self.core.normalized_similarity(other.core.chars());
        if alike < 1.0 && (name.core != name.sorted || other.core != other.sorted) {
            alike = alike.max(self.sorted.normalized_similarity(other.sorted.chars()));
        }
        let mut percent = alike * 100.0;
        percent -= match (name.edition, other.edition) {
            (Some(one), Some(two)) if one != two => OTHER_EDITION,
            (one, two) if one != two => UNSAID,
            _ => 0.0,
        };
        percent -= said_apart(&name.versions, &other.versions, OTHER_VERSION);
        percent -= said_apart(&name.numbers, &other.numbers, OTHER_EDITION);
        percent.clamp(0.0, 100.0).round() as u8
    }
}

fn said_apart(one: &[String], two: &[String], apart: f64) -> f64 {
    match (one.is_empty(), two.is_empty()) {
        (true, true) => 0.0,
        (false, false) if one == two => 0.0,
        (false, false) => apart,
        _ => UNSAID,
    }
}

/// A year, digits with dots, a service pack.
fn is_version(token: &str) -> bool {
    let bare = token.trim_start_matches('v');
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let year =
        bare.len() == 4 && digits(bare) && (bare.starts_with("19") || bare.starts_with("20"));
    let dotted = bare.contains('.') && bare.split('.').all(digits);
    let numbered = |mark: &str| token.strip_prefix(mark).is_some_and(digits);
    year || dotted || (bare.len() < token.len() && digits(bare)) || numbered("sp") || numbered("r")
}

#[derive(PartialEq, Clone, Copy)]
enum Class {
    Han,
    Word,
    Other,
}

/// The words of a name, compatible characters folded: runs of letters and digits, runs of Chinese without what says little.
fn tokens(text: &str) -> Vec<String> {
    let folded: Vec<char> = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut token = String::new();
    let mut class = Class::Other;
    for (place, letter) in folded.iter().enumerate() {
        let digit = |at: Option<&char>| at.is_some_and(char::is_ascii_digit);
        let dotted =
            *letter == '.' && digit(token.chars().last().as_ref()) && digit(folded.get(place + 1));
        let now = if has_han(letter.encode_utf8(&mut [0; 4])) {
            Class::Han
        } else if letter.is_alphanumeric()
            || dotted
            || (matches!(letter, '+' | '#') && class == Class::Word)
        {
            Class::Word
        } else {
            Class::Other
        };
        if now != class {
            close(&mut tokens, std::mem::take(&mut token), class);
        }
        if now != Class::Other {
            token.push(*letter);
        }
        class = now;
    }
    close(&mut tokens, token, class);
    tokens
}

/// Ends a run: a year at the end of a word stands alone, Chinese is freed of what says little.
fn close(tokens: &mut Vec<String>, token: String, class: Class) {
    match class {
        Class::Other => {}
        Class::Word => {
            // four bytes from the end may lie within a character
            let halves = token
                .split_at_checked(token.len().saturating_sub(4))
                .filter(|(word, year)| {
                    let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
                    !word.is_empty() && letters && is_version(year)
                });
            match halves {
                Some((word, year)) => tokens.extend([word.to_owned(), year.to_owned()]),
                None => tokens.push(token),
            }
        }
        Class::Han => {
            let words = words();
            let mut rest = token;
            for word in &words.within {
                if rest.trim() != word && rest.contains(word.as_str()) {
                    tokens.push(word.clone());
                    rest = rest.replace(word, " ");
                }
            }
            for word in &words.chinese {
                if rest.contains(word.as_str()) {
                    rest = rest.replace(word, " ");
                }
            }
            tokens.extend(rest.split_whitespace().map(str::to_owned));
        }
    }
}

/// Whether two names of publishers share a word that tells, in either script; none when they cannot be compared.
pub fn publishers_agree(one: &str, other: &str) -> Option<bool> {
    let (one, other) = (telling(one), telling(other));
    let shared = |one: &[String], other: &[String]| one.iter().any(|word| other.contains(word));
    let of = |words: &[String], han: bool| -> Vec<String> {
        let in_script = words.iter().filter(|word| has_han(word) == han);
        in_script.cloned().collect()
    };
    let scripts = [false, true].map(|han| (of(&one, han), of(&other, han)));
    let mut compared = scripts
        .iter()
        .filter(|(a, b)| !a.is_empty() && !b.is_empty())
        .map(|(a, b)| shared(a, b))
        .peekable();
    compared.peek()?;
    Some(compared.any(|agree| agree))
}

/// The words of a publisher that tell it from others, accents folded; of Chinese every two characters.
fn telling(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|letter| !unicode_normalization::char::is_combining_mark(*letter))
        .collect();
    let words = words();
    let mut telling = Vec::new();
    for token in tokens(&plain) {
        if has_han(&token) {
            let letters: Vec<char> = token.chars().collect();
            let pairs = letters
                .windows(2)
                .map(|pair| pair.iter().collect::<String>());
            telling.extend(pairs.filter(|pair| !words.general.contains(pair)));
        } else if token.chars().count() > 1 && words.says.get(&token) != Some(&Says::Little) {
            telling.push(token);
        }
    }
    telling
}
