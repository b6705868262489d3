### From a spreadsheet into the record, and from the record into a workbook.

## Import
import-into = Import into { $what }
import-step-file = File
import-step-layout = Sheet and header
import-step-columns = Columns
import-step-preview = Preview
import-step-result = Result
import-drop = Drop your spreadsheet here
import-pick = Choose a file…
paste-rows = Paste rows
paste-by-key = Press Ctrl+V or ⌘V to paste the rows you copied.
import-reading = Reading…
import-kinds = Excel, OpenDocument or a text table in any encoding, as it comes: software ledgers, Snipe-IT licenses, Microsoft 365 users.
import-nothing-yet = Nothing is written before you have seen what it will do.
import-sheet = Sheet
import-sheet-of = { $n } of { $all }
import-header = Header
import-row = Row { $row }
import-data = Data
import-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
  }
import-source = Recognised as
import-encoding = Characters of the file
import-encoding-utf-8 = All languages (UTF-8)
import-encoding-gb18030 = Simplified Chinese (GB18030)
import-encoding-big5 = Traditional Chinese (Big5)
import-encoding-windows-1252 = Western European (Windows-1252)
import-encoding-shift_jis = Japanese (Shift JIS)
import-encoding-euc-kr = Korean (EUC-KR)
import-encoding-utf-16le = All languages (UTF-16)
import-encoding-utf-16be = All languages (UTF-16, big-endian)
import-table = Table
import-table-by-hand = Header chosen by hand
import-hidden-rows = Rows hidden in the file
import-hidden-rows-read = Read them
import-hidden-rows-leave_out = Leave them out
import-hidden = hidden
import-target = Each row becomes
import-unknown = Names that are not in the record yet
import-unknown-usual = Keep what an inventory found for matching, create the others
import-unknown-create = Create them
import-unknown-similar = Match the clearly similar, create the others
import-unknown-leave = Leave the field empty
import-unknown-refuse = Report the row as an error
import-dates-which = In dates such as 03/04/2026 or 26-03-05:
import-dates-ask = which comes first?
import-dates-order = Which comes first?
import-dates-dmy = Day first
import-dates-mdy = Month first
import-dates-ymd = Year first
import-header-which = Which row holds the column names?
import-other-file = Another file
import-matched = { $matched } of { $all } columns matched
import-doubtful = { $count } to check
import-column = Column in the file
import-samples = What stands in it
import-field = Field in the record
import-field-for = Field for { $column }
import-sure = Match
import-not = Not imported
import-new-field = New field
import-new-field-of = New field “{ $column }”
import-check = Check { $confidence }
import-how-exact = Exact
import-how-synonym = By its name
import-how-content = By its content
import-how-remembered = As last time
import-how-source = Known source
import-how-chosen = Chosen by you
import-how-none = Not matched
import-look-first = The next page shows every row before anything is written.
import-preview = Preview
import-opening = Opening the file
import-previewing = Reading every row
import-row-no = Row
import-action = Action
import-rows-all = all
import-rows-create = new
import-rows-update = changed
import-rows-unchanged = unchanged
import-rows-skip = skipped
import-rows-error = errors
import-action-create = Create
import-action-update = Update
import-action-unchanged = Unchanged
import-action-skip = Skip
import-action-error = Error
import-action-unsettled = Being checked
import-write = Write
import-write-both = New records and changes
import-write-create = New records only
import-write-update = Changes only
import-same = What counts as the same record
import-same-when = the same when these agree
import-same-or = or else
import-same-never = always a new record
import-same-apart = another one where { $fields } differ
import-same-by = Match { $what } by
import-same-described = As described
import-cell = Cell { $address }
import-use = Use this
import-use-alike = Wherever the same stands
import-was = In the file: { $text }
import-choose = Choose what it is
import-marked = Save a copy with the errors marked
import-marked-saved = Saved { $name }.
import-undoable = The whole import can be undone in one step.
import-errors-skipped = { $count ->
    [one] { $count } row with errors is left out and can be imported later.
   *[other] { $count } rows with errors are left out and can be imported later.
  }
import-names = { $count ->
    [one] One name is not in the record yet
   *[other] { $count } names are not in the record yet
  }
import-names-alike = { $count } like a record
import-names-more = Show more names
import-name = Name in the file
import-name-rows = Rows
import-name-becomes = Becomes
import-name-for = What “{ $name }” becomes
import-name-create = New: { $what }
import-name-same = Same as { $what } · { $percent }
import-name-like = Like { $what } · { $percent }
import-name-refuse = Leave its rows out
import-name-wait = Wait for matching
import-apply = { $count ->
    [one] Import { $count } row
   *[other] Import { $count } rows
  }
import-applying = Importing
import-done = { $count ->
    [one] { $count } row imported
   *[other] { $count } rows imported
  }
import-took = Done in { $seconds } s, written as one operation.
import-took-quick = Done in under a second, written as one operation.
import-left-out = { $count ->
    [one] { $count } row with errors was left out.
   *[other] { $count } rows with errors were left out.
  }
import-register = Register
import-waiting = Rows left out of earlier imports
import-resume = Correct them
import-resume-now = Correct them now
import-resume-later = They wait on the import page until you correct them or undo the import.
import-resumed = Only rows left out
import-forget = Let them be
import-undo = Undo the import
import-another = Import another file
import-show = Show what was imported

## Workbook
export = Export a workbook
export-lead = Excel, signed, ready to hand over.
export-what = What to export
export-list = This list
export-list-why = The rows as filtered and sorted, with the columns shown. It can be imported again.
export-position = License position
export-position-why = The workbook for the auditor: position, licenses, purchases, evidence, gaps and the log.
export-languages = Languages
export-in-zh_en = Chinese and English
export-in-zh_it = Chinese and Italian
export-in-en = English
export-in-zh = Chinese
export-in-it = Italian
export-as-of = As of
export-as-of-why = Rights, assignments and installations as they stood on that day.
export-all = all
export-some = { $count } chosen
export-prepared = Prepared by
export-choose-file = Choose where to save…
export-writing = Writing the workbook
export-done = The workbook is written
export-reveal = Show in folder
export-signed = Signed: the .minisig beside it proves who wrote it and that nothing was changed.
export-hash = SHA-256 of the file
