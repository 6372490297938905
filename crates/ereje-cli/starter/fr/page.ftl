### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Conditions d’utilisation

# One line about the page, for search engines.
description =
    Cette page indique ce qui s’applique entre nous et toutes les personnes qui utilisent
    l’application { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Dernière mise à jour : { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Cette page indique ce qui s’applique entre nous et toutes les personnes qui utilisent
    l’application { -product }.

changes =
    Nous annonçons chaque modification avant son entrée en vigueur et mettons à jour la date
    figurant au bas de cette page.
    .heading = Modifications

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Si vous avez une question sur cette page, écrivez à <{ $contact-email }>.
    .heading = Contact
