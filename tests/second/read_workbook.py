"""What stands in a workbook, as openpyxl reads it: read_workbook.py FILE

Prints an object of sheets, each a list of rows; days as ISO text, amounts as numbers.
"""

import datetime
import json
import sys

import openpyxl


def shown(value):
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat()
    return value


def main(file: str) -> None:
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    sheets = {sheet.title: [[shown(cell) for cell in row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    json.dump(sheets, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1])
