### Lists, records, fields, import and export as the officer meets them in the window.

## Values
list-comma = ,{" "}
list-nothing = nothing
list-untitled = Without a title
list-yes = Yes
list-no = No
list-unknown = Not stated
list-secret = kept secret
list-none-chosen = Not chosen
list-code-given = Given by the vault when left empty
list-currency = Currency
day-pattern = yyyy-mm-dd
list-calendar = Pick from a calendar
list-half-zh = Chinese
list-half-en = English
list-missing-zh = Chinese missing
list-missing-en = English missing
list-memory = Written before:
list-look-for = Find { $what }
list-look-any = Find any record
list-create-named = New { $what } “{ $name }”
list-clear = Clear
list-take-away = Take { $name } away
list-check-failed = Check failed
list-copy = Copy
list-secret-show = Show
list-secret-hide = Hide
list-secret-copied = Copied. Paste it soon: it stays on the clipboard until something else is copied.
list-secret-kept = Kept; type to replace it
list-files-by-drop = Drop a file onto the record to keep it here.
list-file-received = received { $when }
list-file-show = Look at it
list-file-save = Save a copy
list-file-saved = Saved { $name }
list-file-no-preview = This kind of file is not shown here. Save a copy to open it with its own program.

## The change log in words
history-set = { $actor } set { $field } to { $after }
history-cleared = { $actor } cleared { $field }, which was { $before }
history-changed = { $actor } changed { $field } from { $before } to { $after }
history-edited = { $actor } changed { $count ->
    [one] one field
   *[other] { $count } fields
 }
history-create = { $actor } created { $what }
history-archive = { $actor } archived { $what }
history-restore = { $actor } took { $what } back from the archive
history-delete = { $actor } deleted { $what }
history-import = { $actor } imported { $what }
history-undo = { $actor } took back a change to { $what }
history-attach = { $actor } kept a file: { $what }
history-sample = { $actor } made the sample company: { $what }
history-other = { $actor }: { $operation }, { $count ->
    [one] one record
   *[other] { $count } records
 }
history-records = { $count ->
    [one] one record
   *[other] { $count } records
 }
history-entry = entry { $seq }
history-unfold = { $count ->
    [one] Show the entry
   *[other] Show { $count } entries
 }
history-entries = Entries { $from }–{ $to } of { $total }
history-entries-before = Earlier entries
history-entries-after = Further entries
history-fold = Show less
history-undone = Taken back
history-undo-this = Take this change back
history-older = Older changes
history-none = No changes yet
history-none-text = Every change is written here with who made it, when and why.
