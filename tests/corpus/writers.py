"""One writer for each kind of file; libraries where there is one."""

import datetime
import html as markup
import io
import zipfile

import odf.number
import odf.opendocument
import odf.style
import odf.table
import odf.text
import openpyxl as library
import xlsxwriter
import xlwt

import binary
from grid import filled, shown


def xlsx(path, sheets, case):
    book = xlsxwriter.Workbook(path, {"date_1904": case.get("from_1904", False), "strings_to_numbers": False})
    formats = {}

    def look(code):
        if code and code not in formats:
            formats[code] = book.add_format({"num_format": code})
        return formats.get(code)

    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        for top, left, bottom, right in sheet.merged:
            page.merge_range(top, left, bottom, right, "")
        for row, column, cell in filled(sheet):
            match cell.kind:
                case "text":
                    page.write_string(row, column, cell.value)
                case "number":
                    page.write_number(row, column, cell.value, look(cell.format))
                case "date":
                    page.write_datetime(row, column, datetime.datetime.combine(cell.value, datetime.time()), look(cell.format))
                case "flag":
                    page.write_boolean(row, column, cell.value)
                case "formula":
                    result = cell.format or ""
                    try:
                        result = float(result)
                    except ValueError:
                        pass
                    page.write_formula(row, column, cell.value, None, result)
                case "error":
                    page.write_formula(row, column, "=NA()", None, cell.value)
        for row in sheet.hidden_rows:
            page.set_row(row - 1, None, None, {"hidden": True})
        for letters in sheet.hidden_columns:
            page.set_column(f"{letters}:{letters}", None, None, {"hidden": True})
        {"hidden": page.hide, "very_hidden": page.very_hidden}.get(sheet.state, lambda: None)()
    if case.get("macros"):
        book.add_vba_project(io.BytesIO(b"not a program"), True)
    book.close()


xlsm = xlsx


def openpyxl(path, sheets, case):
    book = library.Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for row, column, cell in filled(sheet):
            target = page.cell(row + 1, column + 1, cell.value)
            if cell.kind in ("number", "date") and cell.format:
                target.number_format = cell.format
        for top, left, bottom, right in sheet.merged:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for letters in sheet.hidden_columns:
            page.column_dimensions[letters].hidden = True
    book.save(path)


def xls(path, sheets, case):
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = case.get("from_1904", False)
    for sheet in sheets:
        page = book.add_sheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merged}
        for row, column, cell in filled(sheet):
            style = xlwt.easyxf(num_format_str=cell.format or "General") if cell.kind in ("number", "date") else xlwt.Style.default_style
            value = xlwt.Formula(cell.value[1:]) if cell.kind == "formula" else cell.value
            if cell.kind == "error":
                page.row(row).set_cell_error(column, binary.FAULTS[value])
            elif (row, column) in merged:
                bottom, right = merged[row, column]
                page.write_merge(row, bottom, column, right, value, style)
            else:
                page.write(row, column, value, style)
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for letters in sheet.hidden_columns:
            page.col(ord(letters) - 65).hidden = True
        page.visibility = {"hidden": 1, "very_hidden": 2}.get(sheet.state, 0)
    book.save(str(path))


def ods(path, sheets, case):
    book = odf.opendocument.OpenDocumentSpreadsheet()
    hiding = odf.style.Style(name="hiding", family="table")
    hiding.addElement(odf.style.TableProperties(display="false"))
    book.automaticstyles.addElement(hiding)
    for sheet in sheets:
        page = odf.table.Table(name=sheet.name)
        if sheet.state != "visible":
            page.setAttribute("stylename", hiding)
        merged = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merged}
        width = max(len(cells) for cells in sheet.rows)
        for column in range(width):
            visible = "collapse" if chr(65 + column) in sheet.hidden_columns else "visible"
            page.addElement(odf.table.TableColumn(visibility=visible))
        for row, cells in enumerate(sheet.rows):
            visible = "collapse" if row + 1 in sheet.hidden_rows else "visible"
            line = odf.table.TableRow(visibility=visible)
            for column, cell in enumerate(cells):
                span = merged.get((row, column), (1, 1))
                attributes = open_document(cell)
                if span != (1, 1):
                    attributes |= {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
                target = odf.table.TableCell(**attributes)
                for paragraph in shown(cell).split("\n") if cell else []:
                    target.addElement(odf.text.P(text=paragraph))
                line.addElement(target)
            page.addElement(line)
        book.spreadsheet.addElement(page)
    book.save(str(path))


def open_document(cell):
    match cell and cell.kind:
        case "number" if cell.format and "%" in cell.format:
            return {"valuetype": "percentage", "value": cell.value}
        case "number" if cell.format and "€" in cell.format:
            return {"valuetype": "currency", "currency": "EUR", "value": cell.value}
        case "number":
            return {"valuetype": "float", "value": cell.value}
        case "date":
            return {"valuetype": "date", "datevalue": cell.value.isoformat()}
        case "flag":
            return {"valuetype": "boolean", "booleanvalue": "true" if cell.value else "false"}
        case "formula":
            return {"valuetype": "float", "value": cell.format, "formula": "of:" + cell.value}
        case None:
            return {}
    return {"valuetype": "string"}


def text(path, sheets, case):
    mark = case.get("separator", ",")
    lines = []
    for cells in sheets[0].rows:
        said = [shown(cell) for cell in cells]
        quoted = ['"' + cell.replace('"', '""') + '"' if any(c in cell for c in mark + '"\n') else cell for cell in said]
        lines.append(mark.join(quoted))
    end = case.get("line_end", "\r\n")
    body = case.get("before", "") + end.join(lines) + end
    encoding = case.get("encoding", "utf-8")
    path.write_bytes(case.get("mark", "").encode(encoding) + body.encode(encoding))


csv = tsv = txt = text


def html(path, sheets, case):
    """A page as portals write it: unclosed paragraphs, entities, a style block."""
    encoding = case.get("encoding", "utf-8")
    out = [f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"><title>导出</title>']
    out.append("<style>td { mso-number-format: '\\@' }</style></head><body>")
    for sheet in sheets:
        merged = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merged}
        covered = {(row, at) for top, left, bottom, right in sheet.merged for row in range(top, bottom + 1) for at in range(left, right + 1)}
        out.append("<table border=1>")
        for row, cells in enumerate(sheet.rows):
            hidden = ' style="display: none"' if row + 1 in sheet.hidden_rows else ""
            out.append(f"<tr{hidden}>")
            for at, cell in enumerate(cells):
                if (row, at) in merged:
                    rows, columns = merged[row, at]
                    out.append(f"<td rowspan={rows} colspan={columns}>")
                elif (row, at) in covered:
                    continue
                else:
                    out.append("<td>")
                out.append(markup.escape(shown(cell)).replace("\n", "<br>") + "&nbsp;")
        out.append("</table>")
    path.write_bytes("\n".join(out).encode(encoding))


def xml(path, sheets, case):
    """The XML workbook of Excel 2003."""
    out = ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>']
    out.append('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">')
    out.append('<Styles><Style ss:ID="p"><NumberFormat ss:Format="0.00%"/></Style><Style ss:ID="e"><NumberFormat ss:Format="[$€-2] #,##0.00"/></Style></Styles>')
    for sheet in sheets:
        merged = {(top, left): (bottom - top, right - left) for top, left, bottom, right in sheet.merged}
        out.append(f'<Worksheet ss:Name="{markup.escape(sheet.name)}"><Table>')
        for row, cells in enumerate(sheet.rows):
            hidden = ' ss:Hidden="1"' if row + 1 in sheet.hidden_rows else ""
            out.append(f'<Row ss:Index="{row + 1}"{hidden}>')
            for at, cell in enumerate(cells):
                if cell is None:
                    continue
                down, across = merged.get((row, at), (0, 0))
                spans = f' ss:MergeDown="{down}" ss:MergeAcross="{across}"' if down or across else ""
                style = ' ss:StyleID="p"' if cell.format and "%" in cell.format else ' ss:StyleID="e"' if cell.format and "€" in cell.format else ""
                kind, value = {
                    "number": ("Number", cell.value),
                    "date": ("DateTime", f"{cell.value}T00:00:00.000"),
                    "flag": ("Boolean", int(bool(cell.value))),
                    "error": ("Error", cell.value),
                    "formula": ("Number", cell.format),
                }.get(cell.kind, ("String", cell.value))
                formula = f' ss:Formula="{markup.escape(cell.value)}"' if cell.kind == "formula" else ""
                out.append(f'<Cell ss:Index="{at + 1}"{spans}{style}{formula}><Data ss:Type="{kind}">{markup.escape(str(value))}</Data></Cell>')
            out.append("</Row>")
        visible = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>" if sheet.state == "hidden" else ""
        out.append(f"</Table>{visible}</Worksheet>")
    out.append("</Workbook>")
    path.write_text("".join(out), "utf-8")


def xlsb(path, sheets, case):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in binary.parts(sheets, case).items():
            parts.writestr(name, content)
