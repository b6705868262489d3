//! What cells look like decides where their header does not.

use super::*;

/// Header and path of each column matched, with how.
fn matched(bytes: &str, target: &str) -> Vec<(String, String, &'static str)> {
    let (_folder, vault) = vault();
    let draft = open(&vault, "c.csv", bytes.as_bytes(), Some(target));
    let columns = draft.view(1).columns.into_iter();
    columns
        .filter_map(|column| Some((column.header, column.field?, column.how)))
        .collect()
}

#[test]
fn words_of_a_license_model_under_the_header_of_a_product_type_are_the_model() {
    for (header, first, second) in [
        ("软件类型", "永久授权", "订阅"),
        ("软件类型", "订阅", "订阅"),
        ("Software type", "Perpetual", "Annual"),
        ("Tipo di software", "Perpetua", "Abbonamento"),
    ] {
        let bytes = format!("软件名称,{header},许可数量\nAutoCAD,{first},5\nVisio,{second},9\n");
        let found = matched(&bytes, "license");
        let expected = (header.to_owned(), "license.model".to_owned(), "content");
        assert!(found.contains(&expected), "{header}: {found:?}");
    }
    let found = matched(
        "软件名称,软件类型,许可数量\nAutoCAD,商业软件,5\n7-Zip,免费软件,9\n",
        "license",
    );
    assert!(
        found
            .iter()
            .any(|(_, path, how)| path == "product.type" && *how == "exact")
    );
}

#[test]
fn addresses_tax_codes_and_fapiao_numbers_are_known_by_their_look() {
    let bytes = "编码甲,编码乙,编码丙,开票日期,价税合计\n\
        26312000000012345678,914403001922038216,x,2026-03-01,10\n\
        26312000000012345679,91440300708461136T,y,2026-03-02,20\n\
        26312000000012345670,91330100799655058B,z,2026-03-03,30\n";
    let found = matched(bytes, "invoice");
    let path = |header: &str| {
        found
            .iter()
            .find(|(h, ..)| h == header)
            .map(|(_, p, how)| (p.as_str(), *how))
    };
    assert_eq!(path("编码甲"), Some(("invoice.number", "content")));
    assert_eq!(path("编码乙"), Some(("invoice.seller_tax_no", "content")));
    assert_eq!(path("编码丙"), None);

    let found = matched(
        "谁,怎么找\n李伟,li@m.example\n王芳,wang@m.example\n",
        "person",
    );
    assert_eq!(
        found,
        [("怎么找".to_owned(), "person.email".to_owned(), "content")]
    );
}

#[test]
fn a_day_or_an_amount_still_asked_for_is_proposed_to_be_checked() {
    let bytes =
        "发票号码,何时,多少\n12345678,2026-03-01,10.50\n12345679,2026年3月2日,\"1,200.00\"\n";
    let (_folder, vault) = vault();
    let view = open(&vault, "c.csv", bytes.as_bytes(), Some("invoice")).view(1);
    let found: Vec<_> = view
        .columns
        .iter()
        .map(|column| (column.field.as_deref(), column.confidence < 60))
        .collect();
    let expected = [
        (Some("invoice.number"), false),
        (Some("invoice.issued"), true),
        (Some("invoice.gross"), true),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_record_without_its_code_is_known_by_its_name() {
    let (_folder, mut vault) = vault();
    let bytes = "供应商名称,国家\n上海软件有限公司,中国\n苏州网络有限公司,中国\n".as_bytes();
    import(&mut vault, "v.csv", bytes, Some("vendor"));
    let bytes = "供应商名称,税号\n上海软件有限公司,91310000MA1FL0123X\n苏州网络有限公司,91440300708461136T\n".as_bytes();
    import(&mut vault, "codes.csv", bytes, Some("vendor"));
    assert_eq!(
        count(&vault, &vendor::REGISTER),
        2,
        "the codes were filled in"
    );
    let bytes = "供应商名称,税号\n上海软件有限公司,91330100799655058B\n".as_bytes();
    import(&mut vault, "other.csv", bytes, Some("vendor"));
    assert_eq!(
        count(&vault, &vendor::REGISTER),
        3,
        "another code is another company"
    );
}

#[test]
fn control_characters_are_shown_in_the_preview_and_not_taken_in() {
    let (_folder, mut vault) = vault();
    let bytes = "软件名称,许可数量,备注\nWin\0RAR,5\0,a\u{1}b\u{0}c\n".as_bytes();
    let mut draft = open(&vault, "c.csv", bytes, Some("license_ledger"));
    preview(&mut draft, &vault);
    assert_eq!(faults(&draft, &vault), "[]");
    let row = draft
        .rows(vault.connection(), &only(RowAction::Create), 0, 1)
        .unwrap()
        .remove(0);
    assert!(row.cells.iter().any(|cell| cell.text == "Win\0RAR"));
    draft.apply(&mut vault, now(), &mut |_, _| true).unwrap();
    let named = ledger::record(vault.connection(), &product::REGISTER, 1).unwrap();
    assert_eq!(named.get(product::NAME).unwrap().en_or_zh(), "WinRAR");
    let license = ledger::record(vault.connection(), &license::REGISTER, 1).unwrap();
    assert_eq!(license.get(license::NOTE).as_deref(), Some("abc"));
}
