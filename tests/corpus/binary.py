"""The least of a binary workbook (.xlsb): no library writes them."""

import datetime
import struct

from grid import filled

FAULTS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}


def record(kind, data=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(data), b""
    while True:
        byte, length = length & 0x7F, length >> 7
        size += bytes([byte | 0x80 if length else byte])
        if not length:
            return head + size + data


def wide(text):
    coded = text.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def parts(sheets, case):
    from_1904 = case.get("from_1904", False)
    codes = sorted({cell.format for sheet in sheets for *_, cell in filled(sheet) if cell.kind in ("number", "date") and cell.format})
    types = ['<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>']
    relations, bundle, out = [], b"", {}
    for number, sheet in enumerate(sheets, 1):
        name = f"worksheets/sheet{number}.bin"
        types.append(f'<Override PartName="/xl/{name}" ContentType="application/vnd.ms-excel.worksheet"/>')
        relations.append(f'<Relationship Id="rId{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="{name}"/>')
        state = {"hidden": 1, "very_hidden": 2}.get(sheet.state, 0)
        bundle += record(0x9C, struct.pack("<II", state, number) + wide(f"rId{number}") + wide(sheet.name))
        out[f"xl/{name}"] = page(sheet, codes, from_1904)
    book = record(0x83) + record(0x99, struct.pack("<II", int(from_1904), 0) + wide("")) + record(0x8F) + bundle + record(0x90) + record(0x9D, bytes(26)) + record(0x84)
    formats = b"".join(record(0x2C, struct.pack("<H", 164 + at) + wide(code)) for at, code in enumerate(codes))
    styles = record(0x0116) + record(0x0267, struct.pack("<I", len(codes))) + formats + record(0x0268)
    cells = b"".join(record(0x2F, struct.pack("<HH", 0, number) + bytes(12)) for number in [0, *range(164, 164 + len(codes))])
    styles += record(0x0269, struct.pack("<I", len(codes) + 1)) + cells + record(0x026A) + record(0x0117)
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    package = "http://schemas.openxmlformats.org/package/2006"
    return out | {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{"".join(types)}</Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'{head}<Relationships xmlns="{package}/relationships">{"".join(relations)}</Relationships>',
        "xl/workbook.bin": book,
        "xl/styles.bin": styles,
    }


def page(sheet, codes, from_1904):
    height, width = len(sheet.rows), max(len(cells) for cells in sheet.rows)
    out = record(0x81) + record(0x94, struct.pack("<IIII", 0, height - 1, 0, width - 1))
    for letters in sheet.hidden_columns:
        at = ord(letters) - 65
        out += record(0x0186) + record(0x3C, struct.pack("<IIIIH", at, at, 2000, 0, 1)) + record(0x0187)
    out += record(0x91)
    for row, cells in enumerate(sheet.rows):
        hidden = 0x10 if row + 1 in sheet.hidden_rows else 0
        out += record(0x00, struct.pack("<IIHBBB", row, 0, 300, 0, hidden, 0) + bytes(4))
        for column, cell in enumerate(cells):
            if cell is not None:
                out += value(column, cell, codes, from_1904)
    out += record(0x92)
    if sheet.merged:
        out += record(0xB1, struct.pack("<I", len(sheet.merged)))
        for top, left, bottom, right in sheet.merged:
            out += record(0xB0, struct.pack("<IIII", top, bottom, left, right))
        out += record(0xB2)
    return out + record(0x82)


def value(column, cell, codes, from_1904):
    style = 1 + codes.index(cell.format) if cell.kind in ("number", "date") and cell.format else 0
    head = struct.pack("<II", column, style)
    formula = struct.pack("<HI", 0, 1) + b"\x1c" + struct.pack("<I", 0)
    match cell.kind:
        case "text":
            return record(0x06, head + wide(cell.value))
        case "number":
            return record(0x05, head + struct.pack("<d", cell.value))
        case "date":
            first = datetime.date(1904, 1, 1) if from_1904 else datetime.date(1899, 12, 30)
            return record(0x05, head + struct.pack("<d", (cell.value - first).days))
        case "flag":
            return record(0x04, head + bytes([cell.value]))
        case "error":
            return record(0x0B, head + bytes([FAULTS[cell.value]]) + formula)
        case "formula":
            return record(0x09, head + struct.pack("<d", float(cell.format)) + formula)
