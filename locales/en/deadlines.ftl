### Dates somebody has to act on: what they are, how each day was found, what follows from a decision.

deadline-license_ends = License ends
deadline-license_notice = License: last day for notice
deadline-license_maintenance = Maintenance ends
deadline-license_warranty = Warranty ends
deadline-purchase_ends = Purchased term ends
deadline-contract_ends = Contract ends
deadline-contract_notice = Contract: last day for notice
deadline-authorisation_ends = Reseller authorization ends
deadline-evidence_valid = Evidence loses validity
deadline-task_due = Task due

deadline-step-named = The record names { $date }.
deadline-step-renewed = The paper ends { $from }. Nobody gave notice, so it renewed by itself { $terms ->
    [one] once
   *[other] { $terms } times
} for { $months ->
    [one] 1 month
   *[other] { $months } months
}: it now runs until { $date }.
deadline-step-length-unknown = It renews by itself, but the record does not say for how many months. Enter them to know the running term.
deadline-step-notice-days = { $count ->
    [one] 1 day
   *[other] { $count } days
} of notice before the end = { $date }.
deadline-step-notice-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
} of notice before the end = { $date }.
deadline-step-notice-months = { $count ->
    [one] 1 month
   *[other] { $count } months
} of notice before the end = { $date }.
deadline-step-year-unknown = The holiday arrangement of { $year } is not known here: only weekends were left out. Enter the holidays when they are published.
deadline-step-act-by = That is not a working day. Act by { $date }.

deadline-missed-renews-for = The day for notice has passed: it renews by itself on { $date } for { $months ->
    [one] 1 month
   *[other] { $months } months
}.
deadline-missed-renews = The day for notice has passed: it renews by itself on { $date }; the record does not say for how long.
deadline-missed-ask = Until then the other side may still accept late notice, fewer rights or a shorter term: ask now, or decide on the next term.
deadline-missed-renewed = Nobody gave notice: it renewed by itself on { $date }.
deadline-missed-enter = Enter the next term, or agree on an earlier end with the other side.

deadline-task-notice = Give notice: { $what }

error-deadline_gone = This date no longer stands in the record: it was changed or removed. Refresh the list.
error-renewal_until = The new end does not lie after the present one. Choose a later day.
error-renewal_quantity = The record does not say how many rights end. Enter how many are renewed.
error-reminder_days = Reminders can be 0 to 3650 days ahead. Enter whole days, separated by spaces.

## The screen of dates
renewals = Renewals
renewals-line = The coming year
renewals-line-notice = Last days for notice
renewals-line-ends = Ends
renewals-lane-open = Open
renewals-lane-overdue = Overdue
renewals-lane-week = 7 days
renewals-lane-month = 30 days
renewals-lane-quarter = 90 days
renewals-lane-past = Earlier
renewals-lane-decided = Decided
renewals-kind = Kind of date
renewals-every-kind = Every kind
renewals-open-record = Open the record
renewals-open-decision = Open the decision
renewals-decide = Decide
renewals-decided = Decision recorded
renewals-quantity = Rights renewed
renewals-why--renew = The next term is entered: the end moves, and a license gets a purchase line for the same rights.
renewals-why--change = As renewing, on other terms: change the end, the number of rights or the cost.
renewals-why--drop = It ends on its day and reminds no more. What renews by itself gets a task to give notice.
renewals-why--undecided = The date stays open and goes on reminding.
renewals-reminders = Remind, days ahead
renewals-reminders-one = Only here
renewals-reminders-kind = Everywhere: { $kind }
renewals-unpriced = { $count ->
    [one] 1 end has no known cost and is not in these bars.
   *[other] { $count } ends have no known cost and are not in these bars.
}
renewals-more = { $count ->
    [one] 1 date more is not shown. Choose a kind to see fewer.
   *[other] { $count } dates more are not shown. Choose a kind to see fewer.
}
renewals-hand-over = Hand over
renewals-as-calendar = Calendar file
renewals-as-calendar-why = For Outlook, Apple Calendar or any other. Opened again later, it moves the entries instead of adding them twice.
renewals-as-worklist = Worklist
renewals-as-worklist-why = A workbook with dates, formulas, reminders and cost by quarter.
renewals-for = For
renewals-for-all = Everybody
renewals-for-person = One person
renewals-calendar-done = { $count ->
    [one] Calendar file with 1 entry written
   *[other] Calendar file with { $count } entries written
}
renewals-remind = { $count ->
    [one] 1 date needs you
   *[other] { $count } dates need you
}
renewals-show = Show
holidays = Holidays used
holidays-lead = Days that are not as their weekday says, as published. What you enter yourself goes before them.
holidays-year = Country and year
holidays-source = Source
holidays-confidence--high = read in the text itself
holidays-confidence--medium = taken from a second source
holidays-entered = Entered as your own
holidays-own = Your own entry
holidays-make-free = Count as free
holidays-make-worked = Count as worked
