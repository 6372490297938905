### Die Bedingungen von Orchard auf Deutsch.

title = Bedingungen von { -orchard }
description = Was { -orchard } Ihnen verspricht und worum wir Sie bitten.
last-updated = *Zuletzt geändert: { DATETIME($published, dateStyle: "long") }.*

intro =
    { $company } schickt Ihnen Obst ins Haus. Diese Bedingungen sagen, was Sie von uns erwarten
    dürfen und was wir von Ihnen erwarten;
    die [Datenschutzerklärung](https://orchard.example/privacy?a=1&b=2) ist ein eigener Text.

    Sie sind kurz -- denn lange Bedingungen liest niemand ... Mit "Sie" ist gemeint, wer bestellt.

# Die erste Zeile beginnt mit dem Datum.
scope =
    { DATETIME($start, dateStyle: "long") } ist der Tag, ab dem diese Bedingungen gelten. Wir packen
    seit { NUMBER($founded, useGrouping: "false") } und haben bisher { $sent }
    { -box(case: "plural") } verschickt;
    { NUMBER(0.985, style: "percent", minimumFractionDigits: 1) } davon kamen pünktlich an.

    Wörter in *Schrägschrift* sind Namen unserer Produkte. **Nichts in diesen Bedingungen beschränkt
    die Rechte, die Ihnen das Gesetz gibt.**

    Pakete tragen das Zeichen ORCHARD--BOX; ein Etikett mit { "{{" } name { "}}" } oder
    { "{%" } x { "%}" } ist ein Druckfehler.
    .heading = 1. Geltung

plans =
    Es gibt zwei Tarife, { $minimum ->
        [0] ohne Mindestzahl
        [one] mit mindestens { $minimum } { -box }
       *[other] mit mindestens { $minimum } { -box(case: "dative-plural") }
    }. { -box.gender ->
        [masculine] Jeder
        [feminine] Jede
       *[neuter] Jedes
    } { -box } enthält { $fruits ->
        [one] { $fruits } Obstsorte
       *[other] { $fruits } Obstsorten
    }.

    | Tarif \| Zusatz | Preis | Seit |
    | :--- | ---: | :---: |
    | *Einzeln* | { $box-price }\* | { DATETIME($start, dateStyle: "short") } |
    | *Jahr* | { $year-price }\* | { DATETIME($start, dateStyle: "short") } |
    | Fracht nach Japan | { $japan-fee } | { DATETIME($start, dateStyle: "medium") } |

    { "*" }) Der Preis eines { -box(case: "genitive") } enthält { NUMBER(0.07, style: "percent") }
    Mehrwertsteuer.
    .heading = 2. { -orchard-box.gender ->
            [masculine] Der
            [feminine] Die
           *[neuter] Das
        } *{ -orchard-box }*

swap = **Tausch.** Sie können einen { -box } bis { $swap-time ->
        [one] { $swap-time } Tag
       *[other] { $swap-time } Tage
    } vor der Lieferung tauschen.

swap-how =
    Geben Sie den Code `{ "{%" } swap { "%}" }` oder den Namen der Frucht ein, etwa "pear|plum".

swap-cost = Ab dem { $swap-limit }. Tausch im selben Monat kostet jeder { $swap-fee }.

pause = **Pause.** Eine Pause dauert { $pause-time ->
        [one] { $pause-time } Monat
       *[other] { $pause-time } Monate
    }.

payment =
    Sie bezahlen im Voraus, und zwar mit { LIST($payment-means, type: "disjunction") }. Das geht in
    zwei Schritten:
    .heading = Bezahlung

pay-open = Öffnen Sie [Ihr Konto](https://orchard.example/account?a=1&b=2).

pay-confirm =
    Bestätigen Sie den Betrag innerhalb von { $grace ->
        [one] { $grace } Tag
       *[other] { $grace } Tagen
    }.

delivery =
    { LIST($carriers, type: "conjunction") } liefern für uns:

    - werktags,
        1. am Vormittag oder
        2. am Abend;
    - samstags nur am Vormittag.

    { "*" }*Niemand zu Hause?** Das Paket wartet { $wait ->
        [one] { $wait } Tag
       *[other] { $wait } Tage
    } lang hier auf Sie:

    { -orchard }, Warenausgabe\
    Apfelweg 1\
    10115 Berlin
    .heading = 3. Lieferung

changes =
    Ändern wir diese Bedingungen, so ändert sich auch das Datum am Ende dieser Seite. Die Preise
    stehen unter [„{ plans.heading }“](#plans), der Tausch unter [diesem Punkt](#swap).

    Noch Fragen? Schreiben Sie an <{ $support-email }>, rufen Sie [{ $phone }](tel:+4930901820) an
    oder lesen Sie <{ $help-url }>.
    .heading = 4. Änderungen
