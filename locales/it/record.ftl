### Un registro sullo schermo: elenco, filtri, un record.

## L’elenco
list-select-all = Seleziona tutte le righe
list-select-row = Seleziona la riga { $row }
list-sort-by = Ordina per { $field }
list-export = Esporta
list-total = { $count ->
    [one] { $count } record
   *[other] { $count } record
  }
list-selected = { $count ->
    [one] { $count } selezionato
   *[other] { $count } selezionati
  }
list-set-field = Imposta un campo…
list-copy-excel = Copia per Excel
list-copied-cell = Copiato
list-copied = { $count ->
    [one] { $count } riga copiata
   *[other] { $count } righe copiate
  }
list-none-match = Nessuna corrispondenza
list-none-match-text = Nessun record soddisfa tutti questi filtri.
list-empty = Ancora nessun record in { $what }
list-empty-text = Importa il foglio che hai, o scrivi il primo a mano.
key-move = sposta
key-open = apri
key-edit = modifica
columns = Colonne
column-earlier = Sposta prima
column-later = Sposta dopo
columns-reset = Come all’inizio
views = Viste
view-save = Salva come vista…
view-name = Nome della vista
view-update = Salva le modifiche in «{ $name }»
view-rename = Rinomina «{ $name }»…
view-archived = Record archiviati
view-in-use = Record in uso
view-remove = Rimuovi «{ $name }»
bulk-title = { $count ->
    [one] Imposta un campo di { $count } record
   *[other] Imposta un campo di { $count } record
  }
bulk-field = Campo
bulk-value = Nuovo valore
bulk-set = { $count ->
    [one] Imposta { $count } record
   *[other] Imposta { $count } record
  }
bulk-done = { $count ->
    [one] { $count } record modificato
   *[other] { $count } record modificati
  }

## Filtri
filter-find = Cerca nell’elenco
filter-add = Aggiungi filtro
filter-field = Cerca un campo
filter-remove = Rimuovi il filtro
filter-clear = Azzera i filtri
filter-archived = Archiviati
filter-as-of = Al { $date }
filter-comparison = Confronto
filter-value = Valore
filter-or = {" "}o{" "}
filter-op-is = è
filter-is = { $field } è { $values }
filter-op-is_not = non è
filter-is_not = { $field } non è { $values }
filter-op-contains = contiene
filter-contains = { $field } contiene { $values }
filter-op-before = prima del
filter-before = { $field } prima del { $values }
filter-op-after = dopo il
filter-after = { $field } dopo il { $values }
filter-op-within_days = entro giorni
filter-within_days = { $field } entro { $values } giorni
filter-op-less = meno di
filter-less = { $field } meno di { $values }
filter-op-more = più di
filter-more = { $field } più di { $values }
filter-op-empty = è vuoto
filter-empty = { $field } è vuoto
filter-op-present = è compilato
filter-present = { $field } è compilato
filter-op-one_language = in una sola lingua
filter-one_language = { $field } in una sola lingua

## Un record
record = Record
record-details = Dettagli
record-history = Storia
record-more = Altro
record-reason = Motivo
record-reason-why = Resta nel registro, ad esempio: conguaglio, ordine 4711
record-created = Creato: { $what }
record-saved = Salvato
record-archive = Archivia
record-restore = Ripristina dall’archivio
record-archived = { $count ->
    [one] { $count } record archiviato
   *[other] { $count } record archiviati
  }
record-restored = Ripristinato dall’archivio
record-remove = Elimina
record-removed = Eliminato
record-attached = { $name } è conservato come evidenza
record-when = Creato { $created }, ultima modifica { $changed }
record-no-children = Ancora nulla qui
evidence-none = Ancora nessuna evidenza
evidence-none-text = Trascina un file sul record. È conservato cifrato nella cassaforte, con impronta e data.
evidence-add = Aggiungi un file…
evidence-drop = o trascinalo sul record
