//! The dates that ask for a decision, as a fact sheet, and what they cost by quarter with a chart of its own: in the position
//! workbook and in the worklist.

use chrono::NaiveDate;
use rusqlite::Connection;
use rust_xlsxwriter::{Chart, ChartFont, ChartFormat, ChartLine, ChartSolidFill, ChartType};

use super::book::Book;
use super::cell::{Cell, refused};
use super::names::Names;
use super::style::{FONT, LINE, STEEL, Tone};
use super::table::{Column, Face, Heading, Rule, Writing};
use crate::Result;
use crate::rules::deadline::tiers::{Tiers, USUAL};
use crate::rules::deadline::{Deadline, forecast};
use crate::rules::rates;
use crate::words::{Side, Words};

const STATE: u16 = 5;
/// First row of figures as Excel's references count, from nought.
const FIRST: u32 = 4;

/// What both sheets are made from.
pub(super) struct Dates<'a> {
    pub(super) conn: &'a Connection,
    pub(super) side: Side,
    pub(super) today: NaiveDate,
}

impl Dates<'_> {
    /// One row a date, the nearest first.
    pub(super) fn sheet(
        &self,
        book: &mut Book,
        names: &mut Names<'_>,
        note: String,
        deadlines: &[Deadline],
    ) -> Result<()> {
        let heading = Heading {
            tab: self.side.inline("sheet-renewals"),
            title: self.side.inline("sheet-renewals"),
            note,
            frozen: 2,
        };
        let tiers = Tiers::read(self.conn)?;
        let people = names.of("person")?;
        let mut writing = Writing::begin(book, heading, self.columns(), rules())?;
        for deadline in deadlines {
            let subject = names.of(deadline.kind.register)?;
            let item = subject.get(&deadline.id);
            writing.put(Cell::Text(
                &self.said(|words| words.label(deadline.kind.register)),
            ))?;
            writing.put(item.map_or(Cell::Blank, |name| Cell::Text(name)))?;
            let what = format!("deadline-{}", deadline.kind.key);
            writing.put(Cell::Text(&self.side.inline(&what)))?;
            writing.put(Cell::Date(deadline.day))?;
            writing.put(Cell::Integer(deadline.days(self.today)))?;
            writing.put(Cell::Text(&self.state(deadline)))?;
            let formula = |words: Words| {
                [deadline.formula(words), deadline.follows(self.today, words)]
                    .concat()
                    .join(" ")
            };
            writing.put(Cell::Text(&self.side.joined("\n", formula)))?;
            writing.put(Cell::Date(deadline.ends))?;
            writing.put(deadline.notice_by.map_or(Cell::Blank, Cell::Date))?;
            let said = |yes| self.side.inline(if yes { "yes" } else { "no" });
            writing.put(Cell::Text(
                &deadline.automatic.map_or_else(String::new, said),
            ))?;
            for place in 0..USUAL.len() {
                let ahead = tiers.of(deadline).get(place);
                let day = ahead.and_then(|days| {
                    deadline
                        .day
                        .checked_sub_days(chrono::Days::new(days.unsigned_abs()))
                });
                writing.put(day.map_or(Cell::Blank, Cell::Date))?;
            }
            writing.put(Cell::Text(&self.decision(deadline)))?;
            let owner = deadline.owner.and_then(|id| people.get(&id));
            writing.put(owner.map_or(Cell::Blank, |name| Cell::Text(name)))?;
            let amount = deadline.amount.as_ref();
            writing.put(amount.map_or(Cell::Blank, |money| Cell::Amount(money.amount)))?;
            writing.put(amount.map_or(Cell::Blank, |money| Cell::Text(&money.currency)))?;
            writing.put(Cell::Text(&deadline.uuid.to_string()))?;
            writing.end_row()?;
        }
        writing.finish()?;
        Ok(())
    }

    fn said(&self, say: impl Fn(Words) -> String) -> String {
        self.side.joined(" ", say)
    }

    /// How near a date is, as a symbol and a word.
    fn state(&self, deadline: &Deadline) -> String {
        let (symbol, key) = match deadline.days(self.today) {
            _ if deadline.settled() => ("●", "decided"),
            ..0 => ("▼", "overdue"),
            0..=30 => ("▲", "month"),
            31..=90 => ("◐", "quarter"),
            _ => ("●", "later"),
        };
        format!(
            "{symbol} {}",
            self.side.inline(&format!("renewals-state--{key}"))
        )
    }

    fn decision(&self, deadline: &Deadline) -> String {
        let Some(decided) = &deadline.decided else {
            return String::new();
        };
        self.said(|words| words.choice("renewal", "decision", &decided.decision))
    }

    fn columns(&self) -> Vec<Column> {
        let head = |key: &str| self.side.stacked(&format!("renewals-{key}"));
        let column = |key: &str, face, width| {
            Column::new(&format!("renewals.{key}"), head(key), face, width)
        };
        let reminder = |number: usize| {
            let title = self.side.stacked_with(
                "renewals-reminder",
                &[("number", i64::try_from(number).unwrap_or(0))],
            );
            Column::new(
                &format!("renewals.reminder_{number}"),
                title,
                Face::Date,
                12.0,
            )
        };
        let mut columns = vec![
            column("register", Face::Text, 16.0),
            column("item", Face::Text, 46.0),
            column("date", Face::Text, 24.0),
            column("due", Face::Date, 12.0),
            column("days", Face::Integer, 9.0),
            column("state", Face::Text, 19.0),
            column("formula", Face::Text, 52.0),
            column("end", Face::Date, 12.0),
            column("notice", Face::Date, 12.0),
            column("auto", Face::Text, 9.0),
        ];
        columns.extend((1..=USUAL.len()).map(reminder));
        columns.extend([
            column("decision", Face::Text, 16.0),
            column("owner", Face::Text, 22.0),
            column("amount", Face::Amount, 15.0),
            column("currency", Face::Text, 8.0),
            Column::new(
                "row_id",
                self.side.stacked("workbook-row-id"),
                Face::Id,
                38.0,
            ),
        ]);
        columns
    }

    /// What the coming quarters cost.
    pub(super) fn forecast(
        &self,
        book: &mut Book,
        note: String,
        deadlines: &[Deadline],
    ) -> Result<()> {
        let currency = rates::reporting_currency(self.conn)?;
        let heading = Heading {
            tab: self.side.inline("sheet-forecast"),
            title: self.side.inline("sheet-forecast"),
            note,
            frozen: 1,
        };
        let head = |key: &str| self.side.stacked(&format!("forecast-{key}"));
        let column = |key: &str, face, width| {
            Column::new(&format!("forecast.{key}"), head(key), face, width)
        };
        let columns = vec![
            column("quarter", Face::Text, 14.0),
            column("amount", Face::Amount, 18.0),
            column("currency", Face::Text, 10.0),
            column("count", Face::Integer, 12.0),
            column("unknown", Face::Integer, 18.0),
        ];
        let quarters = forecast::read(self.conn, self.today, deadlines)?;
        let mut writing = Writing::begin(book, heading, columns, Vec::new())?;
        for quarter in &quarters {
            let count = |count: usize| Cell::Integer(i64::try_from(count).unwrap_or(i64::MAX));
            writing.put(Cell::Text(&quarter.name()))?;
            writing.put(Cell::Amount(quarter.amount))?;
            writing.put(Cell::Text(&currency))?;
            writing.put(count(quarter.count))?;
            writing.put(count(quarter.unknown))?;
            writing.end_row()?;
        }
        let index = writing.finish()?;
        self.chart(book, index, quarters.len())
    }

    fn chart(&self, book: &mut Book, index: usize, quarters: usize) -> Result<()> {
        let name = book.name(index).to_owned();
        let last = FIRST + u32::try_from(quarters).unwrap_or(1) - 1;
        let font = || {
            let mut font = ChartFont::new();
            font.set_name(FONT).set_size(9);
            font
        };
        let title = self.side.inline("sheet-forecast");
        let mut chart = Chart::new(ChartType::Column);
        chart
            .add_series()
            .set_name(self.side.inline("forecast-amount").as_str())
            .set_categories((name.as_str(), FIRST, 0, last, 0))
            .set_values((name.as_str(), FIRST, 1, last, 1))
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(STEEL)))
            .set_gap(80);
        chart
            .title()
            .set_name(title.as_str())
            .set_font(font().set_bold().set_size(11));
        chart.x_axis().set_font(&font());
        chart
            .y_axis()
            .set_font(&font())
            .set_num_format("#,##0")
            .set_major_gridlines(true)
            .set_major_gridlines_line(ChartLine::new().set_color(LINE));
        chart.legend().set_hidden();
        chart.set_width(720).set_height(320);
        chart.set_alt_text(&title);
        // the chart is printed with its figures: sixteen rows high, and wider than they are
        book.at(index)?
            .insert_chart(last + 3, 0, &chart)
            .and_then(|sheet| sheet.set_print_area(0, 0, last + 20, 9))
            .map_err(refused)?;
        Ok(())
    }
}

fn rules() -> Vec<Rule> {
    [("▼", Tone::Bad), ("▲", Tone::Bad), ("◐", Tone::Warn)]
        .into_iter()
        .map(|(symbol, tone)| Rule::Begins(STATE, symbol.to_owned(), tone))
        .collect()
}
