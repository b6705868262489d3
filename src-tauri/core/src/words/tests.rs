use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use fluent_bundle::FluentResource;

use super::*;
use crate::register::Money;

/// Ids of every message of a language, from the files themselves.
fn ids(language: Language) -> BTreeSet<String> {
    bundle::sources(language)
        .flat_map(
            |(_, source)| match FluentResource::try_new(source.to_owned()) {
                Ok(read) | Err((read, _)) => messages(&read),
            },
        )
        .collect()
}

fn messages(resource: &FluentResource) -> Vec<String> {
    resource
        .source()
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .filter(|id| id.starts_with(|first: char| first.is_ascii_alphabetic()))
        .collect()
}

#[test]
fn files_are_sound_in_every_language() {
    for language in Language::ALL {
        let faults = &bundle::loaded(language).faults;
        assert!(faults.is_empty(), "{}: {faults:#?}", language.tag());
    }
}

#[test]
fn every_language_says_the_same_things() {
    let english = ids(Language::En);
    assert!(english.len() > 20, "the files are embedded");
    for language in [Language::Zh, Language::It] {
        let other = ids(language);
        let lacking: Vec<_> = english.difference(&other).collect();
        let extra: Vec<_> = other.difference(&english).collect();
        assert!(
            lacking.is_empty() && extra.is_empty(),
            "{} lacks {lacking:?}, has besides {extra:?}",
            language.tag()
        );
    }
}

#[test]
fn a_missing_text_shows_its_id() {
    assert_eq!(
        Words::new(Language::It).text("no-such-text"),
        "no-such-text"
    );
}

#[test]
fn numbers_days_and_money_are_written_as_each_language_does() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let moment = DateTime::parse_from_rfc3339("2026-11-24T20:05:00Z").unwrap();
    let price = Money {
        amount: 12_345_678_900,
        currency: "CNY".into(),
    };
    let shown = Language::ALL.map(|language| {
        let words = Words::new(language);
        [
            words.number(-1234),
            words.decimal(12_345_600_000),
            words.money(&price),
            words.date(day),
            words.moment(moment.to_utc()),
        ]
    });
    assert_eq!(
        shown,
        [
            [
                "-1,234",
                "12,345.6",
                "CNY 1,234,567.89",
                "24 Nov 2026",
                "25 Nov 2026 04:05"
            ],
            [
                "-1,234",
                "12,345.6",
                "CNY 1,234,567.89",
                "2026年11月24日",
                "2026年11月25日 04:05"
            ],
            [
                "-1234",
                "12.345,6",
                "CNY 1.234.567,89",
                "24 nov 2026",
                "25 nov 2026 04:05"
            ],
        ]
    );
}

#[test]
fn counts_in_sentences_are_grouped_and_choose_the_plural() {
    let words = Words::new(Language::En);
    assert_eq!(words.format("due-in", &[("days", 1)]), "in 1 day");
    assert_eq!(words.format("due-in", &[("days", 1200)]), "in 1,200 days");
}

#[test]
fn errors_become_sentences() {
    let cancelled = crate::Error::new("cancelled");
    assert_eq!(
        Words::new(Language::Zh).error(&cancelled),
        "已取消，未做任何更改。"
    );
    let unknown = crate::Error::new("no_such_code");
    assert!(
        Words::new(Language::En)
            .error(&unknown)
            .contains("no_such_code")
    );
}

#[test]
fn two_languages_stand_beside_each_other() {
    let both = Side::new(WorkbookLanguages::ZhEn);
    assert_eq!(both.stacked("close"), "关闭\nClose");
    assert_eq!(Side::new(WorkbookLanguages::It).inline("close"), "Chiudi");
    let name = Pair::both("上海", "Shanghai");
    assert_eq!(both.pair(&name, "\n"), "上海\nShanghai");
    assert_eq!(
        Side::new(WorkbookLanguages::En).pair(&name, "\n"),
        "Shanghai"
    );
    assert_eq!(
        Side::new(WorkbookLanguages::ZhIt).pair(&Pair::plain("NX"), "\n"),
        "NX",
        "one half stands alone"
    );
}
