### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Gebruiksvoorwaarden

# One line about the page, for search engines.
description = Deze pagina zegt wat er geldt tussen ons en iedereen die { -product } gebruikt.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Laatst bijgewerkt: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Deze pagina zegt wat er geldt tussen ons en iedereen die { -product } gebruikt.

changes =
    We kondigen elke wijziging aan voordat die ingaat en werken de datum onder aan deze pagina bij.
    .heading = Wijzigingen

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Als u een vraag over deze pagina hebt, schrijf dan naar <{ $contact-email }>.
    .heading = Contact
