### Import: what a recipe and a known file are called, what is wrong with a file or a cell, and what was noticed.

recipe-license_ledger = License list (products, licenses and purchases)
recipe-m365_users = Microsoft 365 users and their licenses
source-snipe_it_licenses = Snipe-IT, licenses
source-ledger_summary = Software usage summary of the Chinese authorities
source-m365_users = Microsoft 365 admin center, users

error-currency_assumed = Column { $column } names no currency: its amounts are read as { $currency }. Match a currency column if that is wrong.
error-currency_missing = The amount names no currency. Write it with its code, for example CNY 1200.
error-date_ambiguous = “{ $value }” may be two days. Choose whether day or month stands first.
error-date_impossible = “{ $value }”: this day does not exist. Type the right date.
error-date_shape = “{ $value }” is not a date. Write it like 2026-03-01.
error-digits_lost = The spreadsheet shortened this number to { $value }: its last digits are lost. Type it in full.
error-flag_shape = “{ $value }” is neither yes nor no.
error-link_ambiguous = “{ $value }” names several records of { $register }. Use the number or code of the right one.
error-link_unknown = There is no { $register } called “{ $value }”. Enter it first, or correct the name.
error-match_blank = This row cannot be found again: the fields chosen to match by are empty. Fill them in, or match by others.
error-match_several = { $count } records of { $register } agree with this row. Match by further fields, or add its number or code.
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
