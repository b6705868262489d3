//! Every text in every language, with the same blanks to fill.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use sealbook_tests::{Source, sources};

const LANGUAGES: [&str; 3] = ["en", "zh-CN", "it"];

/// One language: message (or message.attribute) to the variables it uses and the file it stands in.
type Words = BTreeMap<String, Text>;

struct Text {
    file: String,
    variables: BTreeSet<String>,
}

fn files(language: &str) -> Vec<Source> {
    sources(&[&format!("locales/{language}")], &["ftl"])
}

fn words(language: &str) -> Words {
    let mut words = Words::new();
    for file in files(language) {
        let resource = parser::parse(file.text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));
        for entry in &resource.body {
            let (name, value, attributes) = match entry {
                Entry::Message(message) => (
                    message.id.name.to_owned(),
                    message.value.as_ref(),
                    &message.attributes,
                ),
                Entry::Term(term) => (
                    format!("-{}", term.id.name),
                    Some(&term.value),
                    &term.attributes,
                ),
                Entry::Junk { content } => panic!("{}: not Fluent: {content}", file.path),
                _ => continue,
            };
            let parts = value.into_iter().map(|pattern| (name.clone(), pattern));
            let parts = parts.chain(
                attributes
                    .iter()
                    .map(|part| (format!("{name}.{}", part.id.name), &part.value)),
            );
            for (key, pattern) in parts {
                let mut variables = BTreeSet::new();
                in_pattern(pattern, &mut variables);
                let text = Text {
                    file: file.path.clone(),
                    variables,
                };
                if let Some(before) = words.insert(key.clone(), text) {
                    panic!("{key} stands in {} and in {}", before.file, file.path);
                }
            }
        }
    }
    words
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            variants
                .iter()
                .for_each(|variant| in_pattern(&variant.value, variables));
        }
        Expression::Inline(inline) => in_inline(inline, variables),
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|argument| in_inline(argument, variables));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

#[test]
fn the_three_languages_hold_the_same_files() {
    let names = |language: &str| -> Vec<String> {
        files(language)
            .iter()
            .filter_map(|file| file.path.rsplit('/').next().map(str::to_owned))
            .collect()
    };
    for language in &LANGUAGES[1..] {
        assert_eq!(names(LANGUAGES[0]), names(language), "{language}");
    }
}

#[test]
fn every_text_stands_in_all_three_with_the_same_blanks() {
    let all: Vec<(&str, Words)> = LANGUAGES
        .iter()
        .map(|language| (*language, words(language)))
        .collect();
    let keys: BTreeSet<&String> = all.iter().flat_map(|(_, words)| words.keys()).collect();
    let mut wrong = Vec::new();
    for key in keys {
        let here = all
            .iter()
            .find_map(|(_, words)| words.get(key))
            .expect("the key came from somewhere");
        for (language, words) in &all {
            match words.get(key) {
                None => wrong.push(format!("{language} lacks {key} ({})", here.file)),
                Some(text) if text.variables != here.variables => {
                    wrong.push(format!(
                        "{key}: {language} fills {:?}, {} fills {:?}",
                        text.variables, here.file, here.variables
                    ));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn chinese_text_is_chinese_and_the_others_are_not() {
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let mut wrong = Vec::new();
    for file in files("it") {
        let lines = file
            .text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#') && han(line));
        wrong.extend(lines.map(|(index, line)| format!("{}:{}: {line}", file.path, index + 1)));
    }
    assert!(
        wrong.is_empty(),
        "Chinese in the Italian text:\n{}",
        wrong.join("\n")
    );
}
