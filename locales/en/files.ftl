### What a file handed in really is, what of it is read, and what is left out.

error-bytes_undecodable = Line { $line } holds bytes that are no characters in { $encoding }. Choose another encoding, or save the file as UTF-8 and try again.
error-cell_error = The cell holds the spreadsheet error { $value }. Correct the formula in the file, or type the value here.
error-cell_too_long = The cell holds more than { $most } characters, which no spreadsheet program keeps. Shorten it in the file, or type the value here.
error-cell_uncalculated = The formula in this cell was never calculated. Open the file in your spreadsheet program, save it and retry, or type the value here.
error-cell_undecodable = The cell holds bytes that are no characters. Choose another encoding for the file, or type the value here.
error-encoding_guessed = The text is read as written in Western Europe (Windows-1252). If its letters look wrong, save it as UTF-8.
error-external_links_ignored = The workbook refers to other files. They are not opened; the values it holds itself are read.
error-file_damaged = The file is damaged and cannot be read. Open it in your spreadsheet program, save it again and retry.
error-file_empty = The file is empty. Choose another one.
error-file_hostile = The file is built in a way no spreadsheet program writes ({ $detail }) and was not opened. Ask its sender for a new copy.
error-file_html = This is a web page without a table. Ask for the spreadsheet, or copy the table into one.
error-file_is_page = The file is a web page although it is called a workbook; its tables are read.
error-file_is_text = The file is text although it is called a workbook; it was read as text.
error-file_is_xml = The file is XML although it is called a workbook; it is read as such.
error-file_not_workbook = This is neither a workbook (.xlsx, .xlsb, .xls, .ods) nor a text table (.csv, .txt). Save it as one of these and try again.
error-file_old_excel = This workbook was written before Excel 97. Open it in your spreadsheet program and save it as .xlsx.
error-file_password = The workbook is protected by a password. Save a copy without it and try again.
error-file_pdf = This is a PDF, not a table. Keep it as evidence, or ask for the spreadsheet it was made from.
error-file_rights = The workbook is protected by rights management, so only its readers’ program can open it. Ask its sender for an unprotected copy.
error-file_too_big = { $what ->
    [bytes] The file is larger than 50 MB.
    [sheets] The workbook has more than 200 sheets.
    [columns] The sheet has more than 512 columns.
   *[other] The file holds more than Sealbook reads at once.
 } Split it and import the parts.
error-file_truncated = The file is not complete: probably it was cut off when copied. Fetch it again.
error-file_web_archive = This is a web page saved for mail (.mht) under another name. Open it in your spreadsheet program and save it as an Excel workbook.
error-file_xml = This is an XML file, but not of a spreadsheet program. Ask for a spreadsheet or a text table.
error-formulas_read = { $count ->
    [one] One cell holds a formula; its last result is read.
   *[other] { $count } cells hold formulas; their last results are read.
 }
error-group_left_out = { $count ->
    [one] Row { $which } is the title of the rows below and is left out.
   *[other] Rows { $which } are the titles of the rows below them and are left out.
 }
error-header_repeated = { $count ->
    [one] Row { $which } repeats the header and is left out.
   *[other] Rows { $which } repeat the header and are left out.
 }
error-header_unknown = Row { $row } cannot be the header. Choose one of the first 30 rows that holds text.
error-hidden_columns_read = Columns hidden in the file are read too: { $columns }.
error-hidden_rows_left_out = { $count ->
    [one] One row is hidden in the file (row { $row }) and is left out.
   *[other] { $count } rows are hidden in the file, the first of them row { $row }, and are left out.
 }
error-hidden_rows_read = { $count ->
    [one] One row is hidden in the file (row { $row }). It is read like the others.
   *[other] { $count } rows are hidden in the file, the first of them row { $row }. They are read like the others.
 }
error-macros_ignored = The workbook holds macros. They were not read.
error-merged_filled = { $count ->
    [one] A merged cell is read for one more row that it covers.
   *[other] Merged cells are read for { $count } more rows that they cover.
 }
error-merged_numbers = A merged number is counted once, in the first row it covers: { $cells }.
error-note_left_out = { $count ->
    [one] Row { $which } stands below the table and is left out as a note.
   *[other] Rows { $which } stand below the table and are left out as notes.
 }
error-numbering_left_out = { $count ->
    [one] Row { $which } numbers the columns and is left out.
   *[other] Rows { $which } number the columns and are left out.
 }
error-objects_ignored = The workbook holds embedded documents or controls. They are not opened.
error-quote_open = From row { $row } on a quotation mark is never closed, so the cells cannot be told apart. Correct it in the file.
error-reader_stopped = The file made the reading stop: it is damaged, or asks for more memory than reading may use. Nothing was changed. Open it in your spreadsheet program, save it again and retry.
error-reader_too_long = Reading the file took too long and was stopped. Nothing was changed. Split the file, or save it again in your spreadsheet program.
error-reader_unavailable = The separate process that reads files could not be started ({ $detail }). Close Sealbook, start it again and retry.
error-sheet_empty = The sheet “{ $sheet }” is empty. Choose another sheet.
error-sheet_unknown = This sheet is not in the file. Open the file again.
error-table_unknown = This table is not on the sheet. Open the file again.
error-total_left_out = { $count ->
    [one] Row { $which } sums up others and is left out.
   *[other] Rows { $which } sum up others and are left out.
 }
