### La posizione delle licenze: i passi e ciò che manca alla prova.

stage-position = Calcolo della posizione delle licenze…

## La pagina

position-all = Tutti i prodotti
position-counts = Quali diritti contano
position-as-claimed = Dichiarati
position-as-provable = Dimostrabili
position-workbook = Cartella della posizione
position-find = Cerca un prodotto o produttore
position-day = Alla data del
position-against-owned = Fabbisogno e diritti disponibili
position-against-provable = Fabbisogno e diritti dimostrabili
position-metric = Metrica
position-difference = Posizione
position-money = Importo, { $currency }
position-no-row = Nessun prodotto corrisponde.
position-figure--short = scoperti
position-figure--unproven = senza prova completa
position-figure--over = con diritti in eccesso
position-figure--surplus = pagati e in eccesso
position-figure--buy = per acquistare ciò che manca, prima di riassegnare
position-figure--buy-provable = da acquistare in caso di verifica oggi
position-figure-claimed = { $amount } se ogni diritto conta
position-figure-provable = { $amount } se contano solo i diritti dimostrabili
position-unpriced = { $count ->
    [one] { $count } prodotto senza prezzo
   *[other] { $count } prodotti senza prezzo
    }
position-row-said = { $product }: { $owned } diritti, { $provable } dimostrabili, { $needed } necessari
position-weak-count = { $count } deboli
position-claimed-too = dichiarati { $delta }
position-provable-too = dimostrabili { $delta }
position-no-price = senza prezzo
position-to-spare = in eccesso
position-scope-all = Tutta l’azienda
position-scope-some = { $count ->
    [one] { $count } luogo
   *[other] { $count } luoghi
    }
position-how = Come si arriva a { $delta }
position-by-place = Diritti, installazioni e utilizzo per sede
position-history = Diritti e fabbisogno degli ultimi dodici mesi
position-unallocated = Non attribuiti a una sede
position-open = Apri { $title }
position-lines = Apri le righe d’acquisto
position-actions = Azioni proposte
position-proof-lacks = Che cosa manca alla prova
position-proof-more = { $count ->
    [one] Mostra un’altra riga
   *[other] Mostra altre { $count } righe
    }
position-proof-whole = Ogni riga d’acquisto in vigore ha il suo documento e la sua fattura.
position-proof-nothing = Nessuna riga d’acquisto dà diritti in questo giorno.
position-rights-count = { $count } diritti
position-snapshot-named = Posizione licenze al { $day }
operation-position_snapshot = Istantanea della posizione conservata
error-snapshot_unread = Questa prova non contiene un’istantanea leggibile della posizione. Scegline un’altra.
position-keep = Conserva un’istantanea
position-kept = La posizione al { $day } è conservata come prova
position-compare = Confronta con
position-compare-none = Nessun confronto
position-since = dal { $day }
position-change = Dall’istantanea del { $day }: posseduti { $owned }, dimostrabili { $provable }, necessari { $needed }, mancanti { $short }, mancanti contando solo i dimostrabili { $short_provable }
position-new-since = nuovo
position-gone = { $count ->
    [one] { $count } prodotto del { $day } non è più nella posizione.
   *[other] { $count } prodotti del { $day } non sono più nella posizione.
    }
position-whole-only = Le istantanee riguardano tutta l’azienda: per conservarle o confrontarle non scegliere entità né sedi.

## I passi

position-step--bought = { $count } diritti da righe d’acquisto valide alla data.
position-step--returned = { $count } diritti sono stati restituiti.
position-step--corrected = Le correzioni cambiano i diritti di { $count }.
position-step--stepped_up = { $count } diritti di base di { $subject } sono stati elevati a diritti di questo prodotto.
position-step--stepped_from = { $count } diritti sono stati elevati a diritti di { $subject }.
position-step--without_base = { $count } diritti di upgrade non contano: manca il diritto di base.
position-step--replaced = { $count } diritti di righe sostituite da un rinnovo non contano.
position-step--ended = { $count } diritti di righe già scadute non contano.
position-step--retired = { $count } diritti di licenze dismesse non contano.
position-step--total_owned = Posseduti: { $result }.
position-step--adjusted = Rettifica di { $count }: { $subject }.
position-step--suite_held = { $count } titolari hanno già la suite { $subject }, che comprende questo prodotto.
position-step--suite_spare = Altri { $count } sono coperti da diritti liberi della suite { $subject }.
position-step--suite_given = { $count } diritti liberi di questa suite coprono { $subject }.
position-step--downgrade_in = { $count } sono coperti da diritti liberi della versione più recente { $subject }.
position-step--downgrade_out = { $count } diritti liberi coprono la versione precedente { $subject }.
position-step--edition_in = { $count } sono coperti da diritti liberi dell’edizione superiore { $subject }.
position-step--edition_out = { $count } diritti liberi coprono l’edizione inferiore { $subject }.
position-step--upgrade_in = { $count } sono coperti da diritti della versione precedente { $subject } in manutenzione.
position-step--upgrade_out = { $count } diritti liberi in manutenzione coprono la versione più recente { $subject }.
position-step--unlimited = Altri { $count } sono coperti da una licenza senza limite.
position-step--idle = { $count } diritti sono liberi ma non possono coprire ciò che manca: sono legati ad altro dispositivo, sede, metrica o versione.
position-step--total_available = Disponibili: { $result }.
position-step--assigned = { $count } assegnazioni in corso.
position-step--held_twice = { $count } appartengono a titolari che ne hanno già una: basta un diritto ciascuno.
position-step--installed = { $count } installazioni richiedono un diritto.
position-step--installed_twice = { $count } sono su un computer o presso un utente già contato: un computer conta una volta per prodotto, con qualunque nome o versione vi sia stato trovato.
position-step--assigned_only = { $count } titolari di un diritto non hanno installazioni e contano anch’essi.
position-step--virtual = { $count } installazioni sono su macchine virtuali e contano come il loro host.
position-step--hosts = Girano su { $count } host fisici, ciascuno contato una volta.
position-step--cores = Gli host hanno { $count } core.
position-step--core_minimum = { $count } core aggiunti fino al minimo del produttore per host.
position-step--peak = Il massimo uso concorrente segnalato negli ultimi 90 giorni è { $count }.
position-step--sites = È usato in { $count } sedi.
position-step--free = { $count } installazioni e assegnazioni non richiedono diritti: il prodotto è gratuito.
position-step--total_needed = Necessari: { $result }.
position-step--delta = Disponibili meno necessari: { $result }.
position-step--proven = { $count } dei diritti posseduti sono provati da un documento e da una fattura accettata.
position-step--weak = { $count } di questi hanno una prova debole: manca l’autorizzazione o l’approvazione del venditore.
position-step--allocated_provable = Rettifiche e altri prodotti cambiano i diritti dimostrabili di { $count }.
position-step--delta_provable = Diritti dimostrabili disponibili meno necessari: { $result }.

proof-missing--document = Non è collegato alcun contratto, conferma d’ordine, certificato di licenza o dichiarazione del produttore.
proof-missing--invoice = Non è collegata alcuna fapiao o fattura.
proof-missing--fapiao_unverified = La fapiao non è né verificata né registrata.
proof-missing--invoice_unbooked = La fattura estera non è né verificata, né registrata, né pagata.
proof-missing--reversed = La fapiao è stata stornata con una nota rossa.
proof-missing--buyer = La fattura è intestata a un codice fiscale che non è nostro.
proof-missing--vendor = Il venditore non è noto.
proof-missing--approval = Il venditore non è un fornitore approvato.
proof-missing--authorisation = Manca l’autorizzazione del produttore al venditore.
proof-missing--lapsed = L’autorizzazione del produttore al venditore non era valida il giorno dell’ordine.

error-position_nothing = { $name } non è né posseduto né usato a quella data.
