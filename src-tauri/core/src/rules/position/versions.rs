//! Versions as people write them: `2023–2026`, `2019, 2021`, `V8及以下`. Only what can be compared is compared; the rest is let
//! through, since a text nobody can read proves nothing against a right.

use std::cmp::Ordering;

/// The numbers of a version: `2025 R2` is 2025, `24.1.3` is 24, 1, 3.
type Numbers = Vec<u32>;

/// Words after which, or before which, every older version is meant.
const OLDER: [&str; 6] = [
    "及以下",
    "以下",
    "及更早",
    "and earlier",
    "or earlier",
    "e precedenti",
];
/// Signs between the first and the last version of a range.
const RANGE: [char; 6] = ['–', '—', '~', '～', '至', '到'];

/// Versions from one to another; an open end is any.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    first: Option<Numbers>,
    last: Numbers,
}

/// The versions a text allows; nothing where it cannot be read.
pub fn spans(text: &str) -> Vec<Span> {
    text.split([',', ';', '、', '，', '；', '/', '\n'])
        .filter_map(span)
        .collect()
}

fn span(part: &str) -> Option<Span> {
    let older = OLDER.iter().any(|word| part.contains(word)) || part.contains('≤');
    let ends = part.split_once(RANGE).or_else(|| {
        let plain = |text: &str| {
            text.chars()
                .all(|c| c.is_ascii_digit() || c == '.' || c == ' ')
        };
        part.split_once('-').filter(|(a, b)| plain(a) && plain(b))
    });
    match ends {
        Some((first, last)) => Some(Span {
            first: Some(numbers(first)?),
            last: numbers(last)?,
        }),
        None => {
            let only = numbers(part)?;
            Some(Span {
                first: (!older).then(|| only.clone()),
                last: only,
            })
        }
    }
}

/// Whether the spans hold a version; nothing where the two cannot be compared.
pub fn holds(spans: &[Span], version: &str) -> Option<bool> {
    let version = numbers(version)?;
    let comparable: Vec<&Span> = spans
        .iter()
        .filter(|span| alike(&span.last, &version))
        .collect();
    if comparable.is_empty() {
        return None;
    }
    Some(comparable.iter().any(|span| {
        compared(&version, &span.last).is_le()
            && span
                .first
                .as_ref()
                .is_none_or(|first| compared(&version, first).is_ge())
    }))
}

/// Whether a version is newer than another; nothing where the two cannot be compared.
pub fn newer(version: &str, than: &str) -> Option<bool> {
    let (version, than) = (numbers(version)?, numbers(than)?);
    alike(&version, &than).then(|| compared(&version, &than).is_gt())
}

/// The first number of a text with what follows it behind points.
fn numbers(text: &str) -> Option<Numbers> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let parts: Option<Numbers> = rest[..end]
        .split('.')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    parts.filter(|parts| !parts.is_empty())
}

/// Years are compared with years, counted versions with counted versions.
fn alike(a: &Numbers, b: &Numbers) -> bool {
    let year = |numbers: &Numbers| (1980..2100).contains(&numbers[0]);
    year(a) == year(b)
}

/// As exact as the less exact of the two: 24.1.3 is 24.
fn compared(a: &Numbers, b: &Numbers) -> Ordering {
    let exact = a.len().min(b.len());
    a[..exact].cmp(&b[..exact])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_far_as_they_can_be_read() {
        for (text, version, expected) in [
            ("2023–2026", "2025 R2", Some(true)),
            ("2023–2026", "2027", Some(false)),
            ("2019, 2021", "2020", Some(false)),
            ("2019、2021", "LTSC 2021", Some(true)),
            ("8 - 11", "10.2.1", Some(true)),
            ("V6.2及以下", "5", Some(true)),
            ("V6.2及以下", "6.3", Some(false)),
            ("2021", "16.0.14332.20604", None),
            ("任意版本", "7", None),
            ("7", "任意版本", None),
        ] {
            assert_eq!(holds(&spans(text), version), expected, "{text}: {version}");
        }
        assert_eq!(newer("2026", "2023"), Some(true));
        assert_eq!(newer("24.2", "24H2"), Some(false));
        assert_eq!(newer("19c", "2022"), None);
    }
}
