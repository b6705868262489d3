//! Every coded value with its label in all three languages.

use crate::Result;
use crate::register::REGISTERS;
use crate::words::{Language, Side, Words};
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::table::{Column, Face, Heading, Writing};

pub(super) fn sheet(book: &mut Book, side: Side) -> Result<()> {
    let heading = Heading {
        tab: side.inline("sheet-lists"),
        title: side.inline("sheet-lists"),
        note: side.stacked("lists-note"),
        frozen: 0,
    };
    let column = |key: &str, width| {
        let header = side.stacked(&format!("lists-{key}"));
        Column::new(&format!("lists.{key}"), header, Face::Text, width)
    };
    let columns = vec![
        column("register", 26.0),
        column("field", 26.0),
        column("key", 24.0),
        column("zh", 28.0),
        column("en", 28.0),
        column("it", 32.0),
    ];
    let spoken = [Language::Zh, Language::En, Language::It].map(Words::new);
    let mut writing = Writing::begin(book, heading, columns, Vec::new())?;
    for register in REGISTERS {
        let stored = register.fields();
        for field in stored.chain(register.derived.iter().map(|derived| &derived.field)) {
            for key in field.choices() {
                writing.put(Cell::Text(
                    &side.joined(" ", |words| words.label(register.key)),
                ))?;
                writing.put(Cell::Text(
                    &side.joined(" ", |words| words.field(register.key, field.key)),
                ))?;
                writing.put(Cell::Text(key))?;
                for words in spoken {
                    writing.put(Cell::Text(&words.choice(register.key, field.key, key)))?;
                }
                writing.end_row()?;
            }
        }
    }
    writing.finish()?;
    Ok(())
}
