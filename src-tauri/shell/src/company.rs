//! The company's name in the window's head.

use sealbook_core::register::Pair;

/// A name typed in one language: Chinese if it is written so.
pub fn plain(name: &str) -> Pair {
    let name = Some(name.to_owned());
    if name.iter().flat_map(|text| text.chars()).any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
        Pair { zh: name, en: None }
    } else {
        Pair { zh: None, en: name }
    }
}
