### The window: frame, first run, unlock, overview, change log, settings.

## Words used everywhere
cancel = Cancel
close = Close
save = Save
add = Add
remove = Remove
edit = Edit
change = Change
open = Open
back = Back
next = Continue
done = Done
show = Show
hide = Hide
undo = Undo
undo-done = Taken back
undo-nothing = There is nothing to take back
try-again = Try again
loading = Loading…
working = Working…
cancelling = Cancelling…
nothing-found = Nothing found
done-of = { $done } of { $total }
show-all = Show all { $count }
show-fewer = Show fewer
due-today = today
due-in = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
  }
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
  }
minutes = { $count } minutes
error-unexpected = Something went wrong that Sealbook did not expect: { $detail }. Nothing was changed.
error-cancelled = Cancelled. Nothing was changed.

## Frame
app-name = Sealbook
navigation = Places
overview = Overview
import = Import
change-log = Change log
settings = Settings
search = Search
lock = Lock
locking = Locking
language = Language
language-name = English
sidebar-narrow = Fold the sidebar
sidebar-widen = Unfold the sidebar
wants-attention = { $count ->
    [one] { $count } wants attention
   *[other] { $count } want attention
  }
new-record = New: { $what }

## Palette
palette-hint = Find a record, a place or a command
palette-record = Records
palette-place = Places
palette-command = Commands
undo-last = Undo the last change
lock-now = Lock the vault
language-to = Switch to { $language }
theme-to-light = Light appearance
theme-to-dark = Dark appearance
theme-to-system = Appearance as the system

## First run
first-run-step = Step { $step } of { $steps }
welcome-title = One sealed record of every software license
welcome-lead = Sealbook keeps your license record encrypted on this computer, in Chinese and English side by side, and hands auditors a workbook they can check.
welcome-choose = Continue in English
welcome-sample = Look around a sample company first
vault-create-title = Create your vault
vault-create-lead = Every record is encrypted in one folder on this computer. Two things open it: your passphrase, and a recovery key if you ever forget it.
vault-create-whose = 1. Whose record it is
vault-create-passphrase = 2. Passphrase, asked for at every unlock
vault-company = Company
vault-person = Your name
vault-person-hint = It stands beside every change you make.
vault-place = Where the vault is kept
vault-place-follows = Follows the company’s name
vault-create-next = Next: your recovery key, then your company. About two minutes.
vault-creating = Sealing…
vault-create = Create the vault
promise-local = Stays on this computer
promise-local-why = No account, no server, nothing is sent.
promise-nobody = Nobody can reset it, not even us
promise-nobody-why = Lose both keys and the data is gone.
promise-open = Opens without Sealbook too
promise-open-why = Standard age and SQLCipher formats; the guide says how.
company-title = Your company
company-lead = Auditors read both names. Fill in what you have; everything can be completed later.
company-entity = Legal entity
company-name-zh = Name in Chinese
company-name-en = Name in English
company-uscc = Unified social credit code
company-country = Country
company-site = First site
company-site-zh = Site in Chinese
company-site-en = Site in English
company-city = City
company-site-hint = More sites can be added or imported at any time.
company-next = Next: your first spreadsheet.
company-later = Fill in later
doors-title = Your vault is ready
doors-lead = Where would you like to begin?
door-import = Import my spreadsheet
door-import-why = Excel or CSV, as it is. You see what will be created before anything is written, and can take it all back.
door-sample = Look around a sample company
door-sample-why = A made-up manufacturer with four sites, in a vault of its own. Yours stays as it is.
door-empty = Begin with an empty record
sample-open = Open the sample company
sample-making = Making the sample company

## Keys
passphrase = Passphrase
passphrase-again = Once more
passphrase-old = Present passphrase
passphrase-suggest = Suggest one
passphrase-strength = Strength
passphrase-hint = Four or five unrelated words are easier to keep in mind than one cryptic one, and stronger.
passphrase-same = The same
passphrase-differs = Not the same
passphrase-change = Change passphrase
passphrase-change-lead = The recovery key stays valid.
passphrase-changed = Passphrase changed
caps-lock = Caps Lock is on
strength-0 = Very weak.
strength-1 = Weak.
strength-2 = Not strong enough.
strength-3 = Good.
strength-4 = Strong.
strength-time-instant = Guessed at once by a thousand computers.
strength-time-seconds = { $count ->
    [one] A thousand computers would guess it in about a second.
   *[other] A thousand computers would guess it in about { $count } seconds.
  }
strength-time-minutes = { $count ->
    [one] A thousand computers would guess it in about a minute.
   *[other] A thousand computers would guess it in about { $count } minutes.
  }
strength-time-hours = { $count ->
    [one] A thousand computers would guess it in about an hour.
   *[other] A thousand computers would guess it in about { $count } hours.
  }
strength-time-days = { $count ->
    [one] A thousand computers would guess it in about a day.
   *[other] A thousand computers would guess it in about { $count } days.
  }
strength-time-years = { $count ->
    [one] A thousand computers would guess it in about a year.
   *[other] A thousand computers would guess it in about { $count } years.
  }
strength-time-thousands = A thousand computers guessing day and night would need thousands of years.
strength-time-millions = A thousand computers guessing day and night would need millions of years.
recovery-key = Recovery key
recovery-title = Keep your recovery key
recovery-lead = It opens the vault if the passphrase is forgotten. It is shown this once and stored nowhere: keep it on paper or on a stick, away from this computer.
recovery-keep = 1. Print it, save it or write it down
recovery-once = Shown once
recovery-print = Print
recovery-save = Save
recovery-saved = Saved. Move the file off this computer.
recovery-save-hint = Printed, the key never touches the disk. Saved, it is a page of text.
recovery-back = 2. Type back groups { $a }, { $b } and { $c }
recovery-group = Group { $n }
recovery-forgiving = Capitals and spaces do not matter.
recovery-outside = I keep it outside this computer, for example in the safe.
recovery-next = Nothing is entered before the key was typed back.
recovery-proved = Typed back
recovery-unproved = Not proved
recovery-new = New recovery key
recovery-new-lead = The old key opens the vault until you have typed the new one back; after that only backups made before.
recovery-show = Show the new key
recovery-replace = Replace the old key
recovery-replaced = The old recovery key no longer opens this vault.

## Unlock
unlock = Unlock
unlocking = Unlocking…
unlock-recovery = Use the recovery key
unlock-set-passphrase = Unlock and set passphrase
unlock-other = Another vault
unlock-pick = Open a vault folder…
unlock-create = Create a new vault
unlock-sample = The sample company needs no passphrase.

## Overview
one-way-in = There is only one way into this vault. If the passphrase is forgotten, the record is lost.
one-way-in-act = Vault and keys
needs-you = Needs you
needs-count = { $count ->
    [one] { $count } date in the next 90 days
   *[other] { $count } dates in the next 90 days
  }
needs-lanes = How soon
needs-none = Nothing is due
needs-none-text = Dates from licenses, contracts and evidence appear here 90 days ahead.
lane-overdue = overdue
lane-week = within 7 days
lane-month = within 30 days
lane-quarter = within 90 days
needs-past = { $count ->
        [one] { $count } date passed more than 30 days ago
       *[other] { $count } dates passed more than 30 days ago
    }
no-owner = no owner
position = License position
position-used = in use
position-beyond = beyond our rights
position-rights = our rights
position-row = { $owned } owned, { $assigned } assigned, { $deployed } installed
position-none = No position yet
position-none-text = It is reckoned from purchase lines, assignments and installations.
position-waiting = { $count ->
    [one] 1 name that inventories found has no product yet: its installations are not counted here.
   *[other] { $count } names that inventories found have no product yet: their installations are not counted here.
}
unlimited = unlimited
gaps = What an auditor would find
gaps-none = Nothing stands out
bilingual = { $percent } in both languages
bilingual-whole = No half is missing.
log-sealed = { $entries ->
    [one] { $entries } log entry sealed
   *[other] { $entries } log entries sealed
  }
holdings = In the record
start-title = Begin with the spreadsheet you have
start-text = Sealbook finds the sheet, the header and the columns, and shows what it will create before anything is written.

## Change log
log-find = Find in the log
log-who = Who
log-what = What was done
log-where = In which register
log-from = From
log-to = to
log-clear = Clear
log-anyone = Anyone
log-any-kind = Any change
log-any-register = All registers
log-seal = The seal
log-seal-why = Each entry carries the hash of the one before it, so none can be changed or left out unnoticed.
log-verify = Verify the whole log
log-verifying = Verifying…
log-intact = { $entries ->
    [one] Intact: the one entry was checked.
   *[other] Intact: all { $entries } entries were checked, none was changed or left out.
  }
log-broken = Broken at entry { $entry }: what stands there is not what was written. Keep this vault as it is and open a backup beside it.
log-entries = Entries
log-head = Head
log-head-why = Every exported workbook carries this value: two of them prove by themselves that history was only added to.

## Settings
version = version { $version }
settings-window = Window
theme = Appearance
theme-system = System
theme-light = Light
theme-dark = Dark
idle-lock = Lock when idle
idle-lock-why = Without a key or pointer for this long, the page goes blank and the vault locks.
lock-away = Lock with the computer
lock-away-why = When the computer sleeps or its session is locked, the vault locks too.
settings-notices = Dates that come near
notices = Say so on the desktop
notices-why = When dates come near and you look elsewhere, the system says how many. Never which.
watch = Start with the computer, without a window
watch-why = Sealbook then waits unseen and also goes on when you close its window; closing still locks the vault. Start Sealbook again to have the window back.
watch-locked = While the vault is locked, the number is counted from bare days without names. They are kept encrypted, their key in the system’s keychain; without a keychain nothing is kept and nothing said.
open-window = Open Sealbook
quit = Quit Sealbook
quit-why = Ends it altogether, until it is started again.
rates-why = Amounts in other currencies are reckoned with these, each with its date and source.
settings-vault = Vault and keys
vault-made = Created
vault-size = Size
vault-evidence = Evidence files
vault-format = Format
vault-ways-in = Ways in
vault-passphrase-way = by passphrase
vault-signing-key = Public key of the signatures on your workbooks
keychain = Stay unlocked with this system account
keychain-why = The key is kept in the system’s keychain until the vault locks.
custom-fields = Your own fields
custom-fields-why = They stand in lists, forms, imports and workbooks like any other.
custom-register = Register
custom-add = Add a field
custom-edit = Edit the field
custom-none = No fields of your own in { $register } yet.
custom-en = Name in English
custom-zh = Name in Chinese
custom-it = Name in Italian
custom-kind = Kind
custom-choices = Choices
custom-choices-hint = One on each line.
custom-removed = { $name } taken away
kind-text = Text
kind-note = Long text
kind-integer = Whole number
kind-decimal = Number
kind-date = Date
kind-flag = Yes or no
kind-choice = One of several
