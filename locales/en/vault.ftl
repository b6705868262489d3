### The vault and the way into it: errors, files, the sheet with the recovery key.

## The recovery key on paper
recovery-sheet-name = Sealbook recovery key
recovery-sheet-company = Company
recovery-sheet-vault = Vault
recovery-sheet-place = Place
recovery-sheet-date = Date
recovery-sheet-why = This key opens the vault without a passphrase. Whoever holds it and a copy of the vault can read everything in it.
recovery-sheet-how = Keep this page where you keep contracts, away from the computer. To use it: “Use the recovery key” where Sealbook asks for the passphrase.
recovery-sheet = Sealbook recovery key
  
  Company    { $company }
  Vault      { $vault }
  Place      { $place }
  Date       { $date }
  
  { $key }
  
  This key opens the vault without a passphrase. Print this page, keep it where you keep contracts,
  and delete the file. Whoever holds the key and a copy of the vault can read everything in it.

## Kinds of files in dialogs
file-kind-text = Text
file-kind-spreadsheet = Spreadsheets
file-kind-workbook = Excel workbook
file-kind-calendar = Calendar file
file-kind-any = Any file

## Exports and long work
export-position-name = License position
stage-import_reading = Reading the file…
stage-import_checking = Checking the rows…
stage-import_writing = Taking the rows in…
stage-export_writing = Writing the workbook…

## The sample company
sample-company = Meridian Components (China)
sample-person = Li Wei

## Advice on a passphrase
passphrase-advice-keyboard = Rows of keys are guessed early.
passphrase-advice-repeats = Repeated words and letters add little.
passphrase-advice-common = This is among the first that are tried.
passphrase-advice-sequence = Sequences such as abc or 6543 are guessed early.
passphrase-advice-dates = Years and dates are guessed early.
passphrase-advice-words = Use several words that do not belong together.
passphrase-advice-names = Names are guessed early.
passphrase-advice-tricks = Capitals, reversed words and @ for a add little; another word adds more.

## What can go wrong
error-locked = The vault is locked.
error-internal = Something went wrong inside Sealbook. Nothing was changed; please try again.
error-unknown_command = Sealbook does not know the command { $name }.
error-no_vault = No vault is chosen.
error-no_pending_vault = No vault is waiting for its recovery key.
error-place_gone = Please choose the place for the vault again.
error-list_gone = This list is no longer open. Please open it again.
error-job_gone = This work is no longer known.
error-file_token_gone = Please choose the file again.
error-file_too_large = { $name } is larger than { $most } MB. Sealbook takes no larger file.
error-synced_folder = This folder is copied by a cloud program, which can damage an open vault and carries it elsewhere. A folder on this computer only is safer.
error-network_folder = This folder lies on another computer. A broken connection can damage an open vault; a folder on this computer is safer.
error-reveal_failed = The folder could not be shown: { $detail }
error-keychain = This computer's keychain refused: { $detail }. The passphrase opens the vault as before.
error-keychain_silent = This computer's keychain did not answer. The passphrase opens the vault as before.
error-autostart = This system refused to start Sealbook with the computer: { $detail }
error-sealed_key = The days kept for notices do not open with the key in the keychain. They are kept anew when the vault is opened.
error-wrong_passphrase = This passphrase does not open the vault.
error-wrong_passphrase_wait = This passphrase does not open the vault. The next try waits { $wait } seconds first.
error-wrong_recovery_key = This recovery key does not open the vault.
error-wrong_device_key = This computer's keychain no longer opens the vault. The passphrase does.
error-passphrase_empty = Please enter a passphrase.
error-recovery_unconfirmed = The recovery key of this vault was never typed back, so nothing could be entered. Please make a new vault.
error-not_a_vault = This folder is not a Sealbook vault: { $folder }
error-folder_not_empty = This folder already holds something: { $folder }
error-vault_newer = This vault was written by a newer Sealbook (format { $format }; this one knows { $known }). Nothing was touched.
error-vault_in_use = Another program has this vault open: a Sealbook window or the sealbook command. Close it and try again.
error-key_file_damaged = A key file of this vault is damaged. Try the recovery key, or take the folder keys from a backup.
error-key_file_missing = The key file of this vault is missing. Take the folder keys from a backup.
error-key_file_too_costly = A key file asks for more work than Sealbook does. It was not made by Sealbook.
error-key_of_other_vault = This key belongs to another vault.
error-library_too_old = The database library ({ $version }) is too old to be safe.
error-encryption_failed = Encrypting failed. Nothing was changed.
error-signing_failed = The signature could not be made: { $detail }
error-no_randomness = This computer gives no random numbers: { $detail }
error-evidence_missing = The file { $name } is missing from the vault.
error-evidence_unreadable = The file { $name } could not be read: { $detail }. It may be open in another program, or you may not be allowed to read the folder of the vault. Try again.
error-evidence_damaged = The file { $name } is damaged and is not shown.
error-in_use = { $count } records of { $register } refer to this one. Archive it, or change them first.
error-link_to_itself = A record cannot refer to itself.
error-text_too_long = This text is longer than { $most } characters.
error-text_control = This text holds characters that cannot be shown.
error-undo_done = This was taken back already.
error-undo_nothing = There is nothing to take back.
error-undo_changed = This can no longer be taken back: { $register } was changed since.
error-undo_erased = This can no longer be taken back: its values were erased.
error-draft_gone = This import is no longer open. Please choose the file again.
error-field_readonly = This field is filled in by Sealbook.
error-too_many_to_copy = At most { $most } rows can be copied at once. Export the list instead.
error-too_many_at_once = At most { $most } records can be changed at once.
