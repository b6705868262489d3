### Import: what a recipe and a known file are called, what is wrong with a file or a cell, and what was noticed.

recipe-license_ledger = License list (products, licenses and purchases)
recipe-m365_users = Microsoft 365 users and their licenses
source-snipe_it_licenses = Snipe-IT, licenses
source-ledger_summary = Software usage summary of the Chinese authorities
source-m365_users = Microsoft 365 admin center, users

error-bytes_undecodable = Line { $line } holds bytes that are no characters in { $encoding }. Save the file as UTF-8 and try again.
error-cell_error = The cell holds the spreadsheet error { $value }. Correct the formula in the file, or type the value here.
error-currency_assumed = Column { $column } names no currency: its amounts are read as { $currency }. Match a currency column if that is wrong.
error-currency_missing = The amount names no currency. Write it with its code, for example CNY 1200.
error-date_ambiguous = “{ $value }” may be two days. Choose whether day or month stands first.
error-date_impossible = “{ $value }”: this day does not exist. Type the right date.
error-date_shape = “{ $value }” is not a date. Write it like 2026-03-01.
error-digits_lost = The spreadsheet shortened this number to { $value }: its last digits are lost. Type it in full.
error-file_damaged = The file is damaged and cannot be read. Open it in your spreadsheet program, save it again and retry.
error-file_empty = The file is empty. Choose another one.
error-file_hostile = The file is built in a way no spreadsheet program writes ({ $detail }) and was not opened. Ask its sender for a new copy.
error-file_html = This is a web page with another name. Open it in your spreadsheet program and save it as an Excel workbook.
error-file_is_text = The file is text although it is called a workbook; it was read as text.
error-file_not_workbook = This is neither an Excel workbook (.xlsx) nor a text table (.csv). Save it as one of these and try again.
error-file_old_excel = This is a workbook of an old Excel (.xls). Save it as .xlsx and try again.
error-file_password = The workbook is protected by a password. Save a copy without it and try again.
error-file_pdf = This is a PDF, not a table. Keep it as evidence, or ask for the spreadsheet it was made from.
error-file_too_big = The file is larger than Sealbook reads ({ $what }). Split it and import the parts.
error-file_truncated = The file is not complete: probably it was cut off when copied. Fetch it again.
error-flag_shape = “{ $value }” is neither yes nor no.
error-formulas_read = { $count ->
    [one] One cell holds a formula; its last result is read.
   *[other] { $count } cells hold formulas; their last results are read.
 }
error-header_unknown = Row { $row } cannot be the header. Choose one of the first 30 rows that holds text.
error-link_ambiguous = “{ $value }” names several records of { $register }. Use the number or code of the right one.
error-link_unknown = There is no { $register } called “{ $value }”. Enter it first, or correct the name.
error-macros_ignored = The workbook holds macros. They were not read.
error-match_blank = This row cannot be found again: the fields chosen to match by are empty. Fill them in, or match by others.
error-match_several = { $count } records of { $register } agree with this row. Match by further fields, or add its number or code.
error-note_left_out = Row { $row } stands below the table and is left out as a note.
error-number_ambiguous = “{ $value }” may be thousands or decimals. Write it with two decimals, like 1200.00.
error-number_not_whole = “{ $value }” is not a whole number.
error-number_shape = “{ $value }” is not a number. Type it in digits.
error-number_too_fine = “{ $value }” has more decimals than can be kept exactly. Round it yourself.
error-number_too_large = The number is too large. Check it.
error-part_not_made = No { $register } is made of this row: { $field } is empty.
error-recipe_unknown = There is no import called “{ $recipe }”. Choose one of those shown.
error-row_nameless = Nothing in this row says which record it is about. Fill in what names the { $register }.
error-row_not_there = It is not in the record yet; only changes are taken in.
error-row_stands = It stands in the record already and would change; only new records are taken in.
error-row_unknown = Row { $row } is not part of the table. Open the file again.
error-sheet_empty = The sheet “{ $sheet }” is empty. Choose another sheet.
error-sheet_unknown = This sheet is not in the file. Open the file again.
error-total_left_out = Row { $row } sums up others and is left out.
