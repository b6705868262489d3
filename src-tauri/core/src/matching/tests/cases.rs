//! Raw names and what they mean: data.

use super::*;
use crate::matching::kinds;
use crate::matching::likely::Products;
use crate::matching::waiting::Waiting;
use crate::register::Pair;

fn lines(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().skip(1).map(|line| line.split('\t').collect())
}

fn half(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn products(vault: &mut Vault) {
    for line in lines(include_str!("products.tsv")) {
        let [zh, en, edition, version, publisher, aliases] = line[..] else {
            panic!("{line:?}");
        };
        let name = Pair {
            zh: half(zh),
            en: half(en),
        };
        let record = Record::new()
            .with(product::NAME, name)
            .with(product::EDITION, edition.to_owned())
            .with(product::VERSION, version.to_owned())
            .with(product::PUBLISHER, publisher.to_owned())
            .with(product::ALIASES, aliases.replace(';', "\n"));
        put(vault, &product::REGISTER, record);
    }
}

#[test]
fn names_mean_what_a_person_would_say() {
    let (_folder, mut vault) = vault();
    products(&mut vault);
    let known = Products::read(vault.connection()).unwrap();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for line in lines(include_str!("names.tsv")) {
        let [name, publisher, version, sure, means] = line[..] else {
            panic!("{line:?}");
        };
        let seen = crate::matching::waiting::one(
            &known,
            &crate::intake::comparable(name),
            Waiting::of(name, publisher, version),
        );
        let first = seen.candidates.first();
        let title = first.map_or("", |first| first.title.en_or_zh());
        let right = match sure {
            "clear" => seen.sure == Sure::Clear && title == means,
            "likely" => seen.sure == Sure::Likely && title == means,
            // it may be shown, but never as if it were sure
            "not" => seen.sure != Sure::Clear,
            "aside" => seen.sure == Sure::Aside && seen.class == Some(means),
            _ => seen.sure == Sure::Unlike,
        };
        tried += 1;
        if !right {
            wrong.push(format!(
                "{name}: wanted {sure} {means}, got {:?} {:?} {first:?}",
                seen.sure, seen.class
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried >= 60);
}

#[test]
fn a_raw_name_is_cleaned_for_a_new_product() {
    for (name, publisher, version, wanted) in [
        (
            "7-Zip 24.09 (x64)",
            "Igor Pavlov",
            "24.09",
            ["7-Zip", "Igor Pavlov", ""],
        ),
        (
            "Navicat Premium 17",
            "PremiumSoft CyberTech Ltd.",
            "17.1",
            ["Navicat Premium 17", "PremiumSoft CyberTech", ""],
        ),
        (
            "Microsoft Visio Standard 2024 - zh-cn",
            "Microsoft Corporation",
            "16.0",
            ["Microsoft Visio Standard", "Microsoft", "2024"],
        ),
        (
            "Autodesk AutoCAD 2026 - 简体中文 (Simplified Chinese)",
            "Autodesk, Inc.",
            "25.1",
            ["Autodesk AutoCAD", "Autodesk", "2026"],
        ),
        (
            "WinRAR 7.01 (64-位)",
            "win.rar GmbH",
            "7.01",
            ["WinRAR", "win.rar", ""],
        ),
        (
            "中望CAD机械版 2025",
            "广州中望龙腾软件股份有限公司",
            "25.2",
            ["中望CAD机械版", "广州中望龙腾软件", "2025"],
        ),
        ("360", "360.cn", "1", ["360", "360.cn", ""]),
        ("", "", "", ["", "", ""]),
    ] {
        let made = crate::matching::clean::proposed(&Waiting::of(name, publisher, version));
        assert_eq!(
            [&*made.name, &*made.publisher, &*made.version],
            wanted,
            "{name}"
        );
    }
}

#[test]
fn every_kind_has_its_words() {
    let kinds: Vec<&str> = kinds::all().collect();
    assert_eq!(kinds.len(), 6, "a kind of the file is no choice: {kinds:?}");
    for language in crate::words::Language::ALL {
        let words = crate::words::Words::new(language);
        for class in ignored_name::CLASSES {
            let id = format!("match-reason-{class}");
            assert!(words.has(&id), "{id} in {language:?}");
        }
    }
}
