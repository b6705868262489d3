//! A table keeps its rows packed: what went in comes out, in any order, on either side of the reading worker.

use chrono::NaiveDate;

use super::super::limits;
use super::super::marks::Marks;
use super::super::table::{Assembly, Cell, Fault, Piece, Table};
use crate::register::parse::Unit;
use crate::{Error, Result};

/// Rows enough for many blocks.
const ROWS: u32 = 30_000;

/// The cells of a row, its number in the file being three times its place and one more.
fn cells(place: u32, texts: &[String; 2]) -> Vec<(usize, Cell<'_>)> {
    let day = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let number = f64::from(place);
    let mut cells = vec![
        (0, Cell::Text(&texts[0])),
        (2, Cell::Text(&texts[1])),
        (3, Cell::Number(number * 1.1 - 700.0)),
        (4, Cell::Measured(number, Unit::Currency("EUR"))),
        (5, Cell::Measured(number / 8.0, Unit::Percent)),
        (7, Cell::Date(day + chrono::Days::new(place.into()))),
        (8, Cell::Flag(place.is_multiple_of(2))),
        (511, Cell::Error(Fault::Missing)),
    ];
    cells.truncate(1 + place as usize % 8);
    cells
}

fn texts(place: u32) -> [String; 2] {
    [
        format!("RJ-{place:07} 软件"),
        format!("備註 {}", place % 31),
    ]
}

fn filled() -> Table {
    let mut table = Table::default();
    for place in 0..ROWS {
        let texts = texts(place);
        // a reader may find the cells of a row in any order
        for (column, cell) in cells(place, &texts).into_iter().rev() {
            table.push(place * 3, column as u32, cell).unwrap();
        }
    }
    table.close().unwrap();
    table
}

fn same(table: &Table, place: u32) {
    let (texts, index) = (texts(place), place as usize);
    let row = table.row(index);
    let cells = cells(place, &texts);
    assert_eq!(row.cells().collect::<Vec<_>>(), cells);
    assert_eq!((row.number(), row.len()), (place * 3 + 1, cells.len()));
    let (column, cell) = cells[cells.len() - 1];
    assert_eq!(table.cell(index, column), cell);
    assert_eq!(table.cell(index, 1), Cell::Empty);
    for number in place * 3..place * 3 + 2 {
        assert_eq!(table.index_from(number), index, "row {number}");
    }
}

fn crossed(pieces: impl IntoIterator<Item = Piece>) -> Result<Option<Table>> {
    let mut assembly = Assembly::default();
    let mut table = None;
    for piece in pieces {
        table = assembly.add(piece)?;
    }
    Ok(table)
}

fn pieces(table: &Table) -> Vec<Piece> {
    let mut pieces = Vec::new();
    table
        .pieces(|piece| {
            pieces.push(piece);
            Ok::<(), Error>(())
        })
        .unwrap();
    pieces
}

#[test]
fn what_is_packed_comes_out_as_it_went_in() {
    let table = filled();
    (0..ROWS).for_each(|place| same(&table, place));
    // and not only in order
    (0..ROWS)
        .rev()
        .step_by(997)
        .for_each(|place| same(&table, place));
    assert_eq!((table.len(), table.columns()), (ROWS as usize, 512));
    assert_eq!(table.index_from(ROWS * 3), ROWS as usize);
    assert!(table.row(ROWS as usize).is_empty());
    assert_eq!(table.cell(ROWS as usize, 0), Cell::Empty);

    let again = crossed(pieces(&table)).unwrap().unwrap();
    (0..ROWS).for_each(|place| same(&again, place));
    assert_eq!(
        (again.len(), again.cells(), again.columns()),
        (table.len(), table.cells(), table.columns())
    );

    let head = table.head(20_000).unwrap();
    assert_eq!(head.len(), 6_667);
    same(&head, 6_666);
}

#[test]
fn a_long_sheet_takes_little_room() {
    let packed: usize = pieces(&filled())
        .iter()
        .map(|piece| match piece {
            Piece::Part(bytes) | Piece::Block(bytes) => bytes.len(),
            Piece::Rest(_) => 0,
        })
        .sum();
    let cells = filled().cells();
    assert!(packed < cells * 4, "{packed} bytes for {cells} cells");
}

#[test]
fn what_a_worker_sends_is_not_believed() {
    let good = || pieces(&filled());
    let refused = |pieces: Vec<Piece>| crossed(pieces).unwrap_err().code;
    let mut twice = good();
    twice.insert(0, good().swap_remove(0));
    assert_eq!(refused(twice), "reader_stopped");
    let mut turned = good();
    turned.swap(0, 1);
    assert_eq!(refused(turned), "reader_stopped");
    // says that it unpacks to more than any block does
    let vast = [255, 255, 255, 15, 0, 0];
    assert_eq!(refused(vec![Piece::Block(vast.to_vec())]), "reader_stopped");
    let endless = (0..200).map(|_| Piece::Part(vec![0; 1 << 20]));
    assert_eq!(refused(endless.collect()), "file_too_big");
    let Some(Piece::Block(block)) = good().into_iter().next() else {
        panic!("no block");
    };
    for at in (0..block.len()).step_by(41) {
        let mut broken = block.clone();
        broken[at] ^= 0xff;
        let Ok(Some(table)) = crossed([Piece::Block(broken), Piece::Rest(Marks::default())]) else {
            continue;
        };
        // what is taken all the same can be read
        for index in 0..table.len() {
            assert!(table.number(index) <= limits::ROWS);
            assert!(table.row(index).cells().all(|(column, _)| column < 512));
        }
    }
}

#[test]
fn rows_go_down_and_a_cell_has_one_value() {
    let mut table = Table::default();
    table.push(4, 1, Cell::Number(1.0)).unwrap();
    assert!(
        table
            .push(4, 1, Cell::Number(2.0))
            .unwrap_err()
            .is("file_damaged")
    );
    assert!(
        table
            .push(3, 0, Cell::Number(2.0))
            .unwrap_err()
            .is("file_damaged")
    );
    table.push(4, 0, Cell::Flag(true)).unwrap();
    assert_eq!(table.cell(0, 1), Cell::Number(1.0));
}
