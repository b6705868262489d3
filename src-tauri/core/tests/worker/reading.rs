//! What a worker reads is what would have been read here.

use sealbook_core::bytes::Bytes;
use sealbook_core::intake::table::Table;
use sealbook_core::intake::{Isolation, OpenFile};

use crate::bounds::worker;
use crate::files;

pub fn trials() -> Vec<(&'static str, fn())> {
    vec![
        ("a_worker_reads_what_would_have_been_read_here", same),
        ("progress_is_told_while_a_worker_reads", progress),
        (
            "a_file_too_large_is_refused_before_a_worker_is_started",
            too_large,
        ),
    ]
}

/// Everything of a table, whatever is added to it.
fn all_of(table: &Table) -> String {
    let rows: Vec<String> = (0..table.len())
        .map(|index| format!("{:?}", table.row(index).cells().collect::<Vec<_>>()))
        .collect();
    table.sound().unwrap();
    format!("{table:?} {rows:?}")
}

/// A text too long for memory, of which a worker gets many pieces.
fn long() -> Vec<u8> {
    let rows = (0..40_000_u32)
        .map(|row| format!("RJ-{row},{},软件 {row}\n", row.wrapping_mul(2_654_435_761)));
    ["编号,数量,名称\n".to_owned()]
        .into_iter()
        .chain(rows)
        .collect::<String>()
        .into_bytes()
}

fn same() {
    for (name, bytes) in [
        ("台账.xlsx", files::book()),
        ("t.csv", files::text()),
        ("long.csv", long()),
    ] {
        let progress = &mut |_, _| true;
        let mut here = OpenFile::open(name, bytes.clone(), &Isolation::None, progress).unwrap();
        let spooled = Bytes::spool(&bytes[..]).unwrap();
        let mut there = OpenFile::open(name, spooled, &worker(), progress).unwrap();
        assert_eq!(
            format!(
                "{:?}",
                (
                    &there.name,
                    &there.sheets,
                    &there.secret_sheets,
                    &there.notes
                )
            ),
            format!(
                "{:?}",
                (&here.name, &here.sheets, &here.secret_sheets, &here.notes)
            ),
        );
        for sheet in 0..here.sheets.len() {
            let read = there.head(sheet, 3, progress).unwrap();
            assert_eq!(
                all_of(&read),
                all_of(&here.head(sheet, 3, progress).unwrap())
            );
            let read = there.table(sheet, progress).unwrap();
            assert!(read.cells() > 3);
            assert_eq!(all_of(&read), all_of(&here.table(sheet, progress).unwrap()));
        }
        for secret in here.secret_sheets.clone() {
            let read = there.table_named(&secret, progress).unwrap();
            let expected = here.table_named(&secret, progress).unwrap();
            assert_eq!(all_of(&read), all_of(&expected));
        }
        let unknown = there.table(99, progress).unwrap_err();
        assert!(unknown.is("sheet_unknown"), "{unknown}");
    }
}

fn progress() {
    let mut file = OpenFile::open("b.xlsx", files::book(), &worker(), &mut |_, _| true).unwrap();
    let mut told = Vec::new();
    let table = file.table(1, &mut |done, total| {
        told.push((done, total));
        true
    });
    assert_eq!(table.unwrap().len(), 9_000);
    assert!(
        told.is_sorted() && told.last() == Some(&(9_000, 9_000)),
        "{told:?}"
    );
}

fn too_large() {
    let bytes = vec![b'a'; usize::try_from(sealbook_core::intake::limits::FILE).unwrap() + 1];
    let missing = Isolation::Worker(sealbook_core::intake::worker::Launch::of(
        "/no/such/program".into(),
        [],
    ));
    let refused = OpenFile::open("large.csv", bytes, &missing, &mut |_, _| true);
    assert!(refused.err().unwrap().is("file_too_big"));
}
