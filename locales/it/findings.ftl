### What should be done: where rights lie idle and where they are missing.

findings = Rilievi e proposte
stage-findings = Ricerca di licenze inutilizzate e mancanti…

## Kinds
findings-kind--shortfall = Licenze mancanti
findings-kind--unlicensed = In uso senza licenza
findings-kind--expired = Scadute ma in uso
findings-kind--lapsed = Manutenzione o garanzia scaduta
findings-kind--leaver = Assegnate a chi ha lasciato l’azienda
findings-kind--dormant = Non usate
findings-kind--twice = Assegnate due volte
findings-kind--underused = Poco usate
findings-kind--unneeded = Acquistate con licenze ancora libere
findings-kind--abroad = Dati in un servizio estero
findings-kind--unknown = Installazioni di prodotti non registrati

## Why
findings-day-unknown = data non registrata
findings-why--shortfall = { $count ->
    [one] Per { $product } manca una licenza rispetto a quelle necessarie.
   *[other] Per { $product } mancano { $count } licenze rispetto a quelle necessarie.
  }
findings-reassign = { $buy ->
    [0] Non serve acquistare: dare { $count } non in uso a chi ne è privo.
   *[other] Prima dare { $count } non in uso a chi ne è privo, poi acquistarne { $buy }.
  }
findings-why--unlicensed = { $count ->
    [one] { $product } è in uso una volta. Non c’è alcuna licenza né del prodotto, né di una suite che lo comprenda, né di una versione più recente che lo copra.
   *[other] { $product } è in uso { $count } volte. Non c’è alcuna licenza né del prodotto, né di una suite che lo comprenda, né di una versione più recente che lo copra.
  }
findings-why--expired = { $count ->
    [one] La licenza di { $product } è scaduta ({ $day }) ed è ancora in uso una volta.
   *[other] La licenza di { $product } è scaduta ({ $day }) ed è ancora in uso { $count } volte.
  }
findings-why--lapsed = { $variant ->
    [maintenance] La manutenzione di { $product } è scaduta ({ $day }) ma il prodotto è in uso: { $count } licenze senza aggiornamenti.
   *[warranty] La garanzia di { $product } è scaduta ({ $day }) ma il prodotto è in uso: copriva { $count } licenze.
  }
findings-why--leaver = { $holder } ha lasciato l’azienda ({ $day }) e ha ancora { $product }.
findings-why--dormant = { $holder } ha usato { $product } l’ultima volta il { $day }, più di { $days } giorni fa.
findings-why--twice = { $holder } ha già { $product }, da solo o in una suite. Questa assegnazione è iniziata il { $day }.
findings-why--underused = { $count } licenze di { $product } su { $whole } non sono state usate: ne è in uso meno del { $percent }%.
findings-why--unneeded = { $count ->
    [one] Una licenza di { $product } è stata ordinata il { $day } benché una fosse libera. Lo è ancora.
   *[other] { $count } licenze di { $product } sono state ordinate il { $day } benché altrettante fossero libere. Lo sono ancora.
  }
findings-why--abroad = { $variant ->
    [important] { $product } potrebbe trattare dati importanti fuori dalla Cina continentale ({ $count } assegnatari lì). Da verificare: questi dati escono, e l’esportazione è stata valutata? Legge sulla sicurezza dei dati, art. 31.
   *[personal] { $product } potrebbe trattare dati personali fuori dalla Cina continentale ({ $count } assegnatari lì). Da verificare: questi dati escono, e con quale procedura? Legge sulla protezione delle informazioni personali (PIPL), artt. 38–39.
  }
findings-why--unknown = Installato su { $holder } ({ $day }) con un nome che non è un prodotto registrato.

## Actions
findings-action--reallocate = Dare a chi ne ha bisogno
findings-action--downgrade = Rinnovarne meno o un’edizione minore
findings-action--release = Ritirare
findings-action--buy = Acquistare o rinnovare
findings-action--uninstall = Abbinare o disinstallare
findings-action--check = Verificare

## Columns and sums
findings-column--kind = Tipo
findings-column--count = Rilievi
findings-column--yearly = All’anno
findings-column--once = Una tantum
findings-column--product = Prodotto
findings-column--holder = Assegnatario
findings-column--money = In gioco
findings-column--action = Proposta
findings-total--save = Risparmio possibile: { $yearly } all’anno, { $once } una tantum
findings-total--cover = Per essere coperti: { $yearly } all’anno, { $once } una tantum

## Tasks and questions
findings-task = { $what }: { $product } ({ $count })
findings-task-many = { $what }: { $count } rilievi
ask-subject = { $product }: ti serve ancora?
ask-text =
    Ciao { $holder },
    secondo i nostri dati hai una licenza di { $product } e l’hai usata l’ultima volta il { $day }.
    Ti serve ancora? Rispondi per favore entro il { $due } con una parola: TENERE o RILASCIARE. Se non riceviamo risposta, ti scriveremo ancora prima di cambiare qualcosa.
    Una licenza rilasciata va a un collega che ne ha bisogno; potrai riaverne una quando il lavoro lo richiederà.
    Grazie
    { $from }
error-finding_gone = Questo rilievo non c’è più. Aggiorna l’elenco.
error-finding_has_task = Uno di questi rilievi ha già un’attività aperta.

## Screen
findings-side--save = Risparmio possibile
findings-side--cover = Da coprire
findings-side--check = Da verificare
findings-yearly = { $money } all’anno
findings-once = { $money } una tantum
findings-nothing = Nessun importo in gioco
findings-each-once = Ogni licenza è contata una volta, e quella che passa a chi ne è privo non è un risparmio: le categorie sotto possono sommare a più.
findings-unpriced = { $count ->
    [one] Uno non ha un prezzo noto.
   *[other] { $count } non hanno un prezzo noto.
  }
findings-none = Niente da fare
findings-none-text = Licenze inutilizzate, mancanti o scadute compaiono qui appena risultano dai dati.
findings-kinds = Tipi di rilievo
findings-list = Apri come elenco
findings-shown = { $shown } di { $count }, quelli con gli importi maggiori
findings-select = Seleziona { $name }
findings-select-all = Seleziona tutto
findings-selected = { $count } selezionati
findings-make-task = Crea un’attività
findings-made-task = Attività creata
findings-end = Termina l’assegnazione
findings-end-many = Termina le assegnazioni
findings-ended = { $count ->
    [one] Assegnazione terminata
   *[other] { $count } assegnazioni terminate
  }
findings-open = Apri la voce
findings-holder-none = Nessun assegnatario
findings-task-open = { $code } è aperta
findings-task-due = { $code }, entro il { $due }
findings-task-over = { $code } è chiusa, ma il rilievo resta
findings-propose = Proposta
findings-glance-short = Licenze mancanti
findings-glance-saving = Risparmi maggiori
findings-glance-all = { $count ->
    [one] Un rilievo
   *[other] Tutti i { $count } rilievi
  }

## Asking the holder
findings-ask = Chiedi all’assegnatario
findings-ask-lead = Copia il messaggio, invialo come scrivi di solito e registra qui la risposta.
findings-ask-copy = Copia e registra la domanda
findings-ask-done = Copiato. Domanda registrata.
findings-ask-to = A
findings-ask-subject = Oggetto
findings-ask-message = Messaggio
findings-asked-on = Chiesto il { $day }
findings-keep = La tiene
findings-release = La rilascia
findings-kept = Registrato: serve ancora

## Settings
settings-findings = Rilievi
settings-reminder = Avvisa, giorni prima ({ $date })
dormant-days = Non usata dopo
dormant-days-why = Una licenza che l’assegnatario non usa da tanti giorni è inutilizzata.
dormant-days-value = { $count } giorni
underuse-percent = Poco usata sotto
underuse-percent-why = Una licenza di cui è in uso una quota minore è poco usata.

## Workbook
sheet-idle = Licenze inutilizzate
sheet-savings = Acquisti e risparmi
idle-note = Licenze che l’assegnatario non usa da { $days } giorni, ha due volte o di chi ha lasciato l’azienda; sotto il { $percent }% in uso una licenza è poco usata. Di chi non si conosce l’uso qui non si dice nulla.
savings-note = Tutti i rilievi con la proposta. Non usata: dopo { $days } giorni. Poco usata: sotto il { $percent }%. Una licenza può stare in più righe; i totali del programma la contano una volta.
idle-product = Prodotto
idle-holder = Assegnatario
idle-license = Licenza
idle-last = Ultimo uso
idle-days = Giorni da allora
idle-uses = Usi nel periodo
idle-class = Classe
idle-asked = Chiesto il
idle-answer = Risposta
idle-decision = Decisione
savings-side = Riguarda
savings-kind = Rilievo
savings-product = Prodotto
savings-license = Licenza
savings-holder = Assegnatario
savings-count = Quantità
savings-whole = Su
savings-why = Perché
savings-proposed = Proposta
savings-yearly = All’anno, { $currency }
savings-once = Una tantum, { $currency }
savings-own = Importo pagato
savings-own-currency = Valuta
savings-task = Attività
savings-owner = Responsabile
savings-due = Scadenza
savings-status = Stato
