"""Files that are broken, wrapped or not what they are called: made from others by what befell them."""

import io
import pathlib
import zipfile

import msoffcrypto.format.ooxml

import grid
import writers


def book(folder, case):
    """The workbook it was before."""
    path = folder / "before.xlsx"
    writers.xlsx(path, grid.sheets(case), case)
    content = path.read_bytes()
    path.unlink()
    return content


def empty(folder, case):
    return b""


def blank(folder, case):
    return b" \r\n\t\r\n"


def cut(folder, case):
    content = book(folder, case)
    return content[: len(content) * 2 // 3]


def password(folder, case):
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(book(folder, case))).encrypt("secret", out)
    return out.getvalue()


def kept(folder, case):
    """A file of a program that cannot be asked to write it here."""
    return pathlib.Path(__file__).with_name(case["kept"]).read_bytes()


def as_is(folder, case):
    return case["content"].encode(case.get("encoding", "utf-8"))


def raw(folder, case):
    return bytes.fromhex(case["content"])


def with_part(folder, case):
    """The workbook with one more part, or another in the place of one."""
    name, content = case["part"]
    before = zipfile.ZipFile(io.BytesIO(book(folder, case)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return out.getvalue()


def archive(folder, case):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("readme.txt", "hello")
    return out.getvalue()
