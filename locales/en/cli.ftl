### The sealbook command.

## Commands
cli-about = Sealbook without a window: an encrypted license record on this computer.
cli-usage = Usage
cli-commands = Commands
cli-command = COMMAND
cli-options = Options
cli-arguments = Arguments
cli-exit-codes = Exit codes: 0 done · 1 a problem was found · 2 wrong use · 3 wrong key · 4 vault in use · 5 damaged · 6 stopped.
  The passphrase comes from --passphrase-fd, SEALBOOK_PASSPHRASE or the prompt; the vault from --vault or SEALBOOK_VAULT.
cli-init = Make a new vault
cli-import = Take in a spreadsheet (Excel, OpenDocument, text)
cli-list = Show the records of a register
cli-findings = Show what should be done: idle and missing rights
cli-match = Show the names inventories found that wait to be matched with products
cli-export = Write the license position for auditors as a workbook
cli-deadlines = Show what ends and where notice is due; write it as a calendar file or a worklist
cli-position = Show the license position: owned, needed and missing
cli-undo = Take the last operation back
cli-verify = Check the vault and its change log, or a workbook against its signature
cli-demo = Make a vault with the sample company
cli-schema = Show the registers and their fields

## Arguments
cli-arg-folder = Folder of the new vault; must be new or empty
cli-arg-company = The company's name
cli-arg-person = Your name, as the change log shows it
cli-arg-recovery-out = Write the recovery key to this new file instead of showing it
cli-arg-passphrase-fd = Read the passphrase from this open file descriptor
cli-arg-vault = Folder of the vault
cli-arg-lang = Language: en, zh-CN, it
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-file = The spreadsheet
cli-arg-into = What it holds: a register such as person, or license_ledger; found out when left open
cli-arg-demo-into = Folder of the vault to make
cli-arg-sheet = Number of the sheet, from 1
cli-arg-header-row = Row of the header, from 1
cli-arg-date-order = Order of dates such as 03/04/2026 or 26-03-05: dmy, mdy or ymd
cli-arg-refuse-unknown = Refuse rows that name records which do not exist, instead of making them
cli-arg-match-similar = Take unknown names for the record they are clearly like, instead of making new ones
cli-arg-leave-unknown = Leave a field empty that names a record which does not exist
cli-arg-dry-run = Only show what would be done
cli-arg-skip-errors = Import the good rows and leave those with errors out
cli-arg-errors = Write a copy of the sheet with its errors marked to this workbook
cli-arg-only = Write new records only, or changes only: new, changes
cli-arg-again = Take up the rows that the import with this number left out
cli-arg-left-out = Show which imports left rows out
cli-arg-match = What counts as the same record, such as person=staff_no,email; may be given again
cli-arg-correct = Another text for a cell, such as F22=2026-02-28; may be given again
cli-arg-register = Register, such as license; see sealbook schema
cli-arg-text = Only records with these words
cli-arg-fields = Fields to show, with commas between
cli-arg-sort = Field to sort by; a minus before it reverses
cli-arg-archived = Those put aside instead of those in use
cli-arg-format = table, csv or json
cli-arg-kind = One kind of finding, such as dormant
cli-arg-limit = At most so many rows
cli-arg-out = The workbook to write
cli-arg-languages = Languages of the workbook: zh_en, zh_it, en, zh, it
cli-arg-as-of = The day the figures are of, such as 2026-06-30
cli-arg-product = Only this product, by code or name, with what its purchase lines lack
cli-arg-explain = Every step of every figure as a sentence
cli-arg-entity = Only this legal entity; may be given again
cli-arg-site = Only this site; may be given again
cli-arg-for = Only what concerns a person, or a role: finance_lead, it_lead
cli-arg-ics = Write a calendar file
cli-arg-worklist = Write a workbook to hand over
cli-arg-workbook = A workbook whose signature lies beside it
cli-arg-key = The public key to check it with; without it, the vault's
cli-arg-rows = Grow it to so many licenses, for measuring
cli-arg-sql = The SQL of every register's table

## What is said
cli-ask-passphrase = Passphrase:
cli-ask-again = The same again:
cli-ask-recovery = Type the recovery key back:
cli-init-recovery = The recovery key opens the vault without the passphrase. It is shown this once: { $key }
cli-init-done = The vault stands in { $folder }
cli-demo-done = The sample company stands in { $folder }
cli-import-column = { $letter } { $header } → { $field }
cli-import-column-not = { $letter } { $header }: not imported
cli-import-preview = { $target }: { $all } rows — { $create } to create, { $update } to change, { $unchanged } as they are, { $skip } skipped, { $error } with errors
cli-import-more-errors = … and { $count } more rows with errors
cli-import-done = { $register }: { $create } created, { $update } changed
cli-import-errors-saved = Errors marked in { $file }
cli-import-left-out = { $count ->
    [one] { $file }: { $count } row with errors was left out; sealbook import --again { $operation } takes it up
   *[other] { $file }: { $count } rows with errors were left out; sealbook import --again { $operation } takes them up
  }
cli-list-rows = { $count } rows
cli-export-done = { $file }
  SHA-256 { $sha256 }
cli-deadlines-wrote = Written: { $file }
cli-undo-done = Taken back: { $kind } — { $title } ({ $count } entries)
cli-verify-vault = The vault is in order: every page is readable and all { $entries } log entries agree. Head { $head }
cli-verify-workbook = { $file } is as it was signed: { $comment }
cli-verify-workbook-bad = { $file } is NOT as it was signed
cli-verify-log-broken = The change log was tampered with: entry { $first } of { $entries } does not agree
cli-wrong-value = { $what } does not take { $value }
cli-missing = { $what } is missing
cli-unknown-command = there is no command { $what }
cli-unknown-argument = { $what } is not understood here
cli-conflict = { $what } does not go with the others

## What can go wrong
error-cli_nothing_asked = Nothing was asked. See sealbook --help.
error-cli_no_vault = Which vault? Give --vault or set SEALBOOK_VAULT.
error-cli_no_passphrase = There is no terminal to ask for the passphrase. Give --passphrase-fd or set SEALBOOK_PASSPHRASE.
error-cli_passphrases_differ = The two passphrases differ.
error-cli_exists = { $name } exists already and is not overwritten.
error-cli_not_found = There is no { $register } called { $name }.
error-cli_match_shape = “{ $value }” is no match key. Write it like person=staff_no,email.
error-cli_match_register = No record of “{ $value }” is made of this file. Choose from: { $possible }.
error-cli_match_field = The file does not fill “{ $value }”, or records cannot be compared by it. Choose from: { $possible }.
error-cli_correct_shape = “{ $value }” is no correction. Write it like F22=2026-02-28.
error-signature_unreadable = The signature or the key cannot be read: { $detail }
error-signature_wrong = The signature does not fit the file.
cli-arg-accept = Take the names that clearly mean one product, from so many percent alike, as one operation
