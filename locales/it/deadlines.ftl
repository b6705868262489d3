### Date su cui agire: quali sono, come è stato trovato ogni giorno, che cosa segue da una decisione.

deadline-license_ends = Scadenza licenza
deadline-license_notice = Licenza: ultimo giorno per la disdetta
deadline-license_maintenance = Scadenza manutenzione
deadline-license_warranty = Scadenza garanzia
deadline-purchase_ends = Scadenza del periodo acquistato
deadline-contract_ends = Scadenza contratto
deadline-contract_notice = Contratto: ultimo giorno per la disdetta
deadline-authorisation_ends = Scadenza autorizzazione alla rivendita
deadline-evidence_valid = Fine validità evidenza
deadline-task_due = Scadenza attività

deadline-step-named = Il registro indica il { $date }.
deadline-step-renewed = Il testo scade il { $from }. Nessuno ha dato disdetta, quindi si è rinnovato tacitamente { $terms ->
    [one] una volta
   *[other] { $terms } volte
} per { $months ->
    [one] 1 mese
   *[other] { $months } mesi
}: ora dura fino al { $date }.
deadline-step-length-unknown = Si rinnova tacitamente, ma il registro non dice per quanti mesi. Inserirli per conoscere il periodo in corso.
deadline-step-notice-days = { $count ->
    [one] 1 giorno
   *[other] { $count } giorni
} di preavviso prima della scadenza = { $date }.
deadline-step-notice-working-days = { $count ->
    [one] 1 giorno lavorativo
   *[other] { $count } giorni lavorativi
} di preavviso prima della scadenza = { $date }.
deadline-step-notice-months = { $count ->
    [one] 1 mese
   *[other] { $count } mesi
} di preavviso prima della scadenza = { $date }.
deadline-step-year-unknown = Il calendario delle festività del { $year } non è noto: sono esclusi solo i fine settimana. Inserire le festività quando saranno pubblicate.
deadline-step-act-by = Non è un giorno lavorativo. Agire entro il { $date }.

deadline-missed-renews-for = Il termine di disdetta è passato: si rinnova da solo il { $date } per { $months ->
    [one] 1 mese
   *[other] { $months } mesi
}.
deadline-missed-renews = Il termine di disdetta è passato: si rinnova da solo il { $date }; la scheda non dice per quanto.
deadline-missed-ask = Fino ad allora la controparte può ancora accettare una disdetta tardiva, meno diritti o un periodo più breve: chiedere subito, oppure decidere sul periodo successivo.
deadline-missed-renewed = Nessuno ha dato disdetta: si è rinnovato da solo il { $date }.
deadline-missed-enter = Registrare il periodo successivo o concordare con la controparte una fine anticipata.

deadline-task-notice = Dare disdetta: { $what }

error-deadline_gone = Questa data non è più nel registro: è stata modificata o tolta. Aggiornare l’elenco.
error-renewal_until = La nuova scadenza non è successiva a quella attuale. Scegliere un giorno successivo.
error-renewal_quantity = Il registro non dice quanti diritti scadono. Inserire quanti se ne rinnovano.
error-reminder_days = I promemoria possono essere da 0 a 3650 giorni prima. Inserire giorni interi, separati da spazi.

## La schermata delle scadenze
renewals = Rinnovi
renewals-line = L’anno a venire
renewals-line-notice = Ultimi giorni per la disdetta
renewals-line-ends = Scadenze
renewals-lane-open = Aperte
renewals-lane-overdue = Scadute
renewals-lane-week = 7 giorni
renewals-lane-month = 30 giorni
renewals-lane-quarter = 90 giorni
renewals-lane-past = Prima
renewals-lane-decided = Decise
renewals-kind = Tipo di data
renewals-every-kind = Tutti i tipi
renewals-open-record = Apri la scheda
renewals-open-decision = Apri la decisione
renewals-decide = Decidi
renewals-decided = Decisione registrata
renewals-quantity = Diritti rinnovati
renewals-why--renew = Viene inserito il periodo successivo: la scadenza si sposta e la licenza riceve una riga d’acquisto per gli stessi diritti.
renewals-why--change = Come il rinnovo, ma a condizioni diverse: cambiare scadenza, numero di diritti o costo.
renewals-why--drop = Termina nel suo giorno e non avvisa più. Ciò che si rinnova tacitamente riceve un’attività per dare disdetta.
renewals-why--undecided = La data resta aperta e continua ad avvisare.
renewals-reminders = Avvisa, giorni prima
renewals-reminders-one = Solo qui
renewals-reminders-kind = Ovunque: { $kind }
renewals-unpriced = { $count ->
    [one] 1 scadenza senza costo noto non è nel grafico.
   *[other] { $count } scadenze senza costo noto non sono nel grafico.
}
renewals-more = { $count ->
    [one] 1 altra data non è mostrata. Scegliere un tipo per vederne meno.
   *[other] Altre { $count } date non sono mostrate. Scegliere un tipo per vederne meno.
}
renewals-hand-over = Consegna
renewals-as-calendar = File di calendario
renewals-as-calendar-why = Per Outlook, Calendario di Apple o altri. Riaperto più tardi, sposta le voci invece di duplicarle.
renewals-as-worklist = Lista di lavoro
renewals-as-worklist-why = Una cartella con date, calcoli, promemoria e costo per trimestre.
renewals-for = Per
renewals-for-all = Tutti
renewals-for-person = Una persona
renewals-calendar-done = { $count ->
    [one] Scritto un file di calendario con 1 voce
   *[other] Scritto un file di calendario con { $count } voci
}
renewals-remind = { $count ->
    [one] 1 scadenza richiede attenzione
   *[other] { $count } scadenze richiedono attenzione
}
renewals-show = Mostra
holidays = Festività usate
holidays-lead = Giorni diversi da quanto dice il giorno della settimana, come pubblicati. Ciò che inserisce lei viene prima.
holidays-year = Paese e anno
holidays-source = Fonte
holidays-confidence--high = letta nel testo stesso
holidays-confidence--medium = presa da una seconda fonte
holidays-entered = Inserito come suo
holidays-own = Il suo inserimento
holidays-make-free = Conta come festivo
holidays-make-worked = Conta come lavorativo
