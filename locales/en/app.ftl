### The window: frame, first run, unlock, overview, change log, settings.

app-name = Sealbook

## Words used everywhere
cancel = Cancel
close = Close
save = Save
add = Add
remove = Remove
edit = Edit
back = Back
next = Continue
done = Done
undo = Undo
undo-done = Taken back
undo-nothing = There is nothing to take back
try-again = Try again
loading = Loading…
working = Working…
cancelling = Cancelling…
nothing-found = Nothing found
done-of = { $done } of { $total }
due-today = today
due-in = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
  }
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
  }
error-unexpected = Something went wrong that Sealbook did not expect: { $detail }. Nothing was changed.
error-cancelled = Cancelled. Nothing was changed.
