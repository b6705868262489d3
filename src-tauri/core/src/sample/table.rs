//! The data files of the sample company: tab-separated, one header line, read by column name.

/// One line of a data file.
#[derive(Debug, Clone)]
pub struct Line {
    cells: Vec<(&'static str, &'static str)>,
}

impl Line {
    /// The text of a column; empty when the file has no such column.
    pub fn text(&self, column: &str) -> &'static str {
        let cell = self.cells.iter().find(|(name, _)| *name == column);
        cell.map_or("", |(_, text)| text)
    }

    /// The number in a column; 0 when it holds none.
    pub fn number(&self, column: &str) -> i64 {
        self.text(column).parse().unwrap_or_default()
    }

    /// Whether the column says `y`.
    pub fn yes(&self, column: &str) -> bool {
        self.text(column) == "y"
    }

    /// The parts of a column.
    pub fn list(
        &self,
        column: &str,
        separator: char,
    ) -> impl Iterator<Item = &'static str> + use<> {
        self.text(column)
            .split(separator)
            .filter(|part| !part.is_empty())
    }
}

/// The lines of a data file.
pub fn lines(file: &'static str) -> Vec<Line> {
    let mut rows = file.lines();
    let columns: Vec<&str> = rows.next().unwrap_or_default().split('\t').collect();
    rows.map(|row| Line {
        cells: columns.iter().copied().zip(row.split('\t')).collect(),
    })
    .collect()
}

/// The lines whose `column` holds `value`.
pub fn only(lines: &[Line], column: &str, value: &str) -> Vec<Line> {
    let of = |line: &&Line| line.text(column) == value;
    lines.iter().filter(of).cloned().collect()
}
