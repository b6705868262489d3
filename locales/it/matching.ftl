# Abbinamento dei prodotti: nomi rilevati dagli inventari e prodotti corrispondenti

error-name_settled = Con questo nome non c’è più nulla in attesa: è stato abbinato nel frattempo.
error-merge_same = Questi due prodotti non si possono unire: sono lo stesso prodotto, oppure uno dei due è già stato unito.
error-merge_related = Uno di questi prodotti comprende l’altro o ne consente il downgrade: sono due prodotti diversi. Se il collegamento è errato, toglierlo prima.
error-merge_collides = { $count ->
        [one] Un record di { $register } risulterebbe doppio: «{ $title }». Eliminarne uno, poi unire.
       *[other] { $count } record di { $register } risulterebbero doppi, ad esempio «{ $title }». Eliminarne uno per coppia, poi unire.
    }
operation-match = Nome abbinato a un prodotto
operation-match_new = Prodotto creato da un nome rilevato
operation-match_aside = Nome messo da parte
operation-merge = Prodotti uniti
merge-note = Unito a { $code } { $title }.
match-reason-update = Aggiornamento di un prodotto già concesso in licenza
match-reason-driver = Driver: fornito con il computer
match-reason-runtime = Libreria runtime: distribuibile gratuitamente
match-reason-language_pack = Pacchetto lingua: coperto dal suo prodotto
match-reason-component = Componente di un altro prodotto, coperto dalla sua licenza
match-reason-system = Parte del sistema operativo
match-reason-free = Software gratuito
match-reason-own = Software proprio
match-reason-other = Non richiede licenza
stage-matching_reading = Confronto dei nomi…
stage-matching_writing = Scrittura…

matching = Abbinamenti
match-tab-names = Nomi rilevati
match-tab-twins = Prodotti doppi
match-find = Cerca un nome, un produttore o un prodotto
match-sure-clear = Chiari
match-sure-likely = Da decidere
match-sure-aside = Probabilmente senza licenza
match-sure-unlike = Nessun prodotto noto
match-why-alias = è un suo altro nome
match-why-same_name = stesso nome
match-why-similar = nome simile
match-why-same_publisher = stesso produttore
match-why-same_version = stessa versione
match-why-other_publisher = altro produttore
match-why-other_edition = altra edizione
match-why-other_version = altra versione
match-none = nessun suggerimento
match-none-text = Nessun prodotto ha un nome simile. Crearne uno o sceglierlo a mano.
match-panel = Nome rilevato
match-candidates = Prodotti possibili
match-hint = Invio accetta, N crea un prodotto, M ne sceglie un altro, X mette da parte, U annulla, 1–4 scelgono un suggerimento. La decisione è ricordata: la prossima importazione farà lo stesso.
match-accept = Accetta
match-new = Nuovo prodotto
match-choose = Scegli un altro prodotto
match-aside = Senza licenza
match-undo = Annulla l’ultima decisione
match-accept-all = Accetta tutti i nomi chiari
match-accept-all-lead = Ogni nome diventa un altro nome del suo prodotto e tutto ciò che è stato rilevato con quel nome viene collegato. Una sola operazione, annullabile in una volta.
match-least = Accetta da
match-accept-count = { $count ->
        [one] Accetta { $count } nome
       *[other] Accetta { $count } nomi
    }
match-least-level = { $count ->
        [one] simili al { $percent } · { $count } nome
       *[other] simili al { $percent } · { $count } nomi
    }
match-more = e altri { $count }
match-aside-all = Metti tutti da parte
match-aside-title = { $count ->
        [one] Non richiede licenza
       *[other] { $count } nomi non richiedono licenza
    }
match-aside-lead = Le installazioni restano nel registro, segnate come prive di obbligo di licenza. Il nome è conservato in «Nomi senza licenza», così la prossima importazione farà lo stesso.
match-aside-do = { $count ->
        [one] Metti da parte
       *[other] Metti da parte { $count } nomi
    }
match-choose-lead = Tutto ciò che è stato rilevato con questo nome viene collegato, e il nome diventa un altro nome del prodotto.
match-new-lead = Il nome rilevato diventa un altro nome del nuovo prodotto.
match-new-do = Crea il prodotto
match-found-as = Rilevato come
match-installs = { $count ->
        [one] { $count } installazione su { $devices } computer
       *[other] { $count } installazioni su { $devices } computer
    }
match-counted = { $count ->
        [one] contato su { $count } computer
       *[other] contati su { $count } computer
    }
match-devices = { $count ->
        [one] su { $count } computer
       *[other] su { $count } computer
    }
match-done = { $count ->
        [one] Nome abbinato
       *[other] { $count } nomi abbinati
    }
match-done-new = Prodotto creato: { $name }
match-done-aside = { $count ->
        [one] Nome messo da parte
       *[other] { $count } nomi messi da parte
    }
match-empty = Ogni nome ha il suo prodotto
match-empty-text = Qui attendono i nomi rilevati da un inventario software che nessun prodotto porta. Importare un elenco da Intune, Configuration Manager, Lansweeper o GLPI per vederne altri.
match-empty-import = Importa un inventario
twins-empty = Nessun prodotto sembra doppio
twins-empty-text = Se lo stesso prodotto è stato inserito due volte con nomi simili, la coppia appare qui.
twins-uses = { $count ->
        [one] { $count } record
       *[other] { $count } record
    }
merge = Unisci
merge-title = Unisci due prodotti
merge-lead = Ciò che rimanda al secondo rimanderà al primo. Il secondo viene archiviato; annullando tornano a essere due.
merge-stays = Resta
merge-goes = Viene unito
merge-turn = Inverti
merge-moves = Record che si spostano
merge-fills = Campi completati
merge-names = Altri nomi dopo l’unione
merge-nothing = Niente
merge-done = { $gone } unito a { $keep }
cli-match-names = { $count ->
        [one] { $count } nome in attesa
       *[other] { $count } nomi in attesa
    }
match-column-alike = Somiglianza
match-column-why = Perché
