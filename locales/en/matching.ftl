# Product matching: names inventories found, and the products they mean

error-name_settled = Nothing waits under this name any more: it was matched meanwhile.
error-merge_same = These two cannot be merged: they are the same product, or one of them was merged before.
error-merge_related = One of these products includes the other or may be downgraded to it: they are two. Take that link away first if it is wrong.
error-merge_collides = { $count ->
        [one] One record of { $register } would stand twice: “{ $title }”. Remove one of the two, then merge.
       *[other] { $count } records of { $register } would stand twice, such as “{ $title }”. Remove one of each pair, then merge.
    }
operation-match = Name matched with a product
operation-match_new = Product made of a name found
operation-match_aside = Name set aside
operation-merge = Products merged
merge-note = Merged into { $code } { $title }.
match-reason-update = Update of a product that is licensed by itself
match-reason-driver = Driver: comes with the computer
match-reason-runtime = Runtime library: free to redistribute
match-reason-language_pack = Language pack: covered by its product
match-reason-component = Part of another product, covered by its license
match-reason-system = Part of the operating system
match-reason-free = Free software
match-reason-own = Our own software
match-reason-other = Needs no license
stage-matching_reading = Comparing names…
stage-matching_writing = Writing…

matching = Product matching
match-tab-names = Names found
match-tab-twins = Duplicate products
match-find = Find a name, publisher or product
match-sure-clear = Clear
match-sure-likely = To be decided
match-sure-aside = Probably not licensable
match-sure-unlike = No product known
match-why-alias = is another name of it
match-why-same_name = same name
match-why-similar = similar name
match-why-same_publisher = same publisher
match-why-same_version = same version
match-why-other_publisher = other publisher
match-why-other_edition = other edition
match-why-other_version = other version
match-none = no suggestion
match-none-text = No product is called alike. Make one, or choose one by hand.
match-panel = Name found
match-candidates = Products it may mean
match-hint = Enter accepts, N makes a product, M chooses another, X sets aside, U undoes, 1 to 4 pick a suggestion. A decision is remembered: the next import does the same.
match-accept = Accept
match-new = New product
match-choose = Choose another product
match-aside = Not licensable
match-undo = Undo the last decision
match-accept-all = Accept all clear names
match-accept-all-lead = Each name becomes another name of its product, and everything found under it is linked. One operation, undone at once.
match-least = Accept from
match-accept-count = { $count ->
        [one] Accept { $count } name
       *[other] Accept { $count } names
    }
match-least-level = { $count ->
        [one] { $percent } alike · { $count } name
       *[other] { $percent } alike · { $count } names
    }
match-more = and { $count } more
match-aside-all = Set all aside
match-aside-title = { $count ->
        [one] Needs no license
       *[other] { $count } names need no license
    }
match-aside-lead = The installations stay in the record, marked as needing no license. The name is kept in “Names without license”, so that the next import does the same.
match-aside-do = { $count ->
        [one] Set aside
       *[other] Set { $count } names aside
    }
match-choose-lead = Everything found under this name is linked, and the name becomes another name of the product.
match-new-lead = The name found becomes another name of the new product.
match-new-do = Make the product
match-found-as = Found as
match-installs = { $count ->
        [one] { $count } installation on { $devices } computer
       *[other] { $count } installations on { $devices } computers
    }
match-counted = { $count ->
        [one] counted on { $count } computer
       *[other] counted on { $count } computers
    }
match-devices = { $count ->
        [one] on { $count } computer
       *[other] on { $count } computers
    }
match-done = { $count ->
        [one] Name matched
       *[other] { $count } names matched
    }
match-done-new = Product made: { $name }
match-done-aside = { $count ->
        [one] Name set aside
       *[other] { $count } names set aside
    }
match-empty = Every name has its product
match-empty-text = Names that a software inventory finds and no product goes by wait here. Import a list from Intune, Configuration Manager, Lansweeper or GLPI to see more.
match-empty-import = Import an inventory
twins-empty = No two products look the same
twins-empty-text = When the same product was entered twice under similar names, the pair is shown here.
twins-uses = { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
merge = Merge
merge-title = Merge two products
merge-lead = What refers to the second will refer to the first. The second is archived; undo makes them two again.
merge-stays = Stays
merge-goes = Is merged
merge-turn = Turn round
merge-moves = Records that move
merge-fills = Fields taken over
merge-names = Other names afterwards
merge-nothing = Nothing
merge-done = { $gone } merged into { $keep }
cli-match-names = { $count ->
        [one] { $count } name waits
       *[other] { $count } names wait
    }
match-column-alike = Alike
match-column-why = Why
