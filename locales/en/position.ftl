### The license position: its steps and what proof lacks.

stage-position = Reckoning the license position…

## The screen

position-all = All products
position-counts = Which rights count
position-as-claimed = Claimed
position-as-provable = Provable
position-workbook = Position workbook
position-find = Find a product or publisher
position-day = As of
position-against-owned = Need against rights
position-against-provable = Need against provable rights
position-metric = Metric
position-difference = Position
position-money = Money, { $currency }
position-no-row = No product stands so.
position-figure--short = short
position-figure--unproven = missing proof
position-figure--over = with rights to spare
position-figure--surplus = paid for and to spare
position-figure--buy = to buy what is missing, before reassigning
position-figure--buy-provable = to buy if audited today
position-figure-claimed = { $amount } if every right counts
position-figure-provable = { $amount } if only provable rights count
position-unpriced = { $count ->
    [one] { $count } product has no price
   *[other] { $count } products have no price
    }
position-row-said = { $product }: { $owned } rights, { $provable } provable, { $needed } needed
position-weak-count = { $count } weak
position-claimed-too = claimed { $delta }
position-provable-too = provable { $delta }
position-no-price = no price
position-to-spare = to spare
position-scope-all = Whole company
position-scope-some = { $count ->
    [one] { $count } place
   *[other] { $count } places
    }
position-how = How we get to { $delta }
position-by-place = Rights, installations and use by site
position-history = Rights and need over twelve months
position-unallocated = Given to no site
position-open = Open { $title }
position-lines = Open the purchase lines
position-actions = Proposed actions
position-proof-lacks = What the proof lacks
position-proof-more = { $count ->
    [one] Show { $count } more line
   *[other] Show { $count } more lines
    }
position-proof-whole = Every purchase line in force has its document and its invoice.
position-proof-nothing = No purchase line gives rights on this day.
position-rights-count = { $count } rights
position-snapshot-named = License position of { $day }
operation-position_snapshot = Position snapshot kept
error-snapshot_unread = This evidence holds no snapshot of the position that can be read. Choose another one.
position-keep = Keep a snapshot
position-kept = The position of { $day } is kept as evidence
position-compare = Compare with
position-compare-none = No comparison
position-since = since { $day }
position-change = Since the snapshot of { $day }: owned { $owned }, provable { $provable }, needed { $needed }, missing { $short }, missing where only provable rights count { $short_provable }
position-new-since = new
position-gone = { $count ->
    [one] { $count } product of { $day } is no longer in the position.
   *[other] { $count } products of { $day } are no longer in the position.
    }
position-whole-only = Snapshots are of the whole company: choose no entity and no site to keep or compare one.

## Its steps

position-step--bought = { $count } rights by purchase lines that stand on the day.
position-step--returned = { $count } rights were given back.
position-step--corrected = Corrections change the rights by { $count }.
position-step--stepped_up = { $count } base rights of { $subject } were stepped up to rights of this product.
position-step--stepped_from = { $count } rights were stepped up to rights of { $subject }.
position-step--without_base = { $count } step-up rights do not count: no base right stands under them.
position-step--replaced = { $count } rights of lines that a renewal replaced do not count.
position-step--ended = { $count } rights of lines that had ended do not count.
position-step--retired = { $count } rights of licenses put out of use do not count.
position-step--total_owned = Owned: { $result }.
position-step--adjusted = Adjustment of { $count }: { $subject }.
position-step--suite_held = { $count } holders already have the suite { $subject }, which includes this.
position-step--suite_spare = { $count } more are covered by spare rights of the suite { $subject }.
position-step--suite_given = { $count } spare rights of this suite cover { $subject }.
position-step--downgrade_in = { $count } are covered by spare rights of the newer { $subject }.
position-step--downgrade_out = { $count } spare rights cover the older { $subject }.
position-step--edition_in = { $count } are covered by spare rights of the higher edition { $subject }.
position-step--edition_out = { $count } spare rights cover the lower edition { $subject }.
position-step--upgrade_in = { $count } are covered by rights of the older { $subject } under maintenance.
position-step--upgrade_out = { $count } spare rights under maintenance cover the newer { $subject }.
position-step--unlimited = { $count } more are covered by a license without a limit.
position-step--idle = { $count } rights are to spare but cannot cover what is missing: they are bound to another device, site, metric or version.
position-step--total_available = At hand: { $result }.
position-step--assigned = { $count } assignments are in force.
position-step--held_twice = { $count } of them belong to holders that have one already: one right each is enough.
position-step--installed = { $count } installations need a right.
position-step--installed_twice = { $count } of them are on a computer or with a user counted already: a computer counts once for a product, whatever names and versions of it were found there.
position-step--assigned_only = { $count } holders of a right have no installation and are counted with it.
position-step--virtual = { $count } installations are on virtual machines and count as their host.
position-step--hosts = They run on { $count } physical hosts, each counted once.
position-step--cores = The hosts have { $count } cores.
position-step--core_minimum = { $count } cores are added up to the publisher’s minimum for a host.
position-step--peak = The highest concurrent use reported within the last 90 days is { $count }.
position-step--sites = It is used at { $count } sites.
position-step--free = { $count } installations and assignments need no right: the product is free.
position-step--total_needed = Needed: { $result }.
position-step--delta = At hand less needed: { $result }.
position-step--proven = { $count } of the owned rights are proven by a document and an accepted invoice.
position-step--weak = { $count } of these have weak proof: the seller’s authorization or approval is missing.
position-step--allocated_provable = Adjustments and other products change the provable rights by { $count }.
position-step--delta_provable = Provable rights at hand less needed: { $result }.

proof-missing--document = No contract, order confirmation, license certificate or publisher’s statement is linked.
proof-missing--invoice = No fapiao or invoice is linked.
proof-missing--fapiao_unverified = The fapiao is neither verified nor booked.
proof-missing--invoice_unbooked = The foreign invoice is neither verified, booked nor paid.
proof-missing--reversed = The fapiao was reversed by a red letter.
proof-missing--buyer = The invoice is made out to a tax number that is not ours.
proof-missing--vendor = The seller is not known.
proof-missing--approval = The seller is not an approved vendor.
proof-missing--authorisation = The publisher’s authorization of the seller is missing.
proof-missing--lapsed = The publisher’s authorization of the seller did not hold on the day of the order.

error-position_nothing = { $name } is neither owned nor used on that day.
