//! How text is cut for search: overlapping two-character terms for Han, whole words for the rest. The same cut makes the index
//! and the query, so that Chinese is found from two characters on and mixed text in either half.

use unicode_normalization::char::is_combining_mark;

/// A run of text of one script.
enum Run<'a> {
    Han(&'a str),
    Word(&'a str),
}

/// The terms of a text for the index, separated by spaces.
pub fn index_terms(text: &str, terms: &mut String) {
    each_run(text, |run| match run {
        Run::Han(run) => {
            let mut previous = None;
            for c in run.chars() {
                if let Some(p) = previous.replace(c) {
                    push(terms, |t| t.extend([p, c]));
                }
            }
            // the last character begins a term of its own, so that a single one typed is found as a beginning
            if let Some(last) = previous {
                push(terms, |t| t.push(last));
            }
        }
        Run::Word(word) => push(terms, |t| {
            t.extend(word.chars().flat_map(char::to_lowercase))
        }),
    });
}

/// The FTS5 query for what somebody typed: every term has to occur, the last word may be a beginning. `None` when nothing
/// searchable was typed.
pub fn query(text: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    each_run(text, |run| match run {
        Run::Han(run) => {
            let chars: Vec<char> = run.chars().collect();
            if let [only] = chars[..] {
                parts.push(quoted(&only.to_string(), true));
            }
            parts.extend(
                chars
                    .windows(2)
                    .map(|pair| quoted(&pair.iter().collect::<String>(), false)),
            );
        }
        Run::Word(word) => parts.push(quoted(&word.to_lowercase(), true)),
    });
    (!parts.is_empty()).then(|| parts.join(" AND "))
}

fn quoted(term: &str, beginning: bool) -> String {
    format!("\"{term}\"{}", if beginning { "*" } else { "" })
}

fn push(terms: &mut String, write: impl FnOnce(&mut String)) {
    if !terms.is_empty() {
        terms.push(' ');
    }
    write(terms);
}

/// Splits text into runs of Han characters and of letters and digits; everything else separates.
fn each_run<'a>(text: &'a str, mut each: impl FnMut(Run<'a>)) {
    let mut start = 0;
    let mut kind = None;
    let mut flush = |from: usize, to: usize, han: Option<bool>| match han {
        Some(true) => each(Run::Han(&text[from..to])),
        Some(false) => each(Run::Word(&text[from..to])),
        None => {}
    };
    for (at, c) in text.char_indices() {
        let next = if is_han(c) {
            Some(true)
        } else {
            is_letter(c).then_some(false)
        };
        if next != kind {
            flush(start, at, kind);
            start = at;
            kind = next;
        }
    }
    flush(start, text.len(), kind);
}

/// Letters and digits as the index knows them. Marks and circled letters count as separators there: within a word they would
/// make two terms of one, which the index cannot look up.
fn is_letter(c: char) -> bool {
    let circled = matches!(c as u32, 0x24b6..=0x24e9 | 0x1f130..=0x1f189);
    // letters only since a Unicode newer than the index speaks
    let newer = matches!(c as u32, 0x19b0..=0x19c0 | 0x19c8..=0x19c9 | 0x1cf2..=0x1cf3);
    c.is_alphanumeric() && !circled && !newer && !is_combining_mark(c)
}

/// Han ideographs, with extensions and compatibility forms.
pub fn is_han(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af | 0x3005 | 0x3007)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> String {
        let mut terms = String::new();
        index_terms(text, &mut terms);
        terms
    }

    #[test]
    fn chinese_english_and_mixed_text_are_cut_alike() {
        assert_eq!(terms("软件许可"), "软件 件许 许可 可");
        assert_eq!(
            terms("Microsoft 365 E3（世纪互联）"),
            "microsoft 365 e3 世纪 纪互 互联 联"
        );
        assert_eq!(query("许可 sol").as_deref(), Some("\"许可\" AND \"sol\"*"));
        assert_eq!(query("M365许可").as_deref(), Some("\"m365\"* AND \"许可\""));
        assert_eq!(query(" -- "), None);
    }
}
