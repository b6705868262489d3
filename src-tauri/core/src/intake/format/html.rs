//! Tables of web pages: what many portals export under the name `.xls`. The page is taken apart into its tags by `html5ever`;
//! nothing of it is shown, run or fetched.

use std::cell::RefCell;
use std::collections::BTreeMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::{Book, Sight};
use crate::intake::limits;
use crate::intake::table::{Cell, Fault, Table};
use crate::{Error, Result};

/// Tables within tables.
const DEPTH: usize = 16;

/// Reads the tables of a page one below the other, as a spreadsheet program does.
pub(in crate::intake) fn read(name: &str, text: &str) -> Result<Book> {
    let tokenizer = Tokenizer::new(Page::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(text));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let work = tokenizer.sink.0.into_inner();
    match work.fault {
        Some(fault) => Err(fault),
        None if work.table.is_empty() => Err(Error::new("file_html")),
        None => Book::whole(
            vec![(name.to_owned(), Sight::Shown, work.table)],
            Vec::new(),
        ),
    }
}

#[derive(Default)]
struct Page(RefCell<Work>);

#[derive(Default)]
struct Work {
    table: Table,
    /// The row that is written next, from 0.
    row: u32,
    open: Vec<OpenTable>,
    fault: Option<Error>,
    silent: bool,
}

/// A table whose end has not come.
#[derive(Default)]
struct OpenTable {
    cells: Vec<OpenCell>,
    /// Whether a cell is open: the last of the row.
    inside: bool,
    row: bool,
    hidden: bool,
    /// Columns that cells above still cover, with how many rows more.
    covered: BTreeMap<u32, u32>,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    columns: u32,
    rows: u32,
}

impl TokenSink for Page {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut work = self.0.borrow_mut();
        if work.fault.is_some() {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::TagToken(tag) => return work.tag(&tag),
            Token::CharacterTokens(text) => work.text(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Work {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let begins = tag.kind == TagKind::StartTag;
        match (tag.name.as_ref(), begins) {
            ("script", true) => {
                self.silent = true;
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            ("style" | "xml" | "noscript", true) => {
                self.silent = true;
                return TokenSinkResult::RawData(RawKind::Rawtext);
            }
            ("title" | "textarea", true) => {
                self.silent = true;
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            ("script" | "style" | "xml" | "noscript" | "title" | "textarea", false) => {
                self.silent = false;
            }
            ("table", true) => {
                if self.open.len() >= DEPTH {
                    self.fault = Some(Error::new("file_hostile").with("detail", "depth"));
                }
                self.open.push(OpenTable::default());
            }
            ("table", false) => {
                self.end_row();
                if let Some(table) = self.open.pop() {
                    let rest = table.covered.values().max().copied().unwrap_or(0);
                    // a blank row parts two tables
                    self.row = self.row.saturating_add(rest.min(1) + 1);
                }
            }
            ("tr", true) => {
                self.end_row();
                if let Some(table) = self.open.last_mut() {
                    (table.row, table.hidden) = (true, is_hidden(tag));
                }
            }
            ("tr", false) => self.end_row(),
            ("td" | "th" | "caption", true) => self.begin_cell(tag),
            ("td" | "th" | "caption", false) => {
                if let Some(table) = self.open.last_mut() {
                    table.inside = false;
                }
            }
            ("br", _) | ("p" | "div" | "li", true) => self.say("\n"),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn begin_cell(&mut self, tag: &Tag) {
        let Some(table) = self.open.last_mut() else {
            return;
        };
        let caption = tag.name.as_ref() == "caption";
        let count = |name: &str| {
            let found = tag.attrs.iter().find(|known| &*known.name.local == name);
            found
                .and_then(|known| known.value.trim().parse().ok())
                .unwrap_or(1)
        };
        table.row = true;
        table.inside = true;
        table.cells.push(OpenCell {
            text: String::new(),
            columns: if caption {
                1
            } else {
                count("colspan").clamp(1, limits::COLUMNS)
            },
            rows: if caption {
                1
            } else {
                count("rowspan").clamp(1, limits::ROWS)
            },
        });
    }

    fn text(&mut self, text: &str) {
        if self.silent {
            return;
        }
        // in a page any space is one space
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\r' | '\n' => {
                    if !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                c => out.push(c),
            }
        }
        self.say(&out);
    }

    fn say(&mut self, text: &str) {
        let Some(table) = self.open.last_mut().filter(|table| table.inside) else {
            return;
        };
        let Some(cell) = table.cells.last_mut() else {
            return;
        };
        // too long for a cell already, whatever follows
        if cell.text.len() > limits::CELL * 3 {
            return;
        }
        let at_start = cell.text.is_empty() || cell.text.ends_with(['\n', ' ']);
        cell.text.push_str(match text {
            "\n" if cell.text.is_empty() || cell.text.ends_with('\n') => "",
            text if at_start => text.trim_start_matches(' '),
            text => text,
        });
    }

    fn end_row(&mut self) {
        let Some(table) = self.open.last_mut().filter(|table| table.row) else {
            return;
        };
        (table.row, table.inside) = (false, false);
        let cells = std::mem::take(&mut table.cells);
        let mut covered = std::mem::take(&mut table.covered);
        let hidden = std::mem::take(&mut table.hidden);
        if let Err(fault) = self.write(cells, &mut covered) {
            self.fault = Some(fault);
        }
        self.row = self.row.saturating_add(1);
        if hidden {
            self.table.marks.hide_rows(self.row, self.row);
        }
        covered.retain(|_, rows| {
            *rows -= 1;
            *rows > 0
        });
        if let Some(table) = self.open.last_mut() {
            table.covered = covered;
        }
    }

    /// Writes the cells of a row into the columns that cells above leave free.
    fn write(&mut self, cells: Vec<OpenCell>, covered: &mut BTreeMap<u32, u32>) -> Result<()> {
        let above = covered.clone();
        let mut column = 0;
        // a cell that covers this row alone is gone with it
        for cell in cells {
            while above.contains_key(&column) {
                column += 1;
            }
            let right = column + cell.columns - 1;
            let (top, bottom) = (self.row + 1, self.row.saturating_add(cell.rows));
            self.table.marks.merge(column, top, right, bottom);
            let text = cell.text.trim();
            let value = Fault::of(text).map_or(Cell::Text(text), Cell::Error);
            self.table.push(self.row, column, value)?;
            if right >= limits::COLUMNS {
                return Err(limits::too_big("columns"));
            }
            covered.extend((column..=right).map(|column| (column, cell.rows)));
            column = right + 1;
        }
        Ok(())
    }
}

fn is_hidden(tag: &Tag) -> bool {
    tag.attrs.iter().any(|known| {
        let value: String = known.value.chars().filter(|c| !c.is_whitespace()).collect();
        match &*known.name.local {
            "hidden" => true,
            "style" => value.to_ascii_lowercase().contains("display:none"),
            _ => false,
        }
    })
}
