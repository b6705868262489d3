### Dal foglio al registro e dal registro alla cartella di lavoro.

## Importazione
import-into = Importa in { $what }
import-step-file = File
import-step-layout = Foglio e intestazione
import-step-columns = Colonne
import-step-preview = Anteprima
import-step-result = Risultato
import-drop = Trascina qui il tuo foglio
import-pick = Scegli un file…
paste-rows = Incolla righe
paste-by-key = Premi Ctrl+V o ⌘V per incollare le righe copiate.
import-reading = Lettura…
import-kinds = Excel, OpenDocument o una tabella di testo in qualsiasi codifica, così com’è: registri del software, licenze di Snipe-IT, utenti di Microsoft 365.
import-nothing-yet = Nulla viene scritto prima che tu veda che cosa farà.
import-sheet = Foglio
import-sheet-of = { $n } di { $all }
import-header = Intestazione
import-row = Riga { $row }
import-data = Dati
import-rows = { $count ->
    [one] { $count } riga
   *[other] { $count } righe
  }
import-source = Riconosciuto come
import-encoding = Caratteri del file
import-encoding-utf-8 = Tutte le lingue (UTF-8)
import-encoding-gb18030 = Cinese semplificato (GB18030)
import-encoding-big5 = Cinese tradizionale (Big5)
import-encoding-windows-1252 = Europeo occidentale (Windows-1252)
import-encoding-shift_jis = Giapponese (Shift JIS)
import-encoding-euc-kr = Coreano (EUC-KR)
import-encoding-utf-16le = Tutte le lingue (UTF-16)
import-encoding-utf-16be = Tutte le lingue (UTF-16, big-endian)
import-table = Tabella
import-table-by-hand = Intestazione scelta a mano
import-hidden-rows = Righe nascoste nel file
import-hidden-rows-read = Leggile
import-hidden-rows-leave_out = Tralasciale
import-hidden = nascosto
import-target = Ogni riga diventa
import-unknown = Nomi non ancora nel registro
import-unknown-usual = Tenere in attesa di abbinamento quanto rilevato, creare gli altri
import-unknown-create = Creali
import-unknown-similar = Abbinare i chiaramente simili, creare gli altri
import-unknown-leave = Lasciare vuoto il campo
import-unknown-refuse = Segnala la riga come errore
import-dates-which = Nelle date come 03/04/2026 o 26-03-05:
import-dates-ask = che cosa viene prima?
import-dates-order = Che cosa viene prima?
import-dates-dmy = Prima il giorno
import-dates-mdy = Prima il mese
import-dates-ymd = Prima l’anno
import-header-which = Quale riga contiene i nomi delle colonne?
import-other-file = Un altro file
import-matched = { $matched } colonne su { $all } abbinate
import-doubtful = { $count } da controllare
import-column = Colonna nel file
import-samples = Che cosa contiene
import-field = Campo nel registro
import-field-for = Campo per { $column }
import-sure = Abbinamento
import-not = Non importata
import-new-field = Nuovo campo
import-new-field-of = Nuovo campo «{ $column }»
import-check = Controlla { $confidence }
import-how-exact = Esatto
import-how-synonym = Dal nome
import-how-content = Dal contenuto
import-how-remembered = Come l’ultima volta
import-how-source = Fonte nota
import-how-chosen = Scelto da te
import-how-none = Non abbinata
import-look-first = La pagina seguente mostra ogni riga prima di scrivere.
import-preview = Anteprima
import-opening = Apertura del file
import-previewing = Lettura di tutte le righe
import-row-no = Riga
import-action = Azione
import-rows-all = tutte
import-rows-create = nuove
import-rows-update = modificate
import-rows-unchanged = invariate
import-rows-skip = saltate
import-rows-error = errori
import-action-create = Crea
import-action-update = Aggiorna
import-action-unchanged = Invariata
import-action-skip = Salta
import-action-error = Errore
import-action-unsettled = In verifica
import-write = Scrivere
import-write-both = Record nuovi e modifiche
import-write-create = Solo record nuovi
import-write-update = Solo modifiche
import-same = Che cosa vale come lo stesso record
import-same-when = lo stesso se concordano
import-same-or = altrimenti
import-same-never = sempre un record nuovo
import-same-apart = un altro se differiscono { $fields }
import-same-by = Abbina { $what } con
import-same-described = Come descritto
import-cell = Cella { $address }
import-use = Usa questo
import-use-alike = Ovunque sia uguale
import-was = Nel file: { $text }
import-choose = Scegli che cos’è
import-marked = Salva una copia con gli errori segnati
import-marked-saved = Salvato { $name }.
import-undoable = L’intera importazione si annulla in un solo passo.
import-errors-skipped = { $count ->
    [one] { $count } riga con errori resta fuori e si può importare dopo.
   *[other] { $count } righe con errori restano fuori e si possono importare dopo.
  }
import-names = { $count ->
    [one] Un nome non è ancora nel registro
   *[other] { $count } nomi non sono ancora nel registro
  }
import-names-alike = { $count } simili a un record
import-names-more = Mostra altri nomi
import-name = Nome nel file
import-name-rows = Righe
import-name-becomes = Diventa
import-name-for = Che cosa diventa «{ $name }»
import-name-create = Nuovo: { $what }
import-name-same = Come { $what } · { $percent }
import-name-like = Simile a { $what } · { $percent }
import-name-refuse = Tralascia le sue righe
import-name-wait = In attesa di abbinamento
import-apply = { $count ->
    [one] Importa { $count } riga
   *[other] Importa { $count } righe
  }
import-applying = Importazione
import-done = { $count ->
    [one] { $count } riga importata
   *[other] { $count } righe importate
  }
import-took = Fatto in { $seconds } s, scritto come un’unica operazione.
import-took-quick = Fatto in meno di un secondo, scritto come un’unica operazione.
import-left-out = { $count ->
    [one] { $count } riga con errori è rimasta fuori.
   *[other] { $count } righe con errori sono rimaste fuori.
  }
import-register = Registro
import-waiting = Righe rimaste fuori da importazioni precedenti
import-resume = Correggi
import-resume-now = Correggi ora
import-resume-later = Restano nella pagina di importazione finché non le correggi o annulli l’importazione.
import-resumed = Solo righe rimaste fuori
import-forget = Lascia stare
import-undo = Annulla l’importazione
import-another = Importa un altro file
import-show = Mostra ciò che è stato importato

## Cartella di lavoro
export = Esporta una cartella di lavoro
export-lead = Excel, firmata, pronta da consegnare.
export-what = Che cosa esportare
export-list = Questo elenco
export-list-why = Le righe filtrate e ordinate, con le colonne mostrate. Si può reimportare.
export-position = Posizione licenze
export-position-why = La cartella per l’auditor: posizione, licenze, acquisti, evidenze, lacune e registro.
export-languages = Lingue
export-in-zh_en = Cinese e inglese
export-in-zh_it = Cinese e italiano
export-in-en = Inglese
export-in-zh = Cinese
export-in-it = Italiano
export-as-of = Alla data
export-as-of-why = Diritti, assegnazioni e installazioni com’erano quel giorno.
export-all = tutti
export-some = { $count } scelti
export-prepared = Preparata da
export-choose-file = Scegli dove salvare…
export-writing = Scrittura della cartella
export-done = La cartella è pronta
export-reveal = Mostra nella cartella
export-signed = Firmata: il file .minisig accanto prova chi l’ha scritta e che nulla è cambiato.
export-hash = SHA-256 del file
