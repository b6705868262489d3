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
