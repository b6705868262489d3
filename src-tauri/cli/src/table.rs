//! Tables on a terminal, where Chinese characters take two columns.

use crate::session::Session;

/// Widest column, in characters.
const WIDEST: usize = 40;

/// Prints a head and its lines, every column as wide as it needs to be.
pub fn print(session: &mut Session<'_>, head: &[String], lines: &[Vec<String>]) {
    let rows = || std::iter::once(head).chain(lines.iter().map(Vec::as_slice));
    let widths: Vec<usize> = (0..head.len())
        .map(|at| {
            rows()
                .map(|line| columns(&line[at]))
                .max()
                .unwrap_or_default()
                .min(WIDEST)
        })
        .collect();
    for line in rows() {
        let cells: Vec<String> = line
            .iter()
            .zip(&widths)
            .map(|(cell, width)| padded(cell, *width))
            .collect();
        session.terminal.say(cells.join("  ").trim_end());
    }
}

/// Terminal columns of a text: Chinese characters take two.
fn columns(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if ('\u{1100}'..='\u{ffe6}').contains(&c) && !('\u{2000}'..='\u{2e7f}').contains(&c) {
                2
            } else {
                1
            }
        })
        .sum()
}

/// Cut or filled up to a width.
fn padded(text: &str, width: usize) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if columns(&out) + columns(&c.to_string()) > width {
            break;
        }
        out.push(c);
    }
    let missing = width.saturating_sub(columns(&out));
    out + &" ".repeat(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(columns("台账 LIC-1"), 10);
        assert_eq!(padded("台账软件", 5), "台账 ");
    }
}
