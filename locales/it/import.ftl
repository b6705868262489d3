### Importazione: come si chiamano ricette e file noti, che cosa non va in un file o in una cella, che cosa è stato notato.

recipe-license_ledger = Elenco licenze (prodotti, licenze e acquisti)
recipe-m365_users = Utenti Microsoft 365 e loro licenze
source-snipe_it_licenses = Snipe-IT, licenze
source-ledger_summary = Riepilogo d’uso del software delle autorità cinesi
source-m365_users = Interfaccia di amministrazione di Microsoft 365, utenti

error-currency_assumed = La colonna { $column } non indica la valuta: gli importi sono letti in { $currency }. Se non è giusto, abbina una colonna della valuta.
error-currency_missing = L’importo non indica la valuta. Scrivilo con il codice, ad esempio CNY 1200.
error-date_ambiguous = «{ $value }» può essere due giorni diversi. Scegli se viene prima il giorno o il mese.
error-date_impossible = «{ $value }»: questo giorno non esiste. Scrivi la data giusta.
error-date_shape = «{ $value }» non è una data. Scrivila come 2026-03-01.
error-digits_lost = Il foglio ha abbreviato questo numero in { $value }: le ultime cifre sono perse. Scrivilo per intero.
error-flag_shape = «{ $value }» non è né sì né no.
error-link_ambiguous = «{ $value }» indica più schede di { $register }. Usa il numero o il codice di quella giusta.
error-link_unknown = Non c’è { $register } di nome «{ $value }». Inseriscilo prima oppure correggi il nome.
error-match_blank = Questa riga non si può ritrovare: i campi scelti per l’abbinamento sono vuoti. Compilali, oppure abbina con altri.
error-match_several = { $count } record di { $register } concordano con questa riga. Abbina con altri campi, oppure aggiungi il numero o il codice.
error-number_ambiguous = «{ $value }» può indicare migliaia o decimali. Scrivilo con due decimali, come 1200,00.
error-number_not_whole = «{ $value }» non è un numero intero.
error-number_shape = «{ $value }» non è un numero. Scrivilo in cifre.
error-number_too_fine = «{ $value }» ha più decimali di quanti se ne conservino esatti. Arrotondalo tu.
error-number_too_large = Il numero è troppo grande. Controllalo.
error-part_not_made = Da questa riga non nasce alcun record { $register }: { $field } è vuoto.
error-recipe_unknown = Non c’è un’importazione «{ $recipe }». Scegline una dell’elenco.
error-row_nameless = Nulla in questa riga dice di quale record si tratta. Compila ciò che identifica { $register }.
error-row_not_there = Non è ancora nel registro; si importano solo le modifiche.
error-row_stands = È già nel registro e cambierebbe; si importano solo i record nuovi.
error-row_unknown = La riga { $row } non fa parte della tabella. Apri di nuovo il file.
