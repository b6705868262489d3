"""A workbook as openpyxl sees it: open_workbook.py FILE [SHEET …]

Fails on anything Excel would offer to repair or that could run: formulas made of data, links to other files, macros, broken names.
Prints one line a sheet: name, rows, columns.
"""

import re
import sys
import zipfile
from pathlib import Path

import openpyxl


def main(file: Path, wanted: list[str]) -> None:
    parts = zipfile.ZipFile(file).namelist()
    assert len(parts) == len(set(parts)), "a part stands twice in the file"
    assert not [part for part in parts if "vbaProject" in part or "externalLink" in part], "macros or links to other files"

    book = openpyxl.load_workbook(file)
    tables: set[str] = set()
    for sheet in book.worksheets:
        assert len(sheet.title) <= 31, sheet.title
        for table in sheet.tables.values():
            assert table.name not in tables, f"table {table.name} stands twice"
            tables.add(table.name)
            check_table(sheet, table)
        for row in sheet.iter_rows():
            for cell in row:
                check_cell(sheet.title, cell)
        print(f"{sheet.title}\t{sheet.max_row}\t{sheet.max_column}")
    names = [sheet.title for sheet in book.worksheets]
    for name in wanted:
        assert any(name in title for title in names), f"no sheet {name} among {names}"


def check_table(sheet, table) -> None:
    """Excel repairs a table whose header cells do not say what the table's columns say."""
    first, _ = table.ref.split(":")
    row, column = openpyxl.utils.cell.coordinate_to_tuple(first)
    for offset, name in enumerate(table.column_names):
        shown = str(sheet.cell(row, column + offset).value)
        assert shown.replace("\n", "_x000a_") == name.replace("\n", "_x000a_").replace("_x000D_", ""), (sheet.title, shown, name)


def check_cell(sheet: str, cell) -> None:
    if cell.data_type == "e":
        raise AssertionError(f"{sheet}!{cell.coordinate} shows the error {cell.value}")
    if cell.data_type == "f":
        assert harmless(str(cell.value)), f"{sheet}!{cell.coordinate} holds the formula {cell.value}"
    if isinstance(cell.value, str):
        assert len(cell.value) <= 32767
        assert "\ufffd" not in cell.value, f"{sheet}!{cell.coordinate} lost a character"


def harmless(formula: str) -> bool:
    """Sums, counts and comparisons of the workbook's own cells; nothing that fetches, runs or was typed by somebody."""
    known = {"SUM", "SUMIF", "SUMIFS", "SUBTOTAL", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "IF", "ROUND", "MAX", "MIN", "AND", "OR"}
    functions = set(re.findall(r"([A-Z][A-Z0-9.]*)\(", formula))
    return functions <= known and "|" not in formula and "://" not in formula and "[" not in formula


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
