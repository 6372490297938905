### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Política de privacidad

# One line about the page, for search engines.
description = Política de privacidad de { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Última actualización: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Esta política explica qué hace { -product } con la información sobre usted.

# Introduces the two items below.
collection = Recopilamos solo lo que la aplicación necesita para funcionar:
    .heading = Qué recopilamos

collection-account = **Su dirección de correo electrónico.** La usamos para que pueda iniciar
    sesión.

collection-diagnostics = **Informes técnicos.** Los usamos para corregir errores.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Eliminamos esta información { $retention ->
        [one] { $retention } día
        [many] { $retention } de días
       *[other] { $retention } días
    } después de que usted cierre su cuenta.
    .heading = Cuánto tiempo conservamos la información

changes =
    Anunciamos cada cambio antes de que entre en vigor y actualizamos la fecha que figura al final
    de esta página.
    .heading = Cambios en esta política

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Si tiene alguna pregunta sobre esta política, escriba a <{ $contact-email }>.
    .heading = Contacto
