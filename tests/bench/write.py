"""The same cells written by a Python library: write.py xlsxwriter|openpyxl FILE AGAIN. Prints seconds and peak MB."""

import resource
import sys
import time

import openpyxl
import xlsxwriter

library, source, target = sys.argv[1:]
rows = list(openpyxl.load_workbook(source, read_only=True).worksheets[0].iter_rows(values_only=True))

start = time.perf_counter()
if library == "xlsxwriter":
    book = xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if value is not None:
                sheet.write(row, column, value)
    book.close()
else:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for cells in rows:
        sheet.append(cells)
    book.save(target)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
