//! Files as offices and programs write them, made by code.

use encoding_rs::GB18030;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// Every file with its name and the register it was opened from.
pub fn all() -> [(&'static str, Vec<u8>, Option<&'static str>); 3] {
    [
        ("软件台账.xlsx", ledger_summary(), Some("license")),
        ("licenses.csv", snipe_it(), None),
        ("users.csv", m365_users(), Some("person")),
    ]
}

/// 软件使用情况汇总表: a title block of four lines, a header, six rows of which two are wrong, a total and a note.
pub fn ledger_summary() -> Vec<u8> {
    let mut book = Workbook::new();
    let cover = book.add_worksheet().set_name("说明").unwrap();
    cover.write_string(0, 0, "本表由信息部填写").unwrap();
    let sheet = book.add_worksheet().set_name("软件使用情况汇总表").unwrap();
    sheet
        .merge_range(0, 0, 0, 12, "软件使用情况汇总表", &Format::new())
        .unwrap();
    for (column, text) in [
        "人员情况",
        "总人数",
        "412",
        "",
        "计算机情况",
        "台式机数",
        "260",
    ]
    .iter()
    .enumerate()
    {
        sheet.write_string(1, column as u16, *text).unwrap();
    }
    sheet
        .write_string(2, 0, "填报单位：美瑞迪零部件（苏州）有限公司")
        .unwrap();
    let headers = [
        "序号",
        "软件编号",
        "软件名称",
        "软件版本",
        "软件类型",
        "采购时间",
        "采购金额(元)",
        "许可类型",
        "许可数量",
        "可使用版本",
        "许可期限",
        "序列号",
        "安装数量",
    ];
    for (column, header) in headers.iter().enumerate() {
        sheet.write_string(4, column as u16, *header).unwrap();
    }
    let rows: [[&str; 12]; 6] = [
        [
            "RJ-042",
            "SolidWorks 专业版",
            "2025",
            "商业软件",
            "2026/3/2",
            "3,460,800",
            "永久",
            "56",
            "2023-2025",
            "永久",
            "SW-1",
            "60",
        ],
        [
            "RJ-007",
            "Microsoft 365 E3（世纪互联）",
            "",
            "商业软件",
            "2025年12月1日",
            "￥691,200.00",
            "订阅",
            "384",
            "",
            "2026-11-30",
            "--",
            "300",
        ],
        [
            "RJ-033",
            "7-Zip",
            "24.08",
            "免费软件",
            "--",
            "--",
            "--",
            "",
            "",
            "",
            "",
            "210",
        ],
        [
            "RJ-015",
            "AutoCAD LT",
            "2026",
            "商业软件",
            "2026-02-30",
            "218,880",
            "订阅",
            "64",
            "",
            "2026-12-31",
            "A-9",
            "64",
        ],
        [
            "RJ-071",
            "Veeam 备份与恢复",
            "12",
            "商业软件",
            "2026.02.02",
            "36,000",
            "永久许可",
            "二十余",
            "",
            "2027-02-02",
            "",
            "2",
        ],
        [
            "RJ-081",
            "中望CAD 机械版",
            "2026",
            "商业软件",
            "20260812",
            "5.76万",
            "买断",
            "１２",
            "",
            "长期",
            "",
            "12",
        ],
    ];
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (place, row) in rows.iter().enumerate() {
        let at = 5 + place as u32;
        sheet.write_number(at, 0, place as f64 + 1.0).unwrap();
        for (column, text) in row.iter().enumerate() {
            sheet.write_string(at, column as u16 + 1, *text).unwrap();
        }
    }
    sheet
        .write_datetime_with_format(5, 5, ExcelDateTime::from_ymd(2026, 3, 2).unwrap(), &date)
        .unwrap();
    sheet.write_number(5, 6, 3_460_800.0).unwrap();
    sheet.write_number(5, 8, 56.0).unwrap();
    sheet.write_string(11, 0, "合计").unwrap();
    sheet.write_number(11, 6, 4_464_480.0).unwrap();
    sheet.write_string(13, 0, "注：本表每年填报一次。").unwrap();
    book.save_to_buffer().unwrap()
}

/// The license list of Snipe-IT.
pub fn snipe_it() -> Vec<u8> {
    let mut text = String::from(
        "ID,Company,Name,Product Key,Expiration Date,Licensed to Email,Licensed to Name,Category,Supplier,Manufacturer,Total,Avail,Purchase Date,Depreciation,Maintained,Reassignable,Order Number,Purchase Cost,Notes\n",
    );
    text.push_str("1,,Acrobat Pro DC,AAAA-BBBB,2027-05-31,it@meridian.example,Meridian,Graphics,SoftwareOne,Adobe,25,3,2026-06-01,,Yes,Yes,PO-1001,\"12,500.00\",\n");
    text.push_str("2,,Windows Server 2025 Standard,CCCC-DDDD,,it@meridian.example,Meridian,Server,SoftwareOne,Microsoft,8,0,2026-01-15,,No,No,PO-0990,9400,two hosts\n");
    text.push_str("3,,IntelliJ IDEA Ultimate,,2026-12-31,,,Development,神州数码,JetBrains,12,12,2026-01-01,,Yes,Yes,PO-0995,\"7,188.00\",\"line one\nline two\"\n");
    text.into_bytes()
}

/// Active users of the Microsoft 365 admin centre.
pub fn m365_users() -> Vec<u8> {
    let rows = [
        "False,Shanghai,China,Finance,李伟,,Wei,,Li,2026-01-05T02:00:00Z,Microsoft 365 E3+Visio Plan 2,,o-1,Shanghai Plant,False,,200120,,zh-CN,,,,Shanghai,,True,Controller,CN,li.wei@meridian.example,2024-02-01 08:00:00Z",
        "False,Suzhou,China,IT,Anna Rossi,,Anna,,Rossi,,Microsoft 365 E3,,o-2,Shanghai Plant,False,,,,en-US,,,,,,True,,CN,anna.rossi@meridian.example,2024-02-01 08:00:00Z",
        "True,Milano,Italy,Sales,Marco Bianchi,,Marco,,Bianchi,,Unlicensed,,o-3,Milano,False,,,,it-IT,,,,,,True,,IT,marco.bianchi@meridian.example,2023-01-01 08:00:00Z",
        "False,Shanghai,China,IT,王芳,,Fang,,Wang,,Power BI Pro,,o-4,,False,,,,zh-CN,,,,,,True,,CN,wang.fang@meridian.example,2025-01-01 08:00:00Z",
    ];
    let header = "Block credential,City,Country/Region,Department,Display name,Fax,First name,Last dirsync time,Last name,Last password change time stamp,Licenses,Mobile Phone,Object Id,Office,Password never expires,Phone number,Postal code,Preferred data location,Preferred language,Proxy addresses,Release track,Soft deletion time stamp,State,Street address,Strong password required,Title,Usage location,User principal name,When created";
    let text = format!("\u{feff}{header}\n{}\n", rows.join("\n"));
    text.into_bytes()
}

/// A text in the encoding of older Chinese programs.
pub fn gb18030(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}
