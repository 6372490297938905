### Die Datenschutzerklärung von Orchard auf Deutsch. Diese Datei hat Zeilenenden wie unter Windows.

title = Datenschutzerklärung von { -orchard }
description = Wie { -orchard } mit { -personal-data(case: "dative") } umgeht.
last-updated = *Zuletzt geändert: { DATETIME($published, dateStyle: "long") }.*

address =
    { $company }\
    Apfelweg 1\
    10115 Berlin

intro =
    Diese Erklärung sagt, wie { $company } mit { -personal-data(case: "dative") } umgeht.
    Verantwortlich dafür ist:

    { address }

data =
    Wir erheben nur { -personal-data }, die wir brauchen:
    .heading = Was wir erheben

data-account = **Konto:** was Sie uns sagen, nämlich

data-name = Ihren Namen und Ihre E-Mail-Adresse,

data-address = Ihre Anschrift -- ohne sie können wir nicht liefern -- und Ihre Telefonnummer.

purpose =
    Wir verwenden Ihre Daten,

    1. um { -box(case: "plural") } zu liefern,
        - an Ihre Tür oder
        - an Ihren Nachbarn;
    2. um Ihnen zu schreiben, höchstens { $letters ->
            [1] einmal
            [one] { $letters } Mal
           *[other] { $letters } Mal
        } im Monat.
    .heading = Wozu wir sie verwenden

retention =
    Der erste Tag war { DATETIME($since, dateStyle: "full") }: Seitdem löschen wir alles
    { $retention ->
        [one] { $retention } Tag
       *[other] { $retention } Tage
    } nach Ihrer letzten Bestellung.

    Rechnungen bewahren wir { $invoices ->
        [one] { $invoices } Jahr
       *[other] { $invoices } Jahre
    } lang auf, weil das Gesetz es verlangt ... Das Cookie `orchard_id` läuft nach { $cookie ->
        [one] { $cookie } Stunde
       *[other] { $cookie } Stunden
    } ab.
    .heading = Wie lange wir sie speichern

recipients =
    Diese Unternehmen erhalten Daten:

    | Empfänger | Land | Vertrag vom |
    | --- | :-: | --: |
    | { LIST($carriers, type: "conjunction") } | Deutschland | { DATETIME($since, dateStyle: "medium") } |
    | Listenserver `list\|1` | Japan | { DATETIME($since, dateStyle: "medium") } |

    Sonst erhält sie niemand: Wir verkaufen keine Daten, auch nicht für { $offer }.
    .heading = Wer sie erhält

rights =
    > „Ihre Daten gehören Ihnen. Wir passen nur auf sie auf.“
    >
    > -- erste Regel von { -orchard }

    Sie haben diese Rechte:
    .heading = Ihre *Rechte*

rights-access = **Auskunft:** Wir sagen Ihnen innerhalb von { $answer ->
        [one] { $answer } Monat
       *[other] { $answer } Monaten
    }, was wir über Sie gespeichert haben.

rights-complaint = **Beschwerde:** Sie können sich an die
    { "[" }Aufsichtsbehörde](https://authority.example/complain_now?a=1&b=2) wenden.

contact =
    Schreiben Sie an [{ $support-email }](mailto:{ $support-email }) oder
    rufen Sie [{ $phone }](tel:+4930901820) an. Was wir erheben, steht unter [„{ data.heading }“](#data).

    Ändern wir diese Erklärung, so steht { $notice ->
        [one] { $notice } Woche
       *[other] { $notice } Wochen
    } lang ein Hinweis auf der Startseite. Diese Fassung ist vom { $published }.
    .heading = Kontakt und Änderungen
