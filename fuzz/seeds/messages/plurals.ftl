apps = { $n ->
    [0] no apps
    [one] one app
   *[other] { NUMBER($n) } apps
}
a = { -brand(case: "genitive") } has { $n ->
    [one] { $m ->
        [one] x
       *[other] y
    }
   *[other] { apps }
} { "{" }{ "\u00e9" }
b = { c.heading }
c = x
    .heading = { a }
# terms.ftl
-brand = { $case ->
   *[nominative] App
    [genitive] App’s
}
    .gender = it
# source.ftl
apps = { $n ->
    [one] one app
   *[other] { $n } apps
}
a = { -brand } has { $n } apps
