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
