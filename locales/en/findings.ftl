### What should be done: where rights lie idle and where they are missing.

findings = Findings
stage-findings = Looking for idle and missing rights…

## Kinds
findings-kind--shortfall = Rights missing
findings-kind--unlicensed = In use without a license
findings-kind--expired = Ended but in use
findings-kind--lapsed = Maintenance or warranty lapsed
findings-kind--leaver = Held by people who left
findings-kind--dormant = Not in use
findings-kind--twice = Held twice
findings-kind--underused = Little used
findings-kind--unneeded = Bought although enough stood free
findings-kind--abroad = Data in a service abroad
findings-kind--unknown = Installed, product not in the record

## Why
findings-day-unknown = a day not recorded
findings-why--shortfall = { $count ->
    [one] { $product } needs one right more than there is.
   *[other] { $product } needs { $count } rights more than there are.
  }
findings-reassign = { $buy ->
    [0] Nothing has to be bought: give { $count } not in use to those who lack one.
   *[other] First give { $count } not in use to those who lack one, then buy { $buy }.
  }
findings-why--unlicensed = { $count ->
    [one] { $product } is in use once. There is no license of it, of a suite with it, or of a newer version that covers it.
   *[other] { $product } is in use { $count } times. There is no license of it, of a suite with it, or of a newer version that covers it.
  }
findings-why--expired = { $count ->
    [one] The license of { $product } ended ({ $day }) and is still in use once.
   *[other] The license of { $product } ended ({ $day }) and is still in use { $count } times.
  }
findings-why--lapsed = { $variant ->
    [maintenance] Maintenance of { $product } lapsed ({ $day }) while it is in use; { $count } rights are without updates.
   *[warranty] The warranty of { $product } lapsed ({ $day }) while it is in use; it covered { $count } rights.
  }
findings-why--leaver = { $holder } left the company ({ $day }) and still holds { $product }.
findings-why--dormant = { $holder } last used { $product } on { $day }, more than { $days } days ago.
findings-why--twice = { $holder } holds { $product } already, by itself or in a suite. This one began on { $day }.
findings-why--underused = { $count } of { $whole } rights to { $product } were not used: less than { $percent } % are in use.
findings-why--unneeded = { $count ->
    [one] One right to { $product } was ordered on { $day } although one stood free then. One still does.
   *[other] { $count } rights to { $product } were ordered on { $day } although as many stood free then. As many still do.
  }
findings-why--abroad = { $variant ->
    [important] { $product } may process important data outside mainland China ({ $count } holders there). To check: does such data leave, and was the export assessed? Data Security Law, Art. 31.
   *[personal] { $product } may process personal data outside mainland China ({ $count } holders there). To check: does such data leave, and by which route? Personal Information Protection Law, Art. 38–39.
  }
findings-why--unknown = Installed on { $holder } ({ $day }) under a name that is no product of the record.

## Actions
findings-action--reallocate = Give to somebody who lacks it
findings-action--downgrade = Renew fewer, or a smaller edition
findings-action--release = Take back
findings-action--buy = Buy or renew
findings-action--uninstall = Match or remove
findings-action--check = Look into it

## Columns and sums
findings-column--kind = Kind
findings-column--count = Findings
findings-column--yearly = A year
findings-column--once = Once
findings-column--product = Product
findings-column--holder = Holder
findings-column--money = At stake
findings-column--action = Proposed
findings-total--save = Could be saved: { $yearly } a year, { $once } once
findings-total--cover = To be covered: { $yearly } a year, { $once } once

## Tasks and questions
findings-task = { $what }: { $product } ({ $count })
findings-task-many = { $what }: { $count } findings
ask-subject = { $product }: do you still need it?
ask-text =
    Hello { $holder },
    according to our record you hold a license of { $product } and last used it on { $day }.
    Do you still need it? Please answer by { $due } with one word: KEEP or RELEASE. If we hear nothing, we will ask once more before anything changes.
    A released license goes to a colleague who needs it; you can have one again whenever your work calls for it.
    Thank you
    { $from }
error-finding_gone = This finding is no longer there. Look at the list again.
error-finding_has_task = One of these findings has an open task already.

## Screen
findings-side--save = Could be saved
findings-side--cover = To be covered
findings-side--check = To be checked
findings-yearly = { $money } a year
findings-once = { $money } once
findings-nothing = No money at stake
findings-each-once = Each right is counted once, and one that goes to somebody who lacks it is no saving: the kinds below can add up to more.
findings-unpriced = { $count ->
    [one] One has no known price.
   *[other] { $count } have no known price.
  }
findings-none = Nothing to do
findings-none-text = Idle, missing and ended rights appear here as soon as the record knows of them.
findings-kinds = Kinds of findings
findings-list = Open as a list
findings-shown = { $shown } of { $count }, those with the most money
findings-select = Select { $name }
findings-select-all = Select all
findings-selected = { $count } selected
findings-make-task = Make a task
findings-made-task = Task made
findings-end = End the assignment
findings-end-many = End the assignments
findings-ended = { $count ->
    [one] Assignment ended
   *[other] { $count } assignments ended
  }
findings-open = Open the record
findings-holder-none = No holder
findings-task-open = { $code } is open
findings-task-due = { $code }, due { $due }
findings-task-over = { $code } is closed, yet this is still there
findings-propose = Proposed
findings-glance-short = Rights missing
findings-glance-saving = Largest savings
findings-glance-all = { $count ->
    [one] One finding
   *[other] All { $count } findings
  }

## Asking the holder
findings-ask = Ask the holder
findings-ask-lead = Copy the message, send it as you usually write to people, and record the answer here.
findings-ask-copy = Copy and record as asked
findings-ask-done = Copied. Asked and recorded.
findings-ask-to = To
findings-ask-subject = Subject
findings-ask-message = Message
findings-asked-on = Asked on { $day }
findings-keep = Keeps it
findings-release = Gives it back
findings-kept = Recorded: still needed

## Settings
settings-findings = Findings
settings-reminder = Remind, days ahead ({ $date })
dormant-days = Not in use after
dormant-days-why = A right whose holder has not used it for so many days lies idle.
dormant-days-value = { $count } days
underuse-percent = Little used below
underuse-percent-why = A license of whose rights a smaller share is in use is little used.

## Workbook
sheet-idle = Idle rights
sheet-savings = True-up and savings
idle-note = Rights whose holder has not used them for { $days } days, holds them twice or has left; below { $percent } % in use a license counts as little used. Of whom no use is known, nothing is said here.
savings-note = Every finding with what is proposed. Not in use: after { $days } days. Little used: below { $percent } %. A right may stand in several rows; the sums of the program count it once.
idle-product = Product
idle-holder = Holder
idle-license = License
idle-last = Last used
idle-days = Days since
idle-uses = Uses in period
idle-class = Class
idle-asked = Asked on
idle-answer = Answer
idle-decision = Decision
savings-side = About
savings-kind = Finding
savings-product = Product
savings-license = License
savings-holder = Holder
savings-count = Count
savings-whole = Of
savings-why = Why
savings-proposed = Proposed
savings-yearly = A year, { $currency }
savings-once = Once, { $currency }
savings-own = Amount as paid
savings-own-currency = Currency
savings-task = Task
savings-owner = Responsible
savings-due = Due
savings-status = Status
