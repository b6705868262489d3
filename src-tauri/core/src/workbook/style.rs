//! The look of every workbook, its formats made once.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const INK: Color = Color::RGB(0x1D1B18);
const INK_SOFT: Color = Color::RGB(0x57524A);
const PAPER: Color = Color::RGB(0xF4F1EB);
pub(super) const LINE: Color = Color::RGB(0xD8D2C6);
pub(super) const SEAL: Color = Color::RGB(0xC2361F);
pub(super) const STEEL: Color = Color::RGB(0x33475B);
const BAD: Color = Color::RGB(0xFBEAE5);
const GOOD: Color = Color::RGB(0xE6F2EA);
const WARN: Color = Color::RGB(0xFBF1DC);

/// A font with both scripts that every Windows and Office for Mac brings.
pub(super) const FONT: &str = "Microsoft YaHei";

/// A format and its twin for text that looks like a formula: Excel then shows it as text even after the cell was edited.
#[derive(Debug, Clone)]
pub(super) struct TextFormat {
    pub(super) plain: Format,
    pub(super) quoted: Format,
}

impl TextFormat {
    fn new(plain: Format) -> Self {
        let quoted = plain.clone().set_quote_prefix();
        Self { plain, quoted }
    }
}

/// What the cells of a column hold, and so how they look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    Text,
    Integer,
    Signed,
    Decimal,
    Amount,
    Date,
    Moment,
    Id,
}

/// Every format in use.
#[derive(Debug)]
pub(super) struct Styles {
    pub(super) base: Format,
    pub(super) title: Format,
    pub(super) note: TextFormat,
    pub(super) heading: Format,
    pub(super) header: Format,
    pub(super) header_number: Format,
    pub(super) text: TextFormat,
    pub(super) integer: Format,
    pub(super) signed: Format,
    pub(super) decimal: Format,
    pub(super) amount: Format,
    pub(super) date: Format,
    pub(super) moment: Format,
    pub(super) id_text: TextFormat,
    pub(super) mark: Format,
    pub(super) cover_title: Format,
    pub(super) cover_subtitle: Format,
    pub(super) cover_key: Format,
    pub(super) cover_value: TextFormat,
    pub(super) cover_blank: Format,
    pub(super) prose: TextFormat,
    pub(super) prose_number: Format,
    pub(super) link: Format,
    pub(super) good: Format,
    pub(super) warn: Format,
    pub(super) bad: Format,
}

impl Styles {
    /// How the cells of a column look.
    pub(super) const fn of(&self, face: Face) -> &Format {
        match face {
            Face::Text => &self.text.plain,
            Face::Integer => &self.integer,
            Face::Signed => &self.signed,
            Face::Decimal => &self.decimal,
            Face::Amount => &self.amount,
            Face::Date => &self.date,
            Face::Moment => &self.moment,
            Face::Id => &self.id_text.plain,
        }
    }

    /// How texts in such cells look.
    pub(super) const fn text_of(&self, face: Face) -> &TextFormat {
        match face {
            Face::Id => &self.id_text,
            _ => &self.text,
        }
    }

    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name(FONT)
            .set_font_size(10)
            .set_font_color(INK)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base
            .clone()
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE);
        let header = base
            .clone()
            .set_bold()
            .set_background_color(PAPER)
            .set_text_wrap()
            .set_border_top(FormatBorder::Medium)
            .set_border_top_color(INK)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE);
        let numbers = |code: &str| {
            cell.clone()
                .set_num_format(code)
                .set_align(FormatAlign::Right)
        };
        let cover = base
            .clone()
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE);
        let left = cell.clone().set_align(FormatAlign::Left).set_indent(1);
        let glance = |color: Color| {
            base.clone()
                .set_background_color(color)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(Color::White)
                .set_text_wrap()
        };
        Self {
            title: base.clone().set_bold().set_font_size(15),
            note: TextFormat::new(base.clone().set_font_size(9).set_font_color(INK_SOFT)),
            heading: base.clone().set_bold().set_font_size(12),
            header_number: header.clone().set_align(FormatAlign::Right),
            header: header.set_align(FormatAlign::Left).set_indent(1),
            text: TextFormat::new(left.clone().set_text_wrap()),
            integer: numbers("#,##0"),
            signed: numbers("+#,##0;-#,##0;0"),
            decimal: numbers("#,##0.######"),
            amount: numbers("#,##0.00##"),
            date: left.clone().set_num_format("yyyy-mm-dd"),
            moment: left.clone().set_num_format("yyyy-mm-dd hh:mm"),
            id_text: TextFormat::new(left.clone().set_font_size(8).set_font_color(INK_SOFT)),
            mark: base
                .clone()
                .set_bold()
                .set_font_size(28)
                .set_font_color(Color::White)
                .set_background_color(SEAL)
                .set_align(FormatAlign::Center),
            cover_title: base.clone().set_bold().set_font_size(22),
            cover_subtitle: base.clone().set_font_size(14).set_font_color(INK_SOFT),
            cover_key: cover.clone().set_font_color(INK_SOFT).set_text_wrap(),
            cover_value: TextFormat::new(
                cover.clone().set_text_wrap().set_align(FormatAlign::Left),
            ),
            cover_blank: cover,
            prose_number: base
                .clone()
                .set_font_color(INK_SOFT)
                .set_align(FormatAlign::Top)
                .set_align(FormatAlign::Center),
            prose: TextFormat::new(base.clone().set_text_wrap().set_align(FormatAlign::Top)),
            link: base
                .clone()
                .set_font_color(STEEL)
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            good: glance(GOOD).set_align(FormatAlign::Left),
            warn: glance(WARN).set_align(FormatAlign::Left),
            bad: glance(BAD).set_align(FormatAlign::Left),
            base,
        }
    }
}

/// The line below every row of a table.
pub(super) fn ruled() -> Format {
    Format::new()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(LINE)
}

/// Fills of conditional formats; each stands beside a symbol in the cell's text, so that colour never speaks alone.
pub(super) fn fill(tone: Tone) -> Format {
    toned(Format::new(), tone)
}

/// A format that strikes the reader so.
pub(super) fn toned(format: Format, tone: Tone) -> Format {
    let format = format.set_background_color(match tone {
        Tone::Good => GOOD,
        Tone::Warn => WARN,
        Tone::Bad => BAD,
    });
    match tone {
        Tone::Bad => format.set_font_color(SEAL).set_bold(),
        Tone::Good | Tone::Warn => format,
    }
}

/// How a value should strike the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Warn,
    Bad,
}
