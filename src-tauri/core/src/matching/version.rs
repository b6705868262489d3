//! Whether a name means the version a product is of. `AutoCAD 2026` is not AutoCAD 2024; the version a scan reports beside the name
//! (25.1 for AutoCAD 2026) is the maker's own count and speaks only for a product, never against one.

/// What a name says of a product's version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Same,
    Other,
    Unsaid,
}

/// Numbers that are no versions: bits of a processor, the 365 of a subscription.
const NO_VERSIONS: [&str; 4] = ["32", "64", "86", "365"];

/// Compares the version of a product called `named` with what was found.
pub(super) fn compare(own: &str, named: &str, name: &str, found: Option<&str>) -> Verdict {
    let (years, wanted) = (years(name), self::years(own));
    if !wanted.is_empty() {
        return match wanted.iter().any(|year| years.contains(year)) {
            true => Verdict::Same,
            false if years.is_empty() => Verdict::Unsaid,
            false => Verdict::Other,
        };
    }
    let Some(major) = majors(own).into_iter().next() else {
        return Verdict::Unsaid;
    };
    let own_numbers = majors(named);
    let said: Vec<String> = majors(name)
        .into_iter()
        .filter(|number| !own_numbers.contains(number) && !years.contains(number))
        .collect();
    if said.contains(&major) {
        return Verdict::Same;
    }
    if !said.is_empty() {
        return Verdict::Other;
    }
    let beside = found
        .map(majors)
        .and_then(|numbers| numbers.into_iter().next());
    match beside == Some(major) {
        true => Verdict::Same,
        false => Verdict::Unsaid,
    }
}

/// Runs of digits, each the first of its dotted number, without leading zeros.
fn majors(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let dotted = &rest[start..];
        let end = dotted
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(dotted.len());
        let number = dotted[..end].split('.').next().unwrap_or_default();
        let bare = number.trim_start_matches('0');
        if !NO_VERSIONS.contains(&bare) {
            found.push(if bare.is_empty() { "0" } else { bare }.to_owned());
        }
        rest = &dotted[end..];
    }
    found
}

/// Years, also those in `R2025b` and `2025.1`.
pub(super) fn years(text: &str) -> Vec<String> {
    let year = |number: &String| {
        number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
    };
    let mut years = majors(text);
    years.retain(year);
    years
}
