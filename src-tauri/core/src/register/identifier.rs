//! Text of a known form. Wrong shape is an error; a wrong check digit is a warning, since registered codes that fail it exist.

/// The known forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identifier {
    /// Unified social credit code 统一社会信用代码 (GB 32100-2015); old 15-digit tax numbers pass with a warning.
    Uscc,
    /// An e-mail address.
    Email,
    /// Fapiao number: 20 digits (fully digitalised) or 8 (older); letters allowed for foreign invoices.
    FapiaoNumber,
    /// Fapiao code of older kinds: 10 or 12 digits.
    FapiaoCode,
    /// A domain name.
    Domain,
    /// ISO 3166-1 alpha-2 country.
    Country,
    /// ISO 4217 currency.
    Currency,
}

/// Currencies offered, the usual ones of a company in China first; any ISO 4217 code is taken.
pub const CURRENCIES: &[&str] = &[
    "CNY", "EUR", "USD", "HKD", "JPY", "GBP", "SGD", "TWD", "KRW", "CHF", "AUD", "CAD",
];

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As it should be.
    Good,
    /// Kept, but worth a look: the code of the warning.
    Doubtful(&'static str),
    /// Refused: the code of the error.
    Wrong(&'static str),
}

impl Identifier {
    /// The key the interface chooses its help by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Uscc => "uscc",
            Self::Email => "email",
            Self::FapiaoNumber => "fapiao_number",
            Self::FapiaoCode => "fapiao_code",
            Self::Domain => "domain",
            Self::Country => "country",
            Self::Currency => "currency",
        }
    }

    /// The text as it is stored: trimmed, full-width to half-width, upper or lower case where the form has one.
    pub fn normal(self, text: &str) -> String {
        let narrow: String = text.trim().chars().filter_map(narrow).collect();
        match self {
            Self::Uscc | Self::Country | Self::Currency => {
                narrow.replace([' ', '-'], "").to_uppercase()
            }
            Self::Email | Self::Domain => narrow.to_lowercase(),
            Self::FapiaoNumber | Self::FapiaoCode => narrow.replace(' ', ""),
        }
    }

    /// Checks normalised text.
    pub fn check(self, text: &str) -> Verdict {
        match self {
            Self::Uscc => check_uscc(text),
            Self::Email => shape(is_email(text), "email_shape"),
            Self::FapiaoNumber => check_fapiao_number(text),
            Self::FapiaoCode => shape(
                all_digits(text) && matches!(text.len(), 10 | 12),
                "fapiao_code_shape",
            ),
            Self::Domain => shape(is_domain(text), "domain_shape"),
            Self::Country => shape(
                text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
                "country_shape",
            ),
            Self::Currency => shape(
                text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase()),
                "currency_shape",
            ),
        }
    }
}

/// Full-width ASCII to half-width; zero-width characters vanish.
fn narrow(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '\u{3000}' => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => None,
        _ => Some(c),
    }
}

fn shape(good: bool, code: &'static str) -> Verdict {
    if good {
        Verdict::Good
    } else {
        Verdict::Wrong(code)
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && local.len() <= 64
            && !local.contains(char::is_whitespace)
            && is_domain(domain)
    })
}

fn is_domain(text: &str) -> bool {
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// Alphabet of GB 32100-2015: no I, O, S, V, Z.
const USCC_ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The check character of a unified social credit code's first 17 characters; `None` outside the alphabet.
pub fn uscc_check(body: &str) -> Option<char> {
    let mut weight = 1;
    let mut sum = 0;
    for byte in body.bytes() {
        sum += USCC_ALPHABET.iter().position(|c| *c == byte)? * weight;
        weight = weight * 3 % 31;
    }
    USCC_ALPHABET
        .get((31 - sum % 31) % 31)
        .map(|byte| char::from(*byte))
}

/// The check character of an organisation code's eight characters (GB 11714), positions 9–16 of a unified code.
pub fn organisation_check(body: &str) -> Option<char> {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let mut sum = 0;
    for (c, weight) in body.chars().zip(WEIGHTS) {
        sum += c.to_digit(36)? * weight;
    }
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

fn check_uscc(text: &str) -> Verdict {
    if text.len() == 15 && text.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Verdict::Doubtful("uscc_old_number");
    }
    let alphabet = text.bytes().all(|b| USCC_ALPHABET.contains(&b));
    if text.len() != 18 || !alphabet || !all_digits(&text[2..8]) {
        return Verdict::Wrong("uscc_shape");
    }
    if uscc_check(&text[..17]) != text.chars().last() {
        return Verdict::Doubtful("uscc_check_digit");
    }
    Verdict::Good
}

/// Province codes of GB/T 2260 and the plan-designated cities' own codes 91–95.
const REGIONS: &str = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 91 92 93 94 95";

fn check_fapiao_number(text: &str) -> Verdict {
    if text.is_empty() || text.len() > 40 || text.chars().any(char::is_control) {
        return Verdict::Wrong("fapiao_number_shape");
    }
    if !all_digits(text) || text.len() == 8 {
        return Verdict::Good;
    }
    if text.len() != 20 {
        return Verdict::Doubtful("fapiao_number_length");
    }
    let plausible = text[..2] >= *"21"
        && text[..2] <= *"49"
        && REGIONS.split(' ').any(|region| region == &text[2..4]);
    if plausible {
        Verdict::Good
    } else {
        Verdict::Doubtful("fapiao_number_region")
    }
}
