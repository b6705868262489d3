#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::register::{Micros, number};

const TEXT: Field = crate::register::field::text("note").field;
const WHOLE: Field = crate::register::field::integer("quantity").field;
const DECIMAL: Field = crate::register::field::decimal("rate").field;
const MONEY: Field = crate::register::field::money("amount").field;
const STARTS: Field = crate::register::field::date("starts").field;
const ENDS: Field = crate::register::field::date("ends").field;
const FLAG: Field = crate::register::field::flag("unlimited").field;
const MODEL: Field = crate::register::license::MODEL.field;

/// What a text is read as: the value, `none` for nothing said, `no end` for said to have none, or the code of the error.
fn read(field: &Field, text: &str) -> String {
    shown(parse(
        field,
        Input::Text(text),
        &Reading {
            currency: Some("CNY"),
            ..Reading::default()
        },
    ))
}

fn shown(read: Result<Option<Value>>) -> String {
    match read {
        Ok(None) => "none".to_owned(),
        Ok(Some(Value::Null)) => "no end".to_owned(),
        Ok(Some(Value::Integer(number))) => number.to_string(),
        Ok(Some(Value::Decimal(micros))) => number::micros_to_text(micros),
        Ok(Some(Value::Money(money))) => format!(
            "{} {}",
            number::amount_to_text(money.amount),
            money.currency
        ),
        Ok(Some(Value::Date(date))) => date.to_string(),
        Ok(Some(Value::Flag(flag))) => flag.to_string(),
        Ok(Some(Value::Text(text))) => text,
        Ok(Some(other)) => format!("{other:?}"),
        Err(error) => error.code,
    }
}

fn check(field: &Field, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(field, text), *expected, "{text:?} as {:?}", field.kind);
    }
}

#[test]
fn a_name_broken_into_lines_is_one() {
    assert_eq!(one_line("用友\r\n财务"), "用友财务");
    assert_eq!(one_line(" AutoCAD \n\n LT"), "AutoCAD LT");
    assert_eq!(
        pair("上海软件\nShanghai\nSoft"),
        Pair::both("上海软件", "Shanghai Soft")
    );
    assert_eq!(clean("x\ry"), "x\ny");
}

#[test]
fn amounts_of_every_office() {
    check(
        &MONEY,
        &[
            ("1200", "1200.00 CNY"),
            ("1,200.00", "1200.00 CNY"),
            ("1.200,00", "1200.00 CNY"),
            ("1.234.567,89", "1234567.89 CNY"),
            ("1'234.50", "1234.50 CNY"),
            ("12,5", "12.50 CNY"),
            ("１，２００．５０", "1200.50 CNY"),
            ("￥1,200", "1200.00 CNY"),
            ("¥ 1,200", "1200.00 CNY"),
            ("RMB 1,200", "1200.00 CNY"),
            ("1200元", "1200.00 CNY"),
            ("人民币1200元", "1200.00 CNY"),
            ("12元5角3分", "12.53 CNY"),
            ("12元5角", "12.50 CNY"),
            ("12元3分", "12.03 CNY"),
            ("5角", "number_shape"),
            ("12.5万", "125000.00 CNY"),
            ("12.5万元", "125000.00 CNY"),
            ("1.2亿元", "120000000.00 CNY"),
            ("$99.90", "99.90 USD"),
            ("US$ 99.90", "99.90 USD"),
            ("€ 1.200,50", "1200.50 EUR"),
            ("1.200,50 €", "1200.50 EUR"),
            ("EUR 12", "12.00 EUR"),
            ("(1,200.00)", "-1200.00 CNY"),
            ("1,200.00-", "-1200.00 CNY"),
            ("-1,200.00", "-1200.00 CNY"),
            ("−1200", "-1200.00 CNY"),
            ("-￥1,200", "-1200.00 CNY"),
            ("￥-1,200", "-1200.00 CNY"),
            ("1 200,50", "1200.50 CNY"),
            ("1\u{a0}200,50", "1200.50 CNY"),
            ("--", "none"),
            ("—", "none"),
            ("", "none"),
            ("无", "none"),
            ("1.200", "number_ambiguous"),
            ("1,20,0", "number_shape"),
            ("1.2.3,4,5", "number_shape"),
            ("12.34567", "number_too_fine"),
            ("二十四", "number_shape"),
            ("2.4E+19", "digits_lost"),
            ("abc", "number_shape"),
            ("99999999999999999999", "number_too_large"),
        ],
    );
}

#[test]
fn whole_and_other_numbers() {
    check(
        &WHOLE,
        &[
            ("56", "56"),
            ("1,200", "1200"),
            ("1.200", "1200"),
            ("50个", "50"),
            ("50 用户", "50"),
            ("25 seats", "25"),
            ("2套", "2"),
            ("56.0", "56"),
            ("56.5", "number_not_whole"),
            ("二十四", "number_shape"),
            ("-3", "-3"),
        ],
    );
    check(
        &DECIMAL,
        &[
            ("7.1234", "7.1234"),
            ("7,1234", "7.1234"),
            ("13%", "13"),
            ("0.06", "0.06"),
            ("1.200", "1.2"),
        ],
    );
    let number = |value: f64| {
        shown(parse(
            &MONEY,
            Input::Number(value),
            &Reading {
                currency: Some("EUR"),
                ..Reading::default()
            },
        ))
    };
    assert_eq!(number(0.1 + 0.2), "0.30 EUR");
    assert_eq!(number(100.0 / 3.0), "33.3333 EUR");
    assert_eq!(number(1e16), "digits_lost");
    let scaled = Reading {
        currency: Some("CNY"),
        ten_thousands: true,
        ..Reading::default()
    };
    assert_eq!(
        shown(parse(&MONEY, Input::Number(12.5), &scaled)),
        "125000.00 CNY"
    );
}

#[test]
fn days_of_every_office() {
    check(
        &STARTS,
        &[
            ("2026/3/1", "2026-03-01"),
            ("2026-3-1", "2026-03-01"),
            ("2026.3.1", "2026-03-01"),
            ("2026.03", "2026-03-01"),
            ("2026/3", "2026-03-01"),
            ("2026年3月1日", "2026-03-01"),
            ("2026年03月", "2026-03-01"),
            ("２０２６年３月１日", "2026-03-01"),
            ("26年3月1日", "2026-03-01"),
            ("20260301", "2026-03-01"),
            ("1 Mar 2026", "2026-03-01"),
            ("Mar 1, 2026", "2026-03-01"),
            ("1-Mar-26", "2026-03-01"),
            ("1 marzo 2026", "2026-03-01"),
            ("March 2026", "2026-03-01"),
            ("二〇二六年三月一日", "2026-03-01"),
            ("二零二六年十二月二十一日", "2026-12-21"),
            ("二〇二六年十月三十日", "2026-10-30"),
            ("1st March 2026", "2026-03-01"),
            ("13/01/2026", "2026-01-13"),
            ("01/13/2026", "2026-01-13"),
            ("1.3.2026", "2026-03-01"),
            ("05/05/2026", "2026-05-05"),
            ("03/01/2026", "date_ambiguous"),
            ("2026-03-01T08:30:00Z", "2026-03-01"),
            ("2026-03-01 08:30", "2026-03-01"),
            ("2026-02-30", "date_impossible"),
            ("2025.1.1-2025.12.31", "2025-01-01"),
            ("2025.1-12", "date_shape"),
            ("2025年1月1日至2025年12月31日", "2025-01-01"),
            ("1年", "date_shape"),
            ("soon", "date_shape"),
            ("--", "none"),
        ],
    );
    check(
        &ENDS,
        &[
            ("2026.02", "2026-02-28"),
            ("2025年1月1日至2025年12月31日", "2025-12-31"),
            ("2025/1/1 ~ 2025/12/31", "2025-12-31"),
            ("2025.1.1-2025.12.31", "2025-12-31"),
            ("2025年1月-2025年12月", "2025-12-31"),
            ("永久", "no end"),
            ("长期", "no end"),
            ("Perpetual", "no end"),
            ("perpetuo", "no end"),
            ("永久有效", "no end"),
        ],
    );
    let order = |order| {
        shown(parse(
            &STARTS,
            Input::Text("03/01/2026"),
            &Reading {
                date_order: Some(order),
                ..Reading::default()
            },
        ))
    };
    assert_eq!(order(DateOrder::Dmy), "2026-01-03");
    assert_eq!(order(DateOrder::Mdy), "2026-03-01");
    let serial = |number| shown(parse(&STARTS, Input::Number(number), &Reading::default()));
    assert_eq!(serial(46_082.0), "2026-03-01");
    assert_eq!(serial(46_082.75), "2026-03-01");
    assert_eq!(serial(20_260_301.0), "2026-03-01");
    assert_eq!(serial(60.0), "date_shape", "Excel's 29 February 1900");
    let from_1904 = Reading {
        from_1904: true,
        ..Reading::default()
    };
    assert_eq!(
        shown(parse(&STARTS, Input::Number(44_620.0), &from_1904)),
        "2026-03-01"
    );
    let measured = |field, number, unit| {
        shown(parse(
            field,
            Input::Measured(number, unit),
            &Reading::default(),
        ))
    };
    assert_eq!(measured(&DECIMAL, 0.13, Unit::Percent), "13");
    assert_eq!(measured(&TEXT, 0.13, Unit::Percent), "13%");
    assert_eq!(measured(&MONEY, 99.9, Unit::Currency("USD")), "99.90 USD");
    assert_eq!(measured(&WHOLE, 12.0, Unit::Currency("USD")), "12");
}

#[test]
fn yes_no_and_choices_in_three_languages() {
    check(
        &FLAG,
        &[
            ("是", "true"),
            ("否", "false"),
            ("Yes", "true"),
            ("no", "false"),
            ("sì", "true"),
            ("Sì", "true"),
            ("TRUE", "true"),
            ("0", "false"),
            ("√", "true"),
            ("×", "false"),
            ("有", "true"),
            ("是 Yes", "true"),
            ("maybe", "flag_shape"),
            ("--", "none"),
        ],
    );
    let names = ChoiceNames::from([
        (fold("永久许可"), "perpetual"),
        (fold("Abbonamento"), "subscription"),
    ]);
    let choice = |text| {
        shown(parse(
            &MODEL,
            Input::Text(text),
            &Reading {
                choices: Some(&names),
                ..Reading::default()
            },
        ))
    };
    assert_eq!(choice("永久许可"), "perpetual");
    assert_eq!(choice(" abbonamento "), "subscription");
    assert_eq!(choice("saas"), "saas");
    assert_eq!(choice("Abbonamento (1 anno)"), "subscription");
    assert_eq!(choice("（永久许可）"), "perpetual");
    assert_eq!(choice("other"), "choice_unknown");
    assert_eq!(choice("--"), "none");
}

#[test]
fn text_keeps_what_it_says() {
    check(
        &TEXT,
        &[
            ("  中国（上海） ", "中国（上海）"),
            ("=1+1", "=1+1"),
            ("a\u{200b}b\u{0}c", "abc"),
            ("N/A", "none"),
            ("/", "none"),
        ],
    );
    let number = crate::register::field::identifier(
        "number",
        crate::register::identifier::Identifier::FapiaoNumber,
    )
    .field;
    check(
        &number,
        &[
            ("2.43120E+19", "digits_lost"),
            ("24312000000012345678", "24312000000012345678"),
            ("２４３１２０００", "24312000"),
        ],
    );
    assert_eq!(
        shown(parse(
            &number,
            Input::Number(2.4312e19),
            &Reading::default()
        )),
        "digits_lost"
    );
    assert_eq!(
        shown(parse(&TEXT, Input::Number(2024.0), &Reading::default())),
        "2024"
    );
    assert_eq!(pair("办公软件\nOffice"), Pair::both("办公软件", "Office"));
    assert_eq!(pair("Office / 办公软件"), Pair::both("办公软件", "Office"));
    assert_eq!(
        pair("用友 U8"),
        Pair {
            zh: Some("用友 U8".into()),
            en: None
        }
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(amount in -90_000_000_000_000_i64..90_000_000_000_000, days in 0_i32..300_000) {
        let plain = number::amount_to_text(amount);
        let expected = Value::Money(Money { amount, currency: "CNY".into() });
        let money = |text: &str| parse(&MONEY, Input::Text(text), &Reading { currency: Some("CNY"), ..Reading::default() });
        // three decimals after a point are refused, since they may be thousands
        let three = plain.split_once('.').is_some_and(|(_, fraction)| fraction.len() == 3);
        if !three {
            prop_assert_eq!(money(&plain).unwrap(), Some(expected.clone()));
            prop_assert_eq!(money(&format!("￥{plain}")).unwrap(), Some(expected.clone()));
            prop_assert_eq!(money(&grouped(&plain)).unwrap(), Some(expected));
        }
        let micros = parse(&DECIMAL, Input::Text(&number::micros_to_text(amount)), &Reading::default()).unwrap();
        prop_assert_eq!(micros, Some(Value::Decimal(Micros(amount).0)));
        let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days.unsigned_abs().into());
        for form in ["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%d %b %Y"] {
            let text = date.format(form).to_string();
            prop_assert_eq!(parse(&STARTS, Input::Text(&text), &Reading::default()).unwrap(), Some(Value::Date(date)));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        for field in [&TEXT, &WHOLE, &DECIMAL, &MONEY, &STARTS, &ENDS, &FLAG, &MODEL] {
            let _ = parse(field, Input::Text(&text), &Reading::default());
        }
    }
}

fn grouped(plain: &str) -> String {
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    format!("{sign}{out}.{fraction}")
}
