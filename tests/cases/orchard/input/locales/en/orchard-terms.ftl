### The terms of Orchard, in English: the source text.

title = Terms of { -orchard }
description = What { -orchard } promises you, and what we ask of you.
last-updated = *Last updated: { DATETIME($published, dateStyle: "long") }.*

intro =
    { $company } sends fruit to your door. These terms say what you may expect of us and what we
    expect of you; the [privacy policy](https://orchard.example/privacy?a=1&b=2) is a text of its
    own.

    They’re short -- because nobody reads long terms... By "you" we mean whoever orders.

scope =
    These terms apply from { DATETIME($start, dateStyle: "long") }. We have packed
    { -box(form: "plural") } since { NUMBER($founded, useGrouping: "false") } and sent { $sent } so
    far; { NUMBER(0.985, style: "percent", minimumFractionDigits: 1) } of them arrived on time.

    Words in *italics* are names of our products. **Nothing in these terms limits the rights that
    the law gives you.**

    Parcels bear the mark ORCHARD--BOX; a label with { "{{" } name { "}}" } or
    { "{%" } x { "%}" } on it is a misprint.
    .heading = 1. Scope

plans =
    There are two plans, { $minimum ->
        [0] without a minimum number
        [one] with a minimum of { $minimum } { -box }
       *[other] with a minimum of { $minimum } { -box(form: "plural") }
    }. Each { -box } holds { $fruits ->
        [one] { $fruits } kind
       *[other] { $fruits } kinds
    } of fruit.

    | Plan \| extra | Price | Since |
    | :--- | ---: | :---: |
    | *Single* | { $box-price }\* | { DATETIME($start, dateStyle: "short") } |
    | *Year* | { $year-price }\* | { DATETIME($start, dateStyle: "short") } |
    | Freight to Japan | { $japan-fee } | { DATETIME($start, dateStyle: "medium") } |

    { "*" }) The price of a { -box } includes { NUMBER(0.07, style: "percent") } VAT.
    .heading = 2. The *{ -orchard-box }*

swap = **Swap.** You can swap a { -box } until { $swap-time ->
        [one] { $swap-time } day
       *[other] { $swap-time } days
    } before delivery.

swap-how =
    Enter the code `{ "{%" } swap { "%}" }` or the name of the fruit, such as "pear|plum".

swap-cost =
    From the { NUMBER($swap-limit, type: "ordinal") ->
        [one] { $swap-limit }st
        [two] { $swap-limit }nd
        [few] { $swap-limit }rd
       *[other] { $swap-limit }th
    } swap in the same month on, each costs { $swap-fee }.

pause = **Pause.** A pause lasts { $pause-time ->
        [one] { $pause-time } month
       *[other] { $pause-time } months
    }.

payment =
    You pay in advance, by { LIST($payment-means, type: "disjunction") }. It takes two steps:
    .heading = Payment

pay-open = Open [your account](https://orchard.example/account?a=1&b=2).

pay-confirm =
    Confirm the amount within { $grace ->
        [one] { $grace } day
       *[other] { $grace } days
    }.

delivery =
    { LIST($carriers, type: "conjunction") } deliver for us:

    - on weekdays,
        1. in the morning or
        2. in the evening;
    - on Saturdays in the morning only.

    { "*" }*Nobody at home?** The parcel waits for you for { $wait ->
        [one] { $wait } day
       *[other] { $wait } days
    } here:

    { -orchard }, Goods Desk\
    Apfelweg 1\
    10115 Berlin
    .heading = 3. Delivery

changes =
    If we change these terms, the date at the bottom of this page changes too. Prices
    stand under [“{ plans.heading }”](#plans), swaps under [this item](#swap).

    Any questions? Write to <{ $support-email }>, call [{ $phone }](tel:+4930901820) or read
    <{ $help-url }>.
    .heading = 4. Changes
