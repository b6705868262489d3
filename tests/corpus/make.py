"""Makes the files of the corpus: make.py FOLDER [--no-office]. What each holds stands in the tables beside this program, with what
is expected of it; how it is written follows from its name, or from `writer`. LibreOffice is slow, and may be left out."""

import pathlib
import shutil
import subprocess
import sys
import tomllib

import grid
import odd
import writers

HERE = pathlib.Path(__file__).parent


def main(folder, office=True):
    folder.mkdir(parents=True, exist_ok=True)
    converted = {}
    for table in sorted(HERE.glob("*.toml")):
        for case in cases(table):
            path = folder / case["name"]
            if case.get("writer") == "libreoffice":
                source = folder / "sources" / (path.stem + ".xlsx")
                source.parent.mkdir(exist_ok=True)
                writers.xlsx(source, grid.sheets(case), case)
                converted.setdefault(path.suffix, []).append(source)
            elif "odd" in case:
                path.write_bytes(getattr(odd, case["odd"])(folder, case))
            else:
                writer = case.get("writer") or path.suffix[1:]
                getattr(writers, writer)(path, grid.sheets(case), case)
    for suffix, sources in converted.items() if office else ():
        convert(sources, suffix, folder)


def cases(table):
    """The cases of one table; what is `like` another has all that it does not say differently."""
    described = tomllib.loads(table.read_text("utf-8"))["file"]
    named = {case["name"]: case for case in described}

    def whole(case):
        return (whole(named[case["like"]]) if "like" in case else {}) | case

    return [whole(case) for case in described]


FILTERS = {".xls": "xls:MS Excel 97", ".ods": "ods", ".fods": "fods", ".html": "html:HTML (StarCalc)", ".xlsx": "xlsx"}


def convert(sources, suffix, folder):
    """Lets LibreOffice write what XlsxWriter wrote."""
    home = folder / "libreoffice"
    command = ["soffice", f"-env:UserInstallation={home.resolve().as_uri()}", "--headless"]
    command += ["--convert-to", FILTERS[suffix], "--outdir", str(folder)] + [str(source) for source in sources]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), "--no-office" not in sys.argv)
