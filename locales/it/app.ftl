### La finestra: cornice, primo avvio, sblocco, panoramica, registro modifiche, impostazioni.

## Parole usate ovunque
cancel = Annulla
close = Chiudi
save = Salva
add = Aggiungi
remove = Rimuovi
edit = Modifica
change = Cambia
open = Apri
back = Indietro
next = Continua
done = Fatto
show = Mostra
hide = Nascondi
undo = Annulla modifica
undo-done = Modifica annullata
undo-nothing = Non c’è nulla da annullare
try-again = Riprova
loading = Caricamento…
working = In corso…
cancelling = Annullamento…
nothing-found = Nessun risultato
done-of = { $done } di { $total }
show-all = Mostra tutti ({ $count })
show-fewer = Mostra meno
due-today = oggi
due-in = { $days ->
    [one] tra { $days } giorno
   *[other] tra { $days } giorni
  }
due-late = { $days ->
    [one] { $days } giorno di ritardo
   *[other] { $days } giorni di ritardo
  }
minutes = { $count } minuti
error-unexpected = Si è verificato un problema imprevisto: { $detail }. Nulla è stato modificato.
error-cancelled = Operazione interrotta. Nulla è stato modificato.

## Cornice
app-name = Sealbook
navigation = Sezioni
overview = Panoramica
import = Importa
change-log = Registro modifiche
settings = Impostazioni
search = Cerca
lock = Blocca
locking = Blocco in corso
language = Lingua
language-name = Italiano
sidebar-narrow = Riduci la barra laterale
sidebar-widen = Espandi la barra laterale
wants-attention = { $count ->
    [one] { $count } da sistemare
   *[other] { $count } da sistemare
  }
new-record = Nuovo: { $what }

## Tavolozza
palette-hint = Trova un record, una sezione o un comando
palette-record = Record
palette-place = Sezioni
palette-command = Comandi
undo-last = Annulla l’ultima modifica
lock-now = Blocca la cassaforte
language-to = Passa a { $language }
theme-to-light = Aspetto chiaro
theme-to-dark = Aspetto scuro
theme-to-system = Aspetto come il sistema

## Primo avvio
first-run-step = Passo { $step } di { $steps }
welcome-title = Un unico registro sigillato di ogni licenza software
welcome-lead = Sealbook tiene il registro delle licenze cifrato su questo computer, in cinese e inglese affiancati, e consegna agli auditor una cartella di lavoro verificabile.
welcome-choose = Continua in italiano
welcome-sample = Prima dai un’occhiata a un’azienda di esempio
vault-create-title = Crea la tua cassaforte
vault-create-lead = Ogni dato è cifrato in un’unica cartella su questo computer. Due cose la aprono: la tua passphrase e una chiave di recupero, se mai la dimenticassi.
vault-create-whose = 1. Di chi è il registro
vault-create-passphrase = 2. Passphrase, richiesta a ogni sblocco
vault-company = Azienda
vault-person = Il tuo nome
vault-person-hint = Compare accanto a ogni tua modifica.
vault-place = Dove si trova la cassaforte
vault-place-follows = Segue il nome dell’azienda
vault-create-next = Poi: la chiave di recupero e l’azienda. Circa due minuti.
vault-creating = Cifratura…
vault-create = Crea la cassaforte
promise-local = Resta su questo computer
promise-local-why = Nessun account, nessun server, nulla viene inviato.
promise-nobody = Nessuno può reimpostarla, neppure noi
promise-nobody-why = Perse entrambe le chiavi, i dati sono persi.
promise-open = Si apre anche senza Sealbook
promise-open-why = Formati standard age e SQLCipher; la guida spiega come.
company-title = La tua azienda
company-lead = Gli auditor leggono entrambi i nomi. Compila ciò che hai: il resto si può completare dopo.
company-entity = Entità giuridica
company-name-zh = Nome in cinese
company-name-en = Nome in inglese
company-uscc = Codice di credito sociale
company-country = Paese
company-site = Prima sede
company-site-zh = Sede in cinese
company-site-en = Sede in inglese
company-city = Città
company-site-hint = Altre sedi si possono aggiungere o importare in ogni momento.
company-next = Poi: il tuo primo foglio di calcolo.
company-later = Compila più tardi
doors-title = La cassaforte è pronta
doors-lead = Da dove vuoi cominciare?
door-import = Importa il mio foglio
door-import-why = Excel o CSV, così com’è. Vedi che cosa verrà creato prima che sia scritto e puoi annullare tutto.
door-sample = Esplora un’azienda di esempio
door-sample-why = Un produttore inventato con quattro sedi, in una cassaforte a parte. La tua resta com’è.
door-empty = Comincia da un registro vuoto
sample-open = Apri l’azienda di esempio
sample-making = Creazione dell’azienda di esempio

## Chiavi
passphrase = Passphrase
passphrase-again = Ancora una volta
passphrase-old = Passphrase attuale
passphrase-suggest = Suggerisci
passphrase-strength = Robustezza
passphrase-hint = Quattro o cinque parole senza legame si ricordano meglio di una sola complicata, e sono più robuste.
passphrase-same = Uguali
passphrase-differs = Diverse
passphrase-change = Cambia passphrase
passphrase-change-lead = La chiave di recupero resta valida.
passphrase-changed = Passphrase cambiata
caps-lock = Il blocco maiuscole è attivo
strength-0 = Debolissima.
strength-1 = Debole.
strength-2 = Non abbastanza robusta.
strength-3 = Buona.
strength-4 = Robusta.
strength-time-instant = Mille computer la indovinano subito.
strength-time-seconds = { $count ->
    [one] Mille computer la indovinerebbero in circa un secondo.
   *[other] Mille computer la indovinerebbero in circa { $count } secondi.
  }
strength-time-minutes = { $count ->
    [one] Mille computer la indovinerebbero in circa un minuto.
   *[other] Mille computer la indovinerebbero in circa { $count } minuti.
  }
strength-time-hours = { $count ->
    [one] Mille computer la indovinerebbero in circa un’ora.
   *[other] Mille computer la indovinerebbero in circa { $count } ore.
  }
strength-time-days = { $count ->
    [one] Mille computer la indovinerebbero in circa un giorno.
   *[other] Mille computer la indovinerebbero in circa { $count } giorni.
  }
strength-time-years = { $count ->
    [one] Mille computer la indovinerebbero in circa un anno.
   *[other] Mille computer la indovinerebbero in circa { $count } anni.
  }
strength-time-thousands = Mille computer, giorno e notte, impiegherebbero migliaia di anni.
strength-time-millions = Mille computer, giorno e notte, impiegherebbero milioni di anni.
recovery-key = Chiave di recupero
recovery-title = Custodisci la chiave di recupero
recovery-lead = Apre la cassaforte se dimentichi la passphrase. È mostrata solo ora e non è conservata da nessuna parte: tienila su carta o su una chiavetta, lontano da questo computer.
recovery-keep = 1. Stampala, salvala o trascrivila
recovery-once = Mostrata una volta
recovery-print = Stampa
recovery-save = Salva
recovery-saved = Salvata. Sposta il file fuori da questo computer.
recovery-save-hint = Stampata, la chiave non tocca il disco. Salvata, è una pagina di testo.
recovery-back = 2. Riscrivi i gruppi { $a }, { $b } e { $c }
recovery-group = Gruppo { $n }
recovery-forgiving = Maiuscole e spazi non contano.
recovery-outside = La tengo fuori da questo computer, ad esempio in cassaforte.
recovery-next = Nulla viene registrato prima di aver riscritto la chiave.
recovery-proved = Verificata
recovery-unproved = Non verificata
recovery-new = Nuova chiave di recupero
recovery-new-lead = La vecchia chiave apre la cassaforte finché non hai riscritto la nuova; poi apre solo i backup precedenti.
recovery-show = Mostra la nuova chiave
recovery-replace = Sostituisci la vecchia
recovery-replaced = La vecchia chiave di recupero non apre più questa cassaforte.

## Sblocco
unlock = Sblocca
unlocking = Sblocco…
unlock-recovery = Usa la chiave di recupero
unlock-set-passphrase = Sblocca e imposta la passphrase
unlock-other = Un’altra cassaforte
unlock-pick = Apri la cartella di una cassaforte…
unlock-create = Crea una nuova cassaforte
unlock-sample = L’azienda di esempio non richiede passphrase.

## Panoramica
one-way-in = C’è un solo modo di entrare in questa cassaforte. Se la passphrase viene dimenticata, il registro è perso.
one-way-in-act = Cassaforte e chiavi
needs-you = Da fare
needs-count = { $count ->
    [one] { $count } scadenza nei prossimi 90 giorni
   *[other] { $count } scadenze nei prossimi 90 giorni
  }
needs-lanes = Scadenze
needs-none = Nulla in scadenza
needs-none-text = Le date di licenze, contratti ed evidenze compaiono qui con 90 giorni di anticipo.
lane-overdue = scadute
lane-week = entro 7 giorni
lane-month = entro 30 giorni
lane-quarter = entro 90 giorni
needs-past = { $count ->
        [one] { $count } data passata da oltre 30 giorni
       *[other] { $count } date passate da oltre 30 giorni
    }
no-owner = senza responsabile
position = Posizione licenze
position-used = in uso
position-beyond = oltre i diritti
position-rights = diritti posseduti
position-row = { $owned } posseduti, { $assigned } assegnati, { $deployed } installati
position-none = Ancora nessuna posizione
position-none-text = Si calcola da righe d’acquisto, assegnazioni e installazioni.
position-waiting = { $count ->
    [one] 1 nome trovato dagli inventari non ha ancora un prodotto: le sue installazioni qui non contano.
   *[other] { $count } nomi trovati dagli inventari non hanno ancora un prodotto: le loro installazioni qui non contano.
}
unlimited = illimitata
gaps = Che cosa troverebbe un auditor
gaps-none = Nulla da segnalare
bilingual = { $percent } in entrambe le lingue
bilingual-whole = Nessuna metà manca.
log-sealed = { $entries ->
    [one] { $entries } voce sigillata
   *[other] { $entries } voci sigillate
  }
holdings = Nel registro
start-title = Comincia dal foglio che hai già
start-text = Sealbook trova il foglio, l’intestazione e le colonne, e mostra che cosa creerà prima di scrivere.

## Registro modifiche
log-find = Cerca nel registro
log-who = Chi
log-what = Che cosa
log-where = In quale registro
log-from = Dal
log-to = al
log-clear = Azzera
log-anyone = Chiunque
log-any-kind = Ogni modifica
log-any-register = Tutti i registri
log-seal = Il sigillo
log-seal-why = Ogni voce porta l’impronta della precedente: nessuna può essere cambiata o tolta di nascosto.
log-verify = Verifica tutto il registro
log-verifying = Verifica…
log-intact = { $entries ->
    [one] Integro: l’unica voce è stata controllata.
   *[other] Integro: tutte le { $entries } voci sono state controllate, nessuna modificata né tolta.
  }
log-broken = Interrotto alla voce { $entry }: ciò che c’è non è ciò che fu scritto. Conserva questa cassaforte com’è e apri accanto una copia di sicurezza.
log-entries = Voci
log-head = Ultima impronta
log-head-why = Ogni cartella esportata porta questo valore: due bastano a provare che la storia è solo cresciuta.

## Impostazioni
version = versione { $version }
settings-window = Finestra
theme = Aspetto
theme-system = Sistema
theme-light = Chiaro
theme-dark = Scuro
idle-lock = Blocco per inattività
idle-lock-why = Senza tastiera né puntatore per questo tempo, la pagina si svuota e la cassaforte si blocca.
lock-away = Blocca con il computer
lock-away-why = Quando il computer va in sospensione o la sessione viene bloccata, si blocca anche la cassaforte.
settings-notices = Scadenze in arrivo
notices = Avvisa sul desktop
notices-why = Quando si avvicinano scadenze e stai facendo altro, il sistema dice quante sono. Mai quali.
watch = Avvia con il computer, senza finestra
watch-why = Sealbook resta allora in attesa senza mostrarsi e prosegue anche quando si chiude la finestra; chiudendola la cassaforte si blocca comunque. Per riavere la finestra basta avviare di nuovo Sealbook.
watch-locked = A cassaforte bloccata il numero si ricava da soli giorni, senza nomi. Sono conservati cifrati, con la chiave nel portachiavi di sistema; senza portachiavi non si conserva nulla e non si avvisa.
open-window = Apri Sealbook
quit = Esci da Sealbook
quit-why = Lo chiude del tutto, finché non viene riavviato.
rates-why = Gli importi in altre valute si calcolano con questi, ognuno con data e fonte.
settings-vault = Cassaforte e chiavi
vault-made = Creata
vault-size = Dimensione
vault-evidence = File di evidenza
vault-format = Formato
vault-ways-in = Modi per entrare
vault-passphrase-way = con passphrase
vault-signing-key = Chiave pubblica delle firme sulle tue cartelle
keychain = Resta sbloccata con questo account di sistema
keychain-why = La chiave resta nel portachiavi di sistema finché la cassaforte non si blocca.
custom-fields = I tuoi campi
custom-fields-why = Compaiono in elenchi, moduli, importazioni e cartelle come tutti gli altri.
custom-register = Registro
custom-add = Aggiungi un campo
custom-edit = Modifica il campo
custom-none = Ancora nessun campo tuo in { $register }.
custom-en = Nome in inglese
custom-zh = Nome in cinese
custom-it = Nome in italiano
custom-kind = Tipo
custom-choices = Scelte
custom-choices-hint = Una per riga.
custom-removed = { $name } rimosso
kind-text = Testo
kind-note = Testo lungo
kind-integer = Numero intero
kind-decimal = Numero
kind-date = Data
kind-flag = Sì o no
kind-choice = Una tra più
