### Il comando sealbook.

## Comandi
cli-about = Sealbook senza finestra: un registro cifrato delle licenze su questo computer.
cli-usage = Uso
cli-commands = Comandi
cli-command = COMANDO
cli-options = Opzioni
cli-arguments = Argomenti
cli-exit-codes = Codici di uscita: 0 fatto · 1 trovato un problema · 2 uso errato · 3 chiave errata · 4 cassaforte in uso · 5 danneggiato · 6 interrotto.
  La passphrase viene da --passphrase-fd, SEALBOOK_PASSPHRASE o dalla richiesta; la cassaforte da --vault o SEALBOOK_VAULT.
cli-init = Crea una nuova cassaforte
cli-import = Importa un foglio di calcolo (Excel, OpenDocument, testo)
cli-list = Mostra le voci di un registro
cli-findings = Mostra che cosa fare: licenze inutilizzate e mancanti
cli-match = Mostra i nomi rilevati dagli inventari in attesa di abbinamento
cli-export = Scrive la posizione delle licenze per gli auditor in una cartella di lavoro
cli-deadlines = Mostrare scadenze e disdette; scriverle come calendario o lista di lavoro
cli-position = Mostra la posizione delle licenze: possedute, necessarie, mancanti
cli-undo = Annulla l’ultima operazione
cli-verify = Controlla la cassaforte e il suo registro delle modifiche, o la firma di una cartella di lavoro
cli-demo = Crea una cassaforte con l’azienda di esempio
cli-schema = Mostra i registri e i loro campi

## Argomenti
cli-arg-folder = Cartella della nuova cassaforte; dev’essere nuova o vuota
cli-arg-company = Nome dell’azienda
cli-arg-person = Il tuo nome, come lo mostra il registro delle modifiche
cli-arg-recovery-out = Scrive la chiave di recupero in questo nuovo file invece di mostrarla
cli-arg-passphrase-fd = Legge la passphrase da questo descrittore di file aperto
cli-arg-vault = Cartella della cassaforte
cli-arg-lang = Lingua: en, zh-CN, it
cli-arg-help = Mostra questo aiuto
cli-arg-version = Mostra la versione
cli-arg-file = Il foglio di calcolo
cli-arg-into = Che cosa contiene: un registro come person, o license_ledger; se omesso viene riconosciuto
cli-arg-demo-into = Cartella della cassaforte da creare
cli-arg-sheet = Numero del foglio, da 1
cli-arg-header-row = Riga dell’intestazione, da 1
cli-arg-date-order = Ordine di date come 03/04/2026 o 26-03-05: dmy, mdy o ymd
cli-arg-refuse-unknown = Rifiuta le righe che nominano voci inesistenti, invece di crearle
cli-arg-match-similar = Abbinare i nomi sconosciuti al record a cui somigliano chiaramente, invece di crearne di nuovi
cli-arg-leave-unknown = Lasciare vuoto il campo che nomina un record inesistente
cli-arg-dry-run = Mostra soltanto che cosa verrebbe fatto
cli-arg-skip-errors = Importa le righe corrette e tralascia quelle con errori
cli-arg-errors = Scrive in questa cartella una copia del foglio con gli errori segnati
cli-arg-only = Scrive solo i record nuovi o solo le modifiche: new, changes
cli-arg-again = Riprende le righe lasciate fuori dall’importazione con questo numero
cli-arg-left-out = Mostra quali importazioni hanno lasciato fuori delle righe
cli-arg-match = Che cosa conta come lo stesso record, ad esempio person=staff_no,email; si può ripetere
cli-arg-correct = Un altro testo per una cella, ad esempio F22=2026-02-28; si può ripetere
cli-arg-register = Registro, per esempio license; vedi sealbook schema
cli-arg-text = Solo le voci con queste parole
cli-arg-fields = Campi da mostrare, separati da virgole
cli-arg-sort = Campo per l’ordinamento; un meno davanti lo inverte
cli-arg-archived = Le voci archiviate invece di quelle in uso
cli-arg-format = table, csv o json
cli-arg-kind = Un tipo di rilievo, per esempio dormant
cli-arg-limit = Al massimo tante righe
cli-arg-out = La cartella di lavoro da scrivere
cli-arg-languages = Lingue della cartella di lavoro: zh_en, zh_it, en, zh, it
cli-arg-as-of = Il giorno a cui si riferiscono i dati, per esempio 2026-06-30
cli-arg-product = Solo questo prodotto, per codice o nome, con ciò che manca alle sue righe d’acquisto
cli-arg-explain = Ogni passo di ogni cifra in una frase
cli-arg-entity = Solo questa entità giuridica; si può ripetere
cli-arg-site = Solo questa sede; si può ripetere
cli-arg-for = Solo ciò che riguarda una persona o un ruolo: finance_lead, it_lead
cli-arg-ics = Scrivere un file di calendario
cli-arg-worklist = Scrivere una cartella da consegnare
cli-arg-workbook = Una cartella di lavoro con la firma accanto
cli-arg-key = La chiave pubblica con cui controllarla; senza, quella della cassaforte
cli-arg-rows = La ingrandisce a tante licenze, per misurare
cli-arg-sql = L’SQL della tabella di ogni registro

## Che cosa viene detto
cli-ask-passphrase = Passphrase:
cli-ask-again = Di nuovo la stessa:
cli-ask-recovery = Riscrivi la chiave di recupero:
cli-init-recovery = La chiave di recupero apre la cassaforte senza passphrase. Viene mostrata solo ora: { $key }
cli-init-done = La cassaforte è in { $folder }
cli-demo-done = L’azienda di esempio è in { $folder }
cli-import-column = { $letter } { $header } → { $field }
cli-import-column-not = { $letter } { $header }: non importata
cli-import-preview = { $target }: { $all } righe — { $create } da creare, { $update } da modificare, { $unchanged } invariate, { $skip } saltate, { $error } con errori
cli-import-more-errors = … e altre { $count } righe con errori
cli-import-done = { $register }: { $create } create, { $update } modificate
cli-import-errors-saved = Errori segnati in { $file }
cli-import-left-out = { $count ->
    [one] { $file }: { $count } riga con errori è rimasta fuori; sealbook import --again { $operation } la riprende
   *[other] { $file }: { $count } righe con errori sono rimaste fuori; sealbook import --again { $operation } le riprende
  }
cli-list-rows = { $count } righe
cli-export-done = { $file }
  SHA-256 { $sha256 }
cli-deadlines-wrote = Scritto: { $file }
cli-undo-done = Annullato: { $kind } — { $title } ({ $count } voci)
cli-verify-vault = La cassaforte è in ordine: ogni pagina è leggibile e tutte le { $entries } voci del registro concordano. Ultimo hash { $head }
cli-verify-workbook = { $file } è come quando è stata firmata: { $comment }
cli-verify-workbook-bad = { $file } NON è come quando è stata firmata
cli-verify-log-broken = Il registro delle modifiche è stato alterato: la voce { $first } di { $entries } non concorda
cli-wrong-value = { $what } non accetta { $value }
cli-missing = manca { $what }
cli-unknown-command = il comando { $what } non esiste
cli-unknown-argument = { $what } qui non è previsto
cli-conflict = { $what } non si combina con gli altri

## Che cosa può andare storto
error-cli_nothing_asked = Non è stato chiesto nulla. Vedi sealbook --help.
error-cli_no_vault = Quale cassaforte? Indica --vault o imposta SEALBOOK_VAULT.
error-cli_no_passphrase = Non c’è un terminale per chiedere la passphrase. Indica --passphrase-fd o imposta SEALBOOK_PASSPHRASE.
error-cli_passphrases_differ = Le due passphrase sono diverse.
error-cli_exists = { $name } esiste già e non viene sovrascritto.
error-cli_not_found = Non c’è { $register } di nome { $name }.
error-cli_match_shape = «{ $value }» non è una chiave di confronto. Scriverla come person=staff_no,email.
error-cli_match_register = Da questo file non nasce alcun record di «{ $value }». Si può scegliere fra: { $possible }.
error-cli_match_field = Il file non riempie «{ $value }», oppure i record non si possono confrontare con quel campo. Si può scegliere fra: { $possible }.
error-cli_correct_shape = «{ $value }» non è una correzione. Scriverla come F22=2026-02-28.
error-signature_unreadable = La firma o la chiave non si possono leggere: { $detail }
error-signature_wrong = La firma non corrisponde al file.
cli-arg-accept = Accetta i nomi che indicano chiaramente un prodotto, da tanti punti percentuali di somiglianza, come una sola operazione
