### A register on screen: its list, its filters, one record.

## The list
list-select-all = Select all rows
list-select-row = Select row { $row }
list-sort-by = Sort by { $field }
list-export = Export
list-total = { $count ->
    [one] { $count } record
   *[other] { $count } records
  }
list-selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
  }
list-set-field = Set a field…
list-copy-excel = Copy for Excel
list-copied-cell = Copied
list-copied = { $count ->
    [one] { $count } row copied
   *[other] { $count } rows copied
  }
list-none-match = Nothing matches
list-none-match-text = No record fits all of these filters.
list-empty = No records in { $what } yet
list-empty-text = Import the spreadsheet you have, or write the first one by hand.
key-move = move
key-open = open
key-edit = edit
columns = Columns
column-earlier = Move forward
column-later = Move back
columns-reset = As at first
views = Views
view-save = Save as a view…
view-name = Name of the view
view-update = Keep the changes in “{ $name }”
view-rename = Rename “{ $name }”…
view-archived = Archived records
view-in-use = Records in use
view-remove = Remove “{ $name }”
bulk-title = { $count ->
    [one] Set a field of { $count } record
   *[other] Set a field of { $count } records
  }
bulk-field = Field
bulk-value = New value
bulk-set = { $count ->
    [one] Set { $count } record
   *[other] Set { $count } records
  }
bulk-done = { $count ->
    [one] { $count } record changed
   *[other] { $count } records changed
  }

## Filters
filter-find = Find in this list
filter-add = Add filter
filter-field = Find a field
filter-remove = Remove the filter
filter-clear = Clear the filters
filter-archived = Archived
filter-as-of = As of { $date }
filter-comparison = Comparison
filter-value = Value
filter-or = {" "}or{" "}
filter-op-is = is
filter-is = { $field } is { $values }
filter-op-is_not = is not
filter-is_not = { $field } is not { $values }
filter-op-contains = contains
filter-contains = { $field } contains { $values }
filter-op-before = before
filter-before = { $field } before { $values }
filter-op-after = after
filter-after = { $field } after { $values }
filter-op-within_days = within days
filter-within_days = { $field } within { $values } days
filter-op-less = less than
filter-less = { $field } less than { $values }
filter-op-more = more than
filter-more = { $field } more than { $values }
filter-op-empty = is empty
filter-empty = { $field } is empty
filter-op-present = is filled
filter-present = { $field } is filled
filter-op-one_language = in one language only
filter-one_language = { $field } in one language only

## One record
record = Record
record-details = Details
record-history = History
record-more = More
record-reason = Reason
record-reason-why = Stands in the change log, for example: true-up, PO 4711
record-created = Created: { $what }
record-saved = Saved
record-archive = Archive
record-restore = Take back from the archive
record-archived = { $count ->
    [one] { $count } record archived
   *[other] { $count } records archived
  }
record-restored = Back from the archive
record-remove = Delete
record-removed = Deleted
record-attached = { $name } is kept as evidence
record-when = Created { $created }, last changed { $changed }
record-no-children = Nothing here yet
evidence-none = No evidence yet
evidence-none-text = Drop a file onto the record. It is kept encrypted in the vault, with its hash and date.
evidence-add = Add a file…
evidence-drop = or drop it onto the record
