### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Nutzungsbedingungen

# One line about the page, for search engines.
description = Diese Seite sagt, was zwischen uns und allen gilt, die { -product } nutzen.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Zuletzt aktualisiert: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Diese Seite sagt, was zwischen uns und allen gilt, die { -product } nutzen.

changes =
    Wir kündigen jede Änderung an, bevor sie wirksam wird, und aktualisieren das Datum am Ende
    dieser Seite.
    .heading = Änderungen

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Wenn Sie eine Frage zu dieser Seite haben, schreiben Sie an <{ $contact-email }>.
    .heading = Kontakt
