### Lists, records, fields, import and export as the officer meets them in the window.

## Values
list-comma = ,{" "}
list-nothing = niente
list-untitled = Senza titolo
list-yes = Sì
list-no = No
list-unknown = Non indicato
list-secret = riservato
list-none-chosen = Non scelto
list-code-given = Assegnato in automatico se lasciato vuoto
list-currency = Valuta
day-pattern = aaaa-mm-gg
list-calendar = Scegli dal calendario
list-half-zh = Cinese
list-half-en = Inglese
list-missing-zh = Manca il cinese
list-missing-en = Manca l’inglese
list-memory = Già scritto:
list-look-for = Cerca { $what }
list-look-any = Cerca un record
list-create-named = Nuovo: { $what } «{ $name }»
list-clear = Svuota
list-take-away = Togli { $name }
list-check-failed = Controllo fallito
list-copy = Copia
list-secret-show = Mostra
list-secret-hide = Nascondi
list-secret-copied = Copiato. Incollalo presto: resta negli appunti finché non copi altro.
list-secret-kept = Custodito; scrivi per sostituirlo
list-files-by-drop = Trascina un file sul record per conservarlo qui.
list-file-received = ricevuto { $when }
list-file-show = Guarda
list-file-save = Salva una copia
list-file-saved = { $name } salvato
list-file-no-preview = Questo tipo di file non si può mostrare qui. Salvane una copia per aprirla con il suo programma.

## The change log in words
history-set = { $actor } ha impostato { $field } a { $after }
history-cleared = { $actor } ha svuotato { $field }, che era { $before }
history-changed = { $actor } ha cambiato { $field } da { $before } a { $after }
history-edited = { $actor } ha cambiato { $count ->
    [one] un campo
   *[other] { $count } campi
 }
history-create = { $actor } ha creato { $what }
history-archive = { $actor } ha archiviato { $what }
history-restore = { $actor } ha ripreso { $what } dall’archivio
history-delete = { $actor } ha eliminato { $what }
history-import = { $actor } ha importato { $what }
history-undo = { $actor } ha annullato una modifica a { $what }
history-attach = { $actor } ha conservato un file: { $what }
history-sample = { $actor } ha creato l’azienda di esempio: { $what }
history-other = { $actor }: { $operation }, { $count ->
    [one] un record
   *[other] { $count } record
 }
history-records = { $count ->
    [one] un record
   *[other] { $count } record
 }
history-entry = voce { $seq }
history-unfold = { $count ->
    [one] Mostra la voce
   *[other] Mostra { $count } voci
 }
history-entries = Voci { $from }–{ $to } di { $total }
history-entries-before = Voci precedenti
history-entries-after = Voci successive
history-fold = Mostra meno
history-undone = Annullato
history-undo-this = Annulla questa modifica
history-older = Modifiche precedenti
history-none = Ancora nessuna modifica
history-none-text = Ogni modifica viene scritta qui: chi, quando e perché.
