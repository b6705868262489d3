### Importazione: come si chiamano ricette e file noti, che cosa non va in un file o in una cella, che cosa è stato notato.

recipe-license_ledger = Elenco licenze (prodotti, licenze e acquisti)
recipe-m365_users = Utenti Microsoft 365 e loro licenze
source-snipe_it_licenses = Snipe-IT, licenze
source-ledger_summary = Riepilogo d’uso del software delle autorità cinesi
source-m365_users = Interfaccia di amministrazione di Microsoft 365, utenti

error-bytes_undecodable = La riga { $line } contiene byte che non sono caratteri in { $encoding }. Salva il file in UTF-8 e riprova.
error-cell_error = La cella contiene l’errore { $value }. Correggi la formula nel file oppure scrivi qui il valore.
error-currency_assumed = La colonna { $column } non indica la valuta: gli importi sono letti in { $currency }. Se non è giusto, abbina una colonna della valuta.
error-currency_missing = L’importo non indica la valuta. Scrivilo con il codice, ad esempio CNY 1200.
error-date_ambiguous = «{ $value }» può essere due giorni diversi. Scegli se viene prima il giorno o il mese.
error-date_impossible = «{ $value }»: questo giorno non esiste. Scrivi la data giusta.
error-date_shape = «{ $value }» non è una data. Scrivila come 2026-03-01.
error-digits_lost = Il foglio ha abbreviato questo numero in { $value }: le ultime cifre sono perse. Scrivilo per intero.
error-file_damaged = Il file è danneggiato e non si può leggere. Aprilo nel foglio di calcolo, salvalo di nuovo e riprova.
error-file_empty = Il file è vuoto. Scegline un altro.
error-file_hostile = Il file è costruito come nessun foglio di calcolo fa ({ $detail }) e non è stato aperto. Chiedine una nuova copia a chi l’ha inviato.
error-file_html = È una pagina web con un altro nome. Aprila nel foglio di calcolo e salvala come cartella di Excel.
error-file_is_text = Il file è un testo benché si chiami cartella di lavoro; è stato letto come testo.
error-file_not_workbook = Non è né una cartella di Excel (.xlsx) né una tabella di testo (.csv). Salvalo in uno di questi formati e riprova.
error-file_old_excel = È una cartella di un vecchio Excel (.xls). Salvala come .xlsx e riprova.
error-file_password = La cartella è protetta da una password. Salvane una copia senza e riprova.
error-file_pdf = È un PDF, non una tabella. Conservalo come evidenza oppure chiedi il foglio da cui è nato.
error-file_too_big = Il file è più grande di quanto Sealbook legga ({ $what }). Dividilo e importa le parti.
error-file_truncated = Il file non è completo: probabilmente è stato troncato durante la copia. Recuperalo di nuovo.
error-flag_shape = «{ $value }» non è né sì né no.
error-formulas_read = { $count ->
    [one] Una cella contiene una formula; ne è letto l’ultimo risultato.
   *[other] { $count } celle contengono formule; ne sono letti gli ultimi risultati.
 }
error-header_unknown = La riga { $row } non può essere l’intestazione. Scegli una delle prime 30 righe con del testo.
error-link_ambiguous = «{ $value }» indica più schede di { $register }. Usa il numero o il codice di quella giusta.
error-link_unknown = Non c’è { $register } di nome «{ $value }». Inseriscilo prima oppure correggi il nome.
error-macros_ignored = La cartella contiene macro. Non sono state lette.
error-match_blank = Questa riga non si può ritrovare: i campi scelti per l’abbinamento sono vuoti. Compilali, oppure abbina con altri.
error-match_several = { $count } record di { $register } concordano con questa riga. Abbina con altri campi, oppure aggiungi il numero o il codice.
error-note_left_out = La riga { $row } sta sotto la tabella ed è tralasciata come nota.
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
error-sheet_empty = Il foglio «{ $sheet }» è vuoto. Scegli un altro foglio.
error-sheet_unknown = Questo foglio non è nel file. Apri di nuovo il file.
error-total_left_out = La riga { $row } è un totale ed è tralasciata.
