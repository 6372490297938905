### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Datenschutzerklärung

# One line about the page, for search engines.
description = Datenschutzerklärung von { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Zuletzt aktualisiert: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Diese Datenschutzerklärung erläutert, was { -product } mit Informationen über Sie macht.

# Introduces the two items below.
collection = Wir erheben nur, was die App zum Funktionieren braucht:
    .heading = Was wir erheben

collection-account = **Ihre E-Mail-Adresse.** Wir verwenden sie, um Sie anzumelden.

collection-diagnostics = **Technische Berichte.** Wir verwenden sie, um Fehler zu beheben.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Wir löschen diese Informationen { $retention ->
        [one] { $retention } Tag
       *[other] { $retention } Tage
    }, nachdem Sie Ihr Konto geschlossen haben.
    .heading = Wie lange wir die Informationen speichern

changes =
    Wir kündigen jede Änderung an, bevor sie wirksam wird, und aktualisieren das Datum am Ende
    dieser Seite.
    .heading = Änderungen dieser Datenschutzerklärung

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact =
    Wenn Sie eine Frage zu dieser Datenschutzerklärung haben, schreiben Sie an <{ $contact-email }>.
    .heading = Kontakt
