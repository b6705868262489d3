r"""Sheets as the tables write them: one line a row, bars between the cells.

    text          #12.5            a number        ?true         yes or no
    ~             nothing          #0.13 0.00%     with a format !#N/A         an error
    @2026-03-01   a day            @2026-03-01 d/m/yy            =A1*2 -> 4    a formula and its last result

`\n`, `\u200b` and the like stand for themselves; a backslash before the first sign of a cell makes it plain text."""

import datetime
import re
from dataclasses import dataclass, field


@dataclass
class Cell:
    kind: str
    value: object
    format: str | None = None


@dataclass
class Sheet:
    name: str
    rows: list
    merged: list = field(default_factory=list)
    hidden_rows: list = field(default_factory=list)
    hidden_columns: list = field(default_factory=list)
    state: str = "visible"
    first_row: int = 1


def sheets(case):
    """The sheets of a file: `sheet` describes several, else the file itself is the only one."""
    return [sheet(described) for described in case.get("sheet", [case])]


def sheet(described):
    rows = [cells(line) for line in described["grid"].strip("\n").split("\n")]
    return Sheet(
        name=described.get("title", "Sheet1"),
        rows=rows,
        merged=[region(text) for text in described.get("merged", [])],
        hidden_rows=described.get("hidden_rows", []),
        hidden_columns=described.get("hidden_columns", []),
        state=described.get("state", "visible"),
    )


def cells(line):
    parts = re.split(r"(?<!\\)\|", line)
    return [cell(part.strip(" ").replace("\\|", "|")) for part in parts]


ESCAPE = re.compile(r"\\(n|t|s|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")


def plain(text):
    def said(match):
        code = match[1]
        return {"n": "\n", "t": "\t", "s": " "}.get(code) or chr(int(code[1:], 16))

    return ESCAPE.sub(said, text)


def cell(text):
    if text in ("", "~"):
        return None
    if text[0] == "\\" and not ESCAPE.match(text):
        return Cell("text", plain(text[1:]))
    value, _, form = text[1:].partition(" ")
    match text[0]:
        case "#":
            return Cell("number", float(value), form or None)
        case "@":
            return Cell("date", datetime.date.fromisoformat(value), form or "yyyy-mm-dd")
        case "?":
            return Cell("flag", value == "true")
        case "!":
            return Cell("error", value)
        case "=":
            formula, _, result = text.partition(" -> ")
            return Cell("formula", formula, result or None)
    return Cell("text", plain(text))


def column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def region(text):
    """First row, first column, last row, last column, from 0."""
    first, last = (re.fullmatch(r"([A-Z]+)(\d+)", part) for part in text.split(":"))
    return int(first[2]) - 1, column(first[1]), int(last[2]) - 1, column(last[1])


def filled(sheet):
    """Every cell that holds anything, with its row and column from 0."""
    for row, cells in enumerate(sheet.rows):
        for at, cell in enumerate(cells):
            if cell is not None:
                yield row, at, cell


def shown(cell):
    """A cell as a text file says it."""
    match cell:
        case None:
            return ""
        case Cell("number", value, form):
            if form and "%" in form:
                return f"{value * 100:g}%"
            return f"{value:.10g}"
        case Cell("flag", value):
            return "TRUE" if value else "FALSE"
        case Cell("formula", _, result):
            return result or ""
        case Cell(_, value):
            return str(value)
