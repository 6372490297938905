### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Warunki korzystania

# One line about the page, for search engines.
description =
    Ta strona mówi, co obowiązuje między nami a każdą osobą, która korzysta z aplikacji { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Ostatnia aktualizacja: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Ta strona mówi, co obowiązuje między nami a każdą osobą, która korzysta z aplikacji { -product }.

changes =
    Zapowiadamy każdą zmianę, zanim wejdzie ona w życie, i aktualizujemy datę na dole tej strony.
    .heading = Zmiany

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Jeśli masz pytanie dotyczące tej strony, napisz na adres <{ $contact-email }>.
    .heading = Kontakt
