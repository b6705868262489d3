#!/usr/bin/env bash
# A workbook as LibreOffice prints it: render.sh FILE FOLDER. Leaves FOLDER/<name>.pdf and one PNG a page.
set -euo pipefail
file=$1 folder=$2
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
soffice --headless --norestore "-env:UserInstallation=file://$profile" --convert-to pdf --outdir "$folder" "$file" >/dev/null 2>&1
pdf=$folder/$(basename "${file%.*}").pdf
pdfinfo "$pdf" | grep -E '^Pages'
pdftotext "$pdf" -
pdftoppm -r 40 -png -l 6 "$pdf" "${pdf%.pdf}"
