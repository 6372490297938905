### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Informativa sulla privacy

# One line about the page, for search engines.
description = Informativa sulla privacy di { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Ultimo aggiornamento: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Questa informativa spiega che cosa fa { -product } con le informazioni che ti riguardano.

# Introduces the two items below.
collection = Raccogliamo solo ciò che serve all’app per funzionare:
    .heading = Che cosa raccogliamo

collection-account = **Il tuo indirizzo e-mail.** Lo usiamo per farti accedere.

collection-diagnostics = **Rapporti tecnici.** Li usiamo per correggere gli errori.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Eliminiamo queste informazioni { $retention ->
        [one] { $retention } giorno
        [many] { $retention } di giorni
       *[other] { $retention } giorni
    } dopo che hai chiuso il tuo account.
    .heading = Per quanto tempo conserviamo le informazioni

changes =
    Annunciamo ogni modifica prima che entri in vigore e aggiorniamo la data in fondo a questa
    pagina.
    .heading = Modifiche a questa informativa

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Se hai una domanda su questa informativa, scrivi a <{ $contact-email }>.
    .heading = Contatti
