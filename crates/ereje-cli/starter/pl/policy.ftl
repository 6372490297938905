### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = Polityka prywatności

# One line about the page, for search engines.
description = Polityka prywatności aplikacji { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **Ostatnia aktualizacja: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = Ta polityka wyjaśnia, co aplikacja { -product } robi z informacjami o Tobie.

# Introduces the two items below.
collection = Zbieramy tylko to, co jest potrzebne do działania aplikacji:
    .heading = Co zbieramy

collection-account = **Twój adres e-mail.** Używamy go, aby umożliwić Ci logowanie.

collection-diagnostics = **Raporty techniczne.** Używamy ich, aby naprawiać błędy.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    Usuwamy te informacje { $retention ->
        [one] { $retention } dzień
        [few] { $retention } dni
        [many] { $retention } dni
       *[other] { $retention } dnia
    } po zamknięciu przez Ciebie konta.
    .heading = Jak długo przechowujemy informacje

changes =
    Zapowiadamy każdą zmianę, zanim wejdzie ona w życie, i aktualizujemy datę na dole tej strony.
    .heading = Zmiany w tej polityce

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = Jeśli masz pytanie dotyczące tej polityki, napisz na adres <{ $contact-email }>.
    .heading = Kontakt
