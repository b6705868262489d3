#![allow(clippy::unwrap_used)]

use super::*;

fn alike(one: &str, two: &str) -> u8 {
    Name::new(one).likeness(&Name::new(two))
}

#[test]
fn what_says_little_hardly_counts() {
    for (one, two) in [
        ("AutoCAD LT 2025", "AutoCAD LT"),
        ("Autodesk AutoCAD LT 2026", "AutoCAD LT"),
        ("ＡｕｔｏＣＡＤ　ＬＴ", "AutoCAD LT"),
        ("AutoCAD LT（简体中文版）", "AutoCAD LT"),
        ("SOLIDWORKS 2025 SP03", "SolidWorks"),
        ("微软 Visio 软件", "Visio"),
        ("7-Zip 24.08 (x64)", "7-Zip"),
        ("Visio 专业版", "Visio Professional"),
        ("上海新迪数字技术有限公司", "上海新迪数字技术股份有限公司"),
        ("SoftwareONE Ltd.", "SoftwareOne"),
        ("Office LTSC Professional Plus 2024", "Office LTSC Pro Plus"),
    ] {
        assert!(alike(one, two) >= 90, "{one} / {two}: {}", alike(one, two));
    }
}

#[test]
fn what_tells_apart_counts() {
    for (one, two, most) in [
        ("AutoCAD", "AutoCAD LT", 85),
        ("Visio Standard", "Visio Professional", 85),
        ("Microsoft 365 E3", "Microsoft 365 E5", 92),
        ("SQL Server", "MySQL", 80),
        ("Windows 10", "Windows 11", 80),
        ("上海软件有限公司", "北京软件有限公司", 70),
        ("用友 U8", "金蝶 K/3", 50),
    ] {
        assert!(
            alike(one, two) <= most,
            "{one} / {two}: {}",
            alike(one, two)
        );
    }
}

#[test]
fn the_same_name_is_wholly_alike_and_order_of_the_two_does_not_matter() {
    let names = [
        "",
        "2025",
        "Microsoft",
        "版",
        "C++",
        "NX",
        "数据库",
        "A",
        "AutoCAD LT 2025",
    ];
    for one in names {
        assert_eq!(alike(one, one), 100, "{one}");
        for two in names {
            assert_eq!(alike(one, two), alike(two, one), "{one} / {two}");
        }
    }
}

#[test]
fn a_year_is_cut_from_words_of_every_script() {
    assert_eq!(alike("Visio2016", "Visio 2016"), 100);
    // four bytes from its end this one is cut within a character
    assert_eq!(alike("ⴀアパート", "ⴀアパート"), 100);
}

#[test]
fn the_best_of_many_are_found() {
    let mut similar = Similar::default();
    for number in 0..3_000 {
        similar.add(number, &format!("Utility {number} Suite"));
    }
    similar.add(5_000, "AutoCAD LT");
    similar.add(5_000, "欧特克 AutoCAD LT");
    similar.add(5_001, "AutoCAD");
    similar.add(5_002, "AutoCAD Mechanical");
    let best = similar.best("Autodesk AutoCAD LT 2025", 70, 5);
    assert_eq!(best[0].id, 5_000);
    assert!(best[0].percent >= 90 && best.iter().filter(|one| one.id == 5_000).count() == 1);
    assert!(best.iter().any(|one| one.id == 5_001));
    assert!(similar.best("Kestrel", 70, 5).is_empty());
    assert_eq!(similar.best("Utility 77 Suite", 99, 1)[0].id, 77);
}

#[test]
fn a_short_name_is_found_among_many_that_begin_with_it() {
    let mut similar = Similar::default();
    for number in 0..500 {
        similar.add(
            number,
            &format!("AutoCAD Mechanical Toolset {number} Extension"),
        );
    }
    similar.add(900, "AutoCAD");
    assert_eq!(similar.best("Autodesk AutoCAD 2026", 80, 3)[0].id, 900);
}
