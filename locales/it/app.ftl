### La finestra: cornice, primo avvio, sblocco, panoramica, registro delle modifiche, impostazioni.

app-name = Sealbook

## Parole usate ovunque
cancel = Annulla
close = Chiudi
save = Salva
add = Aggiungi
remove = Rimuovi
edit = Modifica
back = Indietro
next = Continua
done = Fatto
undo = Ripristina
undo-done = Operazione annullata
undo-nothing = Non c’è nulla da annullare
try-again = Riprova
loading = Caricamento…
working = In corso…
cancelling = Annullamento…
nothing-found = Nessun risultato
done-of = { $done } di { $total }
due-today = oggi
due-in = { $days ->
    [one] tra { $days } giorno
   *[other] tra { $days } giorni
  }
due-late = { $days ->
    [one] in ritardo di { $days } giorno
   *[other] in ritardo di { $days } giorni
  }
error-unexpected = Si è verificato un problema imprevisto: { $detail }. Nulla è stato modificato.
error-cancelled = Annullato. Nulla è stato modificato.
