### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Condiciones de uso

# One line about the page, for search engines.
description = Esta página dice qué rige entre nosotros y todas las personas que usan { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Última actualización: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Esta página dice qué rige entre nosotros y todas las personas que usan { -product }.

changes =
    Anunciamos cada cambio antes de que entre en vigor y actualizamos la fecha que figura al final
    de esta página.
    .heading = Cambios

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Si tiene alguna pregunta sobre esta página, escriba a <{ $contact-email }>.
    .heading = Contacto
