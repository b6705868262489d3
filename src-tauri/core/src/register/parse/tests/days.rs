use super::*;

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
            ("26年3月", "2026-03-01"),
            ("26-3-1", "2026-03-01"),
            ("26.3.1", "2026-03-01"),
            ("3/14/26", "2026-03-14"),
            ("5/5/26", "2026-05-05"),
            ("1.3.26", "2026-03-01"),
            ("3/1/26", "date_ambiguous"),
            ("26-03-05", "date_ambiguous"),
            ("26.03", "date_ambiguous"),
            ("98-3-1", "date_shape"),
            ("26.13", "date_shape"),
            ("1/2/3", "date_shape"),
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
    let ordered = |field, text, order| {
        shown(parse(
            field,
            Input::Text(text),
            &Reading {
                date_order: Some(order),
                ..Reading::default()
            },
        ))
    };
    for (text, expected) in [
        ("03/01/2026", ["2026-01-03", "2026-03-01", "date_ambiguous"]),
        ("03/01/26", ["2026-01-03", "2026-03-01", "2003-01-26"]),
        ("26-03-05", ["2005-03-26", "date_ambiguous", "2026-03-05"]),
        ("26.03", ["date_shape", "date_shape", "2026-03-31"]),
    ] {
        let orders = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];
        let read = orders.map(|order| ordered(&ENDS, text, order));
        assert_eq!(read, expected, "{text}");
    }
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
fn a_column_says_in_which_order_its_days_stand() {
    use DateOrder::{Dmy, Mdy, Ymd};
    for (cells, agreed) in [
        (&["13/01/2026", "03/01/2026"][..], (Some(Dmy), false)),
        (&["01/13/2026", "03/01/2026"], (Some(Mdy), false)),
        (&["03/01/2026"], (None, true)),
        (&["05/05/26", "03/01/26", "3/14/26"], (Some(Mdy), false)),
        (&["5/5/26", "3/1/26"], (None, true)),
        (&["26-03-05", "26-3-1"], (Some(Ymd), false)),
        (&["26-03-05", "25-12-15"], (None, true)),
        (&["26-03-05", "2026-03-05"], (Some(Ymd), false)),
        (&["26-03-05", "13/01/2026"], (Some(Dmy), false)),
        (&["26-3-1", "03/01/2026"], (None, true)),
        (&["26.03", "25.12"], (None, true)),
        (&["26.03", "2025.12"], (Some(Ymd), false)),
        (&["26.03", "26.3.1"], (Some(Ymd), false)),
        (&["2026-03-05", "soon", "12"], (None, false)),
    ] {
        let mut orders = Orders::default();
        cells.iter().for_each(|cell| orders.see(cell));
        assert_eq!(orders.agreed(), agreed, "{cells:?}");
    }
}
