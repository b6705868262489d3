//! Changes in XML, HTML and separated text: values, elements, quotes.

use fastrand::Rng;

use crate::input;

/// Values that readers have to bear wherever a value stands.
const VALUES: &[&str] = &[
    "",
    "0",
    "-1",
    "1",
    "255",
    "256",
    "65535",
    "65536",
    "1048576",
    "1048577",
    "2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "18446744073709551616",
    "1e308",
    "1e309",
    "-1e-400",
    "NaN",
    "inf",
    "A0",
    "A1048577",
    "XFD1048576",
    "A1:XFD1048576",
    "B2:A1",
    "ZZZZZZZ99999999999",
    ":",
    "s",
    "b",
    "d",
    "e",
    "n",
    "str",
    "inlineStr",
    "float",
    "date",
    "time",
    "percentage",
    "currency",
    "boolean",
    "1900-02-29",
    "2026-02-30",
    "2026-03-01T25:61:61",
    "99999-01-01",
    "PT9999999999H",
    "-PT1S",
    "true",
    "#N/A",
    "=1/0",
    "&#0;",
    "&#x110000;",
    "&#x10FFFF;",
    "&bogus;",
    "&amp;",
    "&lt",
    "_x0000_",
    "_xD800_",
    "\u{feff}",
    "\u{202e}",
    "％",
    "１２",
    "é",
    "\u{0}",
    "\"",
    "'",
    "\u{fffd}",
    "�",
];

/// Pieces that readers have to bear wherever something stands.
const PIECES: &[&str] = &[
    "<c r=\"A1\" t=\"s\"><v>4294967295</v></c>",
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<row r=\"1048577\"/>",
    "<row r=\"0\" hidden=\"1\">",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<f t=\"shared\" ref=\"A1:XFD1048576\" si=\"0\">A1</f>",
    "<f t=\"shared\" si=\"4294967295\"/>",
    "<col min=\"1\" max=\"4294967295\" hidden=\"1\"/>",
    "<si><r><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>b</t></rPh></si>",
    "<table:table-row table:number-rows-repeated=\"1048576\">",
    "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>",
    "<table:covered-table-cell table:number-columns-repeated=\"4294967295\"/>",
    "<table:table-cell table:number-columns-spanned=\"99999\" table:number-rows-spanned=\"9999999\">",
    "<text:p>a<text:s text:c=\"999999999\"/>b</text:p>",
    "<td colspan=\"65535\" rowspan=\"65535\">1</td>",
    "<tr><td rowspan=\"0\">",
    "<table><table><table>",
    "<ss:Cell ss:Index=\"16384\" ss:MergeAcross=\"99999\" ss:MergeDown=\"9999999\">",
    "<Row ss:Index=\"4294967295\">",
    "<Data ss:Type=\"DateTime\">9999-99-99T99:99:99</Data>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?x ?>",
    "</worksheet>",
    "</table>",
    "<",
    ">",
    "/>",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "sep=,\n",
    "\u{feff}",
];

/// Text with one thing changed.
pub fn change(mut text: Vec<u8>, random: &mut Rng) -> Vec<u8> {
    match random.u8(..10) {
        0..=2 => between(&mut text, b'"', b'"', random),
        3 => between(&mut text, b'>', b'<', random),
        4 => {
            if let Some((start, end)) = span(&text, random) {
                let element = text[start..end].repeat(random.usize(1..40));
                text.splice(start..start, element);
            }
        }
        5 => {
            if let Some((start, end)) = span(&text, random) {
                text.drain(start..end);
            }
        }
        6 => {
            let piece = PIECES[random.usize(..PIECES.len())];
            let at = match span(&text, random) {
                Some((start, _)) => start,
                None => random.usize(..=text.len()),
            };
            text.splice(at..at, piece.bytes());
        }
        7 => {
            let value = value(random);
            let at = random.usize(..=text.len());
            text.splice(at..at, value);
        }
        8 => {
            if let (Some((from, to)), Some((at, _))) = (span(&text, random), span(&text, random)) {
                let moved = text[from..to].to_vec();
                text.splice(at..at, moved);
            }
        }
        _ => text = input::bytes(text, &[], random),
    }
    text
}

fn value(random: &mut Rng) -> Vec<u8> {
    let value = VALUES[random.usize(..VALUES.len())].as_bytes();
    match random.u8(..20) {
        0 => value.repeat(random.usize(1..2_000)),
        _ => value.to_vec(),
    }
}

/// Puts a value between two marks.
fn between(text: &mut Vec<u8>, open: u8, close: u8, random: &mut Rng) {
    let Some(start) = next(text, open, random.usize(..=text.len())) else {
        return;
    };
    let Some(end) = next(text, close, start + 1) else {
        return;
    };
    let value = value(random);
    text.splice(start + 1..end, value);
}

/// From a tag to the end of one of the next tags.
fn span(text: &[u8], random: &mut Rng) -> Option<(usize, usize)> {
    let start = next(text, b'<', random.usize(..=text.len()))?;
    let mut end = start;
    for _ in 0..random.usize(1..6) {
        end = next(text, b'>', end + 1).unwrap_or(end);
    }
    (end > start && end - start < 4_096).then_some((start, end + 1))
}

fn next(text: &[u8], mark: u8, from: usize) -> Option<usize> {
    let found = memchr::memchr(mark, text.get(from..)?)?;
    Some(from + found)
}
