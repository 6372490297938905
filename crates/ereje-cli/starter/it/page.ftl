### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Condizioni d’uso

# One line about the page, for search engines.
description = Questa pagina dice che cosa vale tra noi e tutte le persone che usano { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Ultimo aggiornamento: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Questa pagina dice che cosa vale tra noi e tutte le persone che usano { -product }.

changes =
    Annunciamo ogni modifica prima che entri in vigore e aggiorniamo la data in fondo a questa
    pagina.
    .heading = Modifiche

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Se hai una domanda su questa pagina, scrivi a <{ $contact-email }>.
    .heading = Contatti
