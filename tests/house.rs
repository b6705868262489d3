//! Rules of the house that a grep can keep.

use sealbook_tests::{Source, sources};

const LONGEST: usize = 400;

fn code() -> Vec<Source> {
    sources(
        &["src-tauri", "ui/src", "tests"],
        &["rs", "ts", "svelte", "mjs", "py", "css"],
    )
}

#[test]
fn no_file_is_longer_than_one_can_hold_in_mind() {
    let long: Vec<String> = code()
        .iter()
        .filter(|source| !source.path.ends_with("bindings.ts"))
        .map(|source| (source.path.clone(), source.text.lines().count()))
        .filter(|(_, lines)| *lines >= LONGEST)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "split these:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_for_later() {
    let words = [
        "TO".to_owned() + "DO",
        "FIX".to_owned() + "ME",
        "XX".to_owned() + "X:",
        "HA".to_owned() + "CK:",
    ];
    let found: Vec<String> = code()
        .iter()
        .flat_map(|source| {
            source
                .text
                .lines()
                .map(move |line| (source.path.as_str(), line))
        })
        .filter(|(_, line)| words.iter().any(|word| line.contains(word.as_str())))
        .map(|(path, line)| format!("{path}: {}", line.trim()))
        .collect();
    assert!(
        found.is_empty(),
        "finish or drop these:\n{}",
        found.join("\n")
    );
}

#[test]
fn names_are_the_nouns_of_the_field() {
    let vague = [
        "manager", "helper", "helpers", "util", "utils", "service", "common", "misc",
    ];
    let stem = |path: &str| {
        path.rsplit('/')
            .next()
            .and_then(|name| name.split('.').next())
            .unwrap_or_default()
            .to_lowercase()
    };
    let found: Vec<String> = code()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| vague.contains(&stem(path).as_str()))
        .collect();
    assert!(
        found.is_empty(),
        "name these after what they hold:\n{}",
        found.join("\n")
    );
}

/// Marks and units that read the same in every language.
const WORDLESS: &[&str] = &[
    "Sealbook", "印册", "English", "中文", "Italiano", "SHA-256", "Ctrl", "Esc",
];

#[test]
fn no_visible_text_stands_in_the_page() {
    let mut found = Vec::new();
    for source in sources(&["ui/src"], &["svelte"]) {
        let markup = without_code(&source.text);
        for (at, piece) in visible(&markup) {
            if !WORDLESS.contains(&piece.as_str()) {
                let line = markup[..at].matches('\n').count() + 1;
                found.push(format!("{}:{line}: {piece}", source.path));
            }
        }
    }
    assert!(
        found.is_empty(),
        "these words belong into locales/:\n{}",
        found.join("\n")
    );
}

/// The markup alone: scripts, styles, comments and everything in braces blanked, line ends kept.
fn without_code(text: &str) -> String {
    let mut markup = text.to_owned();
    for (open, close) in [
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<!--", "-->"),
    ] {
        while let Some(start) = markup.find(open) {
            let end = markup[start..]
                .find(close)
                .map_or(markup.len(), |at| start + at + close.len());
            let blank: String = markup[start..end].chars().filter(|c| *c == '\n').collect();
            markup.replace_range(start..end, &blank);
        }
    }
    let mut depth = 0_usize;
    let keep = |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '\n' => return c,
            _ if depth == 0 => return c,
            _ => {}
        }
        ' '
    };
    markup.chars().map(keep).collect()
}

/// Words between tags, and words in attributes that are read out or shown.
fn visible(markup: &str) -> Vec<(usize, String)> {
    let mut pieces = Vec::new();
    let mut inside_tag = false;
    let mut start = 0;
    for (at, c) in markup.char_indices() {
        match c {
            '<' if !inside_tag => {
                pieces.push((start, markup[start..at].trim().to_owned()));
                (inside_tag, start) = (true, at);
            }
            '>' if inside_tag && !markup[..at].ends_with('=') => {
                for name in [" title=\"", " aria-label=\"", " placeholder=\"", " alt=\""] {
                    let value = markup[start..at]
                        .split_once(name)
                        .and_then(|(_, rest)| rest.split('"').next());
                    pieces.extend(value.map(|value| (start, value.trim().to_owned())));
                }
                (inside_tag, start) = (false, at + 1);
            }
            _ => {}
        }
    }
    let word = |piece: &str| {
        let words = piece
            .replace("&nbsp;", " ")
            .replace("(Ctrl+", "(")
            .replace("(Alt+", "(");
        words.chars().filter(|c| c.is_alphabetic()).count() > 1
    };
    pieces.retain(|(_, piece)| word(piece));
    pieces
}

#[test]
fn the_search_for_visible_text_sees_what_a_reader_sees() {
    let page = "<script>const a = '<b>no</b>';</script>\n<button title=\"Save it\" onclick={() => x > 1}>{t('ok')} Save</button>";
    let found: Vec<String> = visible(&without_code(page))
        .into_iter()
        .map(|(_, piece)| piece)
        .collect();
    assert_eq!(found, ["Save it", "Save"]);
}
