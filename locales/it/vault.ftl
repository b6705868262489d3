### La cassaforte e come si apre: errori, file, il foglio con la chiave di recupero.

## La chiave di recupero su carta
recovery-sheet-name = Chiave di recupero Sealbook
recovery-sheet-company = Azienda
recovery-sheet-vault = Cassaforte
recovery-sheet-place = Posizione
recovery-sheet-date = Data
recovery-sheet-why = Questa chiave apre la cassaforte senza passphrase. Chi la possiede insieme a una copia della cassaforte può leggere tutto.
recovery-sheet-how = Conserva questa pagina dove tieni i contratti, lontano dal computer. Per usarla: «Usa la chiave di recupero» dove Sealbook chiede la passphrase.
recovery-sheet = Chiave di recupero Sealbook
  
  Azienda    { $company }
  Cassaforte { $vault }
  Posizione  { $place }
  Data       { $date }
  
  { $key }
  
  Questa chiave apre la cassaforte senza passphrase. Stampa questa pagina, conservala dove tieni i
  contratti ed elimina il file. Chi ha la chiave e una copia della cassaforte può leggere tutto.

## Tipi di file nelle finestre di dialogo
file-kind-text = Testo
file-kind-spreadsheet = Fogli di calcolo
file-kind-workbook = Cartella di lavoro Excel
file-kind-calendar = File di calendario
file-kind-any = Qualsiasi file

## Esportazioni e lavori lunghi
export-position-name = Posizione delle licenze
stage-import_reading = Lettura del file…
stage-import_checking = Controllo delle righe…
stage-import_writing = Importazione delle righe…
stage-export_writing = Scrittura della cartella di lavoro…

## L’azienda di esempio
sample-company = Meridian Components (China)
sample-person = Li Wei

## Consigli per la passphrase
passphrase-advice-keyboard = Le file di tasti si indovinano presto.
passphrase-advice-repeats = Parole e lettere ripetute aggiungono poco.
passphrase-advice-common = È tra le prime che vengono provate.
passphrase-advice-sequence = Sequenze come abc o 6543 si indovinano presto.
passphrase-advice-dates = Anni e date si indovinano presto.
passphrase-advice-words = Usa più parole che non stanno bene insieme.
passphrase-advice-names = I nomi si indovinano presto.
passphrase-advice-tricks = Maiuscole, parole al contrario e @ per a aggiungono poco; un’altra parola aggiunge di più.

## Che cosa può andare storto
error-locked = La cassaforte è bloccata.
error-internal = Qualcosa è andato storto dentro Sealbook. Nulla è stato modificato; riprova.
error-unknown_command = Sealbook non conosce il comando { $name }.
error-no_vault = Nessuna cassaforte è stata scelta.
error-no_pending_vault = Nessuna cassaforte attende la sua chiave di recupero.
error-place_gone = Scegli di nuovo la posizione della cassaforte.
error-list_gone = Questo elenco non è più aperto. Aprilo di nuovo.
error-job_gone = Questo lavoro non è più noto.
error-file_token_gone = Scegli di nuovo il file.
error-file_too_large = { $name } supera { $most } MB. Sealbook non accetta file più grandi.
error-synced_folder = Questa cartella è copiata da un programma cloud, che può danneggiare una cassaforte aperta e portarla altrove. È più sicura una cartella solo su questo computer.
error-network_folder = Questa cartella si trova su un altro computer. Una connessione interrotta può danneggiare una cassaforte aperta; è più sicura una cartella su questo computer.
error-reveal_failed = Non è stato possibile mostrare la cartella: { $detail }
error-keychain = Il portachiavi di questo computer ha rifiutato: { $detail }. La passphrase apre la cassaforte come prima.
error-keychain_silent = Il portachiavi di questo computer non ha risposto. La passphrase apre la cassaforte come prima.
error-autostart = Il sistema ha rifiutato di avviare Sealbook con il computer: { $detail }
error-sealed_key = La chiave nel portachiavi non apre i giorni conservati per gli avvisi. Verranno conservati di nuovo all’apertura della cassaforte.
error-wrong_passphrase = Questa passphrase non apre la cassaforte.
error-wrong_passphrase_wait = Questa passphrase non apre la cassaforte. Prossimo tentativo tra { $wait } secondi.
error-wrong_recovery_key = Questa chiave di recupero non apre la cassaforte.
error-wrong_device_key = Il portachiavi di questo computer non apre più la cassaforte. La passphrase sì.
error-passphrase_empty = Inserisci una passphrase.
error-recovery_unconfirmed = La chiave di recupero di questa cassaforte non è mai stata riscritta, quindi non si è potuto inserire nulla. Crea una nuova cassaforte.
error-not_a_vault = Questa cartella non è una cassaforte Sealbook: { $folder }
error-folder_not_empty = Questa cartella contiene già qualcosa: { $folder }
error-vault_newer = Questa cassaforte è stata scritta da un Sealbook più recente (formato { $format }; questo conosce { $known }). Nulla è stato toccato.
error-vault_in_use = Un altro programma ha aperto questa cassaforte: una finestra di Sealbook o il comando sealbook. Chiudilo e riprova.
error-key_file_damaged = Un file di chiave di questa cassaforte è danneggiato. Prova la chiave di recupero o prendi la cartella keys da un backup.
error-key_file_missing = Manca il file di chiave di questa cassaforte. Prendi la cartella keys da un backup.
error-key_file_too_costly = Un file di chiave richiede più lavoro di quanto Sealbook ne faccia. Non è stato creato da Sealbook.
error-key_of_other_vault = Questa chiave appartiene a un’altra cassaforte.
error-library_too_old = La libreria del database ({ $version }) è troppo vecchia per essere sicura.
error-encryption_failed = La cifratura non è riuscita. Nulla è stato modificato.
error-signing_failed = Non è stato possibile creare la firma: { $detail }
error-no_randomness = Questo computer non fornisce numeri casuali: { $detail }
error-evidence_missing = Il file { $name } manca dalla cassaforte.
error-evidence_unreadable = Impossibile leggere il file { $name }: { $detail }. Potrebbe essere aperto in un altro programma, oppure manca il permesso di leggere la cartella della cassaforte. Riprova.
error-evidence_damaged = Il file { $name } è danneggiato e non viene mostrato.
error-in_use = { $count } voci di { $register } rimandano a questa. Archiviala oppure modifica prima quelle.
error-link_to_itself = Una voce non può rimandare a se stessa.
error-text_too_long = Questo testo supera { $most } caratteri.
error-text_control = Questo testo contiene caratteri che non si possono mostrare.
error-undo_done = L’operazione è già stata annullata.
error-undo_nothing = Non c’è nulla da annullare.
error-undo_changed = Non si può più annullare: { $register } è cambiato nel frattempo.
error-undo_erased = Non si può più annullare: i suoi valori sono stati cancellati.
error-draft_gone = Questa importazione non è più aperta. Scegli di nuovo il file.
error-field_readonly = Questo campo viene compilato da Sealbook.
error-too_many_to_copy = Si possono copiare al massimo { $most } righe alla volta. Esporti l’elenco.
error-too_many_at_once = Si possono modificare al massimo { $most } voci alla volta.
