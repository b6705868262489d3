//! A name taken apart for comparing.

use std::sync::OnceLock;

use rapidfuzz::fuzz;
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
struct Words {
    noise: Vec<String>,
    chinese: Vec<String>,
    publishers: Vec<String>,
    editions: Vec<Vec<String>>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("words.toml")).unwrap_or(Words {
            noise: Vec::new(),
            chinese: Vec::new(),
            publishers: Vec::new(),
            editions: Vec::new(),
        })
    })
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
            let noise = place > 0 && words.noise.iter().any(|word| word == token);
            let same = |group: &Vec<String>| group.iter().any(|word| word == token);
            if let Some(edition) = words.editions.iter().position(same) {
                name.edition = Some(edition);
            } else if is_version(token) {
                name.versions.push(token.trim_start_matches('v').to_owned());
            } else if !noise {
                if token.bytes().all(|byte| byte.is_ascii_digit()) {
                    name.numbers.push(token.clone());
                }
                core.push(token);
            }
        }
        let publisher = |token: &&str| words.publishers.iter().any(|word| word == token);
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
        let ratio = |a: &str, b: &str| fuzz::ratio(a.chars(), b.chars()) * 100.0;
        let mut likeness = ratio(&self.core, &other.core);
        if likeness < 100.0 && self.core != self.sorted {
            likeness = likeness.max(ratio(&self.sorted, &other.sorted));
        }
        likeness -= match (self.edition, other.edition) {
            (Some(one), Some(two)) if one != two => OTHER_EDITION,
            (one, two) if one != two => UNSAID,
            _ => 0.0,
        };
        likeness -= said_apart(&self.versions, &other.versions, OTHER_VERSION);
        likeness -= said_apart(&self.numbers, &other.numbers, OTHER_EDITION);
        // rounding keeps it between 0 and 100
        likeness.clamp(0.0, 100.0).round() as u8
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
            let cut = token.len().saturating_sub(4);
            let year = token.is_char_boundary(cut) && cut > 0 && is_version(&token[cut..]);
            let letters = token[..cut.min(token.len())]
                .bytes()
                .all(|b| b.is_ascii_alphabetic());
            if year && letters {
                tokens.extend([token[..cut].to_owned(), token[cut..].to_owned()]);
            } else {
                tokens.push(token);
            }
        }
        Class::Han => {
            let words = words();
            let mut rest = token;
            for edition in words
                .editions
                .iter()
                .flatten()
                .filter(|word| rest.contains(word.as_str()))
            {
                // the longest word of its kind is the last
                if edition.ends_with('版') {
                    tokens.push(edition.clone());
                    rest = rest.replace(edition, " ");
                    break;
                }
            }
            for word in &words.chinese {
                rest = rest.replace(word, " ");
            }
            for publisher in &words.publishers {
                if rest.trim() != publisher && rest.contains(publisher.as_str()) {
                    tokens.push(publisher.clone());
                    rest = rest.replace(publisher, " ");
                }
            }
            tokens.extend(rest.split_whitespace().map(str::to_owned));
        }
    }
}
