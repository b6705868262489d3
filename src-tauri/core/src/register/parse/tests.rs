#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::register::{Micros, number};

mod days;

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
            ("二十四", "24.00 CNY"),
            ("壹万", "10000.00 CNY"),
            ("壹萬元", "10000.00 CNY"),
            ("叁仟伍佰元整", "3500.00 CNY"),
            ("人民币（大写）：叁仟伍佰圆正", "3500.00 CNY"),
            ("壹拾万零柒仟元零伍角叁分", "107000.53 CNY"),
            ("壹佰元零伍分", "100.05 CNY"),
            ("贰拾美元", "20.00 USD"),
            ("十二亿三千万", "1230000000.00 CNY"),
            ("负叁佰元", "-300.00 CNY"),
            ("3500元整", "3500.00 CNY"),
            ("叁仟整", "number_shape"),
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
            ("二十四", "24"),
            ("十", "10"),
            ("十二", "12"),
            ("一百二十", "120"),
            ("一百零二", "102"),
            ("一千零二十", "1020"),
            ("两百套", "200"),
            ("两套", "2"),
            ("一台", "1"),
            ("十万", "100000"),
            ("一万亿", "1000000000000"),
            ("一亿零五万", "100050000"),
            ("零", "0"),
            ("一", "number_shape"),
            ("一百二", "number_shape"),
            ("三万五", "number_shape"),
            ("二百五万", "number_shape"),
            ("一百零二十", "number_shape"),
            ("一百零", "number_shape"),
            ("零五", "number_shape"),
            ("十十", "number_shape"),
            ("百", "number_shape"),
            ("万", "number_shape"),
            ("十百", "number_shape"),
            ("三五", "number_shape"),
            ("二〇二六", "number_shape"),
            ("十几", "number_shape"),
            ("二十两", "number_shape"),
            ("一万二万", "number_shape"),
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
    for (text, expected) in [
        ("12.5", "125000.00 CNY"),
        ("12.5万", "125000.00 CNY"),
        ("壹拾贰万", "120000.00 CNY"),
        ("125000元", "number_unit_differs"),
    ] {
        assert_eq!(shown(parse(&MONEY, Input::Text(text), &scaled)), expected);
    }
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
