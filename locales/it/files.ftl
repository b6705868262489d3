### Che cosa è davvero un file ricevuto, che cosa se ne legge e che cosa si tralascia.

error-bytes_undecodable = La riga { $line } contiene byte che non sono caratteri in { $encoding }. Scegli un’altra codifica, oppure salva il file in UTF-8 e riprova.
error-cell_error = La cella contiene l’errore { $value }. Correggi la formula nel file oppure scrivi qui il valore.
error-cell_too_long = La cella contiene più di { $most } caratteri, più di quanti ne conservi un foglio di calcolo. Accorciala nel file oppure scrivi qui il valore.
error-cell_uncalculated = La formula di questa cella non è mai stata calcolata. Apri il file nel foglio di calcolo, salvalo e riprova, oppure scrivi qui il valore.
error-cell_undecodable = La cella contiene byte che non sono caratteri. Scegli un’altra codifica per il file oppure scrivi qui il valore.
error-encoding_guessed = Il testo è letto nella codifica dell’Europa occidentale (Windows-1252). Se le lettere sono sbagliate, salvalo in UTF-8.
error-external_links_ignored = La cartella rimanda ad altri file. Non vengono aperti; si leggono i valori che contiene.
error-file_damaged = Il file è danneggiato e non si può leggere. Aprilo nel foglio di calcolo, salvalo di nuovo e riprova.
error-file_empty = Il file è vuoto. Scegline un altro.
error-file_hostile = Il file è costruito come nessun foglio di calcolo fa ({ $detail }) e non è stato aperto. Chiedine una nuova copia a chi l’ha inviato.
error-file_html = È una pagina web senza tabelle. Chiedi il foglio di calcolo oppure copia lì la tabella.
error-file_is_page = Il file è una pagina web benché si chiami cartella di lavoro; se ne leggono le tabelle.
error-file_is_text = Il file è un testo benché si chiami cartella di lavoro; è stato letto come testo.
error-file_is_xml = Il file è XML benché si chiami cartella di lavoro; è letto come tale.
error-file_not_workbook = Non è né una cartella di lavoro (.xlsx, .xlsb, .xls, .ods) né una tabella di testo (.csv, .txt). Salvalo in uno di questi formati e riprova.
error-file_old_excel = È una cartella anteriore a Excel 97. Aprila nel foglio di calcolo e salvala come .xlsx.
error-file_password = La cartella è protetta da una password. Salvane una copia senza e riprova.
error-file_pdf = È un PDF, non una tabella. Conservalo come evidenza oppure chiedi il foglio da cui è nato.
error-file_rights = La cartella è protetta dalla gestione dei diritti: la apre solo il programma di chi è autorizzato. Chiedi a chi l’ha inviata una copia non protetta.
error-file_too_big = { $what ->
    [bytes] Il file supera i 50 MB.
    [sheets] La cartella ha più di 200 fogli.
    [columns] Il foglio ha più di 512 colonne.
   *[other] Il file contiene più di quanto Sealbook legga in una volta.
 } Dividilo e importa le parti.
error-file_truncated = Il file non è completo: probabilmente è stato troncato durante la copia. Recuperalo di nuovo.
error-file_web_archive = È una pagina web archiviata (.mht) con un altro nome. Aprila nel foglio di calcolo e salvala come cartella di Excel.
error-file_xml = È un file XML, ma non di un foglio di calcolo. Chiedi un foglio di calcolo o una tabella di testo.
error-formulas_read = { $count ->
    [one] Una cella contiene una formula; ne è letto l’ultimo risultato.
   *[other] { $count } celle contengono formule; ne sono letti gli ultimi risultati.
 }
error-group_left_out = { $count ->
    [one] La riga { $which } è il titolo delle righe sotto ed è tralasciata.
   *[other] Le righe { $which } sono i titoli delle righe sotto e sono tralasciate.
 }
error-header_repeated = { $count ->
    [one] La riga { $which } ripete l’intestazione ed è tralasciata.
   *[other] Le righe { $which } ripetono l’intestazione e sono tralasciate.
 }
error-header_unknown = La riga { $row } non può essere l’intestazione. Scegli una delle prime 30 righe con del testo.
error-hidden_columns_read = Si leggono anche le colonne nascoste nel file: { $columns }.
error-hidden_rows_left_out = { $count ->
    [one] Una riga è nascosta nel file (la { $row }) ed è tralasciata.
   *[other] { $count } righe sono nascoste nel file, la prima è la { $row }, e sono tralasciate.
 }
error-hidden_rows_read = { $count ->
    [one] Una riga è nascosta nel file (la { $row }). È letta come le altre.
   *[other] { $count } righe sono nascoste nel file, la prima è la { $row }. Sono lette come le altre.
 }
error-macros_ignored = La cartella contiene macro. Non sono state lette.
error-merged_filled = { $count ->
    [one] Una cella unita è letta anche per un’altra riga che copre.
   *[other] Le celle unite sono lette anche per altre { $count } righe che coprono.
 }
error-merged_numbers = Un numero in una cella unita conta una volta sola, nella prima riga che copre: { $cells }.
error-note_left_out = { $count ->
    [one] La riga { $which } sta sotto la tabella ed è tralasciata come nota.
   *[other] Le righe { $which } stanno sotto la tabella e sono tralasciate come note.
 }
error-numbering_left_out = { $count ->
    [one] La riga { $which } numera le colonne ed è tralasciata.
   *[other] Le righe { $which } numerano le colonne e sono tralasciate.
 }
error-objects_ignored = La cartella contiene documenti o controlli incorporati. Non vengono aperti.
error-quote_open = Dalla riga { $row } le virgolette non vengono chiuse e le celle non si distinguono. Correggile nel file.
error-reader_stopped = Il file ha fatto fermare la lettura: è danneggiato o chiede più memoria di quanta la lettura possa usare. Nulla è stato modificato. Aprilo nel foglio di calcolo, salvalo di nuovo e riprova.
error-reader_too_long = La lettura del file è durata troppo ed è stata fermata. Nulla è stato modificato. Dividi il file o salvalo di nuovo nel foglio di calcolo.
error-reader_unavailable = Il processo separato che legge i file non si è avviato ({ $detail }). Chiudi Sealbook, riaprilo e riprova.
error-sheet_empty = Il foglio «{ $sheet }» è vuoto. Scegli un altro foglio.
error-sheet_unknown = Questo foglio non è nel file. Apri di nuovo il file.
error-table_unknown = Questa tabella non è nel foglio. Apri di nuovo il file.
error-total_left_out = { $count ->
    [one] La riga { $which } è un totale ed è tralasciata.
   *[other] Le righe { $which } sono totali e sono tralasciate.
 }
